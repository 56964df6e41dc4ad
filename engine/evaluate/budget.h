// What a rule costs on a subject: the sum over its expressions of the tuples of each one's space. From the sizes of tables alone: it does
// not depend on what else runs, on sharing, or on what is left out because it is decided.
#pragma once

#include <unordered_map>
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
    const Sizes& sizes(const std::vector<VariableId>& scope);
    [[nodiscard]] Sizes count(const std::vector<VariableId>& scope);
    [[nodiscard]] Sizes count_chain(const std::vector<VariableId>& scope);
    [[nodiscard]] Sizes bound(VariableId variable);
    [[nodiscard]] const std::vector<VariableId>& closure(VariableId variable) const;

    Evaluator& evaluator_;
    std::map<std::vector<VariableId>, Sizes> sizes_;
    std::vector<std::uint32_t> visited_;
    std::uint32_t visit_ = 0;
};

}  // namespace scantling::evaluation
