/* Fresh blocks of a thread's own: small objects without the allocator's lock.
 *
 * libgc gives small objects out of blocks of 4 KB, one block for each size and
 * kind.  GC_generic_malloc_many takes its lock for every block and links the
 * block's objects while others wait.  Here a thread takes several blocks at
 * one visit, as they are, and links pieces of them when it needs them.
 * The collector is told of objects not handed out yet by their mark bits: see
 * gc_blocks_mark.
 *
 * Sizes: up to GC_LIST_MAX bytes, multiples of a granule; above, those of
 * which 8, 7 ... 2 fill a block. */
#ifndef RT_GC_BLOCKS_H
#define RT_GC_BLOCKS_H

#include "gc.h"

enum {
    GC_BLOCK = 4096,
    GC_BLOCK_MAX = GC_BLOCK / 2 /* bytes of the largest object of a block */
};

/* Number of a size's list, and the bytes that its objects have. */
int gc_class_of(size_t size);
size_t gc_class_bytes(int class);

/* The calling thread's next object of a class; NULL: memory has run out. */
void *gc_blocks_take(int class, bool is_atomic);
/* An object above GC_BLOCK_MAX; NULL: memory has run out. */
void *gc_large(size_t size, bool is_atomic);

/* With the world stopped: marks what a thread has not handed out. */
void gc_blocks_mark(GcLists *lists);
void gc_blocks_attach(GcLists *lists);
void gc_blocks_detach(GcLists *lists);

#endif
