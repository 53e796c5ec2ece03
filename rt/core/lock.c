/* The contended half of object locks: Drepper, "Futexes Are Tricky", the
 * three-state mutex. */
#include <linux/futex.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "lock.h"

bool rt_threaded;

void lock_acquire_slow(Lock *l)
{
    int spins = 100;

    while (spins-- > 0) {
        uint32_t free_word = 0;

        if (atomic_load_explicit(&l->word, memory_order_relaxed) == 0 &&
            atomic_compare_exchange_weak_explicit(&l->word, &free_word, 1,
                                                  memory_order_acquire,
                                                  memory_order_relaxed))
            return;
        __builtin_ia32_pause();
    }
    while (atomic_exchange_explicit(&l->word, 2, memory_order_acquire))
        syscall(SYS_futex, &l->word, FUTEX_WAIT_PRIVATE, 2, NULL, NULL, 0);
}

void lock_release_slow(Lock *l)
{
    syscall(SYS_futex, &l->word, FUTEX_WAKE_PRIVATE, 1, NULL, NULL, 0);
}

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
