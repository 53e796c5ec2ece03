/* The number of keys of a dict or set, for readers without the lock: while a
 * change goes on it is ~n, and they ask under the lock.  Several changes that
 * are to be one step hold the store's version odd.  All functions are called
 * with the container's lock held. */
#ifndef RT_CHANGES_H
#define RT_CHANGES_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

static inline int64_t changes_used(_Atomic int64_t *used)
{
    int64_t n = atomic_load_explicit(used, memory_order_relaxed);

    return n >= 0 ? n : ~n;
}

/* Before the first store of a change. */
static inline void change_begin(_Atomic int64_t *used)
{
    atomic_store_explicit(used, ~changes_used(used), memory_order_relaxed);
}

static inline bool changes_go_on(_Atomic uint64_t *version)
{
    return atomic_load_explicit(version, memory_order_relaxed) & 1;
}

/* Behind the last store of a change, after which there are n keys. */
static inline void change_end(_Atomic int64_t *used, _Atomic uint64_t *version,
                              int64_t n)
{
    atomic_store_explicit(used, changes_go_on(version) ? ~n : n,
                          memory_order_release);
}

static inline void changes_begin(_Atomic int64_t *used,
                                 _Atomic uint64_t *version)
{
    atomic_fetch_add_explicit(version, 1, memory_order_acq_rel);
    change_begin(used);
}

static inline void changes_end(_Atomic int64_t *used, _Atomic uint64_t *version)
{
    atomic_fetch_add_explicit(version, 1, memory_order_acq_rel);
    change_end(used, version, changes_used(used));
}

/* A change that is still half done under the lock is that of a thread which a
 * fork has left behind: there are n keys. */
static inline void changes_settle(_Atomic int64_t *used,
                                  _Atomic uint64_t *version, int64_t n)
{
    if (changes_go_on(version))
        atomic_fetch_add_explicit(version, 1, memory_order_acq_rel);
    change_end(used, version, n);
}

#endif
