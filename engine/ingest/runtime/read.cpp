// One inspected container → a row of runtime.containers and its `effective`. Inspect shows what was merged from image and command line, so
// raw and effective agree but for what the daemon decides.
#include "engine/ingest/runtime/read.h"

#include <algorithm>

#include "engine/ingest/runtime/mounts.h"
#include "engine/ingest/runtime/network.h"
#include "engine/ingest/runtime/resources.h"
#include "engine/ingest/runtime/security.h"
#include "engine/values/ascii.h"
#include "engine/values/digest.h"

namespace scantling {

namespace {

using model::Container;
using model::Effective;
using runtime::NamespaceKind;

const JsonKeys root_keys{"Name",       "Image",   "ImageName",       "ImageDigest",     "ImageManifestDescriptor", "State",      "Config",
                         "HostConfig", "Mounts",  "NetworkSettings", "AppArmorProfile", "EffectiveCaps",           "OCIRuntime", "Path",
                         "Args",       "Volumes", "VolumesRW",       "Platform"};
enum RootKey : std::size_t {
    name,
    image,
    image_name,
    image_digest,
    manifest_descriptor,
    state,
    config,
    host_config,
    mounts,
    network_settings,
    apparmor_profile,
    effective_caps,
    oci_runtime,
    path,
    args,
    volumes,
    volumes_rw,
    platform
};

const JsonKeys config_keys{"Image", "User", "Env", "Entrypoint", "Cmd", "Labels", "WorkingDir", "StopSignal", "Healthcheck", "Annotations"};
enum ConfigKey : std::size_t { config_image, user, env, entrypoint, cmd, labels, workdir, stop_signal, healthcheck, annotations };

const JsonKeys host_keys{"Privileged",   "ReadonlyRootfs", "PublishAllPorts",   "CapAdd",       "CapDrop",       "SecurityOpt",
                         "MaskedPaths",  "NetworkMode",    "PidMode",           "IpcMode",      "UTSMode",       "UsernsMode",
                         "CgroupnsMode", "CgroupMode",     "CgroupParent",      "Sysctls",      "Binds",         "Tmpfs",
                         "Mounts",       "Devices",        "DeviceCgroupRules", "PortBindings", "RestartPolicy", "GroupAdd",
                         "ExtraHosts",   "IDMappings",     "Annotations"};
enum HostKey : std::size_t {
    privileged,
    read_only_rootfs,
    publish_all,
    cap_add,
    cap_drop,
    security_opt,
    masked_paths,
    network_mode,
    pid_mode,
    ipc_mode,
    uts_mode,
    userns_mode,
    cgroupns_mode,
    cgroup_mode,
    cgroup_parent,
    sysctls,
    binds,
    tmpfs,
    asked_mounts,
    devices,
    device_rules,
    port_bindings,
    restart_policy,
    group_add,
    extra_hosts,
    id_mappings,
    host_annotations
};

const JsonKeys state_keys{"Running"};
const JsonKeys descriptor_keys{"digest"};
const JsonKeys settings_keys{"Networks", "Ports"};
const JsonKeys restart_keys{"Name", "MaximumRetryCount"};

bool flag(const JsonValue& value) { return value.boolean().value_or(false); }

const JsonKeys mapping_keys{"UidMap"};

// Podman's `container:host:size`; the container's root is somebody else on the host.
bool maps_root_away(const JsonValue& mappings) {
    const JsonFields fields = mappings.fields(mapping_keys);
    for (const PlacedText& text : read_strings(fields[0])) {
        if (text.text.substr(0, 2) == "0:") return text.text.substr(0, 4) != "0:0:";
    }
    return false;
}

class ContainerReader {
  public:
    ContainerReader(Builder& builder, Fragment& fragment, const JsonValue& root)
        : fragment_(fragment),
          root_(root),
          fields_(root.fields(root_keys)),
          config_(fields_[config].fields(config_keys)),
          host_(fields_[host_config].fields(host_keys)),
          podman_(fields_[effective_caps].exists() || fields_[oci_runtime].exists() || fields_[image_digest].exists()),
          container_(fragment_writer(builder, fragment.row)
                         .open(model::SubjectRoot::runtime, root.place())
                         .list(model::Runtime::containers, root.place())
                         .add(root.place())),
          effective_(container_.open(Container::effective)) {}

    void read() {
        read_identity();
        read_image();
        read_process();
        read_user();
        read_security_settings();
        read_namespaces();
        read_host_access();
        read_rest();
        settle_what_inspect_never_has();
        if (!fields_[host_config].present()) forget_host_config();
    }

  private:
    void read_identity() {
        container_.set(Container::group, podman_ ? std::string_view("podman") : std::string_view("docker"), root_.place());
        container_.set(Container::origin, podman_ ? model::RuntimeOrigin::podman : model::RuntimeOrigin::docker, root_.place());
        container_.set(Container::kind, model::ContainerKind::main, root_.place());
        std::string_view text = fields_[name].string().value_or("");
        if (!text.empty() && text.front() == '/') text.remove_prefix(1);
        if (text.empty()) {
            container_.unknown(Container::name, CellState::not_stated, fields_[name].place());
        } else {
            container_.set(Container::name, text, fields_[name].place());
        }
        const JsonFields now = fields_[state].fields(state_keys);
        if (const auto running = now[0].boolean()) {
            container_.set(Container::running, *running, now[0].place());
        } else {
            container_.unknown(Container::running, CellState::not_stated, now[0].place());
        }
        read_string_map(config_[labels], container_.map(Container::labels, config_[labels].place()));
        const JsonValue& notes = config_[annotations].present() ? config_[annotations] : host_[host_annotations];
        read_string_map(notes, container_.map(Container::annotations, notes.place()));
    }

    void read_image() {
        using model::ContainerImage;
        const auto to = container_.open(Container::image, fields_[image].place());
        const JsonValue& named = fields_[image_name].present() ? fields_[image_name] : config_[config_image];
        const auto reference = parse_image_reference(named.string().value_or(""));
        if (reference) {
            write_image_reference(to.open(ContainerImage::reference, named.place()), *reference, named.place());
            fragment_.identity.references.push_back(reference->text);
            if (reference->digest) fragment_.identity.digests.push_back(*reference->digest);
        } else {
            to.absent(ContainerImage::reference, named.place());
        }
        const JsonFields descriptor = fields_[manifest_descriptor].fields(descriptor_keys);
        const JsonValue& manifest = fields_[image_digest].present() ? fields_[image_digest] : descriptor[0];
        if (const auto digest = parse_digest(manifest.string().value_or(""))) {
            to.set(ContainerImage::digest, *digest, manifest.place());
            fragment_.identity.digests.push_back(*digest);
        } else {
            to.absent(ContainerImage::digest, manifest.place());
        }
        const std::string_view text = fields_[image].string().value_or("");
        if (is_image_id(text)) {
            const std::string own = text.find(':') == std::string_view::npos ? "sha256:" + std::string(text) : std::string(text);
            to.set(ContainerImage::id, own, fields_[image].place());
            fragment_.identity.ids.push_back(own);
        } else {
            to.absent(ContainerImage::id, fields_[image].place());
        }
        to.absent(ContainerImage::pull_policy, fields_[image].place());
    }

    // The argument vector: what is started is stated beside the two that it was made of, which Podman before 5 joins with blanks.
    void read_process() {
        const std::vector<PlacedText> arguments = read_strings(config_[cmd]);
        std::vector<PlacedText> vector;
        if (const auto program = fields_[path].string(); program && !program->empty()) {
            vector.push_back({*program, fields_[path].place()});
            for (const PlacedText& argument : read_strings(fields_[args])) vector.push_back(argument);
        }
        std::vector<PlacedText> start = entrypoint_words(vector, arguments);
        if (vector.empty()) {
            vector = start;
            vector.insert(vector.end(), arguments.begin(), arguments.end());
        }
        write_optional_exec(start, config_[entrypoint].place(), Container::entrypoint);
        write_optional_exec(arguments, config_[cmd].place(), Container::arguments);
        const auto command = effective_.list(Effective::command, fields_[path].place());
        for (const PlacedText& word : vector) command.add(word.text, word.place);
        read_environment();
    }

    [[nodiscard]] std::vector<PlacedText> entrypoint_words(const std::vector<PlacedText>& vector,
                                                           const std::vector<PlacedText>& arguments) {
        const JsonValue& value = config_[entrypoint];
        std::vector<PlacedText> words = read_strings(value);
        if (value.kind() != JsonKind::string) return words;
        if (words.front().text.empty()) return {};
        // The vector without the arguments at its end is the entrypoint, if it is what was joined.
        if (vector.size() < arguments.size()) return words;
        std::vector<PlacedText> split(vector.begin(), vector.end() - static_cast<std::ptrdiff_t>(arguments.size()));
        std::string joined;
        for (const PlacedText& word : split) joined += (joined.empty() ? "" : " ") + std::string(word.text);
        return joined == words.front().text ? split : words;
    }

    void write_optional_exec(const std::vector<PlacedText>& words, PlaceId place, Slot<Container, kind::Embedded<model::Exec>> slot) {
        constexpr std::array<std::string_view, 2> shell = {"/bin/sh", "-c"};
        if (words.empty()) {
            container_.absent(slot, place);
        } else {
            write_exec(container_.open(slot, place), words, shell_prefix(words, shell), place);
        }
    }

    void read_environment() {
        const std::vector<PlacedText> variables = read_strings(config_[env]);
        write_env(effective_.list(Effective::env, config_[env].place()), variables);
        const auto list = container_.list(Container::env, config_[env].place());
        for (const PlacedText& variable : variables) {
            using model::ContainerVariable;
            const VariableParts parts = parse_variable(variable.text);
            const auto row = list.add(variable.place);
            row.set(ContainerVariable::name, parts.name);
            row.set(ContainerVariable::source, model::ValueSource::literal);
            row.absent(ContainerVariable::object);
            if (parts.value) {
                row.set(ContainerVariable::value, *parts.value);
            } else {
                row.absent(ContainerVariable::value);
            }
        }
    }

    void read_user() {
        const JsonValue& value = config_[user];
        const auto text = value.string();
        const auto groups = effective_.list(Effective::groups, value.place());
        const auto supplementary = container_.list(Container::supplementary_groups, host_[group_add].place());
        if (text && !text->empty()) {
            write_user(container_.open(Container::user, value.place()), *text, value.place());
            write_user(effective_.open(Effective::user, value.place()), *text, value.place());
            const UserParts parts = parse_user(*text);
            if (parts.gid) {
                groups.add(*parts.gid, value.place());
            } else {
                groups.incomplete(CellState::unresolved);
            }
        } else {
            container_.absent(Container::user, value.place());
            effective_.absent(Effective::user, value.place());
            groups.add(std::int64_t{0}, value.place());
        }
        for (const PlacedText& group : read_strings(host_[group_add])) {
            supplementary.add(group.text, group.place);
            if (const auto number = parse_user(group.text).uid) {
                groups.add(*number, group.place);
            } else {
                groups.incomplete(CellState::unresolved);
            }
        }
    }

    void read_security_settings() {
        const bool all = flag(host_[privileged]);
        container_.set(Container::privileged, all, host_[privileged].place());
        effective_.set(Effective::privileged, all, host_[privileged].place());
        const bool read_only = flag(host_[read_only_rootfs]);
        container_.set(Container::read_only_root, read_only, host_[read_only_rootfs].place());
        effective_.set(Effective::read_only_root, read_only, host_[read_only_rootfs].place());
        const bool windows = ascii::equal_folded(fields_[platform].string().value_or(""), "windows");
        runtime::read_security({host_[cap_add], host_[cap_drop], host_[security_opt], host_[masked_paths], fields_[apparmor_profile],
                                host_[privileged].place(), all, podman_, windows},
                               container_, effective_);
    }

    void read_namespaces() {
        const auto read_mode = [&](const JsonValue& value, NamespaceKind kind, auto slot) {
            runtime::read_namespace(value, kind, container_.open(slot, value.place()));
        };
        read_mode(host_[network_mode], NamespaceKind::network, Container::network);
        read_mode(host_[pid_mode], NamespaceKind::other, Container::pid);
        read_mode(host_[ipc_mode], NamespaceKind::other, Container::ipc);
        if (podman_ && host_[ipc_mode].string() == "shareable") {
            // Podman 4 prints this for `--ipc host` too: it proves nothing.
            container_.inside(Container::ipc).unknown(model::Namespace::mode, CellState::not_stated, host_[ipc_mode].place());
        }
        read_mode(host_[uts_mode], NamespaceKind::other, Container::uts);
        read_mode(host_[userns_mode], NamespaceKind::other, Container::user_namespace);
        const JsonValue& mode = host_[cgroupns_mode].present() ? host_[cgroupns_mode] : host_[cgroup_mode];
        if (mode.string().value_or("").empty()) {
            // The default is the host's under cgroup v1 and a private one under v2.
            const auto to = container_.open(Container::cgroup_namespace, mode.place());
            to.unknown(model::Namespace::mode, CellState::not_stated, mode.place());
            to.absent(model::Namespace::target, mode.place());
        } else {
            read_mode(mode, NamespaceKind::other, Container::cgroup_namespace);
        }
        const std::string_view users = host_[userns_mode].string().value_or("");
        if (users == "host") {
            effective_.set(Effective::host_users, true, host_[userns_mode].place());
        } else if (!users.empty() || maps_root_away(host_[id_mappings])) {
            effective_.set(Effective::host_users, false, host_[userns_mode].place());
        } else {
            effective_.unknown(Effective::host_users, CellState::not_stated, host_[userns_mode].place());  // the daemon's remapping decides
        }
    }

    void read_host_access() {
        runtime::read_mounts({fields_[mounts], host_[asked_mounts], host_[tmpfs], host_[binds], fields_[volumes], fields_[volumes_rw]},
                             container_.list(Container::mounts, fields_[mounts].place()));
        runtime::read_devices(host_[devices], container_.list(Container::devices, host_[devices].place()));
        read_string_list(host_[device_rules], container_.list(Container::device_rules, host_[device_rules].place()));
        const JsonFields settings = fields_[network_settings].fields(settings_keys);
        const bool every = flag(host_[publish_all]);
        container_.set(Container::publish_all, every, host_[publish_all].place());
        runtime::read_ports({host_[port_bindings], settings[1], every}, container_.list(Container::ports, host_[port_bindings].place()));
        const auto networks = container_.list(Container::networks, settings[0].place());
        if (settings[0].exists()) {
            for (const auto& [key, entry] : settings[0].members()) networks.add(key, entry.place());
        } else {
            networks.incomplete(CellState::not_stated);
        }
        read_string_list(host_[extra_hosts], container_.list(Container::host_aliases, host_[extra_hosts].place()));
    }

    void read_rest() {
        read_text(config_[workdir], container_, Container::workdir);
        read_text(host_[cgroup_parent], container_, Container::cgroup_parent);
        read_string_map(host_[sysctls], container_.map(Container::sysctls, host_[sysctls].place()));
        runtime::read_resources(fields_[host_config], fields_[config], container_.open(Container::resources, fields_[host_config].place()));
        read_restart();
        read_signal();
        if (has_healthcheck(config_[healthcheck])) {
            read_healthcheck(config_[healthcheck], container_.open(Container::healthcheck, config_[healthcheck].place()));
            read_healthcheck(config_[healthcheck], effective_.open(Effective::healthcheck, config_[healthcheck].place()));
        } else {
            container_.absent(Container::healthcheck, config_[healthcheck].place());
            effective_.absent(Effective::healthcheck, config_[healthcheck].place());
        }
    }

    // A name, or of Podman before 5 a number.
    void read_signal() {
        const JsonValue& value = config_[stop_signal];
        std::string text;
        if (value.kind() == JsonKind::integer) {
            const std::int64_t number = value.integer().value_or(0);
            if (number != 0) text = std::to_string(number);
        } else {
            text = value.string().value_or("");
        }
        if (text.empty()) {
            container_.absent(Container::stop_signal, value.place());
            effective_.absent(Effective::stop_signal, value.place());
        } else {
            container_.set(Container::stop_signal, std::string_view(text), value.place());
            effective_.set(Effective::stop_signal, std::string_view(text), value.place());
        }
    }

    void read_restart() {
        const JsonFields policy = host_[restart_policy].fields(restart_keys);
        const std::string_view text = policy[0].string().value_or("");
        const auto limit = policy[1].integer();
        auto value = model::RestartPolicy::unset;
        if (text == "always") value = model::RestartPolicy::always;
        if (text == "on-failure") value = model::RestartPolicy::on_failure;
        if (text == "unless-stopped") value = model::RestartPolicy::unless_stopped;
        container_.set(Container::restart, value, policy[0].place());
        if (limit && *limit > 0) {
            container_.set(Container::restart_limit, *limit, policy[1].place());
        } else {
            container_.absent(Container::restart_limit, policy[1].place());
        }
    }

    // Without `HostConfig` nobody knows how the container was started: its keys have defaults, it has none.
    void forget_host_config() {
        const PlaceId place = fields_[host_config].place();
        const auto each = [&](const auto& to, auto... slots) { (to.unknown(slots, CellState::not_stated, place), ...); };
        each(container_, Container::privileged, Container::read_only_root, Container::publish_all, Container::proc_masked,
             Container::no_new_privileges, Container::seccomp, Container::apparmor, Container::selinux, Container::security_options,
             Container::mounts, Container::devices, Container::device_rules, Container::ports, Container::sysctls, Container::restart,
             Container::supplementary_groups, Container::cgroup_parent, Container::host_aliases);
        each(effective_, Effective::privileged, Effective::read_only_root, Effective::capabilities, Effective::groups);
        each(container_.inside(Container::capabilities), model::Capabilities::add, model::Capabilities::drop);
        const auto forget_mode = [&](auto... slots) { (each(container_.inside(slots), model::Namespace::mode), ...); };
        forget_mode(Container::network, Container::pid, Container::ipc, Container::uts, Container::user_namespace);
    }

    // What only orchestrators know: a container of an engine has none of it.
    void settle_what_inspect_never_has() {
        const PlaceId place = root_.place();
        container_.absent(Container::pod, place);
        container_.absent(Container::project, place);
        container_.absent(Container::run_as_group, place);
        container_.absent(Container::run_as_non_root, place);
        container_.absent(Container::proc_mount, place);
        container_.set(Container::host_process, false, place);
        static_cast<void>(container_.list(Container::probes, place));
        effective_.set(Effective::run_as_non_root, false, place);
        effective_.set(Effective::automount_token, false, place);
    }

    Fragment& fragment_;
    const JsonValue& root_;
    JsonFields fields_;
    JsonFields config_;
    JsonFields host_;
    bool podman_;
    RecordWriter<Container> container_;
    RecordWriter<Effective> effective_;
};

}  // namespace

std::vector<Fragment> read_container_inspect(Builder& builder, DocumentId document, const JsonValue& root) {
    Fragment fragment{builder.add_fragment(document), FragmentKind::container, {}};
    builder.supply(model::part::runtime_containers, fragment.row);
    ContainerReader(builder, fragment, root).read();
    return {std::move(fragment)};
}

}  // namespace scantling
