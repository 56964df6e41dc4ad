#include <scantling/scantling.h>
#include <stdio.h>
#include <time.h>

int main(void) {
    scantling_policies *policies; scantling_facts *facts; scantling_report *report; scantling_bytes *text; scantling_error *error;
    scantling_document document = SCANTLING_DOCUMENT_INIT;
    scantling_check_options options = SCANTLING_CHECK_OPTIONS_INIT;
    document.path = scantling_text("Dockerfile");
    options.now = (int64_t)time(NULL) * 1000000;
    if (scantling_compile(NULL, 0, NULL, &policies, &error) == SCANTLING_OK &&
        scantling_read(&document, 1, NULL, &facts, &error) == SCANTLING_OK &&
        scantling_check(policies, facts, &options, &report, &error) == SCANTLING_OK &&
        scantling_report_render(report, scantling_text("text"), &text, &error) == SCANTLING_OK)
        return fputs(scantling_bytes_view(text).data, stdout) < 0 ? 2 : (int)scantling_report_verdict(report);
    return fputs(scantling_error_text(error).data, stderr), 2; /* the process ends: nothing is freed */
}
