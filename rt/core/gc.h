/* Allocation, the inline half.
 *
 * Small objects come from free lists by size in the thread's state, refilled
 * from blocks of the thread's own (gc_blocks.h) or by libgc.  The first word of
 * a free object is the link; the rest of it is zero in lists of scanned memory,
 * anything in those of pointer-free memory.  The collector follows the links of
 * the scanned kind by itself; those of the other kind are marked by hand, see
 * gc.c: unmarked, such objects would be handed out twice.  Taking an object off
 * needs no care: a thread that is stopped between reading the head and moving
 * it holds the object in a register, and what the links lead to is marked
 * either way.
 *
 * Out of memory: objects of at most GC_SURE bytes are always given, and
 * the thread raises MemoryError at its next safepoint; larger ones are NULL
 * with MemoryError pending. */
#ifndef RT_GC_H
#define RT_GC_H

#include "object.h"

enum {
    GC_GRANULE = 16,
    GC_LIST_MAX = 512, /* bytes of the largest object that has a list */
    GC_SURE = 4096,    /* bytes up to which an allocation never fails */
    /* Above, a few sizes that only gc_blocks.c knows. */
    GC_LIST_COUNT = GC_LIST_MAX / GC_GRANULE + 1 + 6
};

/* The first member of ThreadState. */
typedef struct GcLists {
    void *list[GC_LIST_COUNT]; /* index: granules */
    void *atomic[GC_LIST_COUNT];
    struct GcBlocks *blocks; /* gc_blocks.h; NULL: none */
} GcLists;

struct ThreadState;
extern __thread struct ThreadState *thread_state
    __attribute__((tls_model("initial-exec")));

void gc_init(void);
void *gc_scanned_slow(size_t size);
void *gc_atomic_slow(size_t size);
/* The MemoryError that an allocation left behind: -1. */
int gc_raise_out_of_memory(void);
/* Runs finalisers and weak reference callbacks that are due. */
void gc_run_finalizers(void);

/* Takes the first object off a list; NULL: the list is empty. */
static inline void *gc_take(void **list)
{
    void *p = *list;

    if (__builtin_expect(p != NULL, 1))
        *list = *(void **)p;
    return p;
}

static inline size_t gc_granules(size_t size)
{
    return (size + GC_GRANULE - 1) / GC_GRANULE;
}

/* Scanned memory: the first word is anything, the rest zero. */
static inline void *gc_scanned(size_t size)
{
    void *p = NULL;

    if (size <= GC_LIST_MAX)
        p = gc_take(&((GcLists *)thread_state)->list[gc_granules(size)]);
    return __builtin_expect(p != NULL, 1) ? p : gc_scanned_slow(size);
}

/* Zeroed collected memory with the header's type set. */
static inline void *gc_new(PyType *type, size_t size)
{
    PyObject *p = gc_scanned(size);

    if (__builtin_expect(p != NULL, 1))
        p->type = type;
    return p;
}

/* Pointer-free memory, not zeroed. */
static inline void *gc_atomic(size_t size)
{
    void *p = NULL;

    if (size <= GC_LIST_MAX)
        p = gc_take(&((GcLists *)thread_state)->atomic[gc_granules(size)]);
    return __builtin_expect(p != NULL, 1) ? p : gc_atomic_slow(size);
}

/* The same for objects with no pointers inside apart from the type; only the
 * first 64 bytes are zero. */
void *gc_new_atomic(PyType *type, size_t size);
/* Bytes that an object of `size` bytes takes up in fact. */
size_t gc_usable(size_t size);
/* Zeroed array of words that the collector scans / bytes that it does not. */
Value *gc_array(size_t count);
void *gc_bytes(size_t size);
/* Runs fn(object) once object is unreachable, at a safepoint with no lock
 * held; the object is alive again meanwhile.  Several functions may be given,
 * the last one runs first. */
void gc_on_unreachable(PyObject *object, void (*fn)(PyObject *object));
/* The same for what Python code can notice: __del__ and abandoned generators.
 * gc_finish runs it for objects that are still alive. */
void gc_on_death(PyObject *object, void (*fn)(PyObject *object));
/* Nothing is left to be done; the object is not in a finaliser. */
void gc_on_death_nothing(PyObject *object);
/* For weak references: fn as for gc_on_unreachable; revive(object) where the
 * object stays alive for now after all.  noticed: Python code can tell. */
void gc_on_weak_death(PyObject *object, void (*fn)(PyObject *object),
                      void (*revive)(PyObject *object), bool noticed);
/* Objects that have any function to be run. */
int64_t gc_finalizer_count(void);
/* A collection, and what dies by it; how many deaths could be noticed. */
int64_t gc_collect(void);
/* What gc.disable() asks for: collections come only where much was allocated.
 * None at all would let garbage fill the memory: CPython's counting of
 * references, which frees most of it, goes on there. */
void gc_collect_rarely(bool on);
/* At the end of the program, before the streams are closed: finalises what
 * lives, the names of the main module (or NULL) first. */
void gc_finish(PyDict *main_names);
/* The thread is about to sleep: a collection if objects wait for __del__ or
 * weak reference callbacks and there was none for a while. */
void gc_idle(void);
/* Objects whose death Python code can notice. */
extern _Atomic int64_t gc_watched;

/* What a place that drops references remembers. */
typedef struct DropSite {
    uint32_t vain;      /* collections in a row that found nothing */
    uint32_t skip;      /* visits until the next one */
    uint32_t variables; /* it is those of a function that ends */
    uint32_t looks;     /* collections here, up to a few */
} DropSite;

/* Called behind what may have dropped the last reference to an object: what is
 * dead then dies now, as long as looking for it takes little of the program's
 * time.  site: NULL for none. */
void gc_drop(DropSite *site);

/* v's __del__ is to be called when v becomes unreachable. */
void gc_add_finalizer(Value v);
/* Memory that is never collected but scanned: for thread states. */
void *gc_permanent(size_t size);

#endif
