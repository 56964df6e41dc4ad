// SHA-256 of bytes, for document digests and fingerprints (FIPS 180-4; the only user of OpenSSL until signatures).
#pragma once

#include <string>
#include <string_view>

namespace scantling {

// 64 lower-case hexadecimal digits.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

}  // namespace scantling
