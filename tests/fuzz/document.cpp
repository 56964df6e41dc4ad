// Documents of every kind: any bytes are read or refused; what is refused is told with a place, what is read prints.
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/facts/printer.h"
#include "engine/ingest/subjects.h"
#include "tests/fuzz/promise.h"

using namespace scantling;
using fuzz::promise;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Builder builder;
    const ReadResult read = read_document(builder, "document", std::string(data, data + size));
    promise(read.accepted != read.fragments.empty());
    promise(read.accepted || has_errors(read.diagnostics));
    promise(read.accepted || read.partial);
    for (const Diagnostic& diagnostic : read.diagnostics) {
        promise(diagnostic.span.begin <= diagnostic.span.end && diagnostic.span.end <= size);
        promise(!diagnostic.message.empty());
        promise(!render(diagnostic).empty());
    }
    const Assembly assembly = assemble(builder, {{read.document, read.fragments, ""}});
    promise(assembly.facts != nullptr || has_errors(assembly.diagnostics));
    if (assembly.facts == nullptr) return 0;
    promise(assembly.facts->subjects() <= read.fragments.size());
    promise(!print_facts(*assembly.facts).empty());
    promise(!print_facts_json(*assembly.facts).empty());
    return 0;
}
