// Bundles: policies as bytes.
#include "engine/program/bundle.h"

#include "bindings/api/version.h"
#include "bindings/c/arguments.h"
#include "bindings/c/policies.h"
#include "engine/base/limits.h"

using namespace scantling;
using namespace scantling::c;

scantling_status scantling_save(const scantling_policies* policies, scantling_bytes** out, scantling_error** error) noexcept {
    return guarded(error, [&](Call&) {
        clear_out(out);
        auto bytes = std::make_unique<scantling_bytes>();
        bytes->bytes = write_bundle(required(policies, "policies").policies.units, version());
        *out = bytes.release();
    });
}

scantling_status scantling_load(scantling_str bundle, const scantling_select_options* options, scantling_policies** out,
                                scantling_error** error) noexcept {
    return guarded(error, [&](Call& call) {
        clear_out(out);
        if (!is_given(bundle, "bundle")) fail(SCANTLING_INVALID_ARGUMENT, "`bundle` is a null pointer");
        if (bundle.size > limits::bundle_bytes)
            fail(SCANTLING_LIMIT, "`bundle` is larger than " + std::to_string(limits::bundle_bytes) + " bytes");
        const PolicySelection selection = read_selection(options);
        const ReadBundle read = read_bundle({bundle.data, bundle.size});
        if (read.failure)
            fail(*read.failure == BundleFailure::incompatible ? SCANTLING_INCOMPATIBLE : SCANTLING_POLICY_ERROR, read.message);
        auto loaded = make_policies(select(read.units, selection));
        call.warn(loaded->policies.diagnostics);
        *out = loaded.release();
    });
}
