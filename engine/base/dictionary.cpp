// The interned strings: an open-addressing index over texts kept in an arena.
#include "engine/base/dictionary.h"

#include <algorithm>
#include <cstring>

#include "engine/base/same_text.h"
#include "engine/base/text_hash.h"

namespace scantling {

namespace {

constexpr std::size_t first_slots = 1024;  // small: a table that outgrows the cache costs more than growing it
constexpr std::size_t block_bytes = 64 * 1024;

std::uint32_t hash_of(std::string_view text) { return static_cast<std::uint32_t>(text_hash(text)); }

}  // namespace

Dictionary::Dictionary() : slots_(first_slots) { intern({}); }

// In each place that asks: nothing is called as often.
[[gnu::always_inline]] inline std::size_t Dictionary::slot_of(std::string_view text, std::uint32_t hash) const {
    const Slot* const slots = slots_.data();
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = hash & mask;
    while (slots[at].id != none && !(slots[at].hash == hash && same_text(texts_[slots[at].id], text))) at = (at + 1) & mask;
    return at;
}

StringId Dictionary::find(std::string_view text) const { return slots_[slot_of(text, hash_of(text))].id; }

StringId Dictionary::intern(std::string_view text) {
    const std::uint32_t hash = hash_of(text);
    std::size_t at = slot_of(text, hash);
    if (slots_[at].id != none) return slots_[at].id;
    if ((texts_.size() + 1) * 2 > slots_.size()) {
        grow();
        at = slot_of(text, hash);
    }
    const auto id = static_cast<StringId>(texts_.size());
    texts_.push_back(store(text));
    slots_[at] = {hash, id};
    return id;
}

void Dictionary::grow() {
    std::vector<Slot> old(slots_.size() * 4);
    old.swap(slots_);
    const std::size_t mask = slots_.size() - 1;
    for (const Slot& slot : old) {
        if (slot.id == none) continue;
        std::size_t at = slot.hash & mask;
        while (slots_[at].id != none) at = (at + 1) & mask;
        slots_[at] = slot;
    }
}

std::string_view Dictionary::store(std::string_view text) {
    if (text.empty()) return {};
    if (blocks_.empty() || room_ < text.size()) {
        room_ = std::max(block_bytes, text.size());
        blocks_.push_back(std::make_unique_for_overwrite<char[]>(room_));
        next_ = blocks_.back().get();
    }
    char* to = next_;
    std::memcpy(to, text.data(), text.size());
    next_ += text.size();
    room_ -= text.size();
    return {to, text.size()};
}

}  // namespace scantling
