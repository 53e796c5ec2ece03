/* A lock that knows the thread which holds it.  Unlike an object's lock it may
 * be held while Python code runs. */
#ifndef RT_GUARD_H
#define RT_GUARD_H

#include "lock.h"
#include "thread.h"

typedef struct Guard {
    Lock lock;
    _Atomic int64_t owner; /* its ident, 0: free */
} Guard;

static inline bool guard_is_mine(Guard *g)
{
    return atomic_load_explicit(&g->owner, memory_order_relaxed) ==
           thread_state->ident;
}

/* Held also while one thread runs: what it calls may start another. */
static inline void guard_enter(Guard *g)
{
    uint32_t free_word = 0;

    if (!atomic_compare_exchange_strong(&g->lock.word, &free_word, 1))
        lock_acquire_slow(&g->lock);
    atomic_store_explicit(&g->owner, thread_state->ident, memory_order_relaxed);
}

static inline void guard_leave(Guard *g)
{
    atomic_store_explicit(&g->owner, 0, memory_order_relaxed);
    if (atomic_exchange(&g->lock.word, 0) == 2)
        lock_release_slow(&g->lock);
}

#endif
