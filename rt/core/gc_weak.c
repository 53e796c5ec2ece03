/* Weak links on libgc's disappearing links.
 *
 * libgc clears the words of dead objects after it has let the threads go on
 * (GC_finalize in its finalize.c runs under the allocation lock, the world
 * awake).  Who reads a word between marking and that would get an object that
 * is about to be freed.  So a reader puts the address where the collector sees
 * it, and then asks whether a collection is in that state:
 *  - it is not, and none stopped the thread since it read the word: whatever
 *    collection comes next finds the address and keeps the object;
 *  - it is not, but a whole collection went by in between: the word was
 *    cleared if the object had died, so it is read once more;
 *  - it is: the word is read under the allocation lock, that is, after. */
#define GC_THREADS
#define GC_NO_THREAD_REDIRECTS
#include <gc/gc.h>

#include <stdatomic.h>

#include "gc_weak.h"

static _Atomic bool unsettled;

void gc_weak_unsettled(bool now)
{
    unsettled = now;
}

void gc_weak_link(uintptr_t *word, void *object)
{
    *word = gc_weak_word(object);
    if (GC_base(object))
        GC_general_register_disappearing_link((void **)word, object);
}

void gc_weak_unlink(uintptr_t *word)
{
    GC_unregister_disappearing_link((void **)word);
    *word = 0;
}

static void *read_word(void *word)
{
    uintptr_t h = __atomic_load_n((uintptr_t *)word, __ATOMIC_ACQUIRE);

    return h ? (void *)~h : NULL;
}

void *gc_weak_get(const uintptr_t *word)
{
    void *volatile object = read_word((void *)word);

    if (!object)
        return NULL;
    atomic_signal_fence(memory_order_seq_cst);
    if (unsettled)
        return GC_call_with_alloc_lock(read_word, (void *)word);
    return read_word((void *)word) == object ? object : NULL;
}
