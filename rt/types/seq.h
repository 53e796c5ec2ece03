/* Helpers that the sequence types share: slices, indices, repr, comparison
 * of items. */
#ifndef RT_SEQ_H
#define RT_SEQ_H

#include "layout.h"
#include "word.h"

/* item == v as `in` and index() ask it: identity first.  1, 0, -1. */
static inline int item_equal(Value item, Value v)
{
    if (item == v)
        return 1;
    /* Immediates of one kind are equal when identical. */
    if ((is_tagged_int(item) && is_tagged_int(v)) ||
        (is_tagged_float(item) && is_tagged_float(v)))
        return 0;
    if (is_pointer(item) && is_pointer(v) &&
        as_object(item)->type == &str_type && as_object(v)->type == &str_type) {
        PyStr *a = (PyStr *)item, *b = (PyStr *)v;

        return a->length == b->length && a->data[0] == b->data[0] &&
               memcmp(a->data, b->data, (size_t)a->length) == 0;
    }
    return op_compare_bool(CMP_eq, item, v);
}

/* Does v work as an index? */
static inline bool has_index(Value v)
{
    return is_tagged_int(v) || type_of(v)->index != NULL;
}

/* A slice bound: int, long or __index__, clipped.  false: TypeError. */
bool slice_bound(Value v, int64_t *out);
/* The same for index()'s optional bounds, where None is no bound. */
bool slice_bound_not_none(Value v, int64_t *out);
PySlice *slice_new(Value start, Value stop, Value step);

/* Clips the bounds of a simple slice, negative ones to 0. */
static inline void clip_range(int64_t *i, int64_t *j, int64_t length)
{
    if (*i < 0)
        *i = 0;
    else if (*i > length)
        *i = length;
    if (*j < *i)
        *j = *i;
    else if (*j > length)
        *j = length;
}

/* a <op> b of two sequences of which one ended: by length. */
static inline Value compare_lengths(int64_t a, int64_t b, CompareOp op)
{
    bool r = op == CMP_lt   ? a < b
             : op == CMP_le ? a <= b
             : op == CMP_eq ? a == b
             : op == CMP_ne ? a != b
             : op == CMP_gt ? a > b
                            : a >= b;

    return value_from_bool(r);
}

/* Optional start and stop of index(), args[1] and args[2], made
 * non-negative by length.  false: TypeError. */
bool index_range(const Value *args, Py_ssize nargs, int64_t length,
                 int64_t *start, int64_t *stop);

#endif
