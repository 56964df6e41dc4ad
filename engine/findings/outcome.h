// What an evaluation says: an outcome per rule and subject, and the findings behind the failures.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/facts/facts.h"
#include "engine/program/unit.h"

namespace scantling {

enum class OutcomeKind : std::uint8_t { pass, fail, unknown, skipped, waived, not_applicable };

// Why something is unknown, and where: the cell that nobody filled.
struct LocatedCause {
    Cause cause;
    PlaceId place = PlaceId::none;  // none: no document states it
};

struct Counts {
    std::uint64_t candidates = 0;
    std::uint64_t selected = 0;
    std::uint64_t violating = 0;
    std::uint64_t undetermined = 0;
    std::uint64_t waived = 0;
};

// `no_subject`: a rule about images and builds in a run that was given none. Listed once, so that nobody takes it for checked.
enum class OutcomeReason : std::uint8_t { none, guard, nothing_to_check, no_subject };

struct Outcome {
    std::uint32_t rule = 0;  // index into Program::rules
    Row subject = no_row;    // no_row: at the level of the run
    OutcomeKind kind = OutcomeKind::unknown;
    OutcomeReason reason = OutcomeReason::none;  // of not_applicable, or no_subject of skipped
    std::optional<Severity> severity;  // of fail: the highest of its findings; of unknown: of its undetermined bindings; none: unknown
    std::vector<LocatedCause> causes;  // sorted, distinct; at most limits::listed_causes
    std::uint64_t more_causes = 0;
    Counts counts;
};

struct BindingValue {
    std::string name;
    std::string text;  // as in a message: a record prints as its keys
};

struct Finding {
    std::uint32_t rule = 0;
    Row subject = no_row;
    std::optional<Severity> severity;  // none: unknown, which the gate counts as critical
    std::string message;
    std::string fix;
    PlaceId place = PlaceId::none;
    std::vector<BindingValue> bindings;
    std::string fingerprint;  // 32 hex digits; stable across line changes, tags and digests
    bool waived = false;
};

struct EvaluationStatistics {
    std::uint64_t kernel_calls = 0;  // sinks left out
    std::uint64_t kernel_rows = 0;
    std::uint64_t sink_calls = 0;
    std::uint64_t steps = 0;
};

// Outcomes in the order (rule, subject); findings in the order (rule, subject, input order).
struct Evaluation {
    std::vector<Outcome> outcomes;
    std::vector<Finding> findings;
    bool interrupted = false;  // a deadline, memory limit or cancellation left rules undecided
    EvaluationStatistics statistics;
};

}  // namespace scantling
