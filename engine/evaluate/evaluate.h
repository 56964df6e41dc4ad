// Evaluation: a program over facts gives outcomes and findings.
//
// Vectors over spaces: see docs/explanation/evaluation.md. The evaluation owns its scratch, takes no lock and touches
// nothing shared: any number of threads may evaluate one program over one set of facts.
#pragma once

#include <atomic>
#include <cstdint>
#include <optional>
#include <string>

#include "engine/facts/facts.h"
#include "engine/findings/outcome.h"
#include "engine/program/program.h"

namespace scantling {

struct EvaluationOptions {
    std::optional<std::int64_t> now;         // µs since the epoch; none: unknown, not_supplied(now)
    std::optional<std::string> environment;  // none: absent
    std::uint64_t max_steps = 0;             // of one rule on one subject; 0: limits::rule_steps
    std::uint64_t max_bytes = 0;             // of scratch; 0: limits::scratch_bytes
    std::uint64_t chunk_tuples = 0;          // 0: limits::chunk_tuples; the result is the same whatever it is
    std::uint32_t shared_tuples = 0;         // so many make refs worth comparing; 0: limits::shared_tuples; the result is the same
    std::optional<std::int64_t> deadline_microseconds;  // from the start of the evaluation
    const std::atomic<bool>* cancelled = nullptr;
    std::uint64_t max_findings = 0;  // rendered a rule and subject; the rest are counted; 0: all
};

// Where docs/reference/language.md leaves room: a rule whose guard is unknown or false has no candidates; the binding that an incomplete
// list adds is counted as undetermined and as nothing else, at most once a rule and subject; a rule that its budget stops is not evaluated
// at all. In messages a list is its elements, `a, b`, with `…` behind what is incomplete, a record its keys with blanks between. Facts of
// another layout than the program's have no answers: every rule is unknown, `unreadable`.
[[nodiscard]] Evaluation evaluate(const Program& program, const Facts& facts, const EvaluationOptions& options);

}  // namespace scantling
