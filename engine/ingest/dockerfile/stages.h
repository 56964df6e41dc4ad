// The stages of a Dockerfile before any fact is written: what each is built from, and which of them matter to the target.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/base/text_hash.h"
#include "engine/ingest/dockerfile/bases.h"
#include "engine/ingest/dockerfile/scope.h"
#include "engine/ingest/dockerfile/syntax.h"
#include "engine/values/image_reference.h"

namespace scantling::dockerfile {

struct StagePlan {
    std::uint32_t from = 0;  // index of its FROM among the instructions
    std::string name;        // folded; empty where it has none
    Expanded base;           // the name after FROM, expanded
    bool scratch = false;
    bool resolved = false;         // it is known what it is built from
    bool certainly_image = false;  // not resolved, but no name of a stage either
    std::optional<std::uint32_t> parent;
    std::optional<ImageReference> image;
    BaseFamily family;
    bool defaults_valid = true;
    bool in_image = false;
    bool is_final = false;
    bool copied_from = false;
    bool reached = false;
    std::vector<std::uint32_t> needs;   // stages that its COPY and RUN --mount take from
    std::vector<std::uint32_t> copies;  // those of them that COPY names
};

struct From {
    std::optional<std::uint32_t> stage;
    std::optional<ImageReference> image;
    bool itself = false;
    bool is_index = false;
    bool unresolved = false;  // a variable
};

class Plan {
  public:
    // Adds what is wrong with base names to the file's problems.
    Plan(File& file, const std::optional<std::string>& target, std::size_t& budget);

    std::vector<StagePlan> stages;
    std::optional<std::uint32_t> final;
    GlobalScope globals;
    std::vector<std::string_view> used_globals;  // by FROM lines

    // What `--from=TEXT` means in a stage.
    [[nodiscard]] From from(std::string_view text, std::uint32_t stage) const;

  private:
    void add_stage(File& file, std::uint32_t index, std::size_t& budget);
    void add_global(File& file, const Instruction& instruction, std::size_t& budget);
    void add_needs(const Instruction& instruction);
    void choose(const std::optional<std::string>& target);

    std::unordered_map<std::string, std::vector<std::uint32_t>, TextHash> names_;
};

// The value of `key` in a `--mount` text; later ones win.
[[nodiscard]] std::optional<std::string_view> mount_option(std::string_view mount, std::initializer_list<std::string_view> keys);

}  // namespace scantling::dockerfile
