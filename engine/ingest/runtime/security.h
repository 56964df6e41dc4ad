// Capabilities, security options and /proc masks of a container, as asked for and as they hold.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/ingest/json/json.h"
#include "engine/ingest/shared/json_config.h"

namespace scantling::runtime {

// What the host's configuration of a container says of its privileges.
struct SecuritySources {
    const JsonValue& cap_add;
    const JsonValue& cap_drop;
    const JsonValue& security_options;
    const JsonValue& masked_paths;
    const JsonValue& apparmor_profile;  // the one that was applied, if the engine tells
    PlaceId privileged_place = PlaceId::none;
    bool privileged = false;
    bool podman = false;
    bool windows = false;
};

// Fills capabilities, seccomp, apparmor, selinux, no_new_privileges, security_options, proc_masked and their effective twins.
void read_security(const SecuritySources& sources, const RecordWriter<model::Container>& container,
                   const RecordWriter<model::Effective>& effective);

struct NamedCapability {
    std::string name;
    PlaceId place = PlaceId::none;
};
struct CapabilityChange {
    std::vector<NamedCapability> add;
    std::vector<NamedCapability> drop;
};
// Podman resolves `--cap-drop ALL` to the names that it has by default: read back as ALL.
[[nodiscard]] CapabilityChange normalise_change(CapabilityChange change, bool podman);
// All if privileged, else the engine's default without `drop`, with `add`; sorted.
[[nodiscard]] std::vector<std::string> effective_capabilities(const CapabilityChange& change, bool privileged);

}  // namespace scantling::runtime
