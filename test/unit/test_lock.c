/* Object locks: mutual exclusion, the contended path, pairs, fork. */
#include "rt_start.h"

#include <pthread.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { NTHREADS = 4, ROUNDS = 100000 };

static Lock lock, other;
static int64_t counter, inside;

static void join_all(void *(*fn)(void *))
{
    pthread_t threads[NTHREADS];

    lock_threads_start();
    for (int64_t i = 0; i < NTHREADS; i++)
        ck_assert_int_eq(pthread_create(&threads[i], NULL, fn, (void *)i), 0);
    for (int i = 0; i < NTHREADS; i++)
        pthread_join(threads[i], NULL);
}

static void *count(void *arg)
{
    for (int i = 0; i < ROUNDS; i++) {
        lock_acquire(&lock);
        inside++;
        if (inside == 1)
            counter++;
        inside--;
        lock_release(&lock);
    }
    return NULL;
}

START_TEST(one_thread_at_a_time)
{
    join_all(count);
    ck_assert_int_eq(counter, (int64_t)NTHREADS * ROUNDS);
    ck_assert_uint_eq(atomic_load(&lock.word), 0);
}
END_TEST

static void *hold(void *arg)
{
    nanosleep(&(struct timespec){.tv_nsec = 1000000}, NULL);
    lock_acquire(&lock);
    counter++;
    lock_release(&lock);
    return NULL;
}

/* Long enough that the others stop spinning and wait in the kernel. */
START_TEST(waiters_are_marked_and_woken)
{
    pthread_t threads[NTHREADS];

    lock_threads_start();
    lock_acquire(&lock);
    for (int i = 0; i < NTHREADS; i++)
        pthread_create(&threads[i], NULL, hold, NULL);
    for (int i = 0; i < 5000 && !(atomic_load(&lock.word) & LOCK_WAITED_FOR);
         i++)
        nanosleep(&(struct timespec){.tv_nsec = 1000000}, NULL);
    ck_assert_uint_eq(atomic_load(&lock.word) & LOCK_BITS, LOCK_WAITED_FOR);
    ck_assert_int_eq(counter, 0);
    lock_release(&lock);
    for (int i = 0; i < NTHREADS; i++)
        pthread_join(threads[i], NULL);
    ck_assert_int_eq(counter, NTHREADS);
}
END_TEST

/* Half of the threads name the two locks the other way round. */
static void *count_both(void *arg)
{
    Lock *a = (int64_t)arg % 2 ? &lock : &other;
    Lock *b = (int64_t)arg % 2 ? &other : &lock;

    for (int i = 0; i < ROUNDS; i++) {
        lock_two(a, b);
        counter++;
        unlock_two(a, b);
        lock_two(a, a);
        unlock_two(a, a);
    }
    return NULL;
}

START_TEST(two_locks_do_not_deadlock)
{
    join_all(count_both);
    ck_assert_int_eq(counter, (int64_t)NTHREADS * ROUNDS);
    ck_assert_uint_eq(atomic_load(&lock.word), 0);
    ck_assert_uint_eq(atomic_load(&other.word), 0);
}
END_TEST

START_TEST(without_threads_nothing_is_locked)
{
    lock_acquire(&lock);
    ck_assert_uint_eq(atomic_load(&lock.word), 0);
    lock_release(&lock);
}
END_TEST

/* The child has one thread: it may take what it likes, and is main.  What
 * another thread held counts as free when the child has threads too. */
START_TEST(child_of_a_fork_is_alone)
{
    int status;
    pid_t pid;

    lock_threads_start();
    lock_acquire(&lock);
    pid = fork();
    if (pid == 0) {
        thread_after_fork();
        if (rt_threaded || thread_main != thread_state ||
            dict_set(dict_new(), NONE, NONE) < 0)
            _exit(1);
        join_all(count);
        _exit(counter != (int64_t)NTHREADS * ROUNDS);
    }
    lock_release(&lock);
    ck_assert_int_eq(waitpid(pid, &status, 0), pid);
    ck_assert_int_eq(status, 0);
}
END_TEST

START_TEST(recursion_has_a_limit)
{
    int depth = 0;

    thread_set_recursion_limit(50);
    while (recursion_enter(" here") == 0 && depth < 1000)
        depth++;
    ck_assert_int_eq(depth, 50);
    ck_assert_raised(exc_RuntimeError);
    while (depth-- > 0)
        recursion_leave();
    ck_assert_int_eq(thread_state->depth, 0);
}
END_TEST

int main(void)
{
    TCase *t = tcase_create("lock");

    tcase_add_test(t, one_thread_at_a_time);
    tcase_add_test(t, waiters_are_marked_and_woken);
    tcase_add_test(t, two_locks_do_not_deadlock);
    tcase_add_test(t, without_threads_nothing_is_locked);
    tcase_add_test(t, child_of_a_fork_is_alone);
    tcase_add_test(t, recursion_has_a_limit);
    return run_suite("lock", t);
}
