/* The 64-bit value word: how every Python value is represented.
 *
 *   ......................... x1   int, 63 bits, value in the upper bits
 *   ......................... 10   float whose exponent is near 0 (flonum)
 *   ......................... 00   pointer to an object (16-byte aligned)
 *   000...000                      NULL: "unset" in a slot, "error" as a
 *                                  result with an exception pending
 *
 * Only here and in its mirror codegen/value.c is the encoding known.
 *
 * Floats: the double's bits minus FLOAT_BIAS, rotated left by 3, bring the
 * sign and the two top exponent bits to the bottom; for exponents in
 * [2^-255, 2^256] the lowest two bits then are 10.  Every other double (0.0,
 * -0.0, inf, nan, huge, tiny) is a PyFloat object, and an int that needs
 * more than 63 bits is a PyInt object.  A number that fits an immediate is
 * always an immediate, unless its type is a subclass.
 */
#ifndef RT_VALUE_H
#define RT_VALUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/types.h>

#include "abi.h"

/* Incomplete on purpose: a Value cannot be dereferenced or mixed up with an
 * integer by accident. */
typedef struct ValueWord *Value;

typedef struct PyObject PyObject;
typedef struct PyType PyType;

#define INT_TAG_MAX ((int64_t)0x3fffffffffffffff)
#define INT_TAG_MIN (-INT_TAG_MAX - 1)

static inline bool is_tagged_int(Value v)
{
    return (uintptr_t)v & 1;
}

static inline bool is_tagged_float(Value v)
{
    return ((uintptr_t)v & 3) == 2;
}

/* True for a real pointer; v must not be NULL. */
static inline bool is_pointer(Value v)
{
    return ((uintptr_t)v & 3) == 0;
}

static inline PyObject *as_object(Value v)
{
    return (PyObject *)v;
}

static inline int64_t tagged_int_value(Value v)
{
    return (int64_t)(uintptr_t)v >> 1;
}

static inline bool int_fits_tag(int64_t i)
{
    return i >= INT_TAG_MIN && i <= INT_TAG_MAX;
}

/* i must fit 63 bits. */
static inline Value tag_int(int64_t i)
{
    return (Value)(uintptr_t)(((uint64_t)i << 1) | 1);
}

static inline double tagged_float_value(Value v)
{
    uint64_t u = (uintptr_t)v;
    double d;

    u = ((u >> 3) | (u << 61)) + FLOAT_BIAS;
    memcpy(&d, &u, sizeof d);
    return d;
}

Value float_box(double d); /* a PyFloat; never fails */
Value int_box(int64_t i);  /* a PyInt; never fails */

static inline Value value_from_double(double d)
{
    uint64_t u;

    memcpy(&u, &d, sizeof u);
    u -= FLOAT_BIAS;
    u = (u << 3) | (u >> 61);
    if ((u & 3) == 2)
        return (Value)(uintptr_t)u;
    return float_box(d);
}

static inline Value value_from_int(int64_t i)
{
    return int_fits_tag(i) ? tag_int(i) : int_box(i);
}

#endif
