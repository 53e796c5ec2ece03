/* Allocation, the inline half.
 *
 * Small objects come from free lists by size in the thread's state, refilled
 * a block at a time by libgc; a free object is zero but for its first word,
 * the link.  Only memory of libgc's kind NORMAL may wait in such lists:
 * pointer-free memory is handed out twice after a collection. */
#ifndef RT_GC_H
#define RT_GC_H

#include "object.h"

enum {
    GC_GRANULE = 16,
    GC_LIST_MAX = 256, /* bytes of the largest object that has a list */
    GC_LIST_COUNT = GC_LIST_MAX / GC_GRANULE + 1
};

/* The first member of ThreadState. */
typedef struct GcLists {
    void *list[GC_LIST_COUNT]; /* index: granules */
} GcLists;

struct ThreadState;
extern __thread struct ThreadState *thread_state
    __attribute__((tls_model("initial-exec")));

void gc_init(void);
void *gc_new_slow(PyType *type, size_t size);
/* Runs finalisers and weak reference callbacks that are due. */
void gc_run_finalizers(void);

/* Zeroed collected memory with the header's type set. */
static inline void *gc_new(PyType *type, size_t size)
{
    size_t granules = (size + GC_GRANULE - 1) / GC_GRANULE;
    void **list, *p;

    if (size <= GC_LIST_MAX) {
        list = &((GcLists *)thread_state)->list[granules];
        p = *list;
        if (__builtin_expect(p != NULL, 1)) {
            *list = *(void **)p;
            ((PyObject *)p)->type = type;
            return p;
        }
    }
    return gc_new_slow(type, size);
}

/* The same for objects with no pointers inside apart from the type; only the
 * first 64 bytes are zero. */
void *gc_new_atomic(PyType *type, size_t size);
/* Zeroed array of words that the collector scans / bytes that it does not. */
Value *gc_array(size_t count);
void *gc_bytes(size_t size);
/* Runs fn(object) once object is unreachable, at a safepoint with no lock
 * held; the object is alive again meanwhile.  Several functions may be given,
 * the last one runs first. */
void gc_on_unreachable(PyObject *object, void (*fn)(PyObject *object));
/* The thread is about to sleep: a collection if objects wait for __del__ or
 * weak reference callbacks and there was none for a while. */
void gc_idle(void);
/* v's __del__ is to be called when v becomes unreachable. */
void gc_add_finalizer(Value v);
/* Memory that is never collected but scanned: for thread states. */
void *gc_permanent(size_t size);

#endif
