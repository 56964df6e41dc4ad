// What we tell a person about something they wrote or supplied: the one shape of every error and warning.
//
// A user's mistake is never an exception: stages collect diagnostics and go on, so that one run reports every
// independent error. Style: a lowercase sentence without full stop, the user's words in backticks, cause and help apart.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/source.h"

namespace scantling {

enum class DiagnosticSeverity : std::uint8_t { error, warning };

struct Diagnostic {
    std::string code;  // stable: E0203 for policy text, I0101 for inputs, U0001 for usage; explained by `scantling explain CODE`
    DiagnosticSeverity severity = DiagnosticSeverity::error;
    std::string message;
    std::shared_ptr<const Source> source;  // null where there is no text to point at (a usage error)
    Span span;
    std::string label;              // stands beside the carets; may be empty
    std::vector<std::string> help;  // one entry a line
    std::vector<Span> hidden = {};  // of the source, in order and apart: shown as `<masked>`
};

// Collected in order of discovery; `sorted` orders them by source and offset, and drops exact repetitions.
using Diagnostics = std::vector<Diagnostic>;
[[nodiscard]] bool has_errors(const Diagnostics& diagnostics);
void sort_diagnostics(Diagnostics& diagnostics);

// The rendering of docs/reference/language.md, "Errors": header, place, excerpt with carets, help.
// Never wider than `width` columns in the excerpt: a long line is cut around the carets. No colour.
[[nodiscard]] std::string render(const Diagnostic& diagnostic, std::size_t width = 100);

// The excerpt alone (the ` --> ` line and the carets), which reports share. A span over several lines is marked on its first.
[[nodiscard]] std::string render_excerpt(const Source& source, Span span, std::string_view label, std::size_t width = 100);

struct Excerpt {
    Span span;
    Position position;  // of span.begin
    std::string_view label;
    std::span<const Span> hidden;  // in order and apart: what lies in one is shown as `<masked>`
};
// The same of a place whose position is known, each line led by `indent`, which the width does not count.
void append_excerpt(std::string& to, const Source& source, const Excerpt& excerpt, std::string_view indent, std::size_t width);

}  // namespace scantling
