/* v[key], v[i:j], in, len() on any value: CPython 2.7's abstract protocols
 * of mappings and sequences. */
#include "thread.h"
#include "layout.h"
#include "names.h"
#include "number.h"

static void *type_error(const char *fmt, Value v)
    __attribute__((format(printf, 1, 0)));

#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wformat-nonliteral"
static void *type_error(const char *fmt, Value v)
{
    return err_format(&exc_TypeError, fmt, type_name_of(v));
}
#pragma clang diagnostic pop

Py_ssize op_index(Value v, PyType *exc_or_null)
{
    Value i = is_tagged_int(v) ? v : num_index(v);
    int64_t n;

    if (!i)
        return -1;
    if (is_tagged_int(i))
        return tagged_int_value(i);
    if (long_fits_int64(i, &n))
        return n;
    if (!exc_or_null)
        return long_sign(i) < 0 ? INT64_MIN : INT64_MAX;
    err_format(exc_or_null, "cannot fit '%.200s' into an index-sized integer",
               type_name_of(v));
    return -1;
}

static bool is_index(Value v)
{
    return has_type_flag(v, TYPE_INT | TYPE_LONG) || type_of(v)->index;
}

Py_ssize op_length(Value v)
{
    PyType *t = type_of(v);

    if (t->length)
        return t->length(v);
    type_error("object of type '%.200s' has no len()", v);
    return -1;
}

bool type_looks_like_sequence(PyType *t)
{
    return (t->flags & TYPE_HEAP) || t->length || t->seq_item;
}

Value op_getitem(Value v, Value key)
{
    PyType *t = type_of(v);

    if (t->getitem)
        return t->getitem(v, key);
    if (type_looks_like_sequence(t) && is_index(key)) {
        Py_ssize i = op_index(key, &exc_IndexError);

        if (i == -1 && err_pending())
            return NULL;
        if (!t->seq_item)
            return type_error("'%.200s' object does not support indexing", v);
        if (i < 0 && t->length) {
            Py_ssize n = t->length(v);

            if (n < 0)
                return NULL;
            i += n;
        }
        return t->seq_item(v, i);
    }
    if (t->seq_item)
        return type_error("sequence index must be integer, not '%.200s'", key);
    return type_error("'%.200s' object has no attribute '__getitem__'", v);
}

int op_setitem(Value v, Value key, Value value)
{
    PyType *t = type_of(v);

    if (t->setitem)
        return t->setitem(v, key, value);
    /* Sequences take an index first, and word it in their own way. */
    if (type_looks_like_sequence(t) && is_index(key) &&
        op_index(key, &exc_IndexError) == -1 && err_pending())
        return -1;
    if (!value && type_looks_like_sequence(t) && is_index(key))
        type_error("'%.200s' object doesn't support item deletion", v);
    else if (!value)
        type_error("'%.200s' object does not support item deletion", v);
    else
        type_error("'%.200s' object does not support item assignment", v);
    return -1;
}

/* --- slices
 * --------------------------------------------------------------------- */

static Value make_slice(Value i, Value j)
{
    PySlice *s = gc_new(&slice_type, sizeof *s);

    s->start = i ? i : NONE;
    s->stop = j ? j : NONE;
    s->step = NONE;
    return (Value)s;
}

/* Bounds that v[i:j] passes to __getslice__: left out or with an index. */
static bool simple_bound(Value v)
{
    return !v || is_tagged_int(v) || is_index(v);
}

/* The clipped bound; false with an exception. */
static bool slice_bound(Value v, Py_ssize absent, Py_ssize *out)
{
    if (!v) {
        *out = absent;
        return true;
    }
    if (is_tagged_int(v)) {
        *out = tagged_int_value(v);
        return true;
    }
    *out = op_index(v, NULL);
    return !(*out == -1 && err_pending());
}

/* Negative bounds count from the end, once. */
static int adjust_bounds(Value v, Py_ssize *i, Py_ssize *j)
{
    PyType *t = type_of(v);
    Py_ssize n;

    if ((*i >= 0 && *j >= 0) || !t->length)
        return 0;
    n = t->length(v);
    if (n < 0)
        return -1;
    if (*i < 0)
        *i += n;
    if (*j < 0)
        *j += n;
    return 0;
}

Value op_getslice(Value v, Value i, Value j)
{
    PyType *t = type_of(v);
    Py_ssize low, high;

    if (!t->getslice || !simple_bound(i) || !simple_bound(j)) {
        if (t->getitem)
            return t->getitem(v, make_slice(i, j));
        if (t->seq_item)
            return err_format(&exc_TypeError,
                              "sequence index must be integer, not 'slice'");
        return type_error("'%.200s' object has no attribute '__getitem__'", v);
    }
    if (!slice_bound(i, 0, &low) || !slice_bound(j, INT64_MAX, &high) ||
        adjust_bounds(v, &low, &high) < 0)
        return NULL;
    return t->getslice(v, low, high);
}

int op_setslice(Value v, Value i, Value j, Value value)
{
    PyType *t = type_of(v);
    Py_ssize low, high;

    if (!t->setslice || !simple_bound(i) || !simple_bound(j)) {
        if (t->setitem)
            return t->setitem(v, make_slice(i, j), value);
        if (value)
            type_error("'%.200s' object does not support item assignment", v);
        else
            type_error("'%.200s' object does not support item deletion", v);
        return -1;
    }
    if (!slice_bound(i, 0, &low) || !slice_bound(j, INT64_MAX, &high) ||
        adjust_bounds(v, &low, &high) < 0)
        return -1;
    return t->setslice(v, low, high, value);
}

/* --- in
 * ----------------------------------------------------------------------------
 */

static int is_wanted(Value item, void *wanted)
{
    return op_compare_bool(CMP_eq, (Value)wanted, item);
}

int op_contains(Value container, Value item)
{
    PyType *t = type_of(container);
    Value iterator;

    if (t->contains)
        return t->contains(container, item);
    if (rt_threaded && t->snapshot && !t->next) {
        container = (Value)t->snapshot(container);
        if (!container)
            return -1;
    }
    iterator = op_iter(container);
    if (!iterator) { /* CPython hides here what __iter__ raised */
        type_error("argument of type '%.200s' is not iterable", container);
        return -1;
    }
    return op_iterate_rest(iterator, is_wanted, item);
}
