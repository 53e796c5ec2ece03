/* The contended half of object locks.
 *
 * Threads that do little else than write one object pass its cache lines to
 * and fro, which costs a hundred times what the writing does.  So whoever
 * finds a lock that changes hands faster than lines move stays away from it
 * for a while, and whoever has the lines meanwhile works as if alone: much the
 * idea of Dice's "Malthusian Locks" without its queue.  How long is found out
 * per lock, see Heat.  A lock that is held for long, or asked for rarely, is
 * waited for as in Drepper's "Futexes Are Tricky". */
#include <linux/futex.h>
#include <linux/membarrier.h>
#include <sched.h>
#include <string.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include "lock.h"
#include "object.h"

uint32_t rt_threaded;

static uint32_t generation;

enum {
    LONGEST_PAUSE = 64, /* instructions, about 3 microseconds */
    SPIN_PAUSES = 512,  /* before it takes a rest */
    GRAB_LOOKS = 32,    /* after a rest: about a microsecond */
    RESTS = 8,          /* before the thread sleeps for good */
    /* Nanoseconds.  A lock is hot if waiters get it one after the other
     * faster than HOT, what fetching a container's lines takes.  With ENOUGH,
     * to which the kernel's timer adds about as much, the change of hands is
     * one or two percent. */
    HOT = 500,
    ENOUGH = 50000,
    SHORTEST_SLEEP = 10000, /* what is shorter is spent with pauses */
    LONGEST_REST = 10000000,
    FIRST_SLEEP = 1000000,
    LONGEST_SLEEP = 64000000,
    HEATS = 256,
    OWNERS = 256, /* threads that can own locks at once, plus one */
    MOST_CHANGES_OF_OWNER = 1000 /* then nobody becomes an owner any more */
};

/* What waiters know of the locks of one hash.  Only waiters write it, about
 * once per change of hands.  All is guesswork: two hot locks in one Heat, or
 * stores of two threads that mix, make rests longer or shorter, no more. */
typedef struct Heat {
    _Alignas(64) _Atomic int64_t taken; /* when a waiter got a lock last */
    _Atomic int64_t rest;               /* how long to stay away; 0: not hot */
    _Atomic int32_t resting;            /* threads that stay away now */
} Heat;

static Heat heats[HEATS];

/* By number; 0 is what threads have that find no other: its word is no
 * lock's. */
static Owner owners[OWNERS] = {{.word = LOCK_OWNED}};
static _Atomic bool owner_taken[OWNERS];
static _Atomic int changes_of_owner;
bool lock_owners_on;

__thread Owner *lock_owner = &owners[0];

#if defined(__has_feature)
#if __has_feature(thread_sanitizer) /* knows nothing of membarrier */
#define NO_OWNERS
#endif
#endif

static bool membarrier(int command)
{
    return syscall(SYS_membarrier, command, 0, 0) == 0;
}

void lock_prepare_owners(void)
{
#ifndef NO_OWNERS
    lock_owners_on = membarrier(MEMBARRIER_CMD_REGISTER_PRIVATE_EXPEDITED);
#endif
}

void lock_owner_attach(void)
{
    for (uint32_t i = 1; i < OWNERS; i++) {
        bool free = false;

        if (!atomic_compare_exchange_strong(&owner_taken[i], &free, true))
            continue;
        owners[i].word = i << 2 | LOCK_OWNED;
        lock_owner = &owners[i];
        return;
    }
}

/* What the thread owned belongs to the next one with its number, which begins
 * behind it. */
void lock_owner_detach(void)
{
    Owner *o = lock_owner;

    lock_owner = &owners[0];
    if (o != &owners[0])
        atomic_store(&owner_taken[o - owners], false);
}

void lock_threads_start(void)
{
    __atomic_store_n(&rt_threaded, generation << 2 | LOCK_HELD,
                     __ATOMIC_RELEASE);
}

/* Other owners are gone, in the middle of a store perhaps.  The registration
 * is the process's own. */
void lock_after_fork(void)
{
    generation++;
    rt_threaded = 0;
    memset(heats, 0, sizeof heats);
    for (int i = 0; i < OWNERS; i++) {
        atomic_store(&owners[i].busy, NULL);
        atomic_store(&owners[i].away, false);
        atomic_store(&owner_taken[i], &owners[i] == lock_owner);
    }
    if (lock_owners_on)
        lock_prepare_owners();
}

static bool is_owned(uint32_t word)
{
    return (word & LOCK_BITS) == LOCK_OWNED;
}

/* Nobody holds the lock that this word was read from. */
static bool is_free(uint32_t word)
{
    return word == 0 || (!is_owned(word) && word >> 2 != generation);
}

static PyObject *object_of(Lock *l)
{
    return (PyObject *)((char *)l - offsetof(PyObject, lock));
}

/* The calling thread has put another word in the place of the owner's.  An
 * owner that has not seen that yet is seen to be busy behind the barrier.  One
 * that is away comes back by a store that is ordered behind this look at it, so
 * that it sees the new word. */
static void wait_for_owner(Lock *l, uint32_t word)
{
    Owner *o = &owners[word >> 2];

    if (o == lock_owner)
        return;
    __atomic_fetch_or(&object_of(l)->flags, OBJ_NOT_OWNED, __ATOMIC_RELAXED);
    atomic_thread_fence(memory_order_seq_cst);
    if (atomic_load(&o->away))
        return;
    if (atomic_fetch_add_explicit(&changes_of_owner, 1, memory_order_relaxed) >
        MOST_CHANGES_OF_OWNER)
        __atomic_store_n(&lock_owners_on, false, __ATOMIC_RELAXED);
    membarrier(MEMBARRIER_CMD_PRIVATE_EXPEDITED);
    while (atomic_load_explicit(&o->busy, memory_order_acquire) == l)
        sched_yield();
}

static bool may_own(Lock *l, const Owner *o)
{
    return lock_owners_on && o->word != LOCK_OWNED &&
           !(object_of(l)->flags & OBJ_NOT_OWNED);
}

void lock_release_owned(Lock *l) NO_LOCK_ANALYSIS
{
    Owner *o = lock_owner;
    uint32_t held = rt_threaded;

    if (!may_own(l, o) || !atomic_compare_exchange_strong_explicit(
                              &l->word, &held, o->word, memory_order_release,
                              memory_order_relaxed))
        lock_release(l);
}

static bool take_from_owner(Lock *l, uint32_t word, uint32_t held)
{
    if (!atomic_compare_exchange_strong_explicit(
            &l->word, &word, held, memory_order_acquire, memory_order_relaxed))
        return false;
    wait_for_owner(l, word);
    return true;
}

static bool try_lock(Lock *l, uint32_t held)
{
    uint32_t word = atomic_load_explicit(&l->word, memory_order_relaxed);

    if (is_owned(word))
        return take_from_owner(l, word, held);
    return is_free(word) && atomic_compare_exchange_weak_explicit(
                                &l->word, &word, held, memory_order_acquire,
                                memory_order_relaxed);
}

/* The holder wakes one that sleeps if it saw the mark; it may have looked
 * just before and freed the lock just after, so nobody sleeps for long. */
static void sleep_until_free(Lock *l)
{
    uint32_t waiting = generation << 2 | LOCK_WAITED_FOR, word;
    struct timespec t = {0, FIRST_SLEEP};

    while (!is_free(word = atomic_exchange_explicit(&l->word, waiting,
                                                    memory_order_acquire))) {
        if (is_owned(word)) {
            wait_for_owner(l, word);
            return;
        }
        syscall(SYS_futex, &l->word, FUTEX_WAIT_PRIVATE, waiting, &t, NULL, 0);
        if (t.tv_nsec < LONGEST_SLEEP)
            t.tv_nsec *= 2;
    }
}

static int64_t nanoseconds(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000000000 + t.tv_nsec;
}

static Heat *heat_of(Lock *l)
{
    return &heats[((uintptr_t)l >> 4 ^ (uintptr_t)l >> 12) % HEATS];
}

/* The calling waiter has the lock.  If that was soon compared with the time
 * that waiters stay away they are to do so longer; after a long time not at
 * all.  With n of them, each stays away n times as long, see rest_from. */
static void note_taken(Heat *h)
{
    int64_t now = nanoseconds();
    int64_t since = now - atomic_load_explicit(&h->taken, memory_order_relaxed);
    int64_t rest = atomic_load_explicit(&h->rest, memory_order_relaxed);
    int64_t waiters =
        1 + atomic_load_explicit(&h->resting, memory_order_relaxed);

    atomic_store_explicit(&h->taken, now, memory_order_relaxed);
    if (since > HOT + 16 * rest * waiters)
        rest = 0;
    else if (rest < ENOUGH && since < HOT + 4 * rest)
        rest = rest ? 2 * rest : HOT;
    atomic_store_explicit(&h->rest, rest, memory_order_relaxed);
}

/* Looks at the lock after longer and longer pauses. */
static bool look_often(Lock *l, uint32_t held, int pauses, int longest)
{
    for (int pause = 1; pauses > 0; pauses -= pause) {
        if (try_lock(l, held))
            return true;
        for (int i = 0; i < pause; i++)
            __builtin_ia32_pause();
        if (pause < longest)
            pause *= 2;
    }
    return false;
}

/* Stays away from the lock's cache line for so many nanoseconds, the longer
 * the more others do so, or one of them would come back too soon. */
static void rest_from(Heat *h, int64_t rest)
{
    struct timespec t = {0};
    int64_t end;

    rest *= 1 + atomic_fetch_add_explicit(&h->resting, 1, memory_order_relaxed);
    if (rest > LONGEST_REST)
        rest = LONGEST_REST;
    if (rest >= SHORTEST_SLEEP) {
        t.tv_sec = rest / 1000000000;
        t.tv_nsec = rest % 1000000000;
        nanosleep(&t, NULL);
    } else {
        for (end = nanoseconds() + rest; nanoseconds() < end;)
            for (int i = 0; i < 8; i++)
                __builtin_ia32_pause();
    }
    atomic_fetch_sub_explicit(&h->resting, 1, memory_order_relaxed);
}

static bool rest_and_grab(Lock *l, uint32_t held, Heat *h)
{
    int64_t rest = atomic_load_explicit(&h->rest, memory_order_relaxed);

    if (rest == 0 && look_often(l, held, SPIN_PAUSES, LONGEST_PAUSE))
        return true;
    if (rest == 0)
        rest = SHORTEST_SLEEP;
    for (int i = 0; i < RESTS; i++) {
        rest_from(h, rest);
        if (look_often(l, held, GRAB_LOOKS, 1))
            return true;
        if (rest < ENOUGH)
            rest *= 2;
    }
    return false;
}

void lock_acquire_slow(Lock *l)
{
    uint32_t word = atomic_load_explicit(&l->word, memory_order_relaxed);
    Heat *h;

    if (is_owned(word) && take_from_owner(l, word, generation << 2 | LOCK_HELD))
        return;
    h = heat_of(l);
    if (!rest_and_grab(l, generation << 2 | LOCK_HELD, h))
        sleep_until_free(l);
    note_taken(h);
}

void lock_release_slow(Lock *l)
{
    syscall(SYS_futex, &l->word, FUTEX_WAKE_PRIVATE, 1, NULL, NULL, 0);
}

void lock_acquire_always(Lock *l) NO_LOCK_ANALYSIS
{
    if (!try_lock(l, generation << 2 | LOCK_HELD))
        lock_acquire_slow(l);
}

void lock_release_always(Lock *l) NO_LOCK_ANALYSIS
{
    if (atomic_exchange_explicit(&l->word, 0, memory_order_release) &
        LOCK_WAITED_FOR)
        lock_release_slow(l);
}

#ifdef RT_STRESS
/* Nothing mostly, else a pause of some length or another thread's turn. */
void lock_stress(void)
{
    static __thread uint32_t seed;
    uint32_t dice;

    if (!rt_threaded)
        return;
    if (!seed)
        seed = (uint32_t)(uintptr_t)&seed | 1;
    seed ^= seed << 13;
    seed ^= seed >> 17;
    seed ^= seed << 5;
    dice = seed >> 8 & 0xff;
    if (dice < 4)
        sched_yield();
    else if (dice < 24)
        for (uint32_t i = 0; i < dice * 8; i++)
            __builtin_ia32_pause();
}
#endif

void lock_two(Lock *a, Lock *b) NO_LOCK_ANALYSIS
{
    if (a > b) {
        Lock *t = a;

        a = b;
        b = t;
    }
    lock_acquire(a);
    if (a != b)
        lock_acquire(b);
}

void unlock_two(Lock *a, Lock *b) NO_LOCK_ANALYSIS
{
    lock_release(a);
    if (a != b)
        lock_release(b);
}
