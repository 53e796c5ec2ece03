/* The table of dict and set, with CPython's sizes and order of probes.  Why its
 * lock-free reads are right stands in dict.h.
 *
 * A template: dict.c and set.c include it, each once, after they have defined
 * Table, Store and Entry, whose members have the same names, and
 *   table_store(t)      the store, as a reader loads it
 *   table_settle(t)     waits for a change that goes on
 *   entry_copy(to, e)   fills an unused entry; the key last
 *   table_left(t, s)    s has been the store of t
 *   TABLE_DELETED       the key of an entry whose key was taken out
 *
 * Start at probe(): all lookups go through it.  It stops at the first entry
 * that would need a comparison which may run Python code; probe_ask() makes
 * that comparison without the lock. */
#include "changes.h"
#include "keys.h"

#define PERTURB_SHIFT 5
#define MIN_ENTRIES 8
#define AHEAD 12   /* entries */
#define FAR 0x3fff /* entries: larger tables are in no fast cache */

/* What every empty table points to; never written. */
static Store *empty_store(void)
{
    static int64_t words[(sizeof(Store) + MIN_ENTRIES * sizeof(Entry)) /
                         sizeof(int64_t)] = {MIN_ENTRIES - 1};

    _Static_assert(offsetof(Store, mask) == 0, "the mask is the first word");
    return (Store *)words;
}

/* --- searching --------------------------------------------------------- */

typedef enum ProbeResult { PROBE_missing, PROBE_found, PROBE_ask } ProbeResult;

typedef struct Probe {
    Entry *entry;          /* found or asked about; or the one to fill */
    Entry *deleted;        /* first deleted entry on the way, or NULL */
    size_t index, perturb; /* to go on after PROBE_ask */
} Probe;

/* Moves on from an entry that turned out to be another key's. */
static inline void probe_skip(Probe *p)
{
    p->index = (p->index << 2) + p->index + p->perturb + 1;
    p->perturb >>= PERTURB_SHIFT;
}

/* Goes on from p until the key, an unused entry or a doubtful one. */
static ProbeResult probe_on(Store *s, Value key, int64_t hash, Probe *p)
{
    size_t mask = (size_t)s->mask;

    for (;; probe_skip(p)) {
        Entry *e = &s->entries[p->index & mask];
        Value k = word_load(&e->key);

        p->entry = e;
        if (k == NULL) {
            if (p->deleted)
                p->entry = p->deleted;
            return PROBE_missing;
        }
        if (k == key)
            return PROBE_found;
        if (k == TABLE_DELETED) {
            if (!p->deleted)
                p->deleted = e;
        } else if (int_load(&e->hash) == hash) {
            int same = same_key(k, key);

            if (same != SAME_no)
                return same == SAME_yes ? PROBE_found : PROBE_ask;
        }
    }
}

static inline ProbeResult probe(Store *s, Value key, int64_t hash, Probe *p)
{
    Entry *e = &s->entries[(size_t)hash & (size_t)s->mask];
    Value k = word_load(&e->key);

    p->deleted = NULL;
    p->entry = e;
    if (k == key || k == NULL)
        return k ? PROBE_found : PROBE_missing;
    if (int_load(&e->hash) == hash && same_str(k, key))
        return PROBE_found;
    p->index = (size_t)hash & (size_t)s->mask;
    p->perturb = (size_t)hash;
    return probe_on(s, key, hash, p);
}

/* Continues after PROBE_ask: compares with ==.  -1: error; 2: the table
 * changed meanwhile, start again; else as PROBE_found and PROBE_missing. */
static int probe_ask(Table *t, Store *s, Value key, int64_t hash, Probe *p)
{
    for (;;) {
        Value k = word_load(&p->entry->key);
        int r;

        if (k == TABLE_DELETED)
            return 2;
        r = op_compare_bool(CMP_eq, k, key);
        if (r < 0)
            return -1;
        if (table_store(t) != s || word_load(&p->entry->key) != k)
            return 2;
        if (r)
            return PROBE_found;
        probe_skip(p);
        r = probe_on(s, key, hash, p);
        if (r != PROBE_ask)
            return r;
    }
}

/* --- stores --------------------------------------------------------------- */

static Store *store_new(int64_t entries)
{
    Store *s = NULL;

    if (entries > 0 && entries < (INT64_MAX >> 6))
        s = (Store *)gc_array((sizeof *s + (size_t)entries * sizeof(Entry)) /
                              sizeof(Value));
    else
        err_no_memory();
    if (s)
        s->mask = entries - 1;
    return s;
}

/* Puts an entry into a store that has no deleted ones and lacks the key.
 * False: another key of that hash was on the way. */
static bool store_put_clean(Store *s, const Entry *from)
{
    size_t mask = (size_t)s->mask, i = (size_t)from->hash & mask;
    size_t perturb = (size_t)from->hash;
    bool alone = true;

    while (s->entries[i & mask].key) {
        alone &= s->entries[i & mask].hash != from->hash;
        i = (i << 2) + i + perturb + 1;
        perturb >>= PERTURB_SHIFT;
    }
    entry_copy(&s->entries[i & mask], from);
    s->fill++;
    return alone;
}

static inline bool entry_is_live(const Entry *e)
{
    return e->key && e->key != TABLE_DELETED;
}

/* --- the number of keys, and changes of several: see changes.h ------------ */

static inline int64_t used_locked(Table *t) REQUIRES(t->head.lock)
{
    return changes_used(&t->used);
}

static inline void begin_change_locked(Table *t) REQUIRES(t->head.lock)
{
    change_begin(&t->used);
}

static inline void end_change_locked(Table *t, int64_t used)
    REQUIRES(t->head.lock)
{
    change_end(&t->used, &table_store(t)->version, used);
}

/* The store must be writable. */
static void begin_changes_locked(Table *t) REQUIRES(t->head.lock)
{
    changes_begin(&t->used, &table_store(t)->version);
}

static void end_changes_locked(Table *t) REQUIRES(t->head.lock)
{
    changes_end(&t->used, &table_store(t)->version);
}

static int64_t count_locked(Table *t) REQUIRES(t->head.lock)
{
    Store *s = table_store(t);
    int64_t n = 0;

    for (int64_t i = 0; i <= s->mask; i++)
        n += entry_is_live(&s->entries[i]);
    return n;
}

/* False: s has not as many entries as the table's store. */
static bool copy_store_locked(Table *t, Store *s, int64_t *used)
    REQUIRES(t->head.lock)
{
    Store *from = table_store(t);

    if (from->mask != s->mask)
        return false;
    *used = used_locked(t);
    s->fill = from->fill;
    memcpy(s->entries, from->entries, (size_t)(s->mask + 1) * sizeof(Entry));
    return true;
}

/* A copy of the store at one moment, and the number of keys. */
static Store *store_of_now(Table *t, int64_t *used)
{
    Store *s;
    bool done;

    do {
        s = store_new(table_store(t)->mask + 1);
        if (!s)
            return NULL;
        lock_acquire(&t->head.lock);
        done = copy_store_locked(t, s, used);
        lock_release(&t->head.lock);
    } while (!done); /* another thread has made room for more */
    return s;
}

static int64_t table_settle(Table *t)
{
    lock_acquire(&t->head.lock);
    int64_t n = atomic_load_explicit(&t->used, memory_order_relaxed);

    if (n < 0) {
        n = count_locked(t);
        changes_settle(&t->used, &table_store(t)->version, n);
    }
    lock_release(&t->head.lock);
    return n;
}

/* --- writing the store ---------------------------------------------------- */

/* A store of more than min_used entries with the live entries of t. */
static int resize_locked(Table *t, int64_t min_used) REQUIRES(t->head.lock)
{
    Store *old = table_store(t), *s;
    int64_t size = MIN_ENTRIES;

    while (size <= min_used && size > 0)
        size <<= 1;
    if (size == MIN_ENTRIES && old->mask == MIN_ENTRIES - 1 &&
        old->fill == used_locked(t) && old != empty_store())
        return 0;
    s = store_new(size);
    if (!s)
        return -1;
    for (int64_t i = 0; i <= old->mask; i++) {
        if (size > FAR && i + AHEAD <= old->mask)
            __builtin_prefetch(
                &s->entries[old->entries[i + AHEAD].hash & s->mask], 1);
        if (entry_is_live(&old->entries[i]))
            store_put_clean(s, &old->entries[i]);
    }
    atomic_init(&s->version,
                atomic_load_explicit(&old->version, memory_order_relaxed));
    atomic_store_explicit(&t->store, s, memory_order_release);
    table_left(t, old);
    return 0;
}

/* Room for as many keys again, of large tables, or for three times more. */
static int grow_locked(Table *t) REQUIRES(t->head.lock)
{
    int64_t used = used_locked(t);

    return resize_locked(t, (used > 50000 ? 2 : 4) * used);
}

/* The empty table's shared store is replaced before the first insertion. */
static inline int make_writable_locked(Table *t) REQUIRES(t->head.lock)
{
    return table_store(t) == empty_store() ? resize_locked(t, 0) : 0;
}

/* Sets the entry that a search ended at, in the table's store. */
static int fill_entry_locked(Table *t, Entry *to, const Entry *e)
    REQUIRES(t->head.lock)
{
    Store *s = table_store(t);
    int64_t used = used_locked(t) + 1;

    begin_change_locked(t);
    if (to->key == TABLE_DELETED)
        atomic_fetch_add_explicit(&s->version, 2, memory_order_acq_rel);
    else
        s->fill++;
    s->changes++;
    entry_copy(to, e);
    end_change_locked(t, used);
    return s->fill * 3 >= (s->mask + 1) * 2 ? grow_locked(t) : 0;
}

/* Locks t with *p telling where key is or goes; -1 (unlocked): error. */
static int find_and_lock(Table *t, Value key, int64_t hash,
                         Probe *p) NO_LOCK_ANALYSIS
{
    for (;;) {
        int r;
        Store *s;
        uint64_t changes;

        lock_acquire(&t->head.lock);
        r = make_writable_locked(t);
        if (r == 0)
            r = probe(table_store(t), key, hash, p);
        if (r == PROBE_found || r == PROBE_missing)
            return r;
        s = table_store(t);
        changes = s->changes;
        lock_release(&t->head.lock);
        if (r < 0)
            return -1;
        r = probe_ask(t, s, key, hash, p);
        if (r < 0)
            return -1;
        if (r == 2)
            continue;
        lock_acquire(&t->head.lock);
        if (table_store(t) == s && s->changes == changes)
            return r;
        lock_release(&t->head.lock);
    }
}
