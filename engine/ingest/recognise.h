// Which kind of document a text is: by its content, never by its name alone but for Dockerfiles that begin with neither FROM nor ARG.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "engine/ingest/json/json.h"

namespace scantling {

enum class DocumentKind : std::uint8_t {
    unknown,
    dockerfile,
    image_configuration,
    image_inspect,
    container_inspect,
    cyclonedx,
    trivy,
    not_read_yet,  // recognised by name only; stays last: a new kind stands before it, and its word in kind_word
};

struct Recognition {
    DocumentKind kind = DocumentKind::unknown;
    std::string_view name;  // for people: `a Grype report`; of kind `unknown` empty
};

// Whether the text is to be parsed as JSON: its first character opens an object or an array.
[[nodiscard]] bool looks_like_json(std::string_view text);
// `Dockerfile`, `Containerfile`, `Dockerfile.dev`, `api.Dockerfile`; of a path its last component.
[[nodiscard]] bool is_dockerfile_name(std::string_view path);
// Of a text that is no JSON.
[[nodiscard]] Recognition recognise_text(std::string_view text, std::string_view path);
// Of a JSON value; an array is Trivy's old report or of unknown kind: its elements are asked one by one.
[[nodiscard]] Recognition recognise_json(const JsonValue& root);
// The short word that reports list a document under (`image-inspect`).
[[nodiscard]] std::string_view kind_word(DocumentKind kind);
// The kind of that word, of those that can be read.
[[nodiscard]] std::optional<DocumentKind> document_kind(std::string_view word);

}  // namespace scantling
