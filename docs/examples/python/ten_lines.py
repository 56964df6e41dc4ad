import sys
import scantling as sc

policies = sc.compile()  # the standard library; sc.compile("policies/") adds your own
report = policies.check(sc.facts("Dockerfile"))
for finding in report.findings:
    print(f"{finding.location}: {finding.severity}: {finding.rule}: {finding.message}")
for reason in report.reasons:
    print(f"{report.verdict}: {reason}")
sys.exit(report.verdict.value)  # 0 clean, 1 closed, 3 undecided
