// Versions, names, bytes.
#include "bindings/api/version.h"

#include "bindings/c/arguments.h"

using namespace scantling::c;

scantling_str scantling_bytes_view(const scantling_bytes* bytes) noexcept {
    return bytes == nullptr ? scantling_str{nullptr, 0} : view(bytes->bytes);
}

void scantling_bytes_unref(scantling_bytes* bytes) noexcept { delete bytes; }

uint32_t scantling_abi(void) noexcept { return SCANTLING_ABI; }

scantling_str scantling_version(void) noexcept { return literal(scantling::version()); }

scantling_str scantling_status_text(scantling_status status) noexcept {
    switch (status) {
        case SCANTLING_OK:
            return literal("ok");
        case SCANTLING_INVALID_ARGUMENT:
            return literal("invalid argument");
        case SCANTLING_POLICY_ERROR:
            return literal("policy error");
        case SCANTLING_INPUT_ERROR:
            return literal("input error");
        case SCANTLING_INTERNAL:
            return literal("internal error");
        case SCANTLING_NO_MEMORY:
            return literal("no memory");
        case SCANTLING_IO:
            return literal("file or folder cannot be read");
        case SCANTLING_INCOMPATIBLE:
            return literal("incompatible version or build");
        case SCANTLING_LIMIT:
            return literal("limit exceeded");
    }
    return literal("unknown status");
}
