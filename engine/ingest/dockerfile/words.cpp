// BuildKit's three ways to split arguments (line_parsers.go, split_command.go), each with its quirks, as views and spans.
#include "engine/ingest/dockerfile/words.h"

#include <algorithm>

namespace scantling::dockerfile {

std::vector<std::string_view> quoted_words(std::string_view rest, char escape) {
    std::vector<std::string_view> words;
    std::size_t at = 0;
    while (true) {
        while (const std::size_t length = space_length(rest, at)) at += length;
        if (at >= rest.size()) return words;
        const std::size_t begin = at;
        std::size_t end = at;
        char quote = '\0';
        for (; at < rest.size(); end = at) {
            const char c = rest[at];
            if (quote == '\0' && space_length(rest, at) != 0) break;
            if (c == escape && quote != '\'') {
                if (at + 1 == rest.size()) {
                    ++at;
                    break;  // an escape at the very end is dropped
                }
                at += 2;
            } else {
                if (quote == '\0' && (c == '\'' || c == '"')) {
                    quote = c;
                } else if (c == quote) {
                    quote = '\0';
                }
                ++at;
            }
        }
        if (end > begin) words.push_back(rest.substr(begin, end - begin));
    }
}

std::vector<std::string_view> blank_separated(std::string_view rest) {
    std::vector<std::string_view> words;
    std::size_t at = 0;
    while (at < rest.size()) {
        const std::size_t begin = at;
        while (at < rest.size() && !is_blank(rest[at])) ++at;
        if (at > begin) words.push_back(rest.substr(begin, at - begin));
        while (at < rest.size() && is_blank(rest[at])) ++at;
    }
    return words;
}

std::string read_pairs(Instruction& instruction, char escape) {
    const Mapped& text = instruction.text;
    const std::string_view rest = instruction.rest;
    const auto word = [&](std::string_view view) { return Word{view, text.place(view), view}; };
    const bool is_arg = instruction.keyword == Keyword::arg;
    const std::string keyword(name_of(instruction.keyword));
    const std::vector<std::string_view> words = quoted_words(rest, escape);
    if (words.empty()) return keyword + " requires at least one argument";
    if (!is_arg && words.front().find('=') == std::string_view::npos) {
        const auto blank = std::find_if(rest.begin(), rest.end(), is_blank);
        if (blank == rest.end()) {
            instruction.words.push_back(word(rest));
            return keyword + " must have two arguments";
        }
        const auto split = static_cast<std::size_t>(blank - rest.begin());
        const auto value = std::find_if_not(blank, rest.end(), is_blank);
        const Word name = word(rest.substr(0, split));
        const Word after = word(rest.substr(static_cast<std::size_t>(value - rest.begin())));
        instruction.words = {name, after};
        instruction.pairs.push_back({name, after, true});
        return {};
    }
    std::string problem;
    for (const std::string_view view : words) {
        instruction.words.push_back(word(view));
        const std::size_t equals = view.find('=');
        if (equals == std::string_view::npos && !is_arg) {
            // BuildKit names the word, which may be the rest of a password.
            const std::string shown = instruction.keyword == Keyword::env ? "a word of ENV" : "\"" + std::string(view) + "\"";
            problem = "Syntax error - can't find = in " + shown + ". Must be of the form: name=value";
            continue;
        }
        if (equals == 0) {
            problem = keyword + " names can not be blank";
            continue;
        }
        Pair pair{word(view.substr(0, equals)), std::nullopt, false};
        if (equals != std::string_view::npos) pair.value = word(view.substr(equals + 1));
        instruction.pairs.push_back(pair);
    }
    return problem;
}

namespace {

// One flag word from `at`; quotes vanish, escapes protect. `end` is where its text ends.
Mapped flag_word(const Mapped& text, std::string_view rest, std::size_t& at, char escape, Pool& pool) {
    Joiner joiner;
    char quote = '\0';
    const std::size_t begin = at;
    bool plain = true;
    for (; at < rest.size(); ++at) {
        const char c = rest[at];
        if (quote == '\0' && space_length(rest, at) != 0) break;
        if (quote == '\0' ? c == '\'' || c == '"' : c == quote) {
            quote = quote == '\0' ? c : '\0';
            plain = false;
            continue;
        }
        if (c == escape) {
            plain = false;
            if (at + 1 == rest.size()) continue;
            ++at;
        }
        joiner.add(rest.substr(at, 1), text.place(text.offset_of(rest) + static_cast<std::uint32_t>(at)));
    }
    if (!plain) return joiner.finish(pool);
    const std::uint32_t from = text.offset_of(rest) + static_cast<std::uint32_t>(begin);
    return part_of(text, from, from + static_cast<std::uint32_t>(at - begin));
}

}  // namespace

std::string_view read_flags(const Mapped& text, std::string_view rest, char escape, std::vector<Flag>& flags, Pool& pool) {
    std::size_t at = 0;
    while (true) {
        while (const std::size_t length = space_length(rest, at)) at += length;
        if (rest.substr(at, 2) != "--") return trim(rest.substr(at));
        const std::uint32_t begin = text.offset_of(rest) + static_cast<std::uint32_t>(at);
        const Mapped word = flag_word(text, rest, at, escape, pool);
        if (word.text == "--") return trim(rest.substr(at));
        Flag flag;
        flag.span = text.place(begin, text.offset_of(rest) + static_cast<std::uint32_t>(at));
        const std::size_t equals = word.text.find('=');
        flag.name = word.text.substr(0, equals);
        if (equals != std::string_view::npos) {
            flag.value = word.text.substr(equals + 1);
            flag.value_span = word.place(static_cast<std::uint32_t>(equals + 1), static_cast<std::uint32_t>(word.text.size()));
        }
        flags.push_back(flag);
    }
}

}  // namespace scantling::dockerfile
