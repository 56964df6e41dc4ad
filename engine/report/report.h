// A report: one evaluation, judged, with everything that a writer needs to show it. One writer a file.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "engine/base/diagnostic.h"
#include "engine/facts/facts.h"
#include "engine/findings/gate.h"
#include "engine/findings/outcome.h"
#include "engine/program/program.h"

namespace scantling {

// Immutable once made; any number of threads may render it.
struct Report {
    std::shared_ptr<const Program> program;
    std::shared_ptr<const Facts> facts;
    Evaluation evaluation;
    Judgement judgement;
    Diagnostics diagnostics;          // of the inputs: what was refused, what was read with a warning
    std::optional<std::int64_t> now;  // µs since the epoch, as the evaluation had it
    bool input_partial = false;       // some input was refused or partly read: reported as `engine.input_partial`
};

// For people: every finding with the source that caused it, then a summary by outcome in which nothing is hidden. Fits `width` columns
// but for names that do not; no colour.
[[nodiscard]] std::string render_text(const Report& report, std::size_t width = 100);

// For machines: `scantling.report/1`, canonical: keys sorted, no blanks but one after each top-level key's line, no time but `now`.
[[nodiscard]] std::string render_json(const Report& report);

}  // namespace scantling
