// Interning beside the facts: a text that some document states keeps that document's id.
#include "engine/evaluate/scratch.h"

namespace scantling::evaluation {

std::uint32_t Scratch::text_id(std::string_view text) {
    const StringId stated = facts_->dictionary().find(text);
    if (stated != Dictionary::none) return stated;
    return stated_texts_ + derived_.intern(text);
}

std::uint32_t Scratch::version_id(std::uint32_t text, std::uint32_t ecosystem) {
    versions_.push_back({text, ecosystem});
    return static_cast<std::uint32_t>(facts_->versions().size() + versions_.size() - 1);
}

TableId Scratch::add_table(std::vector<VectorPtr> columns) {
    tables_.push_back(std::move(columns));
    return scratch_tables + static_cast<TableId>(tables_.size() - 1);
}

std::vector<std::uint32_t>& Scratch::marks() {
    if (marks_.size() < texts()) marks_.resize(texts(), 0);
    return marks_;
}

}  // namespace scantling::evaluation
