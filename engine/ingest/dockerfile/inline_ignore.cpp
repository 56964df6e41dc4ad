// The forms that the common tools have: a head that names the tool, then ids, then perhaps a reason.
#include "engine/ingest/dockerfile/inline_ignore.h"

#include <algorithm>

#include "engine/ingest/dockerfile/text.h"

namespace scantling::dockerfile {

namespace {

struct Form {
    std::string_view head;
    std::string_view tool;
    bool takes_rules = true;
};

constexpr Form forms[] = {
    {"hadolint ignore=", "hadolint"},
    {"hadolint global ignore=", "hadolint"},
    {"hadolint stage ignore=", "hadolint"},
    {"checkov:skip=", "checkov"},
    {"trivy:ignore:", "trivy"},
    {"kics-scan disable=", "kics"},
    {"kics-scan ignore-line", "kics", false},
    {"kics-scan ignore-block", "kics", false},
    {"kics-scan ignore", "kics", false},
    {"nosemgrep:", "semgrep"},
    {"nosemgrep", "semgrep", false},
    {"shellcheck disable=", "shellcheck"},
    {"check=skip=", "buildkit"},
    {"dockerfilelint ignore:", "dockerfilelint"},
    {"NOSONAR", "sonar", false},
};

bool is_id(char c) { return is_letter(c) || is_digit(c) || c == '_' || c == '-' || c == '.' || c == '/'; }

// Blanks inside the head may be any number; `=` may stand alone.
bool skip_head(std::string_view comment, std::string_view head, std::size_t& at) {
    at = 0;
    for (const char c : head) {
        if (c == ' ' || c == '=' || c == ':') {
            while (at < comment.size() && is_blank(comment[at])) ++at;
        }
        if (c == ' ') continue;
        if (at >= comment.size() || comment[at] != c) return false;
        ++at;
    }
    return true;
}

}  // namespace

std::optional<InlineIgnoreText> read_inline_ignore(std::string_view comment) {
    for (const Form& form : forms) {
        std::size_t at = 0;
        if (!skip_head(comment, form.head, at)) continue;
        InlineIgnoreText made;
        made.tool = form.tool;
        while (form.takes_rules && at < comment.size()) {
            while (at < comment.size() && is_blank(comment[at])) ++at;
            const std::size_t begin = at;
            while (at < comment.size() && is_id(comment[at])) ++at;
            if (at > begin) made.rules.push_back(comment.substr(begin, at - begin));
            while (at < comment.size() && is_blank(comment[at])) ++at;
            if (at >= comment.size() || comment[at] != ',') break;
            ++at;
        }
        std::string_view rest = trim(comment.substr(at));
        while (!rest.empty() &&
               (rest.front() == ':' || rest.front() == ';' || rest.front() == '#' || rest.front() == '-' || rest.front() == ' ')) {
            rest.remove_prefix(1);
        }
        if (rest.substr(0, 7) == "reason=") rest.remove_prefix(7);
        if (!rest.empty()) made.reason = rest;
        return made;
    }
    return std::nullopt;
}

}  // namespace scantling::dockerfile
