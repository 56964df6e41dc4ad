// Containers against the configuration of their image: four comparisons. What the configuration leaves open stays open.
#include "engine/ingest/containers.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/facts/writers.h"
#include "engine/values/path.h"

namespace scantling {

namespace {

using model::Container;
using model::ImageConfig;
using model::PublishedPort;

constexpr SlotIndex containers_slot = static_cast<SlotIndex>(model::SubjectRoot::runtime.index + 1 + model::Runtime::containers.index);
constexpr SlotIndex config_slot = static_cast<SlotIndex>(model::SubjectRoot::image.index + 1 + model::Image::config.index);

// The rows of a child table by parent, found in one walk.
class Children {
  public:
    Children(const Builder& builder, TableId id) {
        const std::vector<Row>& parents = builder.table(id).parents;
        for (Row row = 0; row < parents.size(); ++row) {
            if (parents[row] == no_row) continue;
            if (by_parent_.size() <= parents[row]) by_parent_.resize(parents[row] + 1);
            by_parent_[parents[row]].push_back(row);
        }
    }
    [[nodiscard]] const std::vector<Row>& of(Row parent) const {
        static const std::vector<Row> none;
        return parent < by_parent_.size() ? by_parent_[parent] : none;
    }

  private:
    std::vector<std::vector<Row>> by_parent_;
};

class Linker {
  public:
    Linker(Builder& builder, Row config)
        : builder_(builder), config_(config), containers_(builder.child(subjects_table, containers_slot)) {}

    void link(std::span<const Row> fragments) {
        for (const Row fragment : fragments) {
            for (const Row row : children(containers_).of(fragment)) {
                link_ports(row);
                link_variables(row);
                link_entrypoint(row);
                link_writes(row);
            }
        }
    }

  private:
    // Walked once: linking adds rows to no table that it reads.
    [[nodiscard]] const Children& children(TableId table) const {
        auto found = children_.find(table);
        if (found == children_.end()) found = children_.emplace(table, Children(builder_, table)).first;
        return found->second;
    }
    // A list of the image's configuration, by its slot.
    template <typename K>
    [[nodiscard]] SlotIndex in_config(Slot<ImageConfig, K> slot) const {
        return static_cast<SlotIndex>(config_slot + 1 + slot.index);
    }
    [[nodiscard]] std::vector<Row> config_rows(SlotIndex slot) const { return children(builder_.child(subjects_table, slot)).of(config_); }
    [[nodiscard]] CellState config_state(SlotIndex slot) const {
        const Table& table = builder_.table(subjects_table);
        return table.columns.empty() ? CellState::untouched : table.columns[slot].state(config_);
    }
    [[nodiscard]] std::string_view text(TableId table, Row row, SlotIndex slot) const {
        return builder_.dictionary().text(builder_.column(table, slot).narrow[row]);
    }
    // An incomplete list may hold what is not found in it.
    static CellState or_unresolved(CellState state) { return state == CellState::untouched ? CellState::unresolved : state; }

    void link_ports(Row container) {
        const SlotIndex exposed = in_config(ImageConfig::exposed_ports);
        const TableId ports = builder_.child(subjects_table, exposed);
        const TableId published = builder_.child(containers_, Container::ports.index);
        const std::vector<Row> image_ports = config_rows(exposed);
        const bool complete = config_state(exposed) == CellState::present;
        for (const Row row : children(published).of(container)) {
            const std::int64_t number = builder_.column(published, PublishedPort::container_port.index).wide[row];
            const std::uint32_t protocol = builder_.column(published, PublishedPort::protocol.index).narrow[row];
            const bool found = std::any_of(image_ports.begin(), image_ports.end(), [&](Row port) {
                return builder_.column(ports, model::Port::protocol.index).narrow[port] == protocol &&
                       builder_.column(ports, model::Port::number.index).wide[port] <= number &&
                       number <= builder_.column(ports, model::Port::last.index).wide[port];
            });
            if (found || complete) {
                builder_.set_narrow(published, row, PublishedPort::is_exposed.index, found ? 1 : 0, PlaceId::none);
            } else {
                builder_.set_state(published, row, PublishedPort::is_exposed.index, or_unresolved(config_state(exposed)), PlaceId::none);
            }
        }
    }

    void link_variables(Row container) {
        using model::ContainerVariable;
        using model::EnvVariable;
        const SlotIndex env = in_config(ImageConfig::env);
        const TableId image_env = builder_.child(subjects_table, env);
        const TableId own = builder_.child(containers_, Container::env.index);
        const std::vector<Row> image_rows = config_rows(env);
        for (const Row row : children(own).of(container)) {
            const std::string_view name = text(own, row, ContainerVariable::name.index);
            const auto found = std::find_if(image_rows.begin(), image_rows.end(),
                                            [&](Row other) { return text(image_env, other, EnvVariable::name.index) == name; });
            const SlotIndex slot = ContainerVariable::overrides_image.index;
            if (found == image_rows.end()) {
                if (config_state(env) == CellState::present) {
                    builder_.set_narrow(own, row, slot, 0, PlaceId::none);
                } else {
                    builder_.set_state(own, row, slot, or_unresolved(config_state(env)), PlaceId::none);
                }
                continue;
            }
            const CellState theirs = builder_.column(image_env, EnvVariable::value.index).state(*found);
            const CellState ours = builder_.column(own, ContainerVariable::value.index).state(row);
            if (is_unknown(theirs)) {
                builder_.set_state(own, row, slot, or_unresolved(theirs), PlaceId::none);
                continue;
            }
            const bool same = ours == CellState::present &&
                              text(own, row, ContainerVariable::value.index) == text(image_env, *found, EnvVariable::value.index);
            builder_.set_narrow(own, row, slot, same ? 0 : 1, PlaceId::none);
        }
    }

    [[nodiscard]] std::vector<std::string_view> words(TableId owner, Row row, SlotIndex slot) const {
        const TableId table = builder_.child(owner, slot);
        std::vector<std::string_view> out;
        for (const Row word : children(table).of(row)) out.push_back(text(table, word, 0));
        return out;
    }

    void link_entrypoint(Row container) {
        const SlotIndex image_slot = in_config(ImageConfig::entrypoint);
        const auto target = static_cast<SlotIndex>(Container::effective.index + 1 + model::Effective::replaces_entrypoint.index);
        const CellState image_state = config_state(image_slot);
        const CellState own_state = builder_.column(containers_, Container::entrypoint.index).state(container);
        if (is_unknown(image_state) || is_unknown(own_state)) {
            builder_.set_state(containers_, container, target, or_unresolved(is_unknown(image_state) ? image_state : own_state),
                               PlaceId::none);
            return;
        }
        const auto list = static_cast<SlotIndex>(model::Exec::words.index + 1);
        const bool same =
            image_state == own_state && words(subjects_table, config_, static_cast<SlotIndex>(image_slot + list)) ==
                                            words(containers_, container, static_cast<SlotIndex>(Container::entrypoint.index + list));
        builder_.set_narrow(containers_, container, target, same ? 0 : 1, PlaceId::none);
    }

    void link_writes(Row container) {
        const SlotIndex volumes = in_config(ImageConfig::volumes);
        const TableId paths = builder_.child(subjects_table, volumes);
        const TableId mounts = builder_.child(containers_, Container::mounts.index);
        const std::vector<Row> own = children(mounts).of(container);
        const RecordWriter<Container> to(builder_, containers_, container, 0);
        const auto list = to.list(Container::uncovered_writes);
        if (config_state(volumes) != CellState::present) list.incomplete(or_unresolved(config_state(volumes)));
        for (const Row volume : config_rows(volumes)) {
            if (builder_.column(paths, 0).state(volume) != CellState::present) {
                list.add_unknown(builder_.column(paths, 0).state(volume));
                continue;
            }
            const std::string_view path = text(paths, volume, 0);
            const bool covered = std::any_of(own.begin(), own.end(), [&](Row mount) {
                return builder_.column(mounts, model::Mount::read_only.index).narrow[mount] == 0 &&
                       under(path, text(mounts, mount, model::Mount::target.index));
            });
            if (!covered) list.add(path);
        }
    }

    Builder& builder_;
    Row config_;
    TableId containers_;
    mutable std::map<TableId, Children> children_;
};

// A mount, and what of the host or of a volume it is of; empty where it is of nothing that others could have too.
struct SharedMount {
    Row mount = 0;
    Row container = 0;
    DocumentId document = 0;
    Row subject = no_row;
};

std::string source_of(const Builder& builder, TableId mounts, Row row) {
    const auto text = [&](SlotIndex slot) {
        const Column& column = builder.column(mounts, slot);
        return column.state(row) == CellState::present ? builder.dictionary().text(column.narrow[row]) : std::string_view();
    };
    const auto kind = static_cast<model::MountKind>(builder.column(mounts, model::Mount::kind.index).narrow[row]);
    if (kind == model::MountKind::volume) {
        const std::string_view volume = text(model::Mount::volume.index);
        return volume.empty() ? std::string() : "volume " + std::string(volume);
    }
    const std::string_view path = text(model::Mount::source.index);
    return kind == model::MountKind::bind && !path.empty() ? "path " + clean_path(path) : std::string();
}

std::map<std::string, std::vector<SharedMount>> mounts_by_source(Builder& builder, std::span<const Row> subjects) {
    const TableId containers = builder.child(subjects_table, containers_slot);
    const TableId mounts = builder.child(containers, Container::mounts.index);
    std::map<std::string, std::vector<SharedMount>> out;
    const std::vector<Row>& parents = builder.table(mounts).parents;
    for (Row row = 0; row < parents.size(); ++row) {
        const Row fragment = builder.table(containers).parents[parents[row]];
        if (fragment == no_row || subjects[fragment] == no_row) continue;
        out[source_of(builder, mounts, row)].push_back({row, parents[row], builder.document_of_fragment(fragment), subjects[fragment]});
    }
    return out;
}

}  // namespace

void link_shared_mounts(Builder& builder, std::span<const Row> subjects) {
    const TableId containers = builder.child(subjects_table, containers_slot);
    const TableId mounts = builder.child(containers, Container::mounts.index);
    for (const auto& [source, sharing] : mounts_by_source(builder, subjects)) {
        for (const SharedMount& one : sharing) {
            const auto list = RecordWriter<model::Mount>(builder, mounts, one.mount, 0).list(model::Mount::shared_with);
            std::vector<std::string> names;
            for (const SharedMount& other : sharing) {
                const bool together = other.document == one.document || other.subject == one.subject;
                const Column& column = builder.column(containers, Container::name.index);
                if (source.empty() || other.container == one.container || !together) continue;
                if (column.state(other.container) == CellState::present) {
                    names.emplace_back(builder.dictionary().text(column.narrow[other.container]));
                } else {
                    list.incomplete(CellState::not_stated);
                }
            }
            std::sort(names.begin(), names.end());
            names.erase(std::unique(names.begin(), names.end()), names.end());
            for (const std::string& name : names) list.add(std::string_view(name));
        }
    }
}

void link_containers(Builder& builder, std::span<const Row> fragments, Row config) {
    if (config != no_row) Linker(builder, config).link(fragments);
}

}  // namespace scantling
