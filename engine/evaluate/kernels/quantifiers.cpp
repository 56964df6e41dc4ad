// Quantifiers, counts and comprehensions: expand the space along a list, compute the condition over the larger space, reduce it back.
#include <algorithm>
#include <numeric>

#include "engine/evaluate/kernels/join.h"
#include "engine/evaluate/kernels/kernels.h"

namespace scantling::evaluation {

// Some true: true. Else some unknown, or incomplete: unknown. Else false.
Vector any(Evaluator& evaluator, ExpressionId id, const Space& space) {
    const ExpressionId condition = evaluator.child(id, 1);
    const ListUse list = evaluator.list(evaluator.child(id, 0), space);
    Vector out = unknown_vector(Form::logic, space.size);
    out.unknown = Bits(space.size);
    for (std::uint32_t t = 0; t < space.size; ++t) {
        if (list.incomplete(t)) out.unknown.set(t);
    }
    const auto reduce = [&](const Space& expanded, const std::vector<std::uint32_t>& source) {
        const VectorPtr holds = evaluator.evaluate(condition, expanded);
        for (std::uint32_t e = 0; e < expanded.size; ++e) {
            if (holds->truth[e]) {
                out.truth.set(source[e]);
            } else if (holds->state(e) != State::present) {
                out.unknown.set(source[e]);
            }
        }
    };
    if (!visit_joined(evaluator, id, space, reduce)) evaluator.expansions(space, {evaluator.node(id).payload}, reduce, {});
    if (evaluator.interruption()) out.unknown = Bits(space.size, true);
    for (std::size_t w = 0; w < out.unknown.words().size(); ++w) out.unknown.words()[w] &= ~out.truth.words()[w];
    return out;
}

namespace {

// Both bounds are the same wherever `high` ends up empty.
void settle(Vector& out) {
    if (std::equal(out.wide.begin(), out.wide.end(), out.high.begin())) out.high.clear();
}

}  // namespace

// Between the true ones and those that are not false; without an upper bound where the list is incomplete.
Vector count_if(Evaluator& evaluator, ExpressionId id, const Space& space) {
    const ExpressionId condition = evaluator.child(id, 1);
    const ListUse list = evaluator.list(evaluator.child(id, 0), space);
    Vector out = empty_vector(Form::wide);
    out.size = space.size;
    out.wide.assign(space.size, 0);
    out.high.assign(space.size, 0);
    const auto reduce = [&](const Space& expanded, const std::vector<std::uint32_t>& source) {
        const VectorPtr holds = evaluator.evaluate(condition, expanded);
        for (std::uint32_t e = 0; e < expanded.size; ++e) {
            if (holds->truth[e]) ++out.wide[source[e]];
            if (holds->truth[e] || holds->state(e) != State::present) ++out.high[source[e]];
        }
    };
    if (!visit_joined(evaluator, id, space, reduce)) evaluator.expansions(space, {evaluator.node(id).payload}, reduce, {});
    for (std::uint32_t t = 0; t < space.size; ++t) {
        if (evaluator.interruption()) out.wide[t] = 0;
        if (evaluator.interruption() || list.incomplete(t)) out.high[t] = unbounded;
    }
    settle(out);
    return out;
}

Vector count(Evaluator& evaluator, ExpressionId id, const Space& space) {
    const ListUse list = evaluator.list(evaluator.child(id, 0), space);
    Vector out = empty_vector(Form::wide);
    out.size = space.size;
    for (std::uint32_t t = 0; t < space.size; ++t) {
        out.wide.push_back(list.length(t));
        out.high.push_back(list.incomplete(t) ? unbounded : out.wide.back());
    }
    settle(out);
    return out;
}

// The elements whose condition is true, in order; one whose condition is unknown is left out and makes the result incomplete.
Vector comprehension(Evaluator& evaluator, ExpressionId id, const Space& space) {
    const ExpressionId element = evaluator.child(id, 0);
    const ExpressionId condition = evaluator.child(id, 1);
    const std::vector<std::uint32_t>& generators = evaluator.program().expressions.generators[evaluator.node(id).payload];
    Vector out = empty_vector(Form::list);
    out.size = space.size;
    out.incomplete = Bits(space.size, evaluator.interruption().has_value());
    Vector elements = empty_vector(form_of(evaluator.type_of(element).kind));
    std::vector<std::uint32_t> lengths(space.size, 0);
    const auto collect = [&](const Space& expanded, const std::vector<std::uint32_t>& source) {
        const VectorPtr holds = evaluator.evaluate(condition, expanded);
        std::vector<std::uint32_t> chosen;
        for (std::uint32_t e = 0; e < expanded.size; ++e) {
            if (holds->truth[e]) {
                chosen.push_back(e);
                ++lengths[source[e]];
            } else if (holds->state(e) != State::present) {
                out.incomplete.set(source[e]);
            }
        }
        append(elements, *evaluator.evaluate(element, expanded), chosen);
        evaluator.spend(chosen.size() * 8);
    };
    const auto reach = [&](std::uint32_t source, bool incomplete) {
        if (incomplete) out.incomplete.set(source);
    };
    evaluator.expansions(space, generators, collect, reach);
    if (evaluator.interruption()) out.incomplete = Bits(space.size, true);
    out.offsets.assign(1, 0);
    for (std::uint32_t t = 0; t < space.size; ++t) out.offsets.push_back(out.offsets.back() + lengths[t]);
    out.elements = std::make_shared<const Vector>(std::move(elements));
    return out;
}

// `[a, b]`: an element a child.
Vector list_of(Evaluator& evaluator, ExpressionId id, const Space& space) {
    const std::uint32_t length = evaluator.node(id).child_count;
    const Form form = form_of(evaluator.type(evaluator.type_of(id).element).kind);
    Vector out = empty_vector(Form::list);
    out.size = space.size;
    out.incomplete = Bits(space.size);
    Vector pool = empty_vector(form);
    for (std::uint32_t i = 0; i < length; ++i) {
        std::vector<std::uint32_t> all(space.size);
        std::iota(all.begin(), all.end(), 0U);
        append(pool, *evaluator.evaluate(evaluator.child(id, i), space), all);
    }
    std::vector<std::uint32_t> interleaved;
    interleaved.reserve(std::size_t{space.size} * length);
    for (std::uint32_t t = 0; t < space.size; ++t) {
        for (std::uint32_t i = 0; i < length; ++i) interleaved.push_back(i * space.size + t);
        out.offsets.push_back(out.offsets.back() + length);
    }
    out.elements = std::make_shared<const Vector>(gather(pool, interleaved));
    return out;
}

}  // namespace scantling::evaluation
