// What one evaluation owns beside the facts: texts and versions that no document states (constants, results of functions), and rows of
// constant maps and parsed values. Ids and tables continue above those of the facts, so that equal texts have equal ids throughout.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/evaluate/vector.h"
#include "engine/facts/facts.h"

namespace scantling::evaluation {

class Scratch {
  public:
    explicit Scratch(const Facts& facts) : facts_(&facts), stated_texts_(facts.dictionary().size()) {}

    [[nodiscard]] std::uint32_t text_id(std::string_view text);
    [[nodiscard]] std::string_view text(std::uint32_t id) const {
        return id < stated_texts_ ? facts_->text(id) : derived_.text(id - stated_texts_);
    }
    [[nodiscard]] std::uint32_t texts() const { return stated_texts_ + derived_.size(); }

    [[nodiscard]] std::uint32_t version_id(std::uint32_t text, std::uint32_t ecosystem);
    [[nodiscard]] const VersionValue& version(std::uint32_t id) const {
        return id < facts_->versions().size() ? facts_->version(id) : versions_[id - facts_->versions().size()];
    }

    // A table of the evaluation: one vector a slot.
    [[nodiscard]] TableId add_table(std::vector<VectorPtr> columns);
    [[nodiscard]] const Vector& column(TableId table, SlotIndex slot) const { return *tables_[table - scratch_tables][slot]; }

    // Marks of texts, for running a predicate once a distinct text: `epoch` tells one use from the next.
    [[nodiscard]] std::vector<std::uint32_t>& marks();
    [[nodiscard]] std::uint32_t next_epoch() { return epoch_ += 2; }

  private:
    const Facts* facts_;
    std::uint32_t stated_texts_;
    Dictionary derived_;
    std::vector<VersionValue> versions_;
    std::vector<std::vector<VectorPtr>> tables_;
    std::vector<std::uint32_t> marks_;
    std::uint32_t epoch_ = 0;
};

}  // namespace scantling::evaluation
