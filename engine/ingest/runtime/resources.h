// Limits of an inspected container.
#pragma once

#include "engine/ingest/json/json.h"
#include "engine/ingest/shared/json_config.h"

namespace scantling::runtime {

// `host`: HostConfig; `config`: Config, where APIs before 1.18 put some of them.
void read_resources(const JsonValue& host, const JsonValue& config, const RecordWriter<model::Resources>& to);

}  // namespace scantling::runtime
