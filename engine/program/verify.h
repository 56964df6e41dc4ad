// Whether units are what the front end could have made: everything that linking, the passes and the evaluator take for granted.
//
// Units come from a compiler, or from bytes that anybody may have written. Behind this check the two are alike: whatever a hostile bundle
// says is then a policy, perhaps a foolish one, and never a read out of bounds, a walk without end or memory out of proportion. What the
// linker diagnoses itself (rules declared twice, profiles that extend nothing, values out of range) is left to it.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/program/unit.h"

namespace scantling {

// Of units that share one schema and one layout: empty where all is sound, else what is not, as a lowercase sentence without full stop.
[[nodiscard]] std::string verify(const std::vector<std::shared_ptr<const Unit>>& units);

namespace verification {

// A value of that type: members within their enum, keys sorted, nothing in fields that the type does not use.
[[nodiscard]] bool is_sound(const Value& value, TypeId type, const Schema& schema);

// What is known of a unit's nodes while they are looked at, children first.
struct Shape {
    std::vector<bool> bound;  // by variable: a quantifier or comprehension binds it
    std::vector<bool> reads_subject;
    std::vector<bool> reads_facts;
    std::vector<std::uint32_t> depth;                // a variable is deeper than the list that it runs over
    std::vector<std::uint32_t> scope_of;             // → scopes
    std::vector<std::vector<std::uint32_t>> scopes;  // free variables, with those that their lists read; sorted
};

// What analysing and linking will cost: of all units of a bundle.
struct Cost {
    std::uint64_t scopes = 0;    // the free variables of all operands
    std::uint64_t operands = 0;  // of all `and` and `or`, written out
    std::uint64_t squares = 0;   // of the sizes of both
    std::uint64_t values = 0;    // of all mentions of constants and parameters: each is looked up by its content
};
inline constexpr std::uint64_t most_values = 50'000'000;

// The value and all that it holds; a long text counts as several.
[[nodiscard]] std::size_t count_values(const Value& value);

// Every node: its operands' number and types, its payload and its own type. `reason` says what is wrong with the first that is not sound.
[[nodiscard]] bool are_sound(const Unit& unit, Shape& shape, Cost& cost, std::string& reason);

}  // namespace verification

}  // namespace scantling
