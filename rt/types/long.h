/* long: sign and magnitude in GMP limbs, inside the object.
 *
 * The top limb is never zero; zero has no limbs.  A long that would fit an
 * int stays a long: the types differ in Python.  All arithmetic works on
 * LongView, which also presents an int. */
#ifndef RT_LONG_H
#define RT_LONG_H

#include <gmp.h>

#include "abi.h"
#include "layout.h"

typedef struct PyLong {
    PyObject head;
    int64_t size; /* number of limbs, negative for a negative value */
    mp_limb_t limbs[];
} PyLong;

typedef struct LongView {
    const mp_limb_t *p;
    int64_t n;
    bool negative;
    mp_limb_t one; /* the limb of a viewed int */
} LongView;

/* More limbs than this is MemoryError at once: 2^40 bits. */
#define LONG_MAX_LIMBS ((int64_t)1 << 34)

static inline bool is_int(Value v)
{
    return is_tagged_int(v) || has_type_flag(v, TYPE_INT);
}

static inline bool is_long(Value v)
{
    return is_pointer(v) && (as_object(v)->type->flags & TYPE_LONG);
}

static inline bool is_integer(Value v)
{
    return is_tagged_int(v) || has_type_flag(v, TYPE_INT | TYPE_LONG);
}

static inline void long_view_int64(int64_t i, LongView *w)
{
    w->negative = i < 0;
    w->one = i < 0 ? -(uint64_t)i : (uint64_t)i;
    w->n = i != 0;
    w->p = &w->one;
}

/* v is an int or a long.  The view of an int points into the view itself. */
static inline void long_view(Value v, LongView *w)
{
    if (is_long(v)) {
        PyLong *l = (PyLong *)v;
        w->negative = l->size < 0;
        w->n = l->size < 0 ? -l->size : l->size;
        w->p = l->limbs;
    } else {
        long_view_int64(int_value(v), w);
    }
}

/* An exact long with room for n limbs, to be filled; MemoryError. */
PyLong *long_alloc(int64_t n);
/* Behind result = a OP b: which of the three only compiled code sees just now,
 * as bits of abi.h (long_temps.c). */
void long_temps(Value a, Value b, Value result, int temps);
/* A long that was dropped, whose object has `bytes` or more. */
PyLong *long_spare_or_null(size_t bytes);
/* Sets the size of a filled long of at most n limbs. */
Value long_finish(PyLong *l, int64_t n, bool negative);
Value long_from_limbs(const mp_limb_t *p, int64_t n, bool negative);
Value long_from_parts(bool negative, unsigned __int128 magnitude);
Value long_from_int128(__int128 i);

/* Operations on ints and longs in any mixture; results are exact longs. */
Value long_add(Value a, Value b);
Value long_sub(Value a, Value b);
Value long_mul(Value a, Value b);
/* Floor division; either out pointer may be NULL; false with
 * ZeroDivisionError "long division or modulo by zero". */
bool long_divmod(Value a, Value b, Value *quotient, Value *remainder);
Value long_power(Value a, Value b, Value mod_or_none);
Value long_lshift(Value a, Value b);
Value long_lshift_bits(Value a, int64_t bits); /* bits >= 0 */
Value long_rshift(Value a, Value b);
Value long_rshift_bits(Value a, int64_t bits);
Value long_bitwise(BinaryOp op, Value a, Value b);
Value long_neg(Value a);
Value long_invert(Value a);
/* a / b correctly rounded. */
Value long_true_div(Value a, Value b);

/* q * 2^e rounded half to even, subnormals included; `sticky`: there are
 * non-zero bits below q, which then has more than 55. */
double double_from_scaled(uint64_t q, int64_t e, bool sticky);
int long_compare_views(const LongView *a, const LongView *b);
int64_t long_hash(Value v);

#endif
