// The syntax of Dockerfiles against BuildKit's own trees, and what it must refuse and survive.
#include "engine/ingest/dockerfile/syntax.h"

#include <algorithm>
#include <memory>
#include <sstream>
#include <string>

#include "tests/catch.h"
#include "tests/ingest/dockerfile/shared_files.h"

using namespace scantling;
using namespace scantling::dockerfile;

namespace {

File parse_text(std::string text) { return parse(std::make_shared<Source>("Dockerfile", std::move(text))); }

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

// Go's strconv.Quote, as far as the expected trees use it.
std::string quote(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (const std::size_t which = std::string_view("\b\f\n\r\t").find(c); which != std::string_view::npos) {
            out += '\\';
            out += "bfnrt"[which];
        } else if (c == '\0') {
            out += "\\x00";
        } else {
            out += c;
        }
    }
    return out + "\"";
}

std::string dump(const Instruction& instruction) {
    std::string out = lower(std::string(instruction.keyword_text));
    if (!instruction.flags.empty()) {
        out += " [";
        for (const Flag& flag : instruction.flags) {
            if (out.back() != '[') out += ' ';
            out += quote(std::string(flag.name) + (flag.value ? "=" + std::string(*flag.value) : ""));
        }
        out += "]";
    }
    if (instruction.keyword == Keyword::onbuild && instruction.trigger) return out + " (" + dump(*instruction.trigger) + ")";
    if (instruction.keyword == Keyword::env || instruction.keyword == Keyword::label) {
        for (const Pair& pair : instruction.pairs) {
            out += " " + quote(pair.name.text) + " " + quote(pair.value->text) + " " + quote(pair.legacy ? "" : "=");
        }
        return out;
    }
    for (const Word& word : instruction.words) out += " " + quote(word.text);
    return out;
}

std::string dump(const File& file) {
    std::string out;
    for (const Instruction& instruction : file.instructions) out += "(" + dump(instruction) + ")\n";
    return out;
}

}  // namespace

TEST_CASE("dockerfile syntax: BuildKit's parser cases give its trees", "[dockerfile]") {
    const auto folder = test::shared("corpus/dockerfile/buildkit-parser");
    if (folder.empty()) return test::say_skipped("buildkit-parser");
    int cases = 0;
    for (const auto& path : test::files_below(folder)) {
        if (path.filename() != "Dockerfile") continue;
        const auto expected = path.parent_path() / "result";
        if (!std::filesystem::exists(expected)) continue;
        CAPTURE(path.string());
        CHECK(dump(parse_text(test::read_text(path))) == test::read_text(expected));
        ++cases;
    }
    CHECK(cases == 20);
}

TEST_CASE("dockerfile syntax: what BuildKit refuses is refused, with its place", "[dockerfile]") {
    struct Case {
        const char* text;
        std::uint32_t line;
        const char* message;
    };
    const Case cases[] = {
        {"", 1, "file with no instructions"},
        {"# a\n# b\n", 1, "file with no instructions"},
        {"FROM a\n\nENV PATH\n", 3, "ENV must have two arguments"},
        {"FROM a\nCMD [ \"echo\", [ \"nested\" ] ]\n", 2, "strings only"},
        {"# escape=x\nFROM a\n", 1, "invalid escape token"},
        {"# syntax=a\n# syntax=b\nFROM a\n", 2, "only one syntax parser directive"},
        {"RUN true\nFROM a\n", 1, "no build stage in current context"},
        {"FROM a b\n", 1, "either one or three arguments"},
        {"FROM a AS 1x\n", 1, "invalid name for build stage"},
        {"FROM a\nFOO bar\n", 2, "unknown instruction: FOO"},
        {"FROM a\nCOPY x\n", 2, "requires at least two arguments"},
        {"FROM a\nCOPY --frm=b x y\n", 2, "unknown flag: --frm"},
        {"FROM a\nCOPY --from=b --from=c x y\n", 2, "duplicate flag specified: --from"},
        {"FROM a\nCOPY --link=maybe x y\n", 2, "expecting boolean value"},
        {"FROM a\nRUN <<EOF\necho\n", 2, "unterminated heredoc"},
        {"FROM a\nONBUILD ONBUILD RUN x\n", 2, "Chaining ONBUILD"},
        {"FROM a\nONBUILD FROM x\n", 2, "isn't allowed as an ONBUILD trigger"},
        {"FROM a\nSHELL /bin/sh -c\n", 2, "JSON form"},
        {"FROM a\nHEALTHCHECK CURL x\n", 2, "Unknown type"},
        {"FROM a\nHEALTHCHECK NONE x\n", 2, "NONE takes no arguments"},
        {"FROM a\nHEALTHCHECK --interval=5 CMD x\n", 2, "invalid duration"},
        {"FROM a\nRUN --network=lan x\n", 2, "invalid network mode"},
        {"FROM a\nENV a=b c\n", 2, "can't find ="},
        {"FROM a\nRUN \xFFx\n", 2, "not UTF-8"},
    };
    for (const Case& one : cases) {
        CAPTURE(one.text);
        const File file = parse_text(one.text);
        REQUIRE(file.problems.size() == 1);
        CHECK(file.source->position(file.problems[0].span.begin).line == one.line);
        CHECK(file.problems[0].message.find(one.message) != std::string::npos);
    }
    const auto folder = test::shared("corpus/dockerfile/buildkit-parser-negative");
    if (folder.empty()) return test::say_skipped("buildkit-parser-negative");
    for (const auto& path : test::files_below(folder)) {
        CAPTURE(path.string());
        CHECK(!parse_text(test::read_text(path)).problems.empty());
    }
}

TEST_CASE("dockerfile syntax: one mistake does not hide the next", "[dockerfile]") {
    const File file = parse_text("FROM a\nENV X\nFOO\nCOPY y\nRUN ok\n");
    CHECK(file.problems.size() == 3);
    CHECK(file.instructions.size() == 5);
    CHECK(file.instructions[4].words.at(0).text == "ok");
}

TEST_CASE("dockerfile syntax: every word underlines what was written", "[dockerfile]") {
    const std::string text =
        "\xEF\xBB\xBF# syntax=docker/dockerfile:1\r\n# escape=`\r\nFROM --platform=\"linux/amd64\" debian:12 AS base\r\n"
        "# about\r\nRUN a `\r\n  # inside\r\n\r\n  && b  `\r\n   c\r\nCOPY [\"x y\", \"/z\\u0041\"]\r\n";
    const File file = parse_text(text);
    CHECK(file.problems.empty());
    CHECK(file.escape == '`');
    REQUIRE(file.directive("syntax") != nullptr);
    CHECK(file.source->text(file.directive("syntax")->value_span) == "docker/dockerfile:1");
    REQUIRE(file.instructions.size() == 3);
    const Instruction& from = file.instructions[0];
    CHECK(from.line == 3);
    CHECK(*from.flags.at(0).value == "linux/amd64");
    CHECK(file.source->text(from.flags[0].value_span) == "linux/amd64");
    CHECK(file.source->text(from.words.at(2).span) == "base");
    const Instruction& run = file.instructions[1];
    CHECK(run.line == 5);
    CHECK(run.end_line == 9);
    CHECK(run.words.at(0).text == "a   && b     c");
    CHECK(file.source->text(run.text.place(run.text.text.substr(run.text.text.find("&&")))) == "&& b  `\r\n   c");
    REQUIRE(file.empty_continuations.size() == 1);
    CHECK(file.line_of(file.empty_continuations[0].begin) == 7);
    REQUIRE(file.comments.size() == 2);
    CHECK(file.comments[0].before == 1U);
    CHECK(!file.comments[1].before);
    const Instruction& copy = file.instructions[2];
    CHECK(copy.words.at(1).text == "/zA");
    CHECK(file.source->text(copy.words[1].span) == "\"/z\\u0041\"");
}

TEST_CASE("dockerfile syntax: heredocs", "[dockerfile]") {
    struct Case {
        const char* line;
        const char* name;  // empty: none
        bool expands;
        bool strips;
    };
    const Case cases[] = {
        {"RUN <<EOF", "EOF", true, false},          {"RUN <<-EOF", "EOF", true, true},
        {"RUN << EOF", "EOF", true, false},         {"RUN <<'EOF'", "EOF", false, false},
        {"RUN <<EO\"F\"", "EOF", false, false},     {"RUN 3<<EOF", "EOF", true, false},
        {"COPY <<EOF /x", "EOF", true, false},      {"ONBUILD RUN <<EOF", "EOF", true, false},
        {"RUN \"<<EOF\"", "", true, false},         {"RUN <<<EOF", "", true, false},
        {"RUN [\"<<EOF\"]", "", true, false},       {"USER <<EOF", "", true, false},
        {"RUN cat <<EOF > /x", "EOF", true, false},
    };
    for (const Case& one : cases) {
        CAPTURE(one.line);
        const File file = parse_text("FROM a\n" + std::string(one.line) + "\n\t# FROM x \\\n\tbody\nEOF\n");
        const Instruction& instruction = file.instructions.at(1);
        if (*one.name == '\0') {
            CHECK(instruction.heredocs.empty());
            continue;
        }
        REQUIRE(instruction.heredocs.size() == 1);
        CHECK(instruction.heredocs[0].name == one.name);
        CHECK(instruction.heredocs[0].expands == one.expands);
        CHECK(instruction.heredocs[0].body.text == (one.strips ? "# FROM x \\\nbody\n" : "\t# FROM x \\\n\tbody\n"));
        CHECK(file.instructions.size() == 2);
        CHECK(instruction.end_line == 5);
    }
}

TEST_CASE("dockerfile syntax: bad input ends in problems, never worse", "[dockerfile]") {
    const std::string deep(100000, '[');
    std::string onbuild = "FROM a\n";
    for (int i = 0; i < 8000; ++i) onbuild += "ONBUILD ";
    const std::string inputs[] = {
        "FROM a\nCMD " + deep + "\n",
        onbuild + "RUN x\n",
        "FROM a\nRUN " + std::string(10 << 20, 'x') + "\n",
        std::string(1 << 20, '\\'),
        std::string("FROM a\nRUN \0x\n", 14),
        std::string(1 << 20, '\n'),
        "FROM a\nRUN <<" + std::string(60000, 'E') + "\n",
    };
    for (const std::string& input : inputs) {
        const File file = parse_text(input);
        CHECK((file.line_begins.size() >= 1 || !file.problems.empty()));
    }
    CHECK(parse_text("FROM a\nRUN " + std::string(65535 - 4, 'x') + "\n").problems.empty());
    CHECK(parse_text("FROM a\nRUN " + std::string(65535 - 3, 'x') + "\n").problems.size() == 1);
    const std::string small =
        "# escape=`\nFROM a AS b\nRUN <<E cat `\n # c\n x\nq\nE\nENV a=\"b c\" d='e'\nHEALTHCHECK --retries=1 CMD [\"a\"]\n";
    for (std::size_t size = 0; size <= small.size(); ++size) (void)parse_text(small.substr(0, size));
}

TEST_CASE("dockerfile syntax: the real files of the corpus", "[dockerfile]") {
    const auto folder = test::shared("corpus/dockerfile/real");
    if (folder.empty()) return test::say_skipped("real Dockerfiles");
    std::size_t files = 0;
    std::size_t refused = 0;
    for (const auto& path : test::files_below(folder)) {
        const File file = parse_text(test::read_text(path));
        ++files;
        for (const Instruction& instruction : file.instructions) {
            for (const Word& word : instruction.words) REQUIRE(word.span.end <= file.source->text().size());
        }
        if (!file.problems.empty()) ++refused;
    }
    CHECK(files > 1200);
    CHECK(refused == 15);  // read one by one: templates ({{, {%, @X@), another frontend's words, and files that are bad on purpose
}
