// Constants, parameters and functions: checked when first mentioned, each in a context of its own.
#include "dsl/check/constant.h"
#include "dsl/check/expression.h"
#include "engine/base/limits.h"

namespace scantling::dsl {

std::optional<Value> ExpressionChecker::constant(NodeId n) { return constant_value(checked_, here.file, n); }

void ExpressionChecker::report_recursion(NodeId n, SymbolId id) {
    const std::string_view name = checked_.symbols[id].name;
    const bool direct = !declaring_.empty() && declaring_.back() == id;
    std::string message = quoted(name) + (direct ? " is defined by itself" : " is defined by itself, through ");
    if (!direct) {
        bool inside = false;
        bool first = true;
        for (const SymbolId open : declaring_) {
            if (inside) {
                message += (first ? "" : ", ") + quoted(checked_.symbols[open].name);
                first = false;
            }
            inside = inside || open == id;
        }
    }
    reporter_.add(tree(), n, "E0505", std::move(message), "closes the circle")
        .help.push_back("every rule ends, because nothing refers to itself: run over a list with `any(x in …: …)` instead");
}

void ExpressionChecker::ensure_checked(SymbolId id) {
    const SymbolState state = checked_.symbols[id].state;
    if (state == SymbolState::checked) return;
    if (state == SymbolState::in_progress) {
        report_recursion(use_, id);
        return;
    }
    checked_.symbols[id].state = SymbolState::in_progress;
    Context outer = std::move(here);
    here = Context{};
    here.file = checked_.symbols[id].file;
    declaring_.push_back(id);
    switch (checked_.symbols[id].kind) {
        case SymbolKind::constant:
            check_constant(id);
            break;
        case SymbolKind::parameter:
            check_parameter(id);
            break;
        default:
            check_function(id);
            break;
    }
    declaring_.pop_back();
    here = std::move(outer);
    checked_.symbols[id].state = SymbolState::checked;
}

// Where the type that was written is wrong: brackets would have taken their meaning from it.
void ExpressionChecker::check_untyped(NodeId n) {
    const NodeKind kind = tree().kind(tree().ungrouped(n));
    if (kind != NodeKind::list && kind != NodeKind::braces) check(n);
}

void ExpressionChecker::check_constant(SymbolId id) {
    const NodeId node = checked_.symbols[id].node;
    const NodeId written = tree().child(node, 1);
    const NodeId expression = tree().child(node, 2);
    here.declaring = id;
    here.known = Known::allowed;
    TypeId type = no_type;
    if (tree().is_none(written)) {
        type = check(expression);
    } else {
        type = resolve_type(checked_, reporter_, here.file, written);
        if (type == no_type) {
            check_untyped(expression);
        } else {
            require(expression, type);
        }
    }
    if ((here.reads & reads::facts & ~reads::binding) != 0) {
        reporter_.add(tree(), expression, "E0504", "a constant cannot read facts", "not known before the facts are read")
            .help.push_back("make it a function: `fn " + std::string(checked_.symbols[id].name) + "() -> … = …`");
        type = no_type;
    }
    Symbol& symbol = checked_.symbols[id];
    symbol.type = type;
    symbol.reads = here.reads & reads::parameter;
    if (type != no_type) symbol.value = constant(expression);
}

void ExpressionChecker::check_parameter(SymbolId id) {
    const NodeId node = checked_.symbols[id].node;
    const NodeId written = tree().child(node, 1);
    const NodeId initial = tree().child(node, 2);
    const NodeId range = tree().child(node, 3);
    const TypeId type = resolve_type(checked_, reporter_, here.file, written);
    checked_.symbols[id].type = type;
    checked_.symbols[id].reads = reads::parameter;
    if (type == no_type) {
        check_untyped(initial);
        return;
    }
    const Type declared = type_of(type);
    if (declared.optional || declared.kind == TypeKind::record || declared.kind == TypeKind::reference) {
        reporter_.add(tree(), written, "E0521", "a parameter cannot be of type " + quoted_type(type), "not a value that a profile can set")
            .help.push_back("bool, numbers, texts, patterns, times, durations, sizes, versions, enums, and lists and maps of these");
        return;
    }
    if (require(initial, type)) {
        checked_.symbols[id].value = constant(initial);
        if (!checked_.symbols[id].value) {
            reporter_.add(tree(), initial, "E0504", "the default of a parameter is a constant", "not known when the policy is compiled")
                .help.push_back("write the value itself, or a `let` that does not depend on a parameter");
        }
    }
    if (tree().is_none(range)) return;
    here.own_parameter = id;
    here.reads = 0;
    here.known = Known::refused;
    here.known_reason = "in the `where` of a parameter";
    condition(range);
    if ((here.reads & ~(reads::own_value | reads::element | reads::binding)) != 0) {
        reporter_.add(tree(), range, "E0504", "the range of a parameter speaks of its value only", "depends on something else");
    } else if ((here.reads & reads::own_value) == 0) {
        reporter_.add(tree(), range, "E0510", "this range does not mention " + quoted(checked_.symbols[id].name),
                      "the same for every value");
    }
}

void ExpressionChecker::check_function(SymbolId id) {
    const NodeId node = checked_.symbols[id].node;
    std::vector<SymbolId> arguments;
    for (const NodeId parameter : tree().children(tree().child(node, 1))) {
        if (tree().kind(parameter) != NodeKind::parameter) continue;
        if (arguments.size() == limits::rule_bindings) {
            reporter_.add(tree(), parameter, "E0512",
                          quoted(checked_.symbols[id].name) + " takes more than " + std::to_string(limits::rule_bindings) + " arguments",
                          "over the limit");
            break;
        }
        const TypeId type = resolve_type(checked_, reporter_, here.file, tree().child(parameter, 1));
        const SymbolId argument = bind(parameter, tree().child(parameter, 0), SymbolKind::argument, type);
        checked_.symbols[argument].reads = reads::argument;
        checked_.symbols[argument].constant_collection = type != no_type && holds_patterns(type);
        arguments.push_back(argument);
    }
    checked_.symbols[id].arguments = std::move(arguments);
    const TypeId result = resolve_type(checked_, reporter_, here.file, tree().child(node, 2));
    checked_.symbols[id].type = result;
    here.declaring = id;
    here.known = Known::allowed;
    here.reads = 0;
    const NodeId body = tree().child(node, 3);
    if (result == no_type) {
        check(body);
    } else {
        require(body, result);
    }
    checked_.symbols[id].reads = here.reads & (reads::run | reads::subject | reads::parameter);
}

}  // namespace scantling::dsl
