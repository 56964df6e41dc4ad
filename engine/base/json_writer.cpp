// Canonical JSON text.
#include "engine/base/json_writer.h"

#include <cassert>
#include <cstring>

#include "engine/base/utf8.h"

namespace scantling {

void JsonWriter::before_value() {
    if (after_key_) {
        after_key_ = false;
        return;
    }
    if (!levels_.empty()) {
        if (!levels_.back().empty) out_ += ',';
        levels_.back().empty = false;
    }
    if (break_line_) out_ += '\n';
    break_line_ = false;
}

namespace {

bool stands_for_itself(unsigned char byte) { return byte >= 0x20 && byte < 0x80 && byte != '"' && byte != '\\'; }

// How many bytes from `at` on are ASCII that needs no escape. The sums set the top bit of a byte that is not: a borrow may reach the byte
// behind such a one, no other.
std::size_t unescaped_at(std::string_view text, std::size_t at) {
    constexpr std::uint64_t each = 0x0101010101010101U;
    const std::size_t begin = at;
    for (; at + 8 <= text.size(); at += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, text.data() + at, sizeof word);
        const std::uint64_t escaped = (word - each * 0x20U) | ((word ^ (each * '"')) - each) | ((word ^ (each * '\\')) - each);
        if (((word | escaped) & (each * 0x80U)) != 0) break;
    }
    while (at < text.size() && stands_for_itself(static_cast<unsigned char>(text[at]))) ++at;
    return at - begin;
}

}  // namespace

void JsonWriter::quoted(std::string_view text) {
    constexpr std::string_view hex = "0123456789abcdef";
    out_ += '"';
    std::size_t at = unescaped_at(text, 0);
    out_ += text.substr(0, at);
    const bool well_formed = at == text.size() || !first_invalid_utf8(text).has_value();
    for (; at < text.size(); ++at) {
        if (const std::size_t size = unescaped_at(text, at); size != 0) {
            out_ += text.substr(at, size);
            at += size - 1;
            continue;
        }
        const auto byte = static_cast<unsigned char>(text[at]);
        switch (byte) {
            case '"':
                out_ += "\\\"";
                break;
            case '\\':
                out_ += "\\\\";
                break;
            case '\n':
                out_ += "\\n";
                break;
            case '\r':
                out_ += "\\r";
                break;
            case '\t':
                out_ += "\\t";
                break;
            default:
                if (byte < 0x20) {
                    out_ += "\\u00";
                    out_ += hex[byte >> 4U];
                    out_ += hex[byte & 0xFU];
                } else if (byte < 0x80 || well_formed) {
                    out_ += static_cast<char>(byte);
                } else {
                    append_utf8(out_, next_code_point(text, at));
                    --at;
                }
        }
    }
    out_ += '"';
}

JsonWriter& JsonWriter::begin_object() {
    before_value();
    levels_.emplace_back().object = true;
    out_ += '{';
    return *this;
}

JsonWriter& JsonWriter::end_object() {
    if (break_line_) out_ += '\n';
    break_line_ = false;
    levels_.pop_back();
    out_ += '}';
    return *this;
}

JsonWriter& JsonWriter::begin_array() {
    before_value();
    levels_.emplace_back();
    out_ += '[';
    return *this;
}

JsonWriter& JsonWriter::end_array() {
    if (break_line_) out_ += '\n';
    break_line_ = false;
    levels_.pop_back();
    out_ += ']';
    return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
    assert(!levels_.empty() && levels_.back().object && (levels_.back().empty || levels_.back().last_key < name));
    before_value();
#ifndef NDEBUG
    levels_.back().last_key = name;
#endif
    quoted(name);
    out_ += ':';
    after_key_ = true;
    return *this;
}

JsonWriter& JsonWriter::string(std::string_view value) {
    before_value();
    quoted(value);
    return *this;
}

JsonWriter& JsonWriter::integer(std::int64_t value) { return raw(std::to_string(value)); }
JsonWriter& JsonWriter::boolean(bool value) { return raw(value ? "true" : "false"); }
JsonWriter& JsonWriter::null() { return raw("null"); }

JsonWriter& JsonWriter::raw(std::string_view json) {
    before_value();
    out_ += json;
    return *this;
}

JsonWriter& JsonWriter::line() {
    break_line_ = true;
    return *this;
}

}  // namespace scantling
