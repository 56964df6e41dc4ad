// Files of the shared corpus and conformance suites, which are not part of the repository: tests say so when they skip.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace scantling::test {

// Empty where there is no such folder.
[[nodiscard]] std::filesystem::path shared(const std::string& relative);
[[nodiscard]] std::string read_text(const std::filesystem::path& file);
// Every regular file below, sorted by path.
[[nodiscard]] std::vector<std::filesystem::path> files_below(const std::filesystem::path& folder);
// Prints once that the shared files are missing.
void say_skipped(const char* what);

}  // namespace scantling::test
