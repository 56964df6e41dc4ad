// UTF-8 by the tables of the Unicode standard.
#include "engine/base/utf8.h"

#include <array>
#include <cstring>

namespace scantling {

namespace {

// Length of the sequence that starts with `lead`, and the range its second byte must lie in (table 3-7).
struct Lead {
    std::size_t size = 0;  // 0: no lead byte
    unsigned low = 0x80;
    unsigned high = 0xBF;
};

Lead lead_of(unsigned char lead) {
    if (lead < 0x80) return {1, 0, 0};
    if (lead >= 0xC2 && lead <= 0xDF) return {2};
    if (lead == 0xE0) return {3, 0xA0, 0xBF};
    if (lead == 0xED) return {3, 0x80, 0x9F};
    if (lead >= 0xE1 && lead <= 0xEF) return {3};
    if (lead == 0xF0) return {4, 0x90, 0xBF};
    if (lead >= 0xF1 && lead <= 0xF3) return {4};
    if (lead == 0xF4) return {4, 0x80, 0x8F};
    return {};
}

unsigned char byte_at(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }

// Size of the well-formed sequence at `at`, 0 where it is ill-formed.
std::size_t sequence_at(std::string_view text, std::size_t at) {
    const Lead lead = lead_of(byte_at(text, at));
    if (lead.size <= 1) return lead.size;
    if (at + lead.size > text.size()) return 0;
    const unsigned second = byte_at(text, at + 1);
    if (second < lead.low || second > lead.high) return 0;
    for (std::size_t i = 2; i < lead.size; ++i) {
        if ((byte_at(text, at + i) & 0xC0U) != 0x80U) return 0;
    }
    return lead.size;
}

bool is_ascii_word(const char* eight_bytes) {
    std::uint64_t word = 0;
    std::memcpy(&word, eight_bytes, sizeof word);
    return (word & 0x8080808080808080U) == 0;
}

// Shown as it is.
bool is_plain(unsigned char byte) { return byte >= 0x20 && byte < 0x7F; }

// Whether all eight bytes are: the sums set the top bit of a byte that is not (a borrow may reach the byte behind such a one, no other).
bool is_plain_word(const char* eight_bytes) {
    std::uint64_t word = 0;
    std::memcpy(&word, eight_bytes, sizeof word);
    constexpr std::uint64_t each = 0x0101010101010101U;
    return ((word | (word - each * 0x20U) | (word + each)) & (each * 0x80U)) == 0;
}

std::string hex(std::uint32_t value, std::size_t digits) {
    constexpr std::string_view alphabet = "0123456789abcdef";
    std::string out;
    for (int shift = 28; shift >= 0; shift -= 4) {
        const auto digit = (value >> static_cast<unsigned>(shift)) & 0xFU;
        if (!out.empty() || digit != 0 || static_cast<std::size_t>(shift / 4) < digits) out += alphabet[digit];
    }
    return out;
}

}  // namespace

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        if (byte_at(text, at) < 0x80) {
            ++at;
            while (at + 8 <= text.size() && is_ascii_word(text.data() + at)) at += 8;
            continue;
        }
        const std::size_t size = sequence_at(text, at);
        if (size == 0) return at;
        at += size;
    }
    return std::nullopt;
}

char32_t next_code_point(std::string_view text, std::size_t& at) {
    const std::size_t size = sequence_at(text, at);
    const unsigned char lead = byte_at(text, at);
    if (size == 0) {
        ++at;
        return 0xFFFD;
    }
    constexpr std::array<unsigned, 5> lead_mask = {0, 0x7F, 0x1F, 0x0F, 0x07};
    char32_t out = lead & lead_mask[size];
    for (std::size_t i = 1; i < size; ++i) out = (out << 6U) | (byte_at(text, at + i) & 0x3FU);
    at += size;
    return out;
}

void append_utf8(std::string& to, char32_t c) {
    const auto put = [&](char32_t byte) { to += static_cast<char>(static_cast<unsigned char>(byte)); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0 | (c >> 6U));
        put(0x80 | (c & 0x3FU));
    } else if (c < 0x10000) {
        put(0xE0 | (c >> 12U));
        put(0x80 | ((c >> 6U) & 0x3FU));
        put(0x80 | (c & 0x3FU));
    } else {
        put(0xF0 | (c >> 18U));
        put(0x80 | ((c >> 12U) & 0x3FU));
        put(0x80 | ((c >> 6U) & 0x3FU));
        put(0x80 | (c & 0x3FU));
    }
}

std::size_t code_points(std::string_view text) {
    std::size_t at = plain_prefix(text);
    std::size_t count = at;
    for (; at < text.size(); ++count) {
        if (byte_at(text, at) < 0x80) {
            ++at;
        } else {
            next_code_point(text, at);
        }
    }
    return count;
}

namespace {

// Short enough for a sum of one byte. The compiler makes vectors of both loops.
constexpr std::size_t block = 128;

bool is_ascii_block(const char* text) {
    std::uint64_t all = 0;
    for (std::size_t i = 0; i < block; i += sizeof all) {
        std::uint64_t word = 0;
        std::memcpy(&word, text + i, sizeof word);
        all |= word;
    }
    return (all & 0x8080808080808080U) == 0;
}

bool begins_code_point(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

std::size_t code_points_of_block(const char* text) {
    std::uint8_t sum = 0;
    for (std::size_t i = 0; i < block; ++i) sum = static_cast<std::uint8_t>(sum + (begins_code_point(text[i]) ? 1 : 0));
    return sum;
}

}  // namespace

// Most texts are ASCII almost throughout, and to see that of a block takes less than to count in it.
std::size_t code_points_of_valid(std::string_view text) {
    std::size_t count = 0;
    for (; text.size() >= block; text.remove_prefix(block)) {
        count += is_ascii_block(text.data()) ? block : code_points_of_block(text.data());
    }
    for (; text.size() >= 8 && is_ascii_word(text.data()); text.remove_prefix(8)) count += 8;
    for (const char byte : text) count += begins_code_point(byte) ? 1U : 0U;
    return count;
}

bool is_bidirectional_control(char32_t c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F || c == 0x061C;
}

void append_printable(std::string& to, std::string_view text, std::size_t& at) {
    if (is_plain(byte_at(text, at))) {
        to += text[at++];
        return;
    }
    const std::size_t before = at;
    const bool well_formed = sequence_at(text, at) != 0;
    const char32_t c = next_code_point(text, at);
    const bool control = c < 0x20 || c == 0x7F || (c >= 0x80 && c < 0xA0) || c == 0x2028 || c == 0x2029 || is_bidirectional_control(c);
    if (!well_formed) {
        to += "\\x" + hex(byte_at(text, before), 2);
    } else if (c == '\t') {
        to += ' ';
    } else if (control) {
        to += "\\u{" + hex(static_cast<std::uint32_t>(c), 1) + "}";
    } else {
        to += text.substr(before, at - before);
    }
}

std::size_t plain_prefix(std::string_view text) {
    std::size_t at = 0;
    while (at + 8 <= text.size() && is_plain_word(text.data() + at)) at += 8;
    while (at < text.size() && is_plain(byte_at(text, at))) ++at;
    return at;
}

void append_printable(std::string& to, std::string_view text) {
    while (!text.empty()) {
        std::size_t at = plain_prefix(text);
        to += text.substr(0, at);
        if (at < text.size()) append_printable(to, text, at);
        text.remove_prefix(at);
    }
}

std::string printable(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    append_printable(out, text);
    return out;
}

std::size_t columns_of(std::string_view text) { return code_points(text); }

}  // namespace scantling
