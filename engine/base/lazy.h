// A value that is made when somebody first asks for it, of something that any number of threads read. Not std::call_once: making may
// throw (memory), which call_once survives on some systems and hangs after on others. No lock is taken: two who ask first at a time both
// make it, and one is kept.
#pragma once

#include <atomic>
#include <memory>

namespace scantling {

template <typename T>
class Lazy {
  public:
    Lazy() = default;
    Lazy(const Lazy&) = delete;
    Lazy& operator=(const Lazy&) = delete;
    ~Lazy() { delete made_.load(std::memory_order_acquire); }

    // If `make` throws, nothing has happened.
    template <typename Make>
    const T& get(Make make) const {
        if (const T* there = made_.load(std::memory_order_acquire)) return *there;
        auto mine = std::make_unique<const T>(make());
        const T* there = nullptr;
        if (made_.compare_exchange_strong(there, mine.get(), std::memory_order_acq_rel, std::memory_order_acquire)) return *mine.release();
        return *there;
    }

  private:
    mutable std::atomic<const T*> made_{nullptr};
};

}  // namespace scantling
