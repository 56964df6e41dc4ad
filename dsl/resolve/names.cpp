// The names that every file can say, and who holds a name.
#include <string>

#include "dsl/resolve/resolve.h"

namespace scantling::dsl {

namespace {

SymbolId add_global(Checked& checked, Symbol symbol) {
    const auto id = static_cast<SymbolId>(checked.symbols.size());
    const auto [at, is_new] = checked.globals.emplace(symbol.name, id);
    if (!is_new) return at->second;
    checked.symbols.push_back(std::move(symbol));
    return id;
}

void declare_facts(Checked& checked, std::uint32_t root, bool at_run) {
    const Record& record = checked.schema->records()[root];
    for (std::uint32_t i = 0; i < record.fields.size(); ++i) {
        Symbol symbol;
        symbol.kind = SymbolKind::fact;
        symbol.state = SymbolState::checked;
        symbol.name = record.fields[i].name;
        const SymbolId id = add_global(checked, std::move(symbol));
        Symbol& fact = checked.symbols[id];
        (at_run ? fact.at_run : fact.at_subject) = true;
        (at_run ? fact.index : fact.subject_index) = i;
    }
}

std::string_view described(SymbolKind kind) {
    switch (kind) {
        case SymbolKind::fact:
            return "a fact";
        case SymbolKind::enumeration:
            return "an enum";
        case SymbolKind::builtin:
            return "a builtin function";
        case SymbolKind::constant:
            return "a constant of this package";
        case SymbolKind::parameter:
            return "a parameter of this package";
        case SymbolKind::function:
            return "a function of this package";
        default:
            return "something in reach";
    }
}

}  // namespace

void declare_globals(Checked& checked) {
    declare_facts(checked, checked.schema->run_root(), true);
    declare_facts(checked, checked.schema->subject_root(), false);
    for (std::uint32_t i = 0; i < checked.schema->enums().size(); ++i) {
        Symbol symbol;
        symbol.kind = SymbolKind::enumeration;
        symbol.state = SymbolState::checked;
        symbol.name = checked.schema->enums()[i].name;
        symbol.index = i;
        add_global(checked, std::move(symbol));
    }
    for (std::uint32_t i = 0; i < builtin_signatures().size(); ++i) {
        Symbol symbol;
        symbol.kind = SymbolKind::builtin;
        symbol.state = SymbolState::checked;
        symbol.name = builtin_signatures()[i].name;
        symbol.index = i;
        add_global(checked, std::move(symbol));
    }
}

std::string name_holder(const Checked& checked, std::uint32_t file, std::string_view name) {
    const CheckedFile& at = checked.files[file];
    if (const auto found = checked.globals.find(name); found != checked.globals.end()) {
        return std::string(described(checked.symbols[found->second].kind));
    }
    const CheckedPackage& package = checked.packages[at.package];
    if (const auto found = package.names.find(name); found != package.names.end()) {
        return std::string(described(checked.symbols[found->second].kind));
    }
    if (at.aliases.contains(name)) return "the name of a package used here";
    return {};
}

void report_taken(Reporter& reporter, const Tree& tree, NodeId word, std::string_view holder) {
    reporter.add(tree, word, "E0202", quoted(tree.text(word)) + " is already " + std::string(holder), "taken")
        .help.push_back("nothing hides anything in Scant: choose another name");
}

std::vector<std::string_view> visible_names(const Checked& checked, std::uint32_t file) {
    std::vector<std::string_view> names;
    for (const auto& [name, id] : checked.globals) names.push_back(name);
    for (const auto& [name, id] : checked.packages[checked.files[file].package].names) names.push_back(name);
    for (const auto& [name, package] : checked.files[file].aliases) names.push_back(name);
    return names;
}

Checked resolve(std::vector<PolicyTree> trees, Reporter& reporter) {
    Checked checked;
    group_packages(checked, std::move(trees), reporter);
    extend_schema(checked, reporter);
    declare_globals(checked);
    declare_names(checked, reporter);
    follow_uses(checked, reporter);
    return checked;
}

}  // namespace scantling::dsl
