// Namespaces and published ports of an inspected container.
#pragma once

#include <string_view>

#include "engine/ingest/json/json.h"
#include "engine/ingest/shared/json_config.h"

namespace scantling::runtime {

enum class NamespaceKind : std::uint8_t { network, other };

// `host`, `private`, `container:ID`, a network's name …; of "" the default (bridge; private).
void read_namespace(const JsonValue& value, NamespaceKind kind, const RecordWriter<model::Namespace>& to);

struct PortSources {
    const JsonValue& bindings;   // HostConfig.PortBindings: what was asked for
    const JsonValue& published;  // NetworkSettings.Ports: what a running container has
    bool publish_all = false;
};
void read_ports(const PortSources& sources, const ListWriter<kind::Embedded<model::PublishedPort>>& to);

// 127/8, ::1 and what names them.
[[nodiscard]] bool is_loopback_address(std::string_view address);

}  // namespace scantling::runtime
