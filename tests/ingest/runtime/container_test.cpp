// Inspected containers: Docker's and Podman's spellings of one thing, what a missing key becomes, what is refused; and the corpus, whose
// containers were made by commands that are known.
#include "engine/ingest/runtime/mounts.h"
#include "engine/ingest/runtime/network.h"
#include "engine/ingest/runtime/security.h"
#include "tests/catch.h"
#include "tests/ingest/support/cells.h"
#include "tests/ingest/support/corpus_files.h"
#include "tests/ingest/support/reading.h"

using namespace scantling;
using namespace scantling::test;

namespace {

const std::string docker = R"([{
  "Id": "c0", "Name": "/web", "Image": "sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
  "Path": "/app", "Args": ["serve"], "State": {"Running": true}, "AppArmorProfile": "docker-default", "Platform": "linux",
  "ImageManifestDescriptor": {"digest": "sha256:1111111111111111111111111111111111111111111111111111111111111111"},
  "Config": {"Image": "app:1", "User": "10:20", "Env": ["A=1"], "Entrypoint": ["/app"], "Cmd": ["serve"], "Labels": {"l": "v"},
             "WorkingDir": "/srv", "StopSignal": "SIGINT", "Healthcheck": {"Test": ["CMD", "x"], "Interval": 1000000000}},
  "HostConfig": {"Privileged": false, "ReadonlyRootfs": true, "PublishAllPorts": false, "CapAdd": ["cap_net_admin"], "CapDrop": ["ALL"],
                 "SecurityOpt": ["no-new-privileges", "seccomp=unconfined", "label=type:t"],
                 "MaskedPaths": ["/proc/kcore", "/proc/keys", "/proc/timer_list"],
                 "NetworkMode": "host", "PidMode": "container:abc", "IpcMode": "shareable", "UTSMode": "host", "UsernsMode": "host",
                 "CgroupnsMode": "private", "CgroupParent": "/c", "Sysctls": {"net.ipv4.ip_forward": "1"},
                 "Binds": ["/var/run:/r:ro"], "Tmpfs": {"/tmp": "size=1m"},
                 "Devices": [{"PathOnHost": "/dev/a", "PathInContainer": "/dev/b", "CgroupPermissions": "r"}],
                 "DeviceCgroupRules": ["c 1:3 rwm"], "PortBindings": {"80/tcp": [{"HostIp": "127.0.0.1", "HostPort": "8080"}]},
                 "RestartPolicy": {"Name": "on-failure", "MaximumRetryCount": 5}, "GroupAdd": ["999", "audio"], "ExtraHosts": ["a:1.2.3.4"],
                 "Memory": 1000, "MemoryReservation": 900, "MemorySwap": 2000, "NanoCpus": 1500000000, "CpuShares": 512, "PidsLimit": 100,
                 "Ulimits": [{"Name": "nofile", "Soft": 10, "Hard": -1}]},
  "Mounts": [{"Type": "volume", "Name": "v1", "Source": "/var/lib/docker/volumes/v1/_data", "Destination": "/data", "Mode": "z", "RW": true,
              "Propagation": ""}],
  "NetworkSettings": {"Networks": {"bridge": {}}, "Ports": {}}}])";

const std::string row = "runtime.containers[0].";

std::string value(const ReadFacts& read, const std::string& path) { return cell(*read.facts, 0, row + path); }

// A container whose HostConfig has these members.
ReadFacts with_host(const std::string& members, const std::string& beside = {}) {
    return read_facts(
        "c.json", R"([{"Id":"c","Name":"/n","Image":"sha256:x","State":{"Running":false},"Config":{"Image":"a"},"HostConfig":{)" + members +
                      "}" + (beside.empty() ? "" : "," + beside) + "}]");
}

}  // namespace

TEST_CASE("an inspected container becomes facts") {
    const ReadFacts read = read_facts("c.json", docker);
    REQUIRE(read.result.accepted);
    const std::vector<std::pair<const char*, const char*>> cells = {
        {"group", "docker"},
        {"name", "web"},
        {"origin", "docker"},
        {"kind", "main"},
        {"image.reference.text", "app:1"},
        {"image.digest", "sha256:1111111111111111111111111111111111111111111111111111111111111111"},
        {"image.id", "sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"},
        {"running", "true"},
        {"labels[\"l\"]", "v"},
        {"user.uid", "10"},
        {"effective.user.text", "10:20"},
        {"effective.groups", "[20, 999…"},
        {"supplementary_groups", "[999, audio]"},
        {"effective.command", "[/app, serve]"},
        {"entrypoint.words", "[/app]"},
        {"arguments.words", "[serve]"},
        {"env[0].value", "1"},
        {"env[0].source", "literal"},
        {"read_only_root", "true"},
        {"effective.read_only_root", "true"},
        {"capabilities.add", "[NET_ADMIN]"},
        {"capabilities.drop", "[ALL]"},
        {"effective.capabilities", "[NET_ADMIN]"},
        {"no_new_privileges", "true"},
        {"effective.no_new_privileges", "true"},
        {"seccomp.kind", "unconfined"},
        {"effective.seccomp.kind", "unconfined"},
        {"apparmor", "absent"},
        {"effective.apparmor.kind", "runtime_default"},
        {"selinux.type", "t"},
        {"selinux.disabled", "false"},
        {"proc_masked", "true"},
        {"network.mode", "host"},
        {"pid.mode", "container"},
        {"pid.target", "abc"},
        {"ipc.mode", "shareable"},
        {"uts.mode", "host"},
        {"user_namespace.mode", "host"},
        {"effective.host_users", "true"},
        {"cgroup_namespace.mode", "private"},
        {"networks", "[bridge]"},
        {"sysctls[\"net.ipv4.ip_forward\"]", "1"},
        {"mounts[0].kind", "volume"},
        {"mounts[0].volume", "v1"},
        {"mounts[0].is_host", "false"},
        {"mounts[0].read_only", "false"},
        {"mounts[1].target", "/tmp"},
        {"mounts[1].size", "1048576"},
        {"mounts[2].target", "/r"},
        {"mounts[2].is_runtime_socket", "true"},
        {"mounts[2].is_host", "true"},
        {"mounts[2].read_only", "true"},
        {"devices[0].container_path", "/dev/b"},
        {"device_rules", "[c 1:3 rwm]"},
        {"ports[0].container_port", "80"},
        {"ports[0].host_port", "8080"},
        {"ports[0].is_loopback", "true"},
        {"ports[0].is_bound", "true"},
        {"resources.memory", "1000"},
        {"resources.cpus", "1.5"},
        {"resources.pids", "100"},
        {"resources.ulimits[0].soft", "10"},
        {"resources.ulimits[0].hard", "absent"},
        {"restart", "on_failure"},
        {"restart_limit", "5"},
        {"healthcheck.interval", "1000000"},
        {"effective.healthcheck.exec.program", "x"},
        {"host_aliases", "[a:1.2.3.4]"},
        {"stop_signal", "SIGINT"},
        {"workdir", "/srv"},
        {"cgroup_parent", "/c"},
    };
    for (const auto& [path, expected] : cells) {
        CAPTURE(path);
        const std::string found = value(read, path);
        const std::string wanted(expected);
        const bool open = wanted.size() > 3 && wanted.compare(wanted.size() - 3, 3, "…") == 0;
        CHECK((open ? found.substr(0, wanted.size() - 3) : found) == (open ? wanted.substr(0, wanted.size() - 3) : wanted));
    }
    CHECK(pointer_of(*read.facts, 0, row + "ports[0].host_port") == "/0/HostConfig/PortBindings/80~1tcp/0/HostPort");
    CHECK(pointer_of(*read.facts, 0, row + "no_new_privileges") == "/0/HostConfig/SecurityOpt/0");
}

TEST_CASE("what a missing key of an inspected container becomes") {
    using E = Edit;
    const auto at = [](const char* path) { return "runtime.containers[0]." + std::string(path); };
    struct Row {
        const char* pointer;
        const char* path;
        const char* expected;
        std::vector<Edit> ways = {E::remove, E::null};
    };
    const std::vector<Row> rows = {
        {"/0/Name", "name", "unknown (not_stated)", {E::remove, E::null, E::empty_string}},
        {"/0/State", "running", "unknown (not_stated)"},
        {"/0/State/Running", "running", "unknown (not_stated)"},
        {"/0/ImageManifestDescriptor", "image.digest", "absent"},
        {"/0/Config/User", "user", "absent", {E::remove, E::null, E::empty_string}},
        {"/0/Config/User", "effective.user", "absent", {E::remove, E::null, E::empty_string}},
        {"/0/Config/Env", "env", "[]", {E::remove, E::null, E::empty_array}},
        {"/0/Config/Entrypoint", "entrypoint", "absent", {E::remove, E::null, E::empty_array}},
        {"/0/Config/Cmd", "arguments", "absent", {E::remove, E::null, E::empty_array}},
        {"/0/Config/Labels", "labels", "[]"},
        {"/0/Config/WorkingDir", "workdir", "absent", {E::remove, E::null, E::empty_string}},
        {"/0/Config/StopSignal", "stop_signal", "absent", {E::remove, E::null, E::empty_string}},
        {"/0/Config/Healthcheck", "healthcheck", "absent"},
        {"/0/Config/Healthcheck", "effective.healthcheck", "absent"},
        {"/0/HostConfig/Privileged", "privileged", "false"},
        {"/0/HostConfig/ReadonlyRootfs", "read_only_root", "false"},
        {"/0/HostConfig/PublishAllPorts", "publish_all", "false"},
        {"/0/HostConfig/CapAdd", "capabilities.add", "[]", {E::remove, E::null, E::empty_array}},
        {"/0/HostConfig/CapDrop", "capabilities.drop", "[]", {E::remove, E::null, E::empty_array}},
        {"/0/HostConfig/SecurityOpt", "seccomp", "absent", {E::remove, E::null, E::empty_array}},
        {"/0/HostConfig/SecurityOpt", "effective.seccomp", "unknown (not_supplied)", {E::remove, E::null, E::empty_array}},
        {"/0/HostConfig/SecurityOpt", "no_new_privileges", "absent", {E::remove, E::null, E::empty_array}},
        {"/0/HostConfig/SecurityOpt", "effective.no_new_privileges", "unknown (not_supplied)", {E::remove, E::null, E::empty_array}},
        {"/0/HostConfig/SecurityOpt", "selinux", "absent", {E::remove, E::null, E::empty_array}},
        {"/0/AppArmorProfile", "effective.apparmor", "unknown (not_supplied)", {E::remove, E::null, E::empty_string}},
        {"/0/HostConfig/MaskedPaths", "proc_masked", "false", {E::null, E::empty_array}},
        {"/0/HostConfig/MaskedPaths", "proc_masked", "true", {E::remove}},
        {"/0/HostConfig/NetworkMode", "network.mode", "bridge", {E::remove, E::null, E::empty_string}},
        {"/0/HostConfig/PidMode", "pid.mode", "private", {E::remove, E::null, E::empty_string}},
        {"/0/HostConfig/IpcMode", "ipc.mode", "private", {E::remove, E::null, E::empty_string}},
        {"/0/HostConfig/UTSMode", "uts.mode", "private", {E::remove, E::null, E::empty_string}},
        {"/0/HostConfig/UsernsMode", "user_namespace.mode", "private", {E::remove, E::null, E::empty_string}},
        {"/0/HostConfig/UsernsMode", "effective.host_users", "unknown (not_stated)", {E::remove, E::null, E::empty_string}},
        {"/0/HostConfig/CgroupnsMode", "cgroup_namespace.mode", "unknown (not_stated)", {E::remove, E::null, E::empty_string}},
        {"/0/HostConfig/CgroupParent", "cgroup_parent", "absent", {E::remove, E::null, E::empty_string}},
        {"/0/HostConfig/Sysctls", "sysctls", "[]"},
        {"/0/HostConfig/Devices", "devices", "[]", {E::remove, E::null, E::empty_array}},
        {"/0/HostConfig/DeviceCgroupRules", "device_rules", "[]", {E::remove, E::null, E::empty_array}},
        {"/0/HostConfig/PortBindings", "ports", "[]"},
        {"/0/HostConfig/RestartPolicy", "restart", "unset"},
        {"/0/HostConfig/RestartPolicy", "restart_limit", "absent"},
        {"/0/HostConfig/GroupAdd", "supplementary_groups", "[]", {E::remove, E::null, E::empty_array}},
        {"/0/HostConfig/ExtraHosts", "host_aliases", "[]", {E::remove, E::null, E::empty_array}},
        {"/0/HostConfig/Memory", "resources.memory", "absent"},
        {"/0/HostConfig/NanoCpus", "resources.cpus", "absent"},
        {"/0/HostConfig/CpuShares", "resources.cpu_shares", "absent"},
        {"/0/HostConfig/PidsLimit", "resources.pids", "absent"},
        {"/0/HostConfig/Ulimits", "resources.ulimits", "[]", {E::remove, E::null, E::empty_array}},
        {"/0/NetworkSettings/Networks", "networks", "[… unknown (not_stated)]", {E::remove}},
    };
    std::vector<std::string> paths;
    paths.reserve(rows.size());
    std::vector<MissingKey> keys;
    for (const Row& r : rows) {
        paths.push_back(at(r.path));
        keys.push_back({r.pointer, paths.back().c_str(), r.expected, r.ways});
    }
    check_missing_keys(docker, keys);
}

TEST_CASE("a key of an inspected container with a value of another type refuses it") {
    using E = Edit;
    check_wrong_types(docker, {
                                  {"/0/Name", {E::string}},
                                  {"/0/Image", {E::string}},
                                  {"/0/State", {E::object}},
                                  {"/0/State/Running", {E::boolean}},
                                  {"/0/Config", {E::object}},
                                  {"/0/Config/User", {E::string}},
                                  {"/0/Config/StopSignal", {E::string, E::integer}},
                                  {"/0/Config/Labels", {}},
                                  {"/0/HostConfig", {E::object}},
                                  {"/0/HostConfig/Privileged", {E::boolean}},
                                  {"/0/HostConfig/ReadonlyRootfs", {E::boolean}},
                                  {"/0/HostConfig/CapAdd", {E::string}},
                                  {"/0/HostConfig/SecurityOpt/0", {E::string}},
                                  {"/0/HostConfig/NetworkMode", {E::string}},
                                  {"/0/HostConfig/Memory", {E::integer}},
                                  {"/0/HostConfig/PortBindings", {E::object}},
                                  {"/0/HostConfig/PortBindings/80~1tcp", {}},
                                  {"/0/HostConfig/Devices", {}},
                                  {"/0/HostConfig/Ulimits", {}},
                                  {"/0/HostConfig/RestartPolicy", {E::object}},
                                  {"/0/Mounts", {}},
                                  {"/0/Mounts/0/RW", {E::boolean}},
                                  {"/0/NetworkSettings/Networks", {E::object}},
                              });
}

TEST_CASE("an inspected container of broken bytes is refused") {
    check_bad_bytes("c.json", R"([{"Id":"x","Name":"/n","State":{"Running":true},"Config":{},"HostConfig":{"Privileged":true}}])");
    const ReadFacts twice = with_host(R"("Privileged": false, "Privileged": true)");
    CHECK_FALSE(twice.result.accepted);
    REQUIRE(twice.result.diagnostics.size() == 1);
    CHECK(twice.result.diagnostics.front().code == "I0110");
}

TEST_CASE("security options in every spelling") {
    struct Case {
        const char* host;
        const char* path;
        const char* expected;
    };
    const std::vector<Case> cases = {
        {R"("SecurityOpt": ["no-new-privileges:true"])", "no_new_privileges", "true"},
        {R"("SecurityOpt": ["no-new-privileges=false"])", "no_new_privileges", "false"},
        {R"("SecurityOpt": ["no-new-privileges:yes"])", "no_new_privileges", "false"},
        {R"("SecurityOpt": ["seccomp:unconfined"])", "seccomp.kind", "unconfined"},
        {R"("SecurityOpt": ["seccomp=/p.json"])", "seccomp.name", "/p.json"},
        {R"("SecurityOpt": ["seccomp={\"defaultAction\":\"SCMP_ACT_ALLOW\"}"])", "seccomp.kind", "named"},
        {R"("SecurityOpt": ["seccomp={\"defaultAction\":\"SCMP_ACT_ALLOW\"}"])", "seccomp.name", "unknown (not_stated)"},
        {R"("SecurityOpt": ["apparmor=mine"])", "effective.apparmor.name", "mine"},
        {R"("SecurityOpt": ["label=disable"])", "selinux.disabled", "true"},
        {R"("SecurityOpt": ["label:level:s0"])", "selinux.level", "s0"},
        {R"("SecurityOpt": ["systempaths=unconfined"])", "proc_masked", "false"},
        {R"("MaskedPaths": ["/proc/kcore"])", "proc_masked", "false"},
        {R"("Privileged": true)", "proc_masked", "false"},
        {R"("Privileged": true)", "effective.seccomp.kind", "unconfined"},
        {R"("Privileged": true)", "effective.apparmor.kind", "unconfined"},
        {R"("Privileged": true)", "effective.selinux.disabled", "true"},
        {R"("Privileged": true)", "seccomp", "absent"},
        {R"("CapDrop": ["cap_chown", "MKNOD"])", "capabilities.drop", "[CHOWN, MKNOD]"},
        {R"("PidsLimit": -1)", "resources.pids", "absent"},
        {R"("PidsLimit": 0)", "resources.pids", "absent"},
        {R"("CpuQuota": 50000, "CpuPeriod": 100000)", "resources.cpus", "0.5"},
        {R"("CpuQuota": 50000)", "resources.cpus", "0.5"},
        {R"("MemorySwap": -1)", "resources.memory_swap", "absent"},
        {R"("RestartPolicy": {"Name": "no", "MaximumRetryCount": 0})", "restart", "unset"},
        {R"("NetworkMode": "none")", "network.mode", "isolated"},
        {R"("NetworkMode": "mynet")", "network.target", "mynet"},
        {R"("NetworkMode": "slirp4netns:port_handler=x")", "network.mode", "private"},
        {R"("UsernsMode": "keep-id")", "effective.host_users", "false"},
        {R"("IDMappings": {"UidMap": ["0:100000:65536"]})", "effective.host_users", "false"},
        {R"("IDMappings": {"UidMap": ["0:0:1", "1:100000:65535"]})", "effective.host_users", "unknown (not_stated)"},
        {R"("IDMappings": {"UidMap": []})", "effective.host_users", "unknown (not_stated)"},
        {R"("PortBindings": {"80/tcp": [{"HostIp": "0.0.0.0", "HostPort": "80"}]})", "ports[0].is_bound", "false"},
        {R"("PortBindings": {"80/tcp": [{"HostIp": "", "HostPort": ""}]})", "ports[0].host_port", "absent"},
        {R"("PortBindings": {"80/tcp": [{"HostPort": "8000-8010"}]})", "ports[0].host_last", "8010"},
        {R"("PortBindings": {"80/tcp": [{"HostPort": "x"}]})", "ports[0].host_port", "unknown (unreadable)"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.host, c.path);
        const ReadFacts read = with_host(c.host);
        REQUIRE(read.result.accepted);
        CHECK(value(read, c.path) == c.expected);
    }
}

TEST_CASE("capabilities that hold") {
    using runtime::CapabilityChange;
    const auto change = [](std::vector<std::string> add, std::vector<std::string> drop) {
        CapabilityChange out;
        for (std::string& name : add) out.add.push_back({std::move(name)});
        for (std::string& name : drop) out.drop.push_back({std::move(name)});
        return out;
    };
    CHECK(runtime::effective_capabilities(change({}, {}), false).size() == 14);
    CHECK(runtime::effective_capabilities(change({}, {}), true).size() == 41);
    CHECK(runtime::effective_capabilities(change({}, {"ALL"}), true).size() == 41);
    CHECK(runtime::effective_capabilities(change({"ALL"}, {"SYS_ADMIN"}), false).size() == 40);
    CHECK(runtime::effective_capabilities(change({"SYS_ADMIN"}, {"ALL"}), false) == std::vector<std::string>{"SYS_ADMIN"});
    CHECK(runtime::effective_capabilities(change({"CHOWN"}, {"CHOWN"}), false).size() == 14);
    CHECK(runtime::effective_capabilities(change({}, {"CHOWN"}), false).size() == 13);
    const std::vector<std::string> defaults = runtime::effective_capabilities(change({}, {}), false);
    CapabilityChange podman = runtime::normalise_change(change({}, defaults), true);
    CHECK(podman.drop.size() == 1);
    CHECK(podman.add.empty());
    std::vector<std::string> but_one = defaults;
    but_one.erase(std::find(but_one.begin(), but_one.end(), "NET_BIND_SERVICE"));
    podman = runtime::normalise_change(change({}, but_one), true);
    REQUIRE(podman.add.size() == 1);
    CHECK(podman.add.front().name == "NET_BIND_SERVICE");
    CHECK(runtime::normalise_change(change({}, but_one), false).drop.size() == 13);
    CHECK(runtime::normalise_change(change({}, {"CHOWN"}), true).drop.size() == 1);
}

TEST_CASE("sockets of container engines, and the directories above them") {
    for (const char* path : {"/var/run/docker.sock", "/run/docker.sock", "/", "/var", "/run", "/run/podman/podman.sock", "/run/containerd",
                             "/run/user/1000", "/home/x/.docker/run/docker.sock", "//var/run/../run", "\\\\.\\pipe\\docker_engine"}) {
        CAPTURE(path);
        CHECK(runtime::reaches_runtime_socket(path));
    }
    for (const char* path : {"", "/etc", "/run/lock", "/var/lib", "docker.sock", "/run/docker", "/runner"}) {
        CAPTURE(path);
        CHECK_FALSE(runtime::reaches_runtime_socket(path));
    }
    for (const char* address : {"127.0.0.1", "127.1.2.3", "::1", "[::1]", "localhost"}) CHECK(runtime::is_loopback_address(address));
    for (const char* address : {"", "0.0.0.0", "128.0.0.1", "127.evil.example", "::", "1127.0.0.1"}) {
        CHECK_FALSE(runtime::is_loopback_address(address));
    }
}

TEST_CASE("mounts of old and new inspections") {
    const ReadFacts old =
        read_facts("c.json", R"({"Id":"c","Image":"x","State":{"Running":true},"Config":{},"HostConfig":{"Binds":["/a:/b"]},
        "Volumes":{"/b":"/a","/v":"/var/lib/docker/vfs/dir/1","/w":"/host/w"},"VolumesRW":{"/v":true,"/w":false}})");
    REQUIRE(old.result.accepted);
    CHECK(value(old, "mounts[0].target") == "/b");
    CHECK(value(old, "mounts[1].kind") == "volume");
    CHECK(value(old, "mounts[2].kind") == "bind");
    CHECK(value(old, "mounts[2].read_only") == "true");
    CHECK(value(old, "mounts[3]") == "no row");
    const ReadFacts asked = with_host(R"("Mounts": [{"Type": "tmpfs", "Target": "/s", "TmpfsOptions": {"SizeBytes": 99}},
        {"Type": "bind", "Source": "/var/run/docker.sock", "Target": "/d", "ReadOnly": true},
        {"Type": "volume", "Source": "v", "Target": "/v", "VolumeOptions": {"Subpath": "sub"}}])");
    CHECK(value(asked, "mounts[0].size") == "99");
    CHECK(value(asked, "mounts[1].is_runtime_socket") == "true");
    CHECK(value(asked, "mounts[1].read_only") == "true");
    CHECK(value(asked, "mounts[2].volume") == "v");
    CHECK(value(asked, "mounts[2].sub_path") == "sub");
}

TEST_CASE("the corpus' containers say what the commands that made them asked for") {
    struct Case {
        const char* file;
        const char* path;
        const char* expected;
    };
    const std::vector<Case> cases = {
        {"docker-20.10.24__default", "privileged", "false"},
        {"docker-20.10.24__default", "network.mode", "isolated"},
        {"docker-20.10.24__default", "proc_masked", "true"},
        {"docker-20.10.24__default", "image.reference.name", "localhost/fixture/app"},
        {"docker-20.10.24__hardened", "effective.capabilities", "[NET_BIND_SERVICE]"},
        {"docker-20.10.24__hardened", "no_new_privileges", "true"},
        {"docker-20.10.24__hardened", "resources.cpus", "0.5"},
        {"docker-20.10.24__hardened", "resources.memory", "268435456"},
        {"docker-20.10.24__hardened", "resources.pids", "100"},
        {"docker-20.10.24__hardened", "user.text", "10001:10001"},
        {"docker-20.10.24__hardened", "restart_limit", "5"},
        {"docker-20.10.24__hardened", "mounts[1].size", "16777216"},
        {"docker-20.10.24__cap-add-many", "capabilities.add", "[SYS_ADMIN, NET_ADMIN, SYS_PTRACE]"},
        {"docker-20.10.24__cap-drop-some", "capabilities.drop", "[MKNOD, CHOWN]"},
        {"docker-20.10.24__docker-sock", "mounts[0].is_runtime_socket", "true"},
        {"docker-20.10.24__entrypoint-override", "effective.command", "[/bin/sh, -c, echo hi]"},
        {"docker-20.10.24__group-add", "supplementary_groups", "[0, 999]"},
        {"docker-20.10.24__healthcheck-none", "healthcheck.disabled", "true"},
        {"docker-20.10.24__healthcheck-cmd", "healthcheck.exec.program", "wget"},
        {"docker-20.10.24__label-disable", "selinux.disabled", "true"},
        {"docker-20.10.24__mount-syntax", "mounts[0].read_only", "true"},
        {"docker-20.10.24__mount-syntax", "mounts[1].size", "1048576"},
        {"docker-20.10.24__net-host", "network.mode", "host"},
        {"docker-20.10.24__nnp-colon", "no_new_privileges", "true"},
        {"docker-20.10.24__nnp-false", "no_new_privileges", "false"},
        {"docker-20.10.24__pid-host", "pid.mode", "host"},
        {"docker-20.10.24__pids-zero", "resources.pids", "absent"},
        {"docker-20.10.24__ports", "ports[0].is_loopback", "true"},
        {"docker-20.10.24__ports", "ports[0].protocol", "udp"},
        {"docker-20.10.24__ports", "publish_all", "true"},
        {"docker-20.10.24__ports-privileged", "ports[0].host_port", "22"},
        {"docker-20.10.24__privileged", "privileged", "true"},
        {"docker-20.10.24__privileged", "proc_masked", "false"},
        {"docker-20.10.24__restart-always", "restart", "always"},
        {"docker-20.10.24__restart-unless", "restart", "unless_stopped"},
        {"docker-20.10.24__root-mount", "mounts[0].is_runtime_socket", "true"},
        {"docker-20.10.24__root-mount", "mounts[0].read_only", "true"},
        {"docker-20.10.24__running", "running", "true"},
        {"docker-20.10.24__seccomp-file", "seccomp.kind", "named"},
        {"docker-20.10.24__seccomp-unconfined", "seccomp.kind", "unconfined"},
        {"docker-20.10.24__stop-signal", "stop_signal", "SIGINT"},
        {"docker-20.10.24__sysctl", "sysctls[\"net.ipv4.ip_forward\"]", "1"},
        {"docker-20.10.24__ulimits", "resources.ulimits[0].soft", "1024"},
        {"docker-20.10.24__unmask-all", "proc_masked", "false"},
        {"docker-20.10.24__user-0", "user.is_root", "true"},
        {"docker-20.10.24__user-empty-group", "user.is_root", "true"},
        {"docker-20.10.24__user-empty-group", "user.gid", "1000"},
        {"docker-20.10.24__user-name", "user.is_root", "unknown (not_supplied)"},
        {"docker-20.10.24__userns-host", "effective.host_users", "true"},
        {"docker-20.10.24__uts-host", "uts.mode", "host"},
        {"podman-4.3.1__default", "origin", "podman"},
        {"podman-4.3.1__default", "resources.pids", "2048"},
        {"podman-4.3.1__default", "entrypoint.words", "[/bin/sh, -c]"},
        {"podman-4.3.1__default", "stop_signal", "15"},
        {"podman-4.3.1__default", "proc_masked", "unknown (not_stated)"},
        {"podman-4.3.1__apparmor-unconfined", "apparmor.kind", "unconfined"},
        {"podman-4.3.1__cap-drop-some", "capabilities.drop", "[CHOWN, MKNOD]"},
        {"podman-4.3.1__cgroup-parent", "cgroup_parent", "/custom"},
        {"podman-4.3.1__device", "devices[0].container_path", "/dev/n"},
        {"podman-4.3.1__entrypoint-override", "effective.command", "[/bin/sh, -c, echo hi]"},
        {"podman-4.3.1__ipc-host", "ipc.mode", "unknown (not_stated)"},
        {"podman-4.3.1__pid-host", "pid.mode", "host"},
        {"podman-4.3.1__uts-host", "uts.mode", "host"},
        {"podman-4.3.1__limits-unlimited", "resources.memory", "67108864"},
        {"podman-4.3.1__limits-unlimited", "resources.pids", "absent"},
        {"podman-4.3.1__nnp-colon", "no_new_privileges", "true"},
        {"podman-4.3.1__nnp-false", "no_new_privileges", "absent"},
        {"podman-4.3.1__pids-zero", "resources.pids", "absent"},
        {"podman-4.3.1__privileged", "privileged", "true"},
        {"podman-4.3.1__uidmap", "effective.host_users", "false"},
        {"podman-4.3.1__user-root", "user.is_root", "true"},
        {"podman-4.3.1__workdir-tty", "workdir", "/tmp"},
    };
    const std::vector<CorpusFile> files = corpus_files("runtime/inspect-generated-container");
    if (files.empty()) return;
    for (const Case& c : cases) {
        CAPTURE(c.file, c.path);
        const std::string name = "runtime/inspect-generated-container/" + std::string(c.file) + ".json";
        const auto file = std::find_if(files.begin(), files.end(), [&](const CorpusFile& f) { return f.name == name; });
        REQUIRE(file != files.end());
        const ReadFacts read = read_facts(file->name, file->bytes);
        REQUIRE(read.result.accepted);
        CHECK(value(read, c.path) == c.expected);
    }
    // Podman resolved `--cap-drop ALL --cap-add NET_BIND_SERVICE` to names.
    const auto three = std::find_if(files.begin(), files.end(),
                                    [](const CorpusFile& f) { return f.name.find("podman-4.3.1__array-of-3") != std::string::npos; });
    REQUIRE(three != files.end());
    const ReadFacts read = read_facts(three->name, three->bytes);
    CHECK(read.facts->subjects() == 3);
    CHECK(cell(*read.facts, 1, row + "capabilities.drop") == "[ALL]");
    CHECK(cell(*read.facts, 1, row + "effective.capabilities") == "[NET_BIND_SERVICE]");
}

TEST_CASE("inspected containers of the corpus are read") {
    std::size_t documents = 0;
    std::size_t refused = 0;
    for (const char* folder : {"runtime/docker-inspect-container", "runtime/inspect-generated-container"}) {
        for (const CorpusFile& file : corpus_files(folder)) {
            CAPTURE(file.name);
            const ReadFacts read = read_facts(file.name, file.bytes);
            read.result.accepted ? ++documents : ++refused;
            if (!read.result.accepted) {
                // A list of containers, and what inspect prints where it finds nothing.
                CHECK((read.result.diagnostics.front().code == "I0121" || read.result.diagnostics.front().code == "I0122"));
            } else {
                CHECK(value(read, "privileged") != "unknown (not_supplied)");
            }
        }
    }
    if (documents != 0) {
        CHECK(documents == 125);
        CHECK(refused == 2);
    }
}
