// Why a value is unknown: the cells behind it that nobody filled, and the operations that could not be carried out.
//
// A known value has no cause; an unknown cell is its own; strict operators unite those of their operands; `and` and `or` those of the
// operands that are unknown; a quantifier those of its undecided elements and of its list's incompleteness.
#pragma once

#include <set>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "engine/evaluate/evaluator.h"

namespace scantling::evaluation {

class Comparison;

class Causes {
  public:
    explicit Causes(Evaluator& evaluator) : evaluator_(evaluator) {}

    void add_value(ExpressionId id, const Space& space, std::uint32_t tuple);
    // Of a list's incompleteness.
    void add_incomplete(ExpressionId list, const Space& space, std::uint32_t tuple);
    // Before spaces that were asked about are gone: another may stand at the same address.
    void forget_spaces() { seen_.clear(); }
    void add(CauseKind kind) { found_.emplace(Cause{kind, no_part}, PlaceId::none); }

    [[nodiscard]] const std::set<std::pair<Cause, PlaceId>>& found() const { return found_; }

  private:
    [[nodiscard]] bool is_open(const Vector& vector, std::uint32_t tuple) const;
    [[nodiscard]] bool is_open(ExpressionId id, const Space& space, std::uint32_t tuple);
    [[nodiscard]] State state(ExpressionId id, const Space& space, std::uint32_t tuple);
    bool add_cell(TableId table, Row row, SlotIndex slot);
    bool add_origin(const Vector& vector, std::size_t i);
    void add_operands(ExpressionId id, const Space& space, std::uint32_t tuple, CauseKind otherwise);
    void add_field(ExpressionId id, const Space& space, std::uint32_t tuple);
    void add_element(ExpressionId list, const Space& space, std::uint32_t tuple, std::uint32_t ordinal);
    void add_variable(ExpressionId id, const Space& space, std::uint32_t tuple);
    void add_lookup(ExpressionId id, const Space& space, std::uint32_t tuple);
    void add_list_relation(ExpressionId id, const Space& space, std::uint32_t tuple);
    void add_pairs(ExpressionId id, const Space& space, std::uint32_t tuple);
    void add_members(ExpressionId xs, ExpressionId ys, bool leaves_out_unknown, const Space& space, std::uint32_t tuple);
    bool add_membership(const Comparison& comparison, const Vector& x, std::size_t i, ExpressionId ys, const Space& space,
                        std::uint32_t tuple);
    void add_quantifier(ExpressionId id, const Space& space, std::uint32_t tuple);
    void add_call(ExpressionId id, const Space& space, std::uint32_t tuple);
    void add_neighbour(ExpressionId id, const Space& space, std::uint32_t tuple);
    bool add_unknown_elements(ExpressionId list, const Space& space, std::uint32_t tuple);
    void add_comprehension(ExpressionId id, const Space& space, std::uint32_t tuple);
    void with_comprehension(ExpressionId id, const Space& space, std::uint32_t tuple, const Evaluator::Visit& visit);
    void leave(const Space& space) { seen_.erase(&space); }

    Evaluator& evaluator_;
    std::set<std::pair<Cause, PlaceId>> found_;
    // What was asked already, by space: expressions share operands.
    std::unordered_map<const Space*, std::unordered_set<std::uint64_t>> seen_;
};

}  // namespace scantling::evaluation
