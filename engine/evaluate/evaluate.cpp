// The public entry: every rule of a program, in order.
#include "engine/evaluate/evaluate.h"

#include "engine/evaluate/outcomes.h"

namespace scantling {

namespace {

// A program speaks of the tables of one layout: facts of another hold nothing that it could ask about.
bool fits(const Program& program, const Facts& facts) {
    return program.layout == facts.layout_pointer() || program.layout->tables().size() == facts.layout().tables().size();
}

void refuse(const Program& program, const Facts& facts, Evaluation& out) {
    for (std::uint32_t rule = 0; rule < program.rules.size(); ++rule) {
        const bool of_subject = program.rules[rule].rule->level == Level::subject;
        for (Row subject = 0; subject < (of_subject ? facts.subjects() : 1); ++subject) {
            Outcome outcome;
            outcome.rule = rule;
            outcome.subject = of_subject ? subject : no_row;
            outcome.causes.push_back({{CauseKind::unreadable, no_part}, PlaceId::none});
            outcome.counts.undetermined = 1;
            out.outcomes.push_back(std::move(outcome));
        }
    }
}

}  // namespace

Evaluation evaluate(const Program& program, const Facts& facts, const EvaluationOptions& options) {
    Evaluation out;
    if (!fits(program, facts)) {
        refuse(program, facts, out);
        return out;
    }
    evaluation::Evaluator evaluator(program, facts, options);
    evaluation::Outcomes outcomes(evaluator, out);
    for (std::uint32_t rule = 0; rule < program.rules.size(); ++rule) outcomes.add(rule);
    out.interrupted = evaluator.interruption().has_value();
    out.statistics = evaluator.statistics();
    return out;
}

}  // namespace scantling
