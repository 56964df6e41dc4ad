/* check [--now SECONDS] FILE…: the standard library over documents. Prints what `scantling check --format json` prints, and ends with the
 * verdict as its exit code: 0 clean, 1 the gate is closed, 3 undecided; 2 where there is no report.
 *
 *     cc -o check check.c $(pkg-config --cflags --libs scantling)              the shared library
 *     cc -o check check.c $(pkg-config --cflags --libs scantling-static)       the archive
 */
#include <scantling/scantling.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* What every failure has: a text for people. Without an error object there was no memory for one. */
static int complain(scantling_status status, scantling_error *error) {
    if (error == NULL)
        fprintf(stderr, "check: %s\n", scantling_status_text(status).data);
    else
        fputs(scantling_error_text(error).data, stderr);
    scantling_error_unref(error);
    return 2;
}

static int print(const scantling_report *report) {
    scantling_bytes *json = NULL;
    scantling_error *error = NULL;
    scantling_status status = scantling_report_render(report, scantling_text("json"), &json, &error);
    if (status != SCANTLING_OK) return complain(status, error);
    scantling_str text = scantling_bytes_view(json);
    size_t written = fwrite(text.data, 1, text.size, stdout);
    int failed = written != text.size || fflush(stdout) != 0;
    scantling_bytes_unref(json);
    return failed ? 2 : (int)scantling_report_verdict(report);
}

static int check(const scantling_document *documents, size_t count, int64_t now) {
    scantling_policies *policies = NULL;
    scantling_facts *facts = NULL;
    scantling_report *report = NULL;
    scantling_error *error = NULL;
    scantling_input_options reading = SCANTLING_INPUT_OPTIONS_INIT;
    scantling_check_options options = SCANTLING_CHECK_OPTIONS_INIT;
    reading.note_refused = 1; /* an unreadable document makes the report undecided, as on the command line */
    options.now = now;

    scantling_status status = scantling_compile(NULL, 0, NULL, &policies, &error);
    if (status == SCANTLING_OK) {
        scantling_error_unref(error); /* warnings, if there were any */
        status = scantling_read(documents, count, &reading, &facts, &error);
    }
    if (status == SCANTLING_OK) {
        if (error != NULL) fputs(scantling_error_text(error).data, stderr);
        scantling_error_unref(error);
        status = scantling_check(policies, facts, &options, &report, &error);
    }
    int code = status == SCANTLING_OK ? print(report) : complain(status, error);
    scantling_report_unref(report);
    scantling_facts_unref(facts);
    scantling_policies_unref(policies);
    return code;
}

int main(int argc, char **argv) {
    int first = 1;
    int64_t now = (int64_t)time(NULL);
    if (argc > 2 && strcmp(argv[1], "--now") == 0) {
        now = strtoll(argv[2], NULL, 10);
        first = 3;
    }
    if (argc <= first) {
        fputs("usage: check [--now SECONDS] FILE...\n", stderr);
        return 2;
    }
    size_t count = (size_t)(argc - first);
    scantling_document *documents = malloc(count * sizeof *documents);
    if (documents == NULL) return 2;
    for (size_t i = 0; i < count; ++i) {
        const scantling_document none = SCANTLING_DOCUMENT_INIT;
        documents[i] = none;
        documents[i].path = scantling_text(argv[(size_t)first + i]);
    }
    int code = check(documents, count, now * 1000000);
    free(documents);
    return code;
}
