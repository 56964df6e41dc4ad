// Vectors of other projects, read from the shared corpus: JSON as plain values, and a tally of how far we agree.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace scantling::test {

struct Json {
    enum class Kind { null, boolean, number, string, array, object };
    Kind kind = Kind::null;
    std::string text;                // a string's value; a number or boolean as JSON writes it
    std::vector<Json> items;         // of an array; of an object its values, in the order of `names`
    std::vector<std::string> names;  // apart from the values: a pair with an incomplete type is more than clang 16 takes

    [[nodiscard]] const Json& at(std::string_view key) const;                            // a null where it is not there
    [[nodiscard]] std::vector<std::pair<std::string, std::string>> text_fields() const;  // of an object: names and texts
    [[nodiscard]] bool is_null() const { return kind == Kind::null; }
    [[nodiscard]] bool is_true() const { return kind == Kind::boolean && text == "true"; }
    [[nodiscard]] bool is_string() const { return kind == Kind::string; }
};

// Below `<shared>/corpus/ident`; SCANTLING_SHARED names `<shared>`, by default it stands beside the repository. Empty where
// there is none: the test says that it skips.
[[nodiscard]] std::string ident_folder();
// The lines of a JSON-lines file, or the `tests` of a suite file, or the elements of an array.
[[nodiscard]] std::vector<Json> read_vectors(const std::string& path);
[[nodiscard]] std::vector<std::string> files_in(const std::string& folder, std::string_view ending);

// Counts agreements and keeps the first disagreements; `known` lists inputs that may disagree, each with its reason.
class Tally {
  public:
    using Deviations = std::map<std::string, std::string>;
    explicit Tally(std::string name, Deviations known = {}) : name_(std::move(name)), known_(std::move(known)) {}
    void add(bool agrees, const std::string& input, const std::string& detail = "");
    // For a whole kind of input that may disagree for one reason; it still counts among those that do not agree.
    void excuse(bool agrees, const std::string& reason);
    // Prints one line; checks that something was read, that nothing disagrees unlisted, and that each listed input still does.
    // So do more disagreements than `most_excused` of those that were excused as a kind: the excuse must not grow unseen.
    void finish(int most_excused = 0);

  private:
    std::string name_;
    Deviations known_;
    std::map<std::string, int> used_;
    std::map<std::string, int> excused_;
    int total_ = 0;
    int agreed_ = 0;
    std::vector<std::string> unexpected_;
};

}  // namespace scantling::test
