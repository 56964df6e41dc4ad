// Runs both judges and compares what they say: outcome, reason, counts, severity, causes with their places, findings in order.
#include "tests/oracle/contest.h"

#include <algorithm>
#include <tuple>

#include "engine/base/limits.h"
#include "tests/oracle/domain.h"

namespace scantling::oracle {

namespace {

auto order_of(const LocatedCause& cause) { return std::tuple(cause.cause.kind, cause.cause.part, static_cast<std::uint32_t>(cause.place)); }

Causes sorted(Causes causes) {
    std::sort(causes.begin(), causes.end(), [](const LocatedCause& a, const LocatedCause& b) { return order_of(a) < order_of(b); });
    return causes;
}

std::string text_of(const Layout& layout, const LocatedCause& cause) {
    static const char* const names[] = {"not_supplied", "not_stated", "incomplete", "unresolved", "unreadable", "overflow",
                                        "incomparable", "pruned",     "steps",      "deadline",   "memory",     "cancelled"};
    std::string out = names[static_cast<std::size_t>(cause.cause.kind)];
    if (cause.cause.part != no_part) out += "(" + layout.parts()[cause.cause.part].path + ")";
    return out + "@" + std::to_string(static_cast<std::uint32_t>(cause.place));
}

std::string text_of(const Layout& layout, const Causes& causes) {
    std::string out;
    for (const LocatedCause& cause : sorted(causes)) out += (out.empty() ? "" : ", ") + text_of(layout, cause);
    return out.empty() ? "none" : out;
}

std::string text_of(const Counts& counts) {
    return "C=" + std::to_string(counts.candidates) + " S=" + std::to_string(counts.selected) + " V=" + std::to_string(counts.violating) +
           " N=" + std::to_string(counts.undetermined) + " W=" + std::to_string(counts.waived);
}

std::string text_of(std::optional<Severity> severity) {
    static const char* const names[] = {"info", "low", "medium", "high", "critical"};
    return severity ? names[static_cast<std::size_t>(*severity)] : "unknown";
}

bool same_counts(const Counts& a, const Counts& b) {
    return a.candidates == b.candidates && a.selected == b.selected && a.violating == b.violating && a.undetermined == b.undetermined &&
           a.waived == b.waived;
}

// An unknown severity counts as critical: of the two the highest is either.
Severity weight(std::optional<Severity> severity) { return severity.value_or(Severity::critical); }

// The product lists the first causes in its order and counts the rest.
bool same_causes(const Causes& all, const Outcome& product) {
    if (product.causes.size() + product.more_causes != all.size()) return false;
    if (product.causes.size() != std::min(all.size(), limits::listed_causes)) return false;
    return std::all_of(product.causes.begin(), product.causes.end(), [&](const LocatedCause& cause) {
        return std::any_of(all.begin(), all.end(), [&](const LocatedCause& c) { return order_of(c) == order_of(cause); });
    });
}

// The product masks every text that a sensitive field may have flowed into, which is more than the value at hand: what it may never do is
// show what the oracle masks.
bool same_text(const std::string& oracle, const std::string& product) {
    return oracle == product || product.find("<masked>") != std::string::npos;
}

std::string difference_of_findings(const std::vector<Said>& oracle, const std::vector<Finding>& product) {
    if (oracle.size() != product.size()) {
        return "findings: " + std::to_string(oracle.size()) + " by the oracle, " + std::to_string(product.size()) + " by the product\n";
    }
    for (std::size_t i = 0; i < oracle.size(); ++i) {
        const std::string which = "finding " + std::to_string(i) + ": ";
        const Said& a = oracle[i];
        const Finding& b = product[i];
        if (!same_text(a.message, b.message))
            return which + "message `" + a.message + "` by the oracle, `" + b.message + "` by the product\n";
        if (!same_text(a.fix, b.fix)) return which + "fix `" + a.fix + "` by the oracle, `" + b.fix + "` by the product\n";
        if (a.severity != b.severity)
            return which + "severity " + text_of(a.severity) + " by the oracle, " + text_of(b.severity) + " by the product\n";
        // Where the language names no place (a value that no document states), the product may show what it thinks best.
        if (a.place != PlaceId::none && a.place != b.place) {
            return which + "place " + std::to_string(static_cast<std::uint32_t>(a.place)) + " by the oracle, " +
                   std::to_string(static_cast<std::uint32_t>(b.place)) + " by the product\n";
        }
        if (a.bindings.size() != b.bindings.size()) return which + "another number of bindings\n";
        for (std::size_t j = 0; j < a.bindings.size(); ++j) {
            if (a.bindings[j].name == b.bindings[j].name && same_text(a.bindings[j].text, b.bindings[j].text)) continue;
            return which + "binding " + a.bindings[j].name + " = `" + a.bindings[j].text + "` by the oracle, " + b.bindings[j].name +
                   " = `" + b.bindings[j].text + "` by the product\n";
        }
    }
    return {};
}

}  // namespace

std::string word_of(OutcomeKind kind) {
    static const char* const words[] = {"pass", "fail", "unknown", "skipped", "waived", "not_applicable"};
    return words[static_cast<std::size_t>(kind)];
}

std::string describe(const Layout& layout, const Sentence& sentence) {
    std::string out = word_of(sentence.kind) + " " + text_of(sentence.counts) + " because " + text_of(layout, sentence.causes);
    for (const Said& said : sentence.findings) out += "\n      " + said.message;
    return out;
}

std::string difference(const Layout& layout, const Sentence& oracle, const Outcome& product, const std::vector<Finding>& findings) {
    std::string out;
    const auto differs = [&](std::string_view what, const std::string& a, const std::string& b) {
        out += std::string(what) + ": " + a + " by the oracle, " + b + " by the product\n";
    };
    if (oracle.kind != product.kind) differs("outcome", word_of(oracle.kind), word_of(product.kind));
    if (oracle.reason != product.reason)
        differs("reason", std::to_string(static_cast<int>(oracle.reason)), std::to_string(static_cast<int>(product.reason)));
    if (!same_counts(oracle.counts, product.counts)) differs("counts", text_of(oracle.counts), text_of(product.counts));
    const bool has_severity = oracle.kind == OutcomeKind::fail || oracle.kind == OutcomeKind::unknown;
    if (has_severity && weight(oracle.severity) != weight(product.severity))
        differs("severity", text_of(oracle.severity), text_of(product.severity));
    const bool has_causes = oracle.kind == OutcomeKind::unknown || oracle.kind == OutcomeKind::skipped;
    if (has_causes && !same_causes(oracle.causes, product)) {
        differs("causes", text_of(layout, oracle.causes),
                text_of(layout, product.causes) + " and " + std::to_string(product.more_causes) + " more");
    }
    return out + difference_of_findings(oracle.findings, findings);
}

Policies compile_policies(const std::string& text) {
    return {dsl::compile({{"lab.scant", std::string(domain_text()), false}, {"cases.scant", text, false}})};
}

std::string profile_of(const dsl::Checked& checked) {
    for (const dsl::CheckedPackage& package : checked.packages) {
        if (!package.profiles.empty()) return package.name + "." + std::string(package.profiles.begin()->first);
    }
    return {};
}

std::set<PartId> demanded_parts(const dsl::Checked& checked) {
    std::set<PartId> out;
    const auto demand = [&](std::string_view path) {
        const auto& parts = checked.layout->parts();
        for (std::size_t part = 0; part < parts.size(); ++part) {
            const std::string& name = parts[part].path;
            const bool below = name.size() > path.size() && name.compare(0, path.size(), path) == 0 && name[path.size()] == '.';
            if (name == path || below) out.insert(static_cast<PartId>(part));
        }
    };
    for (const dsl::CheckedFile& file : checked.files) {
        for (dsl::NodeId n = 0; n < file.tree.size(); ++n) {
            if (file.tree.kind(n) != dsl::NodeKind::demand) continue;
            for (const dsl::NodeId path : file.tree.children(file.tree.child(n, 0))) demand(file.tree.text(path));
        }
    }
    return out;
}

Product judged_by_product(const Program& program, const World& world, const Facts& facts) {
    EvaluationOptions options;
    options.now = world.now;
    options.environment = world.environment;
    // The result is the same whatever the chunks: small ones make joins and chunks of what real runs reach only with thousands of rows.
    static const std::vector<std::uint64_t> chunks = {0, 1, 2, 5, 16};
    options.chunk_tuples = chunks[(world.next_id + world.subjects.size()) % chunks.size()];
    // So do few tuples, whose refs name one row.
    static const std::vector<std::uint32_t> shared = {1, 0, 2};
    options.shared_tuples = shared[world.next_id % shared.size()];
    const Evaluation evaluation = evaluate(program, facts, options);
    Product out;
    std::pair<std::uint32_t, Row> last{0, 0};
    for (const Outcome& outcome : evaluation.outcomes) {
        const Key key{program.rules[outcome.rule].rule->name, outcome.subject};
        if (!out.outcomes.empty() && std::pair(outcome.rule, outcome.subject) <= last) out.disorder = "outcomes out of order\n";
        last = {outcome.rule, outcome.subject};
        out.outcomes.emplace(key, outcome);
    }
    last = {0, 0};
    for (const Finding& finding : evaluation.findings) {
        if (std::pair(finding.rule, finding.subject) < last) out.disorder = "findings out of order\n";
        last = {finding.rule, finding.subject};
        out.findings[{program.rules[finding.rule].rule->name, finding.subject}].push_back(finding);
    }
    return out;
}

std::map<Key, Sentence> judged_by_oracle(const dsl::Checked& checked, const dsl::CheckedRule& rule, const World& world,
                                         const std::map<std::string, Datum>& parameters, Tally* tally) {
    std::map<Key, Sentence> out;
    const std::string name = checked.full_name(rule.package, rule.name);
    const bool of_run = rule.level == Level::run;
    const std::size_t times = of_run ? 1 : world.subjects.size();
    const std::set<PartId> demanded = demanded_parts(checked);
    for (std::size_t subject = 0; subject < times; ++subject) {
        Judge judge(checked, world, subject);
        judge.demanded = demanded;
        judge.walk.parameters = &parameters;
        judge.walk.tally = tally;
        out[{name, of_run ? no_row : static_cast<Row>(subject)}] = judge.judge(rule);
    }
    return out;
}

}  // namespace scantling::oracle
