// The checked tree: what the front end knows about every node of every policy file once checking is done.
//
// It is the contract between the checker, lowering and an oracle that shares nothing with lowering: the trees themselves, one `NodeInfo`
// per node beside them, and the declarations of the run. How to read an expression node n (parentheses: look through `group`):
//
//   1. take the value that its kind describes (tree.h), with names and members as `meaning` says;
//   2. if `narrowed`, an absent value is unknown, without a cause;
//   3. apply `conversion`.
//
// `type` is the type after all three. An operand of a comparison, arithmetic or logic never has an optional type.
// Names of the facts are resolved to fields of the two root records of the schema: `image.config` is a `name` with meaning `subject_fact`
// (payload: index of the field `image` in the record Schema::subject_root()) below a `member` with meaning `field` (payload: index in the
// record of the left side's type). A member on a `ref<R>` follows it first: the left side then has the conversion `follow`.
// The record type of `entries(m)` has the fields key (0) and value (1).
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "dsl/builtins/signatures.h"
#include "dsl/syntax/tree.h"
#include "engine/program/unit.h"
#include "engine/program/value.h"
#include "engine/schema/layout.h"
#include "engine/schema/schema.h"

namespace scantling::dsl {

using SymbolId = std::uint32_t;
inline constexpr SymbolId no_symbol = 0xFFFFFFFFU;
inline constexpr TypeId no_type = 0xFFFFFFFFU;  // was reported; whatever may follow from it is not
inline constexpr NodeId no_node = 0xFFFFFFFFU;

enum class Meaning : std::uint8_t {
    none,          // an operator or a literal: its kind says all; or a name before `.` that has no value (an alias, an enum)
    run_fact,      // name; payload: field of Schema::run_root()
    subject_fact,  // name; payload: field of Schema::subject_root()
    field,         // member; payload: field of the record on the left
    enum_member,   // name or member; payload: the member's number in the enum of the type
    binding,       // symbol: what a `for`, quantifier or comprehension binds; its bare name
    rule_let,      // symbol: a `let` of the rule
    argument,      // symbol: a parameter of the function in whose body it stands
    constant,      // symbol: a `let` of a package
    parameter,     // symbol: a `param` of a package; inside its own `where` the value under test
    function,      // callee of a call
    builtin,       // callee of a call; payload: index into builtin_signatures()
};

enum class Conversion : std::uint8_t {
    none,
    widen,    // int to decimal
    follow,   // ref<R> to R: the row that it names
    pattern,  // a string constant, or an element of a constant list of strings, to the regex or glob that it is the text of
};

struct NodeInfo {
    TypeId type = no_type;
    SymbolId symbol = no_symbol;
    std::uint32_t payload = 0;
    Meaning meaning = Meaning::none;
    Conversion conversion = Conversion::none;
    bool narrowed = false;
};

// What an expression depends on: decides whether it is constant, and the level of a rule.
using Reads = std::uint8_t;
namespace reads {
inline constexpr Reads run = 1;
inline constexpr Reads subject = 2;
inline constexpr Reads parameter = 4;
inline constexpr Reads binding = 8;   // an element of facts
inline constexpr Reads element = 16;  // an element of a constant list or map
inline constexpr Reads argument = 32;
inline constexpr Reads own_value = 64;  // of a parameter, in its own `where`
inline constexpr Reads facts = run | subject | binding;
}  // namespace reads

enum class SymbolKind : std::uint8_t { fact, enumeration, builtin, constant, parameter, function, binding, rule_let, argument };
enum class SymbolState : std::uint8_t { declared, in_progress, checked };

struct Symbol {
    SymbolKind kind = SymbolKind::fact;
    SymbolState state = SymbolState::declared;
    std::string_view name;
    std::uint32_t package = 0;  // of what a policy declares
    std::uint32_t file = 0;
    NodeId node = no_node;  // the declaration, or the construct that binds it; no_node for facts, enums and builtins
    Span span;              // of the declared name
    bool is_private = false;
    bool broken = false;    // its declaration holds a syntax error
    TypeId type = no_type;  // of its value; of a function: of its result
    Reads reads = 0;
    bool constant_collection = false;  // of a binding: it runs over constants (or parameters), so its element may be a pattern
    // `is known` in a function, constant or `let`: whether it stands there as it is, and whether under an odd number of negations.
    bool asks_known = false;
    bool asks_known_negated = false;
    std::uint32_t index = 0;          // fact: of the field in its root record; enum: in Schema::enums; builtin: of the signature
    bool at_run = false;              // fact: the domain or field stands at the level of the run
    bool at_subject = false;          // fact: … of a subject. A domain may stand at both
    std::uint32_t subject_index = 0;  // fact: field of the subject's root; `index` is then that of the run's
    std::vector<SymbolId> arguments;  // of a function
    std::optional<Value> value;       // of a constant that depends on no parameter; of a parameter: its default
};

struct CheckedFile {
    Tree tree;
    std::uint32_t package = 0;
    bool usable = true;                                           // false: without a package; it is passed over
    std::unordered_map<std::string_view, std::uint32_t> aliases;  // → package
    std::vector<NodeInfo> nodes;                                  // one a node of the tree
};

// A `for` or `let` of a rule, in source order.
struct RuleStep {
    NodeId clause = no_node;  // for_in or let
    SymbolId symbol = no_symbol;
};

// Nodes are expressions or texts (not the clauses around them); no_node where the clause was not written.
struct CheckedRule {
    std::uint32_t package = 0;
    std::uint32_t file = 0;
    NodeId node = no_node;
    std::string_view name;
    bool valid = false;  // everything that lowering needs was checked without an error
    Level level = Level::run;
    std::vector<RuleStep> steps;
    NodeId title = no_node;
    NodeId why = no_node;
    NodeId when = no_node;
    NodeId body = no_node;
    bool forbids = false;
    NodeId severity = no_node;
    NodeId practice = no_node;
    NodeId refs = no_node;
    NodeId at = no_node;
    NodeId message = no_node;
    NodeId fix = no_node;
    std::vector<NodeId> examples;
};

struct CheckedPackage {
    std::string name;
    bool is_std = false;
    std::vector<std::uint32_t> files;
    std::vector<std::uint32_t> uses;                                        // packages
    std::unordered_map<std::string_view, SymbolId> names;                   // constants, parameters, functions
    std::map<std::string_view, std::uint32_t> rules;                        // → Checked::rules
    std::map<std::string_view, std::pair<std::uint32_t, NodeId>> profiles;  // → file, node
    std::vector<SymbolId> parameters;
};

// A value of a test's or profile's `set`, decoded.
struct CheckedSetting {
    std::uint32_t file = 0;
    NodeId node = no_node;
    Value value;
};

struct Checked {
    std::shared_ptr<Schema> schema;  // the layout's, with the types that the policies mention
    std::shared_ptr<const Layout> layout;
    std::vector<CheckedFile> files;
    std::vector<CheckedPackage> packages;
    std::vector<Symbol> symbols;
    std::unordered_map<std::string_view, SymbolId> globals;             // facts, enums, builtins
    std::vector<CheckedRule> rules;                                     // in the order of files and of the text
    std::vector<CheckedSetting> settings;                               // of profiles
    std::uint32_t first_entry_record = 0;                               // records from here on are types of `entries(map)`
    std::unordered_map<std::string_view, std::uint32_t> private_types;  // `private record` and `private enum` → package

    [[nodiscard]] const Tree& tree(std::uint32_t file) const { return files[file].tree; }
    [[nodiscard]] const NodeInfo& info(std::uint32_t file, NodeId node) const { return files[file].nodes[node]; }
    [[nodiscard]] const Type& type(TypeId id) const { return schema->types()[id]; }
    [[nodiscard]] std::string type_name(TypeId id) const { return type_text(*schema, schema->types(), id); }
    [[nodiscard]] std::string full_name(std::uint32_t package, std::string_view name) const {
        return packages[package].name + "." + std::string(name);
    }
    // The record that a value of this type is (after following a ref); none for other types.
    [[nodiscard]] std::optional<std::uint32_t> record_of(TypeId id) const;
};

}  // namespace scantling::dsl
