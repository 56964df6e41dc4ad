// A failing allocation at each position of every call of the C interface that allocates: the answer is SCANTLING_NO_MEMORY (or what it
// would have been, where something does without), nothing is handed out, nothing leaks, nothing is terminated, and the next call gives what
// it always gives. Allocations fail one at a time, and all from one on.
//
// The first 2,000 positions of each call are tried, and some of all that come after, evenly spread. Under AddressSanitizer the end of the
// process looks for leaks; those of third-party libraries that are listed below are not ours to mend.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <memory>
#include <random>
#include <stdexcept>

#include "tests/c/failing_memory.h"
#include "tests/c/interface.h"

using namespace scantling::test;

// Leaks that are not ours, for LeakSanitizer: what RE2 had allocated when an exception went through it, in the search that needs a program
// for the other direction or a state more. It holds both in plain pointers. (Compiling a pattern is not even tried: failing_memory.cpp.)
// And what the dynamic linker keeps of the unwinder, by which this test sees who asks for memory: by the file of the linker, whose
// functions have names only where its debug symbols are installed.
extern "C" __attribute__((visibility("default"))) const char* __lsan_default_suppressions();  // NOLINT: its name
extern "C" const char* __lsan_default_suppressions() { return "leak:libre2.so\nleak:re2::RE2::Match\nleak:ld-linux-\n"; }

namespace {

constexpr std::uint64_t every_position = 2000;
constexpr std::uint64_t later_positions = 20;
constexpr std::uint64_t from_then_every = 7;  // where all allocations fail from one on: of every so many positions

// What is done again and again. `again` makes anew what a call that succeeded used up, outside of the counting.
struct Call {
    std::string name;
    // Arguments and handles live in the closure; what is handed out is left there. `said` is null where nobody wants the error.
    std::function<scantling_status(scantling_error** said)> call;
    std::function<bool()> handed_out;
    // What a call that went through came to, to be the same ever after; its result is then forgotten.
    std::function<std::string()> result;
    // Whether looking at the result after every failure would take too long: then every so often.
    std::uint64_t look_every = 1;
    scantling_status expected = SCANTLING_OK;
};

struct Tally {
    std::uint64_t failed = 0;
    std::uint64_t absorbed = 0;
};

std::uint64_t complaints = 0;

void complain(const Call& call, std::uint64_t position, Failing failing, const std::string& what) {
    if (++complaints > 50) return;
    std::cerr << "no memory: " << call.name << ", allocation " << position << (failing == Failing::once ? "" : " and all from it") << ": "
              << what << '\n';
}

// One call with memory that serves: what it came to.
std::string undisturbed(const Call& call) {
    OwnError error;
    const scantling_status status = call.call(error.out());
    if (status != call.expected)
        throw std::runtime_error(call.name + ": " + text_of(scantling_status_text(status)) + ": " + text_of(scantling_error_text(error)));
    return call.expected == SCANTLING_OK ? call.result() : text_of(scantling_error_text(error));
}

void forget(const Call& call, scantling_status status) {
    if (status == SCANTLING_OK) (void)call.result();
}

// False where the call came to its end before that allocation.
bool fail_one(const Call& call, std::uint64_t position, Failing failing, const std::string& expected, Tally& tally) {
    OwnError error;
    scantling_error** const said = position % 2 == 0 || call.expected != SCANTLING_OK ? error.out() : nullptr;
    const std::uint64_t spared_before = memory_served_inside_others();
    memory_fails_at(position, failing);
    const scantling_status status = call.call(said);
    memory_serves();
    if (!memory_has_failed()) {
        if (memory_served_inside_others() != spared_before) return forget(call, status), true;
        if (status != call.expected) complain(call, position, failing, "without failure " + text_of(scantling_status_text(status)));
        forget(call, status);
        return false;
    }
    if (status == SCANTLING_NO_MEMORY) {
        ++tally.failed;
        if (call.handed_out()) complain(call, position, failing, "something was handed out");
        if (error.get() != nullptr) complain(call, position, failing, "an error object, where there was no memory");
        if (position % call.look_every == 0 && undisturbed(call) != expected)
            complain(call, position, failing, "another result afterwards");
    } else if (status == call.expected) {
        ++tally.absorbed;
        const std::string result = status == SCANTLING_OK ? call.result() : text_of(scantling_error_text(error));
        if (result != expected) complain(call, position, failing, "another result, without a word");
    } else {
        complain(call, position, failing, text_of(scantling_status_text(status)) + ": " + text_of(scantling_error_text(error)));
    }
    return true;
}

// What the first argument names, or everything.
std::string only;

void try_call(const Call& call) {
    if (call.name.find(only) == std::string::npos) return;
    (void)undisturbed(call);  // `first_calls` is about what is made once in a process; here the count is that of every later call
    const std::string expected = undisturbed(call);
    memory_fails_at(UINT64_MAX, Failing::once);
    OwnError error;
    (void)call.call(error.out());
    const std::uint64_t total = memory_serves();
    if (call.expected == SCANTLING_OK) (void)call.result();
    Tally tally;
    for (const Failing failing : {Failing::once, Failing::from_then}) {
        const std::uint64_t stride = failing == Failing::once ? 1 : from_then_every;
        for (std::uint64_t at = 0; at < every_position && fail_one(call, at, failing, expected, tally); at += stride) {
        }
        const std::uint64_t rest = total > every_position ? total - every_position : 0;
        const std::uint64_t step = std::max<std::uint64_t>(1, rest / later_positions);
        for (std::uint64_t at = every_position; at < total; at += step) (void)fail_one(call, at, failing, expected, tally);
    }
    if (undisturbed(call) != expected) complain(call, total, Failing::once, "another result at the end");
    std::cout << "no memory: " << call.name << ": " << total << " allocations, " << tally.failed << " failures said, " << tally.absorbed
              << " done without\n";
}

// A call that hands out a handle, of which `show` makes a text.
template <typename Owner, typename Give, typename Show>
Call handing_out(std::string name, Give give, Show show, std::uint64_t look_every = 1, scantling_status expected = SCANTLING_OK) {
    const auto out = std::make_shared<Owner>();
    Call call;
    call.name = std::move(name);
    call.call = [out, give](scantling_error** error) { return give(out->out(), error); };
    call.handed_out = [out] { return out->get() != nullptr; };
    call.result = [out, show] {
        std::string text = show(out->get());
        (void)out->out();
        return text;
    };
    call.look_every = look_every;
    call.expected = expected;
    return call;
}

std::string rules_of(scantling_policies* policies) { return json_of(static_cast<const scantling_policies*>(policies)); }
std::string facts_text(scantling_facts* facts) { return json_of(static_cast<const scantling_facts*>(facts)); }
std::string report_text(scantling_report* report) { return json_of(static_cast<const scantling_report*>(report)); }
std::string bytes_text(scantling_bytes* bytes) { return text_of(bytes); }

// ---- Policies -----------------------------------------------------------------------------------------------------------------------

const char* const patterns =
    "package acme\nparam names: list<regex> = [r\"(?i)pass(word|phrase)?$\"]\n"
    "rule r {\n title \"t\"\n severity low\n for e in image.config.env\n forbid any(n in names: e.name matches n)\n at e\n"
    " message \"{e.name}\"\n}\n"
    "rule s {\n title \"t\"\n severity low\n for e in image.config.env\n forbid e.value matches r\"^(a|b)+c?$\"\n at e\n}\n";

std::string policy_folder() {
    const auto folder = std::filesystem::temp_directory_path() / ("scantling-no-memory-" + std::to_string(std::random_device{}()));
    std::filesystem::create_directories(folder / "below");
    std::ofstream(folder / "small.scant", std::ios::binary) << small_policy;
    std::ofstream(folder / "below" / "patterns.scant", std::ios::binary) << patterns;
    return folder.string();
}

void policy_calls() {
    static const scantling_source small[] = {policy(small_policy), policy(patterns, "patterns.scant")};
    static scantling_parameter parameters[] = {SCANTLING_PARAMETER_INIT, SCANTLING_PARAMETER_INIT};
    parameters[0].name = scantling_text("acme.owners");
    parameters[0].value = scantling_text(R"({"b": "bob", "a": "ann"})");
    parameters[1].name = scantling_text("acme.names");
    parameters[1].value = scantling_text(R"(["^x+$", "(y|z)$"])");
    static scantling_compile_options options = SCANTLING_COMPILE_OPTIONS_INIT;
    options.bare = 1;
    options.parameters = parameters;
    options.parameter_count = 2;
    try_call(handing_out<OwnPolicies>(
        "compile", [](auto out, auto error) { return scantling_compile(small, 2, &options, out, error); }, rules_of, 50));
    try_call(handing_out<OwnPolicies>(
        "compile the library", [](auto out, auto error) { return scantling_compile(nullptr, 0, nullptr, out, error); }, rules_of, 500));
    static const std::string folder = policy_folder();
    static scantling_source path = SCANTLING_SOURCE_INIT;
    path.path = str(folder);
    try_call(handing_out<OwnPolicies>(
        "compile a folder", [](auto out, auto error) { return scantling_compile(&path, 1, &options, out, error); }, rules_of, 50));
    static const scantling_source wrong = policy("package acme\nrule r {\n title \"t\"\n require image.config.usr is present\n}\nrule\n");
    try_call(handing_out<OwnPolicies>(
        "compile mistakes", [](auto out, auto error) { return scantling_compile(&wrong, 1, &options, out, error); }, rules_of, 20,
        SCANTLING_POLICY_ERROR));
    static const OwnPolicies policies = compiled({small[0], small[1]});
    static scantling_select_options select = SCANTLING_SELECT_OPTIONS_INIT;
    select.profile = scantling_text("acme.strict");
    select.parameters = parameters;
    select.parameter_count = 2;
    try_call(handing_out<OwnPolicies>(
        "select", [](auto out, auto error) { return scantling_select(policies, &select, out, error); }, rules_of, 5));
    try_call(handing_out<OwnBytes>(
        "save", [](auto out, auto error) { return scantling_save(policies, out, error); }, bytes_text, 5));
    static OwnBytes bundle;
    if (scantling_save(policies, bundle.out(), nullptr) != SCANTLING_OK) throw std::runtime_error("no bundle");
    try_call(handing_out<OwnPolicies>(
        "load", [](auto out, auto error) { return scantling_load(scantling_bytes_view(bundle), &select, out, error); }, rules_of, 5));
    for (const char* format : {"text", "json"})
        try_call(handing_out<OwnBytes>(
            "render policies",
            [format](auto out, auto error) { return scantling_policies_render(policies, scantling_text(format), out, error); },
            bytes_text));
    try_call(handing_out<OwnBytes>(
        "explain", [](auto out, auto error) { return scantling_explain(scantling_text("E0203"), out, error); }, bytes_text));
    try_call(handing_out<OwnBytes>(
        "schema", [](auto out, auto error) { return scantling_schema(scantling_text("json"), out, error); }, bytes_text, 50));
}

// ---- Facts --------------------------------------------------------------------------------------------------------------------------

OwnInputs builder_with(const std::vector<scantling_document>& documents) {
    OwnInputs out;
    if (scantling_inputs_create(nullptr, out.out(), nullptr) != SCANTLING_OK) throw std::runtime_error("no builder");
    for (const scantling_document& each : documents)
        if (scantling_inputs_add(out, &each, nullptr) != SCANTLING_OK) throw std::runtime_error("a document was refused");
    return out;
}

// The builder has a document before, and holds many failures; what it freezes to shows that they left no trace.
Call adding(const std::string& name, const scantling_document& given, scantling_status expected = SCANTLING_OK) {
    const std::vector<scantling_document> before{document(small_dockerfile, "before/Dockerfile")};
    const auto inputs = std::make_shared<OwnInputs>(builder_with(before));
    const auto added = std::make_shared<bool>(false);
    Call call;
    call.name = "add " + name;
    call.call = [=](scantling_error** error) {
        const scantling_status status = scantling_inputs_add(*inputs, &given, error);
        *added = status == SCANTLING_OK;
        return status;
    };
    call.handed_out = [=] { return *added; };
    call.result = [=] {
        OwnFacts facts;
        if (scantling_inputs_freeze(*inputs, facts.out(), nullptr) != SCANTLING_OK) throw std::runtime_error("not frozen");
        *inputs = builder_with(before);
        return json_of(static_cast<const scantling_facts*>(facts.get()));
    };
    call.look_every = 25;
    call.expected = expected;
    return call;
}

// A call that succeeds empties the builder: it is filled before the next one.
Call freezing() {
    static const auto documents = as_bytes(example_service());
    const auto inputs = std::make_shared<OwnInputs>(builder_with(documents));
    const auto out = std::make_shared<OwnFacts>();
    Call call;
    call.name = "freeze";
    call.call = [=](scantling_error** error) { return scantling_inputs_freeze(*inputs, out->out(), error); };
    call.handed_out = [=] { return out->get() != nullptr; };
    call.result = [=] {
        std::string text = facts_text(out->get());
        (void)out->out();
        *inputs = builder_with(documents);
        return text;
    };
    call.look_every = 100;
    return call;
}

void fact_calls() {
    static const auto documents = as_bytes(example_service());
    static const auto paths = as_paths(example_service());
    for (const scantling_document& each : documents) try_call(adding(text_of(each.name), each));
    static scantling_document with_ignore = documents[0];
    with_ignore.ignore_bytes = scantling_text("*.pem\n!public.pem\n");
    try_call(adding("a Dockerfile and its ignore file", with_ignore));
    try_call(adding("a Dockerfile with mistakes", document("FROM scratch\nENV\nRUN a | b && \"c\n", "Dockerfile")));
    try_call(adding("a path", paths[0]));
    try_call(adding("broken JSON", document("{\"bomFormat\": [1, 2, {\"a\": 01}]}", "broken.json"), SCANTLING_INPUT_ERROR));
    try_call(adding("an unknown document", document("{\"some\": \"thing\"}", "unknown.json"), SCANTLING_INPUT_ERROR));
    try_call(freezing());
    try_call(handing_out<OwnFacts>(
        "read", [](auto out, auto error) { return scantling_read(documents.data(), documents.size(), nullptr, out, error); }, facts_text,
        100));
    static const scantling_document missing = [] {
        scantling_document out = SCANTLING_DOCUMENT_INIT;
        out.path = scantling_text("no/such/file");
        return out;
    }();
    try_call(handing_out<OwnFacts>(
        "read a path that is not there", [](auto out, auto error) { return scantling_read(&missing, 1, nullptr, out, error); }, facts_text,
        1, SCANTLING_IO));
    try_call(handing_out<OwnInputs>(
        "create inputs", [](auto out, auto error) { return scantling_inputs_create(nullptr, out, error); },
        [](scantling_inputs*) { return std::string("made"); }));
    static const OwnFacts facts = facts_of(documents);
    for (const char* format : {"text", "json"})
        try_call(handing_out<OwnBytes>(
            "render facts", [format](auto out, auto error) { return scantling_facts_render(facts, scantling_text(format), out, error); },
            bytes_text, 20));
}

// ---- Checks and reports -------------------------------------------------------------------------------------------------------------

void check_calls() {
    static const auto documents = as_bytes(example_service());
    static const OwnFacts facts = facts_of(documents);
    static scantling_check_options options = at_some_time();
    options.environment = scantling_text("production");
    for (const bool library : {false, true}) {
        static OwnPolicies policies;
        policies = library ? compiled({}, false) : compiled({policy(small_policy), policy(patterns)});
        try_call(handing_out<OwnReport>(
            library ? "check with the library" : "check",
            [](auto out, auto error) { return scantling_check(policies, facts, &options, out, error); }, report_text, library ? 200 : 10));
    }
    try_call(handing_out<OwnCancel>(
        "create cancel", [](auto out, auto) { return scantling_cancel_create(out); },
        [](scantling_cancel*) { return std::string("made"); }));
}

// Findings, outcomes, diagnostics: the first who asks for one has them all made. `look` is given room that is there already: the test's own
// memory must not be what fails.
Call viewing(const std::string& name, const scantling_policies* policies, const scantling_facts* facts,
             scantling_status (*look)(const scantling_report*, scantling_str&)) {
    const auto report = std::make_shared<OwnReport>(report_of(policies, facts));
    const auto seen = std::make_shared<scantling_str>();
    Call call;
    call.name = "view " + name;
    call.call = [=](scantling_error**) { return look(*report, *seen); };
    call.handed_out = [] { return false; };
    call.result = [=] {
        std::string text = text_of(*seen);
        *report = report_of(policies, facts);
        return text;
    };
    call.look_every = 10;
    return call;
}

scantling_status look_at_finding(const scantling_report* report, scantling_str& seen) {
    scantling_finding finding = SCANTLING_FINDING_INIT;
    const scantling_status status = scantling_report_finding(report, scantling_report_finding_count(report) - 1, &finding);
    seen = finding.bindings;
    return status;
}

scantling_status look_at_outcome(const scantling_report* report, scantling_str& seen) {
    scantling_outcome outcome = SCANTLING_OUTCOME_INIT;
    const scantling_status status = scantling_report_outcome(report, scantling_report_outcome_count(report) - 1, &outcome);
    seen = outcome.causes;
    return status;
}

void report_calls() {
    static const OwnPolicies policies = compiled({}, false);
    static const OwnFacts facts = facts_of(as_bytes(example_service()));
    static const OwnReport report = report_of(policies, facts);
    for (const char* format : {"text", "json"})
        try_call(handing_out<OwnBytes>(
            "render report", [format](auto out, auto error) { return scantling_report_render(report, scantling_text(format), out, error); },
            bytes_text, 50));
    try_call(viewing("findings", policies, facts, look_at_finding));
    try_call(viewing("outcomes", policies, facts, look_at_outcome));
}

// ---- What is made once in a process -------------------------------------------------------------------------------------------------

// The first calls of the process, failing from one allocation to the next: tables that are made once must not be left half made.
void cold(const char* name, const std::function<scantling_status()>& call) {
    for (std::uint64_t at = 0; at < every_position; ++at) {
        const std::uint64_t spared_before = memory_served_inside_others();
        memory_fails_at(at, Failing::once);
        const scantling_status status = call();
        memory_serves();
        if (!memory_has_failed() && memory_served_inside_others() == spared_before) break;
        if (status != SCANTLING_NO_MEMORY && status != SCANTLING_OK && ++complaints <= 50)
            std::cerr << "no memory: first " << name << ", allocation " << at << ": " << text_of(scantling_status_text(status)) << '\n';
    }
}

void first_calls() {
    const scantling_source sources[] = {policy(small_policy), policy(patterns, "patterns.scant")};
    const auto documents = as_bytes(example_service());
    const scantling_check_options options = at_some_time();
    OwnPolicies policies;
    OwnFacts facts;
    OwnReport report;
    OwnBytes bytes;
    scantling_compile_options bare = SCANTLING_COMPILE_OPTIONS_INIT;
    bare.bare = 1;
    cold("compile", [&] { return scantling_compile(sources, 2, &bare, policies.out(), nullptr); });
    cold("read", [&] { return scantling_read(documents.data(), documents.size(), nullptr, facts.out(), nullptr); });
    policies = compiled({sources[0], sources[1]});
    facts = facts_of(documents);
    cold("check", [&] { return scantling_check(policies, facts, &options, report.out(), nullptr); });
    report = report_of(policies, facts);
    cold("render", [&] { return scantling_report_render(report, scantling_text("text"), bytes.out(), nullptr); });
    cold("facts", [&] { return scantling_facts_render(facts, scantling_text("text"), bytes.out(), nullptr); });
}

int run() {
    if (only.empty()) first_calls();
    policy_calls();
    fact_calls();
    check_calls();
    report_calls();
    std::cout << "no memory: " << memory_served_inside_others()
              << " served inside a library that does not survive it (RE2, compiling a pattern)\n";
    std::cout << "no memory: " << complaints << " wrong\n";
    return complaints == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

}  // namespace

int main(int count, char** words) {
    try {
        if (count > 1) only = words[1];
        return run();
    } catch (const std::exception& failure) {
        std::cerr << "no memory: " << failure.what() << '\n';
        return EXIT_FAILURE;
    }
}
