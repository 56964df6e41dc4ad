# Ten rules as one writes them for conftest, over its own reading of a Dockerfile: a list of instructions.
package main

import rego.v1

instructions contains instruction if some instruction in input

named(name) := {i | some i in instructions; i.Cmd == name}

deny contains "no USER" if count(named("user")) == 0

deny contains msg if {
	some i in named("user")
	i.Value[0] in {"root", "0"}
	msg := sprintf("USER %v", [i.Value[0]])
}

deny contains msg if {
	some i in named("from")
	endswith(i.Value[0], ":latest")
	msg := sprintf("FROM %v", [i.Value[0]])
}

deny contains msg if {
	some i in named("from")
	not contains(i.Value[0], ":")
	not contains(i.Value[0], "@")
	msg := sprintf("FROM %v without a tag", [i.Value[0]])
}

deny contains msg if {
	some i in named("add")
	msg := sprintf("ADD %v", [i.Value])
}

deny contains msg if {
	some i in named("run")
	regex.match(`apt-get\s+(-\S+\s+)*install`, i.Value[0])
	not contains(i.Value[0], "--no-install-recommends")
	msg := sprintf("recommended packages: %v", [i.Value[0]])
}

deny contains msg if {
	some i in named("run")
	regex.match(`(curl|wget)[^|]*\|\s*(ba)?sh`, i.Value[0])
	msg := sprintf("a download goes to a shell: %v", [i.Value[0]])
}

deny contains msg if {
	some i in named("run")
	regex.match(`\bsudo\b`, i.Value[0])
	msg := sprintf("sudo: %v", [i.Value[0]])
}

deny contains msg if {
	some i in named("env")
	some word in i.Value
	regex.match(`(?i)(password|secret|token)`, word)
	msg := sprintf("a secret in ENV: %v", [word])
}

deny contains "no HEALTHCHECK" if count(named("healthcheck")) == 0
