// scantling-oracle --cases N --seed S [--processes P] [--batch B]: random programs and facts, judged by the product and by the oracle.
//
// A case is one rule over one world. Exit 0: no disagreement, and the generator's profile is broad; 1 otherwise.
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <iostream>
#include <sstream>

#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/oracle/campaign.h"

namespace scantling::oracle {

namespace {

struct Arguments {
    std::uint64_t cases = 100000;
    std::uint64_t seed = 1;
    std::uint64_t processes = 2;
    std::optional<std::uint64_t> batch;
    std::size_t show = 3;
    bool profile = true;
};

std::optional<Arguments> read_arguments(int count, char** words) {
    Arguments out;
    for (int i = 1; i < count; ++i) {
        const std::string_view name = words[i];
        if (name == "--no-profile") {
            out.profile = false;
            continue;
        }
        if (i + 1 >= count) return std::nullopt;
        const std::uint64_t value = std::strtoull(words[++i], nullptr, 10);
        if (name == "--cases") {
            out.cases = value;
        } else if (name == "--seed") {
            out.seed = value;
        } else if (name == "--processes") {
            out.processes = value == 0 ? 1 : value;
        } else if (name == "--batch") {
            out.batch = value;
        } else if (name == "--show") {
            out.show = value;
        } else {
            return std::nullopt;
        }
    }
    return out;
}

// The result as lines `key value`, the report after a blank one: how a child tells its parent.
void send(const CampaignResult& result, std::FILE* out) {
    std::fprintf(out, "cases %llu\nrules %llu\nrefused %llu\ncompletions %llu\nsingles %llu\nvariants %llu\ndisagreements %llu\n",
                 static_cast<unsigned long long>(result.cases), static_cast<unsigned long long>(result.rules),
                 static_cast<unsigned long long>(result.refused), static_cast<unsigned long long>(result.completions),
                 static_cast<unsigned long long>(result.singles), static_cast<unsigned long long>(result.variants),
                 static_cast<unsigned long long>(result.disagreements));
    const auto row = [&](const char* name, const std::uint64_t* values, std::size_t count) {
        for (std::size_t i = 0; i < count; ++i) std::fprintf(out, "%s%zu %llu\n", name, i, static_cast<unsigned long long>(values[i]));
    };
    row("outcome", result.outcomes, 6);
    row("truth", result.tally.truths, 3);
    row("state", result.tally.states, 3);
    row("list", result.tally.lists, 4);
    for (const auto& [kind, rules] : result.rules_with)
        std::fprintf(out, "with:%s %llu\n", kind.c_str(), static_cast<unsigned long long>(rules));
    for (const auto& [kind, nodes] : result.tally.nodes)
        std::fprintf(out, "nodes:%s %llu\n", kind.c_str(), static_cast<unsigned long long>(nodes));
    for (const auto& [code, times] : result.refusals)
        std::fprintf(out, "refusal:%s %llu\n", code.c_str(), static_cast<unsigned long long>(times));
    std::fprintf(out, "\n%s", result.report.c_str());
}

struct Totals {
    std::map<std::string, std::uint64_t> numbers;
    std::string report;

    void take(const std::string& text) {
        std::istringstream in(text);
        std::string line;
        while (std::getline(in, line) && !line.empty()) {
            const std::size_t blank = line.rfind(' ');
            numbers[line.substr(0, blank)] += std::strtoull(line.c_str() + blank + 1, nullptr, 10);
        }
        std::stringstream rest;
        rest << in.rdbuf();
        report += rest.str();
    }
    [[nodiscard]] std::uint64_t operator[](const std::string& name) const {
        const auto found = numbers.find(name);
        return found == numbers.end() ? 0 : found->second;
    }
};

std::string run_child(const CampaignOptions& options, int write_end) {
    std::FILE* out = fdopen(write_end, "w");
    try {
        send(run_campaign(options), out);
    } catch (const std::exception& error) {
        std::fprintf(out, "disagreements 1\n\nthe oracle itself gave up: %s\n", error.what());
    }
    std::fclose(out);
    return {};
}

Totals run_all(const Arguments& arguments) {
    Totals totals;
    struct Child {
        pid_t id;
        int end;
        CampaignOptions options;
    };
    std::vector<Child> children;
    void* const shared = mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    const std::uint64_t processes = arguments.batch ? 1 : arguments.processes;
    for (std::uint64_t i = 0; i < processes; ++i) {
        CampaignOptions options;
        options.cases = arguments.batch ? 1 : (arguments.cases + processes - 1) / processes;
        options.seed = arguments.seed;
        options.first_batch = arguments.batch ? *arguments.batch : i;
        options.step = processes;
        options.show = arguments.show;
        options.at_batch = shared == MAP_FAILED ? nullptr : static_cast<std::uint64_t*>(shared) + i % 64;
        int ends[2];
        if (pipe(ends) != 0) std::exit(4);
        const pid_t child = fork();
        if (child == 0) {
            close(ends[0]);
            run_child(options, ends[1]);
            _exit(0);
        }
        close(ends[1]);
        children.push_back({child, ends[0], options});
    }
    for (const auto& [child, end, options] : children) {
        std::string text;
        char buffer[4096];
        for (ssize_t got = 0; (got = read(end, buffer, sizeof buffer)) > 0;) text.append(buffer, static_cast<std::size_t>(got));
        close(end);
        int status = 0;
        waitpid(child, &status, 0);
        totals.take(text);
        if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
            ++totals.numbers["disagreements"];
            totals.report += "a process of the oracle died with status " + std::to_string(status) + " in batch ";
            totals.report += std::to_string(*options.at_batch) + "\n";
            if (arguments.show > 0) totals.report += find_death(options, *options.at_batch);
        }
    }
    return totals;
}

double share(std::uint64_t part, std::uint64_t whole) {
    return whole == 0 ? 0.0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
}

// Every kind of expression that the language has.
std::vector<std::string> all_kinds() {
    std::vector<std::string> out = {"and",
                                    "or",
                                    "implies",
                                    "not",
                                    "coalesce",
                                    "sum",
                                    "product",
                                    "negate",
                                    "member",
                                    "optional_member",
                                    "index",
                                    "name",
                                    "boolean",
                                    "integer",
                                    "decimal",
                                    "duration",
                                    "size",
                                    "time",
                                    "string",
                                    "raw",
                                    "block",
                                    "interpolated",
                                    "list",
                                    "comprehension",
                                    "count",
                                    "braces",
                                    "call of a function"};
    for (const char* const word : {"any", "all", "none", "count"}) out.push_back("quantifier " + std::string(word));
    for (const char* const word : {"present", "absent", "known"}) out.push_back("is_test " + std::string(word));
    for (const char* const sign :
         {"==", "!=", "<", "<=", ">", ">=", "in", "not", "within", "matches", "like", "contains", "starts_with", "ends_with"}) {
        out.push_back("comparison " + std::string(sign));
    }
    for (const dsl::BuiltinSignature& signature : dsl::builtin_signatures()) {
        const bool by_address =
            signature.name == "url_host" || signature.name == "url_scheme";  // the language does not say what an address is
        if (!by_address) out.push_back("call " + std::string(signature.name));
    }
    return out;
}

// What was tried. A kind in under 1 % of the rules, or a state in under 1 % of the values, is a hole in the generator.
bool print_profile(const Totals& totals) {
    std::string thin;
    const auto item = [&](const std::string& name, std::uint64_t part, std::uint64_t whole, double least) {
        std::printf("  %-24s %5.1f %%\n", name.c_str(), share(part, whole));
        if (share(part, whole) < least) thin += " " + name;
    };
    const auto row = [&](const char* title, const char* key, const std::vector<const char*>& names) {
        std::uint64_t whole = 0;
        for (std::size_t i = 0; i < names.size(); ++i) whole += totals[key + std::to_string(i)];
        std::printf("%s\n", title);
        for (std::size_t i = 0; i < names.size(); ++i) {
            const bool waived = std::strcmp(names[i], "waived") == 0;  // until waivers come
            if (!waived) item(names[i], totals[key + std::to_string(i)], whole, 1.0);
        }
    };
    std::printf("profile: rules that hold a kind of expression (evaluated at least once)\n");
    for (const std::string& kind : all_kinds()) item(kind, totals["with:" + kind], totals["with:"], 1.0);
    row("profile: truth of conditions", "truth", {"false", "true", "unknown"});
    row("profile: states of values", "state", {"present", "absent", "unknown values"});
    row("profile: lists", "list", {"whole", "whole and empty", "incomplete", "incomplete and empty"});
    row("profile: outcomes", "outcome", {"pass", "fail", "unknown outcomes", "skipped", "waived", "not_applicable"});
    if (!thin.empty()) std::printf("profile: under 1 %%:%s\n", thin.c_str());
    return thin.empty();
}

int run(const Arguments& arguments) {
    const auto begin = std::chrono::steady_clock::now();
    const Totals totals = run_all(arguments);
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    bool broad = true;
    if (arguments.profile) broad = print_profile(totals);
    if (arguments.profile) {
        for (const auto& [key, times] : totals.numbers) {
            if (key.rfind("refusal:", 0) == 0 && share(times, totals["rules"]) > 0.1)
                std::printf("refused: %s (%llu)\n", key.c_str() + 8, static_cast<unsigned long long>(times));
        }
    }
    std::printf("%s", totals.report.c_str());
    std::printf(
        "oracle: seed %llu, %llu cases (%llu rules; %llu refused by the checker), %llu disagreements; %llu completions, %llu subjects "
        "alone, "
        "%llu cases under other passes; %.0f s, %.0f cases/s\n",
        static_cast<unsigned long long>(arguments.seed), static_cast<unsigned long long>(totals["cases"]),
        static_cast<unsigned long long>(totals["rules"]), static_cast<unsigned long long>(totals["refused"]),
        static_cast<unsigned long long>(totals["disagreements"]), static_cast<unsigned long long>(totals["completions"]),
        static_cast<unsigned long long>(totals["singles"]), static_cast<unsigned long long>(totals["variants"]), seconds,
        static_cast<double>(totals["cases"]) / (seconds > 0 ? seconds : 1));
    return totals["disagreements"] == 0 && totals["cases"] > 0 && (broad || arguments.cases < 20000 || arguments.batch) ? 0 : 1;
}

}  // namespace

}  // namespace scantling::oracle

int main(int count, char** words) {
    const auto arguments = scantling::oracle::read_arguments(count, words);
    if (!arguments) {
        std::fprintf(stderr, "scantling-oracle [--cases N] [--seed S] [--processes P] [--batch B] [--show N] [--no-profile]\n");
        return 2;
    }
    return scantling::oracle::run(*arguments);
}
