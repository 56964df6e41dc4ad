// Pieces of configuration that images, Dockerfiles and containers have alike: texts as a source wrote them → the shared records.
//
// Everything here takes the text and its place; the callers know where a text comes from and what its absence means.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/facts/writers.h"
#include "engine/values/image_reference.h"

namespace scantling {

// `name[:group]`, `uid[:gid]`; the text must not be empty. Docker's reading: no user before the colon is uid 0, a number may have a sign.
struct UserParts {
    std::string_view user;
    std::optional<std::string_view> group;
    std::optional<std::int64_t> uid;  // where the user part is a number
    std::optional<std::int64_t> gid;
    [[nodiscard]] bool says_root() const { return user.empty() || user == "root" || uid == 0; }
};
[[nodiscard]] UserParts parse_user(std::string_view text);
// What only the account files could tell stays unknown, not_supplied(image.users).
void write_user(const RecordWriter<model::User>& to, std::string_view text, PlaceId place);

void write_image_reference(const RecordWriter<model::ImageReference>& to, const ImageReference& reference, PlaceId place);
void write_platform(const RecordWriter<model::Platform>& to, std::string_view os, std::string_view architecture, std::string_view variant,
                    PlaceId place);

struct PlacedText {
    std::string_view text;
    PlaceId place = PlaceId::none;
};
// A command line as its argument vector. `shell_words`: how many of the first words are the shell and its options (of shell form), else 0:
// the word after them is the shell's text.
void write_exec(const RecordWriter<model::Exec>& to, std::span<const PlacedText> words, std::size_t shell_words, PlaceId place);
// How many first words of an argument vector are `shell` (`/bin/sh -c`) put before one text; 0: it was not given in shell form.
[[nodiscard]] std::size_t shell_prefix(std::span<const PlacedText> words, std::span<const std::string_view> shell);
// `sh`, `/bin/bash`, `cmd.exe`, `pwsh` …
[[nodiscard]] bool is_shell_program(std::string_view program);
// The program that a shell starts first for that text: after assignments and `exec`; empty where it is a variable or no plain word.
[[nodiscard]] std::optional<std::string> first_program(std::string_view shell_text);

// `80`, `80/tcp`, `8000-8010/udp`; protocols in any case. Empty where the text is no port or range.
struct PortRange {
    std::int64_t number = 0;
    std::int64_t last = 0;
    model::Protocol protocol = model::Protocol::tcp;
};
[[nodiscard]] std::optional<PortRange> parse_port_range(std::string_view text);
// Adds the port, or marks the list as incomplete (unreadable).
void add_port(const ListWriter<kind::Embedded<model::Port>>& to, std::string_view text, PlaceId place);

// `NAME=value`; a leading `=` belongs to the name (Windows keeps drive letters so). No value where there is no `=`.
struct VariableParts {
    std::string_view name;
    std::optional<std::string_view> value;
};
[[nodiscard]] VariableParts parse_variable(std::string_view text);
// All variables in order of definition, each name once with its last value.
void write_env(const ListWriter<kind::Embedded<model::EnvVariable>>& to, std::span<const PlacedText> variables);

}  // namespace scantling
