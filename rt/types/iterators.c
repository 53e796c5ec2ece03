/* iter() over sequences, iter(callable, sentinel), and the protocols that
 * they rest on. */
#include "iterators.h"
#include "names.h"
#include "str.h"

#include "methods_declare.h"
#include "iterators.def"
#include "methods_end.h"

bool value_is_callable(Value v)
{
    if (type_of(v) == &instance_type) {
        bool found = op_getattr_or_null(v, NAME(dunder_call)) != NULL;

        if (err_pending())
            err_clear();
        return found;
    }
    return type_of(v)->call != NULL;
}

bool value_is_sequence(Value v)
{
    PyType *t = type_of(v);

    if (t == &instance_type) {
        bool found = op_getattr_or_null(v, NAME(dunder_getitem)) != NULL;

        if (err_pending())
            err_clear();
        return found;
    }
    if (t->flags & TYPE_DICT)
        return false;
    return t->seq_item || ((t->flags & TYPE_HEAP) && t->getitem);
}

Value sequence_item(Value sequence, Py_ssize i)
{
    PyType *t = type_of(sequence);

    if (t->seq_item && !(t->flags & TYPE_HEAP))
        return t->seq_item(sequence, i);
    return op_getitem(sequence, value_from_int(i));
}

Value value_index(Value v)
{
    Value r;

    if (has_type_flag(v, TYPE_INT | TYPE_LONG))
        return v;
    if (!type_of(v)->index)
        return err_format(&exc_TypeError,
                          "'%s' object cannot be interpreted as an index",
                          type_name_of(v));
    r = type_of(v)->index(v);
    if (r && !has_type_flag(r, TYPE_INT | TYPE_LONG))
        return err_format(&exc_TypeError,
                          "__index__ returned non-(int,long) (type %s)",
                          type_name_of(r));
    return r;
}

bool err_is_end_of_sequence(void)
{
    if (!err_matches(&exc_IndexError) && !err_matches(&exc_StopIteration))
        return false;
    err_clear();
    return true;
}

static Value iter_self(Value self)
{
    return self;
}

/* --- over a sequence --------------------------------------------------------
 */

typedef struct PySeqIterator {
    PyObject head;
    int64_t index;
    Value sequence; /* NULL: exhausted */
} PySeqIterator;

Value seq_iterator_at(Value sequence, int64_t index)
{
    PySeqIterator *it = gc_new(&seq_iterator_type, sizeof *it);

    it->sequence = sequence;
    it->index = index;
    return (Value)it;
}

Value seq_iterator_new(Value sequence)
{
    return seq_iterator_at(sequence, 0);
}

static Value seq_iterator_next(Value self)
{
    PySeqIterator *it = (PySeqIterator *)self;
    Value sequence = it->sequence, v;
    int64_t i;

    if (!sequence)
        return NULL;
    do
        i = int_load(&it->index);
    while (!index_claim(&it->index, i, i + 1));
    if (is_exact_str(sequence) &&
        (uint64_t)i < (uint64_t)((PyStr *)sequence)->length)
        return (Value)str_char((unsigned char)((PyStr *)sequence)->data[i]);
    v = sequence_item(sequence, i);
    if (!v && err_is_end_of_sequence())
        it->sequence = NULL;
    return v;
}

bool iter_is_plain(Value it)
{
    PyType *t = type_of(it);
    PySeqIterator *seq = (PySeqIterator *)it;

    if (t == &seq_iterator_type)
        return !seq->sequence || type_of(seq->sequence) == &str_type ||
               type_of(seq->sequence) == &unicode_type;
    return (t->flags & (TYPE_PLAIN_ITER | TYPE_HEAP)) == TYPE_PLAIN_ITER &&
           !(((PyObject *)it)->flags & OBJ_NOT_PLAIN);
}

void iter_made_of(void *self, Value it)
{
    if (!iter_is_plain(it))
        __atomic_fetch_or(&((PyObject *)self)->flags, OBJ_NOT_PLAIN,
                          __ATOMIC_RELAXED);
}

Value iter_step_whole(Value self, Value (*step)(Value self))
{
    PyObject *o = (PyObject *)self;
    Value v;

    if (!rt_threaded || (o->flags & OBJ_NOT_PLAIN))
        return step(self);
    lock_acquire(&o->lock);
    v = step(self);
    lock_release(&o->lock);
    return v;
}

static Value seq_iterator_length_hint(Value self, const Value *args,
                                      Py_ssize nargs)
{
    PySeqIterator *it = (PySeqIterator *)self;
    Py_ssize n;

    if (!it->sequence)
        return tag_int(0);
    n = op_length(it->sequence);
    if (n < 0)
        return NULL;
    return value_from_int(n > it->index ? n - it->index : 0);
}

static const NativeDef seq_iterator_methods[] = {
#include "methods_table.h"
#include "iterators.def"
#include "methods_end.h"
    {0}};

PyType seq_iterator_type = {
    .head.type = &type_type,
    .name = "iterator",
    .base = &object_type,
    .flags = TYPE_NO_WEAKREF,
    .basic_size = sizeof(PySeqIterator),
    .methods = seq_iterator_methods,
    .iter = iter_self,
    .next = seq_iterator_next,
};

/* --- over calls
 * --------------------------------------------------------------- */

typedef struct PyCallIterator {
    PyObject head;
    Value callable; /* NULL: exhausted */
    Value sentinel;
} PyCallIterator;

Value call_iterator_new(Value callable, Value sentinel)
{
    PyCallIterator *it = gc_new(&call_iterator_type, sizeof *it);

    it->callable = callable;
    it->sentinel = sentinel;
    return (Value)it;
}

static Value call_iterator_next(Value self)
{
    PyCallIterator *it = (PyCallIterator *)self;
    Value v;
    int r;

    if (!it->callable)
        return NULL;
    v = op_call(it->callable, NULL, 0, NULL);
    if (!v) {
        if (err_matches(&exc_StopIteration)) {
            err_clear();
            it->callable = NULL;
        }
        return NULL;
    }
    r = op_compare_bool(CMP_eq, v, it->sentinel);
    if (r == 0)
        return v;
    if (r > 0)
        it->callable = NULL;
    return NULL;
}

PyType call_iterator_type = {
    .head.type = &type_type,
    .name = "callable-iterator",
    .base = &object_type,
    .flags = TYPE_NO_WEAKREF,
    .basic_size = sizeof(PyCallIterator),
    .iter = iter_self,
    .next = call_iterator_next,
};
