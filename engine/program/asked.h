// Which lists of the facts a program can ask about. Who reads documents for that one program may leave the others out
// (`Builder::ask_only`): hashes and links are half of what a large SBOM says, and few rules look at them.
#pragma once

#include <vector>

#include "engine/program/program.h"

namespace scantling {

// By table: whether an expression reads the list or map whose elements it holds. Lists that give a row its identity, and those in which
// something is sensitive, count as asked for: reports need them, or have to hide what they hold.
[[nodiscard]] std::vector<bool> lists_asked(const Program& program);

}  // namespace scantling
