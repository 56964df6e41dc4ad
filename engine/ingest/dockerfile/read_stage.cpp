// FROM: the stage's row, what it is built from, and what it inherits.
#include "engine/ingest/dockerfile/reader.h"
#include "engine/ingest/shared/config_values.h"
#include "engine/values/platform.h"

namespace scantling::dockerfile {

namespace {
using S = model::Stage;
using B = model::StageBase;
}  // namespace

void Reader::begin_stage(const InstructionRow&, const Instruction& made) {
    if (!stages_.empty()) end_stage();
    const std::size_t number = stages_.size();
    const StagePlan& plan = plan_.stages[number];
    const auto stage = stage_list_.add(at(made.span));
    stages_.push_back(stage);
    stage_commands_.push_back(CellState::present);
    stage.set(S::index, static_cast<std::int64_t>(number));
    if (made.words.size() == 3) {
        stage.set(S::name, std::string_view(plan.name), at(made.words[2].span));
        stage.set(S::name_text, made.words[2].text, at(made.words[2].span));
        stage.set(S::as_text, made.words[1].text, at(made.words[1].span));
    } else {
        stage.absent(S::name);
        stage.absent(S::name_text);
        stage.absent(S::as_text);
    }
    stage.set(S::line, static_cast<std::int64_t>(made.line));
    stage.set(S::in_image, plan.in_image);
    stage.set(S::is_final, plan.is_final);
    stage.set(S::copied_from, plan.copied_from);
    stage.set(S::reached, plan.reached);
    stage.open_view(S::instructions);
    stage.open_view(S::runs);
    stage.open_view(S::commands);
    stage.open_view(S::copies);
    stage.open_view(S::variables);
    stage_base(stage.open(S::base), made, plan);
    inherit(plan);
}

void Reader::stage_base(const RecordWriter<model::StageBase>& base, const Instruction& made, const StagePlan& plan) {
    const Word word = made.words.empty() ? Word{{}, made.span, {}} : made.words.front();
    const PlaceId place = at(word.span);
    base.set(B::raw, word.text, place);
    const CellState cause = plan.base.certain() && plan.base.uses.empty() ? CellState::unreadable : CellState::unresolved;
    if (plan.image) {
        write_image_reference(base.open(B::image, place), *plan.image, at(word.span));
    } else if (plan.resolved) {
        base.absent(B::image, place);
    } else {
        base.unknown(B::image, cause, place);
        forget_reference(base.inside(B::image), cause);
    }
    if (plan.parent) {
        base.set(B::stage, stages_[*plan.parent].row(), place);
    } else if (plan.resolved || plan.certainly_image) {
        base.absent(B::stage, place);
    } else {
        base.unknown(B::stage, cause, place);
    }
    if (plan.resolved || plan.certainly_image) {
        base.set(B::is_scratch, plan.scratch, place);
        base.set(B::defaults_valid, plan.defaults_valid, place);
    } else {
        base.unknown(B::is_scratch, cause, place);
        base.set(B::defaults_valid, plan.defaults_valid, place);
    }
    if (plan.resolved) {
        base.set(B::is_sdk, plan.family.is_sdk, place);
        base.set(B::is_minimal, plan.family.is_minimal, place);
    } else {
        base.unknown(B::is_sdk, cause, place);
        base.unknown(B::is_minimal, cause, place);
    }
    platform(base, made);
    uses_.insert(uses_.end(), plan.base.uses.begin(), plan.base.uses.end());
    if (!plan.base.problem.empty()) note_problem(plan.base, word.span);
    const auto variables = base.list(B::variables);
    const auto undeclared = base.list(B::undeclared);
    for (const Use& use : uses_) {
        variables.add(use.name, at(made.span));
        if (!plan_.globals.declares(use.name)) undeclared.add(use.name, at(made.span));
    }
    base_user(base, plan, place);
}

void Reader::base_user(const RecordWriter<model::StageBase>& base, const StagePlan& plan, PlaceId place) {
    if (plan.parent) {
        const Held<Text>& user = configs_[*plan.parent].user;
        if (user.state == CellState::present) {
            write_user(base.open(B::user, at(user.value.span)), user.value, locations_);
        } else {
            base.unknown(B::user, user.state);  // absent, too
        }
    } else if (plan.scratch || plan.family.runs_as_root) {
        base.absent(B::user, place);
    } else {
        base.unknown(B::user, CellState::unresolved, place);
    }
}

void Reader::platform(const RecordWriter<model::StageBase>& base, const Instruction& made) {
    const Flag* flag = made.flag("--platform");
    if (flag == nullptr || !flag->value) {
        base.absent(B::platform_raw);
        base.absent(B::platform);
        return;
    }
    const PlaceId place = at(flag->value_span);
    base.set(B::platform_raw, *flag->value, place);
    Lexing how;
    how.escape = file_.escape;
    how.budget = &budget_;
    const Expanded text = expand_word(*flag->value, plan_.globals, how);
    uses_.insert(uses_.end(), text.uses.begin(), text.uses.end());
    note_problem(text, flag->value_span);
    const auto parsed = text.certain() ? parse_platform(text.text) : std::nullopt;
    if (!parsed) {
        base.unknown(B::platform, text.certain() ? CellState::unreadable : CellState::unresolved, place);
        return;
    }
    write_platform(base.open(B::platform, place), parsed->os, parsed->architecture,
                   parsed->variant ? std::string_view(*parsed->variant) : std::string_view(), place);
}

void Reader::inherit(const StagePlan& plan) {
    config_ = {};
    scope_ = {};
    if (plan.parent) {
        const Config& parent = configs_[*plan.parent];
        if (parent.size() <= inherited_) {
            inherited_ -= parent.size();
            config_ = parent;
            config_.cmd_here = false;
            config_.on_build.clear();
            for (const NamedText& one : config_.env) {
                if (!one.name_known) continue;
                scope_.environment.define(
                    one.name, one.value.known ? Found{VariableState::value, one.value.value} : Found{VariableState::unknown, {}});
            }
        } else {
            config_.forget(CellState::incomplete);
            config_.shell = parent.shell;
        }
        scope_.base_open = config_.base_open || config_.lists != CellState::present;
        return;
    }
    const auto words = [&](std::initializer_list<std::string_view> texts) {
        for (const std::string_view text : texts) config_.shell.push_back({text, {}, true});
    };
    if (plan.family.is_windows) {
        words({"cmd", "/S", "/C"});
    } else {
        words({"/bin/sh", "-c"});
    }
    config_.base_open = scope_.base_open = !plan.scratch;
    if (plan.scratch) return;
    config_.forget(plan.resolved || !plan.base.certain() ? CellState::unresolved : CellState::unreadable);
    config_.own_lists = CellState::present;
    if (plan.family.runs_as_root) config_.user = {};
}

void Reader::end_stage() {
    if (file_.lost) config_.forget(CellState::unreadable);
    const RecordWriter<model::Stage>& stage = stages_.back();
    if (stage_commands_.back() != CellState::present) stage.unknown(S::commands, stage_commands_.back());
    write_config(stage.open(S::config), config_, locations_);
    configs_.push_back(std::move(config_));
    config_ = {};
}

}  // namespace scantling::dockerfile
