// Users, references, command lines, ports and variables: text → records, by Docker's own reading of each.
#include "engine/ingest/shared/config_values.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <unordered_map>

#include "engine/base/text_hash.h"
#include "engine/values/ascii.h"
#include "engine/values/path.h"
#include "engine/values/platform.h"

namespace scantling {

namespace {

std::optional<std::int64_t> parse_integer(std::string_view text) {
    if (!text.empty() && text.front() == '+') text.remove_prefix(1);
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

std::optional<std::int64_t> parse_port_number(std::string_view text) {
    if (text.empty() || !ascii::all_of(text, ascii::is_digit)) return std::nullopt;
    const auto value = parse_integer(text);
    return value && *value <= 65535 ? value : std::nullopt;
}

std::optional<model::Protocol> parse_protocol(std::string_view text) {
    if (ascii::equal_folded(text, "tcp")) return model::Protocol::tcp;
    if (ascii::equal_folded(text, "udp")) return model::Protocol::udp;
    if (ascii::equal_folded(text, "sctp")) return model::Protocol::sctp;
    return std::nullopt;
}

// `NAME=` in front of a command.
bool is_assignment(std::string_view word) {
    const std::size_t equals = word.find('=');
    if (equals == 0 || equals == std::string_view::npos || ascii::is_digit(word.front())) return false;
    return ascii::all_of(word.substr(0, equals), [](char c) { return ascii::is_alphanumeric(c) || c == '_'; });
}

// The next word of a shell text with its quotes taken off; nothing where it is not a plain word.
std::optional<std::string> take_word(std::string_view& text) {
    text = ascii::trim(text);
    std::string word;
    char quote = '\0';
    std::size_t at = 0;
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (quote == '\0' && (ascii::is_blank(c) || c == ';' || c == '&' || c == '|')) break;
        if (quote != '\'' && (c == '$' || c == '`')) return std::nullopt;
        if (quote == '\0' && std::string_view("(){}<>*?[!#").find(c) != std::string_view::npos) return std::nullopt;
        if (c == quote) {
            quote = '\0';
        } else if (quote == '\0' && (c == '"' || c == '\'')) {
            quote = c;
        } else if (c == '\\' && quote != '\'' && at + 1 < text.size()) {
            word += text[++at];
        } else {
            word += c;
        }
    }
    if (quote != '\0') return std::nullopt;
    text.remove_prefix(at);
    return word;
}

}  // namespace

UserParts parse_user(std::string_view text) {
    UserParts out;
    const std::size_t colon = text.find(':');
    out.user = text.substr(0, colon);
    if (colon != std::string_view::npos && colon + 1 < text.size()) out.group = text.substr(colon + 1);
    out.uid = parse_integer(out.user);
    if (out.group) out.gid = parse_integer(*out.group);
    return out;
}

void write_user(const RecordWriter<model::User>& to, std::string_view text, PlaceId place) {
    using model::User;
    const UserParts parts = parse_user(text);
    to.set(User::text, text, place);
    to.set(User::is_numeric, parts.uid.has_value(), place);
    to.set(User::says_root, parts.says_root(), place);
    if (parts.uid || parts.user.empty()) {
        to.absent(User::name, place);
        to.set(User::uid, parts.uid.value_or(0), place);
        to.set(User::is_root, parts.uid.value_or(0) == 0, place);
    } else {
        to.set(User::name, parts.user, place);
        if (parts.user == "root") to.set(User::is_root, true, place);
    }
    if (!parts.group) {
        to.absent(User::group, place);
    } else if (parts.gid) {
        to.absent(User::group, place);
        to.set(User::gid, *parts.gid, place);
        to.set(User::in_root_group, *parts.gid == 0, place);
    } else {
        to.set(User::group, *parts.group, place);
        if (*parts.group == "root") to.set(User::in_root_group, true, place);
    }
}

void write_image_reference(const RecordWriter<model::ImageReference>& to, const ImageReference& reference, PlaceId place) {
    using Model = model::ImageReference;
    to.set(Model::text, reference.text, place);
    to.set(Model::name, reference.name, place);
    to.set(Model::registry, reference.registry, place);
    to.set(Model::repository, reference.repository, place);
    if (reference.tag) {
        to.set(Model::tag, *reference.tag, place);
    } else {
        to.absent(Model::tag, place);
    }
    if (reference.digest) {
        to.set(Model::digest, *reference.digest, place);
    } else {
        to.absent(Model::digest, place);
    }
    to.set(Model::is_latest, reference.is_latest(), place);
}

void write_platform(const RecordWriter<model::Platform>& to, std::string_view os, std::string_view architecture, std::string_view variant,
                    PlaceId place) {
    using Model = model::Platform;
    const Platform platform = normalise_platform(os, architecture, variant);
    to.set(Model::os, platform.os, place);
    to.set(Model::architecture, platform.architecture, place);
    if (platform.variant) {
        to.set(Model::variant, *platform.variant, place);
    } else {
        to.absent(Model::variant, place);
    }
}

bool is_shell_program(std::string_view program) {
    constexpr std::array<std::string_view, 14> shells = {"sh",  "bash", "dash", "ash",        "zsh", "ksh",  "mksh",
                                                         "csh", "tcsh", "fish", "powershell", "cmd", "pwsh", "yash"};
    std::string_view name = base_name(program);
    if (const std::size_t slash = name.rfind('\\'); slash != std::string_view::npos) name.remove_prefix(slash + 1);
    std::string folded = ascii::lower(name);
    if (folded.size() > 4 && folded.compare(folded.size() - 4, 4, ".exe") == 0) folded.resize(folded.size() - 4);
    return std::find(shells.begin(), shells.end(), folded) != shells.end();
}

std::optional<std::string> first_program(std::string_view shell_text) {
    for (;;) {
        auto word = take_word(shell_text);
        if (!word || word->empty()) return std::nullopt;
        if (*word == "exec" || is_assignment(*word)) continue;
        return word;
    }
}

std::size_t shell_prefix(std::span<const PlacedText> words, std::span<const std::string_view> shell) {
    if (shell.empty() || words.size() < shell.size() + 1) return 0;
    for (std::size_t i = 0; i < shell.size(); ++i) {
        if (words[i].text != shell[i]) return 0;
    }
    return shell.size();
}

void write_exec(const RecordWriter<model::Exec>& to, std::span<const PlacedText> words, std::size_t shell_words, PlaceId place) {
    using model::Exec;
    const bool in_shell = shell_words > 0 && words.size() > shell_words;
    to.set(Exec::form, in_shell ? model::Form::shell : model::Form::exec, place);
    const auto list = to.list(Exec::words, place);
    for (const PlacedText& word : words) list.add(word.text, word.place);
    if (words.empty()) {
        to.absent(Exec::program, place);
        to.set(Exec::needs_shell, false, place);
        return;
    }
    to.set(Exec::needs_shell, in_shell || is_shell_program(words.front().text), place);
    if (!in_shell) {
        to.set(Exec::program, words.front().text, words.front().place);
        return;
    }
    const PlacedText& text = words[shell_words];
    if (const auto program = first_program(text.text)) {
        to.set(Exec::program, *program, text.place);
    } else if (ascii::trim(text.text).empty()) {
        to.absent(Exec::program, text.place);
    } else {
        to.unknown(Exec::program, CellState::unresolved, text.place);
    }
}

std::optional<PortRange> parse_port_range(std::string_view text) {
    PortRange out;
    if (const std::size_t slash = text.find('/'); slash != std::string_view::npos) {
        const auto protocol = parse_protocol(text.substr(slash + 1));
        if (!protocol) return std::nullopt;
        out.protocol = *protocol;
        text = text.substr(0, slash);
    }
    const std::size_t dash = text.find('-');
    const auto first = parse_port_number(text.substr(0, dash));
    const auto last = dash == std::string_view::npos ? first : parse_port_number(text.substr(dash + 1));
    if (!first || !last || *last < *first) return std::nullopt;
    out.number = *first;
    out.last = *last;
    return out;
}

void add_port(const ListWriter<kind::Embedded<model::Port>>& to, std::string_view text, PlaceId place) {
    const auto port = parse_port_range(text);
    if (!port) {
        to.incomplete(CellState::unreadable);
        return;
    }
    const auto row = to.add(place);
    row.set(model::Port::number, port->number);
    row.set(model::Port::protocol, port->protocol);
    row.set(model::Port::last, port->last);
}

VariableParts parse_variable(std::string_view text) {
    const std::size_t equals = text.find('=', text.empty() ? 0 : 1);
    if (equals == std::string_view::npos) return {text, std::nullopt};
    return {text.substr(0, equals), text.substr(equals + 1)};
}

void write_env(const ListWriter<kind::Embedded<model::EnvVariable>>& to, std::span<const PlacedText> variables) {
    std::unordered_map<std::string_view, std::size_t, TextHash> last;
    for (std::size_t i = 0; i < variables.size(); ++i) last[parse_variable(variables[i].text).name] = i;
    for (const PlacedText& variable : variables) {
        const auto found = last.find(parse_variable(variable.text).name);
        if (found == last.end()) continue;
        const PlacedText& winner = variables[found->second];
        const VariableParts parts = parse_variable(winner.text);
        last.erase(found);
        const auto row = to.add(winner.place);
        row.set(model::EnvVariable::name, parts.name);
        if (parts.value) {
            row.set(model::EnvVariable::value, *parts.value);
        } else {
            row.unknown(model::EnvVariable::value, CellState::not_stated);
        }
    }
}

}  // namespace scantling
