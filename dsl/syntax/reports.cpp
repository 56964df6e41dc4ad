// Collects the diagnostics of one source, with a bound.
#include "dsl/syntax/reports.h"

#include "engine/base/limits.h"

namespace scantling::dsl {

void Reports::error(std::string_view code, Span span, std::string message, std::string label, std::vector<std::string> help) {
    if (full_) return;
    ++count_;
    to_.push_back({std::string(code), DiagnosticSeverity::error, std::move(message), source_, span, std::move(label), std::move(help)});
    if (count_ < limits::policy_errors) return;
    full_ = true;
    const auto end = static_cast<std::uint32_t>(source_->text().size());
    to_.push_back(
        {"E0014", DiagnosticSeverity::error, "too many mistakes in this file; the rest is not shown", source_, {end, end}, {}, {}});
}

}  // namespace scantling::dsl
