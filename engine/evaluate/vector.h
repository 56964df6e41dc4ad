// A vector: the value of one expression for every tuple of a space.
//
// Of bool: bitmaps (true, unknown, and absent where the type is optional). Of everything else: values and a state a tuple. A list is
// offsets into a vector of its elements and one bit for "incomplete"; a record is a row of a table and the slot it begins at.
#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <vector>

#include "engine/evaluate/bits.h"
#include "engine/schema/layout.h"
#include "engine/schema/types.h"

namespace scantling::evaluation {

enum class Truth : std::uint8_t { no, yes, unknown };
enum class State : std::uint8_t { present, absent, unknown };
enum class Form : std::uint8_t { logic, narrow, wide, record, list };

[[nodiscard]] Form form_of(TypeKind kind);

// Of which table a row is, and at which slot the record in it begins. Tables from `scratch_tables` on belong to the evaluation.
struct Shape {
    TableId table = no_table;
    SlotIndex base = 0;

    friend bool operator==(const Shape&, const Shape&) = default;
};
inline constexpr TableId scratch_tables = 0x80000000U;

inline constexpr std::int64_t unbounded = std::numeric_limits<std::int64_t>::max();

struct Vector {
    Form form = Form::logic;
    std::uint32_t size = 0;

    // logic: truth and unknown exclude each other; `absent` is empty where nothing is.
    Bits truth;
    Bits unknown;
    Bits absent;

    std::vector<State> states;          // of the other forms; empty: all present
    std::vector<std::uint32_t> narrow;  // enum member, string id, version id, row of a ref; of a record: its row
    std::vector<std::int64_t> wide;
    std::vector<std::int64_t> high;  // of a count: its upper bound, `wide` being the lower; empty: exact

    // Of records, and of scalars that are elements of a fact's list (`origins` are then their rows, for causes and places).
    std::vector<Shape> shapes;
    std::vector<std::uint16_t> which;  // index into shapes; empty: 0
    std::vector<std::uint32_t> origins;

    // Of lists and maps (whose elements are entries: key at slot 0, value at slot 1).
    std::vector<std::uint32_t> offsets;
    std::shared_ptr<const Vector> elements;
    Bits incomplete;

    [[nodiscard]] State state(std::size_t i) const {
        if (form == Form::logic) {
            if (unknown[i]) return State::unknown;
            return absent.size() != 0 && absent[i] ? State::absent : State::present;
        }
        return states.empty() ? State::present : states[i];
    }
    [[nodiscard]] Truth truth_at(std::size_t i) const {
        return truth[i] ? Truth::yes : state(i) == State::present ? Truth::no : Truth::unknown;
    }
    [[nodiscard]] const Shape& shape(std::size_t i) const { return shapes[which.empty() ? 0 : which[i]]; }
    [[nodiscard]] std::size_t bytes() const;
};

using VectorPtr = std::shared_ptr<const Vector>;

// One value of a vector that is not of lists or records.
struct Scalar {
    State state = State::unknown;
    bool truth = false;
    bool exact = true;  // false: a count between bounds
    std::uint32_t narrow = 0;
    std::int64_t wide = 0;
};
[[nodiscard]] Scalar scalar_at(const Vector& vector, std::size_t i);

// All unknown.
[[nodiscard]] Vector unknown_vector(Form form, std::size_t size);
// An empty vector that `append` fills.
[[nodiscard]] Vector empty_vector(Form form);
// The tuples of `from` at `rows`, behind those that are there. Forms are equal.
void append(Vector& to, const Vector& from, std::span<const std::uint32_t> rows);
[[nodiscard]] Vector gather(const Vector& from, std::span<const std::uint32_t> rows);
// A state for every tuple, so that single ones can be set.
void open_states(Vector& vector);
void set_state(Vector& vector, std::size_t i, State state);

// Fills bitmaps from a truth a tuple.
template <typename F>
[[nodiscard]] Vector make_logic(std::size_t size, F&& truth_of) {
    Vector out;
    out.form = Form::logic;
    out.size = static_cast<std::uint32_t>(size);
    out.truth = Bits(size);
    out.unknown = Bits(size);
    for (std::size_t begin = 0; begin < size; begin += 64) {
        const std::size_t end = begin + 64 < size ? begin + 64 : size;
        std::uint64_t yes = 0;
        std::uint64_t open = 0;
        for (std::size_t i = begin; i < end; ++i) {
            const Truth truth = truth_of(i);
            yes |= static_cast<std::uint64_t>(truth == Truth::yes) << (i - begin);
            open |= static_cast<std::uint64_t>(truth == Truth::unknown) << (i - begin);
        }
        out.truth.words()[begin >> 6U] = yes;
        out.unknown.words()[begin >> 6U] = open;
    }
    return out;
}

}  // namespace scantling::evaluation
