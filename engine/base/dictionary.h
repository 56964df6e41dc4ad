// Interned strings: each distinct text once, known by a 32-bit id. Equality of texts is equality of ids.
//
// Open addressing over 8-byte slots (hash, id) and an arena of bytes: measured at 34 ns a string against 101 for a
// transparent std::unordered_map (design notes, performance).
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace scantling {

using StringId = std::uint32_t;

// One writer, or any number of readers. Views stay valid as long as the dictionary lives: text never moves.
class Dictionary {
  public:
    Dictionary();
    Dictionary(const Dictionary&) = delete;
    Dictionary& operator=(const Dictionary&) = delete;
    Dictionary(Dictionary&&) noexcept = default;
    Dictionary& operator=(Dictionary&&) noexcept = default;
    ~Dictionary() = default;

    StringId intern(std::string_view text);
    // `none` where the text was never interned.
    [[nodiscard]] StringId find(std::string_view text) const;
    [[nodiscard]] std::string_view text(StringId id) const { return texts_[id]; }
    // Ids are 0 … size() - 1; 0 is the empty text.
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(texts_.size()); }

    static constexpr StringId none = 0xFFFFFFFFU;

  private:
    struct Slot {
        std::uint32_t hash = 0;
        StringId id = none;
    };
    [[nodiscard]] std::size_t slot_of(std::string_view text, std::uint32_t hash) const;
    void grow();
    std::string_view store(std::string_view text);

    std::vector<Slot> slots_;
    std::vector<std::string_view> texts_;
    std::vector<std::unique_ptr<char[]>> blocks_;
    std::size_t room_ = 0;  // bytes left of the last block
    char* next_ = nullptr;
};

}  // namespace scantling
