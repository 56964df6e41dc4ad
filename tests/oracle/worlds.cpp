// Values come from small pools, so that equalities hit. Each world has a haze of its own: how much of it is unknown, from nothing to half.
#include "tests/oracle/worlds.h"

#include <algorithm>
#include <limits>

#include "engine/values/version/ecosystem.h"
#include "tests/oracle/domain.h"

namespace scantling::oracle {

namespace {

constexpr std::int64_t day = 86'400'000'000;

struct VersionText {
    Ecosystem ecosystem;
    const char* text;
};

class WorldMaker {
  public:
    WorldMaker(const Schema& schema, World& world, Chance& chance) : schema_(schema), world_(world), chance_(chance) {
        static const std::vector<std::size_t> hazes = {0, 4, 4, 10, 10, 25, 50};
        haze_ = chance.of(hazes);
    }

    void fill_root(Cell& root, std::uint32_t record) {
        current_ = &root;
        fill_fields(root, record);
        link(root, record);
    }

    void complete_root(Cell& root, std::uint32_t record) {
        current_ = &root;
        haze_ = 0;
        completing_ = true;
        complete_fields(root, record);
        link(root, record);
    }

  private:
    void fill_fields(Cell& cell, std::uint32_t record) {
        for (std::uint32_t i = 0; i < cell.fields.size(); ++i) {
            if (!is_used(schema_, record, i)) continue;
            const Field& field = schema_.records()[record].fields[i];
            const bool is_root = record == schema_.run_root() || record == schema_.subject_root();
            if (is_root && schema_.find_domain(field.name) != nullptr) {
                fill_domain(cell.fields[i]);
            } else if (field.flags.view) {
                fill_view(cell.fields[i]);
            } else if (record != schema_.run_root()) {
                fill(cell.fields[i]);
            }
        }
    }

    // A domain is open as soon as anything in it was said.
    void fill_domain(Cell& cell) {
        if (chance_.percent(haze_ / 3)) return;
        cell.state = CellState::present;
        fill_fields(cell, schema_.types()[cell.type].declaration);
    }

    CellState unknown_state() {
        static const std::vector<CellState> states = {CellState::untouched,  CellState::untouched,  CellState::not_stated,
                                                      CellState::not_stated, CellState::unresolved, CellState::unreadable};
        return chance_.of(states);
    }

    void fill(Cell& cell) {
        const Type& type = schema_.types()[cell.type];
        cell.own_place = chance_.percent(60);
        if (type.kind == TypeKind::list || type.kind == TypeKind::map) return fill_list(cell, type);
        if (chance_.percent(haze_)) {
            cell.state = unknown_state();
            return;
        }
        if (type.optional && chance_.percent(30)) {
            cell.state = CellState::absent;
            return;
        }
        cell.state = CellState::present;
        give(cell, type);
    }

    void fill_list(Cell& cell, const Type& type) {
        cell.state = CellState::present;
        if (chance_.percent(haze_)) {
            static const std::vector<CellState> states = {CellState::incomplete, CellState::incomplete, CellState::incomplete,
                                                          CellState::not_stated, CellState::unresolved, CellState::untouched};
            cell.state = chance_.of(states);
            if (cell.state == CellState::untouched || chance_.percent(40)) return;
        }
        static const std::vector<std::size_t> sizes = {0, 1, 1, 2, 2, 3, 4};
        const std::size_t count = chance_.of(sizes);
        for (std::size_t i = 0; i < count; ++i) add_element(cell, type, cell.elements.size());
    }

    bool add_element(Cell& cell, const Type& type, std::size_t at) {
        Element element;
        if (type.kind == TypeKind::map) {
            element.key.type = type.key;
            element.key.state = CellState::present;
            give(element.key, schema_.types()[type.key]);
            for (const Element& other : cell.elements) {
                if (other.key.text == element.key.text && other.key.number == element.key.number) return false;
            }
        }
        element.value = blank(schema_, type.element);
        const Type& inner = schema_.types()[type.element];
        const bool is_row = type.kind == TypeKind::list && inner.kind == TypeKind::record;
        if (is_row) {
            element.value.id = world_.next_id++;
            element.value.own_place = chance_.percent(80);
            element.value.state = CellState::present;
            fill_fields(element.value, inner.declaration);
        } else {
            fill(element.value);
        }
        cell.elements.insert(cell.elements.begin() + static_cast<std::ptrdiff_t>(at), std::move(element));
        return true;
    }

    void fill_view(Cell& cell) {
        cell.state = CellState::present;
        if (chance_.percent(haze_)) cell.state = chance_.percent(50) ? CellState::incomplete : CellState::not_stated;
    }

    void give(Cell& cell, const Type& type) {
        switch (type.kind) {
            case TypeKind::record:
                fill_fields(cell, type.declaration);
                break;
            case TypeKind::reference:
                break;  // linked when all rows are there
            case TypeKind::string: {
                static const std::vector<const char*> pool = {"a", "b", "ab", "abc", "b/c", "/etc/x.y", "12", "", "MIT", "Ünï", "a=b", "A"};
                cell.text = chance_.of(pool);
                break;
            }
            case TypeKind::version: {
                static const std::vector<VersionText> pool = {{Ecosystem::deb, "1.0"},      {Ecosystem::deb, "1.2-1"},
                                                              {Ecosystem::deb, "1.2-1"},    {Ecosystem::deb, "1:0.9"},
                                                              {Ecosystem::deb, "2.0~rc1"},  {Ecosystem::deb, "2.0"},
                                                              {Ecosystem::semver, "1.0.0"}, {Ecosystem::semver, "2.0.0-rc.1"},
                                                              {Ecosystem::apk, "1.2.3-r0"}, {Ecosystem::deb, "1.0"}};
                const VersionText& version = chance_.of(pool);
                cell.number = static_cast<std::int64_t>(version.ecosystem);
                cell.text = version.text;
                break;
            }
            case TypeKind::boolean:
                cell.number = chance_.percent(50) ? 1 : 0;
                break;
            case TypeKind::enumeration:
                cell.number =
                    static_cast<std::int64_t>(chance_.below(std::min<std::size_t>(5, schema_.enums()[type.declaration].members.size())));
                break;
            default:
                cell.number = number(type.kind);
                break;
        }
    }

    std::int64_t number(TypeKind kind) {
        static const std::vector<std::int64_t> small = {-1, 0, 1, 1, 2, 2, 3, 5, 420};
        if (chance_.percent(1)) return std::numeric_limits<std::int64_t>::max() - static_cast<std::int64_t>(chance_.below(2));
        if (chance_.percent(1)) return std::numeric_limits<std::int64_t>::min();
        const std::int64_t base = chance_.of(small);
        switch (kind) {
            case TypeKind::decimal:
                return base * 1'000'000 + (chance_.percent(50) ? 500'000 : 0);
            case TypeKind::time:
                return 1'793'000'000'000'000 + base * day;
            case TypeKind::duration:
                return base * day;
            case TypeKind::size:
                return base * 1000;
            default:
                return base;
        }
    }

    // --- rows that others name ---

    void gather(const Cell& cell, std::uint32_t declaration, std::vector<std::uint32_t>& out) const {
        for (const Element& element : cell.elements) {
            const Type& type = schema_.types()[element.value.type];
            const bool fits = type.kind == TypeKind::record && type.declaration == declaration && !element.value.fields.empty();
            if (fits) out.push_back(element.value.id);
        }
    }

    // The home of a record is the first list of it at the level; all of ours stand directly below a root or a domain.
    std::vector<std::uint32_t> rows_of(std::uint32_t declaration) const {
        std::vector<std::uint32_t> out;
        for (const Cell& field : current_->fields) gather(field, declaration, out);
        for (const Cell& domain : current_->fields) {
            for (const Cell& field : domain.fields) gather(field, declaration, out);
        }
        return out;
    }

    void link_row(Cell& cell) {
        const auto rows = rows_of(schema_.types()[cell.type].declaration);
        if (rows.empty()) {
            cell.state = schema_.types()[cell.type].optional ? CellState::absent : CellState::unresolved;
        } else {
            cell.id = chance_.of(rows);
        }
    }

    // A view shows rows of its home in their order. One that is completed keeps what it shows.
    void show(Cell& cell) {
        const bool keeps = completing_ && cell.state == CellState::present;
        if (keeps) return;
        const TypeId element = schema_.types()[cell.type].element;
        const std::vector<Element> before = std::move(cell.elements);
        cell.elements.clear();
        for (const std::uint32_t id : rows_of(schema_.types()[element].declaration)) {
            const bool was = std::any_of(before.begin(), before.end(), [&](const Element& e) { return e.value.id == id; });
            if (!was && !chance_.percent(60)) continue;
            Element& shown = cell.elements.emplace_back();
            shown.value.type = element;
            shown.value.state = CellState::present;
            shown.value.id = id;
        }
        if (completing_) cell.state = CellState::present;
    }

    // --- completion ---

    void complete_fields(Cell& cell, std::uint32_t record) {
        for (std::uint32_t i = 0; i < cell.fields.size(); ++i) {
            if (!is_used(schema_, record, i)) continue;
            const Field& field = schema_.records()[record].fields[i];
            const bool is_root = record == schema_.run_root() || record == schema_.subject_root();
            if (is_root && schema_.find_domain(field.name) != nullptr) {
                cell.fields[i].state = CellState::present;
                complete_fields(cell.fields[i], schema_.types()[cell.fields[i].type].declaration);
            } else if (!field.flags.view && record != schema_.run_root()) {
                complete(cell.fields[i]);
            }
        }
    }

    void complete(Cell& cell) {
        const Type type = schema_.types()[cell.type];
        if (type.kind == TypeKind::list || type.kind == TypeKind::map) {
            for (Element& element : cell.elements) complete(element.value);
            if (cell.state == CellState::absent || cell.state == CellState::present) return;
            cell.state = CellState::present;
            const std::size_t more = chance_.below(3);
            for (std::size_t i = 0; i < more; ++i) add_element(cell, type, chance_.below(cell.elements.size() + 1));
            return;
        }
        if (is_unknown(cell.state)) {
            fill(cell);
            return;
        }
        if (type.kind == TypeKind::record && cell.state == CellState::present) complete_fields(cell, type.declaration);
    }

    // Refs without a row and views, once every row is there: their addresses are stable only then.
    void find_links(Cell& cell) {
        if (&cell != current_) {
            const Type& type = schema_.types()[cell.type];
            if (type.kind == TypeKind::reference && cell.state == CellState::present && cell.id == 0) links_.push_back(&cell);
        }
        for (Cell& field : cell.fields) find_links(field);
        for (Element& element : cell.elements) find_links(element.value);
    }

    void find_views(Cell& cell, std::uint32_t record) {
        for (std::uint32_t i = 0; i < cell.fields.size(); ++i) {
            if (!is_used(schema_, record, i)) continue;
            Cell& at = cell.fields[i];
            if (schema_.records()[record].fields[i].flags.view) {
                views_.push_back(&at);
                continue;
            }
            const Type& type = schema_.types()[at.type];
            if (type.kind == TypeKind::record) find_views(at, type.declaration);
            for (Element& element : at.elements) {
                const Type& inner = schema_.types()[element.value.type];
                if (inner.kind == TypeKind::record) find_views(element.value, inner.declaration);
            }
        }
    }

    void link(Cell& root, std::uint32_t record) {
        links_.clear();
        views_.clear();
        find_links(root);
        for (Cell* cell : links_) link_row(*cell);
        find_views(root, record);
        for (Cell* view : views_) {
            if (completing_ || view->state != CellState::untouched) show(*view);
        }
    }

    const Schema& schema_;
    World& world_;
    Chance& chance_;
    std::size_t haze_ = 0;
    bool completing_ = false;
    Cell* current_ = nullptr;
    std::vector<Cell*> links_;
    std::vector<Cell*> views_;
};

}  // namespace

World random_world(const Schema& schema, std::size_t subjects, Chance& chance) {
    World world = blank_world(schema, subjects);
    WorldMaker maker(schema, world, chance);
    maker.fill_root(world.run, schema.run_root());
    for (Cell& subject : world.subjects) maker.fill_root(subject, schema.subject_root());
    if (chance.percent(70)) world.now = 1'793'000'000'000'000 + static_cast<std::int64_t>(chance.below(5)) * day;
    if (chance.percent(50)) world.environment = "production";
    return world;
}

World completed(const Schema& schema, const World& world, Chance& chance) {
    World out = world;
    WorldMaker maker(schema, out, chance);
    maker.complete_root(out.run, schema.run_root());
    for (Cell& subject : out.subjects) maker.complete_root(subject, schema.subject_root());
    if (!out.now) out.now = 1'793'000'000'000'000;
    return out;
}

World alone(const World& world, std::size_t subject) {
    World out = world;
    out.subjects = {world.subjects[subject]};
    return out;
}

}  // namespace scantling::oracle
