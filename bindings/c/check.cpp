// Checking, and what stops it.
#include "bindings/api/check.h"

#include "bindings/c/arguments.h"

namespace scantling::c {

namespace {

// 0001-01-01T00:00:00Z and 9999-12-31T23:59:59.999999Z.
constexpr std::int64_t earliest = -62135596800000000;
constexpr std::int64_t latest = 253402300799999999;

EvaluationOptions read_options(const scantling_check_options* options) {
    required(options, "options");
    const auto given = read_struct<scantling_check_options>(options, SCANTLING_CHECK_OPTIONS_INIT, "options");
    if (given.now == 0) fail(SCANTLING_INVALID_ARGUMENT, "`options.now` is not given: the time that rules see, or SCANTLING_NO_TIME");
    EvaluationOptions out;
    if (given.now != SCANTLING_NO_TIME) {
        if (given.now < earliest || given.now > latest)
            fail(SCANTLING_INVALID_ARGUMENT, "`options.now` lies outside the years 1 to 9999: it counts microseconds since 1970");
        out.now = given.now;
    }
    if (is_given(given.environment, "options.environment")) out.environment = read_name(given.environment, "options.environment");
    out.max_steps = given.max_steps;
    out.max_bytes = given.max_bytes;
    out.max_findings = given.max_findings;
    // A deadline of centuries is none.
    constexpr std::uint64_t longest = 1ULL << 52U;
    if (given.deadline_us != 0 && given.deadline_us < longest) out.deadline_microseconds = static_cast<std::int64_t>(given.deadline_us);
    if (given.cancel != nullptr) out.cancelled = &given.cancel->requested;
    return out;
}

}  // namespace

}  // namespace scantling::c

using namespace scantling;
using namespace scantling::c;

scantling_status scantling_check(const scantling_policies* policies, const scantling_facts* facts, const scantling_check_options* options,
                                 scantling_report** out, scantling_error** error) noexcept {
    return guarded(error, [&](Call&) {
        clear_out(out);
        const EvaluationOptions evaluation = read_options(options);
        auto report = std::make_unique<scantling_report>();
        report->report = check(required(policies, "policies").policies, required(facts, "facts").inputs, evaluation);
        *out = report.release();
    });
}

scantling_status scantling_cancel_create(scantling_cancel** out) noexcept {
    return guarded(nullptr, [&](Call&) {
        clear_out(out);
        *out = new scantling_cancel;
    });
}

void scantling_cancel_request(scantling_cancel* cancel) noexcept {
    if (cancel != nullptr) cancel->requested.store(true, std::memory_order_relaxed);
}

void scantling_cancel_unref(scantling_cancel* cancel) noexcept { delete cancel; }
