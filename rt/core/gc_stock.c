/* See gc_blocks.h: what the collector does with the blocks of threads.
 *
 * libgc keeps for each block how many of its objects are marked: a block with
 * none is freed, one with few goes to a list of blocks to be swept by whoever
 * needs objects of the size.  A block that a thread keeps is made to look full
 * for that moment; which of its objects are marked is copied once finalisers
 * have marked what they can reach.  The marks themselves are not looked at
 * later: libgc clears them while threads run. */
#define GC_THREADS
#define GC_NO_THREAD_REDIRECTS
#include <gc/gc.h>
#include <gc/gc_inline.h>
#include <gc/gc_mark.h>

#include <stdlib.h>

#include "gc_blocks.h"
#include "str.h"

extern void *GC_allochblk(size_t bytes, int kind, unsigned flags)
    __attribute__((weak));
extern void GC_freehblk(void *block) __attribute__((weak));

/* A block's header in libgc 8.2: the fields that are used here. */
typedef struct GcHeader {
    void *links[2];
    char *block;
    unsigned char kind, flags;
    unsigned short last_reclaimed;
    size_t object_size, descriptor;
    void *map;
    size_t marked;
    unsigned char marks[GC_BLOCK_GRANULES]; /* 0 or 1 */
} Header;

extern Header *GC_find_header(void *block) __attribute__((weak));

enum {
    PROBE_SIZE = 48,
    PROBE = 2,
    QUARTERS = 4,
    AHEAD = 16 /* blocks whose headers are on their way */
};

/* Marks an object and looks where that left its traces.  Taking marks back
 * does not always bring the number of them down to 0 again. */
static bool shows_mark(char *block)
{
    Header *h = GC_find_header(block);
    const size_t at = PROBE * PROBE_SIZE / GC_GRANULE;
    bool right;

    if (!h || h->block != block || h->object_size != PROBE_SIZE ||
        h->kind != GC_I_PTRFREE || h->marked != 0 || h->marks[at])
        return false;
    GC_set_mark_bit(block + PROBE * PROBE_SIZE);
    right = h->marked == 1 && h->marks[at] == 1 && !h->marks[at - 1] &&
            !h->marks[at + 1];
    GC_clear_mark_bit(block + PROBE * PROBE_SIZE);
    return right && !h->marks[at];
}

bool gc_headers_known(void)
{
    char *block =
        GC_find_header ? GC_allochblk(PROBE_SIZE, GC_I_PTRFREE, 0) : NULL;
    bool known = block && shows_mark(block);

    if (block)
        GC_freehblk(block);
    return known;
}

Block gc_block_fresh(char *at)
{
    return (Block){at, GC_find_header(at), {0}};
}

size_t gc_block_free(const Block *b, size_t object)
{
    int live = 0;

    if (block_is_empty(b))
        return block_bytes(object);
    for (int i = 0; i < GC_BLOCK_GRANULES / 64; i++)
        live += __builtin_popcountll(b->live[i]);
    return block_bytes(object) - live * object;
}

/* --- the world is stopped ------------------------------------------------- */

static void mark_free(const Block *b, size_t bytes)
{
    for (char *p = b->at; p < b->at + block_bytes(bytes); p += bytes)
        if (!block_has(b, p))
            GC_set_mark_bit(p);
}

/* The thread was stopped while it took a block, perhaps just before: then it
 * finds the stock closed.  It may be stopped again with the same block. */
static void mark_hand(Hand *h, size_t bytes)
{
    if (!h->at)
        return;
    if (h->stock->ready == h->ready - 1)
        h->kept = true;
    if (h->kept)
        mark_free(&h->block, bytes);
}

static void close_stock(Stock *s)
{
    s->closed = true;
    atomic_store(&s->ready, ((s->ready >> 32) + 1) << 32);
}

static void mark_and_close(GcBlocks *b, Stock *s, size_t bytes)
{
    if (b->hand.stock == s)
        mark_hand(&b->hand, bytes);
    for (char *p = s->at; p && p < s->end; p += bytes)
        GC_set_mark_bit(p);
    close_stock(s);
}

typedef void StockFn(GcBlocks *b, Stock *s, size_t bytes);

static void for_each_stock(StockFn *fn)
{
    for (GcBlocks *b = gc_blocks_all; b; b = b->next)
        for (int i = 1; i < GC_LIST_COUNT; i++) {
            fn(b, &b->stocks[0][i], gc_class_bytes(i));
            fn(b, &b->stocks[1][i], gc_class_bytes(i));
        }
}

void gc_blocks_mark(void)
{
    for_each_stock(mark_and_close);
}

/* --- threads run, their stocks are closed --------------------------------- */

/* What follows reads one line of each block's header, which is in no cache. */
static inline void fetch_header(const Stock *s, int i)
{
    if (i + AHEAD < s->count)
        __builtin_prefetch(&s->blocks[i + AHEAD].header->marked, 1);
}

/* A block that is kept counts as full for libgc.  Whether it is empty is known
 * by now, unless finalisers mark more: then `marked` has grown. */
static Block keep(Block b, size_t objects)
{
    uint64_t some = b.header->marked > 0;

    b.header->marked = objects;
    return (Block){b.at, b.header, {some}};
}

/* Keeps blocks that have room, up to what was used since the last collection:
 * a size that is no longer in demand gives its blocks back. */
static void choose(GcBlocks *b, Stock *s, size_t bytes)
{
    size_t objects = GC_BLOCK / bytes, room = 0;
    bool no_empty = gc_blocks_large > 0;
    int kept = 0;

    for (int i = 0; s->closed && i < s->count && room < s->used; i++) {
        size_t marked = s->blocks[i].header->marked;

        fetch_header(s, i);
        if (marked > objects * 7 / 8 || (marked == 0 && no_empty))
            continue;
        room += (objects - marked) * bytes;
        s->blocks[kept++] = keep(s->blocks[i], objects);
    }
    s->count = kept;
}

void gc_blocks_choose(void)
{
    for_each_stock(choose);
    for (GcBlocks *b = gc_blocks_all; b; b = b->next)
        str_share_remember(b->share);
}

/* 64 marks, a byte each, as bits. */
static uint64_t mark_bits(const unsigned char *marks)
{
    uint64_t eight[8], any = 0, bits = 0;

    memcpy(eight, marks, sizeof eight);
    for (int i = 0; i < 8; i++)
        any |= eight[i];
    for (int i = 0; any && i < 8; i++)
        bits |=
            (eight[i] & 0x0101010101010101) * 0x0102040810204080 >> 56 << 8 * i;
    return bits;
}

/* libgc has a mark behind the last object, which all blocks have. */
static void copy_marks(Block *b, size_t bytes)
{
    const unsigned char *marks = b->header->marks;
    size_t end = block_bytes(bytes) / GC_GRANULE;

    for (int i = 0; i < GC_BLOCK_GRANULES / 64; i++)
        b->live[i] = mark_bits(marks + 64 * i);
    if (end < GC_BLOCK_GRANULES)
        b->live[end / 64] &= ((uint64_t)1 << end % 64) - 1;
}

static _Atomic size_t stocked; /* bytes, when the stocks were opened */

/* Those that are partly free come last, so that they are used first. */
static void open_stock(GcBlocks *b, Stock *s, size_t bytes)
{
    int empty = 0;

    if (!s->closed)
        return;
    for (int i = 0; i < s->count; i++) {
        fetch_header(s, i);
        if (!block_is_empty(&s->blocks[i]) ||
            s->blocks[i].header->marked != GC_BLOCK / bytes)
            copy_marks(&s->blocks[i], bytes);
        stocked += gc_block_free(&s->blocks[i], bytes);
        if (block_is_empty(&s->blocks[i])) {
            Block other = s->blocks[empty];

            s->blocks[empty++] = s->blocks[i];
            s->blocks[i] = other;
        }
    }
    s->used = 0;
    s->closed = false;
    atomic_store(&s->ready, s->ready | (uint32_t)s->count);
}

size_t gc_blocks_open(void)
{
    stocked = 0;
    for_each_stock(open_stock);
    return stocked;
}

/* Behind the next collection each thread's stock is what it has used by then,
 * so that the heap need not grow because other threads allocate now. */
bool gc_blocks_idle(void)
{
    size_t used = GC_get_bytes_since_gc(), was = stocked;

    return rt_threaded && used > was / QUARTERS && used < was - was / QUARTERS;
}
