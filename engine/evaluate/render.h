// Values as people read them, and identities of rows: messages, bindings, fingerprints.
#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/evaluate/evaluator.h"
#include "engine/facts/sensitive.h"

namespace scantling::evaluation {

class Renderer {
  public:
    explicit Renderer(Evaluator& evaluator);

    // A message or fix over one space: what its parts are the same in for every tuple. The space must outlive it.
    struct Message {
        struct Part {
            std::string text;  // what is the same for all, in front of the value
            ExpressionId id = no_expression;
            Evaluator::Source source;
        };
        const Space* space = nullptr;
        std::vector<Part> parts;
        std::string rest;
    };
    [[nodiscard]] Message prepare(ExpressionId id, const Space& space);
    // Of a tuple: absent is `<absent>`, unknown `<unknown>`, what is sensitive `<masked>`.
    [[nodiscard]] std::string message(const Message& message, std::uint32_t tuple);

    // The element that the innermost variable of an expansion binds.
    [[nodiscard]] std::string element(const Space& binder, const Variable& variable, std::uint32_t tuple);

    // `[keys, number]` of the element that a variable binds, canonical JSON; number counts earlier elements with equal keys.
    void append_identity(std::string& to, const ListUse& list, TypeId element, std::uint32_t parent, std::uint32_t ordinal);

    [[nodiscard]] bool is_sensitive(ExpressionId id);

  private:
    // A value as a message shows it: times RFC 3339, durations and sizes in the largest exact unit, records as their keys.
    void append_value(std::string& to, const Message::Part& part, const Space& space, std::uint32_t tuple);
    void append_text(std::string& to, const Vector& vector, std::size_t i, const Type& type, bool sensitive);
    void append_scalar(std::string& to, const Scalar& value, const Type& type, int depth);
    void append_list_text(std::string& to, const Vector& vector, std::size_t i, const Type& type, bool sensitive);
    void append_row_text(std::string& to, const Shape& shape, Row row, std::uint32_t record, int depth);
    void append_keys(std::string& to, const Vector& vector, std::size_t i, const Type& type, int depth);
    void append_scalar_key(std::string& to, Scalar value, const Type& type, int depth);
    void append_element(std::string& to, const Vector& elements, std::size_t i, const Type& type);
    void append_row(std::string& to, const Shape& shape, Row row, std::uint32_t record, int depth);
    // What a reference to that row is in an identity.
    [[nodiscard]] const std::string& row_named(Row row, std::uint32_t record, int depth);
    // How many earlier elements have equal keys, of each of the elements.
    [[nodiscard]] std::vector<std::uint32_t> numbers(const Vector& elements, const Type& type);
    struct Key {
        SlotIndex slot = 0;
        TypeId type = 0;
        bool plain = true;  // no list, map or record
        bool sensitive = false;
    };
    // The fields that a record is known by.
    [[nodiscard]] const std::vector<Key>& keys_of(std::uint32_t record);
    [[nodiscard]] Vector cell(const Shape& shape, Row row, const Key& key);
    [[nodiscard]] SlotIndex slot_of(std::uint32_t record, std::uint32_t field) const;
    [[nodiscard]] bool compute_sensitive(ExpressionId id);

    Evaluator& evaluator_;
    std::unordered_map<std::uint64_t, std::string> named_;  // by record, depth and row
    SensitiveSpans spans_;
    std::vector<signed char> sensitive_;                        // by expression; -1: not asked yet
    std::unordered_map<std::uint32_t, std::vector<Key>> keys_;  // by record
    struct Numbered {
        VectorPtr list;  // kept alive: its address is the key
        std::vector<std::uint32_t> numbers;
    };
    std::map<std::pair<const Vector*, std::uint32_t>, Numbered> numbered_;
};

// A JSON string with its quotes, in the one spelling that fingerprints are made of.
void append_json_string(std::string& to, std::string_view text);

}  // namespace scantling::evaluation
