// Where the shared corpus lies: SCANTLING_SHARED, else `../shared` beside the repository.
#include "tests/ingest/dockerfile/shared_files.h"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <sstream>

#include "tests/places.h"

namespace scantling::test {

std::filesystem::path shared(const std::string& relative) {
    const auto root = shared_dir();
    return root && std::filesystem::exists(*root / relative) ? *root / relative : std::filesystem::path();
}

std::string read_text(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

std::vector<std::filesystem::path> files_below(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file()) files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

void say_skipped(const char* what) { std::printf("skipped, no shared files: %s\n", what); }

}  // namespace scantling::test
