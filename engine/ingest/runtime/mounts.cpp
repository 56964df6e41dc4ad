// Mounts and devices of inspected containers: `Mounts` where there is one, what only the host's configuration knows added to it.
#include "engine/ingest/runtime/mounts.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "engine/values/path.h"
#include "engine/values/size.h"

namespace scantling::runtime {

namespace {

const JsonKeys mount_keys{"Type", "Name", "Source", "Destination", "Mode", "RW", "Propagation", "Options"};
enum MountKey : std::size_t { type, name, source, destination, mode, rw, propagation, options };
const JsonKeys asked_keys{"Type", "Source", "Target", "ReadOnly", "TmpfsOptions", "VolumeOptions"};
enum AskedKey : std::size_t { asked_type, asked_source, asked_target, asked_read_only, tmpfs_options, volume_options };
const JsonKeys tmpfs_keys{"SizeBytes"};
const JsonKeys volume_keys{"Subpath"};
const JsonKeys device_keys{"PathOnHost", "PathInContainer", "CgroupPermissions"};

constexpr std::array<std::string_view, 6> socket_names = {"docker.sock", "containerd.sock", "crio.sock",
                                                          "podman.sock", "dockershim.sock", "cri-dockerd.sock"};
constexpr std::array<std::string_view, 10> socket_paths = {"/run/docker.sock",
                                                           "/var/run/docker.sock",
                                                           "/run/containerd/containerd.sock",
                                                           "/var/run/containerd/containerd.sock",
                                                           "/run/crio/crio.sock",
                                                           "/var/run/crio/crio.sock",
                                                           "/run/podman/podman.sock",
                                                           "/var/run/podman/podman.sock",
                                                           "/run/k3s/containerd/containerd.sock",
                                                           "/run/cri-dockerd.sock"};

// A mount before it is a row: whatever of its sources names it first makes it, later ones complete it.
struct Mount {
    std::string target;
    PlaceId place = PlaceId::none;
    PlaceId target_place = PlaceId::none;
    std::optional<model::MountKind> kind;
    PlaceId kind_place = PlaceId::none;
    std::optional<PlacedText> source, volume, propagation;
    std::vector<PlacedText> options;
    std::optional<std::int64_t> size;
    PlaceId size_place = PlaceId::none;
    std::optional<PlacedText> sub_path;
    std::optional<bool> read_only;
    PlaceId read_only_place = PlaceId::none;
};

std::optional<model::MountKind> kind_of(std::string_view text) {
    if (text == "bind") return model::MountKind::bind;
    if (text == "volume") return model::MountKind::volume;
    if (text == "tmpfs") return model::MountKind::tmpfs;
    if (text == "npipe") return model::MountKind::npipe;
    if (text == "cluster") return model::MountKind::cluster;
    if (text == "image") return model::MountKind::image;
    return text.empty() ? std::nullopt : std::optional(model::MountKind::other);
}

std::optional<model::Propagation> propagation_of(std::string_view text) {
    constexpr std::array<std::string_view, 6> words = {"private", "rprivate", "slave", "rslave", "shared", "rshared"};
    const auto* const found = std::find(words.begin(), words.end(), text);
    if (found == words.end()) return std::nullopt;
    return static_cast<model::Propagation>(found - words.begin());
}

std::optional<PlacedText> text_of(const JsonValue& value) {
    const auto text = value.string();
    if (!text || text->empty()) return std::nullopt;
    return PlacedText{*text, value.place()};
}

void split_options(std::string_view text, PlaceId place, std::vector<PlacedText>& to) {
    while (!text.empty()) {
        const std::size_t comma = std::min(text.find(','), text.size());
        if (comma > 0) to.push_back({text.substr(0, comma), place});
        text.remove_prefix(std::min(comma + 1, text.size()));
    }
}

// Of Unix; a path of Windows stays as it is written.
std::string target_of(std::string_view text) { return !text.empty() && text.front() == '/' ? clean_path(text) : std::string(text); }

class MountTable {
  public:
    // The mount at that target, and whether it is new.
    Mount& at(std::string_view target, PlaceId place, PlaceId target_place = PlaceId::none) {
        const std::string clean = target_of(target);
        for (Mount& mount : mounts_) {
            if (mount.target == clean) return mount;
        }
        mounts_.emplace_back();
        mounts_.back().target = clean;
        mounts_.back().place = place;
        mounts_.back().target_place = target_place;
        return mounts_.back();
    }
    [[nodiscard]] bool has(std::string_view target) const {
        const std::string clean = target_of(target);
        return std::any_of(mounts_.begin(), mounts_.end(), [&](const Mount& mount) { return mount.target == clean; });
    }
    [[nodiscard]] const std::vector<Mount>& mounts() const { return mounts_; }
    // A mount that does not say where it is: it is there, and nobody can name it.
    void add_nameless() { nameless_ = true; }
    [[nodiscard]] bool nameless() const { return nameless_; }

  private:
    std::vector<Mount> mounts_;
    bool nameless_ = false;
};

void read_mounted(const JsonValue& value, MountTable& table) {
    for (const JsonValue element : value.elements()) {
        const JsonFields fields = element.fields(mount_keys);
        const auto target = fields[destination].string();
        if (!target || target->empty()) {
            table.add_nameless();
            continue;
        }
        Mount& mount = table.at(*target, element.place(), fields[destination].place());
        mount.kind = kind_of(fields[type].string().value_or(""));
        mount.kind_place = fields[type].place();
        mount.source = text_of(fields[source]);
        mount.volume = text_of(fields[name]);
        mount.propagation = text_of(fields[propagation]);
        if (const auto text = text_of(fields[mode])) split_options(text->text, text->place, mount.options);
        for (const PlacedText& option : read_strings(fields[options])) mount.options.push_back(option);
        if (const auto writable = fields[rw].boolean()) mount.read_only = !*writable;
        mount.read_only_place = fields[rw].place();
        // An API before types: a volume has a name.
        if (!mount.kind) mount.kind = mount.volume ? model::MountKind::volume : model::MountKind::bind;
    }
}

void read_asked(const JsonValue& value, MountTable& table) {
    for (const JsonValue element : value.elements()) {
        const JsonFields fields = element.fields(asked_keys);
        const auto target = fields[asked_target].string();
        if (!target || target->empty()) {
            table.add_nameless();
            continue;
        }
        const bool known = table.has(*target);
        Mount& mount = table.at(*target, element.place(), fields[asked_target].place());
        const JsonFields sizes = fields[tmpfs_options].fields(tmpfs_keys);
        if (const auto bytes = sizes[0].integer(); bytes && *bytes > 0) {
            mount.size = *bytes;
            mount.size_place = sizes[0].place();
        }
        mount.sub_path = text_of(fields[volume_options].fields(volume_keys)[0]);
        if (known) continue;
        mount.kind = kind_of(fields[asked_type].string().value_or(""));
        mount.kind_place = fields[asked_type].place();
        if (mount.kind == model::MountKind::volume) {
            mount.volume = text_of(fields[asked_source]);
        } else {
            mount.source = text_of(fields[asked_source]);
        }
        mount.read_only = fields[asked_read_only].boolean().value_or(false);
        mount.read_only_place = fields[asked_read_only].place();
    }
}

void read_tmpfs(const JsonValue& value, MountTable& table) {
    for (const auto& [target, entry] : value.members()) {
        Mount& mount = table.at(target, entry.place());
        if (!mount.kind) mount.kind = model::MountKind::tmpfs;
        if (const auto text = text_of(entry)) split_options(text->text, text->place, mount.options);
        bool read_only = false;
        for (const PlacedText& option : mount.options) {
            if (option.text.substr(0, 5) == "size=") {
                mount.size = parse_docker_size(option.text.substr(5));
                mount.size_place = option.place;
            }
            if (option.text == "ro") read_only = true;
            if (option.text == "rw") read_only = false;
        }
        if (!mount.read_only) mount.read_only = read_only;
    }
}

// `source:target[:options]`; the source is a path of the host, else a volume's name. Windows drives have colons of their own.
void read_bind(const PlacedText& bind, MountTable& table) {
    const std::string_view text = bind.text;
    const bool drive = text.size() > 2 && text[1] == ':' && (text[2] == '\\' || text[2] == '/');
    const std::size_t colon = text.find(':', drive ? 2 : 0);
    if (colon == std::string_view::npos) return;
    std::string_view rest = text.substr(colon + 1);
    const bool target_drive = rest.size() > 2 && rest[1] == ':' && (rest[2] == '\\' || rest[2] == '/');
    const std::size_t end = std::min(rest.find(':', target_drive ? 2 : 0), rest.size());
    const std::string_view target = rest.substr(0, end);
    if (table.has(target)) return;
    Mount& mount = table.at(target, bind.place);
    const std::string_view from = text.substr(0, colon);
    if (drive || from.substr(0, 1) == "/") {
        mount.kind = model::MountKind::bind;
        mount.source = PlacedText{from, bind.place};
    } else {
        mount.kind = model::MountKind::volume;
        mount.volume = PlacedText{from, bind.place};
    }
    rest.remove_prefix(std::min(end + 1, rest.size()));
    split_options(rest, bind.place, mount.options);
    const auto is = [](std::string_view word) { return [word](const PlacedText& option) { return option.text == word; }; };
    mount.read_only = std::any_of(mount.options.begin(), mount.options.end(), is("ro"));
    for (const PlacedText& option : mount.options) {
        if (propagation_of(option.text)) mount.propagation = option;
    }
}

// An API before `Mounts`: a map from target to source, and one from target to whether it can be written.
void read_old_volumes(const JsonValue& volumes, const JsonValue& writable, MountTable& table) {
    for (const auto& [target, entry] : volumes.members()) {
        if (table.has(target)) continue;
        const auto from = text_of(entry);
        if (!from) continue;
        Mount& mount = table.at(target, entry.place());
        mount.source = from;
        mount.kind = from->text.find("/docker/v") != std::string_view::npos ? model::MountKind::volume : model::MountKind::bind;
        mount.read_only = false;
    }
    for (const auto& [target, entry] : writable.members()) {
        const auto can = entry.boolean();
        if (!can || !table.has(target)) continue;
        Mount& mount = table.at(target, entry.place());
        mount.read_only = !*can;
        mount.read_only_place = entry.place();
    }
}

void write_mount(const Mount& mount, const RecordWriter<model::Mount>& to) {
    using Model = model::Mount;
    const auto put = [&](auto slot, const std::optional<PlacedText>& text) {
        if (text) {
            to.set(slot, text->text, text->place);
        } else {
            to.absent(slot);
        }
    };
    const model::MountKind mount_kind = mount.kind.value_or(model::MountKind::other);
    to.set(Model::target, std::string_view(mount.target), mount.target_place);
    to.set(Model::kind, mount_kind, mount.kind_place);
    put(Model::source, mount.source);
    put(Model::volume, mount_kind == model::MountKind::volume ? mount.volume : std::nullopt);
    to.set(Model::read_only, mount.read_only.value_or(false), mount.read_only_place);
    const auto spread = mount.propagation ? propagation_of(mount.propagation->text) : std::nullopt;
    if (spread) {
        to.set(Model::propagation, *spread, mount.propagation->place);
    } else {
        to.absent(Model::propagation);
    }
    const auto list = to.list(Model::options);
    for (const PlacedText& option : mount.options) list.add(option.text, option.place);
    if (mount.size) {
        to.set(Model::size, *mount.size, mount.size_place);
    } else {
        to.absent(Model::size);
    }
    put(Model::sub_path, mount.sub_path);
    const bool of_host = mount_kind == model::MountKind::bind || mount_kind == model::MountKind::npipe;
    to.set(Model::is_host, of_host);
    to.set(Model::is_runtime_socket, of_host && mount.source && reaches_runtime_socket(mount.source->text));
}

}  // namespace

bool reaches_runtime_socket(std::string_view host_path) {
    if (host_path.find("docker_engine") != std::string_view::npos) return true;  // the named pipe of Windows
    if (host_path.empty() || host_path.front() != '/') return false;
    const std::string path = clean_path(host_path);
    const std::string_view last = base_name(path);
    if (std::find(socket_names.begin(), socket_names.end(), last) != socket_names.end()) return true;
    // A rootless engine's socket stands right below its user's own directory.
    if (path == "/run/user" || path == "/var/run/user" || dir_name(path) == "/run/user" || dir_name(path) == "/var/run/user") return true;
    return std::any_of(socket_paths.begin(), socket_paths.end(), [&](std::string_view socket) { return under(socket, path); });
}

void read_mounts(const MountSources& sources, const ListWriter<kind::Embedded<model::Mount>>& to) {
    MountTable table;
    read_mounted(sources.mounts, table);
    read_asked(sources.asked, table);
    read_tmpfs(sources.tmpfs, table);
    for (const PlacedText& bind : read_strings(sources.binds)) read_bind(bind, table);
    if (!sources.mounts.exists()) read_old_volumes(sources.volumes, sources.volumes_rw, table);
    for (const Mount& mount : table.mounts()) write_mount(mount, to.add(mount.place));
    if (table.nameless()) to.incomplete(CellState::not_stated);
}

void read_devices(const JsonValue& value, const ListWriter<kind::Embedded<model::Device>>& to) {
    using model::Device;
    for (const JsonValue element : value.elements()) {
        const JsonFields fields = element.fields(device_keys);
        const auto host = fields[0].string();
        if (!host || host->empty()) {
            to.incomplete(CellState::not_stated);
            continue;
        }
        const auto row = to.add(element.place());
        row.set(Device::host_path, *host, fields[0].place());
        const auto inside = fields[1].string();
        row.set(Device::container_path, inside && !inside->empty() ? *inside : *host,
                fields[1].present() ? fields[1].place() : fields[0].place());
        const auto permissions = fields[2].string();
        row.set(Device::permissions, permissions && !permissions->empty() ? *permissions : std::string_view("rwm"), fields[2].place());
    }
}

}  // namespace scantling::runtime
