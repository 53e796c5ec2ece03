/* Decodes a compiled module's constants; the format is in constants.h. */
#include "constants.h"

#include <stdio.h>
#include <stdlib.h>

#include "number.h"
#include "str.h"
#include "unicode.h"

typedef struct Reader {
    const unsigned char *p;
    const Value *table; /* what is decoded so far */
} Reader;

static uint64_t varint(Reader *r)
{
    uint64_t n = 0;

    for (int shift = 0;; shift += 7) {
        n |= (uint64_t)(*r->p & 0x7f) << shift;
        if (!(*r->p++ & 0x80))
            return n;
    }
}

static const char *bytes(Reader *r, uint64_t n)
{
    const char *p = (const char *)r->p;

    r->p += n;
    return p;
}

static double real_number(Reader *r)
{
    double d;

    memcpy(&d, bytes(r, sizeof d), sizeof d);
    return d;
}

/* One code point of well-formed UTF-8, surrogates allowed. */
static uint32_t code_point(const unsigned char **p)
{
    uint32_t c = *(*p)++;
    int more = c < 0x80 ? 0 : c < 0xe0 ? 1 : c < 0xf0 ? 2 : 3;

    if (more)
        c &= 0x3f >> more;
    while (more-- > 0)
        c = c << 6 | (*(*p)++ & 0x3f);
    return c;
}

PyUnicode *unicode_from_wtf8(const char *bytes, size_t n)
{
    const unsigned char *p = (const unsigned char *)bytes, *end = p + n;
    uint32_t *text = gc_bytes((n + 1) * sizeof *text);
    int64_t count = 0;

    if (!text)
        return NULL;
    while (p < end)
        text[count++] = code_point(&p);
    return unicode_from_ucs4(text, count);
}

static Value unicode_constant(Reader *r)
{
    uint64_t n = varint(r);

    return (Value)unicode_from_wtf8(bytes(r, n), n);
}

static Value read_value(Reader *r);

static Value tuple_constant(Reader *r)
{
    uint64_t n = varint(r);
    PyTuple *t = tuple_new(n);

    if (!t)
        return NULL;
    for (uint64_t i = 0; i < n; i++) {
        Value v = read_value(r);

        if (!v)
            return NULL;
        tuple_init_item(t, i, v);
    }
    return (Value)t;
}

static Value interned_or_new(const char *text, uint64_t n)
{
    PyStr *s = str_interned_or_null(text, (int64_t)n);

    return (Value)(s ? s : str_from(text, (Py_ssize)n));
}

static Value interned(PyStr *s)
{
    return s ? (Value)str_intern_value(s) : NULL;
}

static Value read_value(Reader *r)
{
    unsigned char tag = *r->p++;
    uint64_t n;
    double d;

    switch (tag) {
    case 'N':
        return NONE;
    case 'T':
        return TRUE_VALUE;
    case 'F':
        return FALSE_VALUE;
    case '.':
        return ELLIPSIS;
    case 'i':
        n = varint(r);
        return value_from_int((int64_t)(n >> 1) ^ -(int64_t)(n & 1));
    case 'l':
        n = varint(r);
        return long_from_string(bytes(r, n), n, 16);
    case 'f':
        return value_from_double(real_number(r));
    case 'c':
        d = real_number(r);
        return complex_from(d, real_number(r));
    case 's':
        n = varint(r);
        return (Value)str_from(bytes(r, n), n);
    case 'n':
        n = varint(r);
        return interned(str_from(bytes(r, n), n));
    case 'm':
        n = varint(r);
        return interned_or_new(bytes(r, n), n);
    case 'u':
        return unicode_constant(r);
    case '(':
        return tuple_constant(r);
    case '@':
        return r->table[varint(r)];
    }
    fprintf(stderr, "Fatal Python error: bad constant tag %d\n", tag);
    abort();
}

int constants_load(const unsigned char *stream, Value *table, int32_t n)
{
    Reader r = {stream, table};

    for (int32_t i = 0; i < n; i++) {
        table[i] = read_value(&r);
        if (!table[i])
            return -1;
    }
    return 0;
}
