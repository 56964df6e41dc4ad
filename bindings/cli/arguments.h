// What was asked on the command line, as plain data: main.cpp fills it (the only user of CLI11), commands.cpp does it.
#pragma once

#include <string>
#include <vector>

namespace scantling::cli {

enum class Format { text, json };

struct Arguments {
    std::vector<std::string> files;
    std::vector<std::string> policy_paths;
    std::string bundle;  // instead of policies
    std::string output;  // of `compile`
    std::string profile;
    std::vector<std::string> settings;  // NAME=VALUE
    std::vector<std::string> subjects;  // REF=FILE
    Format format = Format::text;
    std::string now;
    std::string environment;
    std::string code;  // of `explain`
    bool no_standard_library = false;
    bool statistics = false;
};

// One table of exit codes, for every command; of several the first that fits in the order internal, usage, closed, undecided, clean.
enum ExitCode : int { exit_clean = 0, exit_closed = 1, exit_usage = 2, exit_undecided = 3, exit_internal = 4 };

int check(const Arguments& arguments);
int facts(const Arguments& arguments);
int compile(const Arguments& arguments);
int rules(const Arguments& arguments);
int schema(const Arguments& arguments);
int explain(const Arguments& arguments);

}  // namespace scantling::cli
