// What the checker takes and what it refuses, a line each: clauses of a rule, and the codes that they get ("" where they are fine).
#include <string>

#include "dsl/builtins/signatures.h"
#include "dsl/compile.h"
#include "tests/catch.h"
#include "tests/golden.h"
#include "tests/places.h"

using namespace scantling;

namespace {

struct Check {
    const char* clauses;
    const char* codes;
};

std::string codes(const std::string& clauses) {
    const std::string text =
        "package acme\n"
        "param limit: int = 3\n"
        "param names: list<string> = [\"a\"]\n"
        "param globs: list<glob> = [\"a*\"]\n"
        "let words = [\"a\", \"b\"]\n"
        "fn is_named(p: Package, name: string?) -> bool = name is present and p.name == name\n"
        "fn known_sbom() -> bool = sboms is known\n"
        "fn row(s: Stage) -> bool = s.in_image\n"
        "rule r {\n    title \"r\"\n    severity high\n    " +
        clauses + "\n}\n";
    std::string out;
    for (const Diagnostic& d : dsl::compile({{"check.scant", text, false}}).diagnostics) {
        if (out.find(d.code) == std::string::npos) out += (out.empty() ? "" : " ") + d.code;
    }
    return out;
}

void check_all(const std::vector<Check>& checks) {
    for (const Check& check : checks) {
        CAPTURE(check.clauses);
        CHECK(codes(check.clauses) == check.codes);
    }
}

}  // namespace

TEST_CASE("a test for presence narrows what stands after it, and nothing else", "[language]") {
    check_all({
        {"for v in vulnerabilities require v.cvss is present and v.cvss > 3", ""},
        {"for v in vulnerabilities require v.cvss is absent or v.cvss > 3", ""},
        {"for v in vulnerabilities require v.cvss is present implies v.cvss > 3", ""},
        {"for v in vulnerabilities require not (v.cvss is absent) and v.cvss > 3", ""},
        {"for v in vulnerabilities require not (v.cvss is absent or v.cvss > 3)", ""},
        {"for v in vulnerabilities require (v.id != \"x\" and v.cvss is present) and (v.title is absent or v.cvss > 3)", ""},
        {"for v in vulnerabilities where v.cvss is present require v.cvss > 3 message \"{v.cvss}\"", ""},
        {"for v in vulnerabilities where v.cvss is present and v.epss is present let x = v.epss.score require x > 0.5", ""},
        {"when image.config.user is present require image.config.user.is_root message \"{image.config.user.text}\"", ""},
        {"when environment is present let e = environment require e == \"production\"", ""},
        {"let u = image.config.user require u is present and u.is_root", ""},
        {"let u = image.config.user when u is present require u.is_root", ""},
        {"require image.config.labels[\"a\"] is present and image.config.labels[\"a\"] matches r\"x\"", ""},
        {"for v in vulnerabilities require v.package?.purl is present and v.package.purl.name == \"x\"", ""},
        {"for v in vulnerabilities require v.package?.purl is present and v.package?.purl?.name == \"x\"", ""},
        {"require count([v.cvss for v in vulnerabilities where v.cvss is present]) > 1", ""},
        {"require any(v in vulnerabilities: v.cvss is present and v.cvss > 3)", ""},
        {"for p in packages require is_named(p, p.licence) or is_named(p, \"x\")", ""},
        {"for v in vulnerabilities require v.cvss is present or v.cvss > 3", "E0401"},
        {"for v in vulnerabilities require v.cvss is absent and v.cvss > 3", "E0401"},
        {"for v in vulnerabilities require not (v.cvss is present) and v.cvss > 3", "E0401"},
        {"for v in vulnerabilities require (v.cvss is present and v.id == \"x\") or v.cvss > 3", "E0401"},
        {"for v in vulnerabilities require v.cvss is absent implies v.cvss > 3", "E0401"},
        {"for v in vulnerabilities require any(w in vulnerabilities: w.cvss is present) and v.cvss > 3", "E0401"},
        {"for v in vulnerabilities require (v.cvss is present implies v.id == \"x\") and v.cvss > 3", "E0401"},
        {"for v in vulnerabilities for w in vulnerabilities where v.cvss is present require w.cvss > 3", "E0401"},
        {"for v in vulnerabilities require v.cvss > 3 and v.cvss is present", "E0401"},
        {"let u = image.config.user require image.config.user is present and u.is_root", "E0402"},
        {"require image.config.labels[\"a\"] is present and image.config.labels[\"b\"] == \"x\"", "E0401"},
        {"require count([v.cvss for v in vulnerabilities]) > 1", "E0401"},
        {"for v in vulnerabilities require v.package is present and v.package.purl.name == \"x\"", "E0402"},
        {"for p in packages for v in vulnerabilities where same(v.package, p) require p.direct", "E0401"},
        {"for p in packages require is_named(p, p.licence ?? p.supplier)", ""},
        {"for p in packages require (p.licence ?? p.supplier) == \"x\"", "E0401"},
    });
}

TEST_CASE("words take their meaning from what is expected", "[language]") {
    check_all({
        {"for v in vulnerabilities require v.severity == high and critical > v.severity", ""},
        {"for v in vulnerabilities require v.severity in [high, critical] or high in [v.severity] or [v.severity] within [high]", ""},
        {"for v in vulnerabilities require [high, low] == [v.severity]", ""},
        {"for c in runtime.containers require c.network.mode == host or host == c.pid.mode", ""},
        {"for v in vulnerabilities require (v.vex?.status ?? affected) == fixed", ""},
        {"for v in vulnerabilities require v.severity >= Severity.high and v.fix != FixState.wont_fix", ""},
        {"require high == critical", "E0201"},
        {"for v in vulnerabilities require v.fix == high", "E0208"},
        {"for v in vulnerabilities require v.severity == FixState.fixed", "E0303"},
        {"for s in dockerfile.stages let low = s.index require low > 1", ""},
        {"for c in dockerfile.commands require row(c.stage)", ""},
        {"for c in dockerfile.instructions require row(c.stage)", "E0401"},
        {"for i in dockerfile.instructions where i.stage is present require row(i.stage)", ""},
        {"for s in dockerfile.stages let image = s.index require s.index > 1", "E0202"},
    });
}

TEST_CASE("`is known` stands where its being false cannot help", "[language]") {
    check_all({
        {"require sboms is known", ""},
        {"require known_sbom() and count(packages) > 0", ""},
        {"require any(p in packages: p.version is known)", ""},
        {"require count(packages) > 0 implies sboms is known", ""},
        {"require none(p in packages: not (p.version is known))", ""},
        {"forbid not (sboms is known)", ""},
        {"forbid sboms is known implies count(sboms) == 0", ""},
        {"let k = sboms is known require k", ""},
        {"require count(packages) > 0 message \"{sboms is known}\"", ""},
        {"forbid sboms is known", "E0404"},
        {"forbid count(packages) > 0 and known_sbom()", "E0404"},
        {"require not known_sbom()", "E0404"},
        {"require none(p in packages: p.version is known)", "E0404"},
        {"require count(p in packages: p.version is known) == 0", "E0404"},
        {"require count([p for p in packages where p.version is known]) == 0", "E0404"},
        {"let k = sboms is known require not k", "E0404"},
        {"let k = sboms is known when k require count(sboms) > 0", "E0404"},
        {"when known_sbom() require count(sboms) > 0", "E0404"},
        {"for p in packages where known_sbom() require p.direct", "E0404"},
        {"require (sboms is known) == true", "E0404"},
        {"require any(k in [sboms is known]: not k)", "E0404"},
    });
}

TEST_CASE("patterns are constants", "[language]") {
    check_all({
        {"for p in packages require p.name like \"a*\" and p.name matches r\"^a\"", ""},
        {"for p in packages require any(g in globs: p.name like g)", ""},
        {"for p in packages require any(w in words: p.name like w) and any(w in [\"^a\"]: p.name matches w)", ""},
        {"let prefix = \"a*\" for p in packages require p.name like prefix", ""},
        {"for w in words require any(p in packages: p.name like w)", ""},
        {"for p in packages require any(w in names: p.name like w)", "E0308"},
        {"for p in packages require p.name like p.id", "E0308"},
        {"for p in packages let x = p.id require p.name like x", "E0308"},
        {"for p in packages require any(f in p.files: p.name like f)", "E0308"},
        {"for p in packages require any(w in [p.id]: p.name like w)", "E0308"},
        {"for p in packages require any(g in [x for x in globs where p.name like x]: p.name like g)", "E0308"},
        {"for p in packages require p.name matches globs", "E0301"},
    });
}

TEST_CASE("numbers, times and what is made of them", "[language]") {
    check_all({
        {"for v in vulnerabilities where v.cvss is present require v.cvss >= 7 and 7 <= v.cvss and v.cvss in [1, 2.5]", ""},
        {"for v in vulnerabilities require now - v.published > 2 * 7d and v.published + 3d < now", ""},
        {"for v in vulnerabilities require v.published < 2026-11-01", ""},
        {"for c in runtime.containers require (c.resources.memory ?? 0B) * 2 < 1GiB", ""},
        {"require count(packages) - 1 < limit * 2", ""},
        {"require sum([c.resources.memory for c in runtime.containers where c.resources.memory is present]) < 1GiB", ""},
        {"require (max([v.published for v in vulnerabilities]) ?? now) < now", ""},
        {"require count(packages) + 1d > 3d", "E0302"},
        {"require now + now > now", "E0302"},
        {"for v in vulnerabilities require v.published * 2 > now", "E0302"},
        {"require 1MB > 1d", "E0303"},
        {"for p in packages require p.name + \"x\" == \"y\"", "E0302"},
        {"for p in packages require -p.name == \"y\"", "E0302"},
        {"for p in packages require p.version == 1", "E0303"},
        {"for p in packages require p.version >= \"1.2\" and p.version in [\"1\", \"2\"]", ""},
        {"for f in image.files require mode_within(f.mode, 0o644)", ""},
    });
}

TEST_CASE("the reference of the language has every builtin function as it is", "[language]") {
    const std::string reference = scantling::test::read_file(scantling::test::source_dir() / "docs/reference/language.md");
    for (const auto& builtin : dsl::builtin_signatures()) {
        CAPTURE(builtin.name);
        CHECK(reference.find("\n" + std::string(builtin.shape) + "\n") != std::string::npos);
    }
}
