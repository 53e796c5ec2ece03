/* Weak links: words that the collector clears when an object dies.
 *
 * A word holds the object's address inverted, so that the collector does not
 * follow it, and stands in memory that the collector does not scan. */
#ifndef RT_GC_WEAK_H
#define RT_GC_WEAK_H

#include "object.h"

/* The word for an object. */
static inline uintptr_t gc_weak_word(const void *object)
{
    return ~(uintptr_t)object;
}

/* Sets the word; the caller keeps the object alive meanwhile.  Objects outside
 * of the heap live for ever. */
void gc_weak_link(uintptr_t *word, void *object);
/* Clears the word; before its memory is freed. */
void gc_weak_unlink(uintptr_t *word);
/* The object, alive for as long as the caller holds it; NULL: it died or there
 * never was one.  Takes no lock but while a collection is going on: then it
 * waits for libgc's. */
void *gc_weak_get(const uintptr_t *word);

/* Called by gc.c: between `true`, given while the world is stopped for
 * marking, and `false` it is not known yet which words will be cleared. */
void gc_weak_unsettled(bool unsettled);

#endif
