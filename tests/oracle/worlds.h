// Random facts, and random completions of what they leave open.
#pragma once

#include "tests/oracle/chance.h"
#include "tests/oracle/naive.h"

namespace scantling::oracle {

[[nodiscard]] World random_world(const Schema& schema, std::size_t subjects, Chance& chance);

// One of the worlds that the given one may be: every unknown cell has a value, every list is whole, with new elements in any place.
[[nodiscard]] World completed(const Schema& schema, const World& world, Chance& chance);

// The same run with that subject alone.
[[nodiscard]] World alone(const World& world, std::size_t subject);

}  // namespace scantling::oracle
