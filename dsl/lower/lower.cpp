// Packages → units: rules, parameters and profiles around their expressions.
#include "dsl/lower/lower.h"

#include <algorithm>

#include "dsl/lower/expression.h"
#include "dsl/syntax/literal.h"

namespace scantling::dsl {

namespace {

class UnitLowerer {
  public:
    UnitLowerer(Checked& checked, Reporter& reporter, std::uint32_t package)
        : checked_(checked), reporter_(reporter), package_(package), unit_(std::make_shared<Unit>()), expressions_(checked, *unit_) {
        unit_->package = checked.packages[package].name;
        unit_->layout = checked.layout;
        unit_->schema = checked.schema;
        for (const std::uint32_t file : checked.packages[package].files) unit_->sources.push_back(checked.tree(file).shared_source());
    }

    std::shared_ptr<const Unit> lower() {
        for (const SymbolId id : checked_.packages[package_].parameters) lower_parameter(id);
        for (const CheckedRule& rule : checked_.rules) {
            if (rule.package == package_ && rule.valid) lower_rule(rule);
        }
        for (const auto& [name, place] : checked_.packages[package_].profiles) {
            if (checked_.tree(place.first).kind(place.second) == NodeKind::profile) lower_profile(place.first, place.second);
        }
        return unit_;
    }

  private:
    [[nodiscard]] PolicyPlace place(std::uint32_t file, NodeId n) const {
        const auto& files = checked_.packages[package_].files;
        const auto at = std::find(files.begin(), files.end(), file);
        return {static_cast<std::uint32_t>(at - files.begin()), checked_.tree(file).span(n)};
    }

    void lower_parameter(SymbolId id) {
        const Symbol& symbol = checked_.symbols[id];
        const Tree& tree = checked_.tree(symbol.file);
        if (!symbol.value) return;
        Parameter parameter;
        parameter.name = checked_.full_name(symbol.package, symbol.name);
        parameter.documentation = tree.documentation(symbol.node);
        parameter.type = symbol.type;
        parameter.initial = *symbol.value;
        parameter.place = place(symbol.file, tree.child(symbol.node, 0));
        const NodeId range = tree.child(symbol.node, 3);
        if (!tree.is_none(range)) {
            expressions_.begin(symbol.file);
            parameter.range_variable = expressions_.bind_variable(id, no_expression, tree.span(range));
            parameter.range = expressions_.lower(range);
            refuse_too_large(tree, tree.child(symbol.node, 0), symbol.name);
        }
        unit_->parameters.push_back(std::move(parameter));
    }

    void refuse_too_large(const Tree& tree, NodeId word, std::string_view name) {
        if (!expressions_.too_large()) return;
        reporter_.add(tree, word, "E0512", quoted(name) + " is too large once its functions are written out", "over the limit")
            .help.push_back(
                "a rule of this size cannot be judged in bounded time: split it, or run over a list instead of repeating conditions");
    }

    ExpressionId expression(NodeId n) { return n == no_node ? no_expression : expressions_.lower(n); }

    void lower_steps(const CheckedRule& from, Rule& rule) {
        const Tree& tree = checked_.tree(from.file);
        for (const RuleStep& step : from.steps) {
            if (tree.kind(step.clause) == NodeKind::let) {
                expressions_.bind(step.symbol, expressions_.lower(tree.child(step.clause, 2)));
                continue;
            }
            ForClause clause;
            const ExpressionId list = expressions_.lower(tree.child(step.clause, 1));
            clause.variable = expressions_.bind_variable(step.symbol, list, tree.span(step.clause));
            const NodeId where = tree.child(step.clause, 2);
            if (!tree.is_none(where)) clause.where = expressions_.lower(where);
            rule.fors.push_back(clause);
        }
    }

    void lower_rule(const CheckedRule& from) {
        const Tree& tree = checked_.tree(from.file);
        Rule rule;
        rule.name = checked_.full_name(package_, from.name);
        rule.documentation = tree.documentation(from.node);
        rule.title = literal_text(tree, from.title);
        if (from.why != no_node) rule.why = literal_text(tree, from.why);
        if (from.practice != no_node) rule.practice = practice_of(tree.text(from.practice));
        if (from.refs != no_node) lower_refs(tree, from.refs, rule);
        rule.level = from.level;
        rule.forbids = from.forbids;
        rule.place = place(from.file, tree.child(from.node, 0));
        expressions_.begin(from.file);
        lower_steps(from, rule);
        rule.when = expression(from.when);
        rule.body = expression(from.body);
        rule.severity = expression(from.severity);
        rule.at = expression(from.at);
        if (from.message != no_node) rule.message = expressions_.lower_text(from.message);
        if (from.fix != no_node) rule.fix = expressions_.lower_text(from.fix);
        refuse_too_large(tree, tree.child(from.node, 0), from.name);
        for (const NodeId example : from.examples) rule.examples.push_back(lower_example(from.file, example));
        unit_->rules.push_back(std::move(rule));
    }

    static Practice practice_of(std::string_view name) {
        if (name == "minimal") return Practice::minimal;
        if (name == "pipeline") return Practice::pipeline;
        if (name == "runtime") return Practice::runtime;
        if (name == "dependencies") return Practice::dependencies;
        return Practice::supply_chain;
    }

    static void lower_refs(const Tree& tree, NodeId refs, Rule& rule) {
        for (const NodeId entry : tree.children(refs)) {
            std::vector<std::string> values;
            const NodeId value = tree.child(entry, 1);
            if (tree.kind(value) == NodeKind::list) {
                for (const NodeId item : tree.children(value)) values.push_back(literal_text(tree, item));
            } else {
                values.push_back(literal_text(tree, value));
            }
            rule.refs.emplace_back(key_text(tree, tree.child(entry, 0)), std::move(values));
        }
        std::sort(rule.refs.begin(), rule.refs.end());
    }

    Example lower_example(std::uint32_t file, NodeId node) {
        const Tree& tree = checked_.tree(file);
        Example example;
        const Word mark = tree.mark_word(node);
        example.kind = mark == Word::good_ ? ExampleKind::good : (mark == Word::bad_ ? ExampleKind::bad : ExampleKind::undecided);
        example.place = place(file, node);
        for (const NodeId given : tree.children(node)) {
            Given out;
            out.path = path_text(tree, tree.child(given, 0));
            const NodeId value = tree.child(given, 1);
            const NodeKind kind = tree.kind(value);
            out.place = place(file, value);
            out.is_text = kind == NodeKind::string || kind == NodeKind::raw || kind == NodeKind::block;
            if (tree.kind(given) == NodeKind::given_file) {
                out.file = literal_text(tree, value);
            } else {
                out.text = out.is_text ? literal_text(tree, value) : std::string(tree.text(value));
            }
            example.given.push_back(std::move(out));
        }
        return example;
    }

    // The names of a profile's own package may stand alone.
    [[nodiscard]] NameUse name_use(std::uint32_t file, NodeId path) const {
        const Tree& tree = checked_.tree(file);
        std::string name = path_text(tree, path);
        const CheckedPackage& package = checked_.packages[package_];
        const bool is_own = package.rules.contains(name) || package.profiles.contains(name) || package.names.contains(name);
        if (is_own && name.find('.') == std::string::npos) name = checked_.full_name(package_, name);
        return {std::move(name), place(file, path)};
    }

    void add_names(std::uint32_t file, NodeId paths, std::vector<NameUse>& to) const {
        for (const NodeId path : checked_.tree(file).children(paths)) to.push_back(name_use(file, path));
    }

    [[nodiscard]] Severity severity_of(std::string_view name) const {
        const auto member = checked_.schema->enums()[*checked_.schema->find_enum("Severity")].member(name);
        return static_cast<Severity>(member.value_or(0));
    }

    // Settings were checked, and so listed, in the order of files and places.
    [[nodiscard]] const Value& setting_value(std::uint32_t file, NodeId n) const {
        const auto found = std::lower_bound(checked_.settings.begin(), checked_.settings.end(), std::pair(file, n),
                                            [](const CheckedSetting& setting, const std::pair<std::uint32_t, NodeId>& at) {
                                                return std::pair(setting.file, setting.node) < at;
                                            });
        return found->value;
    }

    void lower_setting(std::uint32_t file, NodeId n, Profile& profile) {
        const Tree& tree = checked_.tree(file);
        const auto child = [&](std::size_t i) { return tree.child(n, i); };
        switch (tree.kind(n)) {
            case NodeKind::include:
                return add_names(file, child(0), profile.includes);
            case NodeKind::exclude:
                for (const NodeId path : tree.children(child(0))) {
                    profile.excludes.push_back({name_use(file, path), literal_text(tree, child(1))});
                }
                return;
            case NodeKind::set:
                profile.sets.push_back({name_use(file, child(0)), setting_value(file, n)});
                return;
            case NodeKind::severity_of:
                profile.severities.push_back({name_use(file, child(0)), severity_of(tree.text(child(1)))});
                return;
            case NodeKind::demand:
                for (const NodeId path : tree.children(child(0))) profile.demands.push_back({path_text(tree, path), place(file, path)});
                return;
            case NodeKind::allow_unknown:
                return add_names(file, child(0), profile.allow_unknown);
            case NodeKind::gate:
                profile.gate = tree.text(child(0)) == "never" ? GateKind::never : GateKind::at;
                if (profile.gate == GateKind::at) profile.gate_severity = severity_of(tree.text(child(0)));
                return;
            default:
                return;
        }
    }

    void lower_profile(std::uint32_t file, NodeId node) {
        const Tree& tree = checked_.tree(file);
        Profile profile;
        profile.name = checked_.full_name(package_, tree.text(tree.child(node, 0)));
        profile.documentation = tree.documentation(node);
        profile.place = place(file, tree.child(node, 0));
        if (!tree.is_none(tree.child(node, 1))) profile.extends = name_use(file, tree.child(node, 1));
        for (const NodeId setting : tree.children(node).subspan(2)) lower_setting(file, setting, profile);
        unit_->profiles.push_back(std::move(profile));
    }

    Checked& checked_;
    Reporter& reporter_;
    std::uint32_t package_;
    std::shared_ptr<Unit> unit_;
    ExpressionLowerer expressions_;
};

}  // namespace

std::vector<std::shared_ptr<const Unit>> lower(Checked& checked, Reporter& reporter) {
    std::vector<std::shared_ptr<const Unit>> units;
    for (std::uint32_t package = 0; package < checked.packages.size(); ++package) {
        units.push_back(UnitLowerer(checked, reporter, package).lower());
    }
    return units;
}

}  // namespace scantling::dsl
