// Documents, and the facts that they become.
#include "bindings/api/files.h"
#include "bindings/c/arguments.h"
#include "engine/facts/printer.h"
#include "engine/ingest/recognise.h"
#include "engine/report/words.h"

namespace scantling::c {

namespace {

constexpr std::size_t largest_document = limits::source_bytes - 1;

std::unique_ptr<scantling_inputs> make_inputs(const scantling_input_options* options) {
    const auto given = read_struct<scantling_input_options>(options, SCANTLING_INPUT_OPTIONS_INIT, "options");
    if (given.note_refused != 0 && given.note_refused != 1) fail(SCANTLING_INVALID_ARGUMENT, "`options.note_refused` is 0 or 1");
    require_unused(given.reserved, "options");
    if (given.max_document_bytes > largest_document) fail(SCANTLING_INVALID_ARGUMENT, "`options.max_document_bytes` is at most 2^30 - 1");
    const auto layout = given.policies == nullptr ? Layout::builtin() : given.policies->policies.program->layout;
    auto out = std::unique_ptr<scantling_inputs>(new scantling_inputs{Documents(layout)});
    out->max_document_bytes = given.max_document_bytes == 0 ? largest_document : given.max_document_bytes;
    out->note_refused = given.note_refused == 1;
    return out;
}

std::optional<DocumentKind> read_kind(const scantling_str& word) {
    const std::string kind = read_name(word, "document.kind");
    if (kind.empty()) return std::nullopt;
    const auto known = document_kind(kind);
    if (!known) fail(SCANTLING_INVALID_ARGUMENT, "there is no kind of document that is called `" + kind + "`");
    return known;
}

InputDocument read_given_bytes(const scantling_document& given, const std::string& ignore_name, const scantling_inputs& inputs) {
    InputDocument out;
    out.name = "document " + std::to_string(inputs.documents.size() + 1);
    out.bytes = read_bytes(given.bytes, "document.bytes", inputs.max_document_bytes, Source::room);
    if (is_given(given.ignore_bytes, "document.ignore_bytes")) {
        out.ignore.emplace(ignore_name.empty() ? ".dockerignore" : ignore_name,
                           read_bytes(given.ignore_bytes, "document.ignore_bytes", limits::policy_bytes));
    }
    return out;
}

InputDocument read_given(const scantling_document& given, const scantling_inputs& inputs) {
    const bool bytes = is_given(given.bytes, "document.bytes");
    if (bytes == is_given(given.path, "document.path")) fail(SCANTLING_INVALID_ARGUMENT, "a document has either `path` or `bytes`");
    std::string name = read_name(given.name, "document.name");
    std::string subject = read_name(given.subject, "document.subject");
    const std::string ignore_name = read_name(given.ignore_name, "document.ignore_name");
    const auto kind = read_kind(given.kind);
    InputDocument out;
    if (bytes) {
        out = read_given_bytes(given, ignore_name, inputs);
    } else {
        if (is_given(given.ignore_bytes, "document.ignore_bytes"))
            fail(SCANTLING_INVALID_ARGUMENT, "`document.ignore_bytes` goes with `bytes`: beside a file its ignore file is looked for");
        auto read = read_document_file(read_path(given.path, "document.path"), inputs.max_document_bytes);
        if (!read) fail(read.failure());
        out = std::move(*read);
    }
    if (!name.empty()) out.name = std::move(name);
    out.subject = std::move(subject);
    out.kind = kind;
    return out;
}

void add(scantling_inputs& inputs, const scantling_document& given, Diagnostics& told) {
    Documents::Added added = inputs.documents.add(read_given(given, inputs), inputs.note_refused);
    if (!added.kept) fail(SCANTLING_INPUT_ERROR, std::move(added.diagnostics));
    std::move(added.diagnostics.begin(), added.diagnostics.end(), std::back_inserter(told));
}

std::unique_ptr<scantling_facts> make_facts(Documents& documents, Diagnostics& told) {
    Documents::Frozen frozen = documents.freeze();
    if (!frozen.inputs.facts) fail(SCANTLING_INPUT_ERROR, std::move(frozen.diagnostics));
    auto out = std::make_unique<scantling_facts>();
    const Facts& facts = *frozen.inputs.facts;
    for (Row row = 0; row < facts.subjects(); ++row) out->subjects.push_back(report::subject_name(facts, row));
    out->inputs = std::move(frozen.inputs);
    std::move(frozen.diagnostics.begin(), frozen.diagnostics.end(), std::back_inserter(told));
    return out;
}

}  // namespace

}  // namespace scantling::c

using namespace scantling;
using namespace scantling::c;

scantling_status scantling_inputs_create(const scantling_input_options* options, scantling_inputs** out, scantling_error** error) noexcept {
    return guarded(error, [&](Call&) {
        clear_out(out);
        *out = make_inputs(options).release();
    });
}

scantling_status scantling_inputs_add(scantling_inputs* inputs, const scantling_document* document, scantling_error** error) noexcept {
    return guarded(error, [&](Call& call) {
        scantling_inputs& to = required(inputs, "inputs");
        required(document, "document");
        const std::size_t before = to.documents.size();
        try {
            Diagnostics told;
            add(to, read_struct<scantling_document>(document, SCANTLING_DOCUMENT_INIT, "document"), told);
            call.warn(told);
        } catch (...) {
            to.documents.return_to(before);
            throw;
        }
    });
}

scantling_status scantling_inputs_freeze(scantling_inputs* inputs, scantling_facts** out, scantling_error** error) noexcept {
    return guarded(error, [&](Call& call) {
        clear_out(out);
        scantling_inputs& from = required(inputs, "inputs");
        Diagnostics told;
        auto facts = make_facts(from.documents, told);
        call.warn(told);
        from.documents.clear();
        *out = facts.release();
    });
}

void scantling_inputs_destroy(scantling_inputs* inputs) noexcept { delete inputs; }

scantling_status scantling_read(const scantling_document* documents, size_t count, const scantling_input_options* options,
                                scantling_facts** out, scantling_error** error) noexcept {
    return guarded(error, [&](Call& call) {
        clear_out(out);
        const auto inputs = make_inputs(options);
        Diagnostics told;
        for (const scantling_document& document : read_structs<scantling_document>(documents, count, SCANTLING_DOCUMENT_INIT, "documents"))
            add(*inputs, document, told);
        auto facts = make_facts(inputs->documents, told);
        call.warn(told);
        *out = facts.release();
    });
}

scantling_status scantling_facts_render(const scantling_facts* facts, scantling_str format, scantling_bytes** out,
                                        scantling_error** error) noexcept {
    return guarded(error, [&](Call&) {
        clear_out(out);
        const Facts& from = *required(facts, "facts").inputs.facts;
        give(out, read_format(format) == Format::json ? print_facts_json(from) : print_facts(from));
    });
}

size_t scantling_facts_subject_count(const scantling_facts* facts) noexcept { return facts == nullptr ? 0 : facts->subjects.size(); }

scantling_str scantling_facts_subject(const scantling_facts* facts, size_t index) noexcept {
    if (facts == nullptr || index >= facts->subjects.size()) return {nullptr, 0};
    return view(facts->subjects[index]);
}

scantling_facts* scantling_facts_ref(const scantling_facts* facts) noexcept {
    if (facts != nullptr) facts->references.add();
    return const_cast<scantling_facts*>(facts);
}

void scantling_facts_unref(scantling_facts* facts) noexcept {
    if (facts != nullptr && facts->references.drop()) delete facts;
}
