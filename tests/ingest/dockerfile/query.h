// One cell of frozen facts by its path, as text: `stages[1].base.image.tag` of the first subject's `dockerfile`.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "engine/facts/facts.h"

namespace scantling::test {

struct Answer {
    std::string text;  // the value; `absent`; `unknown(unresolved)`; of a list its size, with `+` where it is not whole
    std::string at;    // what stands at its place
};

[[nodiscard]] Answer ask(const Facts& facts, std::string_view path);
// Facts of one Dockerfile alone.
[[nodiscard]] std::shared_ptr<const Facts> facts_of(std::string dockerfile, const char* ignore = nullptr);

}  // namespace scantling::test
