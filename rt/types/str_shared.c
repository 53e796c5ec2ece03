/* Short strs that a program cuts from texts again and again are mostly few:
 * fields of records, words, keys.  Each thread remembers the last ones, by
 * their text, so that an equal one is neither allocated nor hashed again, and
 * is found in dicts by its address.
 *
 * The table is weak: nothing in it is marked, and the collector empties it
 * with the world stopped; when it knows what lives on, while threads run again,
 * it puts that back where they put nothing meanwhile.  A thread that is stopped
 * while it uses an entry has its address in a register or on its stack.  Tag
 * and str of an entry need not belong together, as the text is compared.
 *
 * Tables start small, as servers have many threads with few words each, and
 * grow where few of the words are found.  Where that does not help (unique
 * texts) the search is not worth it: each kind of caller pauses for a while
 * then. */
#define GC_THREADS
#define GC_NO_THREAD_REDIRECTS
#include <gc/gc.h>
#include <gc/gc_mark.h>

#include "gc_blocks.h"
#include "keys.h"
#include "str.h"
#include "thread.h"

enum {
    FIRST_BITS = 8, /* of a slot's number */
    MORE_BITS = 2,
    MOST_BITS = 12,
    ROUND = 512,      /* searches before a kind is judged */
    FOUND_LEAST = 64, /* of them */
    PAUSE = 16384     /* strs made without searching */
};

typedef struct Habit {
    int32_t left, found; /* of this round */
    int32_t pause;
} Habit;

typedef struct StrShare {
    Habit habits[SHARE_COUNT];
    int bits;
    uint32_t *tags; /* these two are behind strs */
    PyStr **before; /* as they were when the world was stopped */
    PyStr *strs[];
} StrShare;

static size_t slots(const StrShare *share)
{
    return (size_t)1 << share->bits;
}

void str_share_forget(struct StrShare *share)
{
    size_t size;

    if (!share)
        return;
    size = slots(share) * sizeof *share->strs;
    memcpy(share->before, share->strs, size);
    memset(share->strs, 0, size);
}

void str_share_remember(struct StrShare *share)
{
    if (!share)
        return;
    for (size_t i = 0; i < slots(share); i++) {
        PyStr *s = share->before[i], *none = NULL;

        if (s && GC_is_marked(s))
            __atomic_compare_exchange_n(&share->strs[i], &none, s, false,
                                        __ATOMIC_RELEASE, __ATOMIC_RELAXED);
    }
    memset(share->before, 0, slots(share) * sizeof *share->before);
}

/* Makes the thread's table; NULL: there is no memory for it. */
static StrShare *share_new(ThreadState *t, int bits)
{
    size_t n = (size_t)1 << bits;
    StrShare *share = gc_bytes(sizeof *share + n * 2 * sizeof *share->strs +
                               n * sizeof *share->tags);

    if (!share) {
        err_clear();
        return NULL;
    }
    share->bits = bits;
    share->before = share->strs + n;
    share->tags = (uint32_t *)(share->before + n);
    for (int i = 0; i < SHARE_COUNT; i++)
        share->habits[i].left = ROUND;
    t->share = share;
    if (t->gc.blocks)
        t->gc.blocks->share = share;
    return share;
}

/* 8 bytes of a text that has as many, or fewer. */
static inline uint64_t word_at(const char *p)
{
    uint64_t x;

    memcpy(&x, p, 8);
    return x;
}

static inline uint64_t few_bytes(const char *p, int64_t n)
{
    uint32_t x, y;

    if (n < 4)
        return (uint64_t)(unsigned char)p[0] << 16 |
               (uint64_t)(unsigned char)p[n >> 1] << 8 |
               (unsigned char)p[n - 1];
    memcpy(&x, p, 4);
    memcpy(&y, p + n - 4, 4);
    return (uint64_t)x << 32 | y;
}

/* Of 2 to SHARE_LONGEST bytes; good in its upper half. */
static inline uint64_t mix(const char *p, int64_t n)
{
    const uint64_t a = 0x9e3779b97f4a7c15, b = 0xc2b2ae3d27d4eb4f;
    uint64_t x;

    if (n < 8)
        return (few_bytes(p, n) + (uint64_t)n * b) * a;
    x = word_at(p) * a ^ word_at(p + n - 8) * b;
    if (n > 16)
        x = (x ^ x >> 29) + word_at(p + 8) * a ^ word_at(p + n - 16) * b;
    return (x ^ x >> 32) * (a + (uint64_t)n * 2);
}

static inline bool is_text(PyStr *s, const char *p, int64_t n)
{
    if (s->length != n)
        return false;
    if (n < 8)
        return same_few_bytes(s->data, p, n);
    return same_words(s->data, p, n) &&
           (n <= 16 || same_words(s->data + 8, p + 8, n - 16));
}

/* The end of a round: was it worth it?  A larger table is empty at first. */
static void judge(StrShare *share, Habit *h)
{
    bool grows = h->found < ROUND / 2 && share->bits < MOST_BITS &&
                 share_new(thread_state, share->bits + MORE_BITS);

    h->pause = !grows && h->found < FOUND_LEAST ? PAUSE : 0;
    h->left = ROUND;
    h->found = 0;
}

static PyStr *load(StrShare *share, uint64_t at)
{
    return __atomic_load_n(&share->strs[at], __ATOMIC_RELAXED);
}

/* NULL: none is known. */
static inline PyStr *find(StrShare *share, uint64_t at, uint32_t tag,
                          const char *data, int64_t n)
{
    for (int i = 0; i < 2; i++, at ^= 1) {
        PyStr *s = share->tags[at] == tag ? load(share, at) : NULL;

        if (s && is_text(s, data, n))
            return s;
    }
    return NULL;
}

/* In front of what was there, which is the next to go. */
static inline void put(StrShare *share, uint64_t at, uint32_t tag, PyStr *s)
{
    share->tags[at ^ 1] = share->tags[at];
    __atomic_store_n(&share->strs[at ^ 1], load(share, at), __ATOMIC_RELAXED);
    share->tags[at] = tag;
    __atomic_store_n(&share->strs[at], s, __ATOMIC_RELAXED);
}

static PyStr *find_or_make(StrShare *share, Habit *h, const char *data,
                           int64_t n)
{
    uint64_t x = mix(data, n), at = x >> (64 - share->bits) & ~(uint64_t)1;
    uint32_t tag = (uint32_t)(x >> 20);
    PyStr *s = find(share, at, tag, data, n);

    if (s)
        h->found++;
    else if ((s = str_from(data, n)))
        put(share, at, tag, s);
    if (--h->left == 0)
        judge(share, h);
    return s;
}

PyStr *str_shared(const char *data, int64_t n, ShareKind kind)
{
    ThreadState *t = thread_state;
    StrShare *share = t->share;
    Habit *h;

    if (n <= 1 || n > SHARE_LONGEST)
        return str_from(data, n);
    if (__builtin_expect(!share, 0)) {
        share = share_new(t, FIRST_BITS);
        if (!share)
            return str_from(data, n);
    }
    h = &share->habits[kind];
    if (h->pause > 0) {
        h->pause--;
        return str_from(data, n);
    }
    return find_or_make(share, h, data, n);
}
