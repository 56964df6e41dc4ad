// Tests of texts. Against one pattern for all tuples, each distinct text is tested once.
#include <algorithm>

#include "engine/evaluate/compare.h"
#include "engine/evaluate/kernels/kernels.h"

namespace scantling::evaluation {

namespace {

bool starts(std::string_view text, std::string_view with) { return text.substr(0, with.size()) == with; }
bool ends(std::string_view text, std::string_view with) {
    return text.size() >= with.size() && text.substr(text.size() - with.size()) == with;
}

// Unknown only for a pattern that does not compile, which the front end lets through nowhere.
Truth test_text(Evaluator& evaluator, Op op, std::uint32_t text_id, std::uint32_t pattern_id) {
    const std::string_view text = evaluator.scratch().text(text_id);
    const std::string_view pattern = evaluator.scratch().text(pattern_id);
    bool holds = false;
    switch (op) {
        case Op::matches: {
            const Regex* regex = evaluator.regex(pattern_id);
            if (regex == nullptr) return Truth::unknown;
            holds = regex->search(text);
            break;
        }
        case Op::like:
            holds = evaluator.glob(pattern_id).matches(text);
            break;
        case Op::contains:
            holds = text.find(pattern) != std::string_view::npos;
            break;
        case Op::starts_with:
            holds = starts(text, pattern);
            break;
        default:
            holds = ends(text, pattern);
            break;
    }
    return holds ? Truth::yes : Truth::no;
}

Vector test_distinct(Evaluator& evaluator, Op op, const Vector& texts, std::uint32_t pattern, std::size_t size) {
    std::vector<std::uint32_t>& marks = evaluator.scratch().marks();
    const std::uint32_t epoch = evaluator.scratch().next_epoch();
    return make_logic(size, [&](std::size_t t) {
        if (texts.state(t) != State::present) return Truth::unknown;
        std::uint32_t& mark = marks[texts.narrow[t]];
        if (mark == epoch || mark == epoch + 1) return mark == epoch ? Truth::no : Truth::yes;
        const Truth truth = test_text(evaluator, op, texts.narrow[t], pattern);
        if (truth != Truth::unknown) mark = epoch + (truth == Truth::yes ? 1 : 0);
        return truth;
    });
}

// Of lists: the first (last) elements of the left against those of the right, pair by pair, as equality of lists.
Truth list_edge(const Comparison& comparison, const ListUse& xs, const ListUse& ys, std::uint32_t t, bool at_end) {
    if (xs.incomplete(t) || ys.incomplete(t)) return Truth::unknown;
    const std::uint32_t length = ys.length(t);
    if (xs.length(t) < length) return Truth::no;
    const std::uint32_t begin = xs.begin(t) + (at_end ? xs.length(t) - length : 0);
    Truth all = Truth::yes;
    for (std::uint32_t k = 0; k < length; ++k) {
        const Truth pair = comparison.equal(*xs.list->elements, begin + k, *ys.list->elements, ys.begin(t) + k);
        if (pair == Truth::no) return Truth::no;
        if (pair == Truth::unknown) all = Truth::unknown;
    }
    return all;
}

}  // namespace

Vector text_test(Evaluator& evaluator, ExpressionId id, const Space& space) {
    const Op op = evaluator.node(id).op;
    const ExpressionId left = evaluator.child(id, 0);
    const ExpressionId right = evaluator.child(id, 1);
    if (evaluator.type_of(left).kind == TypeKind::list) {
        const ListUse xs = evaluator.list(left, space);
        const ListUse ys = evaluator.list(right, space);
        const Comparison comparison(evaluator, evaluator.type_of(left).element, evaluator.type_of(right).element);
        return make_logic(space.size,
                          [&](std::size_t t) { return list_edge(comparison, xs, ys, static_cast<std::uint32_t>(t), op == Op::ends_with); });
    }
    const Side text = evaluator.side(left, space);
    const Side pattern = evaluator.side(right, space);
    if (pattern.stride == 0 && text.stride == 1 && pattern->state(0) == State::present) {
        return test_distinct(evaluator, op, *text, pattern->narrow[0], space.size);
    }
    return make_logic(space.size, [&](std::size_t t) {
        if (text->state(text.at(t)) != State::present || pattern->state(pattern.at(t)) != State::present) return Truth::unknown;
        return test_text(evaluator, op, text->narrow[text.at(t)], pattern->narrow[pattern.at(t)]);
    });
}

}  // namespace scantling::evaluation
