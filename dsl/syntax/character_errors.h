// What the lexer says about characters and literals (E0001-E0010): the texts, kept apart from the scanning.
#pragma once

#include <cstddef>
#include <string_view>

#include "dsl/syntax/reports.h"

namespace scantling::dsl {

// Invalid UTF-8 and bidirectional controls, anywhere in the text, comments and strings included.
void report_broken_text(Reports& reports);
// The first control character of a string or a comment, but for tab and line ends.
void report_control_characters(Span span, Reports& reports);
// A piece that is no token. `culprit` is the offset of the character that spoils it.
void report_stray(Span span, std::size_t culprit, Reports& reports);
void report_foreign_operator(Span span, std::string_view ours, Reports& reports);
void report_foreign_comment(Span span, Reports& reports);
void report_single_quotes(Span span, Reports& reports);
void report_unclosed(Span span, std::string_view quote, Reports& reports);
void report_bad_escape(Span span, Reports& reports);
void report_brace_in_text(Span span, bool inside_interpolation, Reports& reports);
// `digits`: length of the part before the unit.
void report_bad_number(Span span, std::size_t digits, Reports& reports);
void report_bad_time(Span span, Reports& reports);

}  // namespace scantling::dsl
