// One pass over the arena: children, and a variable's collection, come before what uses them.
#include "engine/program/analysis.h"

#include <algorithm>
#include <optional>
#include <span>

#include "engine/base/text_hash.h"
#include "engine/program/ids_by_hash.h"

namespace scantling {

namespace {

using Set = std::vector<std::uint32_t>;

void insert(Set& set, std::uint32_t member) {
    const auto at = std::lower_bound(set.begin(), set.end(), member);
    if (at == set.end() || *at != member) set.insert(at, member);
}

void erase(Set& set, std::uint32_t member) {
    const auto at = std::lower_bound(set.begin(), set.end(), member);
    if (at != set.end() && *at == member) set.erase(at);
}

constexpr std::uint32_t no_variables = 0;  // the number of the empty scope
constexpr std::uint32_t not_known = 0xFFFFFFFFU;

std::span<const ExpressionId> children_of(const Expressions& expressions, const Expression& node) {
    return std::span(expressions.children).subspan(node.first_child, node.child_count);
}

class ScopeFinder {
  public:
    explicit ScopeFinder(const Expressions& expressions) : expressions_(expressions) {}

    Scopes run() {
        const std::size_t count = expressions_.nodes.size();
        out_.scope_of.resize(count);
        of_variable_.resize(expressions_.variables.size(), not_known);
        number_of({});
        for (ExpressionId id = 0; id < count; ++id) out_.scope_of[id] = scope_of(expressions_[id]);
        return std::move(out_);
    }

  private:
    std::uint32_t scope_of(const Expression& node) {
        switch (node.op) {
            case Op::subject:
                if (of_subject_ == not_known) of_subject_ = number_of({subject_variable});
                return of_subject_;
            case Op::variable: {
                std::uint32_t& known = of_variable_[node.payload];
                if (known == not_known) known = number_of(scope_of_variable(node.payload));
                return known;
            }
            case Op::any:
            case Op::count_if: {
                // Nearly always the condition reads what the list reads, and the element.
                const std::uint32_t list = out_.scope_of[expressions_.children[node.first_child]];
                const std::uint32_t condition = out_.scope_of[expressions_.children[node.first_child + 1]];
                if (is_with(node.payload, list, condition)) return list;
                Set scope = scope_of_children(node);
                erase(scope, node.payload);
                return number_of(std::move(scope));
            }
            case Op::comprehension: {
                Set scope = scope_of_children(node);
                for (const std::uint32_t variable : expressions_.generators[node.payload]) erase(scope, variable);
                return number_of(std::move(scope));
            }
            default: {
                const auto same = scope_of_one_child(node);
                return same ? *same : number_of(scope_of_children(node));
            }
        }
    }

    // Most expressions bind nothing and read what one of their operands reads: the others read less.
    std::optional<std::uint32_t> scope_of_one_child(const Expression& node) const {
        std::uint32_t found = no_variables;
        for (const ExpressionId child : children_of(expressions_, node)) {
            const std::uint32_t scope = out_.scope_of[child];
            if (scope == no_variables || scope == found || includes(found, scope)) continue;
            if (!includes(scope, found)) return std::nullopt;
            found = scope;
        }
        return found;
    }

    bool includes(std::uint32_t whole, std::uint32_t part) const {
        const Set& members = out_.scopes[whole];
        const Set& among = out_.scopes[part];
        return among.size() <= members.size() && std::includes(members.begin(), members.end(), among.begin(), among.end());
    }

    // Whether `part` and that variable, which is not in it, are `whole`.
    bool is_with(std::uint32_t variable, std::uint32_t part, std::uint32_t whole) const {
        const Set& members = out_.scopes[whole];
        return members.size() == out_.scopes[part].size() + 1 && std::binary_search(members.begin(), members.end(), variable) &&
               includes(whole, part) && !std::binary_search(out_.scopes[part].begin(), out_.scopes[part].end(), variable);
    }

    Set scope_of_children(const Expression& node) const {
        Set scope;
        for (const ExpressionId child : children_of(expressions_, node)) {
            const Set& more = out_.scopes[out_.scope_of[child]];
            if (scope.empty()) {
                scope = more;
            } else {
                for (const std::uint32_t variable : more) insert(scope, variable);
            }
        }
        return scope;
    }

    Set scope_of_variable(std::uint32_t variable) const {
        const ExpressionId collection = expressions_.variables[variable].collection;
        Set scope;
        if (collection != no_expression) {
            const Set& above = out_.scopes[out_.scope_of[collection]];
            scope.reserve(above.size() + 1);
            scope = above;
        }
        insert(scope, variable);
        return scope;
    }

    std::uint32_t number_of(Set scope) {
        std::uint64_t hash = scope.size();
        for (const std::uint32_t variable : scope) hash = hash_with(hash, variable);
        const auto known = ids_.find(hash, [&](std::uint32_t id) { return out_.scopes[id] == scope; });
        if (known) return *known;
        const auto id = static_cast<std::uint32_t>(out_.scopes.size());
        out_.scopes.push_back(std::move(scope));
        ids_.add(hash, id);
        return id;
    }

    const Expressions& expressions_;
    Scopes out_;
    std::vector<std::uint32_t> of_variable_;
    std::uint32_t of_subject_ = not_known;
    IdsByHash ids_;
};

// What is told of an expression by its operands, one bit each.
using Traits = std::uint8_t;
constexpr Traits is_lazy = 1;
constexpr Traits is_stored = 2;  // a constant, or a path of stored lists
constexpr Traits is_owned = 4;   // and of owned ones

class Analyser {
  public:
    explicit Analyser(const Expressions& expressions) : expressions_(expressions) {}

    Analysis run() {
        static_cast<Scopes&>(out_) = find_scopes(expressions_);
        const std::size_t count = expressions_.nodes.size();
        out_.lazy.resize(count);
        traits_.resize(count);
        for (ExpressionId id = 0; id < count; ++id) {
            const Expression& node = expressions_[id];
            traits_[id] = static_cast<Traits>(laziness(node) | path(node));
            if ((traits_[id] & is_lazy) != 0) out_.lazy[id] = true;
        }
        out_.stored.resize(expressions_.variables.size());
        out_.owned.resize(expressions_.variables.size());
        for (std::uint32_t v = 0; v < out_.stored.size(); ++v) {
            const Traits traits = of_variable(v);
            out_.stored[v] = (traits & is_stored) != 0;
            out_.owned[v] = (traits & is_owned) != 0;
        }
        out_.bounded.resize(out_.scopes.size());
        for (std::size_t scope = 0; scope < out_.scopes.size(); ++scope) out_.bounded[scope] = is_bounded(out_.scopes[scope]);
        return std::move(out_);
    }

  private:
    // Those of the list that it runs over; none where there is no list: a parameter in its own range.
    Traits of_variable(std::uint32_t variable) const {
        const ExpressionId collection = expressions_.variables[variable].collection;
        return collection != no_expression ? traits_[collection] : Traits{0};
    }

    Traits laziness(const Expression& node) const {
        if (node.op == Op::variable) return of_variable(node.payload) & is_lazy;
        if (is_expensive(node)) return is_lazy;
        unsigned all = 0;
        for (const ExpressionId child : children_of(expressions_, node)) all |= traits_[child];
        return static_cast<Traits>(all & is_lazy);
    }

    // A constant, or a path that begins at a root or at a variable over such a list.
    Traits path(const Expression& node) const {
        const auto below = [&] { return traits_[expressions_.children[node.first_child]]; };
        switch (node.op) {
            case Op::constant:
            case Op::run:
            case Op::subject:
                return is_stored | is_owned;
            case Op::variable:
                return of_variable(node.payload) & (is_stored | is_owned);
            case Op::field:
            case Op::narrow:
                return below() & (is_stored | is_owned);
            case Op::follow:
                return below() & is_stored;
            case Op::call:
                return static_cast<Builtin>(node.payload) == Builtin::entries ? below() & (is_stored | is_owned) : 0;
            default:
                return 0;
        }
    }

    static bool is_expensive(const Expression& node) {
        switch (node.op) {
            case Op::any:
            case Op::count_if:
            case Op::comprehension:
                return true;
            case Op::call:
                switch (static_cast<Builtin>(node.payload)) {
                    case Builtin::next:
                    case Builtin::previous:
                    case Builtin::position:
                    case Builtin::first:
                    case Builtin::last:
                    case Builtin::entries:
                        return false;
                    default:
                        return true;
                }
            default:
                return false;
        }
    }

    // All variables owned, and the deepest reads all others: one chain of lists. Two branches are a product.
    bool is_bounded(const Set& scope) const {
        std::size_t bound = 0;
        std::size_t deepest = 0;
        for (const std::uint32_t variable : scope) {
            if (variable == subject_variable) continue;
            if (!out_.owned[variable]) return false;
            ++bound;
            deepest = std::max(deepest, chain_length(variable));
        }
        return deepest == bound;
    }

    std::size_t chain_length(std::uint32_t variable) const {
        const ExpressionId collection = expressions_.variables[variable].collection;
        if (collection == no_expression) return 1;
        const Set& above = out_.scopes[out_.scope_of[collection]];
        std::size_t length = 1;
        for (const std::uint32_t other : above) length += other != subject_variable ? 1U : 0U;
        return length;
    }

    const Expressions& expressions_;
    Analysis out_;
    std::vector<Traits> traits_;  // by expression
};

}  // namespace

Scopes find_scopes(const Expressions& expressions) { return ScopeFinder(expressions).run(); }

Analysis analyse(const Expressions& expressions) { return Analyser(expressions).run(); }

}  // namespace scantling
