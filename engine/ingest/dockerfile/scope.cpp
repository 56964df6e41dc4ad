// Looking names up, in the order that BuildKit gives them.
#include "engine/ingest/dockerfile/scope.h"

#include <algorithm>

namespace scantling::dockerfile {

namespace {
constexpr std::size_t searched = 24;
}

void Definitions::define(std::string_view name, Found found) {
    if (index_.empty()) {
        const auto entry = std::find_if(entries_.begin(), entries_.end(), [&](const Entry& known) { return known.name == name; });
        if (entry != entries_.end()) {
            entry->found = found;
            return;
        }
        entries_.push_back({name, found});
        if (entries_.size() <= searched) return;
        for (std::uint32_t i = 0; i < entries_.size(); ++i) index_.emplace(entries_[i].name, i);
        return;
    }
    const auto [place, fresh] = index_.emplace(name, static_cast<std::uint32_t>(entries_.size()));
    if (fresh) {
        entries_.push_back({name, found});
    } else {
        entries_[place->second].found = found;
    }
}

const Found* Definitions::find(std::string_view name) const {
    if (!index_.empty()) {
        const auto place = index_.find(name);
        return place == index_.end() ? nullptr : &entries_[place->second].found;
    }
    const auto entry = std::find_if(entries_.begin(), entries_.end(), [&](const Entry& known) { return known.name == name; });
    return entry == entries_.end() ? nullptr : &entry->found;
}

bool is_platform_argument(std::string_view name) {
    constexpr std::string_view names[] = {"TARGETPLATFORM", "TARGETOS",  "TARGETARCH",   "TARGETVARIANT", "BUILDPLATFORM",
                                          "BUILDOS",        "BUILDARCH", "BUILDVARIANT", "TARGETSTAGE"};
    return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

Found GlobalScope::find(std::string_view name) const {
    const Found* found = defined.find(name);
    if (found != nullptr && (found->state != VariableState::unset || !is_platform_argument(name))) return *found;
    return {is_platform_argument(name) ? VariableState::unknown : VariableState::unset, {}};
}

Found StageScope::find(std::string_view name) const {
    if (const Found* found = environment.find(name)) return *found;
    if (const Found* found = arguments.find(name)) return *found;
    if (base_open) return {VariableState::unknown, {}};
    if (name == "PATH")
        return {VariableState::value, "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"};  // BuildKit's default
    return {VariableState::unset, {}};
}

bool StageScope::declares(std::string_view name) const {
    return environment.find(name) != nullptr || arguments.find(name) != nullptr || name == "PATH";
}

}  // namespace scantling::dockerfile
