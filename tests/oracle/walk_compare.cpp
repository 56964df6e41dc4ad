// Comparisons: strict over scalars, by bounds over counts, element by element over lists.
#include <stdexcept>

#include "engine/values/glob.h"
#include "engine/values/version/version.h"
#include "tests/oracle/walk.h"

namespace scantling::oracle {

using dsl::NodeId;
using dsl::TokenKind;
using dsl::Word;

namespace {

// −1, 0, 1 where it is certain.
std::optional<std::strong_ordering> order_of_versions(const Datum& a, const Datum& b) {
    const std::int64_t ecosystem = a.number >= 0 ? a.number : b.number;
    if (ecosystem < 0) return std::nullopt;
    if (b.number >= 0 && b.number != ecosystem) return std::nullopt;
    return compare_versions(static_cast<Ecosystem>(ecosystem), a.text, b.text);
}

Causes causes_of_both(const Datum& a, const Datum& b) {
    Causes causes;
    if (a.unknown()) add_causes(causes, a.causes);
    if (b.unknown()) add_causes(causes, b.causes);
    return causes;
}

std::int64_t low(const Datum& d) { return d.number; }
std::int64_t high(const Datum& d) { return d.interval ? d.high : d.number; }
bool is_bounded(const Datum& d) { return d.present() || d.interval; }

}  // namespace

Datum Walk::equal(const Datum& a, const Datum& b, const Type& type) {
    if (type.kind == TypeKind::list) return same_ends(*list_of(a), *list_of(b), checked_.type(type.element), 0);
    if (a.interval || b.interval) {
        if (is_bounded(a) && is_bounded(b) && (high(a) < low(b) || high(b) < low(a))) return truth(false);
        return unknown_because(causes_of_both(a, b));
    }
    if (a.unknown() || b.unknown()) return unknown_because(causes_of_both(a, b));
    if (type.kind == TypeKind::version) {
        const auto order = order_of_versions(a, b);
        return order ? truth(*order == std::strong_ordering::equal) : unknown_because(CauseKind::incomparable);
    }
    return truth(type.kind == TypeKind::string ? a.text == b.text : a.number == b.number);
}

Datum Walk::less(const Datum& a, const Datum& b, const Type& type, bool or_equal) {
    if (a.interval || b.interval) {
        if (!is_bounded(a) || !is_bounded(b)) return unknown_because(causes_of_both(a, b));
        const bool sure = or_equal ? high(a) <= low(b) : high(a) < low(b);
        const bool never = or_equal ? low(a) > high(b) : low(a) >= high(b);
        const bool open = a.interval && a.high == no_bound;
        if (sure && !open) return truth(true);
        if (never && !(b.interval && b.high == no_bound)) return truth(false);
        return unknown_because(causes_of_both(a, b));
    }
    if (a.unknown() || b.unknown()) return unknown_because(causes_of_both(a, b));
    if (type.kind == TypeKind::version) {
        const auto order = order_of_versions(a, b);
        if (!order) return unknown_because(CauseKind::incomparable);
        return truth(*order == std::strong_ordering::less || (or_equal && *order == std::strong_ordering::equal));
    }
    return truth(or_equal ? a.number <= b.number : a.number < b.number);
}

Datum Walk::in_list(const Datum& a, const Sequence& list, const Type& element) {
    Causes causes = list.causes;
    bool undecided = !list.complete;
    for (const Datum& item : list.items) {
        const Datum same = equal(item, a, element);
        if (same.is_true()) return truth(true);
        if (!same.unknown()) continue;
        undecided = true;
        add_causes(causes, same.causes);
    }
    return undecided ? unknown_because(std::move(causes)) : truth(false);
}

Datum Walk::within(const Sequence& a, const Sequence& b, const Type& element) {
    Causes causes = a.causes;
    bool undecided = !a.complete;
    for (const Datum& item : a.items) {
        const Datum held = in_list(item, b, element);
        if (held.is_false()) return truth(false);
        if (!held.unknown()) continue;
        undecided = true;
        add_causes(causes, held.causes);
    }
    return undecided ? unknown_because(std::move(causes)) : truth(true);
}

// 0: the lists are equal; 1: a starts with b; 2: a ends with b.
Datum Walk::same_ends(const Sequence& a, const Sequence& b, const Type& element, int which) {
    Causes causes;
    add_causes(causes, a.causes);
    add_causes(causes, b.causes);
    if (!a.complete || !b.complete) return unknown_because(std::move(causes));
    const bool fits = which == 0 ? a.items.size() == b.items.size() : a.items.size() >= b.items.size();
    if (!fits) return truth(false);
    bool undecided = false;
    for (std::size_t i = 0; i < b.items.size(); ++i) {
        const Datum& left = which == 2 ? a.items[a.items.size() - 1 - i] : a.items[i];
        const Datum& right = which == 2 ? b.items[b.items.size() - 1 - i] : b.items[i];
        const Datum same = equal(left, right, element);
        if (same.is_false()) return truth(false);
        if (!same.unknown()) continue;
        undecided = true;
        add_causes(causes, same.causes);
    }
    return undecided ? unknown_because(std::move(causes)) : truth(true);
}

bool Walk::matches(const std::string& text, const std::string& pattern) {
    auto found = patterns_.find(pattern);
    if (found == patterns_.end()) {
        auto compiled = Regex::compile(pattern);
        if (!compiled) throw std::logic_error("oracle: a pattern that the checker should have refused: " + pattern);
        found = patterns_.emplace(pattern, std::move(*compiled)).first;
    }
    return found->second.search(text);
}

namespace {

bool holds_for_texts(Word relation, const std::string& a, const std::string& b) {
    switch (relation) {
        case Word::contains_:
            return a.find(b) != std::string::npos;
        case Word::starts_with_:
            return a.size() >= b.size() && a.compare(0, b.size(), b) == 0;
        case Word::ends_with_:
            return a.size() >= b.size() && a.compare(a.size() - b.size(), b.size(), b) == 0;
        default:
            return Glob(b).matches(a);
    }
}

}  // namespace

Datum Walk::comparison(NodeId n) {
    const NodeId left = tree().child(n, 0);
    const NodeId right = tree().child(n, 1);
    const Datum a = visit(left);
    const Datum b = visit(right);
    const Type& type = type_of(left);
    switch (tree().mark(n).kind) {
        case TokenKind::equal:
            return equal(a, b, type);
        case TokenKind::not_equal:
            return negation(equal(a, b, type));
        case TokenKind::less:
            return less(a, b, type, false);
        case TokenKind::less_equal:
            return less(a, b, type, true);
        case TokenKind::greater:
            return less(b, a, type, false);
        case TokenKind::greater_equal:
            return less(b, a, type, true);
        default:
            break;
    }
    const Word relation = tree().mark_word(n);
    if (relation == Word::in_) return in_list(a, *list_of(b), type);
    if (relation == Word::not_) return negation(in_list(a, *list_of(b), type));
    const bool lists = type.kind == TypeKind::list;
    if (relation == Word::within_) return within(*list_of(a), *list_of(b), checked_.type(type.element));
    if (lists) return same_ends(*list_of(a), *list_of(b), checked_.type(type.element), relation == Word::starts_with_ ? 1 : 2);
    if (a.unknown() || b.unknown()) return unknown_because(causes_of_both(a, b));
    if (relation == Word::matches_) return truth(matches(a.text, b.text));
    return truth(holds_for_texts(relation, a.text, b.text));
}

}  // namespace scantling::oracle
