/* The operations of decimal arithmetic.  Each rounds its result to the
 * context and signals what it has to; see decimal.h. */
#include "decimal.h"

Dec dec_make(bool negative, Value coeff, int64_t exp)
{
    return (Dec){.coeff = coeff,
                 .exp = exp,
                 .digits = coeff ? coeff_digits(coeff) : 0,
                 .negative = negative};
}

Dec dec_special(DecKind kind, bool negative)
{
    return (Dec){
        .coeff = tag_int(0), .digits = 1, .negative = negative, .kind = kind};
}

static bool any_special(const Dec *a, const Dec *b)
{
    return a->kind != DEC_finite || b->kind != DEC_finite;
}

static Dec signalled(const Context *c, Signal s, const char *text, Dec result)
{
    return context_signal(c, s, text) < 0 ? dec_error() : result;
}

static Dec zero(bool negative, int64_t exp)
{
    return (Dec){
        .coeff = tag_int(0), .exp = exp, .digits = 1, .negative = negative};
}

static int64_t min64(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

/* --- addition ------------------------------------------------------------- */

static Dec add_special(const Dec *a, const Dec *b, const Context *c)
{
    Dec out;

    if (dec_nan_result(a, b, c, &out))
        return out;
    if (a->kind == DEC_inf && b->kind == DEC_inf && a->negative != b->negative)
        return dec_invalid(c, "-INF + INF");
    return a->kind == DEC_inf ? *a : *b;
}

/* One of the two is zero, but not both: the other, with room for the lower
 * exponent as far as the precision goes. */
static Dec add_zero(const Dec *z, const Dec *d, int64_t exp, const Context *c)
{
    int64_t least = d->exp - c->prec - 1;

    (void)z;
    return dec_fix(dec_rescale(*d, exp > least ? exp : least, c->rounding), c);
}

/* Gives both the same exponent.  A number too small to matter becomes a one
 * far below the digits of the other. */
static bool align(Dec *a, Dec *b, int64_t prec)
{
    Dec *high = a->exp < b->exp ? b : a, *low = high == a ? b : a;
    int64_t gap = high->digits - prec - 2;
    int64_t least = high->exp + (gap < -1 ? gap : -1);

    if (low->digits + low->exp - 1 < least) {
        low->coeff = tag_int(1);
        low->digits = 1;
        low->exp = least;
    }
    high->coeff = coeff_shift(high->coeff, high->exp - low->exp);
    high->exp = low->exp;
    return high->coeff != NULL;
}

Dec dec_add(const Dec *x, const Dec *y, const Context *c)
{
    Dec a = *x, b = *y;
    int64_t exp = min64(a.exp, b.exp);
    bool negative_zero = c->rounding == ROUND_floor && a.negative != b.negative;
    int order;

    if (any_special(x, y))
        return add_special(x, y, c);
    if (dec_is_zero(x) && dec_is_zero(y))
        return dec_fix(zero((a.negative && b.negative) || negative_zero, exp),
                       c);
    if (dec_is_zero(x))
        return add_zero(x, y, exp, c);
    if (dec_is_zero(y))
        return add_zero(y, x, exp, c);
    if (a.exp != b.exp && !align(&a, &b, c->prec))
        return dec_error();
    if (a.negative == b.negative)
        return dec_fix(dec_make(a.negative, coeff_add(a.coeff, b.coeff), a.exp),
                       c);
    order = coeff_compare(a.coeff, b.coeff);
    if (order == 0)
        return dec_fix(zero(negative_zero, exp), c);
    if (order > 0)
        return dec_fix(dec_make(a.negative, coeff_sub(a.coeff, b.coeff), a.exp),
                       c);
    return dec_fix(dec_make(b.negative, coeff_sub(b.coeff, a.coeff), a.exp), c);
}

Dec dec_sub(const Dec *a, const Dec *b, const Context *c)
{
    Dec negated = *b, out;

    if (any_special(a, b) && dec_nan_result(a, b, c, &out))
        return out;
    negated.negative = !b->negative;
    return dec_add(a, &negated, c);
}

/* --- multiplication and division ------------------------------------------ */

Dec dec_mul(const Dec *a, const Dec *b, const Context *c)
{
    bool negative = a->negative != b->negative;
    Dec out;

    if (any_special(a, b)) {
        if (dec_nan_result(a, b, c, &out))
            return out;
        if (dec_is_zero(b))
            return dec_invalid(c, "(+-)INF * 0");
        if (dec_is_zero(a))
            return dec_invalid(c, "0 * (+-)INF");
        return dec_special(DEC_inf, negative);
    }
    return dec_fix(
        dec_make(negative, coeff_mul(a->coeff, b->coeff), a->exp + b->exp), c);
}

static Dec div_special(const Dec *a, const Dec *b, const Context *c)
{
    bool negative = a->negative != b->negative;
    Dec out;

    if (dec_nan_result(a, b, c, &out))
        return out;
    if (a->kind == DEC_inf && b->kind == DEC_inf)
        return dec_invalid(c, "(+-)INF/(+-)INF");
    if (a->kind == DEC_inf)
        return dec_special(DEC_inf, negative);
    return signalled(c, SIG_Clamped, "Division by infinity",
                     zero(negative, context_tiny(c)));
}

/* Division by zero; the texts for 0 and for other dividends. */
static Dec div_by_zero(const Dec *a, const Dec *b, const Context *c,
                       const char *undefined, const char *infinite)
{
    if (dec_is_zero(a))
        return dec_invalid(c, undefined);
    return signalled(c, SIG_DivisionByZero, infinite,
                     dec_special(DEC_inf, a->negative != b->negative));
}

/* Takes zeros off the end of q while its exponent is below ideal. */
static Value strip_zeros(Value q, int64_t *exp, int64_t ideal)
{
    Value next, rest;

    for (int64_t step = 16; step > 0;) {
        if (*exp + step > ideal || q == tag_int(0)) {
            step /= 2;
            continue;
        }
        if (!coeff_divmod(q, coeff_pow10(step), &next, &rest))
            return NULL;
        if (rest != tag_int(0)) {
            step /= 2;
            continue;
        }
        q = next;
        *exp += step;
    }
    return q;
}

Dec dec_div(const Dec *a, const Dec *b, const Context *c)
{
    bool negative = a->negative != b->negative;
    int64_t shift = b->digits - a->digits + c->prec + 1;
    int64_t ideal = a->exp - b->exp, exp = ideal - shift;
    Value n, d, q, rest;

    if (any_special(a, b))
        return div_special(a, b, c);
    if (dec_is_zero(b))
        return div_by_zero(a, b, c, "0 / 0", "x / 0");
    if (dec_is_zero(a))
        return dec_fix(zero(negative, ideal), c);
    n = shift >= 0 ? coeff_shift(a->coeff, shift) : a->coeff;
    d = shift >= 0 ? b->coeff : coeff_shift(b->coeff, -shift);
    if (!coeff_divmod(n, d, &q, &rest))
        return dec_error();
    if (rest == tag_int(0))
        q = strip_zeros(q, &exp, ideal);
    else if (coeff_last_digit(q) % 5 == 0)
        q = coeff_add(q, tag_int(1)); /* not halfway: something follows */
    return dec_fix(dec_make(negative, q, exp), c);
}

/* Integer division of numbers with no NaN, a finite, b not zero. */
static bool divide(const Dec *a, const Dec *b, const Context *c, Dec *q, Dec *r)
{
    bool negative = a->negative != b->negative;
    int64_t ideal = b->kind == DEC_inf ? a->exp : min64(a->exp, b->exp);
    int64_t gap = dec_adjusted(a) - dec_adjusted(b);
    Value n, d, quotient, rest, limit;

    if (dec_is_zero(a) || b->kind == DEC_inf || gap <= -2) {
        *q = zero(negative, 0);
        *r = dec_rescale(*a, ideal, c->rounding);
        return r->coeff != NULL;
    }
    if (gap <= c->prec) {
        n = coeff_shift(a->coeff, a->exp - ideal);
        d = coeff_shift(b->coeff, b->exp - ideal);
        limit = coeff_pow10(c->prec);
        if (!limit || !coeff_divmod(n, d, &quotient, &rest))
            return false;
        if (coeff_compare(quotient, limit) < 0) {
            *q = dec_make(negative, quotient, 0);
            *r = dec_make(a->negative, rest, ideal);
            return true;
        }
    }
    *q = *r = dec_invalid(c, "quotient too large in //, % or divmod");
    return q->coeff != NULL;
}

Dec dec_floordiv(const Dec *a, const Dec *b, const Context *c)
{
    Dec q, r;

    if (any_special(a, b) && dec_nan_result(a, b, c, &q))
        return q;
    if (a->kind == DEC_inf) {
        if (b->kind == DEC_inf)
            return dec_invalid(c, "INF // INF");
        return dec_special(DEC_inf, a->negative != b->negative);
    }
    if (dec_is_zero(b))
        return div_by_zero(a, b, c, "0 // 0", "x // 0");
    return divide(a, b, c, &q, &r) ? q : dec_error();
}

Dec dec_mod(const Dec *a, const Dec *b, const Context *c)
{
    Dec q, r;

    if (any_special(a, b) && dec_nan_result(a, b, c, &r))
        return r;
    if (a->kind == DEC_inf)
        return dec_invalid(c, "INF % x");
    if (dec_is_zero(b))
        return dec_invalid(c, dec_is_zero(a) ? "0 % 0" : "x % 0");
    return divide(a, b, c, &q, &r) ? dec_fix(r, c) : dec_error();
}

bool dec_divmod(const Dec *a, const Dec *b, const Context *c, Dec *q, Dec *r)
{
    if (any_special(a, b) && dec_nan_result(a, b, c, q)) {
        *r = *q;
    } else if (a->kind == DEC_inf && b->kind == DEC_inf) {
        *q = *r = dec_invalid(c, "divmod(INF, INF)");
    } else if (a->kind == DEC_inf) {
        *q = dec_special(DEC_inf, a->negative != b->negative);
        *r = dec_invalid(c, "INF % x");
    } else if (dec_is_zero(b)) {
        *q = div_by_zero(a, b, c, "divmod(0, 0)", "x // 0");
        *r = *q;
        if (q->coeff && !dec_is_zero(a))
            *r = dec_invalid(c, "x % 0");
    } else {
        if (!divide(a, b, c, q, r))
            return false;
        *r = dec_fix(*r, c);
    }
    return q->coeff && r->coeff;
}

static Dec near_finite(const Dec *a, const Dec *b, const Context *c)
{
    int64_t ideal = min64(a->exp, b->exp);
    int64_t gap = dec_adjusted(a) - dec_adjusted(b);
    bool negative = a->negative;
    Value n, d, q, r, twice, limit = coeff_pow10(c->prec);

    if (gap >= c->prec + 1)
        return dec_invalid(c, NULL);
    if (gap <= -2)
        return dec_fix(dec_rescale(*a, ideal, c->rounding), c);
    n = coeff_shift(a->coeff, a->exp - ideal);
    d = coeff_shift(b->coeff, b->exp - ideal);
    if (!limit || !coeff_divmod(n, d, &q, &r))
        return dec_error();
    twice = coeff_add(coeff_add(r, r), tag_int(coeff_last_digit(q) % 2));
    if (!twice)
        return dec_error();
    if (coeff_compare(twice, d) > 0) {
        r = coeff_sub(d, r);
        q = coeff_add(q, tag_int(1));
        negative = !negative;
    }
    if (!q || !r)
        return dec_error();
    if (coeff_compare(q, limit) >= 0)
        return dec_invalid(c, NULL);
    return dec_fix(dec_make(negative, r, ideal), c);
}

Dec dec_remainder_near(const Dec *a, const Dec *b, const Context *c)
{
    Dec out;

    if (any_special(a, b) && dec_nan_result(a, b, c, &out))
        return out;
    if (a->kind == DEC_inf)
        return dec_invalid(c, "remainder_near(infinity, x)");
    if (dec_is_zero(b))
        return dec_invalid(c, dec_is_zero(a) ? "remainder_near(0, 0)"
                                             : "remainder_near(x, 0)");
    if (b->kind == DEC_inf)
        return dec_fix(*a, c);
    if (dec_is_zero(a))
        return dec_fix(zero(a->negative, min64(a->exp, b->exp)), c);
    return near_finite(a, b, c);
}

Dec dec_fma(const Dec *a, const Dec *b, const Dec *third, const Context *c)
{
    Dec product;

    if (any_special(a, b)) {
        if (a->kind == DEC_snan || b->kind == DEC_snan) {
            dec_nan_result(a, b, c, &product);
            return product;
        }
        if (dec_is_nan(a) || dec_is_nan(b))
            product = dec_is_nan(a) ? *a : *b;
        else if (a->kind == DEC_inf && dec_is_zero(b))
            return dec_invalid(c, "INF * 0 in fma");
        else if (b->kind == DEC_inf && dec_is_zero(a))
            return dec_invalid(c, "0 * INF in fma");
        else
            product = dec_special(DEC_inf, a->negative != b->negative);
    } else {
        product = dec_make(a->negative != b->negative,
                           coeff_mul(a->coeff, b->coeff), a->exp + b->exp);
    }
    return product.coeff ? dec_add(&product, third, c) : product;
}

/* --- one operand ---------------------------------------------------------- */

/* Plus and minus give no negative zero, but when rounding to the floor. */
static Dec with_sign(const Dec *a, bool negative, const Context *c)
{
    Dec out = *a;

    if (dec_nan_result(a, NULL, c, &out))
        return out;
    out.negative = negative;
    if (dec_is_zero(a) && c->rounding != ROUND_floor)
        out.negative = false;
    return dec_fix(out, c);
}

Dec dec_plus(const Dec *a, const Context *c)
{
    return with_sign(a, a->negative, c);
}

Dec dec_minus(const Dec *a, const Context *c)
{
    return with_sign(a, !a->negative, c);
}

Dec dec_abs(const Dec *a, const Context *c)
{
    return a->negative ? dec_minus(a, c) : dec_plus(a, c);
}

Dec dec_normalize(const Dec *a, const Context *c)
{
    Dec out;

    if (dec_nan_result(a, NULL, c, &out))
        return out;
    out = dec_fix(*a, c);
    if (!out.coeff || out.kind != DEC_finite)
        return out;
    if (dec_is_zero(&out))
        return zero(out.negative, 0);
    out.coeff =
        strip_zeros(out.coeff, &out.exp, c->clamp ? context_top(c) : c->emax);
    return dec_make(out.negative, out.coeff, out.exp);
}

/* The square root of a positive number with one digit more than asked for:
 * its last digit is not 0 or 5 unless the root is exact, so that rounding it
 * once more is right. */
static Dec root(const Dec *a, int64_t prec)
{
    int64_t e = a->exp >> 1, half = (a->digits + 1) >> 1, shift;
    Value n = a->coeff, rest = tag_int(0), r;
    bool exact;

    if (a->exp & 1) {
        n = coeff_shift(n, 1);
        half = (a->digits >> 1) + 1;
    }
    shift = prec - half;
    if (shift >= 0)
        n = coeff_shift(n, 2 * shift);
    else if (!coeff_divmod(n, coeff_pow10(-2 * shift), &n, &rest))
        return dec_error();
    r = n ? coeff_sqrt(n) : NULL;
    Value square = coeff_mul(r, r);
    if (!square)
        return dec_error();
    exact = rest == tag_int(0) && coeff_compare(square, n) == 0;
    e -= shift;
    if (!exact)
        return dec_make(
            false, coeff_last_digit(r) % 5 == 0 ? coeff_add(r, tag_int(1)) : r,
            e);
    if (shift < 0)
        return dec_make(false, coeff_shift(r, -shift), e + shift);
    if (!coeff_divmod(r, coeff_pow10(shift), &r, &rest))
        return dec_error();
    return dec_make(false, r, e + shift);
}

Dec dec_sqrt(const Dec *a, const Context *c)
{
    Context half_even = *c;
    Dec out;

    if (dec_nan_result(a, NULL, c, &out))
        return out;
    if (a->kind == DEC_inf && !a->negative)
        return *a;
    if (dec_is_zero(a))
        return dec_fix(zero(a->negative, a->exp >> 1), c);
    if (a->negative)
        return dec_invalid(c, "sqrt(-x), x > 0");
    half_even.rounding = ROUND_half_even;
    return dec_fix(root(a, c->prec + 1), &half_even);
}

/* --- quantize ------------------------------------------------------------- */

/* 1 if d's value changed to out's, 0 if not, -1: error. */
static int changed(const Dec *d, const Dec *out)
{
    int order = dec_order(d, out);

    return order == -2 ? -1 : order != 0;
}

static Dec rescale_unwatched(const Dec *a, int64_t exp, Rounding mode,
                             const Context *c)
{
    Dec out = dec_rescale(*a, exp, mode);
    int inexact;

    if (!out.coeff || out.exp <= a->exp)
        return out;
    if (context_signal(c, SIG_Rounded, NULL) < 0)
        return dec_error();
    inexact = changed(a, &out);
    if (inexact < 0 || (inexact && context_signal(c, SIG_Inexact, NULL) < 0))
        return dec_error();
    return out;
}

static Dec quantize_finite(const Dec *a, int64_t exp, Rounding mode,
                           const Context *c)
{
    static const char large[] =
        "exponent of quantize result too large for current context";
    static const char many[] =
        "quantize result has too many digits for current context";
    Dec out;
    int inexact;

    if (exp < context_tiny(c) || exp > c->emax)
        return dec_invalid(c, "target exponent out of bounds in quantize");
    if (dec_is_zero(a))
        return dec_fix(zero(a->negative, exp), c);
    if (dec_adjusted(a) > c->emax)
        return dec_invalid(c, large);
    if (dec_adjusted(a) - exp + 1 > c->prec)
        return dec_invalid(c, many);
    out = dec_rescale(*a, exp, mode);
    if (!out.coeff)
        return out;
    if (dec_adjusted(&out) > c->emax)
        return dec_invalid(c, large);
    if (out.digits > c->prec)
        return dec_invalid(c, many);
    if (!dec_is_zero(&out) && dec_adjusted(&out) < c->emin &&
        context_signal(c, SIG_Subnormal, NULL) < 0)
        return dec_error();
    if (out.exp > a->exp) {
        inexact = changed(a, &out);
        if (inexact < 0 ||
            (inexact && context_signal(c, SIG_Inexact, NULL) < 0) ||
            context_signal(c, SIG_Rounded, NULL) < 0)
            return dec_error();
    }
    return dec_fix(out, c);
}

Dec dec_quantize(const Dec *a, const Dec *b, Rounding mode, const Context *c,
                 bool watch_exp)
{
    Dec out;

    if (any_special(a, b)) {
        if (dec_nan_result(a, b, c, &out))
            return out;
        if (a->kind == DEC_inf && b->kind == DEC_inf)
            return *a;
        return dec_invalid(c, "quantize with one INF");
    }
    return watch_exp ? quantize_finite(a, b->exp, mode, c)
                     : rescale_unwatched(a, b->exp, mode, c);
}
