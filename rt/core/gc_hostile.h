/* Hostile modes of the allocator, for tests; read once, when the runtime
 * starts.  In either of them objects come one by one from libgc: the free
 * lists of gc.h stay empty, so that code which is not tested pays nothing. */
#ifndef RT_GC_HOSTILE_H
#define RT_GC_HOSTILE_H

#include <stdbool.h>

extern bool gc_hostile; /* one of the modes is on */

/* Reads PYLLC_GC_STRESS=N: a collection before every Nth allocation. */
void gc_hostile_init(void);
/* Called before each allocation in a hostile mode. */
void gc_hostile_step(void);

#endif
