/* list.sort(): Timsort (timsort.h), instantiated per kind of key.
 *
 * All-int, all-float and all-str lists are sorted under the list's lock on a
 * copy of the store, since their comparisons run no Python code; readers see
 * the old order until the new store is published.  In the other cases the
 * list is empty while comparisons run, as in CPython, and a store that turns
 * up meanwhile is ValueError. */
#include "list.h"
#include "seq.h"
#include "str.h"

enum {
    MIN_GALLOP = 7,
    MAX_RUNS = 85, /* enough for 2^64 items, by the Fibonacci invariant */
};

typedef struct Run {
    void *base;
    int64_t length;
} Run;

typedef struct TimSort {
    Value cmp; /* the cmp argument, or NULL */
    /* Key comparison without cmp: op_compare_bool or a faster equivalent. */
    int (*less)(Value a, Value b);
    int64_t min_gallop;
    void *temporary;
    int64_t temporary_size; /* items */
    int nruns;
    Run runs[MAX_RUNS];
} TimSort;

typedef struct Pair {
    Value key, value;
} Pair;

/* n / 2^k in 32 .. 64, rounded up: so that runs merge in balance. */
static int64_t min_run_of(int64_t n)
{
    int64_t r = 0;

    while (n >= 64) {
        r |= n & 1;
        n >>= 1;
    }
    return n + r;
}

/* --- comparisons
 * -------------------------------------------------------------- */

static inline int less_int(Value a, Value b)
{
    return (intptr_t)a < (intptr_t)b;
}

static inline int less_float(Value a, Value b)
{
    return float_value(a) < float_value(b);
}

static int less_str(Value av, Value bv)
{
    return str_order((PyStr *)av, (PyStr *)bv) < 0;
}

static int less_any(Value a, Value b)
{
    return op_compare_bool(CMP_lt, a, b);
}

static inline bool exact_str(Value v)
{
    return is_pointer(v) && as_object(v)->type == &str_type;
}

static inline int less_item(Value a, Value b)
{
    if (is_tagged_int(a) && is_tagged_int(b))
        return less_int(a, b);
    if (is_tagged_float(a) && is_tagged_float(b))
        return less_float(a, b);
    if (exact_str(a) && exact_str(b))
        return less_str(a, b);
    return op_compare_bool(CMP_lt, a, b);
}

/* Exact tuples: the first items that are not equal decide. */
static int less_tuple(Value av, Value bv)
{
    PyTuple *a = (PyTuple *)av, *b = (PyTuple *)bv;

    for (int64_t i = 0; i < a->length && i < b->length; i++) {
        int r = item_equal(a->items[i], b->items[i]);

        if (r < 0)
            return -1;
        if (r == 0)
            return less_item(a->items[i], b->items[i]);
    }
    return a->length < b->length;
}

static int less_by_cmp(Value cmp, Value a, Value b)
{
    Value args[2] = {a, b}, r = op_call(cmp, args, 2, NULL);

    if (!r)
        return -1;
    if (!has_type_flag(r, TYPE_INT)) {
        err_format(&exc_TypeError,
                   "comparison function must return int, not %s",
                   type_name_of(r));
        return -1;
    }
    return int_value(r) < 0;
}

static inline int less_general(TimSort *t, Value a, Value b)
{
    return t->cmp ? less_by_cmp(t->cmp, a, b) : t->less(a, b);
}

#define SORT(name) int_##name
#define ITEM Value
#define LESS(t, a, b) less_int(*(a), *(b))
#include "timsort.h"

#define SORT(name) float_##name
#define ITEM Value
#define LESS(t, a, b) less_float(*(a), *(b))
#include "timsort.h"

/* A key beside its rank: where two ranks differ they decide, without a look
 * at memory that is in no cache. */
typedef struct Ranked {
    uint64_t rank;
    Value key;
} Ranked;

typedef struct RankedPair {
    uint64_t rank;
    Value key, value;
} RankedPair;

/* The first byte on top, zeros behind a short text. */
static uint64_t rank_of_str(PyStr *s)
{
    uint64_t word = 0;

    memcpy(&word, s->data, s->length < 8 ? (size_t)s->length : 8);
    return __builtin_bswap64(word);
}

#define LESS_RANKED(a, b, less)                                                \
    ((a)->rank != (b)->rank ? (a)->rank < (b)->rank : less((a)->key, (b)->key))

#define SORT(name) prefixed_##name
#define ITEM Ranked
#define LESS(t, a, b) LESS_RANKED(a, b, less_str)
#include "timsort.h"

#define SORT(name) ranked_##name
#define ITEM Ranked
#define LESS(t, a, b) LESS_RANKED(a, b, (t)->less)
#include "timsort.h"

#define SORT(name) ranked_pair_##name
#define ITEM RankedPair
#define LESS(t, a, b) LESS_RANKED(a, b, (t)->less)
#include "timsort.h"

#define SORT(name) any_##name
#define ITEM Value
#define LESS(t, a, b) less_general(t, *(a), *(b))
#include "timsort.h"

#define SORT(name) keyed_int_##name
#define ITEM Pair
#define LESS(t, a, b) less_int((a)->key, (b)->key)
#include "timsort.h"

#define SORT(name) keyed_float_##name
#define ITEM Pair
#define LESS(t, a, b) less_float((a)->key, (b)->key)
#include "timsort.h"

#define SORT(name) keyed_##name
#define ITEM Pair
#define LESS(t, a, b) less_general(t, (a)->key, (b)->key)
#include "timsort.h"

/* --- which kind
 * ---------------------------------------------------------------- */

typedef enum KeyKind { KEYS_int, KEYS_float, KEYS_str, KEYS_any } KeyKind;

static KeyKind kind_of(Value v)
{
    if (is_tagged_int(v))
        return KEYS_int;
    if (is_tagged_float(v))
        return KEYS_float;
    if (as_object(v)->type == &str_type)
        return KEYS_str;
    return as_object(v)->type == &float_type ? KEYS_float : KEYS_any;
}

/* The kind of n keys that lie `stride` words apart. */
static KeyKind kind_of_all(const Value *keys, int64_t n, int stride)
{
    KeyKind kind = kind_of(keys[0]);

    for (int64_t i = 1; kind != KEYS_any && i < n; i++)
        if (kind_of(keys[i * stride]) != kind)
            return KEYS_any;
    return kind;
}

static bool all_tuples(const Value *keys, int64_t n, int stride)
{
    for (int64_t i = 0; i < n; i++) {
        Value v = keys[i * stride];

        if (!is_pointer(v) || as_object(v)->type != &tuple_type)
            return false;
    }
    return true;
}

/* The kind of the first items of n tuples; KEYS_any also if one is empty. */
static KeyKind kind_of_firsts(const Value *keys, int64_t n, int stride)
{
    KeyKind kind = KEYS_any;

    for (int64_t i = 0; i < n; i++) {
        PyTuple *t = (PyTuple *)keys[i * stride];
        KeyKind k = t->length ? kind_of(t->items[0]) : KEYS_any;

        if (k == KEYS_any || (i > 0 && k != kind))
            return KEYS_any;
        kind = k;
    }
    return kind;
}

/* Ranks are in the order of the values; equal ones say nothing. */
static uint64_t rank_of(Value v, KeyKind kind)
{
    const uint64_t sign = (uint64_t)1 << 63;
    uint64_t bits;
    double d;

    if (kind == KEYS_int)
        return (uint64_t)v ^ sign;
    if (kind == KEYS_str)
        return rank_of_str((PyStr *)v);
    d = float_value(v) + 0.0; /* the two zeros are equal */
    memcpy(&bits, &d, sizeof bits);
    return bits & sign ? ~bits : bits | sign;
}

static bool has_nan(const Value *keys, int64_t n, int stride)
{
    for (int64_t i = 0; i < n; i++) {
        double d = float_value(((PyTuple *)keys[i * stride])->items[0]);

        if (d != d)
            return true;
    }
    return false;
}

/* How tuples compare, and the kind of their first items if these have ranks. */
static KeyKind choose_tuples(TimSort *t, const Value *keys, int64_t n,
                             int stride)
{
    KeyKind kind;

    if (t->cmp)
        return KEYS_any;
    t->less = less_any;
    if (!all_tuples(keys, n, stride))
        return KEYS_any;
    t->less = less_tuple;
    kind = kind_of_firsts(keys, n, stride);
    return kind == KEYS_float && has_nan(keys, n, stride) ? KEYS_any : kind;
}

static int sort_strs(TimSort *t, Value *items, int64_t n)
{
    Ranked *all = (Ranked *)gc_array((size_t)n * 2);

    if (!all)
        return -1;
    for (int64_t i = 0; i < n; i++)
        all[i] = (Ranked){rank_of_str((PyStr *)items[i]), items[i]};
    if (prefixed_sort(t, all, n) < 0)
        return -1;
    for (int64_t i = 0; i < n; i++)
        items[i] = all[i].key;
    return 0;
}

/* Tuples by the ranks of their first items.  An error leaves the items
 * permuted. */
static int sort_tuples(TimSort *t, Value *items, int64_t n, KeyKind kind)
{
    Ranked *all = (Ranked *)gc_array((size_t)n * 2);
    int r;

    if (!all)
        return -1;
    for (int64_t i = 0; i < n; i++)
        all[i] =
            (Ranked){rank_of(((PyTuple *)items[i])->items[0], kind), items[i]};
    r = ranked_sort(t, all, n);
    for (int64_t i = 0; i < n; i++)
        items[i] = all[i].key;
    return r;
}

/* Pairs whose keys are strs, or tuples that begin with values of one kind. */
static int sort_ranked_pairs(TimSort *t, Pair *items, int64_t n, KeyKind kind,
                             bool tuples)
{
    RankedPair *all = (RankedPair *)gc_array((size_t)n * 3);
    int r;

    if (!all)
        return -1;
    for (int64_t i = 0; i < n; i++) {
        Value key = items[i].key;

        all[i].rank = rank_of(tuples ? ((PyTuple *)key)->items[0] : key, kind);
        all[i].key = key;
        all[i].value = items[i].value;
    }
    r = ranked_pair_sort(t, all, n);
    for (int64_t i = 0; i < n; i++)
        items[i] = (Pair){all[i].key, all[i].value};
    return r;
}

static int sort_values(TimSort *t, Value *items, int64_t n, KeyKind kind)
{
    switch (kind) {
    case KEYS_int:
        return int_sort(t, items, n);
    case KEYS_float:
        return float_sort(t, items, n);
    case KEYS_str:
        return sort_strs(t, items, n);
    default:
        kind = choose_tuples(t, items, n, 1);
        return kind == KEYS_any ? any_sort(t, items, n)
                                : sort_tuples(t, items, n, kind);
    }
}

static int sort_pairs(TimSort *t, Pair *items, int64_t n)
{
    KeyKind kind = t->cmp ? KEYS_any : kind_of_all(&items[0].key, n, 2);

    switch (kind) {
    case KEYS_int:
        return keyed_int_sort(t, items, n);
    case KEYS_float:
        return keyed_float_sort(t, items, n);
    case KEYS_str:
        t->less = less_str;
        return sort_ranked_pairs(t, items, n, kind, false);
    default:
        kind = choose_tuples(t, &items[0].key, n, 2);
        return kind == KEYS_any ? keyed_sort(t, items, n)
                                : sort_ranked_pairs(t, items, n, kind, true);
    }
}

/* --- the ways to sort a list
 * ------------------------------------------------------ */

static void reverse_values(Value *a, int64_t n)
{
    any_reverse(a, n);
}

/* Sorts under the lock if no comparison can run Python code; 1: it can. */
static int sort_locked(PyList *self, TimSort *t, bool reverse)
    REQUIRES(self->head.lock)
{
    ListStore *s = list_store(self), *copy;
    int64_t n = store_length(s);
    KeyKind kind;

    if (n < 2)
        return 0;
    kind = kind_of_all(s->items, n, 1);
    if (kind == KEYS_any)
        return 1;
    copy = list_store_new(s->capacity);
    if (!copy)
        return -1;
    memcpy(copy->items, s->items, (size_t)n * sizeof(Value));
    if (reverse)
        reverse_values(copy->items, n);
    if (sort_values(t, copy->items, n, kind) < 0)
        return -1;
    if (reverse)
        reverse_values(copy->items, n);
    atomic_init(&copy->length, n);
    atomic_store_explicit(&self->store, copy, memory_order_release);
    return 0;
}

static int sort_with_keys(TimSort *t, Value *items, int64_t n, Value key,
                          bool reverse)
{
    Pair *pairs = (Pair *)gc_array((size_t)n * 2);
    int r;

    if (!pairs)
        return -1;
    for (int64_t i = 0; i < n; i++) {
        pairs[i].value = items[i];
        pairs[i].key = op_call(key, &items[i], 1, NULL);
        if (!pairs[i].key)
            return -1;
    }
    if (n < 2)
        return 0;
    if (reverse)
        keyed_reverse(pairs, n);
    r = sort_pairs(t, pairs, n);
    if (reverse)
        keyed_reverse(pairs, n);
    for (int64_t i = 0; i < n; i++)
        items[i] = pairs[i].value;
    return r;
}

static int sort_plain(TimSort *t, Value *items, int64_t n, bool reverse)
{
    int r;

    if (n < 2)
        return 0;
    if (reverse)
        reverse_values(items, n);
    r = sort_values(t, items, n, KEYS_any);
    if (reverse)
        reverse_values(items, n);
    return r;
}

int list_sort(PyList *self, Value cmp, Value key, bool reverse)
{
    TimSort t = {.cmp = cmp};
    ListStore *s;
    int64_t n;
    int r = 1;

    if (!cmp && !key) {
        lock_acquire(&self->head.lock);
        r = sort_locked(self, &t, reverse);
        lock_release(&self->head.lock);
        if (r <= 0)
            return r;
    }
    s = list_take_store(self);
    n = store_length(s);
    if (n > 0)
        r = key ? sort_with_keys(&t, s->items, n, key, reverse)
                : sort_plain(&t, s->items, n, reverse);
    else
        r = 0;
    if (!list_give_back(self, s) && r == 0) {
        err_format(&exc_ValueError, "list modified during sort");
        r = -1;
    }
    return r;
}
