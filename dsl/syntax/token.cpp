// Names of tokens and the table of known words. The lexer asks find_word once for every word of a text, so the table is an open
// addressing one that is laid out while compiling: one hash over length and three characters, almost always one comparison.
#include "dsl/syntax/token.h"

#include <array>
#include <cstddef>

namespace scantling::dsl {

namespace {

struct KnownWord {
    std::string_view text;
    bool reserved = false;
};

constexpr auto known_words = std::to_array<KnownWord>({
    {"", false},
#define SCANTLING_RESERVED(id, text) {text, true},
#define SCANTLING_WORD(id, text) {text, false},
#include "dsl/syntax/words.def"
#undef SCANTLING_RESERVED
#undef SCANTLING_WORD
});
static_assert(known_words.size() < 256);

constexpr std::size_t slot_count = 512;

constexpr std::size_t first_slot(std::string_view text) {
    const auto at = [&](std::size_t i) { return static_cast<std::size_t>(static_cast<unsigned char>(text[i])); };
    const std::size_t size = text.size();
    return (size * 7 + at(0) * 31 + at(size - 1) * 101 + at(size / 2) * 13) % slot_count;
}

constexpr std::array<std::uint8_t, slot_count> make_slots() {
    std::array<std::uint8_t, slot_count> slots{};
    for (std::size_t i = 1; i < known_words.size(); ++i) {
        std::size_t slot = first_slot(known_words[i].text);
        while (slots[slot] != 0) slot = (slot + 1) % slot_count;
        slots[slot] = static_cast<std::uint8_t>(i);
    }
    return slots;
}

constexpr auto slots = make_slots();

struct KindText {
    std::string_view name;
    std::string_view description;
};

constexpr auto kind_texts = std::to_array<KindText>({
    {"end_of_file", "the end of the file"},
    {"error", "something unreadable"},
    {"word", "a name"},
    {"integer", "a whole number"},
    {"decimal", "a decimal number"},
    {"duration", "a duration"},
    {"size", "a size"},
    {"time", "a time"},
    {"string", "a string"},
    {"string_head", "a string"},
    {"string_middle", "`}`"},
    {"string_tail", "`}`"},
    {"raw", "a raw string"},
    {"block", "a block"},
    {"left_paren", "`(`"},
    {"right_paren", "`)`"},
    {"left_bracket", "`[`"},
    {"right_bracket", "`]`"},
    {"left_brace", "`{`"},
    {"right_brace", "`}`"},
    {"comma", "`,`"},
    {"colon", "`:`"},
    {"dot", "`.`"},
    {"question_dot", "`?.`"},
    {"question", "`?`"},
    {"question_question", "`??`"},
    {"ellipsis", "`...`"},
    {"arrow", "`->`"},
    {"assign", "`=`"},
    {"equal", "`==`"},
    {"not_equal", "`!=`"},
    {"less", "`<`"},
    {"less_equal", "`<=`"},
    {"greater", "`>`"},
    {"greater_equal", "`>=`"},
    {"plus", "`+`"},
    {"minus", "`-`"},
    {"star", "`*`"},
});
static_assert(kind_texts.size() == static_cast<std::size_t>(TokenKind::star) + 1);

}  // namespace

bool is_reserved(Word word) { return known_words[static_cast<std::size_t>(word)].reserved; }

Word find_word(std::string_view text) {
    if (text.empty()) return Word::plain;
    for (std::size_t slot = first_slot(text); slots[slot] != 0; slot = (slot + 1) % slot_count) {
        if (known_words[slots[slot]].text == text) return static_cast<Word>(slots[slot]);
    }
    return Word::plain;
}

std::string_view word_text(Word word) { return known_words[static_cast<std::size_t>(word)].text; }

std::string_view describe(TokenKind kind) { return kind_texts[static_cast<std::size_t>(kind)].description; }

std::string_view kind_name(TokenKind kind) { return kind_texts[static_cast<std::size_t>(kind)].name; }

}  // namespace scantling::dsl
