// Splits a URL at its delimiters; nothing is decoded.
#include "engine/values/url.h"

#include "engine/values/ascii.h"

namespace scantling {

namespace {

bool is_scheme_character(char c) { return ascii::is_alphanumeric(c) || c == '+' || c == '-' || c == '.'; }

}  // namespace

std::optional<std::string> url_scheme(std::string_view text) {
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos || colon == 0 || !ascii::is_letter(text[0])) return std::nullopt;
    const std::string_view scheme = text.substr(0, colon);
    if (!ascii::all_of(scheme, is_scheme_character)) return std::nullopt;
    return ascii::lower(scheme);
}

std::optional<std::string> url_host(std::string_view text) {
    const auto scheme = url_scheme(text);
    if (!scheme || text.substr(scheme->size(), 3) != "://") return std::nullopt;
    std::string_view authority = text.substr(scheme->size() + 3);
    authority = authority.substr(0, authority.find_first_of("/?#"));
    if (const std::size_t at = authority.rfind('@'); at != std::string_view::npos) authority.remove_prefix(at + 1);
    if (!authority.empty() && authority[0] == '[') {
        authority = authority.substr(1, authority.find(']') == std::string_view::npos ? 0 : authority.find(']') - 1);
    } else {
        authority = authority.substr(0, authority.find(':'));
    }
    if (authority.empty()) return std::nullopt;
    return ascii::lower(authority);
}

}  // namespace scantling
