/* itertools: groupby and tee. */
#include "itertools.h"
#include "cargs.h"
#include "iterators.h"
#include "str.h"

/* --- groupby -----------------------------------------------------------------
 */

typedef struct PyGroupBy {
    PyObject head;
    Value iterator, key_function;
    Value target_key;                 /* of the group handed out last */
    Value current_key, current_value; /* read ahead; NULL: consumed */
} PyGroupBy;

typedef struct PyGrouper {
    PyObject head;
    PyGroupBy *parent;
    Value target_key;
} PyGrouper;

static Value groupby_make(PyType *type, const Value *args, Py_ssize nargs,
                          PyTuple *kwnames)
{
    static const char *const names[] = {"iterable", "key"};
    Value out[2], it;
    PyGroupBy *g;

    if (args_parse("groupby", args, nargs, kwnames, names, 1, 2, out) < 0 ||
        !(it = op_iter(out[0])))
        return NULL;
    g = iter_alloc(type, sizeof *g);
    g->iterator = it;
    g->key_function = out[1] ? out[1] : NONE;
    return (Value)g;
}

/* Reads the next value and its key; false at the end or on error. */
static bool read_ahead(PyGroupBy *g)
{
    Value v = op_next(g->iterator), key = v;

    if (!v)
        return false;
    if (g->key_function != NONE)
        key = op_call(g->key_function, &v, 1, NULL);
    if (!key)
        return false;
    g->current_value = v;
    g->current_key = key;
    return true;
}

static Value groupby_next(Value self)
{
    PyGroupBy *g = (PyGroupBy *)self;
    PyGrouper *group;

    for (;;) {
        if (g->current_key) {
            int r;

            if (!g->target_key)
                break;
            r = op_compare_bool(CMP_eq, g->target_key, g->current_key);
            if (r < 0)
                return NULL;
            if (r == 0)
                break;
        }
        if (!read_ahead(g))
            return NULL;
    }
    g->target_key = g->current_key;
    group = gc_new(&grouper_type, sizeof *group);
    group->parent = g;
    group->target_key = g->target_key;
    return (Value)tuple_pack(2, g->target_key, (Value)group);
}

static Value grouper_next(Value self)
{
    PyGrouper *group = (PyGrouper *)self;
    PyGroupBy *g = group->parent;
    Value v;

    if (!g->current_value && !read_ahead(g))
        return NULL;
    if (op_compare_bool(CMP_eq, group->target_key, g->current_key) <= 0)
        return NULL;
    v = g->current_value;
    g->current_value = g->current_key = NULL;
    return v;
}

ITER_TYPE(groupby, PyGroupBy,
          "groupby(iterable[, keyfunc]) -> iterator of (key, items)\n\n"
          "Runs of neighbours that share a key, each with an iterator over the "
          "run.\n",
          groupby_make, groupby_next);

PyType grouper_type = {
    .head.type = &type_type,
    .name = "itertools._grouper",
    .base = &object_type,
    .flags = TYPE_NO_WEAKREF,
    .basic_size = sizeof(PyGrouper),
    .iter = iter_self,
    .next = grouper_next,
};

/* --- tee
 * ------------------------------------------------------------------------- */

enum { TEE_ITEMS = 57 };

/* Items read from the iterator, in links that the tees walk along; a link
 * that all have passed is garbage. */
typedef struct PyTeeData {
    PyObject head;
    Value iterator;
    struct PyTeeData *next;
    int64_t count;
    atomic_bool running; /* in the iterator's next() */
    Value items[TEE_ITEMS];
} PyTeeData;

typedef struct PyTee {
    PyObject head;
    PyTeeData *data;
    int64_t index;
} PyTee;

static PyTeeData *tee_data_new(Value iterator)
{
    PyTeeData *d = gc_new(&tee_data_type, sizeof *d);

    d->iterator = iterator;
    return d;
}

static Value tee_new(PyTeeData *data, int64_t index)
{
    PyTee *t = gc_new(&tee_type, sizeof *t);

    t->data = data;
    t->index = index;
    return (Value)t;
}

/* Reads one more item into d; false at the end or with an exception. */
static bool read_item(PyTeeData *d)
{
    Value v;

    if (atomic_exchange(&d->running, true)) {
        err_format(&exc_RuntimeError, "cannot re-enter the tee iterator");
        return false;
    }
    v = op_next(d->iterator);
    atomic_store(&d->running, false);
    if (!v)
        return false;
    lock_acquire(&d->head.lock);
    if (d->count < TEE_ITEMS) {
        d->items[d->count] = v;
        int_store(&d->count, d->count + 1);
    }
    lock_release(&d->head.lock);
    return true;
}

/* Item i of a link, which may be the one to read next. */
static Value tee_item(PyTeeData *d, int64_t i)
{
    return i < int_load(&d->count) || read_item(d) ? d->items[i] : NULL;
}

static PyTeeData *next_link(PyTeeData *d)
{
    lock_acquire(&d->head.lock);
    if (!d->next)
        d->next = tee_data_new(d->iterator);
    PyTeeData *next = d->next;

    lock_release(&d->head.lock);
    return next;
}

static Value tee_next(Value self)
{
    PyTee *t = (PyTee *)self;
    Value v;

    if (t->index >= TEE_ITEMS) {
        t->data = next_link(t->data);
        t->index = 0;
    }
    v = tee_item(t->data, t->index);
    if (v)
        t->index++;
    return v;
}

static Value tee_copy(Value self, const Value *args, Py_ssize nargs)
{
    PyTee *t = (PyTee *)self;

    return tee_new(t->data, t->index);
}

/* A tee over any iterable; of a tee, another view of its items. */
static Value tee_from(Value iterable)
{
    Value it = op_iter(iterable);

    if (!it)
        return NULL;
    if (type_of(it) == &tee_type)
        return tee_copy(it, NULL, 0);
    return tee_new(tee_data_new(it), 0);
}

static Value tee_make(PyType *type, const Value *args, Py_ssize nargs,
                      PyTuple *kwnames)
{
    return exactly("tee", nargs, 1) ? tee_from(args[0]) : NULL;
}

static const NativeDef tee_methods[] = {{"__copy__", tee_copy, 0, 0, ARITY_none,
                                         NATIVE_method,
                                         "Returns an independent iterator."},
                                        {0}};

PyType tee_type = {
    .head.type = &type_type,
    .name = "itertools.tee",
    .base = &object_type,
    .basic_size = sizeof(PyTee),
    .doc = "An iterator of tee(), which copy.copy() duplicates.",
    .methods = tee_methods,
    .iter = iter_self,
    .new_instance = tee_make,
    .next = tee_next,
};

PyType tee_data_type = {
    .head.type = &type_type,
    .name = "itertools.tee_dataobject",
    .base = &object_type,
    .flags = TYPE_NO_WEAKREF,
    .basic_size = sizeof(PyTeeData),
    .doc = "Items that some iterator of a tee() has yet to give.",
};

Value itertools_tee(Value self, const Value *args, Py_ssize nargs)
{
    PyStr *copy_name = str_intern("__copy__");
    PyTuple *result;
    Value first, copy;
    int64_t n;

    if (nargs < 1 || nargs > 2)
        return err_format(&exc_TypeError,
                          "function takes at %s %d argument%s (%lld given)",
                          nargs < 1 ? "least" : "most", nargs < 1 ? 1 : 2,
                          nargs < 1 ? "" : "s", (long long)nargs);
    if (!optional_ssize(args, nargs, 1, 2, &n))
        return NULL;
    if (n < 0)
        return err_format(&exc_ValueError, "n must be >= 0");
    result = tuple_new(n);
    if (!result || n == 0)
        return (Value)result;
    first = op_iter(args[0]);
    if (!first)
        return NULL;
    copy = op_getattr_or_null(first, copy_name);
    if (!copy) {
        err_clear();
        first = tee_from(first);
        copy = first ? op_getattr(first, copy_name) : NULL;
    }
    if (!copy)
        return NULL;
    result->items[0] = first;
    for (int64_t i = 1; i < n; i++) {
        result->items[i] = op_call(copy, NULL, 0, NULL);
        if (!result->items[i])
            return NULL;
    }
    return (Value)result;
}
