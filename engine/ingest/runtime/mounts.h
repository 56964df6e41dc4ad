// What a container has of the host: mounts, sockets, devices.
#pragma once

#include <string_view>

#include "engine/ingest/json/json.h"
#include "engine/ingest/shared/json_config.h"

namespace scantling::runtime {

// The five places where one container's mounts are stated; each may be missing, and they overlap.
struct MountSources {
    const JsonValue& mounts;      // what was mounted: binds, volumes, tmpfs of `--mount`
    const JsonValue& asked;       // HostConfig.Mounts: what `--mount` asked for, with sizes
    const JsonValue& tmpfs;       // HostConfig.Tmpfs: what `--tmpfs` asked for
    const JsonValue& binds;       // HostConfig.Binds: what `-v` asked for
    const JsonValue& volumes;     // of an old API: target to source
    const JsonValue& volumes_rw;  // of an old API: target to whether it can be written
};
void read_mounts(const MountSources& sources, const ListWriter<kind::Embedded<model::Mount>>& to);
void read_devices(const JsonValue& value, const ListWriter<kind::Embedded<model::Device>>& to);

// A socket of docker, containerd, cri-o or podman, or a directory above one.
[[nodiscard]] bool reaches_runtime_socket(std::string_view host_path);

}  // namespace scantling::runtime
