/* Starting C threads for Python threads (thread_start.c). */
#ifndef RT_THREAD_START_H
#define RT_THREAD_START_H

#include "object.h"

/* What a new thread runs; uncollectable, freed by the thread. */
typedef struct Boot {
    Value function, args, kwargs;
    size_t stack_size;
} Boot;

/* Runs a boot in the new thread; the exception it ends with is reported. */
void thread_run_boot(Boot *boot);

/* Starts a thread: 0 or an errno.  *ident is its thread.get_ident(). */
int thread_start(Boot *boot, int64_t *ident);
int64_t thread_running_count(void);

#endif
