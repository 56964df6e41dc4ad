// Builtin functions, and values as texts.
#include <stdexcept>

#include "dsl/builtins/signatures.h"
#include "engine/values/arithmetic.h"
#include "engine/values/decimal.h"
#include "engine/values/duration.h"
#include "engine/values/licence.h"
#include "engine/values/path.h"
#include "engine/values/size.h"
#include "engine/values/time.h"
#include "engine/values/version/version.h"
#include "tests/oracle/walk.h"

namespace scantling::oracle {

using dsl::NodeId;

namespace {

Datum optional_text(bool there, std::string text) { return there ? written(std::move(text)) : missing(); }

Datum to_int(const std::string& text) {
    const bool negative = !text.empty() && text[0] == '-';
    const std::string digits = text.substr(negative ? 1 : 0);
    if (digits.empty() || digits.find_first_not_of("0123456789") != std::string::npos) return missing();
    std::int64_t value = 0;
    for (const char digit : digits) {
        const auto tens = checked_multiply(value, 10);
        const auto next = tens ? checked_subtract(*tens, digit - '0') : std::nullopt;
        if (!next) return missing();
        value = *next;
    }
    if (negative) return whole(value);
    const auto positive = checked_negate(value);
    return positive ? whole(*positive) : missing();
}

std::int64_t code_points(const std::string& text) {
    return std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
}

Datum split(const std::string& text, const std::string& separator) {
    auto out = std::make_shared<Sequence>();
    std::size_t begin = 0;
    for (;;) {
        const std::size_t end = text.find(separator, begin);
        out->items.push_back(written(text.substr(begin, end == std::string::npos ? end : end - begin)));
        if (end == std::string::npos) break;
        begin = end + separator.size();
    }
    return sequence(std::move(out));
}

Datum severity_of(std::int64_t score) {
    if (score >= 9 * decimal_one) return whole(4);
    if (score >= 7 * decimal_one) return whole(3);
    if (score >= 4 * decimal_one) return whole(2);
    return whole(score > 0 ? 1 : 0);
}

std::string trimmed(const std::string& text) {
    const char* const blanks = " \t\r\n\v\f";
    const std::size_t begin = text.find_first_not_of(blanks);
    if (begin == std::string::npos) return "";
    return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

}  // namespace

Datum Walk::text_builtin(Builtin which, const std::vector<Datum>& arguments) {
    const std::string& text = arguments[0].text;
    const std::string second = arguments.size() > 1 ? arguments[1].text : std::string();
    const std::size_t at = text.find(second);
    switch (which) {
        case Builtin::lower: {
            std::string out = text;
            for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
            return written(std::move(out));
        }
        case Builtin::trim:
            return written(trimmed(text));
        case Builtin::length:
            return whole(code_points(text));
        case Builtin::split:
            return split(text, second);
        case Builtin::before:
            return optional_text(at != std::string::npos, text.substr(0, at));
        case Builtin::after:
            return at == std::string::npos ? missing() : written(text.substr(at + second.size()));
        case Builtin::to_int:
            return to_int(text);
        case Builtin::base_name:
            return written(std::string(base_name(text)));
        case Builtin::dir_name:
            return written(std::string(dir_name(text)));
        case Builtin::extension: {
            const auto found = extension(text);
            return found ? written(std::string(*found)) : missing();
        }
        case Builtin::under:
            return truth(under(text, second));
        default:
            throw std::logic_error("oracle: a builtin that it does not know");
    }
}

Datum Walk::version_builtin(Builtin which, const std::vector<Datum>& arguments) {
    const Datum& version = arguments[0];
    const auto ecosystem = static_cast<Ecosystem>(which == Builtin::version ? arguments[1].number : version.number);
    const auto optional_number = [](const std::optional<std::int64_t>& value) { return value ? whole(*value) : missing(); };
    switch (which) {
        case Builtin::version: {
            if (!is_valid_version(ecosystem, version.text)) return missing();
            Datum out = written(version.text);
            out.number = arguments[1].number;
            return out;
        }
        case Builtin::major:
            return optional_number(major_version(ecosystem, version.text));
        case Builtin::minor:
            return optional_number(minor_version(ecosystem, version.text));
        case Builtin::is_prerelease: {
            const auto found = is_prerelease(ecosystem, version.text);
            return found ? truth(*found) : unknown_because(CauseKind::incomparable);
        }
        default: {
            const auto range = VersionRange::parse(arguments[1].text);
            const auto found = range ? range->contains(ecosystem, version.text) : std::nullopt;
            return found ? truth(*found) : unknown_because(CauseKind::incomparable);
        }
    }
}

Datum Walk::strict_builtin(NodeId n, Builtin which, const std::vector<Datum>& arguments) {
    Causes causes;
    bool undecided = false;
    for (const Datum& argument : arguments) {
        undecided = undecided || argument.unknown();
        if (argument.unknown()) add_causes(causes, argument.causes);
    }
    if (which == Builtin::licence_satisfied) {
        std::vector<std::string> allowed;
        const auto list = list_of(arguments[1]);  // held: a range over a temporary's member outlives it
        for (const Datum& item : list->items) {
            undecided = undecided || item.unknown();
            add_causes(causes, item.causes);
            allowed.push_back(item.text);
        }
        if (!undecided) {
            const auto found = licence_satisfied(arguments[0].text, AllowedLicences(allowed));
            return found ? truth(*found) : unknown_because(CauseKind::unreadable);
        }
    }
    if (undecided) return unknown_because(std::move(causes));
    switch (which) {
        case Builtin::mode_within:
            return truth(mode_within(arguments[0].number, arguments[1].number));
        case Builtin::severity_of:
            return severity_of(arguments[0].number);
        case Builtin::weekday:
            return whole(static_cast<std::int64_t>(weekday_of(arguments[0].number)));
        case Builtin::start_of_day:
            return whole(start_of_day(arguments[0].number));
        case Builtin::days:
            return whole(days_of(arguments[0].number));
        case Builtin::version:
        case Builtin::version_in:
        case Builtin::major:
        case Builtin::minor:
        case Builtin::is_prerelease:
            return version_builtin(which, arguments);
        default:
            static_cast<void>(n);
            return text_builtin(which, arguments);
    }
}

// --- lists ---

Datum Walk::extreme(const Sequence& list, const Type& element, bool least) {
    Causes causes = list.causes;
    bool undecided = !list.complete;
    for (const Datum& item : list.items) {
        undecided = undecided || item.unknown();
        if (item.unknown()) add_causes(causes, item.causes);
    }
    if (undecided) return unknown_because(std::move(causes));
    if (list.items.empty()) return missing();
    const Datum* best = &list.items[0];
    for (const Datum& item : list.items) {
        const Datum nearer = least ? less(item, *best, element, false) : less(*best, item, element, false);
        if (nearer.unknown()) return nearer;
        if (nearer.is_true()) best = &item;
    }
    return *best;
}

Datum Walk::sum_of(const Sequence& list) {
    Causes causes = list.causes;
    bool undecided = !list.complete;
    std::optional<std::int64_t> total = 0;  // added in their order: what overflows on the way has no sum
    for (const Datum& item : list.items) {
        undecided = undecided || item.unknown();
        if (item.unknown()) add_causes(causes, item.causes);
        if (total) total = checked_add(*total, item.number);
    }
    if (undecided) return unknown_because(std::move(causes));
    return total ? whole(*total) : unknown_because(CauseKind::overflow);
}

Datum Walk::unique_of(const Sequence& list, const Type& element) {
    auto out = std::make_shared<Sequence>();
    out->complete = list.complete;
    out->causes = list.causes;
    for (const Datum& item : list.items) {
        Sequence before = *out;
        before.complete = true;
        if (item.unknown()) {
            out->complete = false;
            add_causes(out->causes, item.causes);
        } else if (!in_list(item, before, element).is_true()) {  // versions that cannot be compared are two
            out->items.push_back(item);
        }
    }
    return sequence(out);
}

Datum Walk::without(const Sequence& list, const Sequence& drop, const Type& element) {
    auto out = std::make_shared<Sequence>();
    out->complete = list.complete;
    out->causes = list.causes;
    for (const Datum& item : list.items) {
        const Datum dropped = in_list(item, drop, element);
        if (dropped.unknown() || item.unknown()) {
            out->complete = false;
            if (item.unknown()) add_causes(out->causes, item.causes);
            if (!item.unknown() || !drop.items.empty()) add_causes(out->causes, dropped.causes);
        } else if (dropped.is_false()) {
            out->items.push_back(item);
        }
    }
    return sequence(std::move(out));
}

Datum Walk::entries(const Datum& map, const Type& type) {
    const auto list = list_of(map);
    std::vector<std::size_t> order(list->items.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    const bool by_number = checked_.type(type.key).kind == TypeKind::enumeration;
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return by_number ? list->keys[a].number < list->keys[b].number : list->keys[a].text < list->keys[b].text;
    });
    auto out = std::make_shared<Sequence>();
    out->complete = list->complete;
    out->causes = list->causes;
    for (const std::size_t i : order) {
        Datum entry;
        entry.key = std::make_shared<Datum>(list->keys[i]);
        entry.value = std::make_shared<Datum>(list->items[i]);
        entry.place = list->items[i].place;
        out->items.push_back(std::move(entry));
    }
    return sequence(std::move(out));
}

Datum Walk::neighbour(NodeId n, Builtin which) {
    const NodeId argument = tree().ungrouped(tree().child(n, 1));
    const Bound& at = bound(info(argument).symbol);
    if (!at.home->complete) return unknown_because(at.home->causes);
    if (which == Builtin::position) return whole(static_cast<std::int64_t>(at.index));
    if (which == Builtin::previous) return at.index == 0 ? missing() : at.home->items[at.index - 1];
    return at.index + 1 < at.home->items.size() ? at.home->items[at.index + 1] : missing();
}

Datum Walk::list_builtin(NodeId n, Builtin which) {
    const NodeId argument = tree().child(n, 1);
    const auto list = list_of(visit(argument));
    const Type& element = checked_.type(type_of(argument).element);
    switch (which) {
        case Builtin::first:
        case Builtin::last:
            if (!list->complete) return unknown_because(list->causes);
            if (list->items.empty()) return missing();
            return which == Builtin::first ? list->items.front() : list->items.back();
        case Builtin::min:
        case Builtin::max:
            return extreme(*list, element, which == Builtin::min);
        case Builtin::sum:
            return sum_of(*list);
        case Builtin::unique:
            return unique_of(*list, element);
        case Builtin::without:
            return without(*list, *list_of(visit(tree().child(n, 2))), element);
        default: {
            Causes causes = list->causes;
            bool undecided = !list->complete;
            std::string out;
            const std::string separator = visit(tree().child(n, 2)).text;
            for (std::size_t i = 0; i < list->items.size(); ++i) {
                undecided = undecided || list->items[i].unknown();
                if (list->items[i].unknown()) add_causes(causes, list->items[i].causes);
                out += (i == 0 ? "" : separator) + list->items[i].text;
            }
            return undecided ? unknown_because(std::move(causes)) : written(std::move(out));
        }
    }
}

Datum Walk::builtin(NodeId n) {
    const auto& signature = dsl::builtin_signatures()[info(tree().child(n, 0)).payload];
    if (!signature.builtin) {  // same(a, b)
        const Datum a = visit(tree().child(n, 1));
        const Datum b = visit(tree().child(n, 2));
        if (!a.unknown() && !b.unknown()) return truth(a.row == b.row);
        Causes causes;
        if (a.unknown()) add_causes(causes, a.causes);
        if (b.unknown()) add_causes(causes, b.causes);
        return unknown_because(std::move(causes));
    }
    switch (*signature.builtin) {
        case Builtin::next:
        case Builtin::previous:
        case Builtin::position:
            return neighbour(n, *signature.builtin);
        case Builtin::entries:
            return entries(visit(tree().child(n, 1)), type_of(tree().child(n, 1)));
        case Builtin::first:
        case Builtin::last:
        case Builtin::min:
        case Builtin::max:
        case Builtin::sum:
        case Builtin::unique:
        case Builtin::without:
        case Builtin::join:
            return list_builtin(n, *signature.builtin);
        default:
            break;
    }
    std::vector<Datum> arguments;
    for (const NodeId argument : tree().children(n).subspan(1)) arguments.push_back(visit(argument));
    return strict_builtin(n, *signature.builtin, arguments);
}

// --- texts ---

std::string Walk::text_of(const Datum& datum, TypeId id) {
    const Type& type = checked_.type(id);
    if (datum.absent()) return "<absent>";
    if (type.kind == TypeKind::list) {
        const auto list = list_of(datum);
        std::string out;
        for (std::size_t i = 0; i < list->items.size(); ++i) out += (i == 0 ? "" : ", ") + text_of(list->items[i], type.element);
        if (!list->complete) out += out.empty() ? "<unknown>" : ", …";
        return out;
    }
    if (datum.unknown()) return "<unknown>";
    if (datum.sensitive) return "<masked>";
    switch (type.kind) {
        case TypeKind::boolean:
            return datum.number != 0 ? "true" : "false";
        case TypeKind::decimal:
            return print_decimal(datum.number);
        case TypeKind::time:
            return print_time(datum.number);
        case TypeKind::duration:
            return print_duration(datum.number);
        case TypeKind::size:
            return print_size(datum.number);
        case TypeKind::enumeration:
            return std::string(checked_.schema->enums()[type.declaration].members[static_cast<std::size_t>(datum.number)]);
        case TypeKind::integer:
            return std::to_string(datum.number);
        case TypeKind::record:
        case TypeKind::reference: {
            const Record& record = checked_.schema->records()[type.declaration];
            std::string out;
            for (std::uint32_t i = 0; i < record.fields.size(); ++i) {
                const bool is_key = datum.key ? i == 0 : record.fields[i].flags.key;
                if (is_key) out += (out.empty() ? "" : " ") + text_of(field_of(datum, i), record.fields[i].type);
            }
            return out;
        }
        default:
            return datum.text;
    }
}

}  // namespace scantling::oracle
