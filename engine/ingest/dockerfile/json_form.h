// The JSON form of an argument list: `["program", "argument"]`.
#pragma once

#include <string_view>
#include <vector>

#include "engine/ingest/dockerfile/syntax.h"

namespace scantling::dockerfile {

enum class JsonForm {
    strings,     // an array of strings: taken
    not_json,    // not valid JSON, or no array: BuildKit silently takes the shell form
    not_strings  // a valid array that holds something else: refused
};

// `rest` is a view into `text`. A word's span holds its quotes.
JsonForm read_json_form(const Mapped& text, std::string_view rest, std::vector<Word>& words, Pool& pool);

// Decodes one JSON string literal (with its quotes) and remembers where each byte came from. The literal must be valid.
[[nodiscard]] Mapped decode_json_string(const Mapped& text, std::string_view literal, Pool& pool);

}  // namespace scantling::dockerfile
