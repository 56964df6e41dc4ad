// Profiles: their own form is checked here, what they select when linking, since a profile may speak of rules that other units bring.
#include <algorithm>

#include "dsl/check/clauses.h"
#include "dsl/check/constant.h"

namespace scantling::dsl {

namespace {

class ProfileChecker {
  public:
    ProfileChecker(ExpressionChecker& checker, std::uint32_t file, NodeId node)
        : checker_(checker),
          checked_(checker.checked()),
          reporter_(checker.reporter()),
          file_(file),
          node_(node),
          tree_(checker.checked().tree(file)) {}

    void check() {
        for (const NodeId setting : tree_.children(node_).subspan(2)) check_setting(setting);
    }

  private:
    void once(NodeId setting) {
        const NodeKind kind = tree_.kind(setting);
        if (std::find(seen_.begin(), seen_.end(), kind) != seen_.end()) {
            const Span word = tree_.mark(setting).span;
            reporter_.add(tree_, word, "E0502", "the profile has " + quoted(tree_.source().text(word)) + " twice", "again");
        }
        seen_.push_back(kind);
    }

    void check_setting(NodeId setting) {
        switch (tree_.kind(setting)) {
            case NodeKind::exclude:
                return check_plain_text(checker_, file_, tree_.child(setting, 1));
            case NodeKind::set:
                return check_set(setting);
            case NodeKind::severity_of:
                return check_severity(tree_.child(setting, 1), {});
            case NodeKind::demand:
                return check_demand(tree_.child(setting, 0));
            case NodeKind::gate:
                once(setting);
                return check_severity(tree_.child(setting, 0), "never");
            case NodeKind::never_waive:
            case NodeKind::longest_waiver:
            case NodeKind::waiver_ticket:
                reporter_
                    .add(tree_, setting, "E0511",
                         quoted(tree_.source().text(tree_.mark(setting).span)) + " is not done yet in this version")
                    .help.push_back("leave the line out for now");
                return;
            default:
                return;
        }
    }

    void check_severity(NodeId word, std::string_view other) {
        const std::string_view text = tree_.text(word);
        const Enum& severity = checked_.schema->enums()[*checked_.schema->find_enum("Severity")];
        if (tree_.kind(word) != NodeKind::word || text == other || severity.member(text)) return;
        Diagnostic& error = reporter_.add(tree_, word, "E0208", "`Severity` has no member " + quoted(text));
        std::vector<std::string_view> names(severity.members.begin(), severity.members.end());
        if (!other.empty()) names.push_back(other);
        suggest(error, text, std::move(names), "It is one of");
    }

    void check_demand(NodeId paths) {
        for (const NodeId path : tree_.children(paths)) {
            if (tree_.kind(path) != NodeKind::path) continue;
            const std::string name = path_text(tree_, path);
            if (is_part(checked_, name)) continue;
            Diagnostic& error = reporter_.add(tree_, path, "E0215", "there is no part of the facts called " + quoted(name));
            std::vector<std::string_view> names;
            for (const Part& part : checked_.layout->parts()) names.push_back(part.path);
            suggest(error, name, std::move(names));
            error.help.push_back("`scantling schema` lists the parts");
        }
    }

    // A parameter that this run does not know is the linker's matter: the value then has the type that it shows.
    void check_set(NodeId setting) {
        const std::string name = path_text(tree_, tree_.child(setting, 0));
        const NodeId value = tree_.child(setting, 1);
        checker_.here = Context{};
        checker_.here.file = file_;
        const SymbolId parameter = find_parameter(checked_, file_, name);
        bool sound = false;
        if (parameter == no_symbol) {
            sound = checker_.check(value) != no_type;
        } else {
            checker_.ensure_checked(parameter);
            sound = checker_.require(value, checked_.symbols[parameter].type);
        }
        if (!sound) return;
        const auto constant = checker_.constant(value);
        if (constant) {
            checked_.settings.push_back({file_, setting, *constant});
            return;
        }
        reporter_.add(tree_, value, "E0504", "a profile sets constants", "not known when the policy is compiled");
    }

    ExpressionChecker& checker_;
    Checked& checked_;
    Reporter& reporter_;
    std::uint32_t file_;
    NodeId node_;
    const Tree& tree_;
    std::vector<NodeKind> seen_;
};

}  // namespace

bool is_part(const Checked& checked, std::string_view name) {
    return checked.layout->find_part(name).has_value() || checked.schema->find_domain(name) != nullptr;
}

SymbolId find_parameter(const Checked& checked, std::uint32_t file, std::string_view name) {
    const auto in_package = [&](const CheckedPackage& package, std::string_view word) {
        const auto found = package.names.find(word);
        const bool is_parameter = found != package.names.end() && checked.symbols[found->second].kind == SymbolKind::parameter;
        return is_parameter ? found->second : no_symbol;
    };
    const std::size_t dot = name.rfind('.');
    if (dot == std::string_view::npos) return in_package(checked.packages[checked.files[file].package], name);
    for (const CheckedPackage& package : checked.packages) {
        if (package.name == name.substr(0, dot)) return in_package(package, name.substr(dot + 1));
    }
    return no_symbol;
}

void check_profile(ExpressionChecker& checker, std::uint32_t file, NodeId node) { ProfileChecker(checker, file, node).check(); }

}  // namespace scantling::dsl
