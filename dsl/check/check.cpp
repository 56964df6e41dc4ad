// The order of checking: functions, constants and parameters; rules; then what speaks about rules.
#include "dsl/check/check.h"

#include "dsl/check/clauses.h"

namespace scantling::dsl {

namespace {

void check_declarations(ExpressionChecker& checker) {
    for (SymbolId id = 0; id < checker.checked().symbols.size(); ++id) {
        const Symbol& symbol = checker.checked().symbols[id];
        const bool declared =
            symbol.kind == SymbolKind::constant || symbol.kind == SymbolKind::parameter || symbol.kind == SymbolKind::function;
        if (!declared || symbol.state == SymbolState::checked) continue;
        if (!checker.reporter().full(checker.checked().tree(symbol.file))) checker.ensure_checked(id);
    }
}

}  // namespace

void check(Checked& checked, Reporter& reporter) {
    ExpressionChecker checker(checked, reporter);
    check_declarations(checker);
    for (std::uint32_t rule = 0; rule < checked.rules.size(); ++rule) {
        if (!reporter.full(checked.tree(checked.rules[rule].file))) check_rule(checker, rule);
    }
    for (std::uint32_t file = 0; file < checked.files.size(); ++file) {
        if (!checked.files[file].usable) continue;
        const Tree& tree = checked.tree(file);
        for (const NodeId node : tree.children(tree.root())) {
            if (reporter.full(tree)) break;
            if (tree.kind(node) == NodeKind::waive) check_waiver(checker, file, node);
            if (tree.kind(node) == NodeKind::profile) check_profile(checker, file, node);
            if (tree.kind(node) == NodeKind::test) check_test(checker, file, node);
        }
    }
}

}  // namespace scantling::dsl
