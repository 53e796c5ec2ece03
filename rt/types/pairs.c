/* The pairs of zip(a, b) and d.items() where a compiled loop is all that sees
 * them: no list and, where the loop takes them apart, no tuples are made.  All
 * are taken at once, as these do it: the loop may change what they are of. */
#include "iterators.h"
#include "list.h"
#include "tuple.h"

static Value pairs_next(Value self)
{
    Value items[2];

    return pairs_next_pair(self, items) ? tuple_pair(items[0], items[1]) : NULL;
}

static Value pairs_iter(Value self)
{
    return self;
}

PyType pairs_type = {
    .head.type = &type_type,
    .name = "pairs",
    .base = &object_type,
    .flags = TYPE_NO_WEAKREF,
    .basic_size = sizeof(PyPairs),
    .iter = pairs_iter,
    .next = pairs_next,
    .next_pair = pairs_next_pair,
};

PyPairs *pairs_new(int64_t n)
{
    PyPairs *p = gc_new(&pairs_type, sizeof *p + 2 * (size_t)n * sizeof(Value));

    if (p)
        p->room = 2 * n;
    return p;
}

bool pairs_add(PyPairs *p, Value a, Value b)
{
    if (p->count == p->room)
        return false;
    p->items[p->count++] = a;
    p->items[p->count++] = b;
    return true;
}

static int64_t length_or_negative(Value v)
{
    if (!is_pointer(v))
        return -1;
    if (as_object(v)->type == &list_type)
        return list_len((PyList *)v);
    return as_object(v)->type == &tuple_type ? ((PyTuple *)v)->length : -1;
}

/* NULL: the list has become shorter. */
static inline Value item_or_null(Value v, int64_t i)
{
    return as_object(v)->type == &list_type
               ? list_item_or_null((PyList *)v, (uint64_t)i)
               : ((PyTuple *)v)->items[i];
}

Value pairs_of_or_null(Value a, Value b)
{
    int64_t n = length_or_negative(a), m = length_or_negative(b);
    PyPairs *p;

    if (n < 0 || m < 0)
        return NULL;
    if (m < n)
        n = m;
    p = pairs_new(n);
    for (int64_t i = 0; p && i < n; i++) {
        Value x = item_or_null(a, i), y = item_or_null(b, i);

        if (!x || !y || !pairs_add(p, x, y))
            break;
    }
    return (Value)p;
}
