// Parameters from JSON, then the linker.
#include "bindings/api/select.h"

#include <iterator>
#include <optional>
#include <utility>

#include "bindings/api/parameter_value.h"
#include "engine/program/link.h"

namespace scantling {

DeclaredParameter find_parameter(const std::vector<std::shared_ptr<const Unit>>& units, std::string_view name) {
    for (const auto& unit : units) {
        for (const Parameter& parameter : unit->parameters) {
            if (parameter.name == name) return {&parameter, unit.get()};
        }
    }
    return {};
}

Policies select(const std::vector<std::shared_ptr<const Unit>>& units, const PolicySelection& selection, Literals literals) {
    Policies out;
    out.units = units;
    LinkOptions options;
    options.profile = selection.profile;
    options.parameters = std::move(literals);
    for (const auto& [name, json] : selection.parameters) {
        const auto [parameter, unit] = find_parameter(units, name);
        // The linker knows what to say of a name that nobody declares.
        auto value = parameter == nullptr ? std::optional(Value{}) : parameter_value(*parameter, *unit->schema, json, out.diagnostics);
        if (value) options.parameters.emplace_back(name, std::move(*value));
    }
    Linked linked = link(units, options);
    std::move(linked.diagnostics.begin(), linked.diagnostics.end(), std::back_inserter(out.diagnostics));
    if (!has_errors(out.diagnostics)) out.program = std::move(linked.program);
    return out;
}

}  // namespace scantling
