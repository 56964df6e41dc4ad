// Policies: selecting and listing. Compiling stands in compile.cpp, which a build without front end lacks.
#include "bindings/c/policies.h"

#include "bindings/api/rule_list.h"
#include "bindings/c/arguments.h"
#include "engine/base/json_writer.h"
#include "engine/report/json_pieces.h"
#include "engine/report/words.h"

namespace scantling::c {

namespace {

ShownRule show(const LinkedRule& linked, const Program& program) {
    ShownRule out;
    out.rule = linked.rule;
    JsonWriter json;
    report::write_refs(json, *linked.rule);
    out.refs = json.take();
    if (const Value* fix = program.expressions.constant(linked.fix)) out.fix = fix->text;
    if (linked.severity_override) {
        out.severity = severity(*linked.severity_override);
    } else if (const Value* value = program.expressions.constant(linked.severity)) {
        out.severity = severity(static_cast<Severity>(value->number));
    }
    return out;
}

}  // namespace

std::unique_ptr<scantling_policies> make_policies(Policies policies) {
    if (!policies.program) fail(SCANTLING_POLICY_ERROR, std::move(policies.diagnostics));
    auto out = std::make_unique<scantling_policies>();
    for (const LinkedRule& rule : policies.program->rules) out->rules.push_back(show(rule, *policies.program));
    out->policies = std::move(policies);
    return out;
}

}  // namespace scantling::c

using namespace scantling;
using namespace scantling::c;

scantling_status scantling_select(const scantling_policies* policies, const scantling_select_options* options, scantling_policies** out,
                                  scantling_error** error) noexcept {
    return guarded(error, [&](Call& call) {
        clear_out(out);
        auto selected = make_policies(select(required(policies, "policies").policies.units, read_selection(options)));
        call.warn(selected->policies.diagnostics);
        *out = selected.release();
    });
}

size_t scantling_policies_rule_count(const scantling_policies* policies) noexcept {
    return policies == nullptr ? 0 : policies->rules.size();
}

scantling_status scantling_policies_rule(const scantling_policies* policies, size_t index, scantling_rule* out) noexcept {
    if (policies == nullptr || index >= policies->rules.size()) return SCANTLING_INVALID_ARGUMENT;
    const ShownRule& shown = policies->rules[index];
    scantling_rule value = SCANTLING_RULE_INIT;
    value.id = view(shown.rule->name);
    value.title = view(shown.rule->title);
    value.practice = literal(shown.rule->practice ? report::name_of(*shown.rule->practice) : std::string_view());
    value.why = view_or_none(shown.rule->why);
    value.fix = view_or_none(shown.fix);
    value.refs = view(shown.refs);
    value.severity = shown.severity;
    return write_struct(value, out);
}

scantling_str scantling_policies_profile(const scantling_policies* policies) noexcept {
    return policies == nullptr ? scantling_str{nullptr, 0} : view_or_none(policies->policies.program->profile);
}

scantling_status scantling_policies_render(const scantling_policies* policies, scantling_str format, scantling_bytes** out,
                                           scantling_error** error) noexcept {
    return guarded(error, [&](Call&) {
        clear_out(out);
        const auto& units = required(policies, "policies").policies.units;
        give(out, read_format(format) == Format::json ? list_rules_json(units) : list_rules(units));
    });
}

scantling_policies* scantling_policies_ref(const scantling_policies* policies) noexcept {
    if (policies != nullptr) policies->references.add();
    return const_cast<scantling_policies*>(policies);
}

void scantling_policies_unref(scantling_policies* policies) noexcept {
    if (policies != nullptr && policies->references.drop()) delete policies;
}
