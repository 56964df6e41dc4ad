// Facts as text for people and as canonical JSON, as `scantling facts` prints them. Deterministic: equal facts print equally.
#pragma once

#include <string>

#include "engine/facts/facts.h"

namespace scantling {

// Subject by subject, indented `field: value` lines. An absent cell says so, an unknown one says why, a list that is not whole ends in
// `...`, what is sensitive is `<masked>`. Cells that no document touched are left out; the parts that were not supplied are named.
[[nodiscard]] std::string print_facts(const Facts& facts);

// By the generated JSON Schema: left out is unknown, null absent, `$incomplete` names the lists that are not whole. Keys sorted, no blanks
// but a line for each subject. A reference is the object of its row's keys; so is an element of a view.
[[nodiscard]] std::string print_facts_json(const Facts& facts);

}  // namespace scantling
