// Platform and capability names, folded as containerd and Docker fold them.
#include "engine/values/platform.h"

#include "engine/values/ascii.h"

namespace scantling {

namespace {

bool is_platform_piece(std::string_view text) {
    return !text.empty() && ascii::all_of(text, [](char c) { return ascii::is_alphanumeric(c) || c == '_' || c == '-' || c == '.'; });
}

bool names_an_os(std::string_view text) {
    for (const std::string_view os : {"linux", "windows", "darwin", "macos", "freebsd", "netbsd", "openbsd", "solaris", "illumos", "aix",
                                      "android", "dragonfly", "ios", "js", "wasip1", "plan9", "zos"}) {
        if (ascii::equal_folded(text, os)) return true;
    }
    return false;
}

void fold_architecture(Platform& platform, std::string variant) {
    std::string& name = platform.architecture;
    if (name == "i386") {
        name = "386";
        variant.clear();
    } else if (name == "x86_64" || name == "x86-64" || name == "amd64") {
        name = "amd64";
        if (variant == "v1") variant.clear();
    } else if (name == "aarch64" || name == "arm64") {
        name = "arm64";
        if (variant == "8" || variant == "v8") variant.clear();
    } else if (name == "armhf") {
        name = "arm";
        variant = "v7";
    } else if (name == "armel") {
        name = "arm";
        variant = "v6";
    } else if (name == "arm") {
        if (variant.empty() || variant == "7") variant = "v7";
        if (variant == "5" || variant == "6" || variant == "8") variant.insert(0, "v");
    }
    if (!variant.empty()) platform.variant = std::move(variant);
}

}  // namespace

Platform normalise_platform(std::string_view os, std::string_view architecture, std::string_view variant) {
    Platform result;
    result.os = ascii::lower(os);
    if (result.os == "macos") result.os = "darwin";
    result.architecture = ascii::lower(architecture);
    fold_architecture(result, ascii::lower(variant));
    return result;
}

std::optional<Platform> parse_platform(std::string_view text) {
    std::string_view pieces[3];
    std::size_t count = 0;
    for (std::string_view rest = text;;) {
        if (count == 3) return std::nullopt;
        const std::size_t slash = rest.find('/');
        pieces[count++] = rest.substr(0, slash);
        if (!is_platform_piece(pieces[count - 1])) return std::nullopt;
        if (slash == std::string_view::npos) break;
        rest = rest.substr(slash + 1);
    }
    // One word is an architecture unless it names a system, whose architecture nobody said.
    if (count == 1) return names_an_os(text) ? std::nullopt : std::optional(normalise_platform("linux", text));
    return normalise_platform(pieces[0], pieces[1], count == 3 ? pieces[2] : std::string_view());
}

std::string print_platform(const Platform& platform) {
    std::string result = platform.os + "/" + platform.architecture;
    if (platform.variant) result += "/" + *platform.variant;
    return result;
}

std::string normalise_capability(std::string_view text) {
    std::string result = ascii::upper(ascii::trim(text));
    if (result.starts_with("CAP_")) result.erase(0, 4);
    return result;
}

}  // namespace scantling
