/* xrange: start, step and length as C integers. */
#include "iterators.h"
#include "cargs.h"
#include "seq.h"

#include "methods_declare.h"
#include "xrange.def"
#include "xrange_iter.def"
#include "methods_end.h"

static inline PyXRange *as_xrange(Value v)
{
    return (PyXRange *)v;
}

Value xrange_new(int64_t start, int64_t stop, int64_t step)
{
    uint64_t n;
    PyXRange *r;

    if (step == 0)
        return err_format(&exc_ValueError, "xrange() arg 3 must not be zero");
    n = range_length(start, stop, step);
    if (n > INT64_MAX)
        return err_format(&exc_OverflowError,
                          "xrange() result has too many items");
    r = gc_new_atomic(&xrange_type, sizeof *r);
    r->start = start;
    r->step = step;
    r->length = (int64_t)n;
    return (Value)r;
}

static Value xrange_make(PyType *type, const Value *args, Py_ssize nargs,
                         PyTuple *kwnames)
{
    int64_t v[3] = {0, 0, 1};

    if (kwnames && tuple_length(kwnames) > 0)
        return err_format(&exc_TypeError,
                          "xrange() does not take keyword arguments");
    if (nargs < 1 || nargs > 3)
        return err_format(&exc_TypeError,
                          "xrange() requires 1-3 int arguments");
    for (Py_ssize i = 0; i < nargs; i++) {
        v[nargs == 1 ? 1 : i] = value_as_ssize(args[i]);
        if (err_pending())
            return NULL;
    }
    return xrange_new(v[0], v[1], v[2]);
}

static int64_t value_at(PyXRange *r, int64_t i)
{
    return (int64_t)((uint64_t)r->start + (uint64_t)i * (uint64_t)r->step);
}

/* The bound that gives the same values, within the range of int. */
static int64_t stop_of(PyXRange *r)
{
    int64_t last, stop;

    if (r->length == 0)
        return r->start;
    last = value_at(r, r->length - 1);
    if (!__builtin_add_overflow(last, r->step, &stop))
        return stop;
    return r->step > 0 ? INT64_MAX : INT64_MIN;
}

static Value xrange_item(Value self, Py_ssize i)
{
    PyXRange *r = as_xrange(self);

    if (i < 0 || i >= r->length)
        return err_format(&exc_IndexError, "xrange object index out of range");
    return value_from_int(value_at(r, i));
}

static Py_ssize xrange_length(Value self)
{
    return as_xrange(self)->length;
}

static Value xrange_repr(Value self)
{
    PyXRange *r = as_xrange(self);
    long long start = r->start, stop = stop_of(r), step = r->step;

    if (start == 0 && step == 1)
        return (Value)str_format_c("xrange(%lld)", stop);
    if (step == 1)
        return (Value)str_format_c("xrange(%lld, %lld)", start, stop);
    return (Value)str_format_c("xrange(%lld, %lld, %lld)", start, stop, step);
}

static Value xrange_reduce_method(Value self, const Value *args, Py_ssize nargs)
{
    PyXRange *r = as_xrange(self);

    return (Value)tuple_pack(2, (Value)&xrange_type,
                             (Value)tuple_pack(3, value_from_int(r->start),
                                               value_from_int(stop_of(r)),
                                               value_from_int(r->step)));
}

/* --- iteration ---------------------------------------------------------------
 */

static Value iter_new(int64_t start, int64_t step, int64_t length)
{
    PyXRangeIter *it = gc_new_atomic(&xrange_iterator_type, sizeof *it);

    it->start = start;
    it->step = step;
    it->length = length;
    return (Value)it;
}

static Value xrange_iter(Value self)
{
    PyXRange *r = as_xrange(self);

    return iter_new(r->start, r->step, r->length);
}

static Value xrange_reversed_method(Value self, const Value *args,
                                    Py_ssize nargs)
{
    PyXRange *r = as_xrange(self);

    return iter_new(value_at(r, r->length - 1),
                    (int64_t)(0 - (uint64_t)r->step), r->length);
}

static Value xrange_iter_next(Value self)
{
    int64_t i;

    return xrange_step((PyXRangeIter *)self, &i) ? value_from_int(i) : NULL;
}

static Value xrange_iter_length_hint(Value self, const Value *args,
                                     Py_ssize nargs)
{
    PyXRangeIter *it = (PyXRangeIter *)self;

    return value_from_int(it->length - it->index);
}

static Value iter_self(Value self)
{
    return self;
}

static const NativeDef xrange_iter_methods[] = {
#include "methods_table.h"
#include "xrange_iter.def"
#include "methods_end.h"
    {0}};

PyType xrange_iterator_type = {
    .head.type = &type_type,
    .name = "rangeiterator",
    .base = &object_type,
    .flags = TYPE_NO_WEAKREF | TYPE_PLAIN_ITER,
    .basic_size = sizeof(PyXRangeIter),
    .methods = xrange_iter_methods,
    .iter = iter_self,
    .next = xrange_iter_next,
};

static const NativeDef xrange_method_table[] = {
#include "methods_table.h"
#include "xrange.def"
#include "methods_end.h"
    {0}};

PyType xrange_type = {
    .head.type = &type_type,
    .name = "xrange",
    .base = &object_type,
    .flags = TYPE_NO_WEAKREF,
    .basic_size = sizeof(PyXRange),
    .doc = "xrange(stop) -> xrange object\n"
           "xrange(start, stop[, step]) -> xrange object\n\n"
           "The numbers of range() without a list: each is made when it is "
           "asked for.",
    .methods = xrange_method_table,
    .repr = xrange_repr,
    .iter = xrange_iter,
    .new_instance = xrange_make,
    .length = xrange_length,
    .seq_item = xrange_item,
};
