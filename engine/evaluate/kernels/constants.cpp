// Constants as vectors of one tuple; a constant map becomes a table of the evaluation.
#include "engine/evaluate/kernels/kernels.h"

namespace scantling::evaluation {

namespace {

void append_scalar(Evaluator& evaluator, Vector& out, const Value& value, TypeKind kind) {
    Scratch& scratch = evaluator.scratch();
    if (kind == TypeKind::version) {
        out.narrow.push_back(scratch.version_id(scratch.text_id(value.text), static_cast<std::uint32_t>(value.number)));
    } else if (kind == TypeKind::string || kind == TypeKind::regex || kind == TypeKind::glob) {
        out.narrow.push_back(scratch.text_id(value.text));
    } else if (is_wide(kind)) {
        out.wide.push_back(value.number);
    } else {
        out.narrow.push_back(static_cast<std::uint32_t>(value.number));
    }
}

Vector column(Evaluator& evaluator, const std::vector<const Value*>& values, TypeId type);

// The elements of all lists, and where each list begins.
Vector list_column(Evaluator& evaluator, const std::vector<const Value*>& values, TypeId element) {
    Vector out = empty_vector(Form::list);
    std::vector<const Value*> elements;
    for (const Value* value : values) {
        for (const Value& item : value->items) elements.push_back(&item);
        out.offsets.push_back(static_cast<std::uint32_t>(elements.size()));
    }
    out.size = static_cast<std::uint32_t>(values.size());
    out.incomplete = Bits(values.size());
    out.elements = std::make_shared<const Vector>(column(evaluator, elements, element));
    return out;
}

Vector map_column(Evaluator& evaluator, const std::vector<const Value*>& values, const Type& type) {
    Vector out = empty_vector(Form::list);
    std::vector<const Value*> keys;
    std::vector<const Value*> contents;
    for (const Value* value : values) {
        for (std::size_t i = 0; i + 1 < value->items.size(); i += 2) {
            keys.push_back(&value->items[i]);
            contents.push_back(&value->items[i + 1]);
        }
        out.offsets.push_back(static_cast<std::uint32_t>(keys.size()));
    }
    out.size = static_cast<std::uint32_t>(values.size());
    out.incomplete = Bits(values.size());
    Vector entries = empty_vector(Form::record);
    entries.size = static_cast<std::uint32_t>(keys.size());
    for (std::uint32_t row = 0; row < entries.size; ++row) entries.narrow.push_back(row);
    entries.shapes.push_back({evaluator.scratch().add_table({std::make_shared<const Vector>(column(evaluator, keys, type.key)),
                                                             std::make_shared<const Vector>(column(evaluator, contents, type.element))}),
                              0});
    out.elements = std::make_shared<const Vector>(std::move(entries));
    return out;
}

Vector column(Evaluator& evaluator, const std::vector<const Value*>& values, TypeId type_id) {
    const Type type = evaluator.type(type_id);
    if (type.kind == TypeKind::list) return list_column(evaluator, values, type.element);
    if (type.kind == TypeKind::map) return map_column(evaluator, values, type);
    if (type.kind == TypeKind::boolean) {
        return make_logic(values.size(), [&](std::size_t i) { return values[i]->number != 0 ? Truth::yes : Truth::no; });
    }
    Vector out = empty_vector(form_of(type.kind));
    out.size = static_cast<std::uint32_t>(values.size());
    for (const Value* value : values) append_scalar(evaluator, out, *value, type.kind);
    return out;
}

}  // namespace

Vector constant(Evaluator& evaluator, const Value& value) { return column(evaluator, {&value}, value.type); }

}  // namespace scantling::evaluation
