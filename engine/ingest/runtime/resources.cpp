// Memory, processors, processes, rlimits. 0 and -1 are "no limit" wherever Docker writes them, and absent here.
#include "engine/ingest/runtime/resources.h"

namespace scantling::runtime {

namespace {

const JsonKeys host_keys{"Memory",    "MemoryReservation", "MemorySwap", "NanoCpus", "CpuQuota",
                         "CpuPeriod", "CpuShares",         "PidsLimit",  "Ulimits"};
enum HostKey : std::size_t { memory, reservation, swap, nano_cpus, quota, period, shares, pids, ulimits };
const JsonKeys config_keys{"Memory", "MemorySwap", "CpuShares"};
const JsonKeys ulimit_keys{"Name", "Soft", "Hard"};

// 100 ms, the kernel's default period of a quota, in µs.
constexpr std::int64_t default_period = 100000;
constexpr std::int64_t most_period = 1000000;

template <typename Kind>
void read_limit(const JsonValue& value, const JsonValue& old, const RecordWriter<model::Resources>& to, Slot<model::Resources, Kind> slot) {
    const JsonValue& stated = value.exists() ? value : old;
    const auto number = stated.integer();
    if (number && *number > 0) {
        to.set(slot, *number, stated.place());
    } else {
        to.absent(slot, value.place());
    }
}

void read_cpus(const JsonFields& fields, const RecordWriter<model::Resources>& to) {
    using model::Resources;
    const auto nano = fields[nano_cpus].integer();
    const auto per_period = fields[quota].integer();
    const auto length = fields[period].integer();
    if (nano && *nano > 0) {
        to.set(Resources::cpus, *nano / 1000, fields[nano_cpus].place());
    } else if (per_period && *per_period > 0 && *per_period < most_period * most_period) {
        const std::int64_t of = length && *length > 0 ? *length : default_period;
        to.set(Resources::cpus, *per_period * 1000000 / of, fields[quota].place());
    } else {
        to.absent(Resources::cpus, fields[nano_cpus].place());
    }
}

void read_ulimits(const JsonValue& value, const ListWriter<kind::Embedded<model::Ulimit>>& to) {
    using model::Ulimit;
    for (const JsonValue element : value.elements()) {
        const JsonFields fields = element.fields(ulimit_keys);
        const auto name = fields[0].string();
        if (!name || name->empty()) {
            to.incomplete(CellState::not_stated);
            continue;
        }
        const auto row = to.add(element.place());
        row.set(Ulimit::name, *name, fields[0].place());
        const auto limit = [&](const JsonValue& stated, auto slot) {
            const auto number = stated.integer();
            if (number && *number >= 0) {
                row.set(slot, *number, stated.place());
            } else {
                row.absent(slot, stated.place());
            }
        };
        limit(fields[1], Ulimit::soft);
        limit(fields[2], Ulimit::hard);
    }
}

}  // namespace

void read_resources(const JsonValue& host, const JsonValue& config, const RecordWriter<model::Resources>& to) {
    using model::Resources;
    const JsonFields fields = host.fields(host_keys);
    const JsonFields old = config.fields(config_keys);
    read_limit(fields[memory], old[0], to, Resources::memory);
    read_limit(fields[reservation], JsonValue(), to, Resources::memory_reservation);
    read_limit(fields[swap], old[1], to, Resources::memory_swap);
    to.absent(Resources::memory_request, host.place());
    read_cpus(fields, to);
    read_limit(fields[shares], old[2], to, Resources::cpu_shares);
    to.absent(Resources::cpu_request, host.place());
    read_limit(fields[pids], JsonValue(), to, Resources::pids);
    to.absent(Resources::ephemeral_storage, host.place());
    to.absent(Resources::ephemeral_storage_request, host.place());
    read_ulimits(fields[ulimits], to.list(Resources::ulimits, fields[ulimits].place()));
}

}  // namespace scantling::runtime
