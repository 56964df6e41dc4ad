// A strict JSON reader for one array, with places; as Go's encoding/json judges it. Other values are only validated, since
// all that matters about them is that they are there.
#include "engine/ingest/dockerfile/json_form.h"

#include <optional>

#include "engine/base/limits.h"
#include "engine/base/utf8.h"

namespace scantling::dockerfile {

namespace {

std::optional<unsigned> hex4(std::string_view text, std::size_t at) {
    if (at + 4 > text.size()) return std::nullopt;
    unsigned value = 0;
    for (std::size_t i = at; i < at + 4; ++i) {
        const char c = text[i];
        unsigned digit = 0;
        if (is_digit(c)) {
            digit = static_cast<unsigned>(c - '0');
        } else if (c >= 'a' && c <= 'f') {
            digit = static_cast<unsigned>(c - 'a') + 10;
        } else if (c >= 'A' && c <= 'F') {
            digit = static_cast<unsigned>(c - 'A') + 10;
        } else {
            return std::nullopt;
        }
        value = value * 16 + digit;
    }
    return value;
}

class Validator {
  public:
    explicit Validator(std::string_view text) : text_(text) {}

    std::size_t at = 0;

    void blanks() {
        while (at < text_.size() && (text_[at] == ' ' || text_[at] == '\t' || text_[at] == '\r' || text_[at] == '\n')) ++at;
    }
    [[nodiscard]] char peek() const { return at < text_.size() ? text_[at] : '\0'; }
    bool take(char c) {
        if (at >= text_.size() || text_[at] != c) return false;
        ++at;
        return true;
    }

    bool string() {
        if (!take('"')) return false;
        while (at < text_.size()) {
            const char c = text_[at++];
            if (c == '"') return true;
            if (static_cast<unsigned char>(c) < 0x20) return false;
            if (c != '\\') continue;
            const char escaped = peek();
            ++at;
            constexpr std::string_view simple = "\"\\/bfnrt";
            if (escaped == 'u') {
                if (!hex4(text_, at)) return false;
                at += 4;
            } else if (at > text_.size() || escaped == '\0' || simple.find(escaped) == std::string_view::npos) {
                return false;
            }
        }
        return false;
    }

    bool value() {
        if (++depth_ > limits::json_nesting) return false;
        blanks();
        const bool good = peek() == '"' ? string() : peek() == '[' ? items(']') : peek() == '{' ? items('}') : scalar();
        --depth_;
        blanks();
        return good;
    }

  private:
    bool items(char close) {
        ++at;
        blanks();
        if (take(close)) return true;
        while (true) {
            blanks();
            if (close == '}' && !(string() && colon())) return false;
            if (!value()) return false;
            if (take(close)) return true;
            if (!take(',')) return false;
        }
    }
    bool colon() {
        blanks();
        return take(':');
    }
    bool scalar() {
        for (const std::string_view word : {"true", "false", "null"}) {
            if (text_.substr(at, word.size()) == word) {
                at += word.size();
                return true;
            }
        }
        take('-');
        if (!take('0') && !digits()) return false;
        if (take('.') && !digits()) return false;
        if (take('e') || take('E')) {
            if (!take('+')) take('-');
            return digits();
        }
        return true;
    }
    bool digits() {
        const std::size_t begin = at;
        while (is_digit(peek())) ++at;
        return at > begin;
    }

    std::string_view text_;
    std::size_t depth_ = 0;
};

char32_t decode_unicode(std::string_view literal, std::size_t& at) {
    const unsigned first = hex4(literal, at).value_or(0xFFFD);
    at += 4;
    if (first < 0xD800 || first > 0xDFFF) return first;
    if (first <= 0xDBFF && literal.substr(at, 2) == "\\u") {
        const auto second = hex4(literal, at + 2);
        if (second && *second >= 0xDC00 && *second <= 0xDFFF) {
            at += 6;
            return 0x10000 + ((first - 0xD800) << 10U) + (*second - 0xDC00);
        }
    }
    return 0xFFFD;  // half a surrogate pair
}

}  // namespace

Mapped decode_json_string(const Mapped& text, std::string_view literal, Pool& pool) {
    const std::string_view inner = literal.substr(1, literal.size() - 2);
    if (inner.find('\\') == std::string_view::npos) {
        const std::uint32_t begin = text.offset_of(inner);
        return part_of(text, begin, begin + static_cast<std::uint32_t>(inner.size()));
    }
    Joiner joiner;
    for (std::size_t at = 0; at < inner.size();) {
        const std::uint32_t origin = text.place(text.offset_of(inner) + static_cast<std::uint32_t>(at));
        if (inner[at] != '\\') {
            joiner.add(inner.substr(at++, 1), origin);
            continue;
        }
        const char escaped = inner[at + 1];
        at += 2;
        std::string made;
        constexpr std::string_view names = "bfnrt";
        constexpr std::string_view values = "\b\f\n\r\t";
        if (escaped == 'u') {
            append_utf8(made, decode_unicode(inner, at));
        } else {
            const std::size_t which = names.find(escaped);
            made += which == std::string_view::npos ? escaped : values[which];
        }
        joiner.add(made, origin);
    }
    return joiner.finish(pool);
}

JsonForm read_json_form(const Mapped& text, std::string_view rest, std::vector<Word>& words, Pool& pool) {
    if (rest.empty() || rest.front() != '[') return JsonForm::not_json;
    Validator reader(rest);
    reader.take('[');
    reader.blanks();
    bool strings = true;
    std::vector<std::string_view> literals;
    bool closed = reader.take(']');
    while (!closed) {
        reader.blanks();
        const std::size_t begin = reader.at;
        const bool is_string = reader.peek() == '"';
        if (is_string ? !reader.string() : !reader.value()) return JsonForm::not_json;
        strings = strings && is_string;
        if (is_string) literals.push_back(rest.substr(begin, reader.at - begin));
        reader.blanks();
        closed = reader.take(']');
        if (!closed && !reader.take(',')) return JsonForm::not_json;
    }
    reader.blanks();
    if (reader.at != rest.size()) return JsonForm::not_json;
    if (!strings) return JsonForm::not_strings;
    words.reserve(words.size() + literals.size());
    for (const std::string_view literal : literals)
        words.push_back({decode_json_string(text, literal, pool).text, text.place(literal), literal});
    return JsonForm::strings;
}

}  // namespace scantling::dockerfile
