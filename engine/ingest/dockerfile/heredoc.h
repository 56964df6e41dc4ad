// The heredocs that an instruction announces: `<<EOF`, `<<-EOF`, `<<'EOF'`, `3<<EOF`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/ingest/dockerfile/syntax.h"

namespace scantling::dockerfile {

// In order of appearance, without bodies. A quoted name that is not closed is refused: the text says why.
[[nodiscard]] std::string announced_heredocs(const Mapped& text, std::vector<Heredoc>& heredocs, Pool& pool);
// Is this one word, as COPY's sources are, a heredoc; and of which name?
[[nodiscard]] bool is_heredoc(std::string_view word);

}  // namespace scantling::dockerfile
