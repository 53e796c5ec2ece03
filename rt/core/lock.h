/* The 32-bit lock in every object's header, and its contracts.
 *
 * Uncontended: one compare-and-swap; contended: a futex.  Until the process
 * starts its second thread, rt_threaded is false and lock and unlock do
 * nothing.  No user code (anything that may run Python) runs with a lock
 * held.  Two objects are locked in address order through lock_two. */
#ifndef RT_LOCK_H
#define RT_LOCK_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

#if defined(__clang__)
#define CAPABILITY __attribute__((capability("lock")))
#define REQUIRES(l) __attribute__((requires_capability(l)))
#define ACQUIRES(l) __attribute__((acquire_capability(l)))
#define RELEASES(l) __attribute__((release_capability(l)))
#define NO_LOCK_ANALYSIS __attribute__((no_thread_safety_analysis))
#else
#define CAPABILITY
#define REQUIRES(l)
#define ACQUIRES(l)
#define RELEASES(l)
#define NO_LOCK_ANALYSIS
#endif

/* 0 free, 1 held, 2 held with waiters. */
typedef struct CAPABILITY Lock {
    _Atomic uint32_t word;
} Lock;

extern bool rt_threaded; /* set once, before the second thread starts */

void lock_acquire_slow(Lock *l);
void lock_release_slow(Lock *l);

static inline void lock_acquire(Lock *l) ACQUIRES(*l) NO_LOCK_ANALYSIS
{
    uint32_t free_word = 0;

    if (!rt_threaded)
        return;
    if (!atomic_compare_exchange_strong_explicit(&l->word, &free_word, 1,
                                                 memory_order_acquire,
                                                 memory_order_relaxed))
        lock_acquire_slow(l);
}

static inline void lock_release(Lock *l) RELEASES(*l) NO_LOCK_ANALYSIS
{
    if (!rt_threaded)
        return;
    if (atomic_exchange_explicit(&l->word, 0, memory_order_release) == 2)
        lock_release_slow(l);
}

/* Locks two different or equal objects' locks without deadlock. */
void lock_two(Lock *a, Lock *b);
void unlock_two(Lock *a, Lock *b);

#endif
