// The documents of the shared corpus that the product reads today, and each of them through the whole way of reading.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/ingest/document.h"
#include "tests/ingest/support/corpus_files.h"

namespace scantling::test {

enum class Format : std::uint8_t { dockerfile, cyclonedx, trivy, image, container };

// Folders of the corpus whose files are of that format (but for a few views of other tools, which refused.tsv names).
[[nodiscard]] const std::vector<std::string>& corpus_folders(Format format);
[[nodiscard]] const char* format_word(Format format);

// Files of a format: sorted, unpacked. A Dockerfile's name is `Dockerfile`, whatever its file is called: the corpus renamed some.
[[nodiscard]] std::vector<CorpusFile> corpus_documents(Format format);

struct Assembled {
    ReadResult result;
    std::shared_ptr<const Facts> facts;  // as a run over this document alone has them
};
[[nodiscard]] Assembled assembled(const std::string& name, const std::string& bytes);
[[nodiscard]] Assembled assembled(Format format, const CorpusFile& file);

}  // namespace scantling::test
