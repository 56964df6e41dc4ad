// Runs the examples in rules.
#include "bindings/api/examples.h"

#include <algorithm>
#include <optional>

#include "bindings/api/given.h"
#include "engine/evaluate/evaluate.h"
#include "engine/report/words.h"

namespace scantling {

namespace {

bool fits(ExampleKind kind, OutcomeKind outcome) {
    switch (kind) {
        case ExampleKind::good:
            return outcome == OutcomeKind::pass;
        case ExampleKind::bad:
            return outcome == OutcomeKind::fail;
        case ExampleKind::undecided:
            break;
    }
    return outcome == OutcomeKind::unknown || outcome == OutcomeKind::skipped;
}

std::string_view wanted(ExampleKind kind) {
    switch (kind) {
        case ExampleKind::good:
            return "pass";
        case ExampleKind::bad:
            return "fail";
        case ExampleKind::undecided:
            break;
    }
    return "unknown or skipped";
}

// Empty where the example does what it says.
std::optional<std::string> run(const Program& program, std::uint32_t rule, const Example& example) {
    const GivenFacts given = read_given(program.layout, example.given);
    if (!given.facts || has_errors(given.diagnostics)) {
        const bool broken_on_purpose = given.facts != nullptr && example.kind == ExampleKind::bad;
        if (!broken_on_purpose) return "its facts cannot be read: " + (given.diagnostics.empty() ? "" : render(given.diagnostics.front()));
    }
    EvaluationOptions options;
    options.now = given.now;
    options.environment = given.environment;
    const Evaluation evaluation = evaluate(program, *given.facts, options);
    const auto outcome =
        std::find_if(evaluation.outcomes.begin(), evaluation.outcomes.end(), [&](const Outcome& o) { return o.rule == rule; });
    if (outcome == evaluation.outcomes.end()) return "the rule has no outcome";
    if (fits(example.kind, outcome->kind)) return std::nullopt;
    std::string message = "expected " + std::string(wanted(example.kind)) + ", but it is " + std::string(report::name_of(outcome->kind));
    for (const LocatedCause& cause : outcome->causes) message += ", " + report::cause_text(cause.cause, given.facts->layout());
    return message;
}

}  // namespace

ExampleRun run_examples(const Policies& policies) {
    ExampleRun out;
    const Program& program = *policies.program;
    for (std::uint32_t rule = 0; rule < program.rules.size(); ++rule) {
        for (const Example& example : program.rules[rule].rule->examples) {
            ++out.examples;
            if (auto failure = run(program, rule, example))
                out.failures.push_back({program.rules[rule].rule->name, example.place, std::move(*failure)});
        }
    }
    return out;
}

}  // namespace scantling
