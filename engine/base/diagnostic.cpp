// Renders diagnostics: header, place, excerpt with carets, help.
#include "engine/base/diagnostic.h"

#include <algorithm>
#include <cstdio>
#include <tuple>

#include "engine/base/utf8.h"

namespace scantling {

namespace {

// One line of an excerpt, cut to a window around the marked text.
struct Window {
    std::string text;
    std::size_t first_mark = 0;  // columns before the first caret
    std::size_t marks = 1;
};

// The code point that holds byte `at`, or the end.
std::size_t code_point_begin(std::string_view text, std::size_t at) {
    while (at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
    return std::min(at, text.size());
}

// Spans of the line, sorted, in its own offsets.
std::vector<Span> within_line(const std::vector<Span>& spans, std::uint32_t begin, std::size_t size) {
    std::vector<Span> out;
    for (const Span span : spans) {
        if (span.end <= begin || span.begin >= begin + size) continue;
        out.push_back({std::max(span.begin, begin) - begin, std::min(span.end - begin, static_cast<std::uint32_t>(size))});
    }
    return out;
}

// A line may be a whole minified document: no more of it is looked at than can be shown.
Window window_of(std::string_view line, std::size_t mark_begin, std::size_t mark_end, std::size_t width, const std::vector<Span>& hidden) {
    constexpr std::string_view dots = "...";
    constexpr std::string_view mask = "<masked>";
    mark_begin = std::min(mark_begin, line.size());
    const std::size_t masks = hidden.size() * mask.size();  // at most so much longer
    const bool fits = line.size() + masks <= width && columns_of(printable(line)) + masks <= width;
    const std::size_t lead = width / 3;
    const std::size_t from = fits || mark_begin <= lead ? 0 : code_point_begin(line, mark_begin - lead);
    Window out;
    if (from > 0) out.text = dots;
    const std::size_t room = width - (fits ? 0 : dots.size());
    std::size_t columns = out.text.size();
    out.first_mark = columns;
    out.marks = 0;
    std::size_t at = from;
    std::string cell;
    auto mark = hidden.begin();
    while (at < line.size()) {
        std::size_t next = at;
        cell.clear();
        while (mark != hidden.end() && mark->end <= at) ++mark;
        if (mark != hidden.end() && mark->begin <= at) {
            cell = mask;
            next = mark->end;
        } else {
            append_printable(cell, line, next);
        }
        const std::size_t size = cell.size() == 1 ? 1 : columns_of(cell);
        if (columns + size > room) break;
        if (at < mark_begin) out.first_mark += size;
        if (at >= mark_begin && at < mark_end) out.marks += size;
        out.text += cell;
        columns += size;
        at = next;
    }
    out.marks = std::max<std::size_t>(out.marks, 1);
    if (at < line.size()) out.text += dots;
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
    return render_excerpt(source, span, source.position(span.begin), label, width, {});
}

std::string render_excerpt(const Source& source, Span span, Position at, std::string_view label, std::size_t width,
                           const std::vector<Span>& hidden) {
    const std::string number = std::to_string(at.line);
    const std::string gutter(number.size(), ' ');
    const std::string_view line = source.line_at(span.begin);
    const std::uint32_t line_begin = source.line_begin(span.begin);
    const std::size_t mark_begin = std::min(span.begin, static_cast<std::uint32_t>(source.text().size())) - line_begin;
    const std::size_t mark_end = std::max(span.end, span.begin) - line_begin;
    const std::size_t room = width > gutter.size() + 13 ? width - gutter.size() - 3 : 10;
    const Window window = window_of(line, mark_begin, mark_end, room, within_line(hidden, line_begin, line.size()));

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
        out += render_excerpt(*d.source, d.span, d.source->position(d.span.begin), d.label, width, d.hidden);
        gutter = std::string(std::to_string(d.source->position(d.span.begin).line).size(), ' ');
        if (!d.help.empty()) out += gutter + " |\n";
    }
    for (const std::string& help : d.help) out += gutter + " = help: " + help + "\n";
    return out;
}

}  // namespace scantling
