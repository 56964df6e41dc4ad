// Splitting the arguments of an instruction, before any variable is expanded. Quotes and escapes stay in the words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/ingest/dockerfile/syntax.h"

namespace scantling::dockerfile {

// Words of ENV, LABEL, ARG: blanks inside quotes do not end one.
[[nodiscard]] std::vector<std::string_view> quoted_words(std::string_view rest, char escape);
// Words of FROM, EXPOSE, COPY, VOLUME: blanks end one, whatever stands around them.
[[nodiscard]] std::vector<std::string_view> blank_separated(std::string_view rest);

// `name=value …` or the old `name value`. Returns what BuildKit would refuse, or an empty text.
[[nodiscard]] std::string read_pairs(Instruction& instruction, char escape);

// The flags (`--from=x`) at the begin of `rest`, quotes and escapes undone; what follows them is returned.
[[nodiscard]] std::string_view read_flags(const Mapped& text, std::string_view rest, char escape, std::vector<Flag>& flags, Pool& pool);

}  // namespace scantling::dockerfile
