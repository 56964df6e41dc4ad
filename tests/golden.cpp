// Compares with golden files, or rewrites them.
#include "tests/golden.h"

#include <cstdlib>
#include <fstream>
#include <iterator>

namespace scantling::test {

std::string read_file(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

bool matches_golden(const std::filesystem::path& golden, const std::string& actual) {
    if (std::getenv("SCANTLING_UPDATE_GOLDENS") != nullptr) {
        std::ofstream(golden, std::ios::binary) << actual;
        return true;
    }
    return read_file(golden) == actual;
}

}  // namespace scantling::test
