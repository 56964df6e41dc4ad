// Every entry applies: `licenses` has no OR but inside an expression. An entry that says nothing leaves the whole unknown.
#include "engine/ingest/sbom/licences.h"

#include <unordered_set>
#include <vector>

#include "engine/base/limits.h"
#include "engine/ingest/shared/package_rows.h"

namespace scantling {

namespace {

const JsonKeys entry_keys{"license", "expression"};
enum EntryKey : std::size_t { license, expression };
const JsonKeys licence_keys{"id", "name"};
enum LicenceKey : std::size_t { id, name };

}  // namespace

const StatedLicence& LicenceReader::meaning(StringId text_id, std::string_view text) {
    const auto found = known_.find(text_id);
    if (found != known_.end()) return found->second;
    return known_.emplace(text_id, read_licence(text)).first->second;
}

void LicenceReader::write(const RecordWriter<model::Sighting>& row, const JsonValue& licenses) {
    Dictionary& dictionary = row.builder().dictionary();
    const auto texts = row.list(model::Sighting::licence_texts);
    std::vector<StatedLicence> all;
    std::unordered_set<StringId> seen;
    PlaceId first = PlaceId::none;
    const auto read = [&](const JsonValue& value) {
        const StatedText text = stated(value);
        if (!text) return false;
        const StringId id_of_text = dictionary.intern(*text.text);
        if (!seen.insert(id_of_text).second) return true;
        if (first == PlaceId::none) first = text.place();
        all.push_back(meaning(id_of_text, *text.text));
        for (const std::string& unlisted : all.back().texts) texts.add(std::string_view(unlisted), text.place());
        return true;
    };
    for (const JsonValue entry : licenses.elements()) {
        const JsonFields fields = entry.fields(entry_keys);
        const JsonFields one = fields[license].fields(licence_keys);
        const bool by_expression = read(fields[expression]);
        const bool by_id = read(one[id]);
        // Where the id decides, the name is but its title.
        const bool by_name = by_id ? one[name].string().has_value() : read(one[name]);
        if (!by_expression && !by_id && !by_name) all.push_back({StatedLicence::State::not_stated, {}, {}});
    }
    if (seen.size() > limits::licences) {
        row.unknown(model::Sighting::licence, CellState::unreadable, first);
        return;
    }
    const StatedLicence whole = all.size() == 1 ? all.front() : all_licences(all);
    if (whole.state == StatedLicence::State::stated) {
        row.set(model::Sighting::licence, std::string_view(whole.expression), first);
    } else {
        row.unknown(model::Sighting::licence, whole.state == StatedLicence::State::absent ? CellState::absent : CellState::not_stated,
                    first);
    }
}

}  // namespace scantling
