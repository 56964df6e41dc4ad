// Random numbers that are the same on every machine: splitmix64, and nothing of <random>, whose distributions differ between libraries.
#pragma once

#include <cstdint>
#include <vector>

namespace scantling::oracle {

class Chance {
  public:
    explicit Chance(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next() {
        state_ += 0x9E3779B97F4A7C15ULL;
        std::uint64_t z = state_;
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31U);
    }
    // In [0, limit).
    std::size_t below(std::size_t limit) { return limit == 0 ? 0 : static_cast<std::size_t>(next() % limit); }
    bool percent(std::size_t share) { return below(100) < share; }
    template <typename T>
    const T& of(const std::vector<T>& pool) {
        return pool[below(pool.size())];
    }

  private:
    std::uint64_t state_;
};

}  // namespace scantling::oracle
