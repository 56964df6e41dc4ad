#!/usr/bin/env python3
"""What is shipped to C and C++: exported symbols, names, dependencies, headers that compile alone, and programs shown in texts.
Arguments: the shared library, the archive, what the shared one was linked with (separated by semicolons). Needs binutils."""
import os, pathlib, re, shutil, subprocess, sys, tempfile, unittest

SHARED, ARCHIVE, LINKED = (sys.argv.pop(1) for _ in range(3))
ROOT = pathlib.Path(__file__).resolve().parents[2]
INCLUDE = ROOT / "bindings/include"
HEADER = (INCLUDE / "scantling/scantling.h").read_text()
MAP = (ROOT / "bindings/c/scantling.map").read_text()


def said(*words):
    return subprocess.run(words, check=True, capture_output=True, text=True, env={**os.environ, "LC_ALL": "C"}).stdout


def without_comments(text):
    return re.sub(r"/\*.*?\*/", " ", text, flags=re.S)


def declared(header):
    """Names of the functions that the header declares SCANTLING_API: what stands before the first parenthesis."""
    lines = [line for line in without_comments(header).splitlines() if not line.startswith("#")]
    return re.findall(r"\bSCANTLING_API\b[^(;]*?(\w+)\s*\(", "\n".join(lines))


def listed(version_script):
    """Names per node, and what is hidden."""
    nodes = re.findall(r"(SCANTLING_\d+)\s*\{(.*?)\}", without_comments(version_script), re.S)
    names = {}
    for node, body in nodes:
        shown = body.split("local:")[0].replace("global:", "")
        names[node] = [name.strip() for name in shown.split(";") if name.strip()]
    return names


def exported(nm):
    """{name: node} of `nm -D --defined-only`; nodes themselves are absolute symbols of their own name."""
    names = {}
    for line in nm.splitlines():
        kind, symbol = line.split()[-2:]
        name, _, node = symbol.partition("@@")
        if not (kind == "A" and re.fullmatch(r"SCANTLING_\d+", name)):
            names[name] = node
    return names


def differences(header, version_script, nm):
    functions, nodes, symbols = declared(header), listed(version_script), exported(nm)
    mapped = {name: node for node, names in nodes.items() for name in names}
    found = [f"{name}: declared twice" for name in set(functions) if functions.count(name) > 1]
    found += [f"{name}: declared, not in the map" for name in set(functions) - set(mapped)]
    found += [f"{name}: in the map, not declared" for name in set(mapped) - set(functions)]
    found += [f"{name}: in the map, not exported" for name in set(mapped) - set(symbols)]
    found += [f"{name}: exported, not in the map" for name in set(symbols) - set(mapped)]
    found += [f"{name}: exported as {symbols[name]}, mapped as {mapped[name]}" for name in set(symbols) & set(mapped)
              if symbols[name] != mapped[name]]
    return sorted(found)


class Symbols(unittest.TestCase):
    nm = said("nm", "-D", "--defined-only", SHARED)

    def test_header_map_and_library_agree(self):
        self.assertGreaterEqual(len(declared(HEADER)), 48)
        self.assertEqual(differences(HEADER, MAP, self.nm), [])
        self.assertRegex(without_comments(MAP), r"local:\s*\*;")

    def test_a_planted_difference_is_seen(self):
        one = "SCANTLING_API void scantling_new(\n    int a) SCANTLING_NOEXCEPT;\n"
        planted = [
            (HEADER + one, MAP, self.nm, ["scantling_new: declared, not in the map"]),
            (HEADER + "/* " + one + " */\n", MAP, self.nm, []),
            (HEADER, MAP.replace("    scantling_check;\n", ""), self.nm,
             ["scantling_check: declared, not in the map", "scantling_check: exported, not in the map"]),
            (HEADER, MAP.replace("    scantling_check;\n", "    scantling_check;\n    scantling_new;\n"), self.nm,
             ["scantling_new: in the map, not declared", "scantling_new: in the map, not exported"]),
            (HEADER, MAP, self.nm + "0000 T SHA256_Init@@SCANTLING_1\n", ["SHA256_Init: exported, not in the map"]),
            (HEADER, MAP, self.nm + "0000 u _ZN1aE\n", ["_ZN1aE: exported, not in the map"]),
            (HEADER, MAP, self.nm.replace("scantling_check@@SCANTLING_1", "scantling_check@@SCANTLING_2"),
             ["scantling_check: exported as SCANTLING_2, mapped as SCANTLING_1"]),
            (HEADER.replace("scantling_check(", "scantling_checks("), MAP, self.nm,
             ["scantling_check: in the map, not declared", "scantling_checks: declared, not in the map"]),
        ]
        for header, version_script, nm, wanted in planted:
            self.assertEqual(differences(header, version_script, nm), wanted)

    def test_what_the_archive_defines_cannot_clash(self):
        """Every name of C begins with scantling_, every strong one of C++ lies in namespace scantling or in a handle's struct."""
        functions, mangled = set(), []
        for line in said("nm", "-g", "--defined-only", ARCHIVE).splitlines():
            words = line.split()
            # Weak are templates and inline functions, the same in whoever has them.
            if len(words) == 3 and words[1] not in "VWvwu":
                if words[2].startswith("_Z"):
                    mangled.append(words[2])
                else:
                    functions.add(words[2])
        names = subprocess.run(["c++filt"], input="\n".join(mangled), capture_output=True, text=True, check=True).stdout.splitlines()
        self.assertGreater(len(names), 500)
        ours = re.compile(r"((typeinfo|typeinfo name|vtable|guard variable) for )?scantling(::|_\w+::)")
        self.assertEqual([name for name in names if not ours.match(name)], [])
        self.assertEqual(functions, set(declared(HEADER)))


class Shared(unittest.TestCase):
    dynamic = said("readelf", "-dW", SHARED)

    def test_soname(self):
        self.assertEqual(re.findall(r"SONAME.*\[(.*)\]", self.dynamic), ["libscantling.so.0"])

    def test_it_needs_what_is_meant(self):
        """The C and C++ runtime; and each third-party library that was not linked as an archive."""
        runtime = r"lib(c|m|stdc\+\+|gcc_s|pthread|dl|atomic)\.so\.\d+|ld-linux.*"
        linked = [pathlib.Path(word).name for word in LINKED.split(";") if "/" in word]
        shared = {re.sub(r"\.so.*", "", name) for name in linked if ".so" in name}
        needed = re.findall(r"NEEDED.*\[(.*)\]", self.dynamic)
        self.assertTrue(linked)
        others = [name for name in needed if not re.fullmatch(runtime, name)]
        self.assertLessEqual({re.sub(r"\.so.*", "", name) for name in others}, shared)
        self.assertNotRegex(said("ldd", SHARED), "not found")

    def test_it_is_position_independent_relocatable_and_can_be_unloaded(self):
        for word in ("TEXTREL", "RPATH", "RUNPATH", "NODELETE", "STATIC_TLS"):
            self.assertNotIn(word, self.dynamic)
        self.assertNotRegex(said("readelf", "-lW", SHARED), r"GNU_STACK.*\bRWE\b")
        self.assertNotRegex(said("readelf", "-sW", "--dyn-syms", SHARED), r"\bUNIQUE\b.*\d+ _Z")


def compilers(*names):
    found = {os.path.realpath(path): path for path in map(shutil.which, names) if path}
    return list(found.values())


class Headers(unittest.TestCase):
    def compile(self, compiler, language, standard, text, *flags):
        words = [compiler, "-x", language, f"-std={standard}", "-I", str(INCLUDE), "-Wall", "-Wextra", "-Wpedantic", "-Werror", *flags, "-"]
        done = subprocess.run(words, input=text, text=True, capture_output=True)
        with self.subTest(compiler=compiler, standard=standard, flags=flags):
            self.assertEqual(done.returncode, 0, done.stderr)

    def test_scantling_h_alone(self):
        text = '#include "scantling/scantling.h"\nint scantling_test_only(void);\n'
        structs = sorted(set(re.findall(r"#define (SCANTLING_\w+)_INIT\b", HEADER)))
        used = text + "".join(f"{name.lower()} of_{name.lower()} = {name}_INIT;\n" for name in structs)
        strict = ("-fsyntax-only", "-Wconversion", "-Wshadow", "-Wmissing-declarations")
        for compiler in compilers("cc", "gcc", "clang", "clang-16"):
            for standard in ("c99", "c11", "c17"):
                for program in (text, used):
                    self.compile(compiler, "c", standard, program, *strict, "-Wstrict-prototypes")
                    self.compile(compiler, "c", standard, program, *strict, "-DSCANTLING_STATIC")
        for compiler in compilers("c++", "g++", "clang++", "clang++-16"):
            for standard in ("c++17", "c++20"):
                for program in (text, used):
                    self.compile(compiler, "c++", standard, program, *strict, "-Wold-style-cast")

    def test_every_struct_has_its_initializer(self):
        text = without_comments(HEADER)
        structs = set(re.findall(r"typedef struct (scantling_\w+) \{\s*size_t size;", text))
        self.assertGreaterEqual(len(structs), 11)
        self.assertEqual({name.upper() + "_INIT" for name in structs}, set(re.findall(r"#define (SCANTLING_\w+_INIT)\b", text)))

    def test_scantling_hpp_alone_and_in_two_files(self):
        text = '#include "scantling/scantling.hpp"\nint scantling_test_only();\n'
        strict = ("-Wconversion", "-Wsign-conversion", "-Wshadow", "-Wold-style-cast", "-Wnon-virtual-dtor", "-Woverloaded-virtual")
        for compiler in compilers("c++", "g++", "clang++", "clang++-16"):
            with tempfile.TemporaryDirectory() as folder:
                self.compile(compiler, "c++", "c++20", text, *strict, "-c", "-o", folder + "/a.o")
                strong = [line for line in said("nm", "-g", "--defined-only", folder + "/a.o").splitlines() if line.split()[1] not in "VWu"]
                self.assertEqual(strong, [], "what is not inline cannot be included twice")


class Texts(unittest.TestCase):
    def test_programs_in_texts_are_the_files_that_are_run(self):
        """`<!-- PATH -->` before a block of code says that the block is that file."""
        seen = []
        for page in [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]:
            for path, block in re.findall(r"^<!-- (\S+) -->\n```\w*\n(.*?)^```$", page.read_text(), re.S | re.M):
                self.assertEqual(block, (ROOT / path).read_text(), f"{page}: {path}")
                seen.append(path)
        self.assertLessEqual({"docs/examples/c/ten_lines.c", "docs/examples/cpp/ten_lines.cpp"}, set(seen))


if __name__ == "__main__":
    unittest.main()
