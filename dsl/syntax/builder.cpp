// Events → tree: one loop over a stack of nodes that have no parent yet. An event adopts the top of the stack, so the order of events is
// all the structure that the grammar needs to report.
#include "dsl/syntax/builder.h"

#include <algorithm>
#include <string>

#include "engine/base/limits.h"

namespace scantling::dsl {

namespace {

void report_rest_outside_given(const Tree& tree, Reports& reports) {
    std::vector<bool> allowed(tree.size(), false);
    for (NodeId n = tree.size(); n-- > 0;) {
        const NodeKind kind = tree.kind(n);
        if (kind == NodeKind::rest && !allowed[n]) {
            reports.error("E0111", tree.span(n), "an incomplete list outside `given`", {},
                          {"`...` says that a list goes on; only the facts of a test or an example can"});
        }
        const bool inside = allowed[n] || kind == NodeKind::given || kind == NodeKind::error;
        for (const NodeId child : tree.children(n)) allowed[child] = inside;
    }
}

void report_late_use(const Tree& tree, Reports& reports) {
    bool declared = false;
    for (const NodeId child : tree.children(tree.root())) {
        if (tree.kind(child) == NodeKind::use && declared) {
            reports.error("E0102", tree.span(child), "`use` stands before the declarations", {}, {"move it under `package`"});
        }
        declared = declared || is_declaration(tree.kind(child));
    }
}

}  // namespace

TreeBuilder::TreeBuilder(std::shared_ptr<const Source> source, Lexed lexed, Reports& reports) : reports_(reports) {
    tree_.source_ = std::move(source);
    tree_.tokens_ = std::move(lexed.tokens);
    tree_.trivia_ = std::move(lexed.trivia);
    tree_.nodes_.reserve(tree_.tokens_.size() * 3 / 2);
    tree_.children_.reserve(tree_.tokens_.size() * 3 / 2);
    depths_.reserve(tree_.tokens_.size() * 3 / 2);
}

NodeId TreeBuilder::add(NodeKind kind, std::uint32_t first, std::uint32_t end, std::uint32_t mark, std::span<const NodeId> children) {
    std::uint16_t depth = 0;
    for (const NodeId child : children) depth = std::max(depth, depths_[child]);
    ++depth;
    if (depth > limits::expression_depth && is_expression(kind)) {
        if (first >= too_deep_until_) {
            reports_.error("E0108", tree_.tokens_[first].span,
                           "an expression of more than " + std::to_string(limits::expression_depth) + " levels", "begins here",
                           {"give parts of it a name with `let` or `fn`; a long chain of `or` is a list after `in`"});
        }
        too_deep_until_ = std::max(too_deep_until_, end);
        kind = NodeKind::error;
        children = {};
        depth = 1;
    }
    const auto first_child = static_cast<std::uint32_t>(tree_.children_.size());
    tree_.children_.insert(tree_.children_.end(), children.begin(), children.end());
    tree_.nodes_.push_back({kind, first, end, mark, first_child, static_cast<std::uint32_t>(children.size())});
    depths_.push_back(depth);
    return static_cast<NodeId>(tree_.nodes_.size() - 1);
}

Tree TreeBuilder::finish() {
    tree_.root_ = static_cast<NodeId>(tree_.nodes_.size() - 1);
    return std::move(tree_);
}

Tree build_tree(std::shared_ptr<const Source> source, Lexed lexed, std::span<const Event> events, Reports& reports) {
    TreeBuilder builder(std::move(source), std::move(lexed), reports);
    std::vector<ChainPiece> stack;
    std::vector<NodeId> children;
    bool has_rest = false;
    for (const Event& event : events) {
        if (event.kind == EventKind::operator_) {
            stack.push_back({true, 0, event.first, event.end});
            continue;
        }
        const std::span<const ChainPiece> adopted = std::span(stack).last(event.children);
        NodeId node = 0;
        if (event.kind == EventKind::chain) {
            node = resolve_chain(builder, adopted);
        } else {
            children.clear();
            for (const ChainPiece& piece : adopted) {  // operators of a broken chain are only tokens
                if (!piece.is_operator) children.push_back(piece.node);
            }
            const bool comprehends = event.node == NodeKind::list && children.size() > 1 && builder.kind(children[1]) == NodeKind::binding;
            has_rest = has_rest || event.node == NodeKind::rest;
            node = builder.add(comprehends ? NodeKind::comprehension : event.node, event.first, event.end, event.mark, children);
        }
        stack.resize(stack.size() - event.children);
        stack.push_back({false, node, event.first, event.end});
    }
    Tree tree = builder.finish();
    if (has_rest) report_rest_outside_given(tree, reports);
    report_late_use(tree, reports);
    return tree;
}

}  // namespace scantling::dsl
