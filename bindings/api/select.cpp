// Parameters from JSON, then the linker.
#include "bindings/api/select.h"

#include <utility>

#include "bindings/api/parameter_value.h"
#include "engine/base/nearest.h"
#include "engine/program/link.h"

namespace scantling {

namespace {

struct Found {
    const Parameter* parameter = nullptr;
    const Unit* unit = nullptr;
};

Found find_parameter(const std::vector<std::shared_ptr<const Unit>>& units, const std::string& name) {
    for (const auto& unit : units) {
        for (const Parameter& parameter : unit->parameters) {
            if (parameter.name == name) return {&parameter, unit.get()};
        }
    }
    return {};
}

Diagnostic no_such_parameter(const std::vector<std::shared_ptr<const Unit>>& units, const std::string& name) {
    std::vector<std::string_view> names;
    for (const auto& unit : units) {
        for (const Parameter& parameter : unit->parameters) names.emplace_back(parameter.name);
    }
    Diagnostic out{"E0218", DiagnosticSeverity::error, "there is no parameter `" + name + "`", nullptr, {}, {}, {}};
    if (const auto nearest = nearest_name(name, names))
        out.help.push_back("there is a parameter of a similar name: `" + std::string(*nearest) + "`");
    return out;
}

}  // namespace

Policies select(const std::vector<std::shared_ptr<const Unit>>& units, const PolicySelection& selection, Literals literals) {
    Policies out;
    out.units = units;
    LinkOptions options;
    options.profile = selection.profile;
    options.parameters = std::move(literals);
    for (const auto& [name, json] : selection.parameters) {
        const Found found = find_parameter(units, name);
        if (found.parameter == nullptr) {
            out.diagnostics.push_back(no_such_parameter(units, name));
            continue;
        }
        if (auto value = parameter_value(*found.parameter, *found.unit->schema, json, out.diagnostics))
            options.parameters.emplace_back(name, std::move(*value));
    }
    if (has_errors(out.diagnostics)) return out;
    Linked linked = link(units, options);
    out.program = std::move(linked.program);
    std::move(linked.diagnostics.begin(), linked.diagnostics.end(), std::back_inserter(out.diagnostics));
    return out;
}

}  // namespace scantling
