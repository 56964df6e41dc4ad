// Texts to units to a program.
//
// Settings from outside (`--set NAME=VALUE`) are Scant too: they are compiled as the `set` lines of a profile in a text of their own, so
// that a wrong type or name gets the same located error as in a file; the profile itself is then left behind.
#include "bindings/api/policies.h"

#include <algorithm>
#include <string_view>

#include "dsl/compile.h"
#include "engine/base/embedded.h"
#include "engine/program/link.h"

namespace scantling::embedded {
std::span<const Text> standard_library();
}

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
std::vector<std::pair<std::string, Value>> take_settings(std::vector<std::shared_ptr<const Unit>>& units) {
    std::vector<std::pair<std::string, Value>> values;
    const auto found = std::find_if(units.begin(), units.end(), [](const auto& unit) { return unit->package == settings_package; });
    if (found == units.end()) return values;
    for (const Profile& profile : (*found)->profiles) {
        for (const ParameterSetting& set : profile.sets) values.emplace_back(set.name.name, set.value);
    }
    units.erase(found);
    return values;
}

}  // namespace

std::vector<PolicyText> standard_library() {
    std::vector<PolicyText> out;
    for (const embedded::Text& text : embedded::standard_library())
        out.push_back({"std/" + std::string(text.name), std::string(text.text)});
    return out;
}

Policies load_policies(const PolicyOptions& options) {
    Policies out;
    dsl::Compiled compiled = dsl::compile(sources_of(options));
    out.units = std::move(compiled.units);
    out.diagnostics = std::move(compiled.diagnostics);
    if (has_errors(out.diagnostics)) return out;
    LinkOptions link_options;
    link_options.profile = options.profile;
    link_options.parameters = options.settings.empty() ? decltype(link_options.parameters){} : take_settings(out.units);
    Linked linked = link(out.units, link_options);
    out.program = std::move(linked.program);
    out.diagnostics.insert(out.diagnostics.end(), linked.diagnostics.begin(), linked.diagnostics.end());
    return out;
}

}  // namespace scantling
