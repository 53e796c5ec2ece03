#include <limits.h>
#include <math.h>
#include <stdalign.h>

#include "long.h"
#include "number.h"
#include "str.h"
#include "struct_codes.h"

int struct_code_size(char code, StructLayout layout)
{
    bool native = layout == LAYOUT_native;

    switch (code) {
    case 'x':
    case 'b':
    case 'B':
    case 'c':
    case 's':
    case 'p':
    case '?':
        return 1;
    case 'h':
    case 'H':
        return 2;
    case 'i':
    case 'I':
    case 'f':
        return 4;
    case 'l':
    case 'L':
        return native ? (int)sizeof(long) : 4;
    case 'q':
    case 'Q':
    case 'd':
        return 8;
    case 'P':
        return native ? (int)sizeof(void *) : 0;
    default:
        return 0;
    }
}

int struct_code_align(char code, StructLayout layout)
{
    if (layout != LAYOUT_native)
        return 1;
    return struct_code_size(code, layout); /* so on every 64-bit ABI of ours */
}

/* --- packing -------------------------------------------------------------- */

static Value integer_argument(Value v)
{
    PyType *t = type_of(v);

    if (is_integer(v))
        return v;
    if (t->index) {
        Value i = num_index(v);

        if (i || !err_matches(&exc_TypeError))
            return i;
        err_clear();
    }
    if (t->to_int) {
        const char *text =
            t->flags & TYPE_FLOAT
                ? "integer argument expected, got float"
                : "integer argument expected, got non-integer (implicit "
                  "conversion using __int__ is deprecated)";
        if (err_warn(&exc_DeprecationWarning, text, 1) < 0)
            return NULL;
        Value i = t->to_int(v);
        if (!i || is_integer(i))
            return i;
    }
    return err_format(struct_error, "cannot convert argument to integer");
}

static int out_of_range(char code)
{
    err_format(struct_error, "integer out of range for '%c' format code", code);
    return -1;
}

/* Codes whose native range errors have texts of their own. */
static int named_range_error(const StructField *f)
{
    const char *text;

    if (f->code == 'b')
        text = "byte format requires -128 <= number <= 127";
    else if (f->code == 'B')
        text = "ubyte format requires 0 <= number <= 255";
    else if (f->layout == LAYOUT_big)
        return 0;
    else if (f->code == 'h')
        text = "short format requires SHRT_MIN <= number <= SHRT_MAX";
    else if (f->code == 'H')
        text = "ushort format requires 0 <= number <= USHRT_MAX";
    else
        return 0;
    err_format(struct_error, "%s", text);
    return -1;
}

static int range_error(const StructField *f, int bits, bool is_signed)
{
    if (named_range_error(f) < 0)
        return -1;
    int64_t top = ((int64_t)1 << (is_signed ? bits - 1 : bits)) - 1;
    err_format(struct_error, "'%c' format requires %lld <= number <= %lld",
               f->code, is_signed ? -(long long)top - 1 : 0LL, (long long)top);
    return -1;
}

static void store_bytes(char *p, uint64_t u, int n, StructLayout layout)
{
    for (int i = 0; i < n; i++)
        p[layout == LAYOUT_big ? n - 1 - i : i] = (char)(u >> (8 * i));
}

/* Codes that read their argument as a C long even when they are unsigned. */
static bool reads_signed(const StructField *f)
{
    return strchr("bhilq", f->code) || f->code == 'B' ||
           (f->code == 'H' && f->layout != LAYOUT_big);
}

static int pack_integer(const StructField *f, Value v, char *p)
{
    int n = (int)f->size, bits = n * 8;
    bool is_signed = strchr("bhilq", f->code) != NULL;
    uint64_t u;
    int64_t i;

    Value integer = integer_argument(v);
    if (!integer)
        return -1;
    if (f->code == 'P') {
        u = long_mask64(integer);
    } else if (reads_signed(f)) {
        if (!long_fits_int64(integer, &i))
            return out_of_range(f->code);
        int64_t top = (int64_t)(UINT64_MAX >> (65 - bits));
        if (bits < 64 &&
            (is_signed ? i < -top - 1 || i > top : i < 0 || i > 2 * top + 1))
            return range_error(f, bits, is_signed);
        u = (uint64_t)i;
    } else {
        if (!long_fits_uint64(integer, &u))
            return out_of_range(f->code);
        if (bits < 64 && u >> bits)
            return range_error(f, bits, false);
    }
    store_bytes(p, u, n, f->layout);
    return 0;
}

static int pack_float(const StructField *f, Value v, char *p)
{
    double d = value_as_double(v);

    if (d == -1.0 && err_pending()) {
        err_format(struct_error, "required argument is not a float");
        return -1;
    }
    if (f->code == 'd') {
        float_pack8(d, (unsigned char *)p, f->layout != LAYOUT_big);
        return 0;
    }
    if (f->layout == LAYOUT_native) {
        float single = (float)d; /* overflows to infinity */
        memcpy(p, &single, sizeof single);
        return 0;
    }
    return float_pack4(d, (unsigned char *)p, f->layout != LAYOUT_big);
}

static int pack_string(const StructField *f, Value v, char *p)
{
    if (!is_str(v)) {
        err_format(struct_error, "argument for '%c' must be a string", f->code);
        return -1;
    }
    Span s = str_span(v);
    int64_t room = f->size - (f->code == 'p');
    int64_t n = s.length < room ? s.length : room;
    if (f->code == 'p' && f->size > 0)
        *p++ = (char)(n > 255 ? 255 : n);
    if (n > 0)
        memcpy(p, s.data, (size_t)n);
    return 0;
}

int struct_pack_field(const StructField *f, Value v, char *p)
{
    switch (f->code) {
    case 's':
    case 'p':
        return pack_string(f, v, p);
    case 'c':
        if (!is_str(v) || str_span(v).length != 1) {
            err_format(struct_error, "char format require string of length 1");
            return -1;
        }
        *p = str_span(v).data[0];
        return 0;
    case '?': {
        int truth = op_is_true(v);
        *p = truth > 0;
        return truth < 0 ? -1 : 0;
    }
    case 'f':
    case 'd':
        return pack_float(f, v, p);
    default:
        return pack_integer(f, v, p);
    }
}

/* --- unpacking ------------------------------------------------------------ */

static uint64_t load_bytes(const char *p, int n, StructLayout layout)
{
    uint64_t u = 0;

    for (int i = 0; i < n; i++)
        u |= (uint64_t)(unsigned char)p[layout == LAYOUT_big ? n - 1 - i : i]
             << (8 * i);
    return u;
}

static Value unpack_pascal(const StructField *f, const char *p)
{
    int64_t n = f->size > 0 ? (unsigned char)*p : 0;

    if (f->size == 0)
        return err_format(&exc_SystemError, "Negative size passed to "
                                            "PyString_FromStringAndSize");
    if (n > f->size - 1)
        n = f->size - 1;
    return (Value)str_from(p + 1, n);
}

static Value unpacked_float(const StructField *f, double d)
{
    if (!isfinite(d) && f->layout != LAYOUT_native &&
        !float_has_specials(f->code == 'd'))
        return err_format(&exc_ValueError, "can't unpack IEEE 754 special "
                                           "value on non-IEEE platform");
    return value_from_double(d);
}

Value struct_unpack_field(const StructField *f, const char *p)
{
    const unsigned char *bytes = (const unsigned char *)p;
    int n = (int)f->size;

    switch (f->code) {
    case 's':
        return (Value)str_from(p, f->size);
    case 'p':
        return unpack_pascal(f, p);
    case 'c':
        return (Value)str_char(*bytes);
    case '?':
        return value_from_bool(*p != 0);
    case 'f':
        return unpacked_float(f, float_unpack4(bytes, f->layout != LAYOUT_big));
    case 'd':
        return unpacked_float(f, float_unpack8(bytes, f->layout != LAYOUT_big));
    case 'b':
    case 'h':
    case 'i':
    case 'l':
    case 'q': {
        int shift = 64 - 8 * n;
        uint64_t u = load_bytes(p, n, f->layout);
        return value_from_int((int64_t)(u << shift) >> shift);
    }
    default:
        return int_from_uint64(load_bytes(p, n, f->layout));
    }
}
