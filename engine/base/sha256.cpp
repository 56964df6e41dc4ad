// SHA-256 through OpenSSL's libcrypto.
#include "engine/base/sha256.h"

#include <array>

#include <openssl/sha.h>

namespace scantling {

std::string sha256_hex(std::string_view bytes) {
    std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
    SHA256(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), digest.data());
    constexpr std::string_view alphabet = "0123456789abcdef";
    std::string out;
    out.reserve(digest.size() * 2);
    for (const unsigned char byte : digest) {
        out += alphabet[byte >> 4U];
        out += alphabet[byte & 0xFU];
    }
    return out;
}

}  // namespace scantling
