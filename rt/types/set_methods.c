/* set and frozenset: type objects, methods, operators, iteration.
 *
 * Results are built by the same steps as CPython 2.7's, because the order of
 * insertion decides the order of iteration. */
#include "set.h"
#include "names.h"
#include "str.h"
#include "thread.h"

#include "methods_declare.h"
#include "set.def"
#include "set_iter.def"
#include "methods_end.h"

static NativeFn frozenset_copy_method;

static inline PySet *as_set(Value v)
{
    return (PySet *)v;
}

static bool is_mutable_set(Value v)
{
    return is_any_set(v) && type_is_subtype(type_of(v), &set_type);
}

/* A set of the same kind as self, subclasses included: CPython's
 * make_new_set. */
static PySet *new_like(PyType *type, Value iterable_or_null)
{
    PySet *s = set_new_of(type);

    if (iterable_or_null && set_update(s, iterable_or_null) < 0)
        return NULL;
    return s;
}

static Value copy_of(Value self)
{
    return (Value)new_like(type_of(self), self);
}

/* --- keys ------------------------------------------------------------------
 */

/* Runs f with key; an unhashable set as key counts as the frozenset of its
 * items. */
static int with_key(PySet *s, Value key, int (*f)(PySet *s, Value key))
{
    int r = f(s, key);
    PySet *frozen;

    if (r >= 0 || !is_pointer(key) || !is_mutable_set(key) ||
        !err_matches(&exc_TypeError))
        return r;
    err_clear();
    frozen = new_like(&frozenset_type, key);
    return frozen ? f(s, (Value)frozen) : -1;
}

static int set_has(Value self, Value key)
{
    return with_key(as_set(self), key, set_contains);
}

static Value set_contains_method(Value self, const Value *args, Py_ssize nargs)
{
    int r = set_has(self, args[0]);

    return r < 0 ? NULL : value_from_bool(r);
}

static Value set_add_method(Value self, const Value *args, Py_ssize nargs)
{
    return set_add(as_set(self), args[0]) < 0 ? NULL : NONE;
}

static Value set_discard_method(Value self, const Value *args, Py_ssize nargs)
{
    return with_key(as_set(self), args[0], set_discard) < 0 ? NULL : NONE;
}

static Value set_remove_method(Value self, const Value *args, Py_ssize nargs)
{
    int r = with_key(as_set(self), args[0], set_discard);

    return r < 0 ? NULL : r ? NONE : err_key(args[0]);
}

static Value set_pop_method(Value self, const Value *args, Py_ssize nargs)
{
    return set_pop(as_set(self));
}

static Value set_clear_method(Value self, const Value *args, Py_ssize nargs)
{
    set_clear(as_set(self));
    return NONE;
}

static Value set_copy_method(Value self, const Value *args, Py_ssize nargs)
{
    return copy_of(self);
}

static Value frozenset_copy_method(Value self, const Value *args,
                                   Py_ssize nargs)
{
    return type_of(self) == &frozenset_type ? self : copy_of(self);
}

static Value set_sizeof_method(Value self, const Value *args, Py_ssize nargs)
{
    int64_t mask = set_store(as_set(self))->mask;

    return value_from_int(200 + (mask > 7 ? (mask + 1) * 16 : 0));
}

static Value set_reduce_method(Value self, const Value *args, Py_ssize nargs)
{
    PyList *keys = op_list(self);
    PyDict *dict;

    if (!keys)
        return NULL;
    dict = instance_dict(self);
    if (!dict && err_pending())
        return NULL;
    return (Value)tuple_pack(3, (Value)type_of(self),
                             (Value)tuple_pack(1, (Value)keys),
                             dict ? (Value)dict : NONE);
}

/* --- one step --------------------------------------------------------------
 */

typedef Value SetOperation(Value a, Value b, CompareOp op);

enum { TRIES = 8 };

/* f on two sets as they are at one moment: what it found counts if neither
 * has changed; after some tries in vain it works on copies. */
static Value one_step(Value a, Value b, SetOperation *f, CompareOp op)
{
    PySet *ca, *cb;

    if (!rt_threaded || (!is_mutable_set(a) && !is_mutable_set(b)))
        return f(a, b, op);
    for (int i = 0; i < TRIES; i++) {
        SetState when_a = set_state(as_set(a)), when_b = set_state(as_set(b));
        Value result = f(a, b, op);

        if (!result || (set_unchanged(as_set(a), &when_a) &&
                        set_unchanged(as_set(b), &when_b)))
            return result;
    }
    ca = set_new_of(type_of(a));
    cb = set_new_of(type_of(b));
    if (!ca || !cb || set_copy_two(ca, as_set(a), cb, as_set(b)) < 0)
        return NULL;
    return f((Value)ca, (Value)cb, op);
}

/* --- union, update ----------------------------------------------------------
 */

static Value set_update_method(Value self, const Value *args, Py_ssize nargs)
{
    for (Py_ssize i = 0; i < nargs; i++)
        if (set_update(as_set(self), args[i]) < 0)
            return NULL;
    return NONE;
}

static Value add_to_copy(Value self, Value other, CompareOp op)
{
    Value result = copy_of(self);

    return result && (other == self || set_update(as_set(result), other) == 0)
               ? result
               : NULL;
}

static Value union_of(Value self, Value other)
{
    return is_any_set(other) ? one_step(self, other, add_to_copy, CMP_eq)
                             : add_to_copy(self, other, CMP_eq);
}

static Value set_union_method(Value self, const Value *args, Py_ssize nargs)
{
    Value result = nargs ? union_of(self, args[0]) : copy_of(self);

    for (Py_ssize i = 1; result && i < nargs; i++)
        if (args[i] != self && set_update(as_set(result), args[i]) < 0)
            return NULL;
    return result;
}

static Value set_or(Value a, Value b)
{
    if (!is_any_set(a) || !is_any_set(b))
        return NOT_IMPLEMENTED;
    return union_of(a, b);
}

static Value set_ior(Value a, Value b)
{
    if (!is_any_set(b))
        return NOT_IMPLEMENTED;
    return set_update(as_set(a), b) < 0 ? NULL : a;
}

/* --- intersection ------------------------------------------------------------
 */

typedef struct Both {
    PySet *in, *result;
} Both;

static int keep_common(Value key, void *p)
{
    Both *both = p;
    int64_t hash = hash_of(key);
    int r = hash == -1 ? -1 : set_contains_hash(both->in, key, hash);

    return r > 0 ? set_add_hash(both->result, key, hash) : r;
}

static Value intersection(Value self, Value other, CompareOp op)
{
    Both both = {as_set(self), set_new_of(type_of(self))};
    Py_ssize pos = 0;
    Value key;
    int64_t hash;

    if (self == other)
        return copy_of(self);
    if (!is_any_set(other))
        return op_iterate(other, keep_common, &both) < 0 ? NULL
                                                         : (Value)both.result;
    if (set_used(as_set(other)) > set_used(both.in)) {
        both.in = as_set(other);
        other = self;
    }
    if (set_pick(both.result, as_set(other), both.in, PICK_common, &pos) < 0)
        return NULL;
    while (set_next(as_set(other), &pos, &key, &hash)) {
        int r = set_contains_hash(both.in, key, hash);

        if (r < 0 || (r > 0 && set_add_hash(both.result, key, hash) < 0))
            return NULL;
    }
    return (Value)both.result;
}

static Value set_intersection_method(Value self, const Value *args,
                                     Py_ssize nargs)
{
    Value result = self;

    if (nargs == 0)
        return copy_of(self);
    for (Py_ssize i = 0; result && i < nargs; i++)
        result = is_any_set(args[i])
                     ? one_step(result, args[i], intersection, CMP_eq)
                     : intersection(result, args[i], CMP_eq);
    return result;
}

static Value set_intersection_update_method(Value self, const Value *args,
                                            Py_ssize nargs)
{
    SetState before;
    Value result;

    do {
        before = set_state(as_set(self));
        result = set_intersection_method(self, args, nargs);
        if (!result || result == self)
            return result ? NONE : NULL;
    } while (!set_replace(as_set(self), as_set(result), &before));
    return NONE;
}

static Value set_and(Value a, Value b)
{
    if (!is_any_set(a) || !is_any_set(b))
        return NOT_IMPLEMENTED;
    return one_step(a, b, intersection, CMP_eq);
}

static Value set_iand(Value a, Value b)
{
    if (!is_any_set(b))
        return NOT_IMPLEMENTED;
    return set_intersection_update_method(a, &b, 1) ? a : NULL;
}

static int found_in(Value key, void *s)
{
    int r = set_contains(s, key);

    return r > 0 ? 2 : r;
}

static Value disjoint(Value self, Value other, CompareOp op)
{
    Py_ssize pos = 0;
    Value key;
    int64_t hash;
    int r = 0;

    if (set_used(as_set(other)) > set_used(as_set(self))) {
        Value swap = self;

        self = other;
        other = swap;
    }
    while (r == 0 && set_next(as_set(other), &pos, &key, &hash))
        r = set_contains_hash(as_set(self), key, hash);
    return r < 0 ? NULL : value_from_bool(r == 0);
}

static Value set_isdisjoint_method(Value self, const Value *args,
                                   Py_ssize nargs)
{
    Value other = args[0];
    int r;

    if (self == other)
        return value_from_bool(set_used(as_set(self)) == 0);
    if (is_any_set(other))
        return one_step(self, other, disjoint, CMP_eq);
    r = op_iterate(other, found_in, self);
    return r < 0 ? NULL : value_from_bool(r == 0);
}

/* --- difference
 * --------------------------------------------------------------- */

static int discard_item(Value key, void *s)
{
    return set_discard(s, key) < 0 ? -1 : 0;
}

static int difference_update(Value self, Value other)
{
    PySet *s = as_set(self);

    if (self == other) {
        set_clear(s);
        return 0;
    }
    if (is_any_set(other)) {
        if (set_remove_all(s, as_set(other)) < 0)
            return -1;
    } else if (op_iterate(other, discard_item, s) < 0) {
        return -1;
    }
    return set_shrink(s);
}

static Value difference_of(Value self, Value other, CompareOp op)
{
    bool is_dict = is_exact_dict(other);
    PySet *result;
    Py_ssize pos = 0;
    Value key, value;
    int64_t hash;

    if (!is_any_set(other) && !is_dict) {
        Value copy = copy_of(self);

        return copy && difference_update(copy, other) == 0 ? copy : NULL;
    }
    result = set_new_of(type_of(self));
    if (!is_dict &&
        set_pick(result, as_set(self), as_set(other), PICK_missing, &pos) < 0)
        return NULL;
    while (set_next(as_set(self), &pos, &key, &hash)) {
        int r = is_dict ? dict_find_hash((PyDict *)other, key, hash, &value)
                        : set_contains_hash(as_set(other), key, hash);

        if (r < 0 || (r == 0 && set_add_hash(result, key, hash) < 0))
            return NULL;
    }
    return (Value)result;
}

static Value difference(Value self, Value other)
{
    return is_any_set(other) ? one_step(self, other, difference_of, CMP_eq)
                             : difference_of(self, other, CMP_eq);
}

static Value set_difference_method(Value self, const Value *args,
                                   Py_ssize nargs)
{
    Value result;

    if (nargs == 0)
        return copy_of(self);
    result = difference(self, args[0]);
    for (Py_ssize i = 1; result && i < nargs; i++)
        if (difference_update(result, args[i]) < 0)
            return NULL;
    return result;
}

static Value set_difference_update_method(Value self, const Value *args,
                                          Py_ssize nargs)
{
    for (Py_ssize i = 0; i < nargs; i++)
        if (difference_update(self, args[i]) < 0)
            return NULL;
    return NONE;
}

static Value set_sub(Value a, Value b)
{
    if (!is_any_set(a) || !is_any_set(b))
        return NOT_IMPLEMENTED;
    return difference(a, b);
}

static Value set_isub(Value a, Value b)
{
    if (!is_any_set(b))
        return NOT_IMPLEMENTED;
    return difference_update(a, b) < 0 ? NULL : a;
}

/* --- symmetric difference
 * ----------------------------------------------------- */

static int toggle(PySet *s, Value key, int64_t hash)
{
    int r = set_discard_hash(s, key, hash);

    return r == 0 ? set_add_hash(s, key, hash) : r < 0 ? -1 : 0;
}

static int symmetric_update(Value self, Value other)
{
    PySet *s = as_set(self), *from;
    Py_ssize pos = 0;
    Value key, value;
    int64_t hash;

    if (self == other) {
        set_clear(s);
        return 0;
    }
    if (is_exact_dict(other)) {
        while (dict_next_hash((PyDict *)other, &pos, &key, &value, &hash))
            if (toggle(s, key, hash) < 0)
                return -1;
        return 0;
    }
    from = is_any_set(other) ? as_set(other) : new_like(type_of(self), other);
    if (!from || set_pick(s, from, NULL, PICK_toggled, &pos) < 0)
        return -1;
    while (set_next(from, &pos, &key, &hash))
        if (toggle(s, key, hash) < 0)
            return -1;
    return 0;
}

static Value in_either(Value self, Value other, CompareOp op)
{
    Value result = (Value)new_like(type_of(self), other);

    return result && symmetric_update(result, self) == 0 ? result : NULL;
}

static Value symmetric_difference(Value self, Value other)
{
    return is_any_set(other) ? one_step(self, other, in_either, CMP_eq)
                             : in_either(self, other, CMP_eq);
}

static Value set_symmetric_difference_method(Value self, const Value *args,
                                             Py_ssize nargs)
{
    return symmetric_difference(self, args[0]);
}

static Value set_symmetric_difference_update_method(Value self,
                                                    const Value *args,
                                                    Py_ssize nargs)
{
    return symmetric_update(self, args[0]) < 0 ? NULL : NONE;
}

static Value set_xor(Value a, Value b)
{
    if (!is_any_set(a) || !is_any_set(b))
        return NOT_IMPLEMENTED;
    return symmetric_difference(a, b);
}

static Value set_ixor(Value a, Value b)
{
    if (!is_any_set(b))
        return NOT_IMPLEMENTED;
    return symmetric_update(a, b) < 0 ? NULL : a;
}

/* --- comparison -------------------------------------------------------------
 */

static int is_subset(PySet *a, PySet *b)
{
    Py_ssize pos = 0;
    Value key;
    int64_t hash;

    if (set_used(a) > set_used(b))
        return 0;
    while (set_next(a, &pos, &key, &hash)) {
        int r = set_contains_hash(b, key, hash);

        if (r <= 0)
            return r;
    }
    return 1;
}

static PySet *any_set_of(Value v)
{
    return is_any_set(v) ? as_set(v) : set_from(v);
}

static int64_t known_hash(PySet *s)
{
    return atomic_load_explicit(&s->hash, memory_order_relaxed);
}

static int sets_equal(PySet *a, PySet *b)
{
    int64_t ha = known_hash(a), hb = known_hash(b);

    if (set_used(a) != set_used(b) || (ha && hb && ha != hb))
        return 0;
    return is_subset(a, b);
}

static Value compare(Value av, Value bv, CompareOp op)
{
    PySet *a = as_set(av), *b = as_set(bv);
    int r;

    switch (op) {
    case CMP_eq:
    case CMP_ne:
        r = sets_equal(a, b);
        if (r >= 0 && op == CMP_ne)
            r = !r;
        break;
    case CMP_le:
        r = is_subset(a, b);
        break;
    case CMP_ge:
        r = is_subset(b, a);
        break;
    case CMP_lt:
        r = set_used(a) < set_used(b) ? is_subset(a, b) : 0;
        break;
    default:
        r = set_used(a) > set_used(b) ? is_subset(b, a) : 0;
    }
    return r < 0 ? NULL : value_from_bool(r);
}

static Value set_rich_compare(Value a, Value b, CompareOp op)
{
    return is_any_set(b) ? one_step(a, b, compare, op) : NOT_IMPLEMENTED;
}

static Value set_issubset_method(Value self, const Value *args, Py_ssize nargs)
{
    PySet *other = any_set_of(args[0]);

    return other ? one_step(self, (Value)other, compare, CMP_le) : NULL;
}

static Value set_issuperset_method(Value self, const Value *args,
                                   Py_ssize nargs)
{
    PySet *other = any_set_of(args[0]);

    return other ? one_step(self, (Value)other, compare, CMP_ge) : NULL;
}

static int set_compare(Value a, Value b)
{
    err_format(&exc_TypeError, "cannot compare sets using cmp()");
    return -2;
}

static int64_t frozenset_hash(Value self)
{
    PySet *s = as_set(self);
    uint64_t h = (uint64_t)known_hash(s);
    Py_ssize pos = 0;
    Value key;
    int64_t item;

    if (h)
        return (int64_t)h;
    h = 1927868237UL * ((uint64_t)set_used(s) + 1);
    while (set_next(s, &pos, &key, &item)) {
        uint64_t u = (uint64_t)item;

        h ^= (u ^ (u << 16) ^ 89869747UL) * 3644798167UL;
    }
    h = h * 69069U + 907133923UL;
    if (h == (uint64_t)-1)
        h = 590923713UL;
    atomic_store_explicit(&s->hash, (int64_t)h, memory_order_relaxed);
    return (int64_t)h;
}

/* --- repr, length, making
 * ------------------------------------------------------- */

static Value set_repr(Value self)
{
    int r = repr_enter(self);
    PyList *list;
    PyStr *s;

    if (r != 0)
        return r < 0 ? NULL
                     : (Value)str_format_c("%s(...)", type_name_of(self));
    list = op_list(self);
    s = list ? (PyStr *)op_repr((Value)list) : NULL;
    repr_leave(self);
    if (!s)
        return NULL;
    StrBuilder b = {0};
    const char *name = type_name_of(self);

    if (sb_add(&b, name, (int64_t)strlen(name)) < 0 || sb_putc(&b, '(') < 0 ||
        sb_add(&b, s->data, s->length) < 0 || sb_putc(&b, ')') < 0)
        return NULL;
    return (Value)sb_finish(&b);
}

static Py_ssize set_length(Value self)
{
    return set_used(as_set(self));
}

static int check_arguments(const char *keyword_name, const char *name,
                           Py_ssize nargs, PyTuple *kwnames)
{
    if (kwnames && keyword_name && tuple_length(kwnames) > 0) {
        err_format(&exc_TypeError, "%s does not take keyword arguments",
                   keyword_name);
        return -1;
    }
    if (nargs > 1) {
        err_format(&exc_TypeError, "%s expected at most 1 arguments, got %lld",
                   name, (long long)nargs);
        return -1;
    }
    return 0;
}

static Value set_make(PyType *type, const Value *args, Py_ssize nargs,
                      PyTuple *kwnames)
{
    return (Value)set_new_of(type);
}

static int set_init(Value self, const Value *args, Py_ssize nargs,
                    PyTuple *kwnames)
{
    if (check_arguments("set()", type_of(self)->name, nargs, kwnames) < 0)
        return -1;
    set_clear(as_set(self));
    return nargs ? set_update(as_set(self), args[0]) : 0;
}

/* The one empty frozenset. */
static Value empty_frozenset(void)
{
    static Value empty;
    Value v = word_load(&empty);

    if (!v) {
        v = (Value)set_new_of(&frozenset_type);
        word_store(&empty, v);
    }
    return v;
}

static Value frozenset_make(PyType *type, const Value *args, Py_ssize nargs,
                            PyTuple *kwnames)
{
    PySet *s;
    bool exact = type == &frozenset_type;

    if (exact && check_arguments("frozenset()", type->name, nargs, kwnames) < 0)
        return NULL;
    if (!exact && check_arguments(NULL, type->name, nargs, NULL) < 0)
        return NULL;
    if (exact && nargs == 0)
        return empty_frozenset();
    if (exact && type_of(args[0]) == &frozenset_type)
        return args[0];
    s = new_like(type, nargs ? args[0] : NULL);
    if (s && exact && set_used(s) == 0)
        return empty_frozenset();
    return (Value)s;
}

/* --- iteration
 * -------------------------------------------------------------------- */

typedef struct PySetIter {
    PyObject head;
    PySet *set; /* NULL: exhausted */
    int64_t used, position, left;
} PySetIter;

static Value set_iter(Value self)
{
    PySetIter *it = gc_new(&set_iterator_type, sizeof *it);

    it->set = as_set(self);
    it->used = it->left = set_used(as_set(self));
    return (Value)it;
}

static Value set_iter_next(Value self)
{
    PySetIter *it = (PySetIter *)self;
    PySet *s = it->set;
    Value key;
    int64_t hash;

    if (!s)
        return NULL;
    if (it->used != set_used(s)) {
        it->used = -1;
        return err_format(&exc_RuntimeError,
                          "Set changed size during iteration");
    }
    for (;;) {
        int64_t from = int_load(&it->position), pos = from;

        if (!set_next(s, &pos, &key, &hash))
            break;
        if (index_claim(&it->position, from, pos)) {
            it->left--;
            return key;
        }
    }
    it->set = NULL;
    return NULL;
}

static Value iter_self(Value self)
{
    return self;
}

static Value set_iter_length_hint(Value self, const Value *args, Py_ssize nargs)
{
    PySetIter *it = (PySetIter *)self;

    if (!it->set || it->used != set_used(it->set))
        return tag_int(0);
    return value_from_int(it->left);
}

static const NativeDef set_iter_methods[] = {
#include "methods_table.h"
#include "set_iter.def"
#include "methods_end.h"
    {0}};

PyType set_iterator_type = {
    .head.type = &type_type,
    .name = "setiterator",
    .base = &object_type,
    .flags = TYPE_NO_WEAKREF | TYPE_PLAIN_ITER,
    .basic_size = sizeof(PySetIter),
    .methods = set_iter_methods,
    .iter = iter_self,
    .next = set_iter_next,
};

static const NativeDef set_method_table[] = {
#include "methods_table.h"
#include "set.def"
#include "methods_end.h"
    {0}};

static const NativeDef frozenset_method_table[] = {
#include "methods_table.h"
#include "frozenset.def"
#include "methods_end.h"
    {0}};

PyType set_type = {
    .head.type = &type_type,
    .name = "set",
    .base = &object_type,
    .flags = TYPE_BASETYPE | TYPE_SET,
    .basic_size = sizeof(PySet),
    .doc = "set() -> new empty set object\n"
           "set(iterable) -> new set object\n\n"
           "The items of the iterable, equal ones once, in no order.",
    .methods = set_method_table,
    .repr = set_repr,
    .compare = set_compare,
    .rich_compare = set_rich_compare,
    .iter = set_iter,
    .new_instance = set_make,
    .init = set_init,
    .binary = {[BIN_sub] = set_sub,
               [BIN_and] = set_and,
               [BIN_xor] = set_xor,
               [BIN_or] = set_or},
    .inplace = {[BIN_sub] = set_isub,
                [BIN_and] = set_iand,
                [BIN_xor] = set_ixor,
                [BIN_or] = set_ior},
    .length = set_length,
    .contains = set_has,
};

PyType frozenset_type = {
    .head.type = &type_type,
    .name = "frozenset",
    .base = &object_type,
    .flags = TYPE_BASETYPE | TYPE_SET,
    .basic_size = sizeof(PySet),
    .doc = "frozenset() -> empty frozenset object\n"
           "frozenset(iterable) -> frozenset object\n\n"
           "A set that never changes, and so can be a key or an item of a set.",
    .methods = frozenset_method_table,
    .repr = set_repr,
    .hash = frozenset_hash,
    .compare = set_compare,
    .rich_compare = set_rich_compare,
    .iter = set_iter,
    .new_instance = frozenset_make,
    .binary = {[BIN_sub] = set_sub,
               [BIN_and] = set_and,
               [BIN_xor] = set_xor,
               [BIN_or] = set_or},
    .length = set_length,
    .contains = set_has,
};
