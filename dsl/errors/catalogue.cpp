// The table of errors.def and the pages beside it.
#include "dsl/errors/catalogue.h"

#include <algorithm>
#include <array>

#include "engine/base/embedded.h"

namespace scantling::embedded {
std::span<const Text> error_pages();
}

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

std::string_view error_page(std::string_view code) {
    for (const embedded::Text& page : embedded::error_pages()) {
        if (page.name.substr(0, page.name.find('.')) == code) return page.text;
    }
    return {};
}

}  // namespace scantling::dsl
