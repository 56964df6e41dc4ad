// engine/program/bundle: what the front end makes comes back as it was; everything else is refused, with a reason.
#include "engine/program/bundle.h"

#include <algorithm>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "dsl/compile.h"
#include "engine/base/sha256.h"
#include "engine/evaluate/evaluate.h"
#include "engine/facts/builder.h"
#include "engine/program/bundle_schema.h"
#include "engine/program/bundle_units.h"
#include "engine/program/link.h"
#include "engine/program/verify.h"
#include "tests/catch.h"
#include "tests/golden.h"
#include "tests/places.h"

using namespace scantling;
namespace fs = std::filesystem;

namespace {

using Units = std::vector<std::shared_ptr<const Unit>>;

Units units_of(const std::vector<dsl::PolicyText>& texts) {
    const dsl::Compiled compiled = dsl::compile(texts);
    for (const Diagnostic& diagnostic : compiled.diagnostics) UNSCOPED_INFO(render(diagnostic));
    REQUIRE_FALSE(has_errors(compiled.diagnostics));
    return compiled.units;
}

std::vector<dsl::PolicyText> texts_below(const fs::path& folder) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        const std::string name = entry.path().filename().string();
        if (entry.path().extension() == ".scant" && name.find("_test.scant") == std::string::npos) files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    std::vector<dsl::PolicyText> texts;
    for (const fs::path& file : files) texts.push_back({file.filename().string(), test::read_file(file), true});
    return texts;
}

const Units& standard_library() {
    static const Units units = units_of(texts_below(test::source_dir() / "stdlib-policies"));
    return units;
}

bool same_fields(const std::vector<Field>& a, const std::vector<Field>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Field& x, const Field& y) {
        return x.name == y.name && x.documentation == y.documentation && x.type == y.type && x.flags == y.flags && x.from == y.from;
    });
}

void check_same(const Schema& a, const Schema& b) {
    REQUIRE(a.types().size() == b.types().size());
    for (TypeId id = 0; id < a.types().size(); ++id) CHECK(a.types()[id] == b.types()[id]);
    REQUIRE(a.enums().size() == b.enums().size());
    for (std::size_t e = 0; e < a.enums().size(); ++e) {
        CHECK(a.enums()[e].name == b.enums()[e].name);
        CHECK(a.enums()[e].ordered == b.enums()[e].ordered);
        CHECK(a.enums()[e].members == b.enums()[e].members);
    }
    REQUIRE(a.records().size() == b.records().size());
    for (std::size_t r = 0; r < a.records().size(); ++r) {
        CAPTURE(a.records()[r].name);
        CHECK(a.records()[r].name == b.records()[r].name);
        CHECK(same_fields(a.records()[r].fields, b.records()[r].fields));
    }
    REQUIRE(a.domains().size() == b.domains().size());
    for (std::size_t d = 0; d < a.domains().size(); ++d) {
        CHECK(a.domains()[d].name == b.domains()[d].name);
        CHECK(a.domains()[d].run_record == b.domains()[d].run_record);
        CHECK(a.domains()[d].subject_record == b.domains()[d].subject_record);
    }
}

void check_same(const Layout& a, const Layout& b) {
    check_same(a.schema(), b.schema());
    REQUIRE(a.tables().size() == b.tables().size());
    for (TableId table = 0; table < a.tables().size(); ++table) {
        CHECK(a.table(table).path == b.table(table).path);
        CHECK(a.table(table).slots.size() == b.table(table).slots.size());
    }
    CHECK(a.parts().size() == b.parts().size());
}

void check_round_trip(const Units& units) {
    const std::string bytes = write_bundle(units, "1.2.3");
    const ReadBundle read = read_bundle(bytes);
    INFO(read.message);
    REQUIRE_FALSE(read.failure);
    REQUIRE(read.units.size() == units.size());
    CHECK(write_bundle(read.units, "1.2.3") == bytes);
    for (std::size_t u = 0; u < units.size(); ++u) {
        const Unit& before = *units[u];
        const Unit& after = *read.units[u];
        CAPTURE(before.package);
        CHECK(after.package == before.package);
        CHECK(print(after.expressions, *after.schema) == print(before.expressions, *before.schema));
        CHECK(after.expressions.children == before.expressions.children);
        CHECK(after.rules.size() == before.rules.size());
        CHECK(after.schema == read.units[0]->schema);
        CHECK(after.layout == read.units[0]->layout);
    }
    if (units.empty()) return;
    check_same(*units[0]->schema, *read.units[0]->schema);
    check_same(*units[0]->layout, *read.units[0]->layout);
}

const std::string small_policy = R"(package acme.small

param least: size = 1MB where least > 0B

record Owner { key name: string }
facts acme { owners: list<Owner> }

rule one {
    title "one"
    severity high
    for p in packages where p.name matches "^lib"
    require p.name in ["liba", "libb"] or any(o in acme.owners: o.name == p.name)
    message "{p.name} is odd"
}

profile small { include acme.small set least = 2MB }
)";

Units small() { return units_of({{"small.scant", small_policy, false}}); }

}  // namespace

TEST_CASE("the standard library comes back from a bundle as it was", "[bundle]") {
    check_round_trip(standard_library());
    CHECK(read_bundle(write_bundle(standard_library(), "")).units.front()->layout == Layout::builtin());
}

TEST_CASE("units with declared facts, every construct, none at all come back from a bundle", "[bundle]") {
    check_round_trip({});
    check_round_trip(small());
    check_round_trip(units_of(texts_below(test::source_dir() / "tests/language/units")));
    check_round_trip(units_of({{"lab.scant", test::read_file(test::source_dir() / "tests/language/semantics/lab.scant"), false}}));
}

TEST_CASE("every policy of the tests that compiles comes back from a bundle", "[bundle]") {
    std::size_t compiled_texts = 0;
    for (const auto& text : texts_below(test::source_dir() / "tests")) {
        const dsl::Compiled compiled = dsl::compile({{text.name, text.text, false}});
        if (has_errors(compiled.diagnostics) || compiled.units.empty()) continue;
        ++compiled_texts;
        CAPTURE(text.name);
        check_round_trip(compiled.units);
    }
    CHECK(compiled_texts > 5);
}

TEST_CASE("numbers and texts have one spelling, the same on every machine", "[bundle]") {
    bundle::ByteWriter out;
    for (const std::uint64_t n : {std::uint64_t{0}, std::uint64_t{127}, std::uint64_t{128}, ~std::uint64_t{0}}) out.number(n);
    for (const std::int64_t n : {std::int64_t{-1}, std::int64_t{1}, std::int64_t{-64}}) out.integer(n);
    out.text("ab");
    const std::string bytes = out.take();
    CHECK(bytes == std::string("\x00\x7f\x80\x01\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01\x01\x02\x7f\x02"
                               "ab",
                               20));
    bundle::ByteReader in(bytes);
    CHECK(in.number() == 0);
    CHECK(in.number() == 127);
    CHECK(in.number() == 128);
    CHECK(in.number() == ~std::uint64_t{0});
    CHECK(in.integer() == -1);
    CHECK(in.integer() == 1);
    CHECK(in.integer() == -64);
    CHECK(in.text() == "ab");
    CHECK(in.ok());
    CHECK(in.at_end());
    for (const std::string& misspelt : {std::string("\x80\x00", 2), std::string("\xff\xff\xff\xff\xff\xff\xff\xff\xff\x02", 10)}) {
        bundle::ByteReader wrong(misspelt);
        static_cast<void>(wrong.number());
        CHECK_FALSE(wrong.ok());
    }
}

TEST_CASE("equal policies are equal bytes", "[bundle]") {
    CHECK(write_bundle(small(), "1") == write_bundle(small(), "1"));
    CHECK(write_bundle(small(), "1") != write_bundle(small(), "2"));
}

namespace {

ReadBundle read(const std::string& bytes) { return read_bundle(bytes); }

std::string content_of(const std::string& bytes) { return bytes.substr(76, bytes.size() - 76 - 32); }

}  // namespace

TEST_CASE("what is no bundle, another format, another model is refused in its own words", "[bundle]") {
    const std::string good = write_bundle(small(), "0.9.1");
    REQUIRE_FALSE(read(good).failure);
    struct Line {
        std::string bytes;
        BundleFailure failure;
        std::string message;
    };
    const auto changed = [&](std::size_t at, char to) {
        std::string bytes = good.substr(0, good.size() - 32);
        bytes[at] = to;
        const std::string hex = sha256_hex(bytes);
        for (std::size_t i = 0; i < hex.size(); i += 2) bytes += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
        return bytes;
    };
    for (const Line& line : std::vector<Line>{
             {"", BundleFailure::damaged, "this is no bundle"},
             {"package acme\n", BundleFailure::damaged, "this is no bundle"},
             {"{\"bomFormat\": \"CycloneDX\"}", BundleFailure::damaged, "this is no bundle"},
             {good.substr(0, 1), BundleFailure::damaged, "only its first 1 bytes"},
             {good.substr(0, 200), BundleFailure::damaged, "200 bytes are there of " + std::to_string(good.size())},
             {good + "x", BundleFailure::damaged, std::to_string(good.size() + 1) + " bytes are there of"},
             {changed(8, 7), BundleFailure::incompatible, "format 7 (made by version 0.9.1), this version reads format 1"},
             {changed(8, 0), BundleFailure::incompatible, "format 0 (made by version 0.9.1)"},
             {changed(36, static_cast<char>(good[36] + 1)), BundleFailure::incompatible, "another model of the facts (by version 0.9.1)"},
             {changed(76, 5), BundleFailure::damaged, "the bundle is damaged: "}}) {
        const ReadBundle refused = read(line.bytes);
        CAPTURE(refused.message);
        CHECK(refused.failure == line.failure);
        CHECK(refused.message.find(line.message) != std::string::npos);
        CHECK(refused.units.empty());
    }
    CHECK(looks_like_bundle(good));
    CHECK_FALSE(looks_like_bundle("package acme"));
}

TEST_CASE("a bundle that ends early is refused wherever it ends", "[bundle]") {
    const std::string good = write_bundle(small(), "1");
    for (std::size_t size = 0; size < good.size(); ++size) {
        const ReadBundle refused = read(good.substr(0, size));
        REQUIRE(refused.failure == BundleFailure::damaged);
        REQUIRE_FALSE(refused.message.empty());
    }
    // And so is its content alone, in an envelope that fits.
    const std::string content = content_of(good);
    for (std::size_t size = 0; size < content.size(); ++size) {
        REQUIRE(read(bundle::seal(content.substr(0, size), "1")).failure == BundleFailure::damaged);
    }
    CHECK_FALSE(read(bundle::seal(content, "1")).failure);
    CHECK(read(bundle::seal(content + '\0', "1")).failure == BundleFailure::damaged);
}

TEST_CASE("a changed byte is found by the digest; with the digest made anew it is refused or it is another sound bundle", "[bundle]") {
    const std::string good = write_bundle(small(), "1");
    const std::string content = content_of(good);
    for (std::size_t at = 0; at < good.size(); ++at) {
        std::string bytes = good;
        bytes[at] = static_cast<char>(bytes[at] ^ 0x10);
        REQUIRE(read(bytes).failure);
    }
    std::size_t refused = 0;
    for (std::size_t at = 0; at < content.size(); ++at) {
        for (const char change : {'\x01', '\x02', '\x10', '\x7F'}) {
            std::string bytes = content;
            bytes[at] = static_cast<char>(bytes[at] ^ change);
            const std::string sealed = bundle::seal(bytes, "1");
            const ReadBundle other = read(sealed);
            refused += other.failure ? 1U : 0U;
            if (!other.failure) REQUIRE(write_bundle(other.units, "1") == sealed);
        }
    }
    CHECK(refused > content.size());
}

namespace {

// The small unit with one thing changed.
std::string verified(const std::function<void(Unit&)>& change) {
    std::string failure;
    const Units decoded = bundle::decode(bundle::encode(small()), failure);
    REQUIRE(failure.empty());
    auto unit = std::make_shared<Unit>();
    const Unit& from = *decoded[0];
    *unit = from;
    change(*unit);
    return verify({unit});
}

Expression& first(Unit& unit, Op op) {
    const auto found =
        std::find_if(unit.expressions.nodes.begin(), unit.expressions.nodes.end(), [&](const Expression& node) { return node.op == op; });
    REQUIRE(found != unit.expressions.nodes.end());
    return *found;
}

Value& constant(Unit& unit, TypeKind kind) {
    const auto found = std::find_if(unit.expressions.constants.begin(), unit.expressions.constants.end(),
                                    [&](const Value& value) { return unit.schema->types()[value.type].kind == kind; });
    REQUIRE(found != unit.expressions.constants.end());
    return *found;
}

}  // namespace

TEST_CASE("units that no compiler makes are refused", "[bundle]") {
    CHECK(verified([](Unit&) {}).empty());
    struct Line {
        std::string what;
        std::function<void(Unit&)> change;
    };
    const std::vector<Line> lines = {
        {"a payload past the constants", [](Unit& u) { first(u, Op::constant).payload = 1000; }},
        {"a payload past the variables", [](Unit& u) { first(u, Op::variable).payload = 1000; }},
        {"a type past the types", [](Unit& u) { first(u, Op::equal).type = 100000; }},
        {"a slot of no field", [](Unit& u) { first(u, Op::field).payload = 60000; }},
        {"a field of another type", [](Unit& u) { first(u, Op::field).type = first(u, Op::equal).type; }},
        {"an operand too few", [](Unit& u) { first(u, Op::equal).child_count = 1; }},
        {"an operator over another's operands", [](Unit& u) { first(u, Op::equal).op = Op::add; }},
        {"a list asked as a text", [](Unit& u) { first(u, Op::in_list).op = Op::contains; }},
        {"a builtin that the language has not",
         [](Unit& u) {
             Expression& node = first(u, Op::matches);
             node.op = Op::call;
             node.payload = static_cast<std::uint32_t>(Builtin::in_network);
         }},
        {"the subject in a rule of the run", [](Unit& u) { u.rules[0].level = Level::run; }},
        {"a variable outside of its binder", [](Unit& u) { u.rules[0].body = u.expressions.children[first(u, Op::any).first_child + 1]; }},
        {"a binding that is gone", [](Unit& u) { u.rules[0].fors.clear(); }},
        {"a variable bound twice", [](Unit& u) { u.rules[0].fors.push_back(u.rules[0].fors[0]); }},
        {"a variable over no list", [](Unit& u) { u.expressions.variables.back().collection = no_expression; }},
        {"a body that is no truth", [](Unit& u) { u.rules[0].body = u.rules[0].message; }},
        {"no body", [](Unit& u) { u.rules[0].body = no_expression; }},
        {"a message in a condition", [](Unit& u) { u.rules[0].when = u.rules[0].message; }},
        {"a rule of another package", [](Unit& u) { u.rules[0].name = "other.one"; }},
        {"a rule that is no word", [](Unit& u) { u.rules[0].name = "acme.small.\x1b[1m"; }},
        {"expressions of two rules",
         [](Unit& u) {
             u.rules.push_back(u.rules[0]);
             u.rules[1].fors.clear();
             u.rules[1].body = u.parameters[0].range;
         }},
        {"an expression that is not there", [](Unit& u) { u.rules[0].severity = 100000; }},
        {"a severity of another type", [](Unit& u) { u.rules[0].severity = u.rules[0].body; }},
        {"a place past its text",
         [](Unit& u) {
             u.rules[0].place.span = {100000, 100001};
         }},
        {"a place in no text", [](Unit& u) { u.rules[0].place.source = 7; }},
        {"a node's place past its text",
         [](Unit& u) {
             u.expressions.nodes[u.rules[0].body].span = {0, 1U << 20U};
         }},
        {"a text that is not UTF-8", [](Unit& u) { u.rules[0].title = "\xff"; }},
        {"a parameter's default of another type", [](Unit& u) { u.parameters[0].initial.type = 0; }},
        {"a range that stands for another", [](Unit& u) { u.parameters[0].range_variable = u.rules[0].fors[0].variable; }},
        {"a parameter that is not there", [](Unit& u) { u.parameter_uses.emplace_back("acme.small.gone"); }},
        {"a severity that is no member", [](Unit& u) { constant(u, TypeKind::enumeration).number = 5; }},
        {"a regex that is none", [](Unit& u) { constant(u, TypeKind::regex).text = "("; }},
        {"a list with something else in it", [](Unit& u) { constant(u, TypeKind::list).items[0].type = 0; }},
        {"a package without a name", [](Unit& u) { u.package.clear(); }},
    };
    for (const Line& line : lines) {
        const std::string refusal = verified(line.change);
        CAPTURE(line.what, refusal);
        CHECK_FALSE(refusal.empty());
    }
}

TEST_CASE("expressions whose linking would grow by the square are refused", "[bundle]") {
    // `or` within `or` within `or`: linking writes each out.
    const auto chain = [](std::size_t length) {
        return verified([length](Unit& u) {
            Expressions& all = u.expressions;
            const TypeId boolean = first(u, Op::equal).type;
            ExpressionId before = u.rules[0].body;
            for (std::size_t i = 0; i < length; ++i) before = all.add(Op::or_, boolean, 0, {before, before}, {});
            ExpressionId wide = before;
            for (std::size_t i = 0; i < length; ++i) wide = all.add(Op::or_, boolean, 0, {wide, before}, {});
        });
    };
    CHECK(chain(20).empty());
    CHECK(chain(5000).find("linking it would cost too much") != std::string::npos);
}

TEST_CASE("a length that promises more than there is costs nothing and is refused", "[bundle]") {
    for (const std::string& huge : {std::string("\xff\xff\xff\xff\x0f", 5), std::string("\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01", 10)}) {
        const std::string content = bundle::encode(small());
        for (std::size_t at = 0; at < content.size(); at += 3) {
            const std::string bytes = content.substr(0, at) + huge + content.substr(at + 1);
            const ReadBundle other = read(bundle::seal(bytes, "1"));
            if (!other.failure) REQUIRE(bundle::encode(other.units) == bytes);
        }
    }
}

TEST_CASE("a program over facts of a layout with other slots says that it cannot read them", "[bundle]") {
    const std::string policy = R"(package acme
facts acme { team: string }
rule one { title "one" severity high require acme.team == "a" }
)";
    const Linked linked = link(units_of({{"acme.scant", policy, false}}), {});
    REQUIRE(linked.program);
    // As many tables as in the built-in model, and one slot more.
    REQUIRE(linked.program->layout->tables().size() == Layout::builtin()->tables().size());
    EvaluationOptions options;
    const auto others = Builder().freeze({});
    REQUIRE(evaluate(*linked.program, *others, options).outcomes.size() == 1);
    CHECK(evaluate(*linked.program, *others, options).outcomes[0].causes[0].cause.kind == CauseKind::unreadable);
    // One of the same shape, whose facts have other names.
    for (const std::string& fact : {std::string("acme.crew"), std::string("zeta.team")}) {
        const std::size_t dot = fact.find('.');
        const std::string text = "package acme\nfacts " + fact.substr(0, dot) + " { " + fact.substr(dot + 1) + ": string }\n" +
                                 "rule one { title \"one\" severity high require " + fact + " == \"a\" }\n";
        const Linked named = link(units_of({{"acme.scant", text, false}}), {});
        REQUIRE(named.program);
        const auto facts = Builder(named.program->layout).freeze({});
        CHECK(evaluate(*linked.program, *facts, options).outcomes[0].causes[0].cause.kind == CauseKind::unreadable);
    }
    // A layout that was made anew, as a bundle does, is the same.
    const Units reread = read(write_bundle(linked.program->units, "1")).units;
    const Linked again = link(reread, {});
    REQUIRE(again.program);
    const auto own = Builder(linked.program->layout).freeze({});
    CHECK(evaluate(*again.program, *own, options).outcomes[0].causes[0].cause.kind == CauseKind::not_supplied);
}
