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
    // Variables and whether what reads them is computed once for the tuples whose refs name one row.
    using Scope = std::pair<std::vector<VariableId>, bool>;
    const Sizes& sizes(const Scope& scope);
    [[nodiscard]] Sizes count(const Scope& scope);
    [[nodiscard]] Sizes count_chain(const std::vector<VariableId>& scope);
    [[nodiscard]] std::optional<Sizes> count_shared(const std::vector<VariableId>& chain, bool once);
    [[nodiscard]] Sizes bound(VariableId variable);
    [[nodiscard]] bool is_computed_once(ExpressionId id);
    [[nodiscard]] std::vector<VariableId> outermost_first(const std::vector<VariableId>& scope) const;
    [[nodiscard]] Sizes by_subject(const Space& space, const std::vector<std::uint64_t>& weights);
    [[nodiscard]] const std::vector<VariableId>& closure(VariableId variable) const;

    Evaluator& evaluator_;
    std::map<Scope, Sizes> sizes_;
    std::vector<std::uint32_t> visited_;  // by expression, then by whether it is computed once
    std::uint32_t visit_ = 0;
};

}  // namespace scantling::evaluation
