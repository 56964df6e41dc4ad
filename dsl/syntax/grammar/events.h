// What the grammar reports: nodes in the order in which they end, children before their parent. No Boost here: this is the whole
// interface between the grammar and the rest of the front end.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "dsl/syntax/reports.h"
#include "dsl/syntax/token.h"
#include "dsl/syntax/tree.h"

namespace scantling::dsl {

enum class EventKind : std::uint8_t {
    node,       // a node of `node` kind
    operator_,  // an operator of a chain: prefix, binary or `is …`
    chain,      // operands and operators as written; precedence.cpp makes nodes of them
};

struct Event {
    EventKind kind = EventKind::node;
    NodeKind node = NodeKind::none;
    std::uint32_t first = 0;  // tokens, half open
    std::uint32_t end = 0;
    std::uint32_t mark = 0;
    std::uint32_t children = 0;  // how many of the events without parent it adopts
};

// Runs the grammar over tokens that end in end_of_file. Total; syntax errors go to `reports` (E01xx). The last event is the file.
[[nodiscard]] std::vector<Event> read_events(std::span<const Token> tokens, Reports& reports);

}  // namespace scantling::dsl
