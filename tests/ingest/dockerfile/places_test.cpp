// The provenance audit of Dockerfiles: at each cell's place stands a text that says the cell, or the model calls it derived.
#include <algorithm>
#include <cstdio>
#include <map>
#include <string>

#include "engine/ingest/dockerfile/checks.h"
#include "engine/ingest/dockerfile/decode.h"
#include "engine/ingest/document.h"
#include "engine/values/image_reference.h"
#include "tests/catch.h"
#include "tests/ingest/dockerfile/shared_files.h"

using namespace scantling;

namespace {

bool says_text(std::string_view written, std::string_view value, char escape) {
    if (written == value) return true;
    if (dockerfile::folded_text(written, escape) == value) return true;
    const std::string plain = dockerfile::plain_text(written, escape);
    if (plain == value || dockerfile::plain_text(written, '\\') == value || dockerfile::json_text(written, escape) == value) return true;
    // A piece of a word: a flag of a cluster, the user before the colon, the value behind the equals sign.
    if (!value.empty() && plain.find(value) != std::string::npos) return true;
    if (value.size() == 2 && value[0] == '-' && plain.find(value[1]) != std::string::npos) return true;
    const auto reference = parse_image_reference(plain);
    return reference && (reference->name == value || reference->registry == value || reference->repository == value);
}

bool says_number(std::string_view written, std::int64_t value) {
    const std::string plain = dockerfile::plain_text(written, '\\');
    if (plain.find(std::to_string(value)) != std::string::npos) return true;
    if (dockerfile::go_duration(plain) == value) return true;
    return !plain.empty() && std::all_of(plain.begin(), plain.end(), [](char c) { return c >= '0' && c <= '7'; }) &&
           std::stoll(plain, nullptr, 8) == value;
}

struct Tally {
    std::size_t audited = 0;
    std::size_t failed = 0;
    std::string example;
};

// The cell itself, or a record that holds it, is marked as derived.
bool is_derived(const Layout& layout, TableId table, SlotIndex slot) {
    while (true) {
        const SlotLayout& cell = layout.table(table).slots[slot];
        if (cell.field != nullptr && cell.field->flags.derived) return true;
        if (cell.parent != slot) {
            slot = cell.parent;
            continue;
        }
        if (layout.table(table).parent == no_table) return false;
        slot = layout.table(table).parent_slot;
        table = layout.table(table).parent;
    }
}

void audit(const Facts& facts, char escape, std::map<std::string, Tally>& tallies) {
    const Layout& layout = facts.layout();
    for (TableId table = subjects_table; table < layout.tables().size(); ++table) {
        if (facts.table(table).rows == 0) continue;
        for (SlotIndex slot = 0; slot < layout.table(table).slots.size(); ++slot) {
            const SlotLayout& cell = layout.table(table).slots[slot];
            const bool text = cell.kind == TypeKind::string;
            const bool number = is_wide(cell.kind);
            if ((!text && !number) || is_derived(layout, table, slot)) continue;
            const Column& column = facts.column(table, slot);
            for (Row row = 0; row < facts.table(table).rows; ++row) {
                if (column.state(row) != CellState::present) continue;
                const std::string name =
                    layout.table(table).path + "." + (cell.field != nullptr ? std::string(cell.field->name) : "element");
                Tally& tally = tallies[name];
                ++tally.audited;
                const PlaceId place = facts.place_of(table, row, slot);
                std::string_view written;
                if (place != PlaceId::none) {
                    const Location location = facts.locate(place);
                    written = facts.documents()[location.document].source->text(location.span);
                }
                const bool good =
                    text ? says_text(written, facts.text(column.narrow[row]), escape) : says_number(written, column.wide[row]);
                if (good) continue;
                ++tally.failed;
                const std::string value = text ? std::string(facts.text(column.narrow[row])) : std::to_string(column.wide[row]);
                if (tally.example.empty()) tally.example = value.substr(0, 60) + " <- " + std::string(written.substr(0, 60));
            }
        }
    }
}

}  // namespace

TEST_CASE("dockerfile places: the text at each cell's place says the cell", "[dockerfile]") {
    const auto folder = test::shared("corpus/dockerfile/real");
    if (folder.empty()) return test::say_skipped("places of Dockerfiles");
    std::map<std::string, Tally> tallies;
    for (const auto& path : test::files_below(folder)) {
        const std::string text = test::read_text(path);
        Builder builder;
        const ReadResult result = read_document(builder, "Dockerfile", text);
        REQUIRE(result.fragments.size() == 1);
        Assignment assignment;
        assignment.subjects = 1;
        assignment.subject = {0};
        const auto facts = builder.freeze(assignment);
        const bool backtick = text.find("escape=`") != std::string::npos;
        audit(*facts, backtick ? '`' : '\\', tallies);
    }
    std::size_t audited = 0;
    std::size_t failed = 0;
    for (const auto& [name, tally] : tallies) {
        audited += tally.audited;
        failed += tally.failed;
        if (tally.failed > 0) UNSCOPED_INFO(name << ": " << tally.failed << " of " << tally.audited << ", " << tally.example);
    }
    std::printf("Dockerfiles: %zu cells audited, %zu do not say their value (expanded variables, defaults)\n", audited, failed);
    CHECK(audited > 100000);
    CHECK(failed * 20 < audited);
}
