// Every argument of every function, wrong in every way that it can be, one at a time, from a call that is right otherwise. A wrong argument
// gives a status and an error object; nothing is handed out; everything that was there is as usable as before. Sizes that are lies must not
// be believed: under AddressSanitizer reading so far would be the end. The table is held against the header: a function that no row tries
// fails the test.
#include <functional>
#include <regex>
#include <set>

#include "tests/c/interface.h"
#include "tests/catch.h"
#include "tests/golden.h"
#include "tests/places.h"

using namespace scantling::test;

namespace {

// What calls are made with: all that they could spoil.
struct World {
    OwnPolicies policies = compiled({policy(small_policy)});
    OwnFacts facts = facts_of({document("FROM debian:12\nENV\nEXPOSE 22\n", "Dockerfile")});
    OwnReport report = report_of(policies, facts);
    OwnInputs inputs;
    OwnError error;  // of a policy with a mistake
    OwnBytes bundle;
    std::string expected = json_of(report.get());

    World() {
        REQUIRE(scantling_inputs_create(nullptr, inputs.out(), nullptr) == SCANTLING_OK);
        OwnPolicies none;
        const scantling_source wrong = policy("package acme\nrule\n");
        REQUIRE(scantling_compile(&wrong, 1, nullptr, none.out(), error.out()) == SCANTLING_POLICY_ERROR);
        REQUIRE(scantling_save(policies, bundle.out(), nullptr) == SCANTLING_OK);
    }
    void is_usable() {
        OwnError said;
        const scantling_document given = document("FROM debian:12\nENV\nEXPOSE 22\n", "Dockerfile");
        REQUIRE(scantling_inputs_add(inputs, &given, said.out()) == SCANTLING_OK);
        OwnFacts again;
        REQUIRE(scantling_inputs_freeze(inputs, again.out(), said.out()) == SCANTLING_OK);
        CHECK(json_of(report_of(policies, again).get()) == expected);
        CHECK(json_of(report_of(policies, facts).get()) == expected);
    }
};

struct Tried {
    scantling_status status = SCANTLING_OK;
    bool handed_out = false;
};
struct Row {
    std::string function;
    std::string what;
    scantling_status expected;
    bool has_error;  // the function has an `error` argument
    std::function<Tried(World&, scantling_error**)> call;
};
std::vector<Row> rows;  // of this file, filled by `all_rows`

// ---- Texts and structs that are wrong -----------------------------------------------------------------------------------------------

const std::string& long_name() {
    static const std::string text(64UL * 1024 + 1, 'a');
    return text;
}

struct BadText {
    const char* what;
    scantling_str text;
    scantling_status status;
};
// What no name, path, word can be.
std::vector<BadText> bad_names() {
    return {{"null with a size", {nullptr, 5}, SCANTLING_INVALID_ARGUMENT},
            {"null with the largest size", {nullptr, SIZE_MAX}, SCANTLING_INVALID_ARGUMENT},
            {"not UTF-8", scantling_text("std.\xff"), SCANTLING_INVALID_ARGUMENT},
            {"cut UTF-8", scantling_text("caf\xc3"), SCANTLING_INVALID_ARGUMENT},
            {"a surrogate", scantling_text("\xed\xa0\x80"), SCANTLING_INVALID_ARGUMENT},
            {"a zero byte", {"a\0b", 3}, SCANTLING_INVALID_ARGUMENT},
            {"too long", str(long_name()), SCANTLING_LIMIT},
            {"the largest size", {"a", SIZE_MAX}, SCANTLING_LIMIT},
            {"half of all sizes", {"a", SIZE_MAX / 2 + 1}, SCANTLING_LIMIT}};
}
// What no bytes can be.
std::vector<BadText> bad_bytes() {
    return {{"null with a size", {nullptr, 5}, SCANTLING_INVALID_ARGUMENT},
            {"null with the largest size", {nullptr, SIZE_MAX}, SCANTLING_INVALID_ARGUMENT},
            {"the largest size", {"a", SIZE_MAX}, SCANTLING_LIMIT},
            {"1 GiB", {"a", std::size_t{1} << 30U}, SCANTLING_LIMIT}};
}

struct BadSize {
    const char* what;
    std::size_t size;
};
template <typename T>
std::vector<BadSize> bad_sizes() {
    return {{"size 0", 0},
            {"a size without members", sizeof(std::size_t)},
            {"a size that is too small", sizeof(T) - 1},
            {"a size that is a lie", 65 * sizeof(T)},
            {"the largest size", SIZE_MAX}};
}

// ---- Calls that are right, and how they become wrong --------------------------------------------------------------------------------

struct Compile {
    scantling_source source = policy(small_policy);
    scantling_parameter parameter = SCANTLING_PARAMETER_INIT;
    scantling_compile_options options = SCANTLING_COMPILE_OPTIONS_INIT;
    const scantling_source* sources = &source;
    std::size_t count = 1;
    bool no_out = false;

    static constexpr const char* name = "scantling_compile";
    explicit Compile(World&) {
        parameter.name = scantling_text("acme.flag");
        parameter.value = scantling_text("true");
        options.bare = 1;
        options.parameters = &parameter;
        options.parameter_count = 1;
    }
    Compile(const Compile&) = delete;
    Compile& operator=(const Compile&) = delete;
    ~Compile() = default;
    scantling_status run(scantling_policies** out, scantling_error** error) const {
        return scantling_compile(sources, count, &options, out, error);
    }
    using Out = OwnPolicies;
};

struct Select {
    scantling_parameter parameter = SCANTLING_PARAMETER_INIT;
    scantling_select_options options = SCANTLING_SELECT_OPTIONS_INIT;
    const scantling_policies* policies;
    bool no_out = false;

    static constexpr const char* name = "scantling_select";
    explicit Select(World& world) : policies(world.policies) {
        parameter.name = scantling_text("acme.flag");
        parameter.value = scantling_text("true");
        options.profile = scantling_text("acme.strict");
        options.parameters = &parameter;
        options.parameter_count = 1;
    }
    Select(const Select&) = delete;
    Select& operator=(const Select&) = delete;
    ~Select() = default;
    scantling_status run(scantling_policies** out, scantling_error** error) const {
        return scantling_select(policies, &options, out, error);
    }
    using Out = OwnPolicies;
};

struct Load : Select {
    scantling_str bundle;
    static constexpr const char* name = "scantling_load";
    explicit Load(World& world) : Select(world), bundle(scantling_bytes_view(world.bundle)) {}
    scantling_status run(scantling_policies** out, scantling_error** error) const { return scantling_load(bundle, &options, out, error); }
};

struct Save {
    const scantling_policies* policies;
    bool no_out = false;
    static constexpr const char* name = "scantling_save";
    explicit Save(World& world) : policies(world.policies) {}
    scantling_status run(scantling_bytes** out, scantling_error** error) const { return scantling_save(policies, out, error); }
    using Out = OwnBytes;
};

struct Read {
    scantling_document document = scantling::test::document(small_dockerfile);
    scantling_input_options options = SCANTLING_INPUT_OPTIONS_INIT;
    const scantling_document* documents = &document;
    std::size_t count = 1;
    bool no_out = false;

    static constexpr const char* name = "scantling_read";
    explicit Read(World& world) { options.policies = world.policies; }
    Read(const Read&) = delete;
    Read& operator=(const Read&) = delete;
    ~Read() = default;
    scantling_status run(scantling_facts** out, scantling_error** error) const {
        return scantling_read(documents, count, &options, out, error);
    }
    using Out = OwnFacts;
};

struct Create {
    scantling_input_options options = SCANTLING_INPUT_OPTIONS_INIT;
    bool no_out = false;
    static constexpr const char* name = "scantling_inputs_create";
    explicit Create(World& world) { options.policies = world.policies; }
    scantling_status run(scantling_inputs** out, scantling_error** error) const { return scantling_inputs_create(&options, out, error); }
    using Out = OwnInputs;
};

// Hands nothing out: `out` stands for nothing.
struct Add {
    scantling_document document = scantling::test::document(small_dockerfile);
    const scantling_document* given = &document;
    scantling_inputs* inputs;
    bool no_out = false;
    static constexpr const char* name = "scantling_inputs_add";
    explicit Add(World& world) : inputs(world.inputs) {}
    Add(const Add&) = delete;
    Add& operator=(const Add&) = delete;
    ~Add() = default;
    scantling_status run(scantling_facts** out, scantling_error** error) const {
        if (out != nullptr) *out = nullptr;
        return scantling_inputs_add(inputs, given, error);
    }
    using Out = OwnFacts;
};

struct Freeze {
    scantling_inputs* inputs;
    bool no_out = false;
    static constexpr const char* name = "scantling_inputs_freeze";
    explicit Freeze(World& world) : inputs(world.inputs) {}
    scantling_status run(scantling_facts** out, scantling_error** error) const { return scantling_inputs_freeze(inputs, out, error); }
    using Out = OwnFacts;
};

struct Check {
    scantling_check_options options = at_some_time();
    const scantling_check_options* given = &options;
    const scantling_policies* policies;
    const scantling_facts* facts;
    bool no_out = false;
    static constexpr const char* name = "scantling_check";
    explicit Check(World& world) : policies(world.policies), facts(world.facts) {}
    Check(const Check&) = delete;
    Check& operator=(const Check&) = delete;
    ~Check() = default;
    scantling_status run(scantling_report** out, scantling_error** error) const {
        return scantling_check(policies, facts, given, out, error);
    }
    using Out = OwnReport;
};

struct CancelCreate {
    bool no_out = false;
    static constexpr const char* name = "scantling_cancel_create";
    explicit CancelCreate(World&) {}
    scantling_status run(scantling_cancel** out, scantling_error**) const { return scantling_cancel_create(out); }
    using Out = OwnCancel;
};

// Of something, in a format, into bytes.
struct Rendering {
    scantling_str format = scantling_text("json");
    bool no_out = false;
    using Out = OwnBytes;
};
struct RenderPolicies : Rendering {
    const scantling_policies* policies;
    static constexpr const char* name = "scantling_policies_render";
    explicit RenderPolicies(World& world) : policies(world.policies) {}
    scantling_status run(scantling_bytes** out, scantling_error** error) const {
        return scantling_policies_render(policies, format, out, error);
    }
};
struct RenderFacts : Rendering {
    const scantling_facts* facts;
    static constexpr const char* name = "scantling_facts_render";
    explicit RenderFacts(World& world) : facts(world.facts) {}
    scantling_status run(scantling_bytes** out, scantling_error** error) const { return scantling_facts_render(facts, format, out, error); }
};
struct RenderReport : Rendering {
    const scantling_report* report;
    static constexpr const char* name = "scantling_report_render";
    explicit RenderReport(World& world) : report(world.report) {}
    scantling_status run(scantling_bytes** out, scantling_error** error) const {
        return scantling_report_render(report, format, out, error);
    }
};
struct Schema : Rendering {
    static constexpr const char* name = "scantling_schema";
    explicit Schema(World&) {}
    scantling_status run(scantling_bytes** out, scantling_error** error) const { return scantling_schema(format, out, error); }
};
struct Explain : Rendering {
    static constexpr const char* name = "scantling_explain";
    explicit Explain(World&) { format = scantling_text("E0203"); }
    scantling_status run(scantling_bytes** out, scantling_error** error) const { return scantling_explain(format, out, error); }
};

template <typename Call>
void row(std::string what, scantling_status expected, std::function<void(Call&)> change) {
    const auto call = [change](World& world, scantling_error** error) {
        Call made(world);
        change(made);
        // What was in *out before must be neither read nor kept.
        auto* const before = reinterpret_cast<typename std::remove_pointer_t<decltype(typename Call::Out().out())>>(&made);
        auto* out = before;
        const scantling_status status = made.run(made.no_out ? nullptr : &out, error);
        if (made.no_out) return Tried{status, false};
        typename Call::Out owner;
        if (out != before) *owner.out() = out;
        return Tried{status, out != nullptr};
    };
    constexpr bool has_error = !std::is_same_v<Call, CancelCreate>;
    rows.push_back({Call::name, std::move(what), expected, has_error, call});
}

// A text of the call, wrong in each of the ways; `at` finds it.
template <typename Call>
void texts(const std::string& which, const std::vector<BadText>& bad, std::function<scantling_str&(Call&)> at) {
    for (const BadText& each : bad) {
        const scantling_str text = each.text;
        row<Call>(which + ": " + each.what, each.status, [at, text](Call& call) { at(call) = text; });
    }
}
template <typename Call, typename T>
void sizes(const std::string& which, std::function<T&(Call&)> at) {
    for (const BadSize& each : bad_sizes<T>())
        row<Call>(which + ": " + each.what, SCANTLING_INVALID_ARGUMENT, [at, each](Call& call) { at(call).size = each.size; });
}
template <typename Call>
void right_and_without_out(bool has_out = true) {
    row<Call>("all right", SCANTLING_OK, [](Call&) {});
    if (has_out) row<Call>("out: null", SCANTLING_INVALID_ARGUMENT, [](Call& call) { call.no_out = true; });
}

template <typename Call>
void selection_rows() {
    texts<Call>("profile", bad_names(), [](Call& c) -> scantling_str& { return c.options.profile; });
    texts<Call>("parameter name", bad_names(), [](Call& c) -> scantling_str& { return c.parameter.name; });
    texts<Call>("parameter value", bad_bytes(), [](Call& c) -> scantling_str& { return c.parameter.value; });
    sizes<Call, scantling_parameter>("parameter", [](Call& c) -> scantling_parameter& { return c.parameter; });
    row<Call>("profile: none such", SCANTLING_POLICY_ERROR, [](Call& c) { c.options.profile = scantling_text("acme.nowhere"); });
    row<Call>("profile: no name", SCANTLING_POLICY_ERROR, [](Call& c) { c.options.profile = scantling_text("\n"); });
    row<Call>("parameter name: none", SCANTLING_INVALID_ARGUMENT, [](Call& c) { c.parameter.name = {nullptr, 0}; });
    row<Call>("parameter name: empty", SCANTLING_INVALID_ARGUMENT, [](Call& c) { c.parameter.name = scantling_text(""); });
    row<Call>("parameter name: none such", SCANTLING_POLICY_ERROR, [](Call& c) { c.parameter.name = scantling_text("acme.nowhere"); });
    row<Call>("parameter value: none", SCANTLING_POLICY_ERROR, [](Call& c) { c.parameter.value = {nullptr, 0}; });
    row<Call>("parameter value: empty", SCANTLING_POLICY_ERROR, [](Call& c) { c.parameter.value = scantling_text(""); });
    row<Call>("parameter value: not UTF-8", SCANTLING_POLICY_ERROR, [](Call& c) { c.parameter.value = scantling_text("\"\xff\""); });
    row<Call>("parameter value: wrong type", SCANTLING_POLICY_ERROR, [](Call& c) { c.parameter.value = scantling_text("1e400"); });
    row<Call>("parameters: null with a count", SCANTLING_INVALID_ARGUMENT, [](Call& c) { c.options.parameters = nullptr; });
    row<Call>("parameters: the largest count", SCANTLING_LIMIT, [](Call& c) { c.options.parameter_count = SIZE_MAX; });
    row<Call>("parameters: too many", SCANTLING_LIMIT, [](Call& c) { c.options.parameter_count = (std::size_t{1} << 20U) + 1; });
    row<Call>("parameters: none of them counts", SCANTLING_OK, [](Call& c) {
        c.options.parameter_count = 0;
        c.options.parameters = nullptr;
    });
}

void compile_rows() {
    right_and_without_out<Compile>();
    selection_rows<Compile>();
    sizes<Compile, scantling_source>("source", [](Compile& c) -> scantling_source& { return c.source; });
    sizes<Compile, scantling_compile_options>("options", [](Compile& c) -> scantling_compile_options& { return c.options; });
    texts<Compile>("text", bad_bytes(), [](Compile& c) -> scantling_str& { return c.source.text; });
    texts<Compile>("name", bad_names(), [](Compile& c) -> scantling_str& { return c.source.name; });
    for (const BadText& each : bad_names()) {
        row<Compile>(std::string("path: ") + each.what, each.status, [each](Compile& c) {
            c.source.text = {nullptr, 0};
            c.source.path = each.text;
        });
    }
    row<Compile>("text: not UTF-8", SCANTLING_POLICY_ERROR, [](Compile& c) { c.source.text = scantling_text("\xff"); });
    row<Compile>("text: empty", SCANTLING_POLICY_ERROR, [](Compile& c) { c.source.text = scantling_text(""); });
    row<Compile>("text: zero bytes", SCANTLING_POLICY_ERROR, [](Compile& c) { c.source.text = {"\0\0\0", 3}; });
    row<Compile>("neither text nor path", SCANTLING_INVALID_ARGUMENT, [](Compile& c) { c.source.text = {nullptr, 0}; });
    row<Compile>("both text and path", SCANTLING_INVALID_ARGUMENT, [](Compile& c) { c.source.path = scantling_text("a"); });
    row<Compile>("path: empty", SCANTLING_IO, [](Compile& c) {
        c.source.text = {nullptr, 0};
        c.source.path = scantling_text("");
    });
    row<Compile>("sources: null with a count", SCANTLING_INVALID_ARGUMENT, [](Compile& c) { c.sources = nullptr; });
    row<Compile>("sources: the largest count", SCANTLING_LIMIT, [](Compile& c) { c.count = SIZE_MAX; });
    row<Compile>("sources: none of them counts", SCANTLING_POLICY_ERROR, [](Compile& c) { c.count = 0; });  // the parameter's is gone
    row<Compile>("bare: 2", SCANTLING_INVALID_ARGUMENT, [](Compile& c) { c.options.bare = 2; });
    row<Compile>("bare: -1", SCANTLING_INVALID_ARGUMENT, [](Compile& c) { c.options.bare = -1; });
    row<Compile>("reserved: 1", SCANTLING_INCOMPATIBLE, [](Compile& c) { c.options.reserved = 1; });
}

void bundle_rows() {
    right_and_without_out<Select>();
    selection_rows<Select>();
    sizes<Select, scantling_select_options>("options", [](Select& c) -> scantling_select_options& { return c.options; });
    row<Select>("policies: null", SCANTLING_INVALID_ARGUMENT, [](Select& c) { c.policies = nullptr; });

    right_and_without_out<Save>();
    row<Save>("policies: null", SCANTLING_INVALID_ARGUMENT, [](Save& c) { c.policies = nullptr; });

    right_and_without_out<Load>();
    selection_rows<Load>();
    sizes<Load, scantling_select_options>("options", [](Load& c) -> scantling_select_options& { return c.options; });
    row<Load>("bundle: null with a size", SCANTLING_INVALID_ARGUMENT, [](Load& c) { c.bundle = {nullptr, 5}; });
    row<Load>("bundle: none", SCANTLING_INVALID_ARGUMENT, [](Load& c) { c.bundle = {nullptr, 0}; });
    row<Load>("bundle: empty", SCANTLING_POLICY_ERROR, [](Load& c) { c.bundle = scantling_text(""); });
    row<Load>("bundle: something else", SCANTLING_POLICY_ERROR, [](Load& c) {
        c.bundle = scantling_text(
            "\x7f"
            "ELF\xff\xff\xff\xff");
    });
    row<Load>("bundle: cut", SCANTLING_POLICY_ERROR, [](Load& c) { --c.bundle.size; });
    row<Load>("bundle: the largest size", SCANTLING_LIMIT, [](Load& c) { c.bundle.size = SIZE_MAX; });
}

template <typename Call>
void input_option_rows() {
    sizes<Call, scantling_input_options>("options", [](Call& c) -> scantling_input_options& { return c.options; });
    row<Call>("note_refused: 2", SCANTLING_INVALID_ARGUMENT, [](Call& c) { c.options.note_refused = 2; });
    row<Call>("note_refused: -1", SCANTLING_INVALID_ARGUMENT, [](Call& c) { c.options.note_refused = -1; });
    row<Call>("reserved: 1", SCANTLING_INCOMPATIBLE, [](Call& c) { c.options.reserved = 1; });
    row<Call>("max_document_bytes: 1 GiB", SCANTLING_INVALID_ARGUMENT, [](Call& c) { c.options.max_document_bytes = 1ULL << 30U; });
    row<Call>("max_document_bytes: the largest", SCANTLING_INVALID_ARGUMENT, [](Call& c) { c.options.max_document_bytes = UINT64_MAX; });
    row<Call>("policies: null", SCANTLING_OK, [](Call& c) { c.options.policies = nullptr; });
}

template <typename Call>
void document_rows() {
    using Text = std::function<scantling_str&(Call&)>;
    sizes<Call, scantling_document>("document", [](Call& c) -> scantling_document& { return c.document; });
    const std::pair<const char*, Text> names[] = {
        {"name", [](Call& c) -> scantling_str& { return c.document.name; }},
        {"subject", [](Call& c) -> scantling_str& { return c.document.subject; }},
        {"kind", [](Call& c) -> scantling_str& { return c.document.kind; }},
    };
    for (const auto& [which, at] : names) texts<Call>(which, bad_names(), at);
    texts<Call>("bytes", bad_bytes(), [](Call& c) -> scantling_str& { return c.document.bytes; });
    texts<Call>("ignore_bytes", bad_bytes(), [](Call& c) -> scantling_str& { return c.document.ignore_bytes; });
    for (const BadText& each : bad_names()) {
        row<Call>(std::string("path: ") + each.what, each.status, [each](Call& c) {
            c.document.bytes = {nullptr, 0};
            c.document.path = each.text;
        });
        row<Call>(std::string("ignore_name: ") + each.what, each.status, [each](Call& c) {
            c.document.ignore_bytes = scantling_text("*");
            c.document.ignore_name = each.text;
        });
        // Also where there is no ignore file that could have the name.
        row<Call>(std::string("ignore_name alone: ") + each.what, each.status, [each](Call& c) { c.document.ignore_name = each.text; });
    }
    row<Call>("kind: none such", SCANTLING_INVALID_ARGUMENT, [](Call& c) { c.document.kind = scantling_text("spdx"); });
    row<Call>("kind: another", SCANTLING_INPUT_ERROR, [](Call& c) { c.document.kind = scantling_text("cyclonedx"); });
    row<Call>("neither path nor bytes", SCANTLING_INVALID_ARGUMENT, [](Call& c) { c.document.bytes = {nullptr, 0}; });
    row<Call>("both path and bytes", SCANTLING_INVALID_ARGUMENT, [](Call& c) { c.document.path = scantling_text("a"); });
    row<Call>("path: empty", SCANTLING_IO, [](Call& c) {
        c.document.bytes = {nullptr, 0};
        c.document.path = scantling_text("");
    });
    row<Call>("ignore_bytes beside a path", SCANTLING_INVALID_ARGUMENT, [](Call& c) {
        c.document.bytes = {nullptr, 0};
        c.document.path = scantling_text("a");
        c.document.ignore_bytes = scantling_text("*");
    });
    row<Call>("bytes: empty", SCANTLING_INPUT_ERROR, [](Call& c) { c.document.bytes = scantling_text(""); });
    row<Call>("bytes: not UTF-8", SCANTLING_INPUT_ERROR, [](Call& c) { c.document.bytes = scantling_text("{\"a\": \"\xff\"}"); });
    row<Call>("bytes: zero bytes", SCANTLING_INPUT_ERROR, [](Call& c) { c.document.bytes = {"\0\0\0", 3}; });
}

void fact_rows() {
    right_and_without_out<Read>();
    document_rows<Read>();
    input_option_rows<Read>();
    row<Read>("documents: null with a count", SCANTLING_INVALID_ARGUMENT, [](Read& c) { c.documents = nullptr; });
    row<Read>("documents: the largest count", SCANTLING_LIMIT, [](Read& c) { c.count = SIZE_MAX; });
    row<Read>("documents: none of them counts", SCANTLING_OK, [](Read& c) {
        c.count = 0;
        c.documents = nullptr;
    });
    right_and_without_out<Create>();
    input_option_rows<Create>();
    document_rows<Add>();
    row<Add>("inputs: null", SCANTLING_INVALID_ARGUMENT, [](Add& c) { c.inputs = nullptr; });
    row<Add>("document: null", SCANTLING_INVALID_ARGUMENT, [](Add& c) { c.given = nullptr; });
    right_and_without_out<Freeze>();
    row<Freeze>("inputs: null", SCANTLING_INVALID_ARGUMENT, [](Freeze& c) { c.inputs = nullptr; });
}

void check_rows() {
    right_and_without_out<Check>();
    sizes<Check, scantling_check_options>("options", [](Check& c) -> scantling_check_options& { return c.options; });
    texts<Check>("environment", bad_names(), [](Check& c) -> scantling_str& { return c.options.environment; });
    row<Check>("policies: null", SCANTLING_INVALID_ARGUMENT, [](Check& c) { c.policies = nullptr; });
    row<Check>("facts: null", SCANTLING_INVALID_ARGUMENT, [](Check& c) { c.facts = nullptr; });
    row<Check>("options: null", SCANTLING_INVALID_ARGUMENT, [](Check& c) { c.given = nullptr; });
    row<Check>("now: none", SCANTLING_INVALID_ARGUMENT, [](Check& c) { c.options.now = 0; });
    row<Check>("now: before the year 1", SCANTLING_INVALID_ARGUMENT, [](Check& c) { c.options.now = -62135596800000001; });
    row<Check>("now: after the year 9999", SCANTLING_INVALID_ARGUMENT, [](Check& c) { c.options.now = 253402300800000000; });
    row<Check>("now: the largest", SCANTLING_INVALID_ARGUMENT, [](Check& c) { c.options.now = INT64_MAX; });
    row<Check>("now: the smallest but one", SCANTLING_INVALID_ARGUMENT, [](Check& c) { c.options.now = INT64_MIN + 1; });
    row<Check>("limits: the largest", SCANTLING_OK,
               [](Check& c) { c.options.max_steps = c.options.max_bytes = c.options.deadline_us = c.options.max_findings = UINT64_MAX; });
    row<Check>("limits: the largest signed", SCANTLING_OK,
               [](Check& c) { c.options.max_steps = c.options.max_bytes = c.options.deadline_us = c.options.max_findings = INT64_MAX; });
    row<Check>("limits: 1", SCANTLING_OK,
               [](Check& c) { c.options.max_steps = c.options.max_bytes = c.options.deadline_us = c.options.max_findings = 1; });
    right_and_without_out<CancelCreate>();
}

template <typename Call>
void format_rows() {
    right_and_without_out<Call>();
    texts<Call>("format", bad_names(), [](Call& c) -> scantling_str& { return c.format; });
    row<Call>("format: none", SCANTLING_INVALID_ARGUMENT, [](Call& c) { c.format = {nullptr, 0}; });
    for (const char* word : {"", "JSON", "xml", "json ", "\n", "text\xe2\x80\x8b"})
        row<Call>(std::string("format: `") + word + "`", SCANTLING_INVALID_ARGUMENT, [word](Call& c) { c.format = scantling_text(word); });
}

void render_rows() {
    format_rows<RenderPolicies>();
    format_rows<RenderFacts>();
    format_rows<RenderReport>();
    format_rows<Schema>();
    format_rows<Explain>();
    row<RenderPolicies>("policies: null", SCANTLING_INVALID_ARGUMENT, [](RenderPolicies& c) { c.policies = nullptr; });
    row<RenderFacts>("facts: null", SCANTLING_INVALID_ARGUMENT, [](RenderFacts& c) { c.facts = nullptr; });
    row<RenderReport>("report: null", SCANTLING_INVALID_ARGUMENT, [](RenderReport& c) { c.report = nullptr; });
}

// ---- Functions that hand out no handle ----------------------------------------------------------------------------------------------

void plain(const char* function, std::string what, scantling_status expected, std::function<scantling_status(World&)> call) {
    rows.push_back({function, std::move(what), expected, false, [call](World& world, scantling_error**) {
                        return Tried{call(world), false};
                    }});
}
// What cannot fail: true is OK.
void holds(const char* function, std::string what, std::function<bool(World&)> call) {
    plain(function, std::move(what), SCANTLING_OK, [call](World& world) { return call(world) ? SCANTLING_OK : SCANTLING_INTERNAL; });
}

// `count` is how many there are, one more than the largest index that is right.
template <typename T>
void element_rows(const char* function, T valid, std::function<std::size_t(World&)> count,
                  std::function<scantling_status(World&, bool, std::size_t, T*)> call) {
    const auto with = [=](bool handle, std::size_t index, std::size_t size, bool out) {
        return [=](World& world) {
            T made = valid;
            made.size = size;
            return call(world, handle, index == SIZE_MAX - 1 ? count(world) : index, out ? &made : nullptr);
        };
    };
    plain(function, "all right", SCANTLING_OK, with(true, 0, sizeof(T), true));
    plain(function, "handle: null", SCANTLING_INVALID_ARGUMENT, with(false, 0, sizeof(T), true));
    plain(function, "index: one too far", SCANTLING_INVALID_ARGUMENT, with(true, SIZE_MAX - 1, sizeof(T), true));
    plain(function, "index: the largest", SCANTLING_INVALID_ARGUMENT, with(true, SIZE_MAX, sizeof(T), true));
    plain(function, "out: null", SCANTLING_INVALID_ARGUMENT, with(true, 0, sizeof(T), false));
    for (const std::size_t size : {std::size_t{0}, sizeof(std::size_t) - 1, 65 * sizeof(T), SIZE_MAX})
        plain(function, "out: size " + std::to_string(size), SCANTLING_INVALID_ARGUMENT, with(true, 0, size, true));
}

void view_rows() {
    element_rows<scantling_rule>(
        "scantling_policies_rule", SCANTLING_RULE_INIT, [](World& w) { return scantling_policies_rule_count(w.policies); },
        [](World& w, bool handle, std::size_t i, scantling_rule* out) {
            return scantling_policies_rule(handle ? w.policies.get() : nullptr, i, out);
        });
    element_rows<scantling_finding>(
        "scantling_report_finding", SCANTLING_FINDING_INIT, [](World& w) { return scantling_report_finding_count(w.report); },
        [](World& w, bool handle, std::size_t i, scantling_finding* out) {
            return scantling_report_finding(handle ? w.report.get() : nullptr, i, out);
        });
    element_rows<scantling_outcome>(
        "scantling_report_outcome", SCANTLING_OUTCOME_INIT, [](World& w) { return scantling_report_outcome_count(w.report); },
        [](World& w, bool handle, std::size_t i, scantling_outcome* out) {
            return scantling_report_outcome(handle ? w.report.get() : nullptr, i, out);
        });
    element_rows<scantling_diagnostic>(
        "scantling_report_diagnostic", SCANTLING_DIAGNOSTIC_INIT, [](World& w) { return scantling_report_diagnostic_count(w.report); },
        [](World& w, bool handle, std::size_t i, scantling_diagnostic* out) {
            return scantling_report_diagnostic(handle ? w.report.get() : nullptr, i, out);
        });
    element_rows<scantling_diagnostic>(
        "scantling_error_at", SCANTLING_DIAGNOSTIC_INIT, [](World& w) { return scantling_error_count(w.error); },
        [](World& w, bool handle, std::size_t i, scantling_diagnostic* out) {
            return scantling_error_at(handle ? w.error.get() : nullptr, i, out);
        });
}

bool is_none(const scantling_str& text) { return text.data == nullptr && text.size == 0; }

void null_rows() {
    holds("scantling_policies_rule_count", "null", [](World&) { return scantling_policies_rule_count(nullptr) == 0; });
    holds("scantling_policies_profile", "null", [](World&) { return is_none(scantling_policies_profile(nullptr)); });
    holds("scantling_policies_ref", "null", [](World&) { return scantling_policies_ref(nullptr) == nullptr; });
    holds("scantling_policies_unref", "null", [](World&) { return scantling_policies_unref(nullptr), true; });
    holds("scantling_facts_subject_count", "null", [](World&) { return scantling_facts_subject_count(nullptr) == 0; });
    holds("scantling_facts_subject", "null", [](World&) { return is_none(scantling_facts_subject(nullptr, 0)); });
    holds("scantling_facts_subject", "out of range", [](World& w) {
        return is_none(scantling_facts_subject(w.facts, scantling_facts_subject_count(w.facts))) &&
               is_none(scantling_facts_subject(w.facts, SIZE_MAX));
    });
    holds("scantling_facts_ref", "null", [](World&) { return scantling_facts_ref(nullptr) == nullptr; });
    holds("scantling_facts_unref", "null", [](World&) { return scantling_facts_unref(nullptr), true; });
    holds("scantling_inputs_destroy", "null", [](World&) { return scantling_inputs_destroy(nullptr), true; });
    holds("scantling_cancel_request", "null", [](World&) { return scantling_cancel_request(nullptr), true; });
    holds("scantling_cancel_unref", "null", [](World&) { return scantling_cancel_unref(nullptr), true; });
    holds("scantling_report_verdict", "null", [](World&) { return scantling_report_verdict(nullptr) == SCANTLING_UNDECIDED; });
    holds("scantling_report_reason_count", "null", [](World&) { return scantling_report_reason_count(nullptr) == 0; });
    holds("scantling_report_reason", "null", [](World&) { return is_none(scantling_report_reason(nullptr, 0)); });
    holds("scantling_report_reason", "out of range", [](World& w) {
        return is_none(scantling_report_reason(w.report, scantling_report_reason_count(w.report))) &&
               is_none(scantling_report_reason(w.report, SIZE_MAX));
    });
    holds("scantling_report_finding_count", "null", [](World&) { return scantling_report_finding_count(nullptr) == 0; });
    holds("scantling_report_outcome_count", "null", [](World&) { return scantling_report_outcome_count(nullptr) == 0; });
    holds("scantling_report_diagnostic_count", "null", [](World&) { return scantling_report_diagnostic_count(nullptr) == 0; });
    holds("scantling_report_ref", "null", [](World&) { return scantling_report_ref(nullptr) == nullptr; });
    holds("scantling_report_unref", "null", [](World&) { return scantling_report_unref(nullptr), true; });
    holds("scantling_error_status", "null", [](World&) { return scantling_error_status(nullptr) == SCANTLING_OK; });
    holds("scantling_error_text", "null",
          [](World&) { return scantling_error_text(nullptr).data != nullptr && scantling_error_text(nullptr).size == 0; });
    holds("scantling_error_count", "null", [](World&) { return scantling_error_count(nullptr) == 0; });
    holds("scantling_error_unref", "null", [](World&) { return scantling_error_unref(nullptr), true; });
    holds("scantling_bytes_view", "null", [](World&) { return is_none(scantling_bytes_view(nullptr)); });
    holds("scantling_bytes_unref", "null", [](World&) { return scantling_bytes_unref(nullptr), true; });
    holds("scantling_abi", "no argument", [](World&) { return scantling_abi() == SCANTLING_ABI; });
    holds("scantling_version", "no argument", [](World&) { return !is_none(scantling_version()); });
    holds("scantling_status_text", "a status of a later version",
          [](World&) { return text_of(scantling_status_text(static_cast<scantling_status>(SCANTLING_LIMIT + 1))) == "unknown status"; });
}

void all_rows() {
    if (!rows.empty()) return;
    compile_rows();
    bundle_rows();
    fact_rows();
    check_rows();
    render_rows();
    view_rows();
    null_rows();
}

void try_row(World& world, const Row& row) {
    CAPTURE(row.function, row.what);
    OwnError error;
    const Tried tried = row.call(world, error.out());
    CHECK(text_of(scantling_status_text(tried.status)) == text_of(scantling_status_text(row.expected)));
    if (tried.status != SCANTLING_OK) CHECK_FALSE(tried.handed_out);
    if (row.has_error && tried.status != SCANTLING_OK) {
        REQUIRE(error.get() != nullptr);
        CHECK(scantling_error_status(error) == tried.status);
        CHECK(scantling_error_text(error).size > 0);
        CHECK(scantling_error_count(error) > 0);
    }
    // Nobody has to want the error.
    CHECK(row.call(world, nullptr).status == tried.status);
    world.is_usable();
}

}  // namespace

TEST_CASE("a wrong argument gives a status, and spoils nothing", "[c]") {
    all_rows();
    World world;
    for (const Row& row : rows) try_row(world, row);
}

TEST_CASE("every function of the header is tried with wrong arguments", "[c]") {
    all_rows();
    std::set<std::string> tried;
    for (const Row& row : rows) tried.insert(row.function);
    const std::string header = read_file(source_dir() / "bindings/include/scantling/scantling.h");
    const std::regex declaration("\nSCANTLING_API[^;(]*\\b(scantling_\\w+)\\(");
    std::set<std::string> declared;
    for (std::sregex_iterator at(header.begin(), header.end(), declaration), end; at != end; ++at) declared.insert((*at)[1]);
    CHECK(declared.size() >= 40);
    CHECK(tried == declared);
}
