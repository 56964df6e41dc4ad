// A unit: one package of policies, compiled: rules, parameters, profiles, waivers, with typed expressions and their places in the text.
//
// Units are what the front end makes, what a bundle holds and what the linker takes. Immutable; any number of threads may read one.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/source.h"
#include "engine/program/expression.h"
#include "engine/schema/layout.h"

namespace scantling {

enum class Practice : std::uint8_t { minimal, pipeline, runtime, dependencies, supply_chain };
enum class Level : std::uint8_t { run, subject };  // what a rule is about: the lowest level that it reads

// `info < low < medium < high < critical`: the members of the schema's enum Severity, in its order.
enum class Severity : std::uint8_t { info, low, medium, high, critical };

// Where something stands in a policy's text.
struct PolicyPlace {
    std::uint32_t source = 0;  // index into Unit::sources
    Span span;
};

// A dotted name as written, to be resolved when linking.
struct NameUse {
    std::string name;
    PolicyPlace place;
};

struct ForClause {
    std::uint32_t variable = 0;          // index into Expressions::variables
    ExpressionId where = no_expression;  // bool; sees this and the variables before it
};

enum class ExampleKind : std::uint8_t { good, bad, undecided };

// A piece of given facts: a document as text (recognised by content) or facts written out.
struct Given {
    std::string path;
    bool is_text = false;
    std::string text;  // the document, or the source text of the expression
    std::string file;  // of `given … file "name"`: the name; the text is then empty
    PolicyPlace place;
};

struct Example {
    ExampleKind kind = ExampleKind::good;
    std::vector<Given> given;
    PolicyPlace place;
};

struct Rule {
    std::string name;  // `package.rule`
    std::string documentation;
    std::string title;
    std::string why;
    std::optional<Practice> practice;
    std::vector<std::pair<std::string, std::vector<std::string>>> refs;  // sorted by key
    std::vector<std::string> formerly;
    std::string deprecated;  // empty: it is not
    Level level = Level::subject;

    ExpressionId when = no_expression;
    std::vector<ForClause> fors;
    ExpressionId body = no_expression;  // bool
    bool forbids = false;               // the body is what must not hold
    ExpressionId severity = no_expression;
    ExpressionId at = no_expression;       // a path; none: the last binding, else the document
    ExpressionId message = no_expression;  // interpolate or constant text; none: the title
    ExpressionId fix = no_expression;      // likewise; none: there is no advice
    std::vector<Example> examples;
    PolicyPlace place;  // of its name
};

struct Parameter {
    std::string name;  // `package.param`
    std::string documentation;
    TypeId type = 0;
    Value initial;
    // The allowed range, a bool over `range_variable` (whose collection is none), which stands for the value; none: any value of the
    // type. Linking holds every value against it, `initial` too.
    ExpressionId range = no_expression;
    std::uint32_t range_variable = 0;
    PolicyPlace place;
};

struct Exclusion {
    NameUse name;
    std::string because;
};
struct ParameterSetting {
    NameUse name;
    Value value;
};
struct SeveritySetting {
    NameUse name;
    Severity severity = Severity::info;
};

enum class GateKind : std::uint8_t { inherited, never, at };

struct Profile {
    std::string name;  // `package.profile`
    std::string documentation;
    std::optional<NameUse> extends;
    std::vector<NameUse> includes;
    std::vector<Exclusion> excludes;
    std::vector<ParameterSetting> sets;
    std::vector<SeveritySetting> severities;
    std::vector<NameUse> demands;  // parts, or domains
    std::vector<NameUse> allow_unknown;
    GateKind gate = GateKind::inherited;
    Severity gate_severity = Severity::high;
    PolicyPlace place;
};

struct Unit {
    std::string package;
    std::shared_ptr<const Layout> layout;  // of the built-in model, or of that model with an organisation's domains
    std::shared_ptr<const Schema> schema;  // the layout's, with the types that the policies mention
    std::vector<std::shared_ptr<const Source>> sources;
    Expressions expressions;
    std::vector<Rule> rules;
    std::vector<Parameter> parameters;
    std::vector<Profile> profiles;
    std::vector<std::string> parameter_uses;  // of Op::parameter: `package.param`, perhaps of another unit
};

}  // namespace scantling
