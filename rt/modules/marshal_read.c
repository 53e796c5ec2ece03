/* Module marshal: reading.
 *
 * As in CPython a number that is cut off by the end reads as if bytes of ones
 * followed.  Sizes are never trusted: containers grow as items arrive. */
#include "codecs.h"
#include "dict.h"
#include "list.h"
#include "long.h"
#include "marshal.h"
#include "number.h"
#include "set.h"
#include "tuple.h"

typedef struct Reader {
    FILE *fp; /* NULL: the bytes up to end */
    const char *p, *end;
    PyList *interned; /* what later references mean */
    int depth;
} Reader;

/* What read_value returns for the end of a dict. */
#define END_MARK ((Value) & end_mark)
static PyObject end_mark;

static Value read_value(Reader *r);

static void *bad(const char *what)
{
    return err_format(&exc_ValueError, "bad marshal data (%s)", what);
}

static void *at_end(void)
{
    return err_format(&exc_EOFError, "EOF read where object expected");
}

static int next_byte(Reader *r)
{
    if (r->fp)
        return getc(r->fp);
    return r->p < r->end ? (unsigned char)*r->p++ : EOF;
}

static int64_t next_number(Reader *r, int bytes)
{
    uint64_t n = 0;

    for (int i = 0; i < bytes; i++) {
        int c = next_byte(r);

        if (c == EOF)
            n |= UINT64_MAX << (8 * i);
        else
            n |= (uint64_t)(c & 0xff) << (8 * i);
    }
    return bytes == 8 ? (int64_t)n
                      : (int64_t)(n << (64 - 8 * bytes)) >> (64 - 8 * bytes);
}

/* A size; -1 with ValueError. */
static int64_t next_size(Reader *r, const char *complaint)
{
    int64_t n = next_number(r, 4);

    if (n < 0) {
        bad(complaint);
        return -1;
    }
    return n;
}

/* n bytes of a file, in pieces: n may be a lie. */
static PyStr *file_bytes(Reader *r, int64_t n)
{
    StrBuilder b = {0};

    while (n > 0) {
        int64_t part = n < 1 << 16 ? n : 1 << 16;
        size_t got;

        if (sb_reserve(&b, part) < 0)
            return NULL;
        got = fread(b.text->data + b.length, 1, (size_t)part, r->fp);
        b.length += (int64_t)got;
        n -= (int64_t)got;
        if ((int64_t)got < part)
            return at_end();
    }
    return sb_finish(&b);
}

static PyStr *next_bytes(Reader *r, int64_t n)
{
    PyStr *s;

    if (r->fp)
        return file_bytes(r, n);
    if (n > r->end - r->p)
        return at_end();
    s = str_from(r->p, n);
    r->p += n;
    return s;
}

static Value read_str(Reader *r, bool interned)
{
    int64_t n = next_size(r, "string size out of range");
    PyStr *s = n < 0 ? NULL : next_bytes(r, n);

    if (!s || !interned)
        return (Value)s;
    s = str_intern_value(s);
    return list_append(r->interned, (Value)s) < 0 ? NULL : (Value)s;
}

static Value read_reference(Reader *r)
{
    int64_t n = next_number(r, 4);

    if (n < 0 || n >= list_length(r->interned))
        return bad("string ref out of range");
    return list_get(r->interned, n);
}

static Value read_unicode(Reader *r)
{
    int64_t n = next_size(r, "unicode size out of range");
    PyStr *s = n < 0 ? NULL : next_bytes(r, n);

    return s ? (Value)decode_utf8((Span){s->data, s->length}, NULL, NULL)
             : NULL;
}

/* A digit of a long; -1 with ValueError. */
static int next_digit(Reader *r)
{
    int64_t d = next_number(r, 2);

    if (d < 0) {
        bad("digit out of range in long");
        return -1;
    }
    return (int)d;
}

static Value read_long(Reader *r)
{
    int64_t n = next_number(r, 4), count = n < 0 ? -n : n, made = 0;
    StrBuilder b = {0};
    uint64_t bits = 0;
    int held = 0, d = 0;

    if (n == INT32_MIN)
        return bad("long size out of range");
    for (; made < count; made++) {
        d = next_digit(r);
        if (d < 0)
            return NULL;
        bits |= (uint64_t)d << held;
        for (held += MARSHAL_DIGIT_BITS; held >= 8; held -= 8, bits >>= 8)
            if (sb_putc(&b, (char)bits) < 0)
                return NULL;
    }
    if (count > 0 && d == 0)
        return bad("unnormalized long data");
    if (sb_putc(&b, (char)bits) < 0 || sb_putc(&b, 0) < 0)
        return NULL;
    Value v = long_from_bytes((unsigned char *)b.text->data, (size_t)b.length,
                              true, false);
    return v && n < 0 ? long_neg(v) : v;
}

/* A float as text behind a byte that counts it; false: exception. */
static bool text_double(Reader *r, double *out)
{
    int n = next_byte(r);
    PyStr *s = n == EOF ? at_end() : next_bytes(r, n);
    Value v;

    if (!s)
        return false;
    v = float_from_string(s->data, s->length);
    if (!v && err_matches(&exc_ValueError)) {
        err_clear();
        err_format(&exc_ValueError, "could not convert string to float: %s",
                   s->data);
    }
    *out = v ? value_as_double(v) : 0;
    return v != NULL;
}

static bool binary_double(Reader *r, double *out)
{
    PyStr *s = next_bytes(r, 8);

    if (s)
        *out = float_unpack8((unsigned char *)s->data, true);
    return s != NULL;
}

static Value read_float(Reader *r, bool (*part)(Reader *r, double *out))
{
    double d;

    return part(r, &d) ? value_from_double(d) : NULL;
}

static Value read_complex(Reader *r, bool (*part)(Reader *r, double *out))
{
    double real, imag;

    return part(r, &real) && part(r, &imag) ? complex_from(real, imag) : NULL;
}

/* An item of a container, which is no end mark. */
static Value read_item(Reader *r, const char *container)
{
    Value v = read_value(r);

    if (v != END_MARK)
        return v;
    return err_format(&exc_TypeError, "NULL object in marshal data for %s",
                      container);
}

static PyList *read_items(Reader *r, const char *container,
                          const char *complaint)
{
    int64_t n = next_size(r, complaint);
    PyList *list;

    if (n < 0)
        return NULL;
    list = list_new(n < 64 ? n : 64);
    for (; list && n > 0; n--) {
        Value v = read_item(r, container);

        if (!v || list_append(list, v) < 0)
            return NULL;
    }
    return list;
}

static Value read_tuple(Reader *r)
{
    PyList *list = read_items(r, "tuple", "tuple size out of range");

    return list ? (Value)list_as_tuple(list) : NULL;
}

static Value read_set(Reader *r, PyType *type)
{
    PyList *list = read_items(r, "set", "set size out of range");
    Value items = (Value)list;

    return list ? op_call((Value)type, &items, 1, NULL) : NULL;
}

static Value read_dict(Reader *r)
{
    PyDict *d = dict_new();

    for (;;) {
        Value key = read_value(r), value;

        if (!key || key == END_MARK)
            return key ? (Value)d : NULL;
        value = read_value(r);
        if (value == END_MARK)
            continue; /* a key alone counts for nothing */
        if (!value || dict_set(d, key, value) < 0)
            return NULL;
    }
}

static Value read_code(Reader *r)
{
    PyTuple *packed = tuple_new(6);

    for (int i = 2; packed && i < 6; i++)
        packed->items[i] = tag_int(next_number(r, 4));
    for (int i = 0; packed && i < 2; i++) {
        packed->items[i] = read_item(r, "code object");
        if (!packed->items[i])
            return NULL;
    }
    return packed ? marshal_unpack_code(packed) : NULL;
}

static Value read_by_code(Reader *r, int code)
{
    switch (code) {
    case EOF:
        return at_end();
    case '0':
        return END_MARK;
    case 'N':
        return NONE;
    case 'S':
        return (Value)&exc_StopIteration;
    case '.':
        return ELLIPSIS;
    case 'F':
        return FALSE_VALUE;
    case 'T':
        return TRUE_VALUE;
    case 'i':
        return value_from_int(next_number(r, 4));
    case 'I':
        return value_from_int(next_number(r, 8));
    case 'l':
        return read_long(r);
    case 'f':
        return read_float(r, text_double);
    case 'g':
        return read_float(r, binary_double);
    case 'x':
        return read_complex(r, text_double);
    case 'y':
        return read_complex(r, binary_double);
    case 's':
    case 't':
        return read_str(r, code == 't');
    case 'R':
        return read_reference(r);
    case 'u':
        return read_unicode(r);
    case '(':
        return read_tuple(r);
    case '[':
        return (Value)read_items(r, "list", "list size out of range");
    case '{':
        return read_dict(r);
    case '<':
        return read_set(r, &set_type);
    case '>':
        return read_set(r, &frozenset_type);
    case 'c':
        return read_code(r);
    default:
        return bad("unknown type code");
    }
}

static Value read_value(Reader *r)
{
    int code = next_byte(r);
    Value v;

    if (++r->depth > MARSHAL_DEPTH) {
        r->depth--;
        return err_format(&exc_ValueError, "recursion limit exceeded");
    }
    v = read_by_code(r, code);
    r->depth--;
    return v;
}

Value marshal_read(FILE *fp, Span in)
{
    Reader r = {.fp = fp, .p = in.data, .end = in.data + in.length};

    r.interned = list_new(0);
    return read_item(&r, "object");
}
