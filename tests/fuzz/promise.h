// What every fuzz target does when a promise is broken: says which one, and stops, so that libFuzzer keeps the input.
#pragma once

#include <cstdio>
#include <cstdlib>

namespace scantling::fuzz {

inline void promise(bool kept, const char* file = __builtin_FILE(), int line = __builtin_LINE()) {
    if (kept) return;
    std::fprintf(stderr, "%s:%d: a promise is broken\n", file, line);
    std::abort();
}

}  // namespace scantling::fuzz
