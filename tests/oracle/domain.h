// What the random cases are about: a domain of the oracle's own at the level of the run, with every kind of value, and a corner of the
// built-in model at the level of a subject.
#pragma once

#include <string_view>

#include "engine/schema/schema.h"

namespace scantling::oracle {

// Scant text that declares the domain `lab`.
[[nodiscard]] std::string_view domain_text();

// Whether generated facts and rules use the field. Other fields stay untouched, and no rule reads them.
[[nodiscard]] bool is_used(const Schema& schema, std::uint32_t record, std::uint32_t field);

}  // namespace scantling::oracle
