// Judging a rule: the status over the binding space, reduced to a tally a subject, with the bindings that violate or stay undetermined.
#include "engine/evaluate/judge.h"

#include <algorithm>

#include "engine/base/limits.h"

namespace scantling::evaluation {

namespace {

// The ordinals that lead to a tuple, outermost `for` first.
void keep(Bindings& bindings, const Space& space, std::uint32_t tuple, std::uint32_t root_tuple) {
    bindings.subjects.push_back(root_tuple);
    std::size_t next = bindings.ordinals.size();
    for (const Space* at = &space; next > 0 && at != nullptr; at = at->parent) {
        if (at->expands) bindings.ordinals[--next].push_back(at->ordinal(tuple));
        if (at->parent != nullptr) tuple = at->to_parent[tuple];
    }
}

// By subject, keeping the order: chunks come in the order of subjects, so nothing moves; this only finds where each begins.
void index(std::vector<Tally>& tallies, const Bindings& bindings, std::size_t Tally::*first, std::size_t Tally::*kept) {
    for (std::size_t i = bindings.size(); i-- > 0;) {
        Tally& tally = tallies[bindings.subjects[i]];
        tally.*first = i;
        ++(tally.*kept);
    }
}

}  // namespace

std::vector<VariableId> variables_of(const LinkedRule& rule) {
    std::vector<VariableId> out;
    for (const ForClause& clause : rule.fors) out.push_back(clause.variable);
    return out;
}

Judged Judge::judge(const LinkedRule& rule, const Space& root) {
    Judged out;
    out.tallies.resize(root.size);
    const std::vector<VariableId> variables = variables_of(rule);
    out.violating.ordinals.resize(variables.size());
    out.undetermined.ordinals.resize(variables.size());
    const auto sink = [&](const Space& space, const std::vector<std::uint32_t>& source) {
        const VectorPtr status = evaluator_.evaluate(rule.status, space);
        const VectorPtr selected = rule.selected == no_expression ? nullptr : evaluator_.evaluate(rule.selected, space);
        if (evaluator_.interruption()) return;
        for (std::uint32_t t = 0; t < space.size; ++t) {
            Counts& counts = out.tallies[source[t]].counts;
            ++counts.candidates;
            if (selected == nullptr || selected->truth[t]) ++counts.selected;
            if (status->truth[t]) continue;
            const bool open = status->state(t) != State::present;
            ++(open ? counts.undetermined : counts.violating);
            Bindings& bindings = open ? out.undetermined : out.violating;
            if (bindings.size() < limits::kept_bindings) keep(bindings, space, t, source[t]);
        }
    };
    evaluator_.expansions(root, variables, sink, {});
    index(out.tallies, out.violating, &Tally::first_violating, &Tally::kept_violating);
    index(out.tallies, out.undetermined, &Tally::first_undetermined, &Tally::kept_undetermined);
    open_lists(root, variables,
               [&](const Space&, std::uint32_t, VariableId, std::uint32_t root_tuple) { out.tallies[root_tuple].open = true; });
    return out;
}

BindingSpace Judge::bindings(const LinkedRule& rule, const Space& root, const Bindings& bindings, std::size_t begin, std::size_t end) {
    BindingSpace out;
    const auto at = [](std::size_t i) { return static_cast<std::ptrdiff_t>(i); };
    out.chain.push_back(std::make_unique<Space>(
        pick_tuples(root, std::vector<std::uint32_t>(bindings.subjects.begin() + at(begin), bindings.subjects.begin() + at(end)))));
    for (std::size_t f = 0; f < rule.fors.size(); ++f) {
        const VariableId variable = rule.fors[f].variable;
        const Space& parent = *out.chain.back();
        std::vector<std::uint32_t> ordinals(bindings.ordinals[f].begin() + at(begin), bindings.ordinals[f].begin() + at(end));
        out.chain.push_back(
            std::make_unique<Space>(pick_elements(parent, variable, evaluator_.collection(variable, parent), std::move(ordinals))));
    }
    return out;
}

// Those of the later variables whose lists do not hang on the first.
std::vector<VariableId> Judge::independent(const std::vector<VariableId>& variables) const {
    const Program& program = evaluator_.program();
    std::vector<VariableId> out;
    for (std::size_t i = 1; i < variables.size(); ++i) {
        const auto& reads = program.analysis.scopes[program.analysis.scope_of[program.expressions.variables[variables[i]].collection]];
        if (!std::binary_search(reads.begin(), reads.end(), variables[0])) out.push_back(variables[i]);
    }
    return out;
}

// By tuple: whether the product of these variables' lists is not known to be empty.
Bits Judge::possible(const Space& space, const std::vector<VariableId>& variables) {
    if (variables.empty()) return Bits(space.size, true);
    const ListUse list = evaluator_.collection(variables[0], space);
    Bits out(space.size);
    bool incomplete = false;
    for (std::uint32_t t = 0; t < space.size; ++t) incomplete = incomplete || list.incomplete(t);
    if (incomplete) {
        const Bits others = possible(space, independent(variables));
        for (std::uint32_t t = 0; t < space.size; ++t) {
            if (list.incomplete(t) && others[t]) out.set(t);
        }
    }
    const std::vector<VariableId> rest(variables.begin() + 1, variables.end());
    if (rest.empty()) {
        for (std::uint32_t t = 0; t < space.size; ++t) {
            if (list.length(t) != 0) out.set(t);
        }
        return out;
    }
    const auto reduce = [&](const Space& expanded, const std::vector<std::uint32_t>& source) {
        const Bits inner = possible(expanded, rest);
        for (std::uint32_t t = 0; t < expanded.size; ++t) {
            if (inner[t]) out.set(source[t]);
        }
    };
    evaluator_.expansions(space, {variables[0]}, reduce, {});
    return out;
}

void Judge::open_lists_below(const Space& space, const std::vector<VariableId>& variables, const std::vector<std::uint32_t>& root_tuples,
                             const OpenList& found) {
    if (variables.empty() || space.size == 0) return;
    const ListUse list = evaluator_.collection(variables[0], space);
    bool incomplete = false;
    for (std::uint32_t t = 0; t < space.size; ++t) incomplete = incomplete || list.incomplete(t);
    if (incomplete) {
        const Bits others = possible(space, independent(variables));
        for (std::uint32_t t = 0; t < space.size; ++t) {
            if (list.incomplete(t) && others[t]) found(space, t, variables[0], root_tuples[t]);
        }
    }
    const std::vector<VariableId> rest(variables.begin() + 1, variables.end());
    if (rest.empty()) return;
    const auto descend = [&](const Space& expanded, const std::vector<std::uint32_t>& source) {
        std::vector<std::uint32_t> above(expanded.size);
        for (std::uint32_t t = 0; t < expanded.size; ++t) above[t] = root_tuples[source[t]];
        open_lists_below(expanded, rest, above, found);
    };
    evaluator_.expansions(space, {variables[0]}, descend, {});
}

void Judge::open_lists(const Space& root, const std::vector<VariableId>& variables, const OpenList& found) {
    std::vector<std::uint32_t> all(root.size);
    for (std::uint32_t t = 0; t < root.size; ++t) all[t] = t;
    open_lists_below(root, variables, all, found);
}

}  // namespace scantling::evaluation
