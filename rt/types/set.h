/* set and frozenset: CPython 2.7's open-addressed table of keys, readable
 * without a lock by the same argument as dict's (see dict.h): an entry's key
 * goes NULL -> key -> SET_DELETED -> key', its hash is stored first.  A lookup
 * needs nothing but the key; what wants its hash too checks the version. */
#ifndef RT_SET_H
#define RT_SET_H

#include "layout.h"
#include "dict.h"

typedef struct SetEntry {
    int64_t hash;
    Value key; /* NULL: never used; SET_DELETED */
} SetEntry;

typedef struct SetStore {
    int64_t mask;
    int64_t fill;
    uint64_t changes;         /* bumped at each insertion and removal */
    _Atomic uint64_t version; /* as dict's */
    SetEntry entries[];
} SetStore;

typedef struct PySet {
    PyObject head;
    SetStore *_Atomic store; /* never NULL */
    _Atomic int64_t used;
    _Atomic int64_t hash; /* frozenset: cached; 0: unknown */
} PySet;

#define SET_DELETED DICT_DELETED

PySet *set_new_of(PyType *t);
/* set(iterable); an empty set when NULL. */
PySet *set_from(Value iterable_or_null);
/* A set display's next item, or add(): -1 error. */
int set_add(PySet *s, Value key);
/* As dict_still. */
PySet *set_still(PySet *s);
PyList *set_as_list(PySet *s);
int set_contains(PySet *s, Value key); /* 1, 0, -1 */
int set_discard(PySet *s, Value key);  /* 1 was there, 0, -1 */
void set_clear(PySet *s);
/* The next key at or after *pos; false at the end. */
bool set_next(PySet *s, Py_ssize *pos, Value *key, int64_t *hash);

/* set_methods.c: the algebra on tables, shared with the methods. */
int set_add_hash(PySet *s, Value key, int64_t hash);
int set_contains_hash(PySet *s, Value key, int64_t hash);
int set_discard_hash(PySet *s, Value key, int64_t hash);
int set_update(PySet *s, Value iterable);
int set_merge(PySet *s, PySet *other);
Value set_pop(PySet *s); /* KeyError when empty */
/* Takes out what other has, in one step while == runs no Python code. */
int set_remove_all(PySet *s, PySet *other);
typedef enum SetPick { PICK_common, PICK_missing, PICK_toggled } SetPick;
/* While the process has one thread: adds the keys of `from`, at *pos and
 * behind, that are in `in` or missing there (toggled: adds those that result
 * lacks and takes out the others), and moves *pos up to the end or to the first
 * one for which Python code may have to run.  -1: MemoryError. */
int set_pick(PySet *result, PySet *from, PySet *in, SetPick pick,
             Py_ssize *pos);
/* A set's contents at some moment; set_replace gives s the contents of a set
 * that nobody else knows, unless s has changed since. */
typedef struct SetState {
    SetStore *store;
    uint64_t changes;
} SetState;
SetState set_state(PySet *s);
bool set_replace(PySet *s, PySet *with, const SetState *when);
bool set_unchanged(PySet *s, const SetState *when);
/* Fills two sets that nobody else knows with the keys of others, all of one
 * moment. */
int set_copy_two(PySet *to_a, PySet *a, PySet *to_b, PySet *b);
/* Removes deleted entries when they are more than a fifth. */
int set_shrink(PySet *s);

extern PyType set_iterator_type;

static inline bool is_any_set(Value v)
{
    return has_type_flag(v, TYPE_SET);
}

static inline SetStore *set_store(PySet *s)
{
    lock_stress();
    return atomic_load_explicit(&s->store, memory_order_acquire);
}

/* As dict_settle, dict_used. */
int64_t set_settle(PySet *s);

static inline int64_t set_used(PySet *s)
{
    int64_t n = atomic_load_explicit(&s->used, memory_order_acquire);

    return n >= 0 ? n : set_settle(s);
}

#endif
