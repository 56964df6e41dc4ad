// Walks valid JSON text along a pointer.
//
// Most of a walk is passing over containers that are not asked for, and to pass over one only its brackets and quotes matter: where the
// machine can look at many bytes at a time, 64 are looked at as bits (after simdjson).
#include "engine/facts/locate.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <string>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include "engine/base/utf8.h"

namespace scantling {

namespace {

std::uint32_t hex4(std::string_view raw, std::size_t at) {
    std::uint32_t value = 0;
    if (at + 4 <= raw.size()) std::from_chars(raw.data() + at, raw.data() + at + 4, value, 16);
    return value;
}

std::string decode_escapes(std::string_view raw) {
    constexpr std::string_view codes = "bfnrt";
    constexpr std::string_view values = "\b\f\n\r\t";
    std::string out;
    for (std::size_t i = 0; i < raw.size(); ++i) {
        if (raw[i] != '\\' || i + 1 >= raw.size()) {
            out += raw[i];
            continue;
        }
        const char c = raw[++i];
        if (c == 'u') {
            char32_t point = hex4(raw, i + 1);
            i += 4;
            if (point >= 0xD800 && point < 0xDC00 && i + 2 < raw.size() && raw.substr(i + 1, 2) == "\\u") {
                point = 0x10000 + ((point - 0xD800) << 10U) + (hex4(raw, i + 3) - 0xDC00);
                i += 6;
            }
            append_utf8(out, point);
        } else if (const std::size_t code = codes.find(c); code != std::string_view::npos) {
            out += values[code];
        } else {
            out += c;
        }
    }
    return out;
}

// A container that is passed over: how deep in it, and whether in a string, behind a backslash even.
struct Passing {
    std::size_t depth = 0;
    bool in_string = false;
    bool escaped = false;
};

#if defined(__SSE2__)

constexpr std::size_t block_bytes = 64;

// Of 64 bytes, a bit each.
struct Block {
    std::uint64_t quotes = 0;
    std::uint64_t slashes = 0;
    std::uint64_t opening = 0;
    std::uint64_t closing = 0;
};

Block block_at(const char* text) {
    Block out;
    for (unsigned i = 0; i < block_bytes / 16; ++i) {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text + std::size_t{16} * i));
        const __m128i folded = _mm_or_si128(bytes, _mm_set1_epi8(0x20));  // `[` to `{`, `]` to `}`, and nothing else to them
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
std::uint64_t odd_up_to(std::uint64_t bits) {
    for (unsigned shift = 1; shift < 64; shift *= 2) bits ^= bits << shift;
    return bits;
}

// Passes over whole blocks until the container ends: its depth is 0 then, and what returns is the offset behind it.
std::size_t pass_blocks(std::string_view json, std::size_t at, Passing& passing) {
    for (; at + block_bytes <= json.size(); at += block_bytes) {
        Block block = block_at(json.data() + at);
        if (block.slashes != 0 || passing.escaped) block.quotes &= ~escaped_bytes(block.slashes, passing.escaped);
        const std::uint64_t strings = odd_up_to(block.quotes) ^ (passing.in_string ? ~std::uint64_t{0} : 0);
        passing.in_string = (strings >> 63U) != 0;
        block.opening &= ~strings;
        block.closing &= ~strings;
        for (std::uint64_t left = block.opening | block.closing; left != 0; left &= left - 1) {
            const std::uint64_t first = left & ~(left - 1);
            passing.depth = (block.opening & first) != 0 ? passing.depth + 1 : passing.depth - 1;
            if (passing.depth == 0) return at + static_cast<std::size_t>(std::countr_zero(first)) + 1;
        }
    }
    return at;
}

#else

std::size_t pass_blocks(std::string_view, std::size_t at, Passing&) { return at; }

#endif

// A cursor over valid JSON: every step trusts the text, but none reads past its end.
class Walker {
  public:
    explicit Walker(std::string_view json) : json_(json) {
        if (json_.substr(0, 3) == "\xEF\xBB\xBF") at_ = 3;
    }

    [[nodiscard]] char peek() {
        while (at_ < json_.size() && (json_[at_] == ' ' || json_[at_] == '\t' || json_[at_] == '\n' || json_[at_] == '\r')) ++at_;
        return at_ < json_.size() ? json_[at_] : '\0';
    }
    void step() {
        if (at_ < json_.size()) ++at_;
    }
    [[nodiscard]] std::size_t at() const { return at_; }
    void go_to(std::size_t offset) { at_ = std::min(offset, json_.size()); }

    void skip_string() {
        step();
        finish_string();
    }
    void finish_string() {
        for (;;) {
            const std::size_t quote = std::min(json_.find('"', at_), json_.size());
            std::size_t slashes = 0;
            while (quote > at_ + slashes && json_[quote - 1 - slashes] == '\\') ++slashes;
            at_ = std::min(quote + 1, json_.size());
            if (slashes % 2 == 0 || at_ == json_.size()) return;
        }
    }

    // Only brackets and quotes matter inside a container: everything else is passed over.
    void skip_value() {
        const char first = peek();
        if (first == '"') return skip_string();
        if (first != '{' && first != '[') {
            while (at_ < json_.size() && std::string_view(",:]} \t\r\n").find(json_[at_]) == std::string_view::npos) ++at_;
            return;
        }
        step();
        Passing passing{1, false, false};
        at_ = pass_blocks(json_, at_, passing);
        std::size_t depth = passing.depth;
        if (depth == 0) return;
        // What is left of the text is less than a block.
        if (passing.escaped) step();
        if (passing.in_string) finish_string();
        while (depth != 0 && at_ < json_.size()) {
            switch (json_[at_]) {
                case '"':
                    skip_string();
                    continue;
                case '{':
                case '[':
                    ++depth;
                    break;
                case '}':
                case ']':
                    --depth;
                    break;
                default:
                    break;
            }
            ++at_;
        }
    }

    // The decoded text of the string that starts here.
    std::string take_string() {
        static_cast<void>(peek());
        const std::size_t begin = at_ + 1;
        skip_string();
        const std::string_view raw = json_.substr(begin, at_ > begin ? at_ - begin - 1 : 0);
        return raw.find('\\') == std::string_view::npos ? std::string(raw) : decode_escapes(raw);
    }

  private:
    std::string_view json_;
    std::size_t at_ = 0;
};

}  // namespace

JsonContainer::JsonContainer(std::string_view json, std::uint32_t offset) : json_(json) {
    Walker walker(json_);
    walker.go_to(offset);
    const char open = walker.peek();
    is_object_ = open == '{';
    ended_ = !is_object_ && open != '[';
    walker.step();
    at_ = walker.at();
}

void JsonContainer::finish_last() {
    if (!inside_) return;
    Walker walker(json_);
    walker.go_to(at_);
    walker.skip_value();
    items_.back().value.end = static_cast<std::uint32_t>(walker.at());
    inside_ = false;
    if (walker.peek() == ',') walker.step();
    ended_ = walker.at() == at_;  // only in a text that is not valid JSON
    at_ = walker.at();
}

bool JsonContainer::reach(std::size_t index) {
    while (items_.size() <= index) {
        finish_last();
        Walker walker(json_);
        walker.go_to(at_);
        const char next = walker.peek();
        ended_ = ended_ || next == '}' || next == ']' || next == '\0';
        if (ended_) return false;
        Item item;
        if (is_object_) {
            item.name = walker.take_string();
            if (walker.peek() == ':') walker.step();
            static_cast<void>(walker.peek());
        }
        at_ = walker.at();
        inside_ = true;
        item.value.begin = static_cast<std::uint32_t>(at_);
        items_.push_back(std::move(item));
    }
    return true;
}

Span JsonContainer::value(std::size_t index) {
    if (index + 1 == items_.size()) finish_last();
    return items_[index].value;
}

std::optional<std::size_t> JsonContainer::find(std::string_view name) {
    for (std::size_t i = 0; reach(i); ++i) {
        if (items_[i].name == name) return i;
    }
    return std::nullopt;
}

Span json_value(std::string_view json, std::uint32_t offset) {
    Walker walker(json);
    walker.go_to(offset);
    static_cast<void>(walker.peek());
    const std::size_t begin = walker.at();
    walker.skip_value();
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(walker.at())};
}

namespace {

std::string unescape_pointer(std::string_view token) {
    std::string out;
    for (std::size_t i = 0; i < token.size(); ++i) {
        if (token[i] == '~' && i + 1 < token.size()) {
            out += token[++i] == '0' ? '~' : '/';
        } else {
            out += token[i];
        }
    }
    return out;
}

bool enter_member(Walker& walker, const std::string& key) {
    walker.step();
    while (walker.peek() == '"') {
        const std::string name = walker.take_string();
        if (walker.peek() == ':') walker.step();
        if (name == key) return true;
        walker.skip_value();
        if (walker.peek() == ',') walker.step();
    }
    return false;
}

bool enter_element(Walker& walker, const std::string& token) {
    std::size_t index = 0;
    if (std::from_chars(token.data(), token.data() + token.size(), index).ec != std::errc()) return false;
    walker.step();
    for (; index > 0; --index) {
        if (walker.peek() == ']' || walker.peek() == '\0') return false;
        walker.skip_value();
        if (walker.peek() == ',') walker.step();
    }
    return walker.peek() != ']' && walker.peek() != '\0';
}

}  // namespace

std::optional<Span> locate_json(std::string_view json, std::string_view pointer) {
    Walker walker(json);
    while (!pointer.empty()) {
        pointer.remove_prefix(1);
        const std::size_t slash = std::min(pointer.find('/'), pointer.size());
        const std::string token = unescape_pointer(pointer.substr(0, slash));
        pointer.remove_prefix(slash);
        const char open = walker.peek();
        if (open == '{' ? !enter_member(walker, token) : (open != '[' || !enter_element(walker, token))) return std::nullopt;
    }
    static_cast<void>(walker.peek());
    const std::size_t begin = walker.at();
    walker.skip_value();
    return Span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(walker.at())};
}

}  // namespace scantling
