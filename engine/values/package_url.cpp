// Package URLs: split from the right (subpath, qualifiers, version), then from the left (type), decode, fold by type.
// Folding is a table: which pieces of which type are compared without case, which must or must not be there.
#include "engine/values/package_url.h"

#include <algorithm>
#include <array>

#include "engine/base/utf8.h"
#include "engine/values/ascii.h"

namespace scantling {

namespace {

constexpr std::string_view hex_digits = "0123456789ABCDEF";

int hex_value(char c) {
    const std::size_t at = hex_digits.find(ascii::upper(c));
    return static_cast<int>(at);
}

// A `%` that begins no code stands for itself: tools forget to encode it.
std::string decode(std::string_view text) {
    if (text.find('%') == std::string_view::npos) return std::string(text);
    std::string result;
    result.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '%' && at + 2 < text.size() && ascii::is_hex(text[at + 1]) && ascii::is_hex(text[at + 2])) {
            result.push_back(static_cast<char>(hex_value(text[at + 1]) * 16 + hex_value(text[at + 2])));
            at += 2;
        } else {
            result.push_back(text[at]);
        }
    }
    return result;
}

void append_encoded(std::string& to, std::string_view text, std::string_view also_literal = "") {
    for (const char c : text) {
        if (ascii::is_alphanumeric(c) || std::string_view(".-_~:").find(c) != std::string_view::npos ||
            also_literal.find(c) != std::string_view::npos) {
            to.push_back(c);
        } else {
            const auto byte = static_cast<unsigned char>(c);
            to.push_back('%');
            to.push_back(hex_digits[byte >> 4U]);
            to.push_back(hex_digits[byte & 15U]);
        }
    }
}

// Splits at `/`, decodes each piece, drops empty ones, and those that `drop` names.
template <typename Drop>
std::string decode_segments(std::string_view text, Drop drop) {
    std::string result;
    while (!text.empty()) {
        const std::size_t slash = text.find('/');
        std::string segment = decode(text.substr(0, slash));
        text = slash == std::string_view::npos ? std::string_view() : text.substr(slash + 1);
        if (segment.empty() || drop(segment)) continue;
        if (result.empty()) {
            result = std::move(segment);  // mostly there is no other
        } else {
            result.append("/").append(segment);
        }
    }
    return result;
}

bool is_type(std::string_view text) {
    if (text.empty() || ascii::is_digit(text.front())) return false;
    return ascii::all_of(text, [](char c) { return ascii::is_alphanumeric(c) || c == '.' || c == '-' || c == '+'; });
}

bool is_qualifier_key(std::string_view text) {
    if (text.empty() || ascii::is_digit(text.front())) return false;
    return ascii::all_of(text, [](char c) { return ascii::is_alphanumeric(c) || c == '.' || c == '-' || c == '_'; });
}

enum Folding : unsigned { nothing = 0, fold_namespace = 1, fold_name = 2, fold_version = 4, needs_namespace = 8, no_namespace = 16 };

unsigned folding_of(PackageType type) {
    switch (type) {
        case PackageType::alpm:
        case PackageType::apk:
        case PackageType::bitbucket:
        case PackageType::brew:
        case PackageType::composer:
        case PackageType::deb:
        case PackageType::github:
        case PackageType::hex:
        case PackageType::luarocks:
            return fold_namespace | fold_name;
        case PackageType::qpkg:
        case PackageType::rpm:
            return fold_namespace;
        case PackageType::bitnami:
        case PackageType::chrome_extension:
        case PackageType::pub:
        case PackageType::pypi:
            return fold_name | (type == PackageType::pypi ? fold_version : nothing);
        case PackageType::oci:
            return fold_name | fold_version;
        case PackageType::otp:
            return fold_name | no_namespace;
        case PackageType::huggingface:
            return fold_version;
        case PackageType::swift:
            return needs_namespace;
        case PackageType::vcpkg:
            return no_namespace;
        case PackageType::vscode_extension:
            return fold_namespace | fold_name | fold_version | needs_namespace;
        default:
            return nothing;
    }
}

bool is_chrome_version(std::string_view text) {
    std::size_t numbers = 0;
    while (true) {
        const std::size_t dot = text.find('.');
        const std::string_view number = text.substr(0, dot);
        if (number.empty() || !ascii::all_of(number, ascii::is_digit) || ++numbers > 4) return false;
        if (dot == std::string_view::npos) return true;
        text = text.substr(dot + 1);
    }
}

// Rules of single types that are more than case and presence of a namespace.
bool obeys_type(const PackageUrl& purl) {
    switch (purl.type) {
        case PackageType::chrome_extension:
            if (purl.name.size() != 32 || !ascii::all_of(purl.name, [](char c) { return c >= 'a' && c <= 'p'; })) return false;
            return !purl.version || is_chrome_version(*purl.version);
        case PackageType::cpan:
            return purl.name.find("::") == std::string::npos;  // a module's name, where a distribution's is due
        case PackageType::julia:
            return purl.qualifier("uuid").has_value();
        default:
            return true;
    }
}

void to_lower(std::string& text) {
    for (char& c : text) c = ascii::lower(c);
}

void fold(PackageUrl& purl) {
    const unsigned folding = folding_of(purl.type);
    if ((folding & fold_namespace) != 0 && purl.name_space) to_lower(*purl.name_space);
    if ((folding & fold_name) != 0) to_lower(purl.name);
    if ((folding & fold_version) != 0 && purl.version) to_lower(*purl.version);
    // PEP 503: `_` and `.` are `-` in a project's name.
    if (purl.type == PackageType::pypi)
        std::replace_if(
            purl.name.begin(), purl.name.end(), [](char c) { return c == '_' || c == '.'; }, '-');
    const std::optional<std::string_view> url = purl.qualifier("repository_url");
    if (purl.type == PackageType::mlflow && url && url->find("databricks") != std::string_view::npos) to_lower(purl.name);
}

bool read_qualifiers(std::string_view text, PackageUrl& purl) {
    while (!text.empty()) {
        const std::size_t end = text.find('&');
        const std::string_view pair = text.substr(0, end);
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
        if (pair.empty()) continue;
        const std::size_t equals = pair.find('=');
        if (equals == std::string_view::npos) return false;
        purl.qualifiers.emplace_back(std::string(pair.substr(0, equals)), decode(pair.substr(equals + 1)));
    }
    return true;
}

// The last place of a character that mostly is nowhere: to look for it from the front is quicker than from the back.
std::size_t last_of_rare(std::string_view text, char c) {
    return text.find(c) == std::string_view::npos ? std::string_view::npos : text.rfind(c);
}

// The `@` before the version: the last one, unless it begins a segment that others follow, as an npm scope does.
std::size_t version_separator(std::string_view path) {
    for (std::size_t at = path.rfind('@'); at != std::string_view::npos; at = at == 0 ? std::string_view::npos : path.rfind('@', at - 1)) {
        const bool begins_segment = at == 0 || path[at - 1] == '/';
        if (!begins_segment || path.find('/', at) == std::string_view::npos) return at;
    }
    return std::string_view::npos;
}

std::optional<std::string> unless_empty(std::string text) { return text.empty() ? std::nullopt : std::optional(std::move(text)); }

// What stands behind `pkg:`, into its pieces.
bool read_pieces(std::string_view text, PackageUrl& purl) {
    if (const std::size_t hash = last_of_rare(text, '#'); hash != std::string_view::npos) {
        purl.subpath = unless_empty(decode_segments(text.substr(hash + 1), [](const std::string& s) { return s == "." || s == ".."; }));
        text = text.substr(0, hash);
    }
    if (const std::size_t question = last_of_rare(text, '?'); question != std::string_view::npos) {
        if (!read_qualifiers(text.substr(question + 1), purl)) return false;
        text = text.substr(0, question);
    }
    while (text.starts_with('/')) text.remove_prefix(1);
    const std::size_t end_of_type = text.find('/');
    if (end_of_type == std::string_view::npos) return false;
    purl.type_name = text.substr(0, end_of_type);
    text.remove_prefix(end_of_type + 1);
    if (const std::size_t at = version_separator(text); at != std::string_view::npos) {
        purl.version = unless_empty(decode(text.substr(at + 1)));
        text = text.substr(0, at);
        // What stands directly before the `@` is the name; nothing does in `pkg:maven/group/@1.0`.
        if (text.empty() || text.ends_with('/')) return false;
    }
    while (text.ends_with('/')) text.remove_suffix(1);
    // A git repository is a path on its host, and the host alone is the namespace.
    const std::size_t slash = ascii::equal_folded(purl.type_name, "git") ? text.find('/') : text.rfind('/');
    purl.name = decode(slash == std::string_view::npos ? text : text.substr(slash + 1));
    if (slash != std::string_view::npos) {
        purl.name_space = unless_empty(decode_segments(text.substr(0, slash), [](const std::string&) { return false; }));
    }
    return true;
}

}  // namespace

std::optional<std::string_view> PackageUrl::qualifier(std::string_view key) const {
    for (const auto& [name_of_pair, value] : qualifiers) {
        if (name_of_pair == key) return value;
    }
    return std::nullopt;
}

std::string PackageUrl::canonical() const {
    std::string result = "pkg:" + type_name + "/";
    if (name_space) {
        append_encoded(result, *name_space, "/");
        result.push_back('/');
    }
    append_encoded(result, name, type == PackageType::git ? "/" : "");
    if (version) {
        result.push_back('@');
        append_encoded(result, *version);
    }
    char separator = '?';
    for (const auto& [key, value] : qualifiers) {
        result.push_back(separator);
        result += key + "=";
        append_encoded(result, value);
        separator = '&';
    }
    if (subpath) {
        result.push_back('#');
        append_encoded(result, *subpath, "/");
    }
    return result;
}

namespace {

// Folds and checks the pieces where they are; false where they are no package URL. `valid`: they are known to be UTF-8.
bool settle(PackageUrl& purl, bool valid) {
    const auto is_broken = [valid](const std::string& piece) { return !valid && first_invalid_utf8(piece).has_value(); };
    if (!is_type(purl.type_name)) return false;
    to_lower(purl.type_name);
    purl.type = package_type_of(purl.type_name);
    for (auto& [key, value] : purl.qualifiers) {
        if (!is_qualifier_key(key) || is_broken(value)) return false;
        to_lower(key);
    }
    std::erase_if(purl.qualifiers, [](const auto& pair) { return pair.second.empty(); });
    std::sort(purl.qualifiers.begin(), purl.qualifiers.end());
    for (std::size_t i = 1; i < purl.qualifiers.size(); ++i) {
        if (purl.qualifiers[i - 1].first == purl.qualifiers[i].first) return false;
    }
    for (std::optional<std::string>* piece : {&purl.name_space, &purl.version, &purl.subpath}) {
        if (*piece && (*piece)->empty()) piece->reset();
        if (*piece && is_broken(**piece)) return false;
    }
    if (purl.name.empty() || is_broken(purl.name)) return false;
    const unsigned folding = folding_of(purl.type);
    if ((folding & needs_namespace) != 0 && !purl.name_space) return false;
    if ((folding & no_namespace) != 0 && purl.name_space) return false;
    fold(purl);
    return obeys_type(purl);
}

}  // namespace

std::optional<PackageUrl> make_package_url(PackageUrl pieces) {
    std::optional<PackageUrl> out(std::move(pieces));
    if (!settle(*out, false)) out.reset();
    return out;
}

std::optional<PackageUrl> parse_package_url(std::string_view text) {
    std::optional<PackageUrl> out;
    if (text.size() < 4 || !ascii::equal_folded(text.substr(0, 4), "pkg:")) return out;
    // Of a text without a code the pieces are as valid as the whole.
    const bool valid = text.find('%') == std::string_view::npos && !first_invalid_utf8(text);
    text.remove_prefix(4);
    if (!read_pieces(text, out.emplace()) || !settle(*out, valid)) out.reset();
    return out;
}

std::string package_id(PackageType type, std::string_view type_name, std::optional<std::string_view> name_space, std::string_view name,
                       std::optional<std::string_view> version) {
    if (type != PackageType::other) type_name = purl_type(type);
    std::string result;
    result.reserve(type_name.size() + name.size() + (name_space ? name_space->size() : 0) + (version ? version->size() : 0) + 3);
    result = type_name;
    if (!result.empty()) result.push_back('/');
    if (name_space && !name_space->empty()) {
        result += *name_space;
        result.push_back('/');
    }
    result += name;
    if (version && !version->empty()) {
        result.push_back('@');
        result += *version;
    }
    return result;
}

std::string version_with_epoch(std::string_view version, std::string_view epoch) {
    const std::size_t colon = version.find(':');
    if (colon != std::string_view::npos && colon > 0 && ascii::all_of(version.substr(0, colon), ascii::is_digit)) {
        epoch = version.substr(0, colon);
        version = version.substr(colon + 1);
    }
    epoch.remove_prefix(std::min(epoch.find_first_not_of('0'), epoch.size()));
    return epoch.empty() ? std::string(version) : std::string(epoch) + ":" + std::string(version);
}

std::optional<std::string> package_version(const PackageUrl& purl) {
    if (!purl.version) return std::nullopt;
    if (purl.type != PackageType::rpm) return purl.version;
    return version_with_epoch(*purl.version, purl.qualifier("epoch").value_or(std::string_view()));
}

std::string package_id(const PackageUrl& purl) {
    const std::optional<std::string> version = package_version(purl);
    return package_id(purl.type, purl.type_name, purl.name_space, purl.name,
                      version ? std::optional<std::string_view>(*version) : std::nullopt);
}

}  // namespace scantling
