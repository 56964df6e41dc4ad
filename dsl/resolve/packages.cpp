// Groups files into packages and gives every name that a package declares its symbol.
//
// A broken declaration still declares its name, so that its uses stay silent.
#include <algorithm>

#include "dsl/resolve/resolve.h"

namespace scantling::dsl {

namespace {

bool is_reserved_package(std::string_view name) {
    const std::string_view first = name.substr(0, name.find('.'));
    return first == "std" || first == "engine";
}

std::uint32_t package_index(Checked& checked, const std::string& name, bool is_std) {
    for (std::uint32_t i = 0; i < checked.packages.size(); ++i) {
        if (checked.packages[i].name == name) return i;
    }
    CheckedPackage package;
    package.name = name;
    package.is_std = is_std;
    checked.packages.push_back(std::move(package));
    return static_cast<std::uint32_t>(checked.packages.size() - 1);
}

bool check_edition(const Tree& tree, NodeId edition, Reporter& reporter) {
    if (tree.is_none(edition) || tree.text(tree.child(edition, 0)) == "2026") return true;
    reporter.add(tree, tree.child(edition, 0), "E0523", "there is no edition " + std::string(tree.text(tree.child(edition, 0))))
        .help.push_back("this version knows the edition 2026; without the line, 2026 is meant");
    return false;
}

// The declaration word and the name of a declaration that could not be parsed whole, where there is one.
std::optional<SymbolKind> broken_kind(const Tree& tree, NodeId node) {
    switch (tree.mark_word(node)) {
        case Word::let_:
            return SymbolKind::constant;
        case Word::param_:
            return SymbolKind::parameter;
        case Word::fn_:
            return SymbolKind::function;
        default:
            return std::nullopt;
    }
}

std::optional<SymbolKind> declared_kind(const Tree& tree, NodeId node) {
    switch (tree.kind(node)) {
        case NodeKind::let:
            return SymbolKind::constant;
        case NodeKind::param:
            return SymbolKind::parameter;
        case NodeKind::fn:
            return SymbolKind::function;
        case NodeKind::error:
            return broken_kind(tree, node);
        default:
            return std::nullopt;
    }
}

NodeId declared_word(const Tree& tree, NodeId node) {
    for (const NodeId child : tree.children(node)) {
        if (tree.kind(child) == NodeKind::word) return child;
        if (tree.kind(node) != NodeKind::error) break;
    }
    return no_node;
}

class Declarer {
  public:
    Declarer(Checked& checked, Reporter& reporter) : checked_(checked), reporter_(reporter) {}

    void declare(std::uint32_t file, NodeId node) {
        const Tree& tree = checked_.tree(file);
        const NodeId word = declared_word(tree, node);
        if (word == no_node) return;
        if (const auto kind = declared_kind(tree, node)) {
            declare_symbol(file, node, word, *kind);
        } else if (tree.kind(node) == NodeKind::rule || (tree.kind(node) == NodeKind::error && tree.mark_word(node) == Word::rule_)) {
            declare_rule(file, node, word);
        } else if (tree.kind(node) == NodeKind::profile || (tree.kind(node) == NodeKind::error && tree.mark_word(node) == Word::profile_)) {
            declare_profile(file, node, word);
        }
    }

  private:
    CheckedPackage& package_of(std::uint32_t file) { return checked_.packages[checked_.files[file].package]; }

    void report_twice(std::uint32_t file, NodeId word, std::string_view what, std::uint32_t first_file, Span first) {
        const Tree& tree = checked_.tree(file);
        reporter_
            .add(tree, word, "E0211", "two " + std::string(what) + "s of this package are called " + quoted(tree.text(word)),
                 "declared again")
            .help.push_back("the first one stands in " + place_text(checked_.tree(first_file), first));
    }

    void declare_symbol(std::uint32_t file, NodeId node, NodeId word, SymbolKind kind) {
        const Tree& tree = checked_.tree(file);
        const std::string_view name = tree.text(word);
        CheckedPackage& package = package_of(file);
        const auto found = package.names.find(name);
        if (found != package.names.end()) {
            const Symbol& first = checked_.symbols[found->second];
            report_twice(file, word, "declaration", first.file, first.span);
            return;
        }
        if (const std::string holder = name_holder(checked_, file, name); !holder.empty()) report_taken(reporter_, tree, word, holder);
        Symbol symbol;
        symbol.kind = kind;
        symbol.name = name;
        symbol.package = checked_.files[file].package;
        symbol.file = file;
        symbol.node = node;
        symbol.span = tree.span(word);
        symbol.is_private = tree.kind(node) != NodeKind::error && tree.is_private(node);
        symbol.broken = tree.kind(node) == NodeKind::error;
        if (symbol.broken) symbol.state = SymbolState::checked;
        const auto id = static_cast<SymbolId>(checked_.symbols.size());
        checked_.symbols.push_back(std::move(symbol));
        package.names.emplace(name, id);
        checked_.files[file].nodes[node].symbol = id;
        if (kind == SymbolKind::parameter && tree.kind(node) != NodeKind::error) package.parameters.push_back(id);
    }

    void declare_rule(std::uint32_t file, NodeId node, NodeId word) {
        const Tree& tree = checked_.tree(file);
        CheckedPackage& package = package_of(file);
        const auto found = package.rules.find(tree.text(word));
        if (found != package.rules.end()) {
            const CheckedRule& first = checked_.rules[found->second];
            report_twice(file, word, "rule", first.file, checked_.tree(first.file).span(first.node));
        }
        CheckedRule rule;
        rule.package = checked_.files[file].package;
        rule.file = file;
        rule.node = node;
        rule.name = tree.text(word);
        package.rules.emplace(rule.name, static_cast<std::uint32_t>(checked_.rules.size()));
        checked_.rules.push_back(std::move(rule));
    }

    void declare_profile(std::uint32_t file, NodeId node, NodeId word) {
        const Tree& tree = checked_.tree(file);
        auto& profiles = package_of(file).profiles;
        const auto [at, is_new] = profiles.emplace(tree.text(word), std::pair(file, node));
        if (!is_new) report_twice(file, word, "profile", at->second.first, checked_.tree(at->second.first).span(at->second.second));
    }

    Checked& checked_;
    Reporter& reporter_;
};

}  // namespace

void group_packages(Checked& checked, std::vector<PolicyTree> trees, Reporter& reporter) {
    for (PolicyTree& policy : trees) {
        CheckedFile file;
        file.tree = std::move(policy.tree);
        const Tree& tree = file.tree;
        file.nodes.resize(tree.size());
        const NodeId package = tree.child(tree.root(), 1);
        file.usable = check_edition(tree, tree.child(tree.root(), 0), reporter) && tree.kind(package) == NodeKind::package;
        if (file.usable) {
            const NodeId path = tree.child(package, 0);
            const std::string name = path_text(tree, path);
            if (!policy.is_std && is_reserved_package(name)) {
                reporter.add(tree, path, "E0210", "the package name " + quoted(name) + " is reserved")
                    .help.push_back(
                        "`std` is the library that comes with Scantling, `engine` its own findings: choose your organisation's name");
            }
            file.package = package_index(checked, name, policy.is_std);
            checked.packages[file.package].files.push_back(static_cast<std::uint32_t>(checked.files.size()));
        }
        checked.files.push_back(std::move(file));
    }
}

void declare_names(Checked& checked, Reporter& reporter) {
    Declarer declarer(checked, reporter);
    for (std::uint32_t file = 0; file < checked.files.size(); ++file) {
        if (!checked.files[file].usable) continue;
        const Tree& tree = checked.tree(file);
        for (const NodeId node : tree.children(tree.root())) declarer.declare(file, node);
    }
}

}  // namespace scantling::dsl
