// Which folder may include which: the arrows of the architecture as a table, and what in a tree of sources goes against them.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace scantling::architecture {

// A folder with arrows of its own. A file belongs to the folder with the longest name that holds it.
struct Folder {
    std::string_view name;
    std::vector<std::string_view> may_include;  // besides itself
};
[[nodiscard]] const std::vector<Folder>& folders();

// A third-party library, named in one folder alone, and in no header.
struct Library {
    std::string_view target;                // as in `third_party::TARGET`
    std::vector<std::string_view> headers;  // beginnings of what stands between the angle brackets
    std::string_view folder;
};
[[nodiscard]] const std::vector<Library>& libraries();

// What is allowed although the tables forbid it, each with its reason.
struct Exception {
    std::string_view file;
    std::string_view included;
    std::string_view reason;
};
[[nodiscard]] const std::vector<Exception>& exceptions();

struct Violation {
    std::string file;
    std::size_t line = 0;
    std::string included;
    std::string reason;
};

// Every violation under ROOT/engine, dsl, bindings and tests, in the order of file names and lines.
[[nodiscard]] std::vector<Violation> violations(const std::filesystem::path& root);

}  // namespace scantling::architecture
