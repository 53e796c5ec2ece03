/* _weakref: references that the collector does not follow.
 *
 * Each referent has a record of its references, found through a table by
 * address; record and table are memory the collector does not scan, and the
 * words in them are weak links (gc_weak.h).  When the referent dies its
 * finaliser takes the record out and calls the callbacks of the references
 * still alive.
 *
 * Lock order: table_lock, then libgc's own. */
#define GC_THREADS
#define GC_NO_THREAD_REDIRECTS
#include <gc/gc.h>

#include "dict.h"
#include "errors.h"
#include "gc_weak.h"
#include "instance.h"
#include "iterators.h"
#include "module.h"
#include "names.h"
#include "number.h"
#include "weakref.h"

#include "methods_declare.h"
#include "weakref.def"
#include "weakref_proxy.def"
#include "methods_end.h"

typedef struct Record {
    uintptr_t hidden; /* the referent; 0: it is dead */
    uintptr_t *refs;  /* hidden references, 0: dead or empty */
    int32_t count, capacity;
    bool noticed;        /* not only by what the referent made for itself */
    struct Record *next; /* in the same bucket */
} Record;

static struct {
    Lock lock;
    Record **buckets;
    uint64_t mask, used;
} table;

Value weakref_get(PyWeakref *r)
{
    return gc_weak_get(&r->hidden);
}

/* --- records
 * ------------------------------------------------------------------- */

static Record **bucket_of(void *object)
{
    uintptr_t h = (uintptr_t)object >> 4;

    return &table.buckets[(h ^ h >> 12) & table.mask];
}

static void *plain_memory(size_t size)
{
    void *p = GC_malloc_atomic_uncollectable(size);

    return p ? memset(p, 0, size) : NULL;
}

static void grow_table(void)
{
    Record **old = table.buckets;
    uint64_t n = old ? table.mask + 1 : 0;

    table.mask = n ? n * 2 - 1 : 63;
    table.buckets = plain_memory((table.mask + 1) * sizeof *table.buckets);
    for (uint64_t i = 0; i < n; i++) {
        for (Record *r = old[i], *next; r; r = next) {
            Record **b = bucket_of((void *)~r->hidden);

            next = r->next;
            r->next = *b;
            *b = r;
        }
    }
    GC_free(old);
}

static Record *find_record(void *object)
{
    Record *r = table.buckets ? *bucket_of(object) : NULL;

    while (r && r->hidden != gc_weak_word(object))
        r = r->next;
    return r;
}

static Record *take_record(void *object)
{
    Record **p = table.buckets ? bucket_of(object) : NULL, *r;

    while (p && *p && (*p)->hidden != gc_weak_word(object))
        p = &(*p)->next;
    r = p ? *p : NULL;
    if (r) {
        *p = r->next;
        table.used--;
    }
    return r;
}

static Record *add_record(void *object)
{
    Record *r = plain_memory(sizeof *r), **b;

    if (table.used >= table.mask || !table.buckets)
        grow_table();
    /* No link: the finaliser takes the record out by this address. */
    r->hidden = gc_weak_word(object);
    b = bucket_of(object);
    r->next = *b;
    *b = r;
    table.used++;
    return r;
}

static int32_t count_alive(const Record *r)
{
    int32_t n = 0;

    for (int32_t i = 0; i < r->count; i++)
        n += r->refs[i] != 0;
    return n;
}

/* Makes room by leaving out the dead; twice as much if most are alive. */
static void grow_record(Record *r)
{
    int32_t alive = count_alive(r), n = 0;
    int32_t capacity = alive < r->capacity / 2 ? r->capacity : 2 * (alive + 1);
    uintptr_t *old = r->refs;
    uintptr_t *refs = plain_memory(capacity * sizeof *refs);

    for (int32_t i = 0; i < r->count; i++) {
        void *ref = gc_weak_get(&old[i]);

        if (!ref)
            continue;
        gc_weak_unlink(&old[i]);
        gc_weak_link(&refs[n++], ref);
    }
    r->refs = refs;
    r->capacity = capacity;
    r->count = n;
    GC_free(old);
}

/* --- death
 * ------------------------------------------------------------------------ */

static void call_callback(PyWeakref *ref)
{
    Value callback = ref->callback, arg = (Value)ref;

    ref->callback = NULL;
    if (callback && !op_call(callback, &arg, 1, NULL))
        err_write_unraisable(callback);
}

/* The references were cleared by the collector already; but an object that
 * had become reachable only through finalisation may still show. */
static void referent_died(PyObject *object)
{
    Value type, value, tb;
    Record *r;

    lock_acquire(&table.lock);
    r = take_record(object);
    lock_release(&table.lock);
    if (!r)
        return;
    err_fetch(&type, &value, &tb);
    for (int32_t i = r->count - 1; i >= 0; i--) {
        PyWeakref *ref = gc_weak_get(&r->refs[i]);

        if (!ref)
            continue;
        gc_weak_unlink(&r->refs[i]);
        ref->hidden = 0;
        call_callback(ref);
    }
    err_restore(type, value, tb);
    GC_free(r->refs);
    GC_free(r);
}

/* The collector has cleared the references of an object that stays. */
static void referent_stays(PyObject *object)
{
    Record *r;

    lock_acquire(&table.lock);
    r = find_record(object);
    for (int32_t i = 0; r && i < r->count; i++) {
        PyWeakref *ref = gc_weak_get(&r->refs[i]);

        if (ref && !ref->hidden)
            gc_weak_link(&ref->hidden, object);
    }
    lock_release(&table.lock);
}

/* --- making references
 * ---------------------------------------------------------------- */

static bool may_refer_to(Value v)
{
    static PyType *const without[] = {
        &int_type,     &long_type,      &bool_type,
        &float_type,   &complex_type,   &str_type,
        &unicode_type, &tuple_type,     &list_type,
        &dict_type,    &none_type,      &slice_type,
        &xrange_type,  &bytearray_type, &object_type,
        &module_type,  &cell_type,      &native_function_type};
    PyType *t = type_of(v);

    if (!is_pointer(v) || (t->flags & TYPE_NO_WEAKREF))
        return false;
    if (t->flags & TYPE_HEAP)
        return true;
    for (size_t i = 0; i < sizeof without / sizeof *without; i++)
        if (t == without[i])
            return false;
    return !(t->flags & TYPE_EXCEPTION);
}

/* A reference of this exact type without callback that exists already. */
static PyWeakref *existing_locked(Record *r, PyType *type)
{
    for (int32_t i = 0; i < r->count; i++) {
        PyWeakref *ref = gc_weak_get(&r->refs[i]);

        if (ref && ref->head.type == type && !ref->callback)
            return ref;
    }
    return NULL;
}

/* With a second finaliser once somebody notices: it finds nothing to do. */
static Record *record_locked(PyObject *object, bool noticed)
{
    Record *r = find_record(object);
    bool is_new = !r;

    if (is_new) {
        r = add_record(object);
        __atomic_fetch_or(&object->flags, OBJ_HAS_WEAKREFS, __ATOMIC_RELAXED);
    }
    if ((is_new || (noticed && !r->noticed)) && GC_base(object))
        gc_on_weak_death(object, referent_died, referent_stays, noticed);
    r->noticed |= noticed;
    return r;
}

static Value enter_locked(PyWeakref *ref, Value object, bool share,
                          bool noticed)
{
    Record *r = record_locked(as_object(object), noticed);
    PyWeakref *old;

    old = share ? existing_locked(r, ref->head.type) : NULL;
    if (old)
        return (Value)old;
    if (r->count == r->capacity)
        grow_record(r);
    gc_weak_link(&r->refs[r->count++], ref);
    gc_weak_link(&ref->hidden, object);
    return (Value)ref;
}

static Value make_reference(PyType *type, Value object, Value callback,
                            bool noticed)
{
    PyWeakref *ref;
    Value v;

    if (!may_refer_to(object))
        return err_format(&exc_TypeError,
                          "cannot create weak reference to '%s' object",
                          type_name_of(object));
    if (callback == NONE)
        callback = NULL;
    ref = type->flags & TYPE_HEAP ? instance_new(type)
                                  : gc_new(type, sizeof *ref);
    ref->callback = callback;
    ref->hash = -1;
    lock_acquire(&table.lock);
    v = enter_locked(ref, object, !callback && !(type->flags & TYPE_HEAP),
                     noticed);
    lock_release(&table.lock);
    return v;
}

Value weakref_new(Value object, Value callback)
{
    return make_reference(&weakref_ref_type, object, callback, true);
}

/* --- weakref.ref
 * -------------------------------------------------------------------------- */

static PyWeakref *ref_of(Value v)
{
    return (PyWeakref *)v;
}

static Value ref_new(PyType *type, const Value *args, Py_ssize nargs,
                     PyTuple *kwnames)
{
    if (nargs < 1 || (nargs > 2 && !(type->flags & TYPE_HEAP)))
        return err_format(
            &exc_TypeError, "__new__ expected at %s %d arguments, got %ld",
            nargs < 1 ? "least" : "most", nargs < 1 ? 1 : 2, (long)nargs);
    return make_reference(type, args[0], nargs > 1 ? args[1] : NULL, true);
}

static int ref_init(Value self, const Value *args, Py_ssize nargs,
                    PyTuple *kwnames)
{
    if (kwnames && kwnames->length > 0 && type_of(self) == &weakref_ref_type) {
        err_format(&exc_TypeError, "ref() does not take keyword arguments");
        return -1;
    }
    if (nargs >= 1 && nargs <= 2)
        return 0;
    err_format(&exc_TypeError, "__init__ expected at %s %d arguments, got %ld",
               nargs < 1 ? "least" : "most", nargs < 1 ? 1 : 2, (long)nargs);
    return -1;
}

static Value ref_call(Value self, const Value *args, Py_ssize nargs,
                      PyTuple *kwnames)
{
    Value v;

    if (nargs > 0 || (kwnames && kwnames->length > 0))
        return err_format(&exc_TypeError,
                          "__call__() takes exactly 0 arguments (%ld given)",
                          (long)nargs);
    v = weakref_get(ref_of(self));
    return v ? v : NONE;
}

static int64_t ref_hash(Value self)
{
    PyWeakref *r = ref_of(self);
    Value v;

    if (r->hash != -1)
        return r->hash;
    v = weakref_get(r);
    if (!v) {
        err_format(&exc_TypeError, "weak object has gone away");
        return -1;
    }
    return r->hash = op_hash(v);
}

static Value ref_compare(Value a, Value b, CompareOp op)
{
    Value x, y;

    if ((op != CMP_eq && op != CMP_ne) ||
        !type_is_subtype(type_of(a), &weakref_ref_type) ||
        !type_is_subtype(type_of(b), &weakref_ref_type))
        return NOT_IMPLEMENTED;
    x = weakref_get(ref_of(a));
    y = weakref_get(ref_of(b));
    if (!x || !y)
        return value_from_bool((a == b) == (op == CMP_eq));
    return op_compare(op, x, y);
}

static Value ref_repr(Value self)
{
    Value v = weakref_get(ref_of(self)), name;

    if (!v)
        return (Value)str_format_c("<weakref at %p; dead>", (void *)self);
    name = op_getattr_or_null(v, NAME(dunder_name));
    if (!name || !has_type_flag(name, TYPE_STR)) {
        err_clear();
        return (Value)str_format_c("<weakref at %p; to '%.50s' at %p>",
                                   (void *)self, type_name_of(v), (void *)v);
    }
    return (Value)str_format_c("<weakref at %p; to '%.50s' at %p (%s)>",
                               (void *)self, type_name_of(v), (void *)v,
                               str_data((PyStr *)name));
}

PyType weakref_ref_type = {.head.type = &type_type,
                           .name = "weakref",
                           .base = &object_type,
                           .flags = TYPE_BASETYPE | TYPE_NO_WEAKREF,
                           .basic_size = sizeof(PyWeakref),
                           .repr = ref_repr,
                           .hash = ref_hash,
                           .call = ref_call,
                           .rich_compare = ref_compare,
                           .new_instance = ref_new,
                           .init = ref_init};

/* --- proxies
 * ------------------------------------------------------------------------------------
 */

static bool is_proxy(Value v)
{
    PyType *t = type_of(v);

    return t == &weakref_proxy_type || t == &weakref_callable_type;
}

/* The referent of a proxy, other values as they are; ReferenceError. */
static Value target(Value v)
{
    if (!is_proxy(v))
        return v;
    v = weakref_get(ref_of(v));
    if (v)
        return v;
    return err_format(&exc_ReferenceError,
                      "weakly-referenced object no longer exists");
}

static Value proxy_repr(Value self)
{
    Value v = weakref_get(ref_of(self));

    return (Value)str_format_c("<weakproxy at %p to %.100s at %p>",
                               (void *)self, v ? type_name_of(v) : "NoneType",
                               (void *)(v ? v : NONE));
}

static Value proxy_str(Value self)
{
    Value v = target(self);

    return v ? op_str(v) : NULL;
}

static Value proxy_unicode(Value self, const Value *args, Py_ssize nargs)
{
    Value v = target(self);

    return v ? op_unicode(v) : NULL;
}

static Value proxy_getattr(Value self, PyStr *name)
{
    Value v = target(self);

    return v ? op_getattr(v, name) : NULL;
}

static int proxy_setattr(Value self, PyStr *name, Value value)
{
    Value v = target(self);

    return v ? op_setattr(v, name, value) : -1;
}

static Value proxy_compare(Value a, Value b, CompareOp op)
{
    a = target(a);
    b = a ? target(b) : NULL;
    return b ? op_compare(op, a, b) : NULL;
}

static int proxy_three_way(Value a, Value b)
{
    int r;

    a = target(a);
    b = a ? target(b) : NULL;
    return !b || op_cmp(a, b, &r) < 0 ? -2 : r;
}

static Value proxy_call(Value self, const Value *args, Py_ssize nargs,
                        PyTuple *kwnames)
{
    Value v = target(self);

    return v ? op_call(v, args, nargs, kwnames) : NULL;
}

static Value proxy_iter(Value self)
{
    Value v = target(self);

    return v ? op_iter(v) : NULL;
}

static Value proxy_next(Value self)
{
    Value v = target(self);

    return v ? op_next(v) : NULL;
}

static int proxy_nonzero(Value self)
{
    Value v = target(self);

    return v ? op_is_true(v) : -1;
}

static Py_ssize proxy_length(Value self)
{
    Value v = target(self);

    return v ? op_length(v) : -1;
}

static Value proxy_getitem(Value self, Value key)
{
    Value v = target(self);

    return v ? op_getitem(v, key) : NULL;
}

static int proxy_setitem(Value self, Value key, Value value)
{
    Value v = target(self);

    return v ? op_setitem(v, key, value) : -1;
}

static Value proxy_getslice(Value self, Py_ssize i, Py_ssize j)
{
    Value v = target(self);

    return v ? op_getslice(v, value_from_int(i), value_from_int(j)) : NULL;
}

static int proxy_setslice(Value self, Py_ssize i, Py_ssize j, Value value)
{
    Value v = target(self);

    return v ? op_setslice(v, value_from_int(i), value_from_int(j), value) : -1;
}

static int proxy_contains(Value self, Value item)
{
    Value v = target(self);

    return v ? op_contains(v, item) : -1;
}

#define X(name, sign)                                                          \
    static Value proxy_##name(Value a, Value b)                                \
    {                                                                          \
        a = target(a);                                                         \
        b = a ? target(b) : NULL;                                              \
        return b ? op_binary(BIN_##name, a, b) : NULL;                         \
    }                                                                          \
    static Value proxy_inplace_##name(Value a, Value b)                        \
    {                                                                          \
        a = target(a);                                                         \
        b = a ? target(b) : NULL;                                              \
        return b ? op_inplace(BIN_##name, a, b) : NULL;                        \
    }
BINARY_OPS(X)
#undef X

#define UNARY_OPS(X) X(neg) X(pos) X(invert) X(abs)
#define X(name)                                                                \
    static Value proxy_##name(Value self)                                      \
    {                                                                          \
        Value v = target(self);                                                \
        return v ? op_unary(UN_##name, v) : NULL;                              \
    }
UNARY_OPS(X)
#undef X

/* Conversions that call the type. */
#define CONVERSION(name, type)                                                 \
    static Value proxy_##name(Value self)                                      \
    {                                                                          \
        Value v = target(self);                                                \
        return v ? op_call((Value)(&type), &v, 1, NULL) : NULL;                \
    }
CONVERSION(to_int, int_type)
CONVERSION(to_long, long_type)
CONVERSION(to_float, float_type)

static Value proxy_index(Value self)
{
    Value v = target(self);

    return v ? num_index(v) : NULL;
}

static Value proxy_power(Value a, Value b, Value mod)
{
    a = target(a);
    b = a ? target(b) : NULL;
    mod = b ? target(mod) : NULL;
    return mod ? op_power(a, b, mod) : NULL;
}

static const NativeDef proxy_methods[] = {
#include "methods_table.h"
#include "weakref_proxy.def"
#include "methods_end.h"
    {0}};

/* Both types but for the call slot. */
#define PROXY_SLOTS                                                            \
    .head.type = &type_type, .base = &object_type, .flags = TYPE_NO_WEAKREF,   \
    .basic_size = sizeof(PyWeakref), .methods = proxy_methods,                 \
    .repr = proxy_repr, .str = proxy_str, .getattr = proxy_getattr,            \
    .setattr = proxy_setattr, .rich_compare = proxy_compare,                   \
    .compare = proxy_three_way, .iter = proxy_iter, .next = proxy_next,        \
    .nonzero = proxy_nonzero, .length = proxy_length,                          \
    .getitem = proxy_getitem, .setitem = proxy_setitem,                        \
    .getslice = proxy_getslice, .setslice = proxy_setslice,                    \
    .contains = proxy_contains, .power = proxy_power, .to_int = proxy_to_int,  \
    .to_long = proxy_to_long, .to_float = proxy_to_float, .index = proxy_index
#define X(name, sign) [BIN_##name] = proxy_##name,
#define PROXY_BINARY .binary = {BINARY_OPS(X)}
#define Y(name) [UN_##name] = proxy_##name,
#define PROXY_UNARY .unary = {UNARY_OPS(Y)}

PyType weakref_proxy_type = {
    .name = "weakproxy", PROXY_SLOTS, PROXY_BINARY, PROXY_UNARY};
PyType weakref_callable_type = {.name = "weakcallableproxy",
                                PROXY_SLOTS,
                                PROXY_BINARY,
                                PROXY_UNARY,
                                .call = proxy_call};
#undef X
#undef Y

/* In-place operators and unhashability are entered here: a second table of
 * thirteen rows in the initialisers above would not fit their macro. */
static void finish_proxy(PyType *t)
{
#define X(name, sign) t->inplace[BIN_##name] = proxy_inplace_##name;
    BINARY_OPS(X)
#undef X
}

/* --- the module's functions
 * ------------------------------------------------------------------------- */

static Value weakref_make_proxy(Value self, const Value *args, Py_ssize nargs)
{
    PyType *t = value_is_callable(args[0]) ? &weakref_callable_type
                                           : &weakref_proxy_type;

    return make_reference(t, args[0], nargs > 1 ? args[1] : NULL, true);
}

/* CPython's order: the reference and the proxy that all who ask without
 * callback get, then the others, the latest first. */
static int rank(const PyWeakref *r)
{
    if (r->callback)
        return 2;
    return r->head.type == &weakref_ref_type ? 0
           : r->head.type == &weakref_proxy_type ||
                   r->head.type == &weakref_callable_type
               ? 1
               : 2;
}

/* The references alive, in the order they were made.  REQUIRES no lock. */
static PyTuple *all_references(Value object)
{
    PyTuple *found = NULL;
    int64_t n = 0;
    int32_t count = 0;
    Record *r;

    do {
        found = tuple_new(count);
        lock_acquire(&table.lock);
        r = is_pointer(object) ? find_record(object) : NULL;
        count = r ? r->count : 0;
        for (int32_t i = 0; i < count && count <= found->length; i++) {
            Value ref = gc_weak_get(&r->refs[i]);

            if (ref)
                found->items[n++] = ref;
        }
        lock_release(&table.lock);
    } while (count > found->length);
    return found;
}

static PyList *references(Value object)
{
    PyTuple *all = all_references(object);
    PyList *list = list_new(0);

    for (int wanted = 0; wanted < 3; wanted++)
        for (int64_t i = all->length; i-- > 0;) {
            Value ref = all->items[i];

            if (ref && rank((PyWeakref *)ref) == wanted &&
                list_append(list, ref) < 0)
                return NULL;
        }
    return list;
}

/* Replaces the weak definition beside the __weakref__ descriptor. */
Value weakref_list_head(Value v)
{
    PyList *refs = references(v);

    if (!refs)
        return NULL;
    return list_length(refs) ? list_item_or_null(refs, 0) : NONE;
}

static Value weakref_count(Value self, const Value *args, Py_ssize nargs)
{
    PyList *list = references(args[0]);

    return list ? value_from_int(list_length(list)) : NULL;
}

static Value weakref_list(Value self, const Value *args, Py_ssize nargs)
{
    return (Value)references(args[0]);
}

/* ref() for those who do not mind when the object dies: nobody looks for it. */
static Value weakref_own(Value self, const Value *args, Py_ssize nargs)
{
    return make_reference(&weakref_ref_type, args[0],
                          nargs > 1 ? args[1] : NULL, false);
}

/* Deletes d[key] if it is a reference to something dead. */
static Value weakref_remove_dead(Value self, const Value *args, Py_ssize nargs)
{
    Value v;
    int found;

    if (!has_type_flag(args[0], TYPE_DICT))
        return err_format(&exc_TypeError,
                          "_remove_dead_weakref() argument 1 must be dict, "
                          "not %.50s",
                          type_name_of(args[0]));
    found = dict_find((PyDict *)args[0], args[1], &v);
    if (found <= 0)
        return found < 0 ? NULL : NONE;
    if (!type_is_subtype(type_of(v), &weakref_ref_type))
        return err_format(&exc_TypeError, "not a weakref");
    if (weakref_get(ref_of(v)))
        return NONE;
    return dict_take((PyDict *)args[0], args[1], &v) < 0 ? NULL : NONE;
}

static const NativeDef weakref_functions[] = {
#include "methods_table.h"
#include "weakref.def"
#include "methods_end.h"
    {0}};

static int weakref_init(PyModule *m)
{
    finish_proxy(&weakref_proxy_type);
    finish_proxy(&weakref_callable_type);
    if (type_ready(&weakref_ref_type) < 0 ||
        type_ready(&weakref_proxy_type) < 0 ||
        type_ready(&weakref_callable_type) < 0)
        return -1;
    return module_add(m, "ref", (Value)&weakref_ref_type) < 0 ||
                   module_add(m, "ReferenceType", (Value)&weakref_ref_type) <
                       0 ||
                   module_add(m, "ProxyType", (Value)&weakref_proxy_type) < 0 ||
                   module_add(m, "CallableProxyType",
                              (Value)&weakref_callable_type) < 0
               ? -1
               : 0;
}

const NativeModule native_module__weakref = {
    .name = "_weakref",
    .doc =
        "What module weakref is made of: references that keep nothing alive.",
    .functions = weakref_functions,
    .init = weakref_init};
