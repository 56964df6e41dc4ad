// scantling-generate DIR: reads DIR/model/*.scant and writes DIR/generated/*. With --check it writes nothing and exits 1 where a file is
// stale.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "dsl/tools/generate_schema/generate.h"

namespace {

namespace fs = std::filesystem;
using namespace scantling;

std::string read_file(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

// A file of the model that model_files does not list would be left out in silence.
bool all_listed(const fs::path& model) {
    bool good = true;
    for (const auto& entry : fs::directory_iterator(model)) {
        const std::string name = entry.path().filename().string();
        const auto files = dsl::model_files();
        if (std::find(files.begin(), files.end(), name) != files.end()) continue;
        std::fprintf(stderr, "%s is not listed in dsl/tools/generate_schema/model.cpp\n", name.c_str());
        good = false;
    }
    return good;
}

int run(const fs::path& schema, bool check) {
    std::vector<std::shared_ptr<const Source>> sources;
    for (const std::string_view name : dsl::model_files()) {
        const fs::path path = schema / "model" / name;
        sources.push_back(std::make_shared<Source>(path.string(), read_file(path)));
    }
    if (!all_listed(schema / "model")) return 2;
    const dsl::ReadModel read = dsl::read_model(sources);
    for (const Diagnostic& d : read.diagnostics) std::fputs(render(d).c_str(), stderr);
    if (!read.diagnostics.empty()) return 2;
    int exit_code = 0;
    for (const dsl::GeneratedFile& file : dsl::generate(read.model)) {
        const fs::path path = schema / "generated" / file.name;
        if (read_file(path) == file.text) continue;
        std::printf("%s %s\n", check ? "stale:" : "wrote", path.string().c_str());
        if (check) {
            exit_code = 1;
        } else {
            std::ofstream(path, std::ios::binary) << file.text;
        }
    }
    return exit_code;
}

}  // namespace

int main(int count, char** words) {
    fs::path schema = "engine/schema";
    bool check = false;
    for (int i = 1; i < count; ++i) {
        const std::string word = words[i];
        if (word == "--check") {
            check = true;
        } else {
            schema = word;
        }
    }
    if (!fs::is_directory(schema / "model")) {
        std::fprintf(stderr, "usage: scantling-generate [--check] [DIR]   (DIR holds model/ and generated/; default engine/schema)\n");
        return 2;
    }
    return run(schema, check);
}
