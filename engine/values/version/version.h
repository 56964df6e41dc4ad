// Versions, each compared by the rules of its ecosystem. A version that does not parse, and two of different ecosystems, have no
// order: policies see that as unknown, never as false.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/result.h"
#include "engine/values/version/ecosystem.h"

namespace scantling {

[[nodiscard]] bool is_valid_version(Ecosystem ecosystem, std::string_view text);
// Empty where either does not parse.
[[nodiscard]] std::optional<std::strong_ordering> compare_versions(Ecosystem ecosystem, std::string_view a, std::string_view b);

// The first and the second number, behind epoch and `v`; empty where there is none, or it does not fit 64 bits. Ask only about
// valid versions.
[[nodiscard]] std::optional<std::int64_t> major_version(Ecosystem ecosystem, std::string_view text);
[[nodiscard]] std::optional<std::int64_t> minor_version(Ecosystem ecosystem, std::string_view text);
// Empty where it does not parse.
[[nodiscard]] std::optional<bool> is_prerelease(Ecosystem ecosystem, std::string_view text);

// A `vers:` range (package-url/vers-spec): `vers:deb/>=1.2|<1.4~`, `vers:npm/1.0.0|2.0.0`, `vers:pypi/*`.
class VersionRange {
  public:
    // Refuses blanks, empty constraints, versions that do not parse, one version twice. Order does not matter.
    static Result<VersionRange> parse(std::string_view text);

    // Empty where the version does not parse or is of another ecosystem.
    [[nodiscard]] std::optional<bool> contains(Ecosystem ecosystem, std::string_view version) const;
    [[nodiscard]] Ecosystem ecosystem() const { return ecosystem_; }
    // Sorted by version, versions percent-encoded where they must be.
    [[nodiscard]] std::string canonical() const;

  private:
    enum class Comparator : std::uint8_t { equal, not_equal, less, less_equal, greater, greater_equal };
    struct Constraint {
        Comparator comparator;
        std::string version;
    };
    VersionRange() = default;
    static Result<Constraint> parse_constraint(std::string_view text, Ecosystem ecosystem);
    void simplify();

    std::string scheme_;
    Ecosystem ecosystem_ = Ecosystem::generic;
    bool everything_ = false;
    std::vector<Constraint> constraints_;  // as written, sorted
    std::vector<Constraint> bounds_;       // `<`, `<=`, `>`, `>=` without the redundant ones
};

}  // namespace scantling
