// Dockerfiles: any bytes are read to the end; every part says where in the file it stands, and stands there; facts are made of it.
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "engine/base/source.h"
#include "engine/ingest/dockerfile/syntax.h"
#include "engine/ingest/document.h"
#include "tests/fuzz/promise.h"

namespace {

using namespace scantling;
using fuzz::promise;

void check_instruction(const dockerfile::Instruction& instruction, std::size_t end) {
    const auto inside = [end](Span span) { promise(span.begin <= span.end && span.end <= end); };
    inside(instruction.span);
    inside(instruction.keyword_span);
    for (const auto& flag : instruction.flags) {
        inside(flag.span);
        if (flag.value) inside(flag.value_span);
    }
    for (const auto& word : instruction.words) inside(word.span);
    for (const auto& pair : instruction.pairs) {
        inside(pair.name.span);
        if (pair.value) inside(pair.value->span);
    }
    for (const auto& heredoc : instruction.heredocs) {
        inside(heredoc.name_span);
        inside(heredoc.span);
    }
    if (instruction.trigger) check_instruction(*instruction.trigger, end);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto source = std::make_shared<const Source>("Dockerfile", std::string(data, data + size));
    const dockerfile::File file = dockerfile::parse(source);
    std::uint32_t last = 0;
    for (const auto& instruction : file.instructions) {
        promise(instruction.span.begin >= last);
        last = instruction.span.begin;
        promise(instruction.line <= instruction.end_line);  // a trigger has no lines of its own
        check_instruction(instruction, size);
    }
    for (const auto& problem : file.problems) {
        promise(problem.span.begin <= problem.span.end && problem.span.end <= size);
        promise(!problem.message.empty());
    }
    Builder builder;
    const ReadResult result = read_document(builder, "Dockerfile", std::string(source->text()));
    promise(result.accepted || !result.diagnostics.empty());
    promise(!result.partial || !result.diagnostics.empty());
    Assignment assignment;
    assignment.subjects = 1;
    assignment.subject.assign(builder.fragments(), result.accepted ? 0 : no_row);
    promise(builder.freeze(assignment)->subjects() == 1);
    return 0;
}
