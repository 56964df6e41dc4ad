// Every document of the corpus is read: no valid one refused, no broken one accepted.
//
// refused.tsv says which are refused and why, and is itself held to account: whether a text is UTF-8, JSON or has a key twice is asked of
// another library, a wrong type is looked up at its pointer, and of every other JSON document that library must say that it is one.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include <nlohmann/json.hpp>

#include "tests/catch.h"
#include "tests/corpus/sources.h"
#include "tests/places.h"

using namespace scantling;
using namespace scantling::test;

namespace {

// A line of refused.tsv: path, reason, detail. Reasons: `not UTF-8`, `not JSON`, `key twice` (detail: the key), `wrong type` (detail:
// pointer and what stands there), `Dockerfile` and `other kind` (detail: the first thing said).
struct Refusal {
    std::string reason;
    std::string detail;
    bool seen = false;
};

std::map<std::string, Refusal> refusals() {
    std::map<std::string, Refusal> out;
    std::ifstream in(source_dir() / "tests/corpus/refused.tsv");
    std::string line;
    while (std::getline(in, line)) {
        if (line.empty() || line.front() == '#') continue;
        std::istringstream cells(line);
        std::string path;
        Refusal refusal;
        std::getline(cells, path, '\t');
        std::getline(cells, refusal.reason, '\t');
        std::getline(cells, refusal.detail, '\t');
        out[path] = refusal;
    }
    return out;
}

// Keys that stand twice in one object, wherever.
class TwiceInObjects : public nlohmann::json_sax<nlohmann::json> {
  public:
    std::set<std::string> twice;

    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t) override { return true; }
    bool number_unsigned(number_unsigned_t) override { return true; }
    bool number_float(number_float_t, const string_t&) override { return true; }
    bool string(string_t&) override { return true; }
    bool binary(binary_t&) override { return true; }
    bool start_object(std::size_t) override {
        objects_.emplace_back();
        return true;
    }
    bool key(string_t& name) override {
        if (!objects_.back().insert(name).second) twice.insert(name);
        return true;
    }
    bool end_object() override {
        objects_.pop_back();
        return true;
    }
    bool start_array(std::size_t) override { return true; }
    bool end_array() override { return true; }
    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override { return false; }

  private:
    std::vector<std::set<std::string>> objects_;
};

bool is_utf8(const std::string& bytes) {
    try {
        return !nlohmann::json(bytes).dump().empty();
    } catch (const nlohmann::json::exception&) {
        return false;
    }
}

std::string strip_mark(const std::string& bytes) { return bytes.compare(0, 3, "\xEF\xBB\xBF") == 0 ? bytes.substr(3) : bytes; }

// The pieces of `pointer type` of a refused document's detail.
bool stands_there(const std::string& bytes, const std::string& detail) {
    const auto value = nlohmann::json::parse(strip_mark(bytes), nullptr, false);
    const std::size_t blank = detail.rfind(' ');
    const nlohmann::json::json_pointer pointer(detail.substr(0, blank));
    return value.contains(pointer) && value.at(pointer).type_name() == detail.substr(blank + 1);
}

// Whether the reason that the table gives for a refused document is true, as far as that can be told without our readers.
bool is_true(const Refusal& refusal, const std::string& bytes, bool is_json) {
    if (refusal.reason == "not UTF-8") return !is_json && !is_utf8(bytes);
    if (refusal.reason == "not JSON") return !is_json && is_utf8(bytes);
    if (refusal.reason == "key twice") {
        TwiceInObjects keys;
        nlohmann::json::sax_parse(strip_mark(bytes), &keys);
        return is_json && keys.twice.count(refusal.detail) != 0;
    }
    if (refusal.reason == "wrong type") return is_json && stands_there(bytes, refusal.detail);
    return false;
}

// A Dockerfile that BuildKit refuses, and a document of a kind that is not read yet: people judged those, and the table quotes what is
// said.
bool is_said(const Refusal& refusal, const ReadResult& result) {
    const std::string_view code = result.diagnostics.front().code;
    if (refusal.reason == "Dockerfile") return code == "I0140" && result.accepted && refusal.detail == result.diagnostics.front().message;
    const bool other = refusal.reason == "other kind" && (code == "I0121" || code == "I0122");
    return other && !result.accepted && refusal.detail == result.diagnostics.front().message;
}

std::string first_words(const ReadResult& result) {
    return result.diagnostics.empty() ? "without a word" : result.diagnostics.front().code + " " + result.diagnostics.front().message;
}

}  // namespace

TEST_CASE("corpus: every document is read, and exactly the broken ones are refused", "[corpus]") {
    if (!shared_dir() || !std::filesystem::exists(*shared_dir() / "corpus")) {
        std::puts("skipped: no corpus beside the checkout");
        return;
    }
    const auto begin = std::chrono::steady_clock::now();
    std::map<std::string, Refusal> table = refusals();
    std::size_t read = 0;
    std::size_t refused = 0;
    std::size_t skipped = 0;
    for (const Format format : {Format::dockerfile, Format::cyclonedx, Format::trivy, Format::image, Format::container}) {
        for (const std::string& folder : corpus_folders(format))
            skipped += std::filesystem::exists(*shared_dir() / "corpus" / folder) ? 0U : 1U;
        for (const CorpusFile& file : corpus_documents(format)) {
            CAPTURE(file.name);
            const Assembled document = assembled(format, file);
            const auto listed = table.find(file.name);
            const bool is_json = format != Format::dockerfile && nlohmann::json::accept(strip_mark(file.bytes));
            CAPTURE(first_words(document.result));
            if (listed == table.end()) {
                CHECK((format == Format::dockerfile || is_json));
                CHECK(document.result.accepted);
                CHECK_FALSE(document.result.partial);
                ++read;
                continue;
            }
            listed->second.seen = true;
            CHECK(document.result.partial);
            REQUIRE_FALSE(document.result.diagnostics.empty());
            CHECK((is_said(listed->second, document.result) || is_true(listed->second, file.bytes, is_json)));
            CHECK(document.result.diagnostics.front().span.end <= file.bytes.size());
            ++refused;
        }
    }
    for (const auto& [path, refusal] : table) {
        CAPTURE(path);
        CHECK(refusal.seen);
    }
    const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begin).count();
    std::printf("corpus: %zu documents read, %zu refused as they should be, %zu skipped (%lld ms)\n", read, refused, skipped,
                static_cast<long long>(took));
    CHECK(skipped == 0);
    CHECK(read > 2000);
}
