// The grammar of random expressions, by the type that is wanted. Depth bounds everything; at depth 0 there are only paths and literals.
#include "tests/oracle/programs.h"

#include <memory>
#include <optional>
#include <unordered_map>
#include <utility>

#include "tests/oracle/domain.h"

namespace scantling::oracle {

namespace {

Phrase leaf(std::string text, TypeId type) {
    Phrase out;
    out.texts[0] = std::move(text);
    out.type = type;
    return out;
}

// "($ and $)" with the parts in the places of the dollars.
Phrase fill(std::string_view form, TypeId type, std::vector<Phrase> parts) {
    Phrase out;
    out.texts.clear();
    out.type = type;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const std::size_t hole = form.find('$', begin);
        out.texts.emplace_back(form.substr(begin, hole - begin));
        begin = hole + 1;
    }
    out.texts.emplace_back(form.substr(begin));
    out.parts = std::move(parts);
    return out;
}

void print_into(const Phrase& phrase, std::string& out) {
    for (std::size_t i = 0; i < phrase.parts.size(); ++i) {
        out += phrase.texts[i];
        print_into(phrase.parts[i], out);
    }
    out += phrase.texts.back();
}

}  // namespace

std::string print(const Phrase& phrase) {
    std::string out;
    print_into(phrase, out);
    return out;
}

std::string policy_text(const RandomPolicy& policy) {
    std::string out = "package cases\n\n";
    for (const std::string& declaration : policy.declarations) out += declaration + "\n";
    for (const RandomRule& rule : policy.rules) out += "\nrule " + rule.name + " {\n" + print(rule.clauses) + "}\n";
    return out;
}

// A way to a value from a row of some record, or from the roots.
struct Way {
    std::string text;  // ".inner?.n", or "lab.n" from a root
    TypeId type = 0;   // bare
    bool optional = false;
    bool optional_way = false;  // something before the last step may be absent
};

using Ways = std::vector<Way>;

struct Variable {
    std::string name;
    TypeId type = 0;  // of its element; bare
    bool optional = false;
    bool has_neighbours = false;  // it runs over a list of facts
    bool is_row = false;
    bool is_binding = true;
    std::optional<std::pair<TypeId, TypeId>> entry;  // of entries(map): types of key and value
};

struct Narrowed {
    std::string text;
    TypeId type = 0;
};

struct PolicyMaker::Inside {
    Inside(const Schema& schema, Chance& chance) : schema_(schema), types_(schema.types()), chance_(chance) {
        boolean_ = types_.scalar(TypeKind::boolean);
        integer_ = types_.scalar(TypeKind::integer);
        decimal_ = types_.scalar(TypeKind::decimal);
        string_ = types_.scalar(TypeKind::string);
        time_ = types_.scalar(TypeKind::time);
        duration_ = types_.scalar(TypeKind::duration);
        size_ = types_.scalar(TypeKind::size);
        version_ = types_.scalar(TypeKind::version);
        severity_ = types_.intern({TypeKind::enumeration, false, *schema.find_enum("Severity"), 0, 0});
        weekday_ = types_.intern({TypeKind::enumeration, false, *schema.find_enum("Weekday"), 0, 0});
        scalars_ = {boolean_, integer_, decimal_, string_, time_, duration_, size_, version_, severity_};
        for (const std::string_view name : {"Grade", "Colour"}) {
            scalars_.push_back(types_.intern({TypeKind::enumeration, false, *schema.find_enum(name), 0, 0}));
        }
        grade_ = scalars_[scalars_.size() - 2];
        find_roots();
    }

    // --- ways ---

    void find_roots() {
        for (const std::uint32_t root : {schema_.run_root(), schema_.subject_root()}) {
            Ways& ways = root == schema_.run_root() ? run_ways_ : subject_ways_;
            const Record& record = schema_.records()[root];
            for (std::uint32_t i = 0; i < record.fields.size(); ++i) {
                if (!is_used(schema_, root, i)) continue;
                const Field& field = record.fields[i];
                if (schema_.find_domain(field.name) != nullptr) {
                    walk(std::string(field.name), types_[field.type].declaration, false, 4, ways);
                } else {
                    step(std::string(field.name), field.type, false, 4, ways);
                }
            }
        }
    }

    void walk(const std::string& text, std::uint32_t record, bool optional, int depth, Ways& out) {
        const Record& at = schema_.records()[record];
        for (std::uint32_t i = 0; i < at.fields.size(); ++i) {
            if (is_used(schema_, record, i))
                step(text + (optional ? "?." : ".") + std::string(at.fields[i].name), at.fields[i].type, optional, depth, out);
        }
    }

    void step(const std::string& text, TypeId type, bool optional, int depth, Ways& out) {
        const Type at = types_[type];
        const bool may_be_absent = optional || at.optional;
        out.push_back({text, types_.required_of(type), may_be_absent, optional});
        if (depth <= 0) return;
        if (at.kind == TypeKind::record) walk(text, at.declaration, may_be_absent, depth - 1, out);
        if (at.kind == TypeKind::reference) walk(text, at.declaration, may_be_absent, depth - 3, out);
    }

    const Ways& ways_of(std::uint32_t record) {
        auto found = record_ways_.find(record);
        if (found == record_ways_.end()) {
            found = record_ways_.emplace(record, Ways()).first;
            walk("", record, false, 3, found->second);
        }
        return found->second;
    }

    struct Found {
        std::string text;
        TypeId type = 0;
        bool optional = false;
    };

    template <typename Fits>
    void look(const Ways& ways, const std::string& before, Fits fits) {
        // A reservoir of one: no list is built.
        for (const Way& way : ways) {
            if (!fits(way)) continue;
            ++seen_;
            if (chance_.below(seen_) == 0) found_ = Found{before + way.text, way.type, way.optional};
        }
    }

    template <typename Fits>
    std::optional<Found> way(Fits fits) {
        seen_ = 0;
        found_.reset();
        const bool local = !variables_.empty() && chance_.percent(75);
        if (local) {
            for (const Variable& variable : variables_) {
                if (variable.optional) continue;
                const Type& type = types_[variable.type];
                if (variable.entry) {
                    const Ways entry = {{".key", variable.entry->first, false, false}, {".value", variable.entry->second, false, false}};
                    look(entry, variable.name, fits);
                } else if (type.kind == TypeKind::record) {
                    look(ways_of(type.declaration), variable.name, fits);
                } else {
                    look({{"", variable.type, false, false}}, variable.name, fits);
                }
            }
        }
        if (!found_) {
            look(run_ways_, "", fits);
            if (about_subject_) look(subject_ways_, "", fits);
        }
        return found_;
    }

    std::optional<Found> way_to(TypeId type, bool optional) {
        return way([&](const Way& w) { return w.type == type && w.optional == optional; });
    }

    // --- literals ---

    Phrase literal(TypeId type) {
        const Type& at = types_[type];
        static const std::vector<const char*> ints = {"0", "1", "2", "3", "5", "0o644", "-1", "9223372036854775807"};
        static const std::vector<const char*> decimals = {"0.5", "1.5", "2.0", "5.5", "7.5", "-1.5"};
        static const std::vector<const char*> texts = {"\"a\"", "\"b\"",  "\"ab\"",  "\"abc\"", "\"/etc\"",
                                                       "\"\"",  "\"12\"", "\"MIT\"", "\"Ünï\"", "r\"a\""};
        static const std::vector<const char*> times = {"2026-10-26", "2026-10-27T08:53:20Z", "2026-11-01", "2026-10-25"};
        static const std::vector<const char*> durations = {"1d", "36h", "2d", "90s", "1w"};
        static const std::vector<const char*> sizes = {"1kB", "2000B", "1KiB", "5kB", "1MiB"};
        switch (at.kind) {
            case TypeKind::boolean:
                return leaf(chance_.percent(50) ? "true" : "false", type);
            case TypeKind::integer:
                return leaf(chance_.of(ints), type);
            case TypeKind::decimal:
                return leaf(chance_.of(decimals), type);
            case TypeKind::string:
                return leaf(chance_.of(texts), type);
            case TypeKind::time:
                return leaf(chance_.of(times), type);
            case TypeKind::duration:
                return leaf(chance_.of(durations), type);
            case TypeKind::size:
                return leaf(chance_.of(sizes), type);
            case TypeKind::version:
                return leaf(chance_.percent(50) ? "(version(\"1.2-1\", deb) ?? lab.ver)" : "lab.ver", type);
            default: {
                const Enum& declared = schema_.enums()[at.declaration];
                const std::size_t member = chance_.below(std::min<std::size_t>(5, declared.members.size()));
                return leaf(std::string(declared.name) + "." + std::string(declared.members[member]), type);
            }
        }
    }

    // --- values ---

    Phrase path_or_literal(TypeId type) {
        for (const Narrowed& narrowed : narrowed_) {
            if (narrowed.type == type && chance_.percent(50)) return leaf(narrowed.text, type);
        }
        if (chance_.percent(75)) {
            if (const auto found = way_to(type, false)) return leaf(found->text, type);
        }
        return literal(type);
    }

    bool is_numeric(TypeId type) const { return type == integer_ || type == decimal_ || type == duration_ || type == size_; }
    bool is_ordered(TypeId type) const {
        return is_numeric(type) || type == time_ || type == version_ || type == severity_ || type == grade_;
    }

    Phrase value(TypeId type, int depth) {
        if (type == boolean_) return condition(depth, 0);
        if (depth <= 0 || chance_.percent(35)) return path_or_literal(type);
        switch (chance_.below(6)) {
            case 0:
            case 1:
                return fill("($ ?? $)", type, {maybe(type, depth - 1), value(type, depth - 1)});
            case 2:
                if (is_numeric(type)) return arithmetic(type, depth - 1);
                break;
            case 3:
                if (is_numeric(type) && chance_.percent(50)) return fill("sum($)", type, {list(type, depth - 1, true)});
                break;
            default:
                break;
        }
        if (!functions_.empty() && chance_.percent(8)) {
            if (auto call = call_function(type, depth)) return *call;
        }
        return computed(type, depth - 1);
    }

    Phrase arithmetic(TypeId type, int depth) {
        if (chance_.percent(20)) return fill("(-$)", type, {value(type, depth)});
        if (chance_.percent(35)) {
            const TypeId left = type == decimal_ && chance_.percent(60) ? decimal_ : integer_;
            if (type == decimal_ && left == integer_) return fill("($ * $)", type, {path_or_literal(integer_), value(decimal_, depth)});
            return fill("($ * $)", type, {value(left, depth), value(type, depth)});
        }
        return fill(chance_.percent(50) ? "($ + $)" : "($ - $)", type, {value(type, depth), value(type, depth)});
    }

    Phrase computed(TypeId type, int depth) {
        if (type == integer_) return computed_integer(depth);
        if (type == string_) return computed_text(depth);
        if (type == time_) {
            switch (chance_.below(4)) {
                case 0:
                    return fill("($ + $)", type, {value(time_, depth), value(duration_, depth)});
                case 1:
                    return fill("($ - $)", type, {value(time_, depth), value(duration_, depth)});
                case 2:
                    return fill("start_of_day($)", type, {value(time_, depth)});
                default:
                    return leaf("now", type);
            }
        }
        if (type == duration_) return fill("($ - $)", type, {value(time_, depth), value(time_, depth)});
        if (type == severity_ && chance_.percent(60)) return fill("severity_of($)", type, {value(decimal_, depth)});
        if (type == weekday_) return fill("weekday($)", type, {value(time_, depth)});
        return path_or_literal(type);
    }

    Phrase computed_integer(int depth) {
        switch (chance_.below(6)) {
            case 0:
                return count(depth);
            case 1:
                return fill("count($)", integer_, {list(chance_.of(scalars_), depth, true)});
            case 2:
                return fill("length($)", integer_, {value(string_, depth)});
            case 3:
                return fill("days($)", integer_, {value(duration_, depth)});
            case 4:
                if (const auto variable = neighbourly()) return leaf("position(" + *variable + ")", integer_);
                return leaf("p_limit", integer_);
            default:
                return chance_.percent(50) ? leaf("p_limit", integer_) : leaf("c_three", integer_);
        }
    }

    Phrase computed_text(int depth) {
        switch (chance_.below(7)) {
            case 0:
                return fill("lower($)", string_, {value(string_, depth)});
            case 1:
                return fill("trim($)", string_, {value(string_, depth)});
            case 2:
                return fill("base_name($)", string_, {value(string_, depth)});
            case 3:
                return fill("dir_name($)", string_, {value(string_, depth)});
            case 4:
            case 5:
                return fill("join($, \",\")", string_, {list(string_, depth, true)});
            default:
                return leaf("c_text", string_);
        }
    }

    // `T?`
    Phrase maybe(TypeId type, int depth) {
        const TypeId optional = types_.optional_of(type);
        if (depth <= 0 || chance_.percent(45)) {
            if (auto found = way_to(type, true)) return leaf(found->text, optional);
        }
        if (const auto variable = neighbourly(); variable && chance_.percent(25)) {
            if (auto found = neighbour_way(*variable, type)) return leaf(*found, optional);
        }
        switch (chance_.below(5)) {
            case 0:
                return fill(chance_.percent(50) ? "first($)" : "last($)", optional, {list(type, depth - 1, true)});
            case 1:
                if (is_ordered(type)) return fill(chance_.percent(50) ? "min($)" : "max($)", optional, {list(type, depth - 1, true)});
                break;
            case 2:
                if (auto looked = lookup(type, depth - 1)) return *looked;
                break;
            case 3:
                return fill("($ ?? $)", optional, {maybe(type, depth - 2), maybe(type, depth - 2)});
            default:
                break;
        }
        return partial(type, depth - 1);
    }

    Phrase partial(TypeId type, int depth) {
        const TypeId optional = types_.optional_of(type);
        if (type == string_) {
            switch (chance_.below(3)) {
                case 0:
                    return fill("before($, $)", optional, {value(string_, depth), leaf("\"/\"", string_)});
                case 1:
                    return fill("after($, $)", optional, {value(string_, depth), leaf("\"b\"", string_)});
                default:
                    return fill("extension($)", optional, {value(string_, depth)});
            }
        }
        if (type == integer_) {
            switch (chance_.below(3)) {
                case 0:
                    return fill("major($)", optional, {value(version_, depth)});
                case 1:
                    return fill("minor($)", optional, {value(version_, depth)});
                default:
                    return fill("to_int($)", optional, {value(string_, depth)});
            }
        }
        if (type == version_) return fill("version($, deb)", optional, {value(string_, depth)});
        if (auto found = way_to(type, true)) return leaf(found->text, optional);
        return fill("first($)", optional, {list(type, depth, true)});
    }

    std::optional<Phrase> lookup(TypeId type, int depth) {
        const TypeId optional = types_.optional_of(type);
        const bool in_map = chance_.percent(50);
        const auto found = way([&](const Way& w) {
            const Type& t = types_[w.type];
            if (w.optional || types_[w.type].kind != (in_map ? TypeKind::map : TypeKind::list)) return false;
            return t.element == type;
        });
        if (!found) {
            if (type == integer_) return fill("c_levels[$]", optional, {value(grade_, depth)});
            return std::nullopt;
        }
        const TypeId key = in_map ? types_[found->type].key : integer_;
        return fill(found->text + "[$]", optional, {value(key, depth)});
    }

    std::optional<std::string> neighbourly() {
        std::vector<std::string> names;
        for (const Variable& variable : variables_) {
            if (variable.has_neighbours) names.push_back(variable.name);
        }
        if (names.empty()) return std::nullopt;
        return chance_.of(names);
    }

    std::optional<std::string> neighbour_way(const std::string& name, TypeId type) {
        const std::string call = (chance_.percent(50) ? "next(" : "previous(") + name + ")";
        for (const Variable& variable : variables_) {
            if (variable.name != name) continue;
            if (!variable.is_row) return variable.type == type ? std::optional(call) : std::nullopt;
            std::vector<std::string> ends;
            for (const Way& way : ways_of(types_[variable.type].declaration)) {
                if (way.type == type && !way.optional_way && way.text.find('.', 1) == std::string::npos) ends.push_back(way.text);
            }
            if (!ends.empty()) return call + "?" + chance_.of(ends);
        }
        return std::nullopt;
    }

    // --- lists ---

    Phrase list(TypeId element, int depth, bool may_be_made) {
        const TypeId type = types_.list_of(element);
        if (depth <= 0 || chance_.percent(45)) {
            const auto found = way([&](const Way& w) { return w.type == type && !w.optional; });
            if (found) return leaf(found->text, type);
        }
        switch (chance_.below(7)) {
            case 0:
                if (may_be_made && is_scalar(types_[element].kind)) return fill("unique($)", type, {list(element, depth - 1, true)});
                break;
            case 1:
                return fill("without($, $)", type, {list(element, depth - 1, false), list(element, depth - 1, false)});
            case 2:
                if (element == string_) return fill("split($, \"/\")", type, {value(string_, depth - 1)});
                break;
            case 3:
            case 4:
            case 5:
                if (may_be_made && depth > 0) return comprehension(element, depth - 1);
                break;
            default:
                break;
        }
        return literal_list(element, depth);
    }

    Phrase literal_list(TypeId element, int depth) {
        const std::size_t count = 1 + chance_.below(3);
        std::string form = "[";
        std::vector<Phrase> parts;
        for (std::size_t i = 0; i < count; ++i) {
            form += i == 0 ? "$" : ", $";
            parts.push_back(chance_.percent(70) ? literal(element) : value(element, depth - 1));
        }
        return fill(form + "]", types_.list_of(element), std::move(parts));
    }

    Phrase comprehension(TypeId element, int depth) {
        const std::size_t variables = variables_.size();
        const std::size_t narrowed = narrowed_.size();
        std::string form = "[$";
        std::vector<Phrase> parts(1);
        const std::size_t generators = chance_.percent(20) ? 2 : 1;
        for (std::size_t i = 0; i < generators; ++i) {
            const std::string name = new_name();
            Phrase from = collection(name, depth);
            form += " for " + name + " in $";
            parts.push_back(std::move(from));
        }
        if (chance_.percent(60)) {
            form += " where $";
            if (auto test = presence_test(element, depth); test && chance_.percent(40)) {
                parts.push_back(std::move(*test));
            } else {
                parts.push_back(condition(depth, 0));
            }
        }
        parts[0] = value(element, depth);
        variables_.resize(variables);
        narrowed_.resize(narrowed);
        return fill(form + "]", types_.list_of(element), std::move(parts));
    }

    // A collection, and the variable that runs over it, which is in scope from here on.
    Phrase collection(const std::string& name, int depth, bool of_rule = false) {
        Variable variable;
        variable.name = name;
        if (chance_.percent(12)) {
            const auto map = way([&](const Way& w) { return types_[w.type].kind == TypeKind::map && !w.optional; });
            if (map) {
                variable.entry = std::pair(types_[map->type].key, types_[map->type].element);
                variables_.push_back(variable);
                return leaf("entries(" + map->text + ")", no_list_);
            }
        }
        const bool rows = chance_.percent(70);
        const auto found = chance_.percent(85) ? way([&](const Way& w) {
            const Type& type = types_[w.type];
            if (w.optional || type.kind != TypeKind::list) return false;
            return !rows || types_[type.element].kind == TypeKind::record;
        })
                                               : std::optional<Found>();
        if (found) {
            variable.type = types_[found->type].element;
            variable.has_neighbours = true;
            variable.is_row = types_[variable.type].kind == TypeKind::record;
            if (!of_rule && variable.is_row && depth > 0 && chance_.percent(12)) {
                const std::string inner = new_name();
                const std::size_t before = variables_.size();
                variables_.push_back({inner, variable.type, false, true, true, true, std::nullopt});
                Phrase where = condition(depth - 1, 0);
                variables_.resize(before);
                variable.has_neighbours = false;
                variables_.push_back(variable);
                return fill("[" + inner + " for " + inner + " in " + found->text + " where $]", found->type, {std::move(where)});
            }
            variables_.push_back(variable);
            return leaf(found->text, found->type);
        }
        static const std::vector<std::size_t> kinds = {1, 3, 3, 2};
        const TypeId element = scalars_[chance_.of(kinds)];
        Phrase out = of_rule ? literal_list(element, 0) : list(element, depth - 1, true);
        variable.type = element;
        variables_.push_back(variable);
        return out;
    }

    Phrase count(int depth) {
        const std::size_t mark = variables_.size();
        const std::string name = new_name();
        Phrase from = collection(name, depth);
        Phrase holds = condition(depth, 0);
        variables_.resize(mark);
        return fill("count(" + name + " in $: $)", integer_, {std::move(from), std::move(holds)});
    }

    // --- conditions ---

    // `polarity`: 1 where `is known` may stand, −1 under an odd number of negations, 0 where it may not.
    Phrase condition(int depth, int polarity) {
        if (depth <= 0) return simple_condition(0, polarity);
        switch (chance_.below(12)) {
            case 0:
            case 1:
                return fill("($ and $)", boolean_, {condition(depth - 1, polarity), condition(depth - 1, polarity)});
            case 2:
            case 3:
                return fill("($ or $)", boolean_, {condition(depth - 1, polarity), condition(depth - 1, polarity)});
            case 4:
                return fill("($ implies $)", boolean_, {condition(depth - 1, -polarity), condition(depth - 1, polarity)});
            case 5:
                return fill("(not $)", boolean_, {condition(depth - 1, -polarity)});
            case 6:
            case 7:
                return quantifier(depth - 1, polarity);
            case 8:
                if (auto narrowing = guarded(depth - 1, polarity)) return *narrowing;
                break;
            default:
                break;
        }
        return simple_condition(depth, polarity);
    }

    Phrase quantifier(int depth, int polarity) {
        static const std::vector<const char*> words = {"any", "all", "none"};
        const char* const word = chance_.of(words);
        const std::size_t mark = variables_.size();
        const std::string name = new_name();
        Phrase from = collection(name, depth);
        Phrase holds = condition(depth, word[0] == 'n' ? -polarity : polarity);
        variables_.resize(mark);
        return fill(std::string(word) + "(" + name + " in $: $)", boolean_, {std::move(from), std::move(holds)});
    }

    // `x is present`; from here on x is narrowed.
    std::optional<Phrase> presence_test(TypeId wanted, int) {
        const auto found = way([&](const Way& w) {
            return w.optional &&
                   (wanted == no_list_ ? is_scalar(types_[w.type].kind) && types_[w.type].kind != TypeKind::reference : w.type == wanted);
        });
        if (!found) return std::nullopt;
        narrowed_.push_back({found->text, found->type});
        return leaf(found->text + " is present", boolean_);
    }

    std::optional<Phrase> guarded(int depth, int polarity) {
        const std::size_t mark = narrowed_.size();
        auto test = presence_test(no_list_, depth);
        if (!test) return std::nullopt;
        const TypeId type = narrowed_.back().type;
        Phrase about = type == boolean_ ? leaf(narrowed_.back().text, boolean_) : relation(type, leaf(narrowed_.back().text, type), depth);
        if (chance_.percent(40)) about = fill("($ and $)", boolean_, {std::move(about), condition(depth - 1, polarity)});
        narrowed_.resize(mark);
        switch (chance_.below(3)) {
            case 0:
                return fill("($ and $)", boolean_, {std::move(*test), std::move(about)});
            case 1:
                return fill("($ implies $)", boolean_, {std::move(*test), std::move(about)});
            default: {
                const std::string path = test->texts[0].substr(0, test->texts[0].size() - 11);
                return fill("($ or $)", boolean_, {leaf(path + " is absent", boolean_), std::move(about)});
            }
        }
    }

    Phrase relation(TypeId type, Phrase left, int depth) {
        if (type == string_ && chance_.percent(50)) return text_relation(std::move(left), depth);
        if (chance_.percent(25)) {
            return fill(chance_.percent(70) ? "($ in $)" : "($ not in $)", boolean_, {std::move(left), list(type, depth, true)});
        }
        static const std::vector<const char*> orders = {"($ < $)", "($ <= $)", "($ > $)", "($ >= $)", "($ == $)", "($ != $)"};
        const char* const form = is_ordered(type) ? chance_.of(orders) : (chance_.percent(60) ? "($ == $)" : "($ != $)");
        if (type == version_ && chance_.percent(50)) {
            return fill(form, boolean_, {std::move(left), leaf(chance_.percent(70) ? "\"1.2-1\"" : "\"1.0.0\"", string_)});
        }
        if (type == decimal_ && chance_.percent(20)) return fill(form, boolean_, {std::move(left), value(integer_, depth)});
        return fill(form, boolean_, {std::move(left), value(type, depth)});
    }

    Phrase text_relation(Phrase left, int depth) {
        static const std::vector<const char*> patterns = {"r\"^a\"", "r\"b\"",   "r\"[0-9]+$\"", "r\"a.*c\"",
                                                          "r\"^$\"", "r\"^a$\"", "r'(?i)A'"};
        static const std::vector<const char*> globs = {"\"a*\"", "\"**\"", "\"*/c\"", "\"?b\"", "\"/etc/**\"", "\"ab\"", "\"*\""};
        switch (chance_.below(10)) {
            case 0:
            case 1:
                return fill(std::string("($ matches ") + chance_.of(patterns) + ")", boolean_, {std::move(left)});
            case 2:
                return fill(std::string("($ like ") + chance_.of(globs) + ")", boolean_, {std::move(left)});
            case 3: {
                const std::string name = new_name();
                return fill("any(" + name + " in " + (chance_.percent(50) ? "p_globs" : "[\"a*\", \"*/c\"]") + ": $ like " + name + ")",
                            boolean_, {std::move(left)});
            }
            case 4:
                return fill("f_fits($, r\"^[ab]+$\")", boolean_, {std::move(left)});
            case 5:
                return fill("under($, $)", boolean_,
                            {std::move(left), chance_.percent(50) ? leaf("\"/etc\"", string_) : value(string_, depth)});
            case 6:
            case 7:
                return fill("($ contains $)", boolean_, {std::move(left), value(string_, depth)});
            case 8:
                return fill("($ starts_with $)", boolean_, {std::move(left), value(string_, depth)});
            default:
                return fill("($ ends_with $)", boolean_, {std::move(left), value(string_, depth)});
        }
    }

    Phrase list_relation(int depth) {
        const TypeId element = chance_.percent(60) ? (chance_.percent(50) ? string_ : integer_) : chance_.of(scalars_);
        static const std::vector<const char*> forms = {"($ within $)", "($ within $)",      "($ == $)",
                                                       "($ != $)",     "($ starts_with $)", "($ ends_with $)"};
        return fill(chance_.of(forms), boolean_, {list(element, depth - 1, true), list(element, depth - 1, true)});
    }

    // What the other ways make too seldom, each as likely as the next.
    Phrase seldom(int depth) {
        static const std::vector<const char*> of_texts = {"(lower($) == $)",
                                                          "(trim($) != $)",
                                                          "(base_name($) == $)",
                                                          "(dir_name($) == $)",
                                                          "(length($) < length($))",
                                                          "((before($, \"/\") ?? $) == \"b\")",
                                                          "((after($, \"b\") ?? $) == \"\")",
                                                          "(extension($) is present and $ != \"\")",
                                                          "($ in split($, \"/\"))",
                                                          "((to_int($) ?? 3) > length($))",
                                                          "((to_int($) is absent) == ($ == \"12\" and false))",
                                                          "($ == \"\"\"ab\"\"\" or $ == \"a\")",
                                                          "(({ a: 1, b: 2 }[$] ?? 3) < length($))",
                                                          "(({ ab: 1 }[$] ?? 1) >= length($))",
                                                          "(lab.b == true and $ starts_with $)"};
        static const std::vector<const char*> of_versions = {"((major($) ?? 0) < (minor($) ?? 1))", "((minor($) ?? 0) == (major($) ?? 0))"};
        static const std::vector<const char*> of_numbers = {"($ * 2 > $)", "((lab.nums[$] ?? 1) < $)", "(count(lab.words) > $ - $)",
                                                            "(days(lab.du) <= $ + $)"};
        switch (chance_.below(25)) {
            case 0:
            case 1:
            case 2:
            case 3:
            case 8:
            case 22:
            case 23:
            case 24:
                if (chance_.percent(12)) return fill("(under($, \"/etc\") != true)", boolean_, {value(string_, depth - 1)});
                return fill(chance_.of(of_texts), boolean_, {value(string_, depth - 1), value(string_, depth - 1)});
            case 14:
            case 15:
                return several_constants();
            case 11:
                return fill("(start_of_day($) <= $)", boolean_, {value(time_, depth - 1), value(time_, depth - 1)});
            case 12:
                return fill("under($, $)", boolean_, {value(string_, depth - 1), leaf("\"\"\"/etc\"\"\"", string_)});
            case 13:
                return fill("(($ == $) != true)", boolean_, {value(string_, depth - 1), leaf("\"\"\"ab\"\"\"", string_)});
            case 9:
            case 16: {
                static const std::vector<const char*> orders = {"($ < $)", "($ <= $)", "($ > $)", "($ >= $)", "($ == $)", "($ != $)"};
                Phrase counted = chance_.percent(60) ? count(depth - 1) : fill("count($)", integer_, {list(string_, depth - 1, true)});
                return fill(chance_.of(orders), boolean_,
                            {std::move(counted), chance_.percent(60) ? literal(integer_) : value(integer_, depth - 1)});
            }
            case 17:
            case 18:
                return joined(depth);
            case 7:
                return fill(chance_.of(of_versions), boolean_, {value(version_, depth - 1), value(version_, depth - 1)});
            case 4:
                return fill(chance_.of(of_numbers), boolean_, {value(integer_, depth - 1), value(integer_, depth - 1)});
            case 5:
            case 6:
            case 10:
                return same(depth);
            default:
                return of_neighbours(depth);
        }
    }

    // Rows that are found by a value of another row: what the evaluator makes a join of.
    Phrase joined(int depth) {
        static const std::vector<std::size_t> kinds = {1, 3, 3, 9};
        const TypeId type = scalars_[chance_.of(kinds)];
        const auto rows = way([&](const Way& w) {
            const Type& list = types_[w.type];
            return !w.optional && list.kind == TypeKind::list && types_[list.element].kind == TypeKind::record;
        });
        if (!rows) return path_or_literal(boolean_);
        const TypeId row = types_[rows->type].element;
        std::vector<std::string> keys;
        for (const Way& way : ways_of(types_[row].declaration)) {
            if (way.type == type && !way.optional) keys.push_back(way.text);
        }
        if (keys.empty()) return path_or_literal(boolean_);
        const Phrase outer = path_or_literal(type);
        const std::string name = new_name();
        const std::size_t mark = variables_.size();
        variables_.push_back({name, row, false, true, true, true, std::nullopt});
        Phrase rest = condition(depth - 1, 0);
        variables_.resize(mark);
        static const std::vector<const char*> heads = {"any(", "any(", "none(", "all(not "};
        const bool counts = chance_.percent(25);
        const std::string head = counts ? "(count(" : chance_.of(heads);
        const bool negated = head == "all(not ";
        const std::string test = name + chance_.of(keys) + " == $";
        const std::string condition = chance_.percent(30) ? test : "(" + test + " and $)";
        std::vector<Phrase> parts{outer};
        if (condition != test) parts.push_back(std::move(rest));
        const std::string body = negated ? "all(" + name + " in " + rows->text + ": not " : head + name + " in " + rows->text + ": ";
        return fill(body + condition + (counts ? ") < 2)" : ")"), boolean_, std::move(parts));
    }

    // One value against several constants: what the linker may merge.
    Phrase several_constants() {
        static const std::vector<std::size_t> kinds = {1, 3, 9};
        const TypeId type = scalars_[chance_.of(kinds)];
        const auto found = way_to(type, false);
        if (!found) return path_or_literal(boolean_);
        static const std::vector<const char*> forms = {"(@ == $ or @ == $)", "(@ == $ or @ in [$, $])", "(@ in [$, $] and @ in [$, $])",
                                                       "(@ in [$, $] or @ in [$, $])", "(@ != $ and @ not in [$])"};
        std::string form;
        std::vector<Phrase> parts;
        for (const char c : std::string(chance_.of(forms))) {
            if (c == '@') {
                form += found->text;
            } else {
                form += c;
                if (c == '$') parts.push_back(literal(type));
            }
        }
        return fill(form, boolean_, std::move(parts));
    }

    Phrase of_neighbours(int depth) {
        const auto variable = neighbourly();
        if (!variable) return fill("(count($) >= $)", boolean_, {list(string_, depth - 1, true), value(integer_, depth - 1)});
        switch (chance_.below(4)) {
            case 0:
                return fill("(position(" + *variable + ") < $)", boolean_, {value(integer_, depth - 1)});
            case 1:
                return leaf("(next(" + *variable + ") is absent)", boolean_);
            case 2:
                return leaf("(previous(" + *variable + ") is present)", boolean_);
            default: {
                const TypeId type = chance_.of(scalars_);
                const auto found = neighbour_way(*variable, type);
                if (!found || type == boolean_) return leaf("(position(" + *variable + ") == 1)", boolean_);
                return relation(type, fill("(" + *found + " ?? $)", type, {path_or_literal(type)}), depth - 1);
            }
        }
    }

    Phrase simple_condition(int depth, int polarity) {
        if (chance_.percent(35)) return seldom(depth);
        switch (chance_.below(16)) {
            case 0:
                if (const auto found = way_to(boolean_, false)) return leaf(found->text, boolean_);
                break;
            case 1:
                return fill("($ ?? $)", boolean_, {maybe(boolean_, depth - 1), simple_condition(depth - 2, 0)});
            case 2: {
                const TypeId type = chance_.of(scalars_);
                return fill(chance_.percent(50) ? "($ is present)" : "($ is absent)", boolean_, {maybe(type, depth - 1)});
            }
            case 3:
                if (polarity > 0) {
                    const auto found = way([](const Way&) { return true; });
                    if (found) return leaf("(" + found->text + " is known)", boolean_);
                }
                break;
            case 4:
            case 5:
                return list_relation(depth);
            case 6:
                return special(depth);
            case 7:
                if (!functions_.empty()) {
                    if (auto call = call_function(boolean_, depth)) return *call;
                }
                break;
            default:
                break;
        }
        const TypeId type = chance_.percent(10) ? weekday_ : chance_.of(scalars_);
        if (type == boolean_) {
            if (const auto found = way_to(boolean_, false)) return leaf(found->text, boolean_);
        }
        if (type == boolean_) return fill("($ == $)", boolean_, {path_or_literal(boolean_), value(boolean_, depth - 1)});
        if (type == weekday_) return fill("($ == $)", boolean_, {computed(weekday_, depth - 1), literal(weekday_)});
        return relation(type, value(type, depth - 1), depth - 1);
    }

    Phrase special(int depth) {
        switch (chance_.below(6)) {
            case 0:
                return fill("version_in($, \"vers:deb/>=1.0|<2.0\")", boolean_, {value(version_, depth - 1)});
            case 1:
                return fill("is_prerelease($)", boolean_, {value(version_, depth - 1)});
            case 2:
                return fill("mode_within($, $)", boolean_, {value(integer_, depth - 1), value(integer_, depth - 1)});
            case 3:
                return fill("licence_satisfied($, $)", boolean_,
                            {value(string_, depth - 1),
                             chance_.percent(50) ? leaf("[\"MIT\"]", types_.list_of(string_)) : list(string_, depth - 1, false)});
            default:
                return same(depth);
        }
    }

    // Two rows of one record, if there is one to compare.
    Phrase same(int depth) {
        std::vector<const Variable*> rows;
        for (const Variable& variable : variables_) {
            if (variable.is_row && !variable.optional) rows.push_back(&variable);
        }
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const std::size_t at = chance_.below(rows.size());
            const Variable& left = *rows[at];
            const TypeId row = left.type;
            const TypeId ref = types_.intern({TypeKind::reference, false, types_[row].declaration, 0, 0});
            if (const auto found = way([&](const Way& w) { return w.type == ref && !w.optional; }); found && chance_.percent(60)) {
                return leaf("same(" + left.name + ", " + found->text + ")", boolean_);
            }
            for (const Variable* right : rows) {
                if (right != &left && right->type == row) return leaf("same(" + left.name + ", " + right->name + ")", boolean_);
            }
        }
        return relation(integer_, value(integer_, depth - 1), depth - 1);
    }

    // --- functions of the batch ---

    struct Function {
        std::string name;
        std::vector<TypeId> parameters;
        TypeId result = 0;
        bool about_subject = false;
    };

    std::optional<Phrase> call_function(TypeId type, int depth) {
        for (const Function& function : functions_) {
            if (function.result != type || !chance_.percent(60) || (function.about_subject && !about_subject_)) continue;
            std::string form = function.name + "(";
            std::vector<Phrase> parts;
            for (const TypeId parameter : function.parameters) {
                form += parts.empty() ? "$" : ", $";
                if (types_[parameter].kind == TypeKind::record) {
                    std::vector<std::string> rows;
                    for (const Variable& variable : variables_) {
                        if (variable.type == parameter && !variable.optional && !variable.entry) rows.push_back(variable.name);
                    }
                    if (rows.empty()) return std::nullopt;
                    parts.push_back(leaf(chance_.of(rows), parameter));
                } else {
                    parts.push_back(value(parameter, depth - 1));
                }
            }
            return fill(form + ")", type, std::move(parts));
        }
        return std::nullopt;
    }

    std::string function_text(std::size_t number) {
        Function function;
        function.name = "f_" + std::to_string(number);
        function.result = number % 2 == 0 ? boolean_ : chance_.of(scalars_);
        about_subject_ = false;
        variables_.clear();
        narrowed_.clear();
        std::string head = "fn " + function.name + "(";
        const std::size_t count = 1 + chance_.below(2);
        for (std::size_t i = 0; i < count; ++i) {
            const bool row = chance_.percent(60);
            const TypeId type =
                row ? types_.intern({TypeKind::record, false, *schema_.find_record(chance_.percent(60) ? "Item" : "Kid"), 0, 0})
                    : chance_.of(scalars_);
            const std::string name = "x" + std::to_string(number) + "_" + std::to_string(i);
            function.parameters.push_back(type);
            Variable variable;
            variable.name = name;
            variable.type = type;
            variable.is_row = row;
            variable.is_binding = false;
            variables_.push_back(variable);
            head += (i == 0 ? "" : ", ") + name + ": " + type_text(schema_, types_, type);
        }
        const Phrase body = function.result == boolean_ ? condition(3, 0) : value(function.result, 2);
        variables_.clear();
        const std::string text = head + ") -> " + type_text(schema_, types_, function.result) + " = " + print(body);
        pending_.push_back(std::move(function));
        return text;
    }

    // --- rules ---

    std::string new_name() { return "v" + std::to_string(next_name_++); }

    Phrase clause(std::string_view word, Phrase expression) {
        Phrase out = fill("    " + std::string(word) + " $\n", no_list_, {std::move(expression)});
        out.is_clause = true;
        return out;
    }

    Phrase for_clause() {
        const std::string name = new_name();
        Phrase from = collection(name, 2, true);
        Phrase out;
        if (chance_.percent(45)) {
            Phrase where;
            auto test = chance_.percent(25) ? presence_test(no_list_, 1) : std::nullopt;
            if (test) {
                where = chance_.percent(50) ? fill("$ and $", boolean_, {std::move(*test), condition(1, 0)}) : std::move(*test);
            } else {
                where = condition(2, 0);
            }
            out = fill("    for " + name + " in $ where $\n", no_list_, {std::move(from), std::move(where)});
        } else {
            out = fill("    for " + name + " in $\n", no_list_, {std::move(from)});
        }
        out.is_clause = true;
        return out;
    }

    Phrase let_clause() {
        const std::string name = new_name();
        const TypeId type = chance_.of(scalars_);
        const bool optional = chance_.percent(30);
        Phrase worth = optional ? maybe(type, 2) : value(type, 2);
        Variable variable;
        variable.name = name;
        variable.type = type;
        variable.optional = optional;
        variable.is_binding = false;
        variables_.push_back(variable);
        Phrase out = fill("    let " + name + " = $\n", no_list_, {std::move(worth)});
        out.is_clause = true;
        return out;
    }

    Phrase message(std::string_view word) {
        std::string form = "    " + std::string(word) + " \"";
        std::vector<Phrase> parts;
        const std::size_t count = 1 + chance_.below(3);
        for (std::size_t i = 0; i < count; ++i) {
            form += "m" + std::to_string(i) + " {$} ";
            const TypeId type = chance_.of(scalars_);
            if (!variables_.empty() && chance_.percent(30)) {
                const Variable& variable = chance_.of(variables_);
                parts.push_back(leaf(variable.entry ? variable.name + ".key" : variable.name, no_list_));
            } else if (chance_.percent(35)) {
                const auto found = way([&](const Way& w) {
                    const Type& shown = types_[w.type];
                    const Type& element = shown.kind == TypeKind::list ? types_[shown.element] : shown;
                    return is_scalar(element.kind) && element.kind != TypeKind::reference;
                });
                parts.push_back(found ? leaf(found->text, no_list_) : literal(type));
            } else {
                parts.push_back(chance_.percent(40) ? maybe(type, 1) : value(type, 1));
            }
        }
        Phrase out = fill(form + "end\"\n", no_list_, std::move(parts));
        out.is_clause = true;
        return out;
    }

    Phrase severity() {
        if (chance_.percent(50)) {
            static const std::vector<const char*> words = {"info", "low", "medium", "high", "critical"};
            return fill(std::string("    severity ") + chance_.of(words) + "\n", no_list_, {});
        }
        return fill("    severity $\n", no_list_, {value(severity_, 2)});
    }

    Phrase at_clause() {
        std::vector<const Variable*> rows;
        for (const Variable& variable : variables_) {
            if (variable.is_binding && !variable.entry) rows.push_back(&variable);
        }
        Phrase out;
        if (!rows.empty() && chance_.percent(60)) {
            const Variable& variable = *chance_.of(rows);
            std::string text = variable.name;
            if (variable.is_row && chance_.percent(60)) text += chance_.of(ways_of(types_[variable.type].declaration)).text;
            out = fill("    at " + text + "\n", no_list_, {});
        } else {
            const auto found = way([](const Way&) { return true; });
            out = fill("    at " + found->text + "\n", no_list_, {});
        }
        out.is_clause = true;
        return out;
    }

    RandomRule rule(std::size_t number) {
        variables_.clear();
        narrowed_.clear();
        about_subject_ = chance_.percent(50);
        RandomRule out;
        out.name = "r" + std::to_string(1000 + number);
        std::string form = "    title \"Rule\"\n";
        std::vector<Phrase> parts;
        const auto add = [&](Phrase clause) {
            form += "$";
            parts.push_back(std::move(clause));
        };
        if (chance_.percent(15)) add(let_clause());
        if (chance_.percent(25)) {
            if (auto test = chance_.percent(30) ? presence_test(no_list_, 1) : std::nullopt) {
                add(clause("when", std::move(*test)));
            } else {
                add(clause("when", condition(2, 0)));
            }
        }
        static const std::vector<std::size_t> loops = {0, 0, 1, 1, 1, 1, 2};
        const std::size_t count = chance_.of(loops);
        for (std::size_t i = 0; i < count; ++i) {
            add(for_clause());
            if (chance_.percent(20)) add(let_clause());
        }
        const bool forbids = chance_.percent(35);
        add(fill(forbids ? "    forbid $\n" : "    require $\n", no_list_, {condition(3, forbids ? -1 : 1)}));
        add(severity());
        if (chance_.percent(60)) add(message("message"));
        if (chance_.percent(15)) add(message("fix"));
        if (chance_.percent(30)) add(at_clause());
        out.clauses = fill(form, no_list_, std::move(parts));
        return out;
    }

    RandomPolicy make(std::size_t rules) {
        functions_.clear();
        pending_.clear();
        next_name_ = 1;
        RandomPolicy out;
        out.declarations = {
            "param p_limit: int = 2 where p_limit >= 0",
            "param p_globs: list<glob> = [\"a*\", \"/etc/**\"]",
            "let c_three = 3",
            "let c_text = \"ab\"",
            "let c_levels: map<Grade, int> = { poor: 1, good: 3 }",
            "fn f_fits(text: string, pattern: regex) -> bool = text matches pattern",
        };
        static const std::vector<const char*> demands = {"lab.items, packages", "lab", "image.config, lab.nums",
                                                         "vulnerabilities, lab.box"};
        if (chance_.percent(40)) {
            out.declarations.push_back("profile strict {\n    include cases\n    demand " + std::string(chance_.of(demands)) + "\n}");
        }
        for (std::size_t i = 0; i < 4; ++i) out.declarations.push_back(function_text(i));
        functions_ = std::move(pending_);
        for (std::size_t i = 0; i < rules; ++i) out.rules.push_back(rule(i));
        return out;
    }

    const Schema& schema_;
    Types types_;
    Chance& chance_;
    Ways run_ways_;
    Ways subject_ways_;
    std::unordered_map<std::uint32_t, Ways> record_ways_;
    std::vector<TypeId> scalars_;
    TypeId boolean_ = 0, integer_ = 0, decimal_ = 0, string_ = 0, time_ = 0, duration_ = 0, size_ = 0, version_ = 0;
    TypeId severity_ = 0, weekday_ = 0, grade_ = 0;
    static constexpr TypeId no_list_ = 0xFFFFFFFFU;
    bool about_subject_ = false;
    std::vector<Variable> variables_;
    std::vector<Narrowed> narrowed_;
    std::vector<Function> functions_;
    std::vector<Function> pending_;
    std::size_t next_name_ = 1;
    std::size_t seen_ = 0;
    std::optional<Found> found_;
};

PolicyMaker::PolicyMaker(const Schema& schema, Chance& chance) : inside_(std::make_unique<Inside>(schema, chance)) {}
PolicyMaker::~PolicyMaker() = default;
RandomPolicy PolicyMaker::make(std::size_t rules) { return inside_->make(rules); }

}  // namespace scantling::oracle
