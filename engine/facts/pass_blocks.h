// Passing over a JSON container that nobody asks for, 64 bytes at a time.
//
// Most of a walk to a place is passing over what stands before it, and to pass over a container only its brackets and quotes matter.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace scantling {

// Within a container: how deep, and whether in a string, behind a backslash even.
struct Passing {
    std::size_t depth = 0;
    bool in_string = false;
    bool escaped = false;
};

// Goes on from `at` by whole blocks until the container ends: its depth is 0 then, and what returns is the offset behind it. Otherwise less
// than a block is left of the text, from the offset that returns. The text is valid JSON; of any other the answer is only some offset in
// it.
using PassBlocks = std::size_t (*)(std::string_view json, std::size_t at, Passing& passing);

// What this machine can do, the fastest first. The last one passes over nothing and leaves all to the caller.
[[nodiscard]] std::span<const PassBlocks> ways_to_pass_blocks();

}  // namespace scantling
