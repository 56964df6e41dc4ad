// The reader's state while it goes through the instructions. Private to this folder: read.cpp (the walk), read_stage.cpp
// (FROM and configuration), read_run.cpp, read_copy.cpp (COPY and ADD), read_instruction.cpp (the rest).
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "engine/base/limits.h"
#include "engine/ingest/dockerfile/cells.h"
#include "engine/ingest/dockerfile/config.h"
#include "engine/ingest/dockerfile/ignore.h"
#include "engine/ingest/dockerfile/programs.h"
#include "engine/ingest/dockerfile/read.h"
#include "engine/ingest/dockerfile/shell.h"
#include "engine/ingest/dockerfile/stages.h"

namespace scantling::dockerfile {

class Reader {
  public:
    Reader(Builder& builder, DocumentId document, const Setting& setting);
    Reading run();

  private:
    using InstructionRow = RecordWriter<model::Instruction>;
    template <typename R>
    using Rows = ListWriter<kind::Embedded<R>>;

    // read.cpp
    void header();
    void ignore_file();
    void comments();
    void errors(Reading& reading);
    void close_lists(CellState state);
    void problem(Span span, std::string message) { file_.add_problem(span, std::move(message)); }
    // Expands in the scope of the stage, and notes the variables.
    Text expand(std::string_view text, Span span);
    std::vector<Text> expand_words(std::string_view text, Span span);
    void note_problem(const Expanded& made, Span span);
    [[nodiscard]] PlaceId at(Span span) const { return locations_.at(span); }

    // read_instruction.cpp
    void instruction(std::uint32_t index);
    void common(const InstructionRow& row, const Instruction& made);
    void hide_secrets(const Instruction& made, bool broken);
    [[nodiscard]] std::optional<Span> hidden_of(const Problem& problem) const;
    void by_keyword(const InstructionRow& row, const Instruction& made);
    void uses(const InstructionRow& row, bool global);
    void start(const InstructionRow& row, const Instruction& made);  // CMD, ENTRYPOINT
    void volumes(const Instruction& made);
    void global_argument(const Instruction& made);
    void environment(const InstructionRow& row, const Instruction& made);
    void argument(const InstructionRow& row, const Instruction& made);
    RecordWriter<model::Variable> variable(const InstructionRow& row, const Instruction& made, std::size_t index, const Text& name,
                                           const std::optional<Text>& value);
    void label(const InstructionRow& row, const Instruction& made);
    void expose(const InstructionRow& row, const Instruction& made);
    void user(const InstructionRow& row, const Instruction& made);
    void workdir(const InstructionRow& row, const Instruction& made);
    void shell(const InstructionRow& row, const Instruction& made);
    void healthcheck(const InstructionRow& row, const Instruction& made);
    CommandLine command_line(const Instruction& made, std::size_t first);

    // read_stage.cpp
    void begin_stage(const InstructionRow& row, const Instruction& made);
    void stage_base(const RecordWriter<model::StageBase>& base, const Instruction& made, const StagePlan& plan);
    void base_user(const RecordWriter<model::StageBase>& base, const StagePlan& plan, PlaceId place);
    void platform(const RecordWriter<model::StageBase>& base, const Instruction& made);
    void inherit(const StagePlan& plan);
    void end_stage();

    // read_run.cpp
    struct Script {
        Mapped text;
        std::vector<Text> shell;
        std::optional<ShellScript> read;  // nothing: no shell that we read
    };
    void run_instruction(const InstructionRow& row, const Instruction& made);
    Script script_of(const Instruction& made);
    void heredoc_script(const Instruction& made, Script& script);
    void read_text(Script& script, bool pipefail);
    void mounts(const RecordWriter<model::Run>& run, const Instruction& made);
    void mount(const RecordWriter<model::RunMount>& record, const Flag& flag);
    void mount_options(const RecordWriter<model::RunMount>& record, std::string_view text, PlaceId place);
    void command(const RecordWriter<model::Run>& run, const ShellCommand& made);
    void arguments(const RecordWriter<model::Command>& record, const ShellCommand& made);
    void redirects(const RecordWriter<model::Command>& record, const ShellCommand& made);
    void installs(const RecordWriter<model::Command>& record, const Invocation& invocation);

    // read_copy.cpp
    void copy(const InstructionRow& row, const Instruction& made);
    void copy_from(const RecordWriter<model::Copy>& record, const Instruction& made, const std::optional<From>& from);
    void copy_flags(const RecordWriter<model::Copy>& record, const Instruction& made);
    void destination(const RecordWriter<model::Copy>& record, const Text& text);
    void source(const RecordWriter<model::CopySource>& record, const Instruction& made, const Text& text, bool heredoc,
                const std::optional<From>& from);
    void ignored(const RecordWriter<model::CopySource>& record, const Text& text, bool local);

    [[nodiscard]] Row stage_row() const { return stages_.empty() ? no_row : stages_.back().row(); }
    template <typename R, typename K>
    void refer_to_stage(const RecordWriter<R>& record, Slot<R, K> slot) const {
        if (stages_.empty()) {
            record.unknown(slot, CellState::unreadable);
        } else {
            record.set(slot, stage_row());
        }
    }

    Builder& builder_;
    const Setting& setting_;
    Row fragment_;
    DocumentId document_;
    Locations locations_;
    File file_;
    std::size_t budget_ = limits::dockerfile_expansion;
    std::size_t ignore_steps_ = limits::dockerfile_expansion;
    std::size_t inherited_ = limits::dockerfile_inherited;
    Plan plan_;
    RecordWriter<model::SubjectRoot> subject_;
    RecordWriter<model::Dockerfile> record_;
    Rows<model::Stage> stage_list_;
    Rows<model::GlobalArgument> globals_;
    Rows<model::Instruction> instructions_;
    Rows<model::Run> runs_;
    Rows<model::Command> commands_;
    Rows<model::Copy> copies_;
    Rows<model::Variable> variables_;
    Rows<model::LabelEntry> labels_;
    Rows<model::Expose> exposes_;
    CellState commands_state_ = CellState::present;
    PlaceId commands_place_ = PlaceId::none;
    std::optional<std::vector<IgnorePattern>> ignore_;

    std::vector<RecordWriter<model::Stage>> stages_;
    std::vector<Row> instruction_rows_;
    std::vector<Config> configs_;            // of the stages that are done
    std::vector<CellState> stage_commands_;  // of each stage: are all its commands there
    StageScope scope_;
    Config config_;
    std::vector<Use> uses_;  // of the instruction at hand
    std::size_t problems_written_ = 0;
};

}  // namespace scantling::dockerfile
