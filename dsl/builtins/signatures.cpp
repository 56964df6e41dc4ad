// The table of builtin functions.
#include "dsl/builtins/signatures.h"

namespace scantling::dsl {

namespace {

constexpr std::array<Accepts, 2> one(Accepts a) { return {a, Accepts::none}; }
constexpr std::array<Accepts, 2> two(Accepts a, Accepts b) { return {a, b}; }

constexpr auto table = std::to_array<BuiltinSignature>({
    {"lower", Builtin::lower, one(Accepts::text), Gives::text, "lower(string) -> string"},
    {"trim", Builtin::trim, one(Accepts::text), Gives::text, "trim(string) -> string"},
    {"length", Builtin::length, one(Accepts::text), Gives::integer, "length(string) -> int"},
    {"split", Builtin::split, two(Accepts::text, Accepts::constant_text), Gives::text_list, "split(string, separator) -> list<string>"},
    {"before", Builtin::before, two(Accepts::text, Accepts::text), Gives::optional_text, "before(string, separator) -> string?"},
    {"after", Builtin::after, two(Accepts::text, Accepts::text), Gives::optional_text, "after(string, separator) -> string?"},
    {"to_int", Builtin::to_int, one(Accepts::text), Gives::optional_integer, "to_int(string) -> int?"},
    {"base_name", Builtin::base_name, one(Accepts::text), Gives::text, "base_name(path) -> string"},
    {"dir_name", Builtin::dir_name, one(Accepts::text), Gives::text, "dir_name(path) -> string"},
    {"extension", Builtin::extension, one(Accepts::text), Gives::optional_text, "extension(path) -> string?"},
    {"under", Builtin::under, two(Accepts::text, Accepts::text), Gives::boolean, "under(path, directory) -> bool"},
    {"mode_within", Builtin::mode_within, two(Accepts::integer, Accepts::integer), Gives::boolean, "mode_within(mode, limit) -> bool"},
    {"next", Builtin::next, one(Accepts::element), Gives::optional_row, "next(x) -> T?, of an element that a `for` or quantifier binds"},
    {"previous", Builtin::previous, one(Accepts::element), Gives::optional_row,
     "previous(x) -> T?, of an element that a `for` or quantifier binds"},
    {"position", Builtin::position, one(Accepts::element), Gives::integer,
     "position(x) -> int, of an element that a `for` or quantifier binds"},
    {"same", std::nullopt, two(Accepts::row, Accepts::row), Gives::boolean, "same(a, b) -> bool, of two rows"},
    {"entries", Builtin::entries, one(Accepts::any_map), Gives::entries, "entries(map<K, V>) -> list<{ key: K, value: V }>"},
    {"first", Builtin::first, one(Accepts::any_list), Gives::optional_element, "first(list<T>) -> T?"},
    {"last", Builtin::last, one(Accepts::any_list), Gives::optional_element, "last(list<T>) -> T?"},
    {"unique", Builtin::unique, one(Accepts::scalar_list), Gives::first_argument, "unique(list<T>) -> list<T>"},
    {"sum", Builtin::sum, one(Accepts::number_list), Gives::element, "sum(list<int | decimal | size | duration>) -> T"},
    {"min", Builtin::min, one(Accepts::ordered_list), Gives::optional_element, "min(list<T>) -> T?"},
    {"max", Builtin::max, one(Accepts::ordered_list), Gives::optional_element, "max(list<T>) -> T?"},
    {"without", Builtin::without, two(Accepts::scalar_list, Accepts::same_list), Gives::first_argument,
     "without(list<T>, list<T>) -> list<T>"},
    {"join", Builtin::join, two(Accepts::text_list, Accepts::constant_text), Gives::text, "join(list<string>, separator) -> string"},
    {"version", Builtin::version, two(Accepts::text, Accepts::ecosystem), Gives::optional_version,
     "version(string, Ecosystem) -> version?"},
    {"version_in", Builtin::version_in, two(Accepts::version, Accepts::constant_text), Gives::boolean,
     "version_in(version, \"vers:…\") -> bool"},
    {"major", Builtin::major, one(Accepts::version), Gives::optional_integer, "major(version) -> int?"},
    {"minor", Builtin::minor, one(Accepts::version), Gives::optional_integer, "minor(version) -> int?"},
    {"is_prerelease", Builtin::is_prerelease, one(Accepts::version), Gives::boolean, "is_prerelease(version) -> bool"},
    {"url_host", Builtin::url_host, one(Accepts::text), Gives::optional_text, "url_host(string) -> string?"},
    {"url_scheme", Builtin::url_scheme, one(Accepts::text), Gives::optional_text, "url_scheme(string) -> string?"},
    {"licence_satisfied", Builtin::licence_satisfied, two(Accepts::text, Accepts::text_list), Gives::boolean,
     "licence_satisfied(string, allowed) -> bool"},
    {"severity_of", Builtin::severity_of, one(Accepts::decimal), Gives::severity, "severity_of(cvss) -> Severity"},
    {"weekday", Builtin::weekday, one(Accepts::time), Gives::weekday, "weekday(time) -> Weekday"},
    {"start_of_day", Builtin::start_of_day, one(Accepts::time), Gives::time, "start_of_day(time) -> time"},
    {"days", Builtin::days, one(Accepts::duration), Gives::integer, "days(duration) -> int"},
});

}  // namespace

std::span<const BuiltinSignature> builtin_signatures() { return table; }

std::size_t argument_count(const BuiltinSignature& signature) { return signature.arguments[1] == Accepts::none ? 1 : 2; }

bool takes_comprehension(const BuiltinSignature& signature) {
    if (!signature.builtin) return false;
    switch (*signature.builtin) {
        case Builtin::sum:
        case Builtin::min:
        case Builtin::max:
        case Builtin::first:
        case Builtin::last:
        case Builtin::unique:
        case Builtin::join:
            return true;
        default:
            return false;
    }
}

}  // namespace scantling::dsl
