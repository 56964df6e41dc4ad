// Between bundles and policies.
#include "bindings/api/bundle.h"

#include <utility>

#include "bindings/api/version.h"
#include "engine/base/limits.h"
#include "engine/program/bundle.h"

namespace scantling {

std::string save_bundle(const Policies& policies) { return write_bundle(policies.units, version()); }

Result<std::vector<std::shared_ptr<const Unit>>> load_units(std::string_view bytes) {
    if (bytes.size() > limits::bundle_bytes) {
        return Failure{"the bundle is larger than " + std::to_string(limits::bundle_bytes) + " bytes", FailureKind::too_large};
    }
    ReadBundle read = read_bundle(bytes);
    if (!read.failure) return std::move(read.units);
    const bool foreign = *read.failure == BundleFailure::incompatible;
    return Failure{std::move(read.message), foreign ? FailureKind::incompatible : FailureKind::damaged};
}

}  // namespace scantling
