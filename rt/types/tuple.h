/* tuple for other runtime files and compiled code; the struct is in
 * layout.h.  A tuple never changes once it is published. */
#ifndef RT_TUPLE_H
#define RT_TUPLE_H

#include "layout.h"

static inline bool is_exact_tuple(Value v)
{
    return is_pointer(v) && as_object(v)->type == &tuple_type;
}

void *err_tuple_index(void);

/* self[i], negative i from the end; NULL: IndexError. */
static inline Value tuple_get_index(PyTuple *self, int64_t i)
{
    if (i < 0)
        i += self->length;
    if ((uint64_t)i < (uint64_t)self->length)
        return self->items[i];
    return err_tuple_index();
}

/* Does the collector need to look at the items?  Not if all are immediate:
 * tables with such keys are large. */
static inline bool tuple_needs_scan(const Value *items, int64_t n)
{
    for (int64_t i = 0; i < n; i++)
        if (is_pointer(items[i]))
            return true;
    return false;
}

/* A tuple of n > 0 items for the caller to set, which are all immediate unless
 * `scanned`; of at most GC_LIST_MAX bytes. */
static inline PyTuple *tuple_new_small(int64_t n, bool scanned)
{
    size_t size = sizeof(PyTuple) + (size_t)n * sizeof(Value);
    PyTuple *t = scanned ? gc_new(&tuple_type, size) : gc_atomic(size);

    if (!t)
        return NULL;
    if (!scanned)
        t->head = (PyObject){.type = &tuple_type};
    t->length = n;
    return t;
}

/* (a, b); NULL: MemoryError. */
static inline Value tuple_pair(Value a, Value b)
{
    PyTuple *t = tuple_new_small(2, is_pointer(a) || is_pointer(b));

    if (!t)
        return NULL;
    t->items[0] = a;
    t->items[1] = b;
    return (Value)t;
}

/* The items must not change meanwhile: no other thread has them. */
PyTuple *tuple_from_array(const Value *items, int64_t n);
PyTuple *tuple_slice(PyTuple *self, int64_t i, int64_t j);
Value tuple_concat(Value a, Value b);
Value tuple_repeat(Value self, Py_ssize n);
Value tuple_rich_compare(Value a, Value b, CompareOp op);
int64_t tuple_hash(Value self);
int tuple_contains(Value self, Value v);

typedef struct PyTupleIter {
    PyObject head;
    PyTuple *tuple; /* NULL: exhausted */
    int64_t index;
} PyTupleIter;

extern PyType tuple_iterator_type;

#endif
