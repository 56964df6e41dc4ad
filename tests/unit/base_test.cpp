// engine/base: sources, diagnostics, the dictionary, nearest names, UTF-8, SHA-256.
#include <array>
#include <string>
#include <utility>

#include "engine/base/diagnostic.h"
#include "engine/base/dictionary.h"
#include "engine/base/json_writer.h"
#include "engine/base/nearest.h"
#include "engine/base/same_text.h"
#include "engine/base/sha256.h"
#include "engine/base/source.h"
#include "engine/base/text_hash.h"
#include "engine/base/utf8.h"
#include "tests/catch.h"

using namespace scantling;

TEST_CASE("a position counts lines and code points from one") {
    const Source source("a.scant", "ab\n\xC3\xA9x\r\nlast");
    CHECK(source.position(0).line == 1);
    CHECK(source.position(0).column == 1);
    CHECK(source.position(5).line == 2);
    CHECK(source.position(5).column == 2);
    CHECK(source.line_at(4) == "\xC3\xA9x");
    CHECK(source.position(999).line == 3);
    CHECK(source.position(999).column == 5);
}

TEST_CASE("a diagnostic shows the place, the carets and the help") {
    const auto source = std::make_shared<const Source>("policies/users.scant", "rule a {\n    forbid image.usr\n}\n");
    const Diagnostic d{"E0203",  DiagnosticSeverity::error,      "image config has no field `usr`", source,
                       {26, 29}, "not a field of `ImageConfig`", {"did you mean `user`?"}};
    CHECK(render(d) ==
          "error[E0203]: image config has no field `usr`\n"
          " --> policies/users.scant:2:18\n"
          "  |\n"
          "2 |     forbid image.usr\n"
          "  |                  ^^^ not a field of `ImageConfig`\n"
          "  |\n"
          "  = help: did you mean `user`?\n");
}

TEST_CASE("an excerpt never exceeds the width, wherever the mark stands") {
    const std::string text(500, 'x');
    const Source source("f", text);
    for (const std::uint32_t at : {0U, 50U, 250U, 499U}) {
        const std::string shown = render_excerpt(source, {at, at + 1}, "", 100);
        std::size_t begin = 0;
        while (begin < shown.size()) {
            const std::size_t end = shown.find('\n', begin);
            CHECK(end - begin <= 100);
            begin = end + 1;
        }
    }
}

TEST_CASE("what stands beside the carets is harmless to a terminal") {
    const Source source("f", "{}");
    CHECK(render_excerpt(source, {0, 2}, "/a\nb\x1b[2J").find("^^ /a\\u{a}b\\u{1b}[2J\n") != std::string::npos);
}

TEST_CASE("an excerpt hides what it is told to, whatever stands round about it, and marks what it is told to") {
    const Source source("f", "one\nk\xC3\xA9y=secret; next\tsecret \x01 end\n");
    const std::array<Span, 3> hidden = {Span{0, 2}, Span{9, 15}, Span{22, 28}};
    const auto shown = [&](Span span, std::size_t width) {
        std::string out;
        append_excerpt(out, source, {span, source.position(span.begin), "here", hidden}, "  ", width);
        return out;
    };
    CHECK(shown({9, 15}, 100) ==
          "   --> f:2:5\n"
          "    |\n"
          "  2 | k\xC3\xA9y=<masked>; next <masked> \\u{1} end\n"
          "    |     ^^^^^^^^ here\n");
    CHECK(shown({5, 9}, 100).find("\n    |  ^^^ here\n") != std::string::npos);
    CHECK(shown({17, 31}, 100).find("\n    |               ^^^^^^^^^^^^^^^^^^^^ here\n") != std::string::npos);
    CHECK(shown({22, 28}, 30).find("\n  2 | ...<masked>; next ...\n") != std::string::npos);
    for (std::size_t width = 14; width < 60; ++width) CHECK(shown({9, 15}, width).find("sec") == std::string::npos);
}

TEST_CASE("interning gives equal texts equal ids, and text never moves") {
    Dictionary dictionary;
    CHECK(dictionary.intern("") == 0);
    const StringId first = dictionary.intern("first");
    const std::string_view view = dictionary.text(first);
    for (int i = 0; i < 5000; ++i) dictionary.intern("s" + std::to_string(i));
    CHECK(dictionary.intern("first") == first);
    CHECK(dictionary.text(first).data() == view.data());
    CHECK(dictionary.find("s4999") != Dictionary::none);
    CHECK(dictionary.find("nobody") == Dictionary::none);
}

TEST_CASE("texts are the same where every byte is") {
    for (std::size_t size = 0; size < 40; ++size) {
        const std::string text(size, 'a');
        CHECK(same_text(text, std::string(size, 'a')));
        CHECK_FALSE(same_text(text, text + 'a'));
        for (std::size_t i = 0; i < size; ++i) {
            std::string other = text;
            other[i] = 'b';
            if (same_text(text, other)) FAIL("byte " << i << " of " << size);
        }
    }
}

TEST_CASE("the hash of a text takes every byte and its length") {
    // The key is the process's own: what is asked holds for all of them but a few in 2^64.
    for (std::size_t size = 0; size < 70; ++size) {
        const std::string text(size, 'a');
        CHECK(text_hash(text) == text_hash(std::string(size, 'a')));
        CHECK(text_hash(text) != text_hash(text + 'a'));
        CHECK(text_hash(text) != text_hash(text + std::string(1, '\0')));
        for (std::size_t i = 0; i < size; ++i) {
            std::string other = text;
            other[i] = 'b';
            if (text_hash(other) == text_hash(text)) FAIL("byte " << i << " of " << size);
        }
    }
    CHECK(hash_with(1, 2) != hash_with(2, 1));
    CHECK(hash_with(0, 0) != hash_with(0, 1));
}

TEST_CASE("the nearest name is offered only when it is near") {
    constexpr std::array<std::string_view, 3> names = {"user", "cmd", "entrypoint"};
    CHECK(nearest_name("usr", names) == std::optional<std::string_view>("user"));
    CHECK(nearest_name("entrypiont", names) == std::optional<std::string_view>("entrypoint"));
    CHECK_FALSE(nearest_name("healthcheck", names));
}

TEST_CASE("ill-formed UTF-8 is found where it begins, and shown harmlessly") {
    CHECK_FALSE(first_invalid_utf8("h\xC3\xA9llo"));
    CHECK(first_invalid_utf8("ab\xC0\xAF") == std::optional<std::size_t>(2));
    CHECK(first_invalid_utf8("\xED\xA0\x80") == std::optional<std::size_t>(0));
    CHECK(printable("a\x1B[31m\xFF") == "a\\u{1b}[31m\\xff");
}

TEST_CASE("long texts, which are looked at many bytes at a time, give what short ones do") {
    for (const std::size_t plain : {0U, 1U, 7U, 8U, 9U, 127U, 128U, 129U, 300U}) {
        CAPTURE(plain);
        const std::string head(plain, 'x');
        CHECK(first_invalid_utf8(head + "\xFF" + head) == std::optional<std::size_t>(plain));
        const std::string accented = head + "h\xC3\xA9\xF0\x9F\x90\xB3" + head;
        CHECK_FALSE(first_invalid_utf8(accented));
        CHECK(code_points_of_valid(accented) == 2 * plain + 3);
        CHECK(code_points(accented) == code_points_of_valid(accented));
        CHECK(printable(head + "\t\x7F" + head) == head + " \\u{7f}" + head);
    }
}

TEST_CASE("SHA-256 of the empty text and of abc") {
    CHECK(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("JSON is written canonically, and validly whatever the bytes") {
    JsonWriter json;
    json.begin_object().key("a").begin_array().integer(-1).string("q\"\\\n\x01").boolean(true).null().end_array();
    json.member("b", "\xC3\xA9\xFF").key("c").begin_object().end_object().end_object();
    CHECK(json.text() == "{\"a\":[-1,\"q\\\"\\\\\\n\\u0001\",true,null],\"b\":\"\xC3\xA9\xEF\xBF\xBD\",\"c\":{}}");
}

TEST_CASE("a JSON text is escaped wherever in it the byte stands") {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 8> bytes = {{{"\"", "\\\""},
                                                                                     {"\\", "\\\\"},
                                                                                     {"\n", "\\n"},
                                                                                     {"\x1F", "\\u001f"},
                                                                                     {"\x7F", "\x7F"},
                                                                                     {"\x21", "\x21"},
                                                                                     {"\xC3\xA9", "\xC3\xA9"},
                                                                                     {"\xFF", "\xEF\xBF\xBD"}}};
    for (std::size_t before = 0; before < 20; ++before) {
        for (const auto& [byte, escaped] : bytes) {
            const std::string head(before, '#');
            const std::string tail(20 - before, '[');
            JsonWriter json;
            json.string(head + std::string(byte) + tail + std::string(byte));
            CHECK(json.text() == "\"" + head + std::string(escaped) + tail + std::string(escaped) + "\"");
        }
    }
}
