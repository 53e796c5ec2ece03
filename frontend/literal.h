/* Number and string literals: token text to value. */
#ifndef PYLLC_FRONTEND_LITERAL_H
#define PYLLC_FRONTEND_LITERAL_H

#include "frontend/source.h"

/* `text` is a NUMBER token.  negative: a minus sign stood right before. */
Number literal_number(Arena *a, const char *text, size_t len, bool negative);

/* Why a string literal has no value.  A UnicodeError of decoding becomes a
 * SyntaxError "(unicode error) ..." at the literal, anything else stays what it
 * is and has no place. */
typedef struct LiteralError {
    const char *type; /* "ValueError", or NULL: SyntaxError */
    const char *message;
} LiteralError;

/* One STRING token.  unicode_default: unicode_literals is on.  False with *err
 * filled when an escape or the encoding is bad. */
bool literal_string(Arena *a, const Source *src, const char *text, size_t len,
                    bool unicode_default, Text *out, LiteralError *err);

/* Appends an adjacent literal; mixing makes the str ones unicode, if they are
 * ASCII. */
bool literal_join(StrBuf *into, bool *is_unicode, const Text *next,
                  LiteralError *err);

#endif
