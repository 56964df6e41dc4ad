// The facts model as Scant text → schema. Used by the generator alone; a policy's own `record`, `enum` and `facts` are the checker's.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/diagnostic.h"
#include "engine/schema/schema.h"

namespace scantling::dsl {

// A `facts` block as written; the schema splits it by level.
struct ModelDomain {
    std::string name;
    std::string documentation;
    std::vector<Field> fields;  // texts live as long as Model::texts
};

struct Model {
    std::shared_ptr<Schema> schema;  // finished
    std::size_t type_count = 0;      // types of the model itself, without those of its roots
    std::size_t record_count = 0;    // declared records come first in the schema, then those of domains and roots
    std::vector<ModelDomain> domains;
    std::vector<std::shared_ptr<const std::string>> texts;
};

struct ReadModel {
    Model model;
    Diagnostics diagnostics;  // mistakes of the model; it is unusable then
};

// The order in which the files of engine/schema/model/ are read: it numbers enums, records and types. A new file is added here.
[[nodiscard]] std::span<const std::string_view> model_files();

[[nodiscard]] ReadModel read_model(std::span<const std::shared_ptr<const Source>> sources);

}  // namespace scantling::dsl
