// COPY and ADD: sources by kind, destination resolved, owner, mode, origin.
#include <algorithm>

#include "engine/ingest/dockerfile/heredoc.h"
#include "engine/ingest/dockerfile/reader.h"
#include "engine/ingest/shared/config_values.h"
#include "engine/values/path.h"

namespace scantling::dockerfile {

namespace {

using C = model::Copy;
using S = model::CopySource;

bool starts(std::string_view text, std::string_view with) { return text.substr(0, with.size()) == with; }
bool ends(std::string_view text, std::string_view with) {
    return text.size() >= with.size() && text.substr(text.size() - with.size()) == with;
}

bool is_archive_name(std::string_view name) {
    constexpr std::string_view suffixes[] = {".tar",    ".tar.gz", ".tgz", ".taz",      ".tar.bz2", ".tbz2", ".tbz",     ".tb2",
                                             ".tar.xz", ".txz",    ".tlz", ".tar.lzma", ".tar.Z",   ".tZ",   ".tar.zst", ".tzst"};
    return std::any_of(std::begin(suffixes), std::end(suffixes), [&](std::string_view suffix) { return ends(name, suffix); });
}

bool is_http(std::string_view text) { return starts(text, "http://") || starts(text, "https://"); }

// BuildKit's: `git://`, `git@host:`, `ssh://`, an http URL whose path ends in `.git`, `github.com/…`.
bool is_git(std::string_view text) {
    if (starts(text, "git://") || starts(text, "git@") || starts(text, "ssh://") || starts(text, "github.com/")) return true;
    return is_http(text) && ends(text.substr(0, text.find_first_of("#?")), ".git");
}

bool is_commit(std::string_view text) {
    return (text.size() == 40 || text.size() == 64) &&
           std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); });
}

bool is_absolute(std::string_view path) {
    return starts(path, "/") || starts(path, "\\") || (path.size() > 1 && is_letter(path[0]) && path[1] == ':');
}

}  // namespace

void Reader::copy(const InstructionRow& row, const Instruction& made) {
    if (made.words.empty()) return;
    const auto record = copies_.add(at(made.span));
    if (!stages_.empty()) stages_.back().add_to_view(model::Stage::copies, record.row());
    row.set(model::Instruction::copy, record.row());
    record.set(C::instruction, row.row());
    refer_to_stage(record, C::stage);
    record.set(C::keyword, static_cast<model::Keyword>(made.keyword), at(made.keyword_span));
    record.set(C::line, static_cast<std::int64_t>(made.line));
    const Flag* flag = made.flag("--from");
    std::optional<From> from;
    if (flag != nullptr && flag->value && !stages_.empty()) from = plan_.from(*flag->value, static_cast<std::uint32_t>(stages_.size() - 1));
    copy_from(record, made, from);
    copy_flags(record, made);
    const auto sources = record.list(C::sources);
    const bool has_destination = made.words.size() > 1;
    for (std::size_t i = 0; i + (has_destination ? 1 : 0) < made.words.size(); ++i) {
        const Word& word = made.words[i];
        const bool heredoc = is_heredoc(word.text) && !made.json;
        source(sources.add(at(word.span)), made, heredoc ? text_of(word) : expand(word.text, word.span), heredoc, from);
    }
    if (has_destination) {
        destination(record, expand(made.words.back().text, made.words.back().span));
    } else {
        destination(record, {{}, made.span, false});
    }
}

void Reader::copy_from(const RecordWriter<model::Copy>& record, const Instruction& made, const std::optional<From>& from) {
    record.absent(C::from_text);
    record.absent(C::from_stage);
    record.absent(C::from_image);
    record.set(C::from_self, from && from->itself);
    record.set(C::from_is_index, from && from->is_index);
    if (!from) return;
    const Flag* flag = made.flag("--from");
    const PlaceId place = at(flag->value_span);
    record.set(C::from_text, *flag->value, place);
    if (from->unresolved) {
        record.unknown(C::from_stage, CellState::unresolved, place);
        record.unknown(C::from_image, CellState::unresolved, place);
        record.unknown(C::from_self, CellState::unresolved, place);
    }
    if (from->stage) record.set(C::from_stage, stages_[*from->stage].row(), place);
    if (from->image) write_image_reference(record.open(C::from_image, place), *from->image, at(flag->value_span));
}

void Reader::copy_flags(const RecordWriter<model::Copy>& record, const Instruction& made) {
    const auto given = [&](std::string_view name) {
        const Flag* flag = made.flag(name);
        return flag != nullptr && flag->value ? flag : nullptr;
    };
    if (const Flag* owner = given("--chown")) {
        write_user(record.open(C::owner, at(owner->value_span)), expand(*owner->value, owner->value_span), locations_);
    } else {
        record.absent(C::owner);
    }
    record.absent(C::mode);
    if (const Flag* flag = given("--chmod")) {
        const Text text = expand(*flag->value, flag->value_span);
        const bool octal = text.known && !text.value.empty() && text.value.size() <= 6 &&
                           std::all_of(text.value.begin(), text.value.end(), [](char c) { return c >= '0' && c <= '7'; });
        std::int64_t mode = 0;
        for (const char c : octal ? text.value : std::string_view()) mode = mode * 8 + (c - '0');
        if (octal) {
            record.set(C::mode, mode & 07777, at(text.span));
        } else {
            record.unknown(C::mode, CellState::unresolved, at(text.span));  // a variable, or `u+x`, which depends on the file
        }
    }
    const Flag* link = made.flag("--link");
    record.set(C::link, link != nullptr && !(link->value && same_word(*link->value, "false")));
    if (const Flag* checksum = given("--checksum")) {
        write_text(record, C::checksum, expand(*checksum->value, checksum->value_span), locations_);
    } else {
        record.absent(C::checksum);
    }
    const auto exclude = record.list(C::exclude);
    for (const Flag& flag : made.flags) {
        if (flag.name == "--exclude" && flag.value) exclude.add(*flag.value, at(flag.value_span));
    }
}

void Reader::destination(const RecordWriter<model::Copy>& record, const Text& text) {
    const PlaceId place = at(text.span);
    write_text(record, C::destination, text, locations_);
    const Held<Text>& base = config_.workdir;
    if (base.state == CellState::present || base.state == CellState::absent) {
        record.set(C::workdir_set, base.state == CellState::present);
    } else {
        record.unknown(C::workdir_set, base.state);
    }
    if (!text.known) {
        record.unknown(C::effective_path, CellState::unresolved, place);
        record.unknown(C::is_relative, CellState::unresolved, place);
        record.unknown(C::ends_in_slash, CellState::unresolved, place);
        return;
    }
    const bool relative = !is_absolute(text.value);
    record.set(C::is_relative, relative, place);
    record.set(C::ends_in_slash, ends(text.value, "/") || ends(text.value, "\\") || text.value == "." || ends(text.value, "/."), place);
    const bool based = base.state == CellState::absent || (base.state == CellState::present && base.value.known);
    if (!relative) {
        record.set(C::effective_path, starts(text.value, "/") ? file_.pool.keep(clean_path(text.value)) : text.value, place);
    } else if (based) {
        const std::string_view below = base.state == CellState::present ? base.value.value : "/";
        record.set(C::effective_path, file_.pool.keep(clean_path(text.value, below)), place);
    } else {
        record.unknown(C::effective_path, base.state == CellState::present ? CellState::unresolved : base.state, place);
    }
}

void Reader::source(const RecordWriter<model::CopySource>& record, const Instruction& made, const Text& text, bool heredoc,
                    const std::optional<From>& from) {
    const PlaceId place = at(text.span);
    write_text(record, S::text, text, locations_);
    record.absent(S::url);
    record.absent(S::git_reference);
    const bool add = made.keyword == Keyword::add;
    const std::string_view value = text.value;
    model::CopySourceKind kind = model::CopySourceKind::local;
    bool kind_known = true;
    if (heredoc) {
        kind = model::CopySourceKind::heredoc;
    } else if (from) {
        kind = from->stage ? model::CopySourceKind::stage : model::CopySourceKind::image;
        kind_known = !from->unresolved;
    } else if (add && is_git(value)) {
        kind = model::CopySourceKind::git;
    } else if (add && is_http(value)) {
        kind = model::CopySourceKind::remote;
    } else {
        kind_known = !add || text.known;  // a variable may hold a URL
    }
    if (kind_known) {
        record.set(S::kind, kind, place);
    } else {
        record.unknown(S::kind, CellState::unresolved, place);
    }
    const bool local = kind_known && kind == model::CopySourceKind::local;
    const bool web = kind == model::CopySourceKind::git || kind == model::CopySourceKind::remote;
    if (web) write_text(record, S::url, text, locations_);
    const Flag* checksum = made.flag("--checksum");
    bool pinned = checksum != nullptr && checksum->value && !checksum->value->empty();
    if (kind == model::CopySourceKind::git && value.find('#') != std::string_view::npos) {
        const std::string_view fragment = value.substr(value.find('#') + 1);
        const std::string_view reference = fragment.substr(0, fragment.find(':'));
        write_text(record, S::git_reference, {reference, text.span, text.known}, locations_);
        pinned = pinned || is_commit(reference);
    }
    if (kind == model::CopySourceKind::image && from && from->image) pinned = pinned || from->image->digest.has_value();
    if (!kind_known || (web && !text.known && !pinned)) {
        record.unknown(S::pinned, CellState::unresolved, place);
    } else {
        record.set(S::pinned, pinned, place);
    }
    if (text.known) {
        const bool whole =
            value == "." || value == "./" || value == "/" || value == "/." || value == "*" || value == "./*" || value == "/*";
        record.set(S::is_archive, local && is_archive_name(value), place);
        record.set(S::is_everything, whole && !web && !heredoc, place);
    } else {
        record.unknown(S::is_archive, CellState::unresolved, place);
        record.unknown(S::is_everything, CellState::unresolved, place);
    }
    ignored(record, text, local);
}

void Reader::ignored(const RecordWriter<model::CopySource>& record, const Text& text, bool local) {
    if (!local) {
        record.set(S::ignored, false);
        return;
    }
    if (!ignore_) return;  // not supplied
    const auto found = text.known ? is_ignored(*ignore_, text.value, ignore_steps_) : std::nullopt;
    if (found) {
        record.set(S::ignored, *found, at(text.span));
    } else {
        record.unknown(S::ignored, CellState::unresolved, at(text.span));
    }
}

}  // namespace scantling::dockerfile
