// The report for people: findings with the source that caused them, then the summary.
#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "engine/base/utf8.h"
#include "engine/facts/locator.h"
#include "engine/facts/sensitive.h"
#include "engine/report/report.h"
#include "engine/report/words.h"
#include "engine/report/wrap.h"

namespace scantling {

namespace {

using report::name_of;

constexpr std::size_t subjects_named = 12;  // in the summary; a fleet's report would be nothing but names
constexpr std::size_t causes_named = 4;     // a line of the summary, the rest is counted

class Writer {
  public:
    Writer(const Report& report, std::size_t width)
        : report_(report), facts_(*report.facts), program_(*report.program), width_(width), locator_(facts_), sensitive_(facts_) {}

    std::string write() {
        findings();
        summary();
        return std::move(out_);
    }

  private:
    [[nodiscard]] bool many_subjects() const { return facts_.subjects() > 1; }

    // `text` on lines of its own, indented.
    void paragraph(std::string_view label, std::string_view text) {
        const std::string indent(2 + columns_of(label), ' ');
        out_.append("  ").append(label);
        report::append_wrapped(out_, text, width_ - indent.size(), indent);
        out_ += '\n';
    }

    // Names of rules below what they have in common.
    void named(std::string_view label, std::string_view common, std::size_t width, std::string_view names) {
        out_ += label;
        report::append_wrapped(out_, common, width, "      ");
        out_ += ":\n      ";
        report::append_wrapped(out_, names, width_ - 6, "      ");
        out_ += '\n';
    }

    void findings() {
        std::vector<const Finding*> order;
        for (const Finding& finding : report_.evaluation.findings) order.push_back(&finding);
        const auto weight = [](const Finding& f) { return f.severity ? static_cast<int>(*f.severity) : 5; };
        std::stable_sort(order.begin(), order.end(), [&](const Finding* a, const Finding* b) {
            if (a->subject != b->subject) return a->subject < b->subject;
            return weight(*a) > weight(*b);
        });
        Row subject = no_row;
        for (const Finding* finding : order) {
            if (many_subjects() && finding->subject != subject) {
                subject = finding->subject;
                out_ += "== " + printable(report::subject_name(facts_, subject)) + "\n\n";
            }
            write_finding(*finding);
        }
    }

    void write_finding(const Finding& finding) {
        out_.append(finding.severity ? name_of(*finding.severity) : "unknown severity").append(": ");
        out_.append(program_.rules[finding.rule].rule->name).append(finding.waived ? "  (waived)\n" : "\n");
        paragraph("", finding.message);
        if (finding.place != PlaceId::none) {
            const Located at = locator_.locate(finding.place);
            const Document& document = facts_.documents()[at.document];
            const Excerpt excerpt{at.span, at.position, report_label(at.pointer), sensitive_.of(at.document)};
            append_excerpt(out_, *document.source, excerpt, "  ", width_ - 2);
        }
        if (!finding.fix.empty()) paragraph("fix: ", finding.fix);
        out_ += '\n';
    }

    // A pointer is worth showing only where the excerpt does not tell where it stands.
    static std::string_view report_label(std::string_view pointer) { return pointer.size() <= 40 ? pointer : std::string_view(); }

    void summary() {
        subjects();
        outcome_counts();
        undecided();
        skipped();
        not_run();
        exclusions();
        verdict();
    }

    void subjects() {
        const Row count = facts_.subjects();
        out_ += count == 1 ? "Subject: " + printable(report::subject_name(facts_, 0)) + "\n" : "Subjects: " + std::to_string(count) + "\n";
        if (!many_subjects()) return;
        for (Row row = 0; row < count && row < subjects_named; ++row) out_ += "  " + printable(report::subject_name(facts_, row)) + "\n";
        if (count > subjects_named) out_ += "  and " + std::to_string(count - subjects_named) + " more\n";
    }

    void outcome_counts() {
        std::array<std::size_t, 6> counts{};
        for (const Outcome& outcome : report_.evaluation.outcomes) ++counts[static_cast<std::size_t>(outcome.kind)];
        out_ += "Rules:   " + std::to_string(program_.rules.size()) + " of profile " +
                (program_.profile.empty() ? "(none)" : program_.profile) + "\n";
        out_ += "Outcomes:";
        constexpr std::array order = {OutcomeKind::fail,    OutcomeKind::pass,   OutcomeKind::unknown,
                                      OutcomeKind::skipped, OutcomeKind::waived, OutcomeKind::not_applicable};
        for (std::size_t i = 0; i < order.size(); ++i) {
            std::string name(name_of(order[i]));
            std::replace(name.begin(), name.end(), '_', ' ');
            out_ += (i == 0 ? " " : ", ") + std::to_string(counts[static_cast<std::size_t>(order[i])]) + " " + name;
        }
        const std::size_t findings = report_.evaluation.findings.size();
        out_ += "; " + std::to_string(findings) + (findings == 1 ? " finding\n" : " findings\n");
    }

    // Rules by what they lack: a broken file leaves twenty rules undecided for one reason, which is worth saying once.
    void undecided() {
        std::map<std::string, std::map<std::string, std::size_t>> rules_by_causes;  // causes, rule, subjects
        for (const Outcome& outcome : report_.evaluation.outcomes) {
            if (outcome.kind == OutcomeKind::unknown) ++rules_by_causes[causes_text(outcome)][program_.rules[outcome.rule].rule->name];
        }
        if (rules_by_causes.empty()) return;
        out_ += "\nUnknown (a fact is missing or cannot be read; not a pass):\n";
        for (const auto& [causes, rules] : rules_by_causes) {
            std::string text;
            for (const auto& [rule, subjects] : rules) {
                text += (text.empty() ? "" : ", ") + rule + (subjects > 1 ? " (" + std::to_string(subjects) + " subjects)" : "");
            }
            named("  ", causes, width_ - 7, text);
        }
    }

    // With many subjects the places are left out: each would be a line of its own.
    std::string causes_text(const Outcome& outcome) {
        std::string text;
        std::set<std::string> seen;
        for (const LocatedCause& cause : outcome.causes) {
            std::string one = report::cause_text(cause.cause, facts_.layout());
            const std::string place = many_subjects() ? std::string() : place_text(cause.place);
            if (!place.empty()) one += " at " + place;
            if (!seen.insert(one).second || seen.size() > causes_named) continue;
            text += (text.empty() ? "" : ", ") + one;
        }
        const std::uint64_t more = outcome.more_causes + (seen.size() > causes_named ? seen.size() - causes_named : 0);
        if (more != 0) text += ", and " + std::to_string(more) + " more";
        return text.empty() ? "for no cause that could be named" : text;
    }

    std::string place_text(PlaceId place) {
        if (place == PlaceId::none) return {};
        const Located at = locator_.locate(place);
        return facts_.documents()[at.document].source->name() + ":" + std::to_string(at.position.line);
    }

    // Rules by the parts that they lack: the reader wants to know which document to add.
    void skipped() {
        std::map<std::string, std::set<std::string>> rules_by_parts;
        for (const Outcome& outcome : report_.evaluation.outcomes) {
            if (outcome.kind != OutcomeKind::skipped || outcome.reason == OutcomeReason::no_subject) continue;
            std::set<std::string> parts;
            for (const LocatedCause& cause : outcome.causes) {
                if (cause.cause.part != no_part) parts.insert(facts_.layout().parts()[cause.cause.part].path);
            }
            std::string key;
            for (const std::string& part : parts) key += (key.empty() ? "" : ", ") + part;
            rules_by_parts[key].insert(program_.rules[outcome.rule].rule->name);
        }
        if (rules_by_parts.empty()) return;
        out_ += "\nSkipped (nothing was supplied to decide them):\n";
        for (const auto& [parts, rules] : rules_by_parts) {
            std::string text;
            for (const std::string& rule : rules) text += (text.empty() ? "" : ", ") + rule;
            named("  without ", parts, width_ - 10, text);
        }
    }

    void not_run() {
        std::string text;
        for (const Outcome& outcome : report_.evaluation.outcomes) {
            if (outcome.reason != OutcomeReason::no_subject) continue;
            text += (text.empty() ? "" : ", ") + program_.rules[outcome.rule].rule->name;
        }
        if (text.empty()) return;
        out_ += "\nNot run (they are about an image or a build, and none was given; counted as skipped):\n  ";
        report::append_wrapped(out_, text, width_ - 2, "  ");
        out_ += '\n';
    }

    void exclusions() {
        if (!program_.excluded.empty()) out_ += "\nExcluded:\n";
        for (const ExcludedRule& rule : program_.excluded) paragraph(rule.name + ": ", rule.because);
        if (!program_.deviations.empty()) out_ += "\nDifferent from the default:\n";
        for (const Deviation& d : program_.deviations) paragraph(d.name + " ", "= " + d.value + " (default " + d.initial + ")");
    }

    void verdict() {
        out_ += "\nVerdict: " + std::string(name_of(report_.judgement.verdict));
        if (!report_.judgement.reasons.empty()) {
            std::string reasons;
            for (const std::string& reason : report_.judgement.reasons) reasons += (reasons.empty() ? "" : "; ") + reason;
            out_ += " (";
            report::append_wrapped(out_, reasons, width_ - 20, "         ");
            out_ += ')';
        }
        out_ += "\n";
    }

    const Report& report_;
    const Facts& facts_;
    const Program& program_;
    std::size_t width_;
    Locator locator_;
    SensitiveSpans sensitive_;
    std::string out_;
};

}  // namespace

std::string render_text(const Report& report, std::size_t width) { return Writer(report, width).write(); }

}  // namespace scantling
