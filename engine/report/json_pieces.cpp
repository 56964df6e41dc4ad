// Pieces of JSON; keys ascend.
#include "engine/report/json_pieces.h"

#include <optional>

#include "engine/report/words.h"

namespace scantling::report {

void write_refs(JsonWriter& json, const Rule& rule) {
    json.begin_object();
    for (const auto& [key, ids] : rule.refs) {
        json.key(key).begin_array();
        for (const std::string& id : ids) json.string(id);
        json.end_array();
    }
    json.end_object();
}

void write_cause(JsonWriter& json, const LocatedCause& cause, const Facts& facts, Locator& locator) {
    json.begin_object().member("cause", name_of(cause.cause.kind));
    std::optional<Located> at;
    if (cause.place != PlaceId::none) at = locator.locate(cause.place);
    if (at) json.member("file", facts.documents()[at->document].source->name()).member("line", std::int64_t{at->position.line});
    if (cause.cause.part != no_part) json.member("part", facts.layout().parts()[cause.cause.part].path);
    if (at && !at->pointer.empty()) json.member("pointer", at->pointer);
    json.end_object();
}

}  // namespace scantling::report
