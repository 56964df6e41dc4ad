// Rules: which clauses there are, what each sees, and at which level the rule stands.
//
// `for` and `let` bind in source order; `severity at message fix require forbid` see all of them wherever they stand; `when` sees no `for`
// and only those `let`s that depend on none. What `when` and `where` test for presence holds in everything after.
#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "dsl/check/clauses.h"
#include "dsl/syntax/literal.h"
#include "engine/base/limits.h"

namespace scantling::dsl {

namespace {

constexpr auto practices = std::to_array<std::string_view>({"minimal", "pipeline", "runtime", "dependencies", "supply_chain"});
constexpr auto reference_keys = std::to_array<std::string_view>({"hadolint", "shellcheck", "buildkit", "trivy", "kics", "checkov", "dockle",
                                                                 "polaris", "kubescape", "pss", "cis_docker", "nist_800_190", "slsa"});

class RuleChecker {
  public:
    RuleChecker(ExpressionChecker& checker, std::uint32_t rule)
        : checker_(checker), checked_(checker.checked()), reporter_(checker.reporter()), index_(rule) {}

    void check() {
        const std::size_t errors = reporter_.count();
        CheckedRule& rule = checked_.rules[index_];
        checker_.here = Context{};
        checker_.here.file = rule.file;
        broken_ = tree().kind(rule.node) == NodeKind::error;
        for (const NodeId clause : tree().children(rule.node).subspan(1)) sort_clause(clause);
        refuse_too_many();
        refuse_incomplete();
        check_metadata();
        check_steps();
        check_rest();
        rule.level = (reads_ & reads::subject) != 0 ? Level::subject : Level::run;
        rule.valid = !broken_ && reporter_.count() == errors;
    }

  private:
    [[nodiscard]] const Tree& tree() const { return checked_.tree(checked_.rules[index_].file); }
    [[nodiscard]] NodeId name_word() const { return tree().child(checked_.rules[index_].node, 0); }

    void take(NodeId& place, NodeId clause) {
        const NodeId content = tree().child(clause, 0);
        if (place == no_node) {
            place = content;
            return;
        }
        const Token& word = tree().mark(clause);
        reporter_.add(tree(), word.span, "E0502", "the rule has " + quoted(tree().source().text(word.span)) + " twice", "again")
            .help.push_back("each clause stands once, but `for`, `let`, `example`");
    }

    void take_body(NodeId clause, bool forbids) {
        CheckedRule& rule = checked_.rules[index_];
        if (rule.body != no_node && rule.forbids != forbids) {
            reporter_.add(tree(), tree().mark(clause).span, "E0503", "the rule has both `require` and `forbid`", "one of them")
                .help.push_back("make it two rules, so that each finding says what is wrong");
            return;
        }
        take(rule.body, clause);
        rule.forbids = forbids;
    }

    void sort_clause(NodeId clause) {
        CheckedRule& rule = checked_.rules[index_];
        switch (tree().kind(clause)) {
            case NodeKind::title:
                return take(rule.title, clause);
            case NodeKind::why:
                return take(rule.why, clause);
            case NodeKind::severity:
                return take(rule.severity, clause);
            case NodeKind::practice:
                return take(rule.practice, clause);
            case NodeKind::refs:
                return take(rule.refs, clause);
            case NodeKind::when:
                return take(rule.when, clause);
            case NodeKind::at:
                return take(rule.at, clause);
            case NodeKind::message:
                return take(rule.message, clause);
            case NodeKind::fix:
                return take(rule.fix, clause);
            case NodeKind::require:
                return take_body(clause, false);
            case NodeKind::forbid:
                return take_body(clause, true);
            case NodeKind::for_in:
            case NodeKind::let:
                rule.steps.push_back({clause, no_symbol});
                return;
            case NodeKind::example:
                rule.examples.push_back(clause);
                return;
            case NodeKind::formerly:
            case NodeKind::deprecated:
                reporter_
                    .add(tree(), clause, "E0511",
                         quoted(tree().source().text(tree().mark(clause).span)) + " is not done yet in this version")
                    .help.push_back("leave the clause out for now");
                return;
            default:
                broken_ = true;  // an error of the parser
                return;
        }
    }

    void refuse_too_many() {
        CheckedRule& rule = checked_.rules[index_];
        if (rule.steps.size() <= limits::rule_bindings) return;
        reporter_.add(tree(), rule.steps[limits::rule_bindings].clause, "E0512",
                      quoted(rule.name) + " binds more than " + std::to_string(limits::rule_bindings) + " names", "over the limit");
        rule.steps.resize(limits::rule_bindings);
        broken_ = true;
    }

    // Silent where a clause could not be parsed: it may have been the one that is missing.
    void refuse_incomplete() {
        if (broken_) return;
        const CheckedRule& rule = checked_.rules[index_];
        std::string missing;
        const auto add = [&](std::string_view word, bool is_there) {
            if (!is_there) missing += (missing.empty() ? "" : ", ") + quoted(word);
        };
        add("title", rule.title != no_node);
        add("severity", rule.severity != no_node);
        if (rule.body == no_node) missing += (missing.empty() ? "" : ", ") + std::string("`require` or `forbid`");
        if (missing.empty()) return;
        reporter_.add(tree(), name_word(), "E0501", "the rule " + quoted(rule.name) + " has no " + missing)
            .help.push_back("a rule says at least `title \"…\"`, `severity high` and one of `require …`, `forbid …`");
    }

    void check_metadata() {
        const CheckedRule rule = checked_.rules[index_];
        for (const NodeId text : {rule.title, rule.why}) {
            if (text != no_node) check_plain_text(checker_, rule.file, text);
        }
        if (rule.practice != no_node) {
            const std::string_view word = tree().text(rule.practice);
            if (std::find(practices.begin(), practices.end(), word) == practices.end()) {
                Diagnostic& error = reporter_.add(tree(), rule.practice, "E0507", "there is no practice " + quoted(word));
                suggest(error, word, {practices.begin(), practices.end()}, "Practices");
            }
        }
        if (rule.refs != no_node) check_refs(rule.refs);
        for (const NodeId example : rule.examples) {
            for (const NodeId given : tree().children(example)) check_given(checker_, rule.file, given);
        }
        checker_.here = Context{};
        checker_.here.file = rule.file;
    }

    void check_refs(NodeId refs) {
        std::unordered_set<std::string> seen;
        for (const NodeId entry : tree().children(refs)) {
            if (tree().kind(entry) != NodeKind::entry) continue;
            const NodeId word = tree().child(entry, 0);
            const std::string key = key_text(tree(), word);
            const bool known = std::find(reference_keys.begin(), reference_keys.end(), key) != reference_keys.end();
            if (!known && key.substr(0, 4) != "org_") {
                Diagnostic& error =
                    reporter_.add(tree(), word, "E0508", "there is no such reference: " + quoted(key), "not a key of `refs`");
                suggest(error, key, {reference_keys.begin(), reference_keys.end()}, "Keys, beside your own `org_…`");
            }
            if (!seen.insert(key).second) {
                reporter_.add(tree(), word, "E0317", "the key " + quoted(key) + " stands here twice", "again");
            }
            check_reference_value(tree().child(entry, 1));
        }
    }

    void check_reference_value(NodeId value) {
        const auto is_text = [&](NodeId n) {
            const NodeKind kind = tree().kind(n);
            return kind == NodeKind::string || kind == NodeKind::raw || kind == NodeKind::error;
        };
        bool fits = is_text(value);
        if (tree().kind(value) == NodeKind::list) {
            const auto items = tree().children(value);
            fits = std::all_of(items.begin(), items.end(), is_text);
        }
        if (fits) return;
        reporter_.add(tree(), value, "E0508", "a reference is a text or a list of texts")
            .help.push_back("`refs { hadolint: [\"DL3002\"] }`");
    }

    // --- what binds

    void check_steps() {
        const std::vector<NodeId> guards = lets_of_guard();  // none where the rule has no `when`
        names_to_come();
        Context& here = checker_.here;
        for (const NodeId let : guards) check_let(let);
        check_guard();
        const std::size_t steps = checked_.rules[index_].steps.size();
        for (std::size_t i = 0; i < steps; ++i) {
            const NodeId clause = checked_.rules[index_].steps[i].clause;
            if (tree().kind(clause) == NodeKind::for_in) {
                check_for(clause);
            } else if (std::find(guards.begin(), guards.end(), clause) == guards.end()) {
                check_let(clause);
            }
            checked_.rules[index_].steps[i].symbol = checker_.info(clause).symbol;
        }
        here.later.clear();
    }

    void names_to_come() {
        for (const RuleStep& step : checked_.rules[index_].steps) checker_.here.later.push_back(tree().text(tree().child(step.clause, 0)));
    }

    using Words = std::unordered_set<std::string_view>;

    // Every word of an expression that may be a name of its own: not behind a dot.
    [[nodiscard]] Words words_of(NodeId n) const {
        Words words;
        const auto tokens = tree().tokens();
        for (std::uint32_t i = tree().first_token(n); i < tree().end_token(n); ++i) {
            const bool member = i > 0 && (tokens[i - 1].kind == TokenKind::dot || tokens[i - 1].kind == TokenKind::question_dot);
            if (!member && tokens[i].kind == TokenKind::word) words.insert(tree().source().text(tokens[i].span));
        }
        return words;
    }

    // The `let`s that `when` reads, directly or through others, and that depend on no `for`; in source order.
    [[nodiscard]] std::vector<NodeId> lets_of_guard() const {
        const CheckedRule& rule = checked_.rules[index_];
        if (rule.when == no_node) return {};
        std::vector<std::pair<NodeId, Words>> lets;  // that depend on no `for`
        Words bound;                                 // by `for`, or a `let` that depends on one
        for (const RuleStep& step : rule.steps) {
            const std::string_view name = tree().text(tree().child(step.clause, 0));
            Words words = tree().kind(step.clause) == NodeKind::let ? words_of(tree().child(step.clause, 2)) : Words{};
            const bool depends = tree().kind(step.clause) != NodeKind::let ||
                                 std::any_of(words.begin(), words.end(), [&](std::string_view word) { return bound.contains(word); });
            if (depends) {
                bound.insert(name);
            } else {
                lets.emplace_back(step.clause, std::move(words));
            }
        }
        Words wanted = words_of(rule.when);
        std::vector<NodeId> out;
        for (auto let = lets.rbegin(); let != lets.rend(); ++let) {
            if (!wanted.contains(tree().text(tree().child(let->first, 0)))) continue;
            wanted.insert(let->second.begin(), let->second.end());
            out.push_back(let->first);
        }
        std::reverse(out.begin(), out.end());
        return out;
    }

    void check_let(NodeId let) {
        Context& here = checker_.here;
        const Reads outer = here.reads;
        here.reads = 0;
        // Judged where the `let` is used, like a function.
        Symbol judged;
        const auto stand_in = static_cast<SymbolId>(checked_.symbols.size());
        checked_.symbols.push_back(judged);
        here.declaring = stand_in;
        here.known = Known::allowed;
        const TypeId type = checker_.check(tree().child(let, 2));
        here.declaring = no_symbol;
        here.known = Known::refused;
        const SymbolId id = checker_.bind(let, tree().child(let, 0), SymbolKind::rule_let, type);
        Symbol& symbol = checked_.symbols[id];
        symbol.reads = here.reads;
        symbol.asks_known = checked_.symbols[stand_in].asks_known;
        symbol.asks_known_negated = checked_.symbols[stand_in].asks_known_negated;
        symbol.constant_collection = (here.reads & reads::facts) == 0;
        reads_ |= here.reads;
        here.reads |= outer;
        drop_name(let);
    }

    void drop_name(NodeId clause) {
        auto& later = checker_.here.later;
        const auto found = std::find(later.begin(), later.end(), tree().text(tree().child(clause, 0)));
        if (found != later.end()) later.erase(found);
    }

    void check_guard() {
        const NodeId when = checked_.rules[index_].when;
        if (when == no_node) return;
        check_condition(when, Known::refused, "in `when`");
        refuse_constant(when, "when", "");
        checker_.narrow_by(when);
    }

    void check_for(NodeId clause) {
        Context& here = checker_.here;
        const NodeId list = tree().child(clause, 1);
        here.reads = 0;
        const SymbolId id = checker_.bind_element(clause, tree().child(clause, 0), list, Place::operand);
        reads_ |= here.reads;
        drop_name(clause);
        if (checked_.symbols[id].type != no_type) refuse_made_list(list);
        const NodeId where = tree().child(clause, 2);
        if (tree().is_none(where)) return;
        check_condition(where, Known::refused, "in `where`");
        refuse_constant(where, "where", "");
        checker_.narrow_by(where);
    }

    // `for` runs over facts, constants and `entries(map)`: what a budget can be told for before it starts.
    void refuse_made_list(NodeId list) {
        const NodeId n = tree().ungrouped(list);
        const NodeKind kind = tree().kind(n);
        if (kind == NodeKind::name || kind == NodeKind::member || kind == NodeKind::list) return;
        if (kind == NodeKind::call) {
            const NodeInfo& callee = checker_.info(tree().child(n, 0));
            if (callee.meaning == Meaning::builtin && builtin_signatures()[callee.payload].builtin == Builtin::entries) return;
        }
        reporter_.add(tree(), list, "E0316", "`for` runs over facts, constants and `entries(map)`", "a list made on the spot")
            .help.push_back("run over the list itself, and put the condition into `where`");
    }

    // --- what is judged

    void check_condition(NodeId n, Known known, std::string_view reason) {
        Context& here = checker_.here;
        here.reads = 0;
        here.known = known;
        here.known_reason = reason;
        const std::size_t errors = reporter_.count();
        checker_.condition(n);
        is_sound_ = reporter_.count() == errors;
        here.known = Known::refused;
        reads_ |= here.reads;
    }

    // `harmless` is the literal that only ever finds more.
    void refuse_constant(NodeId n, std::string_view clause, std::string_view harmless) {
        constexpr Reads varies = reads::facts | reads::parameter | reads::element;
        const NodeId inner = tree().ungrouped(n);
        if (tree().kind(inner) == NodeKind::error || !is_sound_) return;
        if ((checker_.here.reads & varies) != 0 || tree().text(inner) == harmless) return;
        reporter_
            .add(tree(), n, "E0510", "this `" + std::string(clause) + "` reads no fact, so it is always the same",
                 "decided before any fact is read")
            .help.push_back("name the fact that it is about, or leave it out");
    }

    void check_rest() {
        const CheckedRule rule = checked_.rules[index_];
        Context& here = checker_.here;
        if (rule.body != no_node) {
            check_condition(rule.body, rule.forbids ? Known::negated : Known::allowed, rule.forbids ? "here, in a `forbid`" : "here");
            refuse_constant(rule.body, rule.forbids ? "forbid" : "require", rule.forbids ? "true" : "false");
        }
        here.reads = 0;
        here.known_reason = "outside `require` and `forbid`";
        if (rule.severity != no_node) {
            Types& types = checked_.schema->types();
            checker_.require(rule.severity, types.intern({TypeKind::enumeration, false, *checked_.schema->find_enum("Severity"), 0, 0}));
        }
        if (rule.at != no_node) check_at(rule.at);
        for (const NodeId text : {rule.message, rule.fix}) {
            if (text != no_node) checker_.message(text);
        }
        reads_ |= here.reads;
    }

    void check_at(NodeId at) {
        const TypeId type = checker_.check(at, no_type, Place::raw);
        if (type == no_type || !checker_.path_key(at).empty()) return;
        reporter_.add(tree(), at, "E0527", "`at` takes a path to a fact", "not a path")
            .help.push_back("a binding, or a fact: `at c`, `at image.config.user`");
    }

    ExpressionChecker& checker_;
    Checked& checked_;
    Reporter& reporter_;
    std::uint32_t index_;
    Reads reads_ = 0;
    bool broken_ = false;
    bool is_sound_ = false;  // nothing was wrong with the last condition
};

}  // namespace

void check_plain_text(ExpressionChecker& checker, std::uint32_t file, NodeId text) {
    checker.here = Context{};
    checker.here.file = file;
    checker.check(text);
}

void check_rule(ExpressionChecker& checker, std::uint32_t rule) { RuleChecker(checker, rule).check(); }

}  // namespace scantling::dsl
