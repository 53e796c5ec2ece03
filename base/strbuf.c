/* Growing byte strings; see strbuf.h. */
#include "base/strbuf.h"

#include <stdarg.h>
#include <stdio.h>

void strbuf_reserve(StrBuf *b, size_t more)
{
    size_t need = b->len + more + 1, cap = b->cap ? b->cap : 32;

    if (need <= b->cap)
        return;
    while (cap < need)
        cap *= 2;
    b->data = b->arena ? arena_grow(b->arena, b->data, b->cap, cap)
                       : xrealloc(b->data, cap);
    b->cap = cap;
}

void strbuf_write(StrBuf *b, const void *bytes, size_t len)
{
    strbuf_reserve(b, len);
    if (len)
        memcpy(b->data + b->len, bytes, len);
    b->len += len;
    b->data[b->len] = 0;
}

void strbuf_puts(StrBuf *b, const char *s)
{
    strbuf_write(b, s, strlen(s));
}

void strbuf_printf(StrBuf *b, const char *format, ...)
{
    va_list ap, again;

    va_start(ap, format);
    va_copy(again, ap);
    int len = vsnprintf(NULL, 0, format, ap);
    strbuf_reserve(b, (size_t)len);
    vsnprintf(b->data + b->len, (size_t)len + 1, format, again);
    b->len += (size_t)len;
    va_end(again);
    va_end(ap);
}

void strbuf_put_utf8(StrBuf *b, unsigned c)
{
    if (c < 0x80) {
        strbuf_putc(b, (char)c);
        return;
    }
    if (c < 0x800) {
        strbuf_putc(b, (char)(0xC0 | c >> 6));
    } else {
        if (c < 0x10000) {
            strbuf_putc(b, (char)(0xE0 | c >> 12));
        } else {
            strbuf_putc(b, (char)(0xF0 | c >> 18));
            strbuf_putc(b, (char)(0x80 | (c >> 12 & 0x3F)));
        }
        strbuf_putc(b, (char)(0x80 | (c >> 6 & 0x3F)));
    }
    strbuf_putc(b, (char)(0x80 | (c & 0x3F)));
}
