// Each operand of a chain is an atom: a text, whether it is negated, and where it compares with a number or a literal, the range that it
// allows. Two atoms of one text with opposite signs clash; two of one subject whose ranges do not meet clash. For `or` both are negated
// first.
#include "dsl/check/contradiction.h"

#include <limits>
#include <string>
#include <vector>

namespace scantling::dsl {

namespace {

constexpr std::int64_t lowest = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t highest = std::numeric_limits<std::int64_t>::max();

struct Atom {
    std::string text;
    bool negated = false;
    std::string subject;     // of a comparison with a literal
    std::string equals;      // `subject == literal`: the literal's text
    bool has_range = false;  // over whole steps (all literals are integers of some unit)
    TypeId unit = 0;
    std::int64_t low = lowest;
    std::int64_t high = highest;
};

std::string text_of(const Tree& tree, NodeId n) {
    n = tree.ungrouped(n);
    std::string out;
    for (std::uint32_t i = tree.first_token(n); i < tree.end_token(n); ++i) {
        out += tree.source().text(tree.tokens()[i].span);
        out += ' ';
    }
    return out;
}

TokenKind opposite(TokenKind kind) {
    switch (kind) {
        case TokenKind::less:
            return TokenKind::greater_equal;
        case TokenKind::less_equal:
            return TokenKind::greater;
        case TokenKind::greater:
            return TokenKind::less_equal;
        default:
            return TokenKind::less;
    }
}

void set_range(Atom& atom, TokenKind op, TypeId unit, std::int64_t value) {
    atom.has_range = true;
    atom.unit = unit;
    switch (op) {
        case TokenKind::equal:
            atom.low = atom.high = value;
            break;
        case TokenKind::less:
            atom.high = value == lowest ? lowest : value - 1;
            break;
        case TokenKind::less_equal:
            atom.high = value;
            break;
        case TokenKind::greater:
            atom.low = value == highest ? highest : value + 1;
            break;
        case TokenKind::greater_equal:
            atom.low = value;
            break;
        default:
            atom.has_range = false;
            break;
    }
}

// `!=` is a negated `==`, `not in` a negated `in`, `>=` a negated `<`: so that opposites have one text.
void read_comparison(const Tree& tree, NodeId n, const LiteralOf& literal, Atom& atom) {
    const NodeId right = tree.ungrouped(tree.child(n, 1));
    const std::string left_text = text_of(tree, tree.child(n, 0));
    TokenKind op = tree.mark(n).kind;
    const bool flipped =
        op == TokenKind::not_equal || op == TokenKind::greater_equal || op == TokenKind::greater || tree.mark_word(n) == Word::not_;
    if (flipped) atom.negated = !atom.negated;
    if (op == TokenKind::not_equal) op = TokenKind::equal;
    if (op == TokenKind::greater || op == TokenKind::greater_equal) op = opposite(op);
    const std::string_view sign = op == TokenKind::equal  ? "=="
                                  : op == TokenKind::less ? "<"
                                  : op == TokenKind::less_equal
                                      ? "<="
                                      : (flipped ? std::string_view("in") : tree.source().text(tree.mark(n).span));
    atom.text = left_text + std::string(sign) + " " + text_of(tree, right);
    if (op != TokenKind::equal && op != TokenKind::less && op != TokenKind::less_equal) return;
    const auto value = literal(right);
    if (!value || !value->items.empty() || (atom.negated && op == TokenKind::equal)) return;
    atom.subject = left_text;
    if (!value->text.empty()) {
        atom.equals = "=" + value->text;
    } else {
        set_range(atom, atom.negated ? opposite(op) : op, value->type, value->number);
    }
}

Atom read_atom(const Tree& tree, NodeId n, const LiteralOf& literal, bool negated) {
    Atom atom;
    atom.negated = negated;
    n = tree.ungrouped(n);
    while (tree.kind(n) == NodeKind::not_) {
        atom.negated = !atom.negated;
        n = tree.ungrouped(tree.child(n, 0));
    }
    if (tree.kind(n) == NodeKind::comparison) {
        read_comparison(tree, n, literal, atom);
        return atom;
    }
    if (tree.kind(n) == NodeKind::is_test && tree.mark_word(n) != Word::known_) {
        if (tree.mark_word(n) == Word::absent_) atom.negated = !atom.negated;
        atom.text = text_of(tree, tree.child(n, 0)) + "is present";
        return atom;
    }
    atom.text = text_of(tree, n);
    return atom;
}

bool clash(const Atom& a, const Atom& b) {
    if (a.text == b.text && a.negated != b.negated) return true;
    if (a.subject.empty() || a.subject != b.subject) return false;
    if (a.has_range && b.has_range && a.unit == b.unit) return a.low > b.high || b.low > a.high;
    return !a.equals.empty() && !b.equals.empty() && a.equals != b.equals;
}

void operands(const Tree& tree, NodeId n, NodeKind kind, std::vector<NodeId>& out) {
    n = tree.ungrouped(n);
    if (tree.kind(n) != kind) {
        out.push_back(n);
        return;
    }
    operands(tree, tree.child(n, 0), kind, out);
    operands(tree, tree.child(n, 1), kind, out);
}

}  // namespace

std::optional<std::pair<NodeId, NodeId>> find_clash(const Tree& tree, NodeId chain, const LiteralOf& literal) {
    const NodeKind kind = tree.kind(chain);
    std::vector<NodeId> left;
    std::vector<NodeId> right;
    operands(tree, tree.child(chain, 0), kind, left);
    operands(tree, tree.child(chain, 1), kind, right);
    constexpr std::size_t longest = 32;  // quadratic, and nobody contradicts themselves over fifty lines
    if (left.size() > longest || right.size() > longest) return std::nullopt;
    const bool negated = kind == NodeKind::or_;
    std::vector<Atom> seen;
    for (const NodeId n : left) seen.push_back(read_atom(tree, n, literal, negated));
    for (const NodeId n : right) {
        const Atom atom = read_atom(tree, n, literal, negated);
        for (std::size_t i = 0; i < left.size(); ++i) {
            if (clash(seen[i], atom)) return std::pair(left[i], n);
        }
    }
    return std::nullopt;
}

void report_clash(Reporter& reporter, const Tree& tree, NodeKind chain, const std::pair<NodeId, NodeId>& clash) {
    const bool all = chain == NodeKind::and_;
    Diagnostic& error = reporter.add(
        tree, clash.second, "E0509",
        all ? "this condition is never true: it contradicts itself" : "this condition is never false: one of its sides always holds",
        all ? "cannot hold beside what stands before it" : "holds where what stands before it does not");
    error.help.push_back("it stands beside `" + std::string(tree.text(clash.first)) +
                         "`: a rule that says so decides nothing about the facts");
}

}  // namespace scantling::dsl
