// The table of errors.def.
#include "dsl/errors/catalogue.h"

#include <algorithm>
#include <array>

namespace scantling::dsl {

namespace {

constexpr auto entries = std::to_array<ErrorEntry>({
#define SCANTLING_ERROR(code, severity, title) {#code, title, DiagnosticSeverity::severity},
#include "dsl/errors/errors.def"
#undef SCANTLING_ERROR
});

}  // namespace

std::span<const ErrorEntry> error_catalogue() { return entries; }

const ErrorEntry* find_error(std::string_view code) {
    const auto* const found = std::find_if(entries.begin(), entries.end(), [&](const ErrorEntry& e) { return e.code == code; });
    return found == entries.end() ? nullptr : found;
}

}  // namespace scantling::dsl
