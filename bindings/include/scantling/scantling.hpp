// Scantling in C++20: header only, over scantling.h, whose comments hold here too. Values instead of handles, exceptions instead of
// statuses.
//
//     #include <scantling/scantling.hpp>
//
//     const auto policies = scantling::Policies::compile();                          // the standard library
//     const auto facts = scantling::Facts::read({scantling::Document::file("Dockerfile")});
//     const auto report = policies.check(facts, {std::chrono::system_clock::now()});
//     for (const scantling::Finding& finding : report.findings()) std::cout << finding.rule << ": " << finding.message << '\n';
//     return static_cast<int>(report.verdict());
//
// Policies, Facts and Report are immutable and cheap to copy (a reference is counted); any number of threads may use one. Moved-from ones
// may only be assigned to or destroyed. Texts in Rule, Finding and Outcome are views that live as long as the object that gave them, or a
// copy of it. What the library says no to is an Error; memory that cannot be had is std::bad_alloc.
#ifndef SCANTLING_HPP
#define SCANTLING_HPP

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <new>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "scantling/scantling.h"

namespace scantling {
// The library's own classes, linked statically into the same program, have other names.
inline namespace v1 {

enum class Verdict { clean = SCANTLING_CLEAN, closed = SCANTLING_CLOSED, undecided = SCANTLING_UNDECIDED };

// Ordered, but for `unknown`, which weighs as critical.
enum class Severity {
    unknown = SCANTLING_SEVERITY_UNKNOWN,
    info = SCANTLING_INFO,
    low = SCANTLING_LOW,
    medium = SCANTLING_MEDIUM,
    high = SCANTLING_HIGH,
    critical = SCANTLING_CRITICAL
};

enum class OutcomeKind {
    unknown = SCANTLING_UNKNOWN,
    pass = SCANTLING_PASS,
    fail = SCANTLING_FAIL,
    skipped = SCANTLING_SKIPPED,
    waived = SCANTLING_WAIVED,
    not_applicable = SCANTLING_NOT_APPLICABLE
};

enum class Format { text, json };

// A mistake in a policy or document, or a warning about one; owns its texts. See scantling_diagnostic.
struct Diagnostic {
    std::string code;
    std::string message;
    std::string help;  // lines; empty: none
    std::string file;  // empty: there is no place, and the numbers are 0
    std::uint64_t offset = 0;
    std::uint64_t length = 0;
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    bool is_error = true;
};

// `what()` is the whole text for people, with excerpts and carets.
class Error : public std::runtime_error {
  public:
    Error(scantling_status status, const std::string& text, std::vector<Diagnostic> diagnostics)
        : std::runtime_error(text),
          status_(status),
          diagnostics_(std::make_shared<const std::vector<Diagnostic>>(std::move(diagnostics))) {}

    [[nodiscard]] scantling_status status() const noexcept { return status_; }
    [[nodiscard]] const std::vector<Diagnostic>& diagnostics() const noexcept { return *diagnostics_; }

  private:
    scantling_status status_;
    std::shared_ptr<const std::vector<Diagnostic>> diagnostics_;  // copying an exception must not throw
};

// Policies, a profile, a parameter or a bundle are wrong (SCANTLING_POLICY_ERROR).
struct PolicyError : Error {
    using Error::Error;
};
// A document is wrong, or it is unclear what it is about (SCANTLING_INPUT_ERROR).
struct InputError : Error {
    using Error::Error;
};
// A file or folder cannot be read (SCANTLING_IO).
struct IoError : Error {
    using Error::Error;
};
// The caller is wrong (SCANTLING_INVALID_ARGUMENT).
struct InvalidArgument : Error {
    using Error::Error;
};
// A bundle of another version, or a build that lacks what is asked for (SCANTLING_INCOMPATIBLE).
struct IncompatibleError : Error {
    using Error::Error;
};
// Larger than the library takes, or than the caller allowed (SCANTLING_LIMIT).
struct LimitError : Error {
    using Error::Error;
};

namespace detail {

inline scantling_str str(std::string_view text) noexcept { return {text.data() == nullptr ? "" : text.data(), text.size()}; }
inline scantling_str str_or_none(std::string_view text) noexcept { return text.empty() ? scantling_str{nullptr, 0} : str(text); }
inline std::string_view view(const scantling_str& text) noexcept {
    return text.data == nullptr ? std::string_view() : std::string_view(text.data, text.size);
}

template <auto free>
struct Free {
    template <typename T>
    void operator()(T* handle) const noexcept {
        free(handle);
    }
};
template <typename T, auto free>
using Owned = std::unique_ptr<T, Free<free>>;

using OwnedError = Owned<scantling_error, scantling_error_unref>;
using OwnedBytes = Owned<scantling_bytes, scantling_bytes_unref>;

inline Diagnostic own(const scantling_diagnostic& from) {
    return {std::string(view(from.code)),
            std::string(view(from.message)),
            std::string(view(from.help)),
            std::string(view(from.file)),
            from.offset,
            from.length,
            from.line,
            from.column,
            from.is_error != 0};
}

inline std::vector<Diagnostic> diagnostics_of(const scantling_error* error) {
    std::vector<Diagnostic> out;
    out.reserve(scantling_error_count(error));
    scantling_diagnostic one = SCANTLING_DIAGNOSTIC_INIT;
    for (std::size_t i = 0; scantling_error_at(error, i, &one) == SCANTLING_OK; ++i) out.push_back(own(one));
    return out;
}

[[noreturn]] inline void raise(scantling_status status, const scantling_error* error) {
    if (status == SCANTLING_NO_MEMORY) throw std::bad_alloc();
    std::string text(view(scantling_error_text(error)));
    if (text.empty()) text = view(scantling_status_text(status));
    std::vector<Diagnostic> diagnostics = diagnostics_of(error);
    switch (status) {
        case SCANTLING_POLICY_ERROR:
            throw PolicyError(status, text, std::move(diagnostics));
        case SCANTLING_INPUT_ERROR:
            throw InputError(status, text, std::move(diagnostics));
        case SCANTLING_IO:
            throw IoError(status, text, std::move(diagnostics));
        case SCANTLING_INVALID_ARGUMENT:
            throw InvalidArgument(status, text, std::move(diagnostics));
        case SCANTLING_INCOMPATIBLE:
            throw IncompatibleError(status, text, std::move(diagnostics));
        case SCANTLING_LIMIT:
            throw LimitError(status, text, std::move(diagnostics));
        default:
            throw Error(status, text, std::move(diagnostics));
    }
}

// Calls `work(scantling_error**)`, throws what fails and gives the warnings of what does not.
template <typename Work>
std::vector<Diagnostic> call(Work work) {
    scantling_error* error = nullptr;
    const scantling_status status = work(&error);
    const OwnedError owned(error);
    if (status != SCANTLING_OK) raise(status, error);
    return diagnostics_of(error);
}

template <typename Work>
std::string text_of(Work work) {
    scantling_bytes* bytes = nullptr;
    call([&](scantling_error** error) { return work(&bytes, error); });
    const OwnedBytes owned(bytes);
    return std::string(view(scantling_bytes_view(bytes)));
}

inline scantling_str word(Format format) noexcept { return scantling_text(format == Format::json ? "json" : "text"); }

// A reference to an immutable handle.
template <typename T, auto reference, auto unreference>
class Shared {
  public:
    explicit Shared(T* handle) noexcept : handle_(handle) {}
    Shared(const Shared& other) noexcept : handle_(reference(other.handle_)) {}
    Shared(Shared&& other) noexcept : handle_(std::exchange(other.handle_, nullptr)) {}
    Shared& operator=(Shared other) noexcept {
        std::swap(handle_, other.handle_);
        return *this;
    }
    ~Shared() { unreference(handle_); }
    [[nodiscard]] T* get() const noexcept { return handle_; }

  private:
    T* handle_;
};

// What an index gives, as a range. Get: `T operator()(handle, index)`.
template <typename Owner, typename T>
class Range {
  public:
    class Iterator {
      public:
        using value_type = T;
        using difference_type = std::ptrdiff_t;
        Iterator() = default;
        Iterator(const Range* range, std::size_t index) : range_(range), index_(index) {}
        T operator*() const { return (*range_)[index_]; }
        Iterator& operator++() {
            ++index_;
            return *this;
        }
        Iterator operator++(int) {
            Iterator before = *this;
            ++index_;
            return before;
        }
        bool operator==(const Iterator& other) const { return index_ == other.index_; }

      private:
        const Range* range_ = nullptr;
        std::size_t index_ = 0;
    };

    Range(Owner owner, std::size_t size, T (*get)(const Owner&, std::size_t)) : owner_(std::move(owner)), size_(size), get_(get) {}
    [[nodiscard]] std::size_t size() const noexcept { return size_; }
    [[nodiscard]] bool empty() const noexcept { return size_ == 0; }
    [[nodiscard]] T operator[](std::size_t index) const { return get_(owner_, index); }
    [[nodiscard]] Iterator begin() const { return {this, 0}; }
    [[nodiscard]] Iterator end() const { return {this, size_}; }

  private:
    Owner owner_;
    std::size_t size_;
    T (*get_)(const Owner&, std::size_t);
};

inline void expect(scantling_status status) {
    if (status != SCANTLING_OK) raise(status, nullptr);
}

}  // namespace detail

// Which rules are run, and with which values: see scantling_select_options.
struct Selection {
    std::string profile;                                            // empty: the default
    std::vector<std::pair<std::string, std::string>> parameters{};  // full name, and the value as JSON
};

// A policy text, or a file, or a folder with files.
struct Source {
    std::string text;
    std::string name;
    std::string path;  // where it is not empty, the text is not looked at

    [[nodiscard]] static Source of(std::string text, std::string name = {}) { return {std::move(text), std::move(name), {}}; }
    [[nodiscard]] static Source file(const std::filesystem::path& path) { return {{}, {}, path.string()}; }
};

// See scantling_document.
struct Document {
    std::string path;  // where it is not empty, the bytes are not looked at
    std::string bytes;
    std::string name;
    std::string subject;
    std::string kind;
    std::optional<std::string> ignore_bytes;
    std::string ignore_name;

    [[nodiscard]] static Document file(const std::filesystem::path& path, std::string subject = {}) {
        return {path.string(), {}, {}, std::move(subject), {}, std::nullopt, {}};
    }
    [[nodiscard]] static Document of(std::string bytes, std::string name = {}, std::string subject = {}) {
        return {{}, std::move(bytes), std::move(name), std::move(subject), {}, std::nullopt, {}};
    }
};

// A flag that stops the checks it was given to. Copies are one flag.
class Cancel {
  public:
    Cancel() {
        scantling_cancel* made = nullptr;
        detail::expect(scantling_cancel_create(&made));
        flag_ = std::shared_ptr<scantling_cancel>(made, scantling_cancel_unref);
    }
    // From any thread.
    void request() const noexcept { scantling_cancel_request(flag_.get()); }
    [[nodiscard]] const scantling_cancel* get() const noexcept { return flag_.get(); }

  private:
    std::shared_ptr<scantling_cancel> flag_;
};

using Time = std::chrono::time_point<std::chrono::system_clock, std::chrono::microseconds>;

// See scantling_check_options.
struct CheckOptions {
    // The time that rules see: no default, so that nobody forgets it.
    template <typename Duration>
    CheckOptions(std::chrono::time_point<std::chrono::system_clock, Duration> at)  // NOLINT: {now} is all that most calls need
        : now(std::chrono::floor<std::chrono::microseconds>(at)) {}
    // Time is unknown, and so is everything that depends on it.
    [[nodiscard]] static CheckOptions without_time() {
        CheckOptions out{Time{}};
        out.now = std::nullopt;
        return out;
    }

    std::optional<Time> now;
    std::optional<std::string> environment{};
    std::uint64_t max_steps = 0;
    std::uint64_t max_bytes = 0;
    std::chrono::microseconds deadline{0};  // 0: any
    std::uint64_t max_findings = 0;
    std::optional<Cancel> cancel{};
};

// See scantling_rule.
struct Rule {
    std::string_view id;
    std::string_view title;
    std::string_view practice;
    std::string_view why;
    std::string_view fix;
    std::string_view refs;  // JSON
    Severity severity = Severity::unknown;
};

// See scantling_finding.
struct Finding {
    std::string_view rule;
    std::string_view subject;  // empty: the run
    std::string_view message;
    std::string_view fix;
    std::string_view fingerprint;
    std::string_view bindings;  // JSON
    std::string_view file;      // empty: no document states it
    std::string_view pointer;
    std::uint64_t offset = 0;
    std::uint64_t length = 0;
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    Severity severity = Severity::unknown;
    bool waived = false;
};

// See scantling_outcome.
struct Outcome {
    std::string_view rule;
    std::string_view subject;  // empty: the run
    std::string_view reason;
    std::string_view causes;  // JSON
    std::uint64_t more_causes = 0;
    std::uint64_t candidates = 0;
    std::uint64_t selected = 0;
    std::uint64_t violating = 0;
    std::uint64_t undetermined = 0;
    std::uint64_t waived = 0;
    OutcomeKind kind = OutcomeKind::unknown;
    Severity severity = Severity::unknown;
};

class Policies;

class Facts {
  public:
    struct Options {
        const Policies* policies = nullptr;  // those that declare facts of their own
        std::uint64_t max_document_bytes = 0;
        bool note_refused = false;
    };
    // All documents or none.
    [[nodiscard]] static Facts read(const std::vector<Document>& documents, const Options& options);
    [[nodiscard]] static Facts read(const std::vector<Document>& documents) { return read(documents, Options()); }

    [[nodiscard]] std::vector<std::string> subjects() const {
        std::vector<std::string> out;
        for (std::size_t i = 0; i < scantling_facts_subject_count(get()); ++i)
            out.emplace_back(detail::view(scantling_facts_subject(get(), i)));
        return out;
    }
    [[nodiscard]] std::string render(Format format) const {
        return detail::text_of([&](auto** out, auto** error) { return scantling_facts_render(get(), detail::word(format), out, error); });
    }
    // What reading had to say, though it succeeded.
    [[nodiscard]] const std::vector<Diagnostic>& warnings() const noexcept { return *warnings_; }
    [[nodiscard]] scantling_facts* get() const noexcept { return handle_.get(); }

  private:
    friend class Inputs;
    explicit Facts(scantling_facts* handle) : handle_(handle) {}

    detail::Shared<scantling_facts, scantling_facts_ref, scantling_facts_unref> handle_;
    std::shared_ptr<const std::vector<Diagnostic>> warnings_ = std::make_shared<const std::vector<Diagnostic>>();
};

// Documents one by one, for a caller who goes on when one is refused. One thread.
class Inputs {
  public:
    explicit Inputs(const Facts::Options& options = Facts::Options());

    // Warnings; throws where the document is refused, and is then as it was.
    std::vector<Diagnostic> add(const Document& document) {
        const scantling_document given = view(document);
        return detail::call([&](auto** error) { return scantling_inputs_add(handle_.get(), &given, error); });
    }
    // Empty afterwards.
    [[nodiscard]] Facts freeze() {
        scantling_facts* made = nullptr;
        auto warnings = detail::call([&](auto** error) { return scantling_inputs_freeze(handle_.get(), &made, error); });
        Facts out(made);
        out.warnings_ = std::make_shared<const std::vector<Diagnostic>>(std::move(warnings));
        return out;
    }

  private:
    friend class Facts;
    static scantling_input_options options_of(const Facts::Options& options);
    static scantling_document view(const Document& from) {
        scantling_document out = SCANTLING_DOCUMENT_INIT;
        if (from.path.empty()) {
            out.bytes = detail::str(from.bytes);
        } else {
            out.path = detail::str(from.path);
        }
        out.name = detail::str_or_none(from.name);
        out.subject = detail::str_or_none(from.subject);
        out.kind = detail::str_or_none(from.kind);
        if (from.ignore_bytes) out.ignore_bytes = detail::str(*from.ignore_bytes);
        out.ignore_name = detail::str_or_none(from.ignore_name);
        return out;
    }

    detail::Owned<scantling_inputs, scantling_inputs_destroy> handle_;
};

class Report {
  public:
    using Handle = detail::Shared<scantling_report, scantling_report_ref, scantling_report_unref>;

    [[nodiscard]] Verdict verdict() const noexcept { return static_cast<Verdict>(scantling_report_verdict(get())); }
    // Why the verdict is not clean, the weightiest reason first.
    [[nodiscard]] std::vector<std::string> reasons() const {
        std::vector<std::string> out;
        for (std::size_t i = 0; i < scantling_report_reason_count(get()); ++i)
            out.emplace_back(detail::view(scantling_report_reason(get(), i)));
        return out;
    }
    [[nodiscard]] detail::Range<Handle, Finding> findings() const { return {handle_, scantling_report_finding_count(get()), finding}; }
    [[nodiscard]] detail::Range<Handle, Outcome> outcomes() const { return {handle_, scantling_report_outcome_count(get()), outcome}; }
    [[nodiscard]] std::vector<Diagnostic> diagnostics() const {
        std::vector<Diagnostic> out;
        scantling_diagnostic one = SCANTLING_DIAGNOSTIC_INIT;
        for (std::size_t i = 0; i < scantling_report_diagnostic_count(get()); ++i) {
            detail::expect(scantling_report_diagnostic(get(), i, &one));
            out.push_back(detail::own(one));
        }
        return out;
    }
    [[nodiscard]] std::string render(Format format) const {
        return detail::text_of([&](auto** out, auto** error) { return scantling_report_render(get(), detail::word(format), out, error); });
    }
    [[nodiscard]] scantling_report* get() const noexcept { return handle_.get(); }

  private:
    friend class Policies;
    explicit Report(scantling_report* handle) : handle_(handle) {}

    static Finding finding(const Handle& handle, std::size_t index) {
        scantling_finding from = SCANTLING_FINDING_INIT;
        detail::expect(scantling_report_finding(handle.get(), index, &from));
        Finding out;
        out.rule = detail::view(from.rule);
        out.subject = detail::view(from.subject);
        out.message = detail::view(from.message);
        out.fix = detail::view(from.fix);
        out.fingerprint = detail::view(from.fingerprint);
        out.bindings = detail::view(from.bindings);
        out.file = detail::view(from.file);
        out.pointer = detail::view(from.pointer);
        out.offset = from.offset;
        out.length = from.length;
        out.line = from.line;
        out.column = from.column;
        out.severity = static_cast<Severity>(from.severity);
        out.waived = from.waived != 0;
        return out;
    }

    static Outcome outcome(const Handle& handle, std::size_t index) {
        scantling_outcome from = SCANTLING_OUTCOME_INIT;
        detail::expect(scantling_report_outcome(handle.get(), index, &from));
        Outcome out;
        out.rule = detail::view(from.rule);
        out.subject = detail::view(from.subject);
        out.reason = detail::view(from.reason);
        out.causes = detail::view(from.causes);
        out.more_causes = from.more_causes;
        out.candidates = from.candidates;
        out.selected = from.selected;
        out.violating = from.violating;
        out.undetermined = from.undetermined;
        out.waived = from.waived;
        out.kind = static_cast<OutcomeKind>(from.kind);
        out.severity = static_cast<Severity>(from.severity);
        return out;
    }

    Handle handle_;
};

class Policies {
  public:
    using Handle = detail::Shared<scantling_policies, scantling_policies_ref, scantling_policies_unref>;
    struct Options {
        bool bare = false;  // without the standard library
        Selection selection{};
    };

    // The standard library (if not `bare`) and the sources, under the selection.
    [[nodiscard]] static Policies compile(const std::vector<Source>& sources, const Options& options) {
        std::vector<scantling_source> views;
        views.reserve(sources.size());
        for (const Source& source : sources) {
            scantling_source& view = views.emplace_back(scantling_source SCANTLING_SOURCE_INIT);
            if (source.path.empty()) {
                view.text = detail::str(source.text);
                view.name = detail::str_or_none(source.name);
            } else {
                view.path = detail::str(source.path);
            }
        }
        const std::vector<scantling_parameter> parameters = views_of(options.selection);
        scantling_compile_options given = SCANTLING_COMPILE_OPTIONS_INIT;
        given.bare = options.bare ? 1 : 0;
        given.profile = detail::str_or_none(options.selection.profile);
        given.parameters = parameters.data();
        given.parameter_count = parameters.size();
        return make([&](auto** out, auto** error) { return scantling_compile(views.data(), views.size(), &given, out, error); });
    }
    [[nodiscard]] static Policies compile(const std::vector<Source>& sources = {}) { return compile(sources, Options()); }

    // From a bundle; without a front end, and safe with bytes of an enemy.
    [[nodiscard]] static Policies load(std::string_view bundle, const Selection& selection = {}) {
        return selected(selection,
                        [&](auto* options, auto** out, auto** error) { return scantling_load(detail::str(bundle), options, out, error); });
    }
    [[nodiscard]] std::string save() const {
        return detail::text_of([&](auto** out, auto** error) { return scantling_save(get(), out, error); });
    }
    // Another profile or other parameters; never compiles.
    [[nodiscard]] Policies select(const Selection& selection) const {
        return selected(selection, [&](auto* options, auto** out, auto** error) { return scantling_select(get(), options, out, error); });
    }

    [[nodiscard]] Report check(const Facts& facts, const CheckOptions& options) const {
        scantling_check_options given = SCANTLING_CHECK_OPTIONS_INIT;
        given.now = SCANTLING_NO_TIME;
        if (options.now) {
            given.now = options.now->time_since_epoch().count();
            if (given.now == 0) given.now = 1;  // the first microsecond of 1970 would be no time to the C interface
        }
        if (options.environment) given.environment = detail::str(*options.environment);
        given.max_steps = options.max_steps;
        given.max_bytes = options.max_bytes;
        given.deadline_us = static_cast<std::uint64_t>(options.deadline.count());
        given.max_findings = options.max_findings;
        if (options.cancel) given.cancel = options.cancel->get();
        scantling_report* made = nullptr;
        detail::call([&](auto** error) { return scantling_check(get(), facts.get(), &given, &made, error); });
        return Report(made);
    }

    // The rules of the selection, sorted by id.
    [[nodiscard]] detail::Range<Handle, Rule> rules() const { return {handle_, scantling_policies_rule_count(get()), rule}; }
    [[nodiscard]] std::string profile() const { return std::string(detail::view(scantling_policies_profile(get()))); }
    // Every rule, selected or not.
    [[nodiscard]] std::string render(Format format) const {
        return detail::text_of(
            [&](auto** out, auto** error) { return scantling_policies_render(get(), detail::word(format), out, error); });
    }
    // What compiling or selecting had to say, though it succeeded.
    [[nodiscard]] const std::vector<Diagnostic>& warnings() const noexcept { return *warnings_; }
    [[nodiscard]] scantling_policies* get() const noexcept { return handle_.get(); }

  private:
    Policies(scantling_policies* handle, std::vector<Diagnostic> warnings)
        : handle_(handle), warnings_(std::make_shared<const std::vector<Diagnostic>>(std::move(warnings))) {}

    template <typename Work>
    static Policies make(Work work) {
        scantling_policies* made = nullptr;
        auto warnings = detail::call([&](auto** error) { return work(&made, error); });
        return Policies(made, std::move(warnings));
    }

    static std::vector<scantling_parameter> views_of(const Selection& selection) {
        std::vector<scantling_parameter> out;
        out.reserve(selection.parameters.size());
        for (const auto& [name, value] : selection.parameters)
            out.push_back({sizeof(scantling_parameter), detail::str(name), detail::str(value)});
        return out;
    }

    template <typename Work>
    static Policies selected(const Selection& selection, Work work) {
        const std::vector<scantling_parameter> parameters = views_of(selection);
        scantling_select_options options = SCANTLING_SELECT_OPTIONS_INIT;
        options.profile = detail::str_or_none(selection.profile);
        options.parameters = parameters.data();
        options.parameter_count = parameters.size();
        return make([&](auto** out, auto** error) { return work(&options, out, error); });
    }

    static Rule rule(const Handle& handle, std::size_t index) {
        scantling_rule from = SCANTLING_RULE_INIT;
        detail::expect(scantling_policies_rule(handle.get(), index, &from));
        return {detail::view(from.id),  detail::view(from.title), detail::view(from.practice),         detail::view(from.why),
                detail::view(from.fix), detail::view(from.refs),  static_cast<Severity>(from.severity)};
    }

    Handle handle_;
    std::shared_ptr<const std::vector<Diagnostic>> warnings_;
};

inline scantling_input_options Inputs::options_of(const Facts::Options& options) {
    scantling_input_options out = SCANTLING_INPUT_OPTIONS_INIT;
    if (options.policies != nullptr) out.policies = options.policies->get();
    out.max_document_bytes = options.max_document_bytes;
    out.note_refused = options.note_refused ? 1 : 0;
    return out;
}

inline Inputs::Inputs(const Facts::Options& options) {
    const scantling_input_options given = options_of(options);
    scantling_inputs* made = nullptr;
    detail::call([&](auto** error) { return scantling_inputs_create(&given, &made, error); });
    handle_.reset(made);
}

inline Facts Facts::read(const std::vector<Document>& documents, const Options& options) {
    std::vector<scantling_document> views;
    views.reserve(documents.size());
    for (const Document& document : documents) views.push_back(Inputs::view(document));
    const scantling_input_options given = Inputs::options_of(options);
    scantling_facts* made = nullptr;
    auto warnings = detail::call([&](auto** error) { return scantling_read(views.data(), views.size(), &given, &made, error); });
    Facts out(made);
    out.warnings_ = std::make_shared<const std::vector<Diagnostic>>(std::move(warnings));
    return out;
}

// The page of a diagnostic's code; throws InvalidArgument where there is none.
[[nodiscard]] inline std::string explain(std::string_view code) {
    return detail::text_of([&](auto** out, auto** error) { return scantling_explain(detail::str(code), out, error); });
}
// The facts model that rules read.
[[nodiscard]] inline std::string schema(Format format) {
    return detail::text_of([&](auto** out, auto** error) { return scantling_schema(detail::word(format), out, error); });
}
// Of the library that runs.
[[nodiscard]] inline std::string_view version() noexcept { return detail::view(scantling_version()); }

}  // namespace v1
}  // namespace scantling

#endif
