// Places to spans and positions, remembering what was walked.
#include "engine/facts/locator.h"

#include "engine/base/utf8.h"

namespace scantling {

namespace {

// Most findings stand in small containers of one large one: to walk those again, if it comes to that, takes less than to remember each.
constexpr std::size_t worth_remembering = 4096;

}  // namespace

std::optional<Span> Locator::find_in(JsonContainer& container, const Places::Step& step, bool whole) const {
    std::size_t index = step.index;
    if (step.is_member) {
        const auto member = container.find(facts_->text(step.key));
        if (!member) return std::nullopt;
        index = *member;
    } else if (!container.reach(index)) {
        return std::nullopt;
    }
    return whole ? container.value(index) : Span{container.begin(index), container.begin(index)};
}

// However deep a place is, what lies between it and the next container that is remembered is less than that.
Locator::Found Locator::find(const Places::Step& step, std::string_view json, bool whole) {
    const auto known = containers_.find(static_cast<std::uint32_t>(step.parent));
    if (known != containers_.end()) return {find_in(known->second, step, whole), known->second.offset(), 0};
    const Begin parent = begin_of(step.parent, json);
    JsonContainer container(json, parent.offset);
    Found out{find_in(container, step, whole), parent.offset, parent.walked + container.walked()};
    if (out.walked < worth_remembering) return out;
    containers_.emplace(static_cast<std::uint32_t>(step.parent), std::move(container));
    out.walked = 0;
    return out;
}

Locator::Begin Locator::begin_of(PlaceId place, std::string_view json) {
    const auto step = facts_->places().step(place);
    if (!step) return {json.substr(0, 3) == "\xEF\xBB\xBF" ? 3U : 0U, 0};  // the root stands behind a byte order mark
    const Found found = find(*step, json, false);
    return {found.value ? found.value->begin : found.parent, found.walked};
}

Span Locator::span_of(PlaceId place, const Document& document) {
    const std::string_view json = document.source->text();
    const auto step = facts_->places().step(place);
    if (step) {
        const Found found = find(*step, json, true);
        return found.value ? *found.value : span_of(step->parent, document);  // what is not there is shown where it would be
    }
    const std::uint32_t begin = begin_of(place, json).offset;
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
