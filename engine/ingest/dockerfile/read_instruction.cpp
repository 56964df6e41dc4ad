// One instruction: the cells that all have, then those of its keyword, and what it changes in its stage's configuration.
#include <algorithm>

#include "engine/ingest/dockerfile/reader.h"
#include "engine/values/path.h"

namespace scantling::dockerfile {

namespace {

using I = model::Instruction;

bool has_forms(Keyword keyword) {
    switch (keyword) {
        case Keyword::run:
        case Keyword::cmd:
        case Keyword::entrypoint:
        case Keyword::shell:
        case Keyword::volume:
        case Keyword::add:
        case Keyword::copy:
        case Keyword::healthcheck:
            return true;
        default:
            return false;
    }
}

struct PortText {
    std::optional<std::int64_t> first;
    std::optional<std::int64_t> last;
    std::string_view protocol;  // as written; empty where none is
    bool host_part = false;
};

std::optional<std::int64_t> port_number(std::string_view text) {
    if (text.empty() || text.size() > 9 || !std::all_of(text.begin(), text.end(), is_digit)) return std::nullopt;
    std::int64_t value = 0;
    for (const char c : text) value = value * 10 + (c - '0');
    return value;
}

PortText read_port(std::string_view text) {
    PortText port;
    const std::size_t slash = text.find('/');
    if (slash != std::string_view::npos) port.protocol = text.substr(slash + 1);
    std::string_view numbers = text.substr(0, slash);
    const std::size_t colon = numbers.rfind(':');
    port.host_part = colon != std::string_view::npos;
    if (port.host_part) numbers.remove_prefix(colon + 1);
    const std::size_t dash = numbers.find('-');
    port.first = port_number(numbers.substr(0, dash));
    port.last = dash == std::string_view::npos ? port.first : port_number(numbers.substr(dash + 1));
    if (!port.first || !port.last) port.first = port.last = std::nullopt;
    return port;
}

}  // namespace

void Reader::instruction(std::uint32_t index) {
    const Instruction& made = file_.instructions[index];
    const auto row = instructions_.add(at(made.span));
    instruction_rows_.push_back(row.row());
    uses_.clear();
    const std::size_t problems = file_.problems.size();
    if (made.keyword == Keyword::from) begin_stage(row, made);
    common(row, made);
    if (made.keyword != Keyword::from) by_keyword(row, made);
    uses(row, made.keyword == Keyword::from || stages_.empty());
    if (!stages_.empty()) stages_.back().add_to_view(model::Stage::instructions, row.row());
    const bool broken = made.refused || file_.problems.size() > problems;
    hide_secrets(made, broken);
    if (broken) config_.forget(CellState::unreadable);
}

void Reader::common(const InstructionRow& row, const Instruction& made) {
    if (stages_.empty()) {
        row.absent(I::stage);
    } else {
        row.set(I::stage, stage_row());
    }
    row.set(I::keyword, static_cast<model::Keyword>(made.keyword), at(made.keyword_span));
    row.set(I::text, made.text.text);
    row.set(I::keyword_text, made.keyword_text, at(made.keyword_span));
    row.set(I::line, static_cast<std::int64_t>(made.line));
    row.set(I::end_line, static_cast<std::int64_t>(made.end_line));
    const auto flags = row.list(I::flags);
    for (const Flag& flag : made.flags) {
        const auto one = flags.add(at(flag.span));
        one.set(model::Flag::name, flag.name, at(flag.span));
        if (flag.value) {
            one.set(model::Flag::value, *flag.value, at(flag.value_span));
        } else {
            one.absent(model::Flag::value);
        }
    }
    const auto arguments = row.list(I::arguments);
    for (const Word& word : made.words) arguments.add(word.text, at(word.span));
    row.set(I::form, has_forms(made.keyword) && made.json ? model::Form::exec : model::Form::shell);
    const auto heredocs = row.list(I::heredocs);
    for (const Heredoc& heredoc : made.heredocs) {
        const auto one = heredocs.add(at(heredoc.span));
        one.set(model::Heredoc::name, heredoc.name, at(heredoc.name_span));
        one.set(model::Heredoc::text, heredoc.body.text, at(heredoc.span));
        one.set(model::Heredoc::expands, heredoc.expands);
    }
    if (made.trigger) {
        row.set(I::trigger, static_cast<model::Keyword>(made.trigger->keyword), at(made.trigger->keyword_span));
    } else {
        row.absent(I::trigger);
    }
    row.absent(I::user);
    row.absent(I::path);
    row.absent(I::effective_path);
    row.absent(I::exec);
    row.absent(I::run);
    row.absent(I::copy);
}

// Values of ENV and ARG that no cell of a variable holds: behind ONBUILD, what stands as a flag, what ARG takes for one more name, and all
// of an instruction that does not parse or is none that is known: it may have been meant for one.
void Reader::hide_secrets(const Instruction& made, bool broken) {
    const auto sets_variables = [](Keyword keyword) { return keyword == Keyword::env || keyword == Keyword::arg; };
    if (broken && may_set_variables(made.keyword)) {
        const std::string_view behind = made.text.text.substr(shown_word(made.keyword_text).size());
        const std::size_t blanks = std::min(behind.find_first_not_of(" \t"), behind.size());
        if (blanks < behind.size()) builder_.hide(at(made.text.place(behind.substr(blanks))));
        return;
    }
    const Instruction& inner = made.trigger ? *made.trigger : made;
    if (!sets_variables(inner.keyword)) return;
    for (const Flag& flag : inner.flags) {
        if (flag.value) builder_.hide(at(flag.value_span));
    }
    for (std::size_t i = 0; i < inner.pairs.size(); ++i) {
        const Pair& pair = inner.pairs[i];
        if (pair.value && made.trigger) builder_.hide(at(pair.value->span));
        if (!pair.value && i != 0) builder_.hide(at(pair.name.span));
    }
}

void Reader::by_keyword(const InstructionRow& row, const Instruction& made) {
    switch (made.keyword) {
        case Keyword::run:
            return run_instruction(row, made);
        case Keyword::add:
        case Keyword::copy:
            return copy(row, made);
        case Keyword::arg:
            return stages_.empty() ? global_argument(made) : argument(row, made);
        case Keyword::env:
            return environment(row, made);
        case Keyword::label:
            return label(row, made);
        case Keyword::expose:
            return expose(row, made);
        case Keyword::user:
            return user(row, made);
        case Keyword::workdir:
            return workdir(row, made);
        case Keyword::shell:
            return shell(row, made);
        case Keyword::healthcheck:
            return healthcheck(row, made);
        case Keyword::cmd:
        case Keyword::entrypoint:
            return start(row, made);
        case Keyword::volume:
            return volumes(made);
        case Keyword::stopsignal:
            if (!made.words.empty()) config_.stop_signal.set(expand(made.words.front().text, made.words.front().span));
            return;
        case Keyword::onbuild:
            if (!made.words.empty()) config_.on_build.push_back(text_of(made.words.front()));
            return;
        default:
            return;
    }
}

void Reader::start(const InstructionRow& row, const Instruction& made) {
    const CommandLine line = command_line(made, 0);
    write_exec(row.open(I::exec), line, locations_);
    // An ENTRYPOINT drops a CMD that the stage did not set itself.
    if (made.keyword == Keyword::entrypoint && !config_.cmd_here) config_.cmd = {};
    Held<CommandLine>& held = made.keyword == Keyword::cmd ? config_.cmd : config_.entrypoint;
    held = {};
    if (!line.words.empty()) held.set(line);  // `CMD []` takes away what was inherited
    config_.cmd_here = config_.cmd_here || made.keyword == Keyword::cmd;
}

void Reader::volumes(const Instruction& made) {
    constexpr std::size_t compared = 64;
    for (const Word& word : made.words) {
        const Text text = expand(word.text, word.span);
        const auto same = [&](const Text& known) { return known.known && text.known && known.value == text.value; };
        const bool fresh = config_.volumes.size() > compared || std::none_of(config_.volumes.begin(), config_.volumes.end(), same);
        if (fresh) config_.volumes.push_back(text);
    }
}

// One row a name, in order of first use; a use without a default counts before one with.
void Reader::uses(const InstructionRow& row, bool global) {
    using V = model::VariableUse;
    const auto list = row.list(I::uses);
    constexpr std::size_t most = 256;  // of one instruction: each is compared with those before
    std::vector<Use> distinct;
    for (const Use& use : uses_) {
        const auto known = std::find_if(distinct.begin(), distinct.end(), [&](const Use& other) { return other.name == use.name; });
        if (known != distinct.end()) {
            known->has_default = known->has_default && use.has_default;
        } else if (distinct.size() < most) {
            distinct.push_back(use);
        } else {
            list.incomplete(CellState::incomplete);
        }
    }
    for (const Use& use : distinct) {
        const auto one = list.add();
        one.set(V::name, use.name);
        one.set(V::has_default, use.has_default);
        const bool declared = global ? plan_.globals.declares(use.name) : scope_.declares(use.name);
        if (declared || use.state != VariableState::unknown) {
            one.set(V::defined, declared || use.state == VariableState::value);
        } else {
            one.unknown(V::defined, CellState::unresolved);
        }
    }
}

void Reader::global_argument(const Instruction& made) {
    using G = model::GlobalArgument;
    for (const Pair& pair : made.pairs) {
        const auto row = globals_.add(at(pair.value ? cover(pair.name.span, pair.value->span) : pair.name.span));
        row.set(G::name, pair.name.text, at(pair.name.span));
        row.set(G::line, static_cast<std::int64_t>(made.line));
        const auto& used = plan_.used_globals;
        row.set(G::used_in_from, std::find(used.begin(), used.end(), pair.name.text) != used.end());
        if (!pair.value) {
            row.absent(G::defined);
            row.absent(G::value);
            continue;
        }
        row.set(G::defined, pair.value->text, at(pair.value->span));
        Lexing how;
        how.escape = file_.escape;
        how.budget = &budget_;
        Expanded value = expand_word(pair.value->text, plan_.globals, how);
        note_problem(value, pair.value->span);
        uses_.insert(uses_.end(), value.uses.begin(), value.uses.end());
        write_text(row, G::value, {value.text, pair.value->span, value.certain()}, locations_);
    }
}

RecordWriter<model::Variable> Reader::variable(const InstructionRow& row, const Instruction& made, std::size_t index, const Text& name,
                                               const std::optional<Text>& value) {
    using V = model::Variable;
    const Pair& pair = made.pairs[index];
    const auto one = variables_.add(at(pair.value ? cover(pair.name.span, pair.value->span) : pair.name.span));
    if (!stages_.empty()) stages_.back().add_to_view(model::Stage::variables, one.row());
    one.set(V::instruction, row.row());
    write_text(one, V::name, name, locations_);
    refer_to_stage(one, V::stage);
    one.set(V::keyword, static_cast<model::Keyword>(made.keyword), at(made.keyword_span));
    one.set(V::line, static_cast<std::int64_t>(file_.line_of(pair.name.span.begin)));
    if (pair.value) {
        one.set(V::defined, pair.value->text, at(pair.value->span));
    } else {
        one.absent(V::defined);
    }
    if (value) {
        write_text(one, V::value, *value, locations_);
    } else {
        one.absent(V::value);
    }
    one.set(V::is_legacy, pair.legacy);
    return one;
}

void Reader::environment(const InstructionRow& row, const Instruction& made) {
    // All pairs see the variables as they were before the instruction.
    std::vector<NamedText> defined;
    for (std::size_t i = 0; i < made.pairs.size(); ++i) {
        const Pair& pair = made.pairs[i];
        const Text name = expand(pair.name.text, pair.name.span);
        const std::size_t first_use = uses_.size();
        const Text value = expand(pair.value->text, pair.value->span);
        const auto itself = variable(row, made, i, name, value).list(model::Variable::uses_itself);
        for (std::size_t use = first_use; use < uses_.size() && made.pairs.size() > 1; ++use) {
            for (std::size_t other = 0; other < std::min<std::size_t>(made.pairs.size(), 256); ++other) {
                const std::string_view used = uses_[use].name;
                if (other == i || made.pairs[other].name.text != used) continue;
                if (scope_.environment.find(used) == nullptr && scope_.arguments.find(used) == nullptr)
                    itself.add(used, at(pair.value->span));
                break;
            }
        }
        defined.push_back({name.value, pair.name.span, value, name.known});
    }
    for (const NamedText& one : defined) {
        if (one.name_known) {
            scope_.environment.define(one.name,
                                      one.value.known ? Found{VariableState::value, one.value.value} : Found{VariableState::unknown, {}});
        }
        config_.env.push_back(one);
    }
}

void Reader::argument(const InstructionRow& row, const Instruction& made) {
    std::vector<std::pair<std::string_view, Found>> defined;
    for (std::size_t i = 0; i < made.pairs.size(); ++i) {
        const Pair& pair = made.pairs[i];
        std::optional<Text> value;
        Found found{is_platform_argument(pair.name.text) ? VariableState::unknown : VariableState::unset, {}};
        if (pair.value) {
            value = expand(pair.value->text, pair.value->span);
            found = value->known ? Found{VariableState::value, value->value} : Found{VariableState::unknown, {}};
        } else if (plan_.globals.defined.find(pair.name.text) != nullptr) {
            found = plan_.globals.find(pair.name.text);  // declared again: the global default counts
            if (found.state == VariableState::value) value = Text{found.value, pair.name.span, true};
            if (found.state == VariableState::unknown) value = Text{{}, pair.name.span, false};
        }
        (void)variable(row, made, i, text_of(pair.name), value).list(model::Variable::uses_itself);
        defined.emplace_back(pair.name.text, found);
    }
    for (const auto& [name, found] : defined) scope_.arguments.define(name, found);
}

void Reader::label(const InstructionRow& row, const Instruction& made) {
    using L = model::LabelEntry;
    for (const Pair& pair : made.pairs) {
        const Text name = expand(pair.name.text, pair.name.span);
        const Text value = expand(pair.value->text, pair.value->span);
        const auto one = labels_.add(at(cover(pair.name.span, pair.value->span)));
        one.set(L::instruction, row.row());
        write_text(one, L::name, name, locations_);
        refer_to_stage(one, L::stage);
        write_text(one, L::value, value, locations_);
        one.set(L::is_legacy, pair.legacy);
        one.set(L::line, static_cast<std::int64_t>(file_.line_of(pair.name.span.begin)));
        config_.labels.push_back({name.value, pair.name.span, value, name.known});
    }
}

void Reader::expose(const InstructionRow& row, const Instruction& made) {
    using E = model::Expose;
    for (const Word& word : made.words) {
        for (const Text& text : expand_words(word.text, word.span)) {
            const auto one = exposes_.add(at(word.span));
            one.set(E::instruction, row.row());
            refer_to_stage(one, E::stage);
            one.set(E::line, static_cast<std::int64_t>(file_.line_of(word.span.begin)));
            write_text(one, E::text, text, locations_);
            if (!text.known) {
                for (const auto slot : {E::number, E::last}) one.unknown(slot, CellState::unresolved);
                one.unknown(E::protocol_text, CellState::unresolved);
                one.unknown(E::has_host_part, CellState::unresolved);
                if (config_.lists == CellState::present) config_.lists = CellState::unresolved;
                continue;
            }
            const PortText port = read_port(text.value);
            const auto number = [&](auto slot, std::optional<std::int64_t> value) {
                if (value) {
                    one.set(slot, *value, at(word.span));
                } else {
                    one.absent(slot);
                }
            };
            number(E::number, port.first);
            number(E::last, port.last);
            if (port.protocol.empty()) {
                one.absent(E::protocol_text);
            } else {
                one.set(E::protocol_text, port.protocol, at(word.span));
            }
            one.set(E::has_host_part, port.host_part);
            if (!port.first || *port.first > 65535 || *port.last > 65535) continue;
            const model::Protocol protocol = same_word(port.protocol, "udp")    ? model::Protocol::udp
                                             : same_word(port.protocol, "sctp") ? model::Protocol::sctp
                                                                                : model::Protocol::tcp;
            config_.ports.push_back({*port.first, *port.last, protocol, word.span});
        }
    }
}

void Reader::user(const InstructionRow& row, const Instruction& made) {
    if (made.words.empty()) return;
    const Text text = expand(made.words.front().text, made.words.front().span);
    write_user(row.open(I::user, at(text.span)), text, locations_);
    config_.user.set(text);
}

void Reader::workdir(const InstructionRow& row, const Instruction& made) {
    if (made.words.empty()) return;
    const Text text = expand(made.words.front().text, made.words.front().span);
    write_text(row, I::path, text, locations_);
    Text effective = text;
    const bool absolute = text.known && (text.value.substr(0, 1) == "/" || (text.value.size() > 1 && text.value[1] == ':'));
    if (absolute && text.value.front() == '/') effective.value = file_.pool.keep(clean_path(text.value));
    if (text.known && !absolute) {
        const bool based =
            config_.workdir.state == CellState::absent || (config_.workdir.state == CellState::present && config_.workdir.value.known);
        effective.known = based;
        const std::string_view base = config_.workdir.state == CellState::present ? config_.workdir.value.value : "/";
        if (based) effective.value = file_.pool.keep(clean_path(text.value, base));
    }
    write_text(row, I::effective_path, effective, locations_);
    config_.workdir.set(effective);
}

void Reader::shell(const InstructionRow& row, const Instruction& made) {
    if (!made.json) return;
    CommandLine line;
    line.span = made.span;
    for (const Word& word : made.words) line.words.push_back(text_of(word));
    write_exec(row.open(I::exec), line, locations_);
    config_.shell = line.words;
}

// The command line that begins at word `first`: as given, or the shell's words and the text.
CommandLine Reader::command_line(const Instruction& made, std::size_t first) {
    CommandLine line;
    line.span = first < made.words.size() ? cover(made.words[first].span, made.words.back().span) : made.span;
    if (!made.json && first < made.words.size()) {
        line.words = config_.shell;
        line.shell_words = config_.shell.size();
    }
    for (std::size_t i = first; i < made.words.size(); ++i) line.words.push_back(text_of(made.words[i]));
    return line;
}

void Reader::healthcheck(const InstructionRow& row, const Instruction& made) {
    if (made.words.empty()) return;
    HealthSetting health;
    health.instruction = &made;
    health.disabled = same_word(made.words.front().text, "none");
    if (!health.disabled) {
        health.command = command_line(made, 1);
        write_exec(row.open(I::exec), *health.command, locations_);
    }
    config_.healthcheck.set(std::move(health));
}

}  // namespace scantling::dockerfile
