// Policy text: any bytes give a whole tree; nodes lie inside their parents, in order, and inside the text; a tree with an error node has a
// diagnostic (else a piece of policy would be left out in silence); every diagnostic can be shown; every literal decodes. The whole front
// end: units exactly where there is no error.
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "dsl/compile.h"
#include "dsl/syntax/literal.h"
#include "dsl/syntax/parse.h"
#include "dsl/syntax/print.h"
#include "engine/base/diagnostic.h"
#include "engine/base/source.h"
#include "tests/fuzz/promise.h"

namespace {

using namespace scantling;
using fuzz::promise;

void check_tree(const dsl::Tree& tree, bool accepted) {
    const std::size_t end = tree.source().text().size();
    promise(tree.kind(tree.root()) == dsl::NodeKind::file);
    for (dsl::NodeId node = 0; node < tree.size(); ++node) {
        promise(tree.first_token(node) <= tree.end_token(node) && tree.end_token(node) <= tree.tokens().size());
        const Span span = tree.span(node);
        promise(span.begin <= span.end && span.end <= end);
        promise(!accepted || tree.kind(node) != dsl::NodeKind::error);
        std::uint32_t from = tree.first_token(node);
        for (const dsl::NodeId child : tree.children(node)) {
            promise(child < node && tree.first_token(child) >= from && tree.end_token(child) <= tree.end_token(node));
            from = tree.end_token(child);
        }
        promise(dsl::literal_text(tree, node).size() <= span.size() + 1);
        if (dsl::is_declaration(tree.kind(node))) promise(tree.documentation(node).size() <= end);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto source = std::make_shared<const Source>("fuzz.scant", std::string(data, data + size));
    const dsl::Parsed parsed = dsl::parse(source);
    check_tree(parsed.tree, !has_errors(parsed.diagnostics));
    for (const Diagnostic& diagnostic : parsed.diagnostics) {
        promise(diagnostic.span.begin <= diagnostic.span.end && diagnostic.span.end <= size);
        promise(!render(diagnostic).empty());
    }
    promise(!dsl::print_tree(parsed.tree).empty());
    const dsl::Compiled compiled = dsl::compile({{"fuzz.scant", std::string(source->text()), false}});
    promise(has_errors(compiled.diagnostics) || !has_errors(parsed.diagnostics));
    promise(!has_errors(compiled.diagnostics) || compiled.units.empty());
    for (const Diagnostic& diagnostic : compiled.diagnostics) promise(!diagnostic.code.empty() && !render(diagnostic).empty());
    for (const auto& unit : compiled.units) promise(!print(unit->expressions, *unit->schema).empty() || unit->rules.empty());
    return 0;
}
