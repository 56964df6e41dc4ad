// What a piece of a Dockerfile says once continuations, comments, quotes and escapes are undone: the reverse of a place.
//
// For audits: a reader claims that a cell stands at a place; this tells what stands there, without the reader's help.
#pragma once

#include <string>
#include <string_view>

namespace scantling::dockerfile {

// The text without line continuations and the comments inside them.
[[nodiscard]] std::string folded_text(std::string_view written, char escape);
// Its quotes and escapes undone, too, as a shell does. Variables stay as they are.
[[nodiscard]] std::string plain_text(std::string_view written, char escape);
// Of a JSON string literal; empty where it is none.
[[nodiscard]] std::string json_text(std::string_view written, char escape);

}  // namespace scantling::dockerfile
