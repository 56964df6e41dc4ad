// Instruction by instruction, in BuildKit's words. One problem each: the first, as BuildKit would stop there.
#include "engine/ingest/dockerfile/checks.h"

#include <algorithm>
#include <string>

#include "engine/ingest/dockerfile/heredoc.h"

namespace scantling::dockerfile {

namespace {

enum class FlagKind : std::uint8_t { text, texts, yes_no };
struct FlagRule {
    Keyword keyword;
    std::string_view name;
    FlagKind kind;
};

constexpr FlagRule flag_rules[] = {
    {Keyword::from, "--platform", FlagKind::text},
    {Keyword::add, "--chown", FlagKind::text},
    {Keyword::add, "--chmod", FlagKind::text},
    {Keyword::add, "--link", FlagKind::yes_no},
    {Keyword::add, "--keep-git-dir", FlagKind::yes_no},
    {Keyword::add, "--checksum", FlagKind::text},
    {Keyword::add, "--unpack", FlagKind::yes_no},
    {Keyword::add, "--exclude", FlagKind::texts},
    {Keyword::copy, "--chown", FlagKind::text},
    {Keyword::copy, "--from", FlagKind::text},
    {Keyword::copy, "--chmod", FlagKind::text},
    {Keyword::copy, "--link", FlagKind::yes_no},
    {Keyword::copy, "--exclude", FlagKind::texts},
    {Keyword::copy, "--parents", FlagKind::yes_no},
    {Keyword::run, "--mount", FlagKind::texts},
    {Keyword::run, "--network", FlagKind::text},
    {Keyword::run, "--security", FlagKind::text},
    {Keyword::run, "--device", FlagKind::texts},
    {Keyword::healthcheck, "--interval", FlagKind::text},
    {Keyword::healthcheck, "--timeout", FlagKind::text},
    {Keyword::healthcheck, "--retries", FlagKind::text},
    {Keyword::healthcheck, "--start-period", FlagKind::text},
    {Keyword::healthcheck, "--start-interval", FlagKind::text},
};

std::string check_flag(const Instruction& instruction, const Flag& flag, std::size_t index) {
    const std::string name(flag.name);
    const auto rule = std::find_if(std::begin(flag_rules), std::end(flag_rules),
                                   [&](const FlagRule& known) { return known.keyword == instruction.keyword && known.name == flag.name; });
    if (rule == std::end(flag_rules)) return "unknown flag: " + name;
    if (rule->kind != FlagKind::texts) {
        for (std::size_t i = 0; i < index; ++i) {
            if (instruction.flags[i].name == flag.name) return "duplicate flag specified: " + name;
        }
    }
    if (rule->kind != FlagKind::yes_no) return flag.value ? "" : "missing a value on flag: " + name;
    if (flag.value && flag.value->empty()) return "missing a value on flag: " + name;
    if (!flag.value || same_word(*flag.value, "true") || same_word(*flag.value, "false")) return {};
    return "expecting boolean value for flag " + name + ", not: " + std::string(*flag.value);
}

bool valid_stage_name(std::string_view name) {
    const std::string lower = lower_case(name);
    if (lower.empty() || lower.front() < 'a' || lower.front() > 'z') return false;
    return std::all_of(lower.begin(), lower.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || is_digit(c) || c == '-' || c == '_' || c == '.'; });
}

std::string check_from(const Instruction& instruction, Span& span) {
    const auto& words = instruction.words;
    if (words.size() == 1) return {};
    if (words.size() != 3 || !same_word(words[1].text, "as")) return "FROM requires either one or three arguments";
    if (valid_stage_name(words[2].text)) return {};
    span = words[2].span;
    return "invalid name for build stage: \"" + std::string(words[2].text) + "\", name can't start with a number or contain symbols";
}

std::string check_copy(const Instruction& instruction, Span& span) {
    const std::string keyword(name_of(instruction.keyword));
    if (instruction.words.size() < 2) {
        return keyword + " requires at least two arguments, but only one was provided. Destination could not be determined";
    }
    if (!is_heredoc(instruction.words.back().text)) return {};
    span = instruction.words.back().span;
    return keyword + " cannot accept a heredoc as a destination";
}

std::string check_onbuild(const Instruction& instruction) {
    if (!instruction.trigger) return "ONBUILD requires at least one argument";
    switch (instruction.trigger->keyword) {
        case Keyword::onbuild:
            return "Chaining ONBUILD via `ONBUILD ONBUILD` isn't allowed";
        case Keyword::from:
        case Keyword::maintainer:
            return std::string(name_of(instruction.trigger->keyword)) + " isn't allowed as an ONBUILD trigger";
        case Keyword::other:
            return "unknown instruction: " + std::string(shown_word(instruction.trigger->keyword_text));
        default:
            return {};
    }
}

std::string check_health_numbers(const Instruction& instruction, Span& span) {
    for (const Flag& flag : instruction.flags) {
        if (!flag.value || flag.value->empty()) continue;
        span = flag.value_span;
        const std::string_view value = *flag.value;
        if (flag.name == "--retries") {
            const bool signless = value.front() != '-' && value.front() != '+';
            const std::string_view digits = signless ? value : value.substr(1);
            const bool number = !digits.empty() && digits.size() <= 9 && std::all_of(digits.begin(), digits.end(), is_digit);
            if (!number) return "invalid value for --retries: " + std::string(value);
            if (value.front() == '-') return "--retries cannot be negative (" + std::string(value) + ")";
            continue;
        }
        const auto duration = go_duration(value);
        if (!duration) return "invalid duration \"" + std::string(value) + "\"";
        if (*duration != 0 && *duration < 1000) return "Interval \"" + std::string(flag.name.substr(2)) + "\" cannot be less than 1ms";
    }
    return {};
}

std::string check_healthcheck(const Instruction& instruction, Span& span) {
    if (instruction.words.empty()) return "HEALTHCHECK requires at least one argument";
    const Word& type = instruction.words.front();
    if (same_word(type.text, "none")) return instruction.words.size() == 1 ? "" : "HEALTHCHECK NONE takes no arguments";
    if (!same_word(type.text, "cmd")) {
        span = type.span;
        return "Unknown type \"" + std::string(type.text) + "\" in HEALTHCHECK (try CMD)";
    }
    if (instruction.words.size() < 2) return "Missing command after HEALTHCHECK CMD";
    return check_health_numbers(instruction, span);
}

std::string check_run(const Instruction& instruction, Span& span) {
    const auto one_of = [&](std::string_view name, std::initializer_list<std::string_view> values) {
        const Flag* flag = instruction.flag(name);
        if (flag == nullptr || !flag->value || std::find(values.begin(), values.end(), *flag->value) != values.end()) return true;
        span = flag->value_span;
        return false;
    };
    if (!one_of("--network", {"default", "none", "host"})) return "invalid network mode";
    if (!one_of("--security", {"insecure", "sandbox"})) return "security mode is not valid";
    for (const Flag& flag : instruction.flags) {
        const std::size_t from = flag.value ? flag.value->find("from=$") : std::string_view::npos;
        if (flag.name != "--mount" || from == std::string_view::npos || (from > 0 && (*flag.value)[from - 1] != ',')) continue;
        span = flag.value_span;
        return "'from' doesn't support variable expansion, define alias stage instead";
    }
    return {};
}

std::string check_volume(const Instruction& instruction) {
    if (instruction.words.empty()) return "VOLUME requires at least one argument";
    for (const Word& word : instruction.words) {
        if (trim(word.text).empty()) return "VOLUME specified can not be an empty string";
    }
    return {};
}

std::string check_arguments(const Instruction& instruction, Span& span) {
    const std::string keyword(name_of(instruction.keyword));
    switch (instruction.keyword) {
        case Keyword::from:
            return check_from(instruction, span);
        case Keyword::add:
        case Keyword::copy:
            return check_copy(instruction, span);
        case Keyword::onbuild:
            return check_onbuild(instruction);
        case Keyword::healthcheck:
            return check_healthcheck(instruction, span);
        case Keyword::run:
            return check_run(instruction, span);
        case Keyword::volume:
            return check_volume(instruction);
        case Keyword::expose:
            return instruction.words.empty() ? "EXPOSE requires at least one argument" : "";
        case Keyword::maintainer:
        case Keyword::workdir:
        case Keyword::user:
        case Keyword::stopsignal:
            return instruction.words.empty() ? keyword + " requires exactly one argument" : "";
        case Keyword::shell:
            if (instruction.words.empty()) return "SHELL requires at least one argument";
            return instruction.json ? "" : "SHELL requires the arguments to be in JSON form";
        default:
            return {};
    }
}

// ARG, STOPSIGNAL and HEALTHCHECK NONE never look at their flags.
bool looks_at_flags(const Instruction& instruction) {
    if (instruction.keyword == Keyword::arg || instruction.keyword == Keyword::stopsignal) return false;
    return instruction.keyword != Keyword::healthcheck ||
           (!instruction.words.empty() && !same_word(instruction.words.front().text, "none"));
}

}  // namespace

void check(const Instruction& instruction, std::vector<Problem>& problems) {
    if (instruction.keyword == Keyword::other) {
        problems.push_back({instruction.keyword_span, "unknown instruction: " + std::string(shown_word(instruction.keyword_text))});
        return;
    }
    if (looks_at_flags(instruction)) {
        for (std::size_t i = 0; i < instruction.flags.size(); ++i) {
            std::string problem = check_flag(instruction, instruction.flags[i], i);
            if (problem.empty()) continue;
            problems.push_back({instruction.flags[i].span, std::move(problem)});
            return;
        }
    }
    Span span = instruction.span;
    std::string problem = check_arguments(instruction, span);
    if (!problem.empty()) problems.push_back({span, std::move(problem)});
}

std::optional<std::int64_t> go_duration(std::string_view text) {
    const bool negative = !text.empty() && text.front() == '-';
    if (negative || (!text.empty() && text.front() == '+')) text.remove_prefix(1);
    if (text == "0") return 0;
    if (text.empty()) return std::nullopt;
    struct Unit {
        std::string_view name;
        double microseconds;
    };
    constexpr Unit units[] = {{"ns", 1e-3}, {"us", 1},  {"\xC2\xB5s", 1}, {"\xCE\xBCs", 1},
                              {"ms", 1e3},  {"s", 1e6}, {"m", 6e7},       {"h", 3.6e9}};
    double total = 0;
    std::size_t at = 0;
    while (at < text.size()) {
        double value = 0;
        double scale = 0;
        bool digits = false;
        for (; at < text.size() && (is_digit(text[at]) || (text[at] == '.' && scale == 0)); ++at) {
            if (text[at] == '.') {
                scale = 1;
                continue;
            }
            digits = true;
            value = value * 10 + (text[at] - '0');
            scale *= 10;
        }
        if (!digits) return std::nullopt;
        if (scale > 0) value /= scale;
        const std::size_t begin = at;
        while (at < text.size() && !is_digit(text[at]) && text[at] != '.') ++at;
        const std::string_view name = text.substr(begin, at - begin);
        const auto unit = std::find_if(std::begin(units), std::end(units), [&](const Unit& known) { return known.name == name; });
        if (unit == std::end(units)) return std::nullopt;
        total += value * unit->microseconds;
        if (total > 9e15) return std::nullopt;  // some 285 years: Go's own limit is 290
    }
    const auto microseconds = static_cast<std::int64_t>(total);
    return negative ? -microseconds : microseconds;
}

}  // namespace scantling::dockerfile
