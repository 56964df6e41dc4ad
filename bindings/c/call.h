// One call of the C interface: whatever happens inside becomes a status and, if the caller wants one, an error object.
#pragma once

#include <exception>
#include <memory>
#include <new>
#include <string>
#include <utility>

#include "bindings/c/handles.h"
#include "engine/base/result.h"

namespace scantling::c {

// Thrown in this folder alone, caught by `guarded`.
struct Failed {
    scantling_status status;
    Diagnostics diagnostics;
};

// A failure that is one sentence, without a place.
[[noreturn]] void fail(scantling_status status, std::string message);

// Errors (and warnings) of a stage, as the failure of that status.
[[noreturn]] void fail(scantling_status status, Diagnostics diagnostics);
// What the environment did not give: the status follows from its kind.
[[noreturn]] void fail(const Failure& failure);

// What succeeds with something to say makes its error object before it changes anything: there may be no memory for it.
class Call {
  public:
    explicit Call(scantling_error** error) : error_(error) {
        if (error_ != nullptr) *error_ = nullptr;
    }
    void warn(const Diagnostics& diagnostics);
    // The last step: gives the error object away.
    void succeed() noexcept {
        if (error_ != nullptr) *error_ = warning_.release();
    }

  private:
    scantling_error** error_;
    std::unique_ptr<scantling_error> warning_;
};

[[nodiscard]] scantling_status report_failure(scantling_error** error, scantling_status status, const Diagnostics& diagnostics) noexcept;
[[nodiscard]] scantling_status report_failure(scantling_error** error, scantling_status status, const char* message) noexcept;

template <typename Work>
[[nodiscard]] scantling_status guarded(scantling_error** error, Work work) noexcept {
    try {
        Call call(error);
        work(call);
        call.succeed();
        return SCANTLING_OK;
    } catch (const Failed& failed) {
        return report_failure(error, failed.status, failed.diagnostics);
    } catch (const std::bad_alloc&) {
        return SCANTLING_NO_MEMORY;
    } catch (const std::exception& failure) {
        return report_failure(error, SCANTLING_INTERNAL, failure.what());
    } catch (...) {
        return report_failure(error, SCANTLING_INTERNAL, "an exception of an unknown type");
    }
}

// A handle or result pointer that has to be there.
template <typename T>
T& required(T* pointer, const char* name) {
    if (pointer == nullptr) fail(SCANTLING_INVALID_ARGUMENT, std::string("`") + name + "` is a null pointer");
    return *pointer;
}
template <typename T>
void clear_out(T** out) {
    if (out != nullptr) *out = nullptr;
    required(out, "out");
}

// Hands a text or binary out.
inline void give(scantling_bytes** out, std::string bytes) { *out = new scantling_bytes{std::move(bytes)}; }

}  // namespace scantling::c
