// Run by the build: compiles the standard library and writes its bundle as a source file, the argument, so that a start without policies
// of one's own has nothing to compile.
#include <cstdio>
#include <string>

#include "bindings/api/bundle.h"
#include "bindings/api/policies.h"

namespace {

// Octal, three digits: whatever follows is no part of it.
std::string escaped(std::string_view bytes) {
    std::string out;
    out.reserve(bytes.size() * 5);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const auto byte = static_cast<unsigned char>(bytes[i]);
        if (i % 64 == 0) out += "\"\n    \"";
        out +=
            {'\\', static_cast<char>('0' + (byte >> 6)), static_cast<char>('0' + ((byte >> 3) & 7)), static_cast<char>('0' + (byte & 7))};
    }
    return out;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    const scantling::Policies policies = scantling::load_policies({});
    if (!policies.program) {
        for (const scantling::Diagnostic& diagnostic : policies.diagnostics) std::fputs(render(diagnostic).c_str(), stderr);
        return 1;
    }
    const std::string bundle = scantling::save_bundle(policies);
    const std::string text =
        "// Written by the build (embed_bundle.cpp). Do not edit.\n#include <string_view>\n\n#ifdef __clang__\n"
        "#pragma clang diagnostic ignored \"-Woverlength-strings\"\n#endif\n\nnamespace scantling::embedded {\n\n"
        "std::string_view standard_bundle();\nstd::string_view standard_bundle() {\n    static constexpr char bytes[] = \"" +
        escaped(bundle) + "\";\n    return {bytes, sizeof bytes - 1};\n}\n\n}  // namespace scantling::embedded\n";
    std::FILE* const file = std::fopen(argv[1], "wb");
    const bool written = file != nullptr && std::fwrite(text.data(), 1, text.size(), file) == text.size();
    return file != nullptr && std::fclose(file) == 0 && written ? 0 : 1;
}
