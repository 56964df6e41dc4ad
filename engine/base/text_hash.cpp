// A multiply-mix over sixteen bytes at a time, after wyhash: keyed by two secret words, and by the length so that prefixes differ.
#include "engine/base/text_hash.h"

#include <array>
#include <chrono>
#include <cstring>

#include <unistd.h>

namespace scantling {

namespace {

std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
    __extension__ using Wide = unsigned __int128;
    const Wide wide = static_cast<Wide>(a) * b;
    return static_cast<std::uint64_t>(wide) ^ static_cast<std::uint64_t>(wide >> 64);
}

struct Key {
    std::uint64_t first;
    std::uint64_t second;
};

Key make_key() {
    std::array<std::uint64_t, 2> words{};
    if (getentropy(words.data(), sizeof words) != 0) {
        // Where the system has no random bytes: the time, and where this process happens to lie in memory.
        words[0] = static_cast<std::uint64_t>(std::chrono::steady_clock::now().time_since_epoch().count());
        words[1] = reinterpret_cast<std::uintptr_t>(&words) ^ reinterpret_cast<std::uintptr_t>(&make_key);
    }
    return {mix(words[0] ^ 0xa0761d6478bd642fULL, 0xe7037ed1a0b428dbULL), mix(words[1] ^ 0xe7037ed1a0b428dbULL, words[0] | 1U)};
}

template <typename Word>
std::uint64_t word_at(const char* at) {
    Word word = 0;
    std::memcpy(&word, at, sizeof word);
    return word;
}

// Up to eight bytes as one word. To copy a length that is known only at run time is a call: two fixed words that overlap are cheaper.
std::uint64_t few_bytes(const char* at, std::size_t size) {
    if (size >= 4) return word_at<std::uint32_t>(at) | word_at<std::uint32_t>(at + size - 4) << 32U;
    if (size == 0) return 0;
    const auto byte = [at](std::size_t i) { return std::uint64_t{static_cast<unsigned char>(at[i])}; };
    return byte(0) | byte(size / 2) << 8U | byte(size - 1) << 16U;
}

const Key& secret() {
    static const Key key = make_key();
    return key;
}

}  // namespace

std::uint64_t text_hash(std::string_view text) {
    const Key& key = secret();
    std::uint64_t state = key.first ^ text.size();
    const char* at = text.data();
    std::size_t left = text.size();
    for (; left > 16; at += 16, left -= 16) state = mix(state ^ word_at<std::uint64_t>(at), key.second ^ word_at<std::uint64_t>(at + 8));
    const bool two_words = left > 8;
    const std::uint64_t first = two_words ? word_at<std::uint64_t>(at) : few_bytes(at, left);
    const std::uint64_t last = two_words ? word_at<std::uint64_t>(at + left - 8) : 0;
    state = mix(state ^ first, key.second ^ last);
    return mix(state ^ key.first, key.second);
}

std::uint64_t hash_with(std::uint64_t hash, std::uint64_t number) {
    const Key& key = secret();
    return mix(hash ^ key.first, number ^ key.second);
}

}  // namespace scantling
