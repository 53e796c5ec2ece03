/* Iterators that belong to no container, and xrange. */
#ifndef RT_ITERATORS_H
#define RT_ITERATORS_H

#include "layout.h"
#include "word.h"

/* Calls __getitem__ with 0, 1, ... until IndexError. */
Value seq_iterator_new(Value sequence);
/* Pairs for a loop that is all that sees them: see pairs.c.  Room for n; adding
 * one more is refused. */
typedef struct PyPairs {
    PyObject head;
    int64_t index, count, room; /* in words: two for each pair */
    Value items[];
} PyPairs;
PyPairs *pairs_new(int64_t n);
bool pairs_add(PyPairs *p, Value a, Value b);
/* 1, or 0 behind the last pair. */
static inline int pairs_next_pair(Value self, Value items[2])
{
    PyPairs *p = (PyPairs *)self;

    if (p->index == p->count)
        return 0;
    items[0] = p->items[p->index];
    items[1] = p->items[p->index + 1];
    p->index += 2;
    return 1;
}

/* What a loop over zip(a, b) gets of two lists or tuples; NULL with nothing
 * pending: they are something else. */
Value pairs_of_or_null(Value a, Value b);
/* iter(callable, sentinel) */
Value call_iterator_new(Value callable, Value sentinel);
/* CPython's PySequence_Check and PyCallable_Check. */
bool value_is_sequence(Value v);
bool value_is_callable(Value v);
/* A step of the iterator runs no Python code and takes no locks but those of
 * containers and of plain iterators that it was made of.  Types with
 * TYPE_PLAIN_ITER are of that kind; where it depends on what an iterator was
 * made of, iter_made_of has noted it. */
bool iter_is_plain(Value it);
void iter_made_of(void *self, Value it);
/* Steps with the iterator's lock held if it is plain. */
Value iter_step_whole(Value self, Value (*step)(Value self));
/* sequence[i] without the wrapping of negative i: PySequence_GetItem. */
Value sequence_item(Value sequence, Py_ssize i);
/* PyNumber_Index: an int or long; NULL: TypeError. */
Value value_index(Value v);
/* True if the pending exception, now cleared, ends an iteration over
 * __getitem__ (IndexError or StopIteration). */
bool err_is_end_of_sequence(void);

typedef struct PyXRange {
    PyObject head;
    int64_t start, step, length;
} PyXRange;

typedef struct PyXRangeIter {
    PyObject head;
    int64_t index, start, step, length;
} PyXRangeIter;

extern PyType xrange_iterator_type;

Value xrange_new(int64_t start, int64_t stop, int64_t step);
/* How many values start, start + step, ... lie before stop. */
static inline uint64_t range_length(int64_t start, int64_t stop, int64_t step)
{
    if (step > 0)
        return start < stop
                   ? ((uint64_t)stop - 1 - (uint64_t)start) / (uint64_t)step + 1
                   : 0;
    return start > stop
               ? ((uint64_t)start - 1 - (uint64_t)stop) / (-(uint64_t)step) + 1
               : 0;
}

/* The step of "for x in xrange": false at the end. */
static inline bool xrange_step(PyXRangeIter *it, int64_t *value)
{
    int64_t i;

    do {
        i = int_load(&it->index);
        if (i >= it->length)
            return false;
    } while (!index_claim(&it->index, i, i + 1));
    *value = (int64_t)((uint64_t)it->start + (uint64_t)i * (uint64_t)it->step);
    return true;
}

#endif
