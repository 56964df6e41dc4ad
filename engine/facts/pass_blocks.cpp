// Where the machine can look at many bytes at once, 64 are looked at as bits (after simdjson).
#include "engine/facts/pass_blocks.h"

#include <array>
#include <bit>
#include <cstdint>

#if defined(__SSE2__)
#include <immintrin.h>
#endif
#if __has_include(<sys/platform/x86.h>) && !defined(__clang__)  // the header does not compile as strict C++ there
#include <sys/platform/x86.h>
#endif

namespace scantling {

namespace {

#if defined(__SSE2__)

constexpr std::size_t block_bytes = 64;

// Of 64 bytes, a bit each.
struct Block {
    std::uint64_t quotes = 0;
    std::uint64_t slashes = 0;
    std::uint64_t opening = 0;
    std::uint64_t closing = 0;
};

// `[` and `]` with this bit set are `{` and `}`, and nothing else is.
constexpr char to_brace = 0x20;

Block block_of_sse2(const char* text) {
    Block out;
    for (unsigned i = 0; i < block_bytes / 16; ++i) {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text + std::size_t{16} * i));
        const __m128i folded = _mm_or_si128(bytes, _mm_set1_epi8(to_brace));
        const auto bits = [i](__m128i found, char c) {
            return std::uint64_t{static_cast<std::uint32_t>(_mm_movemask_epi8(_mm_cmpeq_epi8(found, _mm_set1_epi8(c))))} << (16U * i);
        };
        out.quotes |= bits(bytes, '"');
        out.slashes |= bits(bytes, '\\');
        out.opening |= bits(folded, '{');
        out.closing |= bits(folded, '}');
    }
    return out;
}

[[gnu::target("avx2")]] inline std::uint64_t equal_avx2(__m256i low, __m256i high, char c) {
    const __m256i sought = _mm256_set1_epi8(c);
    const auto first = static_cast<std::uint32_t>(_mm256_movemask_epi8(_mm256_cmpeq_epi8(low, sought)));
    const auto second = static_cast<std::uint32_t>(_mm256_movemask_epi8(_mm256_cmpeq_epi8(high, sought)));
    return first | std::uint64_t{second} << 32U;
}

[[gnu::target("avx2")]] inline Block block_of_avx2(const char* text) {
    const __m256i low = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(text));
    const __m256i high = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(text + 32));
    const __m256i bit = _mm256_set1_epi8(to_brace);
    const __m256i folded_low = _mm256_or_si256(low, bit);
    const __m256i folded_high = _mm256_or_si256(high, bit);
    return {equal_avx2(low, high, '"'), equal_avx2(low, high, '\\'), equal_avx2(folded_low, folded_high, '{'),
            equal_avx2(folded_low, folded_high, '}')};
}

// The bytes behind a backslash that is none itself.
std::uint64_t escaped_bytes(std::uint64_t slashes, bool& escaped) {
    std::uint64_t out = escaped ? 1 : 0;
    escaped = false;
    for (slashes &= ~out; slashes != 0; slashes &= slashes - 1) {
        const std::uint64_t next = (slashes & ~(slashes - 1)) << 1U;
        out |= next;
        escaped = next == 0;
        slashes &= ~next;
    }
    return out;
}

// Of each bit, whether the number of bits up to it is odd.
inline std::uint64_t odd_up_to(std::uint64_t bits) {
    for (unsigned shift = 1; shift < 64; shift *= 2) bits ^= bits << shift;
    return bits;
}

// Passes over whole blocks until the container ends: its depth is 0 then, and what returns is the offset behind it.
template <Block (*block_of)(const char*)>
[[gnu::always_inline]] inline std::size_t pass_blocks_of(std::string_view json, std::size_t at, Passing& passing) {
    for (; at + block_bytes <= json.size(); at += block_bytes) {
        Block block = block_of(json.data() + at);
        if (block.slashes != 0 || passing.escaped) block.quotes &= ~escaped_bytes(block.slashes, passing.escaped);
        if ((block.opening | block.closing) == 0) {  // most have none, and which quotes are where does not matter then
            passing.in_string ^= std::popcount(block.quotes) % 2 != 0;
            continue;
        }
        const std::uint64_t strings = odd_up_to(block.quotes) ^ (passing.in_string ? ~std::uint64_t{0} : 0);
        passing.in_string = (strings >> 63U) != 0;
        block.opening &= ~strings;
        block.closing &= ~strings;
        const auto closed = static_cast<std::size_t>(std::popcount(block.closing));
        if (closed < passing.depth) {  // it does not end in here, whatever the order
            passing.depth += static_cast<std::size_t>(std::popcount(block.opening)) - closed;
            continue;
        }
        for (std::uint64_t left = block.opening | block.closing; left != 0; left &= left - 1) {
            const std::uint64_t first = left & ~(left - 1);
            passing.depth = (block.opening & first) != 0 ? passing.depth + 1 : passing.depth - 1;
            if (passing.depth == 0) return at + static_cast<std::size_t>(std::countr_zero(first)) + 1;
        }
    }
    return at;
}

[[gnu::target("avx2,bmi,popcnt")]] std::size_t pass_blocks_avx2(std::string_view json, std::size_t at, Passing& passing) {
    return pass_blocks_of<block_of_avx2>(json, at, passing);
}

std::size_t pass_blocks_sse2(std::string_view json, std::size_t at, Passing& passing) {
    return pass_blocks_of<block_of_sse2>(json, at, passing);
}

// As the C library found it when the process began. To ask the processor itself is slow in a virtual machine, and the compiler's own
// function for it does so before main, in every process.
bool has_avx2() {
#if defined(CPU_FEATURE_ACTIVE)
    return CPU_FEATURE_ACTIVE(AVX2) && CPU_FEATURE_ACTIVE(BMI1) && CPU_FEATURE_ACTIVE(POPCNT);
#else
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("popcnt");
#endif
}

#endif

std::size_t pass_none(std::string_view, std::size_t at, Passing&) { return at; }

struct Ways {
    std::array<PassBlocks, 3> all{};
    std::size_t count = 0;
};

Ways find_ways() {
    Ways out;
#if defined(__SSE2__)
    if (has_avx2()) out.all[out.count++] = pass_blocks_avx2;
    out.all[out.count++] = pass_blocks_sse2;
#endif
    out.all[out.count++] = pass_none;
    return out;
}

}  // namespace

std::span<const PassBlocks> ways_to_pass_blocks() {
    static const Ways ways = find_ways();
    return std::span(ways.all).first(ways.count);
}

}  // namespace scantling
