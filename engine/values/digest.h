// Content digests, `algorithm:hex`.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace scantling {

// An OCI digest as written: a known algorithm (sha256, sha384, sha512) and exactly its lower-case hexadecimal digits.
[[nodiscard]] bool is_image_digest(std::string_view text);

// A digest as facts hold it, `algorithm:hex` in lower case, from names as SBOMs write them (`SHA-256`, `SHA3-512`, `MD5`,
// `sha256`). Empty where the value is no hexadecimal text or its length is not the algorithm's.
[[nodiscard]] std::optional<std::string> make_digest(std::string_view algorithm, std::string_view hex);
// The same into a text that is used again and again: an SBOM is to a third digests. False where it is empty then.
[[nodiscard]] bool write_digest(std::string& to, std::string_view algorithm, std::string_view hex);
[[nodiscard]] std::optional<std::string> parse_digest(std::string_view text);

}  // namespace scantling
