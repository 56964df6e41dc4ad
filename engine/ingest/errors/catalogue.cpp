// The table of errors.def.
#include "engine/ingest/errors/catalogue.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace scantling {

namespace {

constexpr auto entries = std::to_array<InputErrorEntry>({
#define SCANTLING_INPUT_ERROR(code, severity, title, explanation) {#code, DiagnosticSeverity::severity, title, explanation},
#include "engine/ingest/errors/errors.def"
#undef SCANTLING_INPUT_ERROR
});

}  // namespace

std::span<const InputErrorEntry> input_error_catalogue() { return entries; }

const InputErrorEntry* find_input_error(std::string_view code) {
    const auto* const found = std::find_if(entries.begin(), entries.end(), [&](const InputErrorEntry& e) { return e.code == code; });
    return found == entries.end() ? nullptr : found;
}

Diagnostic input_diagnostic(std::string_view code, std::string message, std::shared_ptr<const Source> source, Span span) {
    const InputErrorEntry* const entry = find_input_error(code);
    assert(entry != nullptr);
    Diagnostic out;
    out.code = code;
    if (entry != nullptr) out.severity = entry->severity;
    out.message = std::move(message);
    out.source = std::move(source);
    out.span = span;
    return out;
}

}  // namespace scantling
