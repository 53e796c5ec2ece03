/* dict: CPython 2.7's open-addressed table, readable without a lock.
 *
 * A dict points to a DictStore of fixed size; growing or clearing replaces
 * the store.  Probing, growth and the handling of deleted entries follow
 * CPython 2.7 exactly, so that iteration visits the same keys in the same
 * order.
 *
 * Readers take no lock.  An entry's key goes NULL -> key -> DICT_DELETED ->
 * key'; hash and value are stored before the key.  A reader that found its
 * key loads the value and then checks that store->version is what it was
 * before the search: it is bumped before a deleted entry is used again, so an
 * unchanged version means that key and value belong together.
 * Writers hold head.lock.  Keys are compared under it only when that runs no
 * Python code; otherwise they are compared before it is taken, and
 * store->changes tells whether the result still holds.
 *
 * A change of several keys that is one step for others (update) makes the
 * version odd while it goes on; lookups that see that wait for the lock.  A
 * lookup that began before and misses has its moment before the change.
 * `used` is the complement of the number of keys while it is being changed, so
 * that len() and lookups of one thread agree: len() then waits.
 *
 * The value of an entry may be `slot address | 4`: an indirection to a slot
 * of an instance or a module (see instance.h).  */
#ifndef RT_DICT_H
#define RT_DICT_H

#include "layout.h"
#include "instance.h"
#include "str.h"
#include "word.h"

typedef struct DictEntry {
    int64_t hash;
    Value key;   /* NULL: never used; DICT_DELETED */
    Value value; /* NULL unless the key is a real one */
} DictEntry;

typedef struct DictStore {
    int64_t mask; /* number of entries - 1 */
    int64_t fill; /* entries whose key is not NULL */
    /* Raised by 2 before a deleted entry's reuse; odd: see above. */
    _Atomic uint64_t version;
    uint64_t changes; /* bumped at each insertion and deletion */
    DictEntry entries[];
} DictStore;

struct PyDict {
    PyObject head;
    DictStore *_Atomic store; /* never NULL */
    _Atomic int64_t used;
    /* A view of an object's slots: new keys which slots has go there.  base
     * is the instance, or the module's slot array. */
    SlotMap *slots; /* NULL: an ordinary dict */
    char *base;
};

extern PyObject dict_deleted_object;
#define DICT_DELETED ((Value)(&dict_deleted_object))

/* Makes a new dict (also of a subclass: t) present the slots of base. */
void dict_set_owner(PyDict *d, SlotMap *slots, void *base);
/* Lists key, whose value lives in *slot, as d's newest key; the slot holds
 * its value already or is about to.  No effect if key is listed.  NULL slots
 * count as missing keys.  -1: MemoryError. */
int dict_bind_slot(PyDict *d, PyStr *key, Value *slot);
/* The slot that an entry refers to, or NULL. */
Value *dict_slot_of(PyDict *d, PyStr *key);
/* From now on key's value lives in *slot, which the caller keeps alive; false
 * if there is no such key. */
bool dict_move_to_slot(PyDict *d, PyStr *key, Value *slot);
/* Turns a view into an ordinary dict that keeps the values it shows. */
void dict_detach(PyDict *d);
/* Takes the key out without touching the slot or raising. */
void dict_unbind_slot(PyDict *d, PyStr *key);
/* The same where the slot that it is in is not set. */
void dict_forget_empty_slot(PyDict *d, PyStr *key);

PyDict *dict_new_of(PyType *t);
/* As a display with n keys makes it: {k: v, ...} has room from the start. */
PyDict *dict_new_presized(Py_ssize n);
PyDict *dict_copy(PyDict *d);
/* d as it is at one moment, its keys in the same order: for a loop that other
 * threads are to let alone.  While there are none, d itself. */
PyDict *dict_still(PyDict *d);
/* 1 found, 0 missing, -1 error; hash is op_hash(key). */
int dict_find_hash(PyDict *d, Value key, int64_t hash, Value *value);
int dict_find(PyDict *d, Value key, Value *value);
int dict_contains(PyDict *d, Value key);
int dict_set_hash(PyDict *d, Value key, int64_t hash, Value value);
/* The value of key, set to `value` first when missing; NULL: error. */
Value dict_setdefault(PyDict *d, Value key, Value value);
/* Whether both are equal at one moment; -3: a comparison may run Python code.
 */
int dict_equal_plain(PyDict *a, PyDict *b);
/* Deletes; 1 done, 0 missing, -1 error.  *value gets what was there. */
int dict_take(PyDict *d, Value key, Value *value);
void dict_clear(PyDict *d);
/* Makes room as CPython does for n more keys / for more than min_used. */
int dict_reserve(PyDict *d, int64_t n);
int dict_resize(PyDict *d, int64_t min_used);
Value dict_popitem(PyDict *d);
/* update() with a dict or any mapping having keys(); sequences of pairs. */
int dict_merge(PyDict *d, Value other, bool override);
int dict_merge_pairs(PyDict *d, Value pairs);
/* dict's getitem slot: __missing__ for subclasses, KeyError. */
Value dict_subscript(Value self, Value key);
/* The items for a loop that takes them apart. */
Value dict_pairs(PyDict *d);
/* dict_next with the key's hash. */
bool dict_next_hash(PyDict *d, Py_ssize *pos, Value *key, Value *value,
                    int64_t *hash);
PyList *dict_keys(PyDict *d);
PyList *dict_values(PyDict *d);
PyList *dict_items(PyDict *d);
/* KeyError with key as its only argument, tuples included; returns NULL. */
void *err_key(Value key);
Value dict_get_str_slow(PyDict *d, PyStr *key);

extern PyType dict_keyiterator_type, dict_valueiterator_type,
    dict_itemiterator_type, dict_keys_type, dict_values_type, dict_items_type;

/* Iterator over a dict's keys, values or items. */
typedef struct PyDictIter {
    PyObject head;
    PyDict *dict; /* NULL: exhausted */
    int64_t used; /* when it began; -1 after the RuntimeError */
    int64_t position;
    int64_t left;
} PyDictIter;

Value dict_iter_new(PyType *type, PyDict *d);
/* What a fresh dict iterator or a view yields, all of one moment; NULL
 * without an exception: v is neither. */
PyList *dict_iter_rest_or_null(Value v);

static inline bool is_exact_dict(Value v)
{
    return is_pointer(v) && as_object(v)->type == &dict_type;
}

static inline bool is_slot_ref(Value w)
{
    return ((uintptr_t)w & 7) == 4;
}

/* The value that an entry's word stands for; NULL: none. */
static inline Value dict_word_value(Value w)
{
    Value v = w;

    if (is_slot_ref(w)) {
        v = word_load((Value *)((uintptr_t)w - 4));
        if (v)
            text_settle(v);
    }
    return v;
}

static inline DictStore *dict_store(PyDict *d)
{
    lock_stress();
    return atomic_load_explicit(&d->store, memory_order_acquire);
}

/* Waits until no change is half done; the number of keys then. */
int64_t dict_settle(PyDict *d);

/* Not for who holds the lock. */
static inline int64_t dict_used(PyDict *d)
{
    int64_t n = atomic_load_explicit(&d->used, memory_order_acquire);

    return n >= 0 ? n : dict_settle(d);
}

/* op_hash with the common keys inline. */
static inline int64_t hash_of(Value key)
{
    if (is_tagged_int(key)) {
        int64_t i = tagged_int_value(key);

        return i == -1 ? -2 : i;
    }
    if (is_pointer(key) && as_object(key)->type == &str_type) {
        int64_t h =
            atomic_load_explicit(&((PyStr *)key)->hash, memory_order_relaxed);
        if (h)
            return h;
    }
    return op_hash(key);
}

/* d[key] for an exact str; NULL, nothing raised: missing. */
static inline Value dict_get_str(PyDict *d, PyStr *key)
{
    int64_t hash = atomic_load_explicit(&key->hash, memory_order_relaxed);
    DictStore *s = dict_store(d);
    uint64_t version = atomic_load_explicit(&s->version, memory_order_acquire);
    DictEntry *e = &s->entries[hash & s->mask];
    Value v;

    if (word_load(&e->key) != (Value)key || hash == 0 || version & 1)
        return dict_get_str_slow(d, key);
    v = dict_word_value(word_load(&e->value));
    if (atomic_load_explicit(&s->version, memory_order_acquire) != version)
        return dict_get_str_slow(d, key);
    return v;
}

/* The next entry at or after *pos of an exact dict; false at the end. */
static inline bool dict_step(PyDict *d, Py_ssize *pos, Value *key, Value *value)
{
    int64_t hash;

    return dict_next_hash(d, pos, key, value, &hash);
}

#endif
