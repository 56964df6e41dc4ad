// Walks valid JSON text along a pointer.
#include "engine/facts/locate.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "engine/base/utf8.h"
#include "engine/facts/pass_blocks.h"

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

// A cursor over valid JSON: every step trusts the text, but none reads past its end.
class Walker {
  public:
    explicit Walker(std::string_view json) : json_(json) {
        if (json_.substr(0, 3) == "\xEF\xBB\xBF") at_ = 3;
    }
    Walker(std::string_view json, std::size_t at) : json_(json), at_(std::min(at, json.size())) {}

    [[nodiscard]] char peek() {
        while (at_ < json_.size() && (json_[at_] == ' ' || json_[at_] == '\t' || json_[at_] == '\n' || json_[at_] == '\r')) ++at_;
        return at_ < json_.size() ? json_[at_] : '\0';
    }
    void step() {
        if (at_ < json_.size()) ++at_;
    }
    [[nodiscard]] std::size_t at() const { return at_; }

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
        at_ = ways_to_pass_blocks().front()(json_, at_, passing);
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

    // Of the string that starts here what stands between the quotes.
    Span take_string() {
        static_cast<void>(peek());
        const std::size_t begin = std::min(at_ + 1, json_.size());
        skip_string();
        return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_ > begin ? at_ - 1 : begin)};
    }

  private:
    std::string_view json_;
    std::size_t at_ = 0;
};

}  // namespace

JsonContainer::JsonContainer(std::string_view json, std::uint32_t offset) : json_(json), offset_(offset) {
    Walker walker(json_, offset);
    const char open = walker.peek();
    is_object_ = open == '{';
    ended_ = !is_object_ && open != '[';
    walker.step();
    at_ = walker.at();
}

void JsonContainer::finish_last() {
    if (!inside_) return;
    Walker walker(json_, at_);
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
        Walker walker(json_, at_);
        const char next = walker.peek();
        ended_ = ended_ || next == '}' || next == ']' || next == '\0';
        if (ended_) return false;
        Item item;
        if (is_object_) {
            const Span raw = walker.take_string();
            item.name = decoded(json_.substr(raw.begin, raw.size()));
            if (walker.peek() == ':') walker.step();
            static_cast<void>(walker.peek());
        }
        at_ = walker.at();
        inside_ = true;
        item.value.begin = static_cast<std::uint32_t>(at_);
        items_.push_back(item);
    }
    return true;
}

std::string_view JsonContainer::decoded(std::string_view raw_name) {
    if (raw_name.find('\\') == std::string_view::npos) return raw_name;
    return *decoded_.emplace_back(std::make_unique<const std::string>(decode_escapes(raw_name)));
}

Span JsonContainer::value(std::size_t index) {
    if (index + 1 == items_.size()) finish_last();
    return items_[index].value;
}

std::optional<std::size_t> JsonContainer::find(std::string_view name) {
    // The members of most objects are few; those of others are looked up once for each finding in them.
    constexpr std::size_t few = 32;
    for (std::size_t i = 0; i < few; ++i) {
        if (!reach(i)) return std::nullopt;
        if (items_[i].name == name) return i;
    }
    if (const auto found = by_name_.find(name); found != by_name_.end()) return found->second;
    for (std::size_t i = few + seen_; reach(i); ++i) {
        ++seen_;
        by_name_.emplace(items_[i].name, i);
        if (items_[i].name == name) return i;
    }
    return std::nullopt;
}

Span json_value(std::string_view json, std::uint32_t offset) {
    Walker walker(json, offset);
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

bool enter_member(Walker& walker, std::string_view json, const std::string& key) {
    walker.step();
    while (walker.peek() == '"') {
        const Span raw = walker.take_string();
        const std::string name = decode_escapes(json.substr(raw.begin, raw.size()));
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
        if (open == '{' ? !enter_member(walker, json, token) : (open != '[' || !enter_element(walker, token))) return std::nullopt;
    }
    static_cast<void>(walker.peek());
    const std::size_t begin = walker.at();
    walker.skip_value();
    return Span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(walker.at())};
}

}  // namespace scantling
