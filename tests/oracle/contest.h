// One set of policies over one world, judged twice; and what the two judges disagree about.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "dsl/compile.h"
#include "engine/evaluate/evaluate.h"
#include "engine/program/link.h"
#include "tests/oracle/judge.h"

namespace scantling::oracle {

// A policy text, compiled beside the domain.
struct Policies {
    dsl::Compiled compiled;
    [[nodiscard]] bool sound() const { return !has_errors(compiled.diagnostics); }
};

[[nodiscard]] Policies compile_policies(const std::string& text);

// The profile that the policies declare, by its full name; empty where there is none.
[[nodiscard]] std::string profile_of(const dsl::Checked& checked);
// The parts that it demands; naming a domain means all its parts.
[[nodiscard]] std::set<PartId> demanded_parts(const dsl::Checked& checked);

// What the product said, by rule name and subject (no_row: the run).
using Key = std::pair<std::string, Row>;
struct Product {
    std::map<Key, Outcome> outcomes;
    std::map<Key, std::vector<Finding>> findings;
    std::string disorder;  // not empty: outcomes or findings stand in the wrong order
};

[[nodiscard]] Product judged_by_product(const Program& program, const World& world, const Facts& facts);

// What the oracle said of one rule.
[[nodiscard]] std::map<Key, Sentence> judged_by_oracle(const dsl::Checked& checked, const dsl::CheckedRule& rule, const World& world,
                                                       const std::map<std::string, Datum>& parameters, Tally* tally);

// Empty: they agree. Otherwise what differs, for a person.
[[nodiscard]] std::string difference(const Layout& layout, const Sentence& oracle, const Outcome& product,
                                     const std::vector<Finding>& findings);

[[nodiscard]] std::string describe(const Layout& layout, const Sentence& sentence);
[[nodiscard]] std::string word_of(OutcomeKind kind);

}  // namespace scantling::oracle
