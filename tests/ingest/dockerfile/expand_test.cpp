// Expansion against BuildKit's own vectors, and in three values.
#include "engine/ingest/dockerfile/expand.h"

#include <map>
#include <sstream>
#include <string>

#include "tests/catch.h"
#include "tests/ingest/dockerfile/shared_files.h"

using namespace scantling;
using namespace scantling::dockerfile;

namespace {

class Environment final : public Variables {
  public:
    explicit Environment(std::map<std::string, std::string> known, std::string unknown = {})
        : values_(std::move(known)), unknown_(std::move(unknown)) {}
    [[nodiscard]] Found find(std::string_view name) const override {
        if (name == unknown_) return {VariableState::unknown, {}};
        const auto found = values_.find(std::string(name));
        if (found == values_.end()) return {VariableState::unset, {}};
        return {VariableState::value, found->second};
    }
    void define(const std::string& line) { values_[line.substr(0, line.find('='))] = line.substr(line.find('=') + 1); }

  private:
    std::map<std::string, std::string> values_;
    std::string unknown_;
};

std::string trimmed(const std::string& text) {
    const auto begin = text.find_first_not_of(" \t");
    return begin == std::string::npos ? "" : text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

}  // namespace

TEST_CASE("dockerfile expansion: BuildKit's envVarTest", "[dockerfile]") {
    const auto file = test::shared("corpus/dockerfile/buildkit-shell/envVarTest");
    if (file.empty()) return test::say_skipped("envVarTest");
    const Environment unix_like({{"PWD", "/home"}, {"SHELL", "bash"}, {"KOREAN", "한국어"}, {"NULL", ""}});
    std::istringstream lines(test::read_text(file));
    std::string line;
    int cases = 0;
    while (std::getline(lines, line)) {
        if (line.empty() || line.front() == '#' || (line.front() != 'A' && line.front() != 'U')) continue;
        const std::size_t second = line.rfind('|');
        const std::string source = trimmed(line.substr(2, second - 2));
        const std::string expected = trimmed(line.substr(second + 1));
        CAPTURE(source);
        const Expanded made = expand_word(source, unix_like);
        const bool refused = !made.problem.empty() || !made.missing.empty();
        CHECK(refused == (expected == "error"));
        if (!refused) CHECK(made.text == expected);
        ++cases;
    }
    CHECK(cases > 130);
}

TEST_CASE("dockerfile expansion: BuildKit's wordsTest", "[dockerfile]") {
    const auto file = test::shared("corpus/dockerfile/buildkit-shell/wordsTest");
    if (file.empty()) return test::say_skipped("wordsTest");
    Environment environment({});
    std::istringstream lines(test::read_text(file));
    std::string line;
    int cases = 0;
    while (std::getline(lines, line)) {
        if (line.rfind("ENV ", 0) == 0) {
            const std::string definition = line.substr(4);
            environment.define(definition);
            continue;
        }
        const std::size_t bar = line.find('|');
        if (line.empty() || line.front() == '#' || bar == std::string::npos) continue;
        const std::string source = trimmed(line.substr(0, bar));
        std::string expected = line.substr(bar + 1);
        expected.erase(0, 1);
        CAPTURE(source);
        const Expanded made = expand(source, environment);
        CHECK(made.problem.empty() == (expected != "error"));
        std::string words;
        for (const LexedWord& word : made.words) words += (words.empty() ? "" : ",") + word.text;
        if (expected != "error") CHECK(words == expected);
        ++cases;
    }
    CHECK(cases == 18);
}

TEST_CASE("dockerfile expansion: what is unknown stays unknown", "[dockerfile]") {
    struct Case {
        const char* text;
        const char* value;
        bool certain;
    };
    const Environment environment({{"V", "1.2.3"}, {"EMPTY", ""}, {"PATH", "/a/b/c.tar.gz"}}, "U");
    const Case cases[] = {
        {"a$V", "a1.2.3", true},
        {"a$U", "a", false},
        {"${U:-x}", "", false},
        {"${U:+x}", "", false},
        {"${NOBODY}", "", false},
        {"${NOBODY:-x}", "x", true},
        {"${NOBODY:-$U}", "", false},
        {"${V:-$U}", "1.2.3", true},
        {"${V:+$U}", "", false},
        {"${NOBODY:+$U}", "", true},
        {"${EMPTY:-x}", "x", true},
        {"${EMPTY-x}", "", true},
        {"${V:?x}", "1.2.3", true},
        {"${NOBODY:?x}", "", false},
        {"${PATH##*/}", "c.tar.gz", true},
        {"${PATH#*/}", "a/b/c.tar.gz", true},
        {"${PATH%.*}", "/a/b/c.tar", true},
        {"${PATH%%.*}", "/a/b/c", true},
        {"${PATH/b/X}", "/a/X/c.tar.gz", true},
        {"${PATH//\\//_}", "_a_b_c.tar.gz", true},
        {"${U#x}", "", false},
        {"'$U'", "$U", true},
    };
    for (const Case& one : cases) {
        CAPTURE(one.text);
        const Expanded made = expand_word(one.text, environment);
        CHECK(made.certain() == one.certain);
        if (one.certain) CHECK(made.text == one.value);
    }
}

TEST_CASE("dockerfile expansion: bounds", "[dockerfile]") {
    const Environment environment({{"A", std::string(40000, 'a')}});
    CHECK(expand_word("$A", environment).certain());
    CHECK(!expand_word("$A$A", environment).certain());
    std::string nested;
    for (int i = 0; i < 100000; ++i) nested += "${a:-";
    CHECK(!expand_word(nested, environment).problem.empty());
    std::size_t budget = 100000;
    Lexing how;
    how.budget = &budget;
    CHECK(expand_word("x$A", environment, how).certain());
    CHECK(!expand_word("x$A", environment, how).certain());
    const Environment evil({{"A", std::string(60000, 'a')}});
    CHECK(!expand_word("${A//*a*b/x}", evil, how).certain());
}
