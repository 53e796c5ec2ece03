/* slice: start, stop, step, and how sequences read them. */
#include "seq.h"
#include "str.h"

#include "methods_declare.h"
#include "slice.def"
#include "methods_end.h"

PySlice *slice_new(Value start, Value stop, Value step)
{
    PySlice *s = gc_new(&slice_type, sizeof *s);

    s->start = start ? start : NONE;
    s->stop = stop ? stop : NONE;
    s->step = step ? step : NONE;
    return s;
}

static bool bound(Value v, int64_t *out, const char *message)
{
    if (is_tagged_int(v)) {
        *out = tagged_int_value(v);
        return true;
    }
    if (!has_index(v)) {
        err_format(&exc_TypeError, "%s", message);
        return false;
    }
    *out = op_index(v, NULL);
    return *out != -1 || !err_pending();
}

bool slice_bound(Value v, int64_t *out)
{
    return bound(v, out,
                 "slice indices must be integers or None or have an __index__ "
                 "method");
}

bool slice_bound_not_none(Value v, int64_t *out)
{
    return bound(v, out,
                 "slice indices must be integers or have an __index__ method");
}

bool index_range(const Value *args, Py_ssize nargs, int64_t length,
                 int64_t *start, int64_t *stop)
{
    *start = 0;
    *stop = INT64_MAX;
    if ((nargs > 1 && !slice_bound_not_none(args[1], start)) ||
        (nargs > 2 && !slice_bound_not_none(args[2], stop)))
        return false;
    if (*start < 0 && (*start += length) < 0)
        *start = 0;
    if (*stop < 0 && (*stop += length) < 0)
        *stop = 0;
    return true;
}

static Value slice_indices_method(Value self, const Value *args, Py_ssize nargs)
{
    int64_t length, start, stop, step, count;

    length = op_index(args[0], &exc_OverflowError);
    if (length == -1 && err_pending())
        return NULL;
    if (slice_bounds((PySlice *)self, length, &start, &stop, &step, &count) < 0)
        return NULL;
    return (Value)tuple_pack(3, value_from_int(start), value_from_int(stop),
                             value_from_int(step));
}

static Value slice_reduce_method(Value self, const Value *args, Py_ssize nargs)
{
    PySlice *s = (PySlice *)self;

    return (Value)tuple_pack(2, (Value)&slice_type,
                             (Value)tuple_pack(3, s->start, s->stop, s->step));
}

static Value slice_make(PyType *type, const Value *args, Py_ssize nargs,
                        PyTuple *kwnames)
{
    if (kwnames && tuple_length(kwnames) > 0)
        return err_format(&exc_TypeError,
                          "slice() does not take keyword arguments");
    if (nargs < 1)
        return err_format(&exc_TypeError,
                          "slice expected at least 1 arguments, got 0");
    if (nargs > 3)
        return err_format(&exc_TypeError,
                          "slice expected at most 3 arguments, got %lld",
                          (long long)nargs);
    if (nargs == 1)
        return (Value)slice_new(NULL, args[0], NULL);
    return (Value)slice_new(args[0], args[1], nargs > 2 ? args[2] : NULL);
}

static Value slice_repr(Value self)
{
    PySlice *s = (PySlice *)self;
    PyStr *start = (PyStr *)op_repr(s->start), *stop, *step;

    if (!start || !(stop = (PyStr *)op_repr(s->stop)) ||
        !(step = (PyStr *)op_repr(s->step)))
        return NULL;
    return (Value)str_format_c("slice(%s, %s, %s)", start->data, stop->data,
                               step->data);
}

static int slice_compare(Value a, Value b)
{
    PySlice *s = (PySlice *)a, *t = (PySlice *)b;
    int r = 0;

    if (s == t)
        return 0;
    if (op_cmp(s->start, t->start, &r) < 0)
        return -2;
    if (r == 0 && op_cmp(s->stop, t->stop, &r) < 0)
        return -2;
    if (r == 0 && op_cmp(s->step, t->step, &r) < 0)
        return -2;
    return r;
}

static int64_t slice_hash(Value self)
{
    err_format(&exc_TypeError, "unhashable type");
    return -1;
}

static Value slice_start(Value self)
{
    return ((PySlice *)self)->start;
}

static Value slice_stop(Value self)
{
    return ((PySlice *)self)->stop;
}

static Value slice_step(Value self)
{
    return ((PySlice *)self)->step;
}

static const GetSetDef slice_getsets[] = {
    {"start", slice_start, NULL, NULL, true},
    {"step", slice_step, NULL, NULL, true},
    {"stop", slice_stop, NULL, NULL, true},
    {0}};

static const NativeDef slice_method_table[] = {
#include "methods_table.h"
#include "slice.def"
#include "methods_end.h"
    {0}};

PyType slice_type = {
    .head.type = &type_type,
    .name = "slice",
    .base = &object_type,
    .flags = TYPE_NO_WEAKREF,
    .basic_size = sizeof(PySlice),
    .doc = "slice(stop)\n"
           "slice(start, stop[, step])\n\n"
           "What x[start:stop:step] hands to x.__getitem__().",
    .methods = slice_method_table,
    .getsets = slice_getsets,
    .repr = slice_repr,
    .hash = slice_hash,
    .compare = slice_compare,
    .new_instance = slice_make,
};
