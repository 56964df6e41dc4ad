// Checks expressions: types, presence, names, patterns, where `is known` may stand. Fills the side tables of checked.h.
//
// One object checks a whole run. It stands in a *context* (a file, what is bound, what a test for presence has narrowed); constants,
// parameters and functions are checked when they are first mentioned, in a context of their own.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dsl/check/checked.h"
#include "dsl/resolve/resolve.h"

namespace scantling::dsl {

// Where an expression stands, as far as that decides what it may be.
enum class Place : std::uint8_t {
    stored,   // anywhere
    raw,      // asked for its presence, or given a default: not narrowed
    operand,  // may be a comprehension
};

// `is known` may stand only where its being false cannot help a rule to pass.
enum class Known : std::uint8_t { allowed, negated, refused, free };

struct Context {
    std::uint32_t file = 0;
    std::vector<SymbolId> locals;
    std::vector<std::string> narrowed;  // keys of paths that were tested for presence
    Reads reads = 0;
    Known known = Known::refused;
    std::string_view known_reason = "here";
    SymbolId declaring = no_symbol;      // the function, constant or let whose `is known` is judged where it is used
    SymbolId own_parameter = no_symbol;  // in the `where` of a parameter
    bool interpolates = false;
    std::vector<std::string_view> later;  // bound by the rule, but not in reach here
};

class ExpressionChecker {
  public:
    ExpressionChecker(Checked& checked, Reporter& reporter) : checked_(checked), reporter_(reporter) {}

    // Of a function, constant or parameter: checks it unless it was.
    void ensure_checked(SymbolId id);

    // The context, which a caller sets up and reads back.
    Context here;
    [[nodiscard]] const Tree& tree() const { return checked_.tree(here.file); }
    [[nodiscard]] NodeInfo& info(NodeId n) { return checked_.files[here.file].nodes[n]; }
    [[nodiscard]] Checked& checked() { return checked_; }
    [[nodiscard]] Reporter& reporter() { return reporter_; }
    [[nodiscard]] Types& types() { return checked_.schema->types(); }

    // The type; no_type after an error. `hint` is the type that the surroundings expect, if they do: it gives enum members, literals and
    // empty lists their meaning and is not enforced.
    TypeId check(NodeId n, TypeId hint = no_type, Place place = Place::stored);
    // A value of this type, converted if need be; whether it is one.
    bool require(NodeId n, TypeId target, Place place = Place::stored);
    // A bool; what it reads is returned, for the caller to judge whether it is constant.
    bool condition(NodeId n);
    // A list; the type of its elements, or no_type.
    TypeId collection(NodeId n, Place place) { return element_of(n, check(n, no_type, place)); }
    // Of what was checked already.
    TypeId element_of(NodeId n, TypeId found);
    // A text that may hold interpolations.
    void message(NodeId n);

    // A name of the construct `owner`, whose word it is; reports a name that is taken. Its type may be no_type.
    SymbolId bind(NodeId owner, NodeId word, SymbolKind kind, TypeId type);
    // What runs over a collection: bound, with what its elements may be used for.
    SymbolId bind_element(NodeId owner, NodeId word, NodeId collection, Place place);
    // From here on: what is known to be present because the condition is true.
    void narrow_by(NodeId condition);
    // Empty: not a path.
    [[nodiscard]] std::string path_key(NodeId n);

    // The constant that an expression is worth, if it is one; after it was checked.
    [[nodiscard]] std::optional<Value> constant(NodeId n);

  private:
    [[nodiscard]] Type type_of(TypeId id) { return types()[id]; }
    [[nodiscard]] TypeId bare(TypeId id) { return id == no_type ? no_type : types().required_of(id); }
    [[nodiscard]] bool is_optional(TypeId id) { return id != no_type && types()[id].optional; }
    [[nodiscard]] TypeKind kind_of(TypeId id) { return types()[id].kind; }
    [[nodiscard]] TypeId scalar(TypeKind kind) { return types().scalar(kind); }
    [[nodiscard]] TypeId boolean() { return scalar(TypeKind::boolean); }
    [[nodiscard]] std::string quoted_type(TypeId id) { return quoted(checked_.type_name(id)); }
    [[nodiscard]] std::string quoted_text(NodeId n) const;

    TypeId dispatch(NodeId n, TypeId hint, Place place);
    TypeId check_literal(NodeId n, TypeId hint);
    TypeId check_text(NodeId n, TypeId hint);
    TypeId check_interpolated(NodeId n);

    // names.cpp
    TypeId check_name(NodeId n, TypeId hint, Place place);
    TypeId check_member(NodeId n, Place place);
    TypeId check_qualified(NodeId n, SymbolId symbol, std::uint32_t package);
    TypeId check_enum_member(NodeId n, std::uint32_t declaration);
    TypeId check_field(NodeId n, TypeId base, Place place);
    TypeId field_of_record(NodeId n, NodeId base, TypeId base_type, std::uint32_t record);
    TypeId value_of(NodeId n, SymbolId id, Place place);
    TypeId value_of_fact(NodeId n, const Symbol& fact, Place place);
    TypeId check_domain_member(NodeId n, SymbolId domain, Place place);
    [[nodiscard]] SymbolId find_local(std::string_view name) const;
    [[nodiscard]] SymbolId find_symbol(std::string_view name) const;
    [[nodiscard]] std::optional<std::uint32_t> enum_member_hint(NodeId n, TypeId hint);
    void report_unknown_name(NodeId n, TypeId hint);
    TypeId narrowed_type(NodeId n, TypeId type, Place place);
    void use_known(NodeId n, const Symbol& symbol);

    // operators.cpp
    TypeId check_logic(NodeId n);
    TypeId check_not(NodeId n);
    TypeId check_comparison(NodeId n);
    TypeId check_is_test(NodeId n);
    TypeId check_coalesce(NodeId n, TypeId hint);
    TypeId check_sum(NodeId n, TypeId hint);
    TypeId check_product(NodeId n, TypeId hint);
    TypeId check_negate(NodeId n, TypeId hint);
    void check_equality(NodeId n);
    void check_order(NodeId n);
    void check_in(NodeId n);
    void check_within(NodeId n);
    void check_match(NodeId n, TypeKind pattern);
    void check_contains(NodeId n);
    void check_ends(NodeId n);
    std::pair<TypeId, TypeId> check_pair(NodeId left, NodeId right, Place place);
    bool unify(NodeId left, NodeId right, std::pair<TypeId, TypeId>& types);
    [[nodiscard]] int rank(NodeId n) const;
    void ask_known(NodeId n);

    // collections.cpp
    TypeId check_index(NodeId n, Place place);
    TypeId check_list(NodeId n, TypeId hint);
    TypeId check_comprehension(NodeId n, Place place);
    TypeId check_quantifier(NodeId n);
    TypeId check_braces(NodeId n, TypeId hint);
    TypeId entry_list(TypeId map);
    bool is_constant_collection(NodeId n, Reads own);
    bool holds_patterns(TypeId type);

    // calls.cpp
    TypeId check_call(NodeId n);
    TypeId call_function(NodeId n, SymbolId id);
    TypeId call_builtin(NodeId n, std::uint32_t index);
    void validate_constants(NodeId n, const BuiltinSignature& signature);
    bool check_argument(NodeId argument, Accepts accepts, TypeId first, Place place);
    bool check_list_argument(NodeId argument, Accepts accepts, TypeId first, Place place);
    bool check_element_argument(NodeId argument);
    TypeId result_of(const BuiltinSignature& signature, TypeId first);
    bool check_count(NodeId n, std::string_view shape, std::size_t expected, Span name);

    // patterns.cpp
    bool require_pattern(NodeId n, TypeKind kind);
    bool is_pattern_form(NodeId n);
    std::optional<std::vector<std::string>> pattern_texts(NodeId n);
    bool validate_pattern(NodeId n, TypeKind kind, std::string_view text);

    // conversions.cpp
    bool adapt(NodeId n, TypeId found, TypeId target);
    void report_mismatch(NodeId n, TypeId found, TypeId target);
    void report_absent(NodeId n);
    [[nodiscard]] std::string spelling(NodeId n) const;
    void add_presence_help(Diagnostic& error, NodeId n);
    void set_converted(NodeId n, Conversion conversion, TypeId type);

    // declarations.cpp
    void check_untyped(NodeId n);
    void check_constant(SymbolId id);
    void check_parameter(SymbolId id);
    void check_function(SymbolId id);
    void report_recursion(NodeId n, SymbolId id);

    void true_facts(NodeId n, std::vector<std::string>& out);
    void false_facts(NodeId n, std::vector<std::string>& out);
    void add_path(NodeId n, std::vector<std::string>& out);

    Checked& checked_;
    Reporter& reporter_;
    std::uint32_t depth_ = 0;
    std::vector<SymbolId> declaring_;  // open declarations, outermost first
    NodeId use_ = no_node;             // the mention that made ensure_checked run
};

// Changes where `is known` may stand for as long as it lives.
class KnownScope {
  public:
    KnownScope(Context& context, Known known, std::string_view reason)
        : context_(context), known_(context.known), reason_(context.known_reason) {
        if (known_ == Known::free) return;  // a message never influences a verdict
        if (known_ != Known::refused) context.known_reason = reason;
        if (known_ != Known::refused) context.known = known;
    }
    ~KnownScope() {
        context_.known = known_;
        context_.known_reason = reason_;
    }
    KnownScope(const KnownScope&) = delete;
    KnownScope& operator=(const KnownScope&) = delete;

  private:
    Context& context_;
    Known known_;
    std::string_view reason_;
};

// What is bound and narrowed inside a construct ends with it.
class NameScope {
  public:
    explicit NameScope(Context& context) : context_(context), locals_(context.locals.size()), narrowed_(context.narrowed.size()) {}
    ~NameScope() {
        context_.locals.resize(locals_);
        context_.narrowed.resize(narrowed_);
    }
    NameScope(const NameScope&) = delete;
    NameScope& operator=(const NameScope&) = delete;

  private:
    Context& context_;
    std::size_t locals_;
    std::size_t narrowed_;
};

[[nodiscard]] inline Known negated(Known known) {
    if (known == Known::allowed) return Known::negated;
    if (known == Known::negated) return Known::allowed;
    return known;
}

}  // namespace scantling::dsl
