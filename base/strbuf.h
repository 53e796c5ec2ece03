/* A growing byte string, always NUL-terminated once something was added. */
#ifndef PYLLC_BASE_STRBUF_H
#define PYLLC_BASE_STRBUF_H

#include "base/arena.h"

#include <stdlib.h>

typedef struct StrBuf {
    char *data;
    size_t len, cap;
    Arena *arena; /* NULL: malloc, given back by strbuf_free */
} StrBuf;

/* Room for `more` bytes and a NUL after the current end. */
void strbuf_reserve(StrBuf *b, size_t more);

void strbuf_write(StrBuf *b, const void *bytes, size_t len);
void strbuf_puts(StrBuf *b, const char *s);
void strbuf_printf(StrBuf *b, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Appends a code point (surrogates too) in UTF-8. */
void strbuf_put_utf8(StrBuf *b, unsigned code_point);

static inline void strbuf_putc(StrBuf *b, char c)
{
    if (b->len + 1 >= b->cap)
        strbuf_reserve(b, 1);
    b->data[b->len++] = c;
    b->data[b->len] = 0;
}

static inline void strbuf_free(StrBuf *b)
{
    free(b->data);
    *b = (StrBuf){0};
}

#endif
