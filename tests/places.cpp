// The checkout's path is compiled into this file alone, so that a compiler cache serves all others from any checkout.
#include "tests/places.h"

#include <cstdlib>

namespace scantling::test {

std::filesystem::path source_dir() { return SCANTLING_SOURCE_DIR; }

std::optional<std::filesystem::path> shared_dir() {
    const char* stated = std::getenv("SCANTLING_SHARED");
    std::filesystem::path place = stated != nullptr ? std::filesystem::path(stated) : source_dir().parent_path() / "shared";
    if (!std::filesystem::is_directory(place)) return std::nullopt;
    return place;
}

}  // namespace scantling::test
