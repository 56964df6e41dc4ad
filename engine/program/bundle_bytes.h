// The bytes of a bundle: numbers of seven bits a byte, least first; texts behind their length. One spelling for every value, so that equal
// units are equal bytes: a reader refuses a number with superfluous bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace scantling::bundle {

class ByteWriter {
  public:
    void byte(std::uint8_t value) { bytes_ += static_cast<char>(value); }
    void boolean(bool value) { byte(value ? 1 : 0); }
    void number(std::uint64_t value) {
        for (; value >= 0x80; value >>= 7U) byte(static_cast<std::uint8_t>((value & 0x7FU) | 0x80U));
        byte(static_cast<std::uint8_t>(value));
    }
    // Small negative numbers are short, too.
    void integer(std::int64_t value) {
        const auto bits = static_cast<std::uint64_t>(value);
        number((bits << 1U) ^ (value < 0 ? ~0ULL : 0ULL));
    }
    void text(std::string_view value) {
        number(value.size());
        bytes_ += value;
    }
    // An id that may be none (all ones).
    void optional_id(std::uint32_t id) { number(id == 0xFFFFFFFFU ? 0 : std::uint64_t{id} + 1); }

    [[nodiscard]] std::string take() { return std::move(bytes_); }

  private:
    std::string bytes_;
};

// Fails once and for all: what is read behind a failure is zero, and loops over counts end.
class ByteReader {
  public:
    explicit ByteReader(std::string_view bytes) : bytes_(bytes) {}

    [[nodiscard]] bool ok() const { return failure_.empty(); }
    [[nodiscard]] const std::string& failure() const { return failure_; }
    [[nodiscard]] bool at_end() const { return at_ == bytes_.size(); }
    void fail(std::string_view reason) {
        if (!ok()) return;
        failure_ = reason;
        at_ = bytes_.size();
    }

    std::uint8_t byte() {
        if (at_ == bytes_.size()) {
            fail("something is missing at its end");
            return 0;
        }
        return static_cast<std::uint8_t>(bytes_[at_++]);
    }
    // Of an enumeration with so many members.
    std::uint8_t member(std::size_t members) {
        const std::uint8_t value = byte();
        if (value < members) return value;
        fail("a number is out of its range");
        return 0;
    }
    bool boolean() { return member(2) != 0; }
    std::uint64_t number() {
        // Nearly all numbers take one byte or two.
        if (bytes_.size() - at_ >= 2) {
            const auto first = static_cast<std::uint8_t>(bytes_[at_]);
            const auto second = static_cast<std::uint8_t>(bytes_[at_ + 1]);
            if (first < 0x80) {
                ++at_;
                return first;
            }
            if (second < 0x80 && second != 0) {
                at_ += 2;
                return (first & 0x7FU) | std::uint64_t{second} << 7U;
            }
        }
        return long_number();
    }
    std::uint32_t narrow() {
        const std::uint64_t value = number();
        if (value <= 0xFFFFFFFFU) return static_cast<std::uint32_t>(value);
        fail("a number is out of its range");
        return 0;
    }
    std::int64_t integer() {
        const std::uint64_t bits = number();
        return static_cast<std::int64_t>((bits >> 1U) ^ ((bits & 1U) != 0 ? ~0ULL : 0ULL));
    }
    std::string_view text() {
        const std::size_t size = count(1);
        const std::string_view value = bytes_.substr(at_, size);
        at_ += size;
        return value;
    }
    std::uint32_t optional_id() {
        const std::uint64_t value = number();
        if (value <= 0xFFFFFFFFU) return value == 0 ? 0xFFFFFFFFU : static_cast<std::uint32_t>(value - 1);
        fail("a number is out of its range");
        return 0;
    }
    // How many things follow, each of so many bytes at least: never more than there is room for.
    std::size_t count(std::size_t bytes_each) {
        const std::uint64_t value = number();
        if (value <= (bytes_.size() - at_) / bytes_each) return static_cast<std::size_t>(value);
        fail("a length is greater than what is left");
        return 0;
    }

  private:
    std::uint64_t long_number() {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            const std::uint8_t next = byte();
            if (shift == 63 && next > 1) break;
            value |= static_cast<std::uint64_t>(next & 0x7FU) << shift;
            if (next >= 0x80) continue;
            if (next == 0 && shift != 0) break;
            return value;
        }
        fail("a number is misspelt");
        return 0;
    }

    std::string_view bytes_;
    std::size_t at_ = 0;
    std::string failure_;
};

}  // namespace scantling::bundle
