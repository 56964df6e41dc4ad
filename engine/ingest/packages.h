// Several sources of one subject become one: the last step before freezing, when it is known which fragments speak for which subject.
//
//   packages         sightings of equal id are one row; each cell from the first of image database, SBOM, scan that knows it
//   vulnerabilities  one row per package and vulnerability, aliases united, the reports beneath
//   vex              which statement decides for which vulnerability, which are superseded or contradicted
//   layers           references go to the layers that the subject keeps
#pragma once

#include <vector>

#include "engine/facts/builder.h"

namespace scantling {

// Fragments of each subject, in rank order. A fragment of no subject is left alone. Linear in the rows of all of them.
using FragmentGroups = std::vector<std::vector<Row>>;
void unite_sources(Builder& builder, const FragmentGroups& subjects);

}  // namespace scantling
