// Breadth first over two kinds of steps: those to a package cost one, all others nothing, so a deque serves as the queue.
#include "engine/ingest/sbom/graph.h"

#include <deque>

namespace scantling {

DependencyGraph::Node DependencyGraph::node(StringId reference) {
    const auto [at, added] = by_reference_.emplace(reference, static_cast<Node>(nodes_.size()));
    if (added) nodes_.emplace_back();
    return at->second;
}

std::optional<DependencyGraph::Node> DependencyGraph::find(StringId reference) const {
    const auto found = by_reference_.find(reference);
    if (found == by_reference_.end()) return std::nullopt;
    return found->second;
}

void DependencyGraph::set_component(Node node) { nodes_[node].component = true; }

void DependencyGraph::set_package(Node node, StringId id) {
    nodes_[node].component = true;
    if (nodes_[node].id == Dictionary::none) nodes_[node].id = id;
}

void DependencyGraph::declare(Node node) {
    if (!nodes_[node].declared) ++declared_;
    nodes_[node].declared = true;
    nodes_[node].named = true;
}

void DependencyGraph::add_edge(Node from, Edge edge) {
    nodes_[edge.target].named = true;
    nodes_[from].edges.push_back(edge);
}

void DependencyGraph::walk(Node root) {
    std::deque<Node> queue{root};
    nodes_[root].depth = 0;
    while (!queue.empty()) {
        const Node at = queue.front();
        queue.pop_front();
        for (const Edge& edge : nodes_[at].edges) {
            Vertex& target = nodes_[edge.target];
            const bool step = target.id != Dictionary::none;
            const std::uint32_t depth = nodes_[at].depth + (step ? 1 : 0);
            if (depth >= target.depth) continue;
            target.depth = depth;
            if (step) {
                queue.push_back(edge.target);
            } else {
                queue.push_front(edge.target);
            }
        }
    }
}

std::optional<StringId> DependencyGraph::package(Node node) const {
    if (nodes_[node].id == Dictionary::none) return std::nullopt;
    return nodes_[node].id;
}

}  // namespace scantling
