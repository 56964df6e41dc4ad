// Where things lie while tests run: the checkout, and the folder beside it with the corpus and the conformance suites.
#pragma once

#include <filesystem>
#include <optional>

namespace scantling::test {

[[nodiscard]] std::filesystem::path source_dir();

// SCANTLING_SHARED, else `../shared` beside the checkout; empty where there is none, and then a test says that it skips.
[[nodiscard]] std::optional<std::filesystem::path> shared_dir();

}  // namespace scantling::test
