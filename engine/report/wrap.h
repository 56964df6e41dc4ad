// Breaking prose at blanks, for columns of text.
#pragma once

#include <string>
#include <string_view>

namespace scantling::report {

// Appends `text`, made harmless to a terminal and broken into lines of at most `width` columns where blanks allow, each after the first
// led by `indent`. A word longer than a line is cut.
void append_wrapped(std::string& to, std::string_view text, std::size_t width, std::string_view indent);

}  // namespace scantling::report
