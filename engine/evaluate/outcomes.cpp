// The outcome table of the language: guard, violating, undetermined, candidates; and what is told of each.
#include "engine/evaluate/outcomes.h"

#include <algorithm>

#include "engine/base/limits.h"
#include "engine/base/sha256.h"
#include "engine/evaluate/place.h"

namespace scantling::evaluation {

struct Outcomes::Context {
    std::uint32_t index = 0;
    const LinkedRule& rule;
    const Space& root;
    bool of_subject = true;
    VectorPtr guard;  // over root; null: there is none
    const Judged* judged = nullptr;
    std::vector<bool> over_budget;
    // Of judged->undetermined and ->violating, made when first asked for.
    std::optional<BindingSpace> undetermined;
    std::optional<BindingSpace> violating;
    // Over the latter, made with the first finding.
    std::optional<Renderer::Message> message;
    std::optional<Renderer::Message> fix;
    // What the fingerprints of one subject's findings begin with.
    std::optional<std::uint32_t> fingerprinted;
    std::string fingerprint;
};

Outcomes::Outcomes(Evaluator& evaluator, Evaluation& out)
    : evaluator_(evaluator), out_(out), judge_(evaluator), budget_(evaluator), renderer_(evaluator) {}

bool Outcomes::is_demanded(PartId part) const {
    const auto& demanded = evaluator_.program().demanded;
    return std::find(demanded.begin(), demanded.end(), part) != demanded.end();
}

const Judged& Outcomes::judged(const LinkedRule& rule, const Space& root) {
    std::vector<std::uint32_t> key{rule.status, rule.selected, root.order.empty() ? 0U : 1U};
    const std::vector<VariableId> variables = variables_of(rule);
    key.insert(key.end(), variables.begin(), variables.end());
    if (!root.full) key.push_back(0xFFFFFFFFU);  // a budget left subjects out: not shared
    auto& slot = judged_[key];
    if (slot == nullptr || !root.full) slot = std::make_unique<Judged>(judge_.judge(rule, root));
    return *slot;
}

void Outcomes::add_without_subject(std::uint32_t index) {
    Outcome outcome;
    outcome.rule = index;
    outcome.kind = OutcomeKind::skipped;
    outcome.reason = OutcomeReason::no_subject;
    out_.outcomes.push_back(std::move(outcome));
}

void Outcomes::add(std::uint32_t index) {
    const LinkedRule& rule = evaluator_.program().rules[index];
    const bool of_subject = rule.rule->level == Level::subject;
    const Space& all = evaluator_.full(of_subject ? std::vector<VariableId>{subject_variable} : std::vector<VariableId>{});
    if (of_subject && all.size == 0) return add_without_subject(index);
    const std::uint64_t limit = evaluator_.options().max_steps == 0 ? limits::rule_steps : evaluator_.options().max_steps;
    const std::vector<std::uint64_t> steps = budget_.steps(rule, all.size);
    Bits affordable(all.size);
    for (std::uint32_t s = 0; s < all.size; ++s) {
        if (steps[s] > limit) continue;
        affordable.set(s);
        evaluator_.statistics().steps += steps[s];
    }
    std::optional<Space> some;
    if (affordable.count() != all.size) some.emplace(filter(all, affordable));
    const Space& root = some ? *some : all;
    const bool was_interrupted = evaluator_.interruption().has_value();
    Context context{index, rule, root, of_subject, nullptr, nullptr, {}, {}, {}, {}, {}, {}, {}};
    if (!was_interrupted && rule.when != no_expression) context.guard = evaluator_.evaluate(rule.when, root);
    context.judged = &judged(rule, root);
    std::uint32_t next = 0;
    evaluator_.begin_sink();
    for (std::uint32_t s = 0; s < all.size; ++s) {
        if (affordable[s]) {
            add_subject(context, next++);
            continue;
        }
        Outcome outcome;
        outcome.rule = index;
        outcome.subject = of_subject ? s : no_row;
        outcome.causes.push_back({{CauseKind::steps, no_part}, PlaceId::none});
        outcome.counts.undetermined = 1;
        outcome.severity = rule.severity_override;
        out_.outcomes.push_back(std::move(outcome));
    }
    evaluator_.end_sink();
}

void Outcomes::add_subject(Context& context, std::uint32_t subject) {
    Outcome outcome;
    outcome.rule = context.index;
    const std::uint32_t row = context.root.full ? subject : context.root.to_parent[subject];
    outcome.subject = context.of_subject ? row : no_row;
    decide(context, subject, outcome);
    out_.outcomes.push_back(std::move(outcome));
}

void Outcomes::decide(Context& context, std::uint32_t subject, Outcome& outcome) {
    const Tally& tally = context.judged->tallies[subject];
    const bool guarded = context.guard != nullptr;
    if (guarded && context.guard->state(subject) == State::present && !context.guard->truth[subject]) {
        outcome.kind = OutcomeKind::not_applicable;
        outcome.reason = OutcomeReason::guard;
        return;
    }
    const bool guard_open = guarded && !context.guard->truth[subject];
    const auto interruption = evaluator_.interruption();
    if (!guard_open) {
        outcome.counts = tally.counts;
        outcome.counts.undetermined += tally.open || interruption ? 1U : 0U;
    } else {
        outcome.counts.undetermined = 1;
    }
    if (outcome.counts.violating > 0) {
        outcome.kind = OutcomeKind::fail;
        add_findings(context, subject, outcome);
        return;
    }
    if (outcome.counts.undetermined > 0) {
        explain_undetermined(context, subject, guard_open, outcome);
        return;
    }
    const bool nothing = outcome.counts.candidates == 0;
    outcome.kind = nothing ? OutcomeKind::not_applicable : OutcomeKind::pass;
    if (nothing) outcome.reason = OutcomeReason::nothing_to_check;
}

// The highest severity of the tuples [begin, end); none where one is unknown.
std::optional<Severity> Outcomes::highest(const LinkedRule& rule, const Space& space, std::uint32_t begin, std::uint32_t end) {
    if (rule.severity_override || rule.severity == no_expression) return rule.severity_override;
    std::uint32_t top = 0;
    const Evaluator::Source severity = begin == end ? Evaluator::Source() : evaluator_.source(rule.severity, space);
    for (std::uint32_t t = begin; t < end; ++t) {
        const std::uint32_t index = severity.index(t);
        if (severity.vector->state(index) != State::present) return std::nullopt;
        top = std::max(top, severity.vector->narrow[index]);
    }
    return static_cast<Severity>(top);
}

void Outcomes::add_findings(Context& context, std::uint32_t subject, Outcome& outcome) {
    const Tally& tally = context.judged->tallies[subject];
    if (!context.violating) {
        context.violating = judge_.bindings(context.rule, context.root, context.judged->violating, 0, context.judged->violating.size());
    }
    const auto begin = static_cast<std::uint32_t>(tally.first_violating);
    const auto end = static_cast<std::uint32_t>(tally.first_violating + tally.kept_violating);
    outcome.severity = highest(context.rule, context.violating->space(), begin, end);
    // What was not kept counts as unknown.
    if (tally.kept_violating < tally.counts.violating && !context.rule.severity_override) outcome.severity = std::nullopt;
    const std::uint64_t most = evaluator_.options().max_findings;
    for (std::uint32_t t = begin; t < end && (most == 0 || t - begin < most); ++t) {
        Finding found = finding(context, *context.violating, t);
        found.subject = outcome.subject;
        found.fingerprint = fingerprint(context, *context.violating, t);
        found.place = place(context, *context.violating, t);
        out_.findings.push_back(std::move(found));
    }
}

void Outcomes::explain_undetermined(Context& context, std::uint32_t subject, bool guard_open, Outcome& outcome) {
    const LinkedRule& rule = context.rule;
    const Tally& tally = context.judged->tallies[subject];
    const Analysis& analysis = evaluator_.program().analysis;
    const auto is_binding = [](VariableId v) { return v != subject_variable; };
    const bool reads_binding =
        rule.severity != no_expression && std::any_of(analysis.scopes[analysis.scope_of[rule.severity]].begin(),
                                                      analysis.scopes[analysis.scope_of[rule.severity]].end(), is_binding);
    Causes causes(evaluator_);
    bool complete = true;
    if (evaluator_.interruption()) {
        causes.add(*evaluator_.interruption());
        outcome.severity = rule.severity_override;
        list_causes(causes, true, outcome);
        return;
    }
    const auto at_root = [&]() { return reads_binding ? rule.severity_override : highest(rule, context.root, subject, subject + 1); };
    if (guard_open) {
        causes.add_value(rule.when, context.root, subject);
        outcome.severity = at_root();
        list_causes(causes, complete, outcome);
        return;
    }
    std::optional<Severity> severity = Severity::info;
    if (tally.kept_undetermined != 0) {
        if (!context.undetermined) {
            context.undetermined =
                judge_.bindings(rule, context.root, context.judged->undetermined, 0, context.judged->undetermined.size());
        }
        const auto begin = static_cast<std::uint32_t>(tally.first_undetermined);
        const auto end = static_cast<std::uint32_t>(tally.first_undetermined + tally.kept_undetermined);
        for (std::uint32_t t = begin; t < end; ++t) causes.add_value(rule.status, context.undetermined->space(), t);
        severity = highest(rule, context.undetermined->space(), begin, end);
    }
    complete = tally.kept_undetermined == tally.counts.undetermined;
    if (tally.open) {
        const Space one = pick_tuples(context.root, {subject});
        judge_.open_lists(one, variables_of(rule), [&](const Space& space, std::uint32_t tuple, VariableId variable, std::uint32_t) {
            causes.add_incomplete(evaluator_.program().expressions.variables[variable].collection, space, tuple);
            causes.forget_spaces();
        });
        const std::optional<Severity> open = at_root();
        severity = severity && open ? std::max(severity, open) : std::nullopt;
    }
    outcome.severity = complete ? severity : rule.severity_override;
    list_causes(causes, complete, outcome);
}

// Unknown, or skipped where nothing but parts that nobody demands is lacking.
void Outcomes::list_causes(const Causes& causes, bool complete, Outcome& outcome) {
    bool lacking_alone = complete && !causes.found().empty();
    for (const auto& [cause, place] : causes.found()) {
        lacking_alone = lacking_alone && cause.kind == CauseKind::not_supplied && !is_demanded(cause.part);
        if (outcome.causes.size() < limits::listed_causes) {
            outcome.causes.push_back({cause, place});
        } else {
            ++outcome.more_causes;
        }
    }
    outcome.kind = lacking_alone ? OutcomeKind::skipped : OutcomeKind::unknown;
}

Finding Outcomes::finding(Context& context, const BindingSpace& bindings, std::uint32_t tuple) {
    const LinkedRule& rule = context.rule;
    const Space& space = bindings.space();
    Finding out;
    out.rule = context.index;
    out.severity = highest(rule, space, tuple, tuple + 1);
    if (!context.message) context.message = renderer_.prepare(rule.message, space);
    if (!context.fix) context.fix = renderer_.prepare(rule.fix, space);
    out.message = rule.message == no_expression ? rule.rule->title : renderer_.message(*context.message, tuple);
    out.fix = renderer_.message(*context.fix, tuple);
    out.bindings.reserve(rule.fors.size());
    for (std::size_t f = 0; f < rule.fors.size(); ++f) {
        const Variable& variable = evaluator_.program().expressions.variables[rule.fors[f].variable];
        out.bindings.push_back({rule.names[f], renderer_.element(bindings.after(f + 1), variable, tuple)});
    }
    return out;
}

PlaceId Outcomes::place(Context& context, const BindingSpace& bindings, std::uint32_t tuple) {
    const Space& space = bindings.space();
    if (context.rule.at != no_expression) {
        const PlaceId named = place_of(evaluator_, context.rule.at, space, tuple);
        if (named != PlaceId::none) return named;
    }
    if (!context.rule.fors.empty()) {
        const PlaceId element = place_of_element(evaluator_, space, tuple);
        if (element != PlaceId::none) return element;
    }
    if (!context.of_subject) return PlaceId::none;
    const std::uint32_t root = bindings.after(0).to_parent[tuple];
    return evaluator_.facts().place_of_row(subjects_table, context.root.full ? root : context.root.to_parent[root]);
}

// The subject's reference without tag and digest, else its name, as JSON.
std::string Outcomes::subject_identity(Row subject) {
    const Facts& facts = evaluator_.facts();
    const Layout& layout = facts.layout();
    const std::vector<std::string_view> reference{"image", "reference", "name"};
    const auto text_at = [&](const std::vector<std::string_view>& path) -> std::optional<std::string> {
        std::uint32_t record = layout.schema().subject_root();
        std::uint32_t slot = 0;
        for (std::size_t i = 0; i < path.size(); ++i) {
            const auto field = layout.schema().records()[record].index_of(path[i]);
            if (!field) return std::nullopt;
            slot += layout.slot_of(record, *field);
            const Type& type = layout.schema().types()[layout.schema().records()[record].fields[*field].type];
            if (i + 1 == path.size()) break;
            const CellState state = facts.column(subjects_table, static_cast<SlotIndex>(slot)).state(subject);
            if (state == CellState::absent || (is_unknown(state) && type.optional)) return std::nullopt;
            ++slot;
            record = type.declaration;
        }
        const Column& column = facts.column(subjects_table, static_cast<SlotIndex>(slot));
        if (column.state(subject) != CellState::present) return std::nullopt;
        std::string out;
        append_json_string(out, facts.text(column.narrow[subject]));
        return out;
    };
    if (const auto name = text_at(reference)) return *name;
    if (const auto name = text_at({"subject_name"})) return *name;
    return "null";
}

void Outcomes::begin_fingerprints(Context& context, std::uint32_t root) {
    const LinkedRule& rule = context.rule;
    context.fingerprinted = root;
    std::string& json = context.fingerprint;
    json = "[";
    append_json_string(json, rule.rule->formerly.empty() ? rule.rule->name : rule.rule->formerly.front());
    json += ',';
    if (context.of_subject) {
        const Row subject = context.root.full ? root : context.root.to_parent[root];
        std::string& known = subject_identities_[subject];
        if (known.empty()) known = subject_identity(subject);
        json += known;
    } else {
        json += "null";
    }
    json += ",[";
}

std::string Outcomes::fingerprint(Context& context, const BindingSpace& bindings, std::uint32_t tuple) {
    const LinkedRule& rule = context.rule;
    const std::uint32_t root = context.of_subject ? bindings.after(0).to_parent[tuple] : 0;
    if (context.fingerprinted != root) begin_fingerprints(context, root);
    std::string json = context.fingerprint;
    for (std::size_t f = 0; f < rule.fors.size(); ++f) {
        const Space& space = bindings.after(f + 1);
        const Variable& variable = evaluator_.program().expressions.variables[rule.fors[f].variable];
        if (f != 0) json += ',';
        renderer_.append_identity(json, space.collection, variable.type, space.to_parent[tuple], space.ordinal(tuple));
    }
    json += "]]";
    std::string digest = sha256_hex(json);
    digest.resize(32);
    return digest;
}

}  // namespace scantling::evaluation
