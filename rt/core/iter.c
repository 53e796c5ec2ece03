/* Iteration over any value. */
#include "long.h"
#include "number.h"
#include "dict.h"
#include "errors.h"
#include "list.h"
#include "names.h"
#include "set.h"

/* Does the old protocol apply: __getitem__ with 0, 1, ... until IndexError? */
static bool is_sequence(Value v)
{
    PyType *t = type_of(v);

    if (t == &instance_type)
        return op_getattr_or_null(v, NAME(dunder_getitem)) != NULL;
    if (t->flags & TYPE_DICT)
        return false;
    return t->seq_item || ((t->flags & TYPE_HEAP) && t->getitem);
}

Value op_iter(Value v)
{
    PyType *t = type_of(v);
    Value it;

    if (!t->iter) {
        if (is_sequence(v))
            return seq_iterator_new(v);
        if (err_pending())
            return NULL;
        return err_format(&exc_TypeError, "'%.200s' object is not iterable",
                          type_name_of(v));
    }
    it = t->iter(v);
    if (it && !type_of(it)->next)
        return err_format(&exc_TypeError,
                          "iter() returned non-iterator of type '%.100s'",
                          type_name_of(it));
    return it;
}

Value op_next_or_stop(Value iterator)
{
    PyType *t = type_of(iterator);

    if (!t->next)
        return err_format(&exc_TypeError, "'%.200s' object is not an iterator",
                          type_name_of(iterator));
    return t->next(iterator);
}

Value op_next(Value iterator)
{
    Value v = op_next_or_stop(iterator);

    if (!v && err_pending())
        err_clear_stop_iteration();
    return v;
}

int op_next_pair(Value iterator, Value items[2])
{
    PyType *t = type_of(iterator);
    Value v;

    if (t->next_pair) {
        int r = t->next_pair(iterator, items);

        return r < 0 && err_clear_stop_iteration() ? 0 : r;
    }
    v = op_next(iterator);
    if (!v)
        return err_pending() ? -1 : 0;
    return unpack_sequence(v, 2, items) < 0 ? -1 : 1;
}

/* A tuple cannot change and a list is asked for each item anew, so neither
 * needs an iterator object. */
static int iterate_sequence(Value v, int (*visit)(Value item, void *arg),
                            void *arg)
{
    Value item;
    int r = 0;

    if (type_of(v) == &tuple_type) {
        PyTuple *t = (PyTuple *)v;

        for (Py_ssize i = 0; r == 0 && i < t->length; i++)
            r = visit(t->items[i], arg);
        return r;
    }
    for (Py_ssize i = 0; r == 0 && (item = list_item_or_null((PyList *)v, i));
         i++)
        r = visit(item, arg);
    return r;
}

static bool is_plain(Value v)
{
    PyType *t = type_of(v);

    return !is_pointer(v) || t == &str_type || t == &unicode_type ||
           t == &int_type || t == &float_type || t == &long_type;
}

Value op_still(PyList *list)
{
    Value v = list_item_or_null(list, 0);
    PyList *copy = v && is_plain(v) ? list_copy(list) : NULL;

    if (!copy) {
        err_clear();
        return (Value)list;
    }
    for (Py_ssize i = 0; (v = list_item_or_null(copy, i)); i++)
        if (!is_plain(v))
            return (Value)list;
    return (Value)copy;
}

/* While other threads run, containers are gone through as they are at one
 * moment: CPython's loops in C let no thread in, but where an item's own code
 * runs. */
int op_iterate(Value v, int (*visit)(Value item, void *arg), void *arg)
{
    if (rt_threaded && type_of(v) == &list_type)
        v = op_still((PyList *)v);
    if (type_of(v) == &tuple_type || type_of(v) == &list_type)
        return iterate_sequence(v, visit, arg);
    if (rt_threaded && !type_of(v)->next && type_of(v) != &frozenset_type) {
        PyList *list = op_snapshot_or_null(v);

        if (list)
            return iterate_sequence((Value)list, visit, arg);
        if (err_pending())
            return -1;
    }
    v = op_iter(v);
    return v ? op_iterate_rest(v, visit, arg) : -1;
}

int op_iterate_rest(Value it, int (*visit)(Value item, void *arg), void *arg)
{
    Value item;
    int r;

    while ((item = op_next(it))) {
        r = visit(item, arg);
        if (r)
            return r;
    }
    return err_pending() ? -1 : 0;
}

/* TypeError and AttributeError only mean that there is no answer. */
static int forgive(void)
{
    if (!err_matches(&exc_TypeError) && !err_matches(&exc_AttributeError))
        return -1;
    err_clear();
    return 0;
}

static bool class_in_python(Value v)
{
    PyType *t = type_of(v);

    return (t->flags & TYPE_HEAP) || t == &instance_type;
}

int op_ask_length(Value v)
{
    PyType *t = type_of(v);
    Value hint, n;

    if (!class_in_python(v))
        return 1;
    if (t->length) {
        if (t->length(v) >= 0)
            return 1;
        if (forgive() < 0)
            return -1;
    }
    hint = t == &instance_type
               ? op_getattr_or_null(v, NAME(dunder_length_hint))
               : op_special_or_null(v, NAME(dunder_length_hint));
    if (!hint)
        return err_pending() ? forgive() : 0;
    n = op_call(hint, NULL, 0, NULL);
    if (!n)
        return forgive();
    if (is_long(n) && value_as_int64(n) == -1 && err_pending()) {
        err_clear();
        err_format(&exc_OverflowError, "long int too large to convert to int");
        return -1;
    }
    return value_is_number(n);
}

int op_collect(Value v, int (*visit)(Value item, void *arg), void *arg)
{
    Value it;

    if (!class_in_python(v))
        return op_iterate(v, visit, arg);
    it = op_iter(v);
    return it && op_ask_length(v) >= 0 ? op_iterate_rest(it, visit, arg) : -1;
}

static int append_item(Value item, void *list)
{
    return list_append(list, item);
}

PyList *op_snapshot_or_null(Value v)
{
    PyType *t = type_of(v);

    if (t == &list_type)
        return list_copy((PyList *)v);
    if (t == &tuple_type)
        return list_from_array(((PyTuple *)v)->items, ((PyTuple *)v)->length);
    if (t == &dict_type)
        return dict_keys((PyDict *)v);
    if (t == &set_type || t == &frozenset_type)
        return set_as_list((PySet *)v);
    return t->snapshot ? t->snapshot(v) : dict_iter_rest_or_null(v);
}

PyList *op_list(Value iterable)
{
    PyList *list = op_snapshot_or_null(iterable);

    if (list || err_pending())
        return list;
    list = list_new(0);
    return list && op_collect(iterable, append_item, list) >= 0 ? list : NULL;
}

PyTuple *op_tuple(Value iterable)
{
    PyList *list;

    if (type_of(iterable) == &tuple_type)
        return (PyTuple *)iterable;
    if (type_of(iterable) == &list_type)
        return list_as_tuple((PyList *)iterable);
    list = op_list(iterable);
    return list ? list_as_tuple(list) : NULL;
}

/* --- unpacking
 * ------------------------------------------------------------------- */

static int too_few(Py_ssize got)
{
    err_format(&exc_ValueError, "need more than %ld value%s to unpack",
               (long)got, got == 1 ? "" : "s");
    return -1;
}

static int too_many(void)
{
    err_format(&exc_ValueError, "too many values to unpack");
    return -1;
}

static int unpack_items(const Value *items, Py_ssize have, Py_ssize n,
                        Value *out)
{
    if (have != n)
        return have < n ? too_few(have) : too_many();
    memcpy(out, items, n * sizeof *out);
    return 0;
}

/* The items of one moment. */
static int unpack_list(PyList *list, Py_ssize n, Value *out)
{
    int r;

    lock_acquire(&list->head.lock);
    ListStore *s = list_store(list);

    r = unpack_items(s->items, store_length(s), n, out);
    lock_release(&list->head.lock);
    return r;
}

int unpack_sequence(Value v, Py_ssize n, Value *out)
{
    Value it;

    if (type_of(v) == &tuple_type)
        return unpack_items(((PyTuple *)v)->items, ((PyTuple *)v)->length, n,
                            out);
    if (type_of(v) == &list_type)
        return unpack_list((PyList *)v, n, out);
    it = op_iter(v);
    if (!it)
        return -1;
    for (Py_ssize i = 0; i < n; i++) {
        out[i] = op_next(it);
        if (!out[i])
            return err_pending() ? -1 : too_few(i);
    }
    if (op_next(it))
        return too_many();
    return err_pending() ? -1 : 0;
}
