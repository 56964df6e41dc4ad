// What an expression is worth in the oracle: one value of three states, with everything that the laws speak of beside it.
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <vector>

#include "engine/findings/outcome.h"
#include "tests/oracle/naive.h"

namespace scantling::oracle {

// Distinct; in no particular order.
using Causes = std::vector<LocatedCause>;

inline void add_cause(Causes& causes, const LocatedCause& cause) {
    const bool known =
        std::any_of(causes.begin(), causes.end(), [&](const LocatedCause& c) { return c.cause == cause.cause && c.place == cause.place; });
    if (!known) causes.push_back(cause);
}

inline void add_causes(Causes& causes, const Causes& more) {
    for (const LocatedCause& cause : more) add_cause(causes, cause);
}

enum class State : std::uint8_t { present, absent, unknown };

inline constexpr std::int64_t no_bound = std::numeric_limits<std::int64_t>::max();

struct Datum;

// The elements of a list, or the values of a map beside its keys.
struct Sequence {
    std::vector<Datum> items;
    std::vector<Datum> keys;
    bool complete = true;
    Causes causes;  // why it is not complete
};

struct Datum {
    State state = State::present;
    bool sensitive = false;
    // A count that is not known but lies in [number, high]; `state` is then unknown. no_bound: no upper one.
    bool interval = false;
    std::int64_t number = 0;  // scalars; a version's ecosystem, -1 that of whatever it is compared with; bool 0, 1
    std::int64_t high = 0;
    std::string text;
    const Cell* row = nullptr;                // of a record
    std::shared_ptr<const Sequence> list;     // of a list or map
    std::shared_ptr<const Datum> key, value;  // of an element of entries(map)
    Causes causes;
    PlaceId place = PlaceId::none;

    [[nodiscard]] bool unknown() const { return state == State::unknown; }
    [[nodiscard]] bool absent() const { return state == State::absent; }
    [[nodiscard]] bool present() const { return state == State::present; }
    [[nodiscard]] bool is_true() const { return present() && number != 0; }
    [[nodiscard]] bool is_false() const { return present() && number == 0; }
};

[[nodiscard]] inline Datum truth(bool value) {
    Datum out;
    out.number = value ? 1 : 0;
    return out;
}
[[nodiscard]] inline Datum whole(std::int64_t value) {
    Datum out;
    out.number = value;
    return out;
}
[[nodiscard]] inline Datum written(std::string value) {
    Datum out;
    out.text = std::move(value);
    return out;
}
[[nodiscard]] inline Datum missing() {
    Datum out;
    out.state = State::absent;
    return out;
}
[[nodiscard]] inline Datum unknown_because(Causes causes) {
    Datum out;
    out.state = State::unknown;
    out.causes = std::move(causes);
    return out;
}
[[nodiscard]] inline Datum unknown_because(CauseKind kind) { return unknown_because(Causes{{{kind, no_part}, PlaceId::none}}); }
// An incomplete list is unknown as a whole, and yet has the elements that are known.
[[nodiscard]] inline Datum sequence(std::shared_ptr<const Sequence> list) {
    Datum out;
    if (!list->complete) out = unknown_because(list->causes);
    out.list = std::move(list);
    return out;
}

}  // namespace scantling::oracle
