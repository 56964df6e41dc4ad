// The text of the domain, and the corner of the built-in model.
#include "tests/oracle/domain.h"

#include <map>
#include <set>
#include <string>

namespace scantling::oracle {

std::string_view domain_text() {
    return R"scant(package lab

enum Colour { red, green, blue }
enum Grade ordered { poor, fair, good }

record Deep { key code: string, n: int?, words: list<string> }
record Inner { key code: string, n: int, on: int?, deep: Deep?, nums: list<int> }
record Kid { key name: string, n: int, ok: bool, since: time?, grade: Grade, owner: ref<Item>?, words: list<string> }
record Item {
    key name: string
    b: bool, ob: bool?
    n: int, on: int?
    d: decimal, od: decimal?
    s: string, os: string?
    tm: time, otm: time?
    du: duration, odu: duration?
    sz: size, osz: size?
    ver: version, over: version?
    colour: Colour, ocolour: Colour?
    grade: Grade, ograde: Grade?
    sev: Severity
    words: list<string>, nums: list<int>, marks: list<decimal>, spans: list<duration>, sizes: list<size>
    times: list<time>, grades: list<Grade>, flags: list<bool>, versions: list<version>
    labels: map<string, string>, levels: map<Grade, int>
    inner: Inner, oinner: Inner?
    kids: list<Kid>
    buddy: ref<Item>?, peer: ref<Item>
    sensitive secret: string?
}

facts lab {
    b: bool, ob: bool?
    n: int, on: int?
    d: decimal, od: decimal?
    s: string, os: string?
    tm: time, otm: time?
    du: duration, odu: duration?
    sz: size, osz: size?
    ver: version, over: version?
    colour: Colour, ocolour: Colour?
    grade: Grade, ograde: Grade?
    sev: Severity
    part box: Inner
    part obox: Inner?
    part words: list<string>
    part nums: list<int>
    part marks: list<decimal>
    part labels: map<string, string>
    part levels: map<Grade, int>
    part items: list<Item>
    part crate: list<Kid>
    view chosen: list<Item>
}
)scant";
}

namespace {

using Corner = std::map<std::string_view, std::set<std::string_view>>;

// Of built-in records only these fields; a record that is not named here is not used.
const Corner& corner() {
    static const Corner used = {
        {"run", {"now", "environment", "lab"}},
        {"subject", {"subject_name", "packages", "vulnerabilities", "image", "dockerfile"}},
        {"Package",
         {"id", "name", "version", "licence", "licence_texts", "supplier", "scope", "properties", "is_os", "source_version", "depth",
          "direct", "origins"}},
        {"Origin", {"kind", "tool", "document"}},
        {"Vulnerability",
         {"id", "package", "severity", "cvss", "cwes", "title", "installed", "published", "modified", "fixed_in", "fixed_at", "scores"}},
        {"CvssScore", {"source", "version", "vector", "score"}},
        {"image", {"digest", "created", "author", "config"}},
        {"ImageConfig", {"user", "workdir", "env", "labels", "command", "stop_signal"}},
        {"User", {"text", "uid", "is_root", "name"}},
        {"EnvVariable", {"name", "value"}},
        {"dockerfile", {"stages", "commands", "final", "line_count"}},
        {"Stage", {"index", "name", "in_image", "is_final", "commands"}},
        {"Command", {"text", "stage", "program", "words", "subcommand", "sudo"}},
    };
    return used;
}

}  // namespace

bool is_used(const Schema& schema, std::uint32_t record, std::uint32_t field) {
    static const std::set<std::string_view> own = {"Deep", "Inner", "Kid", "Item", "lab"};
    const Record& at = schema.records()[record];
    if (own.count(at.name) != 0) return true;
    const auto found = corner().find(at.name);
    return found != corner().end() && found->second.count(at.fields[field].name) != 0;
}

}  // namespace scantling::oracle
