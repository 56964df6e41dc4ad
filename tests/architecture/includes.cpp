// Reads every source and CMakeLists.txt under a root as lines and holds what they name against three tables: arrows between
// our folders, the one folder of each third-party library, and the exceptions. Preprocessor conditions are not evaluated: an
// include that is compiled on some other machine only is an include.
#include "tests/architecture/includes.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <optional>

namespace scantling::architecture {

namespace {

namespace fs = std::filesystem;
using Names = std::vector<std::string_view>;

Names operator+(Names names, const Names& more) {
    names.insert(names.end(), more.begin(), more.end());
    return names;
}

const Names base{"engine/base"};
const Names values = base + Names{"engine/values"};
const Names schema = values + Names{"engine/schema", "engine/schema/generated"};
const Names facts = schema + Names{"engine/facts"};
const Names readers{"engine/ingest/json", "engine/ingest/yaml", "engine/ingest/archive"};
// What domains share: the catalogue of input errors, and pieces of configuration that images, Dockerfiles and containers have alike.
const Names input_errors{"engine/ingest/errors"};
const Names shared{"engine/ingest/shared"};
const Names domains{"engine/ingest/dockerfile",   "engine/ingest/image",   "engine/ingest/sbom", "engine/ingest/vulnerabilities",
                    "engine/ingest/attestations", "engine/ingest/runtime", "engine/ingest/host"};
const Names front_end = schema + Names{"engine/program", "dsl", "dsl/syntax", "dsl/errors"};
const Names engine = facts + readers + domains + input_errors + shared +
                     Names{"engine/ingest", "engine/program", "engine/evaluate", "engine/findings", "engine/report"};
const Names ways_in{"bindings", "bindings/api", "bindings/c", "bindings/cli", "bindings/python"};

std::vector<Folder> make_folders() {
    std::vector<Folder> all{
        {"engine/base", {}},
        {"engine/values", base},
        {"engine/schema", schema},
        {"engine/schema/generated", schema},
        {"engine/facts", schema},
        {"engine/ingest", facts + readers + domains + input_errors + shared},
        {"engine/ingest/errors", base},
        {"engine/ingest/shared", facts + readers + input_errors},
        {"engine/program", schema},
        // A finding names a rule of a program and a place of the facts; it knows nothing of how either is evaluated or read.
        {"engine/findings", facts + Names{"engine/program"}},
        {"engine/evaluate", facts + Names{"engine/program", "engine/findings"}},
        {"engine/report", facts + Names{"engine/program", "engine/findings"}},
        // The front end targets the unit and the schema; it knows neither facts nor evaluator, and they do not know it.
        {"dsl", front_end},
        {"dsl/syntax", values + Names{"dsl/errors"}},
        {"dsl/errors", base},
        // A broken generated table must not stop its own repair.
        {"dsl/tools/generate_schema", values + Names{"engine/schema", "dsl/syntax", "dsl/errors"}},
    };
    for (const std::string_view reader : readers) all.push_back({reader, facts + input_errors});
    for (const std::string_view domain : domains) all.push_back({domain, facts + readers + input_errors + shared + Names{"engine/ingest"}});
    for (const std::string_view way : ways_in) all.push_back({way, engine + front_end + Names{"dsl/tools/generate_schema"} + ways_in});
    return all;
}

// Headers of the operating system and of C; every other name with a blank-free suffix or a slash belongs to a library.
constexpr std::array system_headers{
    "dirent.h",       "dlfcn.h",    "execinfo.h", "immintrin.h", "fcntl.h",       "malloc.h",   "poll.h",
    "signal.h",       "spawn.h",    "stddef.h",   "stdint.h",    "sys/ioctl.h",   "sys/mman.h", "sys/platform/x86.h",
    "sys/resource.h", "sys/stat.h", "sys/time.h", "sys/types.h", "sys/utsname.h", "sys/wait.h", "unistd.h"};

bool begins(std::string_view text, std::string_view with) { return text.substr(0, with.size()) == with; }
bool inside(std::string_view path, std::string_view folder) {
    return path.size() > folder.size() && begins(path, folder) && path[folder.size()] == '/';
}

const Folder* folder_of(std::string_view path) {
    const Folder* found = nullptr;
    for (const Folder& folder : folders()) {
        if (inside(path, folder.name) && (found == nullptr || folder.name.size() > found->name.size())) found = &folder;
    }
    return found;
}

const Library* library_of(std::string_view header) {
    for (const Library& library : libraries()) {
        for (const std::string_view beginning : library.headers) {
            if (begins(header, beginning)) return &library;
        }
    }
    return nullptr;
}

bool is_excepted(std::string_view file, std::string_view included) {
    return std::any_of(exceptions().begin(), exceptions().end(),
                       [&](const Exception& e) { return e.file == file && begins(included, e.included); });
}

struct Include {
    std::size_t line = 0;
    std::string name;
    bool angle = false;
};

std::optional<Include> parse_include(std::string_view text, std::size_t line) {
    const auto skip = [&] { text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size())); };
    skip();
    if (!begins(text, "#")) return std::nullopt;
    text.remove_prefix(1);
    skip();
    if (!begins(text, "include")) return std::nullopt;
    text.remove_prefix(7);
    skip();
    if (text.empty() || (text.front() != '"' && text.front() != '<')) return std::nullopt;
    const bool angle = text.front() == '<';
    text.remove_prefix(1);
    return Include{line, std::string(text.substr(0, text.find(angle ? '>' : '"'))), angle};
}

struct File {
    std::string path;  // from the root, with slashes
    std::vector<Include> includes;
    bool is_header = false;
};

File read_source(const fs::path& from, std::string path) {
    File file{std::move(path), {}, from.extension() != ".cpp"};
    std::ifstream stream(from);
    std::string text;
    for (std::size_t line = 1; std::getline(stream, text); ++line) {
        if (auto include = parse_include(text, line)) file.includes.push_back(std::move(*include));
    }
    return file;
}

std::string own_reason(const File& file, const Include& include) {
    const bool from_root = begins(include.name, "engine/") || begins(include.name, "dsl/") || begins(include.name, "bindings/") ||
                           begins(include.name, "tests/") || begins(include.name, "scantling/");
    if (!from_root) return "an include of ours names its path from the root";
    if (begins(file.path, "tests/")) return {};
    if (begins(include.name, "tests/")) return "nothing includes tests";
    if (begins(include.name, "scantling/")) return begins(file.path, "bindings/") ? "" : "only bindings include the public header";
    const Folder* from = folder_of(file.path);
    const Folder* to = folder_of(include.name);
    if (from == nullptr) return "the file's folder has no arrows: add it to the table";
    if (to == nullptr) return "the included folder has no arrows: add it to the table";
    if (from == to || std::find(from->may_include.begin(), from->may_include.end(), to->name) != from->may_include.end()) return {};
    return std::string(from->name) + " may not include " + std::string(to->name);
}

std::string library_reason(const File& file, const Include& include) {
    const bool standard = include.name.find_first_of("./") == std::string::npos;
    if (standard || std::find(system_headers.begin(), system_headers.end(), include.name) != system_headers.end()) return {};
    const Library* library = library_of(include.name);
    if (library == nullptr) return "a header of no library in the table";
    const bool test_json = begins(file.path, "tests/") && library->target == "json";
    if (!inside(file.path, library->folder) && !test_json) {
        return std::string(library->target) + " is named in " + std::string(library->folder) + " alone";
    }
    if (file.is_header) return "no header of ours names a third-party library";
    return {};
}

// bindings/api is the only code that joins the front end and the engine; base is common ground.
void check_joining(const File& file, std::vector<Violation>& found) {
    if (!inside(file.path, "bindings") || inside(file.path, "bindings/api")) return;
    const Include* front = nullptr;
    const Include* back = nullptr;
    for (const Include& include : file.includes) {
        if (begins(include.name, "dsl/") && !begins(include.name, "dsl/errors/")) front = &include;
        if (begins(include.name, "engine/") && !begins(include.name, "engine/base/")) back = &include;
    }
    if (front == nullptr || back == nullptr) return;
    found.push_back({file.path, std::max(front->line, back->line), front->name, "only bindings/api joins dsl and engine"});
}

void check_source(const File& file, std::vector<Violation>& found) {
    for (const Include& include : file.includes) {
        std::string reason = include.angle ? library_reason(file, include) : own_reason(file, include);
        if (reason.empty() || is_excepted(file.path, include.name)) continue;
        found.push_back({file.path, include.line, include.name, std::move(reason)});
    }
    check_joining(file, found);
}

// `third_party::NAME` in a build file is the same promise as an include.
void check_build_file(const fs::path& from, const std::string& path, std::vector<Violation>& found) {
    constexpr std::string_view mark = "third_party::";
    std::ifstream stream(from);
    std::string text;
    for (std::size_t line = 1; std::getline(stream, text); ++line) {
        for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + 1)) {
            const std::size_t name_at = at + mark.size();
            const std::string name =
                text.substr(name_at, text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_", name_at) - name_at);
            const auto library = std::find_if(libraries().begin(), libraries().end(), [&](const Library& l) { return l.target == name; });
            if (library != libraries().end() && (inside(path, library->folder) || begins(path, "tests/"))) continue;
            if (is_excepted(path, name)) continue;
            found.push_back(
                {path, line, name, library == libraries().end() ? "a library that is not in the table" : "linked outside its folder"});
        }
    }
}

}  // namespace

const std::vector<Folder>& folders() {
    static const std::vector<Folder> all = make_folders();
    return all;
}

const std::vector<Library>& libraries() {
    static const std::vector<Library> all{
        {"crypto", {"openssl/"}, "engine/base"},
        {"re2", {"re2/"}, "engine/values"},
        {"simdjson", {"simdjson.h", "simdjson/"}, "engine/ingest/json"},
        {"json", {"nlohmann/"}, "engine/ingest/json"},
        {"yaml", {"yaml-cpp/"}, "engine/ingest/yaml"},
        {"archive", {"archive.h", "archive_entry.h"}, "engine/ingest/archive"},
        {"x3", {"boost/"}, "dsl/syntax"},
        {"cli11", {"CLI/"}, "bindings/cli"},
        {"pybind11", {"pybind11/", "Python.h"}, "bindings/python"},
        {"catch2", {"catch2/"}, "tests"},
    };
    return all;
}

const std::vector<Exception>& exceptions() {
    static const std::vector<Exception> all{
        {"tests/catch.h", "catch2/", "its purpose: two versions of one library under one name"},
        {"bindings/python/python.h", "pybind11/", "a module is made of pybind11; the header is its own folder's, and nobody else's"},
    };
    return all;
}

std::vector<Violation> violations(const fs::path& root) {
    std::vector<fs::path> paths;
    for (const char* top : {"engine", "dsl", "bindings", "tests"}) {
        if (!fs::exists(root / top)) continue;
        for (const auto& entry : fs::recursive_directory_iterator(root / top)) {
            if (entry.is_regular_file()) paths.push_back(entry.path());
        }
    }
    std::sort(paths.begin(), paths.end());
    std::vector<Violation> found;
    for (const fs::path& from : paths) {
        const std::string path = from.lexically_relative(root).generic_string();
        if (from.filename() == "CMakeLists.txt") {
            check_build_file(from, path, found);
        } else if (const auto suffix = from.extension();
                   suffix == ".cpp" || suffix == ".h" || suffix == ".hpp" || suffix == ".def" || suffix == ".inc") {
            check_source(read_source(from, path), found);
        }
    }
    return found;
}

}  // namespace scantling::architecture
