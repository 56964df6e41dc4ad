// Reading files.
#include "bindings/api/files.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <new>
#include <optional>
#include <system_error>

#include <dirent.h>

#include "engine/base/source.h"

namespace scantling {

namespace {

namespace fs = std::filesystem;

struct Close {
    void operator()(std::FILE* file) const {
        if (file != stdin) std::fclose(file);  // NOLINT: reading only
    }
};

Failure failure(const std::string& path, const std::string& reason, FailureKind kind = FailureKind::unreadable) {
    return {"cannot read " + path + ": " + reason, kind};
}

// What the system said. Memory that it did not have is no matter of that file.
Failure failure(const std::string& path, const std::error_code& error) {
    if (error == std::errc::not_enough_memory) throw std::bad_alloc();
    return failure(path, error.message());
}
Failure system_failure(const std::string& path) { return failure(path, std::error_code(errno, std::generic_category())); }

bool ends_in(std::string_view text, std::string_view ending) {
    return text.size() >= ending.size() && text.substr(text.size() - ending.size()) == ending;
}

struct CloseFolder {
    void operator()(DIR* folder) const { closedir(folder); }
};

// All policies beneath a folder, but their tests. The C library's own functions, since std::filesystem's iterators (libstdc++ 12) end the
// program where memory ends. Links to folders are not followed, so that there is an end.
std::optional<Failure> find_policies(const std::string& root, std::vector<std::string>& files) {
    std::vector<std::string> folders{root};
    while (!folders.empty()) {
        const std::string path = std::move(folders.back());
        folders.pop_back();
        const std::unique_ptr<DIR, CloseFolder> folder(opendir(path.c_str()));
        if (!folder) return system_failure(path);
        for (;;) {
            errno = 0;
            const dirent* entry = readdir(folder.get());
            if (entry == nullptr && errno != 0) return system_failure(path);
            if (entry == nullptr) break;
            const std::string_view name = entry->d_name;
            if (name == "." || name == "..") continue;
            const std::string full = path + (ends_in(path, "/") ? "" : "/") + std::string(name);
            std::error_code error;
            if (ends_in(name, ".scant") && !ends_in(name, "_test.scant")) files.push_back(full);
            if (fs::is_directory(fs::symlink_status(full, error))) folders.push_back(full);
        }
    }
    return std::nullopt;
}

// The ignore file that BuildKit takes for a Dockerfile: the one of its own name first.
std::optional<std::pair<std::string, std::string>> ignore_beside(const std::string& path) {
    if (path == "-") return std::nullopt;
    const fs::path own = path + ".dockerignore";
    const fs::path common = fs::path(path).parent_path() / ".dockerignore";
    std::error_code ignored;
    for (const fs::path& candidate : {own, common}) {
        if (!fs::is_regular_file(candidate, ignored)) continue;
        if (Result<std::string> bytes = read_file(candidate.string(), limits::policy_bytes))
            return std::pair{candidate.string(), std::move(*bytes)};
    }
    return std::nullopt;
}

// Whether it is worth looking for an ignore file: a JSON document has none.
bool may_be_dockerfile(std::string_view bytes) {
    const std::size_t first = bytes.find_first_not_of(" \t\r\n");
    return first == std::string_view::npos || (bytes[first] != '{' && bytes[first] != '[');
}

}  // namespace

Result<std::string> read_file(const std::string& path, std::size_t limit) {
    std::error_code error;
    if (path != "-" && fs::is_directory(path, error)) return failure(path, "it is a folder");
    const std::unique_ptr<std::FILE, Close> file(path == "-" ? stdin : std::fopen(path.c_str(), "rb"));
    if (!file) return system_failure(path);
    std::string bytes;
    if (const auto size = path == "-" ? std::uintmax_t{0} : fs::file_size(path, error); !error && size < limit) {
        bytes.reserve(size + Source::room);
#if defined(__cpp_lib_string_resize_and_overwrite)
        bytes.resize_and_overwrite(size, [&](char* to, std::size_t most) { return std::fread(to, 1, most, file.get()); });
#endif
    }
    // The rest through a block: growing the text itself by blocks would leave every small file with the room of one.
    constexpr std::size_t block_bytes = 64UL * 1024;
    const auto block = std::make_unique_for_overwrite<char[]>(block_bytes);
    for (;;) {
        const std::size_t got = std::fread(block.get(), 1, block_bytes, file.get());
        bytes.append(block.get(), got);
        if (bytes.size() > limit) return failure(path, "it is larger than " + std::to_string(limit) + " bytes", FailureKind::too_large);
        if (got < block_bytes) break;
    }
    if (std::ferror(file.get()) != 0) return system_failure(path);
    return bytes;
}

Result<std::vector<PolicyText>> read_policies(const std::vector<std::string>& paths) {
    std::vector<std::string> files;
    for (const std::string& path : paths) {
        std::error_code error;
        if (!fs::is_directory(path, error)) {
            files.push_back(path);
            continue;
        }
        const std::size_t before = files.size();
        if (auto failed = find_policies(path, files)) return *failed;
        if (files.size() == before) return failure(path, "there is no .scant file in it");
        std::sort(files.begin() + static_cast<std::ptrdiff_t>(before), files.end());
    }
    std::vector<PolicyText> texts;
    for (const std::string& file : files) {
        Result<std::string> text = read_file(file, limits::policy_bytes);
        if (!text) return text.failure();
        texts.push_back({file, std::move(*text)});
    }
    return texts;
}

Result<InputDocument> read_document_file(const std::string& path, std::size_t limit) {
    Result<std::string> bytes = read_file(path, limit);
    if (!bytes) return bytes.failure();
    InputDocument document{path, std::move(*bytes)};
    if (may_be_dockerfile(document.bytes)) document.ignore = ignore_beside(path);
    return document;
}

}  // namespace scantling
