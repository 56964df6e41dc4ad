// The command line: words to Arguments, a command, an exit code.
// CLI11's exceptions end in this file; a usage error is exit code 2, whatever number CLI11 would give it.
#include <algorithm>
#include <exception>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include <CLI/CLI.hpp>

#include "bindings/api/version.h"
#include "bindings/cli/arguments.h"

namespace {

using scantling::cli::Arguments;
using scantling::cli::Format;

void add_format(CLI::App& command, Arguments& arguments) {
    const auto read = [&arguments](const std::string& word) {
        if (word != "text" && word != "json") throw CLI::ValidationError("--format", "`" + word + "` is neither `text` nor `json`");
        arguments.format = word == "json" ? Format::json : Format::text;
    };
    command.add_option_function<std::string>("--format", read, "text for people, json for machines (default: text)")
        ->type_name("text|json");
}

void add_policies(CLI::App& command, Arguments& arguments) {
    command.add_option("--policy", arguments.policy_paths, "A .scant file, or a folder of them; may be repeated")
        ->type_name("PATH")
        ->allow_extra_args(false);
    command.add_flag("--no-std", arguments.no_standard_library, "Leave the standard library out");
}

void add_bundle(CLI::App& command, Arguments& arguments) {
    command.add_option("--bundle", arguments.bundle, "A bundle that `scantling compile` wrote, instead of policies")
        ->type_name("FILE")
        ->excludes("--policy")
        ->excludes("--no-std");
}

void add_files(CLI::App& command, Arguments& arguments) {
    command
        .add_option("FILE", arguments.files,
                    "Dockerfile, image configuration, docker inspect, CycloneDX, Trivy report; recognised by content")
        ->required();
    command.add_option("--subject", arguments.subjects, "What FILE is about, whatever it says itself")
        ->type_name("REF=FILE")
        ->allow_extra_args(false);
}

void add_check_options(CLI::App& command, Arguments& arguments) {
    command
        .add_option("--profile", arguments.profile, "Full name of the profile (default: std.baseline and all rules given with --policy)")
        ->type_name("NAME");
    add_policies(command, arguments);
    add_bundle(command, arguments);
    command.add_option("--set", arguments.settings, "Value of a parameter, a Scant literal")
        ->type_name("NAME=VALUE")
        ->allow_extra_args(false);
    command.add_option("--now", arguments.now, "The time that rules see (default: the clock)")->type_name("TIME");
    command.add_option("--environment", arguments.environment, "The environment that rules see, as `production`")->type_name("NAME");
    command.add_flag("--stats", arguments.statistics, "Count the evaluator's work on standard error");
    add_format(command, arguments);
    add_files(command, arguments);
    command.footer(
        "Exit codes: 0 clean, 1 the gate is closed, 2 usage or policy error, 3 undecided (a fact is missing or unreadable), 4 internal "
        "error.");
}

// CLI11 asks for a subcommand before it looks at the word that stands in its place.
bool is_unknown_command(const CLI::App& app) {
    const std::vector<std::string> left = app.remaining();
    return app.get_subcommands().empty() && !left.empty() && left.front().rfind('-', 0) != 0;
}

// Whether a word has the name of that command in it: CLI11 understands `--check.now`, too. It takes its time over every option: those of
// a command that nobody asks for are not made.
bool is_mentioned(std::string_view command, int argc, char** argv) {
    return std::any_of(argv, argv + argc, [&](const char* word) { return std::string_view(word).find(command) != std::string_view::npos; });
}

int run(int argc, char** argv) {
    CLI::App app("Checks containers against policies written in Scant", "scantling");
    app.set_version_flag("--version", "scantling " + std::string(scantling::version()));
    app.require_subcommand(1);
    Arguments arguments;
    const auto add = [&](const std::string& name, const std::string& description, auto&& add_options) {
        CLI::App* command = app.add_subcommand(name, description);
        if (is_mentioned(name, argc, argv)) add_options(*command);
        return command;
    };
    CLI::App* check =
        add("check", "Check documents against policies", [&arguments](CLI::App& command) { add_check_options(command, arguments); });
    CLI::App* facts = add("facts", "Print what documents say, in the model that rules read", [&arguments](CLI::App& command) {
        add_files(command, arguments);
        add_format(command, arguments);
    });
    CLI::App* compile = add(
        "compile", "Write policies as a bundle, which `--bundle` and the engine without compiler read", [&arguments](CLI::App& command) {
            command.add_option("-o,--output", arguments.output, "Where to write it; `-` is standard output")->type_name("FILE")->required();
            add_policies(command, arguments);
        });
    CLI::App* rules = add("rules", "List every rule", [&arguments](CLI::App& command) {
        add_policies(command, arguments);
        add_bundle(command, arguments);
        add_format(command, arguments);
    });
    CLI::App* schema = add("schema", "Print the facts model (json: as a JSON Schema)",
                           [&arguments](CLI::App& command) { add_format(command, arguments); });
    add("explain", "Explain a diagnostic",
        [&arguments](CLI::App& command) { command.add_option("CODE", arguments.code, "As printed in brackets: E0203")->required(); });
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& stopped) {
        if (stopped.get_exit_code() != 0 && is_unknown_command(app)) {
            std::cerr << "scantling: there is no command `" << app.remaining().front() << "`; `scantling --help` lists them\n";
            return scantling::cli::exit_usage;
        }
        return app.exit(stopped) == 0 ? scantling::cli::exit_clean : scantling::cli::exit_usage;
    }
    if (check->parsed()) return scantling::cli::check(arguments);
    if (facts->parsed()) return scantling::cli::facts(arguments);
    if (compile->parsed()) return scantling::cli::compile(arguments);
    if (rules->parsed()) return scantling::cli::rules(arguments);
    if (schema->parsed()) return scantling::cli::schema(arguments);
    return scantling::cli::explain(arguments);
}

}  // namespace

int main(int argc, char** argv) {
    try {
        return run(argc, argv);
    } catch (const std::exception& failure) {
        std::cerr << "scantling: internal error: " << failure.what() << '\n';
    }
    return scantling::cli::exit_internal;
}
