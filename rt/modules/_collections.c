/* _collections: deque and defaultdict.
 *
 * A deque is a ring: `length` items from `first` on, in an array whose
 * capacity is a power of two.  Every access holds the lock.  `state` counts
 * the changes, for iterators. */
#include "cargs.h"
#include "dict.h"
#include "iterators.h"
#include "keys.h"
#include "list.h"
#include "module.h"
#include "module_support.h"
#include "names.h"
#include "seq.h"
#include "str.h"
#include "thread.h"

#include "methods_declare.h"
#include "_collections.def"
#include "_collections_dict.def"
#include "methods_end.h"

typedef struct PyDeque {
    PyObject head;
    Value *items;
    int64_t capacity, first, length;
    int64_t max_length; /* -1: none */
    uint64_t state;
} PyDeque;

extern PyType deque_type, deque_iterator_type, deque_reverse_iterator_type;

static inline PyDeque *as_deque(Value v)
{
    return (PyDeque *)v;
}

static inline Value *item_at(PyDeque *d, int64_t i)
{
    return &d->items[(d->first + i) & (d->capacity - 1)];
}

/* --- the ring
 * ------------------------------------------------------------------ */

static int grow_locked(PyDeque *d) REQUIRES(d->head.lock)
{
    int64_t capacity = d->capacity ? d->capacity * 2 : 8;
    Value *items = gc_array((size_t)capacity);

    if (!items)
        return -1;
    for (int64_t i = 0; i < d->length; i++)
        items[i] = *item_at(d, i);
    d->items = items;
    d->capacity = capacity;
    d->first = 0;
    return 0;
}

static Value pop_locked(PyDeque *d) REQUIRES(d->head.lock)
{
    Value *p = item_at(d, --d->length), v = *p;

    *p = NULL;
    d->state++;
    return v;
}

static Value popleft_locked(PyDeque *d) REQUIRES(d->head.lock)
{
    Value *p = &d->items[d->first], v = *p;

    *p = NULL;
    d->first = (d->first + 1) & (d->capacity - 1);
    d->length--;
    d->state++;
    return v;
}

static int push_locked(PyDeque *d, Value v) REQUIRES(d->head.lock)
{
    if (d->length == d->capacity && grow_locked(d) < 0)
        return -1;
    *item_at(d, d->length++) = v;
    d->state++;
    if (d->max_length >= 0 && d->length > d->max_length)
        popleft_locked(d);
    return 0;
}

static int pushleft_locked(PyDeque *d, Value v) REQUIRES(d->head.lock)
{
    if (d->length == d->capacity && grow_locked(d) < 0)
        return -1;
    d->first = (d->first - 1) & (d->capacity - 1);
    d->items[d->first] = v;
    d->length++;
    d->state++;
    if (d->max_length >= 0 && d->length > d->max_length)
        pop_locked(d);
    return 0;
}

static int push(PyDeque *d, Value v)
{
    int r;

    lock_acquire(&d->head.lock);
    r = push_locked(d, v);
    lock_release(&d->head.lock);
    return r;
}

static int pushleft(PyDeque *d, Value v)
{
    int r;

    lock_acquire(&d->head.lock);
    r = pushleft_locked(d, v);
    lock_release(&d->head.lock);
    return r;
}

static void clear(PyDeque *d)
{
    lock_acquire(&d->head.lock);
    d->items = NULL;
    d->capacity = d->first = d->length = 0;
    d->state++;
    lock_release(&d->head.lock);
}

/* Item i and the state in which it was there; NULL: out of range. */
static Value get(PyDeque *d, int64_t i, uint64_t *state)
{
    Value v = NULL;

    lock_acquire(&d->head.lock);
    if (i >= 0 && i < d->length)
        v = *item_at(d, i);
    *state = d->state;
    lock_release(&d->head.lock);
    return v;
}

static void rotate(PyDeque *d, int64_t n)
{
    lock_acquire(&d->head.lock);
    int64_t length = d->length;

    if (length > 1) {
        n %= length;
        if (n > length / 2)
            n -= length;
        else if (n < -length / 2)
            n += length;
        d->state += n != 0;
        for (; n > 0; n--) {
            Value v = *item_at(d, length - 1);

            *item_at(d, length - 1) = NULL;
            d->first = (d->first - 1) & (d->capacity - 1);
            d->items[d->first] = v;
        }
        for (; n < 0; n++) {
            Value v = d->items[d->first];

            d->items[d->first] = NULL;
            d->first = (d->first + 1) & (d->capacity - 1);
            *item_at(d, length - 1) = v;
        }
    }
    lock_release(&d->head.lock);
}

/* Takes out item i, which must exist. */
static void delete_locked(PyDeque *d, int64_t i) REQUIRES(d->head.lock)
{
    for (; i < d->length - 1; i++)
        *item_at(d, i) = *item_at(d, i + 1);
    pop_locked(d);
}

/* The items of one moment, in order or from the right. */
static PyList *items_of(PyDeque *d, bool reversed)
{
    for (;;) {
        int64_t n = d->length;
        PyList *list = list_new(n);
        ListStore *s = list ? list_store(list) : NULL;
        bool fits;

        lock_acquire(&d->head.lock);
        fits = d->length <= n;
        for (int64_t i = 0; list && fits && i < d->length; i++)
            s->items[i] = *item_at(d, reversed ? d->length - 1 - i : i);
        if (list && fits && n)
            atomic_init(&s->length, d->length);
        lock_release(&d->head.lock);
        if (!list || fits)
            return list;
    }
}

/* --- making
 * --------------------------------------------------------------------- */

static int push_item(Value item, void *d)
{
    return push(d, item);
}

static int pushleft_item(Value item, void *d)
{
    return pushleft(d, item);
}

/* In one step; nobody else knows the list. */
static int push_all(PyDeque *d, PyList *items, bool left)
{
    int64_t n = list_length(items);
    int r = 0;

    lock_acquire(&d->head.lock);
    for (int64_t i = 0; r == 0 && i < n; i++) {
        Value v = list_item_or_null(items, (uint64_t)i);

        r = left ? pushleft_locked(d, v) : push_locked(d, v);
    }
    lock_release(&d->head.lock);
    return r;
}

static int extend(PyDeque *d, Value iterable, bool left)
{
    PyList *items = op_snapshot_or_null(iterable);

    if (items)
        return push_all(d, items, left);
    if (err_pending())
        return -1;
    return op_iterate(iterable, left ? pushleft_item : push_item, d);
}

static Value deque_make(PyType *type, const Value *args, Py_ssize nargs,
                        PyTuple *kwnames)
{
    PyDeque *d =
        type == &deque_type ? gc_new(type, sizeof *d) : instance_new(type);

    d->max_length = -1;
    return (Value)d;
}

static int deque_init(Value self, const Value *args, Py_ssize nargs,
                      PyTuple *kwnames)
{
    static const char *const names[] = {"iterable", "maxlen"};
    PyDeque *d = as_deque(self);
    int64_t max = -1;
    Value out[2];

    if (args_parse("deque", args, nargs, kwnames, names, 0, 2, out) < 0)
        return -1;
    if (out[1] && out[1] != NONE) {
        max = value_as_ssize(out[1]);
        if (max == -1 && err_pending())
            return -1;
        if (max < 0) {
            err_format(&exc_ValueError, "maxlen must be non-negative");
            return -1;
        }
    }
    d->max_length = max;
    if (d->length > 0)
        clear(d);
    return out[0] ? extend(d, out[0], false) : 0;
}

static Value deque_copy(Value self, const Value *args, Py_ssize nargs)
{
    int64_t max = as_deque(self)->max_length;
    Value call[2] = {self, value_from_int(max)};

    return op_call((Value)type_of(self), call, max < 0 ? 1 : 2, NULL);
}

static Value deque_reduce(Value self, const Value *args, Py_ssize nargs)
{
    PyDict *dict = instance_dict(self);
    PyList *list;
    int64_t max = as_deque(self)->max_length;
    Value type = (Value)type_of(self), limit;

    if ((!dict && err_pending()) || !(list = op_list(self)))
        return NULL;
    limit = max < 0 ? NONE : value_from_int(max);
    if (dict)
        return (Value)tuple_pack(
            3, type, (Value)tuple_pack(2, (Value)list, limit), (Value)dict);
    return (Value)tuple_pack(2, type,
                             max < 0
                                 ? (Value)tuple_pack(1, (Value)list)
                                 : (Value)tuple_pack(2, (Value)list, limit));
}

/* --- methods
 * ---------------------------------------------------------------------- */

static Value deque_append(Value self, const Value *args, Py_ssize nargs)
{
    return push(as_deque(self), args[0]) < 0 ? NULL : NONE;
}

static Value deque_appendleft(Value self, const Value *args, Py_ssize nargs)
{
    return pushleft(as_deque(self), args[0]) < 0 ? NULL : NONE;
}

static Value deque_clear_method(Value self, const Value *args, Py_ssize nargs)
{
    clear(as_deque(self));
    return NONE;
}

static Value deque_extend_method(Value self, const Value *args, Py_ssize nargs)
{
    return extend(as_deque(self), args[0], false) < 0 ? NULL : NONE;
}

static Value deque_extendleft(Value self, const Value *args, Py_ssize nargs)
{
    return extend(as_deque(self), args[0], true) < 0 ? NULL : NONE;
}

static Value deque_iadd(Value self, Value other)
{
    return extend(as_deque(self), other, false) < 0 ? NULL : self;
}

static Value take(PyDeque *d, bool left)
{
    Value v = NULL;

    lock_acquire(&d->head.lock);
    if (d->length > 0)
        v = left ? popleft_locked(d) : pop_locked(d);
    lock_release(&d->head.lock);
    return v ? v : err_format(&exc_IndexError, "pop from an empty deque");
}

static Value deque_pop_method(Value self, const Value *args, Py_ssize nargs)
{
    return take(as_deque(self), false);
}

static Value deque_popleft_method(Value self, const Value *args, Py_ssize nargs)
{
    return take(as_deque(self), true);
}

static Value deque_rotate_method(Value self, const Value *args, Py_ssize nargs)
{
    int64_t n;

    if (!optional_ssize(args, nargs, 0, 1, &n))
        return NULL;
    rotate(as_deque(self), n);
    return NONE;
}

static Value deque_reverse(Value self, const Value *args, Py_ssize nargs)
{
    PyDeque *d = as_deque(self);

    lock_acquire(&d->head.lock);
    for (int64_t i = 0, j = d->length - 1; i < j; i++, j--) {
        Value v = *item_at(d, i);

        *item_at(d, i) = *item_at(d, j);
        *item_at(d, j) = v;
    }
    lock_release(&d->head.lock);
    return NONE;
}

/* True if nothing changed since `state`. */
static bool unchanged(PyDeque *d, uint64_t state)
{
    return d->state == state;
}

/* A search.  It runs under the lock, so that for other threads it is one step,
 * up to the first comparison that may run Python code; from there on a change
 * of the deque is an error. */
typedef struct Search {
    int64_t at;     /* the item to look at next */
    uint64_t state; /* of the deque when the lock was let go */
} Search;

/* SAME_yes: item s->at is equal; SAME_ask: it may be; SAME_no: none is. */
static int search_locked(PyDeque *d, Value v, Search *s) REQUIRES(d->head.lock)
{
    s->state = d->state;
    for (; s->at < d->length; s->at++) {
        int same = same_plain(*item_at(d, s->at), v);

        if (same != SAME_no)
            return same;
    }
    return SAME_no;
}

/* Goes on without the lock: 1 item s->at is equal, 0 none is, -1 error. */
static int search_on(PyDeque *d, Value v, Search *s, PyType *error,
                     const char *message)
{
    uint64_t state;
    Value item;

    for (; (item = get(d, s->at, &state)); s->at++) {
        int r = item_equal(item, v);

        if (r < 0)
            return -1;
        if (!unchanged(d, s->state))
            break;
        if (r)
            return 1;
    }
    if (unchanged(d, s->state))
        return 0;
    err_format(error, "%s", message);
    return -1;
}

static const char mutated[] = "deque mutated during iteration";

static Value deque_count(Value self, const Value *args, Py_ssize nargs)
{
    PyDeque *d = as_deque(self);
    Search s = {0};
    int64_t count = 0;
    int r;

    lock_acquire(&d->head.lock);
    for (; (r = search_locked(d, args[0], &s)) == SAME_yes; s.at++)
        count++;
    lock_release(&d->head.lock);
    if (r == SAME_no)
        return value_from_int(count);
    for (; (r = search_on(d, args[0], &s, &exc_RuntimeError, mutated));
         s.at++, count++)
        if (r < 0)
            return NULL;
    return value_from_int(count);
}

static Value deque_remove(Value self, const Value *args, Py_ssize nargs)
{
    static const char changed[] = "deque mutated during remove().";
    PyDeque *d = as_deque(self);
    Search s = {0};
    int r;

    lock_acquire(&d->head.lock);
    r = search_locked(d, args[0], &s);
    if (r == SAME_yes)
        delete_locked(d, s.at);
    lock_release(&d->head.lock);
    if (r == SAME_yes)
        return NONE;
    if (r == SAME_ask)
        r = search_on(d, args[0], &s, &exc_IndexError, changed);
    if (r == 0)
        return err_format(&exc_ValueError, "deque.remove(x): x not in deque");
    if (r < 0)
        return NULL;
    lock_acquire(&d->head.lock);
    r = unchanged(d, s.state);
    if (r)
        delete_locked(d, s.at);
    lock_release(&d->head.lock);
    return r ? NONE : err_format(&exc_IndexError, changed);
}

static Value deque_sizeof(Value self, const Value *args, Py_ssize nargs)
{
    return value_from_int((int64_t)sizeof(PyDeque) +
                          8 * as_deque(self)->capacity);
}

/* --- items
 * ------------------------------------------------------------------------- */

static Py_ssize deque_length(Value self)
{
    PyDeque *d = (PyDeque *)self;
    int64_t n;

    lock_acquire(&d->head.lock); /* extend() is one step */
    n = d->length;
    lock_release(&d->head.lock);
    return n;
}

static Value deque_item(Value self, Py_ssize i)
{
    uint64_t state;
    Value v = get(as_deque(self), i, &state);

    return v ? v : err_format(&exc_IndexError, "deque index out of range");
}

static int deque_assign(Value self, Value key, Value value_or_null)
{
    PyDeque *d = as_deque(self);
    bool inside;
    int64_t i;

    if (!has_index(key)) {
        err_format(&exc_TypeError, "sequence index must be integer, not '%s'",
                   type_name_of(key));
        return -1;
    }
    i = op_index(key, &exc_IndexError);
    if (i == -1 && err_pending())
        return -1;
    lock_acquire(&d->head.lock);
    if (i < 0)
        i += d->length;
    inside = i >= 0 && i < d->length;
    if (inside && value_or_null)
        *item_at(d, i) = value_or_null;
    else if (inside)
        delete_locked(d, i);
    lock_release(&d->head.lock);
    if (inside)
        return 0;
    err_format(&exc_IndexError, "deque index out of range");
    return -1;
}

/* --- comparison, repr
 * ----------------------------------------------------------------- */

static bool is_deque(Value v)
{
    return type_is_subtype(type_of(v), &deque_type);
}

static Value compare_snapshots(PyDeque *a, PyDeque *b, CompareOp op)
{
    PyList *la = items_of(a, false), *lb = items_of(b, false);

    return la && lb ? op_compare(op, (Value)la, (Value)lb) : NULL;
}

static Value deque_compare(Value a, Value b, CompareOp op)
{
    Value ia, ib;

    if (!is_deque(a) || !is_deque(b))
        return NOT_IMPLEMENTED;
    if (rt_threaded && type_of(a) == &deque_type && type_of(b) == &deque_type)
        return compare_snapshots(as_deque(a), as_deque(b), op);
    if (as_deque(a)->length != as_deque(b)->length &&
        (op == CMP_eq || op == CMP_ne))
        return value_from_bool(op == CMP_ne);
    if (!(ia = op_iter(a)) || !(ib = op_iter(b)))
        return NULL;
    for (;;) {
        Value x = op_next(ia), y;
        int r;

        if (!x && err_pending())
            return NULL;
        y = op_next(ib);
        if (!y && err_pending())
            return NULL;
        if (!x || !y)
            return compare_lengths(x != NULL, y != NULL, op);
        r = item_equal(x, y);
        if (r < 0)
            return NULL;
        if (r == 0) {
            if (op == CMP_eq || op == CMP_ne)
                return value_from_bool(op == CMP_ne);
            return op_compare(op, x, y);
        }
    }
}

static Value deque_repr(Value self)
{
    int r = repr_enter(self);
    int64_t max = as_deque(self)->max_length;
    PyList *list;
    PyStr *s;

    if (r != 0)
        return r < 0 ? NULL : (Value)str_from_c("[...]");
    list = op_list(self);
    s = list ? (PyStr *)op_repr((Value)list) : NULL;
    repr_leave(self);
    if (!s)
        return NULL;
    if (max < 0)
        return (Value)str_format_c("deque(%s)", s->data);
    return (Value)str_format_c("deque(%s, maxlen=%lld)", s->data,
                               (long long)max);
}

/* --- iteration
 * -------------------------------------------------------------------------- */

typedef struct PyDequeIter {
    PyObject head;
    PyDeque *deque;
    int64_t index, left;
    uint64_t state;
} PyDequeIter;

static Value iter_new(PyType *type, Value deque, bool from_right)
{
    PyDequeIter *it = gc_new(type, sizeof *it);

    it->deque = as_deque(deque);
    lock_acquire(&it->deque->head.lock);
    it->index = from_right ? it->deque->length - 1 : 0;
    it->left = it->deque->length;
    it->state = it->deque->state;
    lock_release(&it->deque->head.lock);
    return (Value)it;
}

static Value deque_iter(Value self)
{
    return iter_new(&deque_iterator_type, self, false);
}

static Value deque_reversed(Value self, const Value *args, Py_ssize nargs)
{
    return iter_new(&deque_reverse_iterator_type, self, true);
}

static PyList *deque_snapshot(Value self)
{
    return items_of(as_deque(self), false);
}

/* What an iterator that nobody has stepped will yield, NULL without an
 * exception: it has been, or the deque has changed. */
static PyList *iter_snapshot(Value self)
{
    PyDequeIter *it = (PyDequeIter *)self;
    bool from_right = type_of(self) == &deque_reverse_iterator_type;
    PyList *list;

    if (it->index != (from_right ? it->left - 1 : 0) || it->left == 0)
        return NULL;
    list = items_of(it->deque, from_right);
    if (!list || !unchanged(it->deque, it->state))
        return NULL;
    it->left = 0;
    return list;
}

static Value iter_step(PyDequeIter *it, int direction)
{
    uint64_t state;
    int64_t i;
    Value v;

    do {
        i = int_load(&it->index);
        v = get(it->deque, i, &state);
        if (state != it->state) {
            it->left = 0;
            return err_format(&exc_RuntimeError, mutated);
        }
        if (it->left <= 0 || !v)
            return NULL;
    } while (!index_claim(&it->index, i, i + direction));
    it->left--;
    return v;
}

static Value deque_iter_next(Value self)
{
    return iter_step((PyDequeIter *)self, 1);
}

static Value deque_reverse_iter_next(Value self)
{
    return iter_step((PyDequeIter *)self, -1);
}

static Value iter_length_hint(Value self, const Value *args, Py_ssize nargs)
{
    return value_from_int(((PyDequeIter *)self)->left);
}

static Value iter_self(Value self)
{
    return self;
}

static const NativeDef iter_methods[] = {
    {"__length_hint__", iter_length_hint, 0, 0, ARITY_none, NATIVE_method,
     "How many items are left, as far as is known."},
    {0}};

PyType deque_iterator_type = {
    .head.type = &type_type,
    .name = "deque_iterator",
    .base = &object_type,
    .flags = TYPE_NO_WEAKREF,
    .basic_size = sizeof(PyDequeIter),
    .methods = iter_methods,
    .iter = iter_self,
    .next = deque_iter_next,
    .snapshot = iter_snapshot,
};

PyType deque_reverse_iterator_type = {
    .head.type = &type_type,
    .name = "deque_reverse_iterator",
    .base = &object_type,
    .flags = TYPE_NO_WEAKREF,
    .basic_size = sizeof(PyDequeIter),
    .methods = iter_methods,
    .iter = iter_self,
    .next = deque_reverse_iter_next,
    .snapshot = iter_snapshot,
};

static Value deque_get_maxlen(Value self)
{
    int64_t max = as_deque(self)->max_length;

    return max < 0 ? NONE : value_from_int(max);
}

static const GetSetDef deque_getsets[] = {
    {"maxlen", deque_get_maxlen, NULL,
     "how many items it may hold; None: any number"},
    {0}};

static const NativeDef deque_methods[] = {
#include "methods_table.h"
#include "_collections.def"
#include "methods_end.h"
    {0}};

PyType deque_type = {
    .head.type = &type_type,
    .name = "collections.deque",
    .base = &object_type,
    .flags = TYPE_BASETYPE,
    .basic_size = sizeof(PyDeque),
    .doc = "deque([iterable[, maxlen]]) --> deque object\n\n"
           "A sequence that grows and shrinks quickly at both ends.  When "
           "maxlen is\n"
           "reached, an item pushes one out at the other end.",
    .methods = deque_methods,
    .getsets = deque_getsets,
    .repr = deque_repr,
    .rich_compare = deque_compare,
    .iter = deque_iter,
    .snapshot = deque_snapshot,
    .new_instance = deque_make,
    .init = deque_init,
    .length = deque_length,
    .setitem = deque_assign,
    .inplace_concat = deque_iadd,
    .seq_item = deque_item,
};

/* --- defaultdict
 * ---------------------------------------------------------------------------
 */

typedef struct PyDefaultDict {
    PyDict dict;
    Value factory; /* NULL or None: none */
} PyDefaultDict;

static inline PyDefaultDict *as_defdict(Value v)
{
    return (PyDefaultDict *)v;
}

static Value factory_of(Value self)
{
    Value f = as_defdict(self)->factory;

    return f ? f : NONE;
}

static int defdict_init(Value self, const Value *args, Py_ssize nargs,
                        PyTuple *kwnames)
{
    if (nargs > 0) {
        if (args[0] != NONE && !value_is_callable(args[0])) {
            err_format(&exc_TypeError,
                       "first argument must be callable or None");
            return -1;
        }
        args++;
        nargs--;
        as_defdict(self)->factory = args[-1];
    }
    return dict_type.init(self, args, nargs, kwnames);
}

static bool is_static_type(Value v)
{
    return type_of(v) == &type_type && !(((PyType *)v)->flags & TYPE_HEAP);
}

static Value defdict_missing(Value self, const Value *args, Py_ssize nargs)
{
    Value factory = factory_of(self), v;

    if (factory == NONE)
        return err_key(args[0]);
    v = op_call(factory, NULL, 0, NULL);
    if (!v)
        return NULL;
    /* Between a factory that runs no Python code and the insertion nobody
     * comes: of two threads that miss the same key one makes the value. */
    if (is_static_type(factory) && type_of(self)->setitem == dict_type.setitem)
        return dict_setdefault(&as_defdict(self)->dict, args[0], v);
    return op_setitem(self, args[0], v) < 0 ? NULL : v;
}

static Value defdict_copy(Value self, const Value *args, Py_ssize nargs)
{
    Value call[2] = {factory_of(self), self};

    return op_call((Value)type_of(self), call, 2, NULL);
}

static Value defdict_reduce(Value self, const Value *args, Py_ssize nargs)
{
    Value factory = factory_of(self);
    Value items = op_call_method(self, str_intern("iteritems"), NULL, 0);
    PyTuple *call = factory == NONE ? tuple_new(0) : tuple_pack(1, factory);

    if (!items)
        return NULL;
    return (Value)tuple_pack(5, (Value)type_of(self), (Value)call, NONE, NONE,
                             items);
}

static Value defdict_repr(Value self)
{
    PyStr *base = (PyStr *)dict_type.repr(self), *factory;
    int r;

    if (!base)
        return NULL;
    r = repr_enter(factory_of(self));
    if (r < 0)
        return NULL;
    factory = r ? str_from_c("...") : (PyStr *)op_repr(factory_of(self));
    if (!r)
        repr_leave(factory_of(self));
    return factory ? (Value)str_format_c("defaultdict(%s, %s)", factory->data,
                                         base->data)
                   : NULL;
}

static int defdict_set_factory(Value self, Value v)
{
    as_defdict(self)->factory = v;
    return 0;
}

static const GetSetDef defdict_getsets[] = {
    {"default_factory", factory_of, defdict_set_factory,
     "what makes the value of a missing key; None: nothing does", true},
    {0}};

static const NativeDef defdict_methods[] = {
#include "methods_table.h"
#include "_collections_dict.def"
#include "methods_end.h"
    {0}};

PyType defaultdict_type = {
    .head.type = &type_type,
    .name = "collections.defaultdict",
    .base = &dict_type,
    .flags = TYPE_BASETYPE,
    .basic_size = sizeof(PyDefaultDict),
    .doc =
        "defaultdict(default_factory[, ...]) --> dict with default factory\n\n"
        "A dict where d[key] calls default_factory() for a key that is not "
        "there, and\n"
        "keeps the result; the other arguments are those of dict().\n",
    .methods = defdict_methods,
    .getsets = defdict_getsets,
    .repr = defdict_repr,
    .init = defdict_init,
};

static int collections_init(PyModule *m)
{
    if (type_ready(&deque_iterator_type) < 0 ||
        type_ready(&deque_reverse_iterator_type) < 0)
        return -1;
    return module_add_type(m, &deque_type) < 0
               ? -1
               : module_add_type(m, &defaultdict_type);
}

const NativeModule native_module__collections = {
    .name = "_collections",
    .doc = "deque and defaultdict.\n",
    .init = collections_init,
};
