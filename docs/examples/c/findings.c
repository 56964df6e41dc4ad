/* findings POLICY FILE: one policy file (without the standard library) over one document, both given as bytes. Walks what the interface
 * gives beside the rendered report: diagnostics of a policy that does not compile, findings with their places, outcomes with their causes.
 *
 *     cc -o findings findings.c $(pkg-config --cflags --libs scantling)
 */
#include <scantling/scantling.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

/* Texts have a length; every one that the library hands out also ends in a zero byte. No text prints as a dash. */
static const char *shown(scantling_str text) { return text.data == NULL ? "-" : text.data; }

static void print_diagnostics(const scantling_error *error) {
    scantling_diagnostic one = SCANTLING_DIAGNOSTIC_INIT;
    for (size_t i = 0; scantling_error_at(error, i, &one) == SCANTLING_OK; ++i) {
        printf("%s %s %s:%u:%u: %s\n", one.is_error ? "error" : "warning", shown(one.code), shown(one.file), (unsigned)one.line,
               (unsigned)one.column, shown(one.message));
    }
}

static void print_report(const scantling_report *report) {
    static const char *const kinds[] = { "unknown", "pass", "fail", "skipped", "waived", "not applicable" };
    scantling_finding finding = SCANTLING_FINDING_INIT;
    for (size_t i = 0; scantling_report_finding(report, i, &finding) == SCANTLING_OK; ++i) {
        printf("finding %s %s:%u:%u: %s\n", shown(finding.rule), shown(finding.file), (unsigned)finding.line, (unsigned)finding.column,
               shown(finding.message));
    }
    scantling_outcome outcome = SCANTLING_OUTCOME_INIT;
    for (size_t i = 0; scantling_report_outcome(report, i, &outcome) == SCANTLING_OK; ++i) {
        /* A later library may know more kinds. */
        const char *kind = (size_t)outcome.kind < sizeof kinds / sizeof *kinds ? kinds[outcome.kind] : "?";
        printf("outcome %s on %s: %s, causes %s\n", shown(outcome.rule), shown(outcome.subject), kind, shown(outcome.causes));
    }
    for (size_t i = 0; i < scantling_report_reason_count(report); ++i) printf("reason %s\n", shown(scantling_report_reason(report, i)));
}

static char *read_file(const char *path, size_t *size) {
    FILE *file = fopen(path, "rb");
    char *bytes = NULL;
    if (file == NULL) return NULL;
    if (fseek(file, 0, SEEK_END) == 0) {
        long length = ftell(file);
        rewind(file);
        bytes = length < 0 ? NULL : malloc((size_t)length + 1);
        *size = bytes == NULL ? 0 : fread(bytes, 1, (size_t)length, file);
    }
    fclose(file);
    return bytes;
}

int main(int argc, char **argv) {
    scantling_source source = SCANTLING_SOURCE_INIT;
    scantling_document document = SCANTLING_DOCUMENT_INIT;
    scantling_compile_options compiling = SCANTLING_COMPILE_OPTIONS_INIT;
    scantling_check_options checking = SCANTLING_CHECK_OPTIONS_INIT;
    scantling_policies *policies = NULL;
    scantling_facts *facts = NULL;
    scantling_report *report = NULL;
    scantling_error *error = NULL;
    char *policy, *bytes;
    int code = 2;
    if (argc != 3) {
        fputs("usage: findings POLICY FILE\n", stderr);
        return 2;
    }
    policy = read_file(argv[1], &source.text.size);
    bytes = read_file(argv[2], &document.bytes.size);
    source.text.data = policy;
    source.name = scantling_text(argv[1]);
    document.bytes.data = bytes;
    document.name = scantling_text(argv[2]);
    compiling.bare = 1;
    checking.now = (int64_t)time(NULL) * 1000000;

    if (policy == NULL || bytes == NULL)
        fputs("findings: a file cannot be read\n", stderr);
    else if (scantling_compile(&source, 1, &compiling, &policies, &error) != SCANTLING_OK ||
             scantling_read(&document, 1, NULL, &facts, &error) != SCANTLING_OK ||
             scantling_check(policies, facts, &checking, &report, &error) != SCANTLING_OK)
        print_diagnostics(error);
    else {
        print_report(report);
        code = (int)scantling_report_verdict(report);
    }
    scantling_error_unref(error);
    scantling_report_unref(report);
    scantling_facts_unref(facts);
    scantling_policies_unref(policies);
    free(policy);
    free(bytes);
    return code;
}
