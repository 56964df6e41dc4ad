// Two worlds: a JSON value, decoded by another library; a piece of a Dockerfile, its continuations, quotes and escapes undone. Both are
// then asked the same few questions.
#include "tests/corpus/decoders.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "engine/base/sha256.h"
#include "engine/ingest/dockerfile/decode.h"
#include "engine/values/ascii.h"
#include "engine/values/decimal.h"
#include "engine/values/digest.h"
#include "engine/values/duration.h"
#include "engine/values/image_reference.h"
#include "engine/values/package_url.h"
#include "engine/values/size.h"
#include "engine/values/time.h"
#include "tests/ingest/support/json_text.h"

namespace scantling::test {

namespace {

constexpr std::size_t most_expansions = 64;

// A piece between separators of one line: of `NAME=value`, `8080/tcp`, `10:20`, `1.2, 1.3`.
bool is_piece(std::string_view text, std::string_view value) {
    constexpr std::string_view separators = "=:,/@ \t;|[](){}+#$\"'<>&";
    if (value.empty() || text.find('\n') != std::string_view::npos) return false;
    for (std::size_t at = text.find(value); at != std::string_view::npos; at = text.find(value, at + 1)) {
        const std::size_t end = at + value.size();
        const bool begins = at == 0 || separators.find(text[at - 1]) != std::string_view::npos;
        const bool ends = end == text.size() || separators.find(text[end]) != std::string_view::npos;
        if (begins && ends) return true;
    }
    return false;
}

bool is_of_reference(std::string_view text, std::string_view value) {
    const auto reference = parse_image_reference(text);
    if (!reference) return false;
    return reference->name == value || reference->registry == value || reference->repository == value || reference->tag == value ||
           reference->digest == value;
}

bool is_of_package_url(std::string_view text, std::string_view value) {
    const auto url = parse_package_url(text);
    if (!url) return false;
    if (url->name == value || url->name_space == value || url->version == value || url->subpath == value ||
        package_version(*url) == value) {
        return true;
    }
    return std::any_of(url->qualifiers.begin(), url->qualifiers.end(),
                       [&](const auto& qualifier) { return qualifier.first == value || qualifier.second == value; });
}

// Case, a leading `CAP_`, and the blanks around it.
bool is_folded(std::string_view text, std::string_view value) {
    std::string_view bare = ascii::trim(text);
    if (ascii::equal_folded(bare, value)) return true;
    if (bare.size() > 4 && ascii::equal_folded(bare.substr(0, 4), "CAP_")) bare.remove_prefix(4);
    return ascii::equal_folded(bare, value);
}

bool is_digest_of(const std::string& text, std::string_view value) {
    const auto digest = parse_digest(text);
    return (digest && *digest == value) || "sha256:" + text == value ||
           (value.find(':') != std::string_view::npos && value.substr(value.find(':') + 1) == ascii::lower(text));
}

// `-f` of `-rf`.
bool is_of_cluster(std::string_view text, std::string_view value) {
    const bool cluster = text.size() > 2 && text[0] == '-' && text[1] != '-' && text.find_first_of(" \n") == std::string_view::npos;
    return cluster && value.size() == 2 && value[0] == '-' && text.find(value[1], 1) != std::string_view::npos;
}

const char* says_scalar(const std::string& text, std::string_view value) {
    if (text == value) return "exact";
    if (is_of_package_url(text, value)) return "package URL";
    if (is_of_reference(text, value)) return "image reference";
    if (is_digest_of(text, value)) return "digest";
    if (is_folded(text, value)) return "folded";
    if (is_piece(text, value)) return "piece";
    if (value.empty() && !text.empty() && (text.back() == '=' || text.back() == ':')) return "piece";
    if ("CWE-" + text == value) return "number of a name";
    return nullptr;
}

// What `$NAME` at `at` may stand for, given what the file says; moves `at` behind it. Nothing where it is no variable.
std::vector<std::string> stands_for(std::string_view text, std::size_t& at, const KnownValues& variables) {
    const bool braces = at + 1 < text.size() && text[at + 1] == '{';
    std::size_t end = at + (braces ? 2U : 1U);
    const std::size_t begin = end;
    while (end < text.size() && (ascii::is_alphanumeric(text[end]) || text[end] == '_')) ++end;
    const auto known = variables.find(text.substr(begin, end - begin));
    std::vector<std::string> out;
    if (known != variables.end()) out.assign(known->second.begin(), known->second.end());
    if (braces) {
        const std::size_t close = std::min(text.find('}', end), text.size());
        const std::string_view modifier = text.substr(end, close - end);
        const std::size_t sign = modifier.find_first_of("-+");
        if (sign < 2) out.emplace_back(modifier.substr(sign + 1));
        if (sign < 2 && modifier[sign] == '+') out.emplace_back();
        end = std::min(close + 1, text.size());
    }
    at = end;
    return out;
}

std::vector<std::string> expansions(std::string_view text, const KnownValues& variables) {
    std::vector<std::string> out = {""};
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] != '$') {
            for (std::string& one : out) one += text[at];
            ++at;
            continue;
        }
        const std::vector<std::string> values = stands_for(text, at, variables);
        std::vector<std::string> longer;
        for (const std::string& one : out) {
            for (const std::string& value : values) {
                if (longer.size() < most_expansions) longer.push_back(one + value);
            }
        }
        out = std::move(longer);
    }
    return out;
}

// What a piece of a Dockerfile may say, nearest first.
std::vector<std::pair<const char*, std::string>> readings(const Written& written) {
    return {{"exact", std::string(written.raw)},
            {"folded lines", dockerfile::folded_text(written.raw, written.escape)},
            {"unquoted", dockerfile::plain_text(written.raw, written.escape)},
            {"unquoted", dockerfile::plain_text(written.raw, '\\')},
            {"JSON word", dockerfile::json_text(written.raw, written.escape)}};
}

const char* says_dockerfile(const Written& written, std::string_view value) {
    const auto all = readings(written);
    for (const auto& [way, text] : all) {
        if (text == value) return way;
    }
    for (const auto& [way, text] : all) {
        if (const char* found = says_scalar(text, value)) return found;
    }
    if (is_of_cluster(all[2].second, value)) return "option of a cluster";
    if (written.raw.find('$') == std::string_view::npos || written.variables == nullptr) return nullptr;
    for (const auto& [way, text] : all) {
        for (const std::string& expanded : expansions(text, *written.variables)) {
            if (says_scalar(expanded, value) != nullptr) return "expanded";
        }
    }
    return nullptr;
}

std::optional<std::int64_t> octal(std::string_view text) {
    if (text.empty() || text.size() > 7) return std::nullopt;
    std::int64_t value = 0;
    for (const char c : text) {
        if (c < '0' || c > '7') return std::nullopt;
        value = value * 8 + (c - '0');
    }
    return value;
}

const char* number_of(const std::string& text, TypeKind kind, std::int64_t value) {
    if (kind == TypeKind::time) {
        const auto time = parse_time(text);
        return time && *time == value ? "time" : nullptr;
    }
    if (kind == TypeKind::decimal) {
        const auto decimal = parse_decimal(text);
        if (decimal && decimal->millionths == value) return "exact";
        return decimal && decimal->millionths / 1'000'000'000 == value ? "billionths" : nullptr;  // `NanoCpus`
    }
    const std::string digits = std::to_string(value);
    if (text == digits) return "exact";
    if (kind == TypeKind::duration) {
        if (text == digits + "000") return "nanoseconds";
        const auto duration = parse_go_duration(text);
        return duration && *duration == value ? "duration" : nullptr;
    }
    if (kind == TypeKind::size) {
        const auto size = parse_docker_size(text.substr(text.find("size=") == std::string::npos ? 0 : text.find("size=") + 5));
        if (size && *size == value) return "size";
    }
    if (octal(text) == value) return "octal";
    if (is_piece(text, digits)) return "piece";
    for (std::size_t at = 0; at < text.size(); ++at) {  // the ends of a range
        if (text[at] == '-' && (is_piece(text.substr(0, at), digits) || is_piece(text.substr(at + 1), digits))) return "piece";
    }
    return nullptr;
}

bool is_container(std::string_view raw) { return !raw.empty() && (raw.front() == '{' || raw.front() == '['); }

}  // namespace

const char* says_text(const Written& written, std::string_view value) {
    if (!written.is_json) return says_dockerfile(written, value);
    if (written.key == value) return "member name";
    if (!is_container(written.raw)) {
        if (const char* way = says_scalar(decoded_json(written.raw), value)) return way;
    } else if (written.raw.substr(0, 40).find("\"CMD-SHELL\"") != std::string_view::npos && (value == "/bin/sh" || value == "-c")) {
        return "shell form";
    } else if (!written.document.empty() && "sha256:" + sha256_hex(written.document) == value) {
        return "digest of the document";
    }
    return written.key.empty() ? nullptr : says_scalar(written.key, value);
}

const char* says_number(const Written& written, TypeKind kind, std::int64_t value) {
    if (written.is_json) {
        if (!is_container(written.raw)) {
            if (const char* way = number_of(decoded_json(written.raw), kind, value)) return way;
        }
        return written.key.empty() ? nullptr : number_of(written.key, kind, value);
    }
    for (const auto& [way, text] : readings(written)) {
        if (const char* found = number_of(text, kind, value)) return found;
        if (written.raw.find('$') == std::string_view::npos || written.variables == nullptr) continue;
        for (const std::string& expanded : expansions(text, *written.variables)) {
            if (number_of(expanded, kind, value) != nullptr) return "expanded";
        }
    }
    return nullptr;
}

}  // namespace scantling::test
