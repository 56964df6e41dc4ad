// Content digests: one spelling for what OCI, CycloneDX, SPDX and Trivy spell in their own ways.
#include "engine/values/digest.h"

#include <array>

#include "engine/base/same_text.h"
#include "engine/values/ascii.h"

namespace scantling {

namespace {

struct Algorithm {
    std::string_view folded;  // lower case without separators
    std::string_view name;    // as we write it, with the colon behind it
    std::size_t digits;
    std::string_view of_cyclonedx;  // as the specification's `hash-alg` spells it
};
constexpr std::array<Algorithm, 17> algorithms = {{{"md5", "md5:", 32, "MD5"},
                                                   {"sha1", "sha1:", 40, "SHA-1"},
                                                   {"sha224", "sha224:", 56, {}},
                                                   {"sha256", "sha256:", 64, "SHA-256"},
                                                   {"sha384", "sha384:", 96, "SHA-384"},
                                                   {"sha512", "sha512:", 128, "SHA-512"},
                                                   {"sha3224", "sha3-224:", 56, {}},
                                                   {"sha3256", "sha3-256:", 64, "SHA3-256"},
                                                   {"sha3384", "sha3-384:", 96, "SHA3-384"},
                                                   {"sha3512", "sha3-512:", 128, "SHA3-512"},
                                                   {"blake2b256", "blake2b-256:", 64, "BLAKE2b-256"},
                                                   {"blake2b384", "blake2b-384:", 96, "BLAKE2b-384"},
                                                   {"blake2b512", "blake2b-512:", 128, "BLAKE2b-512"},
                                                   {"blake3", "blake3:", 0, "BLAKE3"},  // of any length
                                                   {"streebog256", "streebog-256:", 64, "Streebog-256"},
                                                   {"streebog512", "streebog-512:", 128, "Streebog-512"},
                                                   {"adler32", "adler32:", 8, {}}}};

// Hexadecimal digits to lower case; false where one is none. An SBOM is to a third such digits, so there is no branch within the loop.
bool fold_hex(char* digits, std::size_t size) {
    unsigned char wrong = 0;  // as narrow as the digits, so that many are folded at once
    for (std::size_t i = 0; i < size; ++i) {
        const auto c = static_cast<unsigned char>(digits[i]);
        const auto folded = static_cast<unsigned char>(c | 0x20U);  // of a digit: itself
        const auto from_0 = static_cast<unsigned char>(c - '0');
        const auto from_a = static_cast<unsigned char>(folded - 'a');
        wrong = static_cast<unsigned char>(wrong | ((from_0 < 10 || from_a < 6) ? 0U : 1U));
        digits[i] = static_cast<char>(folded);
    }
    return wrong == 0;
}

const Algorithm* algorithm_named(std::string_view name) {
    if (name.empty()) return nullptr;
    // An SBOM names thousands, and nearly always so.
    for (const Algorithm& algorithm : algorithms) {
        if (same_text(algorithm.of_cyclonedx, name)) return &algorithm;
    }
    std::array<char, 16> folded{};  // longer than any of them
    std::size_t size = 0;
    for (const char c : name) {
        if (c == '-' || c == '_') continue;
        if (size == folded.size()) return nullptr;
        folded[size++] = ascii::lower(c);
    }
    for (const Algorithm& algorithm : algorithms) {
        if (algorithm.folded == std::string_view(folded.data(), size)) return &algorithm;
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

bool write_digest(std::string& to, std::string_view algorithm, std::string_view hex) {
    to.clear();
    const Algorithm* known = algorithm_named(algorithm);
    if (known == nullptr || hex.empty() || (known->digits != 0 && hex.size() != known->digits)) return false;
    to.append(known->name);
    to.append(hex);
    if (fold_hex(to.data() + known->name.size(), hex.size())) return true;
    to.clear();
    return false;
}

std::optional<std::string> make_digest(std::string_view algorithm, std::string_view hex) {
    std::string out;
    if (!write_digest(out, algorithm, hex)) return std::nullopt;
    return out;
}

std::optional<std::string> parse_digest(std::string_view text) {
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    return make_digest(text.substr(0, colon), text.substr(colon + 1));
}

}  // namespace scantling
