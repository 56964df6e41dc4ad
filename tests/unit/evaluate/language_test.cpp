// engine/program and engine/evaluate behind the front end: Scant text over facts built by hand, every expectation with passes, and without
// them in chunks of two tuples.
#include <algorithm>
#include <map>

#include "dsl/compile.h"
#include "engine/evaluate/evaluate.h"
#include "engine/facts/writers.h"
#include "engine/program/link.h"
#include "tests/catch.h"

using namespace scantling;

namespace {

// Two subjects: a rich one, and one of which nothing is known.
//   web: privileged, caps [ALL], add [NET_ADMIN, …unknown], labels {a: "1", b: unknown}, memory 512MiB
//   db:  not privileged, caps [], add incomplete, labels incomplete {a: "2"}
//   job: privileged unknown, drop [ALL, NET_RAW] complete, add [CHOWN] complete, no labels
std::shared_ptr<const Facts> world() {
    Builder builder;
    const DocumentId document = builder.add_document({std::make_shared<const Source>("a.json", "{}"), "test", true, false});
    const Row first = builder.add_fragment(document);
    builder.add_fragment(document);
    const auto subject = fragment_writer(builder, first);
    subject.set(model::SubjectRoot::subject_name, "web");
    builder.supply(model::part::packages, first);
    const auto containers = subject.open(model::SubjectRoot::runtime).list(model::Runtime::containers);
    const auto web = containers.add();
    web.set(model::Container::name, "web");
    web.set(model::Container::privileged, true);
    web.open(model::Container::capabilities).list(model::Capabilities::drop).add("ALL");
    const auto add = web.inside(model::Container::capabilities).list(model::Capabilities::add);
    add.add("NET_ADMIN");
    add.add_unknown(CellState::unresolved);
    const auto labels = web.map(model::Container::labels);
    labels.add("a", "1");
    labels.add_unknown("b", CellState::unreadable);
    web.set(model::Container::restart_limit, 3);
    const auto db = containers.add();
    db.set(model::Container::name, "db");
    db.set(model::Container::privileged, false);
    db.open(model::Container::capabilities).list(model::Capabilities::drop);
    db.inside(model::Container::capabilities).list(model::Capabilities::add).incomplete(CellState::incomplete);
    const auto partial = db.map(model::Container::labels);
    partial.add("a", "2");
    partial.incomplete(CellState::incomplete);
    db.absent(model::Container::restart_limit);
    const auto job = containers.add();
    job.set(model::Container::name, "job");
    job.unknown(model::Container::privileged, CellState::unresolved);
    const auto drop = job.open(model::Container::capabilities).list(model::Capabilities::drop);
    drop.add("ALL");
    drop.add("NET_RAW");
    job.inside(model::Container::capabilities).list(model::Capabilities::add).add("CHOWN");
    job.map(model::Container::labels);
    const auto packages = subject.list(model::SubjectRoot::packages);
    const std::vector<std::tuple<const char*, const char*, model::Ecosystem>> versions = {
        {"openssl", "1.1.1n-0+deb11u4", model::Ecosystem::deb}, {"lodash", "4.17.10", model::Ecosystem::semver}};
    for (const auto& [name, version, ecosystem] : versions) {
        const auto package = packages.add();
        package.set(model::Package::id, name);
        package.set(model::Package::name, name);
        package.set_version(model::Package::version, version, ecosystem);
    }
    return builder.freeze({2, {0, 1}, {}});
}

std::shared_ptr<const Program> program_of(const std::string& text, LinkOptions options = {}) {
    const dsl::Compiled compiled = dsl::compile({{"test.scant", "package acme\n" + text, false}});
    for (const Diagnostic& diagnostic : compiled.diagnostics) UNSCOPED_INFO(render(diagnostic));
    REQUIRE_FALSE(has_errors(compiled.diagnostics));
    const Linked linked = link(compiled.units, options);
    for (const Diagnostic& diagnostic : linked.diagnostics) UNSCOPED_INFO(render(diagnostic));
    REQUIRE(linked.program != nullptr);
    return linked.program;
}

std::string rule_text(const std::string& clauses) { return "rule r {\n title \"t\"\n severity high\n " + clauses + "\n}\n"; }

// Of the first subject.
Outcome outcome_of(const std::string& clauses, const std::string& declarations = "") {
    static const auto facts = world();
    EvaluationOptions at;
    at.now = 1'700'000'000'000'000;
    const auto program = program_of(declarations + rule_text(clauses));
    const Evaluation out = evaluate(*program, *facts, at);
    LinkOptions plain;
    plain.passes = false;
    at.chunk_tuples = 2;
    at.shared_tuples = 1;
    const Evaluation slow = evaluate(*program_of(declarations + rule_text(clauses), plain), *facts, at);
    REQUIRE(!out.outcomes.empty());
    REQUIRE(out.outcomes.size() == slow.outcomes.size());
    for (std::size_t i = 0; i < out.outcomes.size(); ++i) {
        CHECK(out.outcomes[i].kind == slow.outcomes[i].kind);
        CHECK(out.outcomes[i].counts.undetermined == slow.outcomes[i].counts.undetermined);
        REQUIRE(out.outcomes[i].causes.size() == slow.outcomes[i].causes.size());
        for (std::size_t c = 0; c < out.outcomes[i].causes.size(); ++c) {
            CHECK(out.outcomes[i].causes[c].cause == slow.outcomes[i].causes[c].cause);
            CHECK(out.outcomes[i].causes[c].place == slow.outcomes[i].causes[c].place);
        }
    }
    return out.outcomes[0];
}

std::string causes_text(const Outcome& outcome) {
    static const std::map<CauseKind, std::string> names = {
        {CauseKind::not_stated, "not_stated"},     {CauseKind::incomplete, "incomplete"},
        {CauseKind::unresolved, "unresolved"},     {CauseKind::unreadable, "unreadable"},
        {CauseKind::overflow, "overflow"},         {CauseKind::incomparable, "incomparable"},
        {CauseKind::not_supplied, "not_supplied"}, {CauseKind::steps, "steps"}};
    std::string out;
    for (const LocatedCause& cause : outcome.causes) out += (out.empty() ? "" : " ") + names.at(cause.cause.kind);
    return out;
}

// `require EXPR` at the level of the subject: T, F or U.
char truth(const std::string& expression, std::string* causes = nullptr) {
    const Outcome outcome = outcome_of("require " + expression);
    if (causes != nullptr) *causes = causes_text(outcome);
    return outcome.kind == OutcomeKind::pass ? 'T' : outcome.kind == OutcomeKind::fail ? 'F' : 'U';
}

}  // namespace

TEST_CASE("expressions over lists, maps and versions", "[evaluate][language]") {
    struct Line {
        std::string expression;
        char expected;
        std::string causes;
    };
    const std::string web = "any(c in runtime.containers: c.name == \"web\" and ";
    const std::string db = "any(c in runtime.containers: c.name == \"db\" and ";
    const std::string job = "any(c in runtime.containers: c.name == \"job\" and ";
    const std::vector<Line> table = {
        {"count(runtime.containers) == 3", 'T', ""},
        {"count(c in runtime.containers: c.privileged) >= 1", 'T', ""},
        {"count(c in runtime.containers: c.privileged) == 2", 'U', "unresolved"},
        {"count(c in runtime.containers: c.privileged) in [3, 4]", 'F', ""},
        {"count(c in runtime.containers: c.privileged) + 0 == 1", 'U', "unresolved"},
        {web + "\"ALL\" in c.capabilities.drop)", 'T', ""},
        {web + "c.capabilities.add within [\"NET_ADMIN\"])", 'U', "unresolved"},
        {web + "c.capabilities.add within [\"NET_BIND_SERVICE\"])", 'F', ""},
        {web + "\"NET_ADMIN\" in c.capabilities.add)", 'T', ""},
        {db + "\"NET_ADMIN\" in c.capabilities.add)", 'U', "incomplete"},
        {db + "c.capabilities.drop within c.capabilities.add)", 'T', ""},
        {job + "c.capabilities.drop == [\"ALL\", \"NET_RAW\"])", 'T', ""},
        {job + "c.capabilities.drop == [\"ALL\"])", 'F', ""},
        {web + "c.capabilities.add == [\"NET_ADMIN\", \"X\"])", 'U', "unresolved"},
        {web + "c.capabilities.add == [\"SYS_ADMIN\", \"X\"])", 'F', ""},
        {db + "c.capabilities.add == [\"X\"])", 'U', "incomplete"},
        {job + "c.capabilities.drop starts_with [\"ALL\"])", 'T', ""},
        {job + "c.capabilities.drop ends_with [\"NET_RAW\"])", 'T', ""},
        {job + "c.capabilities.drop ends_with [\"ALL\"])", 'F', ""},
        {web + "c.labels[\"a\"] is present)", 'T', ""},
        {web + "(c.labels[\"a\"] ?? \"\") == \"1\")", 'T', ""},
        {web + "(c.labels[\"b\"] ?? \"\") == \"1\")", 'U', "unreadable"},
        {web + "c.labels[\"z\"] is absent)", 'T', ""},
        {db + "c.labels[\"z\"] is absent)", 'U', "incomplete"},
        {db + "(c.labels[\"a\"] ?? \"\") == \"2\")", 'T', ""},
        {job + "c.capabilities.drop[1] is present)", 'T', ""},
        {job + "c.capabilities.drop[2] is absent)", 'T', ""},
        {job + "(first(c.capabilities.drop) ?? \"\") == \"ALL\")", 'T', ""},
        {web + "(last(c.capabilities.add) ?? \"\") == \"ALL\")", 'U', "unresolved"},
        {db + "first(c.capabilities.add) is absent)", 'U', "incomplete"},
        {web + "(c.restart_limit ?? 0) > 2)", 'T', ""},
        {db + "(c.restart_limit ?? 0) > 2)", 'F', ""},
        {web + "c.restart_limit is present and c.restart_limit * 9223372036854775807 > 0)", 'U', "overflow"},
        {web + "any(e in entries(c.labels): e.key == \"a\" and e.value == \"1\"))", 'T', ""},
        {"all(c in runtime.containers: next(c) is present or c.name == \"job\")", 'T', ""},
        {"any(c in runtime.containers: (previous(c)?.name ?? \"\") == \"web\")", 'T', ""},
        {"any(c in runtime.containers: position(c) == 2 and c.name == \"job\")", 'T', ""},
        {"any(p in packages: p.name == \"openssl\" and p.version < \"1.1.1n-0+deb11u5\")", 'T', ""},
        {"any(p in packages: p.name == \"lodash\" and p.version < \"4.9.0\")", 'F', ""},
        {"any(p in packages: p.name matches r\"^open\" and p.name like \"open*\")", 'T', ""},
        {"any(p in packages: lower(p.name) == \"openssl\" and length(p.name) == 7)", 'T', ""},
        {"count([p.name for p in packages where p.name starts_with \"o\"]) == 1", 'T', ""},
        {"\"openssl\" in [p.name for p in packages]", 'T', ""},
        {"count(unique([c.privileged for c in runtime.containers])) == 2", 'U', "unresolved"},
        {"[c.name for c in runtime.containers where c.privileged] == [\"web\"]", 'U', "unresolved"},
        {"\"web\" in [c.name for c in runtime.containers where c.privileged]", 'T', ""},
        {"packages is known", 'T', ""},
        {"sboms is known", 'F', ""},
        {"any(s in sboms: true)", 'U', "not_supplied"},
        {"all(a in packages: any(b in packages: a.name == b.name and not same(a, b)))", 'F', ""},
        {"all(a in packages: any(b in packages: same(a, b)))", 'T', ""},
        {"any(c in runtime.containers: c.name == \"web\" and c.privileged == true)", 'T', ""},
        {"now > 2020-01-01", 'T', ""},
    };
    for (const Line& line : table) {
        CAPTURE(line.expression);
        std::string causes;
        CHECK(truth(line.expression, &causes) == line.expected);
        CHECK(causes == line.causes);
    }
}

TEST_CASE("several fors are a product; moving a condition between where and the body changes nothing", "[evaluate][language]") {
    struct Line {
        std::string where;
        std::string body;
    };
    for (const Line& line : std::vector<Line>{
             {"for c in runtime.containers where c.privileged\n require c.name == \"db\"",
              "for c in runtime.containers\n require c.privileged implies c.name == \"db\""},
             {"for c in runtime.containers where c.name != \"web\"\n require c.privileged",
              "for c in runtime.containers\n require c.name != \"web\" implies c.privileged"},
             {"for c in runtime.containers for a in c.capabilities.add where c.name == \"web\"\n forbid a == \"SYS_ADMIN\"",
              "for c in runtime.containers for a in c.capabilities.add\n require c.name == \"web\" implies a != \"SYS_ADMIN\""}}) {
        CAPTURE(line.where);
        const Outcome a = outcome_of(line.where);
        const Outcome b = outcome_of(line.body);
        CHECK(a.kind == b.kind);
        CHECK(a.counts.violating == b.counts.violating);
        CHECK(a.counts.undetermined == b.counts.undetermined);
        CHECK(causes_text(a) == causes_text(b));
    }
    const Outcome pairs =
        outcome_of("for a in runtime.containers for b in runtime.containers where not same(a, b)\n require a.name != b.name");
    CHECK(pairs.kind == OutcomeKind::pass);
    CHECK(pairs.counts.candidates == 9);
    CHECK(pairs.counts.selected == 6);
    // The db's list is incomplete and empty: one more binding; over an empty factor the product is known to be empty.
    const Outcome open = outcome_of("for c in runtime.containers for a in c.capabilities.add\n forbid a == \"SYS_ADMIN\"");
    CHECK(open.kind == OutcomeKind::unknown);
    CHECK(open.counts.undetermined == 2);
    CHECK(causes_text(open) == "incomplete unresolved");
}

TEST_CASE("a budget, a cancellation and a deadline leave rules unknown with that cause", "[evaluate][language]") {
    const auto facts = world();
    const auto program = program_of(rule_text("require all(a in packages: any(b in packages: a.name == b.name))"));
    EvaluationOptions few;
    few.max_steps = 5;
    const Evaluation out = evaluate(*program, *facts, few);
    REQUIRE(out.outcomes.size() == 2);
    CHECK(out.outcomes[0].kind == OutcomeKind::unknown);
    CHECK(out.outcomes[0].causes[0].cause.kind == CauseKind::steps);
    std::atomic<bool> cancelled{true};
    EvaluationOptions stop;
    stop.cancelled = &cancelled;
    const Evaluation stopped = evaluate(*program, *facts, stop);
    CHECK(stopped.interrupted);
    CHECK(stopped.outcomes[0].kind == OutcomeKind::unknown);
    CHECK(stopped.outcomes[0].causes[0].cause.kind == CauseKind::cancelled);
    EvaluationOptions late;
    late.deadline_microseconds = 0;
    CHECK(evaluate(*program, *facts, late).outcomes[0].causes[0].cause.kind == CauseKind::deadline);
    EvaluationOptions small;
    small.max_bytes = 1;
    CHECK(evaluate(*program, *facts, small).outcomes[0].causes[0].cause.kind == CauseKind::memory);
}

TEST_CASE("a product larger than a chunk is judged in chunks, to the same counts", "[evaluate][language]") {
    Builder builder;
    const DocumentId document = builder.add_document({std::make_shared<const Source>("a.json", "{}"), "test", true, false});
    const auto packages = fragment_writer(builder, builder.add_fragment(document)).list(model::SubjectRoot::packages);
    constexpr std::uint64_t rows = 200;  // 40,000 pairs
    for (std::uint64_t i = 0; i < rows; ++i) {
        const auto package = packages.add();
        package.set(model::Package::id, "p" + std::to_string(i));
        package.set(model::Package::name, "n" + std::to_string(i % 10));
        if (i == 150) {
            package.unknown(model::Package::type, CellState::unreadable);
        } else {
            package.set(model::Package::type, i % 2 == 0 ? model::PackageType::deb : model::PackageType::npm);
        }
    }
    const auto facts = builder.freeze({1, {0}, {}});
    const auto judge = [&](const std::string& clauses) { return evaluate(*program_of(rule_text(clauses)), *facts, {}).outcomes[0]; };
    const Outcome pairs = judge("for a in packages for b in packages where a.name == b.name\n require a.type == b.type");
    CHECK(pairs.counts.candidates == rows * rows);
    CHECK(pairs.counts.selected == rows * rows / 10);
    CHECK(pairs.counts.violating == 0);  // names repeat every ten, types every two
    CHECK(pairs.counts.undetermined == 39);
    const Outcome nested =
        judge("for a in packages\n require any(b in packages: b.name == a.name and b.type == a.type and not same(a, b))");
    CHECK(nested.counts.candidates == rows);
    CHECK(nested.counts.violating == 0);
    CHECK(nested.counts.undetermined == 1);
    const Outcome counted = judge("require count([a.id for a in packages for b in packages where a.type == b.type]) >= 19900");
    CHECK(counted.kind == OutcomeKind::unknown);
    const Outcome known = judge("require count([a.id for a in packages for b in packages where a.type == b.type]) >= 19801");
    CHECK(known.kind == OutcomeKind::pass);
}

TEST_CASE("severity is an expression; a rule that is unknown has the highest of its bindings", "[evaluate][language]") {
    const auto facts = world();
    const auto judge = [&](const std::string& severity, const std::string& clauses) {
        return evaluate(*program_of("rule r {\n title \"t\"\n severity " + severity + "\n " + clauses + "\n}\n"), *facts, {});
    };
    const std::string by_name = "{ web: low, db: critical, job: medium }[c.name] ?? info";
    const std::string lets = "let severities: map<string, Severity> = { web: low, db: critical, job: medium }\n";
    const auto with_map = [&](const std::string& clauses) {
        return evaluate(*program_of(lets + "rule r {\n title \"t\"\n severity severities[c.name] ?? info\n " + clauses + "\n}\n"), *facts,
                        {});
    };
    const Evaluation failing = with_map("for c in runtime.containers\n require c.name == \"job\"");
    CHECK(failing.outcomes[0].severity == Severity::critical);
    REQUIRE(failing.findings.size() == 2);
    CHECK(failing.findings[0].severity == Severity::low);
    CHECK(failing.findings[1].severity == Severity::critical);
    const Evaluation undetermined = with_map("for c in runtime.containers where c.name != \"web\"\n forbid c.privileged");
    CHECK(undetermined.outcomes[0].kind == OutcomeKind::unknown);
    CHECK(undetermined.outcomes[0].severity == Severity::medium);
    const Evaluation open =
        judge("low", "for c in runtime.containers for a in c.capabilities.add where c.name == \"db\"\n forbid a == \"X\"");
    CHECK(open.outcomes[0].severity == Severity::low);
}

TEST_CASE("an equality between two lists is joined to the same outcome, unknown keys included", "[evaluate][language]") {
    Builder builder;
    const DocumentId document = builder.add_document({std::make_shared<const Source>("a.json", "{}"), "test", true, false});
    for (int subject = 0; subject < 3; ++subject) {
        const auto root = fragment_writer(builder, builder.add_fragment(document));
        const auto packages = root.list(model::SubjectRoot::packages);
        for (int i = 0; i < 12; ++i) {
            const auto package = packages.add();
            package.set(model::Package::id, "p" + std::to_string(i));
            if ((i + subject) % 5 == 4) {
                package.unknown(model::Package::name, CellState::not_stated);
            } else {
                package.set(model::Package::name, "n" + std::to_string(i % (4 + subject)));
            }
            if (i % 3 == 2) {
                package.unknown(model::Package::type, CellState::unreadable);
            } else {
                package.set(model::Package::type, i % 2 == 0 ? model::PackageType::deb : model::PackageType::npm);
            }
        }
        if (subject == 2) packages.incomplete(CellState::incomplete);
    }
    const auto facts = builder.freeze({3, {0, 1, 2}, {}});
    for (const std::string& clauses : std::vector<std::string>{
             "for a in packages\n require any(b in packages: b.name == a.name and b.type == a.type and not same(a, b))",
             "for a in packages\n require any(b in packages: a.name == b.name and b.type == deb)",
             "for a in packages\n require count(b in packages: a.name == b.name) <= 3",
             "for a in packages\n require none(b in packages: b.id == a.name)",
             "require all(a in packages: any(b in packages: b.id == a.id and any(c in packages: c.name == b.name and c.type == "
             "a.type)))"}) {
        CAPTURE(clauses);
        const auto program = program_of(rule_text(clauses));
        EvaluationOptions joined;
        joined.chunk_tuples = 5;
        EvaluationOptions whole;
        whole.chunk_tuples = 1ULL << 40U;
        const Evaluation a = evaluate(*program, *facts, joined);
        const Evaluation b = evaluate(*program, *facts, whole);
        REQUIRE(a.outcomes.size() == b.outcomes.size());
        for (std::size_t i = 0; i < a.outcomes.size(); ++i) {
            CHECK(a.outcomes[i].kind == b.outcomes[i].kind);
            CHECK(a.outcomes[i].counts.violating == b.outcomes[i].counts.violating);
            CHECK(a.outcomes[i].counts.undetermined == b.outcomes[i].counts.undetermined);
            CHECK(causes_text(a.outcomes[i]) == causes_text(b.outcomes[i]));
        }
        REQUIRE(a.findings.size() == b.findings.size());
        for (std::size_t i = 0; i < a.findings.size(); ++i) CHECK(a.findings[i].fingerprint == b.findings[i].fingerprint);
    }
}

// A reader may have filled cells of a record before it found that nobody can tell of the record: rules do not see them, and no message
// shows them.
TEST_CASE("a message shows no cell of a record that is unknown", "[evaluate][language]") {
    Builder builder;
    const DocumentId document = builder.add_document({std::make_shared<const Source>("a.json", "{}"), "test", true, false});
    const auto containers =
        fragment_writer(builder, builder.add_fragment(document)).open(model::SubjectRoot::runtime).list(model::Runtime::containers);
    const auto web = containers.add();
    web.set(model::Container::name, "web");
    web.open(model::Container::user).set(model::User::text, "hush");
    web.unknown(model::Container::user, CellState::unresolved);
    web.open(model::Container::capabilities).list(model::Capabilities::drop).add("hush");
    web.unknown(model::Container::capabilities, CellState::unresolved);
    const auto facts = builder.freeze({1, {0}, {}});
    const std::string message =
        "for c in runtime.containers\n forbid c.name == \"web\"\n message \"{c.user} {c.user?.text} {c.user?.text ?? \"none\"} "
        "{c.capabilities} {c.capabilities.drop} {[d for d in c.capabilities.drop]} {[x.capabilities for x in runtime.containers]} {c}\"";
    for (const bool passes : {true, false}) {
        LinkOptions options;
        options.passes = passes;
        const Evaluation out = evaluate(*program_of(rule_text(message), options), *facts, {});
        REQUIRE(out.findings.size() == 1);
        CHECK(out.findings[0].message == "<unknown> <unknown> <unknown> <unknown> <unknown> <unknown> <unknown> <unknown> web");
    }
}
