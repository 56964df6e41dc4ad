// The two pieces of a URL that policies ask about (RFC 3986): its scheme and its host.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace scantling {

// Lower case; absent where the text does not begin with `scheme:`.
[[nodiscard]] std::optional<std::string> url_scheme(std::string_view text);
// Lower case, without user, port and the brackets of an IPv6 address; absent where there is no `scheme://host`.
[[nodiscard]] std::optional<std::string> url_host(std::string_view text);

}  // namespace scantling
