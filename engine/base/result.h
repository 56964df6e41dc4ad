// A value, or why the environment did not give one (a file that cannot be read, memory, an incompatible bundle).
// Mistakes of a user are diagnostics and missing information is the value *unknown*: neither is a Result.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>

namespace scantling {

// What a caller can do about it: nothing, look at the file, allow more; get the bundle again, or make it anew.
enum class FailureKind : std::uint8_t { other, unreadable, too_large, damaged, incompatible };

struct Failure {
    std::string message;  // a lowercase sentence without full stop
    FailureKind kind = FailureKind::other;
};

template <typename T>
class [[nodiscard]] Result {
  public:
    Result(T value) : held_(std::move(value)) {}            // NOLINT: a value is a result
    Result(Failure failure) : held_(std::move(failure)) {}  // NOLINT: so is a failure

    [[nodiscard]] bool ok() const { return std::holds_alternative<T>(held_); }
    explicit operator bool() const { return ok(); }
    [[nodiscard]] T& value() { return std::get<T>(held_); }
    [[nodiscard]] const T& value() const { return std::get<T>(held_); }
    T& operator*() { return value(); }
    const T& operator*() const { return value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }
    [[nodiscard]] const std::string& error() const { return std::get<Failure>(held_).message; }
    [[nodiscard]] const Failure& failure() const { return std::get<Failure>(held_); }

  private:
    std::variant<T, Failure> held_;
};

}  // namespace scantling
