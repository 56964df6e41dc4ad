// The provenance audit of JSON documents: at each cell's place stands a text that decodes to the cell, or the model calls it derived.
//
// Exact: the JSON value is the cell, or the member's name is (a label's key, a volume's path). Read: the value in the field's own notation
// (a time, nanoseconds, a package URL's pieces). A part: one piece of a longer text (`NAME=value`, `uid:gid`).
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>

#include "engine/base/sha256.h"
#include "engine/facts/locator.h"
#include "engine/values/ascii.h"
#include "engine/values/decimal.h"
#include "engine/values/digest.h"
#include "engine/values/package_url.h"
#include "engine/values/size.h"
#include "engine/values/time.h"
#include "tests/catch.h"
#include "tests/ingest/support/corpus_files.h"
#include "tests/ingest/support/json_text.h"
#include "tests/ingest/support/reading.h"

using namespace scantling;
using namespace scantling::test;

namespace {

enum class Verdict : std::uint8_t { exact, read, part, wrong };

struct Tally {
    std::size_t audited = 0;
    std::size_t wrong = 0;
    std::string example;
};

// The last step of a pointer, decoded: the member's name.
std::string last_key(const std::string& pointer) {
    std::string out;
    const std::size_t slash = pointer.rfind('/');
    for (std::size_t i = slash == std::string::npos ? pointer.size() : slash + 1; i < pointer.size(); ++i) {
        if (pointer[i] == '~' && i + 1 < pointer.size()) {
            out += pointer[++i] == '0' ? '~' : '/';
        } else {
            out += pointer[i];
        }
    }
    return out;
}

Verdict judge_text(const std::string& written, const std::string& key, std::string_view value) {
    if (written == value || key == value) return Verdict::exact;
    // A name without a value, and what was computed of the whole document or of a number that stands for a name.
    if (value.empty() && (written.empty() || written.back() == '=')) return Verdict::part;
    if (key.empty() && "sha256:" + sha256_hex(written) == value) return Verdict::read;
    if ("CWE-" + written == value) return Verdict::read;
    if (written.find("\"CMD-SHELL\"") != std::string::npos && (value == "/bin/sh" || value == "-c")) return Verdict::read;
    if (const auto digest = parse_digest(written); digest && *digest == value) return Verdict::read;
    if (ascii::lower(written) == ascii::lower(value) || "sha256:" + written == value) return Verdict::read;
    if (const auto url = parse_package_url(written)) {
        if (url->name == value || url->name_space == value || url->version == value || url->subpath == value ||
            package_version(*url) == value) {
            return Verdict::read;
        }
        for (const auto& [name, qualifier] : url->qualifiers) {
            if (qualifier == value || name == value) return Verdict::read;
        }
    }
    if (!value.empty() && (written.find(value) != std::string::npos || key.find(value) != std::string::npos)) return Verdict::part;
    return Verdict::wrong;
}

Verdict judge_number(const std::string& written, const std::string& key, TypeKind kind, std::int64_t value) {
    if (kind == TypeKind::time) {
        const auto time = parse_time(written);
        return time && *time == value ? Verdict::read : Verdict::wrong;
    }
    if (kind == TypeKind::decimal) {
        const double number = std::strtod(written.c_str(), nullptr);
        return std::abs(number * 1e6 - static_cast<double>(value)) < 1 ? Verdict::read : Verdict::wrong;
    }
    const std::string text = std::to_string(value);
    if (written == text) return Verdict::exact;
    if (kind == TypeKind::duration && written == text + "000") return Verdict::read;
    if (kind == TypeKind::size && written.find("size=") != std::string::npos) return Verdict::part;
    if (written.find(text) != std::string::npos || key.find(text) != std::string::npos) return Verdict::part;
    return Verdict::wrong;
}

bool is_derived(const Layout& layout, TableId table, SlotIndex slot) {
    for (;;) {
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

class Audit {
  public:
    void of(const Facts& facts) {
        Locator locator(facts);
        const Layout& layout = facts.layout();
        for (TableId table = subjects_table; table < layout.tables().size(); ++table) {
            if (facts.table(table).rows == 0) continue;
            for (SlotIndex slot = 0; slot < layout.table(table).slots.size(); ++slot) column(facts, locator, table, slot);
        }
    }

    void tell(const char* what) const {
        std::size_t wrong = 0;
        for (const auto& [name, tally] : tallies_) {
            wrong += tally.wrong;
            if (tally.wrong > 0) UNSCOPED_INFO(name << ": " << tally.wrong << " of " << tally.audited << ", " << tally.example);
        }
        const std::size_t all = counts_[0] + counts_[1] + counts_[2] + counts_[3];
        std::printf("places of %s: %zu cells audited, %zu exact, %zu read, %zu a part, %zu wrong\n", what, all, counts_[0], counts_[1],
                    counts_[2], counts_[3]);
        CHECK(wrong * 20 < all);
    }

  private:
    void column(const Facts& facts, Locator& locator, TableId table, SlotIndex slot) {
        const Layout& layout = facts.layout();
        const SlotLayout& cell = layout.table(table).slots[slot];
        const bool text = cell.kind == TypeKind::string;
        if ((!text && !is_wide(cell.kind)) || is_derived(layout, table, slot)) return;
        const Column& values = facts.column(table, slot);
        Tally& tally = tallies_[layout.table(table).path + "." + (cell.field != nullptr ? std::string(cell.field->name) : "element")];
        for (Row row = 0; row < facts.table(table).rows; ++row) {
            if (values.state(row) != CellState::present) continue;
            const PlaceId place = facts.place_of(table, row, slot);
            std::string written;
            std::string key;
            if (place != PlaceId::none) {
                const Located at = locator.locate(place);
                written = decoded_json(facts.documents()[at.document].source->text(at.span));
                key = last_key(at.pointer);
            }
            const Verdict verdict =
                text ? judge_text(written, key, facts.text(values.narrow[row])) : judge_number(written, key, cell.kind, values.wide[row]);
            ++counts_[static_cast<std::size_t>(verdict)];
            ++tally.audited;
            if (verdict != Verdict::wrong) continue;
            ++tally.wrong;
            const std::string value = text ? std::string(facts.text(values.narrow[row])) : std::to_string(values.wide[row]);
            if (tally.example.empty()) tally.example = value.substr(0, 60) + " <- " + written.substr(0, 60);
        }
    }

    std::map<std::string, Tally> tallies_;
    std::array<std::size_t, 4> counts_{};
};

void audit_folders(const char* what, std::initializer_list<const char*> folders) {
    Audit audit;
    std::size_t documents = 0;
    for (const char* folder : folders) {
        for (const CorpusFile& file : corpus_files(folder)) {
            const ReadFacts read = read_facts(file.name, file.bytes);
            if (!read.result.accepted || !read.facts->documents().front().is_json) continue;
            ++documents;
            audit.of(*read.facts);
        }
    }
    if (documents != 0) audit.tell(what);
}

}  // namespace

TEST_CASE("JSON places: the text at each cell's place says the cell") {
    audit_folders("images",
                  {"runtime/docker-inspect-image", "runtime/inspect-generated-image", "supplychain/oci-docs", "images/manifests"});
    audit_folders("containers", {"runtime/docker-inspect-container", "runtime/inspect-generated-container"});
    audit_folders("CycloneDX", {"sbom/cyclonedx", "sbom/cyclonedx-suite", "vuln/cyclonedx-vex"});
    audit_folders("Trivy", {"vuln/trivy"});
}
