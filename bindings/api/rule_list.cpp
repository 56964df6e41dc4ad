// Listing rules.
#include "bindings/api/rule_list.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "engine/base/json_writer.h"
#include "engine/report/json_pieces.h"
#include "engine/report/words.h"

namespace scantling {

namespace {

struct Listed {
    const Rule* rule;
    const Unit* unit;
};

std::vector<Listed> sorted(const std::vector<std::shared_ptr<const Unit>>& units) {
    std::vector<Listed> all;
    for (const auto& unit : units) {
        for (const Rule& rule : unit->rules) all.push_back({&rule, unit.get()});
    }
    std::sort(all.begin(), all.end(), [](const Listed& a, const Listed& b) { return a.rule->name < b.rule->name; });
    return all;
}

std::optional<std::string_view> severity_of(const Listed& listed) {
    const Value* value = listed.unit->expressions.constant(listed.rule->severity);
    if (value == nullptr) return std::nullopt;
    return report::name_of(static_cast<Severity>(value->number));
}

std::string_view practice_of(const Rule& rule) { return rule.practice ? report::name_of(*rule.practice) : std::string_view(); }

std::string padded(std::string_view text, std::size_t width) {
    std::string out(text);
    out.resize(std::max(width, text.size()), ' ');
    return out;
}

}  // namespace

std::string list_rules(const std::vector<std::shared_ptr<const Unit>>& units) {
    const std::vector<Listed> all = sorted(units);
    std::size_t width = 0;
    for (const Listed& listed : all) width = std::max(width, listed.rule->name.size());
    std::string out;
    for (const Listed& listed : all) {
        out += padded(listed.rule->name, width + 2) + padded(severity_of(listed).value_or("by finding"), 12);
        out += padded(practice_of(*listed.rule), 14) + listed.rule->title + "\n";
    }
    return out + std::to_string(all.size()) + " rules\n";
}

std::string list_rules_json(const std::vector<std::shared_ptr<const Unit>>& units) {
    JsonWriter json;
    json.begin_object().line().member("format", "scantling.rules/1").line().key("rules").begin_array();
    for (const Listed& listed : sorted(units)) {
        const Rule& rule = *listed.rule;
        json.line().begin_object();
        if (const Value* fix = listed.unit->expressions.constant(rule.fix)) json.member("fix", fix->text);
        json.member("id", rule.name);
        json.member("level", rule.level == Level::run ? "run" : "subject");
        if (rule.practice) json.member("practice", practice_of(rule));
        json.key("refs");
        report::write_refs(json, rule);
        if (const auto severity = severity_of(listed)) json.member("severity", *severity);
        json.member("title", rule.title);
        if (!rule.why.empty()) json.member("why", rule.why);
        json.end_object();
    }
    json.line().end_array().line().end_object();
    return json.take() + "\n";
}

}  // namespace scantling
