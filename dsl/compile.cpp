// The front end on one screen: text → tree → names → checked tree → units. Each stage collects what it finds; lowering runs on sound trees
// only.
#include "dsl/compile.h"

#include "dsl/check/check.h"
#include "dsl/lower/lower.h"
#include "dsl/resolve/resolve.h"
#include "dsl/syntax/parse.h"

namespace scantling::dsl {

Compiled compile(const std::vector<PolicyText>& texts) {
    Compiled out;
    std::vector<PolicyTree> trees;
    for (const PolicyText& text : texts) {
        Parsed parsed = parse(std::make_shared<const Source>(text.name, text.text));
        out.diagnostics.insert(out.diagnostics.end(), parsed.diagnostics.begin(), parsed.diagnostics.end());
        trees.push_back({std::move(parsed.tree), text.is_std});
    }
    Reporter reporter(out.diagnostics);
    auto checked = std::make_shared<Checked>(resolve(std::move(trees), reporter));
    check(*checked, reporter);
    if (!has_errors(out.diagnostics)) out.units = lower(*checked, reporter);
    if (has_errors(out.diagnostics)) out.units.clear();
    sort_diagnostics(out.diagnostics);
    out.checked = std::move(checked);
    return out;
}

}  // namespace scantling::dsl
