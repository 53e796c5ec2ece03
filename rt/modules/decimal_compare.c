/* Order, equality and hash of decimal numbers; see decimal.h. */
#include "decimal.h"
#include "long.h"
#include "number.h"

static int infinity_sign(const Dec *d)
{
    if (d->kind != DEC_inf)
        return 0;
    return d->negative ? -1 : 1;
}

static int sign_of(const Dec *d)
{
    if (dec_is_zero(d))
        return 0;
    return d->negative ? -1 : 1;
}

static int order64(int64_t a, int64_t b)
{
    return (a > b) - (a < b);
}

/* Coefficients whose first digits have the same place. */
static int order_coefficients(const Dec *a, const Dec *b)
{
    int64_t exp = a->exp < b->exp ? a->exp : b->exp;
    Value x = coeff_shift(a->coeff, a->exp - exp);
    Value y = coeff_shift(b->coeff, b->exp - exp);

    return x && y ? coeff_compare(x, y) : -2;
}

int dec_order(const Dec *a, const Dec *b)
{
    int x, y, order;

    if (a->kind == DEC_inf || b->kind == DEC_inf)
        return order64(infinity_sign(a), infinity_sign(b));
    x = sign_of(a);
    y = sign_of(b);
    if (x != y || x == 0)
        return order64(x, y);
    order = order64(dec_adjusted(a), dec_adjusted(b));
    if (order == 0)
        order = order_coefficients(a, b);
    return order == -2 ? order : x * order;
}

/* NaNs are beyond the infinities, signalling ones before quiet ones. */
static int total_rank(const Dec *d)
{
    return d->kind == DEC_snan ? 1 : d->kind == DEC_qnan ? 2 : 0;
}

int dec_order_total(const Dec *a, const Dec *b)
{
    int order, sign = a->negative ? -1 : 1;

    if (a->negative != b->negative)
        return sign;
    order = order64(total_rank(a), total_rank(b));
    if (order)
        return sign * order;
    if (dec_is_nan(a))
        return sign * coeff_compare(a->coeff, b->coeff);
    order = dec_order(a, b);
    return order ? order : sign * order64(a->exp, b->exp);
}

Dec dec_compare(const Dec *a, const Dec *b, const Context *c)
{
    Dec out;
    int order;

    if (dec_nan_result(a, b, c, &out))
        return out;
    order = dec_order(a, b);
    if (order == -2)
        return dec_error();
    return dec_make(order < 0, tag_int(order != 0), 0);
}

/* The greater (sign 1) or lesser (-1) of two, compared by x and y. */
static Dec extreme(const Dec *a, const Dec *b, const Dec *x, const Dec *y,
                   const Context *c, int sign)
{
    Dec out;
    int order;

    if (dec_is_nan(a) || dec_is_nan(b)) {
        if (b->kind == DEC_qnan && !dec_is_nan(a))
            return dec_fix(*a, c);
        if (a->kind == DEC_qnan && !dec_is_nan(b))
            return dec_fix(*b, c);
        dec_nan_result(a, b, c, &out);
        return out;
    }
    order = dec_order(x, y);
    if (order == -2)
        return dec_error();
    if (order == 0)
        order = dec_order_total(a, b);
    /* Of two that are the same in all, max takes the first, min the second */
    if (sign > 0)
        return dec_fix(order == -1 ? *b : *a, c);
    return dec_fix(order == -1 ? *a : *b, c);
}

static Dec magnitude(const Dec *d)
{
    Dec out = *d;

    out.negative = false;
    return out;
}

Dec dec_max(const Dec *a, const Dec *b, const Context *c)
{
    return extreme(a, b, a, b, c, 1);
}

Dec dec_min(const Dec *a, const Dec *b, const Context *c)
{
    return extreme(a, b, a, b, c, -1);
}

Dec dec_max_mag(const Dec *a, const Dec *b, const Context *c)
{
    Dec x = magnitude(a), y = magnitude(b);

    return extreme(a, b, &x, &y, c, 1);
}

Dec dec_min_mag(const Dec *a, const Dec *b, const Context *c)
{
    Dec x = magnitude(a), y = magnitude(b);

    return extreme(a, b, &x, &y, c, -1);
}

bool dec_is_integer(const Dec *d)
{
    Value q, rest;

    if (d->kind != DEC_finite)
        return false;
    if (d->exp >= 0 || dec_is_zero(d))
        return true;
    if (-d->exp >= d->digits)
        return false;
    return coeff_divmod(d->coeff, coeff_pow10(-d->exp), &q, &rest) &&
           rest == tag_int(0);
}

/* --- hash ----------------------------------------------------------------- */

/* An integer hashes as the int of its value, which longs do modulo 2^64 - 1:
 * so the power of ten may be taken modulo that. */
static int64_t hash_integer(const Dec *d)
{
    Value modulus = long_from_uint64(UINT64_MAX);
    Value power = long_power(tag_int(10), tag_int(d->exp), modulus), v;

    v = power ? long_mul(d->coeff, power) : NULL;
    if (v && d->negative)
        v = long_neg(v);
    return v ? long_hash(v) : -1;
}

static int64_t hash_triple(const Dec *d)
{
    int64_t length;
    char *text = coeff_text(d->coeff, &length);

    if (!text)
        return -1;
    while (length > 0 && text[length - 1] == '0')
        length--;
    return op_hash((Value)tuple_pack(3, tag_int(d->negative),
                                     tag_int(d->exp + d->digits),
                                     (Value)str_from(text, length)));
}

/* Can a float be as much as d, which has a fraction?  10^k must divide the
 * coefficient but for powers of two. */
static bool maybe_float(const Dec *d)
{
    return coeff_last_digit(d->coeff) % 5 == 0;
}

/* 1 and the hash if a float is as much as d, 0 if not, -1: error. */
static int hash_float(const Dec *d, int64_t *hash)
{
    Value f = dec_as_float(d);
    Dec back;
    double x;

    if (!f)
        return -1;
    x = value_as_double(f);
    back = dec_from_double(x);
    if (!back.coeff)
        return -1;
    if (dec_order(&back, d) != 0)
        return 0;
    *hash = float_hash_double(x);
    return 1;
}

int64_t dec_hash(const Dec *d)
{
    Dec whole = *d;
    int64_t hash = -1;
    int same;

    if (d->kind == DEC_snan) {
        err_format(&exc_TypeError, "Cannot hash a signaling NaN value.");
        return -1;
    }
    if (d->kind == DEC_qnan)
        return 0;
    if (d->kind == DEC_inf)
        return d->negative ? -271828 : 314159;
    if (dec_is_zero(d))
        return 0;
    if (d->exp >= 0)
        return hash_integer(d);
    if (!maybe_float(d))
        return hash_triple(d);
    same = hash_float(d, &hash);
    if (same)
        return hash;
    if (!dec_is_integer(d))
        return err_pending() ? -1 : hash_triple(d);
    whole = dec_rescale(*d, 0, ROUND_down);
    return whole.coeff ? hash_integer(&whole) : -1;
}
