// Where an expression is computed, and by which kernel.
#include "engine/evaluate/evaluator.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>

#include "engine/base/limits.h"
#include "engine/base/text_hash.h"
#include "engine/evaluate/kernels/kernels.h"

namespace scantling::evaluation {

namespace {

std::optional<SlotIndex> run_slot(const Layout& layout, std::string_view field) {
    const std::uint32_t root = layout.schema().run_root();
    const auto index = layout.schema().records()[root].index_of(field);
    if (!index) return std::nullopt;
    return layout.slot_of(root, *index);
}

Vector rows_of(TableId table, std::uint32_t count) {
    Vector out = empty_vector(Form::record);
    out.size = count;
    out.narrow.resize(count);
    std::iota(out.narrow.begin(), out.narrow.end(), 0U);
    out.shapes.push_back({table, 0});
    return out;
}

}  // namespace

Evaluator::Evaluator(const Program& program, const Facts& facts, const EvaluationOptions& options)
    : program_(program),
      facts_(facts),
      options_(options),
      types_(program.schema->types()),
      scratch_(facts),
      references_(program.expressions),
      now_slot_(run_slot(facts.layout(), "now")),
      environment_slot_(run_slot(facts.layout(), "environment")),
      started_(std::chrono::steady_clock::now()),
      max_bytes_(options.max_bytes == 0 ? limits::scratch_bytes : options.max_bytes),
      chunk_(options.chunk_tuples == 0 ? limits::chunk_tuples : options.chunk_tuples),
      worth_sharing_(options.shared_tuples == 0 ? limits::shared_tuples : options.shared_tuples) {
    spaces_.emplace(std::vector<VariableId>{}, std::make_unique<Space>(run_space()));
}

const Space& Evaluator::full(const std::vector<VariableId>& order) {
    const auto found = spaces_.find(order);
    if (found != spaces_.end()) return *found->second;
    const Space& parent = full(std::vector<VariableId>(order.begin(), order.end() - 1));
    auto space = std::make_unique<Space>(expand(parent, order.back(), collection(order.back(), parent), true));
    return *spaces_.emplace(order, std::move(space)).first->second;
}

ListUse Evaluator::collection(VariableId variable, const Space& space) {
    if (variable != subject_variable) return list(program_.expressions.variables[variable].collection, space);
    Vector subjects = empty_vector(Form::list);
    subjects.size = 1;
    subjects.offsets = {0, facts_.subjects()};
    subjects.elements = std::make_shared<const Vector>(rows_of(subjects_table, facts_.subjects()));
    subjects.incomplete = Bits(1);
    return {std::make_shared<const Vector>(std::move(subjects)), {}, true};
}

const Space& Evaluator::minimal(const Space& space, std::uint32_t scope) {
    for (const auto& [known, at] : space.minimal) {
        if (known == scope) return *at;
    }
    // The last occurrence of each variable counts: an inner one of the same name hides an outer one.
    const std::vector<std::uint32_t>& wanted = program_.analysis.scopes[scope];
    std::vector<VariableId> order;
    for (auto v = space.order.rbegin(); v != space.order.rend(); ++v) {
        const bool free = std::binary_search(wanted.begin(), wanted.end(), *v);
        if (free && std::find(order.begin(), order.end(), *v) == order.end()) order.push_back(*v);
    }
    std::reverse(order.begin(), order.end());
    const Space& found = space.full && order == space.order ? space : full(order);
    space.minimal.emplace_back(scope, &found);
    return found;
}

const Space& Evaluator::home(ExpressionId id, const Space& space) {
    const std::uint32_t scope = program_.analysis.scope_of[id];
    if (space.full) return minimal(space, scope);
    const bool is_whole = program_.analysis.scopes[scope].size() == space.order.size();
    if (program_.analysis.bounded[scope] && !(program_.analysis.lazy[id] && is_whole)) return minimal(space, scope);
    return space;
}

VectorPtr Evaluator::evaluate(ExpressionId id, const Space& space) {
    if (form_of(type_of(id).kind) == Form::list) {
        const ListUse use = list(id, space);
        return use.is_identity ? use.list : spread(use.list, use.rows);
    }
    const Space& at = home(id, space);
    VectorPtr vector = computed(id, at);
    if (&at == &space) return vector;
    return spread(vector, *lift_map(space, at));
}

Side Evaluator::side(ExpressionId id, const Space& space) {
    if (program_.analysis.scopes[program_.analysis.scope_of[id]].empty()) return {computed(id, full({})), 0};
    return {evaluate(id, space), 1};
}

Evaluator::Source Evaluator::source(ExpressionId id, const Space& space) {
    const Space& at = home(id, space);
    Source out;
    if (&at != &space) out.lift = lift_map(space, at).get();
    if (form_of(type_of(id).kind) == Form::list) out.few = shared(id, at);
    out.vector = computed(id, out.few == nullptr ? at : out.few->representatives);
    return out;
}

Evaluator::One Evaluator::one(ExpressionId id, const Space& space, std::uint32_t tuple) {
    Source from = source(id, space);
    return {std::move(from.vector), from.index(tuple)};
}

ListUse Evaluator::list(ExpressionId id, const Space& space) {
    const Space& at = home(id, space);
    const Sharing* few = shared(id, at);
    ListUse use{computed(id, few == nullptr ? at : few->representatives), {}, few == nullptr && &at == &space};
    if (use.is_identity) return use;
    use.rows = &at == &space ? few->rows : *lift_map(space, at);
    if (few != nullptr && &at != &space) {
        for (std::uint32_t& row : use.rows) row = few->rows[row];
    }
    return use;
}

const Sharing* Evaluator::shared(ExpressionId id, const Space& space) {
    if (space.size < worth_sharing_) return nullptr;
    const auto follow = references_.through(id);
    if (!follow) return nullptr;
    const auto [at, added] = space.shared.try_emplace(*follow);
    if (added && !interruption_) {
        Sharing found = group(*follow, space);
        // An interruption leaves refs unknown that are not: that grouping is none.
        if (!interruption_ && found.representatives.size < space.size) at->second = std::make_shared<const Sharing>(std::move(found));
    }
    return at->second.get();
}

// A ref names a row of one table: two of a subject that are alike in this are alike in all that depends on them alone.
Sharing Evaluator::group(ExpressionId follow, const Space& space) {
    const VectorPtr record = evaluate(follow, space);
    const bool of_subject = !space.order.empty() && space.order.front() == subject_variable;
    const auto subjects = of_subject ? lift_map(space, full({subject_variable})) : nullptr;
    Sharing out;
    out.rows.reserve(space.size);
    std::vector<std::uint32_t> first;
    std::unordered_map<std::uint64_t, std::uint32_t, NumberHash> seen;
    for (std::uint32_t t = 0; t < space.size; ++t) {
        const State state = record->state(t);
        const std::uint32_t row = state == State::present ? record->narrow[t] : state == State::absent ? no_row - 1 : no_row;
        const std::uint64_t key = (std::uint64_t{subjects == nullptr ? 0 : (*subjects)[t]} << 32U) | row;
        const auto [at, added] = seen.emplace(key, static_cast<std::uint32_t>(first.size()));
        if (added) first.push_back(t);
        out.rows.push_back(at->second);
    }
    out.representatives = pick_tuples(space, std::move(first));
    return out;
}

// Of lists, before they are made: where many tuples have a long one each, it may be more than there is memory for.
bool Evaluator::has_memory_for(std::uint64_t elements) {
    constexpr std::uint64_t element_bytes = 16;
    if (bytes_ + elements * element_bytes <= max_bytes_) return true;
    interruption_ = CauseKind::memory;
    return false;
}

// The values at these rows, lists copied.
VectorPtr Evaluator::spread(const VectorPtr& vector, const std::vector<std::uint32_t>& rows) {
    if (vector->form == Form::list) {
        std::uint64_t elements = 0;
        for (const std::uint32_t row : rows) elements += vector->offsets[row + 1] - vector->offsets[row];
        if (!has_memory_for(elements)) return std::make_shared<const Vector>(unknown_vector(Form::list, rows.size()));
    }
    return std::make_shared<const Vector>(gather(*vector, rows));
}

VectorPtr Evaluator::computed(ExpressionId id, const Space& space) {
    if (const auto found = space.vectors.find(id); found != space.vectors.end()) return found->second;
    check_interruption();
    VectorPtr vector;
    if (interruption_) {
        vector = std::make_shared<const Vector>(unknown_vector(form_of(type_of(id).kind), space.size));
    } else if (const Sharing* few = program_.analysis.lazy[id] ? shared(id, space) : nullptr) {
        vector = spread(computed(id, few->representatives), few->rows);
        if (space.full) bytes_ += vector->bytes();
    } else {
        vector = std::make_shared<const Vector>(compute(id, space));
        if (in_sink_ != 0) {
            ++statistics_.sink_calls;
        } else {
            ++statistics_.kernel_calls;
            statistics_.kernel_rows += space.size;
        }
        if (space.full) bytes_ += vector->bytes();
    }
    space.vectors.emplace(id, vector);
    return vector;
}

Vector Evaluator::compute(ExpressionId id, const Space& space) {
    const Expression& at = node(id);
    switch (at.op) {
        case Op::constant:
            return space.size == 1
                       ? constant(*this, program_.expressions.constants[at.payload])
                       : gather(constant(*this, program_.expressions.constants[at.payload]), std::vector<std::uint32_t>(space.size, 0));
        case Op::run:
            return space.size == 1 ? rows_of(run_table, 1) : gather(rows_of(run_table, 1), std::vector<std::uint32_t>(space.size, 0));
        case Op::subject:
        case Op::variable:
            return variable(*this, id, space);
        case Op::field:
            return read(*evaluate(child(id, 0), space), static_cast<SlotIndex>(at.payload), at.type);
        case Op::follow:
            return follow(*this, id, space);
        case Op::narrow:
            return narrow(*this, id, space);
        case Op::lookup:
            return lookup(*this, id, space);
        case Op::and_:
            return conjunction(*this, id, space);
        case Op::or_:
            return disjunction(*this, id, space);
        case Op::not_:
            return negation(*this, id, space);
        case Op::present:
            return is_present(*this, id, space);
        case Op::known:
            return is_known(*this, id, space);
        case Op::coalesce:
            return coalesce(*this, id, space);
        case Op::equal:
            return equal(*this, id, space);
        case Op::less:
        case Op::less_equal:
            return order(*this, id, space);
        case Op::in_list:
            return in_list(*this, id, space);
        case Op::within:
            return within(*this, id, space);
        case Op::same:
            return same(*this, id, space);
        case Op::matches:
        case Op::like:
        case Op::contains:
        case Op::starts_with:
        case Op::ends_with:
            return text_test(*this, id, space);
        case Op::add:
        case Op::subtract:
        case Op::multiply:
        case Op::negate:
        case Op::widen:
            return arithmetic(*this, id, space);
        case Op::any:
            return any(*this, id, space);
        case Op::count_if:
            return count_if(*this, id, space);
        case Op::count:
            return count(*this, id, space);
        case Op::comprehension:
            return comprehension(*this, id, space);
        case Op::list:
            return list_of(*this, id, space);
        case Op::call:
            return call(*this, id, space);
        case Op::parameter:    // gone after linking
        case Op::interpolate:  // a sink's business
            break;
    }
    return unknown_vector(form_of(type_of(id).kind), space.size);
}

void Evaluator::expansions(const Space& space, const std::vector<VariableId>& variables, const Visit& visit, const Reach& reach) {
    expand_rest(space, space, variables, 0, visit, reach);
}

void Evaluator::expand_rest(const Space& origin, const Space& space, const std::vector<VariableId>& variables, std::size_t next,
                            const Visit& visit, const Reach& reach) {
    if (interruption_) return;
    if (next == variables.size()) {
        visit(space, ancestor_map(space, origin));
        return;
    }
    const ListUse use = collection(variables[next], space);
    if (reach) {
        const std::vector<std::uint32_t> source = ancestor_map(space, origin);
        for (std::uint32_t t = 0; t < space.size; ++t) reach(source[t], use.incomplete(t));
    }
    std::uint64_t total = 0;
    for (std::uint32_t t = 0; t < space.size; ++t) total += use.length(t);
    std::vector<VariableId> order = space.order;
    order.push_back(variables[next]);
    if (space.full && (total <= chunk_ || is_bounded_product(order))) {
        expand_rest(origin, full(order), variables, next + 1, visit, reach);
        return;
    }
    if (total <= chunk_ || space.size == 1) {
        const Space expanded = expand(space, variables[next], use, false);
        expand_rest(origin, expanded, variables, next + 1, visit, reach);
        return;
    }
    for (std::uint32_t begin = 0; begin < space.size && !interruption_;) {
        std::uint32_t end = begin;
        for (std::uint64_t tuples = 0; end < space.size && (end == begin || tuples + use.length(end) <= chunk_); ++end) {
            tuples += use.length(end);
        }
        const Space part = range(space, begin, end);
        ListUse part_use{use.list, {}, false};
        for (std::uint32_t t = begin; t < end; ++t) part_use.rows.push_back(use.row(t));
        const Space expanded = expand(part, variables[next], std::move(part_use), false);
        expand_rest(origin, expanded, variables, next + 1, visit, reach);
        begin = end;
        check_interruption();
    }
}

// Whether the full space of these variables has one tuple a row of a list that is owned.
bool Evaluator::is_bounded_product(const std::vector<VariableId>& order) const {
    std::size_t deepest = 0;
    std::size_t bound = 0;
    for (const VariableId variable : order) {
        if (variable == subject_variable) continue;
        if (!program_.analysis.owned[variable]) return false;
        ++bound;
        const auto& above = program_.analysis.scopes[program_.analysis.scope_of[program_.expressions.variables[variable].collection]];
        const auto reads = std::count_if(above.begin(), above.end(), [](VariableId v) { return v != subject_variable; });
        deepest = std::max(deepest, static_cast<std::size_t>(reads) + 1);
    }
    return deepest == bound;
}

const Regex* Evaluator::regex(std::uint32_t text) {
    auto& slot = regexes_[text];
    if (slot == nullptr) {
        auto compiled = Regex::compile(scratch_.text(text));
        if (!compiled) return nullptr;
        slot = std::make_unique<Regex>(std::move(*compiled));
    }
    return slot.get();
}

const Glob& Evaluator::glob(std::uint32_t text) {
    auto& slot = globs_[text];
    if (slot == nullptr) slot = std::make_unique<Glob>(scratch_.text(text));
    return *slot;
}

void Evaluator::check_interruption() {
    if (interruption_) return;
    if (options_.cancelled != nullptr && options_.cancelled->load(std::memory_order_relaxed)) {
        interruption_ = CauseKind::cancelled;
    } else if (bytes_ > max_bytes_) {
        interruption_ = CauseKind::memory;
    } else if (options_.deadline_microseconds) {
        const auto spent = std::chrono::steady_clock::now() - started_;
        if (std::chrono::duration_cast<std::chrono::microseconds>(spent).count() >= *options_.deadline_microseconds) {
            interruption_ = CauseKind::deadline;
        }
    }
}

}  // namespace scantling::evaluation
