// The commands: each reads what it was given, asks the library, writes the answer to standard output and diagnostics to standard error.
#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

#include "bindings/api/bundle.h"
#include "bindings/api/check.h"
#include "bindings/api/explanations.h"
#include "bindings/api/files.h"
#include "bindings/api/literals.h"
#include "bindings/api/rule_list.h"
#include "bindings/cli/arguments.h"
#include "bindings/cli/heap.h"
#include "engine/facts/printer.h"
#include "engine/values/time.h"

namespace scantling::cli {

namespace {

void print(std::FILE* to, const std::string& text) { std::fwrite(text.data(), 1, text.size(), to); }

void print(const Diagnostics& diagnostics) {
    for (const Diagnostic& diagnostic : diagnostics) print(stderr, render(diagnostic));
}

// The answer is given and the process is done: what the kernel takes back at once is not taken apart piece by piece before.
[[noreturn]] void end_process(int code) {
    if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0) {
        print(stderr, std::string("scantling: cannot write standard output: ") + std::strerror(errno) + "\n");
        code = exit_internal;
    }
    std::fflush(stderr);
    std::_Exit(code);
}

int usage(const std::string& message) {
    print(stderr, "scantling: " + message + "\n");
    return exit_usage;
}

// NAME=VALUE, split at the first `=`; empty where there is none.
std::optional<std::pair<std::string, std::string>> split(const std::string& text) {
    const std::size_t at = text.find('=');
    if (at == std::string::npos || at == 0) return std::nullopt;
    return std::pair{text.substr(0, at), text.substr(at + 1)};
}

std::int64_t clock_now() {
    const auto since = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::microseconds>(since).count();
}

std::optional<std::vector<std::pair<std::string, std::string>>> read_settings(const Arguments& arguments) {
    std::vector<std::pair<std::string, std::string>> settings;
    for (const std::string& setting : arguments.settings) {
        auto pair = split(setting);
        if (!pair) {
            usage("--set takes NAME=VALUE, not `" + setting + "`");
            return std::nullopt;
        }
        settings.push_back(std::move(*pair));
    }
    return settings;
}

// Policies from texts, or nothing after saying why not: of the files; what is wrong with the policies is theirs to say.
std::optional<Policies> compiled(const Arguments& arguments) {
    Result<std::vector<PolicyText>> texts = read_policies(arguments.policy_paths);
    if (!texts) {
        usage(texts.error());
        return std::nullopt;
    }
    auto settings = read_settings(arguments);
    if (!settings) return std::nullopt;
    PolicyOptions options;
    options.standard_library = !arguments.no_standard_library;
    options.texts = std::move(*texts);
    options.profile = arguments.profile;
    options.settings = std::move(*settings);
    return load_policies(options);
}

std::optional<std::vector<std::shared_ptr<const Unit>>> read_units(const std::string& path) {
    const Result<std::string> bytes = read_file(path, limits::bundle_bytes);
    if (!bytes) {
        usage(bytes.error());
        return std::nullopt;
    }
    auto units = load_units(*bytes);
    if (units) return std::move(*units);
    usage(path + ": " + units.error());
    return std::nullopt;
}

std::optional<Policies> unpacked(const Arguments& arguments) {
    auto units = read_units(arguments.bundle);
    const auto settings = units ? read_settings(arguments) : std::nullopt;
    if (!settings) return std::nullopt;
    Policies out;
    Literals literals = read_literals(*units, *settings, out.diagnostics);
    if (has_errors(out.diagnostics)) return out;
    return select(*units, {arguments.profile, {}}, std::move(literals));
}

// Policies as asked for, or nothing after saying why not.
std::optional<Policies> load(const Arguments& arguments) {
    std::optional<Policies> policies = arguments.bundle.empty() ? compiled(arguments) : unpacked(arguments);
    if (policies) print(policies->diagnostics);
    if (!policies || !policies->program) return std::nullopt;
    return policies;
}

struct GivenInputs {
    Inputs inputs;
    bool usable = false;
};

// What cannot be read is named in `unreadable`, and the others are read all the same.
struct ReadDocuments {
    std::vector<InputDocument> documents;
    std::vector<std::string> unreadable;
};

ReadDocuments read_documents(const std::vector<std::string>& paths) {
    ReadDocuments out;
    for (const std::string& path : paths) {
        Result<InputDocument> document = read_document_file(path);
        if (document)
            out.documents.push_back(std::move(*document));
        else
            out.unreadable.push_back(document.error());
    }
    return out;
}

// With what `read_all` makes of the documents: facts, for a program or whole.
template <typename ReadAll>
GivenInputs read(const Arguments& arguments, ReadAll read_all) {
    GivenInputs out;
    ReadDocuments read = read_documents(arguments.files);
    for (const std::string& subject : arguments.subjects) {
        const auto pair = split(subject);
        if (!pair) {
            usage("--subject takes REF=FILE, not `" + subject + "`");
            return out;
        }
        const auto names_it = [&](const InputDocument& document) { return document.name == pair->second; };
        const auto found = std::find_if(read.documents.begin(), read.documents.end(), names_it);
        if (found == read.documents.end()) {
            usage("--subject names `" + pair->second + "`, which is none of the files");
            return out;
        }
        found->subject = pair->first;
    }
    out.inputs = read_all(std::move(read.documents));
    for (const std::string& reason : read.unreadable) {
        print(stderr, "scantling: " + reason + "\n");
        out.inputs.diagnostics.push_back({"I0001", DiagnosticSeverity::error, reason, nullptr, {}, {}, {}});
        out.inputs.partial = true;
    }
    Diagnostics located;
    std::copy_if(out.inputs.diagnostics.begin(), out.inputs.diagnostics.end(), std::back_inserter(located),
                 [](const Diagnostic& d) { return d.source || d.code != "I0001"; });
    print(located);
    out.usable = out.inputs.facts != nullptr;
    return out;
}

void print_statistics(const EvaluationStatistics& s) {
    print(stderr, "kernel calls " + std::to_string(s.kernel_calls) + "\nkernel rows " + std::to_string(s.kernel_rows) + "\nsink calls " +
                      std::to_string(s.sink_calls) + "\nsteps " + std::to_string(s.steps) + "\n");
}

}  // namespace

int check(const Arguments& arguments) {
    prepare_heap();
    EvaluationOptions options;
    options.now = arguments.now.empty() ? clock_now() : parse_time(arguments.now);
    if (!options.now) return usage("--now takes a date or an RFC 3339 time, not `" + arguments.now + "`");
    if (!arguments.environment.empty()) options.environment = arguments.environment;
    const std::optional<Policies> policies = load(arguments);
    if (!policies) return exit_usage;
    const GivenInputs given = read(arguments, [&](auto documents) { return read_inputs_for(*policies->program, std::move(documents)); });
    if (!given.usable) return exit_usage;
    const Report report = scantling::check(*policies, given.inputs, options);
    print(stdout, arguments.format == Format::json ? render_json(report) : render_text(report));
    if (arguments.statistics) print_statistics(report.evaluation.statistics);
    end_process(static_cast<int>(report.judgement.verdict));
}

int facts(const Arguments& arguments) {
    prepare_heap();
    const GivenInputs given = read(arguments, [](auto documents) { return read_inputs(Layout::builtin(), std::move(documents)); });
    if (!given.usable) return exit_usage;
    print(stdout, arguments.format == Format::json ? print_facts_json(*given.inputs.facts) : print_facts(*given.inputs.facts));
    end_process(given.inputs.partial ? exit_undecided : exit_clean);
}

int compile(const Arguments& arguments) {
    const std::optional<Policies> policies = compiled(arguments);
    if (!policies) return exit_usage;
    print(policies->diagnostics);
    if (has_errors(policies->diagnostics)) return exit_usage;
    const std::string bytes = save_bundle(*policies);
    // What is written is what will be read: a bundle that would be refused is our mistake, and is found here.
    if (const auto units = load_units(bytes); !units) {
        print(stderr, "scantling: internal error: " + units.error() + "\n");
        return exit_internal;
    }
    const bool to_stdout = arguments.output == "-";
    std::FILE* const file = to_stdout ? stdout : std::fopen(arguments.output.c_str(), "wb");
    bool written = file != nullptr && std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size() && std::fflush(file) == 0;
    if (file != nullptr && !to_stdout) written = std::fclose(file) == 0 && written;
    return written ? exit_clean : usage("cannot write " + arguments.output + ": " + std::strerror(errno));
}

int rules(const Arguments& arguments) {
    std::vector<std::shared_ptr<const Unit>> units;
    if (!arguments.bundle.empty()) {
        auto read = read_units(arguments.bundle);
        if (!read) return exit_usage;
        units = std::move(*read);
    } else {
        const std::optional<Policies> policies = compiled(arguments);
        if (!policies) return exit_usage;
        print(policies->diagnostics);
        if (has_errors(policies->diagnostics)) return exit_usage;
        units = policies->units;
    }
    print(stdout, arguments.format == Format::json ? list_rules_json(units) : list_rules(units));
    return exit_clean;
}

int schema(const Arguments& arguments) {
    print(stdout, arguments.format == Format::json ? facts_json_schema() : facts_schema());
    return exit_clean;
}

int explain(const Arguments& arguments) {
    const std::optional<std::string> page = explanation(arguments.code);
    if (!page) return usage("there is no diagnostic `" + arguments.code + "`; its code is a capital and four digits, as E0203");
    print(stdout, *page);
    return exit_clean;
}

}  // namespace scantling::cli
