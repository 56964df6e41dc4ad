// Hash-consing across rules needs one name for one thing: a variable is known by the collection that it runs over and by a number that
// tells it from others over the same collection that are visible where it is bound. So `any(x in packages: …)` of one rule and `for p in
// packages` of another bind the same variable, and their conditions are the same expressions.
#include "engine/program/translate.h"

#include <algorithm>
#include <stdexcept>

namespace scantling {

namespace {

constexpr std::uint32_t unbound = 0xFFFFFFFFU;

}  // namespace

Translator::Translator(const Unit& unit, Graph& graph, ParameterValue parameters)
    : unit_(unit), graph_(graph), parameters_(std::move(parameters)) {
    variables_.resize(unit.expressions.variables.size(), unbound);
    done_.resize(unit.expressions.nodes.size(), no_expression);
    depths_.resize(unit.expressions.nodes.size(), 1);
    for (ExpressionId id = 0; id < depths_.size(); ++id) {
        const Expression& node = unit.expressions[id];
        std::uint32_t deepest = 0;
        for (std::uint32_t i = 0; i < node.child_count; ++i) deepest = std::max(deepest, depths_[unit.expressions.child(id, i)]);
        if (node.op == Op::variable && unit.expressions.variables[node.payload].collection != no_expression) {
            deepest = std::max(deepest, depths_[unit.expressions.variables[node.payload].collection]);
        }
        depths_[id] = deepest + 1;
    }
}

std::size_t Translator::depth(const Rule& rule) const {
    std::size_t deepest = 0;
    const auto see = [&](ExpressionId id) {
        if (id != no_expression) deepest = std::max<std::size_t>(deepest, depths_[id]);
    };
    for (const ExpressionId id : {rule.when, rule.body, rule.severity, rule.at, rule.message, rule.fix}) see(id);
    for (const ForClause& clause : rule.fors) {
        see(clause.where);
        see(unit_.expressions.variables[clause.variable].collection);
    }
    return deepest;
}

// Whether what `binder` binds may be read together with that variable: a `for` or generator before it, or one that it reads itself. Asked
// only of variables over one list, so that few units need their scopes.
bool Translator::is_visible(const Around& outer, ExpressionId binder) {
    if (outer.binder == binder) return true;
    if (scopes_.scope_of.empty()) scopes_ = find_scopes(unit_.expressions);
    const std::vector<std::uint32_t>& read = scopes_.scopes[scopes_.scope_of[binder]];
    return std::binary_search(read.begin(), read.end(), outer.variable);
}

// Each variable is bound in one place and that place reads the same variables whenever it is reached, so that a variable always stands for
// the same one. Should it not, what was translated may be about another.
void Translator::let_stand_for(std::uint32_t variable, std::uint32_t bound) {
    if (variables_[variable] == bound) return;
    if (variables_[variable] != unbound) std::fill(done_.begin(), done_.end(), no_expression);
    variables_[variable] = bound;
}

// The smallest number that no visible variable over the same collection has.
std::uint32_t Translator::bind(std::uint32_t variable, ExpressionId collection, ExpressionId binder) {
    std::vector<std::uint32_t> taken;
    for (const Around& outer : around_) {
        const std::uint32_t other = variables_[outer.variable];
        if (graph_.expressions().variables[other].collection != collection || !is_visible(outer, binder)) continue;
        taken.push_back(graph_.number_of(other));
    }
    std::uint32_t number = 0;
    while (std::find(taken.begin(), taken.end(), number) != taken.end()) ++number;
    const Variable& from = unit_.expressions.variables[variable];
    const std::uint32_t bound = graph_.variable(from.name, collection, from.type, number);
    let_stand_for(variable, bound);
    around_.push_back({variable, binder});
    return bound;
}

ExpressionId Translator::made(Draft& draft) {
    const ExpressionId id = graph_.make(draft);
    if (draft.operands.capacity() == 0) return id;
    draft.operands.clear();
    spare_.push_back(std::move(draft.operands));
    return id;
}

ExpressionId Translator::expression(ExpressionId id) {
    if (id == no_expression) return no_expression;
    if (done_[id] == no_expression) done_[id] = translate(id);
    return done_[id];
}

ExpressionId Translator::translate(ExpressionId id) {
    const Expression node = unit_.expressions[id];
    const auto child = [&](std::size_t i) { return unit_.expressions.child(id, i); };
    Draft draft{node.op, node.type, node.payload, {}, node.span};
    if (node.child_count != 0 && !spare_.empty()) {
        draft.operands = std::move(spare_.back());
        spare_.pop_back();
    }
    switch (node.op) {
        case Op::constant:
            return graph_.make_constant(unit_.expressions.constants[node.payload], node.span);
        case Op::parameter: {
            const Value* value = parameters_(unit_.parameter_uses[node.payload]);
            return graph_.make_constant(value != nullptr ? *value : Value{node.type, 0, {}, {}}, node.span);
        }
        case Op::variable:
            draft.payload = variables_.at(node.payload);
            if (draft.payload == unbound) throw std::out_of_range("a variable that nothing binds");  // verified units have none
            return made(draft);
        case Op::any:
        case Op::count_if: {
            draft.operands.push_back(expression(child(0)));
            draft.payload = bind(node.payload, draft.operands[0], id);
            draft.operands.push_back(expression(child(1)));
            around_.pop_back();
            return made(draft);
        }
        case Op::comprehension: {
            const std::size_t outer = around_.size();
            std::vector<std::uint32_t> generators;
            std::vector<ExpressionId> lists;
            for (const std::uint32_t variable : unit_.expressions.generators[node.payload]) {
                lists.push_back(expression(unit_.expressions.variables[variable].collection));
                generators.push_back(bind(variable, lists.back(), id));
            }
            draft.operands = {expression(child(0)), expression(child(1))};
            draft.operands.insert(draft.operands.end(), lists.begin(), lists.end());
            draft.payload = graph_.generators(std::move(generators));
            around_.resize(outer);
            return made(draft);
        }
        default:
            draft.operands.reserve(node.child_count);
            for (std::uint32_t i = 0; i < node.child_count; ++i) draft.operands.push_back(expression(child(i)));
            return made(draft);
    }
}

LinkedRule Translator::rule(const Rule& from) {
    LinkedRule out;
    out.rule = &from;
    out.unit = &unit_;
    const TypeId boolean = graph_.types().scalar(TypeKind::boolean);
    const auto make = [&](Op op, std::vector<ExpressionId> operands) {
        return graph_.make({op, boolean, 0, std::move(operands), unit_.expressions[from.body].span});
    };
    std::vector<ExpressionId> wheres;
    around_.clear();
    for (const ForClause& clause : from.fors) {
        const Variable& variable = unit_.expressions.variables[clause.variable];
        const ExpressionId collection = expression(variable.collection);
        ForClause bound{bind(clause.variable, collection, no_expression), no_expression};
        // A list that the rule binds may be read by nothing else.
        static_cast<void>(graph_.make({Op::variable, variable.type, bound.variable, {}, unit_.expressions[from.body].span}));
        bound.where = expression(clause.where);
        if (bound.where != no_expression) wheres.push_back(bound.where);
        out.fors.push_back(bound);
        out.names.push_back(variable.name);
    }
    out.when = expression(from.when);
    ExpressionId body = expression(from.body);
    if (from.forbids) body = make(Op::not_, {body});
    std::vector<ExpressionId> either;
    if (out.when != no_expression) either.push_back(make(Op::not_, {out.when}));
    if (!wheres.empty()) {
        out.selected = wheres.size() == 1 ? wheres.front() : make(Op::and_, std::move(wheres));
        either.push_back(make(Op::not_, {out.selected}));
    }
    either.push_back(body);
    out.status = either.size() == 1 ? body : make(Op::or_, std::move(either));
    out.severity = expression(from.severity);
    out.at = expression(from.at);
    out.message = expression(from.message);
    out.fix = expression(from.fix);
    return out;
}

}  // namespace scantling
