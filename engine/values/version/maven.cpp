// Maven's ComparableVersion (3.9): a tree of numbers, words and lists; a hyphen and each border between digits and letters open
// a list. Trailing nulls (`0`, `ga`) are dropped on every level, which is why the tree is built before anything is compared.
// The words it knows are ordered, others come after them by text; a word directly before a number is one item with it.
#include "engine/values/version/maven.h"

#include <array>
#include <string>
#include <vector>

#include "engine/values/version/numbers.h"

namespace scantling::version::maven {

namespace {

enum class Kind { number, word, combination, list };

struct Item {
    Kind kind = Kind::list;
    std::string word;
    std::string digits;
    std::vector<Item> items;

    [[nodiscard]] bool is_null() const {
        switch (kind) {
            case Kind::number:
                return without_zeros(digits).empty();
            case Kind::word:
                return word.empty();
            case Kind::list:
                return items.empty();
            default:
                return false;
        }
    }
};

constexpr std::array<std::string_view, 7> qualifiers = {"alpha", "beta", "milestone", "rc", "snapshot", "", "sp"};
constexpr std::size_t release = 5;

std::size_t rank(std::string_view word) {
    if (word == "ga" || word == "final" || word == "release") return release;
    for (std::size_t i = 0; i < qualifiers.size(); ++i) {
        if (qualifiers[i] == word) return i;
    }
    return qualifiers.size();
}

std::string canonical_word(std::string_view word, bool before_digit) {
    if (before_digit && word == "a") return "alpha";
    if (before_digit && word == "b") return "beta";
    if (before_digit && word == "m") return "milestone";
    return word == "cr" ? "rc" : std::string(word);
}

Item make_item(bool combination, bool digits, std::string_view text) {
    Item item;
    if (combination) {
        item.kind = Kind::combination;
        std::string joined;
        for (const char c : text) {
            if (c != '-') joined.push_back(c);
        }
        const std::size_t border = joined.find_first_of("0123456789");
        item.word = canonical_word(std::string_view(joined).substr(0, border), true);
        item.digits = joined.substr(border);
    } else {
        item.kind = digits ? Kind::number : Kind::word;
        (digits ? item.digits : item.word) = digits ? std::string(text) : canonical_word(text, false);
    }
    return item;
}

void normalise(std::vector<Item>& items) {
    for (std::size_t i = items.size(); i-- > 0;) {
        if (!items[i].is_null()) continue;
        bool drop = i + 1 == items.size() || items[i + 1].kind == Kind::word;
        if (!drop && items[i + 1].kind == Kind::list && !items[i + 1].items.empty()) {
            const Kind first = items[i + 1].items.front().kind;
            drop = first == Kind::combination || first == Kind::word;
        }
        if (drop) items.erase(items.begin() + static_cast<std::ptrdiff_t>(i));
    }
}

// Builds the tree. Lists only ever grow at their end, so the path to the open one is "the last item, `depth` times".
class Builder {
  public:
    Item build(const std::string& text) {
        for (at_ = 0; at_ < text.size(); ++at_) step(text);
        if (text.size() > start_) {
            if (!digit_ && !open().empty()) open_list();  // `.X` is `-X` for a word at the end
            take(text, text.size());
        }
        close(root_.items);
        return std::move(root_);
    }

  private:
    std::vector<Item>& open() {
        std::vector<Item>* list = &root_.items;
        for (std::size_t i = 0; i < depth_; ++i) list = &list->back().items;
        return *list;
    }
    void open_list() {
        open().emplace_back();
        ++depth_;
    }
    void take(const std::string& text, std::size_t end) {
        open().push_back(make_item(combination_, digit_, std::string_view(text).substr(start_, end - start_)));
    }
    void take_or_zero(const std::string& text) {
        if (at_ == start_) {
            open().push_back(make_item(false, true, "0"));
        } else {
            take(text, at_);
        }
        combination_ = false;
        start_ = at_ + 1;
    }
    void step(const std::string& text) {
        const char c = text[at_];
        if (c == '.') {
            take_or_zero(text);
        } else if (c == '-') {
            // `X-1` is `X1`.
            if (at_ != start_ && !digit_ && at_ + 1 < text.size() && ascii::is_digit(text[at_ + 1])) {
                combination_ = true;
                return;
            }
            take_or_zero(text);
            if (!open().empty()) open_list();
        } else if (ascii::is_digit(c)) {
            if (!digit_ && at_ > start_) {
                combination_ = true;
                if (!open().empty()) open_list();
            }
            digit_ = true;
        } else {
            if (digit_ && at_ > start_) {
                take(text, at_);
                start_ = at_;
                open_list();
                combination_ = false;
            }
            digit_ = false;
        }
    }
    // Innermost first. Depth is bounded by limits::version_bytes.
    static void close(std::vector<Item>& items) {
        for (Item& item : items) close(item.items);
        normalise(items);
    }

    Item root_;
    std::size_t depth_ = 0;
    std::size_t at_ = 0;
    std::size_t start_ = 0;
    bool digit_ = false;
    bool combination_ = false;
};

std::strong_ordering compare_words(std::string_view a, std::string_view b) {
    const std::size_t left = rank(a);
    const std::size_t right = rank(b);
    return left != right || left < qualifiers.size() ? left <=> right : compare_text(a, b);
}

std::strong_ordering reversed(std::strong_ordering order) { return 0 <=> order; }

std::strong_ordering compare_to_nothing(const Item& item) {
    switch (item.kind) {
        case Kind::number:
            return item.is_null() ? std::strong_ordering::equal : std::strong_ordering::greater;
        case Kind::list:
            for (const Item& inner : item.items) {
                if (const auto order = compare_to_nothing(inner); order != 0) return order;
            }
            return std::strong_ordering::equal;
        default:
            return compare_words(item.word, "");
    }
}

std::strong_ordering compare_items(const Item& a, const Item& b);

std::strong_ordering compare_lists(const Item& a, const Item& b) {
    for (std::size_t i = 0; i < a.items.size() || i < b.items.size(); ++i) {
        const auto order = i >= a.items.size()   ? reversed(compare_to_nothing(b.items[i]))
                           : i >= b.items.size() ? compare_to_nothing(a.items[i])
                                                 : compare_items(a.items[i], b.items[i]);
        if (order != 0) return order;
    }
    return std::strong_ordering::equal;
}

std::strong_ordering compare_items(const Item& a, const Item& b) {
    const bool words = a.kind != Kind::list && b.kind != Kind::list && a.kind != Kind::number && b.kind != Kind::number;
    if (words) {
        if (const auto order = compare_words(a.word, b.word); order != 0) return order;
        if (a.kind != b.kind) return a.kind == Kind::combination ? std::strong_ordering::greater : std::strong_ordering::less;
        return compare_numbers(a.digits, b.digits);
    }
    if (a.kind != b.kind) {
        // Numbers are newer than lists, lists newer than words.
        const auto weight = [](Kind kind) { return kind == Kind::number ? 2 : kind == Kind::list ? 1 : 0; };
        return weight(a.kind) <=> weight(b.kind);
    }
    return a.kind == Kind::number ? compare_numbers(a.digits, b.digits) : compare_lists(a, b);
}

bool has_prerelease(const Item& item) {
    if ((item.kind == Kind::word || item.kind == Kind::combination) && rank(item.word) < release) return true;
    for (const Item& inner : item.items) {
        if (has_prerelease(inner)) return true;
    }
    return false;
}

}  // namespace

bool is_valid(std::string_view text) {
    if (text.empty() || !ascii::is_alphanumeric(text.front())) return false;
    if (ascii::all_of(text, [](char c) { return !ascii::is_digit(c); })) return false;  // Maven would order `unknown`; nobody means it
    return ascii::all_of(text, [](char c) { return ascii::is_alphanumeric(c) || c == '.' || c == '-' || c == '_' || c == '+'; });
}

std::strong_ordering compare(std::string_view a, std::string_view b) {
    return compare_lists(Builder().build(ascii::lower(a)), Builder().build(ascii::lower(b)));
}

bool is_prerelease(std::string_view text) { return has_prerelease(Builder().build(ascii::lower(text))); }

}  // namespace scantling::version::maven
