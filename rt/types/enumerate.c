/* enumerate: pairs of a count and an item. */
#include "iterators.h"
#include "tuple.h"
#include "word.h"

typedef struct PyEnumerate {
    PyObject head;
    int64_t index;
    Value iterator;
    Value big_index; /* a long once the count leaves int; else NULL */
} PyEnumerate;

static int set_start(PyEnumerate *e, Value start)
{
    start = value_index(start);
    if (!start)
        return -1;
    if (has_type_flag(start, TYPE_INT)) {
        e->index = int_value(start);
        return 0;
    }
    e->index = value_as_int64(start);
    if (e->index == -1 && err_pending()) {
        err_clear();
        e->big_index = start;
    }
    return 0;
}

static Value enumerate_make(PyType *type, const Value *args, Py_ssize nargs,
                            PyTuple *kwnames)
{
    static const char *const names[] = {"sequence", "start"};
    Value out[2];
    PyEnumerate *e;

    if (args_parse("enumerate", args, nargs, kwnames, names, 1, 2, out) < 0)
        return NULL;
    e = type == &enumerate_type ? gc_new(type, sizeof *e) : instance_new(type);
    if (!e || (out[1] && set_start(e, out[1]) < 0))
        return NULL;
    e->iterator = op_iter(out[0]);
    if (e->iterator)
        iter_made_of(e, e->iterator);
    return e->iterator ? (Value)e : NULL;
}

static Value next_big_index(PyEnumerate *e)
{
    Value index = e->big_index ? e->big_index : value_from_int(INT64_MAX);

    e->big_index = op_binary(BIN_add, index, tag_int(1));
    return e->big_index ? index : NULL;
}

static int step(PyEnumerate *e, Value items[2])
{
    items[1] = op_next_or_stop(e->iterator);
    if (!items[1])
        return err_pending() ? -1 : 0;
    if (e->big_index || e->index == INT64_MAX)
        items[0] = next_big_index(e);
    else
        items[0] = value_from_int(e->index++);
    return items[0] ? 1 : -1;
}

static int enumerate_next_pair(Value self, Value items[2])
{
    PyEnumerate *e = (PyEnumerate *)self;
    int r;

    if (!rt_threaded || (e->head.flags & OBJ_NOT_PLAIN))
        return step(e, items);
    lock_acquire(&e->head.lock);
    r = step(e, items);
    lock_release(&e->head.lock);
    return r;
}

static Value enumerate_next(Value self)
{
    Value items[2];

    if (enumerate_next_pair(self, items) <= 0)
        return NULL;
    return tuple_pair(items[0], items[1]);
}

static Value iter_self(Value self)
{
    return self;
}

PyType enumerate_type = {
    .head.type = &type_type,
    .name = "enumerate",
    .base = &object_type,
    .flags = TYPE_BASETYPE | TYPE_NO_WEAKREF | TYPE_PLAIN_ITER,
    .basic_size = sizeof(PyEnumerate),
    .doc = "enumerate(iterable[, start]) -> iterator of (number, item)\n\n"
           "Counts the items as they come, from start or 0 on.",
    .iter = iter_self,
    .new_instance = enumerate_make,
    .next = enumerate_next,
    .next_pair = enumerate_next_pair,
};
