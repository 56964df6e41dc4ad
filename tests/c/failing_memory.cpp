// malloc and its kin, defined by the program itself: the dynamic linker then gives them to every library too (RE2, simdjson, OpenSSL, the
// C++ runtime), and what is linked in takes them anyway. They count, refuse where they are told to, and otherwise hand on to the C
// library's own; under AddressSanitizer to its, so that leaks and overflows are found as ever. operator new and delete come here in both
// builds: AddressSanitizer's own would not ask malloc.
#include "tests/c/failing_memory.h"

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <new>

#include <dlfcn.h>
#include <execinfo.h>

// Defined by CMake: this file itself is compiled without sanitizers, since it runs before they are there.
#if defined(UNDER_ADDRESS_SANITIZER)
#define UNDERLYING(name) __interceptor_##name
#else
#define UNDERLYING(name) __libc_##name
#endif
#define VISIBLE __attribute__((visibility("default")))

extern "C" {
void* UNDERLYING(malloc)(std::size_t size);                          // NOLINT: the C library's own names
void* UNDERLYING(calloc)(std::size_t count, std::size_t size);       // NOLINT
void* UNDERLYING(realloc)(void* pointer, std::size_t size);          // NOLINT
void* UNDERLYING(memalign)(std::size_t boundary, std::size_t size);  // NOLINT
}

namespace {

// Where a failing allocation cannot be survived, and is not asked to be: functions of other libraries, by the beginning of their names.
struct Spared {
    const char* symbol;
    const char* why;
};
constexpr std::array spared{
    Spared{"_ZN3re23RE24Init",
           "RE2 parses and compiles a pattern: its destructors follow pointers that the exception left unset. engine/values/regex.cpp "
           "asks for the memory beforehand, and that may fail here."},
};

bool is_spared(void* address) {
    Dl_info found{};
    if (dladdr(address, &found) == 0 || found.dli_sname == nullptr) return false;
    for (const Spared& each : spared)
        if (std::strncmp(found.dli_sname, each.symbol, std::strlen(each.symbol)) == 0) return true;
    return false;
}

// The first call loads the unwinder, for good.
[[maybe_unused]] const int unwinder_is_loaded = [] {
    void* frame = nullptr;
    return backtrace(&frame, 1);
}();

bool is_inside_spared() {
    std::array<void*, 64> frames{};
    const int depth = backtrace(frames.data(), static_cast<int>(frames.size()));
    for (int i = 0; i < depth; ++i)
        if (is_spared(frames[static_cast<std::size_t>(i)])) return true;
    return false;
}

constinit std::uint64_t asked = 0;
constinit std::uint64_t refused_from = UINT64_MAX;
constinit std::uint64_t refused_to = UINT64_MAX;
constinit bool counting = false;
constinit bool refused = false;
constinit std::uint64_t served_inside = 0;

bool refuses() {
    if (!counting) return false;
    const std::uint64_t number = asked++;
    if (number < refused_from || number >= refused_to) return false;
    counting = false;  // looking around may ask for memory itself
    const bool inside = is_inside_spared();
    counting = true;
    if (inside) return ++served_inside, false;
    refused = true;
    errno = ENOMEM;
    return true;
}

void* allocate(std::size_t size) {
    void* out = std::malloc(size == 0 ? 1 : size);
    if (out == nullptr) throw std::bad_alloc();
    return out;
}
void* allocate(std::size_t size, std::align_val_t boundary) {
    void* out = refuses() ? nullptr : UNDERLYING(memalign)(static_cast<std::size_t>(boundary), size == 0 ? 1 : size);
    if (out == nullptr) throw std::bad_alloc();
    return out;
}

}  // namespace

extern "C" {

VISIBLE void* malloc(std::size_t size) noexcept { return refuses() ? nullptr : UNDERLYING(malloc)(size); }
VISIBLE void* calloc(std::size_t count, std::size_t size) noexcept { return refuses() ? nullptr : UNDERLYING(calloc)(count, size); }
VISIBLE void* realloc(void* pointer, std::size_t size) noexcept { return refuses() ? nullptr : UNDERLYING(realloc)(pointer, size); }
VISIBLE void* memalign(std::size_t boundary, std::size_t size) noexcept {
    return refuses() ? nullptr : UNDERLYING(memalign)(boundary, size);
}
VISIBLE void* aligned_alloc(std::size_t boundary, std::size_t size) noexcept { return memalign(boundary, size); }
VISIBLE int posix_memalign(void** out, std::size_t boundary, std::size_t size) noexcept {
    *out = memalign(boundary, size);
    return *out == nullptr ? ENOMEM : 0;
}

}  // extern "C"

void* operator new(std::size_t size) { return allocate(size); }
void* operator new[](std::size_t size) { return allocate(size); }
void* operator new(std::size_t size, std::align_val_t boundary) { return allocate(size, boundary); }
void* operator new[](std::size_t size, std::align_val_t boundary) { return allocate(size, boundary); }
void* operator new(std::size_t size, const std::nothrow_t&) noexcept { return std::malloc(size == 0 ? 1 : size); }
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept { return std::malloc(size == 0 ? 1 : size); }
void* operator new(std::size_t size, std::align_val_t boundary, const std::nothrow_t&) noexcept {
    return memalign(static_cast<std::size_t>(boundary), size == 0 ? 1 : size);
}
void* operator new[](std::size_t size, std::align_val_t boundary, const std::nothrow_t&) noexcept {
    return memalign(static_cast<std::size_t>(boundary), size == 0 ? 1 : size);
}
void operator delete(void* pointer) noexcept { std::free(pointer); }
void operator delete[](void* pointer) noexcept { std::free(pointer); }
void operator delete(void* pointer, std::size_t) noexcept { std::free(pointer); }
void operator delete[](void* pointer, std::size_t) noexcept { std::free(pointer); }
void operator delete(void* pointer, std::align_val_t) noexcept { std::free(pointer); }
void operator delete[](void* pointer, std::align_val_t) noexcept { std::free(pointer); }
void operator delete(void* pointer, std::size_t, std::align_val_t) noexcept { std::free(pointer); }
void operator delete[](void* pointer, std::size_t, std::align_val_t) noexcept { std::free(pointer); }
void operator delete(void* pointer, const std::nothrow_t&) noexcept { std::free(pointer); }
void operator delete[](void* pointer, const std::nothrow_t&) noexcept { std::free(pointer); }
void operator delete(void* pointer, std::align_val_t, const std::nothrow_t&) noexcept { std::free(pointer); }
void operator delete[](void* pointer, std::align_val_t, const std::nothrow_t&) noexcept { std::free(pointer); }

namespace scantling::test {

void memory_fails_at(std::uint64_t number, Failing failing) {
    asked = 0;
    refused = false;
    refused_from = number;
    refused_to = failing == Failing::once && number != UINT64_MAX ? number + 1 : UINT64_MAX;
    counting = true;
}

std::uint64_t memory_serves() {
    counting = false;
    return asked;
}

bool memory_has_failed() { return refused; }

std::uint64_t memory_served_inside_others() { return served_inside; }

}  // namespace scantling::test
