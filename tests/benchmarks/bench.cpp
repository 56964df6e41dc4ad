// In one process: a hundred rules over 2,200 rows, beside the same rules written by hand in C++, as ratios.
//
// Data and rules come from a generator with its own seed and word lists; 5 % of the optional cells are absent. Both sides report how many
// rows violate each rule, and must agree. Timings are medians of interleaved runs; nothing here is an assertion on time.
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <functional>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bindings/api/policies.h"
#include "engine/evaluate/evaluate.h"
#include "engine/facts/writers.h"

namespace {

using namespace scantling;

struct Random {
    std::uint64_t state;
    std::uint64_t next() {
        state ^= state << 13U;
        state ^= state >> 7U;
        state ^= state << 17U;
        return state;
    }
    std::size_t below(std::size_t bound) { return static_cast<std::size_t>(next() % bound); }
};

constexpr auto stems =
    std::to_array<std::string_view>({"ssl", "curl", "python", "perl", "zlib",  "xml", "json", "yaml", "crypto", "glib",  "gtk",   "icu",
                                     "krb", "ldap", "sql",    "http", "proto", "tls", "png",  "jpeg", "tiff",   "audio", "video", "font"});
constexpr auto licences =
    std::to_array<std::string_view>({"MIT", "Apache-2.0", "BSD-3-Clause", "GPL-2.0-only", "GPL-3.0-or-later", "MPL-2.0"});
constexpr auto suppliers =
    std::to_array<std::string_view>({"Debian Perl Group", "Debian Python Team", "Example Corp", "A. Maintainer", "Release Team"});
constexpr auto instructions =
    std::to_array<std::string_view>({"RUN apt-get update && apt-get install -y curl", "COPY . /srv", "RUN make -j4 install", "ENV A=1",
                                     "RUN curl -fsSL https://example.com/x | sh", "WORKDIR /srv", "USER 1000"});

struct Package {
    std::string name;
    std::optional<std::string> licence;
    std::optional<std::string> supplier;
    bool is_os;
};
struct Instruction {
    bool is_run;
    std::string text;
};
struct Vulnerability {
    std::string id;
    int severity;
    bool fixed;
    std::optional<std::int64_t> cvss;
};
struct Data {
    std::vector<Package> packages;
    std::vector<Instruction> instructions;
    std::vector<Vulnerability> vulnerabilities;
};

Data make_data() {
    Random random{0x5CA47E11};
    Data data;
    const auto maybe = [&](std::string_view text) { return random.below(20) == 0 ? std::optional<std::string>() : std::string(text); };
    for (int i = 0; i < 1000; ++i) {
        const std::string name =
            (random.below(2) == 0 ? "lib" : "") + std::string(stems[random.below(stems.size())]) + std::to_string(random.below(40));
        data.packages.push_back(
            {name, maybe(licences[random.below(licences.size())]), maybe(suppliers[random.below(suppliers.size())]), random.below(3) == 0});
    }
    for (int i = 0; i < 200; ++i) {
        const std::string_view text = instructions[random.below(instructions.size())];
        data.instructions.push_back({text.substr(0, 3) == "RUN", std::string(text) + " # " + std::to_string(random.below(50))});
    }
    for (int i = 0; i < 1000; ++i) {
        const std::string id = "CVE-" + std::to_string(2015 + random.below(12)) + "-" + std::to_string(1000 + random.below(9000));
        const auto score = static_cast<std::int64_t>(random.below(100)) * 100000;
        data.vulnerabilities.push_back(
            {id, static_cast<int>(random.below(5)), random.below(2) == 0, random.below(20) == 0 ? std::nullopt : std::optional(score)});
    }
    return data;
}

std::shared_ptr<const Facts> make_facts(const Data& data) {
    Builder builder;
    const DocumentId document = builder.add_document({std::make_shared<const Source>("bench", ""), "bench", false, false});
    const Row fragment = builder.add_fragment(document);
    const auto subject = fragment_writer(builder, fragment);
    subject.set(model::SubjectRoot::subject_name, std::string_view("bench"));
    const auto optional_text = [](const auto& row, auto slot, const std::optional<std::string>& value) {
        value ? row.set(slot, std::string_view(*value)) : row.absent(slot);
    };
    const auto packages = subject.list(model::SubjectRoot::packages);
    for (const Package& p : data.packages) {
        const auto row = packages.add();
        row.set(model::Package::name, std::string_view(p.name));
        optional_text(row, model::Package::licence, p.licence);
        optional_text(row, model::Package::supplier, p.supplier);
        row.set(model::Package::is_os, p.is_os);
    }
    const auto list = subject.open(model::SubjectRoot::dockerfile).list(model::Dockerfile::instructions);
    for (const Instruction& i : data.instructions) {
        const auto row = list.add();
        row.set(model::Instruction::keyword, i.is_run ? model::Keyword::RUN : model::Keyword::OTHER);
        row.set(model::Instruction::text, std::string_view(i.text));
    }
    const auto vulnerabilities = subject.list(model::SubjectRoot::vulnerabilities);
    for (const Vulnerability& v : data.vulnerabilities) {
        const auto row = vulnerabilities.add();
        row.set(model::Vulnerability::id, std::string_view(v.id));
        row.set(model::Vulnerability::severity, static_cast<model::Severity>(v.severity));
        row.set(model::Vulnerability::fix, v.fixed ? model::FixState::fixed : model::FixState::not_fixed);
        v.cvss ? row.set(model::Vulnerability::cvss, *v.cvss) : row.absent(model::Vulnerability::cvss);
    }
    for (const std::string_view part : {model::part::packages, model::part::vulnerabilities, model::part::dockerfile})
        builder.supply(part, fragment);
    return builder.freeze({1, {0}, {}});
}

// A rule in both languages.
struct BenchRule {
    std::string scant;
    std::function<std::size_t(const Data&)> by_hand;  // one call a rule: its loop is inlined below it
};

template <typename Rows, typename Test>
std::size_t count(const Rows& rows, Test test) {
    return static_cast<std::size_t>(std::count_if(rows.begin(), rows.end(), test));
}

BenchRule package_rule(int kind, std::string stem, std::string licence, std::string supplier) {
    const bool os = kind % 2 == 0;
    switch (kind % 4) {
        case 0:
            return {"for p in packages forbid p.name starts_with \"lib" + stem + "\" and p.is_os == " + (os ? "true" : "false"),
                    [stem, os](const Data& d) {
                        return count(d.packages, [&](const Package& p) { return p.name.rfind("lib" + stem, 0) == 0 && p.is_os == os; });
                    }};
        case 1:
            return {
                "for p in packages forbid p.licence is present and p.licence == \"" + licence + "\" and p.name contains \"" + stem + "\"",
                [stem, licence](const Data& d) {
                    return count(d.packages, [&](const Package& p) {
                        return p.licence && *p.licence == licence && p.name.find(stem) != std::string::npos;
                    });
                }};
        case 2:
            return {"for p in packages forbid p.supplier is absent or (p.supplier == \"" + supplier + "\" and p.name ends_with \"7\")",
                    [supplier](const Data& d) {
                        return count(d.packages,
                                     [&](const Package& p) { return !p.supplier || (*p.supplier == supplier && p.name.back() == '7'); });
                    }};
        default:
            return {"for p in packages forbid p.name in [\"" + stem + "1\", \"" + stem + "2\", \"lib" + stem + "3\"] and not p.is_os",
                    [stem](const Data& d) {
                        return count(d.packages, [&](const Package& p) {
                            return (p.name == stem + "1" || p.name == stem + "2" || p.name == "lib" + stem + "3") && !p.is_os;
                        });
                    }};
    }
}

BenchRule instruction_rule(int kind) {
    const std::string word = kind % 3 == 0 ? "curl" : kind % 3 == 1 ? "apt-get install" : "make";
    const std::string number = std::to_string(kind);
    return {"for i in dockerfile.instructions where i.keyword == RUN forbid i.text contains \"" + word + "\" and i.text ends_with \"" +
                number + "\"",
            [word, number](const Data& d) {
                return count(d.instructions, [&](const Instruction& i) {
                    return i.is_run && i.text.find(word) != std::string::npos && i.text.size() >= number.size() &&
                           i.text.compare(i.text.size() - number.size(), number.size(), number) == 0;
                });
            }};
}

BenchRule vulnerability_rule(int kind) {
    const int year = 2015 + kind % 12;
    const int severity = kind % 5;
    constexpr std::array<std::string_view, 5> names = {"info", "low", "medium", "high", "critical"};
    const std::string prefix = "CVE-" + std::to_string(year);
    if (kind % 2 == 0) {
        return {"for v in vulnerabilities where v.severity >= " + std::string(names[static_cast<std::size_t>(severity)]) +
                    " forbid v.fix == fixed and v.id starts_with \"" + prefix + "\"",
                [severity, prefix](const Data& d) {
                    return count(d.vulnerabilities,
                                 [&](const Vulnerability& v) { return v.severity >= severity && v.fixed && v.id.rfind(prefix, 0) == 0; });
                }};
    }
    const std::int64_t score = (kind % 10) * 1000000;
    return {"for v in vulnerabilities forbid v.cvss is present and v.cvss > " + std::to_string(kind % 10) + ".0 and v.id starts_with \"" +
                prefix + "\"",
            [score, prefix](const Data& d) {
                return count(d.vulnerabilities,
                             [&](const Vulnerability& v) { return v.cvss && *v.cvss > score && v.id.rfind(prefix, 0) == 0; });
            }};
}

std::vector<BenchRule> make_rules() {
    Random random{0xBE9C4};
    std::vector<BenchRule> rules;
    for (int i = 0; i < 40; ++i) {
        rules.push_back(package_rule(i, std::string(stems[random.below(stems.size())]),
                                     std::string(licences[random.below(licences.size())]),
                                     std::string(suppliers[random.below(suppliers.size())])));
    }
    for (int i = 0; i < 25; ++i) rules.push_back(instruction_rule(i));
    for (int i = 0; i < 35; ++i) rules.push_back(vulnerability_rule(i));
    return rules;
}

std::string policy_text(const std::vector<BenchRule>& rules) {
    std::string text = "package bench\n";
    for (std::size_t i = 0; i < rules.size(); ++i) {
        const std::string number = std::to_string(1000 + i);  // names sort in order
        text += "rule r" + number + " {\n    title \"r" + number + "\"\n    severity low\n    " + rules[i].scant + "\n}\n";
    }
    return text;
}

double microseconds(const std::function<void()>& work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - begin).count();
}

double median(std::vector<double>& values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

int run() {
    const Data data = make_data();
    const std::vector<BenchRule> rules = make_rules();
    PolicyOptions options;
    options.standard_library = false;
    options.texts.push_back({"bench.scant", policy_text(rules)});
    Policies policies;
    std::vector<double> compile;
    for (int i = 0; i < 9; ++i) compile.push_back(microseconds([&] { policies = load_policies(options); }));
    if (!policies.program) {
        for (const Diagnostic& d : policies.diagnostics) std::cerr << render(d);
        return 1;
    }
    const std::shared_ptr<const Facts> facts = make_facts(data);
    EvaluationOptions evaluation_options;
    evaluation_options.now = 0;
    std::vector<std::size_t> by_hand(rules.size());
    Evaluation evaluation;
    std::vector<double> ours;
    std::vector<double> rendered_one;
    std::vector<double> hand;
    for (int i = 0; i < 41; ++i) {
        evaluation_options.max_findings = 0;
        ours.push_back(microseconds([&] { evaluation = evaluate(*policies.program, *facts, evaluation_options); }));
        evaluation_options.max_findings = 1;
        rendered_one.push_back(microseconds([&] { static_cast<void>(evaluate(*policies.program, *facts, evaluation_options)); }));
        hand.push_back(microseconds([&] {
            for (std::size_t r = 0; r < rules.size(); ++r) by_hand[r] = rules[r].by_hand(data);
        }));
    }
    std::size_t findings = 0;
    for (std::size_t r = 0; r < rules.size(); ++r) {
        findings += by_hand[r];
        if (evaluation.outcomes[r].counts.violating != by_hand[r]) {
            std::cerr << "bench: rule " << r << " disagrees: " << evaluation.outcomes[r].counts.violating << " against " << by_hand[r]
                      << "\n";
            return 1;
        }
    }
    const double all = median(ours);
    const double one = median(rendered_one);
    const double written = median(hand);
    std::cout << "bench: 100 rules compiled and linked: " << median(compile) << " us\n";
    std::cout << "bench: 100 rules over 2,200 rows, " << findings << " findings: all rendered " << all << " us, one a rule rendered " << one
              << " us, rule by rule in C++ (counting only) " << written << " us; ratio to C++ " << all / written << " and " << one / written
              << "\n";
    return 0;
}

}  // namespace

int main() { return run(); }
