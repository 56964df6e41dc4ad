// Eight threads over handles of the C interface.
#pragma once

namespace scantling::test {

// 0 where all went well.
[[nodiscard]] int run_handles();

}  // namespace scantling::test
