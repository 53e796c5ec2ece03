/* One thread's state.  Allocated uncollectable (the collector scans it);
 * the __thread variable only points to it. */
#ifndef RT_THREAD_H
#define RT_THREAD_H

#include "object.h"
#include "layout.h"

#include <poll.h>
#include <time.h>

/* What sys.exc_info() shows: replaced as a whole.  The value may be what the
 * instance is to be made of; err_caught_value makes it. */
typedef struct ExcInfo {
    Value type, value, tb;
} ExcInfo;

enum { SPARE_LONGS = 8 };

typedef struct ThreadState {
    GcLists gc; /* first: see gc.h */
    /* The pending exception; exc_type NULL: none. */
    Value exc_type, exc_value, exc_tb;
    /* Argument of the last `raise` of a class that left its instance to be
     * made later, until it is caught; errors of C code have none until
     * somebody asks. */
    Value raised;
    /* The exception being handled, NULL: none.  A function with except
     * clauses saves the pointer on entry and restores it at exit. */
    ExcInfo *handled;
    int32_t depth; /* Python calls in progress */
    int32_t depth_limit;
    /* Below it the C stack is exhausted.  stack_limit is the same, or the
     * highest address while an interrupt is pending, so that one compare in a
     * prologue serves both. */
    char *stack_real_limit;
    char *stack_bottom; /* the highest address */
    char *_Atomic stack_limit;
    /* Non-zero: the next safepoint calls thread_safepoint_slow (signals,
     * thread.interrupt_main, finalisers). */
    _Atomic uint32_t interrupt;
    /* The word that the thread sleeps on, see thread_wait; used by signal
     * handlers of this thread only. */
    _Atomic uint32_t *_Atomic waiting_on;
    int lock_spins;          /* looks before it sleeps for a thread.lock */
    struct Finalizer *dying; /* dead objects, see gc_death.c */
    bool out_of_memory;      /* MemoryError is due at the next safepoint */
    int64_t ident;
    Value object;                  /* threading data of this thread */
    PyDict *locals;                /* of thread._local objects, by their keys */
    struct EvalFrame *eval_frame;  /* innermost interpreted call */
    struct Delegation *delegation; /* innermost, see frames.h */
    struct PyLong *spare_longs[SPARE_LONGS]; /* see long_temps.c */
    struct StrShare *share; /* short strs of late, see str_shared.c */
    PyDict *repr_guard;     /* objects whose repr is in progress */
    /* sys.settrace() and sys.setprofile(), or NULL; how many of them run just
     * now; whether interpreted code is to call them. */
    Value trace_func, profile_func;
    int32_t in_tracer;
    bool tracing;
    /* Frames of compiled calls that a tracer has seen, innermost first. */
    struct PyFrame *seen_frames;
    struct ShownFrame *shown_frames;     /* see frames.h */
    struct ThreadState *next, *previous; /* all threads, under their lock */
} ThreadState;

extern __thread ThreadState *thread_state
    __attribute__((tls_model("initial-exec")));

/* The state of the thread that started the program; signals run there. */
extern ThreadState *thread_main;

/* Makes t come to thread_safepoint_slow soon.  Async-signal-safe. */
void thread_interrupt(ThreadState *t);
/* Runs pending signal handlers and finalisers; -1 if one raised. */
int thread_safepoint_slow(void);
static inline int thread_safepoint(void)
{
    if (__builtin_expect(atomic_load_explicit(&thread_state->interrupt,
                                              memory_order_relaxed),
                         0))
        return thread_safepoint_slow();
    return 0;
}

/* Set in a word that a thread sleeps on when it has to wake for a signal. */
enum { WAIT_INTERRUPTED = 4 };
/* Sleeps while *word is `value`, for ever or until a time of CLOCK_MONOTONIC:
 * 1 woken (perhaps for no reason), 0 time is over, -1 a signal handler raised.
 * The collector does not wait for the thread meanwhile. */
int thread_wait(_Atomic uint32_t *word, uint32_t value,
                const struct timespec *until);
/* poll(), while which the collector does not wait for the thread either. */
int thread_poll(struct pollfd *fds, nfds_t count, int ms);
/* fn(arg), which waits in the kernel and touches nothing of the collector's,
 * who lets the thread be meanwhile. */
void thread_block(void *(*fn)(void *arg), void *arg);

/* Attaches / detaches the calling thread; main calls thread_init. */
void thread_init(void);
ThreadState *thread_attach(char *stack_bottom, size_t stack_size);
void thread_detach(void);
/* Between two Python threads that one C thread runs: forgets all of the
 * first but the memory to allocate from. */
void thread_rest(void);
void thread_resume(void);
/* In the child of a fork: the calling thread is the only one, and main. */
void thread_after_fork(void);
/* Calls fn(arg) on a stack that holds 100,000 Python calls. */
int thread_run_on_big_stack(int (*fn)(void *arg), void *arg);
/* sys.setrecursionlimit of all threads. */
void thread_set_recursion_limit(int limit);
extern int thread_recursion_limit;
/* How many threads can run at once: at least 1, at most one for each core. */
int thread_side_by_side(void);
/* How many threads there are beyond those. */
int thread_waiting(void);

/* RuntimeError "maximum recursion depth exceeded<where>" beyond the limit or
 * the C stack; pairs around C code that recurses into Python. */
int recursion_enter_slow(const char *where);
static inline int recursion_enter(const char *where)
{
    ThreadState *t = thread_state;

    if (++t->depth > t->depth_limit ||
        (char *)__builtin_frame_address(0) < t->stack_limit)
        return recursion_enter_slow(where);
    return 0;
}
static inline void recursion_leave(void)
{
    thread_state->depth--;
}

/* The same for what CPython does not count: true, or false with the error. */
static inline bool recursion_has_stack(const char *where)
{
    thread_state->depth--;
    if (recursion_enter(where) == 0)
        return true;
    thread_state->depth++;
    return false;
}

/* repr of recursive containers: 1 already in progress, 0 entered, -1 error */
int repr_enter(Value v);
void repr_leave(Value v);

#endif
