/* Diagnostics about the user's program, collected in the order found.  An error
 * carries what CPython's SyntaxError object does, so that printing gives what
 * `python2.7 bad.py` writes to stderr, and the runtime can raise the same
 * exception out of compile(). */
#ifndef PYLLC_BASE_DIAG_H
#define PYLLC_BASE_DIAG_H

#include "base/arena.h"
#include "base/strbuf.h"
#include "base/vector.h"

#include <stdbool.h>

typedef enum { DIAG_error, DIAG_warning } DiagLevel;

typedef struct Diag {
    DiagLevel level;
    const char *type;     /* exception class: "SyntaxError", "TabError", ... */
    const char *message;  /* may be empty, as for MemoryError */
    const char *filename; /* NULL: printed without place */
    int line;             /* 1-based; 0: no place */
    int offset;           /* 1-based byte in text, as e.offset; -1: none */
    const char *text;     /* source as e.text, or NULL; may hold newlines */
    const char *prelude; /* line that CPython prints first by itself, or NULL */
    bool bare; /* e.args has the message only; the place is in attributes */
} Diag;

typedef struct Diags {
    Arena *arena; /* owns the strings */
    VEC(Diag) list;
} Diags;

/* Adds a copy of *d (strings are not copied). */
void diag_add(Diags *all, const Diag *d);

/* The error, if there is one. */
const Diag *diag_error_or_null(const Diags *all);

/* What CPython prints for the diagnostic; always ends in a newline. */
void diag_format(StrBuf *out, const Diag *d);

/* Formats every diagnostic to stderr. */
void diag_print_all(const Diags *all);

#endif
