// Every entry applies: `licenses` has no OR but inside an expression. An entry that says nothing leaves the whole unknown.
#include "engine/ingest/sbom/licences.h"

#include <algorithm>

#include "engine/base/limits.h"
#include "engine/ingest/shared/package_rows.h"

namespace scantling {

namespace {

const JsonKeys entry_keys{"license", "expression"};
enum EntryKey : std::size_t { license, expression };
const JsonKeys licence_keys{"id", "name"};
enum LicenceKey : std::size_t { id, name };

StringId expression_of(Dictionary& dictionary, const StatedLicence& licence) {
    return licence.state == StatedLicence::State::stated ? dictionary.intern(licence.expression) : Dictionary::none;
}

}  // namespace

const LicenceReader::Known& LicenceReader::meaning(Dictionary& dictionary, StringId text_id, std::string_view text) {
    const auto found = known_.find(text_id);
    if (found != known_.end()) return found->second;
    Known known{read_licence(text), Dictionary::none};
    known.expression = expression_of(dictionary, known.licence);
    return known_.emplace(text_id, std::move(known)).first->second;
}

const LicenceReader::Known& LicenceReader::together(Dictionary& dictionary, const std::vector<StringId>& ids) {
    if (ids.size() == 1 && ids.front() != Dictionary::none) return known_.at(ids.front());
    const std::string key(reinterpret_cast<const char*>(ids.data()), ids.size() * sizeof(StringId));
    const auto found = united_.find(key);
    if (found != united_.end()) return found->second;
    std::vector<StatedLicence> all;
    for (const StringId id_of_text : ids) {
        all.push_back(id_of_text == Dictionary::none ? StatedLicence{StatedLicence::State::not_stated, {}, {}}
                                                     : known_.at(id_of_text).licence);
    }
    Known known{all_licences(all), Dictionary::none};
    known.expression = expression_of(dictionary, known.licence);
    return united_.emplace(key, std::move(known)).first->second;
}

void LicenceReader::write(const RecordWriter<model::Sighting>& row, const JsonValue& licenses) {
    Dictionary& dictionary = row.builder().dictionary();
    const auto texts = row.list(model::Sighting::licence_texts);
    std::vector<StringId>& all = entries_;
    all.clear();
    PlaceId first = PlaceId::none;
    const auto read = [&](const JsonValue& value) {
        const StatedText text = stated(value);
        if (!text) return false;
        const StringId id_of_text = dictionary.intern(*text.text);
        if (all.size() > limits::licences || std::find(all.begin(), all.end(), id_of_text) != all.end()) return true;
        if (first == PlaceId::none) first = text.place();
        all.push_back(id_of_text);
        for (const std::string& unlisted : meaning(dictionary, id_of_text, *text.text).licence.texts)
            texts.add(std::string_view(unlisted), text.place());
        return true;
    };
    for (const JsonValue entry : licenses.elements()) {
        const JsonFields fields = entry.fields(entry_keys);
        const JsonFields one = fields[license].fields(licence_keys);
        const bool by_expression = read(fields[expression]);
        const bool by_id = read(one[id]);
        // Where the id decides, the name is but its title.
        const bool by_name = by_id ? one[name].string().has_value() : read(one[name]);
        if (!by_expression && !by_id && !by_name && all.size() <= limits::licences) all.push_back(Dictionary::none);
    }
    if (all.size() > limits::licences) {
        row.unknown(model::Sighting::licence, CellState::unreadable, first);
        return;
    }
    const Known& whole = together(dictionary, all);
    if (whole.expression != Dictionary::none) {
        row.set_id(model::Sighting::licence, whole.expression, first);
    } else {
        const bool absent = whole.licence.state == StatedLicence::State::absent;
        row.unknown(model::Sighting::licence, absent ? CellState::absent : CellState::not_stated, first);
    }
}

}  // namespace scantling
