// Names and members: what a word means where it stands.
//
// A bare word is first looked up in the enum that its surroundings expect, then among what is bound here, the package's own names, facts
// and builtins. Before `.` it may also be a package or an enum.
#include "dsl/check/expression.h"

namespace scantling::dsl {

namespace {

// "ImageConfig" → "image config": as a sentence says it.
std::string spoken(std::string_view record) {
    std::string out;
    for (std::size_t i = 0; i < record.size(); ++i) {
        const char c = record[i];
        const bool upper = c >= 'A' && c <= 'Z';
        if (upper && i > 0) out += ' ';
        out += upper ? static_cast<char>(c - 'A' + 'a') : (c == '_' ? ' ' : c);
    }
    return out;
}

Meaning meaning_of(SymbolKind kind) {
    switch (kind) {
        case SymbolKind::constant:
            return Meaning::constant;
        case SymbolKind::parameter:
            return Meaning::parameter;
        case SymbolKind::binding:
            return Meaning::binding;
        case SymbolKind::rule_let:
            return Meaning::rule_let;
        case SymbolKind::argument:
            return Meaning::argument;
        default:
            return Meaning::none;
    }
}

}  // namespace

SymbolId ExpressionChecker::find_local(std::string_view name) const {
    for (std::size_t i = here.locals.size(); i-- > 0;) {
        if (checked_.symbols[here.locals[i]].name == name) return here.locals[i];
    }
    return no_symbol;
}

SymbolId ExpressionChecker::find_symbol(std::string_view name) const {
    if (const SymbolId local = find_local(name); local != no_symbol) return local;
    const auto& own = checked_.packages[checked_.files[here.file].package].names;
    if (const auto found = own.find(name); found != own.end()) return found->second;
    if (const auto found = checked_.globals.find(name); found != checked_.globals.end()) return found->second;
    return no_symbol;
}

std::optional<std::uint32_t> ExpressionChecker::enum_member_hint(NodeId n, TypeId hint) {
    if (hint == no_type || kind_of(hint) != TypeKind::enumeration) return std::nullopt;
    return checked_.schema->enums()[type_of(hint).declaration].member(tree().text(n));
}

void ExpressionChecker::report_unknown_name(NodeId n, TypeId hint) {
    const std::string_view name = tree().text(n);
    if (hint != no_type && kind_of(hint) == TypeKind::enumeration) {
        const Enum& declared = checked_.schema->enums()[type_of(hint).declaration];
        Diagnostic& error = reporter_.add(tree(), n, "E0208", quoted(declared.name) + " has no member " + quoted(name),
                                          "not a member of " + quoted(declared.name));
        suggest(error, name, declared.members, "Members");
        return;
    }
    for (const std::string_view later : here.later) {
        if (later != name) continue;
        reporter_.add(tree(), n, "E0524", quoted(name) + " is not bound yet here", "bound later")
            .help.push_back("`when` is judged once, before any `for`, and a `let` sees only what stands above it");
        return;
    }
    Diagnostic& error = reporter_.add(tree(), n, "E0201", "there is nothing called " + quoted(name), "unknown here");
    if (error.code.empty()) return;
    std::vector<std::string_view> names = visible_names(checked_, here.file);
    for (const SymbolId local : here.locals) names.push_back(checked_.symbols[local].name);
    suggest(error, name, std::move(names));
    for (const Enum& declared : checked_.schema->enums()) {
        if (!declared.member(name)) continue;
        error.help.push_back("a member of an enum is called so: `" + std::string(declared.name) + "." + std::string(name) + "`");
        return;
    }
}

// `x is present` was tested before: the value is there, or the guard has decided.
TypeId ExpressionChecker::narrowed_type(NodeId n, TypeId type, Place place) {
    if (type == no_type || place == Place::raw || !is_optional(type) || here.narrowed.empty()) return type;
    const std::string key = path_key(n);
    if (key.empty()) return type;
    for (const std::string& tested : here.narrowed) {
        if (tested != key) continue;
        info(n).narrowed = true;
        return bare(type);
    }
    return type;
}

TypeId ExpressionChecker::value_of_fact(NodeId n, const Symbol& fact, Place place) {
    if (fact.at_run && fact.at_subject) {
        reporter_.add(tree(), n, "E0213", quoted(fact.name) + " stands for several parts", "not a value by itself")
            .help.push_back("name the part that you mean: `" + std::string(fact.name) + ".…`");
        return no_type;
    }
    const std::uint32_t root = fact.at_run ? checked_.schema->run_root() : checked_.schema->subject_root();
    const std::uint32_t index = fact.at_run ? fact.index : fact.subject_index;
    info(n).meaning = fact.at_run ? Meaning::run_fact : Meaning::subject_fact;
    info(n).payload = index;
    here.reads |= fact.at_run ? reads::run : reads::subject;
    return narrowed_type(n, checked_.schema->records()[root].fields[index].type, place);
}

// `is known` inside a function, constant or let is judged where that is used.
void ExpressionChecker::use_known(NodeId n, const Symbol& symbol) {
    if (!symbol.asks_known && !symbol.asks_known_negated) return;
    if (here.known == Known::free) return;
    if (here.declaring != no_symbol && here.known != Known::refused) {
        Symbol& outer = checked_.symbols[here.declaring];
        const bool flip = here.known == Known::negated;
        outer.asks_known = outer.asks_known || (flip ? symbol.asks_known_negated : symbol.asks_known);
        outer.asks_known_negated = outer.asks_known_negated || (flip ? symbol.asks_known : symbol.asks_known_negated);
        return;
    }
    const bool harmless = here.known == Known::allowed ? !symbol.asks_known_negated : !symbol.asks_known;
    if (here.known != Known::refused && harmless) return;
    reporter_
        .add(tree(), n, "E0404", "`is known` may not be asked " + std::string(here.known_reason), quoted(symbol.name) + " asks `is known`")
        .help.push_back("there, a fact that nobody looked for could help the rule to pass");
}

TypeId ExpressionChecker::value_of(NodeId n, SymbolId id, Place place) {
    info(n).symbol = id;
    const SymbolKind kind = checked_.symbols[id].kind;
    if (kind == SymbolKind::fact) return value_of_fact(n, checked_.symbols[id], place);
    if (kind == SymbolKind::function || kind == SymbolKind::builtin) {
        reporter_.add(tree(), n, "E0213", quoted(checked_.symbols[id].name) + " is a function", "called without arguments")
            .help.push_back("write `" + std::string(checked_.symbols[id].name) + "(…)`, with what it is about in the parentheses");
        return no_type;
    }
    if (kind == SymbolKind::enumeration) {
        reporter_.add(tree(), n, "E0213", quoted(checked_.symbols[id].name) + " is an enum", "not a value")
            .help.push_back("name one of its members: `" + std::string(checked_.symbols[id].name) + ".…`");
        return no_type;
    }
    info(n).meaning = meaning_of(kind);
    if (id == here.own_parameter) {
        here.reads |= reads::own_value;
        return checked_.symbols[id].type;
    }
    if (kind == SymbolKind::constant || kind == SymbolKind::parameter) {
        use_ = n;
        ensure_checked(id);
    }
    const Symbol& symbol = checked_.symbols[id];
    here.reads |= symbol.reads;
    use_known(n, symbol);
    return narrowed_type(n, symbol.type, place);
}

TypeId ExpressionChecker::check_name(NodeId n, TypeId hint, Place place) {
    const SymbolId id = find_symbol(tree().text(n));
    if (const auto member = enum_member_hint(n, hint)) {
        const bool both = id != no_symbol && checked_.symbols[id].type != no_type && bare(checked_.symbols[id].type) == bare(hint);
        if (!both) {
            info(n).meaning = Meaning::enum_member;
            info(n).payload = *member;
            return bare(hint);
        }
        const std::string_view name = tree().text(n);
        reporter_.add(tree(), n, "E0209", quoted(name) + " could be the member or the value of that name")
            .help.push_back("for the member write `" + checked_.type_name(bare(hint)) + "." + std::string(name) +
                            "`; or give the value another name");
        return no_type;
    }
    if (id != no_symbol) return value_of(n, id, place);
    if (checked_.files[here.file].aliases.contains(tree().text(n))) {
        reporter_.add(tree(), n, "E0213", quoted(tree().text(n)) + " is a package", "not a value")
            .help.push_back("say what you mean of it: `" + std::string(tree().text(n)) + ".…`");
        return no_type;
    }
    report_unknown_name(n, hint);
    return no_type;
}

TypeId ExpressionChecker::check_enum_member(NodeId n, std::uint32_t declaration) {
    const Enum& declared = checked_.schema->enums()[declaration];
    const NodeId word = tree().child(n, 1);
    const auto member = declared.member(tree().text(word));
    if (!member) {
        Diagnostic& error = reporter_.add(tree(), word, "E0208", quoted(declared.name) + " has no member " + quoted(tree().text(word)),
                                          "not a member of " + quoted(declared.name));
        suggest(error, tree().text(word), declared.members, "Members");
        return no_type;
    }
    info(n).meaning = Meaning::enum_member;
    info(n).payload = *member;
    return types().intern({TypeKind::enumeration, false, declaration, 0, 0});
}

// `alias.name`: a constant or parameter of another package.
TypeId ExpressionChecker::check_qualified(NodeId n, SymbolId id, std::uint32_t package) {
    const NodeId word = tree().child(n, 1);
    const std::string_view name = tree().text(word);
    const CheckedPackage& target = checked_.packages[package];
    if (id == no_symbol) {
        Diagnostic& error =
            reporter_.add(tree(), word, "E0212", "the package " + quoted(target.name) + " has no " + quoted(name), "not declared there");
        std::vector<std::string_view> names;
        for (const auto& [declared, symbol] : target.names) {
            if (!checked_.symbols[symbol].is_private) names.push_back(declared);
        }
        suggest(error, name, std::move(names), "It has");
        return no_type;
    }
    if (checked_.symbols[id].is_private) {
        reporter_.add(tree(), word, "E0206", quoted(name) + " is private to " + quoted(target.name), "out of reach")
            .help.push_back("only files of that package can use it");
        return no_type;
    }
    return value_of(n, id, Place::stored);
}

TypeId ExpressionChecker::check_domain_member(NodeId n, SymbolId domain, Place place) {
    const NodeId base = tree().child(n, 0);
    const NodeId word = tree().child(n, 1);
    const Symbol fact = checked_.symbols[domain];
    const Schema& schema = *checked_.schema;
    const auto record_at = [&](std::uint32_t root, std::uint32_t index) {
        return checked_.type(schema.records()[root].fields[index].type).declaration;
    };
    const std::uint32_t at_run = record_at(schema.run_root(), fact.index);
    const std::uint32_t at_subject = record_at(schema.subject_root(), fact.subject_index);
    const bool is_run = schema.records()[at_run].find(tree().text(word)) != nullptr;
    if (!is_run && schema.records()[at_subject].find(tree().text(word)) == nullptr) {
        Diagnostic& error = reporter_.add(tree(), word, "E0203", quoted(fact.name) + " has no part " + quoted(tree().text(word)));
        std::vector<std::string_view> names;
        for (const std::uint32_t record : {at_run, at_subject}) {
            for (const Field& field : schema.records()[record].fields) names.push_back(field.name);
        }
        suggest(error, tree().text(word), std::move(names), "Parts");
        return no_type;
    }
    const std::uint32_t root = is_run ? schema.run_root() : schema.subject_root();
    NodeInfo& at = info(base);
    at.symbol = domain;
    at.meaning = is_run ? Meaning::run_fact : Meaning::subject_fact;
    at.payload = is_run ? fact.index : fact.subject_index;
    at.type = schema.records()[root].fields[at.payload].type;
    here.reads |= is_run ? reads::run : reads::subject;
    const TypeId type = field_of_record(n, base, at.type, is_run ? at_run : at_subject);
    return narrowed_type(n, type, place);
}

TypeId ExpressionChecker::field_of_record(NodeId n, NodeId base, TypeId base_type, std::uint32_t record) {
    const Record& declared = checked_.schema->records()[record];
    const NodeId word = tree().child(n, 1);
    const std::string_view name = tree().text(word);
    const auto index = declared.index_of(name);
    if (!index) {
        Diagnostic& error = reporter_.add(tree(), word, "E0203", spoken(declared.name) + " has no field " + quoted(name),
                                          "not a field of " + quoted(declared.name));
        std::vector<std::string_view> names;
        for (const Field& field : declared.fields) names.push_back(field.name);
        suggest(error, name, std::move(names), "Fields");
        return no_type;
    }
    info(n).meaning = Meaning::field;
    info(n).payload = *index;
    const TypeId type = declared.fields[*index].type;
    if (kind_of(base_type) == TypeKind::reference) {
        TypeId row = types().intern({TypeKind::record, type_of(base_type).optional, record, 0, 0});
        set_converted(base, Conversion::follow, row);
    }
    return type;
}

// `.` on what may be absent is an error; the result is then taken as if it were there, so that nothing else is reported.
TypeId ExpressionChecker::check_field(NodeId n, TypeId base_type, Place place) {
    const NodeId base = tree().child(n, 0);
    if (base_type == no_type) return no_type;
    const auto record = checked_.record_of(base_type);
    if (!record) {
        Diagnostic& error = reporter_.add(tree(), tree().child(n, 1), "E0306", quoted_type(bare(base_type)) + " has no fields");
        const TypeKind kind = kind_of(base_type);
        if (kind == TypeKind::list) {
            error.help.push_back("a list holds elements: `any(x in " + std::string(tree().text(base)) + ": x." +
                                 std::string(tree().text(tree().child(n, 1))) + " …)`");
        }
        if (kind == TypeKind::map) error.help.push_back("the value of a key: `" + std::string(tree().text(base)) + "[\"…\"]`");
        return no_type;
    }
    const bool asks = tree().kind(n) == NodeKind::optional_member;
    const bool may_be_absent = is_optional(base_type);
    const TypeId type = field_of_record(n, base, base_type, *record);
    if (type == no_type) return no_type;
    if (may_be_absent && !asks) {
        const std::string text(tree().text(base));
        Diagnostic& error = reporter_.add(tree(), base, "E0402", quoted_text(base) + " may be absent", "may be absent");
        error.help.push_back("write `?.`, and the result may be absent too: `" + text + "?." +
                             std::string(tree().text(tree().child(n, 1))) + "`");
        add_presence_help(error, base);
        return type;
    }
    const bool declared_optional = may_be_absent || info(tree().ungrouped(base)).narrowed;
    if (asks && !declared_optional) {
        reporter_.add(tree(), base, "E0403", quoted_text(base) + " is never absent", "never absent")
            .help.push_back("write `.` instead of `?.`");
        return type;
    }
    return narrowed_type(n, may_be_absent ? types().optional_of(type) : type, place);
}

TypeId ExpressionChecker::check_member(NodeId n, Place place) {
    const NodeId base = tree().child(n, 0);
    if (tree().kind(base) == NodeKind::name && tree().kind(n) == NodeKind::member) {
        const std::string_view name = tree().text(base);
        const auto alias = checked_.files[here.file].aliases.find(name);
        if (alias != checked_.files[here.file].aliases.end() && find_local(name) == no_symbol) {
            const auto& names = checked_.packages[alias->second].names;
            const auto found = names.find(tree().text(tree().child(n, 1)));
            return check_qualified(n, found == names.end() ? no_symbol : found->second, alias->second);
        }
        const SymbolId id = find_symbol(name);
        if (id != no_symbol) {
            const Symbol& symbol = checked_.symbols[id];
            if (symbol.kind == SymbolKind::enumeration) return check_enum_member(n, symbol.index);
            if (symbol.kind == SymbolKind::fact && symbol.at_run && symbol.at_subject) return check_domain_member(n, id, place);
        }
    }
    return check_field(n, check(base), place);
}

SymbolId ExpressionChecker::bind(NodeId owner, NodeId word, SymbolKind kind, TypeId type) {
    const std::string_view name = tree().text(word);
    const SymbolId local = find_local(name);
    if (local != no_symbol) {
        report_taken(reporter_, tree(), word, "bound here");
    } else if (const std::string holder = name_holder(checked_, here.file, name); !holder.empty()) {
        report_taken(reporter_, tree(), word, holder);
    }
    Symbol symbol;
    symbol.kind = kind;
    symbol.state = SymbolState::checked;
    symbol.name = name;
    symbol.package = checked_.files[here.file].package;
    symbol.file = here.file;
    symbol.node = owner;
    symbol.span = tree().span(word);
    symbol.type = type;
    const auto id = static_cast<SymbolId>(checked_.symbols.size());
    checked_.symbols.push_back(std::move(symbol));
    info(owner).symbol = id;
    here.locals.push_back(id);
    return id;
}

}  // namespace scantling::dsl
