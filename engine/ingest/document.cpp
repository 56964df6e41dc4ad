// Bytes → document → kind → reader. The only place that knows all readers.
#include "engine/ingest/document.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "engine/base/limits.h"
#include "engine/base/utf8.h"
#include "engine/ingest/dockerfile/read.h"
#include "engine/ingest/errors/catalogue.h"
#include "engine/ingest/image/read.h"
#include "engine/ingest/runtime/read.h"
#include "engine/ingest/sbom/cyclonedx.h"
#include "engine/ingest/vulnerabilities/trivy.h"

namespace scantling {

namespace {

constexpr std::string_view readable =
    "what can be read: Dockerfile, image configuration, `docker image inspect`, `docker container inspect`, CycloneDX JSON, Trivy JSON";

class DocumentReader {
  public:
    DocumentReader(Builder& builder, ReadResult& result) : builder_(builder), result_(result) {}

    void read(const DocumentOptions& options) {
        const std::string_view text = source()->text();
        if (text.size() > limits::source_bytes) {
            refuse("I0108", "the document has more than 2^30 bytes", {});
            return;
        }
        const bool dockerfile = options.kind ? *options.kind == DocumentKind::dockerfile : is_dockerfile_name(source()->name());
        if (looks_like_json(text) && !dockerfile) {
            read_json(options.kind);
            return;
        }
        const Recognition found =
            dockerfile ? Recognition{DocumentKind::dockerfile, "a Dockerfile"} : recognise_text(text, source()->name());
        note(found);
        if (const auto bad = first_invalid_utf8(text); bad && found.kind != DocumentKind::not_read_yet) {
            const auto at = static_cast<std::uint32_t>(*bad);
            refuse("I0102", "the document is not UTF-8", {at, at + 1});
        } else if (options.kind && found.kind != *options.kind) {
            refuse("I0124", another_kind(*options.kind), {0, 0}, {std::string(readable)});
        } else if (found.kind == DocumentKind::dockerfile) {
            read_text(options);
        } else {
            refuse_kind(found, text);
        }
    }

  private:
    [[nodiscard]] const std::shared_ptr<const Source>& source() const { return builder_.document(result_.document).source; }

    void note(const Recognition& found) {
        result_.kind = found.kind;
        result_.kind_name = found.name;
        builder_.document(result_.document).kind = kind_word(found.kind);
    }

    void refuse(std::string_view code, std::string message, Span span, std::vector<std::string> help = {}) {
        Diagnostic diagnostic = input_diagnostic(code, std::move(message), source(), span);
        diagnostic.help = std::move(help);
        // Nothing of it was read: any of its text may be a secret, a file of variables that was named by mistake.
        const std::uint32_t line = source()->line_begin(span.begin);
        diagnostic.hidden = {{line, line + static_cast<std::uint32_t>(source()->line_at(span.begin).size())}};
        result_.diagnostics.push_back(std::move(diagnostic));
    }

    void refuse_kind(const Recognition& found, std::string_view text) {
        if (found.kind == DocumentKind::not_read_yet) {
            refuse("I0121", std::string(found.name) + " is not read yet", {0, 1}, {std::string(readable)});
        } else if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) {
            refuse("I0101", "the document is empty", {0, 0});
        } else {
            refuse("I0120", "a document of an unknown kind: neither JSON nor a text that begins with FROM or ARG", {0, 1},
                   {std::string(readable)});
        }
    }

    [[nodiscard]] std::string another_kind(DocumentKind wanted) const {
        const std::string found = result_.kind_name.empty() ? "of an unknown kind" : std::string(result_.kind_name);
        return "the document is " + found + ", where the caller says `" + std::string(kind_word(wanted)) + "`";
    }

    void read_json(const std::optional<DocumentKind>& wanted) {
        builder_.document(result_.document).is_json = true;
        const auto json = parse_json(builder_, result_.document, result_.diagnostics);
        if (json == nullptr) return;
        const JsonValue root = json->root();
        const Recognition found = recognise_json(root);
        note(found);
        if (root.kind() == JsonKind::array && found.kind == DocumentKind::unknown) {
            read_elements(root);
        } else {
            read_one(root, found);
        }
        if (wanted && result_.kind != *wanted) root.report("I0124", another_kind(*wanted));
        result_.accepted = !json->refused() && !has_errors(result_.diagnostics);
    }

    // What inspect prints: an element for each thing it was asked about.
    void read_elements(const JsonValue& root) {
        if (root.size() == 0) {
            root.report("I0122", "an empty array: whatever printed it found nothing", "", {std::string(readable)});
            return;
        }
        for (const JsonValue element : root.elements()) {
            const Recognition found = recognise_json(element);
            if (result_.kind == DocumentKind::unknown) note(found);
            const bool inspected = found.kind == DocumentKind::image_inspect || found.kind == DocumentKind::container_inspect;
            if (!inspected && found.kind != DocumentKind::not_read_yet) {
                element.report("I0122", "an element of an array that is neither an image's nor a container's inspection", "",
                               {std::string(readable)});
                return;
            }
            read_one(element, found);
            if (!inspected) return;
        }
    }

    void read_one(const JsonValue& value, const Recognition& found) {
        switch (found.kind) {
            case DocumentKind::image_configuration:
                keep(read_image_configuration_document(builder_, result_.document, value));
                return;
            case DocumentKind::image_inspect:
                keep(read_image_inspect(builder_, result_.document, value));
                return;
            case DocumentKind::container_inspect:
                keep(read_container_inspect(builder_, result_.document, value));
                return;
            case DocumentKind::cyclonedx:
                keep(read_cyclonedx(builder_, result_.document, value));
                return;
            case DocumentKind::trivy:
                keep(read_trivy(builder_, result_.document, value));
                return;
            case DocumentKind::dockerfile:
            case DocumentKind::not_read_yet:
                value.report("I0121", std::string(found.name) + " is not read yet", "", {std::string(readable)});
                return;
            default:
                value.report("I0120", "a JSON document of an unknown kind", "none of the keys of any format that is read",
                             {std::string(readable)});
        }
    }

    // A broken Dockerfile is accepted with what could be read of it: its errors are facts, and its lists are open.
    void read_text(const DocumentOptions& options) {
        dockerfile::Setting setting;
        setting.path = std::filesystem::path(source()->name()).lexically_normal().generic_string();
        setting.target = options.target;
        if (options.ignore) {
            auto ignore = std::make_shared<const Source>(options.ignore->name, options.ignore->bytes);
            setting.ignore = builder_.add_document({std::move(ignore), "dockerignore", false, false, result_.document});
            setting.ignore_path = options.ignore->name;
            result_.ignore = setting.ignore;
        }
        dockerfile::Reading reading = dockerfile::read(builder_, result_.document, setting);
        std::move(reading.diagnostics.begin(), reading.diagnostics.end(), std::back_inserter(result_.diagnostics));
        result_.fragments.push_back({reading.fragment, FragmentKind::dockerfile, {}});
        result_.accepted = true;
    }

    void keep(std::vector<Fragment> fragments) { std::move(fragments.begin(), fragments.end(), std::back_inserter(result_.fragments)); }

    Builder& builder_;
    ReadResult& result_;
};

}  // namespace

ReadResult read_document(Builder& builder, std::string name, std::string bytes, const DocumentOptions& options) {
    ReadResult result;
    result.document = builder.add_document({std::make_shared<const Source>(std::move(name), std::move(bytes)), "unknown", false, false});
    DocumentReader(builder, result).read(options);
    if (!result.accepted) {
        result.fragments.clear();
        builder.document(result.document).partial = true;
    }
    result.partial = builder.document(result.document).partial;
    sort_diagnostics(result.diagnostics);
    return result;
}

}  // namespace scantling
