// Paths inside images. Purely textual: whether a component is a link is a matter of the merged file system, not of its spelling.
#include "engine/values/path.h"

namespace scantling {

namespace {

void append_components(std::string& to, std::string_view path) {
    while (!path.empty()) {
        const std::size_t slash = path.find('/');
        const std::string_view component = path.substr(0, slash);
        path = slash == std::string_view::npos ? std::string_view() : path.substr(slash + 1);
        if (component.empty() || component == ".") continue;
        if (component == "..") {
            to.resize(to.empty() ? 0 : to.rfind('/'));
        } else {
            to += '/';
            to += component;
        }
    }
}

bool is_clean(std::string_view path) {
    if (!path.starts_with('/')) return false;
    if (path == "/") return true;
    return !path.ends_with('/') && path.find("//") == std::string_view::npos && path.find("/./") == std::string_view::npos &&
           path.find("/../") == std::string_view::npos && !path.ends_with("/.") && !path.ends_with("/..");
}

bool under_clean(std::string_view path, std::string_view directory) {
    if (directory == "/") return true;
    return path.starts_with(directory) && (path.size() == directory.size() || path[directory.size()] == '/');
}

}  // namespace

std::string clean_path(std::string_view path, std::string_view base) {
    std::string result;
    if (!path.starts_with('/')) append_components(result, base);
    append_components(result, path);
    return result.empty() ? "/" : result;
}

bool under(std::string_view path, std::string_view directory) {
    // Facts are cleaned already; only what a policy writes may not be.
    if (is_clean(path) && is_clean(directory)) return under_clean(path, directory);
    return under_clean(clean_path(path), clean_path(directory));
}

std::string_view base_name(std::string_view path) {
    while (path.size() > 1 && path.ends_with('/')) path.remove_suffix(1);
    if (path == "/") return path;
    const std::size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

std::string_view dir_name(std::string_view path) {
    while (path.size() > 1 && path.ends_with('/')) path.remove_suffix(1);
    const std::size_t slash = path.rfind('/');
    if (slash == std::string_view::npos) return ".";
    path = path.substr(0, slash);
    while (path.ends_with('/')) path.remove_suffix(1);
    return path.empty() ? "/" : path;
}

std::optional<std::string_view> extension(std::string_view path) {
    const std::string_view name = base_name(path);
    const std::size_t dot = name.rfind('.');
    if (dot == std::string_view::npos || dot == 0 || dot + 1 == name.size()) return std::nullopt;
    return name.substr(dot + 1);
}

bool mode_within(std::int64_t mode, std::int64_t limit) { return ((mode & ~limit) & 07777) == 0; }

}  // namespace scantling
