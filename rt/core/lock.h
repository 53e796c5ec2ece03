/* The 32-bit lock in every object's header, and its contracts.
 *
 * Uncontended: one compare-and-swap, and a plain store to release, which may
 * overwrite a waiter's mark: no waiter sleeps for ever.  Until the process
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

/* 0 free; otherwise the generation in the upper 30 bits and LOCK_HELD, or
 * LOCK_WAITED_FOR if threads sleep until it is released; or a thread's number
 * and LOCK_OWNED: see Owner.  Each fork of a
 * process that has threads begins a new generation in the child: what threads
 * that did not come along held counts as free. */
typedef struct CAPABILITY Lock {
    _Atomic uint32_t word;
} Lock;

enum { LOCK_HELD = 1, LOCK_WAITED_FOR = 2, LOCK_OWNED = 3, LOCK_BITS = 3 };

/* 0 until the second thread is about to start, then generation << 2 |
 * LOCK_HELD. */
extern uint32_t rt_threaded;

void lock_threads_start(void);
/* In the child of a fork, which has one thread. */
void lock_after_fork(void);

void lock_acquire_slow(Lock *l);
void lock_release_slow(Lock *l);

/* A build for tests (option rt_stress) stops here and there, so that other
 * threads come between. */
#ifdef RT_STRESS
void lock_stress(void);
#else
static inline void lock_stress(void)
{
}
#endif

#ifdef RT_NO_LOCKS /* for measurements only */
static inline void lock_acquire(Lock *l) ACQUIRES(*l) NO_LOCK_ANALYSIS
{
}

static inline void lock_release(Lock *l) RELEASES(*l) NO_LOCK_ANALYSIS
{
}
#else
static inline void lock_acquire(Lock *l) ACQUIRES(*l) NO_LOCK_ANALYSIS
{
    uint32_t free_word = 0, held = rt_threaded;

    if (!held)
        return;
    lock_stress();
    if (!atomic_compare_exchange_strong_explicit(&l->word, &free_word, held,
                                                 memory_order_acquire,
                                                 memory_order_relaxed))
        lock_acquire_slow(l);
    lock_stress();
}

static inline void lock_release(Lock *l) RELEASES(*l) NO_LOCK_ANALYSIS
{
    if (!rt_threaded)
        return;
    lock_stress();
    uint32_t word = atomic_load_explicit(&l->word, memory_order_relaxed);

    lock_stress();
    atomic_store_explicit(&l->word, 0, memory_order_release);
    if (word & LOCK_WAITED_FOR)
        lock_release_slow(l);
    lock_stress();
}
#endif

/* A thread owns the locks of lists that it has made, or has written often,
 * until somebody else wants them: it takes them by two plain stores.  The first
 * says which one it is about to use (busy), then it looks whether it still owns
 * it.  Whoever else wants the lock takes the ownership away for good, has all
 * processors pass a barrier (membarrier) and waits until the owner is not busy
 * with that lock; doc/locking.md.  Neither is needed while the owner waits for
 * something else. */
typedef struct Owner {
    _Alignas(64) Lock *_Atomic busy;
    uint32_t word; /* of locks that the thread owns; no lock's: of none */
    _Atomic uint32_t stores; /* with locks that it does not own */
    _Atomic bool away;       /* it enters no lock before it has cleared this */
} Owner;

enum { OWNED_AFTER = 16 }; /* one in so many such stores makes an owner */

extern __thread Owner *lock_owner __attribute__((tls_model("initial-exec")));

/* Cleared when too many owners have had to give up. */
extern bool lock_owners_on;
/* At the start of the process, while it has one thread. */
void lock_prepare_owners(void);
/* Of a thread that starts, and of one that ends. */
void lock_owner_attach(void);
void lock_owner_detach(void);
/* Around what may take long and uses no list: others take what the thread owns
 * for a hundredth of the price. */
static inline void lock_owner_away(void)
{
    atomic_store(&lock_owner->away, true);
}

static inline void lock_owner_back(void)
{
    atomic_store(&lock_owner->away, false);
}

/* The lock of a new object, which is the thread's own while others leave it
 * alone. */
static inline void lock_init_owned(Lock *l)
{
    if (rt_threaded && lock_owners_on && lock_owner->word != LOCK_OWNED)
        atomic_store_explicit(&l->word, lock_owner->word, memory_order_relaxed);
}
/* Instead of lock_release: the thread may own it from now on. */
void lock_release_owned(Lock *l) RELEASES(*l);

/* Takes the lock for a few instructions in which no other lock is taken; what
 * lock_leave wants to know. */
static inline bool lock_enter(Lock *l) ACQUIRES(*l) NO_LOCK_ANALYSIS
{
    Owner *o;

    if (!rt_threaded)
        return false;
    o = lock_owner;
    atomic_store_explicit(&o->busy, l, memory_order_relaxed);
    atomic_signal_fence(memory_order_seq_cst);
    lock_stress();
    if (atomic_load_explicit(&l->word, memory_order_relaxed) == o->word) {
        atomic_signal_fence(memory_order_seq_cst);
        lock_stress();
        return true;
    }
    atomic_store_explicit(&o->busy, NULL, memory_order_relaxed);
    lock_acquire(l);
    return false;
}

/* The count may miss some: threads without a number share one. */
static inline void lock_release_counted(Lock *l, Owner *o)
    RELEASES(*l) NO_LOCK_ANALYSIS
{
    uint32_t n = atomic_load_explicit(&o->stores, memory_order_relaxed) + 1;

    atomic_store_explicit(&o->stores, n, memory_order_relaxed);
    if (n % OWNED_AFTER)
        lock_release(l);
    else
        lock_release_owned(l);
}

static inline void lock_leave(Lock *l, bool owned) RELEASES(*l) NO_LOCK_ANALYSIS
{
    Owner *o;

    if (!rt_threaded)
        return;
    o = lock_owner;
    lock_stress();
    if (owned)
        atomic_store_explicit(&o->busy, NULL, memory_order_release);
    else
        lock_release_counted(l, o);
}

/* The same while there is only one thread too: for what is held while Python
 * code runs, which may start the second. */
void lock_acquire_always(Lock *l) ACQUIRES(*l);
void lock_release_always(Lock *l) RELEASES(*l);

/* Locks two different or equal objects' locks without deadlock. */
void lock_two(Lock *a, Lock *b);
void unlock_two(Lock *a, Lock *b);

#endif
