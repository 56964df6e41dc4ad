// Users, ports, variables and command lines as Docker reads them.
#include "engine/ingest/shared/config_values.h"

#include <array>
#include <string>

#include "tests/catch.h"

using namespace scantling;

TEST_CASE("a user's text: name or number, and what says root") {
    struct Case {
        const char* text;
        const char* user;
        const char* group;  // null: none written
        bool numeric;
        bool root;
    };
    constexpr auto cases = std::to_array<Case>({
        {"0", "0", nullptr, true, true},
        {"0:0", "0", "0", true, true},
        {"00", "00", nullptr, true, true},
        {"+0", "+0", nullptr, true, true},
        {"root", "root", nullptr, false, true},
        {"root:staff", "root", "staff", false, true},
        {":1000", "", "1000", false, true},
        {"1000", "1000", nullptr, true, false},
        {"1000:", "1000", nullptr, true, false},
        {"app", "app", nullptr, false, false},
        {"app:0", "app", "0", false, false},
        {"roots", "roots", nullptr, false, false},
        {"0x0", "0x0", nullptr, false, false},
        {"99999999999999999999", "99999999999999999999", nullptr, false, false},
        {"ContainerAdministrator", "ContainerAdministrator", nullptr, false, false},
    });
    for (const Case& c : cases) {
        CAPTURE(c.text);
        const UserParts parts = parse_user(c.text);
        CHECK(parts.user == c.user);
        CHECK(parts.group.has_value() == (c.group != nullptr));
        if (c.group != nullptr) CHECK(parts.group == c.group);
        CHECK(parts.uid.has_value() == c.numeric);
        CHECK(parts.says_root() == c.root);
    }
}

TEST_CASE("what a user's text cannot tell stays unknown, and a named root is root") {
    Builder builder;
    const DocumentId document = builder.add_document({std::make_shared<const Source>("x", "x"), "test", false, false});
    const auto write = [&](std::string_view text) {
        const auto image = fragment_writer(builder, builder.add_fragment(document)).inside(model::SubjectRoot::image);
        const auto user = image.inside(model::Image::config).open(model::ImageConfig::user);
        write_user(user, text, PlaceId::none);
        const auto state = [&](auto slot) { return builder.column(subjects_table, user.at(slot)).state(user.row()); };
        return std::array{state(model::User::uid), state(model::User::is_root), state(model::User::gid), state(model::User::in_root_group),
                          state(model::User::name)};
    };
    using S = CellState;
    CHECK(write("app") == std::array{S::untouched, S::untouched, S::untouched, S::untouched, S::present});
    CHECK(write("1000") == std::array{S::present, S::present, S::untouched, S::untouched, S::absent});
    CHECK(write("1000:0") == std::array{S::present, S::present, S::present, S::present, S::absent});
    CHECK(write("root") == std::array{S::untouched, S::present, S::untouched, S::untouched, S::present});
    CHECK(write(":5") == std::array{S::present, S::present, S::present, S::present, S::absent});
}

TEST_CASE("ports and ranges") {
    const auto shown = [](std::string_view text) -> std::string {
        const auto port = parse_port_range(text);
        if (!port) return "-";
        return std::to_string(port->number) + "-" + std::to_string(port->last) + "/" + std::to_string(static_cast<int>(port->protocol));
    };
    CHECK(shown("80") == "80-80/0");
    CHECK(shown("80/tcp") == "80-80/0");
    CHECK(shown("53/UDP") == "53-53/1");
    CHECK(shown("8000-8010/sctp") == "8000-8010/2");
    for (const char* bad : {"", "/tcp", "x", "80/", "80/icmp", "70000", "90-80", "-80", "+80", " 80"}) {
        CAPTURE(bad);
        CHECK(shown(bad) == "-");
    }
}

TEST_CASE("variables: the first equals sign divides, but for a leading one") {
    CHECK(parse_variable("A=b=c").name == "A");
    CHECK(parse_variable("A=b=c").value == "b=c");
    CHECK(parse_variable("A=").value == "");
    CHECK_FALSE(parse_variable("A").value);
    CHECK(parse_variable("=C:=C:\\x").name == "=C:");
}

TEST_CASE("what a shell text starts first") {
    struct Case {
        const char* text;
        const char* program;  // null: not to be told
    };
    constexpr auto cases = std::to_array<Case>({
        {"nginx -g 'daemon off;'", "nginx"},
        {"  exec /usr/bin/app --x", "/usr/bin/app"},
        {"A=1 B=2 exec node server.js", "node"},
        {"\"/opt/my app\" x", "/opt/my app"},
        {"$JAVA_HOME/bin/java -jar x", nullptr},
        {"`which x`", nullptr},
        {"(cd /x; y)", nullptr},
        {"", nullptr},
        {"app&&b", "app"},
    });
    for (const Case& c : cases) {
        CAPTURE(c.text);
        const auto program = first_program(c.text);
        CHECK(program.has_value() == (c.program != nullptr));
        if (c.program != nullptr) CHECK(program == c.program);
    }
    for (const char* shell : {"sh", "/bin/bash", "cmd", "C:\\Windows\\System32\\cmd.exe", "PowerShell.EXE"}) CHECK(is_shell_program(shell));
    for (const char* other : {"", "shell", "/bin/app", "bashful", "python"}) CHECK_FALSE(is_shell_program(other));
}
