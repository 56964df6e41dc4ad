// What the generated files have in common, and the list of them.
#include "dsl/tools/generate_schema/generate.h"

#include <algorithm>
#include <array>

#include "dsl/tools/generate_schema/schema_text.h"

namespace scantling::dsl {

namespace {

// Keywords and operator words of C++20 that a policy may well use for a field or a member.
constexpr auto keywords = std::to_array<std::string_view>(
    {"alignas",  "alignof",  "and",       "asm",      "auto",      "bool",     "break",    "case",   "catch",   "char",
     "class",    "compl",    "concept",   "const",    "continue",  "default",  "delete",   "do",     "double",  "else",
     "enum",     "explicit", "export",    "extern",   "false",     "float",    "for",      "friend", "goto",    "if",
     "inline",   "int",      "long",      "mutable",  "namespace", "new",      "noexcept", "not",    "nullptr", "operator",
     "or",       "private",  "protected", "public",   "register",  "requires", "return",   "short",  "signed",  "sizeof",
     "static",   "struct",   "switch",    "template", "this",      "throw",    "true",     "try",    "typedef", "typeid",
     "typename", "union",    "unsigned",  "using",    "virtual",   "void",     "volatile", "while",  "xor"});

}  // namespace

std::string cpp_text(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        if (c == '\n') {
            out += "\\n";
        } else {
            out += c;
        }
    }
    return out + "\"";
}

std::string cpp_name(std::string_view name) {
    const bool taken = std::find(keywords.begin(), keywords.end(), name) != keywords.end();
    return std::string(name) + (taken ? "_" : "");
}

std::vector<GeneratedFile> generate(const Model& model) {
    return {{"tables.cpp", generate_tables(model)},
            {"enums.h", generate_enums(*model.schema)},
            {"slots.h", generate_slots(model)},
            {"schema.json", json_schema(*model.schema)}};
}

}  // namespace scantling::dsl
