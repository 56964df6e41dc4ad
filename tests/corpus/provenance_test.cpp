// The provenance audit: of every present cell of every document of the corpus, the text at its place says the cell, or the model marks the
// field as derived and says why. Places that are wrong make it fail, which is tested by planting them.
#include <algorithm>
#include <cstdio>
#include <functional>
#include <map>
#include <string>

#include "engine/facts/locator.h"
#include "tests/catch.h"
#include "tests/corpus/decoders.h"
#include "tests/corpus/sources.h"

using namespace scantling;
using namespace scantling::test;

namespace {

enum class CellClass : std::uint8_t { text_or_number, version };

// The cell itself, or a record or list that holds it, is marked as derived.
bool is_derived(const Layout& layout, TableId table, SlotIndex slot) {
    for (;;) {
        const SlotLayout& cell = layout.table(table).slots[slot];
        if (cell.field != nullptr && cell.field->flags.derived) return true;
        if (cell.parent != slot) {
            slot = cell.parent;
        } else if (layout.table(table).parent == no_table) {
            return false;
        } else {
            slot = layout.table(table).parent_slot;
            table = layout.table(table).parent;
        }
    }
}

std::string name_of(const Layout& layout, TableId table, SlotIndex slot) {
    std::string name;
    for (SlotIndex at = slot;; at = layout.table(table).slots[at].parent) {
        const SlotLayout& cell = layout.table(table).slots[at];
        name = (cell.field != nullptr ? std::string(cell.field->name) : "(element)") + (name.empty() ? "" : "." + name);
        if (cell.parent == at) break;
    }
    return layout.table(table).path.empty() ? name : layout.table(table).path + "." + name;
}

// The last step of a JSON pointer, decoded.
std::string last_key(const std::string& pointer) {
    std::string out;
    const std::size_t slash = pointer.rfind('/');
    for (std::size_t i = slash == std::string::npos ? pointer.size() : slash + 1; i < pointer.size(); ++i) {
        const bool escaped = pointer[i] == '~' && i + 1 < pointer.size();
        out += !escaped ? pointer[i] : pointer[++i] == '0' ? '~' : '/';
    }
    return out;
}

struct Tally {
    std::size_t cells = 0;
    std::size_t silent = 0;  // the place does not say the cell
    std::string example;
};

struct Count {
    std::size_t cells = 0;
    std::size_t silent = 0;
    [[nodiscard]] double share() const { return cells == 0 ? 0 : 100.0 * static_cast<double>(cells - silent) / static_cast<double>(cells); }
};

// Where the audit looks instead of the cell's place, for planted faults.
using Misplace = std::function<void(const Document&, Located&)>;

class Audit {
  public:
    explicit Audit(Misplace misplace = {}) : misplace_(std::move(misplace)) {}

    void of(const Facts& facts) {
        Locator locator(facts);
        facts_ = &facts;
        locator_ = &locator;
        learn_variables();
        const Layout& layout = facts.layout();
        for (TableId table = 0; table < layout.tables().size(); ++table) {
            if (facts.table(table).rows == 0) continue;
            for (SlotIndex slot = 0; slot < layout.table(table).slots.size(); ++slot) column(table, slot);
        }
    }

    [[nodiscard]] const Count& count(CellClass of) const { return counts_[static_cast<std::size_t>(of)]; }
    [[nodiscard]] const std::map<std::string, Tally>& fields() const { return fields_; }
    [[nodiscard]] const std::map<std::string, std::size_t>& ways() const { return ways_; }
    [[nodiscard]] std::size_t derived() const { return derived_; }

  private:
    void learn_variables() {
        variables_.clear();
        escape_ = '\\';
        const Layout& layout = facts_->layout();
        for (const char* path : {"dockerfile.variables", "dockerfile.global_arguments", "dockerfile.stages.config.env"}) {
            const TableId table = *layout.find_table(path);
            const Record& record = layout.schema().records()[*layout.table(table).record];
            const SlotIndex name = layout.slot_of(*layout.table(table).record, *record.index_of("name"));
            const SlotIndex value = layout.slot_of(*layout.table(table).record, *record.index_of("value"));
            for (Row row = 0; row < facts_->table(table).rows; ++row) {
                if (facts_->column(table, value).state(row) != CellState::present) continue;
                variables_[std::string(facts_->text(facts_->column(table, name).narrow[row]))].insert(
                    std::string(facts_->text(facts_->column(table, value).narrow[row])));
            }
        }
        for (const Document& document : facts_->documents()) {
            if (!document.is_json && document.source->text().find("escape=`") != std::string_view::npos) escape_ = '`';
        }
    }

    void column(TableId table, SlotIndex slot) {
        const Layout& layout = facts_->layout();
        const TypeKind kind = layout.table(table).slots[slot].kind;
        if (kind != TypeKind::string && kind != TypeKind::version && !is_wide(kind)) return;
        const bool derived = is_derived(layout, table, slot);
        const CellClass cell_class = kind == TypeKind::version ? CellClass::version : CellClass::text_or_number;
        Count& count = counts_[static_cast<std::size_t>(cell_class)];
        Tally* tally = nullptr;
        const Column& values = facts_->column(table, slot);
        for (Row row = 0; row < facts_->table(table).rows; ++row) {
            if (values.state(row) != CellState::present) continue;
            if (derived) {
                ++derived_;
                continue;
            }
            if (tally == nullptr) tally = &fields_[name_of(layout, table, slot)];
            ++count.cells;
            ++tally->cells;
            const char* way = said(table, row, slot);
            if (way != nullptr) {
                ++ways_[way];
                continue;
            }
            ++count.silent;
            ++tally->silent;
            if (tally->example.empty()) tally->example = example_;
        }
    }

    const char* said(TableId table, Row row, SlotIndex slot) {
        const PlaceId place = facts_->place_of(table, row, slot);
        if (place == PlaceId::none) {
            example_ = shown(table, row, slot) + " has no place";
            return nullptr;
        }
        Located at = locator_->locate(place);
        const Document& document = facts_->documents()[at.document];
        if (misplace_) misplace_(document, at);
        Written written;
        written.raw = document.source->text(at.span);
        written.key = document.is_json ? last_key(at.pointer) : std::string();
        written.is_json = document.is_json;
        if (document.is_json && at.pointer.empty()) written.document = document.source->text();
        written.escape = escape_;
        written.variables = &variables_;
        const char* way = judge(written, table, row, slot);
        if (way == nullptr) {
            example_ = shown(table, row, slot).substr(0, 70) + " <- " + std::string(written.raw.substr(0, 70)) + " at line " +
                       std::to_string(at.position.line) + " " + at.pointer + " of " + std::string(document.source->name());
        }
        return way;
    }

    const char* judge(const Written& written, TableId table, Row row, SlotIndex slot) const {
        const SlotLayout& cell = facts_->layout().table(table).slots[slot];
        const Column& values = facts_->column(table, slot);
        if (is_wide(cell.kind)) return says_number(written, cell.kind, values.wide[row]);
        const std::string value = shown(table, row, slot);
        return says_text(written, value);
    }

    [[nodiscard]] std::string shown(TableId table, Row row, SlotIndex slot) const {
        const SlotLayout& cell = facts_->layout().table(table).slots[slot];
        const Column& values = facts_->column(table, slot);
        if (is_wide(cell.kind)) return std::to_string(values.wide[row]);
        const std::uint32_t value = values.narrow[row];
        return std::string(facts_->text(cell.kind == TypeKind::version ? facts_->version(value).text : value));
    }

    Misplace misplace_;
    const Facts* facts_ = nullptr;
    Locator* locator_ = nullptr;
    KnownValues variables_;
    char escape_ = '\\';
    std::string example_;
    std::map<std::string, Tally> fields_;
    std::map<std::string, std::size_t> ways_;
    std::array<Count, 2> counts_{};
    std::size_t derived_ = 0;
};

// Fields whose places do not say them, and why that is so; all others of some size have to be said nearly always.
struct Unsaid {
    const char* field;
    const char* reason;
};
constexpr Unsaid unsaid[] = {
    {"scans.tool.name", "a report of Trivy does not name its tool: it is known by its keys"},
    {"scans.packages.origin.tool", "likewise"},
    {"image.config.healthcheck.exec.words.(element)", "a test in shell form begins with the shell, which is written in no place"},
};

void tell(const char* what, const Audit& audit) {
    const Count& strict = audit.count(CellClass::text_or_number);
    const Count& versions = audit.count(CellClass::version);
    std::printf(
        "provenance: %s: %zu of %zu string and number cells say their value at their place (%.2f %%), %zu of %zu versions; %zu cells "
        "are derived\n",
        what, strict.cells - strict.silent, strict.cells, strict.share(), versions.cells - versions.silent, versions.cells,
        audit.derived());
    std::printf("    by");
    for (const auto& [way, count] : audit.ways()) std::printf(" %s %zu;", way.c_str(), count);
    std::printf("\n    not said:");
    for (const auto& [field, tally] : audit.fields()) {
        if (tally.silent != 0) std::printf(" %s %zu of %zu;", field.c_str(), tally.silent, tally.cells);
    }
    std::printf("\n");
}

void check_each_field(const Audit& audit) {
    for (const auto& [field, tally] : audit.fields()) {
        const bool known = std::any_of(std::begin(unsaid), std::end(unsaid), [&](const Unsaid& one) { return one.field == field; });
        if (known || tally.cells < 20) continue;
        CAPTURE(field, tally.silent, tally.cells, tally.example);
        CHECK(tally.silent * 5 < tally.cells);
    }
}

// Every `step`-th document.
Audit audited(Format format, std::size_t step = 1, const Misplace& misplace = {}) {
    Audit audit(misplace);
    const std::vector<CorpusFile> files = corpus_documents(format);
    for (std::size_t i = 0; i < files.size(); i += step) {
        const CorpusFile& file = files[i];
        const Assembled document = assembled(format, file);
        if (document.facts) audit.of(*document.facts);
    }
    return audit;
}

constexpr Format formats[] = {Format::dockerfile, Format::cyclonedx, Format::trivy, Format::image, Format::container};

bool skips() {
    const bool absent = corpus_documents(Format::trivy).empty();
    if (absent) std::puts("skipped: no corpus beside the checkout");
    return absent;
}

}  // namespace

TEST_CASE("provenance: the text at each cell's place says the cell", "[corpus]") {
    if (skips()) return;
    Count all;
    for (const Format format : formats) {
        const Audit audit = audited(format);
        CAPTURE(format_word(format));
        const Count& count = audit.count(CellClass::text_or_number);
        all.cells += count.cells;
        all.silent += count.silent;
        tell(format_word(format), audit);
        CHECK(count.share() >= 95);
        check_each_field(audit);
    }
    std::printf("provenance: %zu cells audited, %.2f %% of them said\n", all.cells, all.share());
    CHECK(all.cells > 900000);
}

TEST_CASE("provenance: places that are wrong fail the audit", "[corpus]") {
    if (skips()) return;
    const std::pair<const char*, Misplace> faults[] = {
        {"line 1",
         [](const Document& document, Located& at) {
             const std::string_view text = document.source->text();
             at.span = {0, static_cast<std::uint32_t>(std::min(text.find('\n'), text.size()))};
             at.pointer.clear();
         }},
        {"the whole document",
         [](const Document& document, Located& at) {
             at.span = {0, static_cast<std::uint32_t>(document.source->text().size())};
             at.pointer.clear();
         }},
        {"what follows, as long",
         [](const Document& document, Located& at) {
             const auto size = static_cast<std::uint32_t>(document.source->text().size());
             at.span = {std::min(size, at.span.end), std::min(size, at.span.end + at.span.size())};
             at.pointer.clear();
         }},
    };
    for (const Format format : {Format::dockerfile, Format::trivy, Format::container}) {
        for (const auto& [name, misplace] : faults) {
            const double share = audited(format, 20, misplace).count(CellClass::text_or_number).share();
            std::printf("provenance: %s, every place planted as %s: %.2f %%\n", format_word(format), name, share);
            CHECK(share < 50);
        }
    }
}

TEST_CASE("provenance: what is derived says how", "[corpus]") {
    std::size_t derived = 0;
    for (const Record& record : Schema::builtin()->records()) {
        for (const Field& field : record.fields) {
            if (!field.flags.derived) continue;
            CAPTURE(record.name, field.name, field.documentation);
            const std::size_t at = field.documentation.find("Computed");
            CHECK(at != std::string_view::npos);
            ++derived;
        }
    }
    CHECK(derived > 100);
}
