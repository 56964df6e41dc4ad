// What one Trivy result found: vulnerabilities, secrets, and what Trivy was told to leave out.
#pragma once

#include "engine/ingest/vulnerabilities/trivy_packages.h"

namespace scantling::trivy {

void read_vulnerabilities(Report& report, ResultPackages& packages, const JsonValue& vulnerabilities);
void read_suppressed(Report& report, ResultPackages& packages, const JsonValue& modified);
// The scan of secrets looked at this target; `secrets` is opened by the caller.
void read_secrets(const Report& report, const Result& result, const ListWriter<kind::Embedded<model::SecretMatch>>& secrets,
                  const JsonValue& found);

}  // namespace scantling::trivy
