// What an install command names: packages with their versions, files of requirements, local paths, URLs.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "engine/ingest/dockerfile/programs.h"

namespace scantling::dockerfile {

struct InstallTarget {
    std::string_view text;
    Span span;
    std::optional<std::string_view> name;
    bool name_known = true;
    std::optional<std::string_view> version;
    bool version_known = true;
    std::optional<bool> pinned;  // nothing: nobody can tell
    bool is_file = false;
    bool is_local = false;
    std::optional<std::string_view> url;
};

// Empty where the command installs nothing.
[[nodiscard]] std::vector<InstallTarget> install_targets(const Invocation& invocation);

}  // namespace scantling::dockerfile
