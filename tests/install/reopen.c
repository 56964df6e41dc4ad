/* reopen LIBRARY FILE…: loads the library, compiles, reads, checks, renders, frees and unloads, many times over. The library has to be gone
 * after each time, and memory not to grow; built with AddressSanitizer, whose own memory grows, its leak checker judges instead. */
#define _GNU_SOURCE /* RTLD_NOLOAD */
#include <dlfcn.h>
#include <scantling/scantling.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CALL(name) ((__typeof__(&name))symbol(library, #name))

static void *symbol(void *library, const char *name) {
    void *found = dlsym(library, name);
    if (found == NULL) {
        fprintf(stderr, "reopen: %s\n", dlerror());
        exit(2);
    }
    return found;
}

static void check(void *library, const scantling_document *documents, size_t count) {
    scantling_policies *policies = NULL;
    scantling_facts *facts = NULL;
    scantling_report *report = NULL;
    scantling_bytes *json = NULL;
    scantling_check_options options = SCANTLING_CHECK_OPTIONS_INIT;
    options.now = 1795478400000000;
    if (CALL(scantling_compile)(NULL, 0, NULL, &policies, NULL) != SCANTLING_OK ||
        CALL(scantling_read)(documents, count, NULL, &facts, NULL) != SCANTLING_OK ||
        CALL(scantling_check)(policies, facts, &options, &report, NULL) != SCANTLING_OK ||
        CALL(scantling_report_render)(report, scantling_text("json"), &json, NULL) != SCANTLING_OK ||
        CALL(scantling_report_verdict)(report) != SCANTLING_CLOSED) {
        fputs("reopen: a call failed\n", stderr);
        exit(2);
    }
    CALL(scantling_bytes_unref)(json);
    CALL(scantling_policies_unref)(policies);
    CALL(scantling_facts_unref)(facts);
    CALL(scantling_report_unref)(report);
}

static long resident_pages(void) {
    long size = 0, resident = 0;
    FILE *file = fopen("/proc/self/statm", "r");
    if (file == NULL) return 0;
    if (fscanf(file, "%ld %ld", &size, &resident) != 2) resident = 0;
    fclose(file);
    return resident;
}

int main(int argc, char **argv) {
    enum { times = 40, settled = 20 };
    long before = 0;
    size_t count = argc < 3 ? 0 : (size_t)(argc - 2);
    scantling_document *documents = malloc(count * sizeof *documents + 1);
    if (argc < 3 || documents == NULL) return 2;
    for (size_t i = 0; i < count; ++i) {
        const scantling_document none = SCANTLING_DOCUMENT_INIT;
        documents[i] = none;
        documents[i].path = scantling_text(argv[i + 2]);
    }
    for (int i = 0; i < times; ++i) {
        void *library = dlopen(argv[1], RTLD_NOW | RTLD_LOCAL);
        if (library == NULL) {
            fprintf(stderr, "reopen: %s\n", dlerror());
            return 2;
        }
        check(library, documents, count);
        if (dlclose(library) != 0 || dlopen(argv[1], RTLD_NOW | RTLD_NOLOAD) != NULL) {
            fputs("reopen: the library is still there after dlclose\n", stderr);
            return 1;
        }
        if (i == settled) before = resident_pages();
    }
    free(documents);
    long grown = resident_pages() - before;
#ifdef __SANITIZE_ADDRESS__
    grown = 0;
#endif
    printf("reopen: %d times, %ld pages more after the last %d\n", (int)times, grown, (int)(times - settled - 1));
    return grown > 256; /* 1 MiB */
}
