// The lossless tree of one policy file: the contract between the grammar and everything that reads policy text (checker, formatter,
// linter, editor, schema generator, oracle).
//
// A tree is flat vectors, immutable after building, readable by any number of threads. A node is a kind, a range of tokens and its
// children in source order. The children of a kind stand at **fixed places**: an optional child that was not written is a node of
// kind `none` (empty, spans the place where it would stand). Precedence is applied: operators are binary and unary nodes.
// Nothing is lost: tokens and comments are kept beside the nodes, and what lies between tokens is in the source.
//
// Mistakes: a piece that could not be parsed is an `error` node, already reported. It may stand where a declaration, a clause, a
// setting, a list element or an expression stands. It adopts the pieces that were parsed; of a broken declaration its first `word` child
// is the declared name, if one was read, and `mark` is its declaration word. A stage that meets an error node stays silent about whatever
// may follow from it.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dsl/syntax/token.h"
#include "engine/base/source.h"

namespace scantling::dsl {

// `[a, b|none, c*]` are the children in order. "mark" is the token that tells the variant (Tree::mark); by default the first token.
// `text` is one of string, raw, block or (in message and fix only) interpolated. `expr` is any kind from `implies` on, or error.
enum class NodeKind : std::uint8_t {
    none,   // an optional child that was not written
    error,  // [whatever was parsed of it]
    word,   // a leaf of one token: a declared name, a member after `.`, a key, an enum member, a practice, a modifier. No expression

    file,     // [edition|none, package|none, (use | declaration | error)*]   package is none only after an error
    edition,  // [integer]
    package,  // [path]
    use,      // [path, word|none]   the word after `as`
    path,     // [word, word*]   dotted
    paths,    // [path, path*]   separated by commas

    // Declarations. Tree::is_private tells whether `private` stands before let, fn, record, enum.
    let,          // [word, type|none, expr]   also the clause of a rule (then type is none)
    param,        // [word, type, expr, expr|none]   name, type, default, where
    fn,           // [word, parameters, type, expr]   name, parameters, result, body
    parameters,   // [parameter*]
    parameter,    // [word, type]
    type,         // [path, type*]   name and arguments. Tree::is_optional tells whether it ends in `?`
    record,       // [word, field*]
    facts,        // [word, field*]
    field,        // [modifiers, word, type, paths|none]   paths: after `from`
    modifiers,    // [word*]   may be empty
    enumeration,  // [word, modifiers, word, word*]   name, `ordered` or nothing, members
    rule,         // [word, (clause | error)*]   clauses in source order
    waive,        // [path, (where | until | because | by | ticket | error)*]
    profile,      // [word, path|none, (setting | error)*]   path: after `extends`
    test,         // [text, (given | given_file | set | expect | error)*]

    // Clauses of a rule (and `let` above).
    title,       // [text]
    why,         // [text]
    severity,    // [expr]
    practice,    // [word]
    refs,        // [braces]
    formerly,    // [paths]
    deprecated,  // [text]
    when,        // [expr]
    for_in,      // [word, expr, expr|none]   variable, collection, where
    require,     // [expr]
    forbid,      // [expr]
    at,          // [expr]
    message,     // [text]
    fix,         // [text]
    example,     // [(given | given_file)+]   mark: good, bad or undecided
    given,       // [path, expr]   a text is a document, braces and lists are facts
    given_file,  // [path, text]   the text names a file

    // Clauses of a waiver.
    where,    // [expr]
    until,    // [time]
    because,  // [text]
    by,       // [text]
    ticket,   // [text]

    // Settings of a profile; `set` also in a test.
    include,         // [paths]
    exclude,         // [paths, text]
    set,             // [path, expr]
    severity_of,     // [path, word]   `severity R = x`
    demand,          // [paths]
    gate,            // [word]
    allow_unknown,   // [paths]
    never_waive,     // [paths]
    longest_waiver,  // [duration]
    waiver_ticket,   // [raw]

    expect,  // [path, integer|none, text*]   mark: passes, fails, unknown, waived, skipped or not_applicable

    // Expressions, loosest first. `span` of a node never includes parentheses around it: those are a `group`.
    implies,     // [expr, expr]   right
    or_,         // [expr, expr]   left
    and_,        // [expr, expr]   left
    not_,        // [expr]
    comparison,  // [expr, expr]   mark: the operator (== != < <= > >= in within matches like contains starts_with ends_with), or `not` of
                 // `not in`
    is_test,     // [expr]   mark: present, absent or known
    coalesce,    // [expr, expr]   ??, right
    sum,         // [expr, expr]   mark: + or -, left
    product,     // [expr, expr]   *, left
    negate,      // [expr]   -x
    member,      // [expr, word]   a.b
    optional_member,  // [expr, word]   a?.b
    index,            // [expr, expr]   a[b]
    call,             // [expr, expr*]   callee (a name, or member of a name), arguments
    name,             // leaf: refers to a fact, a binding, a constant, a function, a parameter, an alias, an enum member
    boolean,          // leaf: true or false
    integer,          // leaves; literal.h decodes them
    decimal,
    duration,
    size,
    time,
    string,
    raw,
    block,
    interpolated,   // [text_piece, expr, text_piece, (expr, text_piece)*]
    text_piece,     // leaf: what stands between quotes and braces
    group,          // [expr]   ( … ); means what it holds: see Tree::ungrouped
    list,           // [expr*, rest?]
    rest,           // leaf: the `...` of an incomplete list, in `given` only
    comprehension,  // [expr, binding, binding*, expr|none]   element, for … in …, where
    binding,        // [word, expr]   variable and collection
    quantifier,     // [word, expr, expr]   variable, collection, condition; mark: any, all, none or count
    count,          // [expr]   count(xs)
    braces,         // [entry*]   a map or a record, by the type expected
    entry,          // [word | text, expr]
};

using NodeId = std::uint32_t;

class Tree {
  public:
    [[nodiscard]] const Source& source() const { return *source_; }
    [[nodiscard]] const std::shared_ptr<const Source>& shared_source() const { return source_; }
    [[nodiscard]] std::span<const Token> tokens() const { return tokens_; }
    [[nodiscard]] std::span<const Trivia> trivia() const { return trivia_; }

    // Always a `file`.
    [[nodiscard]] NodeId root() const { return root_; }
    // Ids are 0 … size() - 1; children have smaller ids than their parent.
    [[nodiscard]] NodeId size() const { return static_cast<NodeId>(nodes_.size()); }

    [[nodiscard]] NodeKind kind(NodeId n) const { return nodes_[n].kind; }
    [[nodiscard]] std::span<const NodeId> children(NodeId n) const {
        return std::span(children_).subspan(nodes_[n].first_child, nodes_[n].child_count);
    }
    // Precondition: i < children(n).size().
    [[nodiscard]] NodeId child(NodeId n, std::size_t i) const { return children_[nodes_[n].first_child + i]; }
    [[nodiscard]] bool is_none(NodeId n) const { return kind(n) == NodeKind::none; }

    // The token that tells the variant of the node (see NodeKind).
    [[nodiscard]] const Token& mark(NodeId n) const { return tokens_[nodes_[n].mark]; }
    // Shorthand for mark(n).word.
    [[nodiscard]] Word mark_word(NodeId n) const { return mark(n).word; }
    // Half open range of token indexes; empty for `none`.
    [[nodiscard]] std::uint32_t first_token(NodeId n) const { return nodes_[n].first; }
    [[nodiscard]] std::uint32_t end_token(NodeId n) const { return nodes_[n].end; }
    // The i-th token of the node. Precondition: i < end_token(n) - first_token(n).
    [[nodiscard]] const Token& token(NodeId n, std::uint32_t i) const { return tokens_[nodes_[n].first + i]; }

    // From the first byte of the first token to the last of the last; of an empty node the empty place where it would stand.
    [[nodiscard]] Span span(NodeId n) const;
    [[nodiscard]] std::string_view text(NodeId n) const { return source_->text(span(n)); }

    [[nodiscard]] bool is_private(NodeId declaration) const;
    [[nodiscard]] bool is_optional(NodeId type) const;
    // The expression inside any number of parentheses.
    [[nodiscard]] NodeId ungrouped(NodeId n) const;
    // The `##` lines directly before a declaration or field, then those at the end of its lines; marks and one blank removed, lines joined
    // by "\n".
    [[nodiscard]] std::string documentation(NodeId n) const;

  private:
    friend class TreeBuilder;
    struct Node {
        NodeKind kind = NodeKind::none;
        std::uint32_t first = 0;  // tokens
        std::uint32_t end = 0;
        std::uint32_t mark = 0;
        std::uint32_t first_child = 0;
        std::uint32_t child_count = 0;
    };

    std::shared_ptr<const Source> source_;
    std::vector<Token> tokens_;  // ends in end_of_file
    std::vector<Trivia> trivia_;
    std::vector<Node> nodes_;
    std::vector<NodeId> children_;
    NodeId root_ = 0;
};

// "and_" → "and": as the printed tree calls it.
[[nodiscard]] std::string_view kind_name(NodeKind kind);
[[nodiscard]] bool is_expression(NodeKind kind);   // error included
[[nodiscard]] bool is_declaration(NodeKind kind);  // error excluded

}  // namespace scantling::dsl
