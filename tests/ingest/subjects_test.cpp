// Inputs become subjects: the table of docs/explanation/subjects.md, row by row, and the law that one run over many is many runs over one.
#include "engine/ingest/subjects.h"

#include <algorithm>
#include <string>
#include <vector>

#include "engine/base/sha256.h"
#include "engine/facts/printer.h"
#include "tests/catch.h"

using namespace scantling;

namespace {

struct Input {
    std::string name;
    std::string text;
    std::string subject;
};

struct Run {
    explicit Run(const std::vector<Input>& inputs) {
        Builder builder;
        std::vector<SubjectInput> read;
        for (const Input& input : inputs) {
            ReadResult result = read_document(builder, input.name, input.text);
            INFO(input.name);
            CHECK(result.accepted);
            read.push_back({result.document, result.fragments, input.subject});
        }
        Assembly assembly = assemble(builder, read);
        facts = assembly.facts;
        diagnostics = assembly.diagnostics;
    }
    [[nodiscard]] std::vector<std::string> names() const {
        std::vector<std::string> out;
        if (facts == nullptr) return {"refused"};
        for (Row subject = 0; subject < facts->subjects(); ++subject) {
            out.emplace_back(facts->text(facts->column(subjects_table, model_name).narrow[subject]));
        }
        return out;
    }
    // Of each document its subject's position; -1: none.
    [[nodiscard]] std::vector<int> attached() const {
        std::vector<int> out;
        for (DocumentId id = 0; id < facts->documents().size(); ++id) {
            const Row subject = facts->subject_of(id);
            out.push_back(subject == no_row ? -1 : static_cast<int>(subject));
        }
        return out;
    }
    [[nodiscard]] bool prints(const std::string& line) const {
        return facts != nullptr && print_facts(*facts).find(line) != std::string::npos;
    }

    static constexpr SlotIndex model_name = 0;
    std::shared_ptr<const Facts> facts;
    Diagnostics diagnostics;
};

const std::string id_a(64, 'a');
const std::string id_b(64, 'b');
const std::string digest_a = "sha256:" + std::string(64, '1');
const std::string digest_b = "sha256:" + std::string(64, '2');
const std::string layer = "sha256:" + std::string(64, '7');

std::string quote(const std::string& text) { return "\"" + text + "\""; }

std::string image(const std::string& id, const std::string& tag, const std::string& digest = {}, const std::string& diff_id = {}) {
    std::string out = "[{\"Id\": \"sha256:" + id + "\", \"RepoTags\": [" + (tag.empty() ? "" : quote(tag)) + "], \"RepoDigests\": [";
    if (!digest.empty()) out += quote(tag.substr(0, tag.find(':')) + "@" + digest);
    out +=
        "], \"Architecture\": \"amd64\", \"Os\": \"linux\", \"Config\": {\"User\": \"1000\", \"Env\": [\"A=1\"], \"Volumes\": {\"/data\": "
        "{}},"
        " \"ExposedPorts\": {\"80/tcp\": {}}, \"Entrypoint\": [\"/app\"]}, \"RootFS\": {\"Layers\": [" +
        (diff_id.empty() ? "" : quote(diff_id)) + "]}}]";
    return out;
}

std::string container(const std::string& id, const std::string& name, const std::string& extra = {}) {
    return "[{\"Id\": \"c\", \"Name\": \"/c1\", \"Image\": \"sha256:" + id +
           "\", \"State\": {\"Running\": true}, \"Config\": {\"Image\": \"" + name +
           "\", \"Env\": [\"A=2\", \"B=1\"], \"Entrypoint\": [\"/app\"]}, \"HostConfig\": {" + extra + "}, \"Mounts\": []}]";
}

std::string sbom(const std::string& name, const std::string& version = {}) {
    std::string component;
    if (!name.empty()) {
        component = ", \"metadata\": {\"component\": {\"type\": \"container\", \"name\": \"" + name + "\"" +
                    (version.empty() ? "" : ", \"version\": \"" + version + "\"") + "}}";
    }
    return "{\"bomFormat\": \"CycloneDX\", \"specVersion\": \"1.5\"" + component + ", \"components\": []}";
}

const std::string configuration = R"({"architecture": "amd64", "os": "linux", "rootfs": {"type": "layers", "diff_ids": []}})";
const std::string dockerfile = "FROM debian:12\nUSER 5\n";

}  // namespace

TEST_CASE("inputs become subjects") {
    struct Case {
        const char* what;
        std::vector<Input> inputs;
        std::vector<std::string> names;
        std::vector<int> attached;
    };
    const std::string app = "docker.io/library/app:1";
    const std::vector<Case> cases = {
        {"Dockerfiles",
         {{"./a/Dockerfile", dockerfile, ""}, {"b//Dockerfile", dockerfile, ""}},
         {"build a/Dockerfile", "build b/Dockerfile"},
         {0, 1}},
        {"a Dockerfile and an image", {{"Dockerfile", dockerfile, ""}, {"i", image(id_a, "app:1"), ""}}, {app}, {0, 0}},
        {"two Dockerfiles and an image",
         {{"a", dockerfile, ""}, {"b", dockerfile, ""}, {"i", image(id_a, "app:1"), ""}},
         {"build a", "build b", app},
         {0, 1, 2}},
        {"a Dockerfile and two images",
         {{"Dockerfile", dockerfile, ""}, {"i", image(id_a, "app:1"), ""}, {"j", image(id_b, "other:1"), ""}},
         {"build Dockerfile", app, "docker.io/library/other:1"},
         {0, 1, 2}},
        {"a Dockerfile joined to one of two images",
         {{"Dockerfile", dockerfile, "other:1"}, {"i", image(id_a, "app:1"), ""}, {"j", image(id_b, "other:1"), ""}},
         {"docker.io/library/other:1", app},
         {0, 1, 0}},
        {"an SBOM of a directory", {{"bom.json", sbom(""), ""}}, {"document bom.json"}, {0}},
        {"an SBOM that names an image by digest", {{"bom.json", sbom("app:1", digest_a), ""}}, {app}, {0}},
        {"a configuration alone", {{"c", configuration, ""}}, {"sha256:" + sha256_hex(configuration)}, {0}},
        {"two SBOMs of different images",
         {{"a", sbom("app:1"), ""}, {"b", sbom("other:1"), ""}},
         {app, "docker.io/library/other:1"},
         {0, 1}},
        {"two SBOMs of one image", {{"a", sbom("app:1"), ""}, {"b", sbom("docker.io/library/app:1"), ""}}, {app}, {0, 0}},
        {"by digest", {{"i", image(id_a, "app:1", digest_a), ""}, {"b", sbom("elsewhere/x:9", digest_a), ""}}, {app}, {0, 0}},
        {"by name alone", {{"i", image(id_a, "app:latest"), ""}, {"b", sbom("app"), ""}}, {"docker.io/library/app:latest"}, {0, 0}},
        {"by diff ids, transitively",
         {{"i", image(id_a, "app:1", "", layer), ""}, {"j", image(id_b, "", "", layer), ""}, {"c", container(id_b, "x"), ""}},
         {app},
         {0, 0, 0}},
        {"an SBOM of A and image B",
         {{"i", image(id_b, "b:1", digest_b), ""}, {"bom", sbom("a:1", digest_a), ""}},
         {"docker.io/library/b:1", "docker.io/library/a:1"},
         {0, 1}},
        {"the same, joined by the caller",
         {{"i", image(id_b, "b:1", digest_b), ""}, {"bom", sbom("a:1", digest_a), "b:1"}},
         {"docker.io/library/b:1"},
         {0, 0}},
        {"a nameless SBOM beside one image", {{"bom", sbom(""), ""}, {"i", image(id_a, "app:1"), ""}}, {app}, {0, 0}},
        {"a nameless SBOM beside one Dockerfile", {{"bom", sbom(""), ""}, {"Dockerfile", dockerfile, ""}}, {"build Dockerfile"}, {0, 0}},
        {"a container of a given image", {{"i", image(id_a, "app:1"), ""}, {"c", container(id_a, "app:1"), ""}}, {app}, {0, 0}},
        {"a container of another build of that name",
         {{"i", image(id_a, "app:1"), ""}, {"c", container(id_b, "app:1"), ""}},
         {app + "@sha256:" + id_a, app + "@sha256:" + id_b},
         {0, 1}},
        {"a container alone", {{"c", container(id_a, "app:1"), ""}}, {app}, {0}},
        {"the caller makes a subject", {{"bom", sbom(""), "registry.example/x:2"}}, {"registry.example/x:2"}, {0}},
        {"the caller names a digest", {{"bom", sbom(""), digest_a}, {"i", image(id_a, "app:1", digest_a), ""}}, {digest_a}, {0, 0}},
    };
    for (const Case& c : cases) {
        CAPTURE(c.what);
        const Run run(c.inputs);
        CHECK(run.names() == c.names);
        REQUIRE(run.facts);
        CHECK(run.attached() == c.attached);
    }
}

TEST_CASE("where the subject of a document is not clear, the message says how to say it") {
    const std::vector<std::vector<Input>> cases = {
        {{"i", image(id_a, "app:1"), ""}, {"j", image(id_b, "other:1"), ""}, {"bom.json", sbom(""), ""}},
        {{"i", image(id_a, "app:1"), ""}, {"j", image(id_b, "app:1"), ""}, {"bom.json", sbom("app:1"), ""}},
        {{"i", image(id_a, "app:1"), ""}, {"j", image(id_b, "app:1"), ""}, {"bom.json", sbom(""), "app:1"}},
    };
    for (const auto& inputs : cases) {
        const Run run(inputs);
        CHECK(run.facts == nullptr);
        REQUIRE(run.diagnostics.size() == 1);
        CHECK(run.diagnostics.front().code == "I0130");
        CHECK(render(run.diagnostics.front()).find("--subject REF=bom.json") != std::string::npos);
    }
}

TEST_CASE("evidence of another image makes a subject of its own, and a warning") {
    const Run run({{"i", image(id_b, "b:1", digest_b), ""}, {"bom.json", sbom("a:1", digest_a), ""}});
    REQUIRE(run.diagnostics.size() == 1);
    CHECK(run.diagnostics.front().code == "I0131");
    CHECK(run.diagnostics.front().severity == DiagnosticSeverity::warning);
}

TEST_CASE("whether a document matches its subject") {
    CHECK(Run({{"i", image(id_a, "app:1", digest_a), ""}, {"b", sbom("app:1", digest_a), ""}}).prints("matches_subject: true"));
    CHECK(Run({{"b", sbom("app:1", digest_a), ""}}).prints("matches_subject: true"));
    CHECK(Run({{"i", image(id_a, "app:1"), ""}, {"b", sbom("app:1"), ""}}).prints("matches_subject: unknown (not stated)"));
    CHECK(Run({{"i", image(id_a, "app:1"), ""}, {"b", sbom(""), ""}}).prints("matches_subject: unknown (not stated)"));
    CHECK(Run({{"i", image(id_b, "b:1", digest_b), ""}, {"b", sbom("a:1", digest_a), "b:1"}}).prints("matches_subject: false"));
    CHECK(Run({{"i", image(id_b, "b:1", digest_b), ""}, {"b", sbom("a:1"), "b:1"}}).prints("matches_subject: false"));
    CHECK(Run({{"i", image(id_b, "b:1", digest_b), ""}, {"b", sbom("b:1"), "b:1"}}).prints("matches_subject: unknown (not stated)"));
    CHECK(Run({{"i", image(id_a, "app:1"), ""}, {"c", container(id_a, "x"), ""}}).prints("is_subject: true"));
}

TEST_CASE("configuration comes from the image, else from the Dockerfile; the caller's name fills the reference") {
    const Run both({{"Dockerfile", dockerfile, ""}, {"i", image(id_a, "app:1"), ""}});
    const std::string text = print_facts(*both.facts);
    CHECK(text.find("user:\n        text: \"1000\"", text.find("\n  image:")) != std::string::npos);
    const Run named({{"i", image(id_a, ""), "app:7@" + digest_a}});
    CHECK(named.names() == std::vector<std::string>{"docker.io/library/app:7@" + digest_a});
    CHECK(named.prints("digest: \"" + digest_a + "\""));
    CHECK(named.prints("tag: \"7\""));
}

TEST_CASE("a container beside its image: exposed ports, overridden variables, entrypoint, volumes that nothing covers") {
    const std::string ports = R"("PortBindings": {"80/tcp": [{"HostIp": "127.0.0.1", "HostPort": "8080"}], "81/tcp": [{"HostPort": ""}]})";
    const Run run({{"i", image(id_a, "app:1"), ""}, {"c", container(id_a, "app:1", ports), ""}});
    CHECK(run.prints("is_exposed: true"));
    CHECK(run.prints("is_exposed: false"));
    CHECK(run.prints("overrides_image: true"));
    CHECK(run.prints("overrides_image: false"));
    CHECK(run.prints("replaces_entrypoint: false"));
    CHECK(run.prints("uncovered_writes: [\"/data\"]"));
    const Run mounted({{"i", image(id_a, "app:1"), ""}, {"c", container(id_a, "app:1", R"("Tmpfs": {"/data": "size=1m"})"), ""}});
    CHECK(mounted.prints("uncovered_writes: []"));
    const Run alone({{"c", container(id_a, "app:1", ports), ""}});
    CHECK_FALSE(alone.prints("is_exposed"));
    CHECK_FALSE(alone.prints("uncovered_writes"));
}

TEST_CASE("mounts that containers of one document or one subject share") {
    const std::string bind = R"("Binds": ["/srv//x:/a", "v1:/b"])";
    const std::string one = container(id_a, "app:1", bind);
    std::string two = container(id_b, "other:1", bind);
    two.replace(two.find("/c1"), 3, "/c2");
    const std::string both = one.substr(0, one.size() - 1) + ", " + two.substr(1);
    const Run together({{"both", both, ""}});
    CHECK(together.names().size() == 2);
    CHECK(together.prints("shared_with: [\"c2\"]"));
    CHECK(together.prints("shared_with: [\"c1\"]"));
    const Run apart({{"c", one, ""}, {"d", two, ""}});
    CHECK(apart.prints("shared_with: []"));
    CHECK_FALSE(apart.prints("shared_with: [\"c2\"]"));
}

TEST_CASE("one run over many subjects states what a run over each states") {
    const std::vector<std::vector<Input>> subjects = {
        {{"i", image(id_a, "app:1", digest_a), ""}, {"b", sbom("app:1", digest_a), ""}, {"c", container(id_a, "app:1"), ""}},
        {{"j", image(id_b, "other:1", digest_b), ""}, {"e", sbom("x", digest_b), ""}},
        {{"f", container(std::string(64, 'c'), "third:3"), ""}},
        {{"Dockerfile", dockerfile, ""}},
        {{"api/Dockerfile", dockerfile, ""}},
    };
    const auto subjects_of = [](const Facts& facts) {
        std::vector<std::string> out;
        const std::string text = print_facts_json(facts);
        std::size_t at = text.find("[\n") + 2;
        while (text[at] == '{') {
            const std::size_t end = text.find('\n', at);
            std::string line = text.substr(at, end - at);
            if (line.back() == ',') line.pop_back();
            out.push_back(std::move(line));
            at = end + 1;
        }
        std::sort(out.begin(), out.end());
        return out;
    };
    std::vector<Input> all;
    std::vector<std::string> apart;
    for (const auto& inputs : subjects) {
        all.insert(all.begin(), inputs.begin(), inputs.end());
        const Run run(inputs);
        REQUIRE(run.facts);
        const auto lines = subjects_of(*run.facts);
        apart.insert(apart.end(), lines.begin(), lines.end());
    }
    std::sort(apart.begin(), apart.end());
    const Run together(all);
    REQUIRE(together.facts);
    CHECK(apart.size() == subjects.size());
    CHECK(subjects_of(*together.facts) == apart);
}
