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

    // A message or fix for a tuple: absent is `<absent>`, unknown `<unknown>`, what is sensitive `<masked>`.
    [[nodiscard]] std::string message(ExpressionId id, const Space& space, std::uint32_t tuple);
    // A value as a message shows it: times RFC 3339, durations and sizes in the largest exact unit, records as their keys.
    [[nodiscard]] std::string value(ExpressionId id, const Space& space, std::uint32_t tuple);

    // The element that the innermost variable of an expansion binds.
    [[nodiscard]] std::string element(const Space& binder, const Variable& variable, std::uint32_t tuple);

    // `[keys, number]` of the element that a variable binds, canonical JSON; number counts earlier elements with equal keys.
    void append_identity(std::string& to, const ListUse& list, TypeId element, std::uint32_t parent, std::uint32_t ordinal);

    [[nodiscard]] bool is_sensitive(ExpressionId id);

  private:
    [[nodiscard]] std::string text(const Vector& vector, std::size_t i, const Type& type, bool sensitive);
    [[nodiscard]] std::string scalar_text(const Vector& vector, std::size_t i, const Type& type) const;
    [[nodiscard]] std::string list_text(const Vector& vector, std::size_t i, const Type& type, bool sensitive);
    [[nodiscard]] std::string row_text(const Shape& shape, Row row, std::uint32_t record, int depth);
    void append_keys(std::string& to, const Vector& vector, std::size_t i, const Type& type, int depth);
    void append_row(std::string& to, const Shape& shape, Row row, std::uint32_t record, int depth);
    // What a reference to that row is in an identity.
    [[nodiscard]] const std::string& row_named(Row row, std::uint32_t record, int depth);
    // The keys of many elements at once, each in brackets.
    [[nodiscard]] std::vector<std::string> all_keys(const Vector& elements, const Type& type);
    // How many earlier elements have equal keys, of each of the elements.
    [[nodiscard]] std::vector<std::uint32_t> numbers(const Vector& elements, const Type& type);
    [[nodiscard]] std::vector<std::uint32_t> key_fields(std::uint32_t record) const;
    [[nodiscard]] Vector cell(const Shape& shape, Row row, SlotIndex slot, TypeId type);
    [[nodiscard]] SlotIndex slot_of(std::uint32_t record, std::uint32_t field) const;
    [[nodiscard]] bool compute_sensitive(ExpressionId id);

    Evaluator& evaluator_;
    std::unordered_map<std::uint64_t, std::string> named_;  // by record, depth and row
    SensitiveSpans spans_;
    std::vector<signed char> sensitive_;  // by expression; -1: not asked yet
    struct Numbered {
        VectorPtr list;  // kept alive: its address is the key
        std::vector<std::uint32_t> numbers;
    };
    std::map<std::pair<const Vector*, std::uint32_t>, Numbered> numbered_;
};

// A JSON string with its quotes, in the one spelling that fingerprints are made of.
void append_json_string(std::string& to, std::string_view text);

}  // namespace scantling::evaluation
