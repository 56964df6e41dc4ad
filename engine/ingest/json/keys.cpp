// A small table from key text to position: most members of a real object are not mapped, so finding nothing must be quick.
#include <atomic>
#include <cassert>

#include "engine/base/same_text.h"
#include "engine/ingest/json/json.h"

namespace scantling {

std::size_t JsonKeys::hash(std::string_view name) {
    if (name.empty()) return 0;
    const auto byte = [&](std::size_t at) { return static_cast<std::size_t>(static_cast<unsigned char>(name[at])); };
    return (name.size() * 37 + byte(0) * 5 + byte(name.size() - 1) * 17 + byte(name.size() / 2)) & 255U;
}

namespace {

std::size_t next_number() {
    static std::atomic<std::size_t> count{0};
    return count++;
}

}  // namespace

JsonKeys::JsonKeys(std::initializer_list<std::string_view> names) : number_(next_number()), names_(names) {
    assert(names_.size() <= most);
    table_.fill(static_cast<std::uint8_t>(none));
    for (std::size_t i = 0; i < names_.size(); ++i) {
        assert(find(names_[i]) == none);
        std::size_t at = hash(names_[i]);
        while (table_[at] != none) at = (at + 1) & 255U;
        table_[at] = static_cast<std::uint8_t>(i);
    }
}

std::size_t JsonKeys::find(std::string_view name) const {
    for (std::size_t at = hash(name); table_[at] != none; at = (at + 1) & 255U) {
        if (same_text(names_[table_[at]], name)) return table_[at];
    }
    return none;
}

}  // namespace scantling
