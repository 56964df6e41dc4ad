// One call to the allocator with a great pad makes the heap; then the kernel is told to back it by huge pages, from the first boundary of
// such a page on. What lies before the boundary is taken out of use, so that nothing there is touched page by page.
#include "bindings/cli/heap.h"

#include <cstdint>
#include <cstdlib>
#include <limits>

#if defined(__GLIBC__)

#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

namespace scantling::cli {

namespace {

// Address space, not memory: the parser's buffers for 4 MB of JSON are 60 MiB wide, of which it writes a tenth.
constexpr int heap_bytes = 128 << 20;
constexpr int later_pad = 1 << 20;
constexpr std::uintptr_t huge_page = 2U << 20U;
constexpr std::uintptr_t first_heap = 256U << 10U;  // more than the process has before main

void* volatile out_of_use = nullptr;  // volatile: or the compiler takes the call away

std::uintptr_t heap_end() { return reinterpret_cast<std::uintptr_t>(sbrk(0)); }

}  // namespace

void prepare_heap() {
    mallopt(M_MMAP_MAX, 0);
    mallopt(M_TRIM_THRESHOLD, std::numeric_limits<int>::max());
    mallopt(M_TOP_PAD, heap_bytes);
    const std::uintptr_t begin = heap_end();
    const std::uintptr_t boundary = (begin + first_heap + huge_page - 1) / huge_page * huge_page;
    out_of_use = std::malloc(boundary - begin);
    const std::uintptr_t end = heap_end();
    mallopt(M_TOP_PAD, later_pad);
    if (end > boundary) static_cast<void>(madvise(reinterpret_cast<void*>(boundary), end - boundary, MADV_HUGEPAGE));
}

}  // namespace scantling::cli

#else

namespace scantling::cli {

void prepare_heap() {}

}  // namespace scantling::cli

#endif
