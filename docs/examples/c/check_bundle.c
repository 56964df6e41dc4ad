/* check_bundle BUNDLE [--now SECONDS] FILE…: as check.c, with policies from `scantling compile -o BUNDLE`, and so with a library that was
 * built without the front end. Whether the bundle is the one that somebody signed is checked before, by other means.
 *
 *     cc -o check_bundle check_bundle.c $(pkg-config --cflags --libs scantling)
 */
#include <scantling/scantling.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

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
    scantling_policies *policies = NULL;
    scantling_inputs *inputs = NULL;
    scantling_facts *facts = NULL;
    scantling_report *report = NULL;
    scantling_bytes *json = NULL;
    scantling_error *error = NULL;
    scantling_input_options reading = SCANTLING_INPUT_OPTIONS_INIT;
    scantling_check_options checking = SCANTLING_CHECK_OPTIONS_INIT;
    scantling_str bundle = { NULL, 0 };
    scantling_status status;
    char *bytes;
    int first = 2, code = 2;
    if (argc < 3) {
        fputs("usage: check_bundle BUNDLE [--now SECONDS] FILE...\n", stderr);
        return 2;
    }
    checking.now = (int64_t)time(NULL) * 1000000;
    if (argc > 4 && strcmp(argv[2], "--now") == 0) {
        checking.now = (int64_t)strtoll(argv[3], NULL, 10) * 1000000;
        first = 4;
    }
    reading.note_refused = 1;
    bytes = read_file(argv[1], &bundle.size);
    if (bytes == NULL) {
        perror(argv[1]);
        return 2;
    }
    bundle.data = bytes;
    status = scantling_load(bundle, NULL, &policies, &error);
    free(bytes); /* copied */
    if (status == SCANTLING_OK) status = scantling_inputs_create(&reading, &inputs, &error);
    for (int i = first; i < argc && status == SCANTLING_OK; ++i) {
        scantling_document document = SCANTLING_DOCUMENT_INIT;
        document.path = scantling_text(argv[i]);
        scantling_error_unref(error); /* warnings of the call before; the report has them too */
        status = scantling_inputs_add(inputs, &document, &error);
    }
    if (status == SCANTLING_OK) {
        scantling_error_unref(error);
        status = scantling_inputs_freeze(inputs, &facts, &error);
    }
    if (status == SCANTLING_OK) {
        scantling_error_unref(error);
        status = scantling_check(policies, facts, &checking, &report, &error);
    }
    if (status == SCANTLING_OK) status = scantling_report_render(report, scantling_text("json"), &json, &error);
    if (status == SCANTLING_OK) {
        scantling_str text = scantling_bytes_view(json);
        code = fwrite(text.data, 1, text.size, stdout) == text.size ? (int)scantling_report_verdict(report) : 2;
    } else {
        fprintf(stderr, "check_bundle: %s\n%s", scantling_status_text(status).data, scantling_error_text(error).data);
    }
    scantling_error_unref(error);
    scantling_bytes_unref(json);
    scantling_report_unref(report);
    scantling_facts_unref(facts);
    scantling_inputs_destroy(inputs);
    scantling_policies_unref(policies);
    return code;
}
