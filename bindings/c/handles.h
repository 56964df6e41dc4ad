// What the handles of scantling.h are. The only place that knows both the C names and ours.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "bindings/api/documents.h"
#include "bindings/api/inputs.h"
#include "bindings/api/policies.h"
#include "bindings/include/scantling/scantling.h"
#include "engine/base/diagnostic.h"
#include "engine/base/lazy.h"
#include "engine/report/report.h"

namespace scantling::c {

// A reference count that a handle begins with 1.
class References {
  public:
    void add() const { count_.fetch_add(1, std::memory_order_relaxed); }
    // Whether it was the last.
    [[nodiscard]] bool drop() const { return count_.fetch_sub(1, std::memory_order_acq_rel) == 1; }

  private:
    mutable std::atomic<std::uint64_t> count_{1};
};

// A diagnostic as scantling_diagnostic shows it: with its position, in texts that end in a zero byte.
struct ShownDiagnostic {
    std::string code;
    std::string message;
    std::string help;
    std::string file;
    Span span;
    Position position{0, 0};
    bool is_error = false;
};
[[nodiscard]] std::vector<ShownDiagnostic> shown(const Diagnostics& diagnostics);
// What scantling_error_at and scantling_report_diagnostic do.
[[nodiscard]] scantling_status fill(const std::vector<ShownDiagnostic>& from, std::size_t index, scantling_diagnostic* out) noexcept;

struct ShownRule {
    const Rule* rule = nullptr;
    std::string refs;
    std::string fix;
    scantling_severity severity = SCANTLING_SEVERITY_UNKNOWN;
};

struct ShownOutcome {
    std::string subject;
    std::string causes;
};

struct ShownFinding {
    std::string subject;
    std::string bindings;
    std::string file;
    std::string pointer;
    Span span;
    Position position{0, 0};
};

}  // namespace scantling::c

struct scantling_policies {
    scantling::c::References references;
    scantling::Policies policies;
    std::vector<scantling::c::ShownRule> rules;
};

struct scantling_inputs {
    scantling::Documents documents;
    std::uint64_t max_document_bytes = 0;
    bool note_refused = false;
};

struct scantling_facts {
    scantling::c::References references;
    scantling::Inputs inputs;
    std::vector<std::string> subjects;
};

struct scantling_report {
    scantling::c::References references;
    scantling::Report report;

    // Made by whoever asks first for one of them.
    struct Shown {
        std::vector<scantling::c::ShownOutcome> outcomes;
        std::vector<scantling::c::ShownFinding> findings;
        std::vector<scantling::c::ShownDiagnostic> diagnostics;
    };
    [[nodiscard]] const Shown& shown() const;

  private:
    scantling::Lazy<Shown> shown_;
};

struct scantling_error {
    scantling_status status = SCANTLING_OK;
    std::string text;
    std::vector<scantling::c::ShownDiagnostic> diagnostics;
};

struct scantling_bytes {
    std::string bytes;
};

struct scantling_cancel {
    std::atomic<bool> requested{false};
};
static_assert(std::atomic<bool>::is_always_lock_free, "scantling_cancel_request is called in signal handlers");
