// Paths, logic and the forms of expressions: what each node is worth, taken from the children's worth.
#include "tests/oracle/walk.h"

#include <stdexcept>

#include "dsl/syntax/literal.h"
#include "engine/values/arithmetic.h"
#include "engine/values/decimal.h"

namespace scantling::oracle {

using dsl::Meaning;
using dsl::NodeId;
using dsl::NodeKind;
using dsl::Symbol;
using dsl::SymbolId;
using dsl::TokenKind;
using dsl::Word;

std::shared_ptr<const Sequence> Walk::list_of(const Datum& datum) {
    if (datum.list) return datum.list;
    auto out = std::make_shared<Sequence>();
    out->complete = !datum.unknown();
    out->causes = datum.causes;
    return out;
}

Datum Walk::conjunction(const Datum& a, const Datum& b) {
    if (a.is_false() || b.is_false()) return truth(false);
    if (!a.unknown() && !b.unknown()) return truth(true);
    Causes causes;
    if (a.unknown()) add_causes(causes, a.causes);
    if (b.unknown()) add_causes(causes, b.causes);
    return unknown_because(std::move(causes));
}

Datum Walk::negation(Datum a) {
    if (a.unknown()) return a;
    return truth(a.number == 0);
}

Datum Walk::disjunction(const Datum& a, const Datum& b) { return negation(conjunction(negation(a), negation(b))); }

// --- facts ---

namespace {

// What nobody supplied no document states: there is no place to show.
LocatedCause cause_here(const Cell& cell) {
    const Cause cause = cause_of(cell.state, cell.part);
    return {cause, cause.kind == CauseKind::not_supplied ? PlaceId::none : cell.place};
}

}  // namespace

Datum Walk::read(const Cell& cell, const Field* field) {
    const Type& type = checked_.type(cell.type);
    Datum out;
    if (type.kind == TypeKind::list || type.kind == TypeKind::map) {
        out = read_list(cell, type);
    } else if (cell.state == CellState::absent) {
        out = missing();
    } else if (is_unknown(cell.state)) {
        out = unknown_because(Causes{cause_here(cell)});
    } else {
        out.number = cell.number;
        out.text = cell.text;
    }
    if (type.kind == TypeKind::record) out.row = &cell;
    if (type.kind == TypeKind::reference) out.row = cell.target;
    out.sensitive = field != nullptr && field->flags.sensitive;
    out.place = cell.place;
    return out;
}

Datum Walk::read_list(const Cell& cell, const Type& type) {
    if (cell.state == CellState::absent) return missing();
    auto list = std::make_shared<Sequence>();
    list->complete = cell.state == CellState::present;
    if (!list->complete) list->causes.push_back(cause_here(cell));
    for (const Element& element : cell.elements) {
        const bool shown =
            element.value.target != nullptr && element.value.fields.empty() && checked_.type(element.value.type).kind == TypeKind::record;
        list->items.push_back(read(shown ? *element.value.target : element.value, nullptr));
        if (type.kind == TypeKind::map) list->keys.push_back(read(element.key, nullptr));
    }
    Datum out;
    if (!list->complete) out = unknown_because(list->causes);
    out.list = std::move(list);
    return out;
}

Datum Walk::root_fact(NodeId n, const Cell& root, std::uint32_t record) {
    const Field& field = checked_.schema->records()[record].fields[info(n).payload];
    if (field.name == "now" && world_.now && record == checked_.schema->run_root()) return whole(*world_.now);
    if (field.name == "environment" && record == checked_.schema->run_root()) {
        return world_.environment ? written(*world_.environment) : missing();
    }
    const Cell& cell = root.fields[info(n).payload];
    if (checked_.schema->find_domain(field.name) == nullptr) return read(cell, &field);
    Datum out;  // a domain is a place, not a thing: its fields speak for themselves
    out.row = &cell;
    out.place = cell.place;
    return out;
}

const Bound& Walk::bound(SymbolId symbol) const {
    for (std::size_t i = bound_.size(); i-- > 0;) {
        if (bound_[i].symbol == symbol) return bound_[i];
    }
    throw std::logic_error("oracle: unbound variable " + std::string(checked_.symbols[symbol].name));
}

Datum Walk::in_declaration(const Symbol& symbol, std::size_t child) {
    const std::uint32_t outer = file_;
    file_ = symbol.file;
    Datum out = visit(tree().child(symbol.node, child));
    file_ = outer;
    return out;
}

Datum Walk::name(NodeId n) {
    const dsl::NodeInfo& at = info(n);
    switch (at.meaning) {
        case Meaning::run_fact:
            return root_fact(n, world_.run, checked_.schema->run_root());
        case Meaning::subject_fact:
            return root_fact(n, world_.subjects[subject_], checked_.schema->subject_root());
        case Meaning::enum_member:
            return whole(at.payload);
        case Meaning::binding:
        case Meaning::argument:
            return bound(at.symbol).value;
        case Meaning::rule_let:
        case Meaning::constant:
            return in_declaration(checked_.symbols[at.symbol], 2);
        case Meaning::parameter: {
            const Symbol& symbol = checked_.symbols[at.symbol];
            if (parameters != nullptr) {
                const auto found = parameters->find(checked_.full_name(symbol.package, symbol.name));
                if (found != parameters->end()) return found->second;
            }
            return in_declaration(symbol, 2);
        }
        default:
            throw std::logic_error("oracle: a name without meaning");
    }
}

Datum Walk::field_of(const Datum& base, std::uint32_t field) {
    if (base.key) return field == 0 ? *base.key : *base.value;
    if (base.absent() || base.unknown()) {
        Datum out = base;
        out.row = nullptr;
        out.list = nullptr;
        return out;
    }
    const Record& record = checked_.schema->records()[checked_.type(base.row->type).declaration];
    return read(base.row->fields[field], &record.fields[field]);
}

Datum Walk::member(NodeId n) {
    if (info(n).meaning != Meaning::field) return name(n);
    return field_of(visit(tree().child(n, 0)), info(n).payload);
}

Datum Walk::index(NodeId n) {
    const Datum base = visit(tree().child(n, 0));
    const Datum key = visit(tree().child(n, 1));
    const Type& type = type_of(tree().child(n, 0));
    const auto list = list_of(base);
    if (key.unknown()) return unknown_because(key.causes);
    if (type.kind == TypeKind::list) {
        if (!list->complete) return unknown_because(list->causes);
        if (key.number < 0 || key.number >= static_cast<std::int64_t>(list->items.size())) return missing();
        return list->items[static_cast<std::size_t>(key.number)];
    }
    const Type& key_type = checked_.type(type.key);
    for (std::size_t i = 0; i < list->items.size(); ++i) {
        const bool found = key_type.kind == TypeKind::enumeration ? list->keys[i].number == key.number : list->keys[i].text == key.text;
        if (found) return list->items[i];
    }
    return list->complete ? missing() : unknown_because(list->causes);
}

// --- operators ---

Datum Walk::logic(NodeId n) {
    const Datum left = visit(tree().child(n, 0));
    const Datum right = visit(tree().child(n, 1));
    if (tree().kind(n) == NodeKind::and_) return conjunction(left, right);
    return disjunction(tree().kind(n) == NodeKind::implies ? negation(left) : left, right);
}

Datum Walk::is_test(NodeId n) {
    const Datum x = visit(tree().child(n, 0));
    const Word mark = tree().mark_word(n);
    if (mark == Word::known_) return truth(!x.unknown() && (!x.list || x.list->complete));
    if (x.unknown()) return unknown_because(x.causes);
    return truth((mark == Word::present_) == x.present());
}

Datum Walk::coalesce(NodeId n) {
    Datum x = visit(tree().child(n, 0));
    return x.absent() ? visit(tree().child(n, 1)) : x;
}

Datum Walk::arithmetic(NodeId n) {
    const Datum a = visit(tree().child(n, 0));
    if (tree().kind(n) == NodeKind::negate) {
        if (a.unknown()) return unknown_because(a.causes);
        const auto value = checked_negate(a.number);
        return value ? whole(*value) : unknown_because(CauseKind::overflow);
    }
    const Datum b = visit(tree().child(n, 1));
    if (a.unknown() || b.unknown()) {
        Causes causes;
        if (a.unknown()) add_causes(causes, a.causes);
        if (b.unknown()) add_causes(causes, b.causes);
        return unknown_because(std::move(causes));
    }
    std::optional<std::int64_t> value;
    if (tree().kind(n) == NodeKind::product) {
        const auto is_decimal = [&](std::size_t i) { return type_of(tree().child(n, i)).kind == TypeKind::decimal; };
        const bool decimals = is_decimal(0) && is_decimal(1);
        value = decimals ? multiply_decimals(a.number, b.number) : checked_multiply(a.number, b.number);
    } else if (tree().mark(n).kind == TokenKind::plus) {
        value = checked_add(a.number, b.number);
    } else {
        value = checked_subtract(a.number, b.number);
    }
    return value ? whole(*value) : unknown_because(CauseKind::overflow);
}

// --- lists ---

Datum Walk::count_of(const Sequence& list) {
    const auto known = static_cast<std::int64_t>(list.items.size());
    if (list.complete) return whole(known);
    Datum out = unknown_because(list.causes);
    out.interval = true;
    out.number = known;
    out.high = no_bound;
    return out;
}

Datum Walk::quantifier(NodeId n) {
    const auto list = list_of(visit(tree().child(n, 1)));
    const Word mark = tree().mark_word(n);
    std::int64_t yes = 0;
    std::int64_t maybe = 0;
    Causes causes = list->causes;
    for (std::size_t i = 0; i < list->items.size(); ++i) {
        push({info(n).symbol, list->items[i], list, i});
        Datum holds = visit(tree().child(n, 2));
        pop();
        if (mark == Word::all_) holds = negation(std::move(holds));
        yes += holds.is_true() ? 1 : 0;
        if (!holds.unknown()) continue;
        ++maybe;
        add_causes(causes, holds.causes);
    }
    const bool undecided = maybe > 0 || !list->complete;
    if (mark == Word::count_) {
        if (!undecided) return whole(yes);
        Datum out = unknown_because(std::move(causes));
        out.interval = true;
        out.number = yes;
        out.high = list->complete ? yes + maybe : no_bound;
        return out;
    }
    const bool any = mark == Word::any_;
    if (yes > 0) return truth(any);
    if (undecided) return unknown_because(std::move(causes));
    return truth(!any);
}

void Walk::generate(NodeId n, std::size_t child, Sequence& out) {
    const auto children = tree().children(n);
    if (child + 1 < children.size()) {
        const NodeId binding = children[child];
        const auto list = list_of(visit(tree().child(binding, 1)));
        if (!list->complete) {
            out.complete = false;
            add_causes(out.causes, list->causes);
        }
        for (std::size_t i = 0; i < list->items.size(); ++i) {
            push({info(binding).symbol, list->items[i], list, i});
            generate(n, child + 1, out);
            pop();
        }
        return;
    }
    if (!tree().is_none(children.back())) {
        const Datum where = visit(children.back());
        if (where.unknown()) {
            out.complete = false;
            add_causes(out.causes, where.causes);
        }
        if (!where.is_true()) return;
    }
    out.items.push_back(visit(children[0]));
}

Datum Walk::comprehension(NodeId n) {
    auto out = std::make_shared<Sequence>();
    generate(n, 1, *out);
    return sequence(std::move(out));
}

Datum Walk::list_literal(NodeId n) {
    auto out = std::make_shared<Sequence>();
    for (const NodeId child : tree().children(n)) out->items.push_back(visit(child));
    return sequence(std::move(out));
}

Datum Walk::map_literal(NodeId n) {
    auto out = std::make_shared<Sequence>();
    const Type& key_type = checked_.type(type_of(n).key);
    for (const NodeId entry : tree().children(n)) {
        const std::string key = dsl::key_text(tree(), tree().child(entry, 0));
        const bool is_enum = key_type.kind == TypeKind::enumeration;
        out->keys.push_back(is_enum ? whole(*checked_.schema->enums()[key_type.declaration].member(key)) : written(key));
        out->items.push_back(visit(tree().child(entry, 1)));
    }
    return sequence(std::move(out));
}

// --- calls ---

// A function is what its body says: an argument that the body does not read is not evaluated, and may name what is not bound here.
bool Walk::reads_argument(std::uint32_t file, NodeId n, SymbolId argument) const {
    const dsl::Tree& at = checked_.tree(file);
    if (checked_.info(file, n).meaning == Meaning::argument && checked_.info(file, n).symbol == argument) return true;
    const auto children = at.children(n);
    return std::any_of(children.begin(), children.end(), [&](NodeId child) { return reads_argument(file, child, argument); });
}

Datum Walk::call_function(NodeId n, SymbolId id) {
    const Symbol& function = checked_.symbols[id];
    std::vector<Bound> arguments;
    for (std::size_t i = 0; i < function.arguments.size(); ++i) {
        const NodeId argument = tree().child(n, i + 1);
        const auto [read, is_new] = read_arguments_.try_emplace({id, i}, false);
        if (is_new)
            read->second = reads_argument(function.file, checked_.tree(function.file).child(function.node, 3), function.arguments[i]);
        if (!read->second) continue;
        Bound bound{function.arguments[i], visit(argument), nullptr, 0};
        // next(x) of a parameter that stands for a bound element
        const NodeId inner = tree().ungrouped(argument);
        if (info(inner).meaning == Meaning::binding || info(inner).meaning == Meaning::argument) {
            const Bound& source = this->bound(info(inner).symbol);
            bound.home = source.home;
            bound.index = source.index;
        }
        arguments.push_back(std::move(bound));
    }
    const std::size_t mark = bound_.size();
    for (Bound& argument : arguments) push(std::move(argument));
    Datum out = in_declaration(function, 3);
    bound_.resize(mark);
    return out;
}

Datum Walk::call(NodeId n) {
    const dsl::NodeInfo& callee = info(tree().child(n, 0));
    return callee.meaning == Meaning::function ? call_function(n, callee.symbol) : builtin(n);
}

Datum Walk::interpolated(NodeId n) {
    std::string out;
    for (const NodeId child : tree().children(n)) {
        if (tree().kind(child) == NodeKind::text_piece) {
            out += dsl::literal_text(tree(), child);
        } else {
            out += text_of(visit(child), info(child).type);
        }
    }
    return written(std::move(out));
}

// --- the walk ---

Datum Walk::dispatch(NodeId n) {
    switch (tree().kind(n)) {
        case NodeKind::group:
            return visit(tree().child(n, 0));
        case NodeKind::implies:
        case NodeKind::or_:
        case NodeKind::and_:
            return logic(n);
        case NodeKind::not_:
            return negation(visit(tree().child(n, 0)));
        case NodeKind::comparison:
            return comparison(n);
        case NodeKind::is_test:
            return is_test(n);
        case NodeKind::coalesce:
            return coalesce(n);
        case NodeKind::sum:
        case NodeKind::product:
        case NodeKind::negate:
            return arithmetic(n);
        case NodeKind::member:
        case NodeKind::optional_member:
            return member(n);
        case NodeKind::index:
            return index(n);
        case NodeKind::call:
            return call(n);
        case NodeKind::name:
            return name(n);
        case NodeKind::string:
        case NodeKind::raw:
        case NodeKind::block: {
            Datum out = written(dsl::literal_text(tree(), n));
            out.number = -1;
            return out;
        }
        case NodeKind::interpolated:
            return interpolated(n);
        case NodeKind::list:
            return list_literal(n);
        case NodeKind::comprehension:
            return comprehension(n);
        case NodeKind::quantifier:
            return quantifier(n);
        case NodeKind::count:
            return count_of(*list_of(visit(tree().child(n, 0))));
        case NodeKind::braces:
            return map_literal(n);
        default:
            return whole(dsl::literal_number(tree(), n));
    }
}

Datum Walk::convert(Datum datum, dsl::Conversion conversion) {
    switch (conversion) {
        case dsl::Conversion::widen: {
            if (datum.interval) {  // a count that is compared with a decimal is still decided by its bounds
                datum.number *= 1'000'000;
                if (datum.high != no_bound) datum.high *= 1'000'000;
                return datum;
            }
            if (!datum.present()) return datum;
            const auto wide = decimal_from_int(datum.number);
            return wide ? whole(*wide) : unknown_because(CauseKind::overflow);
        }
        case dsl::Conversion::follow:
            if (datum.present()) datum.place = datum.row->place;
            return datum;
        default:
            return datum;
    }
}

void Walk::count(NodeId n, const Datum& datum) {
    std::string kind(dsl::kind_name(tree().kind(n)));
    if (tree().kind(n) == NodeKind::comparison) kind += " " + std::string(tree().source().text(tree().mark(n).span));
    if (tree().kind(n) == NodeKind::quantifier || tree().kind(n) == NodeKind::is_test) {
        kind += " " + std::string(tree().source().text(tree().mark(n).span));
    }
    if (tree().kind(n) == NodeKind::call) {
        const bool own = info(tree().child(n, 0)).meaning == Meaning::function;
        kind = own ? "call of a function" : "call " + std::string(tree().text(tree().child(n, 0)));
    }
    ++tally->nodes[kind];
    const TypeKind type = info(n).type == dsl::no_type ? TypeKind::string : type_of(n).kind;
    if (type == TypeKind::boolean) {
        ++tally->truths[datum.unknown() ? 2 : (datum.is_true() ? 1 : 0)];
    } else if (type == TypeKind::list || type == TypeKind::map) {
        const auto list = list_of(datum);
        ++tally->lists[(list->complete ? 0 : 2) + (list->items.empty() ? 1 : 0)];
    } else {
        ++tally->states[datum.unknown() ? 2 : (datum.absent() ? 1 : 0)];
    }
}

Datum Walk::visit(NodeId n) {
    Datum out = dispatch(n);
    const dsl::NodeInfo& at = info(n);
    if (at.narrowed && out.absent()) out = unknown_because(Causes{});
    if (tree().kind(n) != NodeKind::group && at.conversion != dsl::Conversion::none) out = convert(std::move(out), at.conversion);
    if (tally != nullptr && tree().kind(n) != NodeKind::group) count(n, out);
    return out;
}

Datum Walk::eval(std::uint32_t file, NodeId n) {
    file_ = file;
    return visit(n);
}

}  // namespace scantling::oracle
