// Arguments of C callers.
#include "bindings/c/arguments.h"

#include <algorithm>

#include "engine/base/limits.h"
#include "engine/base/utf8.h"

namespace scantling::c {

namespace {

// Values of parameters: as large as a policy may be.
constexpr std::size_t longest_value = limits::policy_bytes;

std::string quoted(const char* name) { return std::string("`") + name + "`"; }

}  // namespace

void copy_struct(void* to, std::size_t ours, std::size_t first, const void* from, const char* name) {
    std::size_t size = 0;
    std::memcpy(&size, from, sizeof size);
    if (size < first)
        fail(SCANTLING_INVALID_ARGUMENT, "`size` of " + quoted(name) + " is not that of its struct: begin with its _INIT macro");
    if (size > largest_growth * ours)
        fail(SCANTLING_INVALID_ARGUMENT, "`size` of " + quoted(name) + " is not that of its struct: begin with its _INIT macro");
    const auto* bytes = static_cast<const char*>(from);
    if (std::any_of(bytes + std::min(size, ours), bytes + size, [](char byte) { return byte != 0; }))
        fail(SCANTLING_INCOMPATIBLE, quoted(name) + " uses a member that this version of the library does not know");
    std::memcpy(to, from, std::min(size, ours));
}

bool is_given(const scantling_str& text, const char* name) {
    if (text.data == nullptr && text.size != 0) fail(SCANTLING_INVALID_ARGUMENT, quoted(name) + " is a null pointer with a size");
    return text.data != nullptr;
}

std::string read_bytes(const scantling_str& text, const char* name, std::size_t limit, std::size_t room) {
    if (!is_given(text, name)) return {};
    if (text.size > limit) fail(SCANTLING_LIMIT, quoted(name) + " is larger than " + std::to_string(limit) + " bytes");
    std::string out;
    out.reserve(text.size + room);
    out.append(text.data, text.size);
    return out;
}

std::string read_name(const scantling_str& text, const char* name) {
    std::string out = read_bytes(text, name, longest_name);
    if (first_invalid_utf8(out)) fail(SCANTLING_INVALID_ARGUMENT, quoted(name) + " is not UTF-8");
    if (out.find(char{0}) != std::string::npos) fail(SCANTLING_INVALID_ARGUMENT, quoted(name) + " holds a zero byte");
    return out;
}

std::string read_path(const scantling_str& text, const char* name) {
    std::string out = read_name(text, name);
    return out == "-" ? "./-" : out;
}

void require_unused(std::int32_t reserved, const char* name) {
    if (reserved != 0) fail(SCANTLING_INCOMPATIBLE, quoted(name) + " uses a member that this version of the library does not know");
}

PolicySelection read_selection(const scantling_str& profile, const scantling_parameter* parameters, std::size_t count) {
    PolicySelection out;
    out.profile = read_name(profile, "profile");
    for (const scantling_parameter& given : read_structs<scantling_parameter>(parameters, count, SCANTLING_PARAMETER_INIT, "parameters")) {
        std::string name = read_name(given.name, "parameters.name");
        if (name.empty()) fail(SCANTLING_INVALID_ARGUMENT, "a parameter has no name");
        out.parameters.push_back({std::move(name), read_bytes(given.value, "parameters.value", longest_value, Source::room)});
    }
    return out;
}

PolicySelection read_selection(const scantling_select_options* options) {
    const auto given = read_struct<scantling_select_options>(options, SCANTLING_SELECT_OPTIONS_INIT, "options");
    return read_selection(given.profile, given.parameters, given.parameter_count);
}

Format read_format(const scantling_str& format) {
    const std::string word = read_name(format, "format");
    if (word == "text") return Format::text;
    if (word == "json") return Format::json;
    fail(SCANTLING_INVALID_ARGUMENT, "the formats are `text` and `json`, not `" + word + "`");
}

}  // namespace scantling::c
