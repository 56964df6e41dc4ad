// Paths, platforms, capabilities.
#include "engine/values/path.h"

#include "engine/values/platform.h"
#include "tests/catch.h"

using namespace scantling;

TEST_CASE("paths are absolute and cleaned", "[values]") {
    struct Case {
        const char* path;
        const char* base;
        const char* clean;
    };
    for (const Case& c :
         {Case{"/a/./b/../c//", "/", "/a/c"}, Case{"a", "/srv", "/srv/a"}, Case{"../../..", "/srv", "/"}, Case{"", "/srv", "/srv"},
          Case{"/", "/srv", "/"}, Case{"/..", "/", "/"}, Case{"/a/...", "/", "/a/..."}, Case{"/a\\b", "/", "/a\\b"}, Case{"", "", "/"}}) {
        CAPTURE(c.path, c.base);
        CHECK(clean_path(c.path, c.base) == c.clean);
    }
}

TEST_CASE("under means the directory or below it", "[values]") {
    CHECK(under("/etc/passwd", "/etc"));
    CHECK(under("/etc", "/etc"));
    CHECK(under("/etc", "/"));
    CHECK(under("/etc/passwd", "/etc/"));
    CHECK_FALSE(under("/etcetera", "/etc"));
    CHECK_FALSE(under("/etc/../root", "/etc"));
    CHECK(under("/var//run/docker.sock", "/var/run"));
}

TEST_CASE("base name, directory and extension", "[values]") {
    CHECK(base_name("/usr/bin/env") == "env");
    CHECK(base_name("/usr/bin/") == "bin");
    CHECK(base_name("env") == "env");
    CHECK(base_name("/") == "/");
    CHECK(base_name("").empty());
    CHECK(dir_name("/usr/bin/env") == "/usr/bin");
    CHECK(dir_name("/env") == "/");
    CHECK(dir_name("env") == ".");
    CHECK(dir_name("/") == "/");
    CHECK(extension("/a/b.tar.gz") == std::optional<std::string_view>("gz"));
    CHECK_FALSE(extension("/a.d/b"));
    CHECK_FALSE(extension("/root/.bashrc"));
    CHECK_FALSE(extension("a."));
}

TEST_CASE("a mode is within another if it adds no bit", "[values]") {
    CHECK(mode_within(0640, 0644));
    CHECK(mode_within(0644, 0644));
    CHECK_FALSE(mode_within(0664, 0644));
    CHECK_FALSE(mode_within(04755, 0755));
    CHECK(mode_within(0100644, 0644));
}

TEST_CASE("platforms and capabilities have one spelling", "[values]") {
    CHECK(print_platform(*parse_platform("linux/arm64/v8")) == "linux/arm64");
    CHECK(print_platform(*parse_platform("Linux/x86_64")) == "linux/amd64");
    CHECK(print_platform(*parse_platform("armhf")) == "linux/arm/v7");
    CHECK(print_platform(*parse_platform("linux/arm/6")) == "linux/arm/v6");
    CHECK(print_platform(*parse_platform("macos/aarch64")) == "darwin/arm64");
    for (const char* wrong : {"", "linux", "linux/", "/amd64", "a/b/c/d", "linux/amd 64"}) {
        CAPTURE(wrong);
        CHECK_FALSE(parse_platform(wrong));
    }
    CHECK(normalise_capability("cap_net_admin") == "NET_ADMIN");
    CHECK(normalise_capability(" SYS_ADMIN ") == "SYS_ADMIN");
    CHECK(normalise_capability("all") == "ALL");
}
