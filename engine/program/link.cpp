// Units and one profile to a program: select, translate with the parameters' values, analyse, freeze.
#include "engine/program/link.h"

#include <algorithm>

#include "engine/base/limits.h"
#include "engine/program/selection.h"
#include "engine/program/translate.h"

namespace scantling {

namespace {

std::vector<Pass> chosen_passes(const LinkOptions& options) {
    if (!options.passes) return {};
    std::vector<Pass> out;
    for (const Pass& pass : all_passes()) {
        const auto& only = options.only_passes;
        if (only.empty() || std::find(only.begin(), only.end(), pass.name) != only.end()) out.push_back(pass);
    }
    return out;
}

Diagnostic too_deep(const SelectedRule& rule) {
    Diagnostic out;
    out.code = "E0513";
    out.message = "rule `" + rule.rule->name + "` nests deeper than " + std::to_string(limits::program_depth) + " levels";
    if (rule.rule->place.source < rule.unit->sources.size()) {
        out.source = rule.unit->sources[rule.rule->place.source];
        out.span = rule.rule->place.span;
        out.label = "after its functions were put in place";
    }
    return out;
}

// The schema, or a copy where the passes needed types that no policy mentions: types are added and never taken away.
std::shared_ptr<const Schema> with_types(const std::shared_ptr<const Schema>& schema, Types types) {
    if (types.size() == schema->types().size()) return schema;
    auto copy = std::make_shared<Schema>(*schema);
    copy->types() = std::move(types);
    return copy;
}

}  // namespace

Linked link(const std::vector<std::shared_ptr<const Unit>>& units, const LinkOptions& options) {
    Linked out;
    auto program = std::make_shared<Program>();
    ProfileSelection selection = select(units, options, out.diagnostics);
    program->units = units;
    if (!units.empty()) program->layout = units.front()->layout;
    program->schema = units.empty() ? Schema::builtin() : units.front()->schema;
    if (program->layout == nullptr) program->layout = Layout::builtin();
    Types types = program->schema->types();
    Graph graph(program->expressions, types, chosen_passes(options));
    std::size_t nodes = 0;
    for (const auto& unit : units) nodes += unit->expressions.nodes.size();
    graph.reserve(nodes);  // about as many: a rule that is left out makes none, its status makes some
    const auto value_of = [&](const std::string& name) -> const Value* {
        const auto found = selection.parameters.find(name);
        return found == selection.parameters.end() ? nullptr : &found->second;
    };
    std::map<const Unit*, std::unique_ptr<Translator>> translators;
    for (const SelectedRule& rule : selection.rules) {
        auto& translator = translators[rule.unit];
        if (translator == nullptr) translator = std::make_unique<Translator>(*rule.unit, graph, value_of);
        if (translator->depth(*rule.rule) > limits::program_depth) {
            out.diagnostics.push_back(too_deep(rule));
            continue;
        }
        LinkedRule linked = translator->rule(*rule.rule);
        linked.severity_override = rule.severity;
        linked.allows_unknown = rule.allows_unknown;
        program->rules.push_back(std::move(linked));
    }
    if (has_errors(out.diagnostics)) return out;
    program->schema = with_types(program->schema, std::move(types));
    program->analysis = analyse(program->expressions);
    program->excluded = std::move(selection.excluded);
    program->deviations = std::move(selection.deviations);
    program->demanded = std::move(selection.demanded);
    program->profile = std::move(selection.profile);
    program->gate = selection.gate;
    out.program = std::move(program);
    return out;
}

}  // namespace scantling
