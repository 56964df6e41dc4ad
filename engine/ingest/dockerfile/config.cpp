// The effective configuration as an ImageConfig: last definition wins, in the order of first definition.
#include "engine/ingest/dockerfile/config.h"

#include <unordered_map>

#include "engine/base/text_hash.h"
#include "engine/ingest/dockerfile/checks.h"

namespace scantling::dockerfile {

namespace {

using C = model::ImageConfig;

void write_health(const RecordWriter<model::Healthcheck>& record, const HealthSetting& health, const Locations& locations) {
    using H = model::Healthcheck;
    const PlaceId place = locations.at(health.instruction->span);
    record.set(H::disabled, health.disabled, place);
    if (health.command) {
        write_exec(record.open(H::exec, place), *health.command, locations);
    } else {
        record.absent(H::exec, place);
    }
    const auto duration = [&](auto slot, std::string_view name) {
        const Flag* flag = health.instruction->flag(name);
        const auto value = flag != nullptr && flag->value ? go_duration(*flag->value) : std::nullopt;
        if (value && *value > 0) {
            record.set(slot, *value, locations.at(flag->value_span));
        } else {
            record.absent(slot, place);
        }
    };
    duration(H::interval, "--interval");
    duration(H::timeout, "--timeout");
    duration(H::start_period, "--start-period");
    const Flag* retries = health.instruction->flag("--retries");
    std::int64_t count = 0;
    for (const char c : retries != nullptr && retries->value ? retries->value->substr(0, 9) : std::string_view()) {
        if (is_digit(c)) count = count * 10 + (c - '0');
    }
    if (count > 0) {
        record.set(H::retries, count, locations.at(retries->value_span));
    } else {
        record.absent(H::retries, place);
    }
}

void write_text_list(const ListWriter<kind::Text>& list, const std::vector<Text>& texts, const Locations& locations) {
    for (const Text& text : texts) {
        if (text.known) {
            list.add(text.value, locations.at(text.span));
        } else {
            list.add_unknown(CellState::unresolved, locations.at(text.span));
        }
    }
}

// Index of the last entry of each name; entries whose name is not known stand for themselves.
std::vector<std::size_t> last_of_each(const std::vector<NamedText>& entries) {
    std::unordered_map<std::string_view, std::size_t, TextHash> slot_of;
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (!entries[i].name_known) continue;
        const auto [slot, fresh] = slot_of.emplace(entries[i].name, order.size());
        if (fresh) {
            order.push_back(i);
        } else {
            order[slot->second] = i;
        }
    }
    return order;
}

bool some_name_unknown(const std::vector<NamedText>& entries) {
    for (const NamedText& entry : entries) {
        if (!entry.name_known) return true;
    }
    return false;
}

void write_env(const RecordWriter<model::ImageConfig>& record, const Config& config, const Locations& locations) {
    const auto env = record.list(C::env);
    for (const std::size_t i : last_of_each(config.env)) {
        const NamedText& entry = config.env[i];
        const auto row = env.add(locations.at(cover(entry.name_span, entry.value.span)));
        row.set(model::EnvVariable::name, entry.name, locations.at(entry.name_span));
        write_text(row, model::EnvVariable::value, entry.value, locations);
    }
    if (config.lists != CellState::present) env.incomplete(config.lists);
    if (some_name_unknown(config.env)) env.incomplete(CellState::unresolved);
}

void write_labels(const RecordWriter<model::ImageConfig>& record, const Config& config, const Locations& locations) {
    const auto labels = record.map(C::labels);
    for (const std::size_t i : last_of_each(config.labels)) {
        const NamedText& entry = config.labels[i];
        if (entry.value.known) {
            labels.add(entry.name, entry.value.value, locations.at(entry.value.span), locations.at(entry.name_span));
        } else {
            labels.add_unknown(entry.name, CellState::unresolved, locations.at(entry.value.span));
        }
    }
    if (config.lists != CellState::present) labels.incomplete(config.lists);
    if (some_name_unknown(config.labels)) labels.incomplete(CellState::unresolved);
}

void write_ports(const RecordWriter<model::ImageConfig>& record, const Config& config, const Locations& locations) {
    const auto ports = record.list(C::exposed_ports);
    std::unordered_map<std::uint64_t, bool, NumberHash> seen;
    for (const PortSetting& port : config.ports) {
        const std::int64_t key = (port.first * 65536 + port.last) * 4 + static_cast<std::int64_t>(port.protocol);
        if (!seen.emplace(key, true).second) continue;
        const PlaceId place = locations.at(port.span);
        const auto row = ports.add(place);
        row.set(model::Port::number, port.first, place);
        row.set(model::Port::protocol, port.protocol, place);
        row.set(model::Port::last, port.last, place);
    }
    if (config.lists != CellState::present) ports.incomplete(config.lists);
}

template <typename T, typename Slot, typename Write>
void write_held(const RecordWriter<model::ImageConfig>& record, Slot slot, const Held<T>& held, Write write) {
    if (held.state == CellState::present) {
        write(held.value);
    } else if (held.state == CellState::absent) {
        record.absent(slot);
    } else {
        record.unknown(slot, held.state);
    }
}

// The argument vector: a shell-form ENTRYPOINT takes no CMD.
void write_command(const RecordWriter<model::ImageConfig>& record, const Config& config, const Locations& locations) {
    const auto command = record.list(C::command);
    const auto known = [](const Held<CommandLine>& held) { return held.state == CellState::present || held.state == CellState::absent; };
    const bool has_entrypoint = config.entrypoint.state == CellState::present;
    if (has_entrypoint) write_text_list(command, config.entrypoint.value.words, locations);
    if (!known(config.entrypoint)) return command.incomplete(config.entrypoint.state);
    if (has_entrypoint && config.entrypoint.value.is_shell_form()) return;
    if (config.cmd.state == CellState::present) write_text_list(command, config.cmd.value.words, locations);
    if (!known(config.cmd)) command.incomplete(config.cmd.state);
}

}  // namespace

void Config::forget(CellState cause) {
    user.forget(cause);
    entrypoint.forget(cause);
    cmd.forget(cause);
    workdir.forget(cause);
    healthcheck.forget(cause);
    stop_signal.forget(cause);
    lists = own_lists = cause;
}

void write_config(const RecordWriter<model::ImageConfig>& record, const Config& config, const Locations& locations) {
    const auto exec = [&](auto slot) {
        return [&record, &locations, slot](const CommandLine& line) {
            write_exec(record.open(slot, locations.at(line.span)), line, locations);
        };
    };
    write_held(record, C::user, config.user,
               [&](const Text& text) { write_user(record.open(C::user, locations.at(text.span)), text, locations); });
    write_held(record, C::entrypoint, config.entrypoint, exec(C::entrypoint));
    write_held(record, C::cmd, config.cmd, exec(C::cmd));
    write_command(record, config, locations);
    write_text_list(record.list(C::shell), config.shell, locations);
    write_held(record, C::workdir, config.workdir, [&](const Text& text) { write_text(record, C::workdir, text, locations); });
    write_env(record, config, locations);
    write_ports(record, config, locations);
    const auto volumes = record.list(C::volumes);
    write_text_list(volumes, config.volumes, locations);
    if (config.lists != CellState::present) volumes.incomplete(config.lists);
    write_labels(record, config, locations);
    write_held(record, C::healthcheck, config.healthcheck, [&](const HealthSetting& health) {
        write_health(record.open(C::healthcheck, locations.at(health.instruction->span)), health, locations);
    });
    write_held(record, C::stop_signal, config.stop_signal, [&](const Text& text) { write_text(record, C::stop_signal, text, locations); });
    const auto on_build = record.list(C::on_build);
    write_text_list(on_build, config.on_build, locations);
    if (config.own_lists != CellState::present) on_build.incomplete(config.own_lists);
}

void forget_config(const RecordWriter<model::ImageConfig>& record, CellState cause) {
    record.unknown(C::user, cause);
    record.unknown(C::entrypoint, cause);
    record.unknown(C::cmd, cause);
    record.list(C::command).incomplete(cause);
    record.list(C::shell).incomplete(cause);
    record.unknown(C::workdir, cause);
    record.list(C::env).incomplete(cause);
    record.list(C::exposed_ports).incomplete(cause);
    record.list(C::volumes).incomplete(cause);
    record.map(C::labels).incomplete(cause);
    record.unknown(C::healthcheck, cause);
    record.unknown(C::stop_signal, cause);
    record.list(C::on_build).incomplete(cause);
}

}  // namespace scantling::dockerfile
