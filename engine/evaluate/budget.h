// What a rule costs on a subject: the sum over its expressions of the tuples of each one's space. From the subject's facts alone: it does
// not depend on what else runs, on what rules share, or on what is left out because it is decided.
#pragma once

#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "engine/evaluate/evaluator.h"

namespace scantling::evaluation {

class Budget {
  public:
    explicit Budget(Evaluator& evaluator) : evaluator_(evaluator) {}

    // By tuple of the root (subjects, or the run).
    [[nodiscard]] std::vector<std::uint64_t> steps(const LinkedRule& rule, std::size_t subjects);

  private:
    using Sizes = std::vector<std::uint64_t>;  // by subject; of what stands at the run: one
    // Variables, and the `follow` for each of whose rows alone what reads them is computed once; no_expression: for each tuple.
    using Scope = std::pair<std::vector<VariableId>, ExpressionId>;
    const Sizes& sizes(const Scope& scope);
    [[nodiscard]] Sizes count(const Scope& scope);
    [[nodiscard]] Sizes count_chain(const std::vector<VariableId>& scope);
    [[nodiscard]] std::optional<Sizes> count_shared(const std::vector<VariableId>& chain, ExpressionId once);
    [[nodiscard]] Sizes longest(VariableId variable);
    [[nodiscard]] ExpressionId computed_once_for(ExpressionId id, ExpressionId above);
    [[nodiscard]] std::vector<VariableId> outermost_first(const std::vector<VariableId>& scope) const;
    [[nodiscard]] std::size_t subject_count(const Space& space);
    [[nodiscard]] std::vector<std::uint32_t> subjects_of(const Space& space);
    [[nodiscard]] Sizes by_subject(const Space& space, const std::vector<std::uint64_t>& weights);
    [[nodiscard]] const std::vector<VariableId>& closure(VariableId variable) const;

    Evaluator& evaluator_;
    std::map<Scope, Sizes> sizes_;
    std::vector<std::uint32_t> visited_;  // by expression: in which visit, where it is computed for each tuple
    std::uint32_t visit_ = 0;
};

}  // namespace scantling::evaluation
