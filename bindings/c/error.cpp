// Errors: a status, diagnostics, and how both are shown.
#include <algorithm>

#include "bindings/c/arguments.h"
#include "bindings/c/call.h"

namespace scantling::c {

namespace {

std::unique_ptr<scantling_error> make_error(scantling_status status, const Diagnostics& diagnostics) {
    auto out = std::make_unique<scantling_error>();
    out->status = status;
    for (const Diagnostic& diagnostic : diagnostics) {
        // A failure of the call itself has no code, and no place that could be drawn.
        const bool plain = diagnostic.code.empty() && !diagnostic.source;
        out->text += plain ? "error: " + diagnostic.message + "\n" : render(diagnostic);
    }
    out->diagnostics = shown(diagnostics);
    return out;
}

Diagnostics sentence(std::string message) { return {Diagnostic{{}, DiagnosticSeverity::error, std::move(message), nullptr, {}, {}, {}}}; }

}  // namespace

void fail(scantling_status status, std::string message) { throw Failed{status, sentence(std::move(message))}; }
void fail(scantling_status status, Diagnostics diagnostics) { throw Failed{status, std::move(diagnostics)}; }

void fail(const Failure& failure) {
    switch (failure.kind) {
        case FailureKind::unreadable:
            fail(SCANTLING_IO, failure.message);
        case FailureKind::too_large:
            fail(SCANTLING_LIMIT, failure.message);
        case FailureKind::damaged:
            fail(SCANTLING_POLICY_ERROR, failure.message);
        case FailureKind::incompatible:
            fail(SCANTLING_INCOMPATIBLE, failure.message);
        case FailureKind::other:
            break;
    }
    fail(SCANTLING_INTERNAL, failure.message);
}

void Call::warn(const Diagnostics& diagnostics) {
    if (error_ != nullptr && !diagnostics.empty()) warning_ = make_error(SCANTLING_OK, diagnostics);
}

scantling_status report_failure(scantling_error** error, scantling_status status, const Diagnostics& diagnostics) noexcept {
    if (error == nullptr) return status;
    try {
        *error = make_error(status, diagnostics).release();
        return status;
    } catch (...) {
        return SCANTLING_NO_MEMORY;  // the only thing that making texts can fail of
    }
}

scantling_status report_failure(scantling_error** error, scantling_status status, const char* message) noexcept {
    if (error == nullptr) return status;
    try {
        return report_failure(error, status, sentence(message));
    } catch (...) {
        return SCANTLING_NO_MEMORY;
    }
}

std::vector<ShownDiagnostic> shown(const Diagnostics& diagnostics) {
    std::vector<ShownDiagnostic> out;
    out.reserve(diagnostics.size());
    for (const Diagnostic& from : diagnostics) {
        ShownDiagnostic& to = out.emplace_back();
        to.code = from.code;
        to.message = from.message;
        for (const std::string& line : from.help) to.help += (to.help.empty() ? "" : "\n") + line;
        to.is_error = from.severity == DiagnosticSeverity::error;
        if (!from.source) continue;
        to.file = from.source->name();
        to.span = from.span;
        to.position = from.source->position(from.span.begin);
    }
    return out;
}

scantling_status fill(const std::vector<ShownDiagnostic>& from, std::size_t index, scantling_diagnostic* out) noexcept {
    if (index >= from.size()) return SCANTLING_INVALID_ARGUMENT;
    const ShownDiagnostic& diagnostic = from[index];
    scantling_diagnostic value = SCANTLING_DIAGNOSTIC_INIT;
    value.code = view_or_none(diagnostic.code);
    value.message = view(diagnostic.message);
    value.help = view_or_none(diagnostic.help);
    value.file = view_or_none(diagnostic.file);
    value.offset = diagnostic.span.begin;
    value.length = diagnostic.span.size();
    value.line = diagnostic.position.line;
    value.column = diagnostic.position.column;
    value.is_error = diagnostic.is_error ? 1 : 0;
    return write_struct(value, out);
}

}  // namespace scantling::c

using namespace scantling;

scantling_status scantling_error_status(const scantling_error* error) noexcept { return error == nullptr ? SCANTLING_OK : error->status; }

scantling_str scantling_error_text(const scantling_error* error) noexcept {
    return error == nullptr ? scantling_str{"", 0} : c::view(error->text);
}

size_t scantling_error_count(const scantling_error* error) noexcept { return error == nullptr ? 0 : error->diagnostics.size(); }

scantling_status scantling_error_at(const scantling_error* error, size_t index, scantling_diagnostic* out) noexcept {
    return error == nullptr ? SCANTLING_INVALID_ARGUMENT : c::fill(error->diagnostics, index, out);
}

void scantling_error_unref(scantling_error* error) noexcept { delete error; }
