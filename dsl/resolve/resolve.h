// Names: which packages there are, what each declares, what each file may call by which name. The first stage after parsing.
//
// One namespace for facts, aliases, parameters, constants, functions, bindings and builtins, and nothing shadows anything. Names inside
// expressions are looked up by the checker, in scope; this stage makes the tables it looks into.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "dsl/check/checked.h"
#include "dsl/resolve/report.h"

namespace scantling::dsl {

struct PolicyTree {
    Tree tree;
    bool is_std = false;
};

// Packages, schema, symbols, aliases. Side tables are sized and empty, rules are listed and unchecked.
[[nodiscard]] Checked resolve(std::vector<PolicyTree> trees, Reporter& reporter);

// The stages of the above, in order.
void group_packages(Checked& checked, std::vector<PolicyTree> trees, Reporter& reporter);
void extend_schema(Checked& checked, Reporter& reporter);  // record, enum, facts
void declare_globals(Checked& checked);                    // facts, enums, builtins
void declare_names(Checked& checked, Reporter& reporter);  // let, param, fn, rule, profile
void follow_uses(Checked& checked, Reporter& reporter);    // use

// A type as written; no_type after an error.
[[nodiscard]] TypeId resolve_type(Checked& checked, Reporter& reporter, std::uint32_t file, NodeId type);

// Who has the name already, as an error says it ("a fact", "a function of this package"); empty: nobody. Locals are the caller's matter.
[[nodiscard]] std::string name_holder(const Checked& checked, std::uint32_t file, std::string_view name);
void report_taken(Reporter& reporter, const Tree& tree, NodeId word, std::string_view holder);
// Names that an expression of this file can say.
[[nodiscard]] std::vector<std::string_view> visible_names(const Checked& checked, std::uint32_t file);

}  // namespace scantling::dsl
