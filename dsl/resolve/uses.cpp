// `use`: aliases of each file, and packages that use each other in a circle.
#include "dsl/resolve/resolve.h"

namespace scantling::dsl {

namespace {

struct Use {
    std::uint32_t file = 0;
    NodeId node = no_node;
    std::uint32_t target = 0;
};

std::optional<std::uint32_t> find_package(const Checked& checked, std::string_view name) {
    for (std::uint32_t i = 0; i < checked.packages.size(); ++i) {
        if (checked.packages[i].name == name) return i;
    }
    return std::nullopt;
}

std::optional<Use> read_use(Checked& checked, Reporter& reporter, std::uint32_t file, NodeId node) {
    const Tree& tree = checked.tree(file);
    const NodeId path = tree.child(node, 0);
    const std::string name = path_text(tree, path);
    const auto target = find_package(checked, name);
    if (!target) {
        Diagnostic& error = reporter.add(tree, path, "E0204", "there is no package " + quoted(name), "not among the policies of this run");
        std::vector<std::string_view> names;
        for (const CheckedPackage& package : checked.packages) names.push_back(package.name);
        suggest(error, name, std::move(names), "Packages");
        return std::nullopt;
    }
    if (*target == checked.files[file].package) {
        reporter.add(tree, path, "E0205", "a package does not use itself").help.push_back("its own names are in reach without `use`");
        return std::nullopt;
    }
    return Use{file, node, *target};
}

void bind_alias(Checked& checked, Reporter& reporter, const Use& use) {
    const Tree& tree = checked.tree(use.file);
    const NodeId path = tree.child(use.node, 0);
    NodeId word = tree.child(use.node, 1);
    const bool renamed = !tree.is_none(word);
    if (!renamed) word = tree.children(path).back();
    const std::string_view alias = tree.text(word);
    if (const std::string holder = name_holder(checked, use.file, alias); !holder.empty()) {
        Diagnostic& error = reporter.add(tree, word, "E0202", quoted(alias) + " is already " + holder, "taken");
        error.help.push_back("give the package another name here: `use " + path_text(tree, path) + " as …`");
        return;
    }
    checked.files[use.file].aliases.emplace(alias, use.target);
}

// Depth first over packages; an edge back into the path closes a circle.
class Circles {
  public:
    Circles(const Checked& checked, Reporter& reporter, const std::vector<std::vector<Use>>& uses)
        : checked_(checked), reporter_(reporter), uses_(uses), states_(uses.size(), State::fresh) {}

    // Iterative: a chain of packages may be as long as a run has files.
    void visit(std::uint32_t start) {
        if (states_[start] != State::fresh) return;
        std::vector<std::pair<std::uint32_t, std::size_t>> path{{start, 0}};
        states_[start] = State::open;
        while (!path.empty()) {
            auto& [package, next] = path.back();
            if (next == uses_[package].size()) {
                states_[package] = State::done;
                path.pop_back();
                continue;
            }
            const Use& use = uses_[package][next++];
            if (states_[use.target] == State::open) report(use);
            if (states_[use.target] != State::fresh) continue;
            states_[use.target] = State::open;
            path.emplace_back(use.target, 0);
        }
    }

  private:
    enum class State : std::uint8_t { fresh, open, done };

    void report(const Use& use) {
        const Tree& tree = checked_.tree(use.file);
        const std::string own = checked_.packages[checked_.files[use.file].package].name;
        reporter_
            .add(tree, tree.child(use.node, 0), "E0205",
                 quoted(own) + " and " + quoted(checked_.packages[use.target].name) + " use each other", "closes a circle")
            .help.push_back("move what both need into a third package");
    }

    const Checked& checked_;
    Reporter& reporter_;
    const std::vector<std::vector<Use>>& uses_;
    std::vector<State> states_;
};

}  // namespace

void follow_uses(Checked& checked, Reporter& reporter) {
    std::vector<std::vector<Use>> uses(checked.packages.size());
    for (std::uint32_t file = 0; file < checked.files.size(); ++file) {
        if (!checked.files[file].usable) continue;
        const Tree& tree = checked.tree(file);
        for (const NodeId node : tree.children(tree.root())) {
            if (tree.kind(node) != NodeKind::use) continue;
            const auto use = read_use(checked, reporter, file, node);
            if (!use) continue;
            bind_alias(checked, reporter, *use);
            uses[checked.files[file].package].push_back(*use);
            checked.packages[checked.files[file].package].uses.push_back(use->target);
        }
    }
    Circles circles(checked, reporter, uses);
    for (std::uint32_t package = 0; package < uses.size(); ++package) circles.visit(package);
}

}  // namespace scantling::dsl
