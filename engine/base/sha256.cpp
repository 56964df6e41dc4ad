// SHA-256 through OpenSSL's libcrypto.
//
// By the calls that OpenSSL 3 calls deprecated: the newer ones look the algorithm up among providers, which costs a short run more than all
// else that it does with this library (five million instructions for the first digest).
#include "engine/base/sha256.h"

#include <array>

#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>

namespace scantling {

std::string sha256_hex(std::string_view bytes) {
    std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
    SHA256_CTX context;
    SHA256_Init(&context);
    SHA256_Update(&context, bytes.data(), bytes.size());
    SHA256_Final(digest.data(), &context);
    constexpr std::string_view alphabet = "0123456789abcdef";
    std::string out(digest.size() * 2, '0');
    for (std::size_t i = 0; i < digest.size(); ++i) {
        out[2 * i] = alphabet[digest[i] >> 4U];
        out[2 * i + 1] = alphabet[digest[i] & 0xFU];
    }
    return out;
}

}  // namespace scantling
