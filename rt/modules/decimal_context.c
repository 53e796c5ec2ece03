/* Contexts of decimal arithmetic: signals, and rounding to a context. */
#include "decimal.h"
#include "dict.h"
#include "number.h"
#include "str.h"
#include "thread.h"

/* Set by decimal.py, once. */
extern Value decimal_signals[SIG_COUNT], decimal_roundings[ROUND_COUNT];
extern Value decimal_make_context;

/* --- the thread's context ------------------------------------------------- */

static PyStr *current_key(void)
{
    return str_intern("__decimal_context__");
}

Value context_current(void)
{
    PyDict *d = thread_state->locals;
    Value v = d ? dict_get_str_or_null(d, current_key()) : NULL;

    if (v)
        return v;
    v = op_call(decimal_make_context, NULL, 0, NULL);
    return v && context_set_current(v) == 0 ? v : NULL;
}

int context_set_current(Value context)
{
    if (!thread_state->locals)
        thread_state->locals = dict_new();
    return dict_set_str(thread_state->locals, current_key(), context);
}

/* --- settings ------------------------------------------------------------- */

bool rounding_from(Value name, Rounding *out)
{
    for (int i = 0; i < ROUND_COUNT; i++)
        if (name == decimal_roundings[i]) {
            *out = (Rounding)i;
            return true;
        }
    for (int i = 0; i < ROUND_COUNT; i++)
        if (is_str(name) &&
            str_equal((PyStr *)name, (PyStr *)decimal_roundings[i])) {
            *out = (Rounding)i;
            return true;
        }
    err_key(name);
    return false;
}

static bool setting(Value v, int64_t *out)
{
    if (is_tagged_int(v)) {
        *out = tagged_int_value(v);
    } else {
        *out = value_as_int64(v);
        if (*out == -1 && err_pending())
            return false;
    }
    if (*out <= DEC_EXP_MAX && *out >= -DEC_EXP_MAX)
        return true;
    err_format(&exc_OverflowError, "a setting of the context is too large");
    return false;
}

bool context_load(Value context, Context *out)
{
    PyDecContext *p;

    if (!context || context == NONE)
        context = context_current();
    if (!context)
        return false;
    if (!type_is_subtype(type_of(context), &decimal_context_type)) {
        err_format(&exc_TypeError, "optional argument must be a context");
        return false;
    }
    p = out->object = (PyDecContext *)context;
    out->clamp = p->clamp && p->clamp != tag_int(0);
    if (!p->prec || !p->rounding || !p->emin || !p->emax || !p->traps ||
        !p->flags) {
        err_format(&exc_AttributeError, "the context is not set up");
        return false;
    }
    return setting(p->prec, &out->prec) && setting(p->emin, &out->emin) &&
           setting(p->emax, &out->emax) &&
           rounding_from(p->rounding, &out->rounding);
}

/* --- signals -------------------------------------------------------------- */

int context_signal_value(const Context *c, Signal s, Value explanation)
{
    Value error = decimal_signals[s], trap;
    int ignored = 0;

    if (c->object->ignored)
        ignored = op_contains(c->object->ignored, error);
    if (ignored)
        return ignored < 0 ? -1 : 0;
    if (op_setitem(c->object->flags, error, tag_int(1)) < 0)
        return -1;
    trap = op_getitem(c->object->traps, error);
    if (!trap)
        return -1;
    ignored = op_is_true(trap);
    if (ignored == 0)
        return 0;
    if (ignored > 0)
        err_set((PyType *)error, explanation);
    return -1;
}

int context_signal(const Context *c, Signal s, const char *explanation)
{
    return context_signal_value(
        c, s, explanation ? (Value)str_from_c(explanation) : NONE);
}

Dec dec_invalid(const Context *c, const char *explanation)
{
    if (context_signal(c, SIG_InvalidOperation, explanation) < 0)
        return dec_error();
    return dec_special(DEC_qnan, false);
}

/* --- NaNs ----------------------------------------------------------------- */

Dec dec_fix_nan(Dec d, const Context *c)
{
    int64_t room = c->prec - c->clamp;
    Value q, power;

    if (d.coeff == tag_int(0) || d.digits <= room)
        return d;
    power = coeff_pow10(room > 0 ? room : 0);
    if (!coeff_divmod(d.coeff, power, &q, &d.coeff))
        return dec_error();
    d.digits = coeff_digits(d.coeff);
    return d;
}

static Dec signalled_nan(Dec d, const Context *c)
{
    if (context_signal(c, SIG_InvalidOperation, "sNaN") < 0)
        return dec_error();
    d.kind = DEC_qnan;
    return dec_fix_nan(d, c);
}

bool dec_nan_result(const Dec *a, const Dec *b, const Context *c, Dec *out)
{
    if (!dec_is_nan(a) && (!b || !dec_is_nan(b)))
        return false;
    if (a->kind == DEC_snan)
        *out = signalled_nan(*a, c);
    else if (b && b->kind == DEC_snan)
        *out = signalled_nan(*b, c);
    else
        *out = dec_fix_nan(dec_is_nan(a) ? *a : *b, c);
    return true;
}

/* --- rounding ------------------------------------------------------------- */

static bool rounds_up(Rounding mode, bool negative, int half, Value kept)
{
    switch (mode) {
    case ROUND_down:
        return false;
    case ROUND_up:
        return true;
    case ROUND_half_up:
        return half >= 0;
    case ROUND_half_down:
        return half > 0;
    case ROUND_half_even:
        return half > 0 || (half == 0 && coeff_last_digit(kept) % 2 == 1);
    case ROUND_ceiling:
        return !negative;
    case ROUND_floor:
        return negative;
    default:
        return coeff_last_digit(kept) % 5 == 0; /* ROUND_05UP */
    }
}

/* coeff / 10^k rounded.  *inexact: something other than zeros was lost. */
static Value drop_digits(const Dec *d, int64_t k, Rounding mode, bool *inexact)
{
    Value power, kept = tag_int(0), rest, twice;
    int half = -1;

    *inexact = true;
    if (k <= d->digits) {
        power = coeff_pow10(k);
        if (!coeff_divmod(d->coeff, power, &kept, &rest))
            return NULL;
        *inexact = rest != tag_int(0);
        if (!*inexact)
            return kept;
        twice = coeff_add(rest, rest);
        if (!twice)
            return NULL;
        half = coeff_compare(twice, power);
    }
    return rounds_up(mode, d->negative, half, kept)
               ? coeff_add(kept, tag_int(1))
               : kept;
}

Dec dec_rescale(Dec d, int64_t exp, Rounding mode)
{
    bool inexact;

    if (d.kind != DEC_finite)
        return d;
    if (d.coeff == tag_int(0))
        d.exp = exp;
    else if (d.exp >= exp)
        d = dec_make(d.negative, coeff_shift(d.coeff, d.exp - exp), exp);
    else
        d = dec_make(d.negative, drop_digits(&d, exp - d.exp, mode, &inexact),
                     exp);
    return d;
}

/* What a result beyond the largest number becomes. */
static Dec overflow(const Context *c, bool negative)
{
    bool to_infinity =
        c->rounding == ROUND_half_up || c->rounding == ROUND_half_even ||
        c->rounding == ROUND_half_down || c->rounding == ROUND_up ||
        c->rounding == (negative ? ROUND_floor : ROUND_ceiling);

    if (context_signal(c, SIG_Overflow, "above Emax") < 0)
        return dec_error();
    if (to_infinity)
        return dec_special(DEC_inf, negative);
    return dec_make(negative, coeff_sub(coeff_pow10(c->prec), tag_int(1)),
                    context_top(c));
}

static Dec fix_zero(Dec d, const Context *c)
{
    int64_t top = c->clamp ? context_top(c) : c->emax, tiny = context_tiny(c);
    int64_t exp = d.exp < tiny ? tiny : d.exp;

    if (exp > top)
        exp = top;
    if (exp == d.exp)
        return d;
    if (context_signal(c, SIG_Clamped, NULL) < 0)
        return dec_error();
    return dec_make(d.negative, d.coeff, exp);
}

static Dec fix_overflow(const Context *c, bool negative)
{
    Dec d = overflow(c, negative);

    if (!d.coeff || context_signal(c, SIG_Inexact, NULL) < 0 ||
        context_signal(c, SIG_Rounded, NULL) < 0)
        return dec_error();
    return d;
}

/* Drops digits so that the exponent becomes exp. */
static Dec fix_digits(Dec d, const Context *c, int64_t exp, bool subnormal)
{
    bool inexact;
    Dec out = dec_make(
        d.negative, drop_digits(&d, exp - d.exp, c->rounding, &inexact), exp);

    if (!out.coeff)
        return out;
    if (out.digits > c->prec) { /* 999.. became 1000.. */
        Value rest;

        if (!coeff_divmod(out.coeff, tag_int(10), &out.coeff, &rest))
            return dec_error();
        out.digits--;
        out.exp++;
    }
    if (out.exp > context_top(c))
        out = overflow(c, d.negative);
    if (!out.coeff ||
        (inexact && subnormal && context_signal(c, SIG_Underflow, NULL) < 0) ||
        (subnormal && context_signal(c, SIG_Subnormal, NULL) < 0) ||
        (inexact && context_signal(c, SIG_Inexact, NULL) < 0) ||
        context_signal(c, SIG_Rounded, NULL) < 0)
        return dec_error();
    if (dec_is_zero(&out) && context_signal(c, SIG_Clamped, NULL) < 0)
        return dec_error();
    return out;
}

Dec dec_fix(Dec d, const Context *c)
{
    int64_t tiny = context_tiny(c), top = context_top(c), least;
    bool subnormal;

    if (!d.coeff)
        return d;
    if (d.kind != DEC_finite)
        return dec_is_nan(&d) ? dec_fix_nan(d, c) : d;
    if (d.coeff == tag_int(0))
        return fix_zero(d, c);
    least = d.digits + d.exp - c->prec;
    if (least > top)
        return fix_overflow(c, d.negative);
    subnormal = least < tiny;
    if (subnormal)
        least = tiny;
    if (d.exp < least)
        return fix_digits(d, c, least, subnormal);
    if (subnormal && context_signal(c, SIG_Subnormal, NULL) < 0)
        return dec_error();
    if (c->clamp && d.exp > top) {
        if (context_signal(c, SIG_Clamped, NULL) < 0)
            return dec_error();
        return dec_make(d.negative, coeff_shift(d.coeff, d.exp - top), top);
    }
    return d;
}
