// One pass over the lines: directives, comments, instructions, heredoc bodies. BuildKit's parser.Parse, with places.
//
// An instruction on one line stays a view of the file; only continued ones are copied together.
#include "engine/ingest/dockerfile/syntax.h"

#include <algorithm>

#include "engine/base/limits.h"
#include "engine/base/utf8.h"
#include "engine/ingest/dockerfile/checks.h"
#include "engine/ingest/dockerfile/heredoc.h"
#include "engine/ingest/dockerfile/json_form.h"
#include "engine/ingest/dockerfile/lines.h"
#include "engine/ingest/dockerfile/words.h"

namespace scantling::dockerfile {

namespace {

constexpr std::string_view keyword_names[keyword_count] = {"FROM",    "RUN",        "CMD",         "LABEL",  "MAINTAINER", "EXPOSE",  "ENV",
                                                           "ADD",     "COPY",       "ENTRYPOINT",  "VOLUME", "USER",       "WORKDIR", "ARG",
                                                           "ONBUILD", "STOPSIGNAL", "HEALTHCHECK", "SHELL",  "OTHER"};

bool takes_heredocs(const Instruction& instruction) {
    const Instruction& inner = instruction.keyword == Keyword::onbuild && instruction.trigger ? *instruction.trigger : instruction;
    const bool may = inner.keyword == Keyword::add || inner.keyword == Keyword::copy || inner.keyword == Keyword::run;
    return may && !inner.json;
}

class Parser {
  public:
    explicit Parser(File& file) : file_(file), text_(file.source->text()), lines_(text_) {}

    void run() {
        if (text_.size() > limits::dockerfile_bytes) {
            const auto at = static_cast<std::uint32_t>(limits::dockerfile_bytes);
            return loss({at, at + 1}, "larger than 4 MiB, which no Dockerfile is");
        }
        if (const auto bad = first_invalid_utf8(text_)) {
            const auto at = static_cast<std::uint32_t>(*bad);
            loss({at, at + 1}, "not UTF-8");
            return;
        }
        lines_.skip_mark();
        Line line;
        while (next(line)) {
            if (file_.instructions.size() == limits::dockerfile_instructions)
                return loss({line.begin, line.begin + 1}, "too many instructions");
            top_line(line);
        }
        if (file_.instructions.empty()) problem({0, 0}, "file with no instructions");
    }

  private:
    void problem(Span span, std::string message) { file_.add_problem(span, std::move(message)); }
    // A problem after which what was read may not be what is meant.
    void loss(Span span, std::string message) {
        file_.lost = true;
        problem(span, std::move(message));
    }
    [[nodiscard]] std::string_view text(const Line& line) const { return text_.substr(line.begin, line.end - line.begin); }

    bool next(Line& line) {
        if (!lines_.next(line)) return false;
        file_.line_begins.push_back(line.begin);
        if (line.end - line.begin > limits::dockerfile_line_bytes) {
            loss({line.begin, line.begin + 1}, "dockerfile line greater than max allowed size of 65535");
            line.end = line.begin;  // read as an empty line
        }
        return true;
    }

    // A line that begins an instruction, or is blank, or a comment.
    void top_line(const Line& line) {
        const std::string_view content = trim_left(text(line));
        const std::uint32_t begin = line.begin + static_cast<std::uint32_t>(content.data() - text(line).data());
        Directive directive;
        std::string message;
        const auto outcome = directives_.read(content, begin, directive, message);
        if (outcome == DirectiveReader::Outcome::directive) {
            if (directive.name == "escape") file_.escape = directive.value.front();
            file_.directives.push_back(directive);
            return;
        }
        if (outcome == DirectiveReader::Outcome::refused) loss(directive.value_span, std::move(message));
        if (content.empty()) return;
        if (content.front() == '#') return top_comment(content, begin);
        instruction(content, begin);
    }

    void top_comment(std::string_view content, std::uint32_t begin) {
        comment(content, begin);
        if (file_.comments.back().text.empty()) {
            pending_comments_ = file_.comments.size();  // BuildKit: an empty comment parts a description from what follows
        }
    }
    void comment(std::string_view content, std::uint32_t begin) {
        file_.comments.push_back({trim(content.substr(1)), {begin, begin + static_cast<std::uint32_t>(content.size())}, std::nullopt});
    }

    // Folds continuation lines into one text.
    Mapped fold(std::string_view content, std::uint32_t begin) {
        const auto first = continued(content, file_.escape);
        if (!first) return {content, begin, {}};
        Joiner joiner;
        joiner.add(content.substr(0, *first), begin);
        Line line;
        while (next(line)) {
            const std::string_view raw = text(line);
            const std::string_view inner = trim_left(raw);
            if (inner.empty()) {
                file_.empty_continuations.push_back({line.begin, line.begin});
                continue;
            }
            if (inner.front() == '#') {
                comment(inner, line.end - static_cast<std::uint32_t>(inner.size()));
                continue;
            }
            const auto goes_on = continued(raw, file_.escape);
            joiner.add(raw.substr(0, goes_on.value_or(raw.size())), line.begin);
            if (!goes_on) break;
        }
        return joiner.finish(file_.pool);
    }

    void instruction(std::string_view content, std::uint32_t begin) {
        const std::size_t comments_before = file_.comments.size();
        Instruction made;
        made.line = lines_.number();
        made.span = {begin, begin + static_cast<std::uint32_t>(content.size())};
        const Mapped folded = fold(content, begin);
        const std::string_view trimmed = trim(folded.text);
        const std::uint32_t at = folded.offset_of(trimmed);
        made.text = part_of(folded, at, at + static_cast<std::uint32_t>(trimmed.size()));
        const std::size_t problems_before = file_.problems.size();
        split(made, 0);
        std::vector<Problem> found;
        check(made, found);
        for (Problem& one : found) problem(one.span, std::move(one.message));
        if (takes_heredocs(made)) heredocs(made);
        made.refused = !found.empty() || file_.problems.size() > problems_before;
        made.end_line = lines_.number();
        const auto index = static_cast<std::uint32_t>(file_.instructions.size());
        for (; pending_comments_ < comments_before; ++pending_comments_) file_.comments[pending_comments_].before = index;
        pending_comments_ = file_.comments.size();
        in_stage(made);
        file_.instructions.push_back(std::move(made));
    }

    void in_stage(Instruction& made) {
        if (made.keyword == Keyword::from) {
            seen_from_ = true;
        } else if (!seen_from_ && made.keyword != Keyword::arg && made.keyword != Keyword::other) {
            problem(made.keyword_span, "no build stage in current context");
            made.refused = true;
        }
    }

    // Keyword, flags, arguments. `depth` is 1 inside ONBUILD, which cannot nest.
    void split(Instruction& made, int depth) {
        const std::string_view whole = made.text.text;
        if (!whole.empty()) made.span = made.text.place(whole);  // a lone escape folds to nothing, and stands somewhere all the same
        const auto blank = std::find_if(whole.begin(), whole.end(), is_blank);
        made.keyword_text = whole.substr(0, static_cast<std::size_t>(blank - whole.begin()));
        made.keyword_span = whole.empty() ? made.span : made.text.place(made.keyword_text);
        made.keyword = keyword_of(made.keyword_text);
        const auto argument = std::find_if_not(blank, whole.end(), is_blank);
        made.rest =
            read_flags(made.text, whole.substr(static_cast<std::size_t>(argument - whole.begin())), file_.escape, made.flags, file_.pool);
        arguments(made, depth);
    }

    void arguments(Instruction& made, int depth) {
        switch (made.keyword) {
            case Keyword::env:
            case Keyword::label:
            case Keyword::arg:
                return report(made, read_pairs(made, file_.escape));
            case Keyword::from:
            case Keyword::expose:
                return add_words(made, blank_separated(made.rest));
            case Keyword::add:
            case Keyword::copy:
            case Keyword::volume:
                if (!json(made, made.rest)) add_words(made, blank_separated(made.rest));
                return;
            case Keyword::run:
            case Keyword::cmd:
            case Keyword::entrypoint:
            case Keyword::shell:
                if (!json(made, made.rest)) add_whole(made, made.rest);
                return;
            case Keyword::healthcheck:
                return health(made);
            case Keyword::onbuild:
                return onbuild(made, depth);
            default:
                return add_whole(made, made.rest);
        }
    }

    void report(const Instruction& made, std::string message) {
        if (!message.empty()) problem(made.span, std::move(message));
    }
    void add_words(Instruction& made, const std::vector<std::string_view>& words) {
        for (const std::string_view word : words) add_whole(made, word);
    }
    void add_whole(Instruction& made, std::string_view word) {
        if (!word.empty()) made.words.push_back({word, made.text.place(word), word});
    }
    bool json(Instruction& made, std::string_view rest) {
        const JsonForm form = read_json_form(made.text, rest, made.words, file_.pool);
        made.json = form == JsonForm::strings;
        if (form == JsonForm::not_strings) {
            problem(made.text.place(rest), "when using JSON array syntax, arrays must be comprised of strings only");
        }
        return made.json;
    }
    void health(Instruction& made) {
        std::size_t end = 0;
        while (end < made.rest.size() && space_length(made.rest, end) == 0) ++end;
        add_whole(made, made.rest.substr(0, end));
        const std::string_view command = trim_left(made.rest.substr(end));
        if (!command.empty() && !json(made, command)) add_whole(made, command);
    }
    void onbuild(Instruction& made, int depth) {
        add_whole(made, made.rest);
        if (made.rest.empty() || depth > 0) return;
        auto trigger = std::make_unique<Instruction>();
        const std::uint32_t at = made.text.offset_of(made.rest);
        trigger->text = part_of(made.text, at, at + static_cast<std::uint32_t>(made.rest.size()));
        trigger->line = made.line;
        split(*trigger, depth + 1);
        made.trigger = std::move(trigger);
    }

    void heredocs(Instruction& made) {
        std::string message = announced_heredocs(made.text, made.heredocs, file_.pool);
        if (!message.empty()) return problem(made.span, std::move(message));
        for (Heredoc& heredoc : made.heredocs) {
            if (!body(heredoc)) problem(heredoc.name_span, "unterminated heredoc");
        }
    }

    bool body(Heredoc& heredoc) {
        Line line;
        Joiner joiner;
        bool terminated = false;
        heredoc.span.begin = heredoc.span.end = static_cast<std::uint32_t>(text_.size());
        bool first = true;
        while (!terminated && next(line)) {
            if (first) heredoc.span.begin = line.begin;
            first = false;
            std::size_t tabs = 0;
            while (heredoc.strips_tabs && line.begin + tabs < line.end && text_[line.begin + tabs] == '\t') ++tabs;
            const auto begin = line.begin + static_cast<std::uint32_t>(tabs);
            heredoc.span.end = line.begin;
            terminated = text_.substr(begin, line.end - begin) == heredoc.name;
            if (!terminated && heredoc.strips_tabs) joiner.add(text_.substr(begin, line.next - begin), begin);
            if (!terminated) heredoc.span.end = line.next;
        }
        if (heredoc.strips_tabs) {
            heredoc.body = joiner.finish(file_.pool);
        } else {
            heredoc.body = {text_.substr(heredoc.span.begin, heredoc.span.size()), heredoc.span.begin, {}};
        }
        return terminated;
    }

    File& file_;
    std::string_view text_;
    Lines lines_;
    DirectiveReader directives_;
    std::size_t pending_comments_ = 0;
    bool seen_from_ = false;
};

}  // namespace

Keyword keyword_of(std::string_view text) {
    for (std::size_t i = 0; i + 1 < keyword_count; ++i) {
        const std::string_view name = keyword_names[i];
        if (name.size() == text.size() &&
            std::equal(name.begin(), name.end(), text.begin(), [](char a, char b) { return a == (b & ~0x20); })) {
            return static_cast<Keyword>(i);
        }
    }
    return Keyword::other;
}

bool may_set_variables(Keyword keyword) {
    return keyword == Keyword::env || keyword == Keyword::arg || keyword == Keyword::onbuild || keyword == Keyword::other;
}

std::string_view shown_word(std::string_view word) {
    const auto ends = [](char c) { return c == '=' || c == '"' || c == '\'' || static_cast<unsigned char>(c) >= 0x80; };
    return word.substr(0, static_cast<std::size_t>(std::find_if(word.begin(), word.end(), ends) - word.begin()));
}

std::string_view name_of(Keyword keyword) { return keyword_names[static_cast<std::size_t>(keyword)]; }

const Flag* Instruction::flag(std::string_view name) const {
    const auto found = std::find_if(flags.begin(), flags.end(), [&](const Flag& flag) { return flag.name == name; });
    return found == flags.end() ? nullptr : &*found;
}

std::uint32_t File::line_of(std::uint32_t offset) const {
    const auto after = std::upper_bound(line_begins.begin(), line_begins.end(), offset);
    return std::max<std::uint32_t>(1, static_cast<std::uint32_t>(after - line_begins.begin()));
}

const Directive* File::directive(std::string_view name) const {
    const auto found =
        std::find_if(directives.begin(), directives.end(), [&](const Directive& directive) { return directive.name == name; });
    return found == directives.end() ? nullptr : &*found;
}

void File::add_problem(Span span, std::string message) {
    if (problems.size() < limits::dockerfile_errors) problems.push_back({span, std::move(message)});
}

File parse(std::shared_ptr<const Source> source) {
    File file;
    file.source = std::move(source);
    Parser(file).run();
    return file;
}

}  // namespace scantling::dockerfile
