// The dependency graph of one SBOM: nodes by the document's own references, edges, distances from the root.
//
// Steps are counted over packages: what is no package (the operating system, a lock file that a scanner looked at) is passed through
// without a step, so that a package which a lock file names is a direct dependency.
#pragma once

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

#include "engine/facts/builder.h"

namespace scantling {

class DependencyGraph {
  public:
    using Node = std::uint32_t;
    struct Edge {
        Node target = 0;
        PlaceId place = PlaceId::none;  // of the text that states it
    };

    // Made when first asked for.
    Node node(StringId reference);
    [[nodiscard]] std::optional<Node> find(StringId reference) const;
    // A component has this reference: the first to come keeps it.
    void set_component(Node node);
    void set_package(Node node, StringId id);
    // The graph has an entry of the node: its dependencies are those that follow.
    void declare(Node node);
    // The document says that the node's dependencies are not complete.
    void mark_incomplete(Node node) { nodes_[node].incomplete = true; }
    void add_edge(Node from, Edge edge);
    // After the last edge.
    void walk(Node root);

    [[nodiscard]] bool empty() const { return declared_ == 0; }
    [[nodiscard]] bool is_declared(Node node) const { return nodes_[node].declared; }
    [[nodiscard]] bool is_named(Node node) const { return nodes_[node].named; }
    [[nodiscard]] bool is_incomplete(Node node) const { return nodes_[node].incomplete || !nodes_[node].declared; }
    [[nodiscard]] bool is_component(Node node) const { return nodes_[node].component; }
    // The id of the package that the node is; none where it is no package.
    [[nodiscard]] std::optional<StringId> package(Node node) const;
    [[nodiscard]] const std::vector<Edge>& edges(Node node) const { return nodes_[node].edges; }
    // Steps from the root; `far` where it does not reach the node.
    [[nodiscard]] std::uint32_t depth(Node node) const { return nodes_[node].depth; }
    static constexpr std::uint32_t far = 0xFFFFFFFFU;

  private:
    struct Vertex {
        std::vector<Edge> edges;
        StringId id = Dictionary::none;
        std::uint32_t depth = far;
        bool component = false;
        bool declared = false;
        bool named = false;
        bool incomplete = false;
    };
    std::unordered_map<StringId, Node> by_reference_;
    std::vector<Vertex> nodes_;
    std::size_t declared_ = 0;
};

}  // namespace scantling
