// engine/schema and engine/facts: layout, writers, freezing, places.
#include "engine/facts/facts.h"

#include <algorithm>
#include <array>
#include <random>
#include <span>
#include <string>

#include "engine/facts/locate.h"
#include "engine/facts/locator.h"
#include "engine/facts/pass_blocks.h"
#include "engine/facts/writers.h"
#include "tests/catch.h"

using namespace scantling;

namespace {

DocumentId add_document(Builder& builder, const std::string& name, const std::string& text, bool json) {
    return builder.add_document({std::make_shared<const Source>(name, text), "test", json, false});
}

TableId table_at(const Facts& facts, std::string_view path) {
    const auto id = facts.layout().find_table(path);
    REQUIRE(id.has_value());
    return *id;
}

}  // namespace

TEST_CASE("the generated slots are those that the layout computes") {
    const Schema& schema = *Schema::builtin();
    const Layout& layout = *Layout::builtin();
    const auto slot = [&](std::string_view record, std::string_view field) {
        const auto id = schema.find_record(record);
        REQUIRE(id.has_value());
        return layout.slot_of(*id, *schema.records()[*id].index_of(field));
    };
    CHECK(slot("ImageConfig", "healthcheck") == model::ImageConfig::healthcheck.index);
    CHECK(slot("Container", "uncovered_writes") == model::Container::uncovered_writes.index);
    CHECK(slot("Vulnerability", "missed_by") == model::Vulnerability::missed_by.index);
    const std::uint32_t root = schema.subject_root();
    CHECK(layout.slot_of(root, *schema.records()[root].index_of("runtime")) == model::SubjectRoot::runtime.index);
}

TEST_CASE("a part is named by its path, and a slot knows the part that its silence lacks") {
    const Layout& layout = *Layout::builtin();
    REQUIRE(layout.find_part("image.config"));
    REQUIRE(layout.find_part("feeds.fix_dates"));
    REQUIRE(layout.find_part("scans.database_time"));
    const TableLayout& root = layout.table(subjects_table);
    const auto part_of = [&](SlotIndex slot) { return layout.parts()[root.slots[slot].part].path; };
    const auto config = static_cast<SlotIndex>(model::SubjectRoot::image.index + 1 + model::Image::config.index);
    const auto user = static_cast<SlotIndex>(config + 1 + model::ImageConfig::user.index);
    CHECK(part_of(user) == "image.config");
    CHECK(part_of(static_cast<SlotIndex>(user + 1 + model::User::is_root.index)) == "image.users");
    CHECK(part_of(static_cast<SlotIndex>(model::SubjectRoot::image.index + 1 + model::Image::digest.index)) == "image");
    REQUIRE(layout.find_table("dockerfile.stages.config.env"));
    CHECK(layout.home(*layout.schema().find_record("Command")) == layout.find_table("dockerfile.commands"));
}

TEST_CASE("rows come out sorted by parent, references and views follow them") {
    Builder builder;
    const DocumentId document = add_document(builder, "Dockerfile", "FROM a\nRUN x\nFROM b\nRUN y\n", false);
    const Row fragment = builder.add_fragment(document);
    const PlaceId whole = builder.places().document(document);
    auto dockerfile = fragment_writer(builder, fragment).open(model::SubjectRoot::dockerfile);
    const auto stages = dockerfile.list(model::Dockerfile::stages);
    const auto runs = dockerfile.list(model::Dockerfile::runs);
    const auto first = stages.add(builder.places().text(whole, {0, 6}));
    const auto second = stages.add();
    for (const auto& stage : {first, second}) stage.open_view(model::Stage::runs);
    const auto run_y = runs.add();
    run_y.set(model::Run::stage, second.row());
    second.add_to_view(model::Stage::runs, run_y.row());
    const auto env_second = second.open(model::Stage::config).list(model::ImageConfig::env).add();
    env_second.set(model::EnvVariable::name, "B");
    const auto env_first = first.open(model::Stage::config).list(model::ImageConfig::env).add();
    env_first.set(model::EnvVariable::name, "A");
    dockerfile.set(model::Dockerfile::final, second.row());

    const auto facts = builder.freeze({1, {0}, {}});
    const TableId env = table_at(*facts, "dockerfile.stages.config.env");
    REQUIRE(facts->table(env).rows == 2);
    CHECK(facts->text(facts->column(env, model::EnvVariable::name.index).narrow[0]) == "A");
    CHECK(facts->table(env).offsets == std::vector<std::uint32_t>{0, 1, 2});
    const TableId stage_table = table_at(*facts, "dockerfile.stages");
    const Column& view = facts->column(stage_table, model::Stage::runs.index);
    CHECK(view.view_offsets == std::vector<std::uint32_t>{0, 0, 1});
    CHECK(facts->column(stage_table, model::Stage::name.index).state(0) == CellState::untouched);
    CHECK(facts->locate(facts->place_of(stage_table, 0, model::Stage::name.index)).span == Span{0, 6});
    CHECK(facts->column(subjects_table, static_cast<SlotIndex>(model::SubjectRoot::dockerfile.index + 1 + model::Dockerfile::final.index))
              .narrow[0] == 1);
}

TEST_CASE("two documents of one subject: a field comes whole from the first that knows it, lists of documents unite") {
    Builder builder;
    const DocumentId a = add_document(builder, "a.json", "{}", true);
    const DocumentId b = add_document(builder, "b.json", "{}", true);
    const DocumentId broken = add_document(builder, "c.json", "{", true);
    for (const DocumentId document : {a, b, broken}) {
        const Row fragment = builder.add_fragment(document);
        builder.supply(model::part::sboms, fragment);
        const auto subject = fragment_writer(builder, fragment);
        subject.list(model::SubjectRoot::sboms).add().set(model::Sbom::document, builder.document(document).source->name());
        auto image = subject.open(model::SubjectRoot::image);
        auto config = image.open(model::Image::config);
        config.list(model::ImageConfig::env).add().set(model::EnvVariable::name, document == a ? "A" : "B");
        if (document == a) image.unknown(model::Image::digest, CellState::not_stated);
        if (document == b) image.set(model::Image::digest, "sha256:b");
    }
    const auto facts = builder.freeze({1, {0, 0, no_row}, {}});
    CHECK(facts->table(table_at(*facts, "sboms")).rows == 2);
    const TableId env = table_at(*facts, "image.config.env");
    REQUIRE(facts->table(env).rows == 1);
    CHECK(facts->text(facts->column(env, model::EnvVariable::name.index).narrow[0]) == "A");
    const auto digest = static_cast<SlotIndex>(model::SubjectRoot::image.index + 1 + model::Image::digest.index);
    REQUIRE(facts->column(subjects_table, digest).state(0) == CellState::present);
    CHECK(facts->text(facts->column(subjects_table, digest).narrow[0]) == "sha256:b");
    CHECK(facts->supplied(*facts->layout().find_part("sboms"), 0));
    CHECK_FALSE(facts->supplied(*facts->layout().find_part("scans"), 0));
    CHECK(facts->subject_of(broken) == no_row);
}

TEST_CASE("a JSON place is found again in the text") {
    Builder builder;
    const std::string text = R"({"a/b": [1, {"k~\u00e9": "v\"x"}, true]})";
    const DocumentId document = add_document(builder, "d.json", text, true);
    auto& places = builder.places();
    auto& dictionary = builder.dictionary();
    const PlaceId list = places.member(places.document(document), dictionary.intern("a/b"));
    const PlaceId value = places.member(places.element(list, 1), dictionary.intern("k~\xC3\xA9"));
    CHECK(places.pointer(value) == "/a~1b/1/k~0\xC3\xA9");
    const auto span = locate_json(text, places.pointer(value));
    REQUIRE(span);
    CHECK(text.substr(span->begin, span->size()) == R"("v\"x")");
    CHECK_FALSE(locate_json(text, "/a~1b/7"));
    CHECK(locate_json(text, "/a~1b/2")->size() == 4);
}

TEST_CASE("a container is passed over whatever stands at the bounds of the blocks that are looked at as one") {
    constexpr std::array<std::string_view, 9> strings = {R"("")",         R"("\\\"")",     R"("]}[{")", R"("\"]")", R"("a\\")",
                                                         R"("\u005d\\")", R"("\\\\\\\"")", R"("{{{")",  R"("\\")"};
    std::size_t seen = 0;
    for (std::size_t lead = 0; lead < 140; ++lead) {
        for (const std::string_view string : strings) {
            // Inner containers of every length up to beyond two blocks, and a text that ends at once or goes on.
            for (const std::size_t tail : {std::size_t{0}, std::size_t{70}, 140 - lead}) {
                const std::string inner = "[" + std::string(lead, ' ') + std::string(string) + ",{" + std::string(string) + ":[]}," +
                                          std::string(tail, ' ') + std::string(string) + "]";
                const std::string text = "{\"a\":" + inner + ",\"b\":" + std::string(string) + "}";
                JsonContainer object(text, 0);
                CAPTURE(text);
                REQUIRE(object.find("b") == std::optional<std::size_t>(1));
                const Span a = object.value(0);
                const Span b = object.value(1);
                if (text.substr(a.begin, a.size()) == inner && text.substr(b.begin, b.size()) == string) ++seen;
            }
        }
    }
    CHECK(seen == 140 * strings.size() * 3);
}

namespace {

// The end of the container that starts the text: whole blocks in this way, the rest byte by byte.
std::size_t container_end(PassBlocks pass, std::string_view text) {
    Passing passing{1, false, false};
    std::size_t at = pass(text, 1, passing);
    for (; passing.depth != 0 && at < text.size(); ++at) {
        const char c = text[at];
        if (passing.escaped) {
            passing.escaped = false;
        } else if (c == '"') {
            passing.in_string = !passing.in_string;
        } else if (passing.in_string) {
            passing.escaped = c == '\\';
        } else if (c == '{' || c == '[') {
            ++passing.depth;
        } else if (c == '}' || c == ']') {
            --passing.depth;
        }
    }
    return at;
}

}  // namespace

TEST_CASE("a container ends at the same byte, whichever way the machine looks at its blocks") {
    std::mt19937 random(1);
    constexpr std::array<std::string_view, 8> pieces = {"[", "]", "{", "}", ",", "1", "    ", "\n"};
    constexpr std::array<std::string_view, 8> inside_strings = {"\\\"", "\\\\", "\\u005d", "[",
                                                                "]",    "{",    "}",       "abcdefghijklmnopqrstuvwxyz"};
    const std::span<const PassBlocks> ways = ways_to_pass_blocks();
    REQUIRE_FALSE(ways.empty());
    std::size_t inside = 0;
    for (int round = 0; round < 3000; ++round) {
        std::string text = "{";
        for (std::size_t depth = random() % 4; depth > 0; --depth) text += "[{";
        const std::size_t size = random() % 600;
        while (text.size() < size) {
            text += pieces[random() % pieces.size()];
            if (random() % 2 != 0) continue;
            text += '"';
            for (std::size_t left = random() % 6; left > 0; --left) text += inside_strings[random() % inside_strings.size()];
            text += '"';
        }
        const std::size_t end = container_end(ways.back(), text);
        if (end < text.size()) ++inside;
        CAPTURE(text);
        for (const PassBlocks way : ways) REQUIRE(container_end(way, text) == end);
    }
    CHECK(inside > 100);
}

TEST_CASE("a JSON container is walked as far as it is asked, whatever the order") {
    const std::string text = R"([ {"k": [1, 2], "k": 3, "e": ""} , "x,]" , [] ])";
    const auto shown = [&](Span span) { return text.substr(span.begin, span.size()); };
    JsonContainer array(text, 0);
    REQUIRE(array.reach(1));
    CHECK(shown(array.value(1)) == R"("x,]")");
    CHECK(shown(array.value(1)) == R"("x,]")");
    CHECK(shown(array.value(0)) == R"({"k": [1, 2], "k": 3, "e": ""})");
    CHECK(array.reach(2));
    CHECK_FALSE(array.reach(3));
    CHECK_FALSE(array.reach(3));
    CHECK(shown(array.value(2)) == "[]");
    JsonContainer object(text, array.begin(0));
    CHECK(object.find("e") == std::optional<std::size_t>(2));
    CHECK(object.find("k") == std::optional<std::size_t>(0));
    CHECK(shown(object.value(0)) == "[1, 2]");
    CHECK(shown(object.value(2)) == "\"\"");
    CHECK_FALSE(object.find("nothing"));
    JsonContainer scalar(text, array.begin(1));
    CHECK_FALSE(scalar.reach(0));
}

TEST_CASE("a member is found by its name among thousands, written with escapes or not, twice or once") {
    std::string text = "{";
    const std::string padding(120, 'x');
    const auto name = [&](std::size_t i) { return "k" + padding + std::to_string(i / 2); };  // each name twice
    constexpr std::size_t members = 20000;
    for (std::size_t i = 0; i < members; ++i) {
        text += (i == 0 ? "\"" : ", \"") + std::string(i % 3 == 0 ? "\\u006b" : "k") + name(i).substr(1) + "\": " + std::to_string(i);
    }
    text += "}";
    JsonContainer object(text, 0);
    for (std::size_t i = members; i > 0; i -= 2) {
        const std::optional<std::size_t> found = object.find(name(i - 1));
        REQUIRE(found == std::optional<std::size_t>(i - 2));
        REQUIRE(object.name(*found) == name(i - 2));
    }
    CHECK_FALSE(object.find("k"));
}

TEST_CASE("a locator gives what a walk from the start gives, in whatever order and however often it is asked") {
    // Containers that are remembered and such that are not, in each other; the last members are not there.
    std::string text = "\xEF\xBB\xBF{\"list\": [";
    constexpr std::uint32_t count = 12;
    for (std::uint32_t i = 0; i < count; ++i) {
        const std::string pad(i % 3 == 0 ? 5000 : 20 * i, 'p');
        text += (i == 0 ? "" : ", ") + std::string(R"({"pad": ")") + pad + R"(", "a~/\u0062": [1, {"c": ")" + pad + R"("}, [[]]]})";
    }
    text += "], \"z\": {\"\": null}}";
    Builder builder;
    const DocumentId document = add_document(builder, "d.json", text, true);
    auto& places = builder.places();
    const auto key = [&](std::string_view name) { return builder.dictionary().intern(name); };
    const PlaceId root = places.document(document);
    const PlaceId list = places.member(root, key("list"));
    std::vector<PlaceId> there = {root, list, places.member(places.member(root, key("z")), key(""))};
    std::vector<PlaceId> missing;
    for (std::uint32_t i = 0; i < count; ++i) {
        const PlaceId element = places.element(list, i);
        const PlaceId inner = places.member(element, key("a~/b"));
        const PlaceId second = places.element(inner, 1);
        for (const PlaceId place : {element, inner, second, places.member(second, key("c")), places.element(places.element(inner, 2), 0)}) {
            there.push_back(place);
        }
        missing.push_back(places.member(places.member(second, key("d")), key("e")));
    }
    const auto facts = builder.freeze({0, {no_row}, {}});
    CHECK(facts->locate(there.back()).pointer == "/list/11/a~0~1b/2/0");
    CHECK(facts->locate(there[2]).pointer == "/z/");
    std::mt19937 random(2);
    for (int round = 0; round < 20; ++round) {
        std::shuffle(there.begin(), there.end(), random);
        Locator locator(*facts);
        for (int again = 0; again < 2; ++again) {
            for (const PlaceId place : there) {
                const Location wanted = facts->locate(place);
                const Located found = locator.locate(place);
                CHECK(found.pointer == wanted.pointer);
                if (place != root) CHECK(found.span == wanted.span);
                const Position position = facts->documents()[document].source->position(found.span.begin);
                CHECK(found.position.column == position.column);
            }
            for (const PlaceId place : missing) {  // shown where it would be
                const PlaceId parent = facts->places().step(facts->places().step(place)->parent)->parent;
                CHECK(locator.locate(place).span == facts->locate(parent).span);
            }
        }
    }
}
