// Image references. The grammar of distribution/reference is regular and small, so each of its pieces is one predicate here:
//   reference = [domain "/"] path [":" tag] ["@" digest],  domain = host [":" port],  path = component { "/" component }.
// Which first component is a domain is Docker's rule, not the grammar's: it has a `.` or `:`, is `localhost`, or has an upper-case letter.
#include "engine/values/image_reference.h"

#include "engine/values/ascii.h"
#include "engine/values/digest.h"

namespace scantling {

namespace {

constexpr std::size_t longest_repository = 255;  // RepositoryNameTotalLengthMax; counts the path alone since distribution/reference v0.6
constexpr std::size_t longest_tag = 128;
constexpr std::string_view default_registry = "docker.io";

bool is_word(char c) { return ascii::is_lower(c) || ascii::is_digit(c); }

// [a-z0-9]+ { ("." | "_" | "__" | "-"+) [a-z0-9]+ }
bool is_path_component(std::string_view text) {
    if (text.empty() || !is_word(text.front()) || !is_word(text.back())) return false;
    for (std::size_t at = 0; at < text.size();) {
        if (is_word(text[at])) {
            ++at;
            continue;
        }
        const std::size_t begin = at;
        while (at < text.size() && text[at] == text[begin]) ++at;
        const std::size_t run = at - begin;
        const bool allowed = text[begin] == '-' || (text[begin] == '_' && run <= 2) || (text[begin] == '.' && run == 1);
        if (!allowed || !is_word(text[at])) return false;
    }
    return true;
}

bool is_path(std::string_view text) {
    if (text.empty() || text.size() > longest_repository) return false;
    while (true) {
        const std::size_t slash = text.find('/');
        if (!is_path_component(text.substr(0, slash))) return false;
        if (slash == std::string_view::npos) return true;
        text = text.substr(slash + 1);
    }
}

bool is_host_component(std::string_view text) {
    if (text.empty() || text.front() == '-' || text.back() == '-') return false;
    return ascii::all_of(text, [](char c) { return ascii::is_alphanumeric(c) || c == '-'; });
}

bool is_host_name(std::string_view text) {
    while (true) {
        const std::size_t dot = text.find('.');
        if (!is_host_component(text.substr(0, dot))) return false;
        if (dot == std::string_view::npos) return true;
        text = text.substr(dot + 1);
    }
}

bool is_domain(std::string_view text) {
    std::size_t port = std::string_view::npos;
    if (text.starts_with('[')) {
        const std::size_t close = text.find(']');
        if (close == std::string_view::npos || close == 1) return false;
        // IPv6 without zone and without a dotted tail, as Docker has it.
        if (!ascii::all_of(text.substr(1, close - 1), [](char c) { return ascii::is_hex(c) || c == ':'; })) return false;
        if (close + 1 == text.size()) return true;
        if (text[close + 1] != ':') return false;
        port = close + 1;
    } else {
        port = text.find(':');
        if (!is_host_name(text.substr(0, port))) return false;
        if (port == std::string_view::npos) return true;
    }
    const std::string_view digits = text.substr(port + 1);
    return !digits.empty() && ascii::all_of(digits, ascii::is_digit);
}

bool is_tag(std::string_view text) {
    if (text.empty() || text.size() > longest_tag) return false;
    if (!ascii::is_alphanumeric(text.front()) && text.front() != '_') return false;
    return ascii::all_of(text, [](char c) { return ascii::is_alphanumeric(c) || c == '_' || c == '.' || c == '-'; });
}

bool looks_like_domain(std::string_view first) {
    if (first == "localhost") return true;
    return !ascii::all_of(first, [](char c) { return c != '.' && c != ':' && !ascii::is_upper(c); });
}

struct Name {
    std::string registry;
    std::string repository;
};

std::optional<Name> split_name(std::string_view name) {
    Name result;
    const std::size_t slash = name.find('/');
    if (slash == std::string_view::npos || !looks_like_domain(name.substr(0, slash))) {
        result.registry = default_registry;
        result.repository = name;
    } else {
        result.registry = name.substr(0, slash);
        result.repository = name.substr(slash + 1);
        if (result.registry == "index.docker.io") result.registry = default_registry;
    }
    if (result.registry == default_registry && result.repository.find('/') == std::string::npos) result.repository.insert(0, "library/");
    if (!is_domain(result.registry) || !is_path(result.repository)) return std::nullopt;
    return result;
}

}  // namespace

std::string ImageReference::canonical() const {
    std::string result = name;
    if (tag) result += ":" + *tag;
    if (digest) result += "@" + *digest;
    return result;
}

bool is_image_id(std::string_view text) {
    if (text.starts_with("sha256:")) text.remove_prefix(7);
    return text.size() == 64 && ascii::all_of(text, ascii::is_lower_hex);
}

std::optional<ImageReference> parse_image_reference(std::string_view text) {
    if (is_image_id(text)) return std::nullopt;
    ImageReference result;
    result.text = text;
    std::string_view rest = text;
    if (const std::size_t at = rest.find('@'); at != std::string_view::npos) {
        if (!is_image_digest(rest.substr(at + 1))) return std::nullopt;
        result.digest = rest.substr(at + 1);
        rest = rest.substr(0, at);
    }
    // A colon behind the last slash separates a tag; before it, a port.
    const std::size_t colon = rest.rfind(':');
    const std::size_t slash = rest.rfind('/');
    if (colon != std::string_view::npos && (slash == std::string_view::npos || colon > slash)) {
        if (!is_tag(rest.substr(colon + 1))) return std::nullopt;
        result.tag = rest.substr(colon + 1);
        rest = rest.substr(0, colon);
    }
    std::optional<Name> name = split_name(rest);
    if (!name) return std::nullopt;
    result.registry = std::move(name->registry);
    result.repository = std::move(name->repository);
    result.name = result.registry + "/" + result.repository;
    return result;
}

bool same_repository(const ImageReference& a, const ImageReference& b) { return a.name == b.name; }

}  // namespace scantling
