// Aggregates over lists: first last sum min max unique without join.
#include <algorithm>

#include "engine/evaluate/compare.h"
#include "engine/evaluate/kernels/kernels.h"
#include "engine/values/arithmetic.h"

namespace scantling::evaluation {

namespace {

Vector edge(Evaluator& evaluator, ExpressionId id, const Space& space, bool at_end) {
    const ListUse list = evaluator.list(evaluator.child(id, 0), space);
    std::vector<std::uint32_t> picks(space.size, open_pick);
    for (std::uint32_t t = 0; t < space.size; ++t) {
        if (list.incomplete(t)) continue;
        picks[t] = list.length(t) == 0 ? no_pick : list.begin(t) + (at_end ? list.length(t) - 1 : 0);
    }
    return pick(list.list->elements, picks, form_of(evaluator.type_of(id).kind));
}

// Of nothing 0; unknown where the list is incomplete, an element is, or the sum overflows.
Vector sum(Evaluator& evaluator, ExpressionId id, const Space& space) {
    const ListUse list = evaluator.list(evaluator.child(id, 0), space);
    Vector out = unknown_vector(Form::wide, space.size);
    for (std::uint32_t t = 0; t < space.size; ++t) {
        std::optional<std::int64_t> total = 0;
        if (list.incomplete(t)) continue;
        const std::uint32_t begin = list.begin(t);
        for (std::uint32_t e = begin; e < begin + list.length(t) && total; ++e) {
            const Vector& elements = *list.list->elements;
            const bool settled = elements.state(e) == State::present && (elements.high.empty() || elements.high[e] == elements.wide[e]);
            total = settled ? checked_add(*total, elements.wide[e]) : std::nullopt;
        }
        if (!total) continue;
        out.wide[t] = *total;
        out.states[t] = State::present;
    }
    return out;
}

// The first of the least (greatest); unknown where two cannot be compared.
Vector extreme(Evaluator& evaluator, ExpressionId id, const Space& space, bool greatest) {
    const ExpressionId list_id = evaluator.child(id, 0);
    const ListUse list = evaluator.list(list_id, space);
    const TypeId element = evaluator.type_of(list_id).element;
    const Comparison comparison(evaluator, element, element);
    std::vector<std::uint32_t> picks(space.size, open_pick);
    for (std::uint32_t t = 0; t < space.size; ++t) {
        if (list.incomplete(t)) continue;
        std::uint32_t best = no_pick;
        const std::uint32_t begin = list.begin(t);
        for (std::uint32_t e = begin; e < begin + list.length(t) && best != open_pick; ++e) {
            const Vector& all = *list.list->elements;
            if (best == no_pick) {
                best = all.state(e) == State::present && comparison.equal(all, e, all, e) == Truth::yes ? e : open_pick;
                continue;
            }
            const Truth better = greatest ? comparison.less(all, best, all, e) : comparison.less(all, e, all, best);
            if (better == Truth::unknown) best = open_pick;
            if (better == Truth::yes) best = e;
        }
        picks[t] = best;
    }
    return pick(list.list->elements, picks, form_of(evaluator.type_of(id).kind));
}

// Keeps the elements that `keep` finds true; one that is unknown is left out and makes the result incomplete.
template <typename F>
Vector keep_elements(const ListUse& list, std::uint32_t size, F&& keep) {
    Vector out = empty_vector(Form::list);
    out.size = size;
    out.incomplete = Bits(size);
    std::vector<std::uint32_t> chosen;
    for (std::uint32_t t = 0; t < size; ++t) {
        if (list.incomplete(t)) out.incomplete.set(t);
        const std::size_t before = chosen.size();
        const std::uint32_t begin = list.begin(t);
        for (std::uint32_t e = begin; e < begin + list.length(t); ++e) {
            const Truth truth = keep(t, e, std::span<const std::uint32_t>(chosen).subspan(before));
            if (truth == Truth::yes) chosen.push_back(e);
            if (truth == Truth::unknown) out.incomplete.set(t);
        }
        out.offsets.push_back(static_cast<std::uint32_t>(chosen.size()));
    }
    if (list.list->elements != nullptr) out.elements = std::make_shared<const Vector>(gather(*list.list->elements, chosen));
    return out;
}

Vector unique(Evaluator& evaluator, ExpressionId id, const Space& space) {
    const ListUse list = evaluator.list(evaluator.child(id, 0), space);
    const TypeId element = evaluator.type_of(evaluator.child(id, 0)).element;
    const Comparison comparison(evaluator, element, element);
    return keep_elements(list, space.size, [&](std::uint32_t, std::uint32_t e, std::span<const std::uint32_t> kept) {
        const Vector& all = *list.list->elements;
        if (all.state(e) != State::present) return Truth::unknown;
        // Versions that cannot be compared are two: left out, the second would go as soon as an unknown first one became known.
        const bool repeated =
            std::any_of(kept.begin(), kept.end(), [&](std::uint32_t other) { return comparison.equal(all, e, all, other) == Truth::yes; });
        return repeated ? Truth::no : Truth::yes;
    });
}

Vector without(Evaluator& evaluator, ExpressionId id, const Space& space) {
    const ListUse list = evaluator.list(evaluator.child(id, 0), space);
    const ListUse others = evaluator.list(evaluator.child(id, 1), space);
    const Comparison comparison(evaluator, evaluator.type_of(evaluator.child(id, 0)).element,
                                evaluator.type_of(evaluator.child(id, 1)).element);
    return keep_elements(list, space.size, [&](std::uint32_t t, std::uint32_t e, std::span<const std::uint32_t>) {
        const Vector& all = *list.list->elements;
        if (all.state(e) != State::present) return Truth::unknown;
        Truth keep = others.incomplete(t) ? Truth::unknown : Truth::yes;
        for (std::uint32_t o = others.begin(t); o < others.begin(t) + others.length(t); ++o) {
            const Truth equal = comparison.equal(all, e, *others.list->elements, o);
            if (equal == Truth::yes) return Truth::no;
            if (equal == Truth::unknown) keep = Truth::unknown;
        }
        return keep;
    });
}

Vector join(Evaluator& evaluator, ExpressionId id, const Space& space) {
    const ListUse list = evaluator.list(evaluator.child(id, 0), space);
    const Side separator = evaluator.side(evaluator.child(id, 1), space);
    Scratch& scratch = evaluator.scratch();
    Vector out = unknown_vector(Form::narrow, space.size);
    for (std::uint32_t t = 0; t < space.size; ++t) {
        bool known = !list.incomplete(t) && separator->state(separator.at(t)) == State::present;
        std::string text;
        for (std::uint32_t k = 0; k < list.length(t) && known; ++k) {
            const std::uint32_t e = list.begin(t) + k;
            known = list.list->elements->state(e) == State::present;
            if (k != 0) text += scratch.text(separator->narrow[separator.at(t)]);
            if (known) text += scratch.text(list.list->elements->narrow[e]);
        }
        if (!known) continue;
        out.states[t] = State::present;
        out.narrow[t] = scratch.text_id(text);
    }
    return out;
}

// The entries of a map, by key.
Vector entries(Evaluator& evaluator, ExpressionId id, const Space& space) {
    const ExpressionId map_id = evaluator.child(id, 0);
    Vector out = *evaluator.evaluate(map_id, space);
    if (out.elements == nullptr || out.elements->size == 0) return out;
    const Vector keys = evaluator.read(*out.elements, 0, evaluator.type_of(map_id).key);
    const bool texts = evaluator.type(evaluator.type_of(map_id).key).kind == TypeKind::string;
    Scratch& scratch = evaluator.scratch();
    std::vector<std::uint32_t> sorted(out.elements->size);
    for (std::uint32_t e = 0; e < sorted.size(); ++e) sorted[e] = e;
    for (std::uint32_t t = 0; t < out.size; ++t) {
        std::stable_sort(sorted.begin() + out.offsets[t], sorted.begin() + out.offsets[t + 1], [&](std::uint32_t a, std::uint32_t b) {
            return texts ? scratch.text(keys.narrow[a]) < scratch.text(keys.narrow[b]) : keys.narrow[a] < keys.narrow[b];
        });
    }
    out.elements = std::make_shared<const Vector>(gather(*out.elements, sorted));
    return out;
}

}  // namespace

Vector aggregate(Evaluator& evaluator, ExpressionId id, const Space& space) {
    switch (static_cast<Builtin>(evaluator.node(id).payload)) {
        case Builtin::first:
            return edge(evaluator, id, space, false);
        case Builtin::last:
            return edge(evaluator, id, space, true);
        case Builtin::sum:
            return sum(evaluator, id, space);
        case Builtin::min:
            return extreme(evaluator, id, space, false);
        case Builtin::max:
            return extreme(evaluator, id, space, true);
        case Builtin::unique:
            return unique(evaluator, id, space);
        case Builtin::without:
            return without(evaluator, id, space);
        case Builtin::join:
            return join(evaluator, id, space);
        default:
            return entries(evaluator, id, space);
    }
}

}  // namespace scantling::evaluation
