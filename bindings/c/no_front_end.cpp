// In the place of compile.cpp where the front end is not built: the same entries, which say so.
#include "bindings/c/arguments.h"

using namespace scantling::c;

namespace {

template <typename T>
scantling_status lacking(T** out, scantling_error** error, const char* what) noexcept {
    return guarded(error, [&](Call&) {
        clear_out(out);
        fail(SCANTLING_INCOMPATIBLE, std::string("this build has no front end, and so no ") + what + ": load a bundle instead");
    });
}

}  // namespace

scantling_status scantling_compile(const scantling_source*, size_t, const scantling_compile_options*, scantling_policies** out,
                                   scantling_error** error) noexcept {
    return lacking(out, error, "compiler");
}

scantling_status scantling_explain(scantling_str, scantling_bytes** out, scantling_error** error) noexcept {
    return lacking(out, error, "pages about policies");
}

scantling_status scantling_schema(scantling_str, scantling_bytes** out, scantling_error** error) noexcept {
    return lacking(out, error, "schema text");
}
