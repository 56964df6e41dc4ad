// The public entry: every rule of a program, in order.
#include "engine/evaluate/evaluate.h"

#include <algorithm>

#include "engine/evaluate/outcomes.h"

namespace scantling {

namespace {

bool same_slots(const TableLayout& a, const TableLayout& b) {
    const auto same = [](const SlotLayout& x, const SlotLayout& y) { return x.kind == y.kind && x.child == y.child && x.view == y.view; };
    return a.record == b.record && std::equal(a.slots.begin(), a.slots.end(), b.slots.begin(), b.slots.end(), same);
}

// A program speaks of the tables of one layout: facts of another hold nothing that it could ask about. Two layouts that were made apart
// (a bundle read twice) are one where every table has the same slots: one slot more, and a program would read what is not there.
bool fits(const Program& program, const Facts& facts) {
    if (program.layout == facts.layout_pointer()) return true;
    const auto& ours = program.layout->tables();
    const auto& theirs = facts.layout().tables();
    if (program.layout->parts().size() != facts.layout().parts().size()) return false;
    return std::equal(ours.begin(), ours.end(), theirs.begin(), theirs.end(), same_slots);
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
