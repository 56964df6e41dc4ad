// Files of the corpus; packed ones through gzip, which every Debian has.
#include "tests/ingest/support/corpus_files.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <sstream>

#include "tests/places.h"

namespace scantling::test {

namespace {

std::string unpacked(const std::filesystem::path& path) {
    const std::string command = "gzip -dc '" + path.string() + "'";
    const auto close = [](std::FILE* file) { pclose(file); };
    const std::unique_ptr<std::FILE, decltype(close)> pipe(popen(command.c_str(), "r"), close);
    std::string out;
    std::array<char, 65536> buffer{};
    while (pipe) {
        const std::size_t got = std::fread(buffer.data(), 1, buffer.size(), pipe.get());
        if (got == 0) break;
        out.append(buffer.data(), got);
    }
    return out;
}

}  // namespace

std::vector<CorpusFile> corpus_files(const std::string& folder) {
    const auto shared = shared_dir();
    std::vector<CorpusFile> files;
    if (!shared || !std::filesystem::exists(*shared / "corpus" / folder)) {
        std::cout << "skipped, no corpus: " << folder << '\n';
        return files;
    }
    const std::filesystem::path root = *shared / "corpus";
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root / folder)) {
        if (!entry.is_regular_file()) continue;
        CorpusFile file;
        file.name = std::filesystem::relative(entry.path(), root).string();
        if (entry.path().extension() == ".gz") {
            file.bytes = unpacked(entry.path());
        } else {
            std::ifstream in(entry.path(), std::ios::binary);
            std::ostringstream text;
            text << in.rdbuf();
            file.bytes = text.str();
        }
        files.push_back(std::move(file));
    }
    std::sort(files.begin(), files.end(), [](const CorpusFile& a, const CorpusFile& b) { return a.name < b.name; });
    return files;
}

}  // namespace scantling::test
