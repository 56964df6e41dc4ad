// One batch: rules that know nothing of each other in one policy, so that they share work; some worlds; every rule over every world.
#include "tests/oracle/campaign.h"

#include <algorithm>
#include <set>

#include "engine/program/bundle.h"
#include "engine/program/graph.h"
#include "tests/oracle/shrink.h"
#include "tests/oracle/worlds.h"

namespace scantling::oracle {

namespace {

constexpr std::size_t rules_of_batch = 24;
constexpr std::size_t worlds_of_batch = 6;

class Campaign {
  public:
    explicit Campaign(const CampaignOptions& options) : options_(options) {}

    CampaignResult run() {
        const Policies domain = compile_policies("package cases\n");
        const std::shared_ptr<const Schema> schema = domain.compiled.checked->layout->schema_pointer();
        for (std::uint64_t batch = options_.first_batch; result_.cases < options_.cases; batch += options_.step) {
            if (options_.at_batch != nullptr) *options_.at_batch = batch;
            Chance chance = chance_of(batch);
            PolicyMaker maker(*schema, chance);
            RandomPolicy policy = maker.make(rules_of_batch);
            batch_ = batch;
            run_batch(policy, chance);
            if (result_.disagreements > 0 && shown_ >= options_.show) break;
        }
        return std::move(result_);
    }

    std::string find_death(std::uint64_t batch) {
        const Policies domain = compile_policies("package cases\n");
        Chance chance = chance_of(batch);
        PolicyMaker maker(*domain.compiled.checked->layout->schema_pointer(), chance);
        RandomPolicy policy = maker.make(rules_of_batch);
        const Policies policies = compile_sound(policy);
        LinkOptions link_options;
        std::map<std::string, Datum> parameters;
        if (chance.percent(50)) set_limit(*policies.compiled.checked, chance, link_options, parameters);
        const Schema& schema = policies.compiled.checked->layout->schema();
        for (std::size_t i = 0; i < 4 * worlds_of_batch; ++i) {
            const World world = random_world(schema, 1 + chance.below(3), chance);
            for (const RandomRule& rule : policy.rules) {
                RandomPolicy single{policy.declarations, {rule}};
                for (const Law law : {Law::agreement, Law::passes}) {
                    const std::string found = breach_in_a_process(law, policy_text(single), world, parameters);
                    if (found.rfind("it ", 0) == 0) return found + show_case(law, policy, world, parameters, rule.name);
                }
            }
        }
        return "no rule alone over one world dies\n";
    }

  private:
    [[nodiscard]] Chance chance_of(std::uint64_t batch) const {
        Chance of_seed(options_.seed);
        Chance of_batch(of_seed.next() ^ (batch * 0xD6E8FEB86659FD93ULL));
        return Chance(of_batch.next() ^ of_seed.next());
    }

    // Rules with errors leave, and what is left is compiled again.
    Policies compile_sound(RandomPolicy& policy) {
        for (;;) {
            Policies out = compile_policies(policy_text(policy));
            result_.rules += out.sound() ? policy.rules.size() : 0;
            if (out.sound()) return out;
            drop_refused(policy, out);
        }
    }

    void drop_refused(RandomPolicy& policy, const Policies& policies) {
        const std::string text = policy_text(policy);
        std::set<std::string> names;
        bool in_declaration = false;
        for (const Diagnostic& diagnostic : policies.compiled.diagnostics) {
            if (diagnostic.severity != DiagnosticSeverity::error) continue;
            const std::size_t head = text.rfind("\nrule ", diagnostic.span.begin);
            ++result_.refusals[diagnostic.code + " " + diagnostic.message];
            if (head == std::string::npos) {
                in_declaration = true;
            } else {
                names.insert(text.substr(head + 6, text.find(' ', head + 6) - head - 6));
            }
        }
        const auto refused = [&](const RandomRule& rule) { return names.count(rule.name) != 0; };
        const auto kept = std::remove_if(policy.rules.begin(), policy.rules.end(), refused);
        result_.refused += static_cast<std::uint64_t>(policy.rules.end() - kept);
        policy.rules.erase(kept, policy.rules.end());
        if (!in_declaration) return;
        result_.refused += policy.rules.size();  // a function that will not do takes its batch with it
        policy.rules.clear();
        policy.declarations.clear();
    }

    void run_batch(RandomPolicy& policy, Chance& chance) {
        const Policies policies = compile_sound(policy);
        if (policy.rules.empty()) return;
        LinkOptions link_options;
        std::map<std::string, Datum> parameters;
        if (chance.percent(50)) set_limit(*policies.compiled.checked, chance, link_options, parameters);
        link_options.profile = profile_of(*policies.compiled.checked);
        // Every other batch judges what a bundle gives back; all go through one.
        std::vector<std::shared_ptr<const Unit>> reread;
        if (const std::string failure = through_bundle(policies.compiled.units, reread); !failure.empty()) {
            return stop_batch(policy, failure);
        }
        const Linked linked = link(batch_ % 2 == 0 ? policies.compiled.units : reread, link_options);
        if (!linked.program) {
            std::string why = "does not link:\n";
            for (const Diagnostic& diagnostic : linked.diagnostics) why += render(diagnostic) + "\n";
            return stop_batch(policy, why);
        }
        const std::size_t worlds = worlds_of_batch;
        for (std::size_t i = 0; i < worlds; ++i) {
            World world = random_world(policies.compiled.checked->layout->schema(), 1 + chance.below(3), chance);
            const bool deep = batch_ % 10 == 0;
            run_world(policy, policies, *linked.program, link_options, parameters, world, chance, i == 0, deep);
        }
    }

    void stop_batch(const RandomPolicy& policy, const std::string& why) {
        ++result_.disagreements;
        ++shown_;
        result_.report += why + policy_text(policy);
    }

    // What the front end makes is accepted, and comes back as it was.
    static std::string through_bundle(const std::vector<std::shared_ptr<const Unit>>& units,
                                      std::vector<std::shared_ptr<const Unit>>& reread) {
        const std::string bytes = write_bundle(units, "");
        ReadBundle read = read_bundle(bytes);
        if (read.failure) return "its bundle is refused: " + read.message + "\n";
        reread = std::move(read.units);
        return write_bundle(reread, "") == bytes ? std::string() : "its bundle comes back as another\n";
    }

    static void set_limit(const dsl::Checked& checked, Chance& chance, LinkOptions& options, std::map<std::string, Datum>& parameters) {
        const auto value = static_cast<std::int64_t>(chance.below(4));
        Value limit;
        for (const dsl::Symbol& symbol : checked.symbols) {
            if (symbol.kind == dsl::SymbolKind::parameter && symbol.name == "p_limit") limit.type = symbol.type;
        }
        limit.number = value;
        options.parameters.emplace_back("cases.p_limit", limit);
        parameters["cases.p_limit"] = whole(value);
    }

    void run_world(const RandomPolicy& policy, const Policies& policies, const Program& program, const LinkOptions& link_options,
                   const std::map<std::string, Datum>& parameters, World& world, Chance& chance, bool first, bool deep) {
        const dsl::Checked& checked = *policies.compiled.checked;
        const std::shared_ptr<const Facts> facts = write(world, checked.layout);
        const Product product = judged_by_product(program, world, *facts);
        if (!product.disorder.empty()) report(policy, world, parameters, "", product.disorder);
        std::map<std::string, std::map<Key, Sentence>> said;
        std::size_t number = 0;
        for (const dsl::CheckedRule& rule : checked.rules) {
            ++number;
            Tally tally;
            const bool counted = first || number % 4 == batch_ % 4;
            const auto sentences = judged_by_oracle(checked, rule, world, parameters, counted ? &tally : nullptr);
            ++result_.cases;
            if (counted) count(tally, first);
            for (const auto& [key, sentence] : sentences) {
                ++result_.outcomes[static_cast<std::size_t>(sentence.kind)];
                compare(policy, world, parameters, checked, std::string(rule.name), key, sentence, product, "");
            }
            said[std::string(rule.name)] = sentences;
        }
        complete(policy, checked, program, world, parameters, product, chance);
        if (world.subjects.size() > 1) judge_alone(policy, checked, program, world, parameters, product);
        if (deep && first && options_.passes_alone) vary_passes(policy, policies, link_options, parameters, world, *facts, said);
    }

    void compare(const RandomPolicy& policy, const World& world, const std::map<std::string, Datum>& parameters,
                 const dsl::Checked& checked, const std::string& rule, const Key& key, const Sentence& sentence, const Product& product,
                 const std::string& variant) {
        const Law law = variant.empty() ? Law::agreement : Law::passes;
        const auto outcome = product.outcomes.find(key);
        if (outcome == product.outcomes.end())
            return report(policy, world, parameters, rule, "the product says nothing of the rule here\n", law);
        const auto findings = product.findings.find(key);
        static const std::vector<Finding> none;
        const std::string differs =
            difference(*checked.layout, sentence, outcome->second, findings == product.findings.end() ? none : findings->second);
        if (!differs.empty()) report(policy, world, parameters, rule, variant + differs, law);
    }

    // Law: what is decided stays decided when missing facts become known.
    void complete(const RandomPolicy& policy, const dsl::Checked& checked, const Program& program, const World& world,
                  const std::map<std::string, Datum>& parameters, const Product& before, Chance& chance) {
        World whole_world = completed(checked.layout->schema(), world, chance);
        const std::shared_ptr<const Facts> facts = write(whole_world, checked.layout);
        const Product after = judged_by_product(program, whole_world, *facts);
        for (const auto& [key, outcome] : before.outcomes) {
            const bool decided = outcome.kind != OutcomeKind::unknown && outcome.kind != OutcomeKind::skipped;
            if (!decided) continue;
            ++result_.completions;
            const auto found = after.outcomes.find(key);
            const std::string name = key.first.substr(6);
            const bool stays = found != after.outcomes.end() && stays_decided(outcome.kind, found->second.kind, asks_known(policy, name));
            if (!stays) report(policy, world, parameters, name, "law of completion: a decided outcome changed\n", Law::completion);
        }
    }

    static bool asks_known(const RandomPolicy& policy, const std::string& name) {
        return std::any_of(policy.rules.begin(), policy.rules.end(), [&](const RandomRule& rule) {
            return rule.name == name && print(rule.clauses).find("is known") != std::string::npos;
        });
    }

    // Law: one run over N subjects equals N runs over one.
    void judge_alone(const RandomPolicy& policy, const dsl::Checked& checked, const Program& program, const World& world,
                     const std::map<std::string, Datum>& parameters, const Product& together) {
        for (std::size_t subject = 0; subject < world.subjects.size(); ++subject) {
            World single = alone(world, subject);
            const std::shared_ptr<const Facts> facts = write(single, checked.layout);
            const Product product = judged_by_product(program, single, *facts);
            ++result_.singles;
            for (const auto& [key, outcome] : product.outcomes) {
                const Key there{key.first, key.second == no_row ? no_row : static_cast<Row>(subject)};
                const auto found = together.outcomes.find(there);
                const bool same = found != together.outcomes.end() && same_outcome(outcome, found->second) &&
                                  same_findings(findings_of(product, key), findings_of(together, there));
                if (!same) report(policy, world, parameters, key.first.substr(6), "law of subjects: one alone differs\n", Law::subjects);
            }
        }
    }

    void vary_passes(const RandomPolicy& policy, const Policies& policies, const LinkOptions& options,
                     const std::map<std::string, Datum>& parameters, const World& world, const Facts& facts,
                     const std::map<std::string, std::map<Key, Sentence>>& said) {
        std::vector<std::string> variants = {""};
        for (const Pass& pass : all_passes()) variants.emplace_back(pass.name);
        for (const std::string& variant : variants) {
            LinkOptions varied = options;
            varied.passes = !variant.empty();
            if (!variant.empty()) varied.only_passes = {variant};
            const Linked linked = link(policies.compiled.units, varied);
            if (!linked.program) return report(policy, world, parameters, "", "does not link with " + variant + " alone\n");
            const Product product = judged_by_product(*linked.program, world, facts);
            for (const auto& [rule, sentences] : said) {
                ++result_.variants;
                for (const auto& [key, sentence] : sentences) {
                    compare(policy, world, parameters, *policies.compiled.checked, rule, key, sentence, product,
                            variant.empty() ? "without passes: " : "with " + variant + " alone: ");
                }
            }
        }
    }

    void count(const Tally& tally, bool first) {
        for (const auto& [kind, nodes] : tally.nodes) {
            result_.tally.nodes[kind] += nodes;
            if (first) ++result_.rules_with[kind];
        }
        if (first) ++result_.rules_with[""];
        for (std::size_t i = 0; i < 3; ++i) result_.tally.truths[i] += tally.truths[i];
        for (std::size_t i = 0; i < 3; ++i) result_.tally.states[i] += tally.states[i];
        for (std::size_t i = 0; i < 4; ++i) result_.tally.lists[i] += tally.lists[i];
    }

    void report(const RandomPolicy& policy, const World& world, const std::map<std::string, Datum>& parameters, const std::string& rule,
                const std::string& what, Law law = Law::agreement) {
        ++result_.disagreements;
        if (shown_ >= options_.show || !seen_.insert(rule + std::to_string(batch_)).second) return;
        ++shown_;
        result_.report += "--- batch " + std::to_string(batch_) + ", rule " + rule + " ---\n" + what;
        result_.report += show_case(law, policy, world, parameters, rule);
    }

    CampaignOptions options_;
    CampaignResult result_;
    std::uint64_t batch_ = 0;
    std::size_t shown_ = 0;
    std::set<std::string> seen_;
};

}  // namespace

CampaignResult run_campaign(const CampaignOptions& options) { return Campaign(options).run(); }

std::string find_death(const CampaignOptions& options, std::uint64_t batch) { return Campaign(options).find_death(batch); }

}  // namespace scantling::oracle
