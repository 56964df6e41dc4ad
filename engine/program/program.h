// A program: units linked under one profile and parameter values; what an evaluation runs.
//
// Immutable and shared by any number of threads. Made by link.h; the passes have run, nothing of the policies' text is left but names,
// texts and places.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/program/analysis.h"
#include "engine/program/unit.h"

namespace scantling {

// A rule that the profile selected, its parameters substituted.
struct LinkedRule {
    const Rule* rule = nullptr;
    const Unit* unit = nullptr;
    // Of the rule's expressions in Program::expressions.
    ExpressionId when = no_expression;
    std::vector<ForClause> fors;     // variables of Program::expressions
    std::vector<std::string> names;  // of those variables, as this rule calls them
    // Over the bindings: false violates, true is satisfied, unknown is undetermined. `when` implies (all `where` imply the body), the
    // body of a `forbid` negated; where `when` is not true it says nothing.
    ExpressionId status = no_expression;
    ExpressionId selected = no_expression;  // all `where` together; none: every binding is selected
    ExpressionId severity = no_expression;
    ExpressionId at = no_expression;
    ExpressionId message = no_expression;
    ExpressionId fix = no_expression;
    std::optional<Severity> severity_override;  // a profile's `severity R = x`
    bool allows_unknown = false;
};

struct ExcludedRule {
    std::string name;
    std::string because;
};

// A parameter or severity that differs from its default: reports list them, since a widened list switches a rule off.
struct Deviation {
    std::string name;
    std::string value;  // in Scant's spelling
    std::string initial;
};

class Program {
  public:
    std::vector<std::shared_ptr<const Unit>> units;
    std::shared_ptr<const Layout> layout;
    std::shared_ptr<const Schema> schema;
    Expressions expressions;        // of all rules, hash-consed: equal expressions are one node
    Analysis analysis;              // of those expressions
    std::vector<LinkedRule> rules;  // sorted by name
    std::vector<ExcludedRule> excluded;
    std::vector<Deviation> deviations;
    std::vector<PartId> demanded;  // leaves: naming a domain means all its parts
    std::string profile;           // `std.baseline`
    std::optional<Severity> gate;  // none: `gate never`
};

}  // namespace scantling
