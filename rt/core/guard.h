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
static inline void guard_enter(Guard *g) NO_LOCK_ANALYSIS
{
    lock_acquire_always(&g->lock);
    atomic_store_explicit(&g->owner, thread_state->ident, memory_order_relaxed);
}

static inline void guard_leave(Guard *g) NO_LOCK_ANALYSIS
{
    atomic_store_explicit(&g->owner, 0, memory_order_relaxed);
    lock_release_always(&g->lock);
}

#endif
