/* Inline caches of compiled attribute accesses.
 *
 * A site has words {type version, slot offset} for the commonest case, an
 * attribute that lives in a slot of the instance: one that compiled code
 * tests, and `more` for the other classes of a polymorphic site.  A chain of
 * immutable entries is for everything else; where one tells all that a method
 * call must know, it is found by the last bits of the version as well.  Type
 * versions are never reused and change with every change of the class or its
 * bases, so a matching version proves that the class lookup would give the same
 * answer again; what an instance may add of its own (a set slot, a dict) is
 * tested each time.
 *
 * All words are read and written with single atomic accesses; entries are
 * published with release stores and never change, so a stale entry is only a
 * miss or an answer that was right when the load began. */
#ifndef RT_ATTRCACHE_H
#define RT_ATTRCACHE_H

#include "object.h"

typedef enum AttrKind {
    ATTR_slot,     /* instance slot, class value (or NULL) behind it */
    ATTR_constant, /* class value that binds to nothing */
    ATTR_method,   /* function or C method of the class */
    ATTR_property, /* value is the getter */
    ATTR_item,     /* the same, and it gets item `offset` of a tuple */
    ATTR_getset,   /* value is the descriptor, which has a C getter */
    ATTR_module,   /* object is the module, value the address of the slot */
    ATTR_class,    /* object is the class, value its attribute */
    ATTR_unbound,  /* object is the class, value an unbound method to call */
} AttrKind;

typedef struct AttrEntry {
    uint32_t version; /* of the object's type (old-style: class) */
    uint32_t kind;
    uint32_t offset;         /* slot that shadows the class value; 0: none;
                              * ATTR_item: index */
    uint32_t object_version; /* ATTR_class: the class's own version */
    Value object;
    Value value;
    const struct AttrEntry *next; /* other classes seen at this site */
    uint32_t depth;
    uint32_t method_version; /* version, if a call needs nothing more: the
                                class's method, no slot or C dict in front */
    bool check_dict;         /* the instance's dict pointer must be NULL */
    bool in_cell;  /* value is the address of the class value's cell */
    bool own_cell; /* ATTR_class: the cell is the class's own, not a base's */
} AttrEntry;

enum { MORE_SLOTS = 4, ATTR_WAYS = 4 };

typedef struct AttrCache {
    _Atomic uint64_t slot; /* version << 32 | offset */
    _Atomic(const AttrEntry *) entry;
    _Atomic uint64_t more[MORE_SLOTS]; /* the same as slot */
    /* By version: an entry for what only the class has: a method, a constant,
     * a C getter. */
    _Atomic(const AttrEntry *) way[ATTR_WAYS];
} AttrCache;

/* The one key that an operator.itemgetter gets, NULL: v is none or gets
 * several.  Set by the module operator, without which there are none. */
extern Value (*attr_itemgetter_key)(Value v);

Value attr_load_slow(Value obj, PyStr *name, AttrCache *c);
int attr_store_slow(Value obj, PyStr *name, Value v, AttrCache *c);
bool method_load_slow(Value obj, PyStr *name, AttrCache *c, Value *callee,
                      Value *self_or_null);

/* What a call of obj.name calls with obj, if that only takes a look at the
 * class: no code of the program runs.  NULL: it takes more. */
Value method_known_or_null(Value obj, PyStr *name, AttrCache *c);

static inline Value *slot_at(Value obj, uint64_t offset)
{
    return (Value *)((char *)obj + offset);
}

/* The slot's address if the site's cached class is obj's, else NULL. */
static inline Value *attr_cached_slot(Value obj, AttrCache *c)
{
    uint64_t key = atomic_load_explicit(&c->slot, memory_order_relaxed);

    if (!is_pointer(obj) ||
        atomic_load_explicit(&as_object(obj)->type->version,
                             memory_order_relaxed) != key >> 32)
        return NULL;
    return slot_at(obj, (uint32_t)key);
}

/* obj.name; NULL with exception. */
static inline Value attr_load(Value obj, PyStr *name, AttrCache *c)
{
    Value *slot = attr_cached_slot(obj, c);

    if (slot) {
        Value v = __atomic_load_n(slot, __ATOMIC_RELAXED);

        if (v)
            return v;
    }
    return attr_load_slow(obj, name, c);
}

/* obj.name = v (not NULL); -1 with exception. */
static inline int attr_store(Value obj, PyStr *name, Value v, AttrCache *c)
{
    Value *slot = attr_cached_slot(obj, c);

    if (slot && (!(as_object(obj)->flags & OBJ_HAS_DICT) ||
                 __atomic_load_n(slot, __ATOMIC_RELAXED))) {
        __atomic_store_n(slot, v, __ATOMIC_RELEASE);
        return 0;
    }
    return attr_store_slow(obj, name, v, c);
}

/* For obj.name(...): what to call, and the first argument to pass before the
 * others (NULL: none).  No bound method is made for plain functions and C
 * methods of the class.  false with exception. */
static inline bool method_load(Value obj, PyStr *name, AttrCache *c,
                               Value *callee, Value *self_or_null)
{
    const AttrEntry *e;
    uint32_t version;

    if (is_pointer(obj)) {
        version = atomic_load_explicit(&as_object(obj)->type->version,
                                       memory_order_relaxed);
        e = atomic_load_explicit(&c->way[version % ATTR_WAYS],
                                 memory_order_acquire);
        if (e && version == e->method_version &&
            !(as_object(obj)->flags & OBJ_HAS_DICT)) {
            *callee = e->value;
            *self_or_null = obj;
            return true;
        }
    }
    return method_load_slow(obj, name, c, callee, self_or_null);
}

/* The cell that holds the value of a name in the dict of a module in C, and
 * NULL while the name is deleted; it is never freed.  NULL: no such name. */
Value *module_cell(PyDict *d, PyStr *name);

#endif
