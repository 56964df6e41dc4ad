// The pieces from which the grammar is made: X3 parsers over tokens. They have no attributes; what they found goes to the EventLog, which
// travels in the context. Part of grammar.cpp alone, which includes X3 before it: no header of ours names a third-party library.
// Iterators are pointers into tokens that end in end_of_file, so none looks past it.
#pragma once

#include <string>
#include <utility>

#include "dsl/syntax/grammar/events.h"
#include "dsl/syntax/grammar/recovery.h"
#include "engine/base/limits.h"

namespace scantling::dsl::grammar {

namespace x3 = boost::spirit::x3;
using Iterator = const Token*;

struct LogTag;

// Events so far, and how many of them have no parent yet.
class EventLog {
  public:
    EventLog(std::span<const Token> tokens, Reports& to) : reports(to), begin_(tokens.data()) { events.reserve(tokens.size() * 2); }

    struct Place {
        std::size_t events;
        std::uint32_t orphans;
    };
    [[nodiscard]] Place place() const { return {events.size(), orphans_}; }
    void go_back(Place place) {
        events.resize(place.events);
        orphans_ = place.orphans;
    }
    [[nodiscard]] std::uint32_t orphans_since(Place place) const { return orphans_ - place.orphans; }
    // Ends a node that began at `place`: it adopts every orphan since.
    void end(Place place, EventKind kind, NodeKind node, Iterator first, Iterator end, std::uint32_t mark) {
        const std::uint32_t begin = index(first);
        events.push_back({kind, node, begin, index(end), begin + mark, orphans_since(place)});
        orphans_ = place.orphans + 1;
    }

    Reports& reports;
    std::vector<Event> events;
    std::uint32_t type_depth = 0;
    Iterator marked = nullptr;  // by MarkParser

  private:
    [[nodiscard]] std::uint32_t index(Iterator at) const { return static_cast<std::uint32_t>(at - begin_); }

    Iterator begin_;
    std::uint32_t orphans_ = 0;
};

template <typename Context>
EventLog& log_of(const Context& context) {
    return x3::get<LogTag>(context);
}

template <typename Derived>
struct TokenParser : x3::parser<Derived> {
    using attribute_type = x3::unused_type;
    static constexpr bool has_attribute = false;

    template <typename Context, typename Attribute>
    bool parse(Iterator& first, Iterator const&, Context const&, x3::unused_type, Attribute&) const {
        if (!this->derived().accepts(*first)) return false;
        ++first;
        return true;
    }
};

struct KindParser : TokenParser<KindParser> {
    explicit constexpr KindParser(TokenKind k) : kind(k) {}
    [[nodiscard]] bool accepts(const Token& token) const { return token.kind == kind; }
    [[nodiscard]] std::string name() const { return std::string(describe(kind)); }
    TokenKind kind;
};

struct WordParser : TokenParser<WordParser> {
    explicit constexpr WordParser(Word w) : word(w) {}
    [[nodiscard]] bool accepts(const Token& token) const { return token.word == word; }
    [[nodiscard]] std::string name() const { return "`" + std::string(word_text(word)) + "`"; }
    Word word;
};

struct NameParser : TokenParser<NameParser> {
    [[nodiscard]] bool accepts(const Token& token) const { return token.kind == TokenKind::word && !is_reserved(token.word); }
    [[nodiscard]] std::string name() const { return "a name"; }
};

struct AnyWordParser : TokenParser<AnyWordParser> {
    [[nodiscard]] bool accepts(const Token& token) const { return token.kind == TokenKind::word; }
    [[nodiscard]] std::string name() const { return "a name"; }
};

// Where a clause begins: keeps `severity`, with nothing after it, from taking the next clause word for its expression.
struct ClauseBeginParser : TokenParser<ClauseBeginParser> {
    [[nodiscard]] bool accepts(const Token& token) const { return token.word != Word::plain && begins_clause_of_any_block(&token); }
    [[nodiscard]] std::string name() const { return "a clause"; }
};

// Any binary operator of one token.
struct BinaryOperatorParser : TokenParser<BinaryOperatorParser> {
    [[nodiscard]] bool accepts(const Token& token) const {
        switch (token.kind) {
            case TokenKind::equal:
            case TokenKind::not_equal:
            case TokenKind::less:
            case TokenKind::less_equal:
            case TokenKind::greater:
            case TokenKind::greater_equal:
            case TokenKind::plus:
            case TokenKind::minus:
            case TokenKind::star:
            case TokenKind::question_question:
                return true;
            case TokenKind::word:
                return token.word != Word::not_ && token.word >= Word::and_ && token.word <= Word::ends_with_;
            default:
                return false;
        }
    }
    [[nodiscard]] std::string name() const { return "an operator"; }
};

constexpr KindParser tok(TokenKind kind) { return KindParser(kind); }
constexpr WordParser word(Word w) { return WordParser(w); }
inline constexpr NameParser free_name{};
inline constexpr AnyWordParser any_word{};
inline constexpr ClauseBeginParser clause_begin{};
inline constexpr BinaryOperatorParser binary_operator{};

template <typename Subject, typename Derived>
struct Directive : x3::unary_parser<Subject, Derived> {
    using attribute_type = x3::unused_type;
    static constexpr bool has_attribute = false;
    static constexpr bool handles_container = false;
    explicit constexpr Directive(Subject const& inner) : x3::unary_parser<Subject, Derived>(inner) {}
    [[nodiscard]] std::string name() const { return x3::what(this->subject); }
};

// The mark of a node whose place is not fixed: the token that `mark_here` took inside it.
inline constexpr std::uint32_t marked_inside = 0xFFFFFFFFU;

template <typename Subject>
struct MarkParser : Directive<Subject, MarkParser<Subject>> {
    using Directive<Subject, MarkParser>::Directive;
    template <typename Context, typename Attribute>
    bool parse(Iterator& first, Iterator const& last, Context const& context, x3::unused_type, Attribute&) const {
        const Iterator begin = first;
        if (!this->subject.parse(first, last, context, x3::unused, x3::unused)) return false;
        log_of(context).marked = begin;
        return true;
    }
};
struct MarkGenerator {
    template <typename Subject>
    constexpr auto operator[](Subject const& subject) const {
        return MarkParser<Subject>(subject);
    }
};
inline constexpr MarkGenerator mark_here{};

// Reports a node from the first token of its subject to the last.
template <typename Subject>
struct NodeParser : Directive<Subject, NodeParser<Subject>> {
    constexpr NodeParser(Subject const& inner, EventKind e, NodeKind n, std::uint32_t m)
        : Directive<Subject, NodeParser>(inner), event(e), node(n), mark(m) {}

    template <typename Context, typename Attribute>
    bool parse(Iterator& first, Iterator const& last, Context const& context, x3::unused_type, Attribute&) const {
        EventLog& log = log_of(context);
        const auto place = log.place();
        const Iterator begin = first;
        if (!this->subject.parse(first, last, context, x3::unused, x3::unused)) {
            log.go_back(place);
            return false;
        }
        log.end(place, event, node, begin, first, mark == marked_inside ? static_cast<std::uint32_t>(log.marked - begin) : mark);
        return true;
    }
    EventKind event;
    NodeKind node;
    std::uint32_t mark;
};

// `node(kind)[p]`, `node(kind, 1)[p]`: the second token is the mark.
struct NodeGenerator {
    EventKind event;
    NodeKind node;
    std::uint32_t mark;
    template <typename Subject>
    constexpr auto operator[](Subject const& subject) const {
        using Parser = typename x3::extension::as_parser<Subject>::value_type;
        return NodeParser<Parser>(x3::as_parser(subject), event, node, mark);
    }
};
constexpr NodeGenerator node(NodeKind kind, std::uint32_t mark = 0) { return {EventKind::node, kind, mark}; }
inline constexpr NodeGenerator operator_node{EventKind::operator_, NodeKind::none, 0};

// An optional child that is not there.
struct NothingParser : x3::parser<NothingParser> {
    using attribute_type = x3::unused_type;
    static constexpr bool has_attribute = false;
    template <typename Context, typename Attribute>
    bool parse(Iterator& first, Iterator const&, Context const& context, x3::unused_type, Attribute&) const {
        EventLog& log = log_of(context);
        log.end(log.place(), EventKind::node, NodeKind::none, first, first, 0);
        return true;
    }
    [[nodiscard]] std::string name() const { return "nothing"; }
};
inline constexpr NothingParser nothing{};

// Operands and operators in a row; one operand alone is itself.
template <typename Subject>
struct ChainParser : Directive<Subject, ChainParser<Subject>> {
    using Directive<Subject, ChainParser>::Directive;

    template <typename Context, typename Attribute>
    bool parse(Iterator& first, Iterator const& last, Context const& context, x3::unused_type, Attribute&) const {
        EventLog& log = log_of(context);
        const auto place = log.place();
        const Iterator begin = first;
        if (!this->subject.parse(first, last, context, x3::unused, x3::unused)) {
            log.go_back(place);
            return false;
        }
        if (log.orphans_since(place) > 1) log.end(place, EventKind::chain, NodeKind::none, begin, first, 0);
        return true;
    }
};

template <typename Subject>
constexpr auto chain(Subject const& subject) {
    return ChainParser<Subject>(subject);
}

// primary suffix*: each suffix is a node that begins with the primary and adopts all before it.
template <typename Primary, typename Suffix>
struct SuffixedParser : x3::binary_parser<Primary, Suffix, SuffixedParser<Primary, Suffix>> {
    using Base = x3::binary_parser<Primary, Suffix, SuffixedParser>;
    using attribute_type = x3::unused_type;
    static constexpr bool has_attribute = false;
    using Base::Base;

    template <typename Context, typename Attribute>
    bool parse(Iterator& first, Iterator const& last, Context const& context, x3::unused_type, Attribute&) const {
        EventLog& log = log_of(context);
        const auto place = log.place();
        const Iterator begin = first;
        if (!this->left.parse(first, last, context, x3::unused, x3::unused)) return false;
        for (;;) {
            NodeKind kind = NodeKind::none;
            switch (first->kind) {
                case TokenKind::dot:
                    kind = NodeKind::member;
                    break;
                case TokenKind::question_dot:
                    kind = NodeKind::optional_member;
                    break;
                case TokenKind::left_bracket:
                    kind = NodeKind::index;
                    break;
                case TokenKind::left_paren:
                    kind = NodeKind::call;
                    break;
                default:
                    return true;
            }
            const auto mark = static_cast<std::uint32_t>(first - begin);
            this->right.parse(first, last, context, x3::unused, x3::unused);
            log.end(place, EventKind::node, kind, begin, first, mark);
        }
    }
    [[nodiscard]] std::string name() const { return x3::what(this->left); }
};

template <typename Primary, typename Suffix>
constexpr auto suffixed(Primary const& primary, Suffix const& suffix) {
    return SuffixedParser<Primary, Suffix>(primary, suffix);
}

// Gives what is expected the name that a user would use.
template <typename Subject>
struct NamedParser : Directive<Subject, NamedParser<Subject>> {
    constexpr NamedParser(Subject const& inner, const char* t) : Directive<Subject, NamedParser>(inner), text(t) {}
    template <typename Context, typename Attribute>
    bool parse(Iterator& first, Iterator const& last, Context const& context, x3::unused_type, Attribute&) const {
        return this->subject.parse(first, last, context, x3::unused, x3::unused);
    }
    [[nodiscard]] std::string name() const { return text; }
    const char* text;
};
template <typename Subject>
constexpr auto named(const char* text, Subject const& subject) {
    return NamedParser<Subject>(subject, text);
}

// The nesting of types: `<` is no bracket to the lexer, so the limit is kept here.
template <typename Subject>
struct BoundedTypeParser : Directive<Subject, BoundedTypeParser<Subject>> {
    using Directive<Subject, BoundedTypeParser>::Directive;

    template <typename Context, typename Attribute>
    bool parse(Iterator& first, Iterator const& last, Context const& context, x3::unused_type, Attribute&) const {
        struct Level {
            explicit Level(std::uint32_t& d) : depth(d) { ++depth; }
            Level(const Level&) = delete;
            Level& operator=(const Level&) = delete;
            ~Level() { --depth; }
            std::uint32_t& depth;
        };
        EventLog& log = log_of(context);
        const Level level(log.type_depth);
        if (log.type_depth > limits::policy_nesting) {
            log.reports.error("E0011", first->span, "types are nested deeper than " + std::to_string(limits::policy_nesting),
                              "one too many");
            throw x3::expectation_failure<Iterator>(first, "");  // empty: reported
        }
        return this->subject.parse(first, last, context, x3::unused, x3::unused);
    }
};

template <typename Subject>
constexpr auto bounded(Subject const& subject) {
    return BoundedTypeParser<Subject>(subject);
}

// One item; a mistake in it is reported.
template <typename Item, typename Context>
bool parse_item(Item const& item, Iterator& first, Iterator const& last, Context const& context, BlockKind block, bool is_first) {
    Reports& reports = log_of(context).reports;
    try {
        if (item.parse(first, last, context, x3::unused, x3::unused)) return true;
        report_no_clause(*first, block, is_first, reports);
    } catch (const x3::expectation_failure<Iterator>& failure) {
        first = failure.where();
        report_expected(failure.which(), *first, reports);
    }
    return false;
}

// `edition` and `package`: whatever happens, their place among the children of the file is filled.
template <typename Subject>
struct HeaderParser : Directive<Subject, HeaderParser<Subject>> {
    constexpr HeaderParser(Subject const& inner, Word w) : Directive<Subject, HeaderParser>(inner), begin_word(w) {}

    template <typename Context, typename Attribute>
    bool parse(Iterator& first, Iterator const& last, Context const& context, x3::unused_type, Attribute&) const {
        EventLog& log = log_of(context);
        const auto place = log.place();
        const Iterator begin = first;
        if (first->word == begin_word) {
            if (parse_item(this->subject, first, last, context, BlockKind::file, true)) return true;
            log.go_back(place);
            first = next_start(first, BlockKind::file, 0);
        } else if (begin_word == Word::package_ && first[0].kind != TokenKind::error) {
            report_missing_package(*first, log.reports);
        }
        log.end(place, EventKind::node, NodeKind::none, begin, begin, 0);
        return true;
    }
    Word begin_word;
};
template <typename Subject>
constexpr auto header(Word begin, Subject const& subject) {
    return HeaderParser<Subject>(subject, begin);
}

// Items until `}` (of the file: until its end), each mistake reported, skipped and kept as an error node.
template <typename Item>
struct ItemsParser : Directive<Item, ItemsParser<Item>> {
    constexpr ItemsParser(Item const& inner, BlockKind b) : Directive<Item, ItemsParser>(inner), block(b) {}

    template <typename Context, typename Attribute>
    bool parse(Iterator& first, Iterator const& last, Context const& context, x3::unused_type, Attribute&) const {
        EventLog& log = log_of(context);
        const std::uint8_t depth = block == BlockKind::file ? 0 : static_cast<std::uint8_t>(first[-1].depth + 1);
        for (bool is_first = true;; is_first = false) {
            if (first->kind == TokenKind::end_of_file) return true;
            if (block != BlockKind::file && (first->kind == TokenKind::right_brace || begins_declaration(*first))) return true;
            const auto place = log.place();
            const Iterator begin = first;
            if (parse_item(this->subject, first, last, context, block, is_first)) continue;
            first = next_start(first == begin ? begin + 1 : first, block, depth);
            while (log.reports.full() && first->kind != TokenKind::end_of_file) ++first;
            const std::uint32_t mark = begin->word == Word::private_ && begin + 1 < first ? 1 : 0;
            log.end(place, EventKind::node, NodeKind::error, begin, first, mark);
        }
    }
    BlockKind block;
};
template <typename Item>
constexpr auto items(BlockKind block, Item const& item) {
    return ItemsParser<Item>(item, block);
}

// `}`; where it is missing that is reported at its `{`, unless a mistake inside has been.
template <typename Subject>
struct BlockParser : Directive<Subject, BlockParser<Subject>> {
    using Directive<Subject, BlockParser>::Directive;

    template <typename Context, typename Attribute>
    bool parse(Iterator& first, Iterator const& last, Context const& context, x3::unused_type, Attribute&) const {
        if (first->kind != TokenKind::left_brace) return false;
        EventLog& log = log_of(context);
        const Iterator open = first++;
        const std::size_t before = log.reports.count();
        this->subject.parse(first, last, context, x3::unused, x3::unused);
        if (first->kind == TokenKind::right_brace) {
            ++first;
        } else if (log.reports.count() == before) {
            report_unclosed_block(*open, log.reports);
        }
        return true;
    }
    [[nodiscard]] std::string name() const { return "`{`"; }
};
template <typename Item>
constexpr auto block_of(BlockKind block, Item const& item) {
    return BlockParser<ItemsParser<Item>>(items(block, item));
}

}  // namespace scantling::dsl::grammar

// How X3 asks for the name of a parser when it reports what was expected.
namespace boost::spirit::x3 {

#define SCANTLING_NAMED_BY_MEMBER(...)                                                    \
    {                                                                                     \
        using result_type = std::string;                                                  \
        std::string operator()(const __VA_ARGS__& parser) const { return parser.name(); } \
    }

template <>
struct get_info<scantling::dsl::grammar::KindParser> SCANTLING_NAMED_BY_MEMBER(scantling::dsl::grammar::KindParser);
template <>
struct get_info<scantling::dsl::grammar::WordParser> SCANTLING_NAMED_BY_MEMBER(scantling::dsl::grammar::WordParser);
template <>
struct get_info<scantling::dsl::grammar::NameParser> SCANTLING_NAMED_BY_MEMBER(scantling::dsl::grammar::NameParser);
template <>
struct get_info<scantling::dsl::grammar::AnyWordParser> SCANTLING_NAMED_BY_MEMBER(scantling::dsl::grammar::AnyWordParser);
template <>
struct get_info<scantling::dsl::grammar::ClauseBeginParser> SCANTLING_NAMED_BY_MEMBER(scantling::dsl::grammar::ClauseBeginParser);
template <>
struct get_info<scantling::dsl::grammar::BinaryOperatorParser> SCANTLING_NAMED_BY_MEMBER(scantling::dsl::grammar::BinaryOperatorParser);
template <>
struct get_info<scantling::dsl::grammar::NothingParser> SCANTLING_NAMED_BY_MEMBER(scantling::dsl::grammar::NothingParser);
template <typename S>
struct get_info<scantling::dsl::grammar::NodeParser<S>> SCANTLING_NAMED_BY_MEMBER(scantling::dsl::grammar::NodeParser<S>);
template <typename S>
struct get_info<scantling::dsl::grammar::ChainParser<S>> SCANTLING_NAMED_BY_MEMBER(scantling::dsl::grammar::ChainParser<S>);
template <typename P, typename S>
struct get_info<scantling::dsl::grammar::SuffixedParser<P, S>> SCANTLING_NAMED_BY_MEMBER(scantling::dsl::grammar::SuffixedParser<P, S>);
template <typename S>
struct get_info<scantling::dsl::grammar::NamedParser<S>> SCANTLING_NAMED_BY_MEMBER(scantling::dsl::grammar::NamedParser<S>);
template <typename S>
struct get_info<scantling::dsl::grammar::BoundedTypeParser<S>> SCANTLING_NAMED_BY_MEMBER(scantling::dsl::grammar::BoundedTypeParser<S>);
template <typename S>
struct get_info<scantling::dsl::grammar::HeaderParser<S>> SCANTLING_NAMED_BY_MEMBER(scantling::dsl::grammar::HeaderParser<S>);
template <typename S>
struct get_info<scantling::dsl::grammar::ItemsParser<S>> SCANTLING_NAMED_BY_MEMBER(scantling::dsl::grammar::ItemsParser<S>);
template <typename S>
struct get_info<scantling::dsl::grammar::BlockParser<S>> SCANTLING_NAMED_BY_MEMBER(scantling::dsl::grammar::BlockParser<S>);

// A sequence that fails at its very beginning, or one of several: otherwise X3 says the name of the C++ type.
template <typename L, typename R>
struct get_info<sequence<L, R>> {
    using result_type = std::string;
    std::string operator()(const sequence<L, R>& parser) const { return x3::what(parser.left); }
};
template <typename L, typename R>
struct get_info<alternative<L, R>> {
    using result_type = std::string;
    std::string operator()(const alternative<L, R>& parser) const { return x3::what(parser.left) + " or " + x3::what(parser.right); }
};

#undef SCANTLING_NAMED_BY_MEMBER

}  // namespace boost::spirit::x3
