// One walk over the columns of sensitive fields gives the places; a document's spans are found when it is first shown.
#include "engine/facts/sensitive.h"

#include <algorithm>
#include <utility>

namespace scantling {

namespace {

std::vector<Span> merged(std::vector<Span> spans) {
    std::sort(spans.begin(), spans.end(), [](Span a, Span b) { return a.begin < b.begin; });
    std::vector<Span> out;
    for (const Span span : spans) {
        if (span.begin >= span.end) continue;
        if (!out.empty() && span.begin <= out.back().end) {
            out.back().end = std::max(out.back().end, span.end);
        } else {
            out.push_back(span);
        }
    }
    return out;
}

// The lines of a value that goes over several, without what continues them: a folded text has these pieces one after the other.
std::vector<std::string_view> lines_of(std::string_view raw) {
    std::vector<std::string_view> out;
    while (!raw.empty()) {
        const std::size_t end = std::min(raw.find('\n'), raw.size());
        std::string_view line = raw.substr(0, end);
        const std::size_t last = line.find_last_not_of(" \t\r");
        const bool continued = end < raw.size() && last != std::string_view::npos && (line[last] == '\\' || line[last] == '`');
        line = continued ? line.substr(0, last) : line.substr(0, last == std::string_view::npos ? 0 : last + 1);
        if (!line.empty()) out.push_back(line);
        raw.remove_prefix(std::min(end + 1, raw.size()));
    }
    return out;
}

struct Piece {
    std::string_view text;
    char before = '\0';      // the byte in front of it in the document
    bool continues = false;  // the piece before it
};

// Pieces that are looked for anywhere in the text; each is a walk over it.
constexpr std::size_t sought_anywhere = 64;

std::size_t replace_all(std::string& text, const std::string& what, std::string_view with) {
    std::size_t count = 0;
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size())) {
        text.replace(at, what.size(), with);
        ++count;
    }
    return count;
}

// Behind what stands in front of it in the document (`=`, a quote); where it is not found so, anywhere: but a short one could be anything.
void cut_out(std::string& text, const Piece& piece) {
    constexpr std::size_t telling = 4;
    const std::string before(piece.before == '\0' ? 0 : 1, piece.before);
    const std::string what(piece.text);
    const bool found = !before.empty() && replace_all(text, before + what, before + std::string(masked_text)) != 0;
    if (!found && what.size() >= telling) replace_all(text, what, masked_text);
}

// The pieces in the order in which they stand, in one walk over the text: a piece of a file may have thousands. Counts those that are not
// found behind the one before, until there are too many to be worth more.
std::string cut_in_order(const std::string& text, const std::vector<Piece>& pieces, std::size_t& left) {
    std::string out;
    std::size_t at = 0;
    for (const Piece& piece : pieces) {
        if (piece.before == '\0' && text.compare(at, piece.text.size(), piece.text) == 0) {
            if (!piece.continues) out += masked_text;  // the mask before it stands for it, too
            at += piece.text.size();
            continue;
        }
        const std::string what = (piece.before == '\0' ? std::string() : std::string(1, piece.before)) + std::string(piece.text);
        const std::size_t found = piece.before == '\0' ? std::string::npos : text.find(what, at);
        if (found == std::string::npos) {
            if (++left > sought_anywhere) break;
            continue;
        }
        out.append(text, at, found + 1 - at).append(masked_text);
        at = found + what.size();
    }
    return out.append(text, at, text.npos);
}

}  // namespace

SensitiveSpans::SensitiveSpans(const Facts& facts) : facts_(&facts), locator_(facts), may_hide_(facts.places().has_texts()) {}

void SensitiveSpans::add(PlaceId place) {
    if (place == PlaceId::none) return;
    std::vector<PlaceId>& known = places_[facts_->places().document_of(place)];
    if (known.empty() || known.back() != place) known.push_back(place);
}

void SensitiveSpans::collect_slot(TableId table, SlotIndex slot) {
    const SlotLayout& layout = facts_->layout().table(table).slots[slot];
    const Table& at = facts_->table(table);
    if (at.columns.empty()) return;
    if (layout.kind == TypeKind::list || layout.kind == TypeKind::map) {
        if (!layout.view && layout.child != no_table) collect_slot(layout.child, layout.kind == TypeKind::map ? 1 : 0);
        return;
    }
    const bool derived = layout.field != nullptr && layout.field->flags.derived;
    for (Row row = 0; row < at.rows; ++row) {
        if (at.columns[slot].state(row) == CellState::absent) continue;
        const PlaceId own = at.columns[slot].place(row);
        if (own != PlaceId::none || (!derived && at.columns[slot].state(row) == CellState::present)) {
            add(own != PlaceId::none ? own : facts_->place_of_row(table, row));
        }
    }
}

void SensitiveSpans::collect() {
    collected_ = true;
    for (const PlaceId place : facts_->hidden()) add(place);
    const Layout& layout = facts_->layout();
    for (TableId table = 0; table < layout.tables().size(); ++table) {
        if (facts_->table(table).rows == 0) continue;
        const auto& slots = layout.table(table).slots;
        for (std::size_t slot = 0; slot < slots.size(); ++slot) {
            if (slots[slot].field != nullptr && slots[slot].field->flags.sensitive) collect_slot(table, static_cast<SlotIndex>(slot));
        }
    }
}

const std::vector<Span>& SensitiveSpans::of(DocumentId document) {
    if (!collected_) collect();
    const auto [at, added] = spans_.try_emplace(document);
    if (!added) return at->second;
    std::vector<PlaceId>& places = places_[document];
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
    std::vector<Span> spans;
    for (const PlaceId place : places) {
        const auto text = facts_->places().span(place);
        spans.push_back(text ? *text : locator_.locate(place).span);
    }
    at->second = merged(std::move(spans));
    return at->second;
}

std::string SensitiveSpans::hide(std::string text, PlaceId place) {
    if (place == PlaceId::none || text.empty()) return text;
    const auto within = facts_->places().span(place);
    if (!within) return text;
    const DocumentId document = facts_->places().document_of(place);
    const std::vector<Span>& spans = of(document);
    const std::string_view bytes = facts_->documents()[document].source->text();
    auto span = std::lower_bound(spans.begin(), spans.end(), within->begin, [](Span s, std::uint32_t begin) { return s.end <= begin; });
    std::vector<Piece> pieces;
    for (; span != spans.end() && span->begin < within->end; ++span) {
        const std::uint32_t begin = std::max(span->begin, within->begin);
        const std::uint32_t end = std::min(span->end, within->end);
        if (begin == within->begin && end == within->end) return std::string(masked_text);
        char before = begin > within->begin ? bytes[begin - 1] : '\0';
        bool continues = false;
        for (const std::string_view line : lines_of(bytes.substr(begin, end - begin))) {
            pieces.push_back({line, std::exchange(before, '\0'), std::exchange(continues, true)});
        }
    }
    if (pieces.empty()) return text;
    std::size_t left = 0;
    std::string out = cut_in_order(text, pieces, left);
    if (left > sought_anywhere) return std::string(masked_text);
    if (left == 0 && pieces.size() > sought_anywhere) return out;
    // A value may stand once more where nobody reads it as one. The longest first: a value may begin with another.
    std::stable_sort(pieces.begin(), pieces.end(), [](const Piece& a, const Piece& b) { return a.text.size() > b.text.size(); });
    if (pieces.size() > sought_anywhere) pieces.resize(sought_anywhere);
    for (const Piece& piece : pieces) cut_out(out, piece);
    return out;
}

}  // namespace scantling
