// The public entry: every rule of a program, in order.
#include "engine/evaluate/evaluate.h"

#include <algorithm>

#include "engine/evaluate/outcomes.h"

namespace scantling {

namespace {

// What a slot holds, by name: slots of one shape may stand for different facts.
bool same_slot(const SlotLayout& a, const Schema& a_schema, const SlotLayout& b, const Schema& b_schema) {
    if (a.kind != b.kind || a.optional != b.optional || a.child != b.child || a.view != b.view) return false;
    if ((a.field == nullptr) != (b.field == nullptr) || (a.field != nullptr && a.field->name != b.field->name)) return false;
    if (a.kind != TypeKind::enumeration) return true;
    const auto members = [](const Schema& schema, TypeId type) { return schema.enums()[schema.types()[type].declaration].members; };
    return members(a_schema, a.type) == members(b_schema, b.type);
}

bool same_layout(const Layout& a, const Layout& b) {
    const auto same_part = [](const Part& x, const Part& y) { return x.path == y.path; };
    const auto same_table = [&](const TableLayout& x, const TableLayout& y) {
        const auto same = [&](const SlotLayout& p, const SlotLayout& q) { return same_slot(p, a.schema(), q, b.schema()); };
        return x.path == y.path && x.record == y.record && std::equal(x.slots.begin(), x.slots.end(), y.slots.begin(), y.slots.end(), same);
    };
    return std::equal(a.parts().begin(), a.parts().end(), b.parts().begin(), b.parts().end(), same_part) &&
           std::equal(a.tables().begin(), a.tables().end(), b.tables().begin(), b.tables().end(), same_table);
}

// A program speaks of the tables of one layout: facts of another hold nothing that it could ask about. Two layouts that were made apart
// (a bundle read twice) are one where every table has the same slots: one slot more, or one of another name, and a program would read what
// is not there, or what it did not ask for.
bool fits(const Program& program, const Facts& facts) {
    return program.layout == facts.layout_pointer() || same_layout(*program.layout, facts.layout());
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
