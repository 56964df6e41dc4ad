// The variables that an instruction sees: ENV over ARG of its stage, what its base stage left, and what nobody can know.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/base/text_hash.h"
#include "engine/ingest/dockerfile/expand.h"

namespace scantling::dockerfile {

// The last definition of a name counts. Small scopes are searched, large ones indexed: a file may define 100,000 names.
class Definitions {
  public:
    struct Entry {
        std::string_view name;
        Found found;
    };
    void define(std::string_view name, Found found);
    [[nodiscard]] const Found* find(std::string_view name) const;
    [[nodiscard]] std::size_t size() const { return entries_.size(); }

  private:
    std::vector<Entry> entries_;
    std::unordered_map<std::string_view, std::uint32_t, TextHash> index_;  // once there are many
};

// TARGETARCH and its like: the builder sets them, to values that the file does not tell.
[[nodiscard]] bool is_platform_argument(std::string_view name);

// ARG before the first FROM: all that FROM lines see.
class GlobalScope final : public Variables {
  public:
    [[nodiscard]] Found find(std::string_view name) const override;
    [[nodiscard]] bool declares(std::string_view name) const { return defined.find(name) != nullptr || is_platform_argument(name); }
    Definitions defined;
};

class StageScope final : public Variables {
  public:
    [[nodiscard]] Found find(std::string_view name) const override;
    // ENV or ARG of the stage, or ENV of a stage it is built on.
    [[nodiscard]] bool declares(std::string_view name) const;
    Definitions arguments;
    Definitions environment;
    bool base_open = true;  // the base may define names that we do not see
};

}  // namespace scantling::dockerfile
