// The built-in model, made of the generated tables. Alone in a file, so that the generator links the schema without the tables that it
// writes: a broken table cannot stop its own repair.
#include <utility>
#include <vector>

#include "engine/schema/generated_tables.h"
#include "engine/schema/layout.h"

namespace scantling {

// The generated tables, as they stand: their texts are literals, so nothing is copied.
std::shared_ptr<const Schema> make_builtin_schema() {
    auto schema = std::make_shared<Schema>();
    schema->copies_text_ = false;
    std::vector<Type> types;
    types.reserve(generated::types().size());
    for (const generated::TypeRow& row : generated::types()) {
        types.push_back({row.kind, row.optional, row.declaration, row.key, row.element});
    }
    schema->types_ = Types(std::move(types));
    for (const generated::EnumRow& row : generated::enums()) {
        schema->add_enum({row.name, row.documentation, row.ordered, {row.members.begin(), row.members.end()}});
    }
    const auto fields_of = [](std::span<const generated::FieldRow> rows) {
        std::vector<Field> fields;
        fields.reserve(rows.size());
        for (const generated::FieldRow& row : rows) fields.push_back({row.name, row.documentation, row.type, row.flags, row.from});
        return fields;
    };
    for (const generated::RecordRow& row : generated::records()) schema->add_record({row.name, row.documentation, fields_of(row.fields)});
    for (const generated::RecordRow& row : generated::domains()) schema->add_domain(row.name, row.documentation, fields_of(row.fields));
    schema->finish();
    schema->copies_text_ = true;  // an organisation's extension of a copy is not made of literals
    return schema;
}

const std::shared_ptr<const Schema>& Schema::builtin() {
    static const std::shared_ptr<const Schema> schema = make_builtin_schema();
    return schema;
}

const std::shared_ptr<const Layout>& Layout::builtin() {
    static const std::shared_ptr<const Layout> layout = std::make_shared<const Layout>(Schema::builtin());
    return layout;
}

}  // namespace scantling
