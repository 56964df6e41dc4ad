// The stages of this folder as text, for golden files and for `--dump` of a developer. The format is not stable.
#pragma once

#include <string>

#include "dsl/syntax/lexer.h"
#include "dsl/syntax/tree.h"

namespace scantling::dsl {

// One token or comment a line: place, kind, text.
[[nodiscard]] std::string print_tokens(const Source& source, const Lexed& lexed);
// One node a line, children indented: kind, the mark where it tells the variant, the text of a leaf.
[[nodiscard]] std::string print_tree(const Tree& tree);
[[nodiscard]] std::string print_tree(const Tree& tree, NodeId root);

}  // namespace scantling::dsl
