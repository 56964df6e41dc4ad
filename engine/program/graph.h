// The program's expressions while they are made: equal expressions become one node, and each new node goes through the passes.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/program/expression.h"
#include "engine/program/ids_by_hash.h"

namespace scantling {

class Graph;

// A node about to be made.
struct Draft {
    Op op = Op::constant;
    TypeId type = 0;
    std::uint32_t payload = 0;
    std::vector<ExpressionId> operands;
    Span span;
};

// A rewriting of single nodes that have operands, those first. It keeps Kleene semantics and causes exactly, so that leaving it out changes
// nothing.
struct Pass {
    std::string_view name;
    std::string_view reason;
    // An expression that the draft is equal to; or nothing, and the draft perhaps in another shape.
    std::optional<ExpressionId> (*rewrite)(Graph& graph, Draft& draft);
};

// All passes, in the order in which they run (passes/).
[[nodiscard]] const std::vector<Pass>& all_passes();

class Graph {
  public:
    Graph(Expressions& expressions, Types& types, std::vector<Pass> passes)
        : expressions_(expressions), types_(types), passes_(std::move(passes)) {}

    // Room for about so many nodes.
    void reserve(std::size_t nodes);

    // Leaves of the draft what it likes.
    ExpressionId make(Draft& draft);
    ExpressionId make(Draft&& draft) { return make(draft); }
    ExpressionId make_constant(const Value& value, Span span);
    // The variable that runs over `collection`, told from others over the same by `number`.
    std::uint32_t variable(const std::string& name, ExpressionId collection, TypeId type, std::uint32_t number);
    [[nodiscard]] std::uint32_t number_of(std::uint32_t variable) const { return numbers_[variable]; }
    std::uint32_t generators(std::vector<std::uint32_t> variables);

    [[nodiscard]] const Expressions& expressions() const { return expressions_; }
    [[nodiscard]] const Expression& operator[](ExpressionId id) const { return expressions_[id]; }
    [[nodiscard]] const Value* constant(ExpressionId id) const;  // null for what is none
    [[nodiscard]] Types& types() { return types_; }

  private:
    Expressions& expressions_;
    Types& types_;
    std::vector<Pass> passes_;
    IdsByHash nodes_;
    IdsByHash constants_;
    std::vector<ExpressionId> nodes_of_constants_;  // by constant
    std::map<std::pair<ExpressionId, std::uint32_t>, std::uint32_t> variables_;
    std::vector<std::uint32_t> numbers_;
    std::map<std::vector<std::uint32_t>, std::uint32_t> generators_;
};

}  // namespace scantling
