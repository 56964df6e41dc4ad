// A bundle: compiled units as bytes, so that a process without the front end can enforce them.
//
// A bundle belongs to one version of the format and one facts model: compiled policies speak of slots by number, and in another model the
// same number is another fact. Its digest finds damage; against malice everything is verified (verify.h), so that reading hostile bytes is
// as safe as compiling a hostile policy. Equal units of one compilation are equal bytes on every machine.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/program/unit.h"

namespace scantling {

enum class BundleFailure : std::uint8_t {
    damaged,       // these bytes are no bundle, are not whole, or say what no compiler says
    incompatible,  // a bundle of another format or another facts model: compile the policies again
};

struct ReadBundle {
    std::vector<std::shared_ptr<const Unit>> units;  // share one schema and one layout, as those of a compilation do
    std::optional<BundleFailure> failure;
    std::string message;  // of a failure: a lowercase sentence without full stop
};

// The units of one compilation. `made_by` (at most 24 bytes are kept) is shown where another version refuses the bundle.
[[nodiscard]] std::string write_bundle(const std::vector<std::shared_ptr<const Unit>>& units, std::string_view made_by);

// Takes memory and time in proportion to the bytes, whatever numbers stand in them.
[[nodiscard]] ReadBundle read_bundle(std::string_view bytes);

// The same without digest and verification, which take half of the time: of bytes that are part of this very program, made by its own
// build.
// No units where they cannot be read all the same.
[[nodiscard]] std::vector<std::shared_ptr<const Unit>> read_own_bundle(std::string_view bytes);

// Whether bytes begin as a bundle does: for telling one from a policy's text.
[[nodiscard]] bool looks_like_bundle(std::string_view bytes);

}  // namespace scantling
