// Evaluates what needs no facts, a value at a time. Whatever it cannot decide stays as it is and is decided by the evaluator.
#include "engine/program/constant.h"

#include <algorithm>

#include "engine/base/utf8.h"
#include "engine/schema/schema.h"
#include "engine/values/arithmetic.h"
#include "engine/values/ascii.h"
#include "engine/values/decimal.h"
#include "engine/values/duration.h"
#include "engine/values/glob.h"
#include "engine/values/regex.h"
#include "engine/values/size.h"
#include "engine/values/time.h"

namespace scantling {

namespace {

Value truth(TypeId type, bool holds) { return {type, holds ? 1 : 0, {}, {}}; }

bool is_text(TypeKind kind) { return kind == TypeKind::string || kind == TypeKind::regex || kind == TypeKind::glob; }

std::optional<bool> relation(Op op, const Value& a, const Value& b, const Types& types) {
    const TypeKind kind = types[a.type].kind;
    const TypeKind other = types[b.type].kind;
    // Versions compare by rules of their own: the evaluator's business.
    if (kind == TypeKind::version || other == TypeKind::version || kind == TypeKind::map) return std::nullopt;
    const bool lists = kind == TypeKind::list;
    const auto has_versions = [&](TypeId list) { return types[types[list].element].kind == TypeKind::version; };
    if (lists && has_versions(a.type)) return std::nullopt;
    switch (op) {
        case Op::equal:
            return equal_values(a, b);
        case Op::less:
            return a.number < b.number;
        case Op::less_equal:
            return a.number <= b.number;
        case Op::in_list:
            if (has_versions(b.type)) return std::nullopt;
            return std::any_of(b.items.begin(), b.items.end(), [&](const Value& y) { return equal_values(a, y); });
        case Op::within:
            return std::all_of(a.items.begin(), a.items.end(), [&](const Value& x) {
                return std::any_of(b.items.begin(), b.items.end(), [&](const Value& y) { return equal_values(x, y); });
            });
        case Op::starts_with:
            if (!lists) return a.text.starts_with(b.text);
            return a.items.size() >= b.items.size() && std::equal(b.items.begin(), b.items.end(), a.items.begin(), equal_values);
        case Op::ends_with:
            if (!lists) return a.text.ends_with(b.text);
            return a.items.size() >= b.items.size() && std::equal(b.items.rbegin(), b.items.rend(), a.items.rbegin(), equal_values);
        case Op::contains:
            return a.text.find(b.text) != std::string::npos;
        case Op::like:
            return Glob(b.text).matches(a.text);
        case Op::matches: {
            const auto regex = Regex::compile(b.text);
            if (!regex) return std::nullopt;
            return regex->search(a.text);
        }
        default:
            return std::nullopt;
    }
}

std::optional<std::int64_t> arithmetic(Op op, const Value& a, const Value* b, const Types& types) {
    switch (op) {
        case Op::add:
            return checked_add(a.number, b->number);
        case Op::subtract:
            return checked_subtract(a.number, b->number);
        case Op::multiply:
            if (types[a.type].kind == TypeKind::decimal && types[b->type].kind == TypeKind::decimal) {
                return multiply_decimals(a.number, b->number);
            }
            return checked_multiply(a.number, b->number);
        case Op::negate:
            return checked_negate(a.number);
        case Op::widen:
            return decimal_from_int(a.number);
        default:
            return std::nullopt;
    }
}

std::optional<Value> junction(Op op, TypeId type, const std::vector<const Value*>& operands) {
    const bool is_and = op == Op::and_;
    for (const Value* operand : operands) {
        if ((operand->number != 0) != is_and) return truth(type, !is_and);
    }
    return truth(type, is_and);
}

}  // namespace

bool equal_values(const Value& a, const Value& b) {
    if (a.items.size() != b.items.size() || a.number != b.number || a.text != b.text) return false;
    return std::equal(a.items.begin(), a.items.end(), b.items.begin(), equal_values);
}

std::optional<Value> fold(Op op, TypeId type, const std::vector<const Value*>& operands, const Types& types) {
    switch (op) {
        case Op::and_:
        case Op::or_:
            return junction(op, type, operands);
        case Op::not_:
            return truth(type, operands[0]->number == 0);
        case Op::count:
            return Value{type, static_cast<std::int64_t>(operands[0]->items.size()), {}, {}};
        case Op::equal:
        case Op::less:
        case Op::less_equal:
        case Op::in_list:
        case Op::within:
        case Op::matches:
        case Op::like:
        case Op::contains:
        case Op::starts_with:
        case Op::ends_with: {
            const auto holds = relation(op, *operands[0], *operands[1], types);
            if (!holds) return std::nullopt;
            return truth(type, *holds);
        }
        case Op::add:
        case Op::subtract:
        case Op::multiply:
        case Op::negate:
        case Op::widen: {
            const auto number = arithmetic(op, *operands[0], operands.size() > 1 ? operands[1] : nullptr, types);
            if (!number) return std::nullopt;
            return Value{type, *number, {}, {}};
        }
        default:
            return std::nullopt;
    }
}

namespace {

class ConstantEvaluator {
  public:
    ConstantEvaluator(const Expressions& expressions, Bound& bound, const Types& types, std::size_t& steps)
        : expressions_(expressions), bound_(bound), types_(types), steps_(steps) {}

    std::optional<Value> value(ExpressionId id) {
        // Functions are shared nodes, and nothing is remembered here: forty that mention each other twice would take years.
        if (steps_ == 0) return std::nullopt;
        --steps_;
        const Expression& node = expressions_[id];
        if (node.op == Op::constant) return expressions_.constants[node.payload];
        if (node.op == Op::variable) {
            const auto found = bound_.find(node.payload);
            return found == bound_.end() ? std::nullopt : std::optional(found->second);
        }
        if (node.op == Op::any || node.op == Op::count_if) return quantifier(node, id);
        if (node.op == Op::narrow) return value(expressions_.child(id, 0));
        if (node.op == Op::present) return value(expressions_.child(id, 0)) ? std::optional(truth(node.type, true)) : std::nullopt;
        std::vector<Value> operands;
        for (std::uint32_t i = 0; i < node.child_count; ++i) {
            auto operand = value(expressions_.child(id, i));
            if (!operand) return std::nullopt;
            operands.push_back(std::move(*operand));
        }
        if (node.op == Op::list) return Value{node.type, 0, {}, std::move(operands)};
        if (node.op == Op::call) return call(node, operands);
        std::vector<const Value*> pointers;
        for (const Value& operand : operands) pointers.push_back(&operand);
        return fold(node.op, node.type, pointers, types_);
    }

  private:
    std::optional<Value> quantifier(const Expression& node, ExpressionId id) {
        const auto list = value(expressions_.child(id, 0));
        if (!list) return std::nullopt;
        std::int64_t count = 0;
        for (const Value& element : list->items) {
            bound_[node.payload] = element;
            const auto holds = value(expressions_.child(id, 1));
            if (!holds) return std::nullopt;
            count += holds->number;
        }
        if (node.op == Op::any) return truth(node.type, count > 0);
        return Value{node.type, count, {}, {}};
    }

    std::optional<Value> call(const Expression& node, const std::vector<Value>& operands) const {
        switch (static_cast<Builtin>(node.payload)) {
            case Builtin::length:
                return Value{node.type, static_cast<std::int64_t>(code_points(operands[0].text)), {}, {}};
            case Builtin::lower:
                return Value{node.type, 0, ascii::lower(operands[0].text), {}};
            case Builtin::trim:
                return Value{node.type, 0, std::string(ascii::trim(operands[0].text)), {}};
            case Builtin::days:
                return Value{node.type, days_of(operands[0].number), {}, {}};
            default:
                return std::nullopt;
        }
    }

    const Expressions& expressions_;
    Bound& bound_;
    const Types& types_;
    std::size_t& steps_;
};

}  // namespace

std::optional<Value> evaluate_constant(const Expressions& expressions, ExpressionId id, Bound& bound, const Types& types,
                                       std::size_t& steps) {
    return ConstantEvaluator(expressions, bound, types, steps).value(id);
}

std::string print(const Value& value, const Schema& schema) {
    const Type& type = schema.types()[value.type];
    switch (type.kind) {
        case TypeKind::boolean:
            return value.number != 0 ? "true" : "false";
        case TypeKind::integer:
            return std::to_string(value.number);
        case TypeKind::decimal:
            return print_decimal(value.number);
        case TypeKind::time:
            return print_time(value.number);
        case TypeKind::duration:
            return print_duration(value.number);
        case TypeKind::size:
            return print_size(value.number);
        case TypeKind::enumeration:
            return std::string(schema.enums()[type.declaration].members[static_cast<std::size_t>(value.number)]);
        case TypeKind::list:
        case TypeKind::map: {
            const bool map = type.kind == TypeKind::map;
            std::string out = map ? "{" : "[";
            for (std::size_t i = 0; i < value.items.size(); ++i) {
                const bool is_value = map && i % 2 == 1;
                if (is_value) out += ": ";
                if (i != 0 && !is_value) out += ", ";
                out += print(value.items[i], schema);
            }
            return out + (map ? "}" : "]");
        }
        default:
            break;
    }
    if (type.kind == TypeKind::regex && value.text.find('"') == std::string::npos) return "r\"" + value.text + "\"";
    std::string out = "\"";
    for (const char c : value.text) {
        if (c == '"' || c == '\\' || c == '{' || c == '}') out += '\\';
        if (c == '\n') {
            out += "\\n";
        } else {
            out += c;
        }
    }
    return is_text(type.kind) || type.kind == TypeKind::version ? out + "\"" : out;
}

}  // namespace scantling
