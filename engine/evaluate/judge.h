// From a rule's status to counts and bindings: the sink that reduces a binding space, a subject at a time.
#pragma once

#include <map>
#include <memory>
#include <vector>

#include "engine/evaluate/evaluator.h"

namespace scantling::evaluation {

// Some bindings of a rule by what they bind: so that they can be looked at again when the space they came from is gone.
struct Bindings {
    std::vector<std::uint32_t> subjects;               // tuple of the root space
    std::vector<std::vector<std::uint32_t>> ordinals;  // by `for`: which element of its list

    [[nodiscard]] std::size_t size() const { return subjects.size(); }
};

struct Tally {
    Counts counts;                    // `undetermined` without the binding that an incomplete list adds
    bool open = false;                // a list that bindings run over is incomplete, and the product not known to be empty
    std::size_t first_violating = 0;  // in Judged::violating; they are in the order of subjects
    std::size_t kept_violating = 0;
    std::size_t first_undetermined = 0;
    std::size_t kept_undetermined = 0;
};

struct Judged {
    std::vector<Tally> tallies;  // by subject; one at the level of the run
    Bindings violating;
    Bindings undetermined;
};

// A space of just these bindings, and what it hangs on.
struct BindingSpace {
    std::vector<std::unique_ptr<Space>> chain;
    [[nodiscard]] const Space& space() const { return *chain.back(); }
    // The space in which the first `fors` variables are bound.
    [[nodiscard]] const Space& after(std::size_t fors) const { return *chain[fors]; }
};

class Judge {
  public:
    explicit Judge(Evaluator& evaluator) : evaluator_(evaluator) {}

    // `root` binds the subject, or nothing; a smaller one leaves subjects out.
    [[nodiscard]] Judged judge(const LinkedRule& rule, const Space& root);
    [[nodiscard]] BindingSpace bindings(const LinkedRule& rule, const Space& root, const Bindings& bindings, std::size_t begin,
                                        std::size_t end);

    // Sees each incomplete list that makes a rule undetermined: of `variable`, over a tuple of a space that descends from `root`.
    using OpenList = std::function<void(const Space& space, std::uint32_t tuple, VariableId variable, std::uint32_t root_tuple)>;
    void open_lists(const Space& root, const std::vector<VariableId>& variables, const OpenList& found);

  private:
    [[nodiscard]] Bits possible(const Space& space, const std::vector<VariableId>& variables);
    void open_lists_below(const Space& space, const std::vector<VariableId>& variables, const std::vector<std::uint32_t>& root_tuples,
                          const OpenList& found);
    [[nodiscard]] std::vector<VariableId> independent(const std::vector<VariableId>& variables) const;

    Evaluator& evaluator_;
};

[[nodiscard]] std::vector<VariableId> variables_of(const LinkedRule& rule);

}  // namespace scantling::evaluation
