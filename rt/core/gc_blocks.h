/* Blocks of a thread's own: small objects without the allocator's lock.
 *
 * libgc gives small objects out of blocks of 4 KB, one block for each size and
 * kind.  GC_generic_malloc_many takes its lock for every block, chooses it and
 * links its objects while others wait.  Here a thread takes several blocks at
 * one visit, as they are, links pieces of them when it needs them, and keeps
 * them: what a collection leaves of a thread's blocks is its stock for the
 * time until the next, as far as it used as much between the last two.  So
 * threads that make garbage reuse their own blocks and meet nowhere.
 *
 * gc_blocks.c is what the owner does, gc_stock.c what the collector does.
 *
 * Sizes: up to GC_LIST_MAX bytes, multiples of a granule; above, those of
 * which 8, 7 ... 2 fill a block. */
#ifndef RT_GC_BLOCKS_H
#define RT_GC_BLOCKS_H

#include "gc.h"

enum {
    GC_BLOCK = 4096,
    GC_BLOCK_MAX = GC_BLOCK / 2, /* bytes of the largest object of a block */
    GC_BLOCK_GRANULES = GC_BLOCK / GC_GRANULE
};

/* Number of a size's list, and the bytes that its objects have. */
int gc_class_of(size_t size);
size_t gc_class_bytes(int class);

/* The calling thread's next object of a class; NULL: memory has run out. */
void *gc_blocks_take(int class, bool is_atomic);
/* An object above GC_BLOCK_MAX; NULL: memory has run out. */
void *gc_large(size_t size, bool is_atomic);

void gc_blocks_attach(GcLists *lists);
void gc_blocks_detach(GcLists *lists);
/* In the child of a fork: only the blocks of `lists` have an owner. */
void gc_blocks_after_fork(GcLists *lists);

/* --- for gc.c: the phases of a collection, with libgc's lock held --------- */

/* The world is stopped: marks what was taken and not handed out; all stocks
 * are closed. */
void gc_blocks_mark(void);
/* Marking is over, but for finalisers: chooses what the threads keep. */
void gc_blocks_choose(void);
/* libgc has freed the rest: opens the stocks.  The bytes that are in them. */
size_t gc_blocks_open(void);

/* Counts, from now to the next collection, the threads that have taken so many
 * bytes, and tells gc_interval_for_users. */
void gc_blocks_count_users(size_t bytes);
/* In gc.c: so many threads allocate; with libgc's lock held. */
void gc_interval_for_users(int users);
/* In gc.c: whether a collection is preferred to a larger heap already after a
 * quarter of the usual interval.  For very large objects, some of which would
 * double the heap beside their dead predecessors. */
void gc_collect_early(bool early);

/* --- between gc_blocks.c and gc_stock.c ----------------------------------- */

/* One block and libgc's header of it.  `live` has a bit for each granule at
 * which an object begins that survived the last collection; the others are
 * free. */
typedef struct Block {
    char *at;
    struct GcHeader *header;
    uint64_t live[GC_BLOCK_GRANULES / 64];
} Block;

/* Blocks of one class.  Those at [0, ready) wait to be used, the others were
 * since the last collection.  The collector closes a stock by `ready` being 0
 * with the next turn in its upper half: the owner, who may be stopped
 * anywhere, takes a block by a compare-and-swap, which then fails.  Closed, the
 * table belongs to the collector. */
typedef struct Stock {
    char *at, *end; /* objects being handed out; `at` NULL: none */
    Block *blocks;
    int count, room;
    _Atomic uint64_t ready;
    bool closed;
    int ask;     /* blocks to take at the next visit */
    size_t used; /* bytes taken since the last collection */
    uintptr_t
        fresh_from; /* collection since which only fresh blocks are left */
} Stock;

/* The block that its thread is about to use: until its objects are in `at`
 * or in a list, the collector marks them. */
typedef struct Hand {
    char *_Atomic at;
    Block block;
    Stock *stock;
    uint64_t ready; /* the stock's, before the block was taken */
    bool kept;      /* the collector has seen that it was taken */
} Hand;

/* Malloc's memory: what is in there is marked by hand. */
typedef struct GcBlocks {
    Stock stocks[2][GC_LIST_COUNT];
    Hand hand;
    size_t unreported;      /* bytes used that libgc has not counted yet */
    _Atomic size_t taken;   /* bytes, since the last collection */
    _Atomic bool is_user;   /* it has been counted */
    struct StrShare *share; /* the thread's; NULL: none yet */
    struct GcBlocks *next;
} GcBlocks;

/* All that have an owner; under libgc's lock. */
extern GcBlocks *gc_blocks_all;

/* Much of what the last collection left in stocks has not been used: what a
 * thread does not find waits in the stocks of others. */
bool gc_blocks_idle(void);

/* Threads that are asking libgc for something very large: a collection for
 * its sake leaves no empty blocks in stocks, as they are in its way. */
extern _Atomic int gc_blocks_large;

static inline bool block_has(const Block *b, const char *object)
{
    size_t granule = (object - b->at) / GC_GRANULE;

    return b->live[granule / 64] >> granule % 64 & 1;
}

static inline bool block_is_empty(const Block *b)
{
    return !(b->live[0] | b->live[1] | b->live[2] | b->live[3]);
}

/* Bytes of its objects, and of those that are free. */
static inline size_t block_bytes(size_t object)
{
    return GC_BLOCK / object * object;
}
size_t gc_block_free(const Block *b, size_t object);

/* libgc's headers of blocks look as gc_stock.c believes; under libgc's lock.
 * Takes a block to find out. */
bool gc_headers_known(void);
/* An empty block, fresh from libgc. */
Block gc_block_fresh(char *at);

#endif
