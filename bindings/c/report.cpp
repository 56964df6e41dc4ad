// Reports: the verdict, and what it rests on. Nothing is placed or printed before somebody asks.
#include <algorithm>

#include "bindings/c/arguments.h"
#include "bindings/c/policies.h"
#include "engine/base/json_writer.h"
#include "engine/facts/locator.h"
#include "engine/report/json_pieces.h"
#include "engine/report/words.h"

namespace scantling::c {

namespace {

constexpr std::string_view input_partial_causes = R"([{"cause":"unreadable"}])";

std::string causes_json(const Outcome& outcome, const Facts& facts, Locator& locator) {
    JsonWriter json;
    json.begin_array();
    for (const LocatedCause& cause : outcome.causes) report::write_cause(json, cause, facts, locator);
    return json.end_array().take();
}

std::string bindings_json(const Finding& finding) {
    JsonWriter json;
    std::vector<const BindingValue*> sorted;  // keys ascend
    for (const BindingValue& binding : finding.bindings) sorted.push_back(&binding);
    std::sort(sorted.begin(), sorted.end(), [](const auto* a, const auto* b) { return a->name < b->name; });
    json.begin_object();
    for (const BindingValue* binding : sorted) json.member(binding->name, binding->text);
    return json.end_object().take();
}

std::string subject_of(const Facts& facts, Row row) { return row == no_row ? std::string() : report::subject_name(facts, row); }

ShownFinding placed(const Finding& finding, const Facts& facts, Locator& locator) {
    ShownFinding out;
    out.subject = subject_of(facts, finding.subject);
    out.bindings = bindings_json(finding);
    if (finding.place == PlaceId::none) return out;
    Located at = locator.locate(finding.place);
    out.file = facts.documents()[at.document].source->name();
    out.pointer = std::move(at.pointer);
    out.span = at.span;
    out.position = at.position;
    return out;
}

scantling_outcome_kind kind(OutcomeKind ours) {
    switch (ours) {
        case OutcomeKind::pass:
            return SCANTLING_PASS;
        case OutcomeKind::fail:
            return SCANTLING_FAIL;
        case OutcomeKind::skipped:
            return SCANTLING_SKIPPED;
        case OutcomeKind::waived:
            return SCANTLING_WAIVED;
        case OutcomeKind::not_applicable:
            return SCANTLING_NOT_APPLICABLE;
        case OutcomeKind::unknown:
            break;
    }
    return SCANTLING_UNKNOWN;
}

scantling_severity severity_or_unknown(const std::optional<Severity>& given) {
    return given ? severity(*given) : SCANTLING_SEVERITY_UNKNOWN;
}

// The views are made on demand: there may be no memory for them.
template <typename Work>
scantling_status with_views(const scantling_report* report, Work work) noexcept {
    if (report == nullptr) return SCANTLING_INVALID_ARGUMENT;
    try {
        return work(report->shown());
    } catch (const std::bad_alloc&) {
        return SCANTLING_NO_MEMORY;
    } catch (...) {
        return SCANTLING_INTERNAL;
    }
}

scantling_status fill_input_partial(scantling_outcome* out) noexcept {
    scantling_outcome value = SCANTLING_OUTCOME_INIT;
    value.rule = literal(report::input_partial_rule);
    value.causes = literal(input_partial_causes);
    value.severity = severity(report::input_partial_severity);
    return write_struct(value, out);
}

scantling_status fill(const Outcome& from, const ShownOutcome& shown, const Rule& rule, scantling_outcome* out) noexcept {
    scantling_outcome value = SCANTLING_OUTCOME_INIT;
    value.rule = view(rule.name);
    value.subject = view_or_none(shown.subject);
    value.reason = literal(report::name_of(from.reason));
    value.causes = view(shown.causes);
    value.more_causes = from.more_causes;
    value.candidates = from.counts.candidates;
    value.selected = from.counts.selected;
    value.violating = from.counts.violating;
    value.undetermined = from.counts.undetermined;
    value.waived = from.counts.waived;
    value.kind = kind(from.kind);
    value.severity = severity_or_unknown(from.severity);
    return write_struct(value, out);
}

scantling_status fill(const Finding& from, const ShownFinding& shown, const Rule& rule, scantling_finding* out) noexcept {
    scantling_finding value = SCANTLING_FINDING_INIT;
    value.rule = view(rule.name);
    value.subject = view_or_none(shown.subject);
    value.message = view(from.message);
    value.fix = view_or_none(from.fix);
    value.fingerprint = view(from.fingerprint);
    value.bindings = view(shown.bindings);
    value.file = view_or_none(shown.file);
    value.pointer = view_or_none(shown.pointer);
    value.offset = shown.span.begin;
    value.length = shown.span.size();
    value.line = shown.position.line;
    value.column = shown.position.column;
    value.severity = severity_or_unknown(from.severity);
    value.waived = from.waived ? 1 : 0;
    return write_struct(value, out);
}

}  // namespace

}  // namespace scantling::c

using namespace scantling;
using namespace scantling::c;

const scantling_report::Shown& scantling_report::shown() const {
    return shown_.get([this] {
        Shown made;
        const Facts& facts = *report.facts;
        Locator locator(facts);
        for (const Outcome& outcome : report.evaluation.outcomes)
            made.outcomes.push_back({subject_of(facts, outcome.subject), causes_json(outcome, facts, locator)});
        for (const Finding& finding : report.evaluation.findings) made.findings.push_back(placed(finding, facts, locator));
        made.diagnostics = c::shown(report.diagnostics);
        return made;
    });
}

scantling_verdict scantling_report_verdict(const scantling_report* report) noexcept {
    if (report == nullptr) return SCANTLING_UNDECIDED;
    switch (report->report.judgement.verdict) {
        case Verdict::clean:
            return SCANTLING_CLEAN;
        case Verdict::closed:
            return SCANTLING_CLOSED;
        case Verdict::undecided:
            break;
    }
    return SCANTLING_UNDECIDED;
}

size_t scantling_report_reason_count(const scantling_report* report) noexcept {
    return report == nullptr ? 0 : report->report.judgement.reasons.size();
}

scantling_str scantling_report_reason(const scantling_report* report, size_t index) noexcept {
    if (report == nullptr || index >= report->report.judgement.reasons.size()) return {nullptr, 0};
    return view(report->report.judgement.reasons[index]);
}

scantling_status scantling_report_render(const scantling_report* report, scantling_str format, scantling_bytes** out,
                                         scantling_error** error) noexcept {
    return guarded(error, [&](Call&) {
        clear_out(out);
        const Report& from = required(report, "report").report;
        give(out, read_format(format) == Format::json ? render_json(from) : render_text(from));
    });
}

size_t scantling_report_finding_count(const scantling_report* report) noexcept {
    return report == nullptr ? 0 : report->report.evaluation.findings.size();
}

scantling_status scantling_report_finding(const scantling_report* report, size_t index, scantling_finding* out) noexcept {
    return with_views(report, [&](const scantling_report::Shown& shown) {
        const auto& findings = report->report.evaluation.findings;
        if (index >= findings.size()) return SCANTLING_INVALID_ARGUMENT;
        return fill(findings[index], shown.findings[index], *report->report.program->rules[findings[index].rule].rule, out);
    });
}

size_t scantling_report_outcome_count(const scantling_report* report) noexcept {
    if (report == nullptr) return 0;
    return report->report.evaluation.outcomes.size() + (report->report.input_partial ? 1 : 0);
}

scantling_status scantling_report_outcome(const scantling_report* report, size_t index, scantling_outcome* out) noexcept {
    return with_views(report, [&](const scantling_report::Shown& shown) {
        const auto& outcomes = report->report.evaluation.outcomes;
        if (report->report.input_partial) {
            if (index == 0) return fill_input_partial(out);
            --index;
        }
        if (index >= outcomes.size()) return SCANTLING_INVALID_ARGUMENT;
        return fill(outcomes[index], shown.outcomes[index], *report->report.program->rules[outcomes[index].rule].rule, out);
    });
}

size_t scantling_report_diagnostic_count(const scantling_report* report) noexcept {
    return report == nullptr ? 0 : report->report.diagnostics.size();
}

scantling_status scantling_report_diagnostic(const scantling_report* report, size_t index, scantling_diagnostic* out) noexcept {
    return with_views(report, [&](const scantling_report::Shown& shown) { return c::fill(shown.diagnostics, index, out); });
}

scantling_report* scantling_report_ref(const scantling_report* report) noexcept {
    if (report != nullptr) report->references.add();
    return const_cast<scantling_report*>(report);
}

void scantling_report_unref(scantling_report* report) noexcept {
    if (report != nullptr && report->references.drop()) delete report;
}
