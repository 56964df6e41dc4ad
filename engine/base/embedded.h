// Text files compiled into the library (cmake/EmbedTexts.cmake). Each set of files is a function that its user declares:
//     namespace scantling::embedded { std::span<const Text> error_pages(); }
#pragma once

#include <span>
#include <string_view>

namespace scantling::embedded {

struct Text {
    std::string_view name;  // of the file, without its folder
    std::string_view text;
};

}  // namespace scantling::embedded
