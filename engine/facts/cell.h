// The three states of a cell, and why an unknown one is unknown.
#pragma once

#include <compare>
#include <cstdint>

#include "engine/schema/layout.h"

namespace scantling {

// One byte a cell: it holds the state and the cause in one, which costs less than two bitmaps and a side table of causes.
// An untouched cell is unknown because nothing was supplied: its cause is `not_supplied` of the slot's part.
// Of a list or map cell: `present` is complete; any unknown state is an incomplete list (its known rows stand in the child table).
enum class CellState : std::uint8_t {
    untouched = 0,
    present,
    absent,
    not_stated,  // the document declines to say, or omits what the thing must have
    incomplete,  // a list that its source says is not whole
    unresolved,  // a variable, include or base that could not be worked out
    unreadable,  // damaged or truncated bytes, a text that does not parse as what it should be
};

[[nodiscard]] constexpr bool is_unknown(CellState state) { return state != CellState::present && state != CellState::absent; }

// Why a value is unknown. The order is that of reports.
enum class CauseKind : std::uint8_t {
    not_supplied,  // of `part`
    not_stated,
    incomplete,
    unresolved,
    unreadable,
    overflow,
    incomparable,
    pruned,
    steps,
    deadline,
    memory,
    cancelled,
};

struct Cause {
    CauseKind kind = CauseKind::not_supplied;
    PartId part = no_part;  // of not_supplied only

    friend auto operator<=>(const Cause&, const Cause&) = default;
};

// The cause of an unknown cell of a slot whose enclosing part is `part`.
[[nodiscard]] constexpr Cause cause_of(CellState state, PartId part) {
    switch (state) {
        case CellState::not_stated:
            return {CauseKind::not_stated, no_part};
        case CellState::incomplete:
            return {CauseKind::incomplete, no_part};
        case CellState::unresolved:
            return {CauseKind::unresolved, no_part};
        case CellState::unreadable:
            return {CauseKind::unreadable, no_part};
        default:
            return {CauseKind::not_supplied, part};
    }
}

}  // namespace scantling
