/* tuple.  The empty one is unique. */
#include "tuple.h"
#include "dict.h"
#include "word.h"
#include "seq.h"
#include "str.h"
#include "thread.h"

#include <stdarg.h>

#include "methods_declare.h"
#include "tuple.def"
#include "tuple_iter.def"
#include "methods_end.h"

#define MAX_ITEMS ((int64_t)(INT64_MAX / (int64_t)sizeof(Value) - 64))

static PyTuple empty_tuple = {.head.type = &tuple_type};

static inline PyTuple *as_tuple(Value v)
{
    return (PyTuple *)v;
}

void *err_tuple_index(void)
{
    return err_format(&exc_IndexError, "tuple index out of range");
}

/* --- making --------------------------------------------------------------- */

PyTuple *tuple_new(Py_ssize n)
{
    PyTuple *t;

    if (n == 0)
        return &empty_tuple;
    if (n > MAX_ITEMS)
        return err_no_memory();
    t = gc_new(&tuple_type, sizeof *t + (size_t)n * sizeof(Value));
    if (t)
        t->length = n;
    return t;
}

PyTuple *tuple_pack(Py_ssize n, ...)
{
    PyTuple *t = tuple_new(n);
    va_list ap;

    va_start(ap, n);
    for (Py_ssize i = 0; t && i < n; i++)
        t->items[i] = va_arg(ap, Value);
    va_end(ap);
    return t;
}

static bool is_small(int64_t n)
{
    const int64_t most = (GC_LIST_MAX - sizeof(PyTuple)) / sizeof(Value);

    return n > 0 && n <= most;
}

PyTuple *tuple_from_array(const Value *items, int64_t n)
{
    PyTuple *t = is_small(n) ? tuple_new_small(n, tuple_needs_scan(items, n))
                             : tuple_new(n);

    if (t && n > 0)
        memcpy(t->items, items, (size_t)n * sizeof(Value));
    return t;
}

Value tuple_get(PyTuple *t, Py_ssize i)
{
    return t->items[i];
}

void tuple_init_item(PyTuple *t, Py_ssize i, Value v)
{
    t->items[i] = v;
}

Py_ssize tuple_length(PyTuple *t)
{
    return t->length;
}

static Value tuple_make(PyType *type, const Value *args, Py_ssize nargs,
                        PyTuple *kwnames)
{
    static const char *const names[] = {"sequence"};
    Value sequence;
    PyTuple *t, *copy;

    if (args_parse("tuple", args, nargs, kwnames, names, 0, 1, &sequence) < 0)
        return NULL;
    t = sequence ? op_tuple(sequence) : &empty_tuple;
    if (!t || type == &tuple_type)
        return (Value)t;
    copy =
        instance_new_sized(type, sizeof *t + (size_t)t->length * sizeof(Value));
    if (copy) {
        copy->length = t->length;
        memcpy(copy->items, t->items, (size_t)t->length * sizeof(Value));
    }
    return (Value)copy;
}

/* --- items ------------------------------------------------------------------
 */

PyTuple *tuple_slice(PyTuple *self, int64_t i, int64_t j)
{
    clip_range(&i, &j, self->length);
    if (i == 0 && j == self->length && self->head.type == &tuple_type)
        return self;
    return tuple_from_array(self->items + i, j - i);
}

static Value slice_step(PyTuple *self, PySlice *slice)
{
    int64_t start, stop, step, count;
    PyTuple *t;

    if (slice_bounds(slice, self->length, &start, &stop, &step, &count) < 0)
        return NULL;
    if (step == 1)
        return (Value)tuple_slice(self, start, start + count);
    t = tuple_new(count);
    for (int64_t i = 0; t && i < count; i++)
        t->items[i] = self->items[start + i * step];
    return (Value)t;
}

static Value tuple_subscript(Value self, Value key)
{
    int64_t i;

    if (is_tagged_int(key))
        return tuple_get_index(as_tuple(self), tagged_int_value(key));
    if (has_index(key)) {
        i = op_index(key, &exc_IndexError);
        return i == -1 && err_pending() ? NULL
                                        : tuple_get_index(as_tuple(self), i);
    }
    if (type_of(key) == &slice_type)
        return slice_step(as_tuple(self), (PySlice *)key);
    return err_format(&exc_TypeError, "tuple indices must be integers, not %s",
                      type_name_of(key));
}

static Value tuple_seq_item(Value self, Py_ssize i)
{
    return i < 0 ? err_tuple_index() : tuple_get_index(as_tuple(self), i);
}

static Value tuple_getslice(Value self, Py_ssize i, Py_ssize j)
{
    return (Value)tuple_slice(as_tuple(self), i, j);
}

static Py_ssize tuple_size(Value self)
{
    return as_tuple(self)->length;
}

int tuple_contains(Value self, Value v)
{
    PyTuple *t = as_tuple(self);
    int r = 0;

    for (int64_t i = 0; r == 0 && i < t->length; i++)
        r = item_equal(v, t->items[i]);
    return r;
}

Value tuple_concat(Value a, Value b)
{
    PyTuple *t;
    int64_t na = as_tuple(a)->length, nb;

    if (!has_type_flag(b, TYPE_TUPLE))
        return err_format(&exc_TypeError,
                          "can only concatenate tuple (not \"%s\") to tuple",
                          type_name_of(b));
    nb = as_tuple(b)->length;
    t = is_small(na + nb)
            ? tuple_new_small(na + nb,
                              tuple_needs_scan(as_tuple(a)->items, na) ||
                                  tuple_needs_scan(as_tuple(b)->items, nb))
            : tuple_new(na + nb);
    if (t && na + nb > 0) {
        memcpy(t->items, as_tuple(a)->items, (size_t)na * sizeof(Value));
        memcpy(t->items + na, as_tuple(b)->items, (size_t)nb * sizeof(Value));
    }
    return (Value)t;
}

Value tuple_repeat(Value self, Py_ssize n)
{
    PyTuple *t = as_tuple(self), *r;
    bool exact = type_of(self) == &tuple_type;

    if (n <= 0)
        n = 0;
    if (t->length == 0 || n == 1)
        if (exact || t->length == 0)
            return exact ? self : (Value)&empty_tuple;
    if (n > 0 && t->length > MAX_ITEMS / n)
        return err_no_memory();
    r = tuple_new(t->length * n);
    for (int64_t i = 0; r && i < n; i++)
        memcpy(r->items + i * t->length, t->items,
               (size_t)t->length * sizeof(Value));
    return (Value)r;
}

/* --- methods
 * ------------------------------------------------------------------- */

static Value tuple_getnewargs_method(Value self, const Value *args,
                                     Py_ssize nargs)
{
    PyTuple *t = as_tuple(self);

    return (Value)tuple_pack(1, (Value)tuple_from_array(t->items, t->length));
}

static Value tuple_sizeof_method(Value self, const Value *args, Py_ssize nargs)
{
    return value_from_int(24 + 8 * as_tuple(self)->length);
}

static Value tuple_index_method(Value self, const Value *args, Py_ssize nargs)
{
    PyTuple *t = as_tuple(self);
    int64_t start, stop;

    if (!index_range(args, nargs, t->length, &start, &stop))
        return NULL;
    for (int64_t i = start; i < stop && i < t->length; i++) {
        int r = item_equal(t->items[i], args[0]);

        if (r != 0)
            return r < 0 ? NULL : value_from_int(i);
    }
    return err_format(&exc_ValueError, "tuple.index(x): x not in tuple");
}

static Value tuple_count_method(Value self, const Value *args, Py_ssize nargs)
{
    PyTuple *t = as_tuple(self);
    int64_t count = 0;

    for (int64_t i = 0; i < t->length; i++) {
        int r = item_equal(t->items[i], args[0]);

        if (r < 0)
            return NULL;
        count += r;
    }
    return value_from_int(count);
}

/* --- comparison, hash, repr
 * ---------------------------------------------------- */

Value tuple_rich_compare(Value av, Value bv, CompareOp op)
{
    PyTuple *a = as_tuple(av), *b = as_tuple(bv);

    if (!has_type_flag(av, TYPE_TUPLE) || !has_type_flag(bv, TYPE_TUPLE))
        return NOT_IMPLEMENTED;
    for (int64_t i = 0; i < a->length && i < b->length; i++) {
        int r = item_equal(a->items[i], b->items[i]);

        if (r < 0)
            return NULL;
        if (r == 0) {
            if (op == CMP_eq || op == CMP_ne)
                return value_from_bool(op == CMP_ne);
            return op_compare(op, a->items[i], b->items[i]);
        }
    }
    return compare_lengths(a->length, b->length, op);
}

int64_t tuple_hash(Value self)
{
    PyTuple *t = as_tuple(self);
    uint64_t x = 0x345678, mult = 1000003;

    for (int64_t i = 0, left = t->length - 1; i < t->length; i++, left--) {
        int64_t h = hash_of(t->items[i]);

        if (h == -1)
            return -1;
        x = (x ^ (uint64_t)h) * mult;
        mult += (uint64_t)(82520 + left + left);
    }
    x += 97531;
    return x == (uint64_t)-1 ? -2 : (int64_t)x;
}

static Value repr_items(PyTuple *t)
{
    StrBuilder b = {0};

    if (sb_putc(&b, '(') < 0)
        return NULL;
    for (int64_t i = 0; i < t->length; i++) {
        PyStr *s;

        if (i > 0 && sb_add(&b, ", ", 2) < 0)
            return NULL;
        s = (PyStr *)op_repr(t->items[i]);
        if (!s || sb_add(&b, s->data, s->length) < 0)
            return NULL;
    }
    if (sb_add(&b, ",)", t->length == 1 ? 1 : 0) < 0 || sb_putc(&b, ')') < 0)
        return NULL;
    return (Value)sb_finish(&b);
}

static Value tuple_repr(Value self)
{
    if (as_tuple(self)->length == 0)
        return (Value)str_from_c("()");
    return repr_items(as_tuple(self));
}

/* --- iteration
 * --------------------------------------------------------------------- */

static Value tuple_iter(Value self)
{
    PyTupleIter *it = gc_new(&tuple_iterator_type, sizeof *it);

    it->tuple = as_tuple(self);
    return (Value)it;
}

static Value tuple_iter_next(Value self)
{
    PyTupleIter *it = (PyTupleIter *)self;
    PyTuple *t = it->tuple;
    int64_t i;

    if (!t)
        return NULL;
    do {
        i = int_load(&it->index);
        if (i >= t->length) {
            it->tuple = NULL;
            return NULL;
        }
    } while (!index_claim(&it->index, i, i + 1));
    return t->items[i];
}

static Value tuple_iter_length_hint(Value self, const Value *args,
                                    Py_ssize nargs)
{
    PyTupleIter *it = (PyTupleIter *)self;

    return value_from_int(it->tuple ? it->tuple->length - it->index : 0);
}

static Value iter_self(Value self)
{
    return self;
}

static const NativeDef tuple_iter_methods[] = {
#include "methods_table.h"
#include "tuple_iter.def"
#include "methods_end.h"
    {0}};

PyType tuple_iterator_type = {
    .head.type = &type_type,
    .name = "tupleiterator",
    .base = &object_type,
    .flags = TYPE_NO_WEAKREF | TYPE_PLAIN_ITER,
    .basic_size = sizeof(PyTupleIter),
    .methods = tuple_iter_methods,
    .iter = iter_self,
    .next = tuple_iter_next,
};

static const NativeDef tuple_method_table[] = {
#include "methods_table.h"
#include "tuple.def"
#include "methods_end.h"
    {0}};

PyType tuple_type = {
    .head.type = &type_type,
    .name = "tuple",
    .base = &object_type,
    .flags = TYPE_BASETYPE | TYPE_TUPLE | TYPE_NO_WEAKREF,
    .basic_size = sizeof(PyTuple),
    .doc = "tuple() -> empty tuple\n"
           "tuple(iterable) -> tuple\n\n"
           "The items of the iterable; a tuple stays what it is.",
    .methods = tuple_method_table,
    .repr = tuple_repr,
    .hash = tuple_hash,
    .rich_compare = tuple_rich_compare,
    .iter = tuple_iter,
    .new_instance = tuple_make,
    .length = tuple_size,
    .getitem = tuple_subscript,
    .contains = tuple_contains,
    .concat = tuple_concat,
    .repeat = tuple_repeat,
    .seq_item = tuple_seq_item,
    .getslice = tuple_getslice,
};
