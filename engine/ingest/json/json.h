// The located JSON reader: a document that is valid from the first byte to the last, and a cursor that knows where each value stands.
//
// Bytes → parse_json → JsonValue (root) → a reader of some format, which asks each object once for the keys it knows:
//
//     const JsonKeys config_keys{"User", "Env"};          // static, beside the reader
//     enum ConfigKey : std::size_t { user, env };
//     const JsonFields config = value.fields(config_keys);  // one pass; a known key twice is an error
//     if (const auto text = config[user].string()) row.set(model::X::y, *text, config[user].place());
//     for (const JsonValue element : config[env].elements()) …
//     for (const auto& [key, entry] : config[labels].members()) …  // an object that becomes a map: every key twice is an error
//
// A wrong type is told to the diagnostics with its place, and the typed read gives nothing; the reader just goes on. Afterwards
// `JsonDocument::refused()` says that the document must not be used. A missing key and `null` read alike: empty, without an error
// (`is_null()` and `exists()` tell them apart where a format does).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/diagnostic.h"
#include "engine/facts/builder.h"

namespace scantling {

enum class JsonKind : std::uint8_t { missing, null, boolean, integer, number, string, array, object };

class JsonDocument;
class JsonFields;
class JsonElements;
class JsonMembers;

// The keys that a reader maps in one kind of object. Made once; must outlive every document read with it.
class JsonKeys {
  public:
    static constexpr std::size_t most = 64;
    static constexpr std::size_t none = 255;

    JsonKeys(std::initializer_list<std::string_view> names);  // literals: only views are kept
    [[nodiscard]] std::size_t size() const { return names_.size(); }
    [[nodiscard]] std::string_view name(std::size_t index) const { return names_[index]; }
    [[nodiscard]] std::size_t find(std::string_view name) const;
    // Of these keys among all that the process has: a document keeps what it made of them there.
    [[nodiscard]] std::size_t number() const { return number_; }

  private:
    [[nodiscard]] static std::size_t hash(std::string_view name);
    std::size_t number_;
    std::vector<std::string_view> names_;
    std::array<std::uint8_t, 256> table_{};  // open addressing: index, or `none`
};

// A value and its place; copyable, valid as long as its document. A default one is a missing value of nowhere.
class JsonValue {
  public:
    JsonValue() = default;

    [[nodiscard]] JsonKind kind() const { return kind_; }
    [[nodiscard]] bool exists() const { return kind_ != JsonKind::missing; }
    [[nodiscard]] bool is_null() const { return kind_ == JsonKind::null; }
    // Neither left out nor `null`.
    [[nodiscard]] bool present() const { return kind_ > JsonKind::null; }

    // Empty without an error where not present; empty with one where of another type. An integer is a decimal too.
    [[nodiscard]] std::optional<std::string_view> string() const;
    [[nodiscard]] std::optional<std::int64_t> integer() const;
    [[nodiscard]] std::optional<std::int64_t> decimal() const;  // millionths
    [[nodiscard]] std::optional<bool> boolean() const;
    // The members of an object; none where not present, none and an error where of another type.
    [[nodiscard]] JsonFields fields(const JsonKeys& keys) const;
    // For who will not read them: says of these keys what `fields` and `string` of each would, and makes no place where nothing is wrong.
    void check_texts(const JsonKeys& keys) const;
    [[nodiscard]] JsonMembers members() const;
    [[nodiscard]] JsonElements elements() const;
    // For recognising a document, before anything is mapped: the keys as they stand, and the first member of a name. No errors, no place.
    [[nodiscard]] std::vector<std::string_view> keys() const;
    [[nodiscard]] JsonValue peek(std::string_view key) const;
    // Elements of an array; 0 of anything else. No error.
    [[nodiscard]] std::size_t size() const;
    // Canonical JSON: no blanks, members sorted by key (bytes), strings escaped as little as possible. Of a string: its JSON too.
    [[nodiscard]] std::string canonical() const;

    // Where it stands; of a missing member its object's place.
    [[nodiscard]] PlaceId place() const;
    // The diagnostic is told with this value's place; an error refuses the document.
    void report(std::string_view code, std::string message, std::string label = {}) const;
    void report(std::string_view code, std::string message, std::string label, std::vector<std::string> help) const;
    // `expected X, found Y`: what the typed reads above say, for a value that may have one of several types.
    void wrong_type(std::string_view expected) const;

  private:
    friend class JsonDocument;
    friend class JsonFields;
    friend class JsonElements;
    friend class JsonMembers;
    enum class Step : std::uint8_t { root, member, element };
    using Raw = std::array<std::uint64_t, 2>;  // the parser's own handle

    JsonValue(JsonDocument* document, const Raw& raw, PlaceId parent, Step step, std::uint32_t at);

    JsonDocument* document_ = nullptr;
    Raw raw_{};
    JsonKind kind_ = JsonKind::missing;
    Step step_ = Step::root;
    PlaceId parent_ = PlaceId::none;
    std::uint32_t at_ = 0;                   // key or index below the parent
    mutable PlaceId place_ = PlaceId::none;  // made when first asked for
};

// The values of an object's known keys.
class JsonFields {
  public:
    JsonFields() = default;
    // By position in the keys. A missing value where the object has no such member.
    [[nodiscard]] const JsonValue& operator[](std::size_t key) const;

  private:
    friend class JsonValue;
    JsonFields(std::size_t size, const JsonValue& value) : few_{value, value, value, value} {
        if (size > few_.size()) many_.assign(size, value);
    }
    [[nodiscard]] JsonValue* values() { return many_.empty() ? few_.data() : many_.data(); }
    std::array<JsonValue, 4> few_;  // most objects of a large document are small: no memory is asked for those
    std::vector<JsonValue> many_;
};

// The elements of an array, in order: a range.
class JsonElements {
  public:
    struct End {};
    class Iterator {
      public:
        JsonValue operator*() const;
        Iterator& operator++();
        bool operator!=(End) const { return left_ != 0; }
        bool operator!=(const Iterator& other) const { return left_ != other.left_; }

      private:
        friend class JsonValue;
        friend class JsonElements;
        JsonDocument* document_ = nullptr;
        std::array<std::uint64_t, 2> raw_{};
        PlaceId parent_ = PlaceId::none;
        std::uint32_t index_ = 0;
        std::size_t left_ = 0;
    };
    [[nodiscard]] Iterator begin() const { return begin_; }
    [[nodiscard]] Iterator end() const { return {}; }
    [[nodiscard]] std::size_t size() const { return begin_.left_; }

  private:
    friend class JsonValue;
    Iterator begin_;
};

// All members of an object, in order, their keys distinct (a repetition was reported and is left out).
class JsonMembers {
  public:
    struct Member {
        std::string_view key;
        JsonValue value;
    };
    [[nodiscard]] auto begin() const { return members_.begin(); }
    [[nodiscard]] auto end() const { return members_.end(); }
    [[nodiscard]] std::size_t size() const { return members_.size(); }

  private:
    friend class JsonValue;
    std::vector<Member> members_;
};

// A parsed document. Not copyable: values point at it.
class JsonDocument {
  public:
    JsonDocument(const JsonDocument&) = delete;
    JsonDocument& operator=(const JsonDocument&) = delete;
    ~JsonDocument();

    [[nodiscard]] JsonValue root();
    // An error was reported about it: nothing that was read from it may be used.
    [[nodiscard]] bool refused() const { return errors_ != 0; }
    [[nodiscard]] DocumentId id() const { return id_; }
    [[nodiscard]] Builder& builder() const { return *builder_; }

  private:
    friend class JsonValue;
    friend class JsonFields;
    friend class JsonElements;
    friend class JsonMembers;
    friend std::unique_ptr<JsonDocument> parse_json(Builder&, DocumentId, Diagnostics&);
    struct Parsed;

    JsonDocument(Builder& builder, DocumentId id, Diagnostics& diagnostics);
    const std::vector<StringId>& interned(const JsonKeys& keys);
    void report(Diagnostic diagnostic);
    [[nodiscard]] Span span_of(PlaceId place) const;
    void report_repetition(PlaceId object, std::string_view key);

    Builder* builder_;
    DocumentId id_;
    Diagnostics* diagnostics_;
    std::unique_ptr<Parsed> parsed_;
    PlaceId place_;
    std::size_t errors_ = 0;
    std::vector<std::vector<StringId>> interned_;  // by the number of the keys; empty: not asked for yet
};

// Parses the text of a document of the builder. Null where it is no JSON document, which the diagnostics then say with its place:
// empty, not UTF-8, broken, cut off, text after the end, nested too deeply, an integer outside 64 bits. A byte order mark is passed over.
[[nodiscard]] std::unique_ptr<JsonDocument> parse_json(Builder& builder, DocumentId id, Diagnostics& diagnostics);

}  // namespace scantling
