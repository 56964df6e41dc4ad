// Schema → the files of engine/schema/generated/.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dsl/tools/generate_schema/model.h"

namespace scantling::dsl {

struct GeneratedFile {
    std::string_view name;  // in engine/schema/generated/
    std::string text;
};

// tables.cpp, enums.h, slots.h and schema.json, each a pure function of the model.
[[nodiscard]] std::vector<GeneratedFile> generate(const Model& model);

// The parts of generate, one file each.
[[nodiscard]] std::string generate_tables(const Model& model);
[[nodiscard]] std::string generate_enums(const Schema& schema);
[[nodiscard]] std::string generate_slots(const Model& model);

// A text as a C++ string literal with its quotes; a name as an identifier (`namespace` is `namespace_`).
[[nodiscard]] std::string cpp_text(std::string_view text);
[[nodiscard]] std::string cpp_name(std::string_view name);

}  // namespace scantling::dsl
