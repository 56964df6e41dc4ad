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
    [[nodiscard]] std::uint32_t bind(std::uint32_t variable, ExpressionId collection, const std::vector<std::uint32_t>& visible);
    void let_stand_for(std::uint32_t variable, std::uint32_t bound);
    [[nodiscard]] std::vector<std::uint32_t> visible_in(ExpressionId id) const;

    const Unit& unit_;
    Graph& graph_;
    ParameterValue parameters_;
    Scopes scopes_;
    std::vector<std::uint32_t> depths_;
    std::vector<std::uint32_t> variables_;  // of the unit → of the program
    std::vector<ExpressionId> done_;        // by expression, as long as no variable stands for another than it did
};

}  // namespace scantling
