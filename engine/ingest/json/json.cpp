// The cursor over a parsed document, and parsing itself: the only code that names the fast parser.
//
// Its DOM validates everything before anything is read, which its on-demand interface does not. A value is the parser's own two-word handle
// plus what is needed to name its place; places and key texts are made only for values that a reader looks at.
#include "engine/ingest/json/json.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <new>

#include <simdjson.h>

#include "engine/base/limits.h"
#include "engine/base/same_text.h"
#include "engine/facts/locate.h"
#include "engine/ingest/errors/catalogue.h"
#include "engine/ingest/json/canonical.h"
#include "engine/ingest/json/reject.h"

namespace scantling {

namespace dom = simdjson::dom;

// On its first use simdjson chooses its code for this processor, with allocations in functions that may not throw. So its first use is
// when this library is loaded, and not in the middle of a call that has to survive without memory.
[[maybe_unused]] const bool is_parser_chosen = !simdjson::get_active_implementation()->name().empty();

struct JsonDocument::Parsed {
    dom::document document;
    dom::element root;
};

namespace {

constexpr std::size_t shown_errors = 20;
constexpr std::int64_t millionths = 1'000'000;

template <typename Handle>
std::array<std::uint64_t, 2> pack(const Handle& handle) {
    static_assert(sizeof(Handle) == 16 && std::is_trivially_copyable_v<Handle>);
    return std::bit_cast<std::array<std::uint64_t, 2>>(handle);
}

dom::element element_of(const std::array<std::uint64_t, 2>& raw) { return std::bit_cast<dom::element>(raw); }

// By the parser's letter for a type; a table, since what comes next in a document is not to be guessed.
constexpr auto kinds = [] {
    std::array<JsonKind, 128> out{};
    const auto set = [&](dom::element_type type, JsonKind kind) { out[static_cast<std::size_t>(type)] = kind; };
    set(dom::element_type::ARRAY, JsonKind::array);
    set(dom::element_type::OBJECT, JsonKind::object);
    set(dom::element_type::INT64, JsonKind::integer);
    set(dom::element_type::UINT64, JsonKind::integer);
    set(dom::element_type::DOUBLE, JsonKind::number);
    set(dom::element_type::STRING, JsonKind::string);
    set(dom::element_type::BOOL, JsonKind::boolean);
    set(dom::element_type::NULL_VALUE, JsonKind::null);
    return out;
}();

JsonKind kind_of(const dom::element& element) { return kinds[static_cast<std::size_t>(element.type()) & 127U]; }

std::string_view name_of(JsonKind kind) {
    constexpr std::array<std::string_view, 8> names = {"nothing",  "null",     "a boolean", "an integer", "a number with places",
                                                       "a string", "an array", "an object"};
    return names[static_cast<std::size_t>(kind)];
}

std::string_view string_of(const dom::element& element) { return element.get_string().value_unsafe(); }

// Most objects have their keys in the order in which their format lists them: `next` is the one to try first.
std::size_t key_of(const JsonKeys& keys, std::string_view name, std::size_t& next) {
    const std::size_t key = next < keys.size() && same_text(keys.name(next), name) ? next : keys.find(name);
    if (key != JsonKeys::none) next = key + 1;
    return key;
}

// The value of the second member of that name in the object that starts at `offset`.
Span second_member(std::string_view text, std::uint32_t offset, std::string_view key) {
    JsonContainer object(text, offset);
    std::size_t found = 0;
    for (std::size_t i = 0; object.reach(i); ++i) {
        if (object.name(i) == key && ++found == 2) return object.value(i);
    }
    return {};
}

std::string shown_pointer(const std::string& pointer) { return pointer.empty() ? "the document" : "`" + pointer + "`"; }

}  // namespace

JsonValue::JsonValue(JsonDocument* document, const Raw& raw, PlaceId parent, Step step, std::uint32_t at)
    : document_(document), raw_(raw), kind_(kind_of(element_of(raw))), step_(step), parent_(parent), at_(at) {}

PlaceId JsonValue::place() const {
    if (document_ == nullptr) return PlaceId::none;
    if (place_ != PlaceId::none) return place_;
    Places& places = document_->builder_->places();
    if (kind_ == JsonKind::missing || step_ == Step::root) {
        place_ = parent_;
    } else {
        place_ = step_ == Step::member ? places.member(parent_, at_) : places.element(parent_, at_);
    }
    return place_;
}

void JsonValue::report(std::string_view code, std::string message, std::string label) const {
    report(code, std::move(message), std::move(label), {});
}

void JsonValue::report(std::string_view code, std::string message, std::string label, std::vector<std::string> help) const {
    if (document_ == nullptr) return;
    const bool room = document_->errors_ < shown_errors;  // finding a place costs a walk over the text
    Diagnostic diagnostic = input_diagnostic(code, std::move(message), document_->builder_->document(document_->id_).source,
                                             room ? document_->span_of(place()) : Span{});
    diagnostic.label = std::move(label);
    diagnostic.help = std::move(help);
    document_->report(std::move(diagnostic));
}

void JsonValue::wrong_type(std::string_view expected) const {
    const std::string pointer = document_ == nullptr ? std::string() : document_->builder_->places().pointer(place());
    report("I0111", shown_pointer(pointer) + " is " + std::string(name_of(kind_)) + " where " + std::string(expected) + " belongs",
           "expected " + std::string(expected) + ", found " + std::string(name_of(kind_)));
}

std::optional<std::string_view> JsonValue::string() const {
    if (kind_ == JsonKind::string) return string_of(element_of(raw_));
    if (present()) wrong_type("a string");
    return std::nullopt;
}

std::optional<std::int64_t> JsonValue::integer() const {
    if (kind_ != JsonKind::integer) {
        if (present()) wrong_type("an integer");
        return std::nullopt;
    }
    std::int64_t value = 0;
    if (element_of(raw_).get_int64().get(value) == simdjson::SUCCESS) return value;
    report("I0112", "an integer greater than 9223372036854775807 where none can be");
    return std::nullopt;
}

std::optional<std::int64_t> JsonValue::decimal() const {
    if (kind_ != JsonKind::integer && kind_ != JsonKind::number) {
        if (present()) wrong_type("a number");
        return std::nullopt;
    }
    double value = 0;
    if (element_of(raw_).get_double().get(value) == simdjson::SUCCESS && std::abs(value) < 9e12) {
        return std::llround(value * static_cast<double>(millionths));
    }
    report("I0112", "a number too large for its field");
    return std::nullopt;
}

std::optional<bool> JsonValue::boolean() const {
    if (kind_ == JsonKind::boolean) return element_of(raw_).get_bool().value_unsafe();
    if (present()) wrong_type("a boolean");
    return std::nullopt;
}

const JsonValue& JsonFields::operator[](std::size_t key) const { return many_.empty() ? few_[key] : many_[key]; }

JsonFields JsonValue::fields(const JsonKeys& keys) const {
    const PlaceId here = place();
    JsonValue missing;
    missing.document_ = document_;
    missing.parent_ = here;
    JsonFields out(keys.size(), missing);
    JsonValue* const values = out.values();
    if (kind_ != JsonKind::object) {
        if (present()) wrong_type("an object");
        return out;
    }
    const std::vector<StringId>& ids = document_->interned(keys);
    const dom::object object = element_of(raw_).get_object().value_unsafe();
    std::size_t next = 0;
    for (const dom::key_value_pair member : object) {
        const std::size_t key = key_of(keys, member.key, next);
        if (key == JsonKeys::none) continue;
        JsonValue& value = values[key];
        if (value.exists()) {
            document_->report_repetition(here, member.key);
            continue;
        }
        value.raw_ = pack(member.value);
        value.kind_ = kind_of(member.value);
        value.step_ = Step::member;
        value.at_ = ids[key];
    }
    return out;
}

void JsonValue::check_texts(const JsonKeys& keys) const {
    if (!present()) return;
    bool sound = kind_ == JsonKind::object;
    if (sound) {
        std::uint64_t seen = 0;
        std::size_t next = 0;
        static_assert(JsonKeys::most <= 64);
        const dom::object object = element_of(raw_).get_object().value_unsafe();
        for (const dom::key_value_pair member : object) {
            const std::size_t key = key_of(keys, member.key, next);
            if (key == JsonKeys::none) continue;
            const JsonKind kind = kind_of(member.value);
            const std::uint64_t bit = std::uint64_t{1} << key;
            sound = sound && (seen & bit) == 0 && (kind == JsonKind::string || kind == JsonKind::null);
            seen |= bit;
        }
    }
    if (sound) return;
    const JsonFields all = fields(keys);
    for (std::size_t key = 0; key < keys.size(); ++key) static_cast<void>(all[key].string());
}

JsonMembers JsonValue::members() const {
    JsonMembers out;
    if (kind_ != JsonKind::object) {
        if (present()) wrong_type("an object");
        return out;
    }
    std::vector<std::string_view> seen;
    const dom::object object = element_of(raw_).get_object().value_unsafe();
    for (const dom::key_value_pair member : object) seen.push_back(member.key);
    std::sort(seen.begin(), seen.end());
    const bool repeats = std::adjacent_find(seen.begin(), seen.end()) != seen.end();
    Dictionary& dictionary = document_->builder_->dictionary();
    for (const dom::key_value_pair member : object) {
        const bool again = repeats && std::any_of(out.members_.begin(), out.members_.end(),
                                                  [&](const JsonMembers::Member& m) { return m.key == member.key; });
        if (again) {
            document_->report_repetition(place(), member.key);
            continue;
        }
        out.members_.push_back(
            {member.key, JsonValue(document_, pack(member.value), place(), Step::member, dictionary.intern(member.key))});
    }
    return out;
}

JsonElements JsonValue::elements() const {
    JsonElements out;
    if (kind_ != JsonKind::array) {
        if (present()) wrong_type("an array");
        return out;
    }
    const dom::array array = element_of(raw_).get_array().value_unsafe();
    out.begin_.document_ = document_;
    out.begin_.raw_ = pack(array.begin());
    out.begin_.parent_ = place();
    out.begin_.left_ = size();
    return out;
}

std::vector<std::string_view> JsonValue::keys() const {
    std::vector<std::string_view> out;
    if (kind_ != JsonKind::object) return out;
    const dom::object object = element_of(raw_).get_object().value_unsafe();
    for (const dom::key_value_pair member : object) out.push_back(member.key);
    return out;
}

JsonValue JsonValue::peek(std::string_view key) const {
    if (kind_ != JsonKind::object) return {};
    const dom::object object = element_of(raw_).get_object().value_unsafe();
    for (const dom::key_value_pair member : object) {
        if (member.key == key) return {document_, pack(member.value), PlaceId::none, Step::root, 0};
    }
    return {};
}

std::size_t JsonValue::size() const {
    if (kind_ != JsonKind::array) return 0;
    const dom::array array = element_of(raw_).get_array().value_unsafe();
    // The parser's own count saturates at 2^24 - 1; a longer array is counted.
    constexpr std::size_t saturated = 0xFFFFFF;
    if (array.size() < saturated) return array.size();
    return static_cast<std::size_t>(std::distance(array.begin(), array.end()));
}

std::string JsonValue::canonical() const {
    if (!exists()) return {};
    JsonWriter out;
    write_canonical(out, element_of(raw_));
    return out.take();
}

JsonValue JsonElements::Iterator::operator*() const {
    const auto at = std::bit_cast<dom::array::iterator>(raw_);
    return {document_, pack(*at), parent_, JsonValue::Step::element, index_};
}

JsonElements::Iterator& JsonElements::Iterator::operator++() {
    auto at = std::bit_cast<dom::array::iterator>(raw_);
    ++at;
    raw_ = pack(at);
    ++index_;
    --left_;
    return *this;
}

JsonDocument::JsonDocument(Builder& builder, DocumentId id, Diagnostics& diagnostics)
    : builder_(&builder), id_(id), diagnostics_(&diagnostics), parsed_(std::make_unique<Parsed>()), place_(builder.places().document(id)) {}

JsonDocument::~JsonDocument() = default;

JsonValue JsonDocument::root() { return {this, pack(parsed_->root), place_, JsonValue::Step::root, 0}; }

const std::vector<StringId>& JsonDocument::interned(const JsonKeys& keys) {
    if (keys.number() < interned_.size() && !interned_[keys.number()].empty()) return interned_[keys.number()];
    if (keys.number() >= interned_.size()) interned_.resize(keys.number() + 1);
    std::vector<StringId>& ids = interned_[keys.number()];
    for (std::size_t i = 0; i < keys.size(); ++i) ids.push_back(builder_->dictionary().intern(keys.name(i)));
    return ids;
}

void JsonDocument::report(Diagnostic diagnostic) {
    if (diagnostic.severity == DiagnosticSeverity::error && ++errors_ > shown_errors) {
        if (errors_ > shown_errors + 1) return;
        diagnostic = input_diagnostic("I0113", "more errors in this document, not shown", diagnostic.source, {});
    }
    diagnostics_->push_back(std::move(diagnostic));
}

Span JsonDocument::span_of(PlaceId place) const {
    const std::string_view text = builder_->document(id_).source->text();
    return locate_json(text, builder_->places().pointer(place)).value_or(Span{});
}

void JsonDocument::report_repetition(PlaceId object, std::string_view key) {
    const auto& source = builder_->document(id_).source;
    Span span;
    if (errors_ < shown_errors) {
        span = second_member(source->text(), span_of(object).begin, key);
    }
    const std::string pointer = builder_->places().pointer(object);
    Diagnostic diagnostic =
        input_diagnostic("I0110", "the key `" + std::string(key) + "` occurs twice in " + shown_pointer(pointer), source, span);
    diagnostic.label = "a second time here";
    report(std::move(diagnostic));
}

std::unique_ptr<JsonDocument> parse_json(Builder& builder, DocumentId id, Diagnostics& diagnostics) {
    const std::shared_ptr<const Source> source = builder.document(id).source;
    std::string_view text = source->text();
    if (text.size() > limits::source_bytes) {
        diagnostics.push_back(input_diagnostic("I0108", "the document has more than 2^30 bytes", source, {}));
        return nullptr;
    }
    std::unique_ptr<JsonDocument> document(new JsonDocument(builder, id, diagnostics));
    const std::string_view body = text.substr(0, 3) == "\xEF\xBB\xBF" ? text.substr(3) : text;
    static_assert(Source::room >= simdjson::SIMDJSON_PADDING);
    // What the parser alone needs, as much memory as the text, is free again for the facts.
    dom::parser parser{limits::source_bytes};
    JsonDocument::Parsed& parsed = *document->parsed_;
    auto error = parser.allocate(body.size(), limits::json_nesting);
    if (error == simdjson::SUCCESS) {
        error = parser.parse_into_document(parsed.document, body.data(), body.size(), !source->has_room()).get(parsed.root);
    }
    if (error == simdjson::SUCCESS) return document;
    if (error == simdjson::MEMALLOC) throw std::bad_alloc();
    JsonFault fault = explain_json_fault(text, simdjson::error_message(error));
    Diagnostic diagnostic = input_diagnostic(fault.code, std::move(fault.message), source, fault.span);
    diagnostic.label = std::move(fault.label);
    diagnostics.push_back(std::move(diagnostic));
    return nullptr;
}

}  // namespace scantling
