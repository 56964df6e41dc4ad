// Pages and schema, from the catalogues that hold them.
#include "bindings/api/explanations.h"

#include "dsl/errors/catalogue.h"
#include "dsl/tools/generate_schema/schema_text.h"
#include "engine/ingest/errors/catalogue.h"
#include "engine/schema/schema.h"

namespace scantling {

std::optional<std::string> explanation(std::string_view code) {
    if (const dsl::ErrorEntry* entry = dsl::find_error(code)) {
        return std::string(code) + ": " + std::string(entry->title) + "\n\n" + std::string(dsl::error_page(code));
    }
    if (const InputErrorEntry* entry = find_input_error(code)) {
        return std::string(code) + ": " + std::string(entry->title) + "\n\n" + std::string(entry->explanation) + "\n";
    }
    return std::nullopt;
}

std::string facts_schema() { return dsl::schema_as_scant(*Schema::builtin()); }
std::string facts_json_schema() { return dsl::json_schema(*Schema::builtin()); }

}  // namespace scantling
