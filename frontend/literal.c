/* Number and string literals; see literal.h.  Unicode literals are decoded as
 * CPython does it, in two steps (text beyond ASCII is turned into \U escapes
 * first), because error messages give positions in that intermediate form. */
#define _GNU_SOURCE /* strtod_l */
#include "frontend/literal.h"

#include <ctype.h>
#include <locale.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <uniname.h>

/* Numbers */

static locale_t c_locale;

static void make_c_locale(void)
{
    c_locale = newlocale(LC_ALL_MASK, "C", (locale_t)0);
}

static double to_double(const char *s)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;

    pthread_once(&once, make_c_locale);
    return strtod_l(s, NULL, c_locale);
}

static int digit_value(int c)
{
    return c <= '9' ? c - '0' : (c | 32) - 'a' + 10;
}

/* False if the magnitude does not fit in 64 bits. */
static bool magnitude(const char *s, size_t len, unsigned base, uint64_t *out)
{
    uint64_t v = 0;

    for (size_t i = 0; i < len; i++)
        if (__builtin_mul_overflow(v, base, &v) ||
            __builtin_add_overflow(v, (uint64_t)digit_value(s[i]), &v))
            return false;
    *out = v;
    return true;
}

/* Base of the literal; *s moves behind the prefix. */
static int split_prefix(const char **s, size_t *len)
{
    if ((*s)[0] != '0' || *len == 1)
        return 10;
    int c = (*s)[1] | 32;
    int base = c == 'x' ? 16 : c == 'b' ? 2 : 8;
    int skip = c == 'x' || c == 'b' || c == 'o' ? 2 : 1;
    *s += skip;
    *len -= (size_t)skip;
    return base;
}

static Number integer(Arena *a, const char *s, size_t len, bool negative)
{
    Number n = {.kind = NUM_int};
    uint64_t v = 0, limit = (uint64_t)INT64_MAX + negative;

    if (s[len - 1] == 'l' || s[len - 1] == 'L') {
        n.kind = NUM_long;
        len--;
    }
    n.base = split_prefix(&s, &len);
    n.fits = magnitude(s, len, (unsigned)n.base, &v) && v <= limit;
    if (n.fits)
        n.i = (int64_t)(negative ? 0 - v : v);
    else
        n.kind = NUM_long;
    bool zero = n.fits && !v;
    if (n.kind == NUM_long)
        n.digits = arena_printf(a, "%s%.*s", negative && !zero ? "-" : "",
                                len ? (int)len : 1, len ? s : "0");
    return n;
}

Number literal_number(Arena *a, const char *text, size_t len, bool negative)
{
    bool imag = text[len - 1] == 'j' || text[len - 1] == 'J';
    bool hex = len > 1 && (text[1] == 'x' || text[1] == 'X');

    if (!imag && (hex || !memchr(text, '.', len)) &&
        (hex || !(memchr(text, 'e', len) || memchr(text, 'E', len))))
        return integer(a, text, len, negative);
    Number n = {.kind = imag ? NUM_imag : NUM_float};
    n.d = to_double(arena_strndup(a, text, len - imag));
    if (negative)
        n.d = -n.d;
    return n;
}

/* Strings */

static bool fail(LiteralError *err, const char *type, const char *message)
{
    err->type = type;
    err->message = message;
    return false;
}

static bool fail_range(Arena *a, LiteralError *err, const char *codec,
                       const char *s, size_t start, size_t end, const char *why)
{
    const char *m;

    if (end == start + 1)
        m = arena_printf(
            a,
            "(unicode error) '%s' codec can't decode byte 0x%02x in "
            "position %zu: %s",
            codec, (unsigned char)s[start], start, why);
    else
        m = arena_printf(
            a,
            "(unicode error) '%s' codec can't decode bytes in position "
            "%zu-%zu: %s",
            codec, start, end - 1, why);
    return fail(err, NULL, m);
}

/* Up to `max` hex digits at s; *value, and how many there are. */
static int hex_digits(const char *s, const char *end, int max, unsigned *value)
{
    int n = 0;

    for (*value = 0; n < max && s + n < end && isxdigit((unsigned char)s[n]);
         n++)
        *value = *value * 16 + (unsigned)digit_value(s[n]);
    return n;
}

static int octal_digits(const char *s, const char *end, unsigned *value)
{
    int n = 0;

    for (*value = 0; n < 3 && s + n < end && s[n] >= '0' && s[n] <= '7'; n++)
        *value = *value * 8 + (unsigned)(s[n] - '0');
    return n;
}

/* The character that a one-letter escape means, 0 if it is none. */
static int simple_escape(int c)
{
    switch (c) {
    case '\\':
    case '\'':
    case '"':
        return c;
    case 'b':
        return '\b';
    case 'f':
        return '\f';
    case 't':
        return '\t';
    case 'n':
        return '\n';
    case 'r':
        return '\r';
    case 'v':
        return '\v';
    case 'a':
        return '\a';
    default:
        return 0;
    }
}

/* An escape of a byte string; *s is behind the backslash. */
static bool byte_escape(StrBuf *out, const char **s, const char *end,
                        LiteralError *err)
{
    const char *p = *s;
    int c = simple_escape(*p);
    unsigned v;

    *s = p + 1;
    if (c) {
        strbuf_putc(out, (char)c);
    } else if (*p >= '0' && *p <= '7') {
        *s = p + octal_digits(p, end, &v);
        strbuf_putc(out, (char)v);
    } else if (*p == 'x') {
        if (hex_digits(p + 1, end, 2, &v) < 2)
            return fail(err, "ValueError", "invalid \\x escape");
        *s = p + 3;
        strbuf_putc(out, (char)v);
    } else if (*p != '\n') {
        strbuf_putc(out, '\\');
        *s = p; /* the character may begin a sequence to encode */
    }
    return true;
}

static bool needs_encoding(const Source *src)
{
    return src->encoding && strcmp(src->encoding, "utf-8") != 0 &&
           strcmp(src->encoding, "iso-8859-1") != 0;
}

static bool put_encoded(const Source *src, StrBuf *out, const char *s,
                        size_t len, LiteralError *err)
{
    if (source_encode(src, s, len, out))
        return true;
    return fail(err, NULL, "(unicode error) cannot encode string literal");
}

static bool byte_string(const Source *src, const char *s, size_t len, bool raw,
                        StrBuf *out, LiteralError *err)
{
    const char *end = s + len;
    bool encode = needs_encoding(src);

    /* Whole, since not all encodings leave ASCII as it is. */
    if (encode && len && (raw || !memchr(s, '\\', len)))
        return put_encoded(src, out, s, len, err);
    while (s < end) {
        const char *p = s;
        while (p < end && (raw || *p != '\\') &&
               (!encode || (signed char)*p >= 0))
            p++;
        strbuf_write(out, s, (size_t)(p - s));
        for (s = p; p < end && encode && (signed char)*p < 0;)
            p++;
        if (p > s && !put_encoded(src, out, s, (size_t)(p - s), err))
            return false;
        s = p;
        if (s < end && !raw && *s == '\\') {
            s++;
            if (!byte_escape(out, &s, end, err))
                return false;
        }
    }
    return true;
}

/* Turns the run of bytes above ASCII at *s into \U escapes. */
static bool escape_run(Arena *a, StrBuf *out, const char **s, const char *end,
                       LiteralError *err)
{
    const char *start = *s, *stop = start, *p = start;

    while (stop < end && (signed char)*stop < 0)
        stop++;
    while (p < stop) {
        unsigned v;
        size_t bad;
        const char *why;
        size_t n = utf8_sequence(p, stop, &v, &bad, &why);
        if (!n)
            return fail_range(a, err, "utf8", start, (size_t)(p - start),
                              (size_t)(p - start) + bad, why);
        strbuf_printf(out, "\\U%08x", v);
        p += n;
    }
    *s = stop;
    return true;
}

/* The first step: everything but ASCII becomes escapes. */
static bool to_escapes(Arena *a, const char *s, size_t len, StrBuf *out,
                       LiteralError *err)
{
    const char *end = s + len;

    while (s < end) {
        if ((signed char)*s < 0) {
            if (!escape_run(a, out, &s, end, err))
                return false;
            continue;
        }
        if (*s == '\\' && s + 1 < end) {
            strbuf_putc(out, *s++);
            if ((signed char)*s < 0) {
                strbuf_puts(out, "u005c");
                continue;
            }
        }
        strbuf_putc(out, *s++);
    }
    return true;
}

typedef struct Unescape {
    Arena *a;
    const char *start, *s, *end; /* s: behind the backslash */
    StrBuf *out;
    LiteralError *err;
} Unescape;

static bool bad_escape(Unescape *u, const char *from, const char *to,
                       const char *why)
{
    return fail_range(u->a, u->err, "unicodeescape", u->start,
                      (size_t)(from - u->start), (size_t)(to - u->start), why);
}

static bool hex_escape(Unescape *u, int digits, const char *why)
{
    unsigned v;
    const char *from = u->s - 1;
    int n = hex_digits(u->s + 1, u->end, digits, &v);

    u->s += 1 + n;
    if (n < digits)
        return bad_escape(u, from, u->s, why);
    if (v > 0x10FFFF)
        return bad_escape(u, from, u->s, "illegal Unicode character");
    strbuf_put_utf8(u->out, v);
    return true;
}

/* The character of a name, as Unicode 5.2 and CPython's spelling have it;
 * libunistring knows no ideographs. */
static ucs4_t named_character(const char *name)
{
    static const char prefix[] = "CJK UNIFIED IDEOGRAPH-";
    const char *digits = name + sizeof prefix - 1;
    ucs4_t c;

    if (strncmp(name, prefix, sizeof prefix - 1) != 0)
        return unicode_name_character(name);
    if (strspn(digits, "0123456789ABCDEF") != strlen(digits) ||
        strlen(digits) < 4 || strlen(digits) > 5)
        return UNINAME_INVALID;
    c = (ucs4_t)strtoul(digits, NULL, 16);
    return (c >= 0x3400 && c <= 0x4DB5) || (c >= 0x4E00 && c <= 0x9FCB) ||
                   (c >= 0x20000 && c <= 0x2A6D6) ||
                   (c >= 0x2A700 && c <= 0x2B734)
               ? c
               : UNINAME_INVALID;
}

/* \N{name} */
static bool name_escape(Unescape *u)
{
    const char *from = u->s - 1, *open = u->s + 1, *p = open;

    if (p < u->end && *p == '{') {
        while (p < u->end && *p != '}')
            p++;
        if (p > open + 1 && p < u->end) {
            char *name = arena_strndup(u->a, open + 1, (size_t)(p - open - 1));
            ucs4_t c = named_character(name);
            u->s = p + 1;
            if (c == UNINAME_INVALID)
                return bad_escape(u, from, u->s,
                                  "unknown Unicode character name");
            strbuf_put_utf8(u->out, c);
            return true;
        }
    }
    return bad_escape(u, from, p, "malformed \\N character escape");
}

static bool unicode_escape(Unescape *u)
{
    unsigned v;
    int c = simple_escape(*u->s);

    if (c) {
        strbuf_putc(u->out, (char)c);
        u->s++;
        return true;
    }
    switch (*u->s) {
    case 'x':
        return hex_escape(u, 2, "truncated \\xXX escape");
    case 'u':
        return hex_escape(u, 4, "truncated \\uXXXX escape");
    case 'U':
        return hex_escape(u, 8, "truncated \\UXXXXXXXX escape");
    case 'N':
        return name_escape(u);
    case '\n':
        u->s++;
        return true;
    }
    if (*u->s >= '0' && *u->s <= '7') {
        u->s += octal_digits(u->s, u->end, &v);
        strbuf_put_utf8(u->out, v);
        return true;
    }
    strbuf_putc(u->out, '\\');
    return true;
}

/* Raw literals know \u and \U after an odd number of backslashes; u->s is at
 * the first of them. */
static bool raw_escape(Unescape *u)
{
    const char *first = u->s;
    unsigned v;

    while (u->s < u->end && *u->s == '\\')
        strbuf_putc(u->out, *u->s++);
    if ((u->s - first) % 2 == 0 || u->s == u->end ||
        (*u->s != 'u' && *u->s != 'U'))
        return true;
    int digits = *u->s == 'u' ? 4 : 8;
    int n = hex_digits(u->s + 1, u->end, digits, &v);
    const char *from = u->s - 1;
    u->s += 1 + n;
    if (n < digits || v > 0x10FFFF)
        return fail_range(u->a, u->err, "rawunicodeescape", u->start,
                          (size_t)(from - u->start), (size_t)(u->s - u->start),
                          n < digits ? "truncated \\uXXXX"
                                     : "\\Uxxxxxxxx out of range");
    u->out->len--;
    strbuf_put_utf8(u->out, v);
    return true;
}

/* The second step.  Bytes above ASCII are Latin-1 here. */
static bool unescape(Unescape *u, bool raw)
{
    while (u->s < u->end) {
        if (*u->s != '\\') {
            strbuf_put_utf8(u->out, (unsigned char)*u->s++);
        } else if (raw) {
            if (!raw_escape(u))
                return false;
        } else {
            u->s++;
            if (u->s == u->end)
                return bad_escape(u, u->s - 1, u->s, "\\ at end of string");
            if (!unicode_escape(u))
                return false;
        }
    }
    return true;
}

static bool unicode_string(Arena *a, const Source *src, const char *s,
                           size_t len, bool raw, StrBuf *out, LiteralError *err)
{
    StrBuf escaped = {.arena = a};

    if (src->encoding && strcmp(src->encoding, "iso-8859-1") != 0) {
        if (!to_escapes(a, s, len, &escaped, err))
            return false;
        s = escaped.data ? escaped.data : "";
        len = escaped.len;
    }
    return unescape(&(Unescape){a, s, s, s + len, out, err}, raw);
}

bool literal_string(Arena *a, const Source *src, const char *text, size_t len,
                    bool unicode_default, Text *out, LiteralError *err)
{
    const char *s = text;
    bool raw = false;
    StrBuf buf = {.arena = a};

    out->is_unicode = unicode_default;
    if (*s == 'u' || *s == 'U' || *s == 'b' || *s == 'B')
        out->is_unicode = (*s++ | 32) == 'u';
    if (*s == 'r' || *s == 'R') {
        raw = true;
        s++;
    }
    size_t quotes = text + len - s >= 6 && s[1] == s[0] && s[2] == s[0] ? 3 : 1;
    size_t inner = (size_t)(text + len - s) - 2 * quotes;
    s += quotes;
    strbuf_reserve(&buf, inner);
    bool ok = out->is_unicode ? unicode_string(a, src, s, inner, raw, &buf, err)
                              : byte_string(src, s, inner, raw, &buf, err);
    out->data = buf.data;
    out->len = buf.len;
    return ok;
}

static bool ascii_only(Arena *a, const char *s, size_t len, LiteralError *err)
{
    for (size_t i = 0; i < len; i++)
        if ((signed char)s[i] < 0)
            return fail_range(a, err, "ascii", s, i, i + 1,
                              "ordinal not in range(128)");
    return true;
}

bool literal_join(StrBuf *into, bool *is_unicode, const Text *next,
                  LiteralError *err)
{
    Arena *a = into->arena;

    if (*is_unicode && !next->is_unicode &&
        !ascii_only(a, next->data, next->len, err))
        return false;
    if (!*is_unicode && next->is_unicode &&
        !ascii_only(a, into->data, into->len, err))
        return false;
    *is_unicode |= next->is_unicode;
    strbuf_write(into, next->data, next->len);
    return true;
}
