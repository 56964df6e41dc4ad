// One rule judged: an outcome a subject, and its findings.
#pragma once

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/evaluate/budget.h"
#include "engine/evaluate/causes.h"
#include "engine/evaluate/judge.h"
#include "engine/evaluate/render.h"

namespace scantling::evaluation {

class Outcomes {
  public:
    Outcomes(Evaluator& evaluator, Evaluation& out);

    void add(std::uint32_t rule);

  private:
    struct Context;
    [[nodiscard]] const Judged& judged(const LinkedRule& rule, const Space& root);
    void add_without_subject(std::uint32_t rule);
    void add_subject(Context& context, std::uint32_t subject);
    void decide(Context& context, std::uint32_t subject, Outcome& outcome);
    void add_findings(Context& context, std::uint32_t subject, Outcome& outcome);
    void explain_undetermined(Context& context, std::uint32_t subject, bool guard_open, Outcome& outcome);
    void list_causes(const Causes& causes, bool complete, Outcome& outcome);
    [[nodiscard]] std::optional<Severity> highest(const LinkedRule& rule, const Space& space, std::uint32_t begin, std::uint32_t end);
    [[nodiscard]] Finding finding(Context& context, const BindingSpace& bindings, std::uint32_t tuple);
    void begin_fingerprints(Context& context, std::uint32_t root);
    [[nodiscard]] std::string fingerprint(Context& context, const BindingSpace& bindings, std::uint32_t tuple);
    [[nodiscard]] std::string subject_identity(Row subject);
    [[nodiscard]] PlaceId place(Context& context, const BindingSpace& bindings, std::uint32_t tuple);
    [[nodiscard]] bool is_demanded(PartId part) const;

    Evaluator& evaluator_;
    Evaluation& out_;
    Judge judge_;
    Budget budget_;
    Renderer renderer_;
    std::unordered_map<Row, std::string> subject_identities_;
    // Equal rules are judged once.
    std::map<std::vector<std::uint32_t>, std::unique_ptr<Judged>> judged_;
};

}  // namespace scantling::evaluation
