// Writing JSON (RFC 8259) as a stream: canonical, so that equal contents are equal bytes.
//
// No blanks; keys in ascending byte order, which the caller must keep (checked in debug builds); control characters escaped; bytes that are
// not UTF-8 become U+FFFD, so that whatever a file's name holds, the output is valid. Reading JSON is engine/ingest/json's.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace scantling {

class JsonWriter {
  public:
    JsonWriter& begin_object();
    JsonWriter& end_object();
    JsonWriter& begin_array();
    JsonWriter& end_array();
    // The next call gives its value.
    JsonWriter& key(std::string_view name);

    JsonWriter& string(std::string_view value);
    JsonWriter& integer(std::int64_t value);
    JsonWriter& boolean(bool value);
    JsonWriter& null();
    // Text that is JSON already.
    JsonWriter& raw(std::string_view json);
    // A line end between values, for outputs that people also look at.
    JsonWriter& line();

    // key and value in one.
    JsonWriter& member(std::string_view name, std::string_view value) { return key(name).string(value); }
    JsonWriter& member(std::string_view name, const char* value) { return key(name).string(value); }
    JsonWriter& member(std::string_view name, std::int64_t value) { return key(name).integer(value); }
    JsonWriter& member(std::string_view name, bool value) { return key(name).boolean(value); }

    [[nodiscard]] const std::string& text() const { return out_; }
    [[nodiscard]] std::string take() { return std::move(out_); }

  private:
    void before_value();
    void quoted(std::string_view text);

    struct Level {
        bool object = false;
        bool empty = true;
#ifndef NDEBUG
        std::string last_key;
#endif
    };
    std::vector<Level> levels_;
    bool after_key_ = false;
    bool break_line_ = false;
    std::string out_;
};

}  // namespace scantling
