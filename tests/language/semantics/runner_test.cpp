// The tables of docs/reference/language.md, line by line: `expression => T | F | U [causes] | A`, `| clause | clause => outcome …`.
//
// Each line becomes a rule that is compiled with all others of its file, and is judged by the product (compile, link, evaluate) and by the
// oracle: two evaluators, and a third opinion that was written by hand.
#include <filesystem>
#include <fstream>
#include <sstream>

#include "dsl/compile.h"
#include "engine/evaluate/evaluate.h"
#include "engine/program/bundle.h"
#include "engine/program/link.h"
#include "tests/catch.h"
#include "tests/oracle/given.h"
#include "tests/oracle/judge.h"
#include "tests/places.h"

namespace scantling {

namespace {

struct Line {
    std::size_t number = 0;
    std::string text;
    std::string left;
    std::string expected;
};

struct Group {
    std::string given;
    std::vector<Line> lines;
};

std::string read_file(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
}

std::string trimmed(std::string text) {
    text.erase(0, std::min(text.find_first_not_of(" \t"), text.size()));
    text.erase(text.find_last_not_of(" \t") + 1);
    return text;
}

// A `given` opens a new group and goes on until its braces are closed.
std::vector<Group> read_table(const std::string& text) {
    std::vector<Group> groups;
    std::istringstream in(text);
    std::string line;
    int open = 0;
    bool in_given = false;
    for (std::size_t number = 1; std::getline(in, line); ++number) {
        const bool starts = !in_given && line.rfind("given ", 0) == 0;
        if (starts && (groups.empty() || !groups.back().lines.empty())) groups.emplace_back();
        if (starts || in_given) {
            groups.back().given += line + "\n";
            for (const char c : line) open += c == '{' ? 1 : (c == '}' ? -1 : 0);
            in_given = open > 0;
            continue;
        }
        const std::size_t arrow = line.rfind(" => ");
        if (line.empty() || line[0] == '#' || arrow == std::string::npos) continue;
        groups.back().lines.push_back({number, line, trimmed(line.substr(0, arrow)), trimmed(line.substr(arrow + 4))});
    }
    return groups;
}

// The clauses of the rule that a line stands for.
std::string clauses_of(const Line& line) {
    if (line.left[0] != '|') {
        const bool is_constant = line.left.rfind("const ", 0) == 0;
        std::string expression = is_constant ? line.left.substr(6) : line.left;
        if (line.expected == "A") expression = "(" + expression + ") is absent";
        if (is_constant) expression = "lab.t and (" + expression + ")";  // a rule has to read some fact
        return "    require " + expression + "\n";
    }
    std::string out;
    std::string rest = line.left.substr(1);
    for (;;) {
        const std::size_t bar = rest.find(" | ");
        out += "    " + trimmed(rest.substr(0, bar)) + "\n";
        if (bar == std::string::npos) return out;
        rest = rest.substr(bar + 3);
    }
}

struct Policies {
    dsl::Compiled compiled;
    std::map<std::string, const Line*> lines;
};

Policies compile_group(const std::string& schema, const Group& group) {
    Policies out;
    std::string text = "package table\n";
    for (const Line& line : group.lines) {
        const std::string name = "line_" + std::to_string(line.number);
        out.lines["table." + name] = &line;
        text += "rule " + name + " {\n    title \"line\"\n    severity low\n" + clauses_of(line) + "}\n";
    }
    out.compiled = dsl::compile({{"lab.scant", schema, false}, {"table.scant", text, false}});
    return out;
}

std::string cause_name(const Cause& cause, const Layout& layout) {
    static const char* const names[] = {"not_supplied", "not_stated", "incomplete", "unresolved", "unreadable", "overflow",
                                        "incomparable", "pruned",     "steps",      "deadline",   "memory",     "cancelled"};
    std::string out = names[static_cast<std::size_t>(cause.kind)];
    if (cause.kind == CauseKind::not_supplied) out += " " + layout.parts()[cause.part].path;
    return out;
}

// What a judge said, in the words of the tables.
struct Verdict {
    OutcomeKind kind = OutcomeKind::unknown;
    OutcomeReason reason = OutcomeReason::none;
    Counts counts;
    std::set<std::string> causes;
    std::vector<std::string> messages;
};

std::string word_of(OutcomeKind kind) {
    static const char* const words[] = {"pass", "fail", "unknown", "skipped", "waived", "not_applicable"};
    return words[static_cast<std::size_t>(kind)];
}

std::set<std::string> read_causes(const std::string& text) {
    std::set<std::string> out;
    std::istringstream in(text);
    std::string cause;
    while (std::getline(in, cause, ',')) out.insert(trimmed(cause));
    return out;
}

void check_expression(const Line& line, const Verdict& verdict) {
    const std::string actual = verdict.kind == OutcomeKind::pass ? "T" : (verdict.kind == OutcomeKind::fail ? "F" : "U");
    const std::string expected = line.expected.substr(0, 1) == "A" ? "T" : line.expected.substr(0, 1);
    CHECK(actual == expected);
    if (line.expected.size() > 1) CHECK(verdict.causes == read_causes(line.expected.substr(2)));
}

void check_counts(const std::string& word, const Counts& counts) {
    const std::uint64_t expected = std::stoull(word.substr(2));
    switch (word[0]) {
        case 'C':
            CHECK(counts.candidates == expected);
            break;
        case 'S':
            CHECK(counts.selected == expected);
            break;
        case 'V':
            CHECK(counts.violating == expected);
            break;
        default:
            CHECK(counts.undetermined == expected);
            break;
    }
}

void check_rule(const Line& line, const Verdict& verdict) {
    std::string expected = line.expected;
    std::vector<std::string> messages;
    for (std::size_t quote = expected.find('"'); quote != std::string::npos; quote = expected.find('"')) {
        const std::size_t end = expected.find('"', quote + 1);
        messages.push_back(expected.substr(quote + 1, end - quote - 1));
        expected.erase(quote, end - quote + 1);
    }
    if (!messages.empty()) CHECK(verdict.messages == messages);
    const std::size_t because = expected.find("because ");
    if (because != std::string::npos) {
        CHECK(verdict.causes == read_causes(expected.substr(because + 8)));
        expected.erase(because);
    }
    std::istringstream in(expected);
    std::string word;
    in >> word;
    CHECK(word_of(verdict.kind) == word);
    while (in >> word) {
        if (word == "guard") {
            CHECK(verdict.reason == OutcomeReason::guard);
        } else if (word == "nothing") {
            CHECK(verdict.reason == OutcomeReason::nothing_to_check);
        } else {
            check_counts(word, verdict.counts);
        }
    }
}

void check_line(const Line& line, const Verdict& verdict) {
    if (line.left[0] == '|') {
        check_rule(line, verdict);
    } else {
        check_expression(line, verdict);
    }
}

Verdict said_by_oracle(const dsl::Checked& checked, oracle::World& world, const dsl::CheckedRule& rule) {
    oracle::Judge judge(checked, world, 0);
    const oracle::Sentence sentence = judge.judge(rule);
    Verdict out{sentence.kind, sentence.reason, sentence.counts, {}, {}};
    for (const LocatedCause& cause : sentence.causes) out.causes.insert(cause_name(cause.cause, *checked.layout));
    for (const oracle::Said& said : sentence.findings) out.messages.push_back(said.message);
    return out;
}

std::map<std::string, Verdict> said_by_product(const Policies& policies, const Facts& facts) {
    // Every function and operator of the tables through a bundle: what comes back is what is judged.
    const ReadBundle read = read_bundle(write_bundle(policies.compiled.units, ""));
    if (read.failure) FAIL_CHECK(read.message);
    const Linked linked = link(read.units, {});
    for (const Diagnostic& diagnostic : linked.diagnostics) FAIL_CHECK(render(diagnostic));
    std::map<std::string, Verdict> out;
    if (!linked.program) return out;
    const Evaluation evaluation = evaluate(*linked.program, facts, {});
    for (const Outcome& outcome : evaluation.outcomes) {
        Verdict& verdict = out[linked.program->rules[outcome.rule].rule->name];
        verdict = {outcome.kind, outcome.reason, outcome.counts, {}, {}};
        for (const LocatedCause& cause : outcome.causes) verdict.causes.insert(cause_name(cause.cause, facts.layout()));
    }
    for (const Finding& finding : evaluation.findings) {
        out[linked.program->rules[finding.rule].rule->name].messages.push_back(finding.message);
    }
    return out;
}

void check_group(const std::string& schema, const Group& group) {
    const Policies policies = compile_group(schema, group);
    for (const Diagnostic& diagnostic : policies.compiled.diagnostics) FAIL_CHECK(render(diagnostic));
    if (has_errors(policies.compiled.diagnostics)) return;
    const dsl::Checked& checked = *policies.compiled.checked;
    oracle::World world = oracle::blank_world(checked.layout->schema(), 1);
    std::string mistakes;
    oracle::read_given(checked.layout->schema(), world, 0, group.given, mistakes);
    INFO(mistakes);
    CHECK(mistakes.empty());
    if (!mistakes.empty()) return;
    const std::shared_ptr<const Facts> facts = oracle::write(world, checked.layout);
    for (const dsl::CheckedRule& rule : checked.rules) {
        const auto line = policies.lines.find(checked.full_name(rule.package, rule.name));
        if (line == policies.lines.end()) continue;
        INFO("oracle, line " << line->second->number << ": " << line->second->text);
        check_line(*line->second, said_by_oracle(checked, world, rule));
    }
    const std::map<std::string, Verdict> verdicts = said_by_product(policies, *facts);
    for (const auto& [name, line] : policies.lines) {
        INFO("product, line " << line->number << ": " << line->text);
        const auto verdict = verdicts.find(name);
        REQUIRE(verdict != verdicts.end());
        check_line(*line, verdict->second);
    }
}

}  // namespace

TEST_CASE("semantics: the tables of the language, by hand", "[language][semantics]") {
    const std::filesystem::path folder = test::source_dir() / "tests/language/semantics";
    const std::string schema = read_file(folder / "lab.scant");
    std::size_t tables = 0;
    std::size_t lines = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() != ".table") continue;
        ++tables;
        INFO("table " << entry.path().filename().string());
        for (const Group& group : read_table(read_file(entry.path()))) {
            lines += group.lines.size();
            check_group(schema, group);
        }
    }
    CHECK(tables >= 9);
    CHECK(lines >= 300);
}

}  // namespace scantling
