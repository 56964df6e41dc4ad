// The syntax stage, a line a step: text → tokens → events → tree.
#include "dsl/syntax/parse.h"

#include <string>
#include <utility>

#include "dsl/syntax/builder.h"
#include "dsl/syntax/grammar/events.h"
#include "dsl/syntax/lexer.h"
#include "engine/base/limits.h"

namespace scantling::dsl {

namespace {

// A file that is too large to read: its tree is an empty file.
Tree refuse(std::shared_ptr<const Source> source, Reports& reports) {
    reports.error("E0013", {0, 0}, "a policy file of more than " + std::to_string(limits::policy_bytes / (1U << 20U)) + " MiB", {},
                  {"split the package: any number of files may belong to it"});
    const std::vector<Event> events = {{EventKind::node, NodeKind::none, 0, 0, 0, 0},
                                       {EventKind::node, NodeKind::none, 0, 0, 0, 0},
                                       {EventKind::node, NodeKind::file, 0, 1, 0, 2}};
    return build_tree(std::move(source), {{Token{}}, {}}, events, reports);
}

}  // namespace

Parsed parse(std::shared_ptr<const Source> source) {
    Diagnostics diagnostics;
    Reports reports(source, diagnostics);
    if (source->text().size() > limits::policy_bytes) {
        Tree tree = refuse(std::move(source), reports);
        return {std::move(tree), std::move(diagnostics)};
    }
    Lexed lexed = lex(reports);
    const std::vector<Event> events = read_events(lexed.tokens, reports);
    Tree tree = build_tree(std::move(source), std::move(lexed), events, reports);
    sort_diagnostics(diagnostics);
    return {std::move(tree), std::move(diagnostics)};
}

}  // namespace scantling::dsl
