/* Longs to and from C numbers, doubles, digits and bytes. */
#include <ctype.h>
#include <float.h>
#include <math.h>
#include <stdio.h>

#include "errors.h"
#include "long.h"
#include "str.h"
#include "number.h"

/* --- C integers ----------------------------------------------------------- */

Value long_from_int64(int64_t i)
{
    return long_from_int128(i);
}

Value long_from_uint64(uint64_t u)
{
    return long_from_parts(false, u);
}

Value int_from_uint64(uint64_t u)
{
    return u <= INT64_MAX ? value_from_int((int64_t)u) : long_from_uint64(u);
}

Value int_from_int128(__int128 i)
{
    if (i >= INT64_MIN && i <= INT64_MAX)
        return value_from_int((int64_t)i);
    return long_from_int128(i);
}

bool long_fits_int64(Value v, int64_t *out)
{
    LongView w;

    if (!is_long(v)) {
        *out = int_value(v);
        return true;
    }
    long_view(v, &w);
    uint64_t magnitude = w.n ? w.p[0] : 0;
    if (w.n > 1 || magnitude > (uint64_t)INT64_MAX + w.negative)
        return false;
    *out = (int64_t)(w.negative ? -magnitude : magnitude);
    return true;
}

bool long_fits_uint64(Value v, uint64_t *out)
{
    LongView w;

    long_view(v, &w);
    if (w.n > 1 || (w.negative && w.n))
        return false;
    *out = w.n ? w.p[0] : 0;
    return true;
}

uint64_t long_mask64(Value v)
{
    LongView w;

    long_view(v, &w);
    uint64_t low = w.n ? w.p[0] : 0;
    return w.negative ? -low : low;
}

int64_t long_as_int64(Value v)
{
    int64_t i;

    if (long_fits_int64(v, &i))
        return i;
    err_format(&exc_OverflowError, "Python int too large to convert to C long");
    return -1;
}

Value int_from_long(Value l)
{
    int64_t i;
    LongView w;

    if (long_fits_int64(l, &i))
        return value_from_int(i);
    if (type_of(l) == &long_type)
        return l;
    long_view(l, &w);
    return long_from_limbs(w.p, w.n, w.negative);
}

int long_sign(Value v)
{
    if (is_long(v)) {
        int64_t size = ((PyLong *)v)->size;
        return size < 0 ? -1 : size > 0;
    }
    int64_t i = int_value(v);
    return i < 0 ? -1 : i > 0;
}

int64_t long_bit_length(Value v)
{
    LongView w;

    long_view(v, &w);
    return w.n ? w.n * 64 - __builtin_clzll(w.p[w.n - 1]) : 0;
}

/* 2.7 hashes a long as its 30-bit digits, from the top: rotate the sum by 30
 * bits, add the digit, and add the carry out of the word. */
int64_t long_hash(Value v)
{
    LongView w;
    uint64_t x = 0;

    long_view(v, &w);
    int64_t bits = w.n ? w.n * 64 - __builtin_clzll(w.p[w.n - 1]) : 0;
    for (int64_t i = (bits + 29) / 30; --i >= 0;) {
        int64_t at = i * 30 / 64, shift = i * 30 % 64;
        uint64_t digit = w.p[at] >> shift;
        if (shift > 34 && at + 1 < w.n)
            digit |= w.p[at + 1] << (64 - shift);
        digit &= 0x3fffffff;
        x = (x >> 34) | (x << 30);
        x += digit;
        if (x < digit)
            x++;
    }
    if (w.negative)
        x = -x;
    return x == UINT64_MAX ? -2 : (int64_t)x;
}

/* --- doubles -------------------------------------------------------------- */

static bool finite_for_integer(double d)
{
    if (isinf(d))
        err_format(&exc_OverflowError,
                   "cannot convert float infinity to integer");
    else if (isnan(d))
        err_format(&exc_ValueError, "cannot convert float NaN to integer");
    else
        return true;
    return false;
}

Value long_from_double(double d)
{
    int exponent;

    if (!finite_for_integer(d))
        return NULL;
    double mantissa = frexp(fabs(trunc(d)), &exponent);
    if (exponent <= 64)
        return long_from_parts(d < 0, (uint64_t)ldexp(mantissa, exponent));
    Value m = long_from_parts(d < 0, (uint64_t)ldexp(mantissa, 64));
    return m ? long_lshift_bits(m, exponent - 64) : NULL;
}

Value int_from_double(double d)
{
    if (d > -0x1p63 && d < 0x1p63)
        return value_from_int((int64_t)d);
    Value l = long_from_double(d);
    return l ? int_from_long(l) : NULL;
}

double long_frexp(Value v, int64_t *exponent)
{
    LongView w;
    int e;

    long_view(v, &w);
    *exponent = 0;
    if (w.n == 0)
        return 0.0;
    int shift = __builtin_clzll(w.p[w.n - 1]);
    uint64_t top = w.p[w.n - 1] << shift;
    bool sticky = false;
    if (w.n > 1) {
        if (shift)
            top |= w.p[w.n - 2] >> (64 - shift);
        sticky = shift && (w.p[w.n - 2] << shift);
        sticky |= !shift && w.p[w.n - 2];
        for (int64_t i = 0; i < w.n - 2 && !sticky; i++)
            sticky = w.p[i] != 0;
    }
    /* Bit 0 of 64 is far below the rounding position of a double. */
    double m = frexp((double)(top | sticky), &e);
    *exponent = w.n * 64 - shift + (e - 64);
    return w.negative ? -m : m;
}

double long_as_double(Value v)
{
    int64_t e;

    if (!is_long(v))
        return (double)int_value(v);
    double m = long_frexp(v, &e);
    if (e > DBL_MAX_EXP) {
        err_format(&exc_OverflowError,
                   "long int too large to convert to float");
        return -1.0;
    }
    return ldexp(m, (int)e);
}

int long_compare_double(Value v, double d)
{
    int64_t i;

    if (isinf(d))
        return d > 0 ? -1 : 1;
    if (long_fits_int64(v, &i) && i >= -((int64_t)1 << 53) &&
        i <= (int64_t)1 << 53)
        return (double)i < d ? -1 : (double)i > d;
    double whole = floor(d);
    int order = long_compare(v, long_from_double(whole));
    return order == 0 && whole < d ? -1 : order;
}

/* --- digits --------------------------------------------------------------- */

enum {
    FEW_LIMBS = 16,
    LIMB_DIGITS = 19 /* decimals that a limb holds */
};

/* Decimals of at most FEW_LIMBS limbs, by dividing. */
static char *decimal_of_few(const LongView *w, Py_ssize *length)
{
    char room[FEW_LIMBS * (LIMB_DIGITS + 1) + 1], *p = room + sizeof room, *out;
    mp_limb_t rest[FEW_LIMBS], part;
    int64_t n = w->n;

    mpn_copyi(rest, w->p, n);
    while (n > 1) {
        part = mpn_divrem_1(rest, 0, rest, n, 10000000000000000000u);
        n -= rest[n - 1] == 0;
        for (int i = 0; i < LIMB_DIGITS; i++) {
            *--p = (char)('0' + part % 10);
            part /= 10;
        }
    }
    for (part = rest[0]; part; part /= 10)
        *--p = (char)('0' + part % 10);
    *length = room + sizeof room - p;
    out = gc_bytes((size_t)*length + 1);
    if (out)
        memcpy(out, p, (size_t)*length);
    return out;
}

char *long_digits(Value v, int base, Py_ssize *length)
{
    LongView w;

    long_view(v, &w);
    if (base == 10 && w.n > 0 && w.n <= FEW_LIMBS)
        return decimal_of_few(&w, length);
    /* One spare limb: mpn_get_str overwrites its operand. */
    PyLong *copy = long_alloc(w.n + 1);
    char *out =
        copy ? gc_bytes((w.n ? mpn_sizeinbase(w.p, w.n, base) : 1) + 2) : NULL;
    if (!out)
        return NULL;
    size_t n = 0;
    if (w.n) {
        mpn_copyi(copy->limbs, w.p, w.n);
        n = mpn_get_str((unsigned char *)out, base, copy->limbs, w.n);
    }
    size_t zeros = 0;
    while (zeros < n && out[zeros] == 0)
        zeros++;
    for (size_t i = zeros; i < n; i++)
        out[i - zeros] = "0123456789abcdefghijklmnopqrstuvwxyz"[(int)out[i]];
    n -= zeros;
    if (n == 0)
        out[n++] = '0';
    out[n] = 0;
    *length = (Py_ssize)n;
    return out;
}

PyStr *long_to_str(Value v, int base, const char *prefix, const char *suffix)
{
    Py_ssize n;
    char *digits = long_digits(v, base, &n);

    if (!digits)
        return NULL;
    bool negative = long_sign(v) < 0;
    size_t before = strlen(prefix), behind = strlen(suffix);
    PyStr *text = str_new((int64_t)(negative + before + behind) + n);
    if (!text)
        return NULL;
    char *p = text->data;
    if (negative)
        *p++ = '-';
    memcpy(p, prefix, before);
    memcpy(p + before, digits, (size_t)n);
    memcpy(p + before + n, suffix, behind);
    return text;
}

/* --- text to integer ------------------------------------------------------ */

static bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static int digit_value(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'z')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'Z')
        return c - 'A' + 10;
    return 99;
}

/* Where the digits of a literal are. */
typedef struct IntText {
    const char *start; /* after leading white space */
    const char *digits, *end;
    bool negative;
    int base; /* the effective one */
} IntText;

static const char *skip_prefix(const char *s, const char *end, int *base)
{
    bool zero = end - s > 1 && s[0] == '0';
    char letter = zero ? (char)(s[1] | 0x20) : 0;
    int prefixed = letter == 'x'   ? 16
                   : letter == 'o' ? 8
                   : letter == 'b' ? 2
                                   : 0;

    if (*base == 0 && !prefixed) {
        *base = end > s && s[0] == '0' ? 8 : 10;
        if (*base == 8 && end - s == 1)
            *base = 10;
        return s;
    }
    if (prefixed && (*base == 0 || *base == prefixed)) {
        *base = prefixed;
        return s + 2;
    }
    return s;
}

/* False unless all of the text is an integer in that base. */
static bool scan_int(const char *s, const char *end, int base, bool suffix_l,
                     IntText *out)
{
    while (s < end && is_space(*s))
        s++;
    out->start = s;
    out->negative = s < end && *s == '-';
    if (s < end && (*s == '-' || *s == '+'))
        s++;
    while (s < end && is_space(*s))
        s++;
    s = skip_prefix(s, end, &base);
    out->base = base;
    out->digits = s;
    while (s < end && digit_value(*s) < base)
        s++;
    out->end = s;
    if (s == out->digits)
        return false;
    if (suffix_l && s < end && (*s == 'l' || *s == 'L'))
        s++;
    while (s < end && is_space(*s))
        s++;
    return s == end;
}

static Value digits_to_int(const IntText *t, bool want_long)
{
    uint64_t small = 0;
    bool fits = true;
    size_t n = (size_t)(t->end - t->digits);

    for (size_t i = 0; i < n && fits; i++)
        fits = !__builtin_mul_overflow(small, (uint64_t)t->base, &small) &&
               !__builtin_add_overflow(
                   small, (uint64_t)digit_value(t->digits[i]), &small);
    if (fits) {
        __int128 i = t->negative ? -(__int128)small : small;
        return want_long ? long_from_int128(i) : int_from_int128(i);
    }
    unsigned char *digits = gc_bytes(n);
    PyLong *l = digits ? long_alloc((int64_t)(n * 6 / 64) + 2) : NULL;
    if (!l)
        return NULL;
    size_t zeros = 0;
    while (t->digits[zeros] == '0')
        zeros++;
    for (size_t i = zeros; i < n; i++)
        digits[i - zeros] = (unsigned char)digit_value(t->digits[i]);
    mp_size_t limbs = mpn_set_str(l->limbs, digits, n - zeros, t->base);
    return long_finish(l, limbs, t->negative);
}

/* about: the text, the base; negative for long(). */
static PyStr *literal_message(const Value about[2])
{
    int base = (int)tagged_int_value(about[1]);
    Value shown = op_repr(about[0]);

    if (!shown)
        return NULL;
    return str_format_c("invalid literal for %s() with base %d: %s",
                        base < 0 ? "long" : "int", base < 0 ? -base : base,
                        str_data((PyStr *)shown));
}

/* Programs try int() to see whether a text is a number. */
static Value literal_error(int base, const char *s, Py_ssize n)
{
    PyStr *text = str_from(s, n < 200 ? n : 200);

    return err_later(&exc_ValueError, literal_message, (Value)text,
                     tag_int(base));
}

static bool base_ok(const char *type, int base)
{
    if (base == 0 || (base >= 2 && base <= 36))
        return true;
    err_format(&exc_ValueError, "%s() base must be >= 2 and <= 36, or 0", type);
    return false;
}

/* 2.7's int() shows the text after leading white space and the base as given;
 * long() shows all of it and the effective base. */
Value int_from_string(const char *s, Py_ssize length, int base)
{
    IntText t;

    if (!base_ok("int", base))
        return NULL;
    if (scan_int(s, s + length, base, false, &t))
        return digits_to_int(&t, false);
    return literal_error(base, t.start, s + length - t.start);
}

Value long_from_string(const char *s, Py_ssize length, int base)
{
    IntText t;

    if (!base_ok("long", base))
        return NULL;
    if (scan_int(s, s + length, base, true, &t))
        return digits_to_int(&t, true);
    return literal_error(-t.base, s, length);
}

/* --- bytes ---------------------------------------------------------------- */

Value long_from_bytes(const unsigned char *p, size_t n, bool little,
                      bool is_signed)
{
    PyLong *l = long_alloc((int64_t)(n / 8) + 1);

    if (!l)
        return NULL;
    size_t limbs = n / 8 + 1;
    bool negative = n && is_signed && (p[little ? n - 1 : 0] & 0x80);
    memset(l->limbs, negative ? 0xff : 0, limbs * 8);
    for (size_t i = 0; i < n; i++) {
        mp_limb_t byte = p[little ? i : n - 1 - i];
        l->limbs[i / 8] &= ~((mp_limb_t)0xff << (i % 8 * 8));
        l->limbs[i / 8] |= byte << (i % 8 * 8);
    }
    if (negative)
        mpn_neg(l->limbs, l->limbs, (mp_size_t)limbs);
    return long_finish(l, (int64_t)limbs, negative);
}

/* Does a magnitude of `bits` bits fit n bytes?  One bit is the sign's, except
 * for -2^(8n-1). */
static bool fits_bytes(const LongView *w, size_t n, bool is_signed)
{
    int64_t bits = w->n ? w->n * 64 - __builtin_clzll(w->p[w->n - 1]) : 0;
    int64_t room = (int64_t)n * 8 - is_signed;

    if (bits <= room)
        return true;
    return w->negative && is_signed && bits == room + 1 &&
           mpn_scan1(w->p, 0) == (mp_bitcnt_t)room;
}

int long_to_bytes(Value v, unsigned char *p, size_t n, bool little,
                  bool is_signed)
{
    LongView w;
    unsigned carry = 1;

    long_view(v, &w);
    if (w.negative && w.n && !is_signed) {
        err_format(&exc_OverflowError,
                   "can't convert negative long to unsigned");
        return -1;
    }
    if (!fits_bytes(&w, n, is_signed)) {
        err_format(&exc_OverflowError, "long too big to convert");
        return -1;
    }
    for (size_t i = 0; i < n; i++) {
        unsigned byte = (int64_t)(i / 8) < w.n
                            ? (unsigned)(w.p[i / 8] >> (i % 8 * 8)) & 0xff
                            : 0;
        if (w.negative) {
            byte = (byte ^ 0xff) + carry;
            carry = byte >> 8;
        }
        p[little ? i : n - 1 - i] = (unsigned char)byte;
    }
    return 0;
}
