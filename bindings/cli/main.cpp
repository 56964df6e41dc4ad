// The command line: words to a request, a request to the library, the answer to streams and an exit code.
// CLI11's exceptions end in this file; a usage error is exit code 2, whatever number CLI11 would give it.
#include <exception>
#include <iostream>
#include <string>

#include <CLI/CLI.hpp>

#include "bindings/api/version.h"

namespace {

constexpr int exit_clean = 0;
constexpr int exit_usage = 2;
constexpr int exit_internal = 4;

int run(int argc, char** argv) {
    CLI::App app("Checks containers against policies written in Scant", "scantling");
    app.set_version_flag("--version", "scantling " + std::string(scantling::version()));
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& stopped) {
        return app.exit(stopped) == 0 ? exit_clean : exit_usage;
    }
    std::cerr << app.help();
    return exit_usage;
}

}  // namespace

int main(int argc, char** argv) {
    try {
        return run(argc, argv);
    } catch (const std::exception& failure) {
        std::cerr << "scantling: internal error: " << failure.what() << '\n';
    }
    return exit_internal;
}
