// The table of programs, and how a command line is cut by it. A program that is not in it has flags as they are written.
#include "engine/ingest/dockerfile/programs.h"

#include <algorithm>

namespace scantling::dockerfile {

namespace {

constexpr std::string_view apt_flags =
    "-o --option -c --config-file -t --target-release --default-release -a --host-architecture -P --build-profiles";
constexpr std::string_view rpm_flags =
    "-c --config -d --debuglevel -e --errorlevel --enablerepo --disablerepo --repo --repoid -x --exclude --releasever --installroot "
    "--setopt --comment "
    "--disableplugin --enableplugin --advisory --destdir --downloaddir --forcearch --repofrompath";
constexpr std::string_view zypper_flags =
    "-R --root --installroot --releasever --reposd-dir -p --plus-repo -r --repo --from -t --type -c --config --cache-dir --pkg-cache-dir";
constexpr std::string_view pip_flags =
    "-r --requirement --requirements -c --constraint -e --editable -t --target -d --dest --prefix --root -i --index-url --extra-index-url "
    "-f --find-links "
    "--no-binary --only-binary --trusted-host --timeout --retries --proxy --cert --client-cert --cache-dir --log --python --src --platform "
    "--python-version --implementation --abi --progress-bar --global-option --install-option --config-settings -C --upgrade-strategy -b "
    "--build "
    "--root-user-action --exists-action --report --use-feature --use-deprecated --group --index --pip-args --suffix --spec -w --wheel-dir";
constexpr std::string_view npm_flags =
    "--prefix -C --registry --loglevel --cache --userconfig --tag --omit --only --include --workspace -w --location --network-timeout "
    "--fetch-retries "
    "--fetch-timeout --maxsockets --script-shell --otp --access";
constexpr std::string_view yarn_flags =
    "--cwd --registry --network-timeout --cache-folder --modules-folder --network-concurrency --mutex -C --dir --filter -F --store-dir "
    "--prefix";
constexpr std::string_view curl_flags =
    "-o --output -H --header -d --data -X --request -u --user -A --user-agent -e --referer -b --cookie -c --cookie-jar -F --form -T "
    "--upload-file "
    "-K --config -E --cert --key --cacert --capath --retry --retry-delay --retry-max-time --connect-timeout -m --max-time -x --proxy -w "
    "--write-out "
    "-C --continue-at -r --range --url -y --speed-time -Y --speed-limit -z --time-cond --output-dir --resolve --limit-rate --ciphers -D "
    "--dump-header "
    "--data-binary --data-raw --data-urlencode --create-file-mode -t --telnet-option -Q --quote -P --ftp-port --interface -U --proxy-user "
    "--max-redirs "
    "--max-filesize --form-string --oauth2-bearer --proto --proto-redir --proto-default --noproxy --unix-socket --tls-max --pinnedpubkey "
    "--json";
constexpr std::string_view wget_flags =
    "-O --output-document -o --output-file -a --append-output -P --directory-prefix -U --user-agent -t --tries -T --timeout -w --wait "
    "--header "
    "--post-data --post-file --user --password --ca-certificate --certificate --private-key -e --execute -Q --quota -A --accept -R "
    "--reject -D --domains "
    "-i --input-file -l --level --limit-rate --progress --method --body-data --load-cookies --save-cookies --referer --dns-timeout "
    "--connect-timeout "
    "--read-timeout --waitretry --secure-protocol --ca-directory --http-user --http-password";
constexpr std::string_view git_flags =
    "-C -c --git-dir --work-tree --namespace --branch -b --depth -o --origin --reference --separate-git-dir -j --jobs --filter "
    "--shallow-since --config "
    "-m --message";
constexpr std::string_view go_flags =
    "-o -mod -modfile -tags -ldflags -gcflags -asmflags -p -C -buildmode -installsuffix -toolexec -overlay -pkgdir -exec -run -bench "
    "-count -coverprofile "
    "-covermode -cpu -timeout";
constexpr std::string_view cargo_flags =
    "--version --vers --git --branch --tag --rev --path --root --target -j --jobs --features -F --profile --bin --example --registry "
    "--index --config "
    "--color --manifest-path -p --package -Z --target-dir --message-format";
constexpr std::string_view user_flags =
    "-b --base-dir -c --comment -d --home-dir --home -e --expiredate -f --inactive -g --gid -G --groups -k --skel -K --key -p --password "
    "-R --root -P "
    "--prefix -s --shell -u --uid -Z --selinux-user --gecos --ingroup";

constexpr Program programs[] = {
    {"apt-get apt aptitude", apt_flags, true, true, TargetSyntax::apt, "install|reinstall"},
    {"apk", "-X --repository -p --root -t --virtual --keys-dir --repositories-file --wait --arch --cache-dir --cache-max-age", true, true,
     TargetSyntax::apk, "add"},
    {"yum dnf dnf5 microdnf tdnf", rpm_flags, true, true, TargetSyntax::rpm, "install|reinstall|localinstall|module install"},
    {"zypper", zypper_flags, true, true, TargetSyntax::zypper, "install|in"},
    {"pip pip2 pip3 pipx", pip_flags, true, true, TargetSyntax::pip, "install"},
    {"uv", pip_flags, true, true, TargetSyntax::pip, "pip install|tool install"},
    {"pipenv poetry", "--python --index", true, true, TargetSyntax::none, ""},
    {"npm", npm_flags, true, true, TargetSyntax::npm, "install|i|add|in|isntall"},
    {"yarn pnpm bun", yarn_flags, true, true, TargetSyntax::npm, "add|global add|install|i"},
    {"npx", "-p --package -c --call", false, true, TargetSyntax::none, ""},
    {"gem", "-v --version -i --install-dir -n --bindir -s --source -p --platform -P --trust-policy -g --file", true, true,
     TargetSyntax::gem, "install|i"},
    {"bundle", "-j --jobs --retry --path --gemfile --without --with", true, true, TargetSyntax::none, ""},
    {"go", go_flags, true, false, TargetSyntax::go, "install|get|run"},
    {"cargo", cargo_flags, true, true, TargetSyntax::cargo, "install"},
    {"rustup", "--default-toolchain --profile -c --component -t --target --toolchain", true, true, TargetSyntax::none, ""},
    {"composer", "-d --working-dir --repository --stability -s", true, true, TargetSyntax::composer,
     "require|global require|create-project"},
    {"conda mamba micromamba", "-n --name -p --prefix -c --channel -f --file --solver --subdir --platform -r --root-prefix", true, true,
     TargetSyntax::conda, "install|create"},
    {"luarocks", "--server --tree --only-server --lua-version --lua-dir", true, true, TargetSyntax::luarocks, "install"},
    {"pecl pear", "-d -D", true, true, TargetSyntax::pear, "install"},
    {"nuget", "-Version -Source -OutputDirectory -ConfigFile -Framework", true, false, TargetSyntax::flag_version, "install"},
    {"dotnet",
     "--version -v --verbosity -c --configuration -r --runtime -o --output -f --framework --tool-path --source --add-source --configfile "
     "--project -p "
     "--property -a --arch --os -s",
     true, false, TargetSyntax::flag_version, "tool install|tool update|add package"},
    {"brew", "", true, true, TargetSyntax::none, ""},
    {"curl", curl_flags, false, true, TargetSyntax::none, ""},
    {"wget wget2", wget_flags, false, true, TargetSyntax::none, ""},
    {"git", git_flags, true, true, TargetSyntax::none, ""},
    {"tar bsdtar",
     "-f --file -C --directory --strip-components --strip -I --use-compress-program -X --exclude-from -T --files-from --exclude "
     "--transform -b",
     false, true, TargetSyntax::none, ""},
    {"useradd adduser usermod groupadd addgroup groupmod", user_flags, false, true, TargetSyntax::none, ""},
    {"mkdir", "-m --mode -Z --context", false, true, TargetSyntax::none, ""},
    {"install", "-m --mode -o --owner -g --group -t --target-directory -S --suffix", false, true, TargetSyntax::none, ""},
    {"cp mv ln", "-t --target-directory -S --suffix", false, true, TargetSyntax::none, ""},
    {"rm chmod rmdir touch cat ls", "", false, true, TargetSyntax::none, ""},
    {"chown chgrp", "--from --reference", false, true, TargetSyntax::none, ""},
    {"rpm", "--root --dbpath -E --eval -D --define --prefix --relocate", false, true, TargetSyntax::none, ""},
    {"dpkg", "--root --admindir --instdir", false, true, TargetSyntax::none, ""},
    {"gpg gpg2", "--keyserver --keyserver-options -o --output -u --default-key -r --recipient --homedir --keyring", false, true,
     TargetSyntax::none, ""},
    {"apt-key", "--keyserver --keyserver-options --keyring", true, true, TargetSyntax::none, ""},
    {"apt-mark apt-cache systemctl helm kubectl docker podman make-pkg update-alternatives", "", true, false, TargetSyntax::none, ""},
};

class Cutter {
  public:
    Cutter(const std::vector<ShellWord>& words, Invocation& out) : words_(words), out_(out), program_(out.program) {}

    void run() {
        bool operands_only = false;
        for (at_ = 1; at_ < words_.size(); ++at_) {
            const ShellWord& word = words_[at_];
            if (!word.known && word.splits) out_.complete = false;
            const bool dashed = word.text.size() >= 2 && word.text.front() == '-';
            if (operands_only || !dashed) {
                if (!word.known && word.splits && word.text.empty()) out_.flags_complete = false;
                operand(word);
            } else if (word.text == "--") {
                operands_only = true;
                out_.before_dashes = out_.operands.size();
            } else if (word.text[1] == '-') {
                long_flag(word);
            } else {
                short_flags(word, 1);
            }
        }
    }

  private:
    [[nodiscard]] bool takes_value(std::string_view flag) const { return program_ != nullptr && listed(program_->value_flags, flag); }

    void operand(const ShellWord& word) {
        if (program_ != nullptr && program_->subcommands && !out_.subcommand) {
            const bool toolchain = word.text.substr(0, 1) == "+" && program_->targets == TargetSyntax::cargo;
            if (!toolchain) {
                out_.subcommand = word;
                return;
            }
        }
        // `tar xzf x`: the old style without a dash
        const bool old_style = at_ == 1 && program_ != nullptr && program_->names.substr(0, 4) == "tar " && word.known &&
                               std::all_of(word.text.begin(), word.text.end(), is_letter);
        if (old_style) return short_flags(word, 0);
        out_.operands.push_back(word);
    }

    CommandFlag made(const ShellWord& word, std::string_view name) const {
        CommandFlag flag;
        flag.name = name;
        flag.span = word.span;
        flag.value_span = word.span;
        flag.value_known = word.known;
        return flag;
    }
    void next_value(CommandFlag& flag) {
        if (at_ + 1 >= words_.size()) return;
        const ShellWord& value = words_[++at_];
        flag.value = value.text;
        flag.value_known = value.known;
        flag.value_span = value.span;
    }

    void long_flag(const ShellWord& word) {
        const std::size_t equals = word.text.find('=');
        CommandFlag flag = made(word, word.text.substr(0, equals));
        if (equals != std::string_view::npos) {
            flag.value = word.text.substr(equals + 1);
        } else if (takes_value(flag.name)) {
            next_value(flag);
        }
        out_.flags.push_back(flag);
    }

    void short_flags(const ShellWord& word, std::size_t begin) {
        const std::size_t equals = word.text.find('=');
        if (program_ == nullptr || !program_->clusters) {
            CommandFlag flag = made(word, word.text.substr(0, equals));
            if (equals != std::string_view::npos) {
                flag.value = word.text.substr(equals + 1);
            } else if (takes_value(flag.name)) {
                next_value(flag);
            }
            out_.flags.push_back(flag);
            return;
        }
        const bool wget = program_->names.substr(0, 4) == "wget";
        for (std::size_t i = begin; i < word.text.size(); ++i) {
            std::size_t length = 1;
            if (wget && word.text[i] == 'n' && i + 1 < word.text.size()) length = 2;  // `-nv`, `-nc`: one flag of two letters
            CommandFlag flag = made(word, short_name(word.text.substr(i, length)));
            std::string_view rest = word.text.substr(i + length);
            i += length - 1;
            if (!rest.empty() && rest.front() == '=') {
                flag.value = rest.substr(1);
                out_.flags.push_back(flag);
                return;
            }
            if (takes_value(flag.name)) {
                if (begin == 0 || rest.empty()) {
                    next_value(flag);
                } else {
                    flag.value = rest;
                    rest = {};
                }
                out_.flags.push_back(flag);
                if (begin != 0) return;
                continue;
            }
            flag.value_known = true;
            out_.flags.push_back(flag);
        }
    }

    // `-x` as a text that outlives everything: one of the 128 short flags, or two letters of wget.
    static std::string_view short_name(std::string_view letters) {
        static const std::string table = [] {
            std::string all;
            for (int c = 0; c < 128; ++c) {
                all += '-';
                all += static_cast<char>(c);
            }
            return all;
        }();
        constexpr std::string_view pairs[] = {"-nv", "-nc", "-nd", "-nH", "-np"};
        for (const std::string_view pair : pairs) {
            if (letters.size() == 2 && pair.substr(1) == letters) return pair;
        }
        const auto c = static_cast<unsigned char>(letters.front());
        return std::string_view(table).substr(c < 128 ? c * 2U : 2U * '?', 2);
    }

    const std::vector<ShellWord>& words_;
    Invocation& out_;
    const Program* program_;
    std::size_t at_ = 1;
};

}  // namespace

bool listed(std::string_view list, std::string_view word, char separator) {
    for (std::size_t at = 0; at < list.size();) {
        const std::size_t end = std::min(list.find(separator, at), list.size());
        if (list.substr(at, end - at) == word) return true;
        at = end + 1;
    }
    return false;
}

const Program* find_program(std::string_view name) {
    if (name.substr(0, 4) == "pip3" || name.substr(0, 4) == "pip2") {
        const std::string_view version = name.substr(4);
        if (std::all_of(version.begin(), version.end(), [](char c) { return is_digit(c) || c == '.'; })) name = "pip";
    }
    const auto found =
        std::find_if(std::begin(programs), std::end(programs), [&](const Program& program) { return listed(program.names, name); });
    return found == std::end(programs) ? nullptr : &*found;
}

const CommandFlag* Invocation::flag(std::string_view name) const {
    const auto found = std::find_if(flags.begin(), flags.end(), [&](const CommandFlag& flag) { return flag.name == name; });
    return found == flags.end() ? nullptr : &*found;
}

Invocation read_arguments(const std::vector<ShellWord>& words, bool open_ended) {
    Invocation made;
    if (words.empty()) return made;
    made.program_known = words.front().known;
    if (made.program_known) made.program = find_program(base_name(words.front().text));
    Cutter(words, made).run();
    if (open_ended) made.complete = false;
    return made;
}

}  // namespace scantling::dockerfile
