// Laws of an evaluation, held on the standard library and the example service: sharing, and subjects that do not touch each other.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "bindings/api/check.h"
#include "engine/report/words.h"
#include "tests/catch.h"
#include "tests/places.h"

using namespace scantling;

namespace {

constexpr std::int64_t now = 1795500000000000;

std::string read(const std::filesystem::path& path) {
    std::ifstream stream(path, std::ios::binary);
    std::stringstream bytes;
    bytes << stream.rdbuf();
    return bytes.str();
}

std::vector<InputDocument> service() {
    std::vector<InputDocument> documents;
    for (const char* name : {"Dockerfile", "bom.cdx.json", "container.json", "image.json", "trivy.json"}) {
        documents.push_back({name, read(test::source_dir() / "docs/examples/service" / name), std::nullopt, {}});
    }
    return documents;
}

Policies load(const std::vector<PolicyText>& texts) {
    // All of it goes in as texts, so that copies can stand beside the originals.
    PolicyOptions options;
    options.standard_library = false;
    options.texts = texts;
    Policies policies = load_policies(options);
    for (const Diagnostic& d : policies.diagnostics) UNSCOPED_INFO(render(d));
    REQUIRE(policies.program != nullptr);
    return policies;
}

std::string replaced(std::string text, std::string_view what, std::string_view with) {
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
        text.replace(at, what.size(), with);
    return text;
}

// The library under the name `lib`, since `std` is reserved; its profiles left out.
std::vector<PolicyText> library() {
    std::vector<PolicyText> texts;
    for (const PolicyText& text : standard_library()) {
        if (text.name.find("baseline") == std::string::npos) texts.push_back({text.name, replaced(text.text, "std.", "lib.")});
    }
    return texts;
}

// Every rule of a text once more under another name, beside the original in its package.
PolicyText copies_of(const PolicyText& text) {
    std::istringstream lines(text.text);
    std::string out;
    bool in_rule = false;
    for (std::string line; std::getline(lines, line);) {
        const bool begins = line.rfind("rule ", 0) == 0;
        in_rule = in_rule || begins;
        if (begins) line = line.substr(0, line.find(" {")) + "_again {";
        if (in_rule || line.rfind("package ", 0) == 0 || line.rfind("use ", 0) == 0) out += line + "\n";
        if (line == "}") in_rule = false;
    }
    return {"again/" + text.name, out};
}

Evaluation evaluate_service(const Policies& policies, std::vector<InputDocument> documents) {
    const Inputs inputs = read_inputs(policies.program->layout, std::move(documents));
    REQUIRE(inputs.facts != nullptr);
    EvaluationOptions options;
    options.now = now;
    return evaluate(*policies.program, *inputs.facts, options);
}

// Outcomes and findings of one subject, as text: rule, outcome, counts, causes, messages, fingerprints.
std::vector<std::string> said_of(const Report& report, const std::string& subject) {
    std::vector<std::string> out;
    const auto is_it = [&](Row row) { return row != no_row && report::subject_name(*report.facts, row) == subject; };
    for (const Outcome& o : report.evaluation.outcomes) {
        if (!is_it(o.subject)) continue;
        std::string line = report.program->rules[o.rule].rule->name + " " + std::string(report::name_of(o.kind)) + " " +
                           std::to_string(o.counts.candidates) + " " + std::to_string(o.counts.violating) + " " +
                           std::to_string(o.counts.undetermined);
        for (const LocatedCause& c : o.causes) line += " " + report::cause_text(c.cause, report.facts->layout());
        out.push_back(line);
    }
    for (const Finding& f : report.evaluation.findings) {
        if (is_it(f.subject)) out.push_back(report.program->rules[f.rule].rule->name + " " + f.message + " " + f.fingerprint);
    }
    return out;
}

std::string rule_text(const std::string& name, const std::string& body) {
    return "rule " + name + " {\n title \"t\"\n severity high\n " + body + "\n}\n";
}

}  // namespace

TEST_CASE("a copy of every rule costs no kernel call and no row", "[library]") {
    std::vector<PolicyText> texts = library();
    const EvaluationStatistics once = evaluate_service(load(texts), service()).statistics;
    const std::size_t originals = texts.size();
    for (std::size_t i = 0; i < originals; ++i) texts.push_back(copies_of(texts[i]));
    const Policies doubled = load(texts);
    const EvaluationStatistics twice = evaluate_service(doubled, service()).statistics;
    CHECK(doubled.program->rules.size() >= 100);
    CHECK(twice.kernel_calls == once.kernel_calls);
    CHECK(twice.kernel_rows == once.kernel_rows);
    CHECK(twice.sink_calls >= once.sink_calls);
}

TEST_CASE("ten times the subjects multiply rows, not calls", "[library]") {
    const Policies policies = load(library());
    const std::string text = read(test::source_dir() / "docs/examples/service/Dockerfile");
    const auto builds = [&](int count) {
        std::vector<InputDocument> documents;
        for (int i = 0; i < count; ++i) documents.push_back({std::to_string(i) + "/Dockerfile", text, std::nullopt, {}});
        return evaluate_service(policies, documents).statistics;
    };
    const EvaluationStatistics one = builds(1);
    const EvaluationStatistics ten = builds(10);
    CHECK(ten.kernel_calls <= 2 * one.kernel_calls);  // one chunk holds them all
    CHECK(ten.kernel_rows > one.kernel_rows);
}

TEST_CASE("ten times the lines of one stage multiply rows by ten, though each looks at its whole stage", "[library]") {
    const Policies policies = load(library());
    const auto rows = [&](std::string_view lines, int times) {
        std::string text = "FROM debian:12\nWORKDIR /srv\n";
        for (int i = 0; i < times; ++i) text += replaced(std::string(lines), "#", std::to_string(i));
        return evaluate_service(policies, {{"Dockerfile", text, std::nullopt, {}}}).statistics.kernel_rows;
    };
    for (const std::string_view lines :
         {"RUN curl -fsSLo a# https://example.com/a\n", "ENV A#=b\nRUN pip install a==#\n", "RUN apt-get install -y a#\n"}) {
        CAPTURE(lines);
        CHECK(rows(lines, 3000) < 12 * rows(lines, 300));
    }
}

namespace {

// Rules that look at a command's whole stage, some of them at nothing else of the command.
constexpr std::string_view stage_rules = R"(package acme
rule pairs {
    title "pairs"
    severity low
    for c in dockerfile.commands
    for d in c.stage.commands
    for o in d.operands
    forbid o == c.program or next(d)?.program ?? "q" == c.program or c.stage.config.labels[c.subcommand ?? lower(o)] is present
}
rule shared {
    title "shared"
    severity low
    for c in dockerfile.commands
    forbid any(d in c.stage.commands: any(e in d.stage.commands: e.program == "zz" and e.line > d.line))
}
rule listed {
    title "listed"
    severity low
    for c in dockerfile.commands
    forbid count([e for d in c.stage.commands for e in d.stage.commands where e.program == "zz"]) > 0
}
rule later {
    title "later"
    severity low
    for c in dockerfile.commands
    forbid c.program == "a" and any(d in c.stage.commands: d.line > c.line and none(k in c.stage.runs: k.line > c.line and k.line < d.line))
}
)";

// One stage with many commands, and many with one.
std::string uneven_stages(int many, int stages) {
    std::string text = "FROM debian:12\nLABEL b=1\nRUN a x";
    for (int i = 0; i < many; ++i) text += i % 40 == 39 ? "\nRUN a x" : " && b y" + std::to_string(i);
    text += "\n";
    for (int i = 0; i < stages; ++i) text += "FROM scratch\nRUN b\n";
    return text;
}

}  // namespace

TEST_CASE("a run that is stopped anywhere ends, and passes nothing that it would not pass", "[library]") {
    const Policies policies = load({{"acme.scant", std::string(stage_rules)}});
    const Inputs inputs = read_inputs(policies.program->layout, {{"Dockerfile", uneven_stages(30, 6), std::nullopt, {}}});
    EvaluationOptions options;
    options.chunk_tuples = 7;
    const Evaluation whole = evaluate(*policies.program, *inputs.facts, options);
    REQUIRE_FALSE(whole.interrupted);
    std::size_t stopped = 0;
    for (std::uint64_t bytes = 1; bytes < 200'000; bytes += 1 + bytes / 24) {
        options.max_bytes = bytes;
        const Evaluation cut = evaluate(*policies.program, *inputs.facts, options);
        stopped += cut.interrupted ? 1U : 0U;
        REQUIRE(cut.outcomes.size() == whole.outcomes.size());
        for (std::size_t i = 0; i < cut.outcomes.size(); ++i) {
            if (cut.outcomes[i].kind == OutcomeKind::pass) CHECK(whole.outcomes[i].kind == OutcomeKind::pass);
        }
    }
    CHECK(stopped > 20);
}

TEST_CASE("the steps that a rule is allowed bound the rows that it takes", "[library]") {
    for (const std::string_view one : {"pairs", "shared", "listed", "later"}) {
        // The rule alone.
        const std::size_t begin = stage_rules.find("rule " + std::string(one));
        const std::size_t end = stage_rules.find("\n}\n", begin) + 3;
        const Policies policies = load({{"acme.scant", "package acme\n" + std::string(stage_rules.substr(begin, end - begin))}});
        for (const auto& [many, stages] : {std::pair(120, 3), std::pair(120, 110), std::pair(10, 120)}) {
            CAPTURE(one, many, stages);
            const Inputs inputs = read_inputs(policies.program->layout, {{"Dockerfile", uneven_stages(many, stages), std::nullopt, {}}});
            const EvaluationStatistics statistics = evaluate(*policies.program, *inputs.facts, {}).statistics;
            CHECK(statistics.steps > 0);
            CHECK(statistics.kernel_rows < 2 * statistics.steps + 20'000);
        }
    }
}

TEST_CASE("a run over many subjects says of each what a run over it alone says", "[library]") {
    const Policies policies = load(library());
    std::vector<std::vector<InputDocument>> apart;
    apart.push_back({{"a/Dockerfile", "FROM debian:12\nRUN apt-get install curl\n", std::nullopt, {}}});
    apart.push_back({{"b/Dockerfile", "FROM registry.example.com/base:1\nENV TOKEN=x\nUSER app\n", std::nullopt, {}}});
    apart.push_back({{"c/Dockerfile", "FROM scratch\nENV\n", std::nullopt, {}}});
    apart.push_back({{"bom.cdx.json", read(test::source_dir() / "docs/examples/service/bom.cdx.json"), std::nullopt, {}},
                     {"trivy.json", read(test::source_dir() / "docs/examples/service/trivy.json"), std::nullopt, {}}});
    EvaluationOptions options;
    options.now = now;
    std::vector<InputDocument> all;
    for (const auto& documents : apart) all.insert(all.end(), documents.begin(), documents.end());
    const Report together = check(policies, read_inputs(policies.program->layout, all), options);
    REQUIRE(together.facts->subjects() == apart.size());
    for (const auto& documents : apart) {
        const Report alone = check(policies, read_inputs(policies.program->layout, documents), options);
        REQUIRE(alone.facts->subjects() == 1);
        const std::string subject = report::subject_name(*alone.facts, 0);
        CAPTURE(subject);
        const std::vector<std::string> said = said_of(alone, subject);
        CHECK(said.size() > 40);
        CHECK(said == said_of(together, subject));
    }
}

TEST_CASE("reports are the same whether documents are read whole or for one program", "[library]") {
    // As a tool writes it that says much of each package.
    const std::string bom = R"({"bomFormat": "CycloneDX", "specVersion": "1.5", "components": [
        {"type": "library", "name": "a", "version": "1", "purl": "pkg:npm/a@1", "cpe": "cpe:2.3:a:a:a:1:*:*:*:*:*:*:*",
         "hashes": [{"alg": "SHA-256", "content": "00000000000000000000000000000000000000000000000000000000000000ff"}, {"alg": "?", "content": "1"}],
         "properties": [{"name": "syft:package:type", "value": "npm"}, {"name": "x", "value": "y"}],
         "externalReferences": [{"type": "vcs", "url": "https://example.com/a"}, {"type": "vcs"}]},
        {"type": "library", "name": "b"}]})";
    // Wrong types, a key twice, what is no object: as false where nobody asks.
    const std::vector<std::string> boms = {
        bom, replaced(bom, R"("alg": "?")", R"("alg": 1)"), replaced(bom, R"("alg": "?")", R"("alg": null, "alg": "?")"),
        replaced(bom, R"({"type": "vcs"})", R"([])"), replaced(bom, R"([{"name": "syft)", R"([{"name": {}}, {"name": "syft)")};
    const std::string asking = "package acme\n" +
                               rule_text("hashes", "for b in sboms\n require all(s in b.packages: count(s.hashes) > 0)") +
                               rule_text("links", "for p in packages\n require p.external_references[\"vcs\"] is present") +
                               rule_text("names", "for p in packages\n require count(p.cpes) + count(entries(p.properties)) == 3");
    std::vector<PolicyText> texts = library();
    texts.push_back({"acme.scant", asking});
    for (const Policies& policies : {load(library()), load(texts), load({{"acme.scant", asking}})}) {
        for (const std::string& sbom : boms) {
            std::vector<InputDocument> documents = service();
            documents.push_back({"much.cdx.json", sbom, std::nullopt, "much"});
            EvaluationOptions options;
            options.now = now;
            const Report whole = check(policies, read_inputs(policies.program->layout, documents), options);
            const Report narrow = check(policies, read_inputs_for(*policies.program, documents), options);
            CHECK(has_errors(narrow.diagnostics) == (sbom != bom));
            CHECK(render_json(narrow) == render_json(whole));
            CHECK(render_text(narrow) == render_text(whole));
        }
    }
    // And what nobody asks about is indeed left out, as unknown as what nobody supplied.
    const Policies library_alone = load(library());
    const auto facts = read_inputs_for(*library_alone.program, {{"much.cdx.json", bom, std::nullopt, {}}}).facts;
    const TableId hashes = *facts->layout().find_table("sboms.packages.hashes");
    CHECK(facts->table(hashes).rows == 0);
    const TableId sightings = facts->layout().table(hashes).parent;
    REQUIRE(facts->table(sightings).rows == 2);
    CHECK(facts->column(sightings, facts->layout().table(hashes).parent_slot).state(0) == CellState::untouched);
}
