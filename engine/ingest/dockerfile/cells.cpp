// Shared records. A cell that depends on account files or layers stays untouched: not supplied.
#include "engine/ingest/dockerfile/cells.h"

#include <algorithm>

#include "engine/ingest/dockerfile/shell.h"

namespace scantling::dockerfile {

namespace {

std::optional<std::int64_t> number(std::string_view text) {
    if (text.empty() || text.size() > 18 || !std::all_of(text.begin(), text.end(), is_digit)) return std::nullopt;
    std::int64_t value = 0;
    for (const char c : text) value = value * 10 + (c - '0');
    return value;
}

}  // namespace

void write_user(const RecordWriter<model::User>& user, const Text& text, const Locations& locations) {
    using U = model::User;
    const PlaceId place = locations.at(text.span);
    if (!text.known) {
        user.unknown(U::text, CellState::unresolved, place);
        user.unknown(U::is_numeric, CellState::unresolved);
        user.unknown(U::name, CellState::unresolved);
        user.unknown(U::uid, CellState::unresolved);
        user.unknown(U::gid, CellState::unresolved);
        user.unknown(U::group, CellState::unresolved);
        user.unknown(U::is_root, CellState::unresolved);
        user.unknown(U::in_root_group, CellState::unresolved);
        user.unknown(U::says_root, CellState::unresolved);
        return;
    }
    const std::size_t colon = text.value.find(':');
    const std::string_view name = text.value.substr(0, colon);
    const std::string_view group = colon == std::string_view::npos ? std::string_view() : text.value.substr(colon + 1);
    const auto uid = number(name);
    const auto gid = number(group);
    const bool root = uid == 0 || name == "root";
    user.set(U::text, text.value, place);
    user.set(U::is_numeric, uid.has_value());
    user.set(U::says_root, root);
    if (uid) {
        user.absent(U::name);
        user.set(U::uid, *uid, place);
        user.set(U::is_root, root);
    } else {
        user.set(U::name, name, place);
        if (root) user.set(U::uid, std::int64_t{0});
        if (root) user.set(U::is_root, true);
    }
    if (group.empty()) {
        user.absent(U::group);
        if (name == "root") user.set(U::gid, std::int64_t{0});
        if (name == "root") user.set(U::in_root_group, true);
        return;
    }
    if (gid || group == "root") {
        user.set(U::gid, gid.value_or(0), place);
        user.set(U::in_root_group, gid.value_or(0) == 0);
    }
    if (gid) {
        user.absent(U::group);
    } else {
        user.set(U::group, group, place);
    }
}

void write_reference(const RecordWriter<model::ImageReference>& record, const ImageReference& reference, Span span,
                     const Locations& locations) {
    using R = model::ImageReference;
    const PlaceId place = locations.at(span);
    record.set(R::text, std::string_view(reference.text), place);
    record.set(R::name, std::string_view(reference.name), place);
    record.set(R::registry, std::string_view(reference.registry), place);
    record.set(R::repository, std::string_view(reference.repository), place);
    const auto optional = [&](auto slot, const std::optional<std::string>& value) {
        if (value) {
            record.set(slot, std::string_view(*value), place);
        } else {
            record.absent(slot, place);
        }
    };
    optional(R::tag, reference.tag);
    optional(R::digest, reference.digest);
    record.set(R::is_latest, reference.is_latest(), place);
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
    using E = model::Exec;
    exec.set(E::form, line.json ? model::Form::exec : model::Form::shell, locations.at(line.span));
    const auto words = exec.list(E::words, locations.at(line.span));
    for (const Text& word : line.words) {
        if (word.known) {
            words.add(word.value, locations.at(word.span));
        } else {
            words.add_unknown(CellState::unresolved, locations.at(word.span));
        }
    }
    if (line.has_program) {
        write_text(exec, E::program, line.program, locations);
    } else {
        exec.absent(E::program);
    }
    exec.set(E::needs_shell, !line.json || (line.has_program && is_shell(line.program.value)));
}

}  // namespace scantling::dockerfile
