// Bindings one by one, then the table guard | V | N | C.
#include "tests/oracle/judge.h"

#include <algorithm>

#include "dsl/syntax/literal.h"

namespace scantling::oracle {

using dsl::Meaning;
using dsl::NodeId;
using dsl::NodeKind;
using dsl::SymbolId;

// The variables and parameters that an expression depends on, through `let`s and functions too.
void Judge::mentioned(std::uint32_t file, NodeId n, bool unread_too, std::set<SymbolId>& out) const {
    const dsl::Tree& tree = checked_.tree(file);
    const dsl::NodeInfo& at = checked_.info(file, n);
    if (at.meaning == Meaning::binding || at.meaning == Meaning::argument) out.insert(at.symbol);
    if (at.meaning == Meaning::rule_let) {
        const dsl::Symbol& let = checked_.symbols[at.symbol];
        mentioned(let.file, tree.child(let.node, 2), unread_too, out);
    }
    const bool calls = tree.kind(n) == NodeKind::call && checked_.info(file, tree.child(n, 0)).meaning == Meaning::function;
    if (calls && !unread_too) {  // an argument counts where the function reads it
        const dsl::Symbol& function = checked_.symbols[checked_.info(file, tree.child(n, 0)).symbol];
        std::set<SymbolId> read;
        mentioned(function.file, checked_.tree(function.file).child(function.node, 3), false, read);
        for (std::size_t i = 0; i < function.arguments.size(); ++i) {
            if (read.count(function.arguments[i]) != 0) mentioned(file, tree.child(n, i + 1), false, out);
        }
        return;
    }
    for (const NodeId child : tree.children(n)) mentioned(file, child, unread_too, out);
}

void Judge::read_steps() {
    factors_.clear();
    const dsl::Tree& tree = checked_.tree(rule_->file);
    for (const dsl::RuleStep& step : rule_->steps) {
        if (tree.kind(step.clause) != NodeKind::for_in) continue;
        Factor factor{step, {}};
        std::set<SymbolId> all;
        mentioned(rule_->file, tree.child(step.clause, 1), true, all);
        for (const Factor& earlier : factors_) {
            if (all.count(earlier.step.symbol) != 0) factor.needs.insert(earlier.step.symbol);
        }
        factors_.push_back(std::move(factor));
    }
    std::set<SymbolId> read;
    if (rule_->severity != dsl::no_node) mentioned(rule_->file, rule_->severity, false, read);
    severity_reads_binding_ =
        std::any_of(factors_.begin(), factors_.end(), [&](const Factor& f) { return read.count(f.step.symbol) != 0; });
}

// Whether a later factor that depends on nothing between is known to be empty: then so is the product, whatever this factor's unknown
// elements.
bool Judge::surely_empty_later(std::size_t factor) {
    const dsl::Tree& tree = checked_.tree(rule_->file);
    for (std::size_t later = factor + 1; later < factors_.size(); ++later) {
        const auto& needs = factors_[later].needs;
        const bool reachable =
            std::all_of(needs.begin(), needs.end(), [&](SymbolId s) { return std::find(open_.begin(), open_.end(), s) != open_.end(); });
        if (!reachable) continue;
        const auto list = Walk::list_of(walk.eval(rule_->file, tree.child(factors_[later].step.clause, 1)));
        if (list->complete && list->items.empty()) return true;
    }
    return false;
}

void Judge::each(std::size_t factor, const Datum& where) {
    if (factor == factors_.size()) return settle(where);
    const dsl::Tree& tree = checked_.tree(rule_->file);
    const NodeId clause = factors_[factor].step.clause;
    const auto list = Walk::list_of(walk.eval(rule_->file, tree.child(clause, 1)));
    if (!list->complete && !surely_empty_later(factor)) {
        incomplete_ = true;
        add_causes(incomplete_causes_, list->causes);
    }
    const SymbolId symbol = factors_[factor].step.symbol;
    for (std::size_t i = 0; i < list->items.size(); ++i) {
        walk.push({symbol, list->items[i], list, i});
        open_.push_back(symbol);
        elements_.push_back(list->items[i]);
        Datum both = where;
        if (!tree.is_none(tree.child(clause, 2))) both = Walk::conjunction(where, walk.eval(rule_->file, tree.child(clause, 2)));
        each(factor + 1, both);
        elements_.pop_back();
        open_.pop_back();
        walk.pop();
    }
}

// where implies require; where implies not forbid.
Datum Judge::asked(const Datum& where) {
    Datum body = walk.eval(rule_->file, rule_->body);
    if (rule_->forbids) body = Walk::negation(std::move(body));
    return Walk::disjunction(Walk::negation(where), body);
}

std::optional<Severity> Judge::severity() {
    const Datum value = walk.eval(rule_->file, rule_->severity);
    if (!value.present()) return std::nullopt;
    return static_cast<Severity>(value.number);
}

void Judge::raise(std::optional<Severity> severity) {
    some_severity_ = true;
    unknown_severity_ = unknown_severity_ || !severity;
    if (severity) highest_ = std::max(highest_, *severity);
}

void Judge::violation(std::optional<Severity> severity) {
    Said said;
    said.severity = severity;
    const dsl::Tree& tree = checked_.tree(rule_->file);
    const NodeId message = rule_->message == dsl::no_node ? rule_->title : rule_->message;
    said.message = walk.eval(rule_->file, message).text;
    if (rule_->fix != dsl::no_node) said.fix = walk.eval(rule_->file, rule_->fix).text;
    if (rule_->at != dsl::no_node) {
        said.place = walk.eval(rule_->file, rule_->at).place;
    } else if (!elements_.empty()) {
        said.place = elements_.back().place;
    } else if (rule_->level == Level::subject) {
        said.place = world_.subjects[subject_].place;
    }
    for (std::size_t i = 0; i < factors_.size(); ++i) {
        const TypeId list = checked_.info(rule_->file, tree.child(factors_[i].step.clause, 1)).type;
        said.bindings.push_back({std::string(checked_.symbols[open_[i]].name), walk.text_of(elements_[i], checked_.type(list).element)});
    }
    out_->findings.push_back(std::move(said));
}

void Judge::settle(const Datum& where) {
    ++out_->counts.candidates;
    if (where.is_true()) ++out_->counts.selected;
    const Datum status = asked(where);
    if (status.is_true()) return;
    if (status.unknown()) {
        ++out_->counts.undetermined;
        add_causes(out_->causes, status.causes);
        if (out_->counts.violating == 0) raise(severity());
        return;
    }
    ++out_->counts.violating;
    const auto severity_here = severity();
    if (out_->counts.violating == 1) {
        highest_ = Severity::info;  // the severity of a failure is that of its findings alone
        unknown_severity_ = false;
        some_severity_ = false;
    }
    raise(severity_here);
    violation(severity_here);
}

void Judge::conclude(Sentence& out) const {
    if (out.counts.violating > 0) {
        out.kind = OutcomeKind::fail;
    } else if (out.counts.undetermined > 0) {
        const bool skipped = !out.causes.empty() && std::all_of(out.causes.begin(), out.causes.end(), [&](const LocatedCause& c) {
            return c.cause.kind == CauseKind::not_supplied && demanded.count(c.cause.part) == 0;
        });
        out.kind = skipped ? OutcomeKind::skipped : OutcomeKind::unknown;
    } else if (out.counts.candidates == 0) {
        out.kind = OutcomeKind::not_applicable;
        out.reason = OutcomeReason::nothing_to_check;
    } else {
        out.kind = OutcomeKind::pass;
    }
    if (some_severity_ && !unknown_severity_) out.severity = highest_;
}

Sentence Judge::judge(const dsl::CheckedRule& rule) {
    Sentence out;
    out_ = &out;
    rule_ = &rule;
    incomplete_ = some_severity_ = unknown_severity_ = false;
    incomplete_causes_.clear();
    highest_ = Severity::info;
    read_steps();
    const Datum guard = rule.when == dsl::no_node ? truth(true) : walk.eval(rule.file, rule.when);
    if (guard.is_false()) {
        out.kind = OutcomeKind::not_applicable;
        out.reason = OutcomeReason::guard;
        return out;
    }
    if (guard.unknown()) {  // one undetermined binding, and nothing else is said
        out.counts.undetermined = 1;
        out.causes = guard.causes;
        if (!severity_reads_binding_) {
            raise(severity());
        } else {
            raise(std::nullopt);
        }
        conclude(out);
        return out;
    }
    each(0, truth(true));
    if (incomplete_) {
        ++out.counts.undetermined;
        add_causes(out.causes, incomplete_causes_);
        if (out.counts.violating == 0) raise(severity_reads_binding_ ? std::nullopt : severity());
    }
    conclude(out);
    return out;
}

}  // namespace scantling::oracle
