// What BuildKit refuses in an instruction that is well formed: counts of arguments, flags, names (instructions/parse.go).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/ingest/dockerfile/syntax.h"

namespace scantling::dockerfile {

// Appends what is wrong with one instruction.
void check(const Instruction& instruction, std::vector<Problem>& problems);

// Go's duration: `1h30m`, `5s`, `1.5s`, `0`; microseconds.
[[nodiscard]] std::optional<std::int64_t> go_duration(std::string_view text);

}  // namespace scantling::dockerfile
