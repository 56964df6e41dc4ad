// The evaluator's core: expressions to vectors over spaces, each (expression, space) once. Kernels and sinks are built on it.
//
// Where an expression is computed (`home`): over the smallest full space that binds its variables, so that all rules share it; but an
// operand that is costly and is asked about a filtered space, or whose variables form a product, is computed over the space at hand. What
// depends on a tuple only through a ref that many tuples share is computed once for each row that those name.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

#include "engine/evaluate/evaluate.h"
#include "engine/evaluate/references.h"
#include "engine/evaluate/scratch.h"
#include "engine/evaluate/space.h"
#include "engine/evaluate/vector.h"
#include "engine/values/glob.h"
#include "engine/values/regex.h"

namespace scantling::evaluation {

// An operand: of an expression without variables one value that stands for all tuples (stride 0).
struct Side {
    VectorPtr vector;
    std::uint32_t stride = 1;

    [[nodiscard]] std::size_t at(std::size_t tuple) const { return tuple * stride; }
    [[nodiscard]] const Vector& operator*() const { return *vector; }
    [[nodiscard]] const Vector* operator->() const { return vector.get(); }
};

class Evaluator {
  public:
    Evaluator(const Program& program, const Facts& facts, const EvaluationOptions& options);
    Evaluator(const Evaluator&) = delete;
    Evaluator& operator=(const Evaluator&) = delete;

    [[nodiscard]] const Program& program() const { return program_; }
    [[nodiscard]] const Facts& facts() const { return facts_; }
    [[nodiscard]] const EvaluationOptions& options() const { return options_; }
    [[nodiscard]] Scratch& scratch() { return scratch_; }
    [[nodiscard]] const Type& type_of(ExpressionId id) const { return types_[program_.expressions[id].type]; }
    [[nodiscard]] const Type& type(TypeId id) const { return types_[id]; }
    [[nodiscard]] const Expression& node(ExpressionId id) const { return program_.expressions[id]; }
    [[nodiscard]] ExpressionId child(ExpressionId id, std::size_t i) const { return program_.expressions.child(id, i); }

    // One value a tuple of `space`.
    [[nodiscard]] VectorPtr evaluate(ExpressionId id, const Space& space);
    [[nodiscard]] Side side(ExpressionId id, const Space& space);
    // The values of single tuples of `space`, where they are computed: a thousand findings ask for one each.
    struct Source {
        VectorPtr vector;
        const std::vector<std::uint32_t>* lift = nullptr;  // from `space`, which keeps it, to where it is computed; null: that is `space`
        const Sharing* few = nullptr;                      // computed for representatives alone; null: for all

        [[nodiscard]] std::uint32_t index(std::uint32_t tuple) const {
            const std::uint32_t there = lift == nullptr ? tuple : (*lift)[tuple];
            return few == nullptr ? there : few->rows[there];
        }
    };
    [[nodiscard]] Source source(ExpressionId id, const Space& space);
    struct One {
        VectorPtr vector;
        std::uint32_t index = 0;
    };
    [[nodiscard]] One one(ExpressionId id, const Space& space, std::uint32_t tuple);
    [[nodiscard]] ListUse list(ExpressionId id, const Space& space);
    // Where the expression depends on a tuple only through a ref, and many tuples' refs name the same rows. Null where that is not so.
    [[nodiscard]] const Sharing* shared(ExpressionId id, const Space& space);
    [[nodiscard]] References& references() { return references_; }
    // The tuples by subject and by what the `follow` says of them: which row it is, that it is absent, or unknown.
    [[nodiscard]] Sharing group(ExpressionId follow, const Space& space);

    // The full space of these variables.
    const Space& full(const std::vector<VariableId>& order);
    // The smallest full space over which this expression has all its variables, of those that `space` binds.
    const Space& full_space_of(ExpressionId id, const Space& space) { return minimal(space, program_.analysis.scope_of[id]); }
    [[nodiscard]] std::uint64_t chunk_tuples() const { return chunk_; }
    [[nodiscard]] ListUse collection(VariableId variable, const Space& space);
    [[nodiscard]] bool is_bounded_product(const std::vector<VariableId>& order) const;

    // Expands `space` by `variables` in turn, in chunks where the whole would be large. `visit` gets each expanded space and, for each of
    // its tuples, the tuple of `space` that it came from. `reach` (may be empty) sees each list on the way: whose tuple, complete or not.
    using Visit = std::function<void(const Space& expanded, const std::vector<std::uint32_t>& source)>;
    using Reach = std::function<void(std::uint32_t source, bool incomplete)>;
    void expansions(const Space& space, const std::vector<VariableId>& variables, const Visit& visit, const Reach& reach);

    // Cells of records: what `field` reads.
    [[nodiscard]] Vector read(const Vector& record, SlotIndex slot, TypeId type, bool with_origins = false);
    // The same of one row, where the field is no list, map or record.
    [[nodiscard]] Scalar read_scalar(const Shape& shape, Row row, SlotIndex slot, TypeId type);
    [[nodiscard]] const Regex* regex(std::uint32_t text);  // null where it does not compile
    [[nodiscard]] const Glob& glob(std::uint32_t text);

    // Deadline, memory and cancellation: once set, everything not yet computed is unknown.
    [[nodiscard]] std::optional<CauseKind> interruption() const { return interruption_; }
    void check_interruption();
    // Counts scratch memory before it is used; the limit is looked at with the next operator or chunk.
    void spend(std::size_t bytes) { bytes_ += bytes; }
    void begin_sink() { ++in_sink_; }
    void end_sink() { --in_sink_; }
    [[nodiscard]] EvaluationStatistics& statistics() { return statistics_; }

  private:
    [[nodiscard]] const Space& minimal(const Space& space, std::uint32_t scope);
    [[nodiscard]] const Space& home(ExpressionId id, const Space& space);
    [[nodiscard]] VectorPtr computed(ExpressionId id, const Space& space);
    [[nodiscard]] bool has_memory_for(std::uint64_t elements);
    [[nodiscard]] VectorPtr spread(const VectorPtr& vector, const std::vector<std::uint32_t>& rows);
    [[nodiscard]] Vector compute(ExpressionId id, const Space& space);
    void expand_rest(const Space& origin, const Space& space, const std::vector<VariableId>& variables, std::size_t next,
                     const Visit& visit, const Reach& reach);
    [[nodiscard]] Vector read_one(const Shape& shape, const std::vector<std::uint32_t>& rows, SlotIndex slot, TypeId type,
                                  bool with_origins);
    [[nodiscard]] Vector read_list(TableId table, SlotIndex slot, const std::vector<std::uint32_t>& rows);
    [[nodiscard]] Vector elements_of(TableId child, std::vector<std::uint32_t> rows);
    void override_run(Vector& out, SlotIndex slot);

    const Program& program_;
    const Facts& facts_;
    const EvaluationOptions& options_;
    const Types& types_;
    Scratch scratch_;
    References references_;
    std::map<std::vector<VariableId>, std::unique_ptr<Space>> spaces_;
    std::unordered_map<std::uint32_t, std::unique_ptr<Regex>> regexes_;
    std::unordered_map<std::uint32_t, std::unique_ptr<Glob>> globs_;
    std::optional<SlotIndex> now_slot_;
    std::optional<SlotIndex> environment_slot_;
    std::optional<CauseKind> interruption_;
    std::chrono::steady_clock::time_point started_;
    std::uint64_t bytes_ = 0;
    std::uint64_t max_bytes_;
    std::uint64_t chunk_;
    std::uint32_t worth_sharing_;
    int in_sink_ = 0;
    EvaluationStatistics statistics_;
};

}  // namespace scantling::evaluation
