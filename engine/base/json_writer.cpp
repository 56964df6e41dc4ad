// Canonical JSON text.
#include "engine/base/json_writer.h"

#include <cassert>

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

void JsonWriter::quoted(std::string_view text) {
    constexpr std::string_view hex = "0123456789abcdef";
    out_ += '"';
    const bool well_formed = !first_invalid_utf8(text).has_value();
    for (std::size_t at = 0; at < text.size(); ++at) {
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
    levels_.push_back({true, true, {}});
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
    levels_.push_back({false, true, {}});
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
    levels_.back().last_key = name;
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
