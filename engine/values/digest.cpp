// Content digests: one spelling for what OCI, CycloneDX, SPDX and Trivy spell in their own ways.
#include "engine/values/digest.h"

#include <array>

#include "engine/values/ascii.h"

namespace scantling {

namespace {

struct Algorithm {
    std::string_view folded;  // lower case without separators
    std::string_view name;
    std::size_t digits;
};
constexpr std::array<Algorithm, 17> algorithms = {{{"md5", "md5", 32},
                                                   {"sha1", "sha1", 40},
                                                   {"sha224", "sha224", 56},
                                                   {"sha256", "sha256", 64},
                                                   {"sha384", "sha384", 96},
                                                   {"sha512", "sha512", 128},
                                                   {"sha3224", "sha3-224", 56},
                                                   {"sha3256", "sha3-256", 64},
                                                   {"sha3384", "sha3-384", 96},
                                                   {"sha3512", "sha3-512", 128},
                                                   {"blake2b256", "blake2b-256", 64},
                                                   {"blake2b384", "blake2b-384", 96},
                                                   {"blake2b512", "blake2b-512", 128},
                                                   {"blake3", "blake3", 0},  // of any length
                                                   {"streebog256", "streebog-256", 64},
                                                   {"streebog512", "streebog-512", 128},
                                                   {"adler32", "adler32", 8}}};

const Algorithm* algorithm_named(std::string_view name) {
    std::string folded;
    for (const char c : name) {
        if (c != '-' && c != '_') folded.push_back(ascii::lower(c));
    }
    for (const Algorithm& algorithm : algorithms) {
        if (algorithm.folded == folded) return &algorithm;
    }
    return nullptr;
}

}  // namespace

bool is_image_digest(std::string_view text) {
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos) return false;
    const std::string_view algorithm = text.substr(0, colon);
    const std::string_view hex = text.substr(colon + 1);
    const std::size_t digits = algorithm == "sha256" ? 64 : algorithm == "sha384" ? 96 : algorithm == "sha512" ? 128 : 0;
    return digits != 0 && hex.size() == digits && ascii::all_of(hex, ascii::is_lower_hex);
}

std::optional<std::string> make_digest(std::string_view algorithm, std::string_view hex) {
    const Algorithm* known = algorithm_named(algorithm);
    if (known == nullptr || hex.empty() || !ascii::all_of(hex, ascii::is_hex)) return std::nullopt;
    if (known->digits != 0 && hex.size() != known->digits) return std::nullopt;
    return std::string(known->name) + ":" + ascii::lower(hex);
}

std::optional<std::string> parse_digest(std::string_view text) {
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    return make_digest(text.substr(0, colon), text.substr(colon + 1));
}

}  // namespace scantling
