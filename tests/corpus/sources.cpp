// Reading as the command line does it: a document to fragments, fragments to subjects, and those frozen.
#include "tests/corpus/sources.h"

#include <algorithm>
#include <iterator>

#include "engine/ingest/subjects.h"

namespace scantling::test {

namespace {

bool is_beside_the_documents(const CorpusFile& file) {
    const std::string name = file.name.substr(file.name.rfind('/') + 1);
    return name == "MANIFEST.tsv" || name == "result";  // BuildKit's expected trees stand beside its cases
}

}  // namespace

const std::vector<std::string>& corpus_folders(Format format) {
    static const std::vector<std::string> folders[] = {
        {"dockerfile/real", "dockerfile/buildkit-parser", "dockerfile/buildkit-parser-negative"},
        {"sbom/cyclonedx", "sbom/cyclonedx-suite", "vuln/cyclonedx-vex"},
        {"vuln/trivy"},
        {"runtime/docker-inspect-image", "runtime/inspect-generated-image"},
        {"runtime/docker-inspect-container", "runtime/inspect-generated-container"},
    };
    return folders[static_cast<std::size_t>(format)];
}

const char* format_word(Format format) {
    constexpr const char* words[] = {"Dockerfile", "CycloneDX", "Trivy", "image inspect", "container inspect"};
    return words[static_cast<std::size_t>(format)];
}

std::vector<CorpusFile> corpus_documents(Format format) {
    std::vector<CorpusFile> out;
    for (const std::string& folder : corpus_folders(format)) {
        std::vector<CorpusFile> files = corpus_files(folder);
        std::move(files.begin(), files.end(), std::back_inserter(out));
    }
    out.erase(std::remove_if(out.begin(), out.end(), is_beside_the_documents), out.end());
    return out;
}

Assembled assembled(const std::string& name, const std::string& bytes) {
    Builder builder;
    Assembled out;
    out.result = read_document(builder, name, bytes);
    out.facts = assemble(builder, {{out.result.document, out.result.fragments, {}}}).facts;
    return out;
}

Assembled assembled(Format format, const CorpusFile& file) {
    return assembled(format == Format::dockerfile ? "Dockerfile" : file.name, file.bytes);
}

}  // namespace scantling::test
