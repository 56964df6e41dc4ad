// The grammar of Scant, in Boost.Spirit X3: docs/reference/language.md, "Grammar", line by line. The only translation unit that
// instantiates it.
//
// It runs over tokens, has no skipper and no attributes: a rule that succeeds has reported its node to the EventLog. Every alternative
// is decided by its first tokens and goes on with `>`, so that nothing is parsed twice and a message names exactly what was expected.
// Operators are a flat chain here; precedence.cpp gives them their shape.
#include <boost/spirit/home/x3.hpp>

// After X3, which it is written in.
#include "dsl/syntax/grammar/parsers.h"

#ifdef __clang__
// `a >> b > c` is how X3 is written.
#pragma clang diagnostic ignored "-Woverloaded-shift-op-parentheses"
#endif

namespace scantling::dsl {

namespace grammar {

using K = NodeKind;
using T = TokenKind;

template <typename Tag>
using Rule = x3::rule<Tag>;

// Names. A `word` leaf is one token; `free_name` refuses reserved words, `any_word` takes all.
const auto name_word = node(K::word)[free_name];
const auto label_word = node(K::word)[any_word];
const auto path = node(K::path)[name_word >> *(tok(T::dot) > label_word)];
const auto paths = node(K::paths)[path >> *(tok(T::comma) > path)];

// Recursive: expressions and types.
const Rule<struct ExpressionTag> expr = "an expression";
const Rule<struct TypeTag> type = "a type";

// Literals. An `error` token was reported by the lexer and stands for whatever was meant.
const auto broken = node(K::error)[tok(T::error)];
const auto interpolated =
    node(K::interpolated)[node(K::text_piece)[tok(T::string_head)] > expr > *(node(K::text_piece)[tok(T::string_middle)] > expr) >
                          node(K::text_piece)[tok(T::string_tail)]];
const auto plain_text = node(K::string)[tok(T::string)] | node(K::raw)[tok(T::raw)] | node(K::block)[tok(T::block)];
const auto text = named("a text", plain_text | interpolated | broken);
const auto integer = node(K::integer)[tok(T::integer)];
const auto number = integer | node(K::decimal)[tok(T::decimal)] | node(K::duration)[tok(T::duration)] | node(K::size)[tok(T::size)] |
                    node(K::time)[tok(T::time)];
const auto boolean = node(K::boolean)[word(Word::true_) | word(Word::false_)];

// Expressions.
const auto group = node(K::group)[tok(T::left_paren) > expr > tok(T::right_paren)];
const auto where_or_nothing = (word(Word::where_) > expr) | nothing;
const auto binding = node(K::binding)[word(Word::for_) > name_word > word(Word::in_) > expr];
const auto rest = node(K::rest)[tok(T::ellipsis)];
// The builder makes a comprehension of a list whose second child is a binding.
const auto comprehension_end = binding > *binding > where_or_nothing;
const auto list_end = *(tok(T::comma) >> expr) >> -(tok(T::comma) >> rest) >> -tok(T::comma);
const auto list =
    node(K::list)[tok(T::left_bracket) >> -(rest | (expr >> (comprehension_end | list_end))) > named("`,` or `]`", tok(T::right_bracket))];
const auto entry = node(K::entry)[(label_word | plain_text) > tok(T::colon) > expr];
const auto braces = node(
    K::braces)[tok(T::left_brace) >> -(entry >> *(tok(T::comma) >> entry) >> -tok(T::comma)) > named("`,` or `}`", tok(T::right_brace))];
const auto quantifier_word = word(Word::any_) | word(Word::all_) | word(Word::none_) | word(Word::count_);
const auto opens_binding = tok(T::left_paren) >> free_name >> word(Word::in_);
const auto count = node(K::count)[word(Word::count_) >> !opens_binding > tok(T::left_paren) > expr > tok(T::right_paren)];
const auto quantifier = node(
    K::quantifier)[quantifier_word > tok(T::left_paren) > name_word > word(Word::in_) > expr > tok(T::colon) > expr > tok(T::right_paren)];
const auto primary = named("an expression", node(K::name)[!clause_begin >> free_name] | plain_text | number | list | group | count |
                                                quantifier | boolean | braces | interpolated | broken);
const auto arguments = tok(T::left_paren) >> -(expr >> *(tok(T::comma) >> expr) >> -tok(T::comma)) >
                       named("`,` or `)`", tok(T::right_paren));
const auto member_name = named("a name", !clause_begin >> label_word);
const auto suffix =
    (tok(T::dot) > member_name) | (tok(T::question_dot) > member_name) | (tok(T::left_bracket) > expr > tok(T::right_bracket)) | arguments;
const auto operand = suffixed(primary, suffix);
const auto prefix = operator_node[word(Word::not_)];
const auto minus = operator_node[tok(T::minus)];
const auto prefixed_operand = (((prefix >> *prefix >> -minus) | minus) > operand) | operand;
const auto tested = named("`present`, `absent` or `known`", word(Word::present_) | word(Word::absent_) | word(Word::known_));
const auto is_operator = operator_node[word(Word::is_) > tested];
const auto not_in_operator = operator_node[word(Word::not_) > word(Word::in_)];
const auto expr_def = chain(
    prefixed_operand >> *(((operator_node[binary_operator] | not_in_operator) > named("an expression", prefixed_operand)) | is_operator));

// Types and schemas.
const auto type_def =
    bounded(node(K::type)[path >> -(tok(T::less) > type > -(tok(T::comma) > type) > tok(T::greater)) >> -tok(T::question)]);
const auto modifier =
    word(Word::key_) | word(Word::part_) | word(Word::sensitive_) | word(Word::view_) | word(Word::derived_) | word(Word::per_run_);
// A word before another word is a modifier; before a colon it is the field's name, whatever it says.
const auto modifiers = node(K::modifiers)[*node(K::word)[modifier >> &any_word]];
const auto from_or_nothing = (word(Word::from_) >> &any_word > paths) | nothing;
const auto field = &any_word >> node(K::field)[modifiers > label_word > tok(T::colon) > type > from_or_nothing] >> -tok(T::comma);
const auto fields = block_of(BlockKind::schema, field);
const auto ordered = node(K::modifiers)[-node(K::word)[word(Word::ordered_)]];

// Declarations.
const auto is_private = -word(Word::private_);
const auto type_or_nothing = (tok(T::colon) > type) | nothing;
const auto let = node(K::let)[is_private >> word(Word::let_) > name_word > type_or_nothing > named("`=`", tok(T::assign)) > expr];
const auto param = node(K::param)[word(Word::param_) > name_word > tok(T::colon) > type > tok(T::assign) > expr > where_or_nothing];
const auto parameter = node(K::parameter)[name_word > tok(T::colon) > type];
const auto parameters = node(K::parameters)[tok(T::left_paren) >> -(parameter >> *(tok(T::comma) >> parameter) >> -tok(T::comma)) >
                                            named("`,` or `)`", tok(T::right_paren))];
const auto fn =
    node(K::fn)[is_private >> word(Word::fn_) > name_word > named("`(`", parameters) > tok(T::arrow) > type > tok(T::assign) > expr];
const auto record = node(K::record)[is_private >> word(Word::record_) > name_word > fields];
const auto facts = node(K::facts)[word(Word::facts_) > name_word > fields];
const auto enumeration = node(K::enumeration)[is_private >> word(Word::enum_) > name_word > ordered > tok(T::left_brace) > label_word >
                                              *(tok(T::comma) >> label_word) > -tok(T::comma) > named("`,` or `}`", tok(T::right_brace))];

// Rules.
const auto text_begin = tok(T::string) | tok(T::string_head) | tok(T::raw) | tok(T::block) | tok(T::error);
// `file` before a text says that the text names one; anywhere else it is a name.
template <typename Begin>
auto given_after(const Begin& begin) {
    return node(K::given_file)[begin >> path >> word(Word::file_) >> &text_begin > text] | node(K::given)[begin >> path > expr];
}
const auto given = named("a part and its facts", given_after(x3::eps));
const auto given_clause = &word(Word::given_) > named("a part and its facts", given_after(word(Word::given_)));
const auto judgement = named("`good`, `bad` or `undecided`", word(Word::good_) | word(Word::bad_) | word(Word::undecided_));
const auto givens = tok(T::left_brace) > named("`given`", given_clause) > *given_clause > tok(T::right_brace);
const auto example = node(K::example, 1)[word(Word::example_) > judgement > named("a part and its facts", givens | given)];

template <typename Subject>
auto clause(Word begin, NodeKind kind, const Subject& subject) {
    return node(kind)[word(begin) > subject];
}
const auto clause_let = node(K::let)[word(Word::let_) > name_word > nothing > tok(T::assign) > expr];
const auto for_in = node(K::for_in)[word(Word::for_) > name_word > word(Word::in_) > expr > where_or_nothing];
const auto rule_clause =
    clause(Word::title_, K::title, text) | clause(Word::why_, K::why, text) | clause(Word::severity_, K::severity, expr) |
    clause(Word::practice_, K::practice, name_word) | clause(Word::refs_, K::refs, named("`{`", braces)) |
    clause(Word::formerly_, K::formerly, paths) | clause(Word::deprecated_, K::deprecated, text) | clause(Word::when_, K::when, expr) |
    for_in | clause_let | clause(Word::require_, K::require, expr) | clause(Word::forbid_, K::forbid, expr) |
    clause(Word::at_, K::at, expr) | clause(Word::message_, K::message, text) | clause(Word::fix_, K::fix, text) | example;
const auto rule = node(K::rule)[word(Word::rule_) > name_word > block_of(BlockKind::rule, rule_clause)];

// Waivers, profiles, tests.
const auto moment = named("a time", node(K::time)[tok(T::time)] | broken);
const auto waive_clause = clause(Word::where_, K::where, expr) | clause(Word::until_, K::until, moment) |
                          clause(Word::because_, K::because, text) | clause(Word::by_, K::by, text) |
                          clause(Word::ticket_, K::ticket, text);
const auto waive = node(K::waive)[word(Word::waive_) > path > block_of(BlockKind::waive, waive_clause)];

const auto set = node(K::set)[word(Word::set_) > path > tok(T::assign) > expr];
const auto severity_of = node(K::severity_of)[word(Word::severity_) > path > tok(T::assign) > name_word];
const auto limit = named("a duration", node(K::duration)[tok(T::duration)] | broken);
const auto pattern = named("a raw string", node(K::raw)[tok(T::raw)] | broken);
const auto setting = clause(Word::include_, K::include, paths) |
                     node(K::exclude)[word(Word::exclude_) > paths > word(Word::because_) > text] | set | severity_of |
                     clause(Word::demand_, K::demand, paths) | clause(Word::gate_, K::gate, name_word) |
                     clause(Word::allow_unknown_, K::allow_unknown, paths) | clause(Word::never_waive_, K::never_waive, paths) |
                     clause(Word::longest_waiver_, K::longest_waiver, limit) | clause(Word::waiver_ticket_, K::waiver_ticket, pattern);
const auto extends_or_nothing = (word(Word::extends_) > path) | nothing;
const auto profile = node(K::profile)[word(Word::profile_) > name_word > extends_or_nothing > block_of(BlockKind::profile, setting)];

const auto integer_or_nothing = integer | nothing;
const auto with_texts = -(word(Word::with_) > text > *(tok(T::comma) > text));
const auto bare_outcome = mark_here[word(Word::passes_) | word(Word::skipped_) | word(Word::not_applicable_)] >> nothing;
const auto counted_outcome = mark_here[word(Word::fails_) | word(Word::unknown_) | word(Word::waived_)] > integer_or_nothing > with_texts;
const auto outcome = named("`passes`, `fails`, `unknown`, `waived`, `skipped` or `not_applicable`", bare_outcome | counted_outcome);
const auto expect = node(K::expect, marked_inside)[word(Word::expect_) > path > outcome];
const auto test = node(K::test)[word(Word::test_) > text > block_of(BlockKind::test, given_clause | set | expect)];

// The file.
const auto declaration = rule | let | fn | param | record | enumeration | facts | profile | waive | test;
const auto use = node(K::use)[word(Word::use_) > path > ((word(Word::as_) > name_word) | nothing)];
const auto edition = node(K::edition)[word(Word::edition_) > named("a year", integer | broken)];
const auto package = node(K::package)[word(Word::package_) > path];
const auto file = node(K::file)[header(Word::edition_, edition) >> header(Word::package_, package) >>
                                items(BlockKind::file, declaration | use) >> tok(T::end_of_file)];

BOOST_SPIRIT_DEFINE(expr, type)

}  // namespace grammar

std::vector<Event> read_events(std::span<const Token> tokens, Reports& reports) {
    grammar::EventLog log(tokens, reports);
    const Token* first = tokens.data();
    grammar::x3::parse(first, tokens.data() + tokens.size(), grammar::x3::with<grammar::LogTag>(log)[grammar::file]);
    return std::move(log.events);
}

}  // namespace scantling::dsl
