// One pass over FROM, ARG, COPY --from and RUN --mount; then two walks from the target.
#include "engine/ingest/dockerfile/stages.h"

#include <algorithm>

namespace scantling::dockerfile {

namespace {

// What the file alone gives: no `--build-arg`, and some platform.
class DefaultsOnly final : public Variables {
  public:
    explicit DefaultsOnly(const GlobalScope& globals) : globals_(globals) {}
    [[nodiscard]] Found find(std::string_view name) const override {
        const Found found = globals_.find(name);
        if (found.state == VariableState::unknown && is_platform_argument(name)) return {VariableState::value, "linux"};
        return found;
    }

  private:
    const GlobalScope& globals_;
};

void mark(std::vector<std::uint32_t>& pending, std::vector<StagePlan>& stages, bool StagePlan::*flag, std::uint32_t stage) {
    if (stages[stage].*flag) return;
    stages[stage].*flag = true;
    pending.push_back(stage);
}

bool all_digits(std::string_view text) { return !text.empty() && text.size() < 9 && std::all_of(text.begin(), text.end(), is_digit); }

}  // namespace

std::optional<std::string_view> mount_option(std::string_view mount, std::initializer_list<std::string_view> keys) {
    std::optional<std::string_view> value;
    for (std::size_t at = 0; at <= mount.size();) {
        const std::size_t end = std::min(mount.find(',', at), mount.size());
        const std::string_view field = mount.substr(at, end - at);
        const std::size_t equals = field.find('=');
        const std::string_view key = field.substr(0, equals);
        const bool wanted = std::any_of(keys.begin(), keys.end(), [&](std::string_view known) { return same_word(key, known); });
        if (wanted) value = equals == std::string_view::npos ? std::string_view() : field.substr(equals + 1);
        at = end + 1;
    }
    return value;
}

Plan::Plan(File& file, const std::optional<std::string>& target, std::size_t& budget) {
    for (std::uint32_t i = 0; i < file.instructions.size(); ++i) {
        const Instruction& instruction = file.instructions[i];
        if (instruction.keyword == Keyword::from) {
            add_stage(file, i, budget);
        } else if (instruction.keyword == Keyword::arg && stages.empty()) {
            add_global(file, instruction, budget);
        } else if (!stages.empty()) {
            add_needs(instruction);
        }
    }
    choose(target);
}

void Plan::add_global(File& file, const Instruction& instruction, std::size_t& budget) {
    Lexing how;
    how.escape = file.escape;
    how.budget = &budget;
    for (const Pair& pair : instruction.pairs) {
        if (!pair.value) {
            globals.defined.define(pair.name.text, {VariableState::unset, {}});
            continue;
        }
        const Expanded value = expand_word(pair.value->text, globals, how);
        globals.defined.define(
            pair.name.text, value.certain() ? Found{VariableState::value, file.pool.keep(value.text)} : Found{VariableState::unknown, {}});
    }
}

void Plan::add_stage(File& file, std::uint32_t index, std::size_t& budget) {
    Instruction& instruction = file.instructions[index];
    StagePlan plan;
    plan.from = index;
    const auto number = static_cast<std::uint32_t>(stages.size());
    if (instruction.words.size() == 3) plan.name = lower_case(instruction.words[2].text);
    if (!instruction.words.empty()) {
        const Word& word = instruction.words.front();
        Lexing how;
        how.escape = file.escape;
        how.budget = &budget;
        plan.base = expand_word(word.text, globals, how);
        for (const Use& use : plan.base.uses) used_globals.push_back(use.name);
        const Flag* platform = instruction.flag("--platform");
        if (platform != nullptr && platform->value) {
            for (const Use& use : expand_word(*platform->value, globals, how).uses) used_globals.push_back(use.name);
        }
        const Expanded defaults = expand_word(word.text, DefaultsOnly(globals), how);
        const std::string base = lower_case(plan.base.text);
        const auto named = names_.find(base);
        if (!plan.base.certain()) {
            plan.certainly_image = plan.base.text.find_first_of("/:@") != std::string::npos;
        } else if (plan.base.text == "scratch") {
            plan.scratch = plan.resolved = true;
        } else if (named != names_.end()) {
            plan.parent = named->second.back();
            plan.resolved = true;
        } else {
            plan.image = parse_image_reference(plan.base.text);
            plan.resolved = plan.image.has_value();
            // With other build arguments it may be a name; an image's id is none, yet Docker's own builder took it.
            if (!plan.resolved && plan.base.uses.empty() && !is_image_id(plan.base.text) && !instruction.refused) {
                file.add_problem(word.span, "failed to parse stage name \"" + plan.base.text + "\": invalid reference format");
                instruction.refused = true;
            }
        }
        plan.defaults_valid =
            defaults.problem.empty() && !defaults.text.empty() &&
            (defaults.text == "scratch" || names_.count(lower_case(defaults.text)) > 0 || parse_image_reference(defaults.text).has_value());
    }
    if (plan.image) plan.family = base_family(*plan.image);
    if (plan.parent) plan.family = stages[*plan.parent].family;
    if (plan.scratch) plan.family.is_minimal = true;
    if (!plan.name.empty()) names_[plan.name].push_back(number);
    stages.push_back(std::move(plan));
}

From Plan::from(std::string_view text, std::uint32_t stage) const {
    From from;
    from.unresolved = text.find('$') != std::string_view::npos;
    if (from.unresolved) return from;
    const auto named = names_.find(lower_case(text));
    if (named != names_.end()) {
        const auto after = std::upper_bound(named->second.begin(), named->second.end(), stage);
        if (after != named->second.begin()) from.stage = *(after - 1);
    }
    from.is_index = !from.stage && all_digits(text);
    if (from.is_index) {
        std::uint32_t index = 0;
        for (const char c : text) index = index * 10 + static_cast<std::uint32_t>(c - '0');
        if (index <= stage) from.stage = index;
    }
    from.itself = from.stage == stage;
    if (!from.stage && !from.is_index && text != "scratch") from.image = parse_image_reference(text);
    return from;
}

void Plan::add_needs(const Instruction& instruction) {
    const auto stage = static_cast<std::uint32_t>(stages.size() - 1);
    const auto add = [&](std::optional<std::string_view> text, bool copy) {
        if (!text) return;
        const From found = from(*text, stage);
        if (!found.stage || found.itself) return;
        stages.back().needs.push_back(*found.stage);
        if (copy) stages.back().copies.push_back(*found.stage);
    };
    if (instruction.keyword == Keyword::copy) {
        const Flag* flag = instruction.flag("--from");
        if (flag != nullptr) add(flag->value, true);
    }
    if (instruction.keyword != Keyword::run) return;
    for (const Flag& flag : instruction.flags) {
        if (flag.name == "--mount" && flag.value) add(mount_option(*flag.value, {"from"}), false);
    }
}

void Plan::choose(const std::optional<std::string>& target) {
    if (stages.empty()) return;
    final = static_cast<std::uint32_t>(stages.size() - 1);
    if (target) {
        const auto named = names_.find(lower_case(*target));
        if (named != names_.end()) final = named->second.back();
    }
    stages[*final].is_final = true;
    for (std::optional<std::uint32_t> stage = final; stage; stage = stages[*stage].parent) stages[*stage].in_image = true;
    std::vector<std::uint32_t> pending;
    mark(pending, stages, &StagePlan::reached, *final);
    while (!pending.empty()) {
        const StagePlan& plan = stages[pending.back()];
        pending.pop_back();
        if (plan.parent) mark(pending, stages, &StagePlan::reached, *plan.parent);
        for (const std::uint32_t need : plan.needs) mark(pending, stages, &StagePlan::reached, need);
    }
    for (const StagePlan& plan : stages) {
        for (const std::uint32_t source : plan.copies) stages[source].copied_from = stages[source].copied_from || plan.in_image;
    }
}

}  // namespace scantling::dockerfile
