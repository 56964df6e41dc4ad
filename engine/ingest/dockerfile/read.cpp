// The walk over a Dockerfile: header, comments, instructions in order, errors. What is broken leaves every list open.
#include "engine/ingest/dockerfile/read.h"

#include <algorithm>

#include "engine/base/sha256.h"
#include "engine/ingest/dockerfile/inline_ignore.h"
#include "engine/ingest/dockerfile/reader.h"
#include "engine/ingest/errors/catalogue.h"

namespace scantling::dockerfile {

namespace {
using D = model::Dockerfile;
constexpr std::size_t shown_errors = 20;  // of one file; all are in `dockerfile.errors`
}  // namespace

Reader::Reader(Builder& builder, DocumentId document, const Setting& setting)
    : builder_(builder),
      setting_(setting),
      fragment_(builder.add_fragment(document)),
      document_(document),
      locations_(builder, document),
      file_(parse(builder.document(document).source)),
      plan_(file_, setting.target, budget_),
      subject_(fragment_writer(builder, fragment_)),
      record_(subject_.open(model::SubjectRoot::dockerfile, locations_.whole())),
      stage_list_(record_.list(D::stages)),
      globals_(record_.list(D::global_arguments)),
      instructions_(record_.list(D::instructions)),
      runs_(record_.list(D::runs)),
      commands_(record_.list(D::commands)),
      copies_(record_.list(D::copies)),
      variables_(record_.list(D::variables)),
      labels_(record_.list(D::labels)),
      exposes_(record_.list(D::exposes)) {}

void Reader::header() {
    const Source& source = *file_.source;
    record_.set(D::path, std::string_view(setting_.path), locations_.whole());
    record_.set(D::digest, std::string_view("sha256:" + sha256_hex(source.text())), locations_.whole());
    if (const Directive* syntax = file_.directive("syntax")) {
        record_.set(D::syntax, syntax->value, at(syntax->value_span));
    } else {
        record_.absent(D::syntax);
    }
    const Directive* escape = file_.directive("escape");
    record_.set(D::escape, std::string_view(&file_.escape, 1), escape != nullptr ? at(escape->value_span) : PlaceId::none);
    record_.set(D::line_count, static_cast<std::int64_t>(file_.line_begins.size()), locations_.whole());
    const auto empty = record_.list(D::empty_continuations);
    for (const Span span : file_.empty_continuations) empty.add(static_cast<std::int64_t>(file_.line_of(span.begin)), at(span));
}

void Reader::ignore_file() {
    using I = model::IgnoreFile;
    if (setting_.context_without_ignore) {
        builder_.supply(model::part::dockerfile_ignore, fragment_);
        record_.absent(D::ignore);
        ignore_.emplace();
    }
    if (!setting_.ignore) return;
    builder_.supply(model::part::dockerfile_ignore, fragment_);
    const Locations places(builder_, *setting_.ignore);
    const auto ignore = record_.open(D::ignore, places.whole());
    ignore.set(I::path, std::string_view(setting_.ignore_path), places.whole());
    ignore_ = read_ignore(*builder_.document(*setting_.ignore).source);
    const auto patterns = ignore.list(I::patterns, places.whole());
    for (const IgnorePattern& pattern : *ignore_) patterns.add(pattern.text, places.at(pattern.span));
}

void Reader::comments() {
    using C = model::Comment;
    using I = model::InlineIgnore;
    const auto list = record_.list(D::comments);
    // Texts of comments are views of the file.
    const std::string_view raw = file_.source->text();
    const auto place = [&](std::string_view part) {
        const auto begin = static_cast<std::uint32_t>(part.data() - raw.data());
        return at({begin, begin + static_cast<std::uint32_t>(part.size())});
    };
    for (const Comment& comment : file_.comments) {
        const auto row = list.add(at(comment.span));
        row.set(C::text, comment.text, place(comment.text));
        row.set(C::line, static_cast<std::int64_t>(file_.line_of(comment.span.begin)));
        if (comment.before) {
            row.set(C::before, instruction_rows_[*comment.before]);
        } else {
            row.absent(C::before);
        }
        const auto ignore = read_inline_ignore(comment.text);
        if (!ignore) {
            row.absent(C::directive);
            continue;
        }
        const auto directive = row.open(C::directive);
        directive.set(I::tool, ignore->tool);
        const auto rules = directive.list(I::rules);
        for (const std::string_view rule : ignore->rules) rules.add(rule, place(rule));
        if (ignore->reason) {
            directive.set(I::reason, *ignore->reason, place(*ignore->reason));
        } else {
            directive.absent(I::reason);
        }
    }
    if (!file_.problems.empty()) list.incomplete(CellState::unreadable);
}

// Of the line that an excerpt of the problem shows, what may be a secret: unless it is an instruction that sets no variables, all but its
// keyword; of a later line of one that does, all.
std::optional<Span> Reader::hidden_of(const Problem& problem) const {
    const std::string_view line = file_.source->line_at(problem.span.begin);
    const std::uint32_t begin = file_.source->line_begin(problem.span.begin);
    const auto before = [](std::uint32_t offset, const Instruction& made) { return offset < made.span.begin; };
    const auto next = std::upper_bound(file_.instructions.begin(), file_.instructions.end(), problem.span.begin, before);
    const Instruction* made = next == file_.instructions.begin() ? nullptr : &*(next - 1);
    if (made != nullptr && problem.span.begin >= made->span.end) made = nullptr;  // of a line that no instruction was made of
    std::size_t first = std::min(line.find_first_not_of(" \t"), line.size());
    const std::string_view word = line.substr(first, line.find_first_of(" \t", first) - first);
    if (!may_set_variables(made != nullptr ? made->keyword : keyword_of(word))) return std::nullopt;
    if (made == nullptr || made->span.begin >= begin) {
        first = std::min(line.find_first_not_of(" \t", first + shown_word(word).size()), line.size());
    }
    if (first >= line.size()) return std::nullopt;
    return Span{begin + static_cast<std::uint32_t>(first), begin + static_cast<std::uint32_t>(line.size())};
}

void Reader::errors(Reading& reading) {
    using E = model::ParseError;
    std::stable_sort(file_.problems.begin(), file_.problems.end(),
                     [](const Problem& a, const Problem& b) { return a.span.begin < b.span.begin; });
    const auto list = record_.list(D::errors);
    for (const Problem& problem : file_.problems) {
        const PlaceId place = builder_.places().text(locations_.whole(), problem.span);
        const auto row = list.add(place);
        row.set(E::line, static_cast<std::int64_t>(file_.line_of(problem.span.begin)), place);
        row.set(E::message, std::string_view(problem.message), place);
        const std::optional<Span> hidden = hidden_of(problem);
        if (hidden) builder_.hide(at(*hidden));
        if (reading.diagnostics.size() == shown_errors) continue;
        Diagnostic diagnostic =
            input_diagnostic(problem.message == "not UTF-8" ? "I0102" : "I0140", problem.message, file_.source, problem.span);
        diagnostic.label = "BuildKit refuses this";
        if (hidden) diagnostic.hidden = {*hidden};
        reading.diagnostics.push_back(std::move(diagnostic));
    }
    if (file_.problems.size() == limits::dockerfile_errors) list.incomplete(CellState::incomplete);
    if (file_.problems.empty()) return;
    builder_.document(document_).partial = true;
    close_lists(CellState::unreadable);
}

// Some of the file could not be read: no list of it is whole.
void Reader::close_lists(CellState state) {
    record_.list(D::empty_continuations).incomplete(state);
    stage_list_.incomplete(state);
    globals_.incomplete(state);
    instructions_.incomplete(state);
    runs_.incomplete(state);
    commands_.incomplete(state);
    copies_.incomplete(state);
    variables_.incomplete(state);
    labels_.incomplete(state);
    exposes_.incomplete(state);
    using S = model::Stage;
    for (const RecordWriter<model::Stage>& stage : stages_) {
        stage.unknown(S::instructions, state);
        stage.unknown(S::runs, state);
        stage.unknown(S::commands, state);
        stage.unknown(S::copies, state);
        stage.unknown(S::variables, state);
    }
}

void Reader::note_problem(const Expanded& made, Span span) {
    if (!made.problem.empty()) problem(span, "failed to process: " + made.problem);
}

Text Reader::expand(std::string_view text, Span span) {
    if (is_plain(text, file_.escape)) return {text, span, true};
    Lexing how;
    how.escape = file_.escape;
    how.budget = &budget_;
    Expanded made = expand_word(text, scope_, how);
    uses_.insert(uses_.end(), made.uses.begin(), made.uses.end());
    note_problem(made, span);
    return {file_.pool.keep(made.text), span, made.certain()};
}

std::vector<Text> Reader::expand_words(std::string_view text, Span span) {
    if (is_plain(text, file_.escape)) return {{text, span, true}};
    Lexing how;
    how.escape = file_.escape;
    how.budget = &budget_;
    const Expanded made = dockerfile::expand(text, scope_, how);
    uses_.insert(uses_.end(), made.uses.begin(), made.uses.end());
    note_problem(made, span);
    if (!made.certain()) return {{text, span, false}};
    std::vector<Text> words;
    for (const LexedWord& word : made.words) words.push_back({file_.pool.keep(word.text), span, true});
    return words;
}

Reading Reader::run() {
    Reading reading;
    reading.fragment = fragment_;
    builder_.supply(model::part::dockerfile, fragment_);
    builder_.supply(model::part::image_config, fragment_);
    header();
    ignore_file();
    instruction_rows_.reserve(file_.instructions.size());
    for (std::uint32_t i = 0; i < file_.instructions.size(); ++i) instruction(i);
    if (!stages_.empty()) end_stage();
    comments();
    if (commands_state_ != CellState::present) record_.unknown(D::commands, commands_state_, commands_place_);
    const auto image = subject_.inside(model::SubjectRoot::image);
    // What no instruction sets is shown at the FROM of the final stage: that is where one would add it.
    const auto final_stage = [this] {
        const auto& stage = stages_[*plan_.final];
        return builder_.table(stage.table()).places[stage.row()];
    };
    const auto image_config = image.open(model::Image::config, plan_.final ? final_stage() : locations_.whole());
    if (plan_.final) {
        record_.set(D::final, stages_[*plan_.final].row(), locations_.whole());
        write_config(image_config, configs_[*plan_.final], locations_);
    } else {
        record_.unknown(D::final, CellState::unreadable);
        forget_config(image_config, CellState::unreadable);
    }
    errors(reading);
    return reading;
}

Reading read(Builder& builder, DocumentId document, const Setting& setting) { return Reader(builder, document, setting).run(); }

}  // namespace scantling::dockerfile
