// Decides the verdict.
#include "engine/findings/gate.h"

#include <algorithm>

namespace scantling {

namespace {

bool reaches(std::optional<Severity> severity, Severity gate) { return severity.value_or(Severity::critical) >= gate; }

std::string plural(std::size_t count, const std::string& one, const std::string& many) {
    return std::to_string(count) + " " + (count == 1 ? one : many);
}

std::size_t closing_findings(const Evaluation& evaluation, Severity gate) {
    const auto closes = [&](const Finding& finding) { return !finding.waived && reaches(finding.severity, gate); };
    return static_cast<std::size_t>(std::count_if(evaluation.findings.begin(), evaluation.findings.end(), closes));
}

// A rule that fails without rendered findings (a limit on findings) still closes: its outcome tells.
std::size_t closing_outcomes(const Evaluation& evaluation, Severity gate) {
    const auto closes = [&](const Outcome& outcome) { return outcome.kind == OutcomeKind::fail && reaches(outcome.severity, gate); };
    return static_cast<std::size_t>(std::count_if(evaluation.outcomes.begin(), evaluation.outcomes.end(), closes));
}

std::size_t undecided_rules(const Program& program, const Evaluation& evaluation, Severity gate) {
    const auto holds = [&](const Outcome& outcome) {
        return outcome.kind == OutcomeKind::unknown && reaches(outcome.severity, gate) && !program.rules[outcome.rule].allows_unknown;
    };
    return static_cast<std::size_t>(std::count_if(evaluation.outcomes.begin(), evaluation.outcomes.end(), holds));
}

void report_lacking_parts(const Program& program, const Facts& facts, std::vector<std::string>& reasons) {
    for (const PartId part : program.demanded) {
        const Part& layout = program.layout->parts()[part];
        Row lacking = 0;
        if (part >= facts.layout().parts().size()) {  // facts of another layout: no rule was evaluated
            lacking = 1;
        } else if (layout.per_run) {
            lacking = facts.supplied(part, 0) ? 0 : 1;
        } else {
            for (Row subject = 0; subject < facts.subjects(); ++subject) lacking += facts.supplied(part, subject) ? 0U : 1U;
            if (facts.subjects() == 0) lacking = 1;
        }
        if (lacking == 0) continue;
        reasons.push_back("the demanded part `" + layout.path + "` was not supplied" +
                          (layout.per_run || facts.subjects() <= 1 ? "" : " for " + plural(lacking, "subject", "subjects")));
    }
}

bool is_decided(OutcomeKind kind) { return kind != OutcomeKind::unknown && kind != OutcomeKind::skipped; }

void report_undecided_subjects(const Facts& facts, const Evaluation& evaluation, std::vector<std::string>& reasons) {
    if (facts.subjects() == 0) {
        const bool any =
            std::any_of(evaluation.outcomes.begin(), evaluation.outcomes.end(), [](const Outcome& o) { return is_decided(o.kind); });
        if (!any) reasons.emplace_back("no rule was decided");
        return;
    }
    std::vector<bool> decided(facts.subjects(), false);
    for (const Outcome& outcome : evaluation.outcomes) {
        if (outcome.subject != no_row && is_decided(outcome.kind)) decided[outcome.subject] = true;
    }
    const auto lacking = static_cast<std::size_t>(std::count(decided.begin(), decided.end(), false));
    if (lacking != 0) reasons.push_back("no rule was decided for " + plural(lacking, "subject", "subjects"));
}

}  // namespace

Judgement judge(const Program& program, const Facts& facts, const Evaluation& evaluation, bool input_partial) {
    Judgement out;
    if (program.gate) {
        const std::string level =
            std::string(facts.layout().schema().enums()[*facts.layout().schema().find_enum("Severity")].members[static_cast<std::size_t>(
                *program.gate)]);
        if (const std::size_t closing =
                std::max(closing_findings(evaluation, *program.gate), closing_outcomes(evaluation, *program.gate))) {
            out.verdict = Verdict::closed;
            out.reasons.push_back(plural(closing, "finding", "findings") + " of severity " + level + " or above");
        }
        if (const std::size_t unknown = undecided_rules(program, evaluation, *program.gate)) {
            out.reasons.push_back(plural(unknown, "rule", "rules") + " of severity " + level + " or above could not be decided");
        }
        report_lacking_parts(program, facts, out.reasons);
        report_undecided_subjects(facts, evaluation, out.reasons);
    }
    if (input_partial) out.reasons.emplace_back("some input was refused or read in part");
    if (out.reasons.empty()) out.verdict = Verdict::clean;
    return out;
}

}  // namespace scantling
