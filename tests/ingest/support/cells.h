// Facts as short texts, so that tests of readers are tables of path and expectation.
#pragma once

#include <string>
#include <string_view>

#include "engine/facts/facts.h"

namespace scantling::test {

// `path`: table and row, then fields of the row: `sboms[0].packages[2].purl.name`, of a map `properties["x"]`. A list gives its elements,
// scalars as they are and records by their number; `…` at its end where it is not complete.
// Values print plainly; `absent`; `unknown (not_stated)`; of a reference `#row`; `no row` where there is none.
[[nodiscard]] std::string cell(const Facts& facts, Row subject, std::string_view path);
// The part that an untouched cell there is not supplied of.
[[nodiscard]] std::string part_of(const Facts& facts, Row subject, std::string_view path);
// JSON pointer of the place of that cell.
[[nodiscard]] std::string pointer_of(const Facts& facts, Row subject, std::string_view path);

}  // namespace scantling::test
