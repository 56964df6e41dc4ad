// The interned strings: an open-addressing index over texts kept in an arena.
#include "engine/base/dictionary.h"

#include <algorithm>
#include <cstring>

namespace scantling {

namespace {

constexpr std::size_t first_slots = 1024;  // small: a table that outgrows the cache costs more than growing it
constexpr std::size_t block_bytes = 64 * 1024;

// A multiply-mix over sixteen bytes at a time, after wyhash; keyed by length so that prefixes differ.
std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
    __extension__ using Wide = unsigned __int128;
    const Wide wide = static_cast<Wide>(a) * b;
    return static_cast<std::uint64_t>(wide) ^ static_cast<std::uint64_t>(wide >> 64);
}

std::uint64_t word_at(const char* at) {
    std::uint64_t word = 0;
    std::memcpy(&word, at, sizeof word);
    return word;
}

std::uint32_t hash_of(std::string_view text) {
    constexpr std::uint64_t k0 = 0xa0761d6478bd642fULL;
    constexpr std::uint64_t k1 = 0xe7037ed1a0b428dbULL;
    std::uint64_t state = k0 ^ text.size();
    const char* at = text.data();
    std::size_t left = text.size();
    for (; left >= 16; at += 16, left -= 16) state = mix(state ^ word_at(at), k1 ^ word_at(at + 8));
    if (left >= 8) {
        state = mix(state ^ word_at(at), k1);
        at += 8;
        left -= 8;
    }
    std::uint64_t tail = 0;
    if (left != 0) std::memcpy(&tail, at, left);
    state = mix(state ^ tail, k1 ^ k0);
    return static_cast<std::uint32_t>(state ^ (state >> 32));
}

}  // namespace

Dictionary::Dictionary() : slots_(first_slots) { intern({}); }

std::size_t Dictionary::slot_of(std::string_view text, std::uint32_t hash) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = hash & mask;
    while (slots_[at].id != none && !(slots_[at].hash == hash && texts_[slots_[at].id] == text)) at = (at + 1) & mask;
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
    std::vector<Slot> old(slots_.size() * 2);
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
