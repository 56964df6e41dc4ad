// Install targets in the notation of each package manager. `pinned` is said only of an exact version, a commit or a digest.
#include "engine/ingest/dockerfile/installs.h"

#include <algorithm>

namespace scantling::dockerfile {

namespace {

bool starts(std::string_view text, std::string_view with) { return text.substr(0, with.size()) == with; }
bool ends(std::string_view text, std::string_view with) {
    return text.size() >= with.size() && text.substr(text.size() - with.size()) == with;
}

bool is_hex(std::string_view text, std::size_t least) {
    return text.size() >= least && std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c) || (c >= 'a' && c <= 'f'); });
}

// Digits and dots, at least `dots` of them.
bool is_dotted(std::string_view text, std::size_t dots) {
    std::size_t found = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '.' && i > 0 && i + 1 < text.size() && text[i - 1] != '.') {
            ++found;
        } else if (!is_digit(text[i])) {
            return false;
        }
    }
    return !text.empty() && found >= dots;
}

// A whole semantic version: three numbers, then perhaps a prerelease and a build.
bool is_semver(std::string_view text) {
    if (!text.empty() && (text.front() == 'v' || text.front() == '=')) text.remove_prefix(1);
    return is_dotted(text.substr(0, text.find_first_of("-+")), 2);
}

bool is_archive_name(std::string_view text) {
    for (const std::string_view suffix :
         {".tar.gz", ".tgz", ".tar", ".tar.bz2", ".tar.xz", ".zip", ".whl", ".deb", ".apk", ".rpm", ".gem", ".phar", ".nupkg"}) {
        if (ends(text, suffix)) return true;
    }
    return false;
}

bool is_path(std::string_view text) {
    return text == "." || text == ".." || starts(text, "./") || starts(text, "../") || starts(text, "/") || starts(text, "~/") ||
           starts(text, "file:");
}

bool is_url(std::string_view text) { return text.find("://") != std::string_view::npos; }

void set_version(InstallTarget& target, std::string_view name, std::string_view version, bool exact) {
    target.name = name;
    target.version = version;
    target.pinned = exact && !version.empty();
}

void by_operator(InstallTarget& target, std::string_view operators, std::initializer_list<std::string_view> exact) {
    const std::size_t at = target.text.find_first_of(operators);
    if (at == std::string_view::npos) {
        target.name = target.text;
        return;
    }
    const std::size_t end = std::min(target.text.find_first_not_of(operators, at), target.text.size());
    const std::string_view spelled = target.text.substr(at, end - at);
    const std::string_view version = target.text.substr(end);
    const bool is_exact = std::find(exact.begin(), exact.end(), spelled) != exact.end();
    set_version(target, target.text.substr(0, at), is_exact ? version : target.text.substr(at),
                is_exact && version.find_first_of("*,") == std::string_view::npos);
}

void apt(InstallTarget& target) {
    const std::size_t slash = target.text.find('/');
    by_operator(target, "=", {"="});
    if (!target.version && slash != std::string_view::npos) target.name = target.text.substr(0, slash);  // `name/release`
    if (target.name) target.name = target.name->substr(0, target.name->find(':'));                       // `name:arch`
}

// `name-version` or `name-version-release.arch`. One number alone may belong to the name (`gcc-toolset-10`): no version.
void rpm(InstallTarget& target) {
    target.name = target.text;
    const std::size_t last = target.text.rfind('-');
    if (last == std::string_view::npos) return;
    const auto begins_with_digit = [](std::string_view text) { return !text.empty() && is_digit(text.front()); };
    const std::string_view tail = target.text.substr(last + 1);
    const std::size_t before = last == 0 ? std::string_view::npos : target.text.rfind('-', last - 1);
    if (before != std::string_view::npos && begins_with_digit(target.text.substr(before + 1)) && begins_with_digit(tail)) {
        return set_version(target, target.text.substr(0, before), target.text.substr(before + 1), tail.find('*') == std::string_view::npos);
    }
    if (begins_with_digit(tail) && tail.find_first_of(".:") != std::string_view::npos) {
        set_version(target, target.text.substr(0, last), tail, tail.find('*') == std::string_view::npos);
    }
}

void rpm_module(InstallTarget& target) {
    const std::size_t colon = target.text.find(':');
    target.name = target.text.substr(0, colon);
    if (colon != std::string_view::npos) target.version = target.text.substr(colon + 1);  // a stream, which moves
}

void zypper(InstallTarget& target) {
    if (target.text.find_first_of("=<>") == std::string_view::npos) return rpm(target);
    by_operator(target, "=<>", {"="});
}

// Reference after `@` (before a `#fragment`) of a git URL.
void git_url(InstallTarget& target, char mark) {
    std::string_view rest = target.text.substr(0, mark == '@' ? target.text.find('#') : std::string_view::npos);
    const std::size_t at = rest.rfind(mark);
    const std::size_t path = rest.find('/', rest.find("://") + 3);
    if (at == std::string_view::npos || path == std::string_view::npos || at < path) return;
    target.version = rest.substr(at + 1);
    target.pinned = is_hex(*target.version, 40);
}

void pip(InstallTarget& target) {
    if (is_url(target.text)) {
        if (starts(target.text, "git+")) return git_url(target, '@');
        target.pinned = target.text.find("#sha256=") != std::string_view::npos;
        return;
    }
    const std::size_t url = target.text.find(" @ ");
    const std::string_view requirement = target.text.substr(0, target.text.find(';'));
    const std::string_view whole = target.text;
    target.text = requirement;
    if (url == std::string_view::npos) by_operator(target, "=<>!~", {"==", "==="});
    target.text = whole;
    if (target.name) target.name = target.name->substr(0, target.name->find_first_of("[ "));
}

void npm(InstallTarget& target) {
    const bool git = starts(target.text, "git+") || starts(target.text, "git:") || starts(target.text, "github:");
    if (git) return git_url(target, '#');
    if (is_url(target.text)) return;
    const std::size_t at = target.text.find('@', 1);
    target.name = target.text.substr(0, at);
    if (at != std::string_view::npos) set_version(target, *target.name, target.text.substr(at + 1), is_semver(target.text.substr(at + 1)));
}

void go(InstallTarget& target) {
    const std::size_t at = target.text.find('@');
    target.name = target.text.substr(0, at);
    if (at == std::string_view::npos) return;
    const std::string_view version = target.text.substr(at + 1);
    set_version(target, *target.name, version, (starts(version, "v") && is_semver(version)) || is_hex(version, 7));
}

// A flag states the version of all targets: `gem install x -v 1.2`, `cargo install x --version 1.2.3`.
void by_flag(const Invocation& invocation, InstallTarget& target, std::initializer_list<std::string_view> flags, std::size_t dots) {
    for (const std::string_view name : flags) {
        const CommandFlag* flag = invocation.flag(name);
        if (flag == nullptr || !flag->value || target.version) continue;
        target.version_known = flag->value_known;
        std::string_view version = *flag->value;
        target.version = version;
        if (!version.empty() && version.front() == '=') version.remove_prefix(1);
        target.pinned =
            flag->value_known ? std::optional<bool>(is_dotted(version.substr(0, version.find_first_of("-+")), dots)) : std::nullopt;
    }
}

void cargo(const Invocation& invocation, InstallTarget& target) {
    const std::size_t at = target.text.find('@');
    target.name = target.text.substr(0, at);
    if (at != std::string_view::npos) set_version(target, *target.name, target.text.substr(at + 1), is_semver(target.text.substr(at + 1)));
    by_flag(invocation, target, {"--version", "--vers"}, 2);
    const CommandFlag* commit = invocation.flag("--rev");
    if (commit != nullptr && commit->value) {
        target.version = *commit->value;
        target.version_known = commit->value_known;
        target.pinned = commit->value_known ? std::optional<bool>(is_hex(*commit->value, 7)) : std::nullopt;
    }
    if (invocation.flag("--path") != nullptr) target.is_local = true;
}

void named(InstallTarget& target, char mark, std::size_t dots) {
    const std::size_t at = target.text.find(mark);
    target.name = target.text.substr(0, at);
    if (at == std::string_view::npos) return;
    std::string_view version = target.text.substr(at + 1);
    set_version(target, *target.name, version, is_dotted(version.substr(0, version.find('-')), dots));
}

void conda(InstallTarget& target) {
    by_operator(target, "=<>!~", {"==", "="});
    if (!target.version || target.text.find("==") != std::string_view::npos) return;
    // A single `=` matches a prefix: exact with a build string, or with all three numbers.
    const std::string_view version = *target.version;
    target.pinned = target.pinned.value_or(false) && (version.find('=') != std::string_view::npos || is_dotted(version, 2));
}

void by_syntax(const Invocation& invocation, InstallTarget& target) {
    switch (invocation.program->targets) {
        case TargetSyntax::apt:
            return apt(target);
        case TargetSyntax::apk:
            return by_operator(target, "=<>~", {"="});
        case TargetSyntax::rpm:
            return invocation.subcommand->text == "module" ? rpm_module(target) : rpm(target);
        case TargetSyntax::zypper:
            return zypper(target);
        case TargetSyntax::pip:
            return pip(target);
        case TargetSyntax::npm:
            return npm(target);
        case TargetSyntax::go:
            return go(target);
        case TargetSyntax::cargo:
            return cargo(invocation, target);
        case TargetSyntax::conda:
            return conda(target);
        case TargetSyntax::composer:
            return named(target, ':', 1);
        case TargetSyntax::gem:
            named(target, ':', 1);
            return by_flag(invocation, target, {"-v", "--version"}, 1);
        case TargetSyntax::pear:
            named(target, '-', 1);
            return;
        case TargetSyntax::flag_version:
            target.name = target.text;
            return by_flag(invocation, target, {"--version", "-Version"}, 2);
        default:
            target.name = target.text;
    }
}

// Where a variable without value has a part in the word: what stands before it may still name the package.
void unknown_target(InstallTarget& target, const ShellWord& word) {
    std::string_view literal = word.written.substr(0, word.written.find_first_of("$`"));
    literal = literal.substr(std::min(literal.find_first_not_of("\"'"), literal.size()));
    const std::size_t mark = literal.find_first_of("=<>~@:", 1);
    target.name_known = mark != std::string_view::npos;
    if (target.name_known) target.name = literal.substr(0, mark);
    target.version_known = false;
    target.pinned = std::nullopt;
}

InstallTarget read_target(const Invocation& invocation, const ShellWord& word) {
    InstallTarget target;
    target.text = word.known ? word.text : word.written;
    target.span = word.span;
    target.pinned = false;
    const TargetSyntax syntax = invocation.program->targets;
    if (!word.known) {
        unknown_target(target, word);
        return target;
    }
    if (is_url(target.text)) target.url = target.text;
    const bool npm_path = syntax == TargetSyntax::npm && target.text.find('/') != std::string_view::npos && target.text.front() != '@';
    const bool pip_path =
        syntax == TargetSyntax::pip && target.text.find('/') != std::string_view::npos && target.text.find('@') == std::string_view::npos;
    target.is_local = !target.url && (is_path(target.text) || is_archive_name(target.text) || pip_path);
    if (!target.is_local && !(npm_path && !target.url && target.text.find(':') == std::string_view::npos)) by_syntax(invocation, target);
    if (target.is_local) target.pinned = true;
    return target;
}

// `-r FILE`, `-e PATH`, `--file FILE`.
void add_files(const Invocation& invocation, std::vector<InstallTarget>& targets) {
    const bool hashed = invocation.flag("--require-hashes") != nullptr;
    const TargetSyntax syntax = invocation.program->targets;
    for (const CommandFlag& flag : invocation.flags) {
        const bool requirements =
            syntax == TargetSyntax::pip && (flag.name == "-r" || flag.name == "--requirement" || flag.name == "--requirements");
        const bool environment = syntax == TargetSyntax::conda && (flag.name == "-f" || flag.name == "--file");
        const bool editable = syntax == TargetSyntax::pip && (flag.name == "-e" || flag.name == "--editable");
        if (!flag.value || !(requirements || environment || editable)) continue;
        InstallTarget target;
        target.text = *flag.value;
        target.span = flag.value_span;
        target.is_file = !editable;
        if (hashed && !editable) target.pinned = true;
        if (editable && flag.value_known) {
            target.pinned = false;
            if (is_url(target.text)) {
                target.url = target.text;
                pip(target);
            } else {
                target.is_local = true;
                target.pinned = true;
            }
        }
        targets.push_back(target);
    }
}

// How many operands name the install itself: 0 for `apt-get install`, 1 for `go mod`; nothing where nothing is installed.
std::optional<std::size_t> operands_of_install(const Invocation& invocation) {
    const Program& program = *invocation.program;
    if (listed(program.installs, invocation.subcommand->text, '|')) return 0;
    if (invocation.operands.empty() || !invocation.subcommand->known) return std::nullopt;
    for (std::string_view rest = program.installs; !rest.empty();) {
        const std::size_t bar = std::min(rest.find('|'), rest.size());
        const std::string_view one = rest.substr(0, bar);
        const std::size_t blank = one.find(' ');
        if (blank != std::string_view::npos && one.substr(0, blank) == invocation.subcommand->text &&
            one.substr(blank + 1) == invocation.operands[0].text) {
            return 1;
        }
        rest = rest.substr(std::min(bar + 1, rest.size()));
    }
    return std::nullopt;
}

}  // namespace

std::vector<InstallTarget> install_targets(const Invocation& invocation) {
    std::vector<InstallTarget> targets;
    if (invocation.program == nullptr || !invocation.subcommand || invocation.program->targets == TargetSyntax::none) return targets;
    const auto skipped = operands_of_install(invocation);
    if (!skipped) return targets;
    const TargetSyntax syntax = invocation.program->targets;
    const bool runs = syntax == TargetSyntax::go && invocation.subcommand->text == "run";
    const bool rock = syntax == TargetSyntax::luarocks;
    std::size_t end = invocation.operands.size();
    if (runs || rock) end = std::min(end, *skipped + 1);
    if (syntax == TargetSyntax::gem)
        end = std::min(end, invocation.before_dashes.value_or(end));  // what follows goes to the extension's build
    for (std::size_t i = *skipped; i < end; ++i) {
        const ShellWord& word = invocation.operands[i];
        if (word.known && (word.text.empty() || word.text.front() == '-')) continue;
        targets.push_back(read_target(invocation, word));
    }
    if (rock && !targets.empty() && invocation.operands.size() > *skipped + 1) {
        targets.front().version = invocation.operands[*skipped + 1].text;
        targets.front().pinned = invocation.operands[*skipped + 1].known ? std::optional<bool>(true) : std::nullopt;
    }
    add_files(invocation, targets);
    return targets;
}

}  // namespace scantling::dockerfile
