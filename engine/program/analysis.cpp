// One pass over the arena: children, and a variable's collection, come before what uses them.
#include "engine/program/analysis.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>

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

class Analyser {
  public:
    explicit Analyser(const Expressions& expressions) : expressions_(expressions) {}

    Analysis run() {
        const std::size_t count = expressions_.nodes.size();
        out_.scope_of.resize(count);
        out_.lazy.resize(count);
        out_.stored.resize(expressions_.variables.size());
        out_.owned.resize(expressions_.variables.size());
        holds_.resize(count);
        owns_.resize(count);
        number_of({});
        for (ExpressionId id = 0; id < count; ++id) visit(id);
        for (std::size_t v = 0; v < out_.stored.size(); ++v) {
            const ExpressionId collection = expressions_.variables[v].collection;
            out_.stored[v] = collection != no_expression && holds_[collection];
            out_.owned[v] = collection != no_expression && owns_[collection];
        }
        out_.bounded.resize(out_.scopes.size());
        for (std::size_t scope = 0; scope < out_.scopes.size(); ++scope) out_.bounded[scope] = is_bounded(out_.scopes[scope]);
        return std::move(out_);
    }

  private:
    void visit(ExpressionId id) {
        const Expression& node = expressions_[id];
        bool lazy = is_expensive(node);
        for (std::uint32_t i = 0; i < node.child_count; ++i) lazy = lazy || out_.lazy[expressions_.child(id, i)];
        if (node.op == Op::variable) {
            const ExpressionId collection = expressions_.variables[node.payload].collection;
            if (collection != no_expression) {  // none: a parameter in its own range
                lazy = out_.lazy[collection];
                out_.stored[node.payload] = holds_[collection];
                out_.owned[node.payload] = owns_[collection];
            }
        }
        out_.lazy[id] = lazy;
        holds_[id] = is_path(id, out_.stored, holds_);
        owns_[id] = node.op != Op::follow && is_path(id, out_.owned, owns_);
        const auto same = scope_of_children(id);
        out_.scope_of[id] = same ? *same : number_of(scope(id));
    }

    // Most expressions bind nothing and read what one of their operands reads.
    std::optional<std::uint32_t> scope_of_children(ExpressionId id) const {
        const Expression& node = expressions_[id];
        switch (node.op) {
            case Op::subject:
            case Op::variable:
            case Op::any:
            case Op::count_if:
            case Op::comprehension:
                return std::nullopt;
            default:
                break;
        }
        std::uint32_t found = no_variables;
        for (std::uint32_t i = 0; i < node.child_count; ++i) {
            const std::uint32_t child = out_.scope_of[expressions_.child(id, i)];
            if (child == no_variables || child == found) continue;
            if (found != no_variables) return std::nullopt;
            found = child;
        }
        return found;
    }

    Set scope(ExpressionId id) const {
        const Expression& node = expressions_[id];
        Set scope;
        for (std::uint32_t i = 0; i < node.child_count; ++i) {
            for (const std::uint32_t variable : out_.scopes[out_.scope_of[expressions_.child(id, i)]]) insert(scope, variable);
        }
        if (node.op == Op::subject) insert(scope, subject_variable);
        if (node.op == Op::variable) {
            const ExpressionId collection = expressions_.variables[node.payload].collection;
            if (collection != no_expression) scope = out_.scopes[out_.scope_of[collection]];
            insert(scope, node.payload);
        }
        if (node.op == Op::any || node.op == Op::count_if) erase(scope, node.payload);
        if (node.op == Op::comprehension) {
            for (const std::uint32_t variable : expressions_.generators[node.payload]) erase(scope, variable);
        }
        return scope;
    }

    std::uint32_t number_of(Set scope) {
        const auto [at, added] = ids_.emplace(std::move(scope), static_cast<std::uint32_t>(out_.scopes.size()));
        if (added) out_.scopes.push_back(at->first);
        return at->second;
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

    // A constant, or a path that begins at a root or at such a variable.
    bool is_path(ExpressionId id, const std::vector<bool>& variables, const std::vector<bool>& paths) const {
        const Expression& node = expressions_[id];
        switch (node.op) {
            case Op::constant:
            case Op::run:
            case Op::subject:
                return true;
            case Op::variable:
                return variables[node.payload];
            case Op::field:
            case Op::follow:
            case Op::narrow:
                return paths[expressions_.child(id, 0)];
            case Op::call:
                return static_cast<Builtin>(node.payload) == Builtin::entries && paths[expressions_.child(id, 0)];
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
    std::vector<bool> holds_;  // by expression: a path of stored lists
    std::vector<bool> owns_;   // and of owned ones
    std::map<Set, std::uint32_t> ids_;
};

}  // namespace

Analysis analyse(const Expressions& expressions) { return Analyser(expressions).run(); }

}  // namespace scantling
