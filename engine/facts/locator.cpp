// Places to spans and positions, remembering what was walked.
#include "engine/facts/locator.h"

#include <algorithm>

namespace scantling {

std::uint32_t Locator::offset_of(PlaceId place, std::string_view json) {
    const auto step = facts_->places().step(place);
    if (!step) return json.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0;  // the root stands behind a byte order mark
    const std::uint32_t parent = offset_of(step->parent, json);
    auto found = containers_.find(static_cast<std::uint32_t>(step->parent));
    if (found == containers_.end())
        found = containers_.emplace(static_cast<std::uint32_t>(step->parent), json_children(json, parent)).first;
    const auto& items = found->second.items;
    if (!step->is_member) return step->index < items.size() ? items[step->index].second : parent;
    const std::string_view key = facts_->text(step->key);
    for (const auto& [name, offset] : items) {
        if (name == key) return offset;
    }
    return parent;
}

Position Locator::position_of(DocumentId document, std::uint32_t offset) {
    const Source& source = *facts_->documents()[document].source;
    Cursor& cursor = cursors_[document];
    const std::uint32_t line = source.line_number(offset);
    if (line == cursor.position.line && offset >= cursor.offset && cursor.offset != 0) {
        // Of text that was found to be UTF-8, so counting the bytes that begin a code point will do (and vectorises).
        const std::string_view passed = source.text({cursor.offset, offset});
        const auto begins = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; };
        const auto between = static_cast<std::uint32_t>(std::count_if(passed.begin(), passed.end(), begins));
        cursor = {offset, {line, cursor.position.column + between}};
    } else {
        cursor = {offset, source.position(offset)};
    }
    return cursor.position;
}

Located Locator::locate(PlaceId place) {
    const Places& places = facts_->places();
    Located out;
    out.document = places.document_of(place);
    const Document& document = facts_->documents()[out.document];
    if (const auto span = places.span(place)) {
        out.span = *span;
    } else if (document.is_json) {
        out.pointer = places.pointer(place);
        out.span = json_value(document.source->text(), offset_of(place, document.source->text()));
    }
    out.position = position_of(out.document, out.span.begin);
    return out;
}

}  // namespace scantling
