// `.dockerignore`: its patterns, and whether they exclude a path of the build context.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/source.h"

namespace scantling::dockerfile {

struct IgnorePattern {
    std::string_view text;  // as written, trimmed
    Span span;
    std::string cleaned;  // without `!`, leading and trailing slashes, `.` and `..` resolved
    bool negated = false;
};

[[nodiscard]] std::vector<IgnorePattern> read_ignore(const Source& source);

// The last pattern that matches the path or one of its parents decides. Nothing where `steps` does not suffice to tell.
[[nodiscard]] std::optional<bool> is_ignored(const std::vector<IgnorePattern>& patterns, std::string_view path, std::size_t& steps);

}  // namespace scantling::dockerfile
