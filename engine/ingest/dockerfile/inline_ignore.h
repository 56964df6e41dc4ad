// Comments by which authors silence tools: read, so that rules can see them, and never obeyed.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace scantling::dockerfile {

struct InlineIgnoreText {
    std::string_view tool;
    std::vector<std::string_view> rules;  // views of the comment
    std::optional<std::string_view> reason;
};

// `comment` without its `#`, trimmed.
[[nodiscard]] std::optional<InlineIgnoreText> read_inline_ignore(std::string_view comment);

}  // namespace scantling::dockerfile
