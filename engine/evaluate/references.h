// Which expressions depend on a variable only through a ref that is followed: `c.stage.commands`, and what is asked of it.
//
// A thousand commands of one stage have one and the same list of commands in their stage. What depends on nothing but that stage need not
// be computed a thousand times, nor may the list be held a thousand times: see Evaluator::shared.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/program/expression.h"

namespace scantling::evaluation {

// Looks at an expression when it is first asked about; most never are.
class References {
  public:
    explicit References(const Expressions& expressions) : expressions_(expressions) {}

    // The `follow` through which alone the expression depends on variables that it does not bind itself; the subject may be read, too.
    [[nodiscard]] std::optional<ExpressionId> through(ExpressionId id);
    // Whether it depends on this variable alone: by name, not by what the variable's list depends on.
    [[nodiscard]] bool only(ExpressionId id, std::uint32_t variable);

  private:
    // What an expression depends on: a variable, or a ref of a variable that is followed.
    struct Root {
        std::uint32_t variable = 0;
        ExpressionId follow = no_expression;

        friend bool operator==(const Root&, const Root&) = default;
    };
    using Roots = std::vector<Root>;
    const Roots& roots(ExpressionId id);
    [[nodiscard]] Roots find(ExpressionId id);
    [[nodiscard]] bool binds(ExpressionId id, std::uint32_t variable) const;

    const Expressions& expressions_;
    std::vector<std::optional<Roots>> known_;  // by expression; empty until one is asked about
};

}  // namespace scantling::evaluation
