// Checked arithmetic: what overflows is unknown.
#include "engine/values/arithmetic.h"

#include "engine/evaluate/kernels/kernels.h"
#include "engine/values/decimal.h"

namespace scantling::evaluation {

namespace {

std::optional<std::int64_t> apply(Op op, std::int64_t a, std::int64_t b, bool decimals) {
    switch (op) {
        case Op::add:
            return checked_add(a, b);
        case Op::subtract:
            return checked_subtract(a, b);
        case Op::multiply:
            return decimals ? multiply_decimals(a, b) : checked_multiply(a, b);
        case Op::negate:
            return checked_negate(a);
        default:
            return decimal_from_int(a);
    }
}

bool is_settled(const Vector& v, std::size_t i) { return v.state(i) == State::present && (v.high.empty() || v.high[i] == v.wide[i]); }

// A count that is compared with a decimal keeps its bounds.
void widen_bounds(Vector& out, const Side& count) {
    if (count->high.empty()) return;
    out.high = out.wide;
    for (std::uint32_t t = 0; t < out.size; ++t) {
        const std::size_t i = count.at(t);
        if (count->state(i) != State::present || count->high[i] == count->wide[i]) continue;
        const auto low = decimal_from_int(count->wide[i]);
        if (!low) continue;
        const auto high = count->high[i] == unbounded ? std::nullopt : decimal_from_int(count->high[i]);
        out.states[t] = State::present;
        out.wide[t] = *low;
        out.high[t] = high.value_or(unbounded);
    }
}

}  // namespace

Vector arithmetic(Evaluator& evaluator, ExpressionId id, const Space& space) {
    const Op op = evaluator.node(id).op;
    const bool unary = op == Op::negate || op == Op::widen;
    const Side a = evaluator.side(evaluator.child(id, 0), space);
    const Side b = unary ? a : evaluator.side(evaluator.child(id, 1), space);
    // `decimal * decimal`; a number times a duration or size counts whole units.
    const bool decimals = op == Op::multiply && evaluator.type_of(evaluator.child(id, 0)).kind == TypeKind::decimal &&
                          evaluator.type_of(evaluator.child(id, 1)).kind == TypeKind::decimal;
    Vector out = empty_vector(Form::wide);
    out.size = space.size;
    out.wide.assign(space.size, 0);
    out.states.assign(space.size, State::unknown);
    for (std::uint32_t t = 0; t < space.size; ++t) {
        if (!is_settled(*a, a.at(t)) || !is_settled(*b, b.at(t))) continue;
        const auto value = apply(op, a->wide[a.at(t)], b->wide[b.at(t)], decimals);
        if (!value) continue;
        out.wide[t] = *value;
        out.states[t] = State::present;
    }
    if (op == Op::widen) widen_bounds(out, a);
    return out;
}

}  // namespace scantling::evaluation
