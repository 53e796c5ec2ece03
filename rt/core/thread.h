/* One thread's state.  Allocated uncollectable (the collector scans it);
 * the __thread variable only points to it. */
#ifndef RT_THREAD_H
#define RT_THREAD_H

#include "object.h"
#include "layout.h"

/* What sys.exc_info() shows: immutable, replaced as a whole. */
typedef struct ExcInfo {
    Value type, value, tb;
} ExcInfo;

typedef struct ThreadState {
    /* The pending exception; exc_type NULL: none. */
    Value exc_type, exc_value, exc_tb;
    /* The exception being handled, NULL: none.  A function with except
     * clauses saves the pointer on entry and restores it at exit. */
    ExcInfo *handled;
    int32_t depth; /* Python calls in progress */
    int32_t depth_limit;
    char *stack_limit; /* below it the C stack is exhausted */
    /* Non-zero: the next safepoint calls thread_safepoint_slow (signals,
     * thread.interrupt_main, finalisers). */
    _Atomic uint32_t interrupt;
    int64_t ident;
    Value object; /* threading data of this thread */
    PyDict *repr_guard; /* objects whose repr is in progress */
} ThreadState;

extern __thread ThreadState *thread_state
    __attribute__((tls_model("initial-exec")));

/* Runs pending signal handlers and finalisers; -1 if one raised. */
int thread_safepoint_slow(void);

/* RuntimeError "maximum recursion depth exceeded<where>" beyond the limit or
 * the C stack; pairs around C code that recurses into Python. */
int recursion_enter(const char *where);
static inline void recursion_leave(void)
{
    thread_state->depth--;
}

/* repr of recursive containers: 1 already in progress, 0 entered, -1 error */
int repr_enter(Value v);
void repr_leave(Value v);

#endif
