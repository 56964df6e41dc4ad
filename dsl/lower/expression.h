// Lowers expressions of one unit. Functions are inlined, `let`s become nodes with many parents.
#pragma once

#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "dsl/check/checked.h"

namespace scantling::dsl {

class ExpressionLowerer {
  public:
    ExpressionLowerer(Checked& checked, Unit& unit) : checked_(checked), unit_(unit) {}

    // A new rule (or parameter range): nothing is shared with what came before, since places are those of its own text.
    void begin(std::uint32_t file);
    [[nodiscard]] bool too_large() const { return too_large_; }

    ExpressionId lower(NodeId n);
    // A plain text, or one with values in it.
    ExpressionId lower_text(NodeId n);
    // The variable of a `for`, quantifier or `for … in` of a list: [owner: its node; its symbol], over what it runs.
    std::uint32_t bind_variable(SymbolId symbol, ExpressionId collection, Span span);
    // Mentions of the symbol are this node from here on.
    void bind(SymbolId symbol, ExpressionId value) { bound_.emplace_back(symbol, value); }

  private:
    [[nodiscard]] const Tree& tree() const { return checked_.tree(file_); }
    [[nodiscard]] const NodeInfo& info(NodeId n) const { return checked_.info(file_, n); }
    [[nodiscard]] Types& types() { return checked_.schema->types(); }
    [[nodiscard]] TypeId boolean() { return types().scalar(TypeKind::boolean); }
    [[nodiscard]] Span span(NodeId n) const { return inlining_ ? call_span_ : tree().span(n); }

    ExpressionId add_path(Op op, TypeId type, std::uint32_t payload, ExpressionId base, NodeId n);
    ExpressionId add(Op op, TypeId type, std::uint32_t payload, std::vector<ExpressionId> operands, NodeId n);
    ExpressionId add_constant(Value value, NodeId n);
    ExpressionId add_not(ExpressionId x, NodeId n) { return add(Op::not_, boolean(), 0, {x}, n); }
    ExpressionId placeholder(NodeId n) { return add_constant({boolean(), 0, {}, {}}, n); }

    ExpressionId lower_value(NodeId n, TypeId type);
    ExpressionId lower_name(NodeId n, TypeId type);
    ExpressionId lower_symbol(NodeId n, TypeId type);
    ExpressionId lower_constant_symbol(NodeId n, SymbolId id);
    ExpressionId lower_parameter(NodeId n, SymbolId id);
    ExpressionId lower_member(NodeId n, TypeId type);
    ExpressionId lower_root(NodeId n, Op root, std::uint32_t record, TypeId type);
    ExpressionId lower_chain(NodeId n);
    ExpressionId lower_comparison(NodeId n);
    ExpressionId lower_arithmetic(NodeId n, TypeId type);
    ExpressionId lower_quantifier(NodeId n);
    ExpressionId lower_comprehension(NodeId n, TypeId type);
    ExpressionId lower_call(NodeId n, TypeId type);
    ExpressionId inline_function(NodeId n, SymbolId id);
    ExpressionId lower_list(NodeId n, TypeId type);

    Checked& checked_;
    Unit& unit_;
    std::uint32_t file_ = 0;
    std::vector<std::pair<SymbolId, ExpressionId>> bound_;
    std::map<std::pair<SymbolId, std::vector<ExpressionId>>, ExpressionId> calls_;  // equal calls are one node
    std::map<std::tuple<Op, std::uint32_t, ExpressionId>, ExpressionId> paths_;     // equal paths are one node, so that equal calls are
    std::map<SymbolId, ExpressionId> constants_;                                    // of this rule
    std::map<SymbolId, std::uint32_t> parameters_;                                  // of the unit: → Unit::parameter_uses
    std::map<SymbolId, std::uint32_t> values_;                                      // of the unit: → Expressions::constants
    std::size_t first_node_ = 0;
    std::uint32_t depth_ = 0;
    Span call_span_;
    bool inlining_ = false;
    bool too_large_ = false;
};

}  // namespace scantling::dsl
