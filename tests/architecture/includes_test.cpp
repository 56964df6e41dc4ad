// The arrows hold in this tree; and the test that says so can see: in a copy, one forbidden include is planted for every
// arrow and every library, and each must be reported, while the allowed ones beside them must not.
#include "tests/architecture/includes.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "tests/catch.h"
#include "tests/places.h"

namespace {

namespace fs = std::filesystem;
using namespace scantling::architecture;

std::string shown(const std::vector<Violation>& found) {
    std::string text;
    for (const Violation& v : found) text += v.file + ":" + std::to_string(v.line) + ": " + v.included + ": " + v.reason + "\n";
    return text;
}

// A copy of the sources that goes with the test.
struct Copy {
    fs::path root;
    Copy() : root(fs::temp_directory_path() / ("scantling-architecture-" + std::to_string(std::random_device{}()))) {
        for (const char* top : {"engine", "dsl", "bindings"}) {
            fs::create_directories(root / top);
            fs::copy(scantling::test::source_dir() / top, root / top, fs::copy_options::recursive);
        }
    }
    ~Copy() {
        std::error_code ignored;
        fs::remove_all(root, ignored);
    }
    Copy(const Copy&) = delete;
    Copy& operator=(const Copy&) = delete;

    void write(const std::string& path, const std::string& text) const {
        fs::create_directories((root / path).parent_path());
        std::ofstream(root / path) << text;
    }
};

bool is_allowed(const Folder& from, const Folder& to) {
    return &from == &to || std::find(from.may_include.begin(), from.may_include.end(), to.name) != from.may_include.end();
}

std::set<std::string> files_of(const std::vector<Violation>& found) {
    std::set<std::string> files;
    for (const Violation& v : found) files.insert(v.file);
    return files;
}

// Reports what was planted and not seen, or seen and not planted.
void check_exactly(const Copy& copy, const std::set<std::string>& planted) {
    const auto found = violations(copy.root);
    const auto reported = files_of(found);
    for (const std::string& file : planted) {
        INFO("planted and not reported: " << file);
        CHECK(reported.count(file) == 1);
    }
    INFO(shown(found));
    CHECK(reported == planted);
}

}  // namespace

TEST_CASE("no include and no link goes against the arrows", "[architecture]") {
    const auto found = violations(scantling::test::source_dir());
    INFO(shown(found));
    CHECK(found.empty());
}

TEST_CASE("a planted include against each arrow is reported, an allowed one is not", "[architecture]") {
    const Copy copy;
    std::set<std::string> planted;
    int number = 0;
    for (const Folder& from : folders()) {
        for (const Folder& to : folders()) {
            const std::string file = std::string(from.name) + "/planted_" + std::to_string(++number) + ".cpp";
            copy.write(file, "  #  include \"" + std::string(to.name) + "/anything.h\"\n");
            if (!is_allowed(from, to)) planted.insert(file);
        }
    }
    CHECK(planted.size() > 200);
    check_exactly(copy, planted);
}

TEST_CASE("a third-party library outside its folder, or in a header, is reported", "[architecture]") {
    const Copy copy;
    std::set<std::string> planted;
    int number = 0;
    for (const Library& library : libraries()) {
        const std::string line = "#include <" + std::string(library.headers.front()) + "x>\n";
        for (const Folder& from : folders()) {
            const std::string file = std::string(from.name) + "/planted_" + std::to_string(++number) + ".cpp";
            copy.write(file, line);
            const bool at_home =
                from.name == library.folder || from.name.substr(0, library.folder.size() + 1) == std::string(library.folder) + "/";
            if (!at_home) planted.insert(file);
        }
        const std::string header = std::string(library.folder) + "/planted_" + std::to_string(++number) + ".h";
        copy.write(header, line);
        planted.insert(header);
    }
    check_exactly(copy, planted);
}

TEST_CASE("what else the include test refuses", "[architecture]") {
    struct Case {
        const char* file;
        const char* text;
        bool refused;
    };
    const std::vector<Case> cases{
        {"engine/base/a.cpp", "#include \"utf8.h\"\n", true},                      // not from the root
        {"engine/base/b.cpp", "#include \"../values/path.h\"\n", true},            // out by the back door
        {"engine/base/c.cpp", "#include <some_library/x.h>\n", true},              // in no table
        {"engine/base/d.cpp", "#include <unistd.h>\n#include <vector>\n", false},  // the system's
        {"engine/base/e.cpp", "// #include \"engine/facts/facts.h\"\n", false},    // a comment
        {"engine/base/f.cpp", "#include \"tests/catch.h\"\n", true},
        {"engine/unheard_of/g.cpp", "#include \"engine/base/utf8.h\"\n", true},  // a folder without arrows
        {"engine/report/CMakeLists.txt", "target_link_libraries(x PRIVATE third_party::re2)\n", true},
        {"engine/values/version/CMakeLists.txt", "target_link_libraries(x PRIVATE third_party::re2)\n", false},
        {"engine/report/CMakeLists.txt", "target_link_libraries(x PRIVATE third_party::unheard_of)\n", true},
        {"bindings/cli/h.cpp", "#include \"dsl/compile.h\"\n#include \"engine/report/text.h\"\n", true},  // joins what api joins
        {"bindings/api/i.cpp", "#include \"dsl/compile.h\"\n#include \"engine/report/text.h\"\n", false},
    };
    for (const Case& c : cases) {
        const fs::path root = fs::temp_directory_path() / ("scantling-architecture-" + std::to_string(std::random_device{}()));
        fs::create_directories((root / c.file).parent_path());
        std::ofstream(root / c.file) << c.text;
        const auto found = violations(root);
        std::error_code ignored;
        fs::remove_all(root, ignored);
        INFO(c.file << ": " << c.text << shown(found));
        CHECK(found.empty() == !c.refused);
    }
}
