/* Inline arithmetic on value words: two tagged ints or two tagged floats;
 * everything else goes out of line.  Any operands are allowed, and the
 * result is what Python's operator gives. */
#ifndef RT_NUMBER_FAST_H
#define RT_NUMBER_FAST_H

#include "number.h"

#define BOTH_TAGGED_INTS(a, b) ((uintptr_t)(a) & (uintptr_t)(b) & 1)

static inline bool both_tagged_floats(Value a, Value b)
{
    return is_tagged_float(a) && is_tagged_float(b);
}

/* The tagged word of i is 2 i + 1, so sums need one correction and overflow
 * of the word is overflow of the 63 bits. */
static inline Value num_add(Value a, Value b)
{
    int64_t sum;

    if (BOTH_TAGGED_INTS(a, b) &&
        !__builtin_add_overflow((int64_t)(uintptr_t)a,
                                (int64_t)(uintptr_t)b - 1, &sum))
        return (Value)(uintptr_t)sum;
    if (both_tagged_floats(a, b))
        return value_from_double(tagged_float_value(a) + tagged_float_value(b));
    return num_add_slow(a, b);
}

static inline Value num_sub(Value a, Value b)
{
    int64_t difference;

    if (BOTH_TAGGED_INTS(a, b) &&
        !__builtin_sub_overflow((int64_t)(uintptr_t)a,
                                (int64_t)(uintptr_t)b - 1, &difference))
        return (Value)(uintptr_t)difference;
    if (both_tagged_floats(a, b))
        return value_from_double(tagged_float_value(a) - tagged_float_value(b));
    return num_sub_slow(a, b);
}

static inline Value num_mul(Value a, Value b)
{
    int64_t product;

    if (BOTH_TAGGED_INTS(a, b) &&
        !__builtin_mul_overflow((int64_t)(uintptr_t)a - 1, tagged_int_value(b),
                                &product))
        return (Value)(uintptr_t)(product + 1);
    if (both_tagged_floats(a, b))
        return value_from_double(tagged_float_value(a) * tagged_float_value(b));
    return num_mul_slow(a, b);
}

/* Python's // and % of C ints; b is neither 0 nor -1 with a the minimum. */
static inline int64_t int_floordiv_c(int64_t a, int64_t b)
{
    int64_t q = a / b;

    return q - (a % b != 0 && (a ^ b) < 0);
}

static inline int64_t int_mod_c(int64_t a, int64_t b)
{
    int64_t r = a % b;

    return r != 0 && (r ^ b) < 0 ? r + b : r;
}

static inline Value num_floordiv(Value a, Value b)
{
    if (BOTH_TAGGED_INTS(a, b) && b != tag_int(0))
        return value_from_int(
            int_floordiv_c(tagged_int_value(a), tagged_int_value(b)));
    return num_floordiv_slow(a, b);
}

static inline Value num_div(Value a, Value b)
{
    if (BOTH_TAGGED_INTS(a, b) && b != tag_int(0))
        return value_from_int(
            int_floordiv_c(tagged_int_value(a), tagged_int_value(b)));
    if (both_tagged_floats(a, b))
        return value_from_double(tagged_float_value(a) / tagged_float_value(b));
    return num_div_slow(a, b);
}

static inline Value num_truediv(Value a, Value b)
{
    if (both_tagged_floats(a, b))
        return value_from_double(tagged_float_value(a) / tagged_float_value(b));
    return num_truediv_slow(a, b);
}

static inline Value num_mod(Value a, Value b)
{
    if (BOTH_TAGGED_INTS(a, b) && b != tag_int(0))
        return tag_int(int_mod_c(tagged_int_value(a), tagged_int_value(b)));
    return num_mod_slow(a, b);
}

static inline Value num_divmod(Value a, Value b)
{
    return num_divmod_slow(a, b);
}

static inline Value num_and(Value a, Value b)
{
    if (BOTH_TAGGED_INTS(a, b))
        return (Value)((uintptr_t)a & (uintptr_t)b);
    return num_and_slow(a, b);
}

static inline Value num_or(Value a, Value b)
{
    if (BOTH_TAGGED_INTS(a, b))
        return (Value)((uintptr_t)a | (uintptr_t)b);
    return num_or_slow(a, b);
}

static inline Value num_xor(Value a, Value b)
{
    if (BOTH_TAGGED_INTS(a, b))
        return (Value)(((uintptr_t)a ^ (uintptr_t)b) | 1);
    return num_xor_slow(a, b);
}

static inline Value num_lshift(Value a, Value b)
{
    if (BOTH_TAGGED_INTS(a, b)) {
        int64_t i = tagged_int_value(a), n = tagged_int_value(b);

        if ((uint64_t)n < 63 && (int64_t)((uint64_t)i << n) >> n == i)
            return value_from_int((int64_t)((uint64_t)i << n));
    }
    return num_lshift_slow(a, b);
}

static inline Value num_rshift(Value a, Value b)
{
    if (BOTH_TAGGED_INTS(a, b) && (uint64_t)tagged_int_value(b) < 64)
        return tag_int(tagged_int_value(a) >> tagged_int_value(b));
    return num_rshift_slow(a, b);
}

static inline Value num_neg(Value a)
{
    if (is_tagged_int(a))
        return value_from_int(-tagged_int_value(a));
    if (is_tagged_float(a))
        return value_from_double(-tagged_float_value(a));
    return num_neg_slow(a);
}

#define COMPARE(name, sign)                                                    \
    static inline Value num_##name(Value a, Value b)                           \
    {                                                                          \
        if (BOTH_TAGGED_INTS(a, b))                                            \
            return value_from_bool((intptr_t)a sign(intptr_t) b);              \
        if (both_tagged_floats(a, b))                                          \
            return value_from_bool(tagged_float_value(a)                       \
                                       sign tagged_float_value(b));            \
        return num_compare_slow(CMP_##name, a, b);                             \
    }                                                                          \
    /* As a truth value: 0, 1, -1 error. */                                    \
    static inline int num_##name##_bool(Value a, Value b)                      \
    {                                                                          \
        if (BOTH_TAGGED_INTS(a, b))                                            \
            return (intptr_t)a sign(intptr_t) b;                               \
        if (both_tagged_floats(a, b))                                          \
            return tagged_float_value(a) sign tagged_float_value(b);           \
        return num_compare_bool_slow(CMP_##name, a, b);                        \
    }
COMPARE(lt, <)
COMPARE(le, <=)
COMPARE(eq, ==)
COMPARE(ne, !=)
COMPARE(gt, >)
COMPARE(ge, >=)
#undef COMPARE

#endif
