// Renders diagnostics: header, place, excerpt with carets, help.
#include "engine/base/diagnostic.h"

#include <algorithm>
#include <cstdio>
#include <tuple>

#include "engine/base/utf8.h"

namespace scantling {

namespace {

// One line of an excerpt, cut to a window around the marked columns. Columns count code points.
struct Window {
    std::string text;
    std::size_t first_mark = 0;  // columns before the first caret
    std::size_t marks = 1;
};

Window window_of(std::string_view line, std::size_t mark_begin, std::size_t mark_size, std::size_t width) {
    std::vector<std::string> cells = printable_cells(line);  // one printable text a code point
    Window out;
    std::size_t from = 0;
    std::size_t to = cells.size();
    if (cells.size() > width) {
        const std::size_t lead = width / 3;
        from = mark_begin > lead ? mark_begin - lead : 0;
        to = std::min(cells.size(), from + width);
        if (to - from < width) from = to > width ? to - width : 0;
    }
    const std::string dots = "...";
    if (from > 0) {
        out.text += dots;
        from += std::min(dots.size(), cells.size() - from);
    }
    const bool cut_end = to < cells.size();
    if (cut_end) to -= std::min(dots.size(), to - from);
    out.first_mark = columns_of(out.text);
    for (std::size_t i = from; i < to; ++i) {
        if (i < mark_begin) out.first_mark += columns_of(cells[i]);
        out.text += cells[i];
    }
    out.marks = 0;
    for (std::size_t i = std::max(mark_begin, from); i < std::min(mark_begin + mark_size, to); ++i) out.marks += columns_of(cells[i]);
    out.marks = std::max<std::size_t>(out.marks, 1);
    if (cut_end) out.text += dots;
    return out;
}

std::string_view severity_name(DiagnosticSeverity severity) { return severity == DiagnosticSeverity::error ? "error" : "warning"; }

}  // namespace

bool has_errors(const Diagnostics& diagnostics) {
    return std::any_of(diagnostics.begin(), diagnostics.end(), [](const Diagnostic& d) { return d.severity == DiagnosticSeverity::error; });
}

void sort_diagnostics(Diagnostics& diagnostics) {
    const auto key = [](const Diagnostic& d) {
        return std::tuple(d.source ? std::string_view(d.source->name()) : std::string_view(), d.span.begin, d.span.end,
                          std::string_view(d.code), std::string_view(d.message));
    };
    std::stable_sort(diagnostics.begin(), diagnostics.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
    const auto same = [&](const auto& a, const auto& b) { return key(a) == key(b); };
    diagnostics.erase(std::unique(diagnostics.begin(), diagnostics.end(), same), diagnostics.end());
}

std::string render_excerpt(const Source& source, Span span, std::string_view label, std::size_t width) {
    const Position at = source.position(span.begin);
    const std::string number = std::to_string(at.line);
    const std::string gutter(number.size(), ' ');
    const std::string_view line = source.line_at(span.begin);
    const std::uint32_t line_begin = source.line_begin(span.begin);
    const std::uint32_t line_end = line_begin + static_cast<std::uint32_t>(line.size());
    const std::uint32_t mark_end = std::clamp(span.end, span.begin, std::max(line_end, span.begin));
    const std::size_t mark_size = code_points(source.text({span.begin, mark_end}));
    const std::size_t room = width > gutter.size() + 13 ? width - gutter.size() - 3 : 10;
    const Window window = window_of(line, at.column - 1, std::max<std::size_t>(mark_size, 1), room);

    std::string out = gutter + "--> " + printable(source.name()) + ":" + number + ":" + std::to_string(at.column) + "\n";
    out += gutter + " |\n";
    out += number + " | " + window.text + "\n";
    out += gutter + " | " + std::string(window.first_mark, ' ') + std::string(window.marks, '^');
    if (!label.empty()) out += " " + std::string(label);
    out += "\n";
    return out;
}

std::string render(const Diagnostic& d, std::size_t width) {
    std::string out(severity_name(d.severity));
    out += "[" + d.code + "]: " + d.message + "\n";
    std::string gutter;
    if (d.source) {
        out += render_excerpt(*d.source, d.span, d.label, width);
        gutter = std::string(std::to_string(d.source->position(d.span.begin).line).size(), ' ');
        if (!d.help.empty()) out += gutter + " |\n";
    }
    for (const std::string& help : d.help) out += gutter + " = help: " + help + "\n";
    return out;
}

}  // namespace scantling
