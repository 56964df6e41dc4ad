// Printing one value. Nothing here influences a verdict.
#include "engine/evaluate/render.h"

#include <algorithm>
#include <numeric>

#include "engine/base/text_hash.h"
#include "engine/evaluate/place.h"
#include "engine/values/decimal.h"
#include "engine/values/duration.h"
#include "engine/values/size.h"
#include "engine/values/time.h"

namespace scantling::evaluation {

namespace {

constexpr std::string_view absent_text = "<absent>";
constexpr std::string_view unknown_text = "<unknown>";
constexpr int reference_depth = 8;  // of keys that are refs to rows whose keys are refs

}  // namespace

void append_json_string(std::string& to, std::string_view text) {
    constexpr std::string_view hex = "0123456789abcdef";
    const auto is_plain = [](char c) { return c != '"' && c != '\\' && static_cast<unsigned char>(c) >= 0x20; };
    to += '"';
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        while (at < text.size() && is_plain(text[at])) ++at;
        to += text.substr(begin, at - begin);
        if (at == text.size()) break;
        const char c = text[at++];
        if (c == '"' || c == '\\') {
            to += '\\';
            to += c;
        } else {
            to += "\\u00";
            to += hex[static_cast<unsigned char>(c) >> 4U];
            to += hex[static_cast<unsigned char>(c) & 15U];
        }
    }
    to += '"';
}

Renderer::Renderer(Evaluator& evaluator)
    : evaluator_(evaluator), spans_(evaluator.facts()), sensitive_(evaluator.program().expressions.nodes.size(), -1) {}

// What carries the value of a sensitive field. A test or a number computed from one tells little, and is shown.
bool Renderer::compute_sensitive(ExpressionId id) {
    const Expression& node = evaluator_.node(id);
    if (node.op == Op::variable) return is_sensitive(evaluator_.program().expressions.variables[node.payload].collection);
    if (node.op == Op::field) {
        const Type& record = evaluator_.type_of(evaluator_.child(id, 0));
        const auto& fields = evaluator_.program().schema->records()[record.declaration].fields;
        for (std::uint32_t f = 0; f < fields.size(); ++f) {
            if (slot_of(record.declaration, f) == node.payload && fields[f].flags.sensitive) return true;
        }
    }
    if (node.op == Op::comprehension) return is_sensitive(evaluator_.child(id, 0));
    if (node.op == Op::lookup) return is_sensitive(evaluator_.child(id, 0));
    const TypeKind kind = evaluator_.type_of(id).kind;
    const bool passes = node.op == Op::field || node.op == Op::narrow || node.op == Op::coalesce || node.op == Op::follow;
    const bool carries = kind == TypeKind::string || kind == TypeKind::version || kind == TypeKind::list || kind == TypeKind::map ||
                         kind == TypeKind::record;
    if (!passes && !carries) return false;
    for (std::uint32_t i = 0; i < node.child_count; ++i) {
        if (is_sensitive(evaluator_.child(id, i))) return true;
    }
    return false;
}

bool Renderer::is_sensitive(ExpressionId id) {
    if (sensitive_[id] < 0) sensitive_[id] = compute_sensitive(id) ? 1 : 0;
    return sensitive_[id] == 1;
}

SlotIndex Renderer::slot_of(std::uint32_t record, std::uint32_t field) const {
    const Layout& layout = *evaluator_.program().layout;
    if (record < layout.schema().records().size()) return layout.slot_of(record, field);
    return static_cast<SlotIndex>(field);  // an entry of a map: its key and its value
}

std::vector<std::uint32_t> Renderer::key_fields(std::uint32_t record) const {
    const Schema& schema = *evaluator_.program().schema;
    const auto& fields = schema.records()[record].fields;
    std::vector<std::uint32_t> keys;
    for (std::uint32_t f = 0; f < fields.size(); ++f) {
        if (fields[f].flags.key) keys.push_back(f);
    }
    // A record without keys is known by its first plain field.
    for (std::uint32_t f = 0; f < fields.size() && keys.empty(); ++f) {
        if (is_scalar(schema.types()[fields[f].type].kind)) keys.push_back(f);
    }
    return keys;
}

Vector Renderer::cell(const Shape& shape, Row row, SlotIndex slot, TypeId type) {
    Vector record = empty_vector(Form::record);
    record.size = 1;
    record.narrow.push_back(row);
    record.shapes.push_back(shape);
    return evaluator_.read(record, slot, type);
}

std::string Renderer::row_text(const Shape& shape, Row row, std::uint32_t record, int depth) {
    const auto& fields = evaluator_.program().schema->records()[record].fields;
    std::string out;
    for (const std::uint32_t f : key_fields(record)) {
        const Type& type = evaluator_.type(fields[f].type);
        if (!out.empty()) out += ' ';
        if (fields[f].flags.sensitive) {
            out += masked_text;
            continue;
        }
        const Vector value = cell(shape, row, slot_of(record, f), fields[f].type);
        if (value.state(0) != State::present) {
            out += value.state(0) == State::absent ? absent_text : unknown_text;
        } else if (type.kind == TypeKind::reference) {
            const TableId home = evaluator_.facts().layout().home(type.declaration);
            out += depth > 0 ? row_text({home, 0}, value.narrow[0], type.declaration, depth - 1) : std::string(unknown_text);
        } else {
            out += text(value, 0, type, false);
        }
    }
    return out;
}

std::string Renderer::scalar_text(const Vector& vector, std::size_t i, const Type& type) const {
    Scratch& scratch = evaluator_.scratch();
    switch (type.kind) {
        case TypeKind::boolean:
            return vector.truth[i] ? "true" : "false";
        case TypeKind::integer:
            return std::to_string(vector.wide[i]);
        case TypeKind::decimal:
            return print_decimal(vector.wide[i]);
        case TypeKind::time:
            return print_time(vector.wide[i]);
        case TypeKind::duration:
            return print_duration(vector.wide[i]);
        case TypeKind::size:
            return print_size(vector.wide[i]);
        case TypeKind::version:
            return std::string(scratch.text(scratch.version(vector.narrow[i]).text));
        case TypeKind::enumeration: {
            const auto& members = evaluator_.program().schema->enums()[type.declaration].members;
            return vector.narrow[i] < members.size() ? std::string(members[vector.narrow[i]]) : std::string(unknown_text);
        }
        default:
            return std::string(scratch.text(vector.narrow[i]));
    }
}

// `a, b`; of a map `key: value`; what may be missing is an ellipsis.
std::string Renderer::list_text(const Vector& vector, std::size_t i, const Type& type, bool sensitive) {
    std::string out;
    for (std::uint32_t e = vector.offsets[i]; e < vector.offsets[i + 1]; ++e) {
        if (e != vector.offsets[i]) out += ", ";
        if (type.kind == TypeKind::map) {
            out += text(evaluator_.read(*vector.elements, 0, type.key), e, evaluator_.type(type.key), false) + ": ";
            out += text(evaluator_.read(*vector.elements, 1, type.element), e, evaluator_.type(type.element), sensitive);
        } else {
            out += text(*vector.elements, e, evaluator_.type(type.element), sensitive);
        }
    }
    if (!vector.incomplete[i]) return out;
    return out.empty() ? std::string(unknown_text) : out + ", …";
}

std::string Renderer::text(const Vector& vector, std::size_t i, const Type& type, bool sensitive) {
    if (vector.state(i) == State::absent) return std::string(absent_text);
    if (vector.state(i) == State::unknown) return std::string(unknown_text);
    if (type.kind == TypeKind::list || type.kind == TypeKind::map) return list_text(vector, i, type, sensitive);
    if (sensitive) return std::string(masked_text);
    if (type.kind == TypeKind::record) return row_text(vector.shape(i), vector.narrow[i], type.declaration, reference_depth);
    if (type.kind == TypeKind::reference) {
        return row_text({evaluator_.facts().layout().home(type.declaration), 0}, vector.narrow[i], type.declaration, reference_depth);
    }
    if (!vector.high.empty() && vector.high[i] != vector.wide[i]) return std::string(unknown_text);
    return scalar_text(vector, i, type);
}

std::string Renderer::value(ExpressionId id, const Space& space, std::uint32_t tuple) {
    const auto [vector, index] = evaluator_.one(id, space, tuple);
    const Type& type = evaluator_.type_of(id);
    std::string out = text(*vector, index, type, is_sensitive(id));
    // What holds a text may hold a piece of a document, and a sensitive value in it.
    const bool holds_text = vector->state(index) == State::present && !out.empty() && type.kind != TypeKind::boolean &&
                            type.kind != TypeKind::integer && type.kind != TypeKind::enumeration;
    return holds_text ? spans_.hide(std::move(out), place_of(evaluator_, id, space, tuple)) : out;
}

std::string Renderer::element(const Space& binder, const Variable& variable, std::uint32_t tuple) {
    const ListUse& use = binder.collection;
    if (!use.holds(binder.to_parent[tuple], binder.ordinal(tuple))) return std::string(unknown_text);
    std::string out = text(*use.list->elements, use.begin(binder.to_parent[tuple]) + binder.ordinal(tuple), evaluator_.type(variable.type),
                           is_sensitive(variable.collection));
    return spans_.hide(std::move(out), place_of_element(evaluator_, binder, tuple));
}

std::string Renderer::message(ExpressionId id, const Space& space, std::uint32_t tuple) {
    if (id == no_expression) return {};
    const Expression& node = evaluator_.node(id);
    if (node.op != Op::interpolate) return value(id, space, tuple);
    std::string out;
    for (std::uint32_t i = 0; i < node.child_count; ++i) out += value(evaluator_.child(id, i), space, tuple);
    return out;
}

void Renderer::append_row(std::string& to, const Shape& shape, Row row, std::uint32_t record, int depth) {
    const auto& fields = evaluator_.program().schema->records()[record].fields;
    to += '[';
    bool first = true;
    for (const std::uint32_t f : key_fields(record)) {
        if (!first) to += ',';
        first = false;
        append_keys(to, cell(shape, row, slot_of(record, f), fields[f].type), 0, evaluator_.type(fields[f].type), depth);
    }
    to += ']';
}

// Many rows refer to one: the commands of an instruction.
const std::string& Renderer::row_named(Row row, std::uint32_t record, int depth) {
    const std::uint64_t key = (std::uint64_t{record} << 36U) | (static_cast<std::uint64_t>(depth) << 32U) | row;
    if (const auto known = named_.find(key); known != named_.end()) return known->second;
    std::string out;
    append_row(out, {evaluator_.facts().layout().home(record), 0}, row, record, depth);
    return named_.emplace(key, std::move(out)).first->second;
}

// An unknown key, and one that is absent, is null.
void Renderer::append_keys(std::string& to, const Vector& vector, std::size_t i, const Type& type, int depth) {
    if (vector.state(i) != State::present || depth == 0) {
        to += "null";
        return;
    }
    switch (type.kind) {
        case TypeKind::boolean:
        case TypeKind::integer:
        case TypeKind::decimal:
            to += scalar_text(vector, i, type);
            return;
        case TypeKind::string:
            append_json_string(to, evaluator_.scratch().text(vector.narrow[i]));
            return;
        case TypeKind::record:
            return append_row(to, vector.shape(i), vector.narrow[i], type.declaration, depth - 1);
        case TypeKind::reference:
            to += row_named(vector.narrow[i], type.declaration, depth - 1);
            return;
        case TypeKind::list:
        case TypeKind::map:
            break;
        default:
            append_json_string(to, scalar_text(vector, i, type));
            return;
    }
    to += '[';
    const Type& element = evaluator_.type(type.element);
    for (std::uint32_t e = vector.offsets[i]; e < vector.offsets[i + 1]; ++e) {
        if (e != vector.offsets[i]) to += ',';
        if (type.kind == TypeKind::map) {
            append_keys(to, evaluator_.read(*vector.elements, 0, type.key), e, evaluator_.type(type.key), depth - 1);
        } else {
            append_keys(to, *vector.elements, e, element, depth - 1);
        }
    }
    to += ']';
}

std::vector<std::string> Renderer::all_keys(const Vector& elements, const Type& type) {
    std::vector<std::string> out(elements.size, "[");
    if (type.kind != TypeKind::record) {
        for (std::uint32_t i = 0; i < elements.size; ++i) {
            append_keys(out[i], elements, i, type, reference_depth);
            out[i] += ']';
        }
        return out;
    }
    const auto& fields = evaluator_.program().schema->records()[type.declaration].fields;
    bool first = true;
    for (const std::uint32_t f : key_fields(type.declaration)) {
        const Vector values = evaluator_.read(elements, slot_of(type.declaration, f), fields[f].type);
        for (std::uint32_t i = 0; i < elements.size; ++i) {
            if (!first) out[i] += ',';
            append_keys(out[i], values, i, evaluator_.type(fields[f].type), reference_depth - 1);
        }
        first = false;
    }
    for (std::string& keys : out) keys += ']';
    return out;
}

std::vector<std::uint32_t> Renderer::numbers(const Vector& elements, const Type& type) {
    std::vector<std::uint32_t> out;
    out.reserve(elements.size);
    const std::vector<std::uint32_t> keys = type.kind == TypeKind::record ? key_fields(type.declaration) : std::vector<std::uint32_t>();
    const auto& records = evaluator_.program().schema->records();
    const TypeId key = keys.size() == 1 ? records[type.declaration].fields[keys.front()].type : TypeId{};
    if (keys.size() != 1 || evaluator_.type(key).kind != TypeKind::string) {
        const std::vector<std::string> texts = all_keys(elements, type);
        std::unordered_map<std::string_view, std::uint32_t, TextHash> seen;
        seen.reserve(texts.size());
        for (const std::string& text : texts) out.push_back(seen[text]++);
        return out;
    }
    // One text is the key, as of packages: equal texts are equal ids, and no text is needed.
    const Vector values = evaluator_.read(elements, slot_of(type.declaration, keys.front()), key);
    const auto last = std::max_element(values.narrow.begin(), values.narrow.end());
    std::vector<std::uint32_t> seen(last == values.narrow.end() ? 0 : std::size_t{*last} + 1);
    std::uint32_t unknown = 0;
    for (std::uint32_t i = 0; i < elements.size; ++i) {
        out.push_back(values.state(i) == State::present ? seen[values.narrow[i]]++ : unknown++);
    }
    return out;
}

void Renderer::append_identity(std::string& to, const ListUse& list, TypeId element, std::uint32_t parent, std::uint32_t ordinal) {
    if (!list.holds(parent, ordinal)) {
        to.append("null");
        return;
    }
    const std::uint32_t begin = list.begin(parent);
    const Type& type = evaluator_.type(element);
    auto [at, added] = numbered_.try_emplace({list.list.get(), begin});
    if (added) {
        at->second.list = list.list;
        std::vector<std::uint32_t> rows(list.length(parent));
        std::iota(rows.begin(), rows.end(), begin);
        at->second.numbers = numbers(gather(*list.list->elements, rows), type);
    }
    const std::vector<std::uint32_t> row{begin + ordinal};
    to.append("[").append(all_keys(gather(*list.list->elements, row), type).front()).append(",");
    to.append(std::to_string(at->second.numbers[ordinal])).append("]");
}

}  // namespace scantling::evaluation
