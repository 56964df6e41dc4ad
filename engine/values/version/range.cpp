// `vers:` ranges: parsed and simplified once, after the algorithm of vers-spec ("Checking if a version is contained within a
// range"): equality first, then the intervals between neighbouring bounds.
#include <algorithm>
#include <array>
#include <utility>

#include "engine/values/ascii.h"
#include "engine/values/package_type.h"
#include "engine/values/version/version.h"

namespace scantling {

namespace {

constexpr std::string_view hex_digits = "0123456789ABCDEF";
constexpr std::string_view encoded_in_versions = "|%<>=!*/ \"#?";

std::optional<std::string> decode(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '%') {
            result.push_back(text[at]);
            continue;
        }
        if (at + 2 >= text.size() || !ascii::is_hex(text[at + 1]) || !ascii::is_hex(text[at + 2])) return std::nullopt;
        const std::size_t high = hex_digits.find(ascii::upper(text[at + 1]));
        result.push_back(static_cast<char>(high * 16 + hex_digits.find(ascii::upper(text[at + 2]))));
        at += 2;
    }
    return result;
}

void append_encoded(std::string& to, std::string_view version) {
    for (const char c : version) {
        if (encoded_in_versions.find(c) == std::string_view::npos && static_cast<unsigned char>(c) < 0x7F) {
            to.push_back(c);
        } else {
            const auto byte = static_cast<unsigned char>(c);
            to.push_back('%');
            to.push_back(hex_digits[byte >> 4U]);
            to.push_back(hex_digits[byte & 15U]);
        }
    }
}

std::optional<Ecosystem> ecosystem_of_scheme(std::string_view scheme) {
    if (const PackageType type = package_type_of(scheme); type != PackageType::other) return ecosystem_of(type);
    return ecosystem_named(scheme);
}

constexpr std::array<std::string_view, 6> signs = {"", "!=", "<", "<=", ">", ">="};  // in the order of Comparator

}  // namespace

Result<VersionRange::Constraint> VersionRange::parse_constraint(std::string_view text, Ecosystem ecosystem) {
    Comparator comparator = Comparator::equal;
    const auto take = [&](std::string_view sign, Comparator meant) {
        if (!text.starts_with(sign)) return false;
        text.remove_prefix(sign.size());
        comparator = meant;
        return true;
    };
    (void)(take(">=", Comparator::greater_equal) || take("<=", Comparator::less_equal) || take("!=", Comparator::not_equal) ||
           take("<", Comparator::less) || take(">", Comparator::greater) || take("=", Comparator::equal));
    std::optional<std::string> version = decode(text);
    if (!version) return Failure{"`" + std::string(text) + "` has a percent sign that begins no code"};
    if (!is_valid_version(ecosystem, *version) || version->empty()) {
        return Failure{"`" + *version + "` is no version of " + std::string(ecosystem_name(ecosystem))};
    }
    return Constraint{comparator, std::move(*version)};
}

void VersionRange::simplify() {
    const auto lower = [](Comparator c) { return c == Comparator::greater || c == Comparator::greater_equal; };
    for (const Constraint& constraint : constraints_) {
        if (constraint.comparator == Comparator::equal || constraint.comparator == Comparator::not_equal) continue;
        // Of neighbouring lower bounds the first says it all, of upper bounds the last.
        if (!bounds_.empty() && lower(bounds_.back().comparator) == lower(constraint.comparator)) {
            if (lower(constraint.comparator)) continue;
            bounds_.pop_back();
        }
        bounds_.push_back(constraint);
    }
}

Result<VersionRange> VersionRange::parse(std::string_view text) {
    if (!text.starts_with("vers:")) return Failure{"a version range begins with `vers:`, as in `vers:deb/>=1.2|<1.4`"};
    if (!ascii::all_of(text, [](char c) { return !ascii::is_blank(c); })) return Failure{"a version range has no blanks"};
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos) return Failure{"a version range has a `/` after its scheme, as in `vers:deb/>=1.2`"};
    VersionRange range;
    range.scheme_ = text.substr(5, slash - 5);
    std::string_view rest = text.substr(slash + 1);
    range.everything_ = rest == "*";
    if (range.scheme_ == "all" && range.everything_) return range;
    const std::optional<Ecosystem> ecosystem = ecosystem_of_scheme(range.scheme_);
    if (!ecosystem) return Failure{"no rules are known for versions of `" + range.scheme_ + "`"};
    range.ecosystem_ = *ecosystem;
    if (range.everything_) return range;
    for (bool more = true; more;) {
        const std::size_t pipe = rest.find('|');
        more = pipe != std::string_view::npos;
        if (rest.substr(0, pipe).empty()) return Failure{"a constraint of the version range is empty"};
        Result<Constraint> constraint = parse_constraint(rest.substr(0, pipe), *ecosystem);
        if (!constraint) return Failure{constraint.error()};
        range.constraints_.push_back(std::move(*constraint));
        if (more) rest = rest.substr(pipe + 1);
    }
    const auto order = [&](const Constraint& a, const Constraint& b) { return *compare_versions(*ecosystem, a.version, b.version); };
    std::stable_sort(range.constraints_.begin(), range.constraints_.end(), [&](const auto& a, const auto& b) { return order(a, b) < 0; });
    for (std::size_t i = 1; i < range.constraints_.size(); ++i) {
        if (order(range.constraints_[i - 1], range.constraints_[i]) == 0)
            return Failure{"`" + range.constraints_[i].version + "` stands in the version range twice"};
    }
    range.simplify();
    return range;
}

std::optional<bool> VersionRange::contains(Ecosystem ecosystem, std::string_view version) const {
    if (everything_ && scheme_ == "all") return is_valid_version(ecosystem, version) ? std::optional(true) : std::nullopt;
    if (ecosystem != ecosystem_ || !is_valid_version(ecosystem, version)) return std::nullopt;
    if (everything_) return true;
    bool only_exceptions = true;
    for (const Constraint& constraint : constraints_) {
        const bool same = *compare_versions(ecosystem, version, constraint.version) == 0;
        if (same && constraint.comparator == Comparator::not_equal) return false;
        const bool inclusive = constraint.comparator == Comparator::equal || constraint.comparator == Comparator::less_equal ||
                               constraint.comparator == Comparator::greater_equal;
        if (same && inclusive) return true;
        if (constraint.comparator != Comparator::not_equal) only_exceptions = false;
    }
    if (only_exceptions) return true;
    // Bounds alternate after simplification: between a lower and the next upper one, before a first upper, after a last lower.
    bool inside =
        !bounds_.empty() && (bounds_.front().comparator == Comparator::less || bounds_.front().comparator == Comparator::less_equal);
    for (const Constraint& bound : bounds_) {
        const auto order = *compare_versions(ecosystem, version, bound.version);
        if (order < 0) return inside;
        const bool lower = bound.comparator == Comparator::greater || bound.comparator == Comparator::greater_equal;
        if (order == 0) return false;  // an inclusive bound was met above
        inside = lower;
    }
    return inside;
}

std::string VersionRange::canonical() const {
    std::string result = "vers:" + scheme_ + "/";
    if (everything_) return result + "*";
    for (std::size_t i = 0; i < constraints_.size(); ++i) {
        if (i > 0) result.push_back('|');
        result += signs[static_cast<std::size_t>(constraints_[i].comparator)];
        append_encoded(result, constraints_[i].version);
    }
    return result;
}

}  // namespace scantling
