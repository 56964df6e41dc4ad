// Modes of namespaces and bindings of ports, as Docker and Podman write them.
#include "engine/ingest/runtime/network.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <vector>

#include "engine/values/ascii.h"

namespace scantling::runtime {

namespace {

const JsonKeys binding_keys{"HostIp", "HostPort"};

// Every address of the host, of either family.
bool is_any_address(std::string_view address) {
    constexpr std::array<std::string_view, 5> any = {"0.0.0.0", "::", "[::]", "0:0:0:0:0:0:0:0", "*"};
    return std::find(any.begin(), any.end(), address) != any.end();
}

struct Mode {
    model::NamespaceMode mode = model::NamespaceMode::named;
    std::string_view target;
};

Mode mode_of(std::string_view text, NamespaceKind kind) {
    using M = model::NamespaceMode;
    const bool network = kind == NamespaceKind::network;
    if (text.empty() || text == "default") return {network ? M::bridge : M::private_, {}};
    if (text == "host") return {M::host, {}};
    if (text == "private") return {M::private_, {}};
    if (text == "shareable") return {M::shareable, {}};
    if (text == "none") return {M::isolated, {}};
    if (network && text == "bridge") return {M::bridge, {}};
    if (text.substr(0, 10) == "container:") return {M::container, text.substr(10)};
    if (text.substr(0, 3) == "ns:") return {M::named, text.substr(3)};
    // Podman's networks in user space, and its user namespaces that it lays out itself.
    const std::string_view word = text.substr(0, text.find(':'));
    if (network && (word == "slirp4netns" || word == "pasta")) return {M::private_, {}};
    if (!network && (word == "auto" || word == "keep-id" || word == "nomap")) return {M::private_, {}};
    return {M::named, text};
}

std::optional<PortRange> host_range(std::string_view text) {
    auto range = parse_port_range(text);
    if (range && (text.find('/') != std::string_view::npos || range->number == 0)) return std::nullopt;
    return range;
}

struct Binding {
    const PortRange& port;
    PlaceId port_place = PlaceId::none;  // of the member that the port names
    PlacedText address;
    PlacedText host;
};

void add_row(const Binding& binding, PlaceId place, const ListWriter<kind::Embedded<model::PublishedPort>>& to) {
    using model::PublishedPort;
    const auto row = to.add(place);
    row.set(PublishedPort::container_port, binding.port.number, binding.port_place);
    row.set(PublishedPort::protocol, binding.port.protocol, binding.port_place);
    row.set(PublishedPort::last, binding.port.last, binding.port_place);
    const std::string_view address = binding.address.text;
    if (address.empty()) {
        row.absent(PublishedPort::host_address, binding.address.place);
    } else {
        row.set(PublishedPort::host_address, address, binding.address.place);
    }
    row.set(PublishedPort::is_bound, !address.empty() && !is_any_address(address), binding.address.place);
    row.set(PublishedPort::is_loopback, is_loopback_address(address), binding.address.place);
    const auto host = host_range(binding.host.text);
    if (host) {
        row.set(PublishedPort::host_port, host->number, binding.host.place);
        row.set(PublishedPort::host_last, host->last, binding.host.place);
    } else if (binding.host.text.empty() || binding.host.text == "0") {
        row.absent(PublishedPort::host_port, binding.host.place);
        row.absent(PublishedPort::host_last, binding.host.place);
    } else {
        row.unknown(PublishedPort::host_port, CellState::unreadable, binding.host.place);
        row.unknown(PublishedPort::host_last, CellState::unreadable, binding.host.place);
    }
}

void add_bindings(std::string_view key, const JsonValue& bindings, const ListWriter<kind::Embedded<model::PublishedPort>>& to) {
    const auto port = parse_port_range(key);
    if (!port) {
        to.incomplete(CellState::unreadable);
        return;
    }
    for (const JsonValue element : bindings.elements()) {
        const JsonFields fields = element.fields(binding_keys);
        add_row({*port,
                 bindings.place(),
                 {fields[0].string().value_or(""), fields[0].place()},
                 {fields[1].string().value_or(""), fields[1].place()}},
                element.place(), to);
    }
}

}  // namespace

bool is_loopback_address(std::string_view address) {
    if (address.size() > 2 && address.front() == '[' && address.back() == ']') address = address.substr(1, address.size() - 2);
    if (address == "::1" || address == "0:0:0:0:0:0:0:1" || address == "localhost") return true;
    const auto allowed = [](char c) { return ascii::is_digit(c) || c == '.'; };
    return address.substr(0, 4) == "127." && ascii::all_of(address, allowed) && std::count(address.begin(), address.end(), '.') == 3;
}

void read_namespace(const JsonValue& value, NamespaceKind kind, const RecordWriter<model::Namespace>& to) {
    const Mode mode = mode_of(value.string().value_or(""), kind);
    to.set(model::Namespace::mode, mode.mode, value.place());
    if (mode.target.empty()) {
        to.absent(model::Namespace::target, value.place());
    } else {
        to.set(model::Namespace::target, mode.target, value.place());
    }
}

void read_ports(const PortSources& sources, const ListWriter<kind::Embedded<model::PublishedPort>>& to) {
    std::vector<std::string_view> asked;
    for (const auto& [key, bindings] : sources.bindings.members()) {
        asked.push_back(key);
        add_bindings(key, bindings, to);
    }
    if (!sources.publish_all) return;
    for (const auto& [key, bindings] : sources.published.members()) {
        if (std::find(asked.begin(), asked.end(), key) == asked.end()) add_bindings(key, bindings, to);
    }
}

}  // namespace scantling::runtime
