# One rule over a CycloneDX document.
package main

import rego.v1

deny contains msg if {
	some component in input.components
	component.type == "library"
	not component.version
	msg := sprintf("%v has no version", [component.name])
}
