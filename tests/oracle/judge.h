// What a rule says of a subject, by the tables "What a rule says" of docs/reference/language.md.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "tests/oracle/walk.h"

namespace scantling::oracle {

struct Said {
    std::optional<Severity> severity;  // none: unknown
    std::string message;
    std::string fix;
    PlaceId place = PlaceId::none;
    std::vector<BindingValue> bindings;
};

struct Sentence {
    OutcomeKind kind = OutcomeKind::unknown;
    OutcomeReason reason = OutcomeReason::none;
    Counts counts;
    Causes causes;
    std::optional<Severity> severity;  // of fail and unknown
    std::vector<Said> findings;        // violations, in input order
};

class Judge {
  public:
    // `subject`: index; whatever for a rule of the run.
    Judge(const dsl::Checked& checked, const World& world, std::size_t subject)
        : checked_(checked), world_(world), walk(checked, world, subject), subject_(subject) {}

    std::set<PartId> demanded;
    [[nodiscard]] Sentence judge(const dsl::CheckedRule& rule);

  private:
    const dsl::Checked& checked_;
    const World& world_;

  public:
    Walk walk;

  private:
    struct Factor {
        dsl::RuleStep step;
        std::set<dsl::SymbolId> needs;  // variables of earlier factors that its collection mentions
    };

    void read_steps();
    void mentioned(std::uint32_t file, dsl::NodeId n, bool unread_too, std::set<dsl::SymbolId>& out) const;
    void each(std::size_t factor, const Datum& where);
    [[nodiscard]] bool surely_empty_later(std::size_t factor);
    void settle(const Datum& where);
    [[nodiscard]] Datum asked(const Datum& where);
    [[nodiscard]] std::optional<Severity> severity();
    void raise(std::optional<Severity> severity);
    void violation(std::optional<Severity> severity);
    void conclude(Sentence& out) const;

    std::size_t subject_;
    const dsl::CheckedRule* rule_ = nullptr;
    std::vector<Factor> factors_;
    std::vector<dsl::SymbolId> open_;
    std::vector<Datum> elements_;
    Sentence* out_ = nullptr;
    bool incomplete_ = false;
    Causes incomplete_causes_;
    bool severity_reads_binding_ = false;
    bool some_severity_ = false;
    bool unknown_severity_ = false;
    Severity highest_ = Severity::info;
};

}  // namespace scantling::oracle
