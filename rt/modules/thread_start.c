/* Starting C threads for Python threads.
 *
 * Making a C thread with its stack and taking it down costs four times what a
 * short Python thread does.  So a few C threads whose Python thread has ended
 * wait for the next one of the same stack size; the collector does not stop
 * them meanwhile. */
#define GC_THREADS
#define GC_NO_THREAD_REDIRECTS
#include <gc/gc.h>

#include <linux/futex.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "thread.h"
#include "thread_start.h"

enum {
    MOST_RESTING = 8,
    /* Looks before a resting thread sleeps, some 20 microseconds: one that
     * starts threads in turns needs less from a join to the next start. */
    SPINS = 1000
};

/* How a worker rests. */
enum { LOOKS, SLEEPS, WOKEN };

/* A C thread, on its own stack while it rests. */
typedef struct Worker {
    Boot *_Atomic boot;
    _Atomic uint32_t state;
    int64_t ident;
    size_t stack_size;
    struct Worker *next;
} Worker;

static Lock resting_lock;
static Worker *resting;
static int resting_count;
static _Atomic int64_t running;
static bool orphaned; /* a thread forked: this process has no main thread */

int64_t thread_running_count(void)
{
    return running;
}

/* Makes the calling thread available; false: there are enough. */
static bool offer(Worker *w)
{
    bool wanted;

    lock_acquire(&resting_lock);
    wanted = resting_count < MOST_RESTING;
    if (wanted) {
        w->next = resting;
        resting = w;
        resting_count++;
    }
    lock_release(&resting_lock);
    return wanted;
}

/* A resting thread with such a stack, or NULL. */
static Worker *take_resting(size_t stack_size)
{
    Worker **p = &resting, *w;

    lock_acquire(&resting_lock);
    while (*p && (*p)->stack_size != stack_size)
        p = &(*p)->next;
    w = *p;
    if (w) {
        *p = w->next;
        resting_count--;
    }
    lock_release(&resting_lock);
    return w;
}

static void *sleep_until_woken(void *arg)
{
    Worker *w = arg;
    uint32_t looks = LOOKS;

    if (!atomic_compare_exchange_strong(&w->state, &looks, SLEEPS))
        return NULL;
    while (atomic_load(&w->state) == SLEEPS)
        syscall(SYS_futex, &w->state, FUTEX_WAIT_PRIVATE, SLEEPS, NULL, NULL,
                0);
    return NULL;
}

static void wake(Worker *w)
{
    if (atomic_exchange(&w->state, WOKEN) == SLEEPS)
        syscall(SYS_futex, &w->state, FUTEX_WAKE_PRIVATE, 1, NULL, NULL, 0);
}

/* On one core whoever is to start the next thread could not do so. */
static int spins(void)
{
    return GC_get_parallel() ? SPINS : 0;
}

/* The next thing to run, or NULL: the thread is to end.  One that has forked
 * is all there is in the child, and ends the process. */
static Boot *rest(Worker *w)
{
    if (thread_state == thread_main)
        return NULL;
    atomic_store(&w->state, LOOKS);
    atomic_store(&w->boot, NULL);
    if (!offer(w))
        return NULL;
    for (int i = spins(); i > 0 && atomic_load(&w->state) != WOKEN; i--)
        __builtin_ia32_pause();
    if (atomic_load(&w->state) != WOKEN)
        GC_do_blocking(sleep_until_woken, w);
    return atomic_load(&w->boot);
}

/* The last thread of a process that a thread forked is done: so is that. */
static void end_orphan(void)
{
    fflush(NULL);
    _exit(0);
}

static void *worker_main(void *arg)
{
    Boot *boot = arg;
    Worker w = {.ident = (int64_t)pthread_self(),
                .stack_size = boot->stack_size};

    thread_attach(__builtin_frame_address(0), boot->stack_size);
    while (boot) {
        thread_run_boot(boot);
        GC_free(boot);
        if (atomic_fetch_sub(&running, 1) == 1 && orphaned)
            end_orphan();
        thread_rest();
        boot = rest(&w);
        thread_resume();
    }
    thread_detach();
    return NULL;
}

static void after_fork(void)
{
    resting = NULL;
    resting_count = 0;
    orphaned |= thread_state != thread_main;
    running = orphaned;
}

static int make_worker(Boot *boot, int64_t *ident)
{
    pthread_attr_t attr;
    pthread_t id = 0;
    int r;

    pthread_attr_init(&attr);
    pthread_attr_setdetachstate(&attr, PTHREAD_CREATE_DETACHED);
    pthread_attr_setstacksize(&attr, boot->stack_size);
    r = GC_pthread_create(&id, &attr, worker_main, boot);
    pthread_attr_destroy(&attr);
    *ident = (int64_t)id;
    return r;
}

static void watch_forks(void)
{
    pthread_atfork(NULL, NULL, after_fork);
}

int thread_start(Boot *boot, int64_t *ident)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    Worker *w;
    int r;

    pthread_once(&once, watch_forks);
    lock_threads_start();
    atomic_fetch_add(&running, 1);
    w = take_resting(boot->stack_size);
    if (w) {
        *ident = w->ident;
        atomic_store(&w->boot, boot);
        wake(w);
        return 0;
    }
    r = make_worker(boot, ident);
    if (r != 0)
        atomic_fetch_sub(&running, 1);
    return r;
}
