// Each literal is compiled as the default of a parameter of its own, whose type is spelt as that of the parameter it is for; then the value
// is given the type ids of the units' schema. Types that the units' policies declared have no spelling that a text of its own understands.
#include "bindings/api/literals.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "dsl/compile.h"

namespace scantling {

namespace {

struct Found {
    const Parameter* parameter = nullptr;
    const Schema* schema = nullptr;
};

std::optional<Found> find_parameter(const std::vector<std::shared_ptr<const Unit>>& units, const std::string& name) {
    for (const auto& unit : units) {
        const auto at = std::find_if(unit->parameters.begin(), unit->parameters.end(), [&](const Parameter& p) { return p.name == name; });
        if (at != unit->parameters.end()) return Found{&*at, unit->schema.get()};
    }
    return std::nullopt;
}

void retype(Value& value, TypeId id, const Types& types) {
    value.type = id;
    const Type& type = types[id];
    for (std::size_t i = 0; i < value.items.size(); ++i) {
        retype(value.items[i], type.kind == TypeKind::map && i % 2 == 0 ? type.key : type.element, types);
    }
}

}  // namespace

Literals read_literals(const std::vector<std::shared_ptr<const Unit>>& units,
                       const std::vector<std::pair<std::string, std::string>>& settings, Diagnostics& diagnostics) {
    Literals out;
    for (const auto& [name, literal] : settings) {
        const std::optional<Found> found = find_parameter(units, name);
        if (!found) {
            out.emplace_back(name, Value{});
            continue;
        }
        const std::string type = type_text(*found->schema, found->schema->types(), found->parameter->type);
        dsl::Compiled compiled =
            dsl::compile({{"--set " + name, "package command_line\n\nparam value: " + type + " = " + literal + "\n", false}});
        std::move(compiled.diagnostics.begin(), compiled.diagnostics.end(), std::back_inserter(diagnostics));
        if (compiled.units.empty() || compiled.units[0]->parameters.size() != 1) continue;
        Value value = compiled.units[0]->parameters[0].initial;
        retype(value, found->parameter->type, found->schema->types());
        out.emplace_back(name, std::move(value));
    }
    return out;
}

}  // namespace scantling
