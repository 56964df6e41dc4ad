// Containers against the configuration of their image: four comparisons. What the configuration leaves open stays open.
#include "engine/ingest/containers.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/facts/writers.h"
#include "engine/values/path.h"

namespace scantling {

namespace {

using model::Container;
using model::ImageConfig;
using model::PublishedPort;

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
        : builder_(builder),
          config_(config),
          containers_(builder.child(subjects_table,
                                    static_cast<SlotIndex>(model::SubjectRoot::runtime.index + 1 + model::Runtime::containers.index))) {}

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

}  // namespace

void link_containers(Builder& builder, std::span<const Row> fragments, Row config) {
    if (config != no_row) Linker(builder, config).link(fragments);
}

}  // namespace scantling
