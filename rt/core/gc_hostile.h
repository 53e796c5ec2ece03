/* Hostile modes of the allocator, for tests; read once, when the runtime
 * starts.  In either of them objects come one by one from libgc: the free
 * lists of gc.h stay empty, so that code which is not tested pays nothing. */
#ifndef RT_GC_HOSTILE_H
#define RT_GC_HOSTILE_H

#include <stdbool.h>
#include <stddef.h>

extern bool gc_hostile; /* one of the modes is on */

/* Reads
 *   PYLLC_GC_STRESS=N   a collection before every Nth allocation
 *   PYLLC_FAIL_ALLOC=N  the Nth allocation of the program fails; those of the
 *                       runtime's start do not count
 *   PYLLC_FAIL_LARGE=N  the same, counting only those that may return NULL */
void gc_hostile_init(void);
/* The runtime has started. */
void gc_hostile_arm(void);
/* Called before each allocation in a hostile mode; true: it is to fail. */
bool gc_hostile_step(size_t size);

#endif
