// The C interface: bytes decide which functions are called, with handles that are valid or null and with texts, numbers and structs that
// are right or wrong. Whatever the order, a failure hands nothing out and says why, nothing is the library's own fault, and what a handle
// says does not change.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "bindings/include/scantling/scantling.h"
#include "tests/fuzz/promise.h"

using scantling::fuzz::promise;

namespace {

constexpr int most_calls = 24;
constexpr std::size_t slots = 3;

constexpr std::array<std::string_view, 16> texts{
    "json",
    "text",
    "package acme\nparam level: int = 3\nrule r {\n title \"t\"\n severity high\n for p in image.config.exposed_ports\n"
    " forbid p.number == 22\n at p\n message \"{p.number}\"\n}\nprofile strict {\n include acme\n gate low\n}\n",
    "package acme\nrule r {\n title \"t\"\n require image.config.usr is present\n}\n",
    "acme.strict",
    "acme.level",
    "4",
    "{",
    "FROM scratch\nEXPOSE 22\nENV API_TOKEN=x\n",
    "FROM scratch\nENV\n",
    R"({"bomFormat": "CycloneDX", "specVersion": "1.5", "components": [{"type": "library", "name": "a", "version": "1"}]})",
    R"([{"Id": "sha256:aaaa", "RepoTags": ["shop:1"], "Architecture": "amd64", "Os": "linux", "Config": {"User": "1000"}}])",
    "dockerfile",
    "shop:1",
    "\xff\xfe",
    "E0203",
};

template <typename Handle>
struct Slots {
    std::array<Handle*, slots> handles{};
    void (*release)(Handle*);
    explicit Slots(void (*function)(Handle*)) : release(function) {}
    ~Slots() {
        for (Handle* handle : handles) release(handle);
    }
    Slots(const Slots&) = delete;
    Slots& operator=(const Slots&) = delete;
};

class Calls {
  public:
    Calls(const std::uint8_t* data, std::size_t size) : data_(reinterpret_cast<const char*>(data), size) {}

    void run() {
        for (int i = 0; i < most_calls && !data_.empty(); ++i) call(byte() % 16);
    }

  private:
    std::uint8_t byte() {
        if (data_.empty()) return 0;
        const char first = data_.front();
        data_.remove_prefix(1);
        return static_cast<std::uint8_t>(first);
    }
    // Mostly what the caller wants; now and then anything.
    std::uint64_t number(std::uint64_t usual) {
        constexpr std::array<std::uint64_t, 6> others{0, 1, 2, INT64_MAX, UINT64_MAX, std::uint64_t{1} << 32U};
        const std::uint8_t which = byte();
        return which < 200 ? usual : others[which % others.size()];
    }
    scantling_str text(std::size_t usual) {
        const std::uint8_t which = byte();
        if (which < 160) return usual < texts.size() ? scantling_str{texts[usual].data(), texts[usual].size()} : scantling_str{nullptr, 0};
        if (which < 200) return {texts[which % texts.size()].data(), texts[which % texts.size()].size()};
        if (which == 200) return {nullptr, 3};
        if (which == 201) return {"a", SIZE_MAX};
        if (which < 210) return {nullptr, 0};
        const std::size_t size = std::min<std::size_t>(data_.size(), which % 32 * 8);
        const std::string_view own = data_.substr(0, size);
        data_.remove_prefix(size);
        return {own.data() == nullptr ? "" : own.data(), own.size()};
    }
    static constexpr std::size_t none = texts.size();

    template <typename Handle>
    Handle* one_of(const Slots<Handle>& from) {
        return from.handles[byte() % slots];
    }
    template <typename T>
    void resize(T& given) {
        given.size = static_cast<std::size_t>(number(sizeof(T)));
        // A size between the lie that is refused and ours would be read.
        if (given.size > sizeof(T) && given.size <= 64 * sizeof(T)) given.size = sizeof(T);
    }

    // Calls a function that hands out a handle, and holds it to what it promises; what was in the slot is released.
    template <typename Handle, typename Function>
    void handing_out(Slots<Handle>& to, Function function) {
        scantling_error* error = nullptr;
        auto* const garbage = reinterpret_cast<Handle*>(this);
        Handle* out = garbage;
        const bool wants_error = byte() % 4 != 0;
        const scantling_status status = function(&out, wants_error ? &error : nullptr);
        promise(out != garbage);
        promise((status == SCANTLING_OK) == (out != nullptr));
        hold(status, error, wants_error);
        Handle*& slot = to.handles[byte() % slots];
        to.release(slot);
        slot = out;
    }
    static void hold(scantling_status status, scantling_error* error, bool wanted) {
        promise(status >= SCANTLING_OK && status <= SCANTLING_LIMIT);
        promise(status != SCANTLING_INTERNAL && status != SCANTLING_NO_MEMORY);
        promise(!wanted || status == SCANTLING_OK || error != nullptr);
        if (error != nullptr) {
            promise(scantling_error_status(error) == status);
            promise(scantling_error_text(error).size > 0 && scantling_error_count(error) > 0);
            scantling_diagnostic last = SCANTLING_DIAGNOSTIC_INIT;
            promise(scantling_error_at(error, scantling_error_count(error) - 1, &last) == SCANTLING_OK);
            promise(last.message.size > 0);
        }
        scantling_error_unref(error);
    }

    void call(std::uint8_t which) {
        switch (which) {
            case 0:
            case 1:
                return compile();
            case 2:
                return select();
            case 3:
                return load();
            case 4:
            case 5:
                return read();
            case 6:
                return handing_out(inputs_, [&](auto out, auto error) {
                    const scantling_input_options options = input_options();
                    return scantling_inputs_create(&options, out, error);
                });
            case 7:
            case 8:
                return add();
            case 9:
                return handing_out(facts_, [&](auto out, auto error) { return scantling_inputs_freeze(one_of(inputs_), out, error); });
            case 10:
            case 11:
            case 12:
                return check();
            case 13:
                return render();
            case 14:
                return look();
            default:
                return references();
        }
    }

    void compile() {
        std::array<scantling_source, 2> sources{scantling_source SCANTLING_SOURCE_INIT, scantling_source SCANTLING_SOURCE_INIT};
        scantling_parameter parameter = SCANTLING_PARAMETER_INIT;
        scantling_compile_options options = SCANTLING_COMPILE_OPTIONS_INIT;
        for (scantling_source& source : sources) {
            source.text = text(2);
            source.name = text(none);
        }
        resize(sources[0]);
        options.bare = byte() == 255 ? 2 : 1;
        options.profile = text(none);
        fill(parameter);
        options.parameters = &parameter;
        options.parameter_count = byte() < 128 ? 0 : static_cast<std::size_t>(number(1));
        if (options.parameter_count > 1 && options.parameter_count <= 1U << 20U) options.parameter_count = 1;
        resize(options);
        const std::size_t count = byte() % 3;
        handing_out(policies_, [&](auto out, auto error) { return scantling_compile(sources.data(), count, &options, out, error); });
    }
    void fill(scantling_parameter& parameter) {
        parameter.name = text(5);
        parameter.value = text(6);
        resize(parameter);
    }
    void select() {
        scantling_select_options options = SCANTLING_SELECT_OPTIONS_INIT;
        scantling_parameter parameter = SCANTLING_PARAMETER_INIT;
        options.profile = text(4);
        fill(parameter);
        options.parameters = &parameter;
        options.parameter_count = byte() % 2;
        resize(options);
        handing_out(policies_, [&](auto out, auto error) { return scantling_select(one_of(policies_), &options, out, error); });
    }
    // A bundle of its own, whole, or with a byte of it changed.
    void load() {
        scantling_bytes* bytes = nullptr;
        if (scantling_save(one_of(policies_), &bytes, nullptr) != SCANTLING_OK) return;
        const scantling_str whole = scantling_bytes_view(bytes);
        std::string bundle(whole.data, whole.size);
        scantling_bytes_unref(bytes);
        const bool change = byte() < 64;
        if (change) bundle[(std::size_t{byte()} << 8U | byte()) % bundle.size()] ^= static_cast<char>(byte() | 1U);
        handing_out(policies_, [&](auto out, auto error) {
            const scantling_status status = scantling_load({bundle.data(), bundle.size()}, nullptr, out, error);
            promise(!change || status != SCANTLING_OK);
            return status;
        });
    }

    scantling_input_options input_options() {
        scantling_input_options options = SCANTLING_INPUT_OPTIONS_INIT;
        options.policies = one_of(policies_);
        options.max_document_bytes = number(0);
        options.note_refused = static_cast<std::int32_t>(byte() % 64 == 0 ? 2 : byte() % 2);
        resize(options);
        return options;
    }
    scantling_document document() {
        scantling_document out = SCANTLING_DOCUMENT_INIT;
        out.bytes = text(8 + byte() % 4);
        out.name = text(none);
        out.subject = text(none);
        out.kind = byte() < 32 ? text(12) : scantling_str{nullptr, 0};
        out.ignore_bytes = text(none);
        out.ignore_name = text(none);
        resize(out);
        return out;
    }
    void read() {
        std::array<scantling_document, 2> documents{document(), document()};
        const scantling_input_options options = input_options();
        const std::size_t count = byte() % 3;
        handing_out(facts_, [&](auto out, auto error) { return scantling_read(documents.data(), count, &options, out, error); });
    }
    void add() {
        const scantling_document given = document();
        scantling_error* error = nullptr;
        hold(scantling_inputs_add(one_of(inputs_), &given, &error), error, true);
    }
    void check() {
        scantling_check_options options = SCANTLING_CHECK_OPTIONS_INIT;
        options.now = static_cast<std::int64_t>(number(1795478400000000));
        options.environment = text(none);
        options.max_steps = number(0);
        options.max_bytes = number(0);
        options.max_findings = number(0);
        resize(options);
        const scantling_policies* policies = one_of(policies_);
        const scantling_facts* facts = one_of(facts_);
        handing_out(reports_, [&](auto out, auto error) { return scantling_check(policies, facts, &options, out, error); });
    }
    void render() {
        const std::uint8_t what = byte() % 4;
        const scantling_str format = text(byte() % 2);
        handing_out(bytes_, [&](auto out, auto error) {
            if (what == 0) return scantling_policies_render(one_of(policies_), format, out, error);
            if (what == 1) return scantling_facts_render(one_of(facts_), format, out, error);
            if (what == 2) return scantling_explain(text(15), out, error);
            return scantling_report_render(one_of(reports_), format, out, error);
        });
    }
    void look() {
        const scantling_report* report = one_of(reports_);
        const std::size_t index = static_cast<std::size_t>(number(byte() % 4));
        scantling_finding finding = SCANTLING_FINDING_INIT;
        scantling_outcome outcome = SCANTLING_OUTCOME_INIT;
        scantling_diagnostic diagnostic = SCANTLING_DIAGNOSTIC_INIT;
        promise((scantling_report_finding(report, index, &finding) == SCANTLING_OK) == (index < scantling_report_finding_count(report)));
        promise((scantling_report_outcome(report, index, &outcome) == SCANTLING_OK) == (index < scantling_report_outcome_count(report)));
        promise((scantling_report_diagnostic(report, index, &diagnostic) == SCANTLING_OK) ==
                (index < scantling_report_diagnostic_count(report)));
        promise((scantling_report_reason(report, index).data != nullptr) == (index < scantling_report_reason_count(report)));
        promise((scantling_report_verdict(report) == SCANTLING_CLEAN) == (report != nullptr && scantling_report_reason_count(report) == 0));
    }
    void references() {
        scantling_policies_unref(scantling_policies_ref(one_of(policies_)));
        scantling_facts_unref(scantling_facts_ref(one_of(facts_)));
        scantling_report_unref(scantling_report_ref(one_of(reports_)));
        scantling_rule rule = SCANTLING_RULE_INIT;
        const scantling_policies* policies = one_of(policies_);
        const std::size_t index = static_cast<std::size_t>(number(0));
        promise((scantling_policies_rule(policies, index, &rule) == SCANTLING_OK) == (index < scantling_policies_rule_count(policies)));
    }

    std::string_view data_;
    Slots<scantling_policies> policies_{scantling_policies_unref};
    Slots<scantling_facts> facts_{scantling_facts_unref};
    Slots<scantling_inputs> inputs_{scantling_inputs_destroy};
    Slots<scantling_report> reports_{scantling_report_unref};
    Slots<scantling_bytes> bytes_{scantling_bytes_unref};
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Calls(data, size).run();
    return 0;
}
