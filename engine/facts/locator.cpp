// Places to spans and positions, remembering what was walked.
#include "engine/facts/locator.h"

#include "engine/base/utf8.h"

namespace scantling {

Locator::Item Locator::item_of(const Places::Step& step, std::string_view json) {
    auto found = containers_.find(static_cast<std::uint32_t>(step.parent));
    if (found == containers_.end()) {
        JsonContainer container(json, offset_of(step.parent, json));
        found = containers_.emplace(static_cast<std::uint32_t>(step.parent), std::move(container)).first;
    }
    JsonContainer& container = found->second;
    if (!step.is_member) return container.reach(step.index) ? Item{&container, step.index} : Item{};
    const auto index = container.find(facts_->text(step.key));
    return index ? Item{&container, *index} : Item{};
}

std::uint32_t Locator::offset_of(PlaceId place, std::string_view json) {
    const auto step = facts_->places().step(place);
    if (!step) return json.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0;  // the root stands behind a byte order mark
    const Item item = item_of(*step, json);
    return item.container != nullptr ? item.container->begin(item.index) : offset_of(step->parent, json);
}

Span Locator::span_of(PlaceId place, const Document& document) {
    const std::string_view json = document.source->text();
    const auto step = facts_->places().step(place);
    const Item item = step ? item_of(*step, json) : Item{};
    if (item.container != nullptr) return item.container->value(item.index);
    if (step) return span_of(step->parent, document);  // what is not there is shown where it would be
    const std::uint32_t begin = offset_of(place, json);
    if (document.partial) return json_value(json, begin);
    // The whole of a sound document: all but the blanks around it, which need no walk.
    const std::size_t first = json.find_first_not_of(" \t\r\n", begin);
    const std::size_t last = json.find_last_not_of(" \t\r\n");
    return {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last + 1)};
}

Position Locator::position_of(DocumentId document, std::uint32_t offset) {
    const Source& source = *facts_->documents()[document].source;
    Cursor& cursor = cursors_[document];
    const std::uint32_t line = source.line_number(offset);
    if (line == cursor.position.line && offset >= cursor.offset && cursor.offset != 0) {
        const auto between = static_cast<std::uint32_t>(code_points_of_valid(source.text({cursor.offset, offset})));
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
        out.span = span_of(place, document);
    }
    out.position = position_of(out.document, out.span.begin);
    return out;
}

}  // namespace scantling
