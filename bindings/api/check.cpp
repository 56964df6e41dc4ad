// Facts and a program in, a report out.
#include "bindings/api/check.h"

#include "engine/findings/gate.h"

namespace scantling {

Report check(const Policies& policies, const Inputs& inputs, const EvaluationOptions& options) {
    Report report;
    report.program = policies.program;
    report.facts = inputs.facts;
    report.diagnostics = inputs.diagnostics;
    report.input_partial = inputs.partial;
    report.now = options.now;
    report.evaluation = evaluate(*policies.program, *inputs.facts, options);
    report.judgement = judge(*policies.program, *inputs.facts, report.evaluation, inputs.partial);
    return report;
}

}  // namespace scantling
