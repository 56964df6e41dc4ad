// Privileges of a container. Docker and Podman spell one thing in several ways (design notes, formats): everything is folded here, once.
#include "engine/ingest/runtime/security.h"

#include <algorithm>
#include <array>

#include "engine/values/ascii.h"
#include "engine/values/platform.h"

namespace scantling::runtime {

namespace {

// capability(7), Linux 6.1, sorted.
constexpr std::array<std::string_view, 41> all_capabilities = {"AUDIT_CONTROL",   "AUDIT_READ",   "AUDIT_WRITE",
                                                               "BLOCK_SUSPEND",   "BPF",          "CHECKPOINT_RESTORE",
                                                               "CHOWN",           "DAC_OVERRIDE", "DAC_READ_SEARCH",
                                                               "FOWNER",          "FSETID",       "IPC_LOCK",
                                                               "IPC_OWNER",       "KILL",         "LEASE",
                                                               "LINUX_IMMUTABLE", "MAC_ADMIN",    "MAC_OVERRIDE",
                                                               "MKNOD",           "NET_ADMIN",    "NET_BIND_SERVICE",
                                                               "NET_BROADCAST",   "NET_RAW",      "PERFMON",
                                                               "SETFCAP",         "SETGID",       "SETPCAP",
                                                               "SETUID",          "SYSLOG",       "SYS_ADMIN",
                                                               "SYS_BOOT",        "SYS_CHROOT",   "SYS_MODULE",
                                                               "SYS_NICE",        "SYS_PACCT",    "SYS_PTRACE",
                                                               "SYS_RAWIO",       "SYS_RESOURCE", "SYS_TIME",
                                                               "SYS_TTY_CONFIG",  "WAKE_ALARM"};
// What Docker, and Podman on Debian, give a container that asks for nothing. Podman's own default lacks three of them; which one holds
// is not stated, and the larger set cannot make a pass.
constexpr std::array<std::string_view, 14> default_capabilities = {"AUDIT_WRITE", "CHOWN",   "DAC_OVERRIDE",     "FOWNER",    "FSETID",
                                                                   "KILL",        "MKNOD",   "NET_BIND_SERVICE", "NET_RAW",   "SETFCAP",
                                                                   "SETGID",      "SETPCAP", "SETUID",           "SYS_CHROOT"};
constexpr std::string_view bind_service = "NET_BIND_SERVICE";
// Of the paths below /proc that engines mask by default, those that every version masks.
constexpr std::array<std::string_view, 3> masked_always = {"/proc/kcore", "/proc/keys", "/proc/timer_list"};

bool names(const std::vector<NamedCapability>& list, std::string_view name) {
    return std::any_of(list.begin(), list.end(), [&](const NamedCapability& c) { return c.name == name; });
}

std::vector<NamedCapability> read_capabilities(const JsonValue& value) {
    std::vector<NamedCapability> out;
    for (const PlacedText& text : read_strings(value)) out.push_back({normalise_capability(text.text), text.place});
    return out;
}

void write_capabilities(const std::vector<NamedCapability>& names_of, const ListWriter<kind::Text>& to) {
    for (const NamedCapability& capability : names_of) to.add(std::string_view(capability.name), capability.place);
}

// `name=value`, and `name:value` of old versions.
struct Option {
    std::string_view name;
    std::string_view value;
    bool has_value = false;
    PlaceId place = PlaceId::none;
};

Option split_option(const PlacedText& text) {
    const std::size_t at = text.text.find_first_of("=:");
    if (at == std::string_view::npos) return {text.text, {}, false, text.place};
    return {text.text.substr(0, at), text.text.substr(at + 1), true, text.place};
}

// A profile's text: `unconfined`, the engine's own, or a name. Docker puts the whole of a seccomp file in its place.
void write_profile(const RecordWriter<model::Profile>& to, std::string_view text, PlaceId place) {
    using model::Profile;
    if (text == "unconfined") {
        to.set(Profile::kind, model::ProfileKind::unconfined, place);
        to.absent(Profile::name, place);
    } else if (text == "builtin" || text == "default" || text == "runtime/default" || text == "docker-default" ||
               text.substr(0, 19) == "containers-default-") {
        to.set(Profile::kind, model::ProfileKind::runtime_default, place);
        to.absent(Profile::name, place);
    } else {
        to.set(Profile::kind, model::ProfileKind::named, place);
        if (!text.empty() && text.front() == '{') {
            to.unknown(Profile::name, CellState::not_stated, place);
        } else {
            to.set(Profile::name, text, place);
        }
    }
}

struct Labels {
    std::optional<PlacedText> type, user, role, level;
    bool disabled = false;
    PlaceId place = PlaceId::none;
    bool any = false;
};

void add_label(Labels& labels, const Option& option) {
    labels.any = true;
    labels.place = option.place;
    if (option.value == "disable") {
        labels.disabled = true;
        return;
    }
    const Option inner = split_option({option.value, option.place});
    const PlacedText value{inner.value, option.place};
    if (inner.name == "type") labels.type = value;
    if (inner.name == "user") labels.user = value;
    if (inner.name == "role") labels.role = value;
    if (inner.name == "level") labels.level = value;
}

void write_labels(const RecordWriter<model::Selinux>& to, const Labels& labels) {
    using model::Selinux;
    const auto put = [&](auto slot, const std::optional<PlacedText>& text) {
        if (text) {
            to.set(slot, text->text, text->place);
        } else {
            to.absent(slot, labels.place);
        }
    };
    put(Selinux::type, labels.type);
    put(Selinux::user, labels.user);
    put(Selinux::role, labels.role);
    put(Selinux::level, labels.level);
    to.set(Selinux::disabled, labels.disabled, labels.place);
}

struct Options {
    std::optional<Option> seccomp, apparmor, no_new_privileges;
    Labels labels;
    bool paths_unconfined = false;
};

Options collect_options(const std::vector<PlacedText>& texts) {
    Options out;
    for (const PlacedText& text : texts) {
        const Option option = split_option(text);
        if (option.name == "seccomp") out.seccomp = option;
        if (option.name == "apparmor") out.apparmor = option;
        if (option.name == "no-new-privileges") out.no_new_privileges = option;
        if (option.name == "label") add_label(out.labels, option);
        if (option.name == "systempaths" && option.value == "unconfined") out.paths_unconfined = true;
        if (option.name == "unmask") out.paths_unconfined = true;
    }
    return out;
}

void read_profiles(const Options& options, const SecuritySources& sources, const RecordWriter<model::Container>& container,
                   const RecordWriter<model::Effective>& effective) {
    using model::Container;
    using model::Effective;
    const auto profile = [&](const std::optional<Option>& option, auto raw, auto held) {
        if (option) {
            write_profile(container.open(raw, option->place), option->value, option->place);
        } else {
            container.absent(raw, sources.security_options.place());
        }
        if (sources.privileged) {
            write_profile(effective.open(held, sources.privileged_place), "unconfined", sources.privileged_place);
        } else if (option) {
            write_profile(effective.open(held, option->place), option->value, option->place);
        }
    };
    profile(options.seccomp, Container::seccomp, Effective::seccomp);
    profile(options.apparmor, Container::apparmor, Effective::apparmor);
    const auto applied = sources.apparmor_profile.string();
    if (applied && !applied->empty() && !options.apparmor && !sources.privileged) {
        write_profile(effective.open(Effective::apparmor, sources.apparmor_profile.place()), *applied, sources.apparmor_profile.place());
    }
    if (options.labels.any) {
        write_labels(container.open(Container::selinux, options.labels.place), options.labels);
        write_labels(effective.open(Effective::selinux, options.labels.place), options.labels);
    } else {
        container.absent(Container::selinux, sources.security_options.place());
        if (sources.privileged) {
            Labels none;
            none.disabled = true;
            none.place = sources.privileged_place;
            write_labels(effective.open(Effective::selinux, sources.privileged_place), none);
        }
    }
    // `no-new-privileges` alone switches it on; a value that is no boolean never does.
    if (options.no_new_privileges) {
        const Option& option = *options.no_new_privileges;
        const bool on = !option.has_value || option.value == "true" || option.value == "1";
        container.set(Container::no_new_privileges, on, option.place);
        effective.set(Effective::no_new_privileges, on, option.place);
    } else {
        container.absent(Container::no_new_privileges, sources.security_options.place());
    }
}

void read_masks(const Options& options, const SecuritySources& sources, const RecordWriter<model::Container>& container) {
    const JsonValue& value = sources.masked_paths;
    bool masked = !sources.privileged && !options.paths_unconfined;
    if (value.exists()) {
        const std::vector<PlacedText> paths = read_strings(value);
        const bool all = std::all_of(masked_always.begin(), masked_always.end(), [&](std::string_view path) {
            return std::any_of(paths.begin(), paths.end(), [&](const PlacedText& text) { return text.text == path; });
        });
        masked = masked && all;
    } else if (masked && sources.podman) {
        // Podman does not show what `--security-opt unmask=…` did.
        container.unknown(model::Container::proc_masked, CellState::not_stated, value.place());
        return;
    }
    container.set(model::Container::proc_masked, masked, value.place());
}

}  // namespace

CapabilityChange normalise_change(CapabilityChange change, bool podman) {
    const bool dropped_all = podman && std::all_of(default_capabilities.begin(), default_capabilities.end(),
                                                   [&](std::string_view name) { return name == bind_service || names(change.drop, name); });
    if (!dropped_all) return change;
    const PlaceId place = change.drop.front().place;
    if (!names(change.drop, bind_service) && !names(change.add, bind_service)) change.add.push_back({std::string(bind_service), place});
    change.drop = {{"ALL", place}};
    return change;
}

std::vector<std::string> effective_capabilities(const CapabilityChange& change, bool privileged) {
    std::vector<std::string> out;
    if (privileged || names(change.add, "ALL")) {
        for (const std::string_view name : all_capabilities) {
            // `--cap-add ALL --cap-drop X` takes X away; a privileged container keeps it.
            if (privileged || !names(change.drop, name)) out.emplace_back(name);
        }
        return out;
    }
    if (!names(change.drop, "ALL")) {
        for (const std::string_view name : default_capabilities) {
            if (!names(change.drop, name)) out.emplace_back(name);
        }
    }
    for (const NamedCapability& added : change.add) out.push_back(added.name);
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

void read_security(const SecuritySources& sources, const RecordWriter<model::Container>& container,
                   const RecordWriter<model::Effective>& effective) {
    using model::Capabilities;
    using model::Container;
    const CapabilityChange change =
        normalise_change({read_capabilities(sources.cap_add), read_capabilities(sources.cap_drop)}, sources.podman);
    const auto capabilities = container.open(Container::capabilities, sources.cap_add.place());
    write_capabilities(change.add, capabilities.list(Capabilities::add, sources.cap_add.place()));
    write_capabilities(change.drop, capabilities.list(Capabilities::drop, sources.cap_drop.place()));
    const auto held =
        effective.list(model::Effective::capabilities, sources.privileged ? sources.privileged_place : sources.cap_add.place());
    if (!sources.windows) {
        for (const std::string& name : effective_capabilities(change, sources.privileged)) held.add(std::string_view(name));
    }
    const std::vector<PlacedText> texts = read_strings(sources.security_options);
    const auto written = container.list(Container::security_options, sources.security_options.place());
    for (const PlacedText& text : texts) written.add(text.text, text.place);
    const Options options = collect_options(texts);
    read_profiles(options, sources, container, effective);
    read_masks(options, sources, container);
}

}  // namespace scantling::runtime
