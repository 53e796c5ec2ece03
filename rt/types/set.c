/* set and frozenset: the table (see set.h, table.h and dict.h, which states why
 * the lock-free reads are safe).  Methods are in set_methods.c. */
#include "set.h"
#include "str.h"
#include "tuple.h"

typedef PySet Table;
typedef SetStore Store;
typedef SetEntry Entry;

#define TABLE_DELETED SET_DELETED
#define table_store set_store

static inline void entry_copy(SetEntry *to, const SetEntry *e)
{
    int_store(&to->hash, e->hash);
    word_store(&to->key, e->key);
}

#define table_left(set, s) ((void)0)

#include "table.h"

int64_t set_settle(PySet *s)
{
    return table_settle(s);
}

/* --- searching --------------------------------------------------------- */

int set_contains_hash(PySet *set, Value key, int64_t hash)
{
    int r;

    do {
        SetStore *s = set_store(set);
        Probe p;

        if (atomic_load_explicit(&s->version, memory_order_acquire) & 1) {
            set_settle(set);
            r = 2;
            continue;
        }
        r = probe(s, key, hash, &p);
        if (r == PROBE_ask)
            r = probe_ask(set, s, key, hash, &p);
    } while (r == 2);
    return r;
}

int set_contains(PySet *s, Value key)
{
    int64_t hash = hash_of(key);

    return hash == -1 ? -1 : set_contains_hash(s, key, hash);
}

/* --- writing ------------------------------------------------------------- */

int set_add_hash(PySet *s, Value key, int64_t hash) NO_LOCK_ANALYSIS
{
    Probe p;
    int r = find_and_lock(s, key, hash, &p);

    if (r < 0)
        return -1;
    r = r == PROBE_found
            ? 0
            : fill_entry_locked(s, p.entry, &(SetEntry){hash, key});
    lock_release(&s->head.lock);
    return r;
}

int set_add(PySet *s, Value key)
{
    int64_t hash = hash_of(key);

    return hash == -1 ? -1 : set_add_hash(s, key, hash);
}

static void remove_locked(PySet *s, SetEntry *e) REQUIRES(s->head.lock)
{
    int64_t used = used_locked(s) - 1;

    begin_change_locked(s);
    set_store(s)->changes++;
    word_store(&e->key, SET_DELETED);
    if (e->hash > set_store(s)->mask) /* what id() gave is an address */
        int_store(&e->hash, 0);
    end_change_locked(s, used);
}

int set_discard_hash(PySet *s, Value key, int64_t hash) NO_LOCK_ANALYSIS
{
    Probe p;
    int r = find_and_lock(s, key, hash, &p);

    if (r < 0)
        return -1;
    if (r == PROBE_found)
        remove_locked(s, p.entry);
    lock_release(&s->head.lock);
    return r == PROBE_found;
}

int set_discard(PySet *s, Value key)
{
    int64_t hash = hash_of(key);

    return hash == -1 ? -1 : set_discard_hash(s, key, hash);
}

void set_clear(PySet *s)
{
    lock_acquire(&s->head.lock);
    begin_change_locked(s);
    if (set_store(s) != empty_store())
        set_store(s)->changes++;
    atomic_store_explicit(&s->store, empty_store(), memory_order_release);
    end_change_locked(s, 0);
    lock_release(&s->head.lock);
}

/* As dict's popitem, with the finger in the hash of the unused entry 0. */
Value set_pop(PySet *set)
{
    Value key = NULL;

    lock_acquire(&set->head.lock);
    if (used_locked(set) > 0) {
        SetStore *s = set_store(set);
        SetEntry *e = s->entries;
        int64_t i = 0;

        if (!entry_is_live(&e[0])) {
            i = e[0].hash;
            if (i > s->mask || i < 1)
                i = 1;
            while (!entry_is_live(&e[i]))
                i = i == s->mask ? 1 : i + 1;
        }
        key = e[i].key;
        remove_locked(set, &e[i]);
        int_store(&e[0].hash, i + 1);
    }
    lock_release(&set->head.lock);
    if (!key)
        return err_set(&exc_KeyError,
                       (Value)str_from_c("pop from an empty set"));
    return key;
}

SetState set_state(PySet *s)
{
    SetState now;

    lock_acquire(&s->head.lock);
    now = (SetState){set_store(s), set_store(s)->changes};
    lock_release(&s->head.lock);
    return now;
}

static bool unchanged_locked(PySet *s, const SetState *when)
    REQUIRES(s->head.lock)
{
    return set_store(s) == when->store && when->store->changes == when->changes;
}

bool set_unchanged(PySet *s, const SetState *when)
{
    bool same;

    lock_acquire(&s->head.lock);
    same = unchanged_locked(s, when);
    lock_release(&s->head.lock);
    return same;
}

bool set_replace(PySet *s, PySet *with, const SetState *when)
{
    bool same;

    lock_acquire(&s->head.lock);
    same = unchanged_locked(s, when);
    if (same) {
        int64_t used = set_used(with);

        begin_change_locked(s);
        atomic_store_explicit(&s->store, set_store(with), memory_order_release);
        end_change_locked(s, used);
    }
    lock_release(&s->head.lock);
    return same;
}

int set_shrink(PySet *s)
{
    int r = 0;

    lock_acquire(&s->head.lock);
    if ((set_store(s)->fill - used_locked(s)) * 5 >= set_store(s)->mask)
        r = grow_locked(s);
    lock_release(&s->head.lock);
    return r;
}

static int reserve(PySet *s, int64_t n)
{
    int r = 0;

    lock_acquire(&s->head.lock);
    if ((set_store(s)->fill + n) * 3 >= (set_store(s)->mask + 1) * 2)
        r = resize_locked(s, (used_locked(s) + n) * 2);
    lock_release(&s->head.lock);
    return r;
}

/* --- going through and building ------------------------------------------- */

bool set_next(PySet *set, Py_ssize *pos, Value *key, int64_t *hash)
{
    SetStore *s = set_store(set);
    Py_ssize i = *pos;

    while (i >= 0 && i <= s->mask) {
        uint64_t version;
        Value k = word_load(&s->entries[i].key);

        if (!k || k == SET_DELETED) {
            i++;
            continue;
        }
        version = atomic_load_explicit(&s->version, memory_order_acquire);
        k = word_load(&s->entries[i].key);
        /* The hash of an entry that was emptied meanwhile may be pop's
         * finger: then the key is another. */
        *hash = int_load(&s->entries[i].hash);
        if (word_load(&s->entries[i].key) != k ||
            atomic_load_explicit(&s->version, memory_order_acquire) != version)
            continue;
        i++;
        if (k && k != SET_DELETED) {
            *key = k;
            *pos = i;
            return true;
        }
    }
    *pos = i;
    return false;
}

/* The keys of a set at one moment; *n of them. */
static SetEntry *snapshot(PySet *set, int64_t *n)
{
    lock_acquire(&set->head.lock);
    SetStore *s = set_store(set);
    int64_t used = used_locked(set), count = 0;
    SetEntry *out = (SetEntry *)gc_array((size_t)(used + 1) * 2);

    for (int64_t i = 0; out && i <= s->mask && count < used; i++)
        if (entry_is_live(&s->entries[i]))
            out[count++] = s->entries[i];
    lock_release(&set->head.lock);
    *n = count;
    return out;
}

/* Puts the keys of `from` into a store that has none and room for them.  False,
 * and the set is empty: two keys have one hash, so that CPython compares them,
 * and that is asked for. */
static bool copy_entries_locked(PySet *to, PySet *from, bool compare)
    REQUIRES(to->head.lock) REQUIRES(from->head.lock)
{
    SetStore *s = set_store(from), *mine = set_store(to);
    bool clean = true;
    int64_t n = 0;

    begin_changes_locked(to);
    for (int64_t i = 0; clean && i <= s->mask; i++)
        if (entry_is_live(&s->entries[i])) {
            clean = store_put_clean(mine, &s->entries[i]) || !compare;
            n++;
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

/* An empty set without a store takes the other's keys without comparisons;
 * 1: those of equal hashes are to be compared, if that is asked for. */
static int fill_locked(PySet *to, PySet *from, bool compare)
    REQUIRES(to->head.lock) REQUIRES(from->head.lock)
{
    int64_t n = used_locked(from);

    if (resize_locked(to, n * 3 >= MIN_ENTRIES * 2 ? n * 2 : 0) < 0)
        return -1;
    return copy_entries_locked(to, from, compare) ? 0 : 1;
}

/* An empty set takes the other's keys without comparisons; 1: it is not
 * empty, or some must be compared. */
static int merge_clean(PySet *s, PySet *other) NO_LOCK_ANALYSIS
{
    int r = 1;

    lock_two(&s->head.lock, &other->head.lock);
    if (used_locked(s) == 0 && set_store(s) == empty_store())
        r = fill_locked(s, other, true);
    unlock_two(&s->head.lock, &other->head.lock);
    return r;
}

int set_copy_two(PySet *to_a, PySet *a, PySet *to_b, PySet *b) NO_LOCK_ANALYSIS
{
    int r;

    lock_two(&a->head.lock, &b->head.lock);
    r = fill_locked(to_a, a, false) < 0 || fill_locked(to_b, b, false) < 0;
    unlock_two(&a->head.lock, &b->head.lock);
    return -r;
}

PyList *set_as_list(PySet *s)
{
    int64_t n;
    SetEntry *e = snapshot(s, &n);
    PyList *list = e ? list_new(n) : NULL;

    for (int64_t i = 0; list && i < n; i++)
        if (list_append(list, e[i].key) < 0)
            return NULL;
    return list;
}

/* Entries of a set that stay as they are while no Python code runs: those of
 * the store, unused ones among them, or once there are threads a snapshot. */
typedef struct Keys {
    SetEntry *entries; /* NULL: MemoryError */
    int64_t n, i;
    bool of_store;
} Keys;

static Keys keys_of(PySet *set)
{
    Keys k = {.of_store = !rt_threaded};

    if (k.of_store) {
        k.entries = set_store(set)->entries;
        k.n = set_store(set)->mask + 1;
    } else {
        k.entries = snapshot(set, &k.n);
    }
    return k;
}

/* Before Python code runs: copies what comes from k->i on.  -1: MemoryError. */
static int keys_keep(Keys *k)
{
    SetEntry *copy;
    int64_t n = 0;

    if (!k->of_store)
        return 0;
    copy = (SetEntry *)gc_array((size_t)(k->n - k->i) * 2);
    for (int64_t i = k->i; copy && i < k->n; i++)
        if (entry_is_live(&k->entries[i]))
            copy[n++] = k->entries[i];
    *k = (Keys){copy, n, 0, false};
    return copy ? 0 : -1;
}

/* As dict's merge_simple_locked. */
static int merge_simple_locked(PySet *set, Keys *k) REQUIRES(set->head.lock)
{
    for (; k->i < k->n; k->i++) {
        const SetEntry *e = &k->entries[k->i];
        Probe p;
        int r;

        if (!entry_is_live(e))
            continue;
        r = probe(set_store(set), e->key, e->hash, &p);
        if (r == PROBE_ask)
            return 1;
        if (r == PROBE_missing && fill_entry_locked(set, p.entry, e) < 0)
            return -1;
    }
    return 0;
}

int set_merge(PySet *s, PySet *other)
{
    int64_t n = set_used(other);
    Keys k;
    int r;

    if (s == other || n == 0)
        return 0;
    r = merge_clean(s, other);
    if (r <= 0)
        return r;
    k = keys_of(other);
    if (!k.entries)
        return -1;
    if (reserve(s, k.of_store ? n : k.n) < 0)
        return -1;
    do {
        lock_acquire(&s->head.lock);
        r = make_writable_locked(s);
        if (r == 0) {
            begin_changes_locked(s);
            r = merge_simple_locked(s, &k);
            end_changes_locked(s);
        }
        lock_release(&s->head.lock);
        if (r > 0) {
            if (keys_keep(&k) < 0 ||
                set_add_hash(s, k.entries[k.i].key, k.entries[k.i].hash) < 0)
                return -1;
            k.i++;
        }
    } while (r > 0);
    return r;
}

/* Takes out keys while their comparison runs no Python code; 1: that of k->i
 * does. */
static int discard_simple_locked(PySet *set, Keys *k) REQUIRES(set->head.lock)
{
    for (; k->i < k->n; k->i++) {
        const SetEntry *e = &k->entries[k->i];
        Probe p;
        int r;

        if (!entry_is_live(e))
            continue;
        r = probe(set_store(set), e->key, e->hash, &p);
        if (r == PROBE_ask)
            return 1;
        if (r == PROBE_found)
            remove_locked(set, p.entry);
    }
    return 0;
}

int set_remove_all(PySet *s, PySet *other)
{
    Keys k = keys_of(other);
    int r;

    if (!k.entries)
        return -1;
    do {
        lock_acquire(&s->head.lock);
        r = 0;
        if (set_store(s) != empty_store()) {
            begin_changes_locked(s);
            r = discard_simple_locked(s, &k);
            end_changes_locked(s);
        }
        lock_release(&s->head.lock);
        if (r > 0) {
            if (keys_keep(&k) < 0 || set_discard_hash(s, k.entries[k.i].key,
                                                      k.entries[k.i].hash) < 0)
                return -1;
            k.i++;
        }
    } while (r > 0);
    return r;
}

/* Adds a key to a set, or takes it out where it is in and `toggle`.  1: that
 * takes a comparison which may run Python code. */
static int put_plain_locked(PySet *set, const SetEntry *e, bool toggle)
    REQUIRES(set->head.lock)
{
    Probe p;

    if (make_writable_locked(set) < 0)
        return -1;
    switch (probe(set_store(set), e->key, e->hash, &p)) {
    case PROBE_ask:
        return 1;
    case PROBE_missing:
        return fill_entry_locked(set, p.entry, e);
    case PROBE_found:
        if (toggle)
            remove_locked(set, p.entry);
    }
    return 0;
}

/* What is done with a key of `from`; 1 as put_plain_locked. */
static inline int pick_locked(PySet *result, const SetEntry *e, PySet *in,
                              SetPick pick) REQUIRES(result->head.lock)
{
    Probe p;
    int r;

    if (!entry_is_live(e))
        return 0;
    if (pick == PICK_toggled)
        return put_plain_locked(result, e, true);
    r = probe(set_store(in), e->key, e->hash, &p);
    if (r == PROBE_ask)
        return 1;
    return (r == PROBE_found) == (pick == PICK_common)
               ? put_plain_locked(result, e, false)
               : 0;
}

int set_pick(PySet *result, PySet *from, PySet *in, SetPick pick, Py_ssize *pos)
{
    SetStore *s = set_store(from);
    int r = 0;

    if (rt_threaded)
        return 0;
    lock_acquire(&result->head.lock);
    for (; *pos <= s->mask; ++*pos) {
        r = pick_locked(result, &s->entries[*pos], in, pick);
        if (r != 0)
            break;
    }
    lock_release(&result->head.lock);
    return r < 0 ? -1 : 0;
}

static int merge_dict_keys(PySet *s, PyDict *d)
{
    Value key, value;
    int64_t hash;
    Py_ssize pos = 0;

    d = dict_still(d);
    if (!d || reserve(s, dict_used(d)) < 0)
        return -1;
    while (dict_next_hash(d, &pos, &key, &value, &hash))
        if (set_add_hash(s, key, hash) < 0)
            return -1;
    return 0;
}

static int add_item(Value item, void *s)
{
    return set_add(s, item);
}

enum { AT_ONCE = 256 }; /* items added before others may have the lock */

static Value sequence_item_or_null(Value sequence, int64_t i)
{
    PyTuple *t = (PyTuple *)sequence;

    if (type_of(sequence) == &list_type)
        return list_item_or_null((PyList *)sequence, (uint64_t)i);
    return i < t->length ? t->items[i] : NULL;
}

/* An int or str, whose hash and comparison run no Python code. */
static inline bool is_plain_key(Value v)
{
    return is_tagged_int(v) ||
           (is_pointer(v) && as_object(v)->type == &str_type);
}

/* Adds plain items from *i on, AT_ONCE of them at most.  1: another item
 * follows; 0: it goes on, or *item is NULL: the end; -1: MemoryError. */
static int add_plain_locked(PySet *set, Value sequence, int64_t *i, Value *item)
    REQUIRES(set->head.lock)
{
    int r = make_writable_locked(set);

    for (int left = AT_ONCE; r == 0 && left > 0; left--, ++*i) {
        ProbeResult found;
        int64_t hash;
        Probe p;

        *item = sequence_item_or_null(sequence, *i);
        if (!*item)
            return 0;
        if (!is_plain_key(*item))
            return 1;
        hash = hash_of(*item);
        found = probe(set_store(set), *item, hash, &p);
        if (found == PROBE_ask)
            return 1;
        if (found == PROBE_missing)
            r = fill_entry_locked(set, p.entry, &(SetEntry){hash, *item});
    }
    return r;
}

/* As a loop over an exact list or tuple adds them: what comparisons do to the
 * list meanwhile is seen. */
static int add_sequence(PySet *set, Value sequence)
{
    Value item;
    int64_t i = 0;
    int r;

    do {
        lock_acquire(&set->head.lock);
        r = add_plain_locked(set, sequence, &i, &item);
        lock_release(&set->head.lock);
        if (r > 0) {
            i++;
            r = set_add(set, item);
        }
    } while (r == 0 && item);
    return r;
}

int set_update(PySet *s, Value iterable)
{
    if (is_any_set(iterable))
        return set_merge(s, (PySet *)iterable);
    if (is_exact_dict(iterable))
        return merge_dict_keys(s, (PyDict *)iterable);
    if (rt_threaded && type_of(iterable) == &list_type)
        iterable = op_still((PyList *)iterable);
    if (type_of(iterable) == &list_type || is_exact_tuple(iterable))
        return add_sequence(s, iterable);
    return op_iterate(iterable, add_item, s);
}

PySet *set_new_of(PyType *t)
{
    PySet *s = t == &set_type || t == &frozenset_type ? gc_new(t, sizeof *s)
                                                      : instance_new(t);

    if (s)
        atomic_init(&s->store, empty_store());
    return s;
}

PySet *set_still(PySet *set)
{
    PySet *still;
    SetStore *s;
    int64_t used;

    if (!rt_threaded)
        return set;
    s = store_of_now(set, &used);
    still = s ? set_new_of(&set_type) : NULL;
    if (!still)
        return NULL;
    atomic_init(&still->store, s);
    atomic_init(&still->used, used);
    return still;
}

PySet *set_from(Value iterable_or_null)
{
    PySet *s = set_new_of(&set_type);

    if (iterable_or_null && set_update(s, iterable_or_null) < 0)
        return NULL;
    return s;
}
