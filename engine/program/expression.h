// Typed expressions: what the front end says to the machine.
//
// A unit's expressions are one flat arena; children have smaller ids than their parents, and sharing is welcome (a `let` is one node with
// many parents). Functions are inlined, names are resolved, every check has been made: an expression that is well formed here cannot fail
// when it runs, it can only be unknown.
//
// Three-valued throughout. Truth tables, lists, causes: docs/reference/language.md. `absent` travels through paths (`a?.b` of an absent a
// is absent); an operand of a comparison, arithmetic or a call is never optional.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "engine/base/source.h"
#include "engine/program/value.h"
#include "engine/schema/layout.h"

namespace scantling {

using ExpressionId = std::uint32_t;
inline constexpr ExpressionId no_expression = 0xFFFFFFFFU;

enum class Op : std::uint8_t {
    // Leaves.
    constant,   // payload: index into Expressions::constants
    parameter,  // payload: index into Unit::parameter_uses; gone after linking
    variable,  // payload: index into Expressions::variables; the element that a `for`, quantifier or comprehension binds: a row or a scalar
    run,       // the row of the run
    subject,   // the row of the subject

    // Paths.
    field,   // [record]  payload: slot relative to the record: a scalar, an embedded record, a list, a map, a view or a ref.
             //           Of an absent record: absent (`a?.b`); of an unknown one: unknown with its causes.
             //           Of a row of entries(map), whose record no layout knows: 0 is the key, 1 the value.
    follow,  // [ref]     the row of the home table that a ref names: record-valued, absent or unknown as the ref is
    narrow,  // [x]       a read where a test for presence has decided: an absent x is unknown without a cause
    lookup,  // [map, key] or [list, int]   optional

    // Three-valued logic. all and none, implies, is absent, !=, >, >= and the `not` relations are made of these.
    and_,      // [bool, bool+]
    or_,       // [bool, bool+]
    not_,      // [bool]
    present,   // [x]   `is present`
    known,     // [x | list | record that is a part]   `is known`
    coalesce,  // [x, default]   ??

    // Comparisons; operands have the same type, but that a string constant may stand opposite a version.
    equal,       // [x, y]  scalars, enums, versions, lists of scalars
    less,        // [x, y]  int decimal time duration size version ordered enum
    less_equal,  // [x, y]
    in_list,     // [x, list]
    within,      // [list, list]   every element of the left is in the right
    matches,  // [text, regex]  The right side is a constant once parameters are set; or a variable over a constant list; or field 0 or 1 of
              //               a variable over entries() of a constant map. Its type may be string (an element of a constant list of
              //               strings, each of which compiles): its text is then the pattern.
    like,     // [text, glob]   likewise
    contains,     // [text, text]
    starts_with,  // [text, text] or [list, list]
    ends_with,
    same,  // [record, record]   whether two are one row

    // Arithmetic on int, decimal, duration, size and time: checked, overflow is unknown.
    add,       // [x, y]   time + duration is a time
    subtract,  // [x, y]   time - time is a duration
    multiply,  // [x, y]   int * x
    negate,    // [x]
    widen,     // [int]    to decimal

    // Lists.
    any,            // [list, bool]   payload: variable
    count_if,       // [list, bool]   payload: variable
    count,          // [list]
    comprehension,  // [element, condition | constant true, list, list*]   payload: index into Expressions::generators
    list,           // [x*]   a list of expressions that are not all constant
    call,           // [argument*]   payload: Builtin

    // Texts with values in them: messages and fixes only.
    interpolate,  // [text or value, …]   the pieces in order
};

// Names as in docs/reference/language.md, "Builtins". first … join are the aggregates over lists.
enum class Builtin : std::uint8_t {
    lower,
    trim,
    length,
    split,
    before,
    after,
    to_int,
    entropy,
    base_name,
    dir_name,
    extension,
    under,
    mode_within,
    next,
    previous,
    position,
    entries,
    first,
    last,
    unique,
    sum,
    min,
    max,
    without,
    join,
    version,
    version_in,
    major,
    minor,
    is_prerelease,
    image_reference,
    purl,
    same_repository,
    url_host,
    url_scheme,
    in_network,
    licence_satisfied,
    licence_ids,
    severity_of,
    weekday,
    start_of_day,
    days,
};

struct Expression {
    Op op = Op::constant;
    TypeId type = 0;  // of the value; optional where it may be absent
    std::uint32_t payload = 0;
    std::uint32_t first_child = 0;
    std::uint32_t child_count = 0;
    Span span;  // in the source of the rule that it stands in (of an inlined function: its call)
};

struct Variable {
    std::string name;
    ExpressionId collection = no_expression;  // what it runs over: a list, a view, entries(map), or a constant list
    TypeId type = 0;                          // of an element
};

struct Expressions {
    std::vector<Expression> nodes;
    std::vector<ExpressionId> children;
    std::vector<Value> constants;
    std::vector<Variable> variables;
    std::vector<std::vector<std::uint32_t>> generators;  // of comprehensions: their variables, outermost first

    [[nodiscard]] const Expression& operator[](ExpressionId id) const { return nodes[id]; }
    [[nodiscard]] ExpressionId child(ExpressionId id, std::size_t i) const { return children[nodes[id].first_child + i]; }
    // Of an expression that is worth the same whatever the facts are; null of any other, and of none.
    [[nodiscard]] const Value* constant(ExpressionId id) const {
        return id == no_expression || nodes[id].op != Op::constant ? nullptr : &constants[nodes[id].payload];
    }
    ExpressionId add(Op op, TypeId type, std::uint32_t payload, const std::vector<ExpressionId>& operands, Span span);
};

// The names of all operators and builtin functions, by number.
[[nodiscard]] std::span<const std::string_view> operator_names();
[[nodiscard]] std::span<const std::string_view> builtin_names();

// One line a node, for goldens and for people: `%12 = less: bool <- %3 %11`, `%3 = constant 7: int`.
[[nodiscard]] std::string print(const Expressions& expressions, const class Schema& schema);

}  // namespace scantling
