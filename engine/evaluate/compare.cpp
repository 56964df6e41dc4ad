// Equality and order. A count that is not settled is an interval: its bounds decide or leave open.
#include "engine/evaluate/compare.h"

#include "engine/values/version/version.h"

namespace scantling::evaluation {

namespace {

// Of a version constant that takes the ecosystem of what it is compared with.
constexpr std::uint32_t any_ecosystem = 0xFFFFFFFFU;

std::int64_t high_of(const Vector& v, std::size_t i) { return v.high.empty() ? v.wide[i] : v.high[i]; }

bool is_unbounded(const Vector& v, std::size_t i) { return !v.high.empty() && v.high[i] == unbounded; }

Truth truth(bool yes) { return yes ? Truth::yes : Truth::no; }

}  // namespace

Comparison::Comparison(Evaluator& evaluator, TypeId a, TypeId b) : evaluator_(&evaluator) {
    const Type& left = evaluator.type(a);
    const Type& right = evaluator.type(b);
    versions_ = left.kind == TypeKind::version || right.kind == TypeKind::version;
    a_is_text_ = left.kind != TypeKind::version;
    b_is_text_ = right.kind != TypeKind::version;
    if (left.kind == TypeKind::list && right.kind == TypeKind::list) {
        element_ = std::make_shared<const Comparison>(evaluator, left.element, right.element);
    }
}

VersionValue Comparison::version_at(const Vector& v, std::size_t i, bool is_text) const {
    if (is_text) return {v.narrow[i], any_ecosystem};
    return evaluator_->scratch().version(v.narrow[i]);
}

std::optional<int> Comparison::compare_versions_at(const Vector& a, std::size_t i, const Vector& b, std::size_t j) const {
    const VersionValue left = version_at(a, i, a_is_text_);
    const VersionValue right = version_at(b, j, b_is_text_);
    std::uint32_t ecosystem = left.ecosystem == any_ecosystem ? right.ecosystem : left.ecosystem;
    if (right.ecosystem != any_ecosystem && right.ecosystem != ecosystem) return std::nullopt;
    if (ecosystem == any_ecosystem) ecosystem = static_cast<std::uint32_t>(Ecosystem::generic);
    Scratch& scratch = evaluator_->scratch();
    const auto order = compare_versions(static_cast<Ecosystem>(ecosystem), scratch.text(left.text), scratch.text(right.text));
    if (!order) return std::nullopt;
    return *order < 0 ? -1 : *order > 0 ? 1 : 0;
}

Truth Comparison::equal(const Vector& a, std::size_t i, const Vector& b, std::size_t j) const {
    if (element_ != nullptr) return equal_lists(a, i, b, j);
    if (a.state(i) != State::present || b.state(j) != State::present) return Truth::unknown;
    if (versions_) {
        const auto order = compare_versions_at(a, i, b, j);
        return order ? truth(*order == 0) : Truth::unknown;
    }
    if (a.form == Form::logic) return truth(a.truth[i] == b.truth[j]);
    if (a.form != Form::wide) return truth(a.narrow[i] == b.narrow[j]);
    if (high_of(a, i) < b.wide[j] || high_of(b, j) < a.wide[i]) return Truth::no;
    return a.wide[i] == high_of(a, i) && b.wide[j] == high_of(b, j) ? Truth::yes : Truth::unknown;
}

Truth Comparison::less(const Vector& a, std::size_t i, const Vector& b, std::size_t j) const {
    if (a.state(i) != State::present || b.state(j) != State::present) return Truth::unknown;
    if (versions_) {
        const auto order = compare_versions_at(a, i, b, j);
        return order ? truth(*order < 0) : Truth::unknown;
    }
    if (a.form != Form::wide) return truth(a.narrow[i] < b.narrow[j]);
    if (!is_unbounded(a, i) && high_of(a, i) < b.wide[j]) return Truth::yes;
    return !is_unbounded(b, j) && a.wide[i] >= high_of(b, j) ? Truth::no : Truth::unknown;
}

Truth Comparison::less_equal(const Vector& a, std::size_t i, const Vector& b, std::size_t j) const {
    if (a.state(i) != State::present || b.state(j) != State::present) return Truth::unknown;
    if (versions_) {
        const auto order = compare_versions_at(a, i, b, j);
        return order ? truth(*order <= 0) : Truth::unknown;
    }
    if (a.form != Form::wide) return truth(a.narrow[i] <= b.narrow[j]);
    if (!is_unbounded(a, i) && high_of(a, i) <= b.wide[j]) return Truth::yes;
    return !is_unbounded(b, j) && a.wide[i] > high_of(b, j) ? Truth::no : Truth::unknown;
}

// Incomplete: unknown. Another length or a known pair that differs: false. Some pair unknown: unknown. Else true.
Truth Comparison::equal_lists(const Vector& a, std::size_t i, const Vector& b, std::size_t j) const {
    if (a.state(i) != State::present || b.state(j) != State::present || a.incomplete[i] || b.incomplete[j]) return Truth::unknown;
    const std::uint32_t length = a.offsets[i + 1] - a.offsets[i];
    if (length != b.offsets[j + 1] - b.offsets[j]) return Truth::no;
    Truth all = Truth::yes;
    for (std::uint32_t k = 0; k < length; ++k) {
        const Truth pair = element_->equal(*a.elements, a.offsets[i] + k, *b.elements, b.offsets[j] + k);
        if (pair == Truth::no) return Truth::no;
        if (pair == Truth::unknown) all = Truth::unknown;
    }
    return all;
}

// x in ys = any(y in ys: y == x)
Truth member(const Comparison& comparison, const Vector& x, std::size_t i, const ListUse& list, std::uint32_t tuple) {
    Truth found = list.incomplete(tuple) ? Truth::unknown : Truth::no;
    const std::uint32_t begin = list.begin(tuple);
    for (std::uint32_t e = begin; e < begin + list.length(tuple); ++e) {
        const Truth equal = comparison.equal(x, i, *list.list->elements, e);
        if (equal == Truth::yes) return Truth::yes;
        if (equal == Truth::unknown) found = Truth::unknown;
    }
    return found;
}

}  // namespace scantling::evaluation
