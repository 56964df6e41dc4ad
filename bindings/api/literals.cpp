// Each literal is compiled as the default of a parameter of its own, whose type is spelt as that of the parameter it is for; then the value
// is given the type ids of the units' schema. Types that the units' policies declared have no spelling that a text of its own understands.
#include "bindings/api/literals.h"

#include <iterator>

#include "dsl/compile.h"

namespace scantling {

namespace {

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
        const auto [parameter, unit] = find_parameter(units, name);
        if (parameter == nullptr) {
            out.emplace_back(name, Value{});
            continue;
        }
        const std::string type = type_text(*unit->schema, unit->schema->types(), parameter->type);
        dsl::Compiled compiled =
            dsl::compile({{"--set " + name, "package command_line\n\nparam value: " + type + " = " + literal + "\n", false}});
        std::move(compiled.diagnostics.begin(), compiled.diagnostics.end(), std::back_inserter(diagnostics));
        if (compiled.units.empty() || compiled.units[0]->parameters.size() != 1) continue;
        Value value = compiled.units[0]->parameters[0].initial;
        retype(value, parameter->type, unit->schema->types());
        out.emplace_back(name, std::move(value));
    }
    return out;
}

}  // namespace scantling
