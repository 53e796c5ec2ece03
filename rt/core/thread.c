/* Thread states, C stacks, interrupts, recursion.
 *
 * Every thread that runs Python has a ThreadState in memory the collector
 * scans; they hang in one ring under `all_threads`.  main runs on a stack of
 * its own, reserved large and committed by use. */
#define GC_THREADS
#define GC_NO_THREAD_REDIRECTS
#include <gc/gc.h>

#include <errno.h>
#include <linux/futex.h>
#include <pthread.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <ucontext.h>
#include <unistd.h>

#include "gc_blocks.h"
#include "signals.h"
#include "thread.h"

enum {
    STACK_RESERVE = 512 << 20,
    /* Left for C code that runs without checks of its own. */
    STACK_MARGIN = 256 << 10,
    DEFAULT_RECURSION_LIMIT = 1000
};

__thread ThreadState *thread_state;
ThreadState *thread_main;
int thread_recursion_limit = DEFAULT_RECURSION_LIMIT;

static Lock all_threads;
static _Atomic int thread_count;
static char *main_stack;
static size_t main_stack_size;

ThreadState *thread_attach(char *stack_bottom, size_t stack_size)
{
    ThreadState *t = gc_permanent(sizeof *t);
    size_t margin =
        stack_size / 4 < STACK_MARGIN ? stack_size / 4 : STACK_MARGIN;

    t->depth_limit = thread_recursion_limit;
    t->stack_real_limit = stack_bottom - stack_size + margin;
    atomic_store(&t->stack_limit, t->stack_real_limit);
    t->stack_bottom = stack_bottom;
    t->ident = (int64_t)pthread_self();
    gc_blocks_attach(&t->gc);
    thread_state = t;
    lock_owner_attach();
    atomic_fetch_add(&thread_count, 1);
    lock_acquire(&all_threads);
    if (thread_main) {
        t->next = thread_main;
        t->previous = thread_main->previous;
        t->next->previous = t;
        /* The collector may look at any time. */
        __atomic_store_n(&t->previous->next, t, __ATOMIC_RELEASE);
    } else {
        t->next = t->previous = t;
        __atomic_store_n(&thread_main, t, __ATOMIC_RELEASE);
    }
    lock_release(&all_threads);
    return t;
}

void thread_detach(void)
{
    ThreadState *t = thread_state;

    lock_acquire(&all_threads);
    t->previous->next = t->next;
    t->next->previous = t->previous;
    lock_release(&all_threads);
    atomic_fetch_sub(&thread_count, 1);
    thread_state = NULL;
    lock_owner_detach();
    gc_blocks_detach(&t->gc);
    GC_free(t);
}

void thread_rest(void)
{
    ThreadState *t = thread_state;

    t->exc_type = t->exc_value = t->exc_tb = t->object = NULL;
    t->handled = NULL;
    t->locals = t->repr_guard = NULL;
    t->eval_frame = NULL;
    t->delegation = NULL;
    t->trace_func = t->profile_func = NULL;
    t->seen_frames = NULL;
    t->shown_frames = NULL;
    t->in_tracer = 0;
    t->tracing = false;
    t->depth = 0;
    atomic_fetch_sub(&thread_count, 1);
    lock_owner_away();
}

void thread_resume(void)
{
    lock_owner_back();
    atomic_fetch_add(&thread_count, 1);
}

/* The other threads' states stay allocated: something may point to them. */
void thread_after_fork(void)
{
    ThreadState *t = thread_state;

    lock_after_fork();
    gc_blocks_after_fork(&t->gc);
    atomic_store(&thread_count, 1);
    thread_main = t->next = t->previous = t;
    t->ident = (int64_t)pthread_self();
}

/* Reads no files: the collector calls it with its lock held. */
int thread_side_by_side(void)
{
    int threads = atomic_load(&thread_count), cores = GC_get_parallel() + 1;

    threads = threads < cores ? threads : cores;
    return threads > 1 ? threads : 1;
}

int thread_waiting(void)
{
    int threads = atomic_load(&thread_count) - thread_side_by_side();

    return threads > 0 ? threads : 0;
}

void thread_init(void)
{
    struct rlimit limit;
    size_t size = 8 << 20;

    if (main_stack) {
        thread_attach(main_stack + main_stack_size, main_stack_size);
        return;
    }
    if (getrlimit(RLIMIT_STACK, &limit) == 0 && limit.rlim_cur < size)
        size = limit.rlim_cur;
    thread_attach(__builtin_frame_address(0), size);
}

typedef struct BigStackCall {
    int (*fn)(void *);
    void *arg;
    int result;
} BigStackCall;

static BigStackCall big_call;

static void big_stack_start(void)
{
    big_call.result = big_call.fn(big_call.arg);
}

int thread_run_on_big_stack(int (*fn)(void *arg), void *arg)
{
    static ucontext_t caller, callee;
    struct GC_stack_base base;
    size_t size = STACK_RESERVE;
    char *p = MAP_FAILED;

    for (; size >= (16 << 20) && p == MAP_FAILED; size /= 2)
        p = mmap(NULL, size, PROT_READ | PROT_WRITE,
                 MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_STACK, -1,
                 0);
    if (p == MAP_FAILED || getcontext(&callee) != 0)
        return fn(arg);
    main_stack = p;
    main_stack_size = size * 2;
    base.mem_base = p + main_stack_size;
    GC_set_stackbottom(NULL, &base);
    callee.uc_stack.ss_sp = p;
    callee.uc_stack.ss_size = main_stack_size;
    callee.uc_link = &caller;
    big_call = (BigStackCall){fn, arg, 0};
    makecontext(&callee, big_stack_start, 0);
    swapcontext(&caller, &callee);
    return big_call.result;
}

/* Lets the futex call see that the word has changed, if the signal comes just
 * before the thread enters it. */
static void poke(_Atomic uint32_t *word)
{
    uint32_t old = word ? atomic_load(word) : 0;

    while (old &&
           !atomic_compare_exchange_weak(word, &old, old | WAIT_INTERRUPTED))
        ;
}

void thread_interrupt(ThreadState *t)
{
    atomic_store_explicit(&t->interrupt, 1, memory_order_relaxed);
    atomic_store_explicit(&t->stack_limit, (char *)UINTPTR_MAX,
                          memory_order_relaxed);
    if (t == thread_state)
        poke(atomic_load(&t->waiting_on));
}

typedef struct Wait {
    _Atomic uint32_t *word;
    uint32_t value;
    const struct timespec *until;
    bool over;
} Wait;

static void *wait_in_kernel(void *arg)
{
    Wait *w = arg;

    w->over =
        syscall(SYS_futex, w->word, FUTEX_WAIT_BITSET | FUTEX_PRIVATE_FLAG,
                w->value, w->until, NULL, FUTEX_BITSET_MATCH_ANY) < 0 &&
        errno == ETIMEDOUT;
    return NULL;
}

int thread_wait(_Atomic uint32_t *word, uint32_t value,
                const struct timespec *until)
{
    ThreadState *t = thread_state;
    Wait w = {word, value, until, false};

    atomic_store(&t->waiting_on, word);
    lock_owner_away();
    if (!atomic_load(&t->interrupt))
        GC_do_blocking(wait_in_kernel, &w);
    lock_owner_back();
    atomic_store(&t->waiting_on, NULL);
    if (atomic_load(&t->interrupt) && thread_safepoint_slow() < 0)
        return -1;
    return !w.over;
}

typedef struct Poll {
    struct pollfd *fds;
    nfds_t count;
    int ms, ready, error;
} Poll;

static void *poll_in_kernel(void *arg)
{
    Poll *p = arg;

    p->ready = poll(p->fds, p->count, p->ms);
    p->error = errno;
    return NULL;
}

int thread_poll(struct pollfd *fds, nfds_t count, int ms)
{
    Poll p = {fds, count, ms, 0, 0};

    if (!rt_threaded || ms == 0)
        return poll(fds, count, ms);
    lock_owner_away();
    GC_do_blocking(poll_in_kernel, &p);
    lock_owner_back();
    errno = p.error;
    return p.ready;
}

void thread_block(void *(*fn)(void *arg), void *arg)
{
    lock_owner_away();
    GC_do_blocking(fn, arg);
    lock_owner_back();
}

int thread_safepoint_slow(void)
{
    ThreadState *t = thread_state;

    atomic_store_explicit(&t->interrupt, 0, memory_order_relaxed);
    atomic_store_explicit(&t->stack_limit, t->stack_real_limit,
                          memory_order_relaxed);
    gc_run_finalizers();
    if (t->out_of_memory)
        return gc_raise_out_of_memory();
    return t == thread_main ? signals_run() : 0;
}

void thread_set_recursion_limit(int limit)
{
    ThreadState *t;

    thread_recursion_limit = limit;
    lock_acquire(&all_threads);
    t = thread_main;
    do {
        t->depth_limit = limit;
        t = t->next;
    } while (t != thread_main);
    lock_release(&all_threads);
}

/* An interrupt makes stack_limit fail too; finalisers then run here, signal
 * handlers wait for the next safepoint where an error can be reported. */
int recursion_enter_slow(const char *where)
{
    ThreadState *t = thread_state;

    if (t->depth <= t->depth_limit &&
        (char *)__builtin_frame_address(0) >= t->stack_real_limit)
        return 0;
    t->depth--;
    err_format(&exc_RuntimeError, "maximum recursion depth exceeded%s",
               where ? where : "");
    return -1;
}

/* Not its address: the collector would take the hash, which stays in the
 * table, for a reference. */
static Value repr_key(Value v)
{
    return value_from_int((int64_t)((uintptr_t)v >> 4));
}

int repr_enter(Value v)
{
    ThreadState *t = thread_state;
    Value key = repr_key(v);

    if (!t->repr_guard)
        t->repr_guard = dict_new();
    if (!t->repr_guard)
        return -1;
    if (dict_get_or_null(t->repr_guard, key))
        return 1;
    return dict_set(t->repr_guard, key, v) < 0 ? -1 : 0;
}

/* Keeps a pending exception: it runs on error paths. */
void repr_leave(Value v)
{
    Value type, value, tb;

    err_fetch(&type, &value, &tb);
    if (dict_delete(thread_state->repr_guard, repr_key(v)) < 0)
        err_clear();
    err_restore(type, value, tb);
}
