// Events → tree. Knows nothing of the grammar's notation.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "dsl/syntax/grammar/events.h"
#include "dsl/syntax/lexer.h"
#include "dsl/syntax/reports.h"
#include "dsl/syntax/tree.h"

namespace scantling::dsl {

// One piece of a chain as written: an operand, or an operator (a prefix, a binary one, or `is …`).
struct ChainPiece {
    bool is_operator = false;
    NodeId node = 0;          // of an operand
    std::uint32_t first = 0;  // tokens
    std::uint32_t end = 0;
};

// Appends nodes to a tree, children before parents.
class TreeBuilder {
  public:
    TreeBuilder(std::shared_ptr<const Source> source, Lexed lexed, Reports& reports);

    // An expression deeper than limits::expression_depth becomes an error node and E0108, once for all that contains it.
    NodeId add(NodeKind kind, std::uint32_t first, std::uint32_t end, std::uint32_t mark, std::span<const NodeId> children);

    [[nodiscard]] const Token& token(std::uint32_t index) const { return tree_.tokens_[index]; }
    [[nodiscard]] NodeKind kind(NodeId n) const { return tree_.kind(n); }
    [[nodiscard]] std::uint32_t first_token(NodeId n) const { return tree_.first_token(n); }
    [[nodiscard]] std::uint32_t end_token(NodeId n) const { return tree_.end_token(n); }
    [[nodiscard]] Reports& reports() { return reports_; }

    // The node added last is the file.
    [[nodiscard]] Tree finish();

  private:
    Tree tree_;
    Reports& reports_;
    std::vector<std::uint16_t> depths_;  // of each node
    std::uint32_t too_deep_until_ = 0;   // tokens before this one were reported
};

// Gives a flat chain its shape by the table of precedences, and reports `and` beside `or`, chained comparisons and a misplaced `not`
// (E0105-E0107). Returns the node of the whole chain.
NodeId resolve_chain(TreeBuilder& builder, std::span<const ChainPiece> pieces);

// The whole step. Also reports what the grammar cannot see: `...` outside of `given` (E0111), `use` after a declaration.
[[nodiscard]] Tree build_tree(std::shared_ptr<const Source> source, Lexed lexed, std::span<const Event> events, Reports& reports);

}  // namespace scantling::dsl
