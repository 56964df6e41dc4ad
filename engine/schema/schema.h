// The facts model as data: enums, records, domains. One source for type checker, columns, documentation and JSON Schema.
//
// The built-in model is stated in Scant under engine/schema/model/ and generated into engine/schema/generated/; an organisation's
// own `record`, `enum` and `facts` extend a copy of it, with no privilege on either side.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/schema/types.h"

namespace scantling {

struct FieldFlags {
    bool key = false;        // gives a binding its identity
    bool part = false;       // a piece that a source supplies or does not
    bool sensitive = false;  // prints as `<masked>` everywhere
    bool view = false;       // a list that shows rows of another, its home, in its order
    bool derived = false;    // computed: no text of a source states it
    bool per_run = false;    // of a domain: stands at the level of the run

    friend bool operator==(const FieldFlags&, const FieldFlags&) = default;
};

struct Field {
    std::string_view name;
    std::string_view documentation;
    TypeId type = 0;
    FieldFlags flags;
    std::string_view from;  // the part named in `not_supplied` where it is not the enclosing one; else empty
};

struct Record {
    std::string_view name;
    std::string_view documentation;
    std::vector<Field> fields;

    [[nodiscard]] const Field* find(std::string_view field) const;
    [[nodiscard]] std::optional<std::uint32_t> index_of(std::string_view field) const;
};

struct Enum {
    std::string_view name;
    std::string_view documentation;
    bool ordered = false;
    std::vector<std::string_view> members;

    [[nodiscard]] std::optional<std::uint32_t> member(std::string_view name) const;
};

// A `facts` block. Its fields at the level of the run and at the level of a subject are a record each; a domain that has
// none at a level has no record there.
struct Domain {
    std::string_view name;  // `run` and `subject` are the two roots: their fields are written bare
    std::string_view documentation;
    std::optional<std::uint32_t> run_record;
    std::optional<std::uint32_t> subject_record;
};

// Immutable once shared; any number of threads may read it.
class Schema {
  public:
    // The model that this version of the engine ships, built once.
    static const std::shared_ptr<const Schema>& builtin();

    [[nodiscard]] const std::vector<Enum>& enums() const { return enums_; }
    [[nodiscard]] const std::vector<Record>& records() const { return records_; }
    [[nodiscard]] const std::vector<Domain>& domains() const { return domains_; }
    [[nodiscard]] const Types& types() const { return types_; }
    Types& types() { return types_; }

    [[nodiscard]] std::optional<std::uint32_t> find_enum(std::string_view name) const;
    [[nodiscard]] std::optional<std::uint32_t> find_record(std::string_view name) const;
    [[nodiscard]] const Domain* find_domain(std::string_view name) const;

    // The roots as records: the bare fields of `facts run` / `facts subject`, then one field per domain that stands there
    // (`image`, `dockerfile` …), whose type is that domain's record.
    [[nodiscard]] std::uint32_t run_root() const { return run_root_; }
    [[nodiscard]] std::uint32_t subject_root() const { return subject_root_; }

    // Building. Names and texts are copied into the schema. `finish` makes the two roots: call it after the last domain;
    // calling it again after more were added keeps every existing index and appends.
    std::uint32_t add_enum(Enum declaration);
    std::uint32_t add_record(Record declaration);
    void set_fields(std::uint32_t record, std::vector<Field> fields);
    void add_domain(std::string_view name, std::string_view documentation, std::vector<Field> fields);
    void finish();

  private:
    std::string_view keep(std::string_view text);

    Types types_;
    std::vector<Enum> enums_;
    std::vector<Record> records_;
    std::vector<Domain> domains_;
    std::uint32_t run_root_ = 0;
    std::uint32_t subject_root_ = 0;
    std::size_t finished_domains_ = 0;
    bool copies_text_ = true;
    std::vector<std::shared_ptr<const std::string>> texts_;  // a copy of the schema keeps the texts of its original alive

    friend std::shared_ptr<const Schema> make_builtin_schema();
};

// `list<Package>`, `map<string, string>`, `User?`: a type in Scant's spelling.
[[nodiscard]] std::string type_text(const Schema& schema, const Types& types, TypeId type);

}  // namespace scantling
