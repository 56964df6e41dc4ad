// A unit's expressions into the program's: parameters replaced by their values, variables named by what they run over.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <unordered_map>
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
    [[nodiscard]] std::vector<std::uint32_t> mapped(ExpressionId id) const;

    const Unit& unit_;
    Graph& graph_;
    ParameterValue parameters_;
    Analysis analysis_;
    std::vector<std::uint32_t> depths_;
    std::unordered_map<std::uint32_t, std::uint32_t> variables_;  // of the unit → of the program
    // By expression and what its variables stand for.
    std::map<std::pair<ExpressionId, std::vector<std::uint32_t>>, ExpressionId> done_;
};

}  // namespace scantling
