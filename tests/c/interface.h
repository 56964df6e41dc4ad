// The C interface as its tests use it: owners for the handles, and the example service as documents. Nothing here includes a header of the
// library but scantling.h.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "bindings/include/scantling/scantling.h"

namespace scantling::test {

struct Release {
    void operator()(scantling_policies* handle) const { scantling_policies_unref(handle); }
    void operator()(scantling_inputs* handle) const { scantling_inputs_destroy(handle); }
    void operator()(scantling_facts* handle) const { scantling_facts_unref(handle); }
    void operator()(scantling_report* handle) const { scantling_report_unref(handle); }
    void operator()(scantling_error* handle) const { scantling_error_unref(handle); }
    void operator()(scantling_bytes* handle) const { scantling_bytes_unref(handle); }
    void operator()(scantling_cancel* handle) const { scantling_cancel_unref(handle); }
};

// Owns a handle; `out()` releases it, to be filled anew.
template <typename Handle>
class Own {
  public:
    Own() = default;
    explicit Own(Handle* handle) : handle_(handle) {}
    Own(Own&& from) noexcept : handle_(std::exchange(from.handle_, nullptr)) {}
    Own& operator=(Own&& from) noexcept {
        std::swap(handle_, from.handle_);
        return *this;
    }
    Own(const Own&) = delete;
    Own& operator=(const Own&) = delete;
    ~Own() { Release()(handle_); }

    [[nodiscard]] Handle** out() {
        Release()(std::exchange(handle_, nullptr));
        return &handle_;
    }
    [[nodiscard]] Handle* get() const { return handle_; }
    operator Handle*() const { return handle_; }  // NOLINT: a handle is what every function takes

  private:
    Handle* handle_ = nullptr;
};

using OwnPolicies = Own<scantling_policies>;
using OwnInputs = Own<scantling_inputs>;
using OwnFacts = Own<scantling_facts>;
using OwnReport = Own<scantling_report>;
using OwnError = Own<scantling_error>;
using OwnBytes = Own<scantling_bytes>;
using OwnCancel = Own<scantling_cancel>;

// 2026-11-24T00:00:00Z.
inline constexpr std::int64_t some_time = 1795478400000000;

[[nodiscard]] inline scantling_str str(std::string_view text) { return {text.data(), text.size()}; }
[[nodiscard]] inline std::string text_of(const scantling_str& text) {
    return text.data == nullptr ? std::string() : std::string(text.data, text.size);
}
[[nodiscard]] inline std::string text_of(const scantling_bytes* bytes) { return text_of(scantling_bytes_view(bytes)); }

// A text that the caller keeps.
[[nodiscard]] inline scantling_source policy(std::string_view text, std::string_view name = {}) {
    scantling_source out = SCANTLING_SOURCE_INIT;
    out.text = str(text);
    if (!name.empty()) out.name = str(name);
    return out;
}
[[nodiscard]] inline scantling_document document(std::string_view bytes, std::string_view name = {}) {
    scantling_document out = SCANTLING_DOCUMENT_INIT;
    out.bytes = {bytes.data() == nullptr ? "" : bytes.data(), bytes.size()};
    if (!name.empty()) out.name = str(name);
    return out;
}
[[nodiscard]] inline scantling_check_options at_some_time() {
    scantling_check_options out = SCANTLING_CHECK_OPTIONS_INIT;
    out.now = some_time;
    return out;
}

// Small policies that are compiled without the library: a rule that finds, one that passes, one that cannot know, a parameter of every
// kind.
extern const char* const small_policy;
extern const char* const small_dockerfile;

// docs/examples/service: names and contents of its documents, in the order in which a shell lists them.
struct File {
    std::string name;
    std::string path;
    std::string bytes;
};
[[nodiscard]] const std::vector<File>& example_service();
[[nodiscard]] std::vector<scantling_document> as_bytes(const std::vector<File>& files);
[[nodiscard]] std::vector<scantling_document> as_paths(const std::vector<File>& files);

// What cannot fail in the test that calls it; otherwise it throws the error's text.
[[nodiscard]] OwnPolicies compiled(const std::vector<scantling_source>& sources, bool bare = true);
[[nodiscard]] OwnFacts facts_of(const std::vector<scantling_document>& documents, const scantling_policies* policies = nullptr);
[[nodiscard]] OwnReport report_of(const scantling_policies* policies, const scantling_facts* facts);
[[nodiscard]] std::string json_of(const scantling_report* report);
[[nodiscard]] std::string json_of(const scantling_facts* facts);
[[nodiscard]] std::string json_of(const scantling_policies* policies);

}  // namespace scantling::test
