// Globs as a bit-parallel automaton (Shift-And): bit i says that the first i elements have matched what was read. A literal byte
// or `?` shifts its bit onwards, a star keeps it, and since stars never stand side by side one shift is their whole closure.
// Backtracking would be quadratic for `**a*b` on hostile texts. Bytes, not code points: only `?` has to know that a
// character may go on, so the bit after a `?` survives continuation bytes.
#include "engine/values/glob.h"

#include <algorithm>

namespace scantling {

namespace {

constexpr std::size_t bits = 64;
constexpr std::size_t words_on_stack = 8;
constexpr bool is_continuation(unsigned char byte) { return (byte & 0xC0U) == 0x80U; }

struct Element {
    char kind;  // `c` literal byte, `?`, `*`, `+` for `**`
    unsigned char byte;
};

std::vector<Element> elements_of(std::string_view pattern) {
    std::vector<Element> elements;
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        if (pattern[at] == '?') {
            elements.push_back({'?', 0});
        } else if (pattern[at] != '*') {
            elements.push_back({'c', static_cast<unsigned char>(pattern[at])});
        } else {
            const std::size_t begin = at;
            while (at + 1 < pattern.size() && pattern[at + 1] == '*') ++at;
            elements.push_back({at > begin ? '+' : '*', 0});
        }
    }
    return elements;
}

void set(std::vector<std::uint64_t>& to, std::size_t offset, std::size_t bit) {
    to[offset + bit / bits] |= std::uint64_t{1} << (bit % bits);
}

}  // namespace

Glob::Glob(std::string_view pattern) : pattern_(pattern), prefix_(std::min(pattern.find_first_of("*?"), pattern.size())) {
    literal_ = prefix_ == pattern.size();
    const std::vector<Element> elements = elements_of(pattern);
    elements_ = elements.size();
    words_ = elements_ / bits + 1;
    std::uint8_t classes = 1;  // at most 255 distinct bytes are named: 0xC0, 0xC1, 0xF5… never occur, `*` and `?` are not literals
    for (const Element& element : elements) {
        if (element.kind == 'c' && class_of_[element.byte] == 0) class_of_[element.byte] = classes++;
    }
    consume_.assign(words_ * classes, 0);
    for (std::vector<Word>* mask : {&any_, &segment_, &character_}) mask->assign(words_, 0);
    for (std::size_t i = 0; i < elements_; ++i) append_element(elements[i].kind, elements[i].byte, i);
}

void Glob::append_element(char kind, unsigned char byte, std::size_t element) {
    if (kind == 'c') set(consume_, words_ * class_of_[byte], element);
    if (kind == '+') set(any_, 0, element);
    if (kind == '*') set(segment_, 0, element);
    if (kind == '?') set(character_, 0, element);
}

bool Glob::run(std::string_view text, Word* states, Word* next) const {
    // Lets a star match nothing: its bit also stands behind it.
    const auto close = [this](Word* at) {
        Word carry = 0;
        for (std::size_t w = 0; w < words_; ++w) {
            const Word stars = at[w] & (any_[w] | segment_[w]);
            at[w] |= (stars << 1U) | carry;
            carry = stars >> (bits - 1);
        }
    };
    std::fill(states, states + words_, 0);
    states[0] = 1;
    close(states);
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const Word* consumed = &consume_[words_ * class_of_[byte]];
        const bool slash = c == '/';
        const bool continuation = is_continuation(byte);
        Word carry = 0;
        Word behind = 0;  // carries the `?` mask one bit on
        Word alive = 0;
        for (std::size_t w = 0; w < words_; ++w) {
            Word taking = class_of_[byte] == 0 ? 0 : consumed[w];
            if (!slash && !continuation) taking |= character_[w];
            const Word moved = states[w] & taking;
            Word kept = any_[w] | (slash ? 0 : segment_[w]);
            if (continuation) kept |= (character_[w] << 1U) | behind;
            behind = character_[w] >> (bits - 1);
            next[w] = (moved << 1U) | carry | (states[w] & kept);
            carry = moved >> (bits - 1);
            alive |= next[w];
        }
        if (alive == 0) return false;
        close(next);
        std::swap(states, next);
    }
    return (states[elements_ / bits] >> (elements_ % bits) & 1U) != 0;
}

bool Glob::matches(std::string_view text) const {
    if (literal_) return text == pattern_;
    if (!text.starts_with(std::string_view(pattern_).substr(0, prefix_))) return false;
    if (words_ <= words_on_stack) {
        std::array<Word, 2 * words_on_stack> states;
        return run(text, states.data(), states.data() + words_on_stack);
    }
    std::vector<Word> states(2 * words_);
    return run(text, states.data(), states.data() + words_);
}

}  // namespace scantling
