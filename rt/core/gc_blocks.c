/* See gc_blocks.h.
 *
 * Blocks come from libgc's own GC_allochblk, called with its lock held.  Where
 * that is not to be had (a shared libgc hides it, another version has other
 * parameters) all objects come from GC_generic_malloc_many.
 *
 * After each collection the blocks that it left partly free are used first:
 * fresh ones are asked for once GC_generic_malloc_many found nothing better
 * than a whole block. */
#define GC_THREADS
#define GC_NO_THREAD_REDIRECTS
#include <gc/gc.h>
#include <gc/gc_inline.h>
#include <gc/gc_mark.h>

#include <stdlib.h>

#include "gc_blocks.h"
#include "thread.h"

extern void *GC_allochblk(size_t bytes, int kind, unsigned flags)
    __attribute__((weak));
extern void GC_incr_bytes_allocd(size_t bytes) __attribute__((weak));

enum {
    MOST_BLOCKS = 8, /* taken at one visit */
    LARGE_ALONE = 64 << 10,
    PIECE = 512 /* bytes linked at a time: they stay in the first cache */
};

/* Objects of a block that were not handed out: [at, end). */
typedef struct Run {
    char *at, *end;
} Run;

typedef struct Stock {
    Run runs[MOST_BLOCKS];
    _Atomic int count;  /* of runs */
    int ask;            /* blocks to take at the next visit */
    GC_word fresh_from; /* collection since which only fresh blocks are left */
} Stock;

/* Malloc's memory: what is in there is marked by hand. */
struct GcBlocks {
    Stock stocks[2][GC_LIST_COUNT];
};

static const uint16_t large_classes[] = {576, 672, 816, 1024, 1360, 2048};
enum { LARGE_CLASSES = sizeof large_classes / sizeof *large_classes };
_Static_assert(GC_LIST_COUNT == GC_LIST_MAX / GC_GRANULE + 1 + LARGE_CLASSES,
               "a list for each class");

int gc_class_of(size_t size)
{
    int i = 0;

    if (size <= GC_LIST_MAX)
        return (int)gc_granules(size);
    while (large_classes[i] < size)
        i++;
    return GC_LIST_MAX / GC_GRANULE + 1 + i;
}

size_t gc_class_bytes(int class)
{
    return class <= GC_LIST_MAX / GC_GRANULE
               ? (size_t)class * GC_GRANULE
               : large_classes[class - GC_LIST_MAX / GC_GRANULE - 1];
}

static int kind_of(bool is_atomic)
{
    return is_atomic ? GC_I_PTRFREE : GC_I_NORMAL;
}

/* GC_allochblk is there and has the parameters that are known here. */
static bool has_blocks(void)
{
    return GC_allochblk && GC_incr_bytes_allocd &&
           GC_get_version() >> 8 == ((8 << 8) | 2);
}

void gc_blocks_attach(GcLists *lists)
{
    lists->blocks = has_blocks() ? calloc(1, sizeof *lists->blocks) : NULL;
}

/* What was left becomes garbage. */
void gc_blocks_detach(GcLists *lists)
{
    struct GcBlocks *b = lists->blocks;

    __atomic_store_n(&lists->blocks, NULL, __ATOMIC_RELEASE);
    free(b);
}

static void mark_stock(const Stock *s, size_t bytes)
{
    for (int i = 0; i < s->count; i++)
        for (char *p = s->runs[i].at; p < s->runs[i].end; p += bytes)
            GC_set_mark_bit(p);
}

void gc_blocks_mark(GcLists *lists)
{
    struct GcBlocks *b = lists->blocks;

    for (int i = 1; b && i < GC_LIST_COUNT; i++) {
        mark_stock(&b->stocks[0][i], gc_class_bytes(i));
        mark_stock(&b->stocks[1][i], gc_class_bytes(i));
    }
}

typedef struct Visit {
    Stock *stock;
    size_t bytes;
    int kind;
} Visit;

/* Takes fresh blocks; libgc's lock is held, so that no collection comes
 * between. */
static void *take_blocks(void *arg)
{
    Visit *v = arg;
    Stock *s = v->stock;
    size_t used = GC_BLOCK / v->bytes * v->bytes;
    char *block;

    while (s->count < s->ask &&
           (block = GC_allochblk(v->bytes, v->kind, 0)) != NULL) {
        GC_incr_bytes_allocd(used);
        s->runs[s->count] = (Run){block, block + used};
        s->count++;
    }
    return NULL;
}

/* What comes next is in no near cache: it arrives while this piece is used. */
static inline void fetch_piece(char *p)
{
    for (int i = 0; i < PIECE; i += 64)
        __builtin_prefetch(p + i, 1);
}

/* Links the next piece of a stock into *list and takes its first object.  The
 * thread may be stopped anywhere: until `at` moves on, the run still covers
 * the piece. */
static void *take_piece(Stock *s, void **list, size_t bytes, bool is_atomic)
{
    Run *r = &s->runs[s->count - 1];
    char *p = r->at, *end = p + (PIECE + bytes - 1) / bytes * bytes;

    if (end > r->end)
        end = r->end;
    if (!is_atomic)
        memset(p, 0, end - p);
    for (char *q = p; q + bytes < end; q += bytes)
        *(void **)q = q + bytes;
    *(void **)(end - bytes) = NULL;
    __atomic_store_n(list, (void *)p, __ATOMIC_RELEASE);
    if (end == r->end)
        s->count--;
    else
        __atomic_store_n(&r->at, end, __ATOMIC_RELEASE);
    if (s->count)
        fetch_piece(s->runs[s->count - 1].at);
    return gc_take(list);
}

/* libgc's lock makes those who wait sleep, this one does not. */
static Lock visit_lock;

static void visit(Stock *s, size_t bytes, bool is_atomic)
{
    Visit v = {s, bytes, kind_of(is_atomic)};

    s->ask = s->ask ? s->ask * 2 : 1;
    if (s->ask > MOST_BLOCKS)
        s->ask = MOST_BLOCKS;
    lock_acquire(&visit_lock);
    GC_call_with_alloc_lock(take_blocks, &v);
    lock_release(&visit_lock);
}

static void *from_libgc(size_t size, bool is_atomic)
{
    return is_atomic ? GC_malloc_atomic(size) : GC_malloc(size);
}

/* libgc clears what is very large, which the others need not wait for. */
void *gc_large(size_t size, bool is_atomic)
{
    void *p;

    if (size > LARGE_ALONE)
        return from_libgc(size, is_atomic);
    lock_acquire(&visit_lock);
    p = from_libgc(size, is_atomic);
    lock_release(&visit_lock);
    return p;
}

/* The list holds all objects of one block. */
static bool is_whole_block(void *list, size_t bytes)
{
    size_t n = 0;

    for (void *p = list; p; p = *(void **)p)
        n++;
    return n == GC_BLOCK / bytes;
}

void *gc_blocks_take(int class, bool is_atomic)
{
    GcLists *lists = (GcLists *)thread_state;
    void **list = is_atomic ? &lists->atomic[class] : &lists->list[class];
    size_t bytes = gc_class_bytes(class);
    Stock *s = lists->blocks ? &lists->blocks->stocks[is_atomic][class] : NULL;

    if (*list)
        return gc_take(list);
    if (s && !s->count && s->fresh_from == GC_get_gc_no() + 1)
        visit(s, bytes, is_atomic);
    if (s && s->count)
        return take_piece(s, list, bytes, is_atomic);
    GC_generic_malloc_many(bytes, kind_of(is_atomic), list);
    if (s && is_whole_block(*list, bytes))
        s->fresh_from = GC_get_gc_no() + 1;
    return gc_take(list);
}
