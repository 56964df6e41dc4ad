/* Scantling in C: policies that decide whether a container is fit to sail. This header is the manual of the interface.
 *
 *     scantling_policies *policies = NULL;  scantling_facts *facts = NULL;  scantling_report *report = NULL;
 *     scantling_error *error = NULL;
 *     scantling_document document = SCANTLING_DOCUMENT_INIT;
 *     scantling_check_options options = SCANTLING_CHECK_OPTIONS_INIT;
 *     document.path = scantling_text("Dockerfile");
 *     options.now = (int64_t)time(NULL) * 1000000;
 *     if (scantling_compile(NULL, 0, NULL, &policies, &error) == SCANTLING_OK &&
 *         scantling_read(&document, 1, NULL, &facts, &error) == SCANTLING_OK &&
 *         scantling_check(policies, facts, &options, &report, &error) == SCANTLING_OK)
 *         return scantling_report_verdict(report);
 *     fputs(scantling_error_text(error).data, stderr);
 *
 * What holds for every function, so that it need not be said of each:
 *
 * Status.     What can fail returns a scantling_status; nothing throws, aborts, exits or longjmps, and no signal is used. A function that
 *             fails changes nothing: `*out` is set to NULL, handles that were given stay as they were and usable. A null pointer where one
 *             is needed, a text that is not UTF-8 where one is needed, a number outside its range: SCANTLING_INVALID_ARGUMENT. Memory that
 *             cannot be had, anywhere: SCANTLING_NO_MEMORY.
 * Errors.     `error` comes last and may be NULL. Otherwise `*error` is written: NULL, or an object that the caller frees. It is there
 *             after a failure (but where there was no memory for it) and after SCANTLING_OK with warnings. What was in it before is not
 *             read and not freed: free it, or start with NULL, before the next call.
 * Texts.      A scantling_str is a pointer and a length in bytes, UTF-8, not terminated unless it is said. {NULL, 0} is no text. Texts that
 *             are handed in are copied before the function returns. Texts that are handed out are borrowed: they live as long as the
 *             handle that was asked; each that this library hands out is followed by a zero byte, which `size` does not count.
 * Handles.    Policies, facts, reports, errors and bytes are immutable: any number of threads may use one at a time, and each frees its own
 *             reference. Only the inputs builder belongs to one thread at a time. `…_unref(NULL)` and `…_destroy(NULL)` do nothing. A
 *             report keeps alive what it needs of policies and facts: the three may be freed in any order.
 * Structs.    A struct begins with `size`, which the caller sets to its own sizeof (the …_INIT macros do); members are only ever added at
 *             the end. Zero means the default, but for `now`. A struct that is longer than this library knows is taken if the rest is zero,
 *             otherwise SCANTLING_INCOMPATIBLE, and so is one whose `reserved` is not zero; a struct that is handed out is filled as far
 *             as the caller's size goes. In an array of structs all sizes are equal.
 * Globals.    There is no initialisation, no global or thread-local state that a result depends on, no callback, and no clock is read but to
 *             keep a deadline. A process draws random bytes once, from the system, to hash what documents say; any thread may be the first.
 *
 * This file compiles as C99 and later, and as C++. Numbers of enumerators are never changed. What the words mean (verdict, outcome, unknown,
 * cause) is told in docs/reference; the policies' language, in docs/tutorial.md.
 */
/* clang-format off */
#ifndef SCANTLING_H
#define SCANTLING_H

#include <stddef.h>
#include <stdint.h>

#if defined(SCANTLING_STATIC)
#define SCANTLING_API
#elif defined(_WIN32)
#define SCANTLING_API __declspec(dllimport)
#else
#define SCANTLING_API __attribute__((visibility("default")))
#endif

#ifdef __cplusplus
#define SCANTLING_NOEXCEPT noexcept
extern "C" {
#else
#define SCANTLING_NOEXCEPT
#endif

/* The version of this interface. It grows when something is added; a library with a larger number serves a program that was compiled with
 * a smaller one. A library's soname changes only if that ever ceases to hold. */
#define SCANTLING_ABI 1u

/* A borrowed text: see "Texts" above. */
typedef struct scantling_str {
    const char *data;
    size_t size;
} scantling_str;

typedef enum scantling_status {
    SCANTLING_OK = 0,
    SCANTLING_INVALID_ARGUMENT = 1, /* the program that calls is wrong: nothing was tried */
    SCANTLING_POLICY_ERROR = 2,     /* policies, a profile or a parameter are wrong; the error holds located diagnostics */
    SCANTLING_INPUT_ERROR = 3,      /* a document is wrong; likewise */
    SCANTLING_INTERNAL = 4,         /* a fault of this library: please report it */
    SCANTLING_NO_MEMORY = 5,
    SCANTLING_IO = 6,           /* a file or folder cannot be read */
    SCANTLING_INCOMPATIBLE = 7, /* a bundle or struct of another version; or this build lacks what is asked for (the front end) */
    SCANTLING_LIMIT = 8         /* something is larger than this library takes, or than the caller allowed */
} scantling_status;

/* What a pipeline acts on; equal to the exit codes of the command line. */
typedef enum scantling_verdict {
    SCANTLING_CLEAN = 0,    /* the gate is open: everything that it weighs was decided, and nothing was found */
    SCANTLING_CLOSED = 1,   /* a finding at or above the severity of the profile's gate */
    SCANTLING_UNDECIDED = 3 /* something that the gate weighs could not be decided: not a pass */
} scantling_verdict;

/* Ordered: SCANTLING_INFO < … < SCANTLING_CRITICAL. An unknown severity weighs as critical. */
typedef enum scantling_severity {
    SCANTLING_SEVERITY_UNKNOWN = 0, /* it depends on facts that are missing; or does not apply */
    SCANTLING_INFO = 1,
    SCANTLING_LOW = 2,
    SCANTLING_MEDIUM = 3,
    SCANTLING_HIGH = 4,
    SCANTLING_CRITICAL = 5
} scantling_severity;

typedef enum scantling_outcome_kind {
    SCANTLING_UNKNOWN = 0, /* facts are missing: neither pass nor fail; its causes say which */
    SCANTLING_PASS = 1,
    SCANTLING_FAIL = 2,
    SCANTLING_SKIPPED = 3, /* no document of a part that the rule reads was supplied */
    SCANTLING_WAIVED = 4,
    SCANTLING_NOT_APPLICABLE = 5
} scantling_outcome_kind;

typedef struct scantling_policies scantling_policies; /* rules, linked under one profile and parameters */
typedef struct scantling_inputs scantling_inputs;     /* documents being read; one thread */
typedef struct scantling_facts scantling_facts;       /* what they say; owns the documents */
typedef struct scantling_report scantling_report;     /* what policies say of facts */
typedef struct scantling_error scantling_error;       /* a status and diagnostics */
typedef struct scantling_bytes scantling_bytes;       /* an owned text or binary */
typedef struct scantling_cancel scantling_cancel;     /* one flag, which stops checks */

/* ---- 1. Policies ------------------------------------------------------------------------------------------------------------------ */

/* A policy text, or a file, or a folder with files: exactly one of `text` and `path` is given. */
typedef struct scantling_source {
    size_t size;
    scantling_str text; /* Scant; anything wrong in it, UTF-8 too, is a located diagnostic */
    scantling_str name; /* what diagnostics call the text; none: `policy.scant` */
    scantling_str path; /* a file, or a folder: all `*.scant` beneath it but `*_test.scant`, sorted by path */
} scantling_source;
#define SCANTLING_SOURCE_INIT { sizeof(scantling_source), { NULL, 0 }, { NULL, 0 }, { NULL, 0 } }

/* A value for `param NAME: …` of a policy. */
typedef struct scantling_parameter {
    size_t size;
    scantling_str name; /* in full: `std.packages.denied_licences` */
    /* JSON, of the parameter's type: true, 3, 1.5, "text", ["a", "b"], {"key": "value"}; enum members by name, and times, durations, sizes,
     * versions, globs and regular expressions as texts: "2026-11-24", "30d", "64MiB", "1.2.3". */
    scantling_str value;
} scantling_parameter;
#define SCANTLING_PARAMETER_INIT { sizeof(scantling_parameter), { NULL, 0 }, { NULL, 0 } }

/* Which rules are run, and with which values. */
typedef struct scantling_select_options {
    size_t size;
    /* Full name of a profile. None: `std.baseline`, where the standard library is there, and every rule of the other packages. */
    scantling_str profile;
    const scantling_parameter *parameters;
    size_t parameter_count;
} scantling_select_options;
#define SCANTLING_SELECT_OPTIONS_INIT { sizeof(scantling_select_options), { NULL, 0 }, NULL, 0 }

typedef struct scantling_compile_options {
    size_t size;
    int32_t bare; /* 1: without the standard library; 0: with it */
    int32_t reserved;
    scantling_str profile; /* this and the rest as in scantling_select_options */
    const scantling_parameter *parameters;
    size_t parameter_count;
} scantling_compile_options;
#define SCANTLING_COMPILE_OPTIONS_INIT { sizeof(scantling_compile_options), 0, 0, { NULL, 0 }, NULL, 0 }

/* Compiles `sources` together with the standard library. `options` may be NULL; `sources` too, where `count` is 0: the library alone.
 * SCANTLING_POLICY_ERROR with all independent mistakes at once; SCANTLING_IO where a path cannot be read; SCANTLING_INCOMPATIBLE in a
 * build without front end. Some 5 ms for the standard library: compile once, check often. */
SCANTLING_API scantling_status scantling_compile(const scantling_source *sources, size_t count, const scantling_compile_options *options,
                                                 scantling_policies **out, scantling_error **error) SCANTLING_NOEXCEPT;

/* The same units under another profile or with other parameters: links, and never compiles. What the first selection set is not
 * inherited. `options` may be NULL: all defaults. SCANTLING_POLICY_ERROR where a name or a value is wrong. */
SCANTLING_API scantling_status scantling_select(const scantling_policies *policies, const scantling_select_options *options,
                                                scantling_policies **out, scantling_error **error) SCANTLING_NOEXCEPT;

/* A bundle: all compiled units (the standard library's too, if it was there), not the selection. Equal units make equal bytes. */
SCANTLING_API scantling_status scantling_save(const scantling_policies *policies, scantling_bytes **out,
                                              scantling_error **error) SCANTLING_NOEXCEPT;

/* Policies from a bundle, without a front end: nothing is parsed or type checked again, but everything that the evaluator relies on is
 * verified, so that bytes of an enemy are refused, not trusted. SCANTLING_POLICY_ERROR: damaged, or not a bundle. SCANTLING_INCOMPATIBLE: of
 * another version of this library; compile again. Whether the policies are those that somebody signed is for the caller to check. */
SCANTLING_API scantling_status scantling_load(scantling_str bundle, const scantling_select_options *options, scantling_policies **out,
                                              scantling_error **error) SCANTLING_NOEXCEPT;

/* A rule of the selection. Texts live as long as the policies. */
typedef struct scantling_rule {
    size_t size;
    scantling_str id; /* `package.rule` */
    scantling_str title;
    scantling_str practice; /* minimal, pipeline, runtime, dependencies, supply_chain; none: the rule names none */
    scantling_str why;
    scantling_str fix;  /* what to do; none: no advice, or one that depends on what is found */
    scantling_str refs; /* JSON: {"cis": ["4.1"], …} */
    scantling_severity severity; /* SCANTLING_SEVERITY_UNKNOWN: it depends on what is found */
    int32_t reserved;
} scantling_rule;
#define SCANTLING_RULE_INIT \
    { sizeof(scantling_rule), { NULL, 0 }, { NULL, 0 }, { NULL, 0 }, { NULL, 0 }, { NULL, 0 }, { NULL, 0 }, SCANTLING_SEVERITY_UNKNOWN, 0 }

/* Rules that the selection runs, sorted by id. 0 of NULL. */
SCANTLING_API size_t scantling_policies_rule_count(const scantling_policies *policies) SCANTLING_NOEXCEPT;
SCANTLING_API scantling_status scantling_policies_rule(const scantling_policies *policies, size_t index,
                                                       scantling_rule *out) SCANTLING_NOEXCEPT;
/* Full name of the selected profile; none where the default without a standard library was taken. Lives as long as the policies. */
SCANTLING_API scantling_str scantling_policies_profile(const scantling_policies *policies) SCANTLING_NOEXCEPT;
/* Every rule of the units, selected or not, as `scantling rules` prints it. `format`: "text" or "json". */
SCANTLING_API scantling_status scantling_policies_render(const scantling_policies *policies, scantling_str format, scantling_bytes **out,
                                                         scantling_error **error) SCANTLING_NOEXCEPT;

/* One more reference to the same policies, which is returned; NULL of NULL. Never fails. */
SCANTLING_API scantling_policies *scantling_policies_ref(const scantling_policies *policies) SCANTLING_NOEXCEPT;
SCANTLING_API void scantling_policies_unref(scantling_policies *policies) SCANTLING_NOEXCEPT;

/* ---- 2. Facts --------------------------------------------------------------------------------------------------------------------- */

/* A document, recognised by its content: a Dockerfile, an image's configuration, `docker inspect`, CycloneDX, a Trivy report. Exactly one of
 * `path` and `bytes` is given (`bytes` with a pointer and size 0 is an empty document). */
typedef struct scantling_document {
    size_t size;
    scantling_str path;  /* a file; beside a Dockerfile also its ignore file, NAME.dockerignore or else .dockerignore */
    scantling_str bytes; /* copied */
    scantling_str name;  /* what reports call it; none: `path`, or `document N`, counted from 1 */
    /* What it is about, whatever it says itself: an image's name or digest, or `build PATH`; none: what it says. */
    scantling_str subject;
    /* What it has to be: dockerfile, image-configuration, image-inspect, container-inspect, cyclonedx, trivy. None: whatever it is. What is of kind
     * dockerfile is read as one whatever it begins with; otherwise another kind is SCANTLING_INPUT_ERROR. */
    scantling_str kind;
    scantling_str ignore_bytes; /* of a Dockerfile given as bytes: its ignore file */
    scantling_str ignore_name;  /* what reports call that; none: `.dockerignore` */
} scantling_document;
#define SCANTLING_DOCUMENT_INIT \
    { sizeof(scantling_document), { NULL, 0 }, { NULL, 0 }, { NULL, 0 }, { NULL, 0 }, { NULL, 0 }, { NULL, 0 }, { NULL, 0 } }

typedef struct scantling_input_options {
    size_t size;
    /* Policies that declare facts of their own: only facts that were made with the same policies (or a selection of them) can be checked
     * with those. NULL: the built-in model, which suits all others. */
    const scantling_policies *policies;
    uint64_t max_document_bytes; /* a larger document is SCANTLING_LIMIT; 0: 1 GiB less one byte, the most there is */
    /* 0: a document that is refused leaves no trace, and the caller has the error. 1: it is taken note of, as on the command line: adding
     * it is SCANTLING_OK with its diagnostics, reports list them, and their verdict is SCANTLING_UNDECIDED at best. */
    int32_t note_refused;
    int32_t reserved;
} scantling_input_options;
#define SCANTLING_INPUT_OPTIONS_INIT { sizeof(scantling_input_options), NULL, 0, 0, 0 }

/* Reads documents into facts: create, add, freeze (below) in one call, all or nothing. `options` may be NULL. Without documents the facts
 * are empty: no rule can then pass. SCANTLING_INPUT_ERROR: a document was refused, or it is unclear which subject one of them is about;
 * SCANTLING_IO where a path cannot be read. */
SCANTLING_API scantling_status scantling_read(const scantling_document *documents, size_t count, const scantling_input_options *options,
                                              scantling_facts **out, scantling_error **error) SCANTLING_NOEXCEPT;

/* The model's own rendering, as `scantling facts` prints it, secrets masked. `format`: "text" or "json". */
SCANTLING_API scantling_status scantling_facts_render(const scantling_facts *facts, scantling_str format, scantling_bytes **out,
                                                      scantling_error **error) SCANTLING_NOEXCEPT;
/* How many subjects (images, builds, containers) the documents are about, and what reports call each. {NULL, 0} out of range. */
SCANTLING_API size_t scantling_facts_subject_count(const scantling_facts *facts) SCANTLING_NOEXCEPT;
SCANTLING_API scantling_str scantling_facts_subject(const scantling_facts *facts, size_t index) SCANTLING_NOEXCEPT;
SCANTLING_API scantling_facts *scantling_facts_ref(const scantling_facts *facts) SCANTLING_NOEXCEPT;
SCANTLING_API void scantling_facts_unref(scantling_facts *facts) SCANTLING_NOEXCEPT;

/* One by one, for a caller who goes on when a document is refused. */
SCANTLING_API scantling_status scantling_inputs_create(const scantling_input_options *options, scantling_inputs **out,
                                                       scantling_error **error) SCANTLING_NOEXCEPT;
/* Reads one document. A failure leaves the builder as it was. SCANTLING_OK with an error object: it was read, with warnings; or it is a
 * Dockerfile with mistakes, which is read as far as it goes, and the verdict is then SCANTLING_UNDECIDED at best. */
SCANTLING_API scantling_status scantling_inputs_add(scantling_inputs *inputs, const scantling_document *document,
                                                    scantling_error **error) SCANTLING_NOEXCEPT;
/* All that was added becomes facts: documents are put together by subject, packages and vulnerabilities united. The builder is empty
 * afterwards, and may be used again; after a failure it is as it was. */
SCANTLING_API scantling_status scantling_inputs_freeze(scantling_inputs *inputs, scantling_facts **out,
                                                       scantling_error **error) SCANTLING_NOEXCEPT;
SCANTLING_API void scantling_inputs_destroy(scantling_inputs *inputs) SCANTLING_NOEXCEPT;

/* ---- 3. Checking ------------------------------------------------------------------------------------------------------------------ */

/* As `now`: nobody says what time it is. What depends on it is not decided: a rule that lacks nothing else is SCANTLING_SKIPPED. */
#define SCANTLING_NO_TIME INT64_MIN

typedef struct scantling_check_options {
    size_t size;
    /* The time that rules see: microseconds since 1970-01-01T00:00:00Z. It has no default (0 is SCANTLING_INVALID_ARGUMENT): a verdict can
     * be repeated only if its time is told. From 0001-01-01 to 9999-12-31. */
    int64_t now;
    scantling_str environment; /* that rules see, as `production`; none: absent */
    /* Limits. What they stop is not decided: the report says unknown, with the limit as its cause, and is never the cleaner for it. */
    uint64_t max_steps;    /* of one rule on one subject; 0: 2,000,000,000 */
    uint64_t max_bytes;    /* of scratch memory of this call; 0: 2 GiB */
    uint64_t deadline_us;  /* microseconds that the call may take; 0: any */
    uint64_t max_findings; /* rendered of one rule on one subject; the others are counted; 0: all */
    const scantling_cancel *cancel; /* stops the check from elsewhere; may be NULL; must outlive the call */
} scantling_check_options;
#define SCANTLING_CHECK_OPTIONS_INIT { sizeof(scantling_check_options), 0, { NULL, 0 }, 0, 0, 0, 0, NULL }

/* Evaluates every selected rule on every subject. Any number of threads may check with the same policies and facts at a time; no lock is
 * taken. A verdict that is not clean is no failure: SCANTLING_OK means that there is a report. */
SCANTLING_API scantling_status scantling_check(const scantling_policies *policies, const scantling_facts *facts,
                                               const scantling_check_options *options, scantling_report **out,
                                               scantling_error **error) SCANTLING_NOEXCEPT;

/* A flag for scantling_check_options. Requesting is one atomic store: from any thread, and from a signal handler. It is never taken back. */
SCANTLING_API scantling_status scantling_cancel_create(scantling_cancel **out) SCANTLING_NOEXCEPT;
SCANTLING_API void scantling_cancel_request(scantling_cancel *cancel) SCANTLING_NOEXCEPT;
SCANTLING_API void scantling_cancel_unref(scantling_cancel *cancel) SCANTLING_NOEXCEPT;

/* ---- 4. Reports ------------------------------------------------------------------------------------------------------------------- */

/* SCANTLING_UNDECIDED of NULL. */
SCANTLING_API scantling_verdict scantling_report_verdict(const scantling_report *report) SCANTLING_NOEXCEPT;
/* Why the verdict is not clean, one sentence each, the weightiest first. {NULL, 0} out of range. */
SCANTLING_API size_t scantling_report_reason_count(const scantling_report *report) SCANTLING_NOEXCEPT;
SCANTLING_API scantling_str scantling_report_reason(const scantling_report *report, size_t index) SCANTLING_NOEXCEPT;

/* The report as the command line prints it. `format`: "json" (scantling.report/1, canonical) or "text" (100 columns, no colour). */
SCANTLING_API scantling_status scantling_report_render(const scantling_report *report, scantling_str format, scantling_bytes **out,
                                                       scantling_error **error) SCANTLING_NOEXCEPT;

/* Something that a rule found. Texts live as long as the report. */
typedef struct scantling_finding {
    size_t size;
    scantling_str rule;    /* `package.rule` */
    scantling_str subject; /* its name; none: the rule is about the run */
    scantling_str message;
    scantling_str fix;         /* what to do; none: the rule gives no advice */
    scantling_str fingerprint; /* 32 hex digits; the same for the same finding of another run, line, tag or digest */
    scantling_str bindings;    /* JSON: {"NAME": "as in a message", …}: what the rule's variables stood for */
    /* Where it was found. `file` is none where no document states it; the numbers are then 0. */
    scantling_str file;    /* the document's name */
    scantling_str pointer; /* JSON pointer (RFC 6901) in a JSON document */
    uint64_t offset;       /* bytes from the beginning */
    uint64_t length;       /* bytes */
    uint32_t line;         /* from 1 */
    uint32_t column;       /* from 1, in code points */
    scantling_severity severity;
    int32_t waived; /* 1: it does not count at the gate */
} scantling_finding;
#define SCANTLING_FINDING_INIT                                                                                                            \
    { sizeof(scantling_finding), { NULL, 0 }, { NULL, 0 }, { NULL, 0 }, { NULL, 0 }, { NULL, 0 }, { NULL, 0 }, { NULL, 0 }, { NULL, 0 }, 0, \
      0, 0, 0, SCANTLING_SEVERITY_UNKNOWN, 0 }

/* Ordered by rule, subject and input. The first call of these places all findings in their texts; later ones cost nothing. */
SCANTLING_API size_t scantling_report_finding_count(const scantling_report *report) SCANTLING_NOEXCEPT;
SCANTLING_API scantling_status scantling_report_finding(const scantling_report *report, size_t index,
                                                        scantling_finding *out) SCANTLING_NOEXCEPT;

/* What became of one rule on one subject. Texts live as long as the report. */
typedef struct scantling_outcome {
    size_t size;
    scantling_str rule;
    scantling_str subject; /* its name; none: the rule is about the run */
    scantling_str reason;  /* of SCANTLING_NOT_APPLICABLE: guard, nothing to check; of SCANTLING_SKIPPED: no subject */
    scantling_str causes;  /* JSON: [{"cause", "part", "file", "line", "pointer"}, …]: why it is unknown or skipped, and where */
    uint64_t more_causes;  /* those that are not listed */
    uint64_t candidates;   /* bindings that the rule looked at */
    uint64_t selected;     /* of those, to which it applies */
    uint64_t violating;
    uint64_t undetermined;
    uint64_t waived;
    scantling_outcome_kind kind;
    scantling_severity severity; /* of a fail: the highest of its findings; of an unknown: what it would weigh */
} scantling_outcome;
#define SCANTLING_OUTCOME_INIT                                                                                                       \
    { sizeof(scantling_outcome), { NULL, 0 }, { NULL, 0 }, { NULL, 0 }, { NULL, 0 }, 0, 0, 0, 0, 0, 0, SCANTLING_UNKNOWN, \
      SCANTLING_SEVERITY_UNKNOWN }

SCANTLING_API size_t scantling_report_outcome_count(const scantling_report *report) SCANTLING_NOEXCEPT;
SCANTLING_API scantling_status scantling_report_outcome(const scantling_report *report, size_t index,
                                                        scantling_outcome *out) SCANTLING_NOEXCEPT;

SCANTLING_API scantling_report *scantling_report_ref(const scantling_report *report) SCANTLING_NOEXCEPT;
SCANTLING_API void scantling_report_unref(scantling_report *report) SCANTLING_NOEXCEPT;

/* ---- 5. Errors, bytes, versions --------------------------------------------------------------------------------------------------- */

/* A mistake in a policy or a document, or a warning about one. Texts live as long as the error (or report). */
typedef struct scantling_diagnostic {
    size_t size;
    scantling_str code;    /* stable, as E0203: `scantling explain E0203` and scantling_explain tell more; none: a plain message */
    scantling_str message; /* one sentence */
    scantling_str help;    /* lines; none: there is no help */
    scantling_str file;    /* the policy or document; none: there is no place, and the numbers are 0 */
    uint64_t offset;       /* bytes from the beginning */
    uint64_t length;       /* bytes */
    uint32_t line;         /* from 1 */
    uint32_t column;       /* from 1, in code points */
    int32_t is_error;      /* 1: an error; 0: a warning */
    int32_t reserved;
} scantling_diagnostic;
#define SCANTLING_DIAGNOSTIC_INIT \
    { sizeof(scantling_diagnostic), { NULL, 0 }, { NULL, 0 }, { NULL, 0 }, { NULL, 0 }, 0, 0, 0, 0, 0, 0 }

/* What a function that filled `*error` returned; of NULL SCANTLING_OK. */
SCANTLING_API scantling_status scantling_error_status(const scantling_error *error) SCANTLING_NOEXCEPT;
/* For people: every diagnostic with its place, an excerpt and carets; ends in a newline. An empty text of NULL, never a null pointer. */
SCANTLING_API scantling_str scantling_error_text(const scantling_error *error) SCANTLING_NOEXCEPT;
/* In order of place. */
SCANTLING_API size_t scantling_error_count(const scantling_error *error) SCANTLING_NOEXCEPT;
SCANTLING_API scantling_status scantling_error_at(const scantling_error *error, size_t index, scantling_diagnostic *out) SCANTLING_NOEXCEPT;
SCANTLING_API void scantling_error_unref(scantling_error *error) SCANTLING_NOEXCEPT;

/* Diagnostics of the documents that a report is about, as its JSON lists them: warnings, and refusals that were noted. */
SCANTLING_API size_t scantling_report_diagnostic_count(const scantling_report *report) SCANTLING_NOEXCEPT;
SCANTLING_API scantling_status scantling_report_diagnostic(const scantling_report *report, size_t index,
                                                           scantling_diagnostic *out) SCANTLING_NOEXCEPT;

/* {NULL, 0} of NULL. */
SCANTLING_API scantling_str scantling_bytes_view(const scantling_bytes *bytes) SCANTLING_NOEXCEPT;
SCANTLING_API void scantling_bytes_unref(scantling_bytes *bytes) SCANTLING_NOEXCEPT;

/* The page of a diagnostic's code. SCANTLING_INVALID_ARGUMENT: there is no such code. SCANTLING_INCOMPATIBLE in a build without front end. */
SCANTLING_API scantling_status scantling_explain(scantling_str code, scantling_bytes **out, scantling_error **error) SCANTLING_NOEXCEPT;
/* The facts model that rules read: "text" (Scant with its documentation) or "json" (JSON Schema of what scantling_facts_render writes).
 * SCANTLING_INCOMPATIBLE in a build without front end. */
SCANTLING_API scantling_status scantling_schema(scantling_str format, scantling_bytes **out, scantling_error **error) SCANTLING_NOEXCEPT;

/* SCANTLING_ABI of the library that runs, to be held against that of this header. */
SCANTLING_API uint32_t scantling_abi(void) SCANTLING_NOEXCEPT;
/* Of the library that runs, as `0.1.0`. Static. */
SCANTLING_API scantling_str scantling_version(void) SCANTLING_NOEXCEPT;
/* A short name for a status: `policy error`. Static; `unknown status` of any other number. */
SCANTLING_API scantling_str scantling_status_text(scantling_status status) SCANTLING_NOEXCEPT;

/* A text that ends in a zero byte, as scantling_str; {NULL, 0} of NULL. */
static inline scantling_str scantling_text(const char *text) SCANTLING_NOEXCEPT {
    scantling_str out = { text, 0 };
    if (text != NULL)
        while (text[out.size] != 0) ++out.size;
    return out;
}

#ifdef __cplusplus
}
#endif

#endif
