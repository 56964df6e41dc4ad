// What a stage hands to those built on it and, at the end, to the image: its effective configuration.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/facts/writers.h"
#include "engine/ingest/dockerfile/cells.h"
#include "engine/ingest/dockerfile/scope.h"
#include "engine/ingest/dockerfile/syntax.h"

namespace scantling::dockerfile {

// A setting of which the last one counts.
template <typename T>
struct Held {
    CellState state = CellState::absent;  // present, absent, or why it is unknown
    T value{};

    void set(T to) {
        state = CellState::present;
        value = std::move(to);
    }
    void forget(CellState cause) { state = cause; }
};

struct HealthSetting {
    bool disabled = false;
    std::optional<CommandLine> command;
    const Instruction* instruction = nullptr;
};

struct NamedText {
    std::string_view name;
    Span name_span;
    Text value;
    bool name_known = true;
};

struct PortSetting {
    std::int64_t first = 0;
    std::int64_t last = 0;
    model::Protocol protocol = model::Protocol::tcp;
    Span span;
};

struct Config {
    Held<Text> user;
    Held<CommandLine> entrypoint;
    Held<CommandLine> cmd;
    bool cmd_here = false;  // set in this very stage
    std::vector<Text> shell;
    Held<Text> workdir;  // resolved
    std::vector<NamedText> env;
    std::vector<PortSetting> ports;
    std::vector<Text> volumes;
    std::vector<NamedText> labels;
    Held<HealthSetting> healthcheck;
    Held<Text> stop_signal;
    std::vector<Text> on_build;
    CellState lists = CellState::present;      // env, ports, volumes, labels: why they are not whole
    CellState own_lists = CellState::present;  // on_build
    bool base_open = true;                     // a base whose configuration nobody supplied stands below

    // Nothing that was set so far can be trusted any more, or that nothing was set.
    void forget(CellState cause);
    [[nodiscard]] std::size_t size() const { return env.size() + ports.size() + volumes.size() + labels.size(); }
};

void write_config(const RecordWriter<model::ImageConfig>& record, const Config& config, const Locations& locations);
// `image.config` of a file that does not tell what it builds.
void forget_config(const RecordWriter<model::ImageConfig>& record, CellState cause);

}  // namespace scantling::dockerfile
