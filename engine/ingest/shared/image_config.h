// The OCI image configuration (Docker's is the same JSON): the one that a configuration file holds, `docker image inspect` spells with
// capitals, and Trivy embeds.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/ingest/json/json.h"
#include "engine/ingest/shared/json_config.h"

namespace scantling {

// The object below `config`. `healthcheck`: where it lacks one (Podman puts it beside); a missing value otherwise.
void read_image_config(const JsonValue& config, const JsonValue& healthcheck, std::string_view os,
                       const RecordWriter<model::ImageConfig>& to);
void read_image_platform(const JsonValue& os, const JsonValue& architecture, const JsonValue& variant,
                         const RecordWriter<model::Image>& to);

// Diff ids and history. Each is a part of its own and left alone where its key is missing. Returns the whole list of diff ids.
std::vector<std::string> read_layers_and_history(const JsonValue& diff_ids, const JsonValue& history, const RecordWriter<model::Image>& to,
                                                 Row fragment);

// A whole configuration: platform, times, config, history, layers, with their parts supplied for the fragment. Returns the diff ids.
std::vector<std::string> read_image_configuration(const JsonValue& root, const RecordWriter<model::Image>& to, Row fragment);

// The Dockerfile keyword of a history step and its shell words. No keyword where it is no instruction.
struct HistoryText {
    std::optional<model::Keyword> keyword;
    std::vector<std::string> words;
};
[[nodiscard]] HistoryText parse_history(std::string_view created_by);

}  // namespace scantling
