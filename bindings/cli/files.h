// Files for the commands: whole, bounded, with what stands beside them.
#pragma once

#include <string>
#include <vector>

#include "bindings/api/inputs.h"
#include "bindings/api/policies.h"
#include "engine/base/result.h"

namespace scantling::cli {

// The bytes of a file of at most `limit`; `-` is standard input.
[[nodiscard]] Result<std::string> read_file(const std::string& path, std::size_t limit);

// The policy files that `paths` name: files as they are, of folders every *.scant below that is no *_test.scant, sorted.
[[nodiscard]] Result<std::vector<PolicyText>> read_policies(const std::vector<std::string>& paths);

// The documents; beside one that is named like a Dockerfile, or begins like one, its `NAME.dockerignore` or `.dockerignore`. What cannot be
// read is named in `unreadable`, and the others are read all the same.
struct ReadDocuments {
    std::vector<InputDocument> documents;
    std::vector<std::string> unreadable;
};
[[nodiscard]] ReadDocuments read_documents(const std::vector<std::string>& paths);

}  // namespace scantling::cli
