/* Type objects: finding names along the MRO, versions, readiness.
 *
 * A version number stands for one state of a type and all its bases.  The
 * lookup cache and the inline caches of compiled code are keyed by it, so a
 * change needs no search for caches: it gives the type and its subtypes new
 * numbers.  A reader takes the version first and looks up second; what it
 * then enters under a number that has become old is never found again. */
#include "type.h"

#include "shape.h"

#include "attrname.h"
#include "dict.h"
#include "gc_weak.h"
#include "list.h"

#include <stdlib.h>

/* --- versions ---------------------------------------------------------------
 */

static _Atomic uint32_t next_version = 1;

/* VERSION_NONE once the numbers are used up. */
uint32_t version_new(void)
{
    uint32_t v = atomic_load_explicit(&next_version, memory_order_relaxed);

    do {
        if (v == VERSION_NONE)
            return VERSION_NONE;
    } while (!atomic_compare_exchange_weak(&next_version, &v, v + 1));
    return v;
}

static void set_version(PyType *t)
{
    if (t->version != VERSION_NONE)
        atomic_store_explicit(&t->version, version_new(), memory_order_release);
}

/* --- weak lists of classes
 * ---------------------------------------------------- */

/* A list of atomic boxes, each with a weak link to a class. */
typedef struct ClassBox {
    uintptr_t hidden;
} ClassBox;

static ClassBox *box_at(Value list, Py_ssize i)
{
    PyTuple *item = (PyTuple *)list_item_or_null((PyList *)list, i);

    return (ClassBox *)item->items[0];
}

/* The last box whose class is gone, or -1. */
static Py_ssize find_hole(Value list)
{
    Py_ssize i = list_length((PyList *)list);

    while (--i >= 0 && gc_weak_get(&box_at(list, i)->hidden))
        ;
    return i;
}

/* REQUIRES the lock of the class that the list belongs to. */
void class_list_add(Value *list, Value cls)
{
    ClassBox *b = gc_bytes(sizeof *b);
    Value item = (Value)tuple_pack(1, (Value)b);
    Py_ssize hole;

    gc_weak_link(&b->hidden, cls);
    if (!*list)
        *list = (Value)list_new(0);
    hole = find_hole(*list);
    if (hole < 0)
        list_append((PyList *)*list, item);
    else
        list_set_index((PyList *)*list, hole, item);
}

PyList *class_list_items(Value list)
{
    PyList *out = list_new(0);
    Py_ssize n = list ? list_length((PyList *)list) : 0;

    for (Py_ssize i = 0; i < n; i++) {
        void *cls = gc_weak_get(&box_at(list, i)->hidden);

        if (cls)
            list_append(out, (Value)cls);
    }
    return out;
}

void class_list_remove(Value list, Value cls)
{
    Py_ssize n = list ? list_length((PyList *)list) : 0;

    for (Py_ssize i = 0; i < n; i++) {
        ClassBox *b = box_at(list, i);

        if (gc_weak_get(&b->hidden) == cls)
            gc_weak_unlink(&b->hidden);
    }
}

/* --- changes
 * -------------------------------------------------------------------- */

void type_for_subtypes(PyType *t, void (*fn)(PyType *))
{
    PyList *subs;

    fn(t);
    if (!t->subclasses)
        return;
    subs = class_list_items(t->subclasses);
    for (Py_ssize i = 0, n = list_length(subs); i < n; i++)
        type_for_subtypes((PyType *)list_item_or_null(subs, i), fn);
}

void type_touch(PyType *t)
{
    type_for_subtypes(t, set_version);
    type_shape_changed(t);
}

static void refresh(PyType *t)
{
    set_version(t);
    if (t->flags & TYPE_HEAP)
        type_update_slots(t);
}

void type_modified(PyType *t)
{
    type_for_subtypes(t, refresh);
    type_shape_changed(t);
}

void type_name_changed(PyType *t, PyStr *name)
{
    if (is_slot_name(name) || name == NAME(dunder_del))
        type_modified(t);
    else
        type_touch(t);
}

/* --- lookup
 * ---------------------------------------------------------------------- */

typedef struct LookupEntry {
    uint32_t version;
    PyStr *name;
    Value value; /* NULL: the name is not there */
    Value *cell; /* the value is in here, or NULL */
} LookupEntry;

enum { LOOKUP_BITS = 13 };

static _Atomic(const LookupEntry *) lookup_cache[1 << LOOKUP_BITS];

static inline _Atomic(const LookupEntry *) *lookup_place(uint32_t version,
                                                         PyStr *name)
{
    uint64_t h = (uintptr_t)name / 16 * 0x9E3779B97F4A7C15u +
                 version * 0xD6E8FEB86659FD93u;

    return &lookup_cache[h >> (64 - LOOKUP_BITS)];
}

static PyDict *dict_of_class(Value c)
{
    return is_type(c) ? ((PyType *)c)->dict : ((PyClassObj *)c)->dict;
}

/* The first dict of the MRO that has name. */
static Value find_in_mro(PyType *t, PyStr *name, PyDict **where)
{
    PyTuple *mro = t->mro;

    /* A metaclass's mro() may look at the class that is being made. */
    if (!mro)
        return NULL;
    for (Py_ssize i = 0; i < mro->length; i++) {
        PyDict *d = dict_of_class(mro->items[i]);
        Value v = dict_get_str_or_null(d, name);

        if (v) {
            *where = d;
            return v;
        }
    }
    return NULL;
}

Value type_lookup_uncached(PyType *t, PyStr *name)
{
    PyDict *where;

    return find_in_mro(t, name, &where);
}

Value *type_lookup_cell(PyType *t, PyStr *name)
{
    PyDict *where;

    return find_in_mro(t, name, &where) ? dict_slot_of(where, name) : NULL;
}

bool lookup_cached(uint32_t version, PyStr *name, Value *value)
{
    const LookupEntry *e =
        atomic_load_explicit(lookup_place(version, name), memory_order_acquire);

    if (!e || e->version != version || e->name != name)
        return false;
    *value = e->cell ? word_load(e->cell) : e->value;
    return !e->cell || *value;
}

void lookup_remember(uint32_t version, PyStr *name, Value value, Value *cell)
{
    LookupEntry *e;

    if (version == VERSION_NONE || version == 0 ||
        !(name->head.flags & OBJ_INTERNED))
        return;
    e = (LookupEntry *)gc_array(sizeof *e / sizeof(Value));
    e->version = version;
    e->name = name;
    e->value = value;
    e->cell = cell;
    atomic_store_explicit(lookup_place(version, name), e, memory_order_release);
}

Value type_lookup_or_null(PyType *t, PyStr *name)
{
    uint32_t version = atomic_load_explicit(&t->version, memory_order_acquire);
    PyDict *where;
    Value v;

    if (lookup_cached(version, name, &v))
        return v;
    v = find_in_mro(t, name, &where);
    lookup_remember(version, name, v, v ? dict_slot_of(where, name) : NULL);
    return v;
}

/* --- attributes that are assigned again
 * ----------------------------------------- A counter or flag kept in a class
 * would make all caches of the class useless at each assignment.  So a name
 * that is assigned a second time moves to a cell, to which the dict entry
 * refers and which caches remember; assigning then changes no version.  This
 * holds as long as old and new value are no descriptors, since what an access
 * does depends on that. */

typedef struct AttrCell {
    Value value; /* first: the dict's entry points here */
    struct AttrCell *next;
} AttrCell;

static bool is_plain(Value v)
{
    PyType *t = type_of(v);

    return !t->descr_get && !t->descr_set;
}

static bool is_special(PyStr *name)
{
    return (name->length > 2 && name->data[0] == '_' && name->data[1] == '_') ||
           name == NAME(next);
}

static void make_cell(PyDict *d, Value *cells, PyStr *name)
{
    AttrCell *c = (AttrCell *)gc_array(sizeof *c / sizeof(Value));

    c->next = (AttrCell *)*cells;
    *cells = (Value)c;
    dict_move_to_slot(d, name, &c->value);
}

int class_dict_assign(PyDict *d, Value *cells, PyStr *name, Value v)
{
    Value old = dict_get_str_or_null(d, name);
    Value *cell;

    if (!old || is_special(name) || !is_plain(old) || !is_plain(v))
        return dict_set_str(d, name, v) < 0 ? -1 : 1;
    cell = dict_slot_of(d, name);
    if (cell) {
        word_store(cell, v);
        return 0;
    }
    make_cell(d, cells, name);
    return dict_set_str(d, name, v) < 0 ? -1 : 1;
}

bool type_is_subtype(PyType *a, PyType *b)
{
    PyTuple *mro;

    if (a == b)
        return true;
    mro = a->mro;
    if (!mro)
        return b == &object_type;
    for (Py_ssize i = 0; i < mro->length; i++)
        if (mro->items[i] == (Value)b)
            return true;
    return false;
}

/* --- readiness of static types
 * --------------------------------------------------- */

/* Flags that a subtype has because its base has them. */
enum {
    INHERITED_FLAGS = TYPE_INT | TYPE_LONG | TYPE_FLOAT | TYPE_STR |
                      TYPE_UNICODE | TYPE_TUPLE | TYPE_LIST | TYPE_DICT |
                      TYPE_EXCEPTION | TYPE_TYPE | TYPE_SET | TYPE_HAS_DICT |
                      TYPE_HAS_DEL | TYPE_VAR_SIZE
};

static bool defines(PyType *t, PyStr *name)
{
    return dict_get_str_or_null(t->dict, name) != NULL;
}

/* hash, compare and rich_compare are inherited together or not at all: a type
 * with its own equality must say how it hashes. */
static void inherit_comparison(PyType *t, PyType *base)
{
    if (!t->compare && !t->rich_compare && !t->hash &&
        !defines(t, NAME(dunder_eq)) && !defines(t, NAME(dunder_cmp))) {
        t->compare = base->compare;
        t->rich_compare = base->rich_compare;
        t->hash = base->hash;
    }
}

/* Copies the slots that t lacks from base. */
static void inherit_slots(PyType *t, PyType *base)
{
    bool plain_object = base == &object_type && !(t->flags & TYPE_HEAP);
    size_t first = offsetof(PyType, repr);

    inherit_comparison(t, base);
    for (size_t at = first; at < sizeof(PyType); at += sizeof(void *)) {
        void **slot = type_slot(t, (uint32_t)at);

        if (at == offsetof(PyType, hash) || at == offsetof(PyType, compare) ||
            at == offsetof(PyType, rich_compare))
            continue;
        if (at == offsetof(PyType, new_instance) && plain_object)
            continue;
        if (!*slot)
            *slot = *type_slot(base, (uint32_t)at);
    }
}

static bool in_types_init; /* core types say nothing about weak references */

int type_init_layout(PyType *t)
{
    PyType *base = t->base;

    if (base) {
        t->flags |= base->flags & INHERITED_FLAGS;
        if (!t->basic_size)
            t->basic_size = base->basic_size;
        if (!t->item_size)
            t->item_size = base->item_size;
        if (!t->dict_offset)
            t->dict_offset = base->dict_offset;
    }
    if (!t->basic_size)
        t->basic_size = sizeof(PyObject);
    if (t->dict_offset)
        t->flags |= TYPE_HAS_DICT;
    if (in_types_init)
        t->flags |= TYPE_NO_WEAKREF;
    if (t->flags & (TYPE_STR | TYPE_UNICODE | TYPE_TUPLE | TYPE_LONG))
        t->flags |= TYPE_VAR_SIZE;
    /* What CPython shows as __itemsize__. */
    if (!t->item_size)
        t->item_size = t->flags & TYPE_TUPLE  ? 8
                       : t->flags & TYPE_LONG ? 4
                       : t->flags & TYPE_STR  ? 1
                                              : 0;
    t->instance_size = (t->basic_size + 7) & ~7u;
    return 0;
}

static int add_doc(PyType *t)
{
    if (dict_get_str_or_null(t->dict, NAME(dunder_doc)))
        return 0;
    return dict_set_str(t->dict, NAME(dunder_doc),
                        t->doc ? (Value)str_from_c(t->doc) : NONE);
}

static int fill_dict(PyType *t)
{
    t->dict = dict_new();
    if (!t->dict || type_add_wrappers(t) < 0 || type_add_methods(t) < 0 ||
        type_add_getsets(t) < 0)
        return -1;
    return add_doc(t);
}

static void inherit_all(PyType *t)
{
    for (Py_ssize i = 1; i < t->mro->length; i++)
        if (is_type(t->mro->items[i]))
            inherit_slots(t, (PyType *)t->mro->items[i]);
}

/* Static types whose own equality has no hash are unhashable. */
static int settle_hash(PyType *t)
{
    if (t->hash && t->hash != hash_not_implemented)
        return 0;
    t->hash = hash_not_implemented;
    return dict_set_str(t->dict, NAME(dunder_hash), NONE);
}

static int set_bases(PyType *t)
{
    if (t == &object_type)
        t->bases = tuple_new(0);
    else if (!t->bases)
        t->bases = tuple_pack(1, (Value)t->base);
    return t->bases ? 0 : -1;
}

/* Types of CPython 2.7 that are no numbers at all coerce what they meet. */
static bool has_number_slots(const PyType *t)
{
    for (int op = 0; op < BIN_COUNT; op++)
        if (t->binary[op])
            return true;
    return t->power != NULL;
}

int type_ready(PyType *t)
{
    if (t->flags & TYPE_READY)
        return 0;
    if (!t->head.type)
        t->head.type = &type_type;
    if (!t->base && t != &object_type)
        t->base = &object_type;
    if (t->base && type_ready(t->base) < 0)
        return -1;
    type_init_layout(t);
    if (set_bases(t) < 0 || fill_dict(t) < 0 || mro_compute(t) < 0)
        return -1;
    inherit_all(t);
    if (!has_number_slots(t))
        t->flags |= TYPE_OLD_NUMBER;
    if (settle_hash(t) < 0)
        return -1;
    for (Py_ssize i = 0; i < t->bases->length; i++)
        class_list_add(&((PyType *)t->bases->items[i])->subclasses, (Value)t);
    /* The classes of old-style instances differ behind one type. */
    t->version = t == &instance_type ? VERSION_NONE : version_new();
    t->flags |= TYPE_READY;
    return 0;
}

static int ready_or_die(PyType *t)
{
    if (type_ready(t) == 0)
        return 0;
    abort();
}

/* Types of CPython 2.7 whose instances can be weakly referenced. */
static void mark_weak_referenceable(void)
{
    PyType *const types[] = {
        &set_type,      &frozenset_type,       &type_type, &function_type,
        &classobj_type, &instance_method_type, &code_type, &file_type,
        &instance_type, &generator_type};

    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        types[i]->flags &= ~(uint32_t)TYPE_NO_WEAKREF;
}

void types_init(void)
{
    slots_init();
    in_types_init = true;
#define X(name) ready_or_die(&name##_type);
    STATIC_TYPES(X)
#undef X
#define EXCEPTION(name, base, layout, doc) ready_or_die(&exc_##name);
#include "exceptions.def"
    in_types_init = false;
    mark_weak_referenceable();
}
