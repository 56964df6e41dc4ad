// The signatures of the builtin functions (docs/reference/language.md, "Builtins"): one row each, read by the checker, by lowering and by
// an oracle. Adding one touches more than the row: CONTRIBUTING.md, "Add a builtin function", has the list.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "engine/program/expression.h"

namespace scantling::dsl {

// What an argument must be.
enum class Accepts : std::uint8_t {
    none,
    text,
    constant_text,  // known when the policy is compiled, or a parameter
    integer,
    decimal,
    time,
    duration,
    version,
    ecosystem,     // a member of enum Ecosystem, written out
    row,           // a record that can be listed, or a ref to one
    element,       // the bare name of a binding over a list
    any_list,      // list<T>
    scalar_list,   // list<T> of scalars
    text_list,     // list<string>
    number_list,   // list<T> of int, decimal, size or duration
    ordered_list,  // list<T> of what has an order
    same_list,     // the type of the first argument
    any_map,       // map<K, V>
};

// What comes back. T is the element of the first argument.
enum class Gives : std::uint8_t {
    boolean,
    text,
    optional_text,
    text_list,
    integer,
    optional_integer,
    time,
    weekday,
    severity,
    optional_version,
    first_argument,    // the type of the first argument
    element,           // T
    optional_element,  // T?
    optional_row,      // the type of the bound element, optional
    entries,           // list<{ key: K, value: V }>
};

struct BuiltinSignature {
    std::string_view name;
    std::optional<Builtin> builtin;  // none: `same`, which is an operator of its own
    std::array<Accepts, 2> arguments;
    Gives result;
    std::string_view shape;  // `before(string, separator) -> string?`: as help shows it
};

[[nodiscard]] std::span<const BuiltinSignature> builtin_signatures();
[[nodiscard]] std::size_t argument_count(const BuiltinSignature& signature);
// An aggregate over a list: the arguments that may be a comprehension.
[[nodiscard]] bool takes_comprehension(const BuiltinSignature& signature);

}  // namespace scantling::dsl
