// Facts as a person writes them: the `given` lines of a `test` block, read into the naive model.
//
// As docs/reference/language.md says: a part that is not named was not supplied; in one that is named, a field that is not listed is
// `not_stated`; `absent` and `unknown` may be written; `[a, ...]` is incomplete. Beyond the language: a version is `"deb:1.2"`, a ref or an
// element of a view is the text of the key of the row that it names.
#pragma once

#include <string>

#include "tests/oracle/naive.h"

namespace scantling::oracle {

// Appends what went wrong to `mistakes`, one line each.
void read_given(const Schema& schema, World& world, std::size_t subject, const std::string& given_lines, std::string& mistakes);

}  // namespace scantling::oracle
