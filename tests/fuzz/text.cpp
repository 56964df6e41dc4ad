// Text from outside: what is shown is harmless whatever comes in, and the three readers of UTF-8 agree on what is well-formed.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "engine/base/utf8.h"
#include "tests/fuzz/promise.h"

namespace {

using scantling::fuzz::promise;

// Every byte belongs to exactly one code point, and writing them back gives the text again where it was well-formed.
void decode(std::string_view text) {
    std::string written;
    std::size_t at = 0;
    std::size_t count = 0;
    while (at < text.size()) {
        const std::size_t before = at;
        scantling::append_utf8(written, scantling::next_code_point(text, at));
        promise(at > before && at <= text.size());
        ++count;
    }
    promise(count == scantling::code_points(text));
    promise(!scantling::first_invalid_utf8(written));
    if (!scantling::first_invalid_utf8(text)) promise(written == text);
}

void show(std::string_view text) {
    const std::string shown = scantling::printable(text);
    promise(!scantling::first_invalid_utf8(shown));
    std::size_t at = 0;
    while (at < shown.size()) {
        const char32_t code_point = scantling::next_code_point(shown, at);
        promise(code_point >= U' ' && code_point != 0x7F && !scantling::is_bidirectional_control(code_point));
    }
    promise(scantling::printable(shown) == shown);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(data, data + size);
    decode(text);
    show(text);
    return 0;
}
