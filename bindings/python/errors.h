// Diagnostics as Python objects.
#pragma once

#include <vector>

#include "bindings/python/values.h"

namespace scantling::python {

struct DiagnosticValue {
    std::optional<std::string> code;
    std::string message;
    std::optional<std::string> help;
    std::optional<std::string> file;
    std::optional<std::uint64_t> line;
    std::optional<std::uint64_t> column;
    std::optional<std::uint64_t> offset;
    std::optional<std::uint64_t> length;
    bool is_error = true;

    bool operator==(const DiagnosticValue&) const = default;
    static constexpr auto fields = std::make_tuple(
        Field{"code", &DiagnosticValue::code, "Stable, as `E0203`: `scantling.explain(code)` tells more. None: a plain message."},
        Field{"message", &DiagnosticValue::message, "One sentence."},
        Field{"help", &DiagnosticValue::help, "The likely remedy; None where there is no help."},
        Field{"file", &DiagnosticValue::file, "The policy or document; None where there is no place."},
        Field{"line", &DiagnosticValue::line, "From 1."}, Field{"column", &DiagnosticValue::column, "From 1, in characters."},
        Field{"offset", &DiagnosticValue::offset, "Bytes from the beginning."}, Field{"length", &DiagnosticValue::length, "Bytes."},
        Field{"is_error", &DiagnosticValue::is_error, "False: a warning."});
};

// A tuple of Diagnostic.
[[nodiscard]] py::tuple diagnostics(const std::vector<Diagnostic>& from);

}  // namespace scantling::python
