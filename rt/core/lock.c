/* The contended half of object locks: Drepper, "Futexes Are Tricky", the
 * three-state mutex. */
#include <linux/futex.h>
#include <sched.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "lock.h"

uint32_t rt_threaded;

static uint32_t generation;

enum {
    LONGEST_PAUSE = 64, /* instructions, about 3 microseconds */
    SPIN_PAUSES = 512   /* before the thread sleeps */
};

void lock_threads_start(void)
{
    __atomic_store_n(&rt_threaded, generation << 2 | LOCK_HELD,
                     __ATOMIC_RELEASE);
}

void lock_after_fork(void)
{
    generation++;
    rt_threaded = 0;
}

/* Nobody holds the lock that this word was read from. */
static bool is_free(uint32_t word)
{
    return word == 0 || word >> 2 != generation;
}

static bool try_lock(Lock *l, uint32_t held)
{
    uint32_t word = atomic_load_explicit(&l->word, memory_order_relaxed);

    return is_free(word) && atomic_compare_exchange_weak_explicit(
                                &l->word, &word, held, memory_order_acquire,
                                memory_order_relaxed);
}

static void sleep_until_free(Lock *l)
{
    uint32_t waiting = generation << 2 | LOCK_WAITED_FOR;

    while (!is_free(
        atomic_exchange_explicit(&l->word, waiting, memory_order_acquire)))
        syscall(SYS_futex, &l->word, FUTEX_WAIT_PRIVATE, waiting, NULL, NULL,
                0);
}

/* Waits longer and longer between looks, so that whoever has the lock's cache
 * line goes on undisturbed meanwhile. */
void lock_acquire_slow(Lock *l)
{
    uint32_t held = generation << 2 | LOCK_HELD;
    int spent = 0;

    for (int pause = 1; spent < SPIN_PAUSES; spent += pause) {
        if (try_lock(l, held))
            return;
        for (int i = 0; i < pause; i++)
            __builtin_ia32_pause();
        if (pause < LONGEST_PAUSE)
            pause *= 2;
    }
    sleep_until_free(l);
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
