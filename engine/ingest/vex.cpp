// VEX statements meet the vulnerabilities of their subject.
//
// A statement about exactly this package counts before one about all its versions, and that before one about the subject; among equals the
// newest. What an equally specific one says otherwise is told (`contradicted`), never weighed.
#include <algorithm>
#include <unordered_map>

#include "engine/base/text_hash.h"
#include "engine/ingest/united.h"

namespace scantling::united {

namespace {

using X = model::VexStatement;
using V = model::Vulnerability;
using P = model::Package;

class VexDecision {
  public:
    explicit VexDecision(const Subjects& subjects)
        : subjects_(subjects),
          builder_(*subjects.builder),
          table_(subjects.list(model::SubjectRoot::vex.index)),
          vulnerabilities_(subjects.list(model::SubjectRoot::vulnerabilities.index)),
          packages_(subjects.list(model::SubjectRoot::packages.index)) {}

    void run() {
        if (builder_.table(table_).rows == 0) return;
        for (Row row = 0; row < builder_.table(table_).rows; ++row) {
            if (group_of(table_, row) == no_row || !has(row, X::vulnerability.index)) continue;
            by_vulnerability_[key_of(group_of(table_, row), subjects_.narrow(table_, row, X::vulnerability.index))].push_back(row);
        }
        index_packages();
        for (auto& [key, rows] : by_vulnerability_) {
            for (const Row row : rows) write_applies(row);
            compare_statements(rows);
        }
        for (Row row = 0; row < builder_.table(vulnerabilities_).rows; ++row) {
            if (group_of(vulnerabilities_, row) != no_row) decide(row);
        }
    }

  private:
    enum Specificity : int { none, subject, all_versions, exact };

    [[nodiscard]] bool has(Row row, SlotIndex slot) const { return subjects_.is_present(table_, row, slot); }
    [[nodiscard]] Row group_of(TableId table, Row row) const {
        const Row fragment = builder_.table(table).parents[row];
        return fragment == no_row ? no_row : subjects_.group[fragment];
    }
    [[nodiscard]] std::int64_t time_of(Row row) const {
        return has(row, X::time.index) ? builder_.column(table_, X::time.index).wide[row] : std::int64_t{INT64_MIN};
    }
    [[nodiscard]] StringId text_of(TableId table, Row row, SlotIndex slot) const {
        return subjects_.is_present(table, row, slot) ? subjects_.narrow(table, row, slot) : Dictionary::none;
    }
    // `npm/a` of `npm/a@1`; none where the dictionary has no such text, so no statement is about it.
    [[nodiscard]] StringId without_version(StringId id) const {
        const std::string_view text = builder_.dictionary().text(id);
        const std::size_t at = text.rfind('@');
        if (at == std::string_view::npos || at == 0) return Dictionary::none;
        return builder_.dictionary().find(text.substr(0, at));
    }

    void index_packages() {
        for (Row row = 0; row < builder_.table(packages_).rows; ++row) {
            const Row group = group_of(packages_, row);
            const StringId id = text_of(packages_, row, P::id.index);
            if (group == no_row || id == Dictionary::none) continue;
            known_.emplace(key_of(group, id), true);
            if (const StringId bare = without_version(id); bare != Dictionary::none) known_.emplace(key_of(group, bare), true);
        }
    }

    // True by the reader where the product is the subject itself.
    void write_applies(Row row) {
        if (has(row, X::applies.index)) return;
        const StringId product = text_of(table_, row, X::product_id.index);
        const Row group = group_of(table_, row);
        if (product != Dictionary::none && known_.count(key_of(group, product)) != 0) {
            builder_.set_narrow(table_, row, X::applies.index, 1, PlaceId::none);
            return;
        }
        if (product == Dictionary::none) return;
        const auto& fragments = (*subjects_.groups)[group];
        const bool complete = std::any_of(fragments.begin(), fragments.end(), [&](Row fragment) {
            return subjects_.is_present(subjects_table, fragment, model::SubjectRoot::packages.index);
        });
        if (complete) builder_.set_narrow(table_, row, X::applies.index, 0, PlaceId::none);
    }

    [[nodiscard]] bool differ(Row a, Row b) const {
        return has(a, X::status.index) && has(b, X::status.index) &&
               subjects_.narrow(table_, a, X::status.index) != subjects_.narrow(table_, b, X::status.index);
    }

    void compare_statements(const std::vector<Row>& rows) {
        std::unordered_map<StringId, std::vector<Row>> by_product;
        for (const Row row : rows) {
            const StringId id = text_of(table_, row, X::product_id.index);
            by_product[id != Dictionary::none ? id : text_of(table_, row, X::product.index)].push_back(row);
        }
        for (auto& [product, same] : by_product) {
            if (same.size() < 2) continue;
            std::stable_sort(same.begin(), same.end(), [&](Row a, Row b) { return time_of(a) < time_of(b); });
            const bool mixed = std::any_of(same.begin(), same.end(), [&](Row row) { return differ(row, same.front()); });
            for (const Row row : same) {
                builder_.set_narrow(table_, row, X::superseded.index, time_of(row) < time_of(same.back()) ? 1 : 0, PlaceId::none);
                builder_.set_narrow(table_, row, X::contradicted.index, mixed ? 1 : 0, PlaceId::none);
            }
        }
    }

    [[nodiscard]] Specificity fits(Row statement, Row vulnerability) const {
        const StringId package = text_of(vulnerabilities_, vulnerability, V::package_id.index);
        const StringId product = text_of(table_, statement, X::product_id.index);
        if (product == Dictionary::none) {
            const StringId text = text_of(table_, statement, X::product.index);
            if (text != Dictionary::none && text == package) return exact;
            return has(statement, X::applies.index) && subjects_.narrow(table_, statement, X::applies.index) != 0 ? subject : none;
        }
        if (package == Dictionary::none) return none;
        if (product == package) return exact;
        return product == without_version(package) ? all_versions : none;
    }

    void decide(Row row) {
        std::vector<StringId> names{text_of(vulnerabilities_, row, V::id.index)};
        const TableId aliases = builder_.child(vulnerabilities_, V::aliases.index);
        for (const Row alias : subjects_.children.of(aliases, row)) names.push_back(subjects_.narrow(aliases, alias, 0));
        Row best = no_row;
        Specificity best_fit = none;
        std::vector<std::pair<Row, Specificity>> fitting;
        for (const StringId name : names) {
            const auto found = by_vulnerability_.find(key_of(group_of(vulnerabilities_, row), name));
            if (name == Dictionary::none || found == by_vulnerability_.end()) continue;
            for (const Row statement : found->second) {
                const Specificity fit = fits(statement, row);
                if (fit == none) continue;
                fitting.emplace_back(statement, fit);
                if (fit > best_fit || (fit == best_fit && time_of(statement) >= time_of(best))) {
                    best = statement;
                    best_fit = fit;
                }
            }
        }
        if (best == no_row) return;
        const bool contradicted = std::any_of(fitting.begin(), fitting.end(),
                                              [&](const auto& other) { return other.second == best_fit && differ(other.first, best); });
        write_effect(row, best, contradicted);
    }

    void write_effect(Row row, Row statement, bool contradicted) {
        using E = model::VexEffect;
        const SlotIndex slot = V::vex.index;
        const auto at = [&](SlotIndex field) { return static_cast<SlotIndex>(slot + 1 + field); };
        builder_.set_state(vulnerabilities_, row, slot, CellState::present, builder_.table(table_).places[statement]);
        builder_.copy_cell(table_, statement, X::status.index, vulnerabilities_, row, at(E::status.index));
        builder_.copy_cell(table_, statement, X::justification.index, vulnerabilities_, row, at(E::justification.index));
        builder_.set_narrow(vulnerabilities_, row, at(E::statement.index), statement, PlaceId::none);
        builder_.set_narrow(vulnerabilities_, row, at(E::contradicted.index), contradicted ? 1 : 0, PlaceId::none);
    }

    const Subjects& subjects_;
    Builder& builder_;
    TableId table_;
    TableId vulnerabilities_;
    TableId packages_;
    std::unordered_map<std::uint64_t, std::vector<Row>, NumberHash> by_vulnerability_;
    std::unordered_map<std::uint64_t, bool, NumberHash> known_;
};

}  // namespace

void decide_vex(const Subjects& subjects) { VexDecision(subjects).run(); }

}  // namespace scantling::united
