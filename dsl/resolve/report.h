// Where the stages after the parser put what they find wrong.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "dsl/syntax/tree.h"
#include "engine/base/diagnostic.h"

namespace scantling::dsl {

// Takes up to limits::policy_errors a file, then says so once and drops the rest.
class Reporter {
  public:
    explicit Reporter(Diagnostics& to) : to_(to) {}

    // The diagnostic may be given help; the reference is valid until the next call. Its severity is that of the catalogue.
    Diagnostic& add(const Tree& tree, Span span, std::string_view code, std::string message, std::string label = {});
    Diagnostic& add(const Tree& tree, NodeId node, std::string_view code, std::string message, std::string label = {}) {
        return add(tree, tree.span(node), code, std::move(message), std::move(label));
    }
    [[nodiscard]] std::size_t count() const { return count_; }
    // Nothing more is taken from this file.
    [[nodiscard]] bool full(const Tree& tree) const;

  private:
    Diagnostics& to_;
    std::unordered_map<const Source*, std::size_t> counts_;
    std::size_t count_ = 0;
    Diagnostic dropped_;
};

// `name` in backticks.
[[nodiscard]] std::string quoted(std::string_view name);
// "a, b, c, …": at most `limit` of them, sorted.
[[nodiscard]] std::string listed(std::vector<std::string_view> names, std::size_t limit = 8);
// Adds "did you mean `x`?" where a candidate is near, and the list behind `what` where there is one ("Fields: a, b, …").
void suggest(Diagnostic& diagnostic, std::string_view name, std::vector<std::string_view> candidates, std::string_view what = {});

// The words of a path, joined by dots, whatever stood between them.
[[nodiscard]] std::string path_text(const Tree& tree, NodeId path);
// "file.scant:12", for "declared at".
[[nodiscard]] std::string place_text(const Tree& tree, Span span);

}  // namespace scantling::dsl
