// The campaign: batches of random rules over random worlds, every law that the design states, and a profile of what was tried.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tests/oracle/contest.h"
#include "tests/oracle/programs.h"

namespace scantling::oracle {

struct CampaignOptions {
    std::uint64_t cases = 100000;
    std::uint64_t seed = 1;
    std::uint64_t first_batch = 0;  // of this process …
    std::uint64_t step = 1;         // … and how far its next one is
    bool passes_alone = true;
    std::uint64_t* at_batch = nullptr;  // told before each batch: memory that outlives the process
    std::size_t show = 3;               // disagreements shown
};

struct CampaignResult {
    std::uint64_t cases = 0;  // rules over worlds
    std::uint64_t rules = 0;
    std::uint64_t refused = 0;      // rules that the checker would not have
    std::uint64_t completions = 0;  // of decided outcomes
    std::uint64_t singles = 0;      // subjects judged alone
    std::uint64_t variants = 0;     // cases judged again with other passes
    std::uint64_t disagreements = 0;
    std::uint64_t outcomes[6] = {0, 0, 0, 0, 0, 0};
    Tally tally;
    std::map<std::string, std::uint64_t> rules_with;  // kind of node → rules that hold one
    std::map<std::string, std::uint64_t> refusals;
    std::string report;  // the disagreements, cut down
};

[[nodiscard]] CampaignResult run_campaign(const CampaignOptions& options);

// The case of a batch that kills the process that judges it, cut down.
[[nodiscard]] std::string find_death(const CampaignOptions& options, std::uint64_t batch);

}  // namespace scantling::oracle
