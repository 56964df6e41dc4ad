// SPDX expressions: tokens, a recursive descent with a bound on parentheses, a tree of n-ary AND and OR. Whether one licence
// covers another is decided by families of versions (`GPL-2.0-or-later` is every GPL from 2.0 on), whose names are listed:
// a number alone proves nothing (`BSD-3-Clause` is no later BSD-2-Clause).
#include "engine/values/licence.h"

#include <algorithm>
#include <array>
#include <utility>

#include "engine/base/limits.h"
#include "engine/base/sha256.h"
#include "engine/values/ascii.h"
#include "engine/values/licence_list.h"
#include "engine/values/version/numbers.h"

namespace scantling {

struct LicenceExpression::Node {
    enum class Kind { licence, all, any };
    Kind kind = Kind::licence;
    std::string id;  // with its document, `DocumentRef-a:LicenseRef-b`
    bool or_later = false;
    std::string exception;
    std::vector<Node> parts;
};

namespace {

using Node = LicenceExpression::Node;

bool is_id_character(char c) { return ascii::is_alphanumeric(c) || c == '.' || c == '-'; }

bool has_prefix(std::string_view text, std::string_view prefix) {
    return text.size() > prefix.size() && ascii::equal_folded(text.substr(0, prefix.size()), prefix);
}

std::vector<std::string_view> tokens_of(std::string_view text) {
    std::vector<std::string_view> tokens;
    for (std::size_t at = 0; at < text.size();) {
        if (ascii::is_blank(text[at])) {
            ++at;
            continue;
        }
        const std::size_t begin = at++;
        constexpr std::string_view single = "():";
        if (single.find(text[begin]) == std::string_view::npos) {
            while (at < text.size() && !ascii::is_blank(text[at]) && single.find(text[at]) == std::string_view::npos) ++at;
        }
        tokens.push_back(text.substr(begin, at - begin));
    }
    return tokens;
}

// How tolerant a parse is: a policy names licences of the list; a document's unknown names become references.
enum class Names { listed, any };

class Parser {
  public:
    Parser(std::string_view text, Names names) : tokens_(tokens_of(text)), names_(names) {}

    std::optional<Node> parse() {
        std::optional<Node> node = any(0);
        if (node && at_ < tokens_.size()) fail("`" + std::string(tokens_[at_]) + "` cannot stand here");
        return error_.empty() ? std::move(node) : std::nullopt;
    }
    [[nodiscard]] const std::string& error() const { return error_; }
    [[nodiscard]] const std::vector<std::string>& unlisted() const { return unlisted_; }

  private:
    std::optional<Node> fail(std::string why) {
        if (error_.empty()) error_ = std::move(why);
        return std::nullopt;
    }
    [[nodiscard]] bool next_is(std::string_view word) const {
        // In a document's free text only upper case makes an operator: `GPL v2 or later` is a name.
        return at_ < tokens_.size() && (names_ == Names::any ? tokens_[at_] == word : ascii::equal_folded(tokens_[at_], word));
    }
    bool take(std::string_view word) {
        if (!next_is(word)) return false;
        ++at_;
        return true;
    }

    // Operands joined by one operator; an operand of the same kind, from parentheses, is merged into it.
    template <typename Operand>
    std::optional<Node> chain(Node::Kind kind, std::string_view word, Operand operand) {
        std::optional<Node> first = operand();
        if (!first || !next_is(word)) return first;
        Node node;
        node.kind = kind;
        const auto append = [&node, kind](Node part) {
            if (part.kind != kind) {
                node.parts.push_back(std::move(part));
            } else {
                std::move(part.parts.begin(), part.parts.end(), std::back_inserter(node.parts));
            }
        };
        append(std::move(*first));
        while (take(word)) {
            std::optional<Node> next = operand();
            if (!next) return next;
            append(std::move(*next));
        }
        return node;
    }
    std::optional<Node> any(std::uint32_t depth) {
        return chain(Node::Kind::any, "OR", [&] { return chain(Node::Kind::all, "AND", [&] { return operand(depth); }); });
    }
    std::optional<Node> operand(std::uint32_t depth) {
        if (!take("(")) return licence();
        if (depth == limits::licence_nesting) return fail("the licence expression nests too deeply");
        std::optional<Node> node = any(depth + 1);
        if (node && !take(")")) return fail("a `)` is missing");
        return node;
    }
    std::optional<Node> licence() {
        if (at_ == tokens_.size()) return fail("a licence is missing at the end");
        std::string_view token = tokens_[at_];
        for (const std::string_view word : {"AND", "OR", "WITH", ")", ":"}) {
            if (next_is(word)) return fail("`" + std::string(token) + "` stands where a licence is due");
        }
        ++at_;
        Node node;
        if (has_prefix(token, "DocumentRef-") && take(":")) {
            if (at_ == tokens_.size() || !has_prefix(tokens_[at_], "LicenseRef-"))
                return fail("`LicenseRef-` is missing after `" + std::string(token) + ":`");
            if (!read_reference(token.substr(12)) || !read_reference(tokens_[at_].substr(11))) return std::nullopt;
            node.id = "DocumentRef-" + std::string(token.substr(12)) + ":LicenseRef-" + std::string(tokens_[at_++].substr(11));
        } else if (has_prefix(token, "LicenseRef-")) {
            if (!read_reference(token.substr(11))) return std::nullopt;
            node.id = "LicenseRef-" + std::string(token.substr(11));
        } else if (!listed(token, node)) {
            return std::nullopt;
        }
        if (take("WITH") && !exception(node)) return std::nullopt;
        return node;
    }
    bool read_reference(std::string_view name) {
        if (ascii::all_of(name, is_id_character)) return true;
        fail("`" + std::string(name) + "` has a character other than letters, digits, `.` and `-`");
        return false;
    }
    bool listed(std::string_view token, Node& node) {
        if (token.ends_with('+')) {
            node.or_later = true;
            token.remove_suffix(1);
        }
        if (const auto id = spdx_licence(token)) {
            node.id = *id;
        } else if (names_ == Names::any && ascii::all_of(token, [](char c) { return is_id_character(c) || c == '_'; })) {
            node.id = licence_ref(token);
            node.or_later = false;
            unlisted_.emplace_back(tokens_[at_ - 1]);
        } else {
            fail("`" + std::string(token) + "` is no licence of the SPDX list; others are written `LicenseRef-…`");
            return false;
        }
        return true;
    }
    bool exception(Node& node) {
        if (at_ == tokens_.size()) {
            fail("an exception is missing after `WITH`");
            return false;
        }
        const std::string_view token = tokens_[at_++];
        if (const auto id = spdx_exception(token)) {
            node.exception = *id;
            return true;
        }
        fail("`" + std::string(token) + "` is no exception of the SPDX list");
        return false;
    }

    std::vector<std::string_view> tokens_;
    std::size_t at_ = 0;
    Names names_;
    std::string error_;
    std::vector<std::string> unlisted_;
};

std::string print(const Node& node) {
    if (node.kind == Node::Kind::licence) {
        std::string result = node.id + (node.or_later ? "+" : "");
        return node.exception.empty() ? result : result + " WITH " + node.exception;
    }
    std::string result;
    for (const Node& part : node.parts) {
        if (!result.empty()) result += node.kind == Node::Kind::all ? " AND " : " OR ";
        const bool bracketed = node.kind == Node::Kind::all && part.kind == Node::Kind::any;
        result += bracketed ? "(" + print(part) + ")" : print(part);
    }
    return result;
}

void collect_ids(const Node& node, std::vector<std::string>& ids) {
    if (node.kind == Node::Kind::licence && std::find(ids.begin(), ids.end(), node.id) == ids.end()) ids.push_back(node.id);
    for (const Node& part : node.parts) collect_ids(part, ids);
}

// A licence as a version of its family; `version` is empty where it belongs to none.
struct Release {
    std::string family;
    std::string version;
    bool or_later = false;
};

// Families in which a later version stands for the same licence: those whose texts, or stewards, say "or any later version".
constexpr std::array<std::string_view, 44> families = {
    "AFL",      "AGPL", "Apache", "APSL",       "Artistic",   "BitTorrent", "CC-BY", "CC-BY-NC", "CC-BY-NC-ND", "CC-BY-NC-SA", "CC-BY-ND",
    "CC-BY-SA", "CDDL", "CECILL", "CERN-OHL-P", "CERN-OHL-S", "CERN-OHL-W", "CPAL",  "CPL",      "ECL",         "EFL",         "EPL",
    "ErlPL",    "EUPL", "GFDL",   "GPL",        "LGPL",       "LPL",        "LPPL",  "MPL",      "MS-PL",       "NPL",         "OFL",
    "OLDAP",    "OPL",  "OSL",    "PHP",        "RPL",        "RPSL",       "SGI-B", "UPL",      "W3C",         "YPL",         "ZPL"};

Release release_of(const Node& node) {
    Release release;
    std::string_view id = node.id;
    release.or_later = node.or_later;
    if (id.ends_with("-only")) id.remove_suffix(5);
    if (id.ends_with("-or-later")) {
        id.remove_suffix(9);
        release.or_later = true;
    }
    std::size_t begin = std::string_view::npos;
    for (std::size_t at = 1; at < id.size() && begin == std::string_view::npos; ++at) {
        if (id[at - 1] == '-' && ascii::is_digit(id[at])) begin = at;
    }
    release.family = id;
    if (begin == std::string_view::npos || std::find(families.begin(), families.end(), id.substr(0, begin - 1)) == families.end())
        return release;
    std::string_view rest = id.substr(begin);
    release.version = version::take_while(rest, [](char c) { return ascii::is_digit(c) || c == '.'; });
    // What follows the version is part of the family: CC-BY-3.0-DE is no earlier CC-BY-4.0.
    release.family = std::string(id.substr(0, begin)) + std::string(rest);
    return release;
}

std::strong_ordering compare_releases(std::string_view a, std::string_view b) {
    while (!a.empty() || !b.empty()) {
        const std::string_view number = version::take_until(a, '.');
        if (const auto order = version::compare_numbers(number, version::take_until(b, '.')); order != 0) return order;
    }
    return std::strong_ordering::equal;
}

bool same_licence(const Release& a, const Release& b) {
    if (a.family != b.family) return false;
    if (a.version.empty() || b.version.empty()) return a.version.empty() == b.version.empty();
    const auto order = compare_releases(a.version, b.version);
    if (order == 0 || (a.or_later && b.or_later)) return true;
    return order < 0 ? a.or_later : b.or_later;
}

constexpr std::size_t longest_reference = 64;

}  // namespace

struct AllowedLicences::Entry {
    std::string exception;
    Release release;
};

namespace {

bool satisfied(const Node& node, std::span<const AllowedLicences::Entry> allowed) {
    const auto one = [&](const Node& part) { return satisfied(part, allowed); };
    if (node.kind == Node::Kind::all) return std::all_of(node.parts.begin(), node.parts.end(), one);
    if (node.kind == Node::Kind::any) return std::any_of(node.parts.begin(), node.parts.end(), one);
    const Release release = release_of(node);
    const auto covers = [&](const AllowedLicences::Entry& entry) {
        return entry.exception == node.exception && same_licence(entry.release, release);
    };
    return std::any_of(allowed.begin(), allowed.end(), covers);
}

}  // namespace

AllowedLicences::AllowedLicences(std::span<const std::string> texts) {
    std::vector<Entry> entries;
    for (const std::string& text : texts) {
        const std::optional<Node> node = Parser(text, Names::listed).parse();
        if (node && node->kind == Node::Kind::licence) entries.push_back({node->exception, release_of(*node)});
    }
    entries_ = std::make_shared<const std::vector<Entry>>(std::move(entries));
}

std::span<const AllowedLicences::Entry> AllowedLicences::entries() const { return *entries_; }

Result<LicenceExpression> LicenceExpression::parse(std::string_view text) {
    Parser parser(text, Names::listed);
    std::optional<Node> node = parser.parse();
    if (!node) return Failure{parser.error()};
    return LicenceExpression(std::make_shared<const Node>(std::move(*node)));
}

std::string LicenceExpression::canonical() const { return print(*root_); }

std::vector<std::string> LicenceExpression::ids() const {
    std::vector<std::string> ids;
    collect_ids(*root_, ids);
    return ids;
}

bool LicenceExpression::satisfied_by(const AllowedLicences& allowed) const { return satisfied(*root_, allowed.entries()); }

std::optional<bool> licence_satisfied(std::string_view expression, const AllowedLicences& allowed) {
    const Result<LicenceExpression> parsed = LicenceExpression::parse(expression);
    return parsed ? std::optional(parsed->satisfied_by(allowed)) : std::nullopt;
}

std::optional<std::vector<std::string>> licence_ids(std::string_view expression) {
    const Result<LicenceExpression> parsed = LicenceExpression::parse(expression);
    return parsed ? std::optional(parsed->ids()) : std::nullopt;
}

std::string licence_ref(std::string_view name) {
    if (has_prefix(name, "LicenseRef-")) name.remove_prefix(11);
    std::string result;
    for (const char c : name) {
        if (is_id_character(c)) {
            result.push_back(c);
        } else if (!result.empty() && result.back() != '-') {
            result.push_back('-');
        }
    }
    while (result.ends_with('-')) result.pop_back();
    const bool cut = result.size() > longest_reference;
    if (cut) result.resize(longest_reference);
    if (cut || result.empty()) result += (cut ? "-" : "") + sha256_hex(name).substr(0, 8);
    return "LicenseRef-" + result;
}

StatedLicence read_licence(std::string_view text) {
    text = ascii::trim(text);
    StatedLicence result;
    if (text.empty() || ascii::equal_folded(text, "NONE")) return result;
    result.state = ascii::equal_folded(text, "NOASSERTION") ? StatedLicence::State::not_stated : StatedLicence::State::stated;
    if (result.state == StatedLicence::State::not_stated) return result;
    if (const auto listed = Parser(text, Names::listed).parse()) {
        result.expression = print(*listed);
        return result;
    }
    Parser lenient(text, Names::any);
    if (const auto node = lenient.parse()) {
        result.expression = print(*node);
        result.texts = lenient.unlisted();
        return result;
    }
    result.expression = licence_ref(text);
    result.texts.emplace_back(text);
    return result;
}

StatedLicence all_licences(std::span<const StatedLicence> licences) {
    StatedLicence result;
    Node all;
    all.kind = Node::Kind::all;
    for (const StatedLicence& licence : licences) {
        if (licence.state == StatedLicence::State::not_stated) return licence;
        if (licence.state == StatedLicence::State::absent) continue;
        std::optional<Node> node = Parser(licence.expression, Names::listed).parse();
        if (!node) continue;  // read_licence wrote it, so it parses
        if (node->kind == Node::Kind::all) {
            std::move(node->parts.begin(), node->parts.end(), std::back_inserter(all.parts));
        } else {
            all.parts.push_back(std::move(*node));
        }
        result.texts.insert(result.texts.end(), licence.texts.begin(), licence.texts.end());
    }
    if (all.parts.empty()) return result;
    // The same licence twice, as tools list it for each file, is once.
    std::vector<Node> distinct;
    for (Node& part : all.parts) {
        const std::string text = print(part);
        if (std::none_of(distinct.begin(), distinct.end(), [&](const Node& seen) { return print(seen) == text; }))
            distinct.push_back(std::move(part));
    }
    all.parts = std::move(distinct);
    result.state = StatedLicence::State::stated;
    result.expression = print(all.parts.size() == 1 ? all.parts.front() : all);
    return result;
}

}  // namespace scantling
