// Golden files: what a stage printed when somebody last looked at it and found it right.
#pragma once

#include <filesystem>
#include <string>

namespace scantling::test {

[[nodiscard]] std::string read_file(const std::filesystem::path& path);

// True where the file holds exactly `actual`. With SCANTLING_UPDATE_GOLDENS set in the environment the file is rewritten instead;
// the commit that carries it says why.
[[nodiscard]] bool matches_golden(const std::filesystem::path& golden, const std::string& actual);

}  // namespace scantling::test
