// One case an expression kind. What the machine does not have is made of what it has: `all` and `none` of `any`, `implies` of `or`, `!=`,
// `>` and `>=` of `==`, `<` and `<=`.
#include "dsl/lower/expression.h"

#include "dsl/check/constant.h"
#include "dsl/syntax/literal.h"
#include "engine/base/limits.h"
#include "engine/values/decimal.h"

namespace scantling::dsl {

void ExpressionLowerer::begin(std::uint32_t file) {
    file_ = file;
    bound_.clear();
    calls_.clear();
    paths_.clear();
    constants_.clear();
    first_node_ = unit_.expressions.nodes.size();
    inlining_ = false;
    too_large_ = false;
}

ExpressionId ExpressionLowerer::add(Op op, TypeId type, std::uint32_t payload, std::vector<ExpressionId> operands, NodeId n) {
    if (unit_.expressions.nodes.size() - first_node_ > limits::rule_nodes) too_large_ = true;
    return unit_.expressions.add(op, type, payload, operands, span(n));
}

ExpressionId ExpressionLowerer::add_path(Op op, TypeId type, std::uint32_t payload, ExpressionId base, NodeId n) {
    const auto [at, is_new] = paths_.emplace(std::tuple(op, payload, base), no_expression);
    if (is_new) at->second = add(op, type, payload, base == no_expression ? std::vector<ExpressionId>{} : std::vector{base}, n);
    return at->second;
}

ExpressionId ExpressionLowerer::add_constant(Value value, NodeId n) {
    const TypeId type = value.type;
    unit_.expressions.constants.push_back(std::move(value));
    return add(Op::constant, type, static_cast<std::uint32_t>(unit_.expressions.constants.size() - 1), {}, n);
}

std::uint32_t ExpressionLowerer::bind_variable(SymbolId symbol, ExpressionId collection, Span at) {
    auto& variables = unit_.expressions.variables;
    const TypeId type = checked_.symbols[symbol].type;
    variables.push_back({std::string(checked_.symbols[symbol].name), collection, type});
    const auto index = static_cast<std::uint32_t>(variables.size() - 1);
    bind(symbol, unit_.expressions.add(Op::variable, type, index, {}, at));
    return index;
}

ExpressionId ExpressionLowerer::lower(NodeId n) {
    n = tree().ungrouped(n);
    if (too_large_ || depth_ >= limits::check_depth) {
        too_large_ = true;
        return placeholder(n);
    }
    ++depth_;
    const NodeInfo& at = info(n);
    const bool converts = at.conversion == Conversion::widen || at.conversion == Conversion::follow;
    TypeId type = at.type;
    if (at.conversion == Conversion::widen) type = types().scalar(TypeKind::integer);
    if (at.conversion == Conversion::follow) {
        const Type row = types()[at.type];
        type = types().intern({TypeKind::reference, row.optional, row.declaration, 0, 0});
    }
    ExpressionId id = no_expression;
    if (at.narrowed) {
        id = add_path(Op::narrow, type, 0, lower_value(n, types().optional_of(type)), n);
    } else {
        id = lower_value(n, type);
    }
    const bool is_folded = unit_.expressions[id].type == at.type;  // a constant, folded with its conversion
    if (converts && !is_folded) id = add_path(at.conversion == Conversion::widen ? Op::widen : Op::follow, at.type, 0, id, n);
    --depth_;
    return id;
}

// `type` is that of the value as the kind describes it, before narrowing and conversion.
ExpressionId ExpressionLowerer::lower_value(NodeId n, TypeId type) {
    switch (tree().kind(n)) {
        case NodeKind::implies: {
            const ExpressionId guard = add_not(lower(tree().child(n, 0)), n);
            return add(Op::or_, boolean(), 0, {guard, lower(tree().child(n, 1))}, n);
        }
        case NodeKind::and_:
        case NodeKind::or_:
            return lower_chain(n);
        case NodeKind::not_:
            return add_not(lower(tree().child(n, 0)), n);
        case NodeKind::comparison:
            return lower_comparison(n);
        case NodeKind::is_test: {
            const ExpressionId operand = lower(tree().child(n, 0));
            if (tree().mark_word(n) == Word::known_) return add(Op::known, boolean(), 0, {operand}, n);
            const ExpressionId present = add(Op::present, boolean(), 0, {operand}, n);
            return tree().mark_word(n) == Word::absent_ ? add_not(present, n) : present;
        }
        case NodeKind::coalesce: {
            const ExpressionId value = lower(tree().child(n, 0));
            return add(Op::coalesce, type, 0, {value, lower(tree().child(n, 1))}, n);
        }
        case NodeKind::sum:
        case NodeKind::product:
        case NodeKind::negate:
            return lower_arithmetic(n, type);
        case NodeKind::name:
            return lower_name(n, type);
        case NodeKind::member:
        case NodeKind::optional_member:
            return lower_member(n, type);
        case NodeKind::index: {
            const ExpressionId collection = lower(tree().child(n, 0));
            return add(Op::lookup, type, 0, {collection, lower(tree().child(n, 1))}, n);
        }
        case NodeKind::call:
            return lower_call(n, type);
        case NodeKind::list:
            return lower_list(n, type);
        case NodeKind::comprehension:
            return lower_comprehension(n, type);
        case NodeKind::quantifier:
            return lower_quantifier(n);
        case NodeKind::count:
            return add(Op::count, type, 0, {lower(tree().child(n, 0))}, n);
        default:
            break;
    }
    auto value = constant_value(checked_, file_, n);
    // A literal too large to be a decimal is widened when the rule runs, and is unknown (overflow).
    if (!value && tree().kind(n) == NodeKind::integer) value = Value{type, literal_number(tree(), n), {}, {}};
    return value ? add_constant(std::move(*value), n) : placeholder(n);
}

ExpressionId ExpressionLowerer::lower_root(NodeId n, Op root, std::uint32_t record, TypeId type) {
    const ExpressionId row = add_path(root, types().intern({TypeKind::record, false, record, 0, 0}), 0, no_expression, n);
    return add_path(Op::field, type, checked_.layout->slot_of(record, info(n).payload), row, n);
}

ExpressionId ExpressionLowerer::lower_name(NodeId n, TypeId type) {
    switch (info(n).meaning) {
        case Meaning::run_fact:
            return lower_root(n, Op::run, checked_.schema->run_root(), type);
        case Meaning::subject_fact:
            return lower_root(n, Op::subject, checked_.schema->subject_root(), type);
        case Meaning::enum_member:
            return add_constant({type, info(n).payload, {}, {}}, n);
        default:
            return lower_symbol(n, type);
    }
}

ExpressionId ExpressionLowerer::lower_symbol(NodeId n, TypeId type) {
    const SymbolId id = info(n).symbol;
    for (std::size_t i = bound_.size(); i-- > 0;) {
        if (bound_[i].first != id) continue;
        const ExpressionId value = bound_[i].second;
        // A string constant that stands as a pattern here, and perhaps as a text elsewhere.
        const Expression node = unit_.expressions[value];
        if (info(n).conversion != Conversion::pattern || node.op != Op::constant) return value;
        Value pattern = unit_.expressions.constants[node.payload];
        pattern.type = type;
        return add_constant(std::move(pattern), n);
    }
    if (info(n).meaning == Meaning::parameter) return lower_parameter(n, id);
    const ExpressionId value = lower_constant_symbol(n, id);
    const Expression node = unit_.expressions[value];
    const bool retype = node.op == Op::constant && node.type != info(n).type && info(n).conversion != Conversion::follow;
    if (!retype) return value;
    auto folded = constant_value(checked_, file_, n);
    return folded ? add_constant(std::move(*folded), n) : value;
}

ExpressionId ExpressionLowerer::lower_parameter(NodeId n, SymbolId id) {
    const Symbol& symbol = checked_.symbols[id];
    auto& uses = unit_.parameter_uses;
    const auto [at, is_new] = parameters_.emplace(id, static_cast<std::uint32_t>(uses.size()));
    if (is_new) uses.push_back(checked_.full_name(symbol.package, symbol.name));
    return add(Op::parameter, symbol.type, at->second, {}, n);
}

// A value where the policy alone decides it; else its expression, which depends on parameters.
ExpressionId ExpressionLowerer::lower_constant_symbol(NodeId n, SymbolId id) {
    if (const auto found = constants_.find(id); found != constants_.end()) return found->second;
    const Symbol symbol = checked_.symbols[id];
    ExpressionId value = no_expression;
    if (symbol.value) {
        const auto [at, is_new] = values_.emplace(id, static_cast<std::uint32_t>(unit_.expressions.constants.size()));
        if (is_new) unit_.expressions.constants.push_back(*symbol.value);
        value = add(Op::constant, symbol.value->type, at->second, {}, n);
    } else {
        const std::uint32_t file = file_;
        const Span outer_span = call_span_;
        const bool outer = inlining_;
        call_span_ = span(n);
        inlining_ = true;
        file_ = symbol.file;
        value = lower(tree().child(symbol.node, 2));
        file_ = file;
        inlining_ = outer;
        call_span_ = outer_span;
    }
    constants_.emplace(id, value);
    return value;
}

ExpressionId ExpressionLowerer::lower_member(NodeId n, TypeId type) {
    const NodeInfo& at = info(n);
    if (at.meaning == Meaning::enum_member) return add_constant({type, at.payload, {}, {}}, n);
    if (at.meaning != Meaning::field) return lower_symbol(n, type);
    const NodeId base = tree().child(n, 0);
    const ExpressionId record = lower(base);
    const std::uint32_t declaration = types()[unit_.expressions[record].type].declaration;
    const bool is_entry = declaration >= checked_.first_entry_record;
    const std::uint32_t slot = is_entry ? at.payload : checked_.layout->slot_of(declaration, at.payload);
    return add_path(Op::field, type, slot, record, n);
}

// `a and b and c` is one node, in source order.
ExpressionId ExpressionLowerer::lower_chain(NodeId n) {
    const NodeKind kind = tree().kind(n);
    std::vector<NodeId> nodes;
    NodeId at = n;
    while (tree().kind(at) == kind) {
        nodes.push_back(tree().child(at, 1));
        at = tree().ungrouped(tree().child(at, 0));
    }
    nodes.push_back(at);
    std::vector<ExpressionId> operands;
    for (auto node = nodes.rbegin(); node != nodes.rend(); ++node) operands.push_back(lower(*node));
    return add(kind == NodeKind::and_ ? Op::and_ : Op::or_, boolean(), 0, std::move(operands), n);
}

ExpressionId ExpressionLowerer::lower_comparison(NodeId n) {
    const ExpressionId left = lower(tree().child(n, 0));
    const ExpressionId right = lower(tree().child(n, 1));
    const auto make = [&](Op op, ExpressionId a, ExpressionId b) { return add(op, boolean(), 0, {a, b}, n); };
    const Token& mark = tree().mark(n);
    switch (mark.kind) {
        case TokenKind::equal:
            return make(Op::equal, left, right);
        case TokenKind::not_equal:
            return add_not(make(Op::equal, left, right), n);
        case TokenKind::less:
            return make(Op::less, left, right);
        case TokenKind::less_equal:
            return make(Op::less_equal, left, right);
        case TokenKind::greater:
            return make(Op::less, right, left);
        case TokenKind::greater_equal:
            return make(Op::less_equal, right, left);
        default:
            break;
    }
    switch (mark.word) {
        case Word::not_:
            return add_not(make(Op::in_list, left, right), n);
        case Word::within_:
            return make(Op::within, left, right);
        case Word::matches_:
            return make(Op::matches, left, right);
        case Word::like_:
            return make(Op::like, left, right);
        case Word::contains_:
            return make(Op::contains, left, right);
        case Word::starts_with_:
            return make(Op::starts_with, left, right);
        case Word::ends_with_:
            return make(Op::ends_with, left, right);
        default:
            return make(Op::in_list, left, right);
    }
}

ExpressionId ExpressionLowerer::lower_arithmetic(NodeId n, TypeId type) {
    if (auto value = constant_value(checked_, file_, n)) return add_constant(std::move(*value), n);
    const ExpressionId left = lower(tree().child(n, 0));
    if (tree().kind(n) == NodeKind::negate) return add(Op::negate, type, 0, {left}, n);
    const ExpressionId right = lower(tree().child(n, 1));
    if (tree().kind(n) == NodeKind::sum)
        return add(tree().mark(n).kind == TokenKind::plus ? Op::add : Op::subtract, type, 0, {left, right}, n);
    // `int * x`: the number of times comes first.
    const bool swap = types()[unit_.expressions[right].type].kind == TypeKind::integer;
    return add(Op::multiply, type, 0, {swap ? right : left, swap ? left : right}, n);
}

ExpressionId ExpressionLowerer::lower_quantifier(NodeId n) {
    const Word mark = tree().mark_word(n);
    const ExpressionId collection = lower(tree().child(n, 1));
    const std::size_t scope = bound_.size();
    const std::uint32_t variable = bind_variable(info(n).symbol, collection, span(n));
    ExpressionId condition = lower(tree().child(n, 2));
    bound_.resize(scope);
    if (mark == Word::count_) return add(Op::count_if, types().scalar(TypeKind::integer), variable, {collection, condition}, n);
    if (mark == Word::all_) condition = add_not(condition, n);
    const ExpressionId any = add(Op::any, boolean(), variable, {collection, condition}, n);
    return mark == Word::any_ ? any : add_not(any, n);
}

ExpressionId ExpressionLowerer::lower_comprehension(NodeId n, TypeId type) {
    const auto children = tree().children(n);
    const std::size_t scope = bound_.size();
    std::vector<ExpressionId> lists;
    std::vector<std::uint32_t> variables;
    for (const NodeId binding : children.subspan(1, children.size() - 2)) {
        lists.push_back(lower(tree().child(binding, 1)));
        variables.push_back(bind_variable(info(binding).symbol, lists.back(), span(binding)));
    }
    const ExpressionId condition = tree().is_none(children.back()) ? add_constant({boolean(), 1, {}, {}}, n) : lower(children.back());
    std::vector<ExpressionId> operands{lower(children[0]), condition};
    bound_.resize(scope);
    operands.insert(operands.end(), lists.begin(), lists.end());
    unit_.expressions.generators.push_back(std::move(variables));
    return add(Op::comprehension, type, static_cast<std::uint32_t>(unit_.expressions.generators.size() - 1), std::move(operands), n);
}

ExpressionId ExpressionLowerer::lower_list(NodeId n, TypeId type) {
    if (auto value = constant_value(checked_, file_, n)) return add_constant(std::move(*value), n);
    std::vector<ExpressionId> operands;
    for (const NodeId element : tree().children(n)) operands.push_back(lower(element));
    return add(Op::list, type, 0, std::move(operands), n);
}

ExpressionId ExpressionLowerer::lower_call(NodeId n, TypeId type) {
    const NodeInfo& callee = info(tree().child(n, 0));
    if (callee.meaning == Meaning::function) return inline_function(n, callee.symbol);
    const BuiltinSignature& signature = builtin_signatures()[callee.payload];
    std::vector<ExpressionId> operands;
    for (const NodeId argument : tree().children(n).subspan(1)) operands.push_back(lower(argument));
    if (!signature.builtin) return add(Op::same, type, 0, std::move(operands), n);
    return add(Op::call, type, static_cast<std::uint32_t>(*signature.builtin), std::move(operands), n);
}

// The body, with the arguments' nodes for its parameters; a second call with the same arguments is the same node.
ExpressionId ExpressionLowerer::inline_function(NodeId n, SymbolId id) {
    std::vector<ExpressionId> arguments;
    for (const NodeId argument : tree().children(n).subspan(1)) arguments.push_back(lower(argument));
    const std::pair key(id, arguments);
    if (const auto found = calls_.find(key); found != calls_.end()) return found->second;
    const Symbol function = checked_.symbols[id];
    const std::size_t scope = bound_.size();
    for (std::size_t i = 0; i < arguments.size(); ++i) bind(function.arguments[i], arguments[i]);
    const std::uint32_t file = file_;
    const Span outer_span = call_span_;
    const bool outer = inlining_;
    call_span_ = span(n);
    inlining_ = true;
    file_ = function.file;
    const ExpressionId result = lower(tree().child(function.node, 3));
    file_ = file;
    inlining_ = outer;
    call_span_ = outer_span;
    bound_.resize(scope);
    calls_.emplace(key, result);
    return result;
}

ExpressionId ExpressionLowerer::lower_text(NodeId n) {
    const TypeId string = types().scalar(TypeKind::string);
    if (tree().kind(n) != NodeKind::interpolated) return add_constant({string, 0, literal_text(tree(), n), {}}, n);
    std::vector<ExpressionId> pieces;
    for (const NodeId part : tree().children(n)) {
        if (tree().kind(part) != NodeKind::text_piece) {
            pieces.push_back(lower(part));
        } else if (std::string text = literal_text(tree(), part); !text.empty()) {
            pieces.push_back(add_constant({string, 0, std::move(text), {}}, part));
        }
    }
    return add(Op::interpolate, string, 0, std::move(pieces), n);
}

}  // namespace scantling::dsl
