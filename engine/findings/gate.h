// The gate: from outcomes to the one word that a pipeline acts on.
//
// `closed` beats `undecided` beats `clean`. See docs/reference/language.md, "Profiles and the gate".
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/facts/facts.h"
#include "engine/findings/outcome.h"
#include "engine/program/program.h"

namespace scantling {

// Equal to the exit codes of the command line.
enum class Verdict : std::uint8_t { clean = 0, closed = 1, undecided = 3 };

struct Judgement {
    Verdict verdict = Verdict::undecided;
    std::vector<std::string> reasons;  // why it is not clean, one sentence each, most weighty first
};

// Closed on an unwaived finding at or above the gate's severity (an unknown severity counts as critical). Else undecided on
// a rule of outcome unknown at or above it that the profile's `allow_unknown` does not name, on a demanded part that the run or a subject
// lacks, if for some subject (in a run without subjects: at all) no rule was decided, and on `input_partial`: some input was refused or
// partly read, whatever the gate. `gate never` only reports: nothing but `input_partial` then keeps it from clean.
[[nodiscard]] Judgement judge(const Program& program, const Facts& facts, const Evaluation& evaluation, bool input_partial);

}  // namespace scantling
