// Ids by the hash of what they stand for: one flat table, where a standard one allocates for each.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace scantling {

class IdsByHash {
  public:
    // The id whose thing `is_same` holds of: a hash may be that of several.
    template <typename IsSame>
    [[nodiscard]] std::optional<std::uint32_t> find(std::uint64_t whole_hash, IsSame&& is_same) const {
        if (slots_.empty()) return std::nullopt;
        const std::uint32_t hash = half(whole_hash);
        for (std::size_t at = hash & (slots_.size() - 1);; at = (at + 1) & (slots_.size() - 1)) {
            const Slot& slot = slots_[at];
            if (slot.id == nothing) return std::nullopt;
            if (slot.hash == hash && is_same(slot.id)) return slot.id;
        }
    }

    void add(std::uint64_t hash, std::uint32_t id) {
        if (2 * (used_ + 1) > slots_.size()) grow(2 * slots_.size());
        ++used_;
        put({half(hash), id});
    }

    // Room for so many.
    void reserve(std::size_t ids) {
        if (2 * ids > slots_.size()) grow(2 * ids);
    }

  private:
    static constexpr std::uint32_t nothing = 0xFFFFFFFFU;
    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t id = nothing;
    };

    // There are far fewer ids than that tells apart.
    static std::uint32_t half(std::uint64_t hash) { return static_cast<std::uint32_t>(hash); }

    void grow(std::size_t wanted) {
        std::size_t size = 64;
        while (size < wanted) size *= 2;
        std::vector<Slot> before(size);
        before.swap(slots_);
        for (const Slot& slot : before) {
            if (slot.id != nothing) put(slot);
        }
    }

    void put(Slot slot) {
        std::size_t at = slot.hash & (slots_.size() - 1);
        while (slots_[at].id != nothing) at = (at + 1) & (slots_.size() - 1);
        slots_[at] = slot;
    }

    std::vector<Slot> slots_;  // a power of two, never full
    std::size_t used_ = 0;
};

}  // namespace scantling
