// Shared records from texts that may be unknown. Known texts go the way that all readers share.
#include "engine/ingest/dockerfile/cells.h"

#include "engine/ingest/shared/config_values.h"

namespace scantling::dockerfile {

void write_user(const RecordWriter<model::User>& user, const Text& text, const Locations& locations) {
    using U = model::User;
    const PlaceId place = locations.at(text.span);
    if (text.known && !text.value.empty()) return scantling::write_user(user, text.value, place);
    const CellState cause = text.known ? CellState::unreadable : CellState::unresolved;
    user.unknown(U::text, cause, place);
    user.unknown(U::is_numeric, cause);
    user.unknown(U::name, cause);
    user.unknown(U::uid, cause);
    user.unknown(U::gid, cause);
    user.unknown(U::group, cause);
    user.unknown(U::is_root, cause);
    user.unknown(U::in_root_group, cause);
    user.unknown(U::says_root, cause);
}

void forget_reference(const RecordWriter<model::ImageReference>& record, CellState state) {
    using R = model::ImageReference;
    record.unknown(R::text, state);
    record.unknown(R::name, state);
    record.unknown(R::registry, state);
    record.unknown(R::repository, state);
    record.unknown(R::tag, state);
    record.unknown(R::digest, state);
    record.unknown(R::is_latest, state);
}

void write_exec(const RecordWriter<model::Exec>& exec, const CommandLine& line, const Locations& locations) {
    std::vector<PlacedText> words;
    words.reserve(line.words.size());
    for (const Text& word : line.words) words.push_back({word.value, locations.at(word.span)});
    scantling::write_exec(exec, words, line.shell_words, locations.at(line.span));
}

}  // namespace scantling::dockerfile
