// The program's expressions while they are made: equal expressions become one node, and each new node goes through the passes.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/program/expression.h"

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

// A rewriting of single nodes, operands first. It keeps Kleene semantics and causes exactly, so that leaving it out changes nothing.
struct Pass {
    std::string_view name;
    std::string_view reason;
    // An expression that the draft is equal to; or nothing, and the draft perhaps in another shape.
    std::optional<ExpressionId> (*rewrite)(Graph& graph, Draft& draft);
};

// All passes, in the order in which they run (passes/).
[[nodiscard]] const std::vector<Pass>& all_passes();

// Ids by the hash of what they stand for. What that is the caller compares: a hash may be that of several.
class IdsByHash {
  public:
    // The id whose thing `is_same` holds of.
    template <typename IsSame>
    [[nodiscard]] std::optional<std::uint32_t> find(std::size_t hash, IsSame&& is_same) const {
        if (slots_.empty()) return std::nullopt;
        for (std::size_t at = hash & (slots_.size() - 1);; at = (at + 1) & (slots_.size() - 1)) {
            const Slot& slot = slots_[at];
            if (slot.id == no_expression) return std::nullopt;
            if (slot.hash == hash && is_same(slot.id)) return slot.id;
        }
    }
    void add(std::size_t hash, std::uint32_t id);

  private:
    struct Slot {
        std::size_t hash = 0;
        std::uint32_t id = no_expression;
    };
    void put(Slot slot);

    std::vector<Slot> slots_;  // a power of two, never full
    std::size_t used_ = 0;
};

class Graph {
  public:
    Graph(Expressions& expressions, Types& types, std::vector<Pass> passes)
        : expressions_(expressions), types_(types), passes_(std::move(passes)) {}

    ExpressionId make(Draft draft);
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
