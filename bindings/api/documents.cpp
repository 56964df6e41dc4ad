// A builder that can take a document back: not by undoing, which every reader would have to be written for, but by reading the others
// again, once, when it comes to freezing. Refusals are rare, and memory that cannot be had is rarer.
#include "bindings/api/documents.h"

#include <iterator>
#include <utility>

#include "engine/program/asked.h"

namespace scantling {

namespace {

constexpr const char* supplement_subject = "example";

SubjectInput supplement_with(Builder& builder, const Supplement& supplement) {
    const DocumentId document = builder.add_document({std::make_shared<const Source>("given", ""), "given", false, false});
    Fragment fragment;
    fragment.row = builder.add_fragment(document);
    supplement(builder, fragment.row);
    return {document, {fragment}, supplement_subject};
}

}  // namespace

Documents::Documents(std::shared_ptr<const Layout> layout) : layout_(std::move(layout)) {}

Documents::Documents(const Program& program) : layout_(program.layout), asked_(lists_asked(program)) {}

ReadResult Documents::read(ReadState& state, InputDocument document) const {
    if (!state.builder) {
        state.builder = std::make_unique<Builder>(layout_);
        state.builder->ask_only(asked_);
    }
    DocumentOptions options;
    options.kind = document.kind;
    if (document.ignore) options.ignore = DocumentOptions::Ignore{std::move(document.ignore->first), std::move(document.ignore->second)};
    return read_document(*state.builder, std::move(document.name), std::move(document.bytes), options);
}

void Documents::note(ReadState& state, ReadResult read, const std::string& subject) {
    state.partial = state.partial || read.partial || !read.accepted;
    state.subjects.push_back({read.document, std::move(read.fragments), subject});
    std::move(read.diagnostics.begin(), read.diagnostics.end(), std::back_inserter(state.diagnostics));
}

void Documents::read_again() {
    ReadState fresh;
    for (const Kept& kept : kept_) {
        InputDocument document = kept.given;
        document.name = kept.source->name();
        document.bytes.reserve(kept.source->text().size() + Source::room);
        document.bytes = kept.source->text();
        note(fresh, read(fresh, std::move(document)), kept.given.subject);
    }
    state_ = std::move(fresh);
    broken_ = false;
    has_refused_ = false;
}

Documents::Added Documents::add(InputDocument document, bool note_refused) {
    if (broken_) read_again();
    broken_ = true;  // until the end of this function is reached
    Kept kept;
    kept.given.ignore = document.ignore;
    kept.given.subject = document.subject;
    kept.given.kind = document.kind;
    ReadResult result = read(state_, std::move(document));
    Added out{result.accepted || note_refused, result.diagnostics};
    if (out.kept) {
        kept.source = state_.builder->document(result.document).source;
        note(state_, std::move(result), kept.given.subject);
        kept_.push_back(std::move(kept));
    } else {
        has_refused_ = true;
    }
    broken_ = false;
    return out;
}

Documents::Frozen Documents::freeze(const Supplement& supplement) {
    if (broken_ || has_refused_) read_again();
    if (!state_.builder) state_.builder = std::make_unique<Builder>(layout_);
    Frozen out;
    out.inputs.diagnostics = state_.diagnostics;
    out.inputs.partial = state_.partial;
    broken_ = true;  // freezing empties the builder
    if (supplement) {
        for (SubjectInput& input : state_.subjects) input.subject = supplement_subject;
        state_.subjects.push_back(supplement_with(*state_.builder, supplement));
    }
    Assembly assembly = assemble(*state_.builder, state_.subjects);
    out.inputs.facts = std::move(assembly.facts);
    out.diagnostics = assembly.diagnostics;
    std::move(assembly.diagnostics.begin(), assembly.diagnostics.end(), std::back_inserter(out.inputs.diagnostics));
    return out;
}

void Documents::clear() noexcept {
    kept_.clear();
    state_ = ReadState();
    broken_ = false;
    has_refused_ = false;
}

void Documents::return_to(std::size_t size) noexcept {
    if (size >= kept_.size()) return;
    kept_.erase(kept_.begin() + static_cast<std::ptrdiff_t>(size), kept_.end());
    broken_ = true;
}

namespace {

Inputs read_all(Documents all, std::vector<InputDocument> documents, const Supplement& supplement) {
    for (InputDocument& document : documents) (void)all.add(std::move(document), true);
    return all.freeze(supplement).inputs;
}

}  // namespace

Inputs read_inputs(const std::shared_ptr<const Layout>& layout, std::vector<InputDocument> documents, const Supplement& supplement) {
    return read_all(Documents(layout), std::move(documents), supplement);
}

Inputs read_inputs_for(const Program& program, std::vector<InputDocument> documents) {
    return read_all(Documents(program), std::move(documents), {});
}

}  // namespace scantling
