// After a syntax error. Recovery looks for what a reader would: a clause word, `}` or a declaration word at the start of a line, at the
// bracket depth of the block (Token::depth). Where brackets are out of order, a clause word still counts if what follows it could not
// follow a name inside an expression.
#include "dsl/syntax/grammar/recovery.h"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "engine/base/nearest.h"
#include "engine/base/utf8.h"

namespace scantling::dsl {

namespace {

constexpr auto file_words = std::to_array<Word>({Word::use_, Word::private_, Word::let_, Word::param_, Word::fn_, Word::record_,
                                                 Word::facts_, Word::enum_, Word::rule_, Word::waive_, Word::profile_, Word::test_});
constexpr auto rule_words = std::to_array<Word>({Word::title_, Word::why_, Word::severity_, Word::practice_, Word::refs_, Word::formerly_,
                                                 Word::deprecated_, Word::when_, Word::for_, Word::let_, Word::require_, Word::forbid_,
                                                 Word::at_, Word::message_, Word::fix_, Word::example_});
constexpr auto waive_words = std::to_array<Word>({Word::where_, Word::until_, Word::because_, Word::by_, Word::ticket_});
constexpr auto profile_words = std::to_array<Word>({Word::include_, Word::exclude_, Word::set_, Word::severity_, Word::demand_, Word::gate_,
                                                    Word::allow_unknown_, Word::never_waive_, Word::longest_waiver_, Word::waiver_ticket_});
constexpr auto test_words = std::to_array<Word>({Word::given_, Word::set_, Word::expect_});

struct BlockText {
    std::string_view piece;  // "a clause of a rule"
    std::span<const Word> words;
};

BlockText text_of(BlockKind block) {
    switch (block) {
        case BlockKind::rule:
            return {"a clause of a rule", rule_words};
        case BlockKind::waive:
            return {"a clause of a waiver", waive_words};
        case BlockKind::profile:
            return {"a setting of a profile", profile_words};
        case BlockKind::test:
            return {"a clause of a test", test_words};
        case BlockKind::schema:
            return {"a field", {}};
        case BlockKind::file:
            break;
    }
    return {"a declaration", file_words};
}

bool is_one_of(Word word, std::span<const Word> words) { return std::find(words.begin(), words.end(), word) != words.end(); }

// Could not follow a name inside an expression, so the name before it is a clause word.
bool begins_operand(const Token* token) {
    switch (token->kind) {
        case TokenKind::word:
            if (token->word == Word::not_) return token[1].word != Word::in_;
            return !is_reserved(token->word) || (token->word >= Word::any_ && token->word <= Word::false_);
        case TokenKind::integer:
        case TokenKind::decimal:
        case TokenKind::duration:
        case TokenKind::size:
        case TokenKind::time:
        case TokenKind::string:
        case TokenKind::string_head:
        case TokenKind::raw:
        case TokenKind::block:
        case TokenKind::left_brace:
            return true;
        default:
            return false;
    }
}

// Fields begin with any word: a modifier before a word, or a word before a colon.
bool begins_field(const Token* at, std::uint8_t depth) {
    return at->kind == TokenKind::word && at->first_on_line && at->depth == depth &&
           (at[1].kind == TokenKind::colon || at[1].kind == TokenKind::word);
}

bool begins_clause(const Token* at, BlockKind block, std::uint8_t depth) {
    if (block == BlockKind::schema) return begins_field(at, depth);
    if (at->kind != TokenKind::word || !at->first_on_line || !is_one_of(at->word, text_of(block).words)) return false;
    return at->depth == depth || (at->depth > depth && !is_reserved(at->word) && begins_operand(at + 1));
}

// The token as an error calls it.
std::string found_text(const Token& token, Reports& reports) {
    switch (token.kind) {
        case TokenKind::word:
            return "`" + std::string(reports.source().text(token.span).substr(0, 60)) + "`";
        case TokenKind::integer:
        case TokenKind::decimal:
        case TokenKind::duration:
        case TokenKind::size:
        case TokenKind::time:
            return "`" + std::string(reports.source().text(token.span).substr(0, 60)) + "`";
        default:
            return std::string(describe(token.kind));
    }
}

std::string listed(std::span<const Word> words) {
    std::string out;
    for (const Word word : words) out.append(out.empty() ? "" : ", ").append(word_text(word));
    return out;
}

std::vector<std::string> help_for_expected(std::string_view expected, const Token& found) {
    if (found.kind == TokenKind::assign) return {"`=` gives a name to a value; `==` compares"};
    if (found.kind == TokenKind::equal && expected == "`=`") return {"`==` compares; `=` gives a name to a value"};
    if (expected == "a text") return {"a text stands in double quotes"};
    if (expected == "`in`") return {"for example `any(p in packages: p.name == \"bash\")`"};
    if (expected == "`>`" && found.kind == TokenKind::greater_equal) return {"put a blank between `>` and `=`"};
    if (expected == "a part and its facts")
        return {"for example `dockerfile \"FROM scratch\"`, or `runtime.containers [{ name: \"a\", group: \"g\" }]`"};
    if (expected == "a raw string") return {"write r\"…\""};
    return {};
}

}  // namespace

bool begins_declaration(const Token& token) {
    return token.kind == TokenKind::word && token.first_on_line && token.depth == 0 && is_one_of(token.word, file_words);
}

bool begins_clause_of_any_block(const Token* at) {
    if (at->kind != TokenKind::word || at->word == Word::plain || is_reserved(at->word) || !at->first_on_line) return false;
    const bool known = is_one_of(at->word, rule_words) || is_one_of(at->word, waive_words) || is_one_of(at->word, profile_words) ||
                       is_one_of(at->word, test_words);
    return known && begins_operand(at + 1);
}

const Token* next_start(const Token* at, BlockKind block, std::uint8_t depth) {
    for (;; ++at) {
        if (at->kind == TokenKind::end_of_file || begins_declaration(*at)) return at;
        if (block == BlockKind::file) continue;
        if (at->kind == TokenKind::right_brace && at->depth < depth) return at;
        if (begins_clause(at, block, depth)) return at;
    }
}

void report_expected(std::string_view expected, const Token& found, Reports& reports) {
    const bool made_up = found.span.size() == 0 && found.kind != TokenKind::end_of_file;  // the tail of an unclosed interpolation
    if (found.kind == TokenKind::error || made_up || expected.empty()) return;
    if (expected == "a name" && is_reserved(found.word)) {
        const std::string word(word_text(found.word));
        return reports.error("E0109", found.span, "`" + word + "` is a reserved word and cannot be a name here", {},
                             {"only after `.`, as a key in braces and in schemas is every word a name"});
    }
    const std::string message = "expected " + std::string(expected) + ", found " + found_text(found, reports);
    reports.error("E0101", found.span, message, "expected " + std::string(expected), help_for_expected(expected, found));
}

void report_no_clause(const Token& found, BlockKind block, bool is_first, Reports& reports) {
    if (found.kind == TokenKind::error) return;
    if (block == BlockKind::file && found.word == Word::private_) {
        return reports.error("E0102", found.span, "`private` stands here before nothing that can be private", {},
                             {"`private` stands before `let`, `fn`, `record` and `enum`; rules, parameters and facts are public"});
    }
    const BlockText text = text_of(block);
    const bool begins = is_first || found.first_on_line;
    if (found.kind != TokenKind::word || !begins || text.words.empty()) {
        const std::string expected = is_first ? std::string(text.piece) : "an operator or " + std::string(text.piece);
        return report_expected(text.words.empty() ? std::string(text.piece) : expected, found, reports);
    }
    const std::string written(reports.source().text(found.span).substr(0, 60));
    std::vector<std::string_view> candidates;
    for (const Word word : text.words) candidates.push_back(word_text(word));
    std::vector<std::string> help;
    if (const auto near = nearest_name(written, candidates)) help.push_back("did you mean `" + std::string(*near) + "`?");
    help.push_back("expected one of: " + listed(text.words));
    reports.error(block == BlockKind::file ? "E0102" : "E0103", found.span, "`" + written + "` is not " + std::string(text.piece), {},
                  std::move(help));
}

void report_missing_package(const Token& found, Reports& reports) {
    if (found.kind == TokenKind::error) return;
    reports.error("E0110", found.span, "a file begins with its package", "expected `package`", {"for example `package acme.images`"});
}

void report_unclosed_block(const Token& open, Reports& reports) { reports.error("E0104", open.span, "`{` is not closed", "needs `}`"); }

}  // namespace scantling::dsl
