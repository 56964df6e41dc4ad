// Every bound of the engine and the language, each with its reason. A test stands at each limit and one past it.
#pragma once

#include <cstddef>
#include <cstdint>

namespace scantling::limits {

// Offsets are 32 bits wide (Span, places). The largest real document seen is 50 MB.
inline constexpr std::size_t source_bytes = 1ULL << 30;
// A policy file is written by hand; the standard library's largest is under 100 KiB.
inline constexpr std::size_t policy_bytes = 4ULL << 20;
// A bundle: that of the standard library has some 160 KB; what is made of one takes up to forty times its bytes.
inline constexpr std::size_t bundle_bytes = 16ULL << 20;
// Nesting of brackets and blocks in policy text: the precedence ladder of the grammar costs some 10 KiB of stack a
// level without optimisation and under sanitizers, and 8 MiB overflowed at about 700.
inline constexpr std::uint32_t policy_nesting = 100;
// Depth of one expression, operators in a chain included: the checker and the oracle walk trees by recursion. A list of a thousand
// names belongs into `in […]`, which is flat.
inline constexpr std::uint32_t expression_depth = 500;
// Depth of checking and lowering through definitions: an expression of the greatest depth that mentions others. A level costs under 2 KiB
// of stack, 6 under sanitizers.
inline constexpr std::uint32_t check_depth = 1000;
// Mistakes of one policy file that are listed: nobody reads more, and a binary file has millions.
inline constexpr std::size_t policy_errors = 100;
// Nesting of JSON documents: simdjson's own default; real ones stay under 40.
inline constexpr std::uint32_t json_nesting = 1024;
// Licences of one package: uniting them compares each with each. The largest real component has 25.
inline constexpr std::size_t licences = 500;
// BuildKit refuses a longer Dockerfile line ("dockerfile line greater than max allowed size").
inline constexpr std::size_t dockerfile_line_bytes = 65535;
// Nesting of `${a:-${b:-…}}`, of subshells and of `sh -c` in a Dockerfile: real ones stay under 6.
inline constexpr std::size_t dockerfile_nesting = 40;
// The largest of 7,657 real Dockerfiles has 145 KB; a limit here bounds everything that is made from one.
inline constexpr std::size_t dockerfile_bytes = 4ULL << 20;
inline constexpr std::size_t dockerfile_instructions = 20000;
// Errors of one Dockerfile that become rows: a file with more is no Dockerfile.
inline constexpr std::size_t dockerfile_errors = 1000;
// Variables, labels, ports and volumes that stages of one Dockerfile inherit from each other, in all: each is written again.
inline constexpr std::size_t dockerfile_inherited = 100000;
// An expanded value of a Dockerfile: as long as BuildKit lets a line be.
inline constexpr std::size_t dockerfile_value_bytes = 65535;
// Bytes and pattern steps that expanding variables may cost in one Dockerfile: `ENV A=$A$A` doubles on every line.
inline constexpr std::size_t dockerfile_expansion = 16ULL << 20;
// Nodes of one rule after inlining functions: a real rule has under 200.
inline constexpr std::size_t rule_nodes = 20000;
// Names that one rule binds by `for` and `let`, and parameters of one function: people stop at five.
inline constexpr std::size_t rule_bindings = 256;
// Members of one enum, fields of one record: the built-in model's longest has 60.
inline constexpr std::size_t declared_members = 4096;
// Records and enums that policies declare, and cells of one row of theirs, records in records counted: slots are 16 bits wide.
inline constexpr std::size_t declared_types = 2000;
inline constexpr std::size_t row_slots = 8192;
// Tables and cells of one declared domain, lists in lists counted: a layout is made of them before any fact is read.
inline constexpr std::size_t domain_slots = 65536;
// Different types that a run's policies mention; they are looked up one by one.
inline constexpr std::size_t policy_types = 4096;
// Steps of holding values against the ranges of their parameters, all of one link. A range over a list of a thousand names takes some ten
// thousand.
inline constexpr std::size_t constant_steps = 10000000;
// Mistakes of linking that are listed.
inline constexpr std::size_t link_errors = 100;
// Names among which a misspelt one is looked for.
inline constexpr std::size_t suggested_names = 5000;
// Tuples of one chunk of an expanded space: 2 KiB of bitmap, so that the live vectors stay in the second-level cache.
inline constexpr std::size_t chunk_tuples = 16384;
// From so many tuples on it is looked whether their refs name few rows, what depends on those alone being computed once for each.
inline constexpr std::uint32_t shared_tuples = 16;
// Steps of one rule on one subject (sum over nodes of the rows of their space).
inline constexpr std::uint64_t rule_steps = 2000000000;
// Tuples that are counted one by one to know how many steps a rule takes; a list that has more is taken for one without end.
inline constexpr std::uint64_t counted_tuples = 1ULL << 24U;
// Scratch of one evaluation. 100 rules over 2,200 rows take some 10 MiB.
inline constexpr std::uint64_t scratch_bytes = 2ULL << 30U;
// Violating or undetermined bindings of one rule that are looked at one by one; the rest are counted.
inline constexpr std::size_t kept_bindings = 1U << 20U;
// Nesting of a rule's expressions after inlining: every walk of them is a recursion of some 500 bytes a level.
inline constexpr std::size_t program_depth = 2000;
// Causes of an unknown that are listed; the rest are counted.
inline constexpr std::size_t listed_causes = 16;

// A version: the longest in the corpus has under 100 bytes, and Maven's rules nest one level a byte or two.
inline constexpr std::size_t version_bytes = 512;
// Parentheses in a licence expression: real ones stay under 5.
inline constexpr std::uint32_t licence_nesting = 64;

}  // namespace scantling::limits
