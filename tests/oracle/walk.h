// The oracle's evaluator: walks the checked tree, one tuple at a time, by the tables of docs/reference/language.md. Slow, plain, and
// nobody's debtor: it shares the parser, the checker and values/ with the product, and nothing of what comes after them.
#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "dsl/check/checked.h"
#include "engine/values/regex.h"
#include "tests/oracle/datum.h"

namespace scantling::oracle {

// What was met on the way, for the generator's profile.
struct Tally {
    std::map<std::string, std::uint64_t> nodes;
    std::uint64_t truths[3] = {0, 0, 0};    // false, true, unknown
    std::uint64_t states[3] = {0, 0, 0};    // present, absent, unknown of values that are no bool
    std::uint64_t lists[4] = {0, 0, 0, 0};  // whole and filled, whole and empty, incomplete and filled, incomplete and empty
};

// A variable's element, and where it stands in what it runs over.
struct Bound {
    dsl::SymbolId symbol = dsl::no_symbol;
    Datum value;
    std::shared_ptr<const Sequence> home;
    std::size_t index = 0;
};

class Walk {
  public:
    Walk(const dsl::Checked& checked, const World& world, std::size_t subject) : checked_(checked), world_(world), subject_(subject) {}

    // Values of parameters that differ from their defaults, by full name.
    const std::map<std::string, Datum>* parameters = nullptr;
    Tally* tally = nullptr;

    [[nodiscard]] Datum eval(std::uint32_t file, dsl::NodeId n);
    void push(Bound bound) { bound_.push_back(std::move(bound)); }
    void pop() { bound_.pop_back(); }

    // As a message shows it.
    [[nodiscard]] std::string text_of(const Datum& datum, TypeId type);
    [[nodiscard]] static std::shared_ptr<const Sequence> list_of(const Datum& datum);
    [[nodiscard]] static Datum conjunction(const Datum& a, const Datum& b);
    [[nodiscard]] static Datum disjunction(const Datum& a, const Datum& b);
    [[nodiscard]] static Datum negation(Datum a);

  private:
    using NodeId = dsl::NodeId;

    [[nodiscard]] const dsl::Tree& tree() const { return checked_.tree(file_); }
    [[nodiscard]] const dsl::NodeInfo& info(NodeId n) const { return checked_.info(file_, n); }
    [[nodiscard]] const Type& type_of(NodeId n) const { return checked_.type(info(n).type); }

    Datum visit(NodeId n);
    Datum dispatch(NodeId n);
    Datum convert(Datum datum, dsl::Conversion conversion);
    void count(NodeId n, const Datum& datum);

    Datum read(const Cell& cell, const Field* field);
    Datum read_list(const Cell& cell, const Type& type);
    Datum root_fact(NodeId n, const Cell& root, std::uint32_t record);
    Datum name(NodeId n);
    Datum member(NodeId n);
    Datum field_of(const Datum& base, std::uint32_t field);
    Datum index(NodeId n);
    Datum in_declaration(const dsl::Symbol& symbol, std::size_t child);
    [[nodiscard]] const Bound& bound(dsl::SymbolId symbol) const;

    Datum logic(NodeId n);
    Datum is_test(NodeId n);
    Datum coalesce(NodeId n);
    Datum comparison(NodeId n);
    Datum arithmetic(NodeId n);
    Datum quantifier(NodeId n);
    Datum comprehension(NodeId n);
    void generate(NodeId n, std::size_t child, Sequence& out);
    Datum count_of(const Sequence& list);
    Datum list_literal(NodeId n);
    Datum map_literal(NodeId n);
    Datum call(NodeId n);
    Datum call_function(NodeId n, dsl::SymbolId id);
    bool reads_argument(std::uint32_t file, NodeId n, dsl::SymbolId argument) const;
    Datum builtin(NodeId n);
    Datum strict_builtin(NodeId n, Builtin which, const std::vector<Datum>& arguments);
    Datum text_builtin(Builtin which, const std::vector<Datum>& arguments);
    Datum version_builtin(Builtin which, const std::vector<Datum>& arguments);
    Datum list_builtin(NodeId n, Builtin which);
    Datum neighbour(NodeId n, Builtin which);
    Datum extreme(const Sequence& list, const Type& element, bool least);
    Datum sum_of(const Sequence& list);
    Datum unique_of(const Sequence& list, const Type& element);
    Datum without(const Sequence& list, const Sequence& drop, const Type& element);
    Datum entries(const Datum& map, const Type& type);
    Datum interpolated(NodeId n);

    Datum equal(const Datum& a, const Datum& b, const Type& type);
    Datum less(const Datum& a, const Datum& b, const Type& type, bool or_equal);
    Datum in_list(const Datum& a, const Sequence& list, const Type& element);
    Datum within(const Sequence& a, const Sequence& b, const Type& element);
    Datum same_ends(const Sequence& a, const Sequence& b, const Type& element, int which);
    bool matches(const std::string& text, const std::string& pattern);

    const dsl::Checked& checked_;
    const World& world_;
    std::size_t subject_;
    std::uint32_t file_ = 0;
    std::vector<Bound> bound_;
    std::unordered_map<std::string, Regex> patterns_;
    std::map<std::pair<dsl::SymbolId, std::size_t>, bool> read_arguments_;
};

}  // namespace scantling::oracle
