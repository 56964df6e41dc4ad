// A bitmap: one bit a tuple, 64 at a time.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace scantling::evaluation {

class Bits {
  public:
    Bits() = default;
    explicit Bits(std::size_t size, bool value = false) : size_(size), words_((size + 63) / 64, value ? ~0ULL : 0ULL) { trim(); }

    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] bool operator[](std::size_t i) const { return ((words_[i >> 6U] >> (i & 63U)) & 1U) != 0; }
    void set(std::size_t i) { words_[i >> 6U] |= 1ULL << (i & 63U); }
    void reset(std::size_t i) { words_[i >> 6U] &= ~(1ULL << (i & 63U)); }

    [[nodiscard]] std::vector<std::uint64_t>& words() { return words_; }
    [[nodiscard]] const std::vector<std::uint64_t>& words() const { return words_; }

    [[nodiscard]] std::size_t count() const {
        std::size_t n = 0;
        for (const std::uint64_t word : words_) n += static_cast<std::size_t>(std::popcount(word));
        return n;
    }
    [[nodiscard]] bool any() const {
        for (const std::uint64_t word : words_) {
            if (word != 0) return true;
        }
        return false;
    }

    // Clears the bits past the end; after writing whole words.
    void trim() {
        if ((size_ & 63U) != 0 && !words_.empty()) words_.back() &= (1ULL << (size_ & 63U)) - 1;
    }

  private:
    std::size_t size_ = 0;
    std::vector<std::uint64_t> words_;
};

}  // namespace scantling::evaluation
