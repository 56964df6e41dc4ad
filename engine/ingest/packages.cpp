// Package rows of equal id are laid together.
//
// Each source has written its own rows already (shared/package_rows.h), so a package that one source alone lists costs nothing here. A row
// without a package URL joins the one package of its type, name and version that has one; where several fit it stays a row of its own, and
// what refers to it does not know which is meant.
#include "engine/ingest/packages.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <span>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "engine/base/text_hash.h"
#include "engine/ingest/united.h"
#include "engine/values/package_type.h"

namespace scantling::united {

namespace {

using P = model::Package;

// Taken whole from the first source that knows them.
constexpr std::array fields = {P::type.index,          P::type_name.index,
                               P::namespace_.index,    P::name.index,
                               P::version.index,       P::version_text.index,
                               P::purl.index,          P::licence.index,
                               P::licence_texts.index, P::supplier.index,
                               P::scope.index,         P::cpes.index,
                               P::properties.index,    P::external_references.index,
                               P::source_name.index,   P::source_version.index,
                               P::files.index,         P::layer.index,
                               P::used.index,          P::install_scripts.index,
                               P::source.index,        P::signature.index,
                               P::registry.index,      P::end_of_life.index};

// Rows that are one package. Mostly there is only one, and no memory is asked for that.
struct Chain {
    Row first = no_row;     // no_row: joined to another
    std::vector<Row> rows;  // of several: all of them

    void add(Row row) {
        if (first == no_row) {
            first = row;
            return;
        }
        if (rows.empty()) rows.push_back(first);
        rows.push_back(row);
    }
    [[nodiscard]] std::span<const Row> all() const { return rows.empty() ? std::span(&first, 1) : std::span<const Row>(rows); }
};

class PackageUnion {
  public:
    explicit PackageUnion(const Subjects& subjects)
        : subjects_(subjects), builder_(*subjects.builder), table_(subjects.list(model::SubjectRoot::packages.index)) {}

    void run() {
        const Row rows = builder_.table(table_).rows;
        if (rows != 0) {
            moved_.resize(rows);
            for (Row row = 0; row < rows; ++row) moved_[row] = row;
            read_kinds();
            sort_rows();
            make_chains();
            join_rows_without_purl();
            for (const Chain& chain : chains_) {
                if (!chain.rows.empty()) unite(chain.rows);
            }
            move_references(builder_, table_, moved_);
        }
        subjects_.unite_completeness(model::SubjectRoot::packages.index);
    }

  private:
    [[nodiscard]] bool has(Row row, SlotIndex slot) const { return subjects_.is_present(table_, row, slot); }

    // Of each row the kind of its source: its one origin so far.
    void read_kinds() {
        kinds_.assign(moved_.size(), static_cast<std::uint32_t>(model::OriginKind::scan));
        const TableId origins = builder_.child(table_, P::origins.index);
        const Table& table = builder_.table(origins);
        for (Row row = 0; row < table.rows; ++row) {
            if (table.parents[row] != no_row) kinds_[table.parents[row]] = subjects_.narrow(origins, row, model::Origin::kind.index);
        }
    }

    void sort_rows() {
        for (Row row = 0; row < moved_.size(); ++row) {
            const Row fragment = builder_.table(table_).parents[row];
            if (fragment != no_row && subjects_.group[fragment] != no_row && has(row, P::id.index)) order_.push_back(row);
        }
        const auto rank = [&](Row row) { return std::pair(kinds_[row], subjects_.position[builder_.table(table_).parents[row]]); };
        const auto before = [&](Row a, Row b) { return rank(a) < rank(b); };
        if (!std::is_sorted(order_.begin(), order_.end(), before)) std::stable_sort(order_.begin(), order_.end(), before);
    }

    [[nodiscard]] Row group_of(Row row) const { return subjects_.group[builder_.table(table_).parents[row]]; }

    // Rows of one subject and one id, in the order of their sources; chains in the order of their first rows.
    void make_chains() {
        std::vector<std::pair<std::uint64_t, std::size_t>> by_id;  // subject and id, place in the order
        by_id.reserve(order_.size());
        for (std::size_t i = 0; i < order_.size(); ++i) {
            by_id.emplace_back(key_of(group_of(order_[i]), subjects_.narrow(table_, order_[i], P::id.index)), i);
        }
        std::sort(by_id.begin(), by_id.end());
        std::vector<std::size_t> first(order_.size());  // of each row the first of its id; then the number of its chain
        for (std::size_t i = 0; i < by_id.size(); ++i) {
            const bool again = i > 0 && by_id[i].first == by_id[i - 1].first;
            first[by_id[i].second] = again ? first[by_id[i - 1].second] : by_id[i].second;
        }
        chains_.reserve(order_.size());
        for (std::size_t i = 0; i < order_.size(); ++i) {
            const bool opens = first[i] == i;
            first[i] = opens ? chains_.size() : first[first[i]];
            if (opens) chains_.emplace_back();
            chains_[first[i]].add(order_[i]);
        }
    }

    // Type, name and version as one text; packages of a distribution without its name, which tools write differently. Empty where the
    // version is not known. Valid until the next call.
    [[nodiscard]] const std::string& likeness(Row row) {
        likeness_.clear();
        if (!has(row, P::version.index) || !has(row, P::name.index)) return likeness_;
        const std::uint32_t type = subjects_.narrow(table_, row, P::type.index);
        const auto add_number = [&](std::uint32_t number) {
            std::array<char, 12> digits{};
            const auto end = std::to_chars(digits.begin(), digits.end(), number).ptr;
            likeness_.append(digits.begin(), end).push_back('\0');
        };
        add_number(group_of(row));
        add_number(type);
        if (!is_os_package(static_cast<PackageType>(type)) && has(row, P::namespace_.index)) {
            likeness_.append(text(row, P::namespace_.index)).push_back('/');
        }
        likeness_.append(text(row, P::name.index)).push_back('\0');
        likeness_.append(builder_.dictionary().text(builder_.version(subjects_.narrow(table_, row, P::version.index)).text));
        return likeness_;
    }
    // Of its name what stands behind the last `/`: what is alike has it in common, wherever a source ends the namespace.
    [[nodiscard]] std::string_view ending(Row row) const {
        const std::string_view name = text(row, P::name.index);
        const std::size_t slash = name.rfind('/');
        return slash == std::string_view::npos ? name : name.substr(slash + 1);
    }
    [[nodiscard]] std::string_view text(Row row, SlotIndex slot) const {
        return builder_.dictionary().text(subjects_.narrow(table_, row, slot));
    }

    void join_rows_without_purl() {
        constexpr std::size_t several = 0xFFFFFFFFU;
        std::vector<std::size_t> lone;
        for (std::size_t i = 0; i < chains_.size(); ++i) {
            const std::span<const Row> rows = chains_[i].all();
            const bool any = std::any_of(rows.begin(), rows.end(), [&](Row row) { return has(row, P::purl.index); });
            if (!any) lone.push_back(i);
        }
        if (lone.empty() || lone.size() == chains_.size()) return;
        std::unordered_map<std::string, std::size_t, TextHash> alike;
        std::unordered_set<std::string_view, TextHash> endings;  // of those: a package of another ending is like none of them
        for (const std::size_t i : lone) {
            const std::string& key = likeness(chains_[i].first);
            if (key.empty()) continue;
            alike.emplace(key, chains_.size());
            endings.insert(ending(chains_[i].first));
        }
        for (std::size_t i = 0; i < chains_.size(); ++i) {
            if (!has(chains_[i].first, P::name.index) || !endings.contains(ending(chains_[i].first))) continue;
            if (std::binary_search(lone.begin(), lone.end(), i)) continue;
            const auto found = alike.find(likeness(chains_[i].first));
            if (found == alike.end()) continue;
            found->second = found->second == chains_.size() ? i : several;
        }
        for (const std::size_t i : lone) {
            const auto found = alike.find(likeness(chains_[i].first));
            if (found == alike.end() || found->second == chains_.size()) continue;
            if (found->second == several) {
                for (const Row row : chains_[i].all()) moved_[row] = no_row;
                continue;
            }
            Chain& target = chains_[found->second];
            for (const Row row : chains_[i].all()) target.add(row);
            std::stable_sort(target.rows.begin(), target.rows.end(), [&](Row a, Row b) { return kinds_[a] < kinds_[b]; });
            target.first = target.rows.front();
            // The id is that of the package URL, whichever source comes first.
            const auto with_purl = std::find_if(target.rows.begin(), target.rows.end(), [&](Row row) { return has(row, P::purl.index); });
            if (with_purl != target.rows.begin()) builder_.copy_cell(table_, *with_purl, P::id.index, table_, target.first, P::id.index);
            chains_[i] = {};
        }
    }

    // The most favourable answer of all graphs: a root that reaches it does so whatever other documents leave out.
    void unite_position(const std::vector<Row>& chain) {
        for (const SlotIndex slot : {P::direct.index, P::reachable.index, P::is_os.index}) {
            take_first_known(subjects_, table_, chain, slot);
            for (const Row row : chain) {
                if (has(row, slot) && subjects_.narrow(table_, row, slot) != 0) {
                    if (row != chain.front()) builder_.copy_cell(table_, row, slot, table_, chain.front(), slot);
                    break;
                }
            }
        }
        Row nearest = no_row;
        for (const Row row : chain) {
            if (!has(row, P::depth.index)) continue;
            const std::vector<std::int64_t>& depths = builder_.column(table_, P::depth.index).wide;
            if (nearest == no_row || depths[row] < depths[nearest]) nearest = row;
        }
        if (nearest == no_row) {
            take_first_known(subjects_, table_, chain, P::depth.index);
        } else if (nearest != chain.front()) {
            builder_.copy_cell(table_, nearest, P::depth.index, table_, chain.front(), P::depth.index);
        }
    }

    void unite(const std::vector<Row>& chain) {
        for (const SlotIndex slot : fields) take_first_known(subjects_, table_, chain, slot);
        unite_position(chain);
        for (std::size_t i = 1; i < chain.size(); ++i) {
            copy_field(builder_, subjects_.children, table_, chain[i], P::origins.index, table_, chain.front(), P::origins.index);
            moved_[chain[i]] = chain.front();
        }
        for (std::size_t i = 1; i < chain.size(); ++i) builder_.drop_row(table_, chain[i]);
    }

    const Subjects& subjects_;
    Builder& builder_;
    TableId table_;
    std::vector<Row> moved_;            // by row: the row it became; no_row: several fit
    std::vector<std::uint32_t> kinds_;  // by row
    std::vector<Row> order_;
    std::vector<Chain> chains_;
    std::string likeness_;
};

}  // namespace

void unite_packages(const Subjects& subjects) { PackageUnion(subjects).run(); }

}  // namespace scantling::united
