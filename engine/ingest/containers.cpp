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

// A cell's value where it is there: what an example of a rule states of a container may be one field alone.
const Column* present_column(const Builder& builder, TableId table, Row row, SlotIndex slot) {
    const Column& column = builder.column(table, slot);
    return column.state(row) == CellState::present ? &column : nullptr;
}
std::optional<std::string_view> text_at(const Builder& builder, TableId table, Row row, SlotIndex slot) {
    const Column* const column = present_column(builder, table, row, slot);
    if (column == nullptr) return std::nullopt;
    return builder.dictionary().text(column->narrow[row]);
}
std::optional<std::uint32_t> narrow_at(const Builder& builder, TableId table, Row row, SlotIndex slot) {
    const Column* const column = present_column(builder, table, row, slot);
    return column == nullptr ? std::nullopt : std::optional(column->narrow[row]);
}
std::optional<std::int64_t> number_at(const Builder& builder, TableId table, Row row, SlotIndex slot) {
    const Column* const column = present_column(builder, table, row, slot);
    return column == nullptr ? std::nullopt : std::optional(column->wide[row]);
}
bool is_untouched(const Builder& builder, TableId table, Row row, SlotIndex slot) {
    return builder.column(table, slot).state(row) == CellState::untouched;
}

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
    [[nodiscard]] std::optional<std::string_view> text(TableId table, Row row, SlotIndex slot) const {
        return text_at(builder_, table, row, slot);
    }
    // Says it, or that the configuration leaves it open; what a document stated stays.
    void settle(TableId table, Row row, SlotIndex slot, std::optional<bool> value, CellState open) {
        if (!is_untouched(builder_, table, row, slot)) return;
        if (value) {
            builder_.set_narrow(table, row, slot, *value ? 1 : 0, PlaceId::none);
        } else {
            builder_.set_state(table, row, slot, or_unresolved(open), PlaceId::none);
        }
    }
    // An incomplete list may hold what is not found in it.
    static CellState or_unresolved(CellState state) { return state == CellState::untouched ? CellState::unresolved : state; }

    void link_ports(Row container) {
        const SlotIndex exposed = in_config(ImageConfig::exposed_ports);
        const TableId ports = builder_.child(subjects_table, exposed);
        const TableId published = builder_.child(containers_, Container::ports.index);
        const std::vector<Row> image_ports = config_rows(exposed);
        const CellState state = config_state(exposed);
        for (const Row row : children(published).of(container)) {
            const auto number = number_at(builder_, published, row, PublishedPort::container_port.index);
            const auto protocol = narrow_at(builder_, published, row, PublishedPort::protocol.index);
            if (!number || !protocol) continue;
            const bool found = std::any_of(image_ports.begin(), image_ports.end(), [&](Row port) {
                const auto first = number_at(builder_, ports, port, model::Port::number.index);
                const auto last = number_at(builder_, ports, port, model::Port::last.index);
                return narrow_at(builder_, ports, port, model::Port::protocol.index) == protocol && first && *first <= *number &&
                       *number <= last.value_or(*first);
            });
            const bool decided = found || state == CellState::present;
            settle(published, row, PublishedPort::is_exposed.index, decided ? std::optional(found) : std::nullopt, state);
        }
    }

    void link_variables(Row container) {
        using model::ContainerVariable;
        using model::EnvVariable;
        const SlotIndex env = in_config(ImageConfig::env);
        const TableId image_env = builder_.child(subjects_table, env);
        const TableId own = builder_.child(containers_, Container::env.index);
        const std::vector<Row> image_rows = config_rows(env);
        const SlotIndex slot = ContainerVariable::overrides_image.index;
        for (const Row row : children(own).of(container)) {
            const auto name = text(own, row, ContainerVariable::name.index);
            if (!name) continue;
            const auto found = std::find_if(image_rows.begin(), image_rows.end(),
                                            [&](Row other) { return text(image_env, other, EnvVariable::name.index) == name; });
            if (found == image_rows.end()) {
                const CellState state = config_state(env);
                settle(own, row, slot, state == CellState::present ? std::optional(false) : std::nullopt, state);
                continue;
            }
            const CellState theirs = builder_.column(image_env, EnvVariable::value.index).state(*found);
            const CellState ours = builder_.column(own, ContainerVariable::value.index).state(row);
            const bool open = is_unknown(theirs) || is_unknown(ours);
            const bool same = text(own, row, ContainerVariable::value.index) == text(image_env, *found, EnvVariable::value.index);
            settle(own, row, slot, open ? std::nullopt : std::optional(!same), is_unknown(theirs) ? theirs : ours);
        }
    }

    [[nodiscard]] std::vector<std::string_view> words(TableId owner, Row row, SlotIndex slot) const {
        const TableId table = builder_.child(owner, slot);
        std::vector<std::string_view> out;
        for (const Row word : children(table).of(row)) out.push_back(text(table, word, 0).value_or(""));
        return out;
    }

    void link_entrypoint(Row container) {
        const SlotIndex image_slot = in_config(ImageConfig::entrypoint);
        const auto target = static_cast<SlotIndex>(Container::effective.index + 1 + model::Effective::replaces_entrypoint.index);
        const CellState image_state = config_state(image_slot);
        const CellState own_state = builder_.column(containers_, Container::entrypoint.index).state(container);
        const auto list = static_cast<SlotIndex>(model::Exec::words.index + 1);
        const bool open = is_unknown(image_state) || is_unknown(own_state);
        const bool same =
            image_state == own_state && words(subjects_table, config_, static_cast<SlotIndex>(image_slot + list)) ==
                                            words(containers_, container, static_cast<SlotIndex>(Container::entrypoint.index + list));
        settle(containers_, container, target, open ? std::nullopt : std::optional(!same),
               is_unknown(image_state) ? image_state : own_state);
    }

    void link_writes(Row container) {
        const SlotIndex volumes = in_config(ImageConfig::volumes);
        const TableId paths = builder_.child(subjects_table, volumes);
        const TableId mounts = builder_.child(containers_, Container::mounts.index);
        const std::vector<Row> own = children(mounts).of(container);
        if (!is_untouched(builder_, containers_, container, Container::uncovered_writes.index)) return;
        const RecordWriter<Container> to(builder_, containers_, container, 0);
        const auto list = to.list(Container::uncovered_writes);
        if (config_state(volumes) != CellState::present) list.incomplete(or_unresolved(config_state(volumes)));
        const CellState mounted = builder_.column(containers_, Container::mounts.index).state(container);
        if (is_unknown(mounted)) list.incomplete(or_unresolved(mounted));
        for (const Row volume : config_rows(volumes)) {
            const auto path = text(paths, volume, 0);
            if (!path) {
                list.add_unknown(builder_.column(paths, 0).state(volume));
                continue;
            }
            const bool covered = std::any_of(own.begin(), own.end(), [&](Row mount) {
                const auto target = text(mounts, mount, model::Mount::target.index);
                return narrow_at(builder_, mounts, mount, model::Mount::read_only.index) == 0U && target && under(*path, *target);
            });
            if (!covered) list.add(*path);
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
    const auto kind = narrow_at(builder, mounts, row, model::Mount::kind.index);
    const auto is = [&](model::MountKind one) { return kind == static_cast<std::uint32_t>(one); };
    if (is(model::MountKind::volume)) {
        const auto volume = text_at(builder, mounts, row, model::Mount::volume.index);
        return volume ? "volume " + std::string(*volume) : std::string();
    }
    const auto path = text_at(builder, mounts, row, model::Mount::source.index);
    return is(model::MountKind::bind) && path && !path->empty() ? "path " + clean_path(*path) : std::string();
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
            if (!is_untouched(builder, mounts, one.mount, model::Mount::shared_with.index)) continue;
            const auto list = RecordWriter<model::Mount>(builder, mounts, one.mount, 0).list(model::Mount::shared_with);
            std::vector<std::string> names;
            for (const SharedMount& other : sharing) {
                const bool together = other.document == one.document || other.subject == one.subject;
                if (source.empty() || other.container == one.container || !together) continue;
                if (const auto name = text_at(builder, containers, other.container, Container::name.index)) {
                    names.emplace_back(*name);
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
