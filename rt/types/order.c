#include "order.h"

#include "keys.h"
#include "tuple.h"

static bool is_ordered_alone(PyType *t)
{
    return t == &int_type || t == &bool_type || t == &long_type ||
           t == &float_type;
}

/* Flat tuples: their first unequal items decide. */
static int less_tuples(PyTuple *a, PyTuple *b)
{
    int64_t n = a->length < b->length ? a->length : b->length;

    for (int64_t i = 0; i < n; i++) {
        int same = same_plain(a->items[i], b->items[i]);

        if (same == SAME_ask || type_of(a->items[i]) == &tuple_type)
            return -1;
        if (same == SAME_no)
            return less_plain(a->items[i], b->items[i]);
    }
    return a->length < b->length;
}

int less_plain(Value x, Value y)
{
    PyType *t = type_of(x), *u = type_of(y);

    if (is_tagged_int(x) && is_tagged_int(y))
        return tagged_int_value(x) < tagged_int_value(y);
    if ((is_ordered_alone(t) && is_ordered_alone(u)) ||
        (t == u && (t == &str_type || t == &unicode_type)))
        return op_compare_bool(CMP_lt, x, y);
    if (t == &tuple_type && u == &tuple_type)
        return less_tuples((PyTuple *)x, (PyTuple *)y);
    return -1;
}
