// From a JSON pointer to the bytes that it names, in a text that was already found to be valid JSON.
//
// The fast parser keeps no offsets; reports show a handful of places, so they are found by walking the text. A JsonContainer remembers what
// it walked and walks no further than it is asked to, so that a thousand findings in one document cost less than one walk.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/base/source.h"
#include "engine/base/text_hash.h"

namespace scantling {

// The span of the value (a string with its quotes). Empty where the pointer names nothing. Linear; no recursion.
[[nodiscard]] std::optional<Span> locate_json(std::string_view json, std::string_view pointer);

// The elements of the array, or the members of the object, that begins at `offset`. The text must outlive it.
class JsonContainer {
  public:
    JsonContainer(std::string_view json, std::uint32_t offset);

    // Whether there is an item of that index; the calls below ask for one that there is.
    [[nodiscard]] bool reach(std::size_t index);
    [[nodiscard]] std::string_view name(std::size_t index) const { return items_[index].name; }  // empty in an array
    [[nodiscard]] std::uint32_t begin(std::size_t index) const { return items_[index].value.begin; }
    [[nodiscard]] Span value(std::size_t index);
    // The first member of that name.
    [[nodiscard]] std::optional<std::size_t> find(std::string_view name);

    [[nodiscard]] std::uint32_t offset() const { return offset_; }
    // How many bytes of it have been looked at.
    [[nodiscard]] std::size_t walked() const { return at_ - offset_; }

  private:
    struct Item {
        std::string_view name;  // of the text where nothing in it is escaped, else of `decoded_`
        Span value;             // the last one's end is not known yet
    };
    void finish_last();
    [[nodiscard]] std::string_view decoded(std::string_view raw_name);

    std::string_view json_;
    std::uint32_t offset_;
    std::vector<Item> items_;
    std::vector<std::unique_ptr<const std::string>> decoded_;
    std::unordered_map<std::string_view, std::size_t, TextHash> by_name_;  // of the items past the first few that `find` has seen
    std::size_t seen_ = 0;                                                 // how many those are: a name may be there twice
    std::size_t at_ = 0;                                                   // the next item, or the last one's value
    bool inside_ = false;                                                  // at the last one's value
    bool is_object_ = false;
    bool ended_ = false;
};
// The span of the value that starts at `offset`.
[[nodiscard]] Span json_value(std::string_view json, std::uint32_t offset);

}  // namespace scantling
