// The rules of attachment, in their order: what the caller says, content, names, nothing, Dockerfiles.
//
// A union-find over fragments. Content ids live in one space: digests of manifests and of configurations never collide, and a document does
// not always say which of the two it has.
#include "engine/ingest/grouping.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <numeric>
#include <set>

#include "engine/base/utf8.h"
#include "engine/ingest/errors/catalogue.h"
#include "engine/values/digest.h"
#include "engine/values/image_reference.h"

namespace scantling {

namespace {

std::string cleaned_path(std::string_view path) { return std::filesystem::path(path).lexically_normal().generic_string(); }

// `app` and `docker.io/library/app:latest` are one name.
std::string name_key(const ImageReference& reference) {
    std::string out = reference.name;
    if (reference.tag) return out + ":" + *reference.tag;
    return reference.digest ? out + "@" + *reference.digest : out + ":latest";
}

std::vector<std::string> content_ids(const ImageIdentity& identity) {
    std::vector<std::string> out = identity.digests;
    out.insert(out.end(), identity.ids.begin(), identity.ids.end());
    out.insert(out.end(), identity.either.begin(), identity.either.end());
    if (!identity.diff_ids.empty()) {
        std::string whole = "layers";
        for (const std::string& id : identity.diff_ids) whole += " " + id;
        out.push_back(std::move(whole));
    }
    return out;
}

std::vector<std::string> name_keys(const ImageIdentity& identity) {
    std::vector<std::string> out;
    for (const std::string& text : identity.references) {
        if (const auto reference = parse_image_reference(text)) out.push_back(name_key(*reference));
    }
    return out;
}

struct Node {
    const Fragment* fragment = nullptr;
    DocumentId document = 0;
    std::string forced;  // what the caller says
    std::vector<std::string> content;
    std::vector<std::string> names;
    [[nodiscard]] bool free() const { return forced.empty(); }
    [[nodiscard]] bool is_dockerfile() const { return fragment->kind == FragmentKind::dockerfile; }
};

bool share(const std::vector<std::string>& a, const std::set<std::string>& b) {
    return std::any_of(a.begin(), a.end(), [&](const std::string& text) { return b.count(text) != 0; });
}

class Grouper {
  public:
    Grouper(const Builder& builder, const std::vector<SubjectInput>& inputs) : builder_(builder) {
        for (const SubjectInput& input : inputs) {
            for (const Fragment& fragment : input.fragments) {
                nodes_.push_back({&fragment, input.document, input.subject, content_ids(fragment.identity), name_keys(fragment.identity)});
            }
        }
        parent_.resize(nodes_.size());
        std::iota(parent_.begin(), parent_.end(), std::size_t{0});
    }

    Grouping run() {
        join_by_content();
        join_by_name();
        join_forced();
        join_dockerfile();
        join_nameless();
        if (has_errors(out_.diagnostics)) return std::move(out_);
        make_groups();
        warn_of_strangers();
        return std::move(out_);
    }

  private:
    std::size_t root(std::size_t at) {
        while (parent_[at] != at) at = parent_[at] = parent_[parent_[at]];
        return at;
    }
    void unite(std::size_t a, std::size_t b) {
        a = root(a);
        b = root(b);
        parent_[std::max(a, b)] = std::min(a, b);
    }

    void join_by_content() {
        std::map<std::string, std::size_t> first;
        for (std::size_t i = 0; i < nodes_.size(); ++i) {
            if (!nodes_[i].free()) continue;
            for (const std::string& id : nodes_[i].content) {
                const auto [at, added] = first.emplace(id, i);
                if (!added) unite(at->second, i);
            }
        }
    }

    // The roots of all groups that fulfil a condition on one of their free members.
    template <typename Condition>
    std::set<std::size_t> roots_where(Condition condition) {
        std::set<std::size_t> roots;
        for (std::size_t i = 0; i < nodes_.size(); ++i) {
            if (nodes_[i].free() && condition(nodes_[i])) roots.insert(root(i));
        }
        return roots;
    }

    void join_by_name() {
        std::map<std::string, std::size_t> first;  // of names that no content stands behind
        for (std::size_t i = 0; i < nodes_.size(); ++i) {
            const Node& node = nodes_[i];
            if (!node.free() || !node.content.empty() || node.names.empty()) continue;
            const std::set<std::string> names(node.names.begin(), node.names.end());
            const auto fitting = roots_where([&](const Node& other) { return !other.content.empty() && share(other.names, names); });
            if (fitting.size() > 1) {
                ambiguous(node, "several of the given images have the name `" + node.fragment->identity.references.front() + "`");
                continue;
            }
            if (fitting.size() == 1) {
                unite(*fitting.begin(), i);
                continue;
            }
            for (const std::string& name : node.names) {
                const auto [at, added] = first.emplace(name, i);
                if (!added) unite(at->second, i);
            }
        }
    }

    // What the caller says of a file: it joins the subject of that digest, name or path, or makes it.
    void join_forced() {
        std::map<std::string, std::size_t> made;  // by what it is called
        for (std::size_t i = 0; i < nodes_.size(); ++i) {
            const Node& node = nodes_[i];
            if (node.free()) continue;
            const std::string key = forced_key(node.forced);
            const auto fitting = roots_where([&](const Node& other) { return is_called(other, key); });
            if (fitting.size() > 1) {
                ambiguous(node, "several of the given images have the name `" + node.forced + "`: use a digest");
            } else if (fitting.size() == 1) {
                unite(*fitting.begin(), i);
            } else if (const auto [at, added] = made.emplace(key, i); !added) {
                unite(at->second, i);
            }
        }
    }

    [[nodiscard]] static std::string forced_key(const std::string& text) {
        for (const std::string_view word : {"build ", "document "}) {
            if (text.compare(0, word.size(), word) == 0) return std::string(word) + cleaned_path(text.substr(word.size()));
        }
        if (is_image_id(text)) return text.find(':') == std::string::npos ? "sha256:" + text : text;
        if (const auto digest = parse_digest(text)) return *digest;
        const auto reference = parse_image_reference(text);
        if (!reference) return text;
        return reference->digest ? *reference->digest : name_key(*reference);
    }

    [[nodiscard]] bool is_called(const Node& node, const std::string& key) const {
        const auto has = [&](const std::vector<std::string>& list) { return std::find(list.begin(), list.end(), key) != list.end(); };
        return has(node.content) || has(node.names) || key == own_name(node);
    }

    // Of a document that names no image.
    [[nodiscard]] std::string own_name(const Node& node) const {
        const std::string path = cleaned_path(builder_.document(node.document).source->name());
        return (node.is_dockerfile() ? "build " : "document ") + path;
    }

    // One Dockerfile and documents of exactly one image are one subject.
    void join_dockerfile() {
        std::vector<std::size_t> builds;
        std::set<std::size_t> images;
        for (std::size_t i = 0; i < nodes_.size(); ++i) {
            const Node& node = nodes_[i];
            if (node.is_dockerfile() && node.free()) builds.push_back(i);
            if (!node.is_dockerfile() && (!node.free() || !node.content.empty() || !node.names.empty())) images.insert(root(i));
        }
        const bool alone = builds.size() == 1 && images.size() == 1 && root(builds.front()) != *images.begin();
        if (alone && !has_dockerfile(*images.begin())) unite(*images.begin(), builds.front());
    }

    [[nodiscard]] bool has_dockerfile(std::size_t of) {
        for (std::size_t i = 0; i < nodes_.size(); ++i) {
            if (nodes_[i].is_dockerfile() && root(i) == of) return true;
        }
        return false;
    }

    void join_nameless() {
        std::set<std::size_t> others;
        for (std::size_t i = 0; i < nodes_.size(); ++i) {
            if (!is_nameless(nodes_[i])) others.insert(root(i));
        }
        if (others.empty()) return;
        for (std::size_t i = 0; i < nodes_.size(); ++i) {
            if (!is_nameless(nodes_[i])) continue;
            if (others.size() == 1) {
                unite(*others.begin(), i);
            } else {
                ambiguous(nodes_[i],
                          "it names no image, and there are " + std::to_string(others.size()) + " subjects that it may speak for");
            }
        }
    }

    [[nodiscard]] static bool is_nameless(const Node& node) {
        return node.free() && !node.is_dockerfile() && node.content.empty() && node.names.empty();
    }

    void ambiguous(const Node& node, const std::string& why) {
        const auto& source = builder_.document(node.document).source;
        Diagnostic diagnostic =
            input_diagnostic("I0130", "it is not clear which subject `" + printable(source->name()) + "` speaks for: " + why, nullptr, {});
        diagnostic.help.push_back("say which with `--subject REF=" + printable(source->name()) + "`");
        out_.diagnostics.push_back(std::move(diagnostic));
    }

    void make_groups() {
        std::map<std::size_t, std::size_t> index;  // of each root
        for (std::size_t i = 0; i < nodes_.size(); ++i) {
            const auto [at, added] = index.emplace(root(i), out_.groups.size());
            if (added) out_.groups.emplace_back();
            SubjectGroup& group = out_.groups[at->second];
            if (!nodes_[i].free()) group.forced = nodes_[i].forced;
            group.members.push_back({nodes_[i].fragment, nodes_[i].document, Attachment::by_name});
            members_.resize(out_.groups.size());
            members_[at->second].push_back(i);
        }
        for (std::size_t group = 0; group < out_.groups.size(); ++group) {
            settle_attachment(group);
            out_.groups[group].name = name_of(group);
        }
        make_names_unique();
    }

    void settle_attachment(std::size_t group) {
        std::set<std::string> content;
        std::set<std::string> names;
        for (const std::size_t i : members_[group]) {
            if (!nodes_[i].free()) {
                const std::string key = forced_key(nodes_[i].forced);
                (parse_digest(key) ? content : names).insert(key);
                continue;
            }
            content.insert(nodes_[i].content.begin(), nodes_[i].content.end());
            names.insert(nodes_[i].names.begin(), nodes_[i].names.end());
        }
        for (std::size_t m = 0; m < members_[group].size(); ++m) {
            const Node& node = nodes_[members_[group][m]];
            Attachment& attachment = out_.groups[group].members[m].attachment;
            const bool named = !node.content.empty() || !node.names.empty();
            if (share(node.content, content)) {
                attachment = Attachment::by_content;
            } else if (!node.free() && named && !share(node.names, names)) {
                attachment = Attachment::against;
            }
        }
    }

    // The image's name, else its digest, else what was built or read.
    [[nodiscard]] std::string name_of(std::size_t group) const {
        const std::string& forced = out_.groups[group].forced;
        if (!forced.empty()) {
            const auto reference = parse_image_reference(forced);
            const std::string key = forced_key(forced);
            return reference && !is_image_id(forced) ? reference->canonical() : key;
        }
        for (const FragmentKind kind :
             {FragmentKind::image, FragmentKind::scan, FragmentKind::sbom, FragmentKind::container, FragmentKind::dockerfile}) {
            for (const std::size_t i : members_[group]) {
                if (nodes_[i].fragment->kind != kind) continue;
                for (const std::string& text : nodes_[i].fragment->identity.references) {
                    if (const auto reference = parse_image_reference(text)) return reference->canonical();
                }
            }
        }
        if (auto digest = digest_of(group)) return *digest;
        for (const std::size_t i : members_[group]) {
            if (nodes_[i].is_dockerfile()) return own_name(nodes_[i]);
        }
        return own_name(nodes_[members_[group].front()]);
    }

    [[nodiscard]] std::optional<std::string> digest_of(std::size_t group) const {
        using Lists = std::vector<std::string> ImageIdentity::*;
        for (const Lists list : {Lists(&ImageIdentity::digests), Lists(&ImageIdentity::ids), Lists(&ImageIdentity::either)}) {
            for (const std::size_t i : members_[group]) {
                const std::vector<std::string>& texts = nodes_[i].fragment->identity.*list;
                if (!texts.empty()) return texts.front();
            }
        }
        return std::nullopt;
    }

    // Two images of one name are told apart by their digests; what then is still equal is counted.
    void make_names_unique() {
        std::map<std::string, std::size_t> uses;
        for (const SubjectGroup& group : out_.groups) ++uses[group.name];
        std::map<std::string, std::size_t> seen;
        for (std::size_t group = 0; group < out_.groups.size(); ++group) {
            std::string& name = out_.groups[group].name;
            if (uses[name] > 1) {
                const auto digest = digest_of(group);
                if (digest && name.find('@') == std::string::npos && name != *digest) name += "@" + *digest;
            }
            const std::size_t count = ++seen[name];
            if (count > 1) name += " (" + std::to_string(count) + ")";
        }
    }

    // Evidence about one image beside documents of another is easily taken for evidence about that one.
    void warn_of_strangers() {
        const auto describes = [](const SubjectGroup& group) {
            return std::any_of(group.members.begin(), group.members.end(), [](const Member& member) {
                return member.fragment->kind != FragmentKind::sbom && member.fragment->kind != FragmentKind::scan;
            });
        };
        if (std::none_of(out_.groups.begin(), out_.groups.end(), describes)) return;
        for (const SubjectGroup& group : out_.groups) {
            if (describes(group)) continue;
            for (const Member& member : group.members) {
                const auto& source = builder_.document(member.document).source;
                Diagnostic diagnostic = input_diagnostic(
                    "I0131",
                    "`" + printable(source->name()) + "` speaks for `" + printable(group.name) + "`, of which nothing else was given",
                    nullptr, {});
                diagnostic.help.push_back("if it belongs to another subject, say so with `--subject REF=" + printable(source->name()) +
                                          "`");
                out_.diagnostics.push_back(std::move(diagnostic));
            }
        }
    }

    const Builder& builder_;
    std::vector<Node> nodes_;
    std::vector<std::size_t> parent_;
    std::vector<std::vector<std::size_t>> members_;  // by group: positions of its nodes
    Grouping out_;
};

}  // namespace

Grouping group_fragments(const Builder& builder, const std::vector<SubjectInput>& inputs) { return Grouper(builder, inputs).run(); }

}  // namespace scantling
