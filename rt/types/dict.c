/* dict: the table (see dict.h and table.h).  Methods are in dict_methods.c,
 * views and iterators in dict_views.c. */
#include "dict.h"
#include "iterators.h"
#include "list.h"
#include "tuple.h"
#include "str.h"
#include "thread.h"

#define FEW 5 /* keys that the smallest store holds */

PyObject dict_deleted_object = {.type = &object_type};

typedef PyDict Table;
typedef DictStore Store;
typedef DictEntry Entry;

#define TABLE_DELETED DICT_DELETED
#define table_store dict_store

static inline void entry_copy(DictEntry *to, const DictEntry *e)
{
    int_store(&to->hash, e->hash);
    word_store(&to->value, e->value);
    word_store(&to->key, e->key);
}

/* The hash of what id() gave is an address, which the collector would find.
 * One that popitem() could take for its finger stays. */
static void forget_hash(const DictStore *s, DictEntry *e)
{
    if (e->hash > s->mask)
        int_store(&e->hash, 0);
}

/* The first store is as old as the dict: what it has had would live on. */
static void wipe_first_store(PyDict *d, DictStore *s)
{
    if (s != (DictStore *)(d + 1))
        return;
    for (int64_t i = 0; i <= s->mask; i++) {
        word_store(&s->entries[i].value, NULL);
        if (s->entries[i].key)
            word_store(&s->entries[i].key, DICT_DELETED);
        forget_hash(s, &s->entries[i]);
    }
}

/* Other threads may still look for keys in it. */
static inline void table_left(PyDict *d, DictStore *s)
{
    if (!rt_threaded)
        wipe_first_store(d, s);
}

#include "table.h"

int64_t dict_settle(PyDict *d)
{
    return table_settle(d);
}

void *err_key(Value key)
{
    return err_set(&exc_KeyError, key);
}

/* Flat tuples; the first item that could be equal in Python's eyes only, or
 * holds items itself, ends the comparison undecided. */
int same_tuple(PyTuple *a, PyTuple *b)
{
    if (a->length != b->length)
        return SAME_no;
    for (int64_t i = 0; i < a->length; i++) {
        int same = same_simple(a->items[i], b->items[i]);

        if (same != SAME_yes)
            return same;
    }
    return SAME_yes;
}

/* A number for each kind of builtin values that equals no other kind; 0: any
 * other type.  Text is one: str and unicode may be equal, or warn. */
static int kind_of(PyType *t)
{
    if (t == &str_type || t == &unicode_type)
        return 1;
    if (t == &tuple_type)
        return 2;
    if (t == &none_type)
        return 3;
    return t == &int_type || t == &bool_type || t == &float_type ||
                   t == &long_type
               ? 4
               : 0;
}

static int same_to_depth(Value a, Value b, int depth)
{
    int same = same_simple(a, b);
    PyType *t = type_of(a), *u = type_of(b);
    PyTuple *x = (PyTuple *)a, *y = (PyTuple *)b;

    if (same != SAME_ask)
        return same;
    if (kind_of(t) == 4 && kind_of(u) == 4)
        return op_compare_bool(CMP_eq, a, b) ? SAME_yes : SAME_no;
    if (t != u)
        return kind_of(t) && kind_of(u) && kind_of(t) != kind_of(u) ? SAME_no
                                                                    : SAME_ask;
    if (t != &tuple_type || depth == 0)
        return SAME_ask;
    if (x->length != y->length)
        return SAME_no;
    for (int64_t i = 0; i < x->length; i++) {
        same = same_to_depth(x->items[i], y->items[i], depth - 1);
        if (same != SAME_yes)
            return same;
    }
    return SAME_yes;
}

int same_plain(Value a, Value b)
{
    return same_to_depth(a, b, 8);
}

/* --- searching --------------------------------------------------------- */

static inline int find_hash(PyDict *d, Value key, int64_t hash, Value *value)
{
    for (;;) {
        DictStore *s = dict_store(d);
        uint64_t version =
            atomic_load_explicit(&s->version, memory_order_acquire);
        Probe p;
        int r;

        if (version & 1) {
            dict_settle(d);
            continue;
        }
        r = probe(s, key, hash, &p);
        if (r == PROBE_ask)
            r = probe_ask(d, s, key, hash, &p);
        if (r == 2)
            continue;
        if (r != PROBE_found)
            return r;
        *value = dict_word_value(word_load(&p.entry->value));
        if (atomic_load_explicit(&s->version, memory_order_acquire) == version)
            return *value != NULL;
    }
}

int dict_find_hash(PyDict *d, Value key, int64_t hash, Value *value)
{
    return find_hash(d, key, hash, value);
}

/* The search for a str or small int, which hardly ever meets another key of
 * its hash.  1 found, 0 missing, -1: search at length. */
static inline int find_simple(PyDict *d, Value key, int64_t hash, Value *value)
{
    DictStore *s = dict_store(d);
    uint64_t version = atomic_load_explicit(&s->version, memory_order_acquire);
    Probe p = {.index = (size_t)hash, .perturb = (size_t)hash};

    for (; !(version & 1); probe_skip(&p)) {
        DictEntry *e = &s->entries[p.index & (size_t)s->mask];
        Value k = word_load(&e->key);

        if (k == NULL)
            return 0;
        if (k != key && (k == DICT_DELETED || int_load(&e->hash) != hash))
            continue;
        if (k != key && !same_str(k, key))
            return -1;
        *value = dict_word_value(word_load(&e->value));
        return atomic_load_explicit(&s->version, memory_order_acquire) ==
                       version
                   ? *value != NULL
                   : -1;
    }
    return -1;
}

int dict_find(PyDict *d, Value key, Value *value)
{
    int64_t hash = hash_of(key);

    if (is_tagged_int(key) ||
        (is_pointer(key) && as_object(key)->type == &str_type)) {
        int found = find_simple(d, key, hash, value);

        if (found >= 0)
            return found;
    }
    return hash == -1 ? -1 : find_hash(d, key, hash, value);
}

int dict_contains(PyDict *d, Value key)
{
    Value v;

    return dict_find(d, key, &v);
}

Value dict_get_or_null(PyDict *d, Value key)
{
    Value v;

    return dict_find(d, key, &v) == 1 ? v : NULL;
}

Value dict_get_str_slow(PyDict *d, PyStr *key)
{
    Value v;
    int64_t hash = hash_of((Value)key);
    int r;

    if (!err_pending()) {
        r = dict_find_hash(d, (Value)key, hash, &v);
        if (r < 0)
            err_clear();
    } else {
        Value type, value, tb;

        err_fetch(&type, &value, &tb);
        r = dict_find_hash(d, (Value)key, hash, &v);
        err_restore(type, value, tb);
    }
    return r == 1 ? v : NULL;
}

Value dict_get_str_or_null(PyDict *d, PyStr *key)
{
    return dict_get_str(d, key);
}

/* --- comparing ----------------------------------------------------------- */

static int equal_plain_locked(PyDict *a, PyDict *b) REQUIRES(a->head.lock)
    REQUIRES(b->head.lock)
{
    DictStore *s = dict_store(a), *t = dict_store(b);
    Probe p;

    for (int64_t i = 0; i <= s->mask; i++) {
        DictEntry *e = &s->entries[i];
        Value x = e->value ? dict_word_value(e->value) : NULL, y = NULL;
        int r;

        if (!x)
            continue;
        r = probe(t, e->key, e->hash, &p);
        if (r == PROBE_found)
            y = dict_word_value(word_load(&p.entry->value));
        if (r == PROBE_ask)
            return -3;
        r = y ? same_plain(x, y) : SAME_no;
        if (r != SAME_yes)
            return r == SAME_no ? 0 : -3;
    }
    return 1;
}

int dict_equal_plain(PyDict *a, PyDict *b) NO_LOCK_ANALYSIS
{
    int r;

    lock_two(&a->head.lock, &b->head.lock);
    r = used_locked(a) == used_locked(b) ? equal_plain_locked(a, b) : 0;
    unlock_two(&a->head.lock, &b->head.lock);
    return r;
}

/* --- writing ------------------------------------------------------------- */

/* The slot that an owned dict keeps key's value in, or NULL. */
static Value *owner_slot(PyDict *d, Value key)
{
    PyStr *name = (PyStr *)key;
    int i;

    if (!d->slots || !is_pointer(key) || name->head.type != &str_type)
        return NULL;
    if (!(name->head.flags & OBJ_INTERNED))
        name = str_intern_value(name);
    i = slot_map_find(d->slots, name);
    return i < 0 ? NULL : (Value *)(d->base + d->slots->first_offset) + i;
}

static inline void set_value_locked(DictEntry *e, Value value)
{
    if (is_slot_ref(e->value))
        word_store((Value *)((uintptr_t)e->value - 4), value);
    else
        word_store(&e->value, value);
}

/* As fill_entry_locked, for a key that may belong to a slot. */
static int insert_locked(PyDict *d, DictEntry *e, Value key, int64_t hash,
                         Value value) REQUIRES(d->head.lock)
{
    Value *slot = owner_slot(d, key);

    if (slot) {
        word_store(slot, value);
        value = (Value)((uintptr_t)slot | 4);
    }
    return fill_entry_locked(d, e, &(DictEntry){hash, key, value});
}

int dict_set_hash(PyDict *d, Value key, int64_t hash,
                  Value value) NO_LOCK_ANALYSIS
{
    Probe p;
    int r = find_and_lock(d, key, hash, &p);

    if (r < 0)
        return -1;
    if (r == PROBE_found) {
        set_value_locked(p.entry, value);
        r = 0;
    } else {
        r = insert_locked(d, p.entry, key, hash, value);
    }
    lock_release(&d->head.lock);
    return r;
}

int dict_set(PyDict *d, Value key, Value value)
{
    int64_t hash = hash_of(key);

    return hash == -1 ? -1 : dict_set_hash(d, key, hash, value);
}

int dict_set_str(PyDict *d, PyStr *key, Value value)
{
    return dict_set_hash(d, (Value)key, hash_of((Value)key), value);
}

Value dict_setdefault(PyDict *d, Value key, Value value) NO_LOCK_ANALYSIS
{
    int64_t hash = hash_of(key);
    Probe p;
    Value v;
    int r;

    if (hash == -1 || (r = find_and_lock(d, key, hash, &p)) < 0)
        return NULL;
    v = r == PROBE_found ? dict_word_value(p.entry->value) : NULL;
    if (v) {
        lock_release(&d->head.lock);
        return v;
    }
    if (r == PROBE_found) {
        set_value_locked(p.entry, value);
        r = 0;
    } else {
        r = insert_locked(d, p.entry, key, hash, value);
    }
    lock_release(&d->head.lock);
    return r < 0 ? NULL : value;
}

/* Takes entry e out; returns the value it had. */
static Value remove_locked(PyDict *d, DictEntry *e) REQUIRES(d->head.lock)
{
    Value v = dict_word_value(e->value);
    int64_t used = used_locked(d) - 1;

    begin_change_locked(d);
    if (is_slot_ref(e->value))
        word_store((Value *)((uintptr_t)e->value - 4), NULL);
    dict_store(d)->changes++;
    word_store(&e->value, NULL);
    word_store(&e->key, DICT_DELETED);
    forget_hash(dict_store(d), e);
    end_change_locked(d, used);
    return v;
}

int dict_take(PyDict *d, Value key, Value *value) NO_LOCK_ANALYSIS
{
    int64_t hash = hash_of(key);
    Probe p;
    int r;

    if (hash == -1 || (r = find_and_lock(d, key, hash, &p)) < 0)
        return -1;
    *value = r == PROBE_found ? remove_locked(d, p.entry) : NULL;
    lock_release(&d->head.lock);
    return *value != NULL;
}

int dict_delete(PyDict *d, Value key)
{
    Value v;
    int r = dict_take(d, key, &v);

    if (r == 0)
        err_key(key);
    return r == 1 ? 0 : -1;
}

void dict_clear(PyDict *d)
{
    lock_acquire(&d->head.lock);
    DictStore *s = dict_store(d);

    begin_change_locked(d);
    if (d->slots)
        for (int64_t i = 0; i <= s->mask; i++)
            if (is_slot_ref(s->entries[i].value))
                word_store((Value *)((uintptr_t)s->entries[i].value - 4), NULL);
    if (s != empty_store())
        s->changes++;
    atomic_store_explicit(&d->store, empty_store(), memory_order_release);
    wipe_first_store(d, s);
    end_change_locked(d, 0);
    lock_release(&d->head.lock);
}

/* popitem() looks from where the last one ended: CPython keeps that finger
 * in the hash of the unused entry 0. */
Value dict_popitem(PyDict *d)
{
    Value key = NULL, value = NULL;

    lock_acquire(&d->head.lock);
    if (used_locked(d) > 0) {
        DictStore *s = dict_store(d);
        int64_t i = 0;

        if (!s->entries[0].value) {
            i = s->entries[0].hash;
            if (i > s->mask || i < 1)
                i = 1;
            while (!s->entries[i].value)
                i = i == s->mask ? 1 : i + 1;
        }
        key = s->entries[i].key;
        value = remove_locked(d, &s->entries[i]);
        int_store(&s->entries[0].hash, i + 1);
    }
    lock_release(&d->head.lock);
    if (!key)
        return err_set(&exc_KeyError,
                       (Value)str_from_c("popitem(): dictionary is empty"));
    return (Value)tuple_pack(2, key, value ? value : NONE);
}

/* --- views of slots --------------------------------------------------------
 */

void dict_set_owner(PyDict *d, SlotMap *slots, void *base)
{
    d->slots = slots;
    d->base = base;
}

int dict_bind_slot(PyDict *d, PyStr *key, Value *slot) NO_LOCK_ANALYSIS
{
    int64_t hash = hash_of((Value)key);
    Probe p;
    int r = find_and_lock(d, (Value)key, hash, &p);

    if (r < 0)
        return -1;
    if (r == PROBE_missing) {
        DictEntry e = {hash, (Value)key, (Value)((uintptr_t)slot | 4)};

        /* Unless another thread has emptied it meanwhile. */
        r = word_load(slot) ? fill_entry_locked(d, p.entry, &e) : 0;
    } else {
        /* A name may get its slot after this dict has listed it. */
        if (!is_slot_ref(p.entry->value))
            word_store(&p.entry->value, (Value)((uintptr_t)slot | 4));
        r = 0;
    }
    lock_release(&d->head.lock);
    return r;
}

void dict_unbind_slot(PyDict *d, PyStr *key) NO_LOCK_ANALYSIS
{
    Probe p;
    int r = find_and_lock(d, (Value)key, hash_of((Value)key), &p);

    if (r < 0) {
        err_clear();
        return;
    }
    if (r == PROBE_found) {
        p.entry->value = NULL;
        remove_locked(d, p.entry);
    }
    lock_release(&d->head.lock);
}

void dict_forget_empty_slot(PyDict *d, PyStr *key) NO_LOCK_ANALYSIS
{
    Probe p;
    int r = find_and_lock(d, (Value)key, hash_of((Value)key), &p);

    if (r < 0) {
        err_clear();
        return;
    }
    if (r == PROBE_found && is_slot_ref(p.entry->value) &&
        !dict_word_value(p.entry->value)) {
        p.entry->value = NULL; /* the slot may be set again just now */
        remove_locked(d, p.entry);
    }
    lock_release(&d->head.lock);
}

Value *dict_slot_of(PyDict *d, PyStr *key) NO_LOCK_ANALYSIS
{
    Probe p;
    int r = find_and_lock(d, (Value)key, hash_of((Value)key), &p);
    Value *slot = NULL;

    if (r < 0) {
        err_clear();
        return NULL;
    }
    if (r == PROBE_found && is_slot_ref(p.entry->value))
        slot = (Value *)((uintptr_t)p.entry->value - 4);
    lock_release(&d->head.lock);
    return slot;
}

bool dict_move_to_slot(PyDict *d, PyStr *key, Value *slot) NO_LOCK_ANALYSIS
{
    Probe p;
    int r = find_and_lock(d, (Value)key, hash_of((Value)key), &p);

    if (r < 0) {
        err_clear();
        return false;
    }
    if (r == PROBE_found) {
        word_store(slot, dict_word_value(p.entry->value));
        word_store(&p.entry->value, (Value)((uintptr_t)slot | 4));
    }
    lock_release(&d->head.lock);
    return r == PROBE_found;
}

void dict_detach(PyDict *d)
{
    lock_acquire(&d->head.lock);
    DictStore *s = dict_store(d);

    for (int64_t i = 0; i <= s->mask; i++)
        if (is_slot_ref(s->entries[i].value)) {
            Value v = dict_word_value(s->entries[i].value);

            if (v)
                word_store(&s->entries[i].value, v);
            else
                remove_locked(d, &s->entries[i]);
        }
    d->slots = NULL;
    d->base = NULL;
    lock_release(&d->head.lock);
}

/* --- making and copying ------------------------------------------------------
 */

/* Without a store of its own. */
static PyDict *new_bare(PyType *t)
{
    PyDict *d = t == &dict_type ? gc_new(t, sizeof *d) : instance_new(t);

    if (d)
        atomic_init(&d->store, empty_store());
    return d;
}

PyDict *dict_still(PyDict *d)
{
    PyDict *still;
    DictStore *s;
    int64_t used;

    if (!rt_threaded)
        return d;
    s = store_of_now(d, &used);
    still = s ? new_bare(&dict_type) : NULL;
    if (!still)
        return NULL;
    still->slots = d->slots;
    still->base = d->base;
    atomic_init(&still->store, s);
    atomic_init(&still->used, used);
    return still;
}

PyDict *dict_new_of(PyType *t)
{
    return t == &dict_type ? dict_new() : new_bare(t);
}

/* The first store of a dict lies behind the head, in the same block: the head
 * keeps it alive, and so does a pointer to it on a stack.  No other heap word
 * points to a store. */
PyDict *dict_new(void)
{
    PyDict *d = gc_new(&dict_type, sizeof *d + sizeof(DictStore) +
                                       MIN_ENTRIES * sizeof(DictEntry));
    DictStore *s = (DictStore *)(d + 1);

    if (!d)
        return NULL;
    s->mask = MIN_ENTRIES - 1;
    atomic_init(&d->store, s);
    return d;
}

PyDict *dict_new_presized(Py_ssize n)
{
    PyDict *d = n > FEW ? new_bare(&dict_type) : dict_new();

    if (d && n > FEW) {
        lock_acquire(&d->head.lock);
        int r = resize_locked(d, n);
        lock_release(&d->head.lock);
        if (r < 0)
            return NULL;
    }
    return d;
}

/* Makes room for n more keys, as CPython's update() does. */
int dict_reserve(PyDict *d, int64_t n)
{
    int r = 0;

    lock_acquire(&d->head.lock);
    DictStore *s = dict_store(d);

    if ((s->fill + n) * 3 >= (s->mask + 1) * 2)
        r = resize_locked(d, (used_locked(d) + n) * 2);
    lock_release(&d->head.lock);
    return r;
}

int dict_resize(PyDict *d, int64_t min_used)
{
    lock_acquire(&d->head.lock);
    int r = resize_locked(d, min_used);
    lock_release(&d->head.lock);
    return r;
}

/* A snapshot of d's entries, values read through slots; *n of them. */
static DictEntry *snapshot(PyDict *d, int64_t *n)
{
    lock_acquire(&d->head.lock);
    DictStore *s = dict_store(d);
    int64_t used = used_locked(d), count = 0;
    DictEntry *out =
        (DictEntry *)gc_array((size_t)(used + 1) * sizeof *out / sizeof(Value));

    for (int64_t i = 0; out && i <= s->mask && count < used; i++) {
        Value v = dict_word_value(s->entries[i].value);

        if (v) {
            out[count] = s->entries[i];
            out[count++].value = v;
        }
    }
    lock_release(&d->head.lock);
    *n = count;
    return out;
}

/* Puts the entries of `from` into a store that has none and room for them.
 * False, and the dict is empty: two keys have one hash, so that CPython
 * compares them. */
static bool copy_entries_locked(PyDict *to, PyDict *from)
    REQUIRES(to->head.lock) REQUIRES(from->head.lock)
{
    DictStore *s = dict_store(from), *mine = dict_store(to);
    bool clean = true;
    int64_t n = 0;

    begin_changes_locked(to);
    for (int64_t i = 0; clean && i <= s->mask; i++) {
        DictEntry e = s->entries[i];

        if (e.value && (e.value = dict_word_value(e.value))) {
            clean = store_put_clean(mine, &e);
            n++;
        }
    }
    if (!clean) {
        n = 0;
        atomic_store_explicit(&to->store, empty_store(), memory_order_release);
    }
    atomic_store_explicit(&to->used, ~n, memory_order_relaxed);
    /* Not of the empty store, which is everybody's. */
    changes_end(&to->used, &mine->version);
    return clean;
}

/* An ordinary copy into an empty dict: no comparisons.  1: another thread has
 * put something into it, or keys must be compared. */
static int copy_clean(PyDict *to, PyDict *from) NO_LOCK_ANALYSIS
{
    int64_t n;
    int r;

    if (dict_used(from) == 0)
        return 0;
    lock_two(&to->head.lock, &from->head.lock);
    n = used_locked(from);
    if (dict_store(to)->fill)
        r = 1;
    else if (n * 3 >= (dict_store(to)->mask + 1) * 2)
        r = resize_locked(to, 2 * n);
    else
        r = make_writable_locked(to);
    if (r == 0 && !copy_entries_locked(to, from))
        r = 1;
    unlock_two(&to->head.lock, &from->head.lock);
    return r;
}

/* Puts entries of e, from *i on, into d as long as no comparison can run
 * Python code.  1: e[*i] needs one; 0: all done; -1: MemoryError. */
static int merge_simple_locked(PyDict *d, const DictEntry *e, int64_t n,
                               bool override, int64_t *i) REQUIRES(d->head.lock)
{
    for (; *i < n; ++*i) {
        Probe p;
        int r = probe(dict_store(d), e[*i].key, e[*i].hash, &p);

        if (r == PROBE_ask)
            return 1;
        if (r == PROBE_missing) {
            if (insert_locked(d, p.entry, e[*i].key, e[*i].hash, e[*i].value) <
                0)
                return -1;
        } else if (override || !dict_word_value(p.entry->value)) {
            set_value_locked(p.entry, e[*i].value);
        }
    }
    return 0;
}

static int merge_one(PyDict *d, const DictEntry *e, bool override)
{
    Value v;
    int r = override ? 0 : dict_find_hash(d, e->key, e->hash, &v);

    if (r < 0)
        err_clear();
    return r > 0 ? 0 : dict_set_hash(d, e->key, e->hash, e->value);
}

/* One step for other threads unless keys have an __eq__ of their own.
 * CPython inserts without growing here, having made room for all. */
static int merge_dict(PyDict *d, PyDict *other, bool override)
{
    int64_t n, i = 0;
    DictEntry *e;
    int r;

    if (d == other || dict_used(other) == 0)
        return 0;
    if (dict_used(d) == 0 && !d->slots) {
        r = copy_clean(d, other);
        if (r <= 0)
            return r;
    }
    if (dict_used(d) == 0)
        override = true;
    e = snapshot(other, &n);
    if (!e || dict_reserve(d, n) < 0)
        return -1;
    do {
        lock_acquire(&d->head.lock);
        r = make_writable_locked(d);
        if (r == 0) {
            begin_changes_locked(d);
            r = merge_simple_locked(d, e, n, override, &i);
            end_changes_locked(d);
        }
        lock_release(&d->head.lock);
        if (r > 0 && merge_one(d, &e[i++], override) < 0)
            return -1;
    } while (r > 0);
    return r;
}

PyDict *dict_copy(PyDict *d)
{
    PyDict *copy = dict_used(d) > FEW ? new_bare(&dict_type) : dict_new();

    return copy && merge_dict(copy, d, true) == 0 ? copy : NULL;
}

typedef struct MergeArg {
    PyDict *d;
    Value mapping;
    bool override;
} MergeArg;

static int merge_key(Value key, void *p)
{
    MergeArg *arg = p;
    Value v;

    if (!arg->override) {
        int r = dict_find(arg->d, key, &v);

        if (r != 0)
            return r < 0 ? -1 : 0;
    }
    v = op_getitem(arg->mapping, key);
    return v ? dict_set(arg->d, key, v) : -1;
}

int dict_merge(PyDict *d, Value other, bool override)
{
    MergeArg arg = {d, other, override};
    Value keys;

    if (has_type_flag(other, TYPE_DICT))
        return merge_dict(d, (PyDict *)other, override);
    keys = op_call_method(other, str_intern("keys"), NULL, 0);
    return keys ? op_iterate(keys, merge_key, &arg) : -1;
}

typedef struct PairsArg {
    PyDict *d;
    int64_t index;
} PairsArg;

static int merge_pair(Value item, void *p)
{
    PairsArg *arg = p;
    PyTuple *t = (PyTuple *)item;
    PyList *pair;
    int64_t i = arg->index++;

    if (is_exact_tuple(item) && t->length == 2)
        return dict_set(arg->d, t->items[0], t->items[1]);
    pair = op_list(item);

    if (!pair) {
        if (err_matches(&exc_TypeError))
            err_format(&exc_TypeError,
                       "cannot convert dictionary update sequence element "
                       "#%lld to a sequence",
                       (long long)i);
        return -1;
    }
    if (list_length(pair) != 2) {
        err_format(&exc_ValueError,
                   "dictionary update sequence element #%lld has length %lld; "
                   "2 is required",
                   (long long)i, (long long)list_length(pair));
        return -1;
    }
    return dict_set(arg->d, list_item_or_null(pair, 0),
                    list_item_or_null(pair, 1));
}

int dict_merge_pairs(PyDict *d, Value pairs)
{
    PairsArg arg = {d, 0};

    return op_iterate(pairs, merge_pair, &arg);
}

/* --- going through -------------------------------------------------------- */

bool dict_next_hash(PyDict *d, Py_ssize *pos, Value *key, Value *value,
                    int64_t *hash)
{
    DictStore *s = dict_store(d);
    Py_ssize i = *pos;

    if (i < 0)
        return false;
    while (i <= s->mask) {
        DictEntry *e = &s->entries[i];
        uint64_t version =
            atomic_load_explicit(&s->version, memory_order_acquire);
        Value k = word_load(&e->key);
        Value v = k ? dict_word_value(word_load(&e->value)) : NULL;

        /* The hash of an entry that was emptied meanwhile may be popitem's
         * finger: then the key is another. */
        *hash = int_load(&e->hash);
        if (word_load(&e->key) != k ||
            atomic_load_explicit(&s->version, memory_order_acquire) != version)
            continue;
        i++;
        if (v && k != DICT_DELETED) {
            *pos = i;
            *key = k;
            *value = v;
            return true;
        }
    }
    *pos = i;
    return false;
}

bool dict_next(PyDict *d, Py_ssize *pos, Value *key, Value *value)
{
    int64_t hash;

    return dict_next_hash(d, pos, key, value, &hash);
}

Py_ssize dict_length(PyDict *d)
{
    return dict_used(d);
}

/* Puts parts of all entries into a list that nobody else knows; false: there
 * is no room for all of them, or no memory. */
static inline bool add_parts_locked(PyDict *d, PyList *list,
                                    Value (*part)(Value key, Value value))
    REQUIRES(d->head.lock)
{
    DictStore *s = dict_store(d);
    ListStore *to = list_store(list);
    int64_t n = 0;

    for (int64_t i = 0; i <= s->mask; i++) {
        Value word = s->entries[i].value,
              v = word ? dict_word_value(word) : word;

        if (!v)
            continue;
        if (n == to->capacity)
            return false;
        v = part(s->entries[i].key, v);
        if (!v)
            return false;
        to->items[n++] = v;
    }
    atomic_store_explicit(&to->length, n, memory_order_relaxed);
    return true;
}

/* A list of parts of all entries: what a view iterates over, at once. */
static inline PyList *dict_list(PyDict *d,
                                Value (*part)(Value key, Value value))
{
    for (int64_t more = 0;; more = 2 * more + 16) {
        int64_t used = dict_used(d);
        PyList *list = list_new(used + more);
        bool all;

        if (!list || used == 0)
            return list;
        lock_acquire(&d->head.lock);
        all = add_parts_locked(d, list, part);
        lock_release(&d->head.lock);
        if (all || err_pending())
            return all ? list : NULL;
    } /* another thread has added some */
}

/* False: there is no room for all of them. */
static bool add_pairs_locked(PyDict *d, PyPairs *pairs) REQUIRES(d->head.lock)
{
    DictStore *s = dict_store(d);

    for (int64_t i = 0; i <= s->mask; i++) {
        Value word = s->entries[i].value,
              v = word ? dict_word_value(word) : word;

        if (v && !pairs_add(pairs, s->entries[i].key, v))
            return false;
    }
    return true;
}

Value dict_pairs(PyDict *d)
{
    PyPairs *pairs;
    bool all;

    do {
        pairs = pairs_new(dict_used(d));
        if (!pairs)
            return NULL;
        lock_acquire(&d->head.lock);
        all = add_pairs_locked(d, pairs);
        lock_release(&d->head.lock);
    } while (!all); /* another thread has added some */
    return (Value)pairs;
}

static Value part_key(Value key, Value value)
{
    return key;
}

static Value part_value(Value key, Value value)
{
    return value;
}

static Value part_item(Value key, Value value)
{
    return tuple_pair(key, value);
}

PyList *dict_keys(PyDict *d)
{
    return dict_list(d, part_key);
}

PyList *dict_values(PyDict *d)
{
    return dict_list(d, part_value);
}

PyList *dict_items(PyDict *d)
{
    return dict_list(d, part_item);
}
