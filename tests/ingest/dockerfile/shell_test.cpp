// RUN scripts into commands: a table of scripts, and that every word underlines what was written.
#include "engine/ingest/dockerfile/shell.h"

#include <memory>
#include <string>

#include "engine/base/limits.h"
#include "engine/ingest/dockerfile/installs.h"
#include "engine/ingest/dockerfile/syntax.h"
#include "tests/catch.h"
#include "tests/ingest/dockerfile/shared_files.h"

using namespace scantling;
using namespace scantling::dockerfile;

namespace {

class Environment final : public Variables {
  public:
    [[nodiscard]] Found find(std::string_view name) const override {
        if (name == "V") return {VariableState::value, "1.2"};
        if (name == "LIST") return {VariableState::value, "a b"};
        return {VariableState::unset, {}};
    }
};

struct Reading {
    Pool pool;
    std::size_t budget = limits::dockerfile_expansion;
    Environment environment;
    ShellScript script;
    std::string text;
    explicit Reading(std::string source) : text(std::move(source)) {
        script = read_script({text, 0, {}}, {environment, pool, budget, false});
    }
};

std::string show(const ShellCommand& command) {
    std::string out;
    if (command.sudo) out += "sudo:";
    if (command.negated) out += "!";
    if (command.conditional) out += "?";
    for (const Assignment& one : command.environment) out += std::string(one.name) + "=" + std::string(one.value.text) + ",";
    for (std::size_t i = 0; i < command.words.size(); ++i) {
        if (i > 0) out += ' ';
        out += command.words[i].known ? std::string(command.words[i].text) : command.words[i].splits ? "~" : "_";
    }
    if (command.pipes_into) out += " |" + std::to_string(*command.pipes_into);
    return out;
}

std::string show(const ShellScript& script) {
    std::string out;
    for (const ShellCommand& command : script.commands) {
        if (!out.empty()) out += " ; ";
        out += show(command);
    }
    if (!script.complete) out += " …";
    return out;
}

}  // namespace

TEST_CASE("dockerfile shell: scripts into commands", "[dockerfile]") {
    struct Case {
        const char* script;
        const char* expected;
    };
    const Case cases[] = {
        {"a b && c || d; e & f", "a b ; c ; d ; e ; f"},
        {"a 'b c' \"d e\"f \\g # h", "a b c d ef g"},
        {"curl -x | sh", "curl -x |1 ; sh"},
        {"a | b | c", "a |1 ; b |2 ; c"},
        {"{ a; b; } | c", "a |2 ; b |2 ; c"},
        {"a | (b; c)", "a |1 ; b ; c"},
        {"A=1 B='x y' c", "A=1,B=x y,c"},
        {"echo $V ${V}x \"$V\" '$V' $LIST \"$LIST\"", "echo 1.2 1.2x 1.2 $V a b a b"},
        {"echo $X \"$X\" a$X", "echo ~ _ ~"},
        {"X=3; echo $X; X=$Y; echo $X", "echo 3 ; echo ~"},
        {"export X=3 && echo ${X:-4} ${Z:-5}", "export X=3 ; echo 3 ~"},
        {"sudo -u root apt-get install x", "sudo:apt-get install x"},
        {"env -i A=1 sh -c 'b c; d'", "A=1,b c ; A=1,d"},
        {"exec bash -euxo pipefail -c \"a | b\"", "a |1 ; b"},
        {"find . | xargs -0 -n1 rm -rf", "find . |1 ; rm -rf"},
        {"timeout 30 nice -n 5 x", "x"},
        {"python3 -m pip install y", "pip install y"},
        {"command -v x", "command -v x"},
        {"if a; then b; elif c; then d; else e; fi && f", "a ; ?b ; ?c ; ?d ; ?e ; f"},
        {"for i in 1 2; do x $i; done; y", "?x ~ ; y"},
        {"while read l; do x; done < f", "read l ; ?x"},
        {"case $V in a|b) x ;; *) y; z;; esac; w", "?x ; ?y ; ?z ; w"},
        {"f() { x; }; f", "?x ; f"},
        {"(a; b) && c", "a ; b ; c"},
        {"a $(b | c) `d e`", "b |1 ; c ; d e ; a ~ ~"},
        {"a \"$(b)\" $((1+2))", "b ; a _ ~"},
        {"! a", "!a"},
        {"[[ -f x && $a < 3 ]] && b", "[[ -f x ~ 3 ]] ; b"},
        {"a > x 2>&1 < y", "a"},
        {"cat <<E > x\nfoo $(bar)\nE\nb", "cat ; b"},
        {"bash <<E\na\nb\nE\nc", "bash ; a ; b ; c"},
        {"python3 <<E\nimport x\nE\n", "python3 …"},
        {"eval \"$X\"", "eval _ …"},
        {"sh -c $X", "sh -c ~ …"},
        {"a 'unclosed", "a …"},
        {"if a; then b", "a ; ?b …"},
        {"a=(1 2 3); b", "b"},
        {"a\nb\\\n c\n\n# d\ne", "a ; b c ; e"},
        {"su - me -c 'a && b'", "a ; b"},
        {"set -x; : ; true", "set -x ; : ; true"},
    };
    for (const Case& one : cases) {
        CAPTURE(one.script);
        const Reading reading(one.script);
        CHECK(show(reading.script) == one.expected);
        for (const ShellCommand& command : reading.script.commands) {
            for (const ShellWord& word : command.words) {
                if (!word.written.empty()) CHECK(reading.text.find(std::string(word.written)) != std::string::npos);
                CHECK(word.span.end <= reading.text.size());
            }
        }
    }
}

TEST_CASE("dockerfile shell: pipefail", "[dockerfile]") {
    struct Case {
        const char* script;
        bool has_pipe;
        bool bare;
    };
    const Case cases[] = {
        {"a | b", true, true},
        {"set -o pipefail && a | b", true, false},
        {"set -euxo pipefail; a | b", true, false},
        {"a | b; set -o pipefail", true, true},
        {"set -o pipefail; set +o pipefail; a | b", true, true},
        {"if x; then set -o pipefail; fi; a | b", true, true},
        {"set -o pipefail; sh -c 'a | b'", true, true},
        {"bash -o pipefail -c 'a | b'", true, false},
        {"echo 'a | b' \"|\" \\|", false, false},
        {"a || b", false, false},
        {"x $(a | b)", true, true},
    };
    for (const Case& one : cases) {
        CAPTURE(one.script);
        const Reading reading(one.script);
        CHECK(reading.script.has_pipe == one.has_pipe);
        CHECK(reading.script.bare_pipe == one.bare);
    }
}

TEST_CASE("dockerfile shell: places inside a script that is itself quoted", "[dockerfile]") {
    const Reading reading("x && sh -c \"echo \\\"a b\\\" && rm 'c d'\"");
    REQUIRE(reading.script.commands.size() == 3);
    const ShellWord& word = reading.script.commands[2].words.at(1);
    CHECK(word.text == "c d");
    CHECK(reading.text.substr(word.span.begin, word.span.size()) == "'c d'");
    CHECK(reading.script.commands[1].words.at(1).text == "a b");
}

TEST_CASE("dockerfile programs: flags, operands, install targets", "[dockerfile]") {
    struct Case {
        const char* command;
        const char* subcommand;
        const char* flags;
        const char* targets;  // name@version, then ! where pinned, ? where nobody can tell
    };
    const Case cases[] = {
        {"apt-get -yqq -t stable --no-install-recommends install a b=1.2 c/sid d:i386", "install",
         "-y -q -q -t=stable --no-install-recommends", "a b@1.2! c d"},
        {"apt-get install ./x.deb", "install", "", "(local)!"},
        {"apt-get install nginx=$NOPE $ALL", "install", "", "nginx@?? ???"},
        {"apk add --no-cache -t .deps a=1-r0 b~=2 c", "add", "--no-cache -t=.deps", "a@1-r0! b@~=2 c"},
        {"yum -y install rpm-sign-4.16.1.3 java-11-openjdk gcc-c++-1.1.1 openssl-1:1.1.1k", "install", "-y",
         "rpm-sign@4.16.1.3! java-11-openjdk gcc-c++@1.1.1! openssl@1:1.1.1k!"},
        {"dnf module install -y tomcat:9", "module", "-y", "tomcat@9"},
        {"zypper -n in 'a>=9' b=1", "in", "-n", "a@>=9 b@1!"},
        {"pip3 install --target /x 'a[b]==1.0; x' c~=2 d -r req.txt -e . "
         "git+https://h/p.git@0123456789012345678901234567890123456789#egg=p",
         "install", "--target=/x -r=req.txt -e=.", "a@1.0! c@~=2 d @0123456789012345678901234567890123456789! (file)? (local)!"},
        {"npm install -g a@1.2.3 @b/c @d/e@^1 ./f g.tgz", "install", "-g", "a@1.2.3! @b/c @d/e@^1 (local)! (local)!"},
        {"npm ci", "ci", "", ""},
        {"gem install a:1.2 b -v 2.0", "install", "-v=2.0", "a@1.2! b@2.0!"},
        {"gem install a:1.2 -- --use-system-libraries true", "install", "", "a@1.2!"},
        {"go install -ldflags -s example.com/x@v1.2.3 ./y example.com/z@latest", "install", "-ldflags=-s",
         "example.com/x@v1.2.3! (local)! example.com/z@latest"},
        {"go mod download", "mod", "", ""},
        {"cargo install --version 1.2.3 x", "install", "--version=1.2.3", "x@1.2.3!"},
        {"composer require a/b:1.2.3 c/d", "require", "", "a/b@1.2.3! c/d"},
        {"curl -fsSLo /x -k https://y", "", "-f -s -S -L -o=/x -k", ""},
        {"wget -qnvO- https://y", "", "-q -nv -O=-", ""},
        {"tar xzf a -C b", "", "-x -z -f=a -C=b", ""},
        {"unknown -abc --d=e --f g", "", "-abc --d=e --f", ""},
    };
    for (const Case& one : cases) {
        CAPTURE(one.command);
        const Reading reading(one.command);
        REQUIRE(reading.script.commands.size() == 1);
        const Invocation made = read_arguments(reading.script.commands[0].words, false);
        CHECK(std::string(made.subcommand ? made.subcommand->text : "") == one.subcommand);
        std::string flags;
        for (const CommandFlag& flag : made.flags) {
            flags += (flags.empty() ? "" : " ") + std::string(flag.name) + (flag.value ? "=" + std::string(*flag.value) : "");
        }
        CHECK(flags == one.flags);
        std::string targets;
        for (const InstallTarget& target : install_targets(made)) {
            targets += targets.empty() ? "" : " ";
            if (target.is_local) targets += "(local)";
            if (target.is_file) targets += "(file)";
            targets += target.name_known ? std::string(target.name.value_or("")) : "?";
            if (target.version) targets += "@" + std::string(*target.version);
            if (!target.version_known) targets += target.name_known ? "@?" : "?";
            targets += !target.pinned ? "?" : *target.pinned ? "!" : "";
        }
        CHECK(targets == one.targets);
    }
}

TEST_CASE("dockerfile shell: bad scripts end", "[dockerfile]") {
    std::string groups;
    std::string substitutions;
    std::string shells = "x";
    for (int i = 0; i < 100000; ++i) {
        groups += "( ";
        substitutions += "$(( ";
    }
    for (int i = 0; i < 12; ++i) shells = "sh -c \"" + shells + "\"";
    const std::string inputs[] = {groups,
                                  substitutions,
                                  shells,
                                  std::string(1 << 20, '`'),
                                  std::string(1 << 20, '|'),
                                  std::string(1 << 20, '\\'),
                                  std::string(100000, '{'),
                                  "a <<E\n" + std::string(1 << 20, 'x'),
                                  std::string(1 << 20, '"')};
    for (const std::string& input : inputs) {
        const Reading reading(input);
        CHECK(reading.script.commands.size() < input.size());
    }
}

// Windows scripts are for cmd or PowerShell, and templates are no scripts yet.
static bool speaks_posix(const File& file) {
    const std::string_view text = file.source->text();
    const bool windows = file.escape == '`' || text.find("indows") != std::string_view::npos ||
                         text.find("powershell") != std::string_view::npos || text.find("choco ") != std::string_view::npos;
    return !windows && file.problems.empty();
}

TEST_CASE("dockerfile shell: the RUN lines of the corpus", "[dockerfile]") {
    const auto folder = test::shared("corpus/dockerfile/real");
    if (folder.empty()) return test::say_skipped("RUN lines");
    std::size_t scripts = 0;
    std::size_t opaque = 0;
    std::size_t commands = 0;
    for (const auto& path : test::files_below(folder)) {
        const File file = parse(std::make_shared<Source>(path.string(), test::read_text(path)));
        for (const Instruction& instruction : file.instructions) {
            if (instruction.keyword != Keyword::run || instruction.json || instruction.words.empty() || !instruction.heredocs.empty())
                continue;
            const Reading reading{std::string(instruction.words[0].text)};
            ++scripts;
            commands += reading.script.commands.size();
            if (!reading.script.opaque || !speaks_posix(file)) continue;
            ++opaque;
            UNSCOPED_INFO(path.string() << ":" << instruction.line);
        }
    }
    CHECK(scripts > 4000);
    CHECK(commands > 12000);
    CHECK(opaque == 0);
}
