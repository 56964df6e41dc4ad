// Documents of the shared corpus, for tests that read them where they lie.
#pragma once

#include <string>
#include <vector>

namespace scantling::test {

struct CorpusFile {
    std::string name;  // path below the corpus
    std::string bytes;
};
// All files below `folder` (`sbom/cyclonedx`), sorted by name, `.gz` unpacked. Empty, and said so on the terminal, where there is no
// corpus.
[[nodiscard]] std::vector<CorpusFile> corpus_files(const std::string& folder);

}  // namespace scantling::test
