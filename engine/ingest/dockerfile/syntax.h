// The syntax of a Dockerfile, as BuildKit reads it: directives, comments, instructions with their parts, heredocs.
//
// No facts yet and no variables expanded. Every part knows the bytes of the file that it came from. What BuildKit would
// refuse becomes a Problem with its place, and the rest of the file is read all the same.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/source.h"
#include "engine/ingest/dockerfile/text.h"

namespace scantling::dockerfile {

enum class Keyword : std::uint8_t {
    from,
    run,
    cmd,
    label,
    maintainer,
    expose,
    env,
    add,
    copy,
    entrypoint,
    volume,
    user,
    workdir,
    arg,
    onbuild,
    stopsignal,
    healthcheck,
    shell,
    other
};
inline constexpr std::size_t keyword_count = 19;
[[nodiscard]] Keyword keyword_of(std::string_view text);  // in any case
[[nodiscard]] std::string_view name_of(Keyword keyword);  // upper case; OTHER for what is no instruction

// ENV and ARG, what may hold one, and what may have been meant for one.
[[nodiscard]] bool may_set_variables(Keyword keyword);
// Of a word that stands for a keyword, what may be shown: a blank that is none, or none at all, may bring a value with it.
[[nodiscard]] std::string_view shown_word(std::string_view word);

struct Problem {
    Span span;
    std::string message;  // BuildKit's words where it has some
};

struct Directive {
    std::string_view name;  // lower case
    std::string_view value;
    Span value_span;
};

struct Comment {
    std::string_view text;                // after the `#`, trimmed
    Span span;                            // from the `#`
    std::optional<std::uint32_t> before;  // the instruction it stands before, as BuildKit attaches comments
};

struct Word {
    std::string_view text;
    Span span;
    std::string_view written;  // with JSON quotes, a view of the instruction's text
};

struct Flag {
    std::string_view name;  // with its dashes
    Span span;
    std::optional<std::string_view> value;
    Span value_span;
};

// ENV, LABEL, ARG: a name and, but for `ARG name`, a value; both as written, quotes and all.
struct Pair {
    Word name;
    std::optional<Word> value;
    bool legacy = false;  // `ENV name value`
};

struct Heredoc {
    std::string_view name;
    Span name_span;
    Mapped body;              // tabs stripped where `<<-` asks for it
    Span span;                // of the body's lines in the file
    std::uint32_t after = 0;  // offset in the instruction's text just past `<<NAME`
    std::uint32_t begin = 0;  // and where `<<` begins
    std::uint32_t descriptor = 0;
    bool expands = true;
    bool strips_tabs = false;
};

struct Instruction {
    Keyword keyword = Keyword::other;
    std::string_view keyword_text;
    Span keyword_span;
    Span span;  // of the instruction without the bodies of its heredocs
    std::uint32_t line = 0;
    std::uint32_t end_line = 0;  // with them
    Mapped text;                 // continuations folded, comments gone, blanks at the ends gone
    std::string_view rest;       // of `text`: what follows keyword and flags
    std::vector<Flag> flags;
    std::vector<Word> words;  // the arguments as BuildKit splits them for this keyword
    bool json = false;
    std::vector<Pair> pairs;
    std::vector<Heredoc> heredocs;
    std::unique_ptr<Instruction> trigger;  // of ONBUILD
    bool refused = false;                  // a problem names it

    [[nodiscard]] const Flag* flag(std::string_view name) const;
};

struct File {
    std::shared_ptr<const Source> source;
    Pool pool;
    char escape = '\\';
    std::vector<Directive> directives;
    std::vector<Comment> comments;
    std::vector<Instruction> instructions;
    std::vector<Problem> problems;
    std::vector<Span> empty_continuations;
    std::vector<std::uint32_t> line_begins;
    bool lost = false;  // some lines could not be read as what they are: what is not there proves nothing

    void add_problem(Span span, std::string message);  // up to limits::dockerfile_errors

    [[nodiscard]] std::uint32_t line_of(std::uint32_t offset) const;  // from 1
    [[nodiscard]] const Directive* directive(std::string_view name) const;
};

// Never fails: a file that is no Dockerfile at all has problems and nothing else.
[[nodiscard]] File parse(std::shared_ptr<const Source> source);

}  // namespace scantling::dockerfile
