// Comparing two cells of vectors, three-valued: the one place that knows equality and order of every kind.
#pragma once

#include "engine/evaluate/evaluator.h"

namespace scantling::evaluation {

class Comparison {
  public:
    // Of operands of these types; a text may stand opposite a version and takes its ecosystem.
    Comparison(Evaluator& evaluator, TypeId a, TypeId b);

    [[nodiscard]] Truth equal(const Vector& a, std::size_t i, const Vector& b, std::size_t j) const;
    [[nodiscard]] Truth less(const Vector& a, std::size_t i, const Vector& b, std::size_t j) const;
    [[nodiscard]] Truth less_equal(const Vector& a, std::size_t i, const Vector& b, std::size_t j) const;

    // Whether the ids or numbers alone decide: no version, no list.
    [[nodiscard]] bool is_plain() const { return !versions_ && element_ == nullptr; }

  private:
    [[nodiscard]] Truth equal_lists(const Vector& a, std::size_t i, const Vector& b, std::size_t j) const;
    // -1, 0, 1; nothing where they have no order.
    [[nodiscard]] std::optional<int> compare_versions_at(const Vector& a, std::size_t i, const Vector& b, std::size_t j) const;
    [[nodiscard]] VersionValue version_at(const Vector& v, std::size_t i, bool is_text) const;

    Evaluator* evaluator_;
    bool versions_ = false;
    bool a_is_text_ = false;
    bool b_is_text_ = false;
    std::shared_ptr<const Comparison> element_;  // of lists
};

// x in ys = any(y in ys: y == x)
[[nodiscard]] Truth member(const Comparison& comparison, const Vector& x, std::size_t i, const ListUse& list, std::uint32_t tuple);

}  // namespace scantling::evaluation
