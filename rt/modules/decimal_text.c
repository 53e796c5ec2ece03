/* Decimal numbers from and to text, ints and floats; see decimal.h. */
#include "decimal.h"
#include "long.h"
#include "number.h"
#include "str.h"

#include <math.h>
#include <stdio.h>
#include <strings.h>

/* --- text to number ------------------------------------------------------- */

typedef struct Scan {
    const char *p, *end;
} Scan;

static bool scan_word(Scan *s, const char *word)
{
    int64_t n = (int64_t)strlen(word);

    if (s->end - s->p < n || strncasecmp(s->p, word, (size_t)n) != 0)
        return false;
    s->p += n;
    return true;
}

static int64_t scan_digits(Scan *s)
{
    const char *start = s->p;

    while (s->p < s->end && is_ascii_digit((unsigned char)*s->p))
        s->p++;
    return s->p - start;
}

/* An exponent's digits; false: beyond DEC_EXP_MAX, OverflowError. */
static bool scan_exponent(Scan *s, int64_t *exp)
{
    bool negative = s->p < s->end && *s->p == '-';
    int64_t n = 0;

    if (s->p < s->end && (*s->p == '-' || *s->p == '+'))
        s->p++;
    for (; s->p < s->end && is_ascii_digit((unsigned char)*s->p); s->p++) {
        n = n * 10 + (*s->p - '0');
        if (n > DEC_EXP_MAX) {
            err_format(&exc_OverflowError,
                       "exponent of a Decimal out of range");
            return false;
        }
    }
    *exp = negative ? -n : n;
    return true;
}

/* The digits before and behind the point as one number. */
static Value joined(const char *whole, int64_t n, const char *fraction,
                    int64_t m)
{
    StackText room;
    StrBuilder b = sb_on_stack(&room);

    if (m == 0)
        return coeff_from_text(whole, n);
    if (n == 0)
        return coeff_from_text(fraction, m);
    if (sb_add(&b, whole, n) < 0 || sb_add(&b, fraction, m) < 0)
        return NULL;
    return coeff_from_text(b.text->data, n + m);
}

static bool scan_number(Scan *s, bool negative, Dec *out)
{
    const char *whole = s->p, *fraction;
    int64_t n = scan_digits(s), m = 0, exp = 0;

    fraction = s->p;
    if (s->p < s->end && *s->p == '.') {
        s->p++;
        fraction = s->p;
        m = scan_digits(s);
    }
    if (n + m == 0)
        return false;
    if (s->p < s->end && (*s->p == 'e' || *s->p == 'E')) {
        s->p++;
        if (s->end == s->p || !is_ascii_digit((unsigned char)s->end[-1]))
            return false;
        if (!scan_exponent(s, &exp))
            return false;
    }
    if (s->p != s->end)
        return false;
    *out = dec_make(negative, joined(whole, n, fraction, m), exp - m);
    return out->coeff != NULL;
}

static bool scan_nan(Scan *s, bool negative, bool signalling, Dec *out)
{
    const char *digits = s->p;
    int64_t n = scan_digits(s);

    *out = dec_special(signalling ? DEC_snan : DEC_qnan, negative);
    if (s->p != s->end)
        return false;
    if (n > 0) {
        out->coeff = coeff_from_text(digits, n);
        out->digits = out->coeff ? coeff_digits(out->coeff) : 0;
    }
    return out->coeff != NULL;
}

bool dec_parse(const char *text, int64_t length, Dec *out)
{
    Scan s = {text, text + length};
    bool negative;

    while (s.p < s.end && is_ascii_space((unsigned char)*s.p))
        s.p++;
    while (s.end > s.p && is_ascii_space((unsigned char)s.end[-1]))
        s.end--;
    negative = s.p < s.end && *s.p == '-';
    if (s.p < s.end && (*s.p == '-' || *s.p == '+'))
        s.p++;
    if (scan_word(&s, "inf")) {
        scan_word(&s, "inity");
        *out = dec_special(DEC_inf, negative);
        return s.p == s.end;
    }
    if (scan_word(&s, "snan"))
        return scan_nan(&s, negative, true, out);
    if (scan_word(&s, "nan"))
        return scan_nan(&s, negative, false, out);
    return scan_number(&s, negative, out);
}

/* --- number to text ------------------------------------------------------- */

static int add_zeros(StrBuilder *b, int64_t n)
{
    if (n <= 0)
        return 0;
    if (sb_reserve(b, n) < 0)
        return -1;
    memset(b->text->data + b->length, '0', (size_t)n);
    b->length += n;
    return 0;
}

static PyStr *special_text(const Dec *d)
{
    static const char *const words[] = {"", "Infinity", "NaN", "sNaN"};
    const char *sign = d->negative ? "-" : "", *payload = "";
    int64_t length;

    if (dec_is_nan(d) && d->coeff != tag_int(0)) {
        payload = coeff_text(d->coeff, &length);
        if (!payload)
            return NULL;
    }
    return str_format_c("%s%s%s", sign, words[d->kind], payload);
}

/* How many digits stand before the point; `left` would without an exponent. */
static int64_t point_place(const Dec *d, int64_t left, bool engineering)
{
    if (d->exp <= 0 && left > -6)
        return left;
    if (!engineering)
        return 1;
    if (d->coeff == tag_int(0))
        return ((left + 1) % 3 + 3) % 3 - 1;
    return ((left - 1) % 3 + 3) % 3 + 1;
}

static int add_exponent(StrBuilder *b, int64_t exp, Value context)
{
    char text[32];
    int capitals = 1, n;

    if (!context || context == NONE)
        context = context_current();
    if (!context)
        return -1;
    if (type_is_subtype(type_of(context), &decimal_context_type) &&
        ((PyDecContext *)context)->capitals)
        capitals = op_is_true(((PyDecContext *)context)->capitals);
    if (capitals < 0)
        return -1;
    n = snprintf(text, sizeof text, "%c%+lld", capitals ? 'E' : 'e',
                 (long long)exp);
    return sb_add(b, text, n);
}

PyStr *dec_text(const Dec *d, bool engineering, Value context)
{
    StackText room;
    StrBuilder b = sb_on_stack(&room);
    int64_t n, left = d->exp + d->digits, place;
    const char *digits;

    if (d->kind != DEC_finite)
        return special_text(d);
    place = point_place(d, left, engineering);
    digits = coeff_text(d->coeff, &n);
    if (!digits || (d->negative && sb_putc(&b, '-') < 0))
        return NULL;
    if (place <= 0) {
        if (sb_add(&b, "0.", 2) < 0 || add_zeros(&b, -place) < 0 ||
            sb_add(&b, digits, n) < 0)
            return NULL;
    } else if (place >= n) {
        if (sb_add(&b, digits, n) < 0 || add_zeros(&b, place - n) < 0)
            return NULL;
    } else if (sb_add(&b, digits, place) < 0 || sb_putc(&b, '.') < 0 ||
               sb_add(&b, digits + place, n - place) < 0) {
        return NULL;
    }
    if (left != place && add_exponent(&b, left - place, context) < 0)
        return NULL;
    return sb_finish(&b);
}

/* --- ints and floats ------------------------------------------------------ */

Dec dec_from_integer(Value v)
{
    bool negative;

    if (is_tagged_int(v)) {
        int64_t i = tagged_int_value(v);

        return dec_make(i < 0, coeff_from_wide(i < 0 ? -(Wide)i : (Wide)i), 0);
    }
    negative = long_sign(v) < 0;
    if (negative)
        v = long_neg(v);
    else if (!is_long(v)) /* a bool, or an int of a subclass */
        v = long_from_int64(value_as_int64(v));
    return dec_make(negative, coeff_from_long(v), 0);
}

Dec dec_from_double(double d)
{
    bool negative = signbit(d);
    int e, shift = 0;
    uint64_t n;
    Value coeff;

    if (isnan(d))
        return dec_special(DEC_qnan, false);
    if (isinf(d))
        return dec_special(DEC_inf, negative);
    n = (uint64_t)ldexp(frexp(fabs(d), &e), 53);
    e -= 53;
    if (n == 0)
        return dec_make(negative, tag_int(0), 0);
    shift = __builtin_ctzll(n);
    n >>= shift;
    e += shift;
    coeff = coeff_from_wide(n);
    if (e >= 0)
        return dec_make(negative, coeff_from_long(long_lshift_bits(coeff, e)),
                        0);
    /* n / 2^k = n * 5^k / 10^k */
    return dec_make(negative,
                    coeff_mul(coeff, coeff_from_long(long_power(
                                         tag_int(5), tag_int(-e), NONE))),
                    e);
}

/* A power of ten that is exact as a double. */
static double exact_pow10(int64_t k)
{
    double d = 1;

    while (k-- > 0)
        d *= 10;
    return d;
}

Value dec_as_float(const Dec *d)
{
    PyStr *text;

    if (d->kind == DEC_snan)
        return err_format(&exc_ValueError,
                          "Cannot convert signaling NaN to float");
    if (d->kind == DEC_qnan)
        return value_from_double(d->negative ? -NAN : NAN);
    if (d->kind == DEC_finite && is_tagged_int(d->coeff) &&
        tagged_int_value(d->coeff) < (int64_t)1 << 53 && d->exp >= -22 &&
        d->exp <= 22) {
        double n = (double)tagged_int_value(d->coeff);

        n = d->exp < 0 ? n / exact_pow10(-d->exp) : n * exact_pow10(d->exp);
        return value_from_double(d->negative ? -n : n);
    }
    if (d->kind == DEC_finite && dec_adjusted(d) > 400 && !dec_is_zero(d))
        return value_from_double(d->negative ? -INFINITY : INFINITY);
    text = dec_text(d, false, NULL);
    return text ? float_from_string(text->data, text->length) : NULL;
}

Value dec_as_integer(const Dec *d)
{
    Value v, rest;

    if (dec_is_nan(d))
        return err_format(&exc_ValueError, "Cannot convert NaN to integer");
    if (d->kind == DEC_inf)
        return err_format(&exc_OverflowError,
                          "Cannot convert infinity to integer");
    if (d->exp >= 0)
        v = coeff_shift(d->coeff, d->exp);
    else if (-d->exp >= d->digits)
        v = tag_int(0);
    else if (!coeff_divmod(d->coeff, coeff_pow10(-d->exp), &v, &rest))
        return NULL;
    if (v && d->negative)
        v = long_neg(v);
    if (!v)
        return NULL;
    /* CPython multiplies with a power of ten that is a long from here on. */
    if (d->exp >= 19)
        return is_long(v) ? v : long_from_int64(value_as_int64(v));
    return is_long(v) ? int_from_long(v) : v;
}
