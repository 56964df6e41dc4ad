// Texts to units to a program.
//
// Settings from outside (`--set NAME=VALUE`) are Scant too: they are compiled as the `set` lines of a profile in a text of their own, so
// that a wrong type or name gets the same located error as in a file; the profile itself is then left behind.
#include "bindings/api/policies.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "bindings/api/select.h"
#include "dsl/compile.h"
#include "engine/base/embedded.h"
#include "engine/program/bundle.h"

namespace scantling::embedded {
std::span<const Text> standard_library();
std::string_view standard_bundle();
}  // namespace scantling::embedded

namespace scantling {

namespace {

constexpr std::string_view settings_package = "command_line";

std::string settings_text(const std::vector<std::pair<std::string, std::string>>& settings) {
    std::string text = "package " + std::string(settings_package) + "\n\nprofile settings {\n";
    for (const auto& [name, value] : settings) text += "    set " + name + " = " + value + "\n";
    return text + "}\n";
}

std::vector<dsl::PolicyText> sources_of(const PolicyOptions& options) {
    std::vector<dsl::PolicyText> sources;
    if (options.standard_library) {
        for (PolicyText& text : standard_library()) sources.push_back({std::move(text.name), std::move(text.text), true});
    }
    for (const PolicyText& text : options.texts) sources.push_back({text.name, text.text, false});
    if (!options.settings.empty()) sources.push_back({"--set", settings_text(options.settings), false});
    return sources;
}

// The values of the settings' profile; its unit is taken out.
Literals take_settings(std::vector<std::shared_ptr<const Unit>>& units) {
    Literals values;
    const auto found = std::find_if(units.begin(), units.end(), [](const auto& unit) { return unit->package == settings_package; });
    if (found == units.end()) return values;
    for (const Profile& profile : (*found)->profiles) {
        for (const ParameterSetting& set : profile.sets) values.emplace_back(set.name.name, set.value);
    }
    units.erase(found);
    return values;
}

// The standard library and nothing else.
bool is_standard(const PolicyOptions& options) { return options.standard_library && options.texts.empty() && options.settings.empty(); }

}  // namespace

std::vector<PolicyText> standard_library() {
    std::vector<PolicyText> out;
    for (const embedded::Text& text : embedded::standard_library())
        out.push_back({"std/" + std::string(text.name), std::string(text.text)});
    return out;
}

std::string_view standard_bundle() { return embedded::standard_bundle(); }

Policies load_policies(const PolicyOptions& options) {
    if (is_standard(options) && !standard_bundle().empty()) {
        if (const auto units = read_own_bundle(standard_bundle()); !units.empty())
            return select(units, {options.profile, options.parameters});
    }
    Policies out;
    dsl::Compiled compiled = dsl::compile(sources_of(options));
    out.units = std::move(compiled.units);
    out.diagnostics = std::move(compiled.diagnostics);
    if (has_errors(out.diagnostics)) return out;
    Literals literals = options.settings.empty() ? Literals{} : take_settings(out.units);
    Policies selected = select(out.units, {options.profile, options.parameters}, std::move(literals));
    out.program = std::move(selected.program);
    std::move(selected.diagnostics.begin(), selected.diagnostics.end(), std::back_inserter(out.diagnostics));
    return out;
}

}  // namespace scantling
