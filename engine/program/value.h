// A constant of the language: what a literal, a parameter or a `let` without facts is worth.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "engine/schema/types.h"

namespace scantling {

// Which member holds the value is told by the type's kind:
//   number: bool (0, 1), int, decimal (millionths), time, duration (µs), size (bytes), enum member
//   text:   string, regex, glob, version (its text; `number` is then the ecosystem, or -1: that of whatever it is compared with)
//   items:  list (values), map (each entry twice: key, value; ordered by key)
struct Value {
    TypeId type = 0;
    std::int64_t number = 0;
    std::string text;
    std::vector<Value> items;

    friend bool operator==(const Value&, const Value&) = default;
};

}  // namespace scantling
