// Gathering: how a vector over one space becomes a vector over another.
#include "engine/evaluate/vector.h"

#include <algorithm>
#include <numeric>

namespace scantling::evaluation {

namespace {

std::size_t list_length(const Vector& list, std::uint32_t row) { return list.offsets[row + 1] - list.offsets[row]; }

void append_logic(Vector& to, const Vector& from, std::span<const std::uint32_t> rows) {
    const std::size_t before = to.size;
    const bool absences = to.absent.size() != 0 || from.absent.size() != 0;
    const auto widen = [&](Bits& bits) {
        Bits wider(before + rows.size());
        std::copy(bits.words().begin(), bits.words().end(), wider.words().begin());
        bits = std::move(wider);
    };
    widen(to.truth);
    widen(to.unknown);
    if (absences) widen(to.absent);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (from.truth[rows[i]]) to.truth.set(before + i);
        if (from.unknown[rows[i]]) to.unknown.set(before + i);
        if (absences && from.absent.size() != 0 && from.absent[rows[i]]) to.absent.set(before + i);
    }
}

void append_shapes(Vector& to, const Vector& from, std::span<const std::uint32_t> rows) {
    if (from.shapes.empty()) {
        if (!to.which.empty()) to.which.resize(to.size + rows.size(), 0);
        return;
    }
    std::vector<std::uint16_t> renamed(from.shapes.size());
    for (std::size_t s = 0; s < from.shapes.size(); ++s) {
        const auto found = std::find(to.shapes.begin(), to.shapes.end(), from.shapes[s]);
        renamed[s] = static_cast<std::uint16_t>(found - to.shapes.begin());
        if (found == to.shapes.end()) to.shapes.push_back(from.shapes[s]);
    }
    if (to.shapes.size() == 1 && to.which.empty()) return;
    to.which.resize(to.size, 0);
    for (const std::uint32_t row : rows) to.which.push_back(renamed[from.which.empty() ? 0 : from.which[row]]);
}

void append_lists(Vector& to, const Vector& from, std::span<const std::uint32_t> rows) {
    std::vector<std::uint32_t> chosen;
    if (to.offsets.empty()) to.offsets.push_back(0);
    Bits incomplete(to.size + rows.size());
    std::copy(to.incomplete.words().begin(), to.incomplete.words().end(), incomplete.words().begin());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const std::uint32_t row = rows[i];
        for (std::uint32_t e = from.offsets[row]; e < from.offsets[row + 1]; ++e) chosen.push_back(e);
        to.offsets.push_back(to.offsets.back() + static_cast<std::uint32_t>(list_length(from, row)));
        if (from.incomplete[row]) incomplete.set(to.size + i);
    }
    to.incomplete = std::move(incomplete);
    if (from.elements == nullptr) return;
    Vector elements = to.elements == nullptr ? empty_vector(from.elements->form) : *to.elements;
    append(elements, *from.elements, chosen);
    to.elements = std::make_shared<const Vector>(std::move(elements));
}

template <typename T>
void append_values(std::vector<T>& to, const std::vector<T>& from, std::span<const std::uint32_t> rows) {
    to.reserve(to.size() + rows.size());
    for (const std::uint32_t row : rows) to.push_back(from[row]);
}

}  // namespace

Form form_of(TypeKind kind) {
    switch (kind) {
        case TypeKind::boolean:
            return Form::logic;
        case TypeKind::record:
            return Form::record;
        case TypeKind::list:
        case TypeKind::map:
            return Form::list;
        default:
            return is_wide(kind) ? Form::wide : Form::narrow;
    }
}

std::size_t Vector::bytes() const {
    std::size_t total =
        sizeof(Vector) + (truth.words().size() + unknown.words().size() + absent.words().size() + incomplete.words().size()) * 8;
    total +=
        states.size() + narrow.size() * 4 + (wide.size() + high.size()) * 8 + which.size() * 2 + origins.size() * 4 + offsets.size() * 4;
    return total + (elements == nullptr ? 0 : elements->bytes());
}

Vector empty_vector(Form form) {
    Vector out;
    out.form = form;
    if (form == Form::list) out.offsets.push_back(0);
    return out;
}

Vector unknown_vector(Form form, std::size_t size) {
    Vector out = empty_vector(form);
    out.size = static_cast<std::uint32_t>(size);
    if (form == Form::logic) {
        out.truth = Bits(size);
        out.unknown = Bits(size, true);
        return out;
    }
    out.states.assign(size, State::unknown);
    if (form == Form::narrow || form == Form::record) out.narrow.assign(size, 0);
    if (form == Form::wide) out.wide.assign(size, 0);
    if (form == Form::record) out.shapes.emplace_back();
    if (form == Form::list) {
        out.offsets.assign(size + 1, 0);
        out.incomplete = Bits(size, true);
    }
    return out;
}

void append(Vector& to, const Vector& from, std::span<const std::uint32_t> rows) {
    if (to.form == Form::logic) {
        append_logic(to, from, rows);
    } else {
        if (!to.states.empty() || !from.states.empty()) {
            to.states.resize(to.size, State::present);
            for (const std::uint32_t row : rows) to.states.push_back(from.states.empty() ? State::present : from.states[row]);
        }
        if (to.form == Form::narrow || to.form == Form::record) append_values(to.narrow, from.narrow, rows);
        if (to.form == Form::wide) {
            if (!to.high.empty() || !from.high.empty()) {
                if (to.high.empty()) to.high = to.wide;
                append_values(to.high, from.high.empty() ? from.wide : from.high, rows);
            }
            append_values(to.wide, from.wide, rows);
        }
        if (to.form == Form::list) append_lists(to, from, rows);
    }
    append_shapes(to, from, rows);
    if (from.origins.empty() && !rows.empty()) {
        to.origins.clear();
    } else if (to.origins.size() == to.size) {
        append_values(to.origins, from.origins, rows);
    }
    to.size += static_cast<std::uint32_t>(rows.size());
}

Vector gather(const Vector& from, std::span<const std::uint32_t> rows) {
    Vector out = empty_vector(from.form);
    append(out, from, rows);
    return out;
}

Scalar scalar_at(const Vector& vector, std::size_t i) {
    Scalar out;
    out.state = vector.state(i);
    if (vector.form == Form::logic) out.truth = vector.truth[i];
    if (vector.form == Form::narrow) out.narrow = vector.narrow[i];
    if (vector.form == Form::wide) out.wide = vector.wide[i];
    out.exact = vector.high.empty() || vector.high[i] == vector.wide[i];
    return out;
}

void open_states(Vector& vector) {
    if (vector.states.empty()) vector.states.assign(vector.size, State::present);
}

void set_state(Vector& vector, std::size_t i, State state) {
    if (vector.form != Form::logic) {
        open_states(vector);
        vector.states[i] = state;
        return;
    }
    vector.truth.reset(i);
    vector.unknown.reset(i);
    if (state == State::unknown) vector.unknown.set(i);
    if (state == State::absent) {
        if (vector.absent.size() == 0) vector.absent = Bits(vector.size);
        vector.absent.set(i);
    }
}

}  // namespace scantling::evaluation
