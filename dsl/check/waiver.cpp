// Waivers: checked whole, then refused, since nothing applies them yet. A waiver that is passed over in silence would be a finding that
// somebody believes to be waived.
#include <algorithm>

#include "dsl/check/clauses.h"

namespace scantling::dsl {

namespace {

std::optional<std::uint32_t> rule_of(const CheckedPackage& package, std::string_view name) {
    const auto found = package.rules.find(name);
    if (found == package.rules.end()) return std::nullopt;
    return found->second;
}

// The rule's bindings are in reach of the condition; it must read a fact or one of them.
void check_where(ExpressionChecker& checker, std::uint32_t file, NodeId where, std::optional<std::uint32_t> rule) {
    checker.here = Context{};
    checker.here.file = file;
    checker.here.known_reason = "in the `where` of a waiver";
    Checked& checked = checker.checked();
    if (rule) {
        for (const RuleStep& step : checked.rules[*rule].steps) {
            if (step.symbol != no_symbol) checker.here.locals.push_back(step.symbol);
        }
    }
    const Tree& tree = checked.tree(file);
    if (!checker.condition(where)) return;
    if ((checker.here.reads & reads::facts) == 0) {
        checker.reporter()
            .add(tree, where, "E0518", "the condition of a waiver reads a fact or a binding of its rule",
                 "holds for everything, or for nothing")
            .help.push_back("say what the exception is for: `where image.reference.name like \"registry.acme.io/legacy/*\"`");
    } else if (rule && (checker.here.reads & reads::subject) != 0 && checked.rules[*rule].level == Level::run) {
        checker.reporter().add(tree, where, "E0519", "the rule is about the run, the condition about a single image",
                               "lower than its rule");
    }
}

}  // namespace

std::optional<std::uint32_t> find_rule(const Checked& checked, std::uint32_t file, std::string_view name) {
    const std::size_t dot = name.rfind('.');
    if (dot == std::string_view::npos) return rule_of(checked.packages[checked.files[file].package], name);
    for (const CheckedPackage& package : checked.packages) {
        if (package.name == name.substr(0, dot)) return rule_of(package, name.substr(dot + 1));
    }
    return std::nullopt;
}

void report_unknown_rule(ExpressionChecker& checker, std::uint32_t file, NodeId path) {
    const Checked& checked = checker.checked();
    const Tree& tree = checked.tree(file);
    const std::string name = path_text(tree, path);
    std::vector<std::string> full;
    for (const CheckedPackage& package : checked.packages) {
        for (const auto& [rule, index] : package.rules) full.push_back(package.name + "." + std::string(rule));
    }
    std::vector<std::string_view> names(full.begin(), full.end());
    for (const auto& [rule, index] : checked.packages[checked.files[file].package].rules) names.push_back(rule);
    Diagnostic& error =
        checker.reporter().add(tree, path, "E0216", "there is no rule " + quoted(name), "not among the policies of this run");
    suggest(error, name, std::move(names));
}

void check_waiver(ExpressionChecker& checker, std::uint32_t file, NodeId node) {
    Checked& checked = checker.checked();
    const Tree& tree = checked.tree(file);
    Reporter& reporter = checker.reporter();
    const NodeId path = tree.child(node, 0);
    const auto rule = find_rule(checked, file, path_text(tree, path));
    if (!rule) report_unknown_rule(checker, file, path);
    std::vector<NodeKind> seen;
    bool broken = false;
    for (const NodeId clause : tree.children(node).subspan(1)) {
        const NodeKind kind = tree.kind(clause);
        broken = broken || kind == NodeKind::error;
        if (std::find(seen.begin(), seen.end(), kind) != seen.end() && kind != NodeKind::error) {
            const Span word = tree.mark(clause).span;
            reporter.add(tree, word, "E0502", "the waiver has " + quoted(tree.source().text(word)) + " twice", "again");
        }
        seen.push_back(kind);
        if (kind == NodeKind::where && (!rule || checked.rules[*rule].valid)) check_where(checker, file, tree.child(clause, 0), rule);
        if (kind == NodeKind::because || kind == NodeKind::by || kind == NodeKind::ticket) {
            check_plain_text(checker, file, tree.child(clause, 0));
        }
    }
    std::string missing;
    const auto need = [&](NodeKind kind, std::string_view word) {
        if (std::find(seen.begin(), seen.end(), kind) == seen.end()) missing += (missing.empty() ? "" : ", ") + quoted(word);
    };
    need(NodeKind::where, "where");
    need(NodeKind::until, "until");
    need(NodeKind::because, "because");
    need(NodeKind::by, "by");
    if (!missing.empty() && !broken) {
        reporter.add(tree, path, "E0517", "the waiver has no " + missing)
            .help.push_back("an exception says what it is for, until when, why, and who answers for it");
    }
    reporter.add(tree, tree.mark(node).span, "E0511", "`waive` is not done yet in this version", "would not be applied")
        .help.push_back("leave the rule out with `exclude … because \"…\"` in a profile, or let it fail for now");
}

}  // namespace scantling::dsl
