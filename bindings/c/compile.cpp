// What needs the front end: compiling, and pages about it.
#include <iterator>

#include "bindings/api/explanations.h"
#include "bindings/api/files.h"
#include "bindings/c/arguments.h"
#include "bindings/c/policies.h"

namespace scantling::c {

namespace {

void read_source(const scantling_source& source, std::vector<PolicyText>& texts) {
    const bool text = is_given(source.text, "sources.text");
    const bool path = is_given(source.path, "sources.path");
    if (text == path) fail(SCANTLING_INVALID_ARGUMENT, "a source has either `text` or `path`");
    std::string name = read_name(source.name, "sources.name");
    if (path) {
        auto read = read_policies({read_path(source.path, "sources.path")});
        if (!read) fail(read.failure());
        std::move(read->begin(), read->end(), std::back_inserter(texts));
        return;
    }
    texts.push_back({name.empty() ? "policy.scant" : std::move(name), read_bytes(source.text, "sources.text", limits::policy_bytes)});
}

}  // namespace

}  // namespace scantling::c

using namespace scantling;
using namespace scantling::c;

scantling_status scantling_compile(const scantling_source* sources, size_t count, const scantling_compile_options* options,
                                   scantling_policies** out, scantling_error** error) noexcept {
    return guarded(error, [&](Call& call) {
        clear_out(out);
        const auto given = read_struct<scantling_compile_options>(options, SCANTLING_COMPILE_OPTIONS_INIT, "options");
        if (given.bare != 0 && given.bare != 1) fail(SCANTLING_INVALID_ARGUMENT, "`options.bare` is 0 or 1");
        require_unused(given.reserved, "options");
        PolicySelection selection = read_selection(given.profile, given.parameters, given.parameter_count);
        PolicyOptions policy_options;
        policy_options.profile = std::move(selection.profile);
        policy_options.parameters = std::move(selection.parameters);
        policy_options.standard_library = given.bare == 0;
        for (const scantling_source& source : read_structs<scantling_source>(sources, count, SCANTLING_SOURCE_INIT, "sources"))
            read_source(source, policy_options.texts);
        auto compiled = make_policies(load_policies(policy_options));
        call.warn(compiled->policies.diagnostics);
        *out = compiled.release();
    });
}

scantling_status scantling_explain(scantling_str code, scantling_bytes** out, scantling_error** error) noexcept {
    return guarded(error, [&](Call&) {
        clear_out(out);
        const std::string name = read_name(code, "code");
        auto page = explanation(name);
        if (!page) fail(SCANTLING_INVALID_ARGUMENT, "there is no diagnostic `" + name + "`");
        give(out, std::move(*page));
    });
}

scantling_status scantling_schema(scantling_str format, scantling_bytes** out, scantling_error** error) noexcept {
    return guarded(error, [&](Call&) {
        clear_out(out);
        give(out, read_format(format) == Format::json ? facts_json_schema() : facts_schema());
    });
}
