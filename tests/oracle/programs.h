// Random policies: typed trees over what facts there are, printed as Scant text. The tree is kept, so that a failing rule can be cut down.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/schema/schema.h"
#include "tests/oracle/chance.h"

namespace scantling::oracle {

// Text with holes: texts[0] parts[0] texts[1] … parts[n - 1] texts[n].
struct Phrase {
    std::vector<std::string> texts{std::string()};
    std::vector<Phrase> parts;
    TypeId type = 0;         // of an expression; a part may be replaced by one of its own parts of the same type
    bool is_clause = false;  // may be left out
};

[[nodiscard]] std::string print(const Phrase& phrase);

struct RandomRule {
    std::string name;
    Phrase clauses;
};

// What all rules of a batch may use: constants, parameters, functions.
struct RandomPolicy {
    std::vector<std::string> declarations;
    std::vector<RandomRule> rules;
};

[[nodiscard]] std::string policy_text(const RandomPolicy& policy);

class PolicyMaker {
  public:
    PolicyMaker(const Schema& schema, Chance& chance);
    ~PolicyMaker();
    [[nodiscard]] RandomPolicy make(std::size_t rules);

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace scantling::oracle
