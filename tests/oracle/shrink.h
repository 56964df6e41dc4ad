// Cutting a disagreement down to what a person can think about.
#pragma once

#include <map>
#include <string>

#include "tests/oracle/contest.h"
#include "tests/oracle/programs.h"

namespace scantling::oracle {

// Which promise was broken.
enum class Law {
    agreement,   // the product says what the oracle says
    completion,  // what is decided stays decided when missing facts become known
    passes,      // … whatever passes were left out
    subjects,    // one run over N subjects equals N runs over one
};

// Why the last rule of the policies breaks the law over the world; empty if it does not.
[[nodiscard]] std::string breach(Law law, const Policies& policies, const std::string& text, const World& world,
                                 const std::map<std::string, Datum>& parameters);

// The same in a process of its own: what kills it is a breach too.
[[nodiscard]] std::string breach_in_a_process(Law law, const std::string& text, const World& world,
                                              const std::map<std::string, Datum>& parameters);

// The rule and the facts as text, as little of both as still breaks the law.
[[nodiscard]] std::string show_case(Law law, const RandomPolicy& policy, const World& world, const std::map<std::string, Datum>& parameters,
                                    const std::string& rule);

// Of a decided outcome, whether it had to stay so: that of a rule that asks `is known` may fail only as long as nobody knows.
[[nodiscard]] bool stays_decided(OutcomeKind before, OutcomeKind after, bool asks_known);
// The same outcome, whatever the ids and places of its world.
[[nodiscard]] bool same_outcome(const Outcome& a, const Outcome& b);
[[nodiscard]] bool same_findings(const std::vector<Finding>& a, const std::vector<Finding>& b);
[[nodiscard]] const std::vector<Finding>& findings_of(const Product& product, const Key& key);

}  // namespace scantling::oracle
