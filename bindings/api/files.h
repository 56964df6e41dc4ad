// Policies and documents from the file system: whole, bounded, with what stands beside them.
#pragma once

#include <string>
#include <vector>

#include "bindings/api/inputs.h"
#include "bindings/api/policies.h"
#include "engine/base/limits.h"
#include "engine/base/result.h"

namespace scantling {

// Failures below are of kind `unreadable` or `too_large`.

// The bytes of a file of at most `limit`; `-` is standard input.
[[nodiscard]] Result<std::string> read_file(const std::string& path, std::size_t limit);

// The policy files that `paths` name: files as they are, of folders every *.scant below that is no *_test.scant, sorted.
[[nodiscard]] Result<std::vector<PolicyText>> read_policies(const std::vector<std::string>& paths);

// A document; beside one that is named like a Dockerfile, or begins like one, its `NAME.dockerignore` or `.dockerignore`.
[[nodiscard]] Result<InputDocument> read_document_file(const std::string& path, std::size_t limit = limits::source_bytes - 1);

}  // namespace scantling
