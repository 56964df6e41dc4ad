// Greedy: leave out clauses, put parts in the place of their wholes, literals in the place of parts; take away rows, fill or empty cells.
// Whatever compiles and still disagrees is kept.
#include "tests/oracle/shrink.h"

#include <algorithm>
#include <set>

#include <sys/wait.h>
#include <unistd.h>

#include "engine/program/graph.h"
#include "tests/oracle/worlds.h"

namespace scantling::oracle {

const std::vector<Finding>& findings_of(const Product& product, const Key& key) {
    static const std::vector<Finding> none;
    const auto found = product.findings.find(key);
    return found == product.findings.end() ? none : found->second;
}

bool stays_decided(OutcomeKind before, OutcomeKind after, bool asks_known) {
    const bool decided =
        before == OutcomeKind::pass || before == OutcomeKind::not_applicable || (before == OutcomeKind::fail && !asks_known);
    return !decided || before == after;
}

bool same_outcome(const Outcome& a, const Outcome& b) {
    const auto kinds = [](const Outcome& o) {
        std::multiset<Cause> out;
        for (const LocatedCause& cause : o.causes) out.insert(cause.cause);
        return out;
    };
    return a.kind == b.kind && a.reason == b.reason && a.severity == b.severity && a.counts.candidates == b.counts.candidates &&
           a.counts.selected == b.counts.selected && a.counts.violating == b.counts.violating &&
           a.counts.undetermined == b.counts.undetermined && a.more_causes == b.more_causes && (a.more_causes > 0 || kinds(a) == kinds(b));
}

bool same_findings(const std::vector<Finding>& a, const std::vector<Finding>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Finding& x, const Finding& y) {
        return x.message == y.message && x.fix == y.fix && x.severity == y.severity && x.fingerprint == y.fingerprint;
    });
}

namespace {

struct Trial {
    const Policies& policies;
    const Program& program;
    const std::map<std::string, Datum>& parameters;
    std::shared_ptr<const Layout> layout;

    Product judge(World& world) const {
        const auto facts = write(world, layout);
        return judged_by_product(program, world, *facts);
    }
};

std::string breach_of_agreement(const Trial& trial, World world) {
    const Product product = trial.judge(world);
    const dsl::Checked& checked = *trial.policies.compiled.checked;
    for (const auto& [key, sentence] : judged_by_oracle(checked, checked.rules.back(), world, trial.parameters, nullptr)) {
        const auto outcome = product.outcomes.find(key);
        if (outcome == product.outcomes.end()) return "nothing is said\n";
        const std::string differs = difference(*trial.layout, sentence, outcome->second, findings_of(product, key));
        if (!differs.empty()) return differs;
    }
    return {};
}

std::string breach_of_passes(const Policies& policies, LinkOptions options, const World& world,
                             const std::map<std::string, Datum>& parameters) {
    std::vector<std::string> variants = {""};
    for (const Pass& pass : all_passes()) variants.emplace_back(pass.name);
    for (const std::string& variant : variants) {
        options.passes = !variant.empty();
        options.only_passes.clear();
        if (!variant.empty()) options.only_passes.push_back(variant);
        const Linked linked = link(policies.compiled.units, options);
        if (!linked.program) return "it does not link with other passes\n";
        const std::string found = breach_of_agreement({policies, *linked.program, parameters, policies.compiled.checked->layout}, world);
        if (!found.empty()) return (variant.empty() ? "without passes: " : "with " + variant + " alone: ") + found;
    }
    return {};
}

std::string breach_of_completion(const Trial& trial, World world, bool asks_known) {
    const Product before = trial.judge(world);
    for (std::uint64_t seed = 1; seed <= 16; ++seed) {
        Chance chance(seed);
        World whole_world = completed(trial.layout->schema(), world, chance);
        const Product after = trial.judge(whole_world);
        for (const auto& [key, outcome] : before.outcomes) {
            const auto found = after.outcomes.find(key);
            if (found != after.outcomes.end() && stays_decided(outcome.kind, found->second.kind, asks_known)) continue;
            return word_of(outcome.kind) + " became " + word_of(found->second.kind) + " when this became known:\n" +
                   print(trial.layout->schema(), whole_world);
        }
    }
    return {};
}

std::string breach_of_subjects(const Trial& trial, World world) {
    const Product together = trial.judge(world);
    for (std::size_t subject = 0; subject < world.subjects.size(); ++subject) {
        World single = alone(world, subject);
        const Product product = trial.judge(single);
        for (const auto& [key, outcome] : product.outcomes) {
            const Key there{key.first, key.second == no_row ? no_row : static_cast<Row>(subject)};
            const auto found = together.outcomes.find(there);
            const bool same = found != together.outcomes.end() && same_outcome(outcome, found->second) &&
                              same_findings(findings_of(product, key), findings_of(together, there));
            if (!same)
                return "subject " + std::to_string(subject) + " alone is " + word_of(outcome.kind) + ", among others " +
                       word_of(found->second.kind) + "\n";
        }
    }
    return {};
}

}  // namespace

std::string breach_in_a_process(Law law, const std::string& text, const World& world, const std::map<std::string, Datum>& parameters) {
    int ends[2];
    if (pipe(ends) != 0) return {};
    const pid_t child = fork();
    if (child == 0) {
        close(ends[0]);
        const std::string found = breach(law, compile_policies(text), text, world, parameters);
        const auto sent = ::write(ends[1], found.data(), found.size());
        _exit(sent < 0 ? 1 : 0);
    }
    close(ends[1]);
    std::string out;
    char buffer[4096];
    for (ssize_t got = 0; (got = ::read(ends[0], buffer, sizeof buffer)) > 0;) out.append(buffer, static_cast<std::size_t>(got));
    close(ends[0]);
    int status = 0;
    waitpid(child, &status, 0);
    if (WIFSIGNALED(status)) return "it dies of signal " + std::to_string(WTERMSIG(status)) + "\n";
    return WEXITSTATUS(status) == 0 ? out : "it gives up\n";
}

std::string breach(Law law, const Policies& policies, const std::string& text, const World& world,
                   const std::map<std::string, Datum>& parameters) {
    if (!policies.sound() || policies.compiled.checked->rules.empty()) return {};
    LinkOptions options;
    for (const auto& [name, value] : parameters) {
        Value set;
        set.number = value.number;
        for (const dsl::Symbol& symbol : policies.compiled.checked->symbols) {
            if (symbol.kind == dsl::SymbolKind::parameter && symbol.name == "p_limit") set.type = symbol.type;
        }
        if (text.find("param p_limit") != std::string::npos) options.parameters.emplace_back(name, set);
    }
    options.profile = profile_of(*policies.compiled.checked);
    const Linked linked = link(policies.compiled.units, options);
    if (!linked.program) return {};
    const Trial trial{policies, *linked.program, parameters, policies.compiled.checked->layout};
    switch (law) {
        case Law::passes:
            return breach_of_passes(policies, options, world, parameters);
        case Law::agreement:
            return breach_of_agreement(trial, world);
        case Law::completion:
            return breach_of_completion(trial, world, text.find("is known") != std::string::npos);
        default:
            return breach_of_subjects(trial, world);
    }
}

namespace {

class Shrinker {
  public:
    Shrinker(Law law, RandomPolicy policy, World world, const std::map<std::string, Datum>& parameters)
        : law_(law), policy_(std::move(policy)), world_(std::move(world)), parameters_(parameters) {}

    [[nodiscard]] std::string run() {
        if (!disagreement().empty()) {
            for (int round = 0; round < 3 && attempts_ < limit; ++round) {
                const std::size_t before = attempts_;
                const std::size_t kept = kept_;
                cut_rule(policy_.rules[0].clauses);
                cut_declarations();
                cut_subjects();
                cut_cell(world_.run);
                for (Cell& subject : world_.subjects) cut_cell(subject);
                if (kept == kept_ || before == attempts_) break;
            }
        }
        return text();
    }

  private:
    static constexpr std::size_t limit = 4000;

    [[nodiscard]] std::string text() {
        std::string out = disagreement();
        if (out.empty()) return "(alone, the rule keeps the law: not cut down)\n" + policy_text(policy_) + "\n";
        out = "cut down: " + out + policy_text(policy_) + "\n";
        for (const auto& [name, value] : parameters_) out += "  set " + name + " = " + std::to_string(value.number) + "\n";
        const Policies policies = compile_policies(policy_text(policy_));
        World world = world_;
        const auto facts = write(world, policies.compiled.checked->layout);
        if (policies.sound() && !policies.compiled.checked->rules.empty()) {
            for (const auto& [key, sentence] :
                 judged_by_oracle(*policies.compiled.checked, policies.compiled.checked->rules.back(), world, parameters_, nullptr)) {
                out += "  oracle, subject " + std::to_string(static_cast<int>(key.second)) + ": " +
                       describe(*policies.compiled.checked->layout, sentence) + "\n";
            }
        }
        return out + print(policies.compiled.checked->layout->schema(), world) + "\n";
    }

    [[nodiscard]] std::string disagreement() {
        ++attempts_;
        const std::string text = policy_text(policy_);
        return breach_in_a_process(law_, text, world_, parameters_);
    }

    bool keep() {
        if (attempts_ >= limit || disagreement().empty()) return false;
        ++kept_;
        return true;
    }

    void cut_rule(Phrase& phrase) {
        for (std::size_t i = 0; i < phrase.parts.size();) {
            if (phrase.parts[i].is_clause) {
                const Phrase before = phrase.parts[i];
                phrase.parts[i] = Phrase();
                if (keep()) {
                    ++i;
                    continue;
                }
                phrase.parts[i] = before;
            }
            cut_part(phrase.parts[i]);
            ++i;
        }
    }

    void cut_part(Phrase& phrase) {
        for (std::size_t i = 0; i < phrase.parts.size(); ++i) {
            if (phrase.parts[i].type != phrase.type || phrase.is_clause) continue;
            const Phrase before = phrase;
            const Phrase part = phrase.parts[i];
            phrase = part;
            if (keep()) return cut_part(phrase);
            phrase = before;
        }
        if (!phrase.parts.empty() && !phrase.is_clause) {
            for (const char* const simple : {"true", "lab.b", "1", "\"a\"", "lab.n", "lab.s", "lab.items", "lab.nums", "lab.words"}) {
                const Phrase before = phrase;
                phrase.texts = {simple};
                phrase.parts.clear();
                if (keep()) return;
                phrase = before;
            }
        }
        for (Phrase& part : phrase.parts) cut_part(part);
    }

    void cut_declarations() {
        for (std::size_t i = policy_.declarations.size(); i-- > 0;) {
            const std::string before = policy_.declarations[i];
            policy_.declarations.erase(policy_.declarations.begin() + static_cast<std::ptrdiff_t>(i));
            if (!keep()) policy_.declarations.insert(policy_.declarations.begin() + static_cast<std::ptrdiff_t>(i), before);
        }
    }

    void cut_subjects() {
        for (std::size_t i = world_.subjects.size(); i-- > 0 && world_.subjects.size() > 1;) {
            const Cell before = world_.subjects[i];
            world_.subjects.erase(world_.subjects.begin() + static_cast<std::ptrdiff_t>(i));
            if (!keep()) world_.subjects.insert(world_.subjects.begin() + static_cast<std::ptrdiff_t>(i), before);
        }
    }

    static bool is_named(const Cell& cell, std::uint32_t id) {
        if (cell.id == id && cell.fields.empty()) return true;
        for (const Cell& field : cell.fields) {
            if (is_named(field, id)) return true;
        }
        for (const Element& element : cell.elements) {
            if (is_named(element.value, id)) return true;
        }
        return false;
    }

    bool may_go(const Cell& row) const {
        if (row.id == 0 || row.fields.empty()) return true;
        if (is_named(world_.run, row.id)) return false;
        for (const Cell& subject : world_.subjects) {
            if (is_named(subject, row.id)) return false;
        }
        return true;
    }

    void cut_cell(Cell& cell) {
        for (std::size_t i = cell.elements.size(); i-- > 0;) {
            const Element before = cell.elements[i];
            if (!may_go(before.value)) continue;
            cell.elements.erase(cell.elements.begin() + static_cast<std::ptrdiff_t>(i));
            if (!keep()) cell.elements.insert(cell.elements.begin() + static_cast<std::ptrdiff_t>(i), before);
        }
        for (Element& element : cell.elements) cut_cell(element.value);
        for (Cell& field : cell.fields) {
            if (field.state != CellState::untouched && field.elements.empty() && (field.fields.empty() || !may_hold_rows(field))) {
                const Cell before = field;
                empty(field);
                if (keep()) continue;
                field = before;
            }
            cut_cell(field);
        }
    }

    static void empty(Cell& cell) {
        cell.state = CellState::untouched;
        cell.id = 0;
        for (Cell& field : cell.fields) empty(field);
    }

    static bool may_hold_rows(const Cell& cell) {
        if (!cell.elements.empty()) return true;
        for (const Cell& field : cell.fields) {
            if (may_hold_rows(field)) return true;
        }
        return false;
    }

    Law law_;
    RandomPolicy policy_;
    World world_;
    const std::map<std::string, Datum>& parameters_;
    std::size_t attempts_ = 0;
    std::size_t kept_ = 0;
};

}  // namespace

std::string show_case(Law law, const RandomPolicy& policy, const World& world, const std::map<std::string, Datum>& parameters,
                      const std::string& rule) {
    RandomPolicy single;
    single.declarations = policy.declarations;
    for (const RandomRule& candidate : policy.rules) {
        if (candidate.name == rule) single.rules.push_back(candidate);
    }
    if (single.rules.empty()) return {};
    return Shrinker(law, std::move(single), world, parameters).run();
}

}  // namespace scantling::oracle
