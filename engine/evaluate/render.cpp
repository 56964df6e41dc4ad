// Printing one value. Nothing here influences a verdict.
#include "engine/evaluate/render.h"

#include <algorithm>
#include <numeric>
#include <utility>

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

const std::vector<Renderer::Key>& Renderer::keys_of(std::uint32_t record) {
    const auto [known, added] = keys_.try_emplace(record);
    std::vector<Key>& keys = known->second;
    if (!added) return keys;
    const auto& fields = evaluator_.program().schema->records()[record].fields;
    const auto add = [&](std::uint32_t f) {
        const TypeKind kind = evaluator_.type(fields[f].type).kind;
        keys.push_back({slot_of(record, f), fields[f].type, is_scalar(kind), fields[f].flags.sensitive});
    };
    for (std::uint32_t f = 0; f < fields.size(); ++f) {
        if (fields[f].flags.key) add(f);
    }
    // A record without keys is known by its first plain field.
    for (std::uint32_t f = 0; f < fields.size() && keys.empty(); ++f) {
        if (is_scalar(evaluator_.type(fields[f].type).kind)) add(f);
    }
    return keys;
}

Vector Renderer::cell(const Shape& shape, Row row, const Key& key) {
    Vector record = empty_vector(Form::record);
    record.size = 1;
    record.narrow.push_back(row);
    record.shapes.push_back(shape);
    return evaluator_.read(record, key.slot, key.type);
}

void Renderer::append_row_text(std::string& to, const Shape& shape, Row row, std::uint32_t record, int depth) {
    const std::size_t begin = to.size();
    for (const Key& key : keys_of(record)) {
        if (to.size() != begin) to += ' ';
        if (key.sensitive) {
            to += masked_text;
        } else if (key.plain) {
            append_scalar(to, evaluator_.read_scalar(shape, row, key.slot, key.type), evaluator_.type(key.type), depth);
        } else {
            append_text(to, cell(shape, row, key), 0, evaluator_.type(key.type), false);
        }
    }
}

// Behind a reference as many others as `depth` says.
void Renderer::append_scalar(std::string& to, const Scalar& value, const Type& type, int depth) {
    if (value.state != State::present) {
        to += value.state == State::absent ? absent_text : unknown_text;
        return;
    }
    if (!value.exact) {
        to += unknown_text;
        return;
    }
    Scratch& scratch = evaluator_.scratch();
    switch (type.kind) {
        case TypeKind::boolean:
            to += value.truth ? "true" : "false";
            return;
        case TypeKind::integer:
            to += std::to_string(value.wide);
            return;
        case TypeKind::decimal:
            to += print_decimal(value.wide);
            return;
        case TypeKind::time:
            to += print_time(value.wide);
            return;
        case TypeKind::duration:
            to += print_duration(value.wide);
            return;
        case TypeKind::size:
            to += print_size(value.wide);
            return;
        case TypeKind::version:
            to += scratch.text(scratch.version(value.narrow).text);
            return;
        case TypeKind::enumeration: {
            const auto& members = evaluator_.program().schema->enums()[type.declaration].members;
            to += value.narrow < members.size() ? std::string_view(members[value.narrow]) : unknown_text;
            return;
        }
        case TypeKind::reference:
            if (depth == 0) {
                to += unknown_text;
            } else {
                append_row_text(to, {evaluator_.facts().layout().home(type.declaration), 0}, value.narrow, type.declaration, depth - 1);
            }
            return;
        default:
            to += scratch.text(value.narrow);
    }
}

// `a, b`; of a map `key: value`; what may be missing is an ellipsis.
void Renderer::append_list_text(std::string& to, const Vector& vector, std::size_t i, const Type& type, bool sensitive) {
    const std::size_t begin = to.size();
    for (std::uint32_t e = vector.offsets[i]; e < vector.offsets[i + 1]; ++e) {
        if (e != vector.offsets[i]) to += ", ";
        if (type.kind == TypeKind::map) {
            append_text(to, evaluator_.read(*vector.elements, 0, type.key), e, evaluator_.type(type.key), false);
            to += ": ";
            append_text(to, evaluator_.read(*vector.elements, 1, type.element), e, evaluator_.type(type.element), sensitive);
        } else {
            append_text(to, *vector.elements, e, evaluator_.type(type.element), sensitive);
        }
    }
    if (vector.incomplete[i]) to += to.size() == begin ? unknown_text : ", …";
}

void Renderer::append_text(std::string& to, const Vector& vector, std::size_t i, const Type& type, bool sensitive) {
    if (vector.state(i) != State::present) {
        to += vector.state(i) == State::absent ? absent_text : unknown_text;
    } else if (type.kind == TypeKind::list || type.kind == TypeKind::map) {
        append_list_text(to, vector, i, type, sensitive);
    } else if (sensitive) {
        to += masked_text;
    } else if (type.kind == TypeKind::record) {
        append_row_text(to, vector.shape(i), vector.narrow[i], type.declaration, reference_depth);
    } else {
        append_scalar(to, scalar_at(vector, i), type, reference_depth + 1);
    }
}

void Renderer::append_value(std::string& to, const Message::Part& part, const Space& space, std::uint32_t tuple) {
    const Vector& vector = *part.source.vector;
    const std::uint32_t index = part.source.index(tuple);
    const Type& type = evaluator_.type_of(part.id);
    const std::size_t begin = to.size();
    append_text(to, vector, index, type, is_sensitive(part.id));
    // What holds a text may hold a piece of a document, and a sensitive value in it.
    const bool holds_text = spans_.may_hide() && vector.state(index) == State::present && to.size() != begin &&
                            type.kind != TypeKind::boolean && type.kind != TypeKind::integer && type.kind != TypeKind::enumeration;
    if (!holds_text) return;
    std::string shown = spans_.hide(to.substr(begin), place_of(evaluator_, part.id, space, tuple));
    to.replace(begin, to.npos, shown);
}

std::string Renderer::element(const Space& binder, const Variable& variable, std::uint32_t tuple) {
    const ListUse& use = binder.collection;
    if (!use.holds(binder.to_parent[tuple], binder.ordinal(tuple))) return std::string(unknown_text);
    std::string out;
    append_text(out, *use.list->elements, use.begin(binder.to_parent[tuple]) + binder.ordinal(tuple), evaluator_.type(variable.type),
                is_sensitive(variable.collection));
    return spans_.may_hide() ? spans_.hide(std::move(out), place_of_element(evaluator_, binder, tuple)) : out;
}

Renderer::Message Renderer::prepare(ExpressionId id, const Space& space) {
    Message out;
    out.space = &space;
    const auto add = [&](ExpressionId part) {
        if (evaluator_.node(part).op == Op::constant) {
            const Evaluator::Source source = evaluator_.source(part, space);
            append_text(out.rest, *source.vector, source.index(0), evaluator_.type_of(part), false);
        } else {
            out.parts.push_back({std::exchange(out.rest, {}), part, evaluator_.source(part, space)});
        }
    };
    if (id == no_expression) return out;
    const Expression& node = evaluator_.node(id);
    if (node.op != Op::interpolate) add(id);
    for (std::uint32_t i = 0; i < node.child_count && node.op == Op::interpolate; ++i) add(evaluator_.child(id, i));
    return out;
}

std::string Renderer::message(const Message& message, std::uint32_t tuple) {
    std::string out;
    for (const Message::Part& part : message.parts) {
        out += part.text;
        append_value(out, part, *message.space, tuple);
    }
    out += message.rest;
    return out;
}

void Renderer::append_row(std::string& to, const Shape& shape, Row row, std::uint32_t record, int depth) {
    to += '[';
    bool first = true;
    for (const Key& key : keys_of(record)) {
        if (!first) to += ',';
        first = false;
        if (key.plain) {
            append_scalar_key(to, evaluator_.read_scalar(shape, row, key.slot, key.type), evaluator_.type(key.type), depth);
        } else {
            append_keys(to, cell(shape, row, key), 0, evaluator_.type(key.type), depth);
        }
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
void Renderer::append_scalar_key(std::string& to, Scalar value, const Type& type, int depth) {
    value.exact = true;  // of a count between bounds the lower one
    if (value.state != State::present || depth == 0) {
        to += "null";
        return;
    }
    switch (type.kind) {
        case TypeKind::boolean:
        case TypeKind::integer:
        case TypeKind::decimal:
            append_scalar(to, value, type, 0);
            return;
        case TypeKind::string:
            append_json_string(to, evaluator_.scratch().text(value.narrow));
            return;
        case TypeKind::reference:
            to += row_named(value.narrow, type.declaration, depth - 1);
            return;
        default:
            break;
    }
    std::string text;
    append_scalar(text, value, type, 0);
    append_json_string(to, text);
}

void Renderer::append_keys(std::string& to, const Vector& vector, std::size_t i, const Type& type, int depth) {
    if (vector.state(i) != State::present || depth == 0) {
        to += "null";
        return;
    }
    if (type.kind == TypeKind::record) return append_row(to, vector.shape(i), vector.narrow[i], type.declaration, depth - 1);
    if (type.kind != TypeKind::list && type.kind != TypeKind::map) return append_scalar_key(to, scalar_at(vector, i), type, depth);
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

// In brackets; of a record that is not there each key is null.
void Renderer::append_element(std::string& to, const Vector& elements, std::size_t i, const Type& type) {
    if (type.kind == TypeKind::record && elements.state(i) == State::present) {
        return append_row(to, elements.shape(i), elements.narrow[i], type.declaration, reference_depth - 1);
    }
    to += '[';
    if (type.kind != TypeKind::record) {
        append_keys(to, elements, i, type, reference_depth);
    } else {
        const std::size_t keys = keys_of(type.declaration).size();
        for (std::size_t k = 0; k < keys; ++k) to += k == 0 ? "null" : ",null";
    }
    to += ']';
}

std::vector<std::uint32_t> Renderer::numbers(const Vector& elements, const Type& type) {
    std::vector<std::uint32_t> out;
    out.reserve(elements.size);
    const bool of_records = type.kind == TypeKind::record;
    if (!of_records || keys_of(type.declaration).size() != 1 ||
        evaluator_.type(keys_of(type.declaration).front().type).kind != TypeKind::string) {
        std::vector<std::string> texts(elements.size);
        std::unordered_map<std::string_view, std::uint32_t, TextHash> seen;
        seen.reserve(texts.size());
        for (std::uint32_t i = 0; i < elements.size; ++i) {
            append_element(texts[i], elements, i, type);
            out.push_back(seen[texts[i]]++);
        }
        return out;
    }
    // One text is the key, as of packages: equal texts are equal ids, and no text is needed.
    const Key& key = keys_of(type.declaration).front();
    const Vector values = evaluator_.read(elements, key.slot, key.type);
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
    to += '[';
    append_element(to, *list.list->elements, begin + ordinal, type);
    to.append(",").append(std::to_string(at->second.numbers[ordinal])).append("]");
}

}  // namespace scantling::evaluation
