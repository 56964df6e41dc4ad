// Finds the place of a JSON error: the fast parser says only that there is one.
//
// The slow parser runs once over a document that is refused anyhow. It tells the byte of a grammar error itself; for what it would let
// pass (nesting, integers outside 64 bits) our handler stops it, and the place is where the counting iterator then stands.
#include "engine/ingest/json/reject.h"

#include <nlohmann/json.hpp>

#include "engine/base/limits.h"
#include "engine/base/utf8.h"

namespace scantling {

namespace {

// Hands out characters and counts them where the handler can see it.
class CountingIterator {
  public:
    using difference_type = std::ptrdiff_t;
    using value_type = char;
    using pointer = const char*;
    using reference = const char&;
    using iterator_category = std::input_iterator_tag;

    CountingIterator(const char* at, std::size_t* count) : at_(at), count_(count) {}
    reference operator*() const { return *at_; }
    CountingIterator& operator++() {
        ++at_;
        ++*count_;
        return *this;
    }
    CountingIterator operator++(int) {
        CountingIterator old = *this;
        ++*this;
        return old;
    }
    friend bool operator==(const CountingIterator& a, const CountingIterator& b) { return a.at_ == b.at_; }

  private:
    const char* at_;
    std::size_t* count_;
};

std::uint32_t offset(std::size_t at) { return static_cast<std::uint32_t>(at); }

// `[json.exception.parse_error.101] parse error at line 1, column 2: syntax error while parsing value - invalid literal; last read:
// '[x'; expected …` without what our header and excerpt say.
std::string reason_of(std::string_view what) {
    constexpr std::string_view mark = "syntax error while parsing ";
    if (const std::size_t at = what.find(mark); at != std::string_view::npos) what.remove_prefix(at + mark.size());
    const std::size_t read = what.find("; last read: ");
    if (read == std::string_view::npos) return printable(what);
    const std::size_t expected = what.find("; expected ", read);
    std::string out(what.substr(0, read));
    if (expected != std::string_view::npos) out += what.substr(expected);
    return printable(out);
}

class Handler : public nlohmann::json_sax<nlohmann::json> {
  public:
    Handler(std::string_view text, const std::size_t& consumed) : text_(text), consumed_(consumed) {}

    bool null() override { return true; }
    bool boolean(bool /*value*/) override { return true; }
    bool number_integer(number_integer_t /*value*/) override { return true; }
    bool number_unsigned(number_unsigned_t /*value*/) override { return true; }
    bool number_float(number_float_t /*value*/, const string_t& written) override {
        if (written.find_first_of(".eE") != std::string::npos) return true;
        // The parser has read one character past the number, unless the text ended.
        std::size_t begin = text_.rfind(written, consumed_);
        if (begin == std::string_view::npos) begin = consumed_;
        fault_ = {"I0107", "an integer that does not fit 64 bits", "", {offset(begin), offset(begin + written.size())}};
        return false;
    }
    bool string(string_t& /*value*/) override { return true; }
    bool binary(binary_t& /*value*/) override { return true; }
    bool key(string_t& /*value*/) override { return true; }
    bool start_object(std::size_t /*elements*/) override { return deeper(); }
    bool end_object() override { return shallower(); }
    bool start_array(std::size_t /*elements*/) override { return deeper(); }
    bool end_array() override { return shallower(); }
    bool parse_error(std::size_t position, const std::string& /*last*/, const nlohmann::json::exception& error) override {
        const std::size_t at = position == 0 ? 0 : position - 1;
        if (at >= text_.size()) {
            fault_ = {"I0105", "the document ends too early", "something is missing here", {offset(text_.size()), offset(text_.size())}};
        } else {
            fault_ = {"I0103", "the document is not JSON", reason_of(error.what()), {offset(at), offset(at + 1)}};
        }
        return false;
    }

    [[nodiscard]] JsonFault& fault() { return fault_; }

  private:
    bool deeper() {
        if (++depth_ <= limits::json_nesting) return true;
        const std::size_t at = consumed_ == 0 ? 0 : consumed_ - 1;
        fault_ = {"I0106",
                  "the document nests more than " + std::to_string(limits::json_nesting) + " levels deep",
                  "",
                  {offset(at), offset(at + 1)}};
        return false;
    }
    bool shallower() {
        --depth_;
        return true;
    }

    std::string_view text_;
    const std::size_t& consumed_;
    std::uint32_t depth_ = 0;
    JsonFault fault_;
};

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

JsonFault walk(std::string_view text, std::string_view reason) {
    std::size_t consumed = 0;
    Handler handler(text, consumed);
    // Not strict: where the value ended is then known, and what follows it is told apart from a broken value.
    const bool whole =
        nlohmann::json::sax_parse(CountingIterator(text.data(), &consumed), CountingIterator(text.data() + text.size(), &consumed),
                                  &handler, nlohmann::json::input_format_t::json, false);
    if (!whole) return std::move(handler.fault());
    // A number at the root is read one character too far; so is nothing else.
    std::size_t rest = std::min(consumed, text.size());
    if (rest > 0 && !is_blank(text[rest - 1]) && std::string_view("]}\"").find(text[rest - 1]) == std::string_view::npos) --rest;
    while (rest < text.size() && is_blank(text[rest])) ++rest;
    if (rest < text.size()) {
        return {"I0104", "text follows after the end of the document", "the document ends before this", {offset(rest), offset(rest + 1)}};
    }
    return {"I0103", "the document is not JSON: " + std::string(reason), "", {0, 1}};
}

}  // namespace

JsonFault explain_json_fault(std::string_view text, std::string_view reason) {
    const std::size_t mark = text.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0;
    if (const auto bad = first_invalid_utf8(text)) {
        return {"I0102", "the document is not UTF-8", "", {offset(*bad), offset(*bad + 1)}};
    }
    const std::string_view body = text.substr(mark);
    if (std::all_of(body.begin(), body.end(), is_blank)) return {"I0101", "the document is empty", "", {0, 0}};
    JsonFault fault = walk(body, reason);
    fault.span.begin += offset(mark);
    fault.span.end += offset(mark);
    return fault;
}

}  // namespace scantling
