// A unit's expressions into the program's: parameters replaced by their values, variables named by what they run over.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "engine/program/graph.h"
#include "engine/program/program.h"

namespace scantling {

class Translator {
  public:
    // The value of a parameter by its full name; null where there is none.
    using ParameterValue = std::function<const Value*(const std::string& name)>;
    Translator(const Unit& unit, Graph& graph, ParameterValue parameters);

    [[nodiscard]] LinkedRule rule(const Rule& from);
    // The deepest nesting under a rule's expressions.
    [[nodiscard]] std::size_t depth(const Rule& rule) const;

  private:
    [[nodiscard]] ExpressionId expression(ExpressionId id);
    [[nodiscard]] ExpressionId translate(ExpressionId id);
    [[nodiscard]] std::uint32_t bind(std::uint32_t variable, ExpressionId collection, ExpressionId binder);
    [[nodiscard]] ExpressionId made(Draft& draft);

    // A variable that is bound around what is translated. The binder is a quantifier or comprehension of the unit, or none: a `for`.
    struct Around {
        std::uint32_t variable = 0;
        ExpressionId binder = no_expression;
    };
    [[nodiscard]] bool is_visible(const Around& outer, ExpressionId binder);
    void let_stand_for(std::uint32_t variable, std::uint32_t bound);

    const Unit& unit_;
    Graph& graph_;
    ParameterValue parameters_;
    Scopes scopes_;  // of the unit; empty until they are asked for
    std::vector<std::uint32_t> depths_;
    std::vector<std::uint32_t> variables_;  // of the unit → of the program
    std::vector<ExpressionId> done_;        // by expression, as long as no variable stands for another than it did
    std::vector<Around> around_;
    std::vector<std::vector<ExpressionId>> spare_;  // lists of operands that are done with: most nodes need one
};

}  // namespace scantling
