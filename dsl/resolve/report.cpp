// Diagnostics of the stages after the parser: bounded, with suggestions.
#include "dsl/resolve/report.h"

#include <algorithm>

#include "dsl/errors/catalogue.h"
#include "engine/base/limits.h"
#include "engine/base/nearest.h"

namespace scantling::dsl {

bool Reporter::full(const Tree& tree) const {
    const auto found = counts_.find(&tree.source());
    return found != counts_.end() && found->second >= limits::policy_errors;
}

Diagnostic& Reporter::add(const Tree& tree, Span span, std::string_view code, std::string message, std::string label) {
    std::size_t& count = counts_[&tree.source()];
    if (count >= limits::policy_errors) return dropped_ = {};
    ++count;
    if (count == limits::policy_errors) {
        const auto end = static_cast<std::uint32_t>(tree.source().text().size());
        to_.push_back({"E0014",
                       DiagnosticSeverity::error,
                       "too many mistakes in this file; the rest is not shown",
                       tree.shared_source(),
                       {end, end},
                       {},
                       {}});
    }
    const ErrorEntry* const entry = find_error(code);
    const DiagnosticSeverity severity = entry == nullptr ? DiagnosticSeverity::error : entry->severity;
    if (severity == DiagnosticSeverity::error) ++count_;
    to_.push_back({std::string(code), severity, std::move(message), tree.shared_source(), span, std::move(label), {}});
    return to_.back();
}

std::string quoted(std::string_view name) { return "`" + std::string(name) + "`"; }

std::string listed(std::vector<std::string_view> names, std::size_t limit) {
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    std::string out;
    for (std::size_t i = 0; i < names.size() && i < limit; ++i) {
        if (i > 0) out += ", ";
        out += names[i];
    }
    if (names.size() > limit) out += ", …";
    return out;
}

void suggest(Diagnostic& diagnostic, std::string_view name, std::vector<std::string_view> candidates, std::string_view what) {
    if (diagnostic.code.empty() || candidates.size() > limits::suggested_names) return;  // dropped, or too many to compare with
    std::sort(candidates.begin(), candidates.end());
    std::string help;
    if (const auto near = nearest_name(name, candidates)) help = "did you mean " + quoted(*near) + "?";
    if (!what.empty() && !candidates.empty()) {
        if (!help.empty()) help += " ";
        help += std::string(what) + ": " + listed(std::move(candidates));
    }
    if (!help.empty()) diagnostic.help.push_back(std::move(help));
}

std::string path_text(const Tree& tree, NodeId path) {
    std::string out;
    for (const NodeId word : tree.children(path)) {
        if (!out.empty()) out += ".";
        out += tree.text(word);
    }
    return out;
}

std::string place_text(const Tree& tree, Span span) {
    return tree.source().name() + ":" + std::to_string(tree.source().position(span.begin).line);
}

}  // namespace scantling::dsl
