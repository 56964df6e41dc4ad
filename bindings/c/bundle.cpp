// Bundles: policies as bytes.
#include "bindings/api/bundle.h"

#include "bindings/c/arguments.h"
#include "bindings/c/policies.h"

using namespace scantling;
using namespace scantling::c;

scantling_status scantling_save(const scantling_policies* policies, scantling_bytes** out, scantling_error** error) noexcept {
    return guarded(error, [&](Call&) {
        clear_out(out);
        give(out, save_bundle(required(policies, "policies").policies));
    });
}

scantling_status scantling_load(scantling_str bundle, const scantling_select_options* options, scantling_policies** out,
                                scantling_error** error) noexcept {
    return guarded(error, [&](Call& call) {
        clear_out(out);
        if (!is_given(bundle, "bundle")) fail(SCANTLING_INVALID_ARGUMENT, "`bundle` is a null pointer");
        const PolicySelection selection = read_selection(options);
        const auto units = load_units({bundle.data, bundle.size});
        if (!units) fail(units.failure());
        auto loaded = make_policies(select(*units, selection));
        call.warn(loaded->policies.diagnostics);
        *out = loaded.release();
    });
}
