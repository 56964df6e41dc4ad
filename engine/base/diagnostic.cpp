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
    std::size_t marks = 0;
};

// What a window shows of: a line, and in it what is marked and what is hidden.
struct Line {
    std::string_view text;
    std::uint32_t begin = 0;       // in the source
    std::size_t mark_begin = 0;    // in the line
    std::size_t mark_end = 0;      // behind mark_begin, perhaps behind the line
    std::span<const Span> hidden;  // of the source; none ends before the line
};

// The code point that holds byte `at`, or the end.
std::size_t code_point_begin(std::string_view text, std::size_t at) {
    while (at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
    return std::min(at, text.size());
}

constexpr std::string_view mask = "<masked>";

// Whether all of it does: a long line does not, whatever stands in it.
bool fits_in(const Line& line, std::size_t width) {
    if (line.text.size() > width) return false;
    const auto behind = [&](const Span& span) { return span.begin >= line.begin + line.text.size(); };
    const auto masks = std::find_if(line.hidden.begin(), line.hidden.end(), behind) - line.hidden.begin();
    const std::size_t longer = static_cast<std::size_t>(masks) * mask.size();  // at most so much
    if (line.text.size() + longer > width) return false;
    return plain_prefix(line.text) == line.text.size() || columns_of(printable(line.text)) + longer <= width;
}

// A line may be a whole minified document: no more of it is looked at than can be shown.
Window window_of(const Line& line, std::size_t width) {
    constexpr std::string_view dots = "...";
    const std::string_view text = line.text;
    const bool fits = fits_in(line, width);
    const std::size_t lead = width / 3;
    const std::size_t from = fits || line.mark_begin <= lead ? 0 : code_point_begin(text, line.mark_begin - lead);
    Window out;
    out.text.reserve(width + dots.size());
    if (from > 0) out.text = dots;
    const std::size_t room = width - (fits ? 0 : dots.size());
    std::size_t columns = out.text.size();
    out.first_mark = columns;
    const auto ends = [&](const Span& span) { return std::max(span.end, line.begin) - line.begin; };
    auto next_hidden =
        std::lower_bound(line.hidden.begin(), line.hidden.end(), from, [&](const Span& s, std::size_t at) { return ends(s) <= at; });
    std::string cell;
    std::size_t at = from;
    while (at < text.size()) {
        while (next_hidden != line.hidden.end() && ends(*next_hidden) <= at) ++next_hidden;
        const std::size_t clear = next_hidden == line.hidden.end() || next_hidden->begin >= line.begin + text.size() ? text.size()
                                  : next_hidden->begin > line.begin ? next_hidden->begin - line.begin
                                                                    : 0;
        // Plain text, as much as there is room for, at once; else one code point, or one mask.
        if (const std::size_t plain = clear > at ? plain_prefix(text.substr(at, std::min(clear - at, room - columns))) : 0; plain != 0) {
            const auto within = [&](std::size_t offset) { return std::clamp(offset, at, at + plain); };
            out.first_mark += within(line.mark_begin) - at;
            out.marks += within(line.mark_end) - within(line.mark_begin);
            out.text += text.substr(at, plain);
            columns += plain;
            at += plain;
            continue;
        }
        std::size_t next = at;
        cell.clear();
        if (clear > at) {
            append_printable(cell, text, next);
        } else {
            cell = mask;
            next = std::min<std::size_t>(ends(*next_hidden), text.size());
        }
        const std::size_t size = columns_of(cell);
        if (columns + size > room) break;
        if (at < line.mark_begin) out.first_mark += size;
        if (at >= line.mark_begin && at < line.mark_end) out.marks += size;
        out.text += cell;
        columns += size;
        at = next;
    }
    out.marks = std::max<std::size_t>(out.marks, 1);
    if (at < text.size()) out.text += dots;
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
    std::string out;
    append_excerpt(out, source, {span, source.position(span.begin), label, {}}, {}, width);
    return out;
}

void append_excerpt(std::string& to, const Source& source, const Excerpt& excerpt, std::string_view indent, std::size_t width) {
    const Span span = excerpt.span;
    const std::string number = std::to_string(excerpt.position.line);
    Line line;
    line.text = source.line_at(span.begin);
    line.begin = source.line_begin(span.begin);
    line.mark_begin =
        std::min<std::size_t>(std::min(span.begin, static_cast<std::uint32_t>(source.text().size())) - line.begin, line.text.size());
    line.mark_end = std::max(span.end, span.begin) - line.begin;
    const auto ends_before = [](const Span& hidden, std::uint32_t begin) { return hidden.end <= begin; };
    line.hidden = excerpt.hidden.subspan(static_cast<std::size_t>(
        std::lower_bound(excerpt.hidden.begin(), excerpt.hidden.end(), line.begin, ends_before) - excerpt.hidden.begin()));
    const std::size_t room = width > number.size() + 13 ? width - number.size() - 3 : 10;
    const Window window = window_of(line, room);

    const auto gutter = [&]() -> std::string& { return to.append(indent).append(number.size(), ' '); };
    gutter().append("--> ");
    append_printable(to, source.name());
    to.append(":").append(number).append(":").append(std::to_string(excerpt.position.column)).append("\n");
    gutter().append(" |\n");
    to.append(indent).append(number).append(" | ").append(window.text).append("\n");
    gutter().append(" | ").append(window.first_mark, ' ').append(window.marks, '^');
    if (!excerpt.label.empty()) {
        to.push_back(' ');
        append_printable(to, excerpt.label);  // a pointer says keys of a document
    }
    to.append("\n");
}

std::string render(const Diagnostic& d, std::size_t width) {
    std::string out(severity_name(d.severity));
    out += "[" + d.code + "]: " + d.message + "\n";
    std::string gutter;
    if (d.source) {
        const Position at = d.source->position(d.span.begin);
        append_excerpt(out, *d.source, {d.span, at, d.label, d.hidden}, {}, width);
        gutter = std::string(std::to_string(at.line).size(), ' ');
        if (!d.help.empty()) out += gutter + " |\n";
    }
    for (const std::string& help : d.help) out += gutter + " = help: " + help + "\n";
    return out;
}

}  // namespace scantling
