// Licences: SPDX expressions (annex D of SPDX 2.3), and what documents write instead of them.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/result.h"

namespace scantling {

// The licences that a policy allows, read once. Entries that are no single licence allow nothing. Immutable; copies share the entries.
class AllowedLicences {
  public:
    explicit AllowedLicences(std::span<const std::string> texts);

    struct Entry;  // private to licence.cpp
    [[nodiscard]] std::span<const Entry> entries() const;

  private:
    std::shared_ptr<const std::vector<Entry>> entries_;
};

// Immutable; copies share the tree.
class LicenceExpression {
  public:
    // Operators and identifiers in any case; identifiers are of the SPDX list or begin with `LicenseRef-`.
    static Result<LicenceExpression> parse(std::string_view text);

    // One spelling: the list's own for identifiers, operators in upper case, no needless parentheses.
    [[nodiscard]] std::string canonical() const;
    // The licences in order of appearance, each once, without `+` and without exceptions.
    [[nodiscard]] std::vector<std::string> ids() const;
    // Whether the allowed licences suffice: of `OR` one, of `AND` both. `GPL-2.0-or-later` is satisfied by GPL-3.0-only and
    // allows it; an exception has to be allowed with its licence.
    [[nodiscard]] bool satisfied_by(const AllowedLicences& allowed) const;

    struct Node;  // of the tree; private to licence.cpp

  private:
    explicit LicenceExpression(std::shared_ptr<const Node> root) : root_(std::move(root)) {}
    std::shared_ptr<const Node> root_;
};

// Builtins over the text of a fact; empty where it is no expression.
[[nodiscard]] std::optional<bool> licence_satisfied(std::string_view expression, const AllowedLicences& allowed);
[[nodiscard]] std::optional<std::vector<std::string>> licence_ids(std::string_view expression);

// What a document says of a licence, for the cell `licence`: absent for NONE and nothing, unknown for NOASSERTION, else an
// expression in which names that the SPDX list does not have are `LicenseRef-…`, their text kept beside it.
struct StatedLicence {
    enum class State : std::uint8_t { absent, not_stated, stated };
    State state = State::absent;
    std::string expression;
    std::vector<std::string> texts;
};
[[nodiscard]] StatedLicence read_licence(std::string_view text);
// All of them apply: `A AND (B OR C)`. One that is not stated makes all not stated; absent ones add nothing.
[[nodiscard]] StatedLicence all_licences(std::span<const StatedLicence> licences);

// `LicenseRef-` and the name with every character that may not stand there replaced; long ones are cut and told apart by a hash.
[[nodiscard]] std::string licence_ref(std::string_view name);

}  // namespace scantling
