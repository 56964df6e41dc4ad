// RUN: which text is the script and for which shell, its mounts, and its commands as rows.
#include <algorithm>

#include "engine/ingest/dockerfile/heredoc.h"
#include "engine/ingest/dockerfile/installs.h"
#include "engine/ingest/dockerfile/reader.h"
#include "engine/ingest/shared/config_values.h"

namespace scantling::dockerfile {

namespace {

using R = model::Run;
using C = model::Command;

std::vector<std::string_view> texts_of(const std::vector<Text>& words) {
    std::vector<std::string_view> texts;
    for (const Text& word : words) texts.push_back(word.value);
    return texts;
}

// Blank-separated words of a line of a mapped text.
std::vector<Text> words_of(const Mapped& text, std::uint32_t begin, std::uint32_t end) {
    std::vector<Text> words;
    for (std::uint32_t at = begin; at < end;) {
        while (at < end && is_blank(text.text[at])) ++at;
        const std::uint32_t from = at;
        while (at < end && !is_blank(text.text[at])) ++at;
        if (at > from) words.push_back({text.text.substr(from, at - from), text.place(from, at), true});
    }
    return words;
}

// A shell of ours, perhaps behind `env`: `/usr/bin/env bash -e`.
bool reads_shell(const std::vector<Text>& words) {
    std::size_t at = 0;
    if (at < words.size() && base_name(words[at].value) == "env") ++at;
    return at < words.size() && is_shell(words[at].value);
}

}  // namespace

void Reader::read_text(Script& script, bool pipefail) {
    if (!reads_shell(script.shell)) return;
    script.read = read_script(script.text, {scope_, file_.pool, budget_, pipefail});
}

// A body that is all of the script, or one that goes to what the line starts.
void Reader::heredoc_script(const Instruction& made, Script& script) {
    const Heredoc& heredoc = made.heredocs.front();
    if (made.heredocs.size() == 1 && is_heredoc(made.rest)) {
        script.text = heredoc.body;
        if (heredoc.body.text.substr(0, 2) == "#!") {
            const auto end = static_cast<std::uint32_t>(std::min(heredoc.body.text.find('\n'), heredoc.body.text.size()));
            script.shell = words_of(heredoc.body, 2, end);
        }
        return read_text(script, pipefail_option(texts_of(script.shell)).value_or(false));
    }
    const std::uint32_t rest = made.text.offset_of(made.rest);
    const std::vector<Text> before = words_of(made.text, rest, std::max(rest, heredoc.begin));
    const bool last = heredoc.after == rest + made.rest.size();
    bool options = true;
    for (std::size_t i = 1; i < before.size(); ++i) {
        const std::string_view word = before[i].value;
        const bool value_of_o = before[i - 1].value.front() == '-' && before[i - 1].value.back() == 'o';
        options = options && (word.front() == '-' || value_of_o);
    }
    if (made.heredocs.size() == 1 && last && options && !before.empty() && is_shell(before.front().value)) {
        script.text = heredoc.body;
        script.shell = before;
        return read_text(script, pipefail_option(texts_of(before)).value_or(false));
    }
    Joiner joiner;
    joiner.add(part_of(made.text, rest, rest + static_cast<std::uint32_t>(made.rest.size())));
    const std::string_view raw = file_.source->text();
    for (const Heredoc& one : made.heredocs) {
        joiner.add("\n", one.span.begin == 0 ? 0 : one.span.begin - 1);
        joiner.add(raw.substr(one.span.begin, one.span.size()), one.span.begin);
        joiner.add(one.name, one.span.end);
    }
    script.text = joiner.finish(file_.pool);
    read_text(script, pipefail_option(texts_of(script.shell)).value_or(false));
}

Reader::Script Reader::script_of(const Instruction& made) {
    Script script;
    script.shell = config_.shell;
    const std::uint32_t begin = made.text.offset_of(made.rest);
    script.text = part_of(made.text, begin, begin + static_cast<std::uint32_t>(made.rest.size()));
    if (made.json) {
        std::vector<ShellWord> words;
        for (const Word& word : made.words) words.push_back({word.text, word.written, word.span, true, false, true, true});
        script.read = read_exec(made.text, made.rest, std::move(words), {scope_, file_.pool, budget_, false});
        return script;
    }
    if (!made.heredocs.empty()) {
        heredoc_script(made, script);
    } else {
        read_text(script, pipefail_option(texts_of(script.shell)).value_or(false));
    }
    return script;
}

void Reader::run_instruction(const InstructionRow& row, const Instruction& made) {
    const auto run = runs_.add(at(made.span));
    row.set(model::Instruction::run, run.row());
    run.set(R::instruction, row.row());
    refer_to_stage(run, R::stage);
    run.set(R::line, static_cast<std::int64_t>(made.line));
    run.set(R::form, made.json ? model::Form::exec : model::Form::shell);
    const Script script = script_of(made);
    run.set(R::script, script.text.text);
    const auto shell = run.list(R::shell);
    for (const Text& word : script.shell) shell.add(word.value, at(word.span));
    mounts(run, made);
    const auto flag = [&](auto slot, std::string_view name) {
        const Flag* found = made.flag(name);
        if (found != nullptr && found->value) {
            run.set(slot, *found->value, at(found->value_span));
        } else {
            run.absent(slot);
        }
    };
    flag(R::network, "--network");
    flag(R::security, "--security");
    run.open_view(R::commands);
    if (!stages_.empty()) stages_.back().add_to_view(model::Stage::runs, run.row());
    const bool opaque = !script.read || script.read->opaque;
    const bool has_pipe = script.read && script.read->has_pipe;
    if (has_pipe || !opaque) {
        run.set(R::has_pipe, has_pipe);
    } else {
        run.unknown(R::has_pipe, CellState::unresolved);
    }
    if (script.read && (script.read->bare_pipe || !opaque)) {
        run.set(R::pipefail, !script.read->bare_pipe);
    } else {
        run.unknown(R::pipefail, CellState::unresolved);
    }
    if (script.read) {
        for (const ShellCommand& one : script.read->commands) command(run, one);
    }
    if (script.read && script.read->complete) return;
    run.unknown(R::commands, CellState::unresolved);
    if (commands_state_ == CellState::present) commands_place_ = at(made.span);  // the first that is not followed stands for all
    commands_state_ = CellState::unresolved;
    if (!stages_.empty()) stage_commands_.back() = CellState::unresolved;
}

void Reader::mounts(const RecordWriter<model::Run>& run, const Instruction& made) {
    const auto list = run.list(R::mounts);
    for (const Flag& flag : made.flags) {
        if (flag.name == "--mount" && flag.value) mount(list.add(at(flag.span)), flag);
    }
}

void Reader::mount(const RecordWriter<model::RunMount>& record, const Flag& flag) {
    using M = model::RunMount;
    const std::string_view text = *flag.value;
    const PlaceId place = at(flag.value_span);
    const auto option = [&](auto slot, std::initializer_list<std::string_view> keys) {
        const auto value = mount_option(text, keys);
        if (!value) return record.absent(slot, place);
        write_text(record, slot, expand(*value, flag.value_span), locations_);
    };
    constexpr std::string_view kinds[] = {"bind", "cache", "tmpfs", "secret", "ssh"};
    const std::string_view type = mount_option(text, {"type"}).value_or("bind");
    const auto kind = std::find_if(std::begin(kinds), std::end(kinds), [&](std::string_view known) { return same_word(type, known); });
    if (kind != std::end(kinds)) {
        record.set(M::kind, static_cast<model::RunMountKind>(kind - std::begin(kinds)), place);
    } else {
        record.unknown(M::kind, CellState::unresolved, place);
        if (type.find('$') == std::string_view::npos) problem(flag.value_span, "unsupported mount type \"" + std::string(type) + "\"");
    }
    option(M::target, {"target", "dst", "destination"});
    option(M::source, {"source", "src"});
    option(M::id, {"id"});
    option(M::as_environment, {"env"});
    const auto required = mount_option(text, {"required"});
    record.set(M::required, required && (required->empty() || same_word(*required, "true") || *required == "1"), place);
    record.absent(M::from_stage);
    record.absent(M::from_image);
    const auto from_text = mount_option(text, {"from"});
    if (from_text && !stages_.empty()) {
        const From from = plan_.from(*from_text, static_cast<std::uint32_t>(stages_.size() - 1));
        if (from.stage) record.set(M::from_stage, stages_[*from.stage].row(), place);
        if (from.image) write_image_reference(record.open(M::from_image, place), *from.image, at(flag.value_span));
        if (from.unresolved) record.unknown(M::from_stage, CellState::unresolved);
        if (from.unresolved) record.unknown(M::from_image, CellState::unresolved);
    }
    mount_options(record, text, place);
}

// What has no field of its own; of a key that is written twice, the first.
void Reader::mount_options(const RecordWriter<model::RunMount>& record, std::string_view text, PlaceId place) {
    using M = model::RunMount;
    const auto options = record.map(M::options);
    std::vector<std::string_view> seen;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(',', begin), text.size());
        const std::string_view field = text.substr(begin, end - begin);
        const std::size_t equals = field.find('=');
        const std::string_view key = field.substr(0, equals);
        constexpr std::string_view own = "type target dst destination source src id env required from";
        const bool fresh = std::find(seen.begin(), seen.end(), key) == seen.end() && seen.size() < 64;
        if (fresh && !key.empty() && !listed(own, lower_case(key))) {
            seen.push_back(key);
            options.add(key, equals == std::string_view::npos ? std::string_view("true") : field.substr(equals + 1), place);
        }
        begin = end + 1;
    }
}

void Reader::command(const RecordWriter<model::Run>& run, const ShellCommand& made) {
    const auto record = commands_.add(at(made.span));
    run.add_to_view(R::commands, record.row());
    if (!stages_.empty()) stages_.back().add_to_view(model::Stage::commands, record.row());
    record.set(C::run, run.row());
    refer_to_stage(record, C::stage);
    record.set(C::text, made.text, at(made.span));
    record.set(C::line, static_cast<std::int64_t>(file_.line_of(made.span.begin)));
    const ShellWord& program = made.words.front();
    if (program.known) {
        record.set(C::program, base_name(program.text), at(program.span));
    } else {
        record.unknown(C::program, CellState::unresolved, at(program.span));
    }
    record.set(C::program_text, made.program_text, at(made.program_span));
    arguments(record, made);
    const auto environment = record.list(C::environment);
    for (const Assignment& one : made.environment) {
        const auto row = environment.add(at(one.span));
        row.set(model::EnvVariable::name, one.name, at(one.span));
        write_text(row, model::EnvVariable::value, {one.value.text, one.value.span, one.value.known}, locations_);
    }
    redirects(record, made);
    if (made.pipes_into) {
        record.set(C::pipes_into, static_cast<std::int64_t>(*made.pipes_into));
    } else {
        record.absent(C::pipes_into);
    }
    if (made.follows) {
        record.set(C::list_op, static_cast<model::ListOperator>(*made.follows));
    } else {
        record.absent(C::list_op);
    }
    record.set(C::sudo, made.sudo);
    record.set(C::negated, made.negated);
    record.set(C::conditional, made.conditional);
}

void Reader::redirects(const RecordWriter<model::Command>& record, const ShellCommand& made) {
    const auto list = record.list(C::redirects);
    for (const ShellRedirect& one : made.redirects) {
        const auto row = list.add(at(one.span));
        row.set(model::Redirect::kind, static_cast<model::RedirectKind>(one.kind), at(one.span));
        if (one.descriptor) {
            row.set(model::Redirect::descriptor, static_cast<std::int64_t>(*one.descriptor), at(one.span));
        } else {
            row.absent(model::Redirect::descriptor);
        }
        write_text(row, model::Redirect::target, {one.target.text, one.target.span, one.target.known}, locations_);
    }
}

void Reader::installs(const RecordWriter<model::Command>& record, const Invocation& invocation) {
    using T = model::InstallTarget;
    const auto list = record.list(C::installs);
    const std::vector<InstallTarget> targets = install_targets(invocation);
    const auto optional = [&](const auto& row, auto slot, const std::optional<std::string_view>& value, bool known, Span span) {
        if (!known) return row.unknown(slot, CellState::unresolved, at(span));
        if (!value) return row.absent(slot);
        row.set(slot, *value, at(span));
    };
    for (const InstallTarget& target : targets) {
        const auto row = list.add(at(target.span));
        row.set(T::text, target.text, at(target.span));
        optional(row, T::name, target.name, target.name_known, target.span);
        optional(row, T::version, target.version, target.version_known, target.span);
        optional(row, T::url, target.url, true, target.span);
        if (target.pinned) {
            row.set(T::pinned, *target.pinned, at(target.span));
        } else {
            row.unknown(T::pinned, CellState::unresolved, at(target.span));
        }
        row.set(T::is_file, target.is_file, at(target.span));
        row.set(T::is_local, target.is_local, at(target.span));
    }
    const bool may_install = invocation.program != nullptr && invocation.program->targets != TargetSyntax::none;
    if (!invocation.program_known || (may_install && !invocation.complete)) list.incomplete(CellState::unresolved);
}

void Reader::arguments(const RecordWriter<model::Command>& record, const ShellCommand& made) {
    const Invocation invocation = read_arguments(made.words, made.open_ended);
    const auto add = [&](const ListWriter<kind::Text>& list, const ShellWord& word) {
        if (word.known) {
            list.add(word.text, at(word.span));
        } else {
            list.add_unknown(CellState::unresolved, at(word.span));
        }
    };
    const auto words = record.list(C::words);
    for (std::size_t i = 1; i < made.words.size(); ++i) add(words, made.words[i]);
    if (invocation.subcommand) {
        write_text(record, C::subcommand, {invocation.subcommand->text, invocation.subcommand->span, invocation.subcommand->known},
                   locations_);
    } else if (!made.words.front().known) {
        record.unknown(C::subcommand, CellState::unresolved);
    } else {
        record.absent(C::subcommand);
    }
    const auto flags = record.list(C::flags);
    for (const CommandFlag& flag : invocation.flags) {
        const auto row = flags.add(at(flag.span));
        row.set(model::Flag::name, flag.name, at(flag.span));
        if (flag.value) {
            write_text(row, model::Flag::value, {*flag.value, flag.value_span, flag.value_known}, locations_);
        } else {
            row.absent(model::Flag::value);
        }
    }
    const auto operands = record.list(C::operands);
    for (const ShellWord& word : invocation.operands) add(operands, word);
    installs(record, invocation);
    if (!invocation.complete) words.incomplete(CellState::unresolved);
    if (!invocation.complete) operands.incomplete(CellState::unresolved);
    if (!invocation.flags_complete) flags.incomplete(CellState::unresolved);
}

}  // namespace scantling::dockerfile
