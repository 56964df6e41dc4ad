// Units as bytes and back. What is read here is well formed as data (numbers of enumerations are in range, lists fit the bytes) and not yet
// as a program: verify.h looks at it before anybody else does.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/program/bundle_bytes.h"
#include "engine/program/unit.h"

namespace scantling::bundle {

void write_unit(ByteWriter& out, const Unit& unit);
void read_unit(ByteReader& in, Unit& unit);

// The inside of a bundle: the model, then the units; and the envelope around it.
using Units = std::vector<std::shared_ptr<const Unit>>;
[[nodiscard]] std::string encode(const Units& units);
// Unverified. Empty, and the reason why, where the bytes are no units.
[[nodiscard]] Units decode(std::string_view content, std::string& failure);
[[nodiscard]] std::string seal(std::string_view content, std::string_view made_by);

}  // namespace scantling::bundle
