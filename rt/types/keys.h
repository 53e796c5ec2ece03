/* Comparing keys of equal hash where that runs no Python code: shared by
 * dict and set. */
#ifndef RT_KEYS_H
#define RT_KEYS_H

#include "layout.h"

enum { SAME_no, SAME_yes, SAME_ask };

static inline bool same_words(const char *a, const char *b, int64_t n)
{
    uint64_t x, y, u, v;

    memcpy(&x, a, 8);
    memcpy(&y, b, 8);
    memcpy(&u, a + n - 8, 8);
    memcpy(&v, b + n - 8, 8);
    return x == y && u == v;
}

/* Of 4 to 7 bytes, or fewer. */
static inline bool same_few_bytes(const char *a, const char *b, int64_t n)
{
    uint32_t x, y, u, v;

    if (n < 4)
        return n == 0 ||
               (a[0] == b[0] && a[n >> 1] == b[n >> 1] && a[n - 1] == b[n - 1]);
    memcpy(&x, a, 4);
    memcpy(&y, b, 4);
    memcpy(&u, a + n - 4, 4);
    memcpy(&v, b + n - 4, 4);
    return x == y && u == v;
}

static inline bool same_bytes(PyStr *a, PyStr *b)
{
    int64_t n = a->length;

    if (n != b->length)
        return false;
    if (n < 8)
        return same_few_bytes(a->data, b->data, n);
    return n <= 16 ? same_words(a->data, b->data, n)
                   : memcmp(a->data, b->data, (size_t)n) == 0;
}

/* Are both exact str of the same text? */
static inline bool same_str(Value a, Value b)
{
    return is_pointer(a) && is_pointer(b) && as_object(a)->type == &str_type &&
           as_object(b)->type == &str_type &&
           same_bytes((PyStr *)a, (PyStr *)b);
}

static inline bool same_text(PyUnicode *a, PyUnicode *b)
{
    return a->length == b->length && a->kind == b->kind &&
           memcmp(a->data, b->data, (size_t)(a->length * a->kind)) == 0;
}

/* Keys without items of their own. */
static inline int same_simple(Value a, Value b)
{
    PyType *t;

    if (a == b)
        return SAME_yes;
    if (!is_pointer(a) || !is_pointer(b)) {
        /* Immediates of one kind are equal when identical. */
        return ((uintptr_t)a & 3) && !(((uintptr_t)a ^ (uintptr_t)b) & 1) &&
                       !is_pointer(b)
                   ? SAME_no
                   : SAME_ask;
    }
    t = as_object(a)->type;
    if (t != as_object(b)->type)
        return SAME_ask;
    if (t == &str_type)
        return same_bytes((PyStr *)a, (PyStr *)b) ? SAME_yes : SAME_no;
    if (t == &unicode_type)
        return same_text((PyUnicode *)a, (PyUnicode *)b) ? SAME_yes : SAME_no;
    return SAME_ask;
}

int same_tuple(PyTuple *a, PyTuple *b);

static inline int same_key(Value a, Value b)
{
    int same = same_simple(a, b);

    if (same == SAME_ask && is_pointer(a) && is_pointer(b) &&
        as_object(a)->type == &tuple_type && as_object(b)->type == &tuple_type)
        return same_tuple((PyTuple *)a, (PyTuple *)b);
    return same;
}

/* The same, and of values of unlike builtin types, and tuples in tuples. */
int same_plain(Value a, Value b);

#endif
