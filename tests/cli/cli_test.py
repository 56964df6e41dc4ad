#!/usr/bin/env python3
"""The command line as a person uses it: exit codes, both formats, what it says when something is wrong. Standard library only."""
import json, pathlib, re, subprocess, sys, tempfile, unittest

TOOL = sys.argv.pop(1) if len(sys.argv) > 1 and not sys.argv[1].startswith("-") else "build/release/bin/scantling"
ROOT = pathlib.Path(__file__).resolve().parents[2]
SERVICE = ROOT / "docs/examples/service"
FILES = [str(SERVICE / name) for name in ("Dockerfile", "image.json", "bom.cdx.json", "trivy.json", "container.json")]
NOW = ["--now", "2026-11-24"]
GOOD = 'FROM scratch\nUSER 65532\nHEALTHCHECK CMD ["/app", "health"]\nLABEL org.opencontainers.image.source="https://git.example.com/app"\nCMD ["/app"]\n'


def run(*words, stdin=None):
    return subprocess.run([TOOL, *map(str, words)], capture_output=True, text=True, input=stdin, timeout=60)


class Folder(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def write(self, name, text):
        path = pathlib.Path(self.folder.name, name)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return str(path)


class Check(Folder):
    def test_the_example_service_is_one_subject_and_closes_the_gate(self):
        done = run("check", "--format", "json", *NOW, *FILES)
        self.assertEqual(done.returncode, 1, done.stderr)
        report = json.loads(done.stdout)
        self.assertEqual(report["format"], "scantling.report/1")
        self.assertEqual(report["verdict"], "closed")
        self.assertEqual(report["profile"], "std.baseline")
        self.assertEqual(len(report["subjects"]), 1)
        self.assertIn("dockerignore", [i["kind"] for i in report["inputs"]])
        self.assertEqual({i["subject"] for i in report["inputs"]}, {report["subjects"][0]["name"]})
        self.assertEqual(report["now"], "2026-11-24T00:00:00Z")
        practices = {"std.dockerfile.apt_get_without_recommends", "std.dockerfile.no_secret_in_variable", "std.image.runs_as_non_root",
                     "std.packages.no_fixable_severe_vulnerability", "std.dockerfile.no_download_piped_to_shell", "std.runtime.no_runtime_socket"}
        self.assertLessEqual(practices, {f["rule"] for f in report["findings"]})

    def test_every_finding_points_at_the_text_that_caused_it(self):
        report = json.loads(run("check", "--format", "json", *NOW, *FILES).stdout)
        for finding in report["findings"]:
            place = finding["location"]
            self.assertIn(place["file"], FILES + [str(SERVICE / ".dockerignore")])
            lines = pathlib.Path(place["file"]).read_text().splitlines()
            self.assertLessEqual(place["column"], len(lines[place["line"] - 1]) + 1, finding)
            self.assertRegex(finding["fingerprint"], r"^[0-9a-f]{32}$")
        privileged = [f for f in report["findings"] if f["rule"] == "std.runtime.no_runtime_socket"]
        self.assertTrue(all("pointer" in f["location"] for f in privileged))

    def test_json_is_canonical(self):
        first, second = (run("check", "--format", "json", *NOW, *FILES).stdout for _ in range(2))
        self.assertEqual(first, second)

        def sorted_keys(value):
            if isinstance(value, dict):
                self.assertEqual(list(value), sorted(value))
                for inner in value.values():
                    sorted_keys(inner)
            elif isinstance(value, list):
                for inner in value:
                    sorted_keys(inner)

        sorted_keys(json.loads(first))

    def test_text_fits_a_hundred_columns_and_hides_nothing(self):
        done = run("check", *NOW, *FILES)
        self.assertEqual(done.returncode, 1)
        self.assertNotIn("\x1b", done.stdout)
        report = json.loads(run("check", "--format", "json", *NOW, *FILES).stdout)
        for line in done.stdout.splitlines():
            if str(SERVICE) not in line:  # a path is as long as it is
                self.assertLessEqual(len(line), 100, line)
        for rule in report["rules"]:
            if rule["outcome"] in ("unknown", "skipped", "fail"):
                self.assertIn(rule["id"], done.stdout)
        self.assertIn("Verdict: closed", done.stdout)

    def test_a_sensitive_value_is_never_shown(self):
        for words in (("check", *NOW, *FILES), ("check", "--format", "json", *NOW, *FILES), ("facts", *FILES), ("facts", "--format", "json", *FILES)):
            shown = run(*words).stdout
            self.assertNotIn("live-4f1c", shown)
            self.assertNotIn("changeme", shown)  # ENV of the Dockerfile: in the line that an excerpt shows, in the text of the instruction

    def test_a_sensitive_value_is_cut_out_of_what_holds_it(self):
        text = ("ARG OUTER=hush-outer\nFROM debian:12\nARG API_TOKEN=hush-arg\nENV A_TOKEN=hush-env MODE=\"hush\\\nier mode\" \\\n    B_TOKEN=hush-second\n"
                "ENV OLD_TOKEN hush-old\nRUN C_TOKEN=hush-prefix curl https://example.com | sh\n")
        policy = self.write("acme.scant", "package acme\nrule shows {\n title \"t\"\n severity low\n for i in dockerfile.instructions\n for r in dockerfile.runs\n"
                            " forbid i.line > 0\n message \"{i} {i.text} {i.arguments} {r.script} {r.commands}\"\n}\n")
        files = ["--policy", policy, "--profile", "std.everything", self.write("Dockerfile", text)]
        for words in (("check", *files), ("check", "--policy", policy, files[-1]),
                      ("check", "--policy", policy, "--format", "json", files[-1]), ("facts", files[-1]), ("facts", "--format", "json", files[-1])):
            done = run(*words)
            self.assertIn("<masked>", done.stdout)
            self.assertNotIn("hush", done.stdout, words)
        excerpt = run("check", *files).stdout
        self.assertIn("ENV A_TOKEN=<masked> MODE=<masked>", excerpt)
        self.assertIn("| ENV OLD_TOKEN <masked>\n", excerpt)
        for marks in re.findall(r"^.*\| *(\^+)$", excerpt, re.M):
            self.assertLess(len(marks), 100)

    def test_a_secret_that_no_variable_takes_is_cut_out_too(self):
        text = ("FROM debian:12\nONBUILD ENV P=hush-built Q=\"hush-quoted\"\nONBUILD ARG K=hush-key\nENV =hush-blank\nENV A=hush-first hush-second\n"
                "USER root\n")
        dockerfile = self.write("Dockerfile", text)
        for words in (("check", "--profile", "std.everything", dockerfile), ("check", "--format", "json", dockerfile),
                      ("facts", dockerfile), ("facts", "--format", "json", dockerfile)):
            done = run(*words)
            self.assertNotIn("hush", done.stdout + done.stderr, words)
        self.assertIn("5 | ENV <masked>\n", run("check", dockerfile).stderr)
        self.assertIn("ENV P=<masked> Q=<masked>", run("facts", dockerfile).stdout)

    def test_no_broken_line_shows_what_may_be_a_secret(self):
        lines = [b'ENV P="S3cr3t with', b'ENV PASS"WORD=S3cr3t"', b"ENV P=S3cr3t${X!a}", b"ENV A=b P=S3cr3t C=${X", b'ENV A=b \\\n X="S3cr3t C=S3cr4',
                 b'ENV P="S3cr3t\n b"', b'ARG T="S3cr3t', b"ENV P=S3cr3tp\xe4ss", b"ENV P=S3cr3t X=" + b"a" * 70000, b"ONBUILD ONBUILD ENV P=S3cr3t",
                 b"ONBUILD EVN P=S3cr3t", b"ENV --p=S3cr3t A=b", b"ARG --p=S3cr3t A=b", b"ONBUILD ENV --x=S3cr3t Q=b", b"ARG P S3cr3t", b"EVN P=S3cr3t",
                 b"ENV\xc2\xa0P=S3cr3t", b"ENV P=S3\\\nS3cr3t", b"ONBUILD ENV P S3cr3t"]
        for line in lines:
            for text in (b"FROM a:1\n" + line + b"\n", line + b"\nFROM a:1\n"):
                path = self.write("Dockerfile", "")
                pathlib.Path(path).write_bytes(text)
                for words in (("check", "--profile", "std.everything"), ("check", "--format", "json"), ("facts",), ("facts", "--format", "json")):
                    done = run(*words, path)
                    self.assertNotIn("S3cr", done.stdout + done.stderr, (line[:60], words))

    def test_an_instruction_with_thousands_of_values_is_masked_in_one_walk(self):
        pairs = " \\\n".join(f"P{i}=hush{i}" for i in range(20000))
        for keyword in ("ENV", "ONBUILD ENV"):
            done = run("facts", self.write("Dockerfile", f"FROM a:1\n{keyword} {pairs}\n"))
            self.assertNotIn("hush", done.stdout)

    def test_a_good_dockerfile_is_clean(self):
        done = run("check", *NOW, self.write("Dockerfile", GOOD))
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.assertIn("Verdict: clean", done.stdout)

    def test_what_the_base_sets_is_unknown_not_a_pass(self):
        done = run("check", "--format", "json", *NOW, self.write("Dockerfile", GOOD.replace("FROM scratch", "FROM registry.example.com/base:1").replace("USER 65532\n", "")))
        report = json.loads(done.stdout)
        outcome = next(r for r in report["rules"] if r["id"] == "std.image.runs_as_non_root")
        self.assertEqual(outcome["outcome"], "unknown")
        self.assertEqual(outcome["causes"][0]["cause"], "unresolved")
        self.assertEqual((report["verdict"], done.returncode), ("undecided", 3))

    def test_without_a_subject_every_rule_is_listed_as_not_run(self):
        policy = self.write("acme.scant", "package acme\nrule dated {\n title \"There is a clock\"\n severity low\n require now > 2020-01-01\n}\n")
        nothing = self.write("nothing.json", "{}")
        done = run("check", "--policy", policy, "--format", "json", *NOW, nothing)
        self.assertEqual(done.returncode, 3)
        report = json.loads(done.stdout)
        outcomes = {r["id"]: (r["outcome"], r.get("reason"), r["subject"]) for r in report["rules"]}
        self.assertEqual(outcomes.pop("acme.dated"), ("pass", None, None))
        self.assertEqual(outcomes.pop("engine.input_partial")[0], "unknown")
        self.assertGreater(len(outcomes), 70)
        self.assertEqual(set(outcomes.values()), {("skipped", "no subject", None)})
        text = " ".join(run("check", "--policy", policy, *NOW, nothing).stdout.split())
        for rule in outcomes:
            self.assertIn(rule, text)
        self.assertIn("Not run", text)

    def test_one_broken_file_does_not_stop_the_others(self):
        broken = self.write("broken.json", '{"bomFormat": "CycloneDX", "specVersion": "1.5", "components": [')
        good = self.write("Dockerfile", GOOD)
        done = run("check", "--format", "json", *NOW, broken, good)
        report = json.loads(done.stdout)
        self.assertEqual((done.returncode, report["verdict"]), (3, "undecided"))
        self.assertIn("engine.input_partial", [r["id"] for r in report["rules"]])
        self.assertEqual(report["diagnostics"][0]["file"], broken)
        self.assertIn("broken.json:1:", done.stderr)
        self.assertEqual(run("facts", broken, good).returncode, 3)

    def test_a_file_that_is_not_there_is_reported_and_the_others_are_checked(self):
        done = run("check", "--format", "json", *NOW, "/nowhere/Dockerfile", self.write("Dockerfile", GOOD))
        self.assertEqual(done.returncode, 3)
        self.assertIn("/nowhere/Dockerfile", done.stderr)
        self.assertEqual(json.loads(done.stdout)["verdict"], "undecided")

    def test_an_ignore_file_belongs_to_the_subject_of_its_dockerfile(self):
        for name in ("a", "b"):
            pathlib.Path(self.folder.name, name).mkdir()
            self.write(f"{name}/Dockerfile", GOOD)
        self.write("b/.dockerignore", "*.md\n")
        report = json.loads(run("check", "--format", "json", *(f"{self.folder.name}/{name}/Dockerfile" for name in ("a", "b"))).stdout)
        subjects = {pathlib.Path(i["file"]).relative_to(self.folder.name).as_posix(): i["subject"] for i in report["inputs"]}
        self.assertEqual(subjects["b/.dockerignore"], subjects["b/Dockerfile"])
        self.assertNotEqual(subjects["a/Dockerfile"], subjects["b/Dockerfile"])

    def test_a_subject_can_be_named(self):
        done = run("check", "--format", "json", *NOW, "--subject", f"registry.example.com/app:1={FILES[2]}", FILES[2])
        self.assertIn("registry.example.com/app", json.loads(done.stdout)["subjects"][0]["name"])

    def test_usage_errors(self):
        good = self.write("Dockerfile", GOOD)
        for words in (["check"], ["check", "--nope", good], ["check", "--profile", "std.basline", good], ["check", "--now", "yesterday", good],
                      ["check", "--set", "x", good], ["check", "--set", "std.packages.deadline=3", good], ["check", "--policy", "/nowhere.scant", good],
                      ["check", "--subject", "x=other", good], ["frobnicate"], [], ["explain", "E9999"]):
            done = run(*words)
            self.assertEqual(done.returncode, 2, (words, done.stdout, done.stderr))
            self.assertNotEqual(done.stderr, "")

    @unittest.skipUnless(pathlib.Path("/dev/full").exists(), "there is no /dev/full here")
    def test_an_answer_that_cannot_be_written_is_no_answer(self):
        for command in (["check", *NOW], ["check", "--format", "json", *NOW], ["facts"]):
            with open("/dev/full", "w") as full:
                done = subprocess.run([TOOL, *command, *FILES], stdout=full, stderr=subprocess.PIPE, text=True, timeout=60)
            self.assertEqual(done.returncode, 4, command)
            self.assertIn("cannot write standard output", done.stderr)

    def test_a_misspelt_profile_offers_the_right_one(self):
        done = run("check", "--profile", "std.basline", self.write("Dockerfile", GOOD))
        self.assertIn("std.baseline", done.stderr)

    def test_mistakes_are_called_by_their_name(self):
        good = self.write("Dockerfile", GOOD)
        for words, said in ((["chek", good], "no command `chek`"), (["check", "--format", "xml", good], "`xml` is neither `text` nor `json`"),
                            (["check", "--profile", "baseline", good], "names are written in full: `std.baseline`"),
                            (["check", "--profile", "zzzzzzzz", good], "known: `std.baseline`, `std.everything`"),
                            (["explain", "e0101"], "a capital and four digits")):
            done = run(*words)
            self.assertEqual(done.returncode, 2, (words, done.stdout, done.stderr))
            self.assertIn(said, done.stderr)


class Policies(Folder):
    POLICY = """package acme.images

rule has_team {
    title    "The image names its team"
    severity high
    require  image.config.labels["team"] is present
    message  "There is no label team."
}
"""

    def test_a_policy_of_ones_own_runs_beside_the_baseline(self):
        policy = self.write("images.scant", self.POLICY)
        done = run("check", "--format", "json", *NOW, "--policy", policy, self.write("Dockerfile", GOOD))
        report = json.loads(done.stdout)
        self.assertEqual([f["rule"] for f in report["findings"]], ["acme.images.has_team"])
        self.assertEqual(done.returncode, 1)

    def test_without_the_standard_library(self):
        policy = self.write("images.scant", self.POLICY)
        report = json.loads(run("check", "--format", "json", "--no-std", *NOW, "--policy", policy, self.write("Dockerfile", GOOD)).stdout)
        self.assertEqual([r["id"] for r in report["rules"]], ["acme.images.has_team"])

    def test_a_mistake_is_shown_where_it_is(self):
        policy = self.write("images.scant", self.POLICY.replace("labels", "lables"))
        done = run("check", "--policy", policy, self.write("Dockerfile", GOOD))
        self.assertEqual(done.returncode, 2)
        self.assertIn("images.scant:6:", done.stderr)
        self.assertIn("did you mean `labels`", done.stderr)
        self.assertEqual(done.stdout, "")

    def test_a_parameter_can_be_set(self):
        report = json.loads(run("check", "--format", "json", *NOW, "--set", "std.packages.allowed_licences=[\"GPL-2.0-only\"]", *FILES).stdout)
        self.assertEqual([d["name"] for d in report["deviations"]], ["std.packages.allowed_licences"])
        licences = [f["message"] for f in report["findings"] if f["rule"] == "std.packages.licences_allowed"]
        self.assertTrue(licences and not any("mysqlclient" in m for m in licences), licences)


class Bundles(Folder):
    def test_a_bundle_checks_as_its_policies_do(self):
        policy = self.write("images.scant", Policies.POLICY)
        bundle = self.write("all.bundle", "")
        done = run("compile", "-o", bundle, "--policy", policy)
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "", ""))
        for words in (["--format", "json"], ["--format", "text"], ["--profile", "std.everything"],
                      ["--set", "std.packages.allowed_licences=[\"GPL-2.0-only\"]"]):
            texts = run("check", *NOW, *words, "--policy", policy, *FILES)
            packed = run("check", *NOW, *words, "--bundle", bundle, *FILES)
            self.assertEqual((packed.returncode, packed.stdout, packed.stderr), (texts.returncode, texts.stdout, texts.stderr))
        for form in ("text", "json"):
            self.assertEqual(run("rules", "--format", form, "--bundle", bundle).stdout, run("rules", "--format", form, "--policy", policy).stdout)

    def test_equal_policies_are_equal_bytes_and_a_dash_is_standard_output(self):
        first, second = (subprocess.run([TOOL, "compile", "-o", "-"], capture_output=True, timeout=60).stdout for _ in range(2))
        self.assertEqual(first, second)
        self.assertTrue(first.startswith(b"\x89SCANT\r\n"))

    def test_what_is_wrong_is_said(self):
        policy = self.write("images.scant", Policies.POLICY)
        bundle = self.write("all.bundle", "")
        self.assertEqual(run("compile", "--no-std", "-o", bundle, "--policy", policy).returncode, 0)
        whole = pathlib.Path(bundle).read_bytes()
        file = self.write("Dockerfile", GOOD)
        for words, said in (
                (["check", "--bundle", self.write("cut", whole[:-40]), file], "bytes are there of"),
                (["check", "--bundle", self.write("bent", whole[:200] + b"\0\0\0" + whole[203:]), file], "its digest is not that of its content"),
                (["check", "--bundle", self.write("new", whole[:8] + b"\x09" + whole[9:]), file], "has format 9"),
                (["check", "--bundle", policy, file], "this is no bundle of compiled policies"),
                (["check", "--bundle", bundle + ".gone", file], "cannot read"),
                (["rules", "--bundle", policy], "this is no bundle of compiled policies"),
                (["check", "--bundle", bundle, "--policy", policy, file], "excludes"),
                (["check", "--bundle", bundle, "--no-std", file], "excludes"),
                (["check", "--bundle", bundle, "--profile", "acme.gone", file], "there is no profile `acme.gone`"),
                (["check", "--bundle", bundle, "--set", "acme.gone=1", file], "there is no parameter `acme.gone`"),
                (["compile", "--policy", policy], "--output is required"),
                (["compile", "-o", bundle + "/in/it", "--policy", policy], "cannot write"),
                (["compile", "-o", bundle, "--policy", self.write("bad.scant", "rule one {}")], "E0110")):
            done = run(*words)
            self.assertEqual((done.returncode, done.stdout), (2, ""), (words, done.stdout, done.stderr))
            self.assertIn(said, done.stderr, words)


class Documentation(Folder):
    def test_the_tutorial_compiles_and_its_mistake_looks_as_shown(self):
        text = (ROOT / "docs/tutorial.md").read_text()
        blocks = re.findall(r"^```[a-z]*\n(.*?)^```", text, re.S | re.M)
        policy = "\n".join(b for b in blocks if b.startswith(("package", "rule", "profile")))
        dockerfile = self.write("Dockerfile", "FROM registry.example.com/base:1\n")
        done = run("check", "--format", "json", *NOW, "--policy", self.write("acme.scant", policy), "--profile", "acme.images.production", dockerfile)
        self.assertEqual(done.returncode, 3, done.stderr)
        outcomes = {r["id"]: r["outcome"] for r in json.loads(done.stdout)["rules"]}
        self.assertEqual(outcomes["acme.images.has_team"], "unknown")
        self.assertIn("unknown (unresolved)", run("facts", dockerfile).stdout)
        wrong = run("check", "--policy", self.write("acme.scant", policy.replace("config.labels[", "config.lables[")), dockerfile)
        shown = next(b for b in blocks if b.startswith("error[E0203]"))
        self.assertIn(shown.replace(" acme.scant:", f" {self.folder.name}/acme.scant:"), wrong.stderr)


class Others(Folder):
    def test_rules_lists_every_rule_with_its_refs(self):
        listed = json.loads(run("rules", "--format", "json").stdout)["rules"]
        self.assertGreaterEqual(len(listed), 30)
        for practice in ("minimal", "pipeline", "runtime", "dependencies", "supply_chain"):
            self.assertGreaterEqual(sum(r["practice"] == practice for r in listed), 4, practice)
        self.assertTrue(all(r["title"] and r["why"] and "refs" in r for r in listed))
        self.assertIn("std.image.runs_as_non_root", run("rules").stdout)

    def test_schema(self):
        self.assertIn("facts image", run("schema").stdout)
        self.assertIn("$schema", json.loads(run("schema", "--format", "json").stdout))

    def test_explain(self):
        done = run("explain", "E0101")
        self.assertEqual(done.returncode, 0)
        self.assertIn("E0101", done.stdout)

    def test_facts(self):
        done = run("facts", *FILES)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("registry.example.com/shop/orders", done.stdout)
        json.loads(run("facts", "--format", "json", *FILES).stdout)

    def test_version_and_help(self):
        self.assertRegex(run("--version").stdout, r"^scantling \d+\.\d+\.\d+\n$")
        self.assertEqual(run("--help").returncode, 0)


if __name__ == "__main__":
    unittest.main()
