// The typing rules of the operators, from below: what each may stand over, and what it then is. An operator or a builtin function without a
// case here is refused.
//
// A value that is always there may stand where one is expected that may be absent (an argument of a function that was written out), so a
// node may be optional without need, and never the other way round.
#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>

#include "engine/base/limits.h"
#include "engine/program/verify.h"

namespace scantling::verification {

namespace {

// Variables that are in scope at one place: those of a rule, and one a level of nesting.
constexpr std::size_t free_variables = limits::rule_bindings + limits::check_depth;
// What analysing and linking the units may cost, all together. Text that costs as much would have to be written for it.
constexpr std::uint64_t most_scopes = 16'000'000;
constexpr std::uint64_t most_operands = 4'000'000;
constexpr std::uint64_t most_squares = 1'000'000'000;

Type scalar(TypeKind kind) { return {kind, false, 0, 0, 0}; }
Type with_optional(Type type, bool optional) {
    type.optional = optional;
    return type;
}
Type required(Type type) { return with_optional(type, false); }

bool has_equality(const Type& type) {
    return is_scalar(type.kind) && !type.optional && type.kind != TypeKind::regex && type.kind != TypeKind::glob &&
           type.kind != TypeKind::reference;
}

bool is_number(TypeKind kind) {
    return kind == TypeKind::integer || kind == TypeKind::decimal || kind == TypeKind::duration || kind == TypeKind::size;
}

// Sets of variables, each once; a union of two, or a set without one, is computed once.
class Scopes {
  public:
    explicit Scopes(std::vector<std::vector<std::uint32_t>>& sets) : sets_(sets) { add({}); }

    std::uint32_t united(std::uint32_t a, std::uint32_t b) {
        if (a == b || sets_[b].empty()) return a;
        if (sets_[a].empty()) return b;
        return known(key(a, b, false), [&](auto& out) {
            std::set_union(sets_[a].begin(), sets_[a].end(), sets_[b].begin(), sets_[b].end(), std::back_inserter(out));
        });
    }
    std::uint32_t with(std::uint32_t set, std::uint32_t variable) { return united(set, add({variable})); }
    std::uint32_t without(std::uint32_t set, std::uint32_t variable) {
        return known(key(set, variable, true),
                     [&](auto& out) { std::remove_copy(sets_[set].begin(), sets_[set].end(), std::back_inserter(out), variable); });
    }

  private:
    using Key = std::pair<std::uint64_t, bool>;
    static Key key(std::uint32_t a, std::uint32_t b, bool removes) { return {(std::uint64_t{a} << 32U) | b, removes}; }

    template <typename F>
    std::uint32_t known(Key at, F&& make) {
        if (const auto found = made_.find(at); found != made_.end()) return found->second;
        std::vector<std::uint32_t> set;
        make(set);
        const std::uint32_t id = add(std::move(set));
        made_.emplace(at, id);
        return id;
    }

    std::uint32_t add(std::vector<std::uint32_t> set) {
        const auto [at, is_new] = ids_.emplace(std::move(set), static_cast<std::uint32_t>(sets_.size()));
        if (is_new) sets_.push_back(at->first);
        return at->second;
    }

    std::vector<std::vector<std::uint32_t>>& sets_;
    std::map<std::vector<std::uint32_t>, std::uint32_t> ids_;
    std::map<Key, std::uint32_t> made_;
};

class NodeChecker {
  public:
    NodeChecker(const Unit& unit, Shape& shape, Cost& cost)
        : unit_(unit),
          all_(unit.expressions),
          schema_(*unit.schema),
          types_(schema_.types()),
          shape_(shape),
          cost_(cost),
          scopes_(shape.scopes) {
        shape_.bound.resize(all_.variables.size());
        const std::size_t count = all_.nodes.size();
        shape_.reads_subject.resize(count);
        shape_.reads_facts.resize(count);
        shape_.depth.resize(count);
        shape_.scope_of.resize(count);
        weight_.resize(count);
        for (const Value& value : all_.constants) sizes_.push_back(count_values(value));
        flat_.resize(count);
    }

    bool variables_are_sound() const {
        return std::all_of(all_.variables.begin(), all_.variables.end(), [&](const Variable& variable) {
            if (variable.type >= types_.size()) return false;
            if (variable.collection == no_expression) return true;
            if (variable.collection >= all_.nodes.size()) return false;
            const TypeId type = all_[variable.collection].type;
            return type < types_.size() && types_[type].kind == TypeKind::list && !types_[type].optional &&
                   types_[type].element == variable.type;
        });
    }

    bool is_sound(ExpressionId id) {
        at_ = id;
        node_ = &all_[id];
        if (node_->type >= types_.size()) return false;
        for (std::uint32_t i = 0; i < node_->child_count; ++i) {
            if (all_[all_.child(id, i)].op == Op::interpolate) return false;  // of a message or fix as a whole
        }
        return is_typed() && look_below();
    }

  private:
    [[nodiscard]] bool takes(std::size_t operands) const { return node_->child_count == operands; }
    [[nodiscard]] const Expression& child(std::size_t i) const { return all_[all_.child(at_, i)]; }
    [[nodiscard]] const Type& of(std::size_t i) const { return types_[child(i).type]; }
    [[nodiscard]] const Type& own() const { return types_[node_->type]; }
    [[nodiscard]] const Type& element(const Type& list) const { return types_[list.element]; }
    [[nodiscard]] bool is(const Type& type) const { return own() == type; }
    [[nodiscard]] bool is(TypeKind kind) const { return own() == scalar(kind); }
    [[nodiscard]] bool operand_is(std::size_t i, TypeKind kind) const { return of(i) == scalar(kind); }
    [[nodiscard]] bool is_list(std::size_t i) const { return of(i).kind == TypeKind::list && !of(i).optional; }
    [[nodiscard]] bool is_truth() const { return is(TypeKind::boolean); }
    [[nodiscard]] bool is_enum(const Type& type, std::string_view name) const {
        return type == Type{TypeKind::enumeration, false, schema_.find_enum(name).value_or(0), 0, 0};
    }
    [[nodiscard]] bool has_order(const Type& type) const {
        if (type.optional) return false;
        if (type.kind == TypeKind::enumeration) return schema_.enums()[type.declaration].ordered;
        return is_number(type.kind) || type.kind == TypeKind::time || type.kind == TypeKind::version;
    }
    // The variable is bound here and nowhere else, over this list.
    [[nodiscard]] bool binds(std::uint32_t variable, ExpressionId list) {
        if (variable >= all_.variables.size() || shape_.bound[variable] || all_.variables[variable].collection != list) return false;
        shape_.bound[variable] = true;
        return true;
    }

    [[nodiscard]] bool is_typed() {
        switch (node_->op) {
            case Op::constant:
            case Op::parameter:
            case Op::variable:
            case Op::run:
            case Op::subject:
                return takes(0) && is_leaf();
            case Op::field:
            case Op::follow:
            case Op::narrow:
            case Op::lookup:
            case Op::coalesce:
                return is_path();
            case Op::and_:
            case Op::or_:
            case Op::not_:
            case Op::present:
            case Op::known:
                return node_->payload == 0 && is_truth() && is_logic();
            case Op::equal:
            case Op::less:
            case Op::less_equal:
            case Op::in_list:
            case Op::within:
            case Op::matches:
            case Op::like:
            case Op::contains:
            case Op::starts_with:
            case Op::ends_with:
            case Op::same:
                return node_->payload == 0 && takes(2) && is_truth() && is_relation();
            case Op::add:
            case Op::subtract:
            case Op::multiply:
            case Op::negate:
            case Op::widen:
                return node_->payload == 0 && is_arithmetic();
            case Op::any:
                return is_truth() && is_quantifier();
            case Op::count_if:
                return is(TypeKind::integer) && is_quantifier();
            case Op::count:
                return node_->payload == 0 && takes(1) && is_list(0) && is(TypeKind::integer);
            case Op::comprehension:
                return is_comprehension();
            case Op::list:
                return node_->payload == 0 && is_written_list();
            case Op::call:
                return node_->payload < builtin_names().size() && is_call(static_cast<Builtin>(node_->payload));
            case Op::interpolate:
                return node_->payload == 0 && is(TypeKind::string);
        }
        return false;
    }

    [[nodiscard]] bool is_leaf() const {
        switch (node_->op) {
            case Op::constant:
                return node_->payload < all_.constants.size() && all_.constants[node_->payload].type == node_->type;
            case Op::parameter:
                return node_->payload < unit_.parameter_uses.size() && !own().optional;  // its own type: see verify.cpp
            case Op::variable: {
                if (node_->payload >= all_.variables.size()) return false;
                const Variable& variable = all_.variables[node_->payload];
                return variable.type == node_->type && (variable.collection == no_expression || variable.collection < at_);
            }
            case Op::run:
                return node_->payload == 0 && is({TypeKind::record, false, schema_.run_root(), 0, 0});
            default:
                return node_->payload == 0 && is({TypeKind::record, false, schema_.subject_root(), 0, 0});
        }
    }

    // What may be absent stays so; what may not may count as if it could.
    [[nodiscard]] bool is_at_least(const Type& type, bool optional) const {
        return required(own()) == required(type) && (own().optional || (!type.optional && !optional));
    }

    [[nodiscard]] bool is_path() const {
        if (node_->op != Op::field && node_->payload != 0) return false;
        switch (node_->op) {
            case Op::field:
                return takes(1) && of(0).kind == TypeKind::record && is_field();
            case Op::follow:
                return takes(1) && of(0).kind == TypeKind::reference &&
                       is_at_least({TypeKind::record, false, of(0).declaration, 0, 0}, of(0).optional);
            case Op::narrow:
                return takes(1) && own() == required(of(0));
            case Op::lookup: {
                if (!takes(2) || of(0).optional) return false;
                if (of(0).kind == TypeKind::list) return operand_is(1, TypeKind::integer) && is(with_optional(element(of(0)), true));
                return of(0).kind == TypeKind::map && child(1).type == of(0).key && is(with_optional(element(of(0)), true));
            }
            default:
                return takes(2) && required(of(0)) == required(of(1)) && is_at_least(required(of(0)), of(1).optional);
        }
    }

    [[nodiscard]] bool is_field() const {
        const std::uint32_t record = of(0).declaration;
        const std::vector<Field>& fields = schema_.records()[record].fields;
        if (record >= unit_.layout->schema().records().size()) {  // an entry of a map
            return node_->payload < fields.size() && is_at_least(types_[fields[node_->payload].type], of(0).optional);
        }
        for (std::uint32_t f = 0; f < fields.size(); ++f) {
            if (unit_.layout->slot_of(record, f) == node_->payload) return is_at_least(types_[fields[f].type], of(0).optional);
        }
        return false;
    }

    [[nodiscard]] bool is_logic() const {
        if (node_->op == Op::present || node_->op == Op::known) return takes(1);
        if (node_->op == Op::not_ ? !takes(1) : node_->child_count < 2) return false;
        for (std::uint32_t i = 0; i < node_->child_count; ++i) {
            if (!operand_is(i, TypeKind::boolean)) return false;
        }
        return true;
    }

    [[nodiscard]] bool is_pair_of_lists() const { return is_list(0) && child(0).type == child(1).type && has_equality(element(of(0))); }

    [[nodiscard]] bool is_relation() const {
        const bool alike = child(0).type == child(1).type;
        switch (node_->op) {
            case Op::equal:
                return (alike && has_equality(of(0))) || is_pair_of_lists();
            case Op::less:
            case Op::less_equal:
                return alike && has_order(of(0));
            case Op::in_list:
                return is_list(1) && of(1).element == child(0).type && has_equality(of(0));
            case Op::within:
                return is_pair_of_lists();
            case Op::matches:
                return is_match(TypeKind::regex);
            case Op::like:
                return is_match(TypeKind::glob);
            case Op::contains:
                return operand_is(0, TypeKind::string) && operand_is(1, TypeKind::string);
            case Op::starts_with:
            case Op::ends_with:
                return (operand_is(0, TypeKind::string) && operand_is(1, TypeKind::string)) || is_pair_of_lists();
            default:
                return alike && of(0).kind == TypeKind::record && !of(0).optional;
        }
    }

    // A pattern is known before any fact is read: compiling one costs more than matching it.
    [[nodiscard]] bool is_match(TypeKind pattern) const {
        return operand_is(0, TypeKind::string) && (operand_is(1, pattern) || operand_is(1, TypeKind::string)) && reads_no_facts(1);
    }
    [[nodiscard]] bool reads_no_facts(std::size_t i) const { return !shape_.reads_facts[all_.child(at_, i)]; }

    [[nodiscard]] bool is_arithmetic() const {
        if (node_->op == Op::widen) return takes(1) && operand_is(0, TypeKind::integer) && is(TypeKind::decimal);
        if (node_->op == Op::negate) return takes(1) && is_number(of(0).kind) && !of(0).optional && own() == of(0);
        if (!takes(2) || of(0).optional || of(1).optional) return false;
        const TypeKind a = of(0).kind;
        const TypeKind b = of(1).kind;
        if (node_->op == Op::multiply) {
            if (a == TypeKind::integer && is_number(b) && b != TypeKind::decimal) return own() == of(1);
            return a == TypeKind::decimal && b == TypeKind::decimal && own() == of(0);
        }
        if (a == TypeKind::time && b == TypeKind::duration) return own() == of(0);
        if (a == TypeKind::time && b == TypeKind::time) return node_->op == Op::subtract && is(TypeKind::duration);
        return is_number(a) && of(0) == of(1) && own() == of(0);
    }

    [[nodiscard]] bool is_quantifier() {
        return takes(2) && is_list(0) && operand_is(1, TypeKind::boolean) && binds(node_->payload, all_.child(at_, 0));
    }

    [[nodiscard]] bool is_comprehension() {
        if (node_->payload >= all_.generators.size()) return false;
        const std::vector<std::uint32_t>& variables = all_.generators[node_->payload];
        if (variables.empty() || !takes(variables.size() + 2) || !operand_is(1, TypeKind::boolean)) return false;
        for (std::size_t g = 0; g < variables.size(); ++g) {
            if (!is_list(g + 2) || !binds(variables[g], all_.child(at_, g + 2))) return false;
        }
        const TypeKind kind = of(0).kind;
        return !of(0).optional && kind != TypeKind::list && kind != TypeKind::map && own().kind == TypeKind::list && !own().optional &&
               own().element == child(0).type;
    }

    [[nodiscard]] bool is_written_list() const {
        if (node_->child_count == 0 || own().kind != TypeKind::list || own().optional) return false;
        const TypeKind kind = element(own()).kind;
        if (kind == TypeKind::record || kind == TypeKind::reference) return false;
        for (std::uint32_t i = 0; i < node_->child_count; ++i) {
            if (child(i).type != own().element) return false;
        }
        return true;
    }

    // --- builtin functions (language.md, "Builtins"): only those that the language has

    [[nodiscard]] bool is_constant_text(std::size_t i) const { return operand_is(i, TypeKind::string) && reads_no_facts(i); }
    [[nodiscard]] bool is_optional(TypeKind kind) const { return is(with_optional(scalar(kind), true)); }

    [[nodiscard]] bool is_call(Builtin builtin) const {
        switch (builtin) {
            case Builtin::before:
            case Builtin::after:
                return takes(2) && operand_is(0, TypeKind::string) && operand_is(1, TypeKind::string) && is_optional(TypeKind::string);
            case Builtin::under:
                return takes(2) && operand_is(0, TypeKind::string) && operand_is(1, TypeKind::string) && is_truth();
            case Builtin::mode_within:
                return takes(2) && operand_is(0, TypeKind::integer) && operand_is(1, TypeKind::integer) && is_truth();
            case Builtin::split:
                return takes(2) && operand_is(0, TypeKind::string) && is_constant_text(1) && is_list_of(TypeKind::string);
            case Builtin::version:
                return takes(2) && operand_is(0, TypeKind::string) && is_enum(of(1), "Ecosystem") && is_optional(TypeKind::version);
            case Builtin::version_in:
                return takes(2) && operand_is(0, TypeKind::version) && is_constant_text(1) && is_truth();
            case Builtin::licence_satisfied:
                return takes(2) && operand_is(0, TypeKind::string) && is_list_of_texts(1) && is_truth();
            case Builtin::join:
                return takes(2) && is_list_of_texts(0) && is_constant_text(1) && is(TypeKind::string);
            case Builtin::without:
                return takes(2) && is_pair_of_lists() && node_->type == child(0).type;
            default:
                return takes(1) && is_call_of_one(builtin);
        }
    }

    [[nodiscard]] bool is_list_of(TypeKind kind) const {
        return own().kind == TypeKind::list && !own().optional && element(own()) == scalar(kind);
    }
    [[nodiscard]] bool is_list_of_texts(std::size_t i) const { return is_list(i) && element(of(i)) == scalar(TypeKind::string); }

    [[nodiscard]] bool is_call_of_one(Builtin builtin) const {
        switch (builtin) {
            case Builtin::lower:
            case Builtin::trim:
            case Builtin::base_name:
            case Builtin::dir_name:
                return operand_is(0, TypeKind::string) && is(TypeKind::string);
            case Builtin::extension:
            case Builtin::url_host:
            case Builtin::url_scheme:
                return operand_is(0, TypeKind::string) && is_optional(TypeKind::string);
            case Builtin::length:
                return operand_is(0, TypeKind::string) && is(TypeKind::integer);
            case Builtin::to_int:
                return operand_is(0, TypeKind::string) && is_optional(TypeKind::integer);
            case Builtin::major:
            case Builtin::minor:
                return operand_is(0, TypeKind::version) && is_optional(TypeKind::integer);
            case Builtin::is_prerelease:
                return operand_is(0, TypeKind::version) && is_truth();
            case Builtin::severity_of:
                return operand_is(0, TypeKind::decimal) && is_enum(own(), "Severity");
            case Builtin::weekday:
                return operand_is(0, TypeKind::time) && is_enum(own(), "Weekday");
            case Builtin::start_of_day:
                return operand_is(0, TypeKind::time) && is(TypeKind::time);
            case Builtin::days:
                return operand_is(0, TypeKind::duration) && is(TypeKind::integer);
            case Builtin::next:
            case Builtin::previous:
                return child(0).op == Op::variable && is(with_optional(of(0), true));
            case Builtin::position:
                return child(0).op == Op::variable && is(TypeKind::integer);
            case Builtin::entries:
                return of(0).kind == TypeKind::map && !of(0).optional && is_list_of_entries();
            default:
                return is_list(0) && is_aggregate(builtin);
        }
    }

    [[nodiscard]] bool is_list_of_entries() const {
        if (own().kind != TypeKind::list || own().optional || element(own()).kind != TypeKind::record) return false;
        const std::uint32_t record = element(own()).declaration;
        if (record < unit_.layout->schema().records().size()) return false;
        const std::vector<Field>& fields = schema_.records()[record].fields;
        return fields[0].type == of(0).key && fields[1].type == of(0).element;
    }

    [[nodiscard]] bool is_aggregate(Builtin builtin) const {
        const Type& item = element(of(0));
        switch (builtin) {
            case Builtin::first:
            case Builtin::last:
                return is(with_optional(item, true));
            case Builtin::unique:
                return is_scalar(item.kind) && item.kind != TypeKind::reference && node_->type == child(0).type;
            case Builtin::sum:
                return is_number(item.kind) && is(item);
            case Builtin::min:
            case Builtin::max:
                return has_order(item) && is(with_optional(item, true));
            default:
                return false;
        }
    }

    // --- what the nodes below say together

    [[nodiscard]] bool look_below() {
        bool subject = node_->op == Op::subject;
        bool facts = subject || node_->op == Op::run;
        std::uint32_t depth = 0;
        std::uint32_t scope = 0;
        const auto see = [&](ExpressionId id) {
            subject = subject || shape_.reads_subject[id];
            facts = facts || shape_.reads_facts[id];
            depth = std::max(depth, shape_.depth[id]);
            cost_.scopes += shape_.scopes[shape_.scope_of[id]].size() + 1;
            scope = scopes_.united(scope, shape_.scope_of[id]);
        };
        for (std::uint32_t i = 0; i < node_->child_count; ++i) see(all_.child(at_, i));
        if (node_->op == Op::variable) {
            const ExpressionId list = all_.variables[node_->payload].collection;
            if (list != no_expression) see(list);
            scope = scopes_.with(scope, node_->payload);
        }
        if (node_->op == Op::any || node_->op == Op::count_if) scope = scopes_.without(scope, node_->payload);
        if (node_->op == Op::comprehension) {
            if (!generators_are_ordered()) return false;
            for (const std::uint32_t variable : all_.generators[node_->payload]) scope = scopes_.without(scope, variable);
        }
        shape_.reads_subject[at_] = subject;
        shape_.reads_facts[at_] = facts;
        shape_.depth[at_] = depth + 1;
        shape_.scope_of[at_] = scope;
        count_operands();
        for (; counted_ < shape_.scopes.size(); ++counted_) cost_.squares += square(shape_.scopes[counted_].size());
        return shape_.scopes[scope].size() <= free_variables && cost_.scopes <= most_scopes && cost_.operands <= most_operands &&
               cost_.squares <= most_squares && cost_.values <= most_values;
    }

    // A list reads the variables before it.
    [[nodiscard]] bool generators_are_ordered() const {
        const std::vector<std::uint32_t>& variables = all_.generators[node_->payload];
        for (std::size_t g = 0; g < variables.size(); ++g) {
            const std::vector<std::uint32_t>& free = shape_.scopes[shape_.scope_of[all_.child(at_, g + 2)]];
            const auto is_later = [&](std::uint32_t v) { return std::binary_search(free.begin(), free.end(), v); };
            if (std::any_of(variables.begin() + static_cast<std::ptrdiff_t>(g), variables.end(), is_later)) return false;
        }
        return true;
    }

    static std::uint64_t square(std::uint64_t n) { return n * n; }

    // Linking writes `or` within `or` as one, and memberships of one thing as one list, at every level: how many operands and elements that
    // makes at most. What is shared is written once: never more than there are nodes before.
    void count_operands() {
        std::uint64_t weight = 1;
        if (node_->op == Op::in_list && child(1).op == Op::constant) weight += sizes_[child(1).payload];
        if (node_->op == Op::constant) cost_.values += sizes_[node_->payload];
        weight_[at_] = (at_ == 0 ? 0 : weight_[at_ - 1]) + weight;
        flat_[at_] = weight;
        if (node_->op != Op::and_ && node_->op != Op::or_ && node_->op != Op::not_) return;
        std::uint64_t all = 0;
        for (std::uint32_t i = 0; i < node_->child_count; ++i) all += flat_[all_.child(at_, i)];
        flat_[at_] = std::min(all, weight_[at_]);
        cost_.operands += flat_[at_];
        cost_.squares += square(flat_[at_]);
    }

    const Unit& unit_;
    const Expressions& all_;
    const Schema& schema_;
    const Types& types_;
    Shape& shape_;
    Cost& cost_;
    Scopes scopes_;
    ExpressionId at_ = 0;
    const Expression* node_ = nullptr;
    std::vector<std::uint64_t> weight_;  // of all nodes up to this one
    std::vector<std::uint64_t> flat_;    // of its operands, written out
    std::vector<std::size_t> sizes_;     // by constant
    std::size_t counted_ = 0;            // scopes
};

}  // namespace

bool are_sound(const Unit& unit, Shape& shape, Cost& cost, std::string& reason) {
    NodeChecker checker(unit, shape, cost);
    if (!checker.variables_are_sound()) {
        reason = "a variable runs over no list";
        return false;
    }
    for (ExpressionId id = 0; id < unit.expressions.nodes.size(); ++id) {
        if (checker.is_sound(id)) continue;
        const auto op = static_cast<std::size_t>(unit.expressions[id].op);
        if (cost.scopes > most_scopes || cost.operands > most_operands || cost.squares > most_squares || cost.values > most_values) {
            reason = "linking it would cost too much";
            return false;
        }
        reason = "expression " + std::to_string(id) + ", `" + std::string(operator_names()[op]) + "`, is malformed";
        return false;
    }
    return true;
}

}  // namespace scantling::verification
