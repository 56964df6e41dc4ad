// Reading what a C caller hands in: sized structs, arrays of them, borrowed texts. Nothing is believed.
#pragma once

#include <cstddef>
#include <cstring>
#include <string>
#include <vector>

#include "bindings/api/select.h"
#include "bindings/c/call.h"

namespace scantling::c {

// A name or path: longer ones are no names.
inline constexpr std::size_t longest_name = 64UL * 1024;
// Elements of one array that a caller hands in.
inline constexpr std::size_t longest_array = 1UL << 20U;

// A struct that says that it is longer than so many times ours has no size: the caller did not begin with the _INIT macro.
inline constexpr std::size_t largest_growth = 64;

// Copies `size` bytes of the caller's struct over `to`; what the caller's lacks keeps its default. `first` is the size that the struct had
// in the first version of the interface.
void copy_struct(void* to, std::size_t ours, std::size_t first, const void* from, const char* name);

template <typename T>
T read_struct(const T* given, const T& defaults, const char* name) {
    T out = defaults;
    if (given != nullptr) copy_struct(&out, sizeof(T), sizeof(T), given, name);
    return out;
}

// An array whose elements are as long as the first one says.
template <typename T>
std::vector<T> read_structs(const T* given, std::size_t count, const T& defaults, const char* name) {
    std::vector<T> out;
    if (count == 0) return out;
    if (count > longest_array) fail(SCANTLING_LIMIT, std::string("`") + name + "` has more than 2^20 elements");
    const auto* at = reinterpret_cast<const char*>(&required(given, name));
    std::size_t stride = 0;
    std::memcpy(&stride, at, sizeof stride);
    out.reserve(count);
    for (std::size_t i = 0; i < count; ++i, at += stride) {
        std::size_t size = 0;
        std::memcpy(&size, at, sizeof size);
        if (size != stride) fail(SCANTLING_INVALID_ARGUMENT, std::string("elements of `") + name + "` differ in their `size`");
        T& element = out.emplace_back(defaults);
        copy_struct(&element, sizeof(T), sizeof(T), at, name);
    }
    return out;
}

// As far as the caller's own size goes.
template <typename T>
scantling_status write_struct(const T& value, T* out) noexcept {
    if (out == nullptr || out->size < sizeof(std::size_t) || out->size > largest_growth * sizeof(T)) return SCANTLING_INVALID_ARGUMENT;
    const std::size_t size = out->size;
    std::memcpy(out, &value, size < sizeof(T) ? size : sizeof(T));
    if (size > sizeof(T)) std::memset(reinterpret_cast<char*>(out) + sizeof(T), 0, size - sizeof(T));
    out->size = size;
    return SCANTLING_OK;
}

// Whether there is a text at all ({NULL, 0} is none). A null pointer with a size is the caller's mistake.
[[nodiscard]] bool is_given(const scantling_str& text, const char* name);
// A member that has no meaning yet: whoever sets it counts on a later version.
void require_unused(std::int32_t reserved, const char* name);
// A name: UTF-8, without zero bytes, of bounded length. Empty where there is none.
[[nodiscard]] std::string read_name(const scantling_str& text, const char* name);
// A file's: `-` is a file of that name, and nothing is read from standard input.
[[nodiscard]] std::string read_path(const scantling_str& text, const char* name);
// Any bytes, of at most `limit`.
[[nodiscard]] std::string read_bytes(const scantling_str& text, const char* name, std::size_t limit, std::size_t room = 0);

[[nodiscard]] PolicySelection read_selection(const scantling_str& profile, const scantling_parameter* parameters, std::size_t count);
[[nodiscard]] PolicySelection read_selection(const scantling_select_options* options);

enum class Format { text, json };
[[nodiscard]] Format read_format(const scantling_str& format);

[[nodiscard]] inline scantling_str view(const std::string& text) noexcept { return {text.c_str(), text.size()}; }
// No text where it is empty.
[[nodiscard]] inline scantling_str view_or_none(const std::string& text) noexcept {
    return text.empty() ? scantling_str{nullptr, 0} : view(text);
}
// Of a literal, which ends in a zero byte.
[[nodiscard]] inline scantling_str literal(std::string_view text) noexcept {
    return text.empty() ? scantling_str{nullptr, 0} : scantling_str{text.data(), text.size()};
}

}  // namespace scantling::c
