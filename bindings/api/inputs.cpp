// Documents into one builder, fragments to subjects, all frozen.
#include "bindings/api/inputs.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "engine/ingest/document.h"
#include "engine/ingest/subjects.h"

namespace scantling {

namespace {

constexpr const char* supplement_subject = "example";

SubjectInput read_one(Builder& builder, InputDocument document, Inputs& out) {
    DocumentOptions options;
    if (document.ignore) options.ignore = DocumentOptions::Ignore{std::move(document.ignore->first), std::move(document.ignore->second)};
    ReadResult read = read_document(builder, std::move(document.name), std::move(document.bytes), options);
    out.partial = out.partial || read.partial || !read.accepted;
    std::move(read.diagnostics.begin(), read.diagnostics.end(), std::back_inserter(out.diagnostics));
    return {read.document, std::move(read.fragments), std::move(document.subject)};
}

SubjectInput supplement_with(Builder& builder, const Supplement& supplement) {
    const DocumentId document = builder.add_document({std::make_shared<const Source>("given", ""), "given", false, false});
    Fragment fragment;
    fragment.row = builder.add_fragment(document);
    supplement(builder, fragment.row);
    return {document, {fragment}, supplement_subject};
}

}  // namespace

Inputs read_inputs(const std::shared_ptr<const Layout>& layout, std::vector<InputDocument> documents, const Supplement& supplement) {
    Inputs out;
    Builder builder(layout);
    std::vector<SubjectInput> read;
    for (InputDocument& document : documents) {
        if (supplement) document.subject = supplement_subject;
        read.push_back(read_one(builder, std::move(document), out));
    }
    if (supplement) read.push_back(supplement_with(builder, supplement));
    Assembly assembly = assemble(builder, read);
    std::move(assembly.diagnostics.begin(), assembly.diagnostics.end(), std::back_inserter(out.diagnostics));
    out.facts = std::move(assembly.facts);
    return out;
}

}  // namespace scantling
