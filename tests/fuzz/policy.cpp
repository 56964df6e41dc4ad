// Policy text: any bytes give a tree whose promises hold (dsl/syntax/tree.h) and diagnostics that can be rendered. An error node without
// a reported error would be a piece of policy that is left out in silence.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>

#include "dsl/syntax/literal.h"
#include "dsl/syntax/parse.h"
#include "dsl/syntax/print.h"

namespace {

using namespace scantling;

void expect(bool promise) {
    if (!promise) std::abort();
}

void walk(const dsl::Parsed& parsed) {
    const dsl::Tree& tree = parsed.tree;
    expect(tree.kind(tree.root()) == dsl::NodeKind::file);
    expect(tree.tokens().back().kind == dsl::TokenKind::end_of_file);
    for (dsl::NodeId n = 0; n < tree.size(); ++n) {
        if (tree.kind(n) == dsl::NodeKind::error) expect(has_errors(parsed.diagnostics));
        std::uint32_t from = tree.first_token(n);
        for (const dsl::NodeId child : tree.children(n)) {
            expect(child < n && tree.first_token(child) >= from && tree.end_token(child) <= tree.end_token(n));
            from = tree.end_token(child);
        }
        expect(dsl::literal_text(tree, n).size() <= tree.span(n).size() + 1);
        if (dsl::is_declaration(tree.kind(n))) expect(tree.documentation(n).size() <= tree.source().text().size());
    }
    expect(!dsl::print_tree(tree).empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(data, data + size);
    const dsl::Parsed parsed = dsl::parse(std::make_shared<Source>("policy.scant", text));
    walk(parsed);
    for (const Diagnostic& d : parsed.diagnostics) {
        expect(d.span.begin <= d.span.end && d.span.end <= size);
        expect(!render(d).empty());
    }
    return 0;
}
