// Gives a flat chain of operands and operators its shape.
//
// Two stacks and a table, no recursion: a chain may be as long as the file. An operator waits until one that binds looser (or equally,
// where it groups to the left) arrives. Mistakes of order are reported and the chain is still given a shape, so that the rest of the file
// is read.
#include <array>
#include <string>

#include "dsl/syntax/builder.h"

namespace scantling::dsl {

namespace {

// Looser first. The numbers are the order of the ladder in docs/reference/language.md: expr, logic, negation, comparison, default, sum,
// product, unary.
enum class Level : std::uint8_t { implies, logic, negation, comparison, coalesce, sum, product, unary };

struct Operator {
    NodeKind kind = NodeKind::error;
    Level level = Level::comparison;
    bool prefix = false;
    bool postfix = false;
    std::uint32_t first = 0;  // token of the operator
    std::uint32_t mark = 0;   // of the node
    std::uint32_t end = 0;
};

bool groups_right(Level level) { return level == Level::implies || level == Level::coalesce; }

class Chain {
  public:
    explicit Chain(TreeBuilder& builder) : builder_(builder) {}

    NodeId resolve(std::span<const ChainPiece> pieces) {
        bool after_operand = false;
        for (const ChainPiece& piece : pieces) {
            if (!piece.is_operator) {
                operands_.push_back({piece.node, piece.first, piece.end});
                after_operand = true;
                continue;
            }
            const Operator op = operator_of(piece, after_operand);
            after_operand = op.postfix;
            if (op.prefix) {
                push_prefix(op);
            } else {
                push(op);
            }
        }
        while (!waiting_.empty()) reduce();
        return operands_.back().node;
    }

  private:
    struct Operand {
        NodeId node = 0;
        std::uint32_t first = 0;
        std::uint32_t end = 0;
    };

    [[nodiscard]] Operator operator_of(const ChainPiece& piece, bool after_operand) const;
    void push_prefix(const Operator& op);
    void push(const Operator& op);
    void reduce();
    void check_beside(const Operator& op);
    [[nodiscard]] Span span_of(const Operator& op) const {
        return {builder_.token(op.first).span.begin, builder_.token(op.end - 1).span.end};
    }

    TreeBuilder& builder_;
    std::vector<Operand> operands_;
    std::vector<Operator> waiting_;
    bool logic_reported_ = false;
    bool chain_reported_ = false;
};

Operator Chain::operator_of(const ChainPiece& piece, bool after_operand) const {
    const Token& token = builder_.token(piece.first);
    const auto make = [&](NodeKind kind, Level level) { return Operator{kind, level, false, false, piece.first, piece.first, piece.end}; };
    Operator op = make(NodeKind::comparison, Level::comparison);
    switch (token.kind) {
        case TokenKind::plus:
            return make(NodeKind::sum, Level::sum);
        case TokenKind::minus:
            if (after_operand) return make(NodeKind::sum, Level::sum);
            op = make(NodeKind::negate, Level::unary);
            op.prefix = true;
            return op;
        case TokenKind::star:
            return make(NodeKind::product, Level::product);
        case TokenKind::question_question:
            return make(NodeKind::coalesce, Level::coalesce);
        default:
            break;
    }
    switch (token.word) {
        case Word::implies_:
            return make(NodeKind::implies, Level::implies);
        case Word::and_:
            return make(NodeKind::and_, Level::logic);
        case Word::or_:
            return make(NodeKind::or_, Level::logic);
        case Word::is_:
            op.kind = NodeKind::is_test;
            op.postfix = true;
            op.mark = piece.end - 1;
            return op;
        case Word::not_:
            if (after_operand) return op;  // `not in`
            op = make(NodeKind::not_, Level::negation);
            op.prefix = true;
            return op;
        default:
            return op;
    }
}

void Chain::push_prefix(const Operator& op) {
    const bool misplaced = op.kind == NodeKind::not_ && !waiting_.empty() && waiting_.back().level > Level::negation;
    if (misplaced) {
        builder_.reports().error("E0107", span_of(op), "`not` cannot stand inside a comparison", {},
                                 {"put it before the whole comparison, or its operand into parentheses: `(not …)`"});
    }
    waiting_.push_back(op);
}

void Chain::push(const Operator& op) {
    const auto binds_first = [&](const Operator& before) {
        return before.level > op.level || (before.level == op.level && !groups_right(op.level));
    };
    while (!waiting_.empty() && binds_first(waiting_.back())) reduce();
    check_beside(op);
    waiting_.push_back(op);
    if (op.postfix) reduce();
}

// What may not stand side by side without parentheses (a group is a node of its own, so the kinds tell).
void Chain::check_beside(const Operator& op) {
    if (operands_.empty()) return;
    const NodeKind left = builder_.kind(operands_.back().node);
    const bool mixed = (op.kind == NodeKind::and_ && left == NodeKind::or_) || (op.kind == NodeKind::or_ && left == NodeKind::and_);
    if (mixed && !logic_reported_) {
        logic_reported_ = true;
        const std::string a = left == NodeKind::and_ ? "and" : "or";
        const std::string b = left == NodeKind::and_ ? "or" : "and";
        builder_.reports().error("E0105", span_of(op), "`" + b + "` beside `" + a + "` without parentheses", {},
                                 {"write `(a " + a + " b) " + b + " c` or `a " + a + " (b " + b + " c)`"});
    }
    const bool compared = left == NodeKind::comparison || left == NodeKind::is_test;
    if (op.level == Level::comparison && compared && !chain_reported_) {
        chain_reported_ = true;
        builder_.reports().error("E0106", span_of(op), "comparisons do not chain", {}, {"write `a < b and b < c`"});
    }
}

void Chain::reduce() {
    const Operator op = waiting_.back();
    waiting_.pop_back();
    Operand right = operands_.back();
    operands_.pop_back();
    if (op.prefix) {
        const NodeId child = right.node;
        operands_.push_back({builder_.add(op.kind, op.first, right.end, op.mark, std::span(&child, 1)), op.first, right.end});
        return;
    }
    if (op.postfix) {
        const NodeId child = right.node;
        operands_.push_back({builder_.add(op.kind, right.first, op.end, op.mark, std::span(&child, 1)), right.first, op.end});
        return;
    }
    const Operand left = operands_.back();
    operands_.pop_back();
    const std::array<NodeId, 2> children = {left.node, right.node};
    operands_.push_back({builder_.add(op.kind, left.first, right.end, op.mark, children), left.first, right.end});
}

}  // namespace

NodeId resolve_chain(TreeBuilder& builder, std::span<const ChainPiece> pieces) { return Chain(builder).resolve(pieces); }

}  // namespace scantling::dsl
