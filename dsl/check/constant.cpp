// Folds literals, lists, maps, enum members, constants and arithmetic on them. What is not arithmetic stays an expression: the linker folds
// it.
#include "dsl/check/constant.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "dsl/syntax/literal.h"
#include "engine/values/arithmetic.h"
#include "engine/values/decimal.h"

namespace scantling::dsl {

namespace {

class Folder {
  public:
    Folder(const Checked& checked, std::uint32_t file) : checked_(checked), file_(file), tree_(checked.tree(file)) {}

    std::optional<Value> fold(NodeId n) const {
        n = tree_.ungrouped(n);
        const NodeInfo& info = checked_.info(file_, n);
        if (info.type == no_type) return std::nullopt;
        auto value = fold_plain(n, info);
        if (!value) return value;
        value->type = info.type;
        if (info.conversion == Conversion::widen) {
            const auto wide = decimal_from_int(value->number);
            if (!wide) return std::nullopt;
            value->number = *wide;
        } else if (info.conversion == Conversion::follow || info.narrowed) {
            return std::nullopt;
        }
        return value;
    }

  private:
    std::optional<Value> fold_plain(NodeId n, const NodeInfo& info) const {
        switch (tree_.kind(n)) {
            case NodeKind::boolean:
            case NodeKind::integer:
            case NodeKind::decimal:
            case NodeKind::duration:
            case NodeKind::size:
            case NodeKind::time:
                return Value{info.type, literal_number(tree_, n), {}, {}};
            case NodeKind::string:
            case NodeKind::raw:
            case NodeKind::block:
                return Value{info.type, checked_.type(info.type).kind == TypeKind::version ? -1 : 0, literal_text(tree_, n), {}};
            case NodeKind::name:
            case NodeKind::member:
                return fold_name(info);
            case NodeKind::list:
                return fold_list(n, info);
            case NodeKind::braces:
                return fold_map(n, info);
            case NodeKind::negate:
                return fold_negate(n, info);
            case NodeKind::sum:
            case NodeKind::product:
                return fold_arithmetic(n, info);
            default:
                return std::nullopt;
        }
    }

    std::optional<Value> fold_name(const NodeInfo& info) const {
        if (info.meaning == Meaning::enum_member) return Value{info.type, info.payload, {}, {}};
        if (info.meaning == Meaning::constant) return checked_.symbols[info.symbol].value;
        if (info.meaning != Meaning::rule_let) return std::nullopt;
        const Symbol& symbol = checked_.symbols[info.symbol];
        if (symbol.file != file_) return std::nullopt;
        return fold(tree_.child(symbol.node, 2));
    }

    std::optional<Value> fold_list(NodeId n, const NodeInfo& info) const {
        Value list{info.type, 0, {}, {}};
        for (const NodeId element : tree_.children(n)) {
            auto value = fold(element);
            if (!value) return std::nullopt;
            list.items.push_back(std::move(*value));
        }
        return list;
    }

    std::optional<Value> fold_map(NodeId n, const NodeInfo& info) const {
        const TypeId key_type = checked_.type(info.type).key;
        const Type& key = checked_.type(key_type);
        std::vector<std::pair<Value, Value>> entries;
        for (const NodeId entry : tree_.children(n)) {
            auto value = fold(tree_.child(entry, 1));
            if (!value) return std::nullopt;
            Value at{key_type, 0, key_text(tree_, tree_.child(entry, 0)), {}};
            if (key.kind == TypeKind::enumeration) {
                const auto member = checked_.schema->enums()[key.declaration].member(at.text);
                if (!member) return std::nullopt;
                at.number = *member;
                at.text.clear();
            }
            entries.emplace_back(std::move(at), std::move(*value));
        }
        std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) {
            return std::tie(a.first.number, a.first.text) < std::tie(b.first.number, b.first.text);
        });
        Value map{info.type, 0, {}, {}};
        for (auto& [at, value] : entries) {
            map.items.push_back(std::move(at));
            map.items.push_back(std::move(value));
        }
        return map;
    }

    std::optional<Value> fold_negate(NodeId n, const NodeInfo& info) const {
        const auto operand = fold(tree_.child(n, 0));
        if (!operand) return std::nullopt;
        const auto number = checked_negate(operand->number);
        if (!number) return std::nullopt;
        return Value{info.type, *number, {}, {}};
    }

    std::optional<Value> fold_arithmetic(NodeId n, const NodeInfo& info) const {
        const auto a = fold(tree_.child(n, 0));
        const auto b = fold(tree_.child(n, 1));
        if (!a || !b) return std::nullopt;
        std::optional<std::int64_t> number;
        if (tree_.kind(n) == NodeKind::product) {
            // Not by the type of the product, which may have been widened since.
            const bool decimals = checked_.type(a->type).kind == TypeKind::decimal && checked_.type(b->type).kind == TypeKind::decimal;
            number = decimals ? multiply_decimals(a->number, b->number) : checked_multiply(a->number, b->number);
        } else if (tree_.mark(n).kind == TokenKind::plus) {
            number = checked_add(a->number, b->number);
        } else {
            number = checked_subtract(a->number, b->number);
        }
        if (!number) return std::nullopt;
        return Value{info.type, *number, {}, {}};
    }

    const Checked& checked_;
    std::uint32_t file_;
    const Tree& tree_;
};

}  // namespace

std::optional<Value> constant_value(const Checked& checked, std::uint32_t file, NodeId n) { return Folder(checked, file).fold(n); }

}  // namespace scantling::dsl
