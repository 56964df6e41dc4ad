// The shared words of reports.
#include "engine/report/words.h"

#include <array>

#include "engine/schema/generated/slots.h"

namespace scantling::report {

namespace {

template <std::size_t N, typename E>
std::string_view pick(const std::array<std::string_view, N>& names, E value) {
    return names[static_cast<std::size_t>(value)];
}

}  // namespace

std::string_view name_of(OutcomeKind kind) {
    constexpr std::array<std::string_view, 6> names = {"pass", "fail", "unknown", "skipped", "waived", "not_applicable"};
    return pick(names, kind);
}

std::string_view name_of(Verdict verdict) {
    switch (verdict) {
        case Verdict::clean:
            return "clean";
        case Verdict::closed:
            return "closed";
        case Verdict::undecided:
            break;
    }
    return "undecided";
}

std::string_view name_of(CauseKind kind) {
    constexpr std::array<std::string_view, 12> names = {"not_supplied", "not_stated", "incomplete",   "unresolved",
                                                        "unreadable",   "overflow",   "incomparable", "pruned",
                                                        "steps",        "deadline",   "memory",       "cancelled"};
    return pick(names, kind);
}

std::string_view name_of(Severity severity) {
    constexpr std::array<std::string_view, 5> names = {"info", "low", "medium", "high", "critical"};
    return pick(names, severity);
}

std::string_view name_of(Practice practice) {
    constexpr std::array<std::string_view, 5> names = {"minimal", "pipeline", "runtime", "dependencies", "supply_chain"};
    return pick(names, practice);
}

std::string_view name_of(OutcomeReason reason) {
    constexpr std::array<std::string_view, 4> names = {"", "guard", "nothing to check", "no subject"};
    return pick(names, reason);
}

std::string cause_text(const Cause& cause, const Layout& layout) {
    std::string out(name_of(cause.kind));
    if (cause.kind == CauseKind::not_supplied && cause.part != no_part) out += "(" + layout.parts()[cause.part].path + ")";
    return out;
}

std::string subject_name(const Facts& facts, Row subject) {
    if (subject == no_row) return {};
    const Column& column = facts.column(subjects_table, model::SubjectRoot::subject_name.index);
    return column.state(subject) == CellState::present ? std::string(facts.text(column.narrow[subject])) : std::string("subject");
}

}  // namespace scantling::report
