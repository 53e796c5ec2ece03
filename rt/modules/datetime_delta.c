/* datetime.timedelta: days, seconds and microseconds, normalized so that only
 * the days are negative. */
#include <math.h>
#include <stdio.h>

#include "datetime.h"
#include "long.h"
#include "number.h"
#include "number_fast.h"

#include "methods_declare.h"
#include "datetime_delta.def"
#include "methods_end.h"

enum { SECONDS_PER_DAY = 86400, US_PER_SECOND = 1000000 };

#define DELTA(v) ((PyDelta *)(v))

static bool is_delta(Value v)
{
    return is_instance_of(v, &timedelta_type);
}

static Value make(PyType *type, int days, int seconds, int microseconds)
{
    if (days < -MAX_DELTA_DAYS || days > MAX_DELTA_DAYS)
        return err_format(&exc_OverflowError,
                          "days=%d; must have magnitude <= %d", days,
                          MAX_DELTA_DAYS);
    PyDelta *d = instance_new(type);
    if (!d)
        return NULL;
    d->days = days;
    d->seconds = seconds;
    d->microseconds = microseconds;
    return (Value)d;
}

Value delta_new(int64_t days, int64_t seconds, int64_t microseconds)
{
    seconds += int_floordiv_c(microseconds, US_PER_SECOND);
    days += int_floordiv_c(seconds, SECONDS_PER_DAY);
    if (days != (int)days)
        return err_format(&exc_OverflowError, "date value out of range");
    return make(&timedelta_type, (int)days,
                (int)int_mod_c(seconds, SECONDS_PER_DAY),
                (int)int_mod_c(microseconds, US_PER_SECOND));
}

/* All of it in microseconds: fits 128 bits by far, and 63 mostly. */
static __int128 total_us(const PyDelta *d)
{
    return ((__int128)d->days * SECONDS_PER_DAY + d->seconds) * US_PER_SECOND +
           d->microseconds;
}

/* From an int or long number of microseconds. */
static Value from_us(Value us, PyType *type)
{
    Value seconds, days, rest_us, rest_seconds;
    int64_t d;

    if (!long_divmod(us, tag_int(US_PER_SECOND), &seconds, &rest_us) ||
        !long_divmod(seconds, tag_int(SECONDS_PER_DAY), &days, &rest_seconds))
        return NULL;
    if (!long_fits_int64(days, &d) || d != (int)d)
        return err_format(&exc_OverflowError,
                          "Python int too large to convert to C int");
    return make(type, (int)d, (int)long_mask64(rest_seconds),
                (int)long_mask64(rest_us));
}

/* --- construction --------------------------------------------------------- */

/* The whole microseconds so far, and the fractions that floats left. */
typedef struct DeltaSum {
    Value us;
    double fraction;
} DeltaSum;

static bool add_whole(DeltaSum *s, Value n, int64_t factor)
{
    Value product = n ? long_mul(n, value_from_int(factor)) : NULL;

    s->us = product ? long_add(s->us, product) : NULL;
    return s->us != NULL;
}

static bool add_component(DeltaSum *s, const char *name, Value v,
                          int64_t factor)
{
    double whole, fraction;

    if (is_integer(v))
        return add_whole(s, v, factor);
    if (!has_type_flag(v, TYPE_FLOAT)) {
        err_format(&exc_TypeError,
                   "unsupported type for timedelta %s component: %s", name,
                   type_name_of(v));
        return false;
    }
    fraction = modf(float_value(v), &whole);
    if (!add_whole(s, long_from_double(whole), factor))
        return false;
    if (fraction == 0)
        return true;
    fraction = modf(fraction * (double)factor, &whole);
    s->fraction += fraction;
    return add_whole(s, long_from_double(whole), 1);
}

static Value timedelta_new(PyType *type, const Value *args, Py_ssize nargs,
                           PyTuple *kwnames)
{
    static const char *const names[] = {
        "days",    "seconds", "microseconds", "milliseconds",
        "minutes", "hours",   "weeks"};
    static const int64_t factors[] = {
        86400000000, 1000000, 1, 1000, 60000000, 3600000000, 604800000000};
    static const int order[] = {2, 3, 1, 4, 5, 0, 6}; /* as 2.7 adds them */
    DeltaSum s = {tag_int(0), 0};
    Value v[7];

    if (args_parse("__new__", args, nargs, kwnames, names, 0, 7, v) < 0)
        return NULL;
    for (int i = 0; i < 7; i++)
        if (v[order[i]] &&
            !add_component(&s, names[order[i]], v[order[i]], factors[order[i]]))
            return NULL;
    if (s.fraction != 0) {
        double rounded =
            s.fraction >= 0 ? floor(s.fraction + 0.5) : ceil(s.fraction - 0.5);
        if (!add_whole(&s, long_from_double(rounded), 1))
            return NULL;
    }
    return from_us(s.us, type);
}

/* --- arithmetic ----------------------------------------------------------- */

Value delta_add(Value a, Value b)
{
    return delta_new((int64_t)DELTA(a)->days + DELTA(b)->days,
                     DELTA(a)->seconds + DELTA(b)->seconds,
                     DELTA(a)->microseconds + DELTA(b)->microseconds);
}

Value delta_subtract(Value a, Value b)
{
    return delta_new((int64_t)DELTA(a)->days - DELTA(b)->days,
                     DELTA(a)->seconds - DELTA(b)->seconds,
                     DELTA(a)->microseconds - DELTA(b)->microseconds);
}

static Value timedelta_add(Value a, Value b)
{
    return is_delta(a) && is_delta(b) ? delta_add(a, b) : NOT_IMPLEMENTED;
}

static Value timedelta_sub(Value a, Value b)
{
    return is_delta(a) && is_delta(b) ? delta_subtract(a, b) : NOT_IMPLEMENTED;
}

static Value timedelta_mul(Value a, Value b)
{
    Value delta = is_delta(a) ? a : b, factor = is_delta(a) ? b : a;

    if (!is_integer(factor))
        return NOT_IMPLEMENTED;
    Value us = long_mul(int_from_int128(total_us(DELTA(delta))), factor);
    return us ? from_us(us, &timedelta_type) : NULL;
}

static Value timedelta_floordiv(Value a, Value b)
{
    Value q;

    if (!is_delta(a) || !is_integer(b))
        return NOT_IMPLEMENTED;
    if (long_sign(b) == 0)
        return err_int_zero_division();
    if (!long_divmod(int_from_int128(total_us(DELTA(a))), b, &q, NULL))
        return NULL;
    return from_us(q, &timedelta_type);
}

static Value timedelta_neg(Value self)
{
    return delta_new(-(int64_t)DELTA(self)->days, -DELTA(self)->seconds,
                     -DELTA(self)->microseconds);
}

static Value timedelta_pos(Value self)
{
    return delta_new(DELTA(self)->days, DELTA(self)->seconds,
                     DELTA(self)->microseconds);
}

static Value timedelta_abs(Value self)
{
    return DELTA(self)->days < 0 ? timedelta_neg(self) : timedelta_pos(self);
}

static int timedelta_nonzero(Value self)
{
    PyDelta *d = DELTA(self);

    return d->days || d->seconds || d->microseconds;
}

static Value timedelta_rich_compare(Value a, Value b, CompareOp op)
{
    if (!is_delta(b)) {
        if (op == CMP_eq || op == CMP_ne)
            return value_from_bool(op == CMP_ne);
        return compare_error(a, b);
    }
    __int128 x = total_us(DELTA(a)), y = total_us(DELTA(b));
    return value_from_bool(order_holds(op, x < y ? -1 : x > y));
}

static PyTuple *state_of(Value self)
{
    return tuple_pack(3, tag_int(DELTA(self)->days),
                      tag_int(DELTA(self)->seconds),
                      tag_int(DELTA(self)->microseconds));
}

static int64_t timedelta_hash(Value self)
{
    return op_hash((Value)state_of(self));
}

static Value delta_reduce(Value self, const Value *args, Py_ssize nargs)
{
    return (Value)tuple_pack(2, type_visible(type_of(self)), state_of(self));
}

static Value delta_total_seconds(Value self, const Value *args, Py_ssize nargs)
{
    return long_true_div(int_from_int128(total_us(DELTA(self))),
                         tag_int(US_PER_SECOND));
}

/* --- text ----------------------------------------------------------------- */

static Value timedelta_repr(Value self)
{
    PyDelta *d = DELTA(self);
    const char *name = type_visible(type_of(self))->name;

    if (d->microseconds)
        return (Value)str_format_c("%s(%d, %d, %d)", name, d->days, d->seconds,
                                   d->microseconds);
    if (d->seconds)
        return (Value)str_format_c("%s(%d, %d)", name, d->days, d->seconds);
    return (Value)str_format_c("%s(%d)", name, d->days);
}

static Value timedelta_str(Value self)
{
    PyDelta *d = DELTA(self);
    char days[40] = "", fraction[16] = "";

    if (d->days)
        snprintf(days, sizeof days, "%d day%s, ", d->days,
                 d->days == 1 || d->days == -1 ? "" : "s");
    if (d->microseconds)
        snprintf(fraction, sizeof fraction, ".%06d", d->microseconds);
    return (Value)str_format_c("%s%d:%02d:%02d%s", days, d->seconds / 3600,
                               d->seconds / 60 % 60, d->seconds % 60, fraction);
}

/* --- the type ------------------------------------------------------------- */

static Value get_days(Value self)
{
    return tag_int(DELTA(self)->days);
}

static Value get_seconds(Value self)
{
    return tag_int(DELTA(self)->seconds);
}

static Value get_microseconds(Value self)
{
    return tag_int(DELTA(self)->microseconds);
}

static const GetSetDef delta_getsets[] = {
    {"days", get_days, NULL, "whole days; negative for negative spans", true},
    {"seconds", get_seconds, NULL, "seconds beyond the whole days, 0 to 86399",
     true},
    {"microseconds", get_microseconds, NULL,
     "microseconds beyond the whole seconds, 0 to 999999", true},
    {0}};

static const NativeDef delta_methods[] = {
#include "methods_table.h"
#include "datetime_delta.def"
#include "methods_end.h"
    {0}};

PyType timedelta_type = {
    .head.type = &type_type,
    .name = "datetime.timedelta",
    .base = &object_type,
    .flags = TYPE_BASETYPE,
    .basic_size = sizeof(PyDelta),
    .methods = delta_methods,
    .getsets = delta_getsets,
    .repr = timedelta_repr,
    .str = timedelta_str,
    .hash = timedelta_hash,
    .rich_compare = timedelta_rich_compare,
    .new_instance = timedelta_new,
    .binary = {[BIN_add] = timedelta_add,
               [BIN_sub] = timedelta_sub,
               [BIN_mul] = timedelta_mul,
               [BIN_div] = timedelta_floordiv,
               [BIN_floordiv] = timedelta_floordiv},
    .unary = {[UN_neg] = timedelta_neg,
              [UN_pos] = timedelta_pos,
              [UN_abs] = timedelta_abs},
    .nonzero = timedelta_nonzero,
};
