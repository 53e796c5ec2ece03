/* See gc_blocks.h: the owner's half.
 *
 * Blocks come from libgc's own GC_allochblk, called with its lock held.  Where
 * that is not to be had (a shared libgc hides it, another version has other
 * parameters or headers) all objects come from GC_generic_malloc_many.
 *
 * After each collection the thread's own blocks are used first, then those
 * that it left partly free elsewhere: fresh ones are asked for once
 * GC_generic_malloc_many found nothing better than a whole block. */
#define GC_THREADS
#define GC_NO_THREAD_REDIRECTS
#include <gc/gc.h>
#include <gc/gc_inline.h>
#include <gc/gc_mark.h>

#include <limits.h>
#include <stdlib.h>

#include "gc_blocks.h"
#include "thread.h"

extern void *GC_allochblk(size_t bytes, int kind, unsigned flags)
    __attribute__((weak));
extern void GC_freehblk(void *block) __attribute__((weak));
extern void GC_incr_bytes_allocd(size_t bytes) __attribute__((weak));

enum {
    MOST_BLOCKS = 8, /* taken at one visit */
    LARGE_ALONE = 64 << 10,
    HUGE_SIZE = 1 << 20,
    PIECE = 512,              /* bytes linked at a time: they stay in the first
                                 cache */
    REPORT_BYTES = 512 << 10, /* used before libgc hears of it */
    REPORT_LEAST = 16 << 10,  /* less is not worth a visit of its own */
    FIRST_ROOM = 8,           /* of a stock's table */
    GIVE_BACK = 64,           /* blocks at a time, at least */
    SCARCE = 1 << 20          /* free bytes */
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

size_t gc_class_bytes(int number)
{
    return number <= GC_LIST_MAX / GC_GRANULE
               ? (size_t)number * GC_GRANULE
               : large_classes[number - GC_LIST_MAX / GC_GRANULE - 1];
}

size_t gc_usable(size_t size)
{
    if (size > GC_BLOCK_MAX)
        return (size + GC_BLOCK - 1) / GC_BLOCK * GC_BLOCK;
    return gc_class_bytes(gc_class_of(size));
}

static int kind_of(bool is_atomic)
{
    return is_atomic ? GC_I_PTRFREE : GC_I_NORMAL;
}

/* libgc's lock makes those who wait sleep, this one does not. */
static Lock visit_lock;

static void visit_libgc(void *(*fn)(void *), void *arg)
{
    lock_acquire(&visit_lock);
    GC_call_with_alloc_lock(fn, arg);
    lock_release(&visit_lock);
}

/* --- whose blocks there are ----------------------------------------------- */

GcBlocks *gc_blocks_all;

/* libgc's functions are there and have the parameters that are known here. */
static bool has_blocks(void)
{
    static enum { UNKNOWN, NO, YES } known;

    if (known == UNKNOWN)
        known = GC_allochblk && GC_freehblk && GC_incr_bytes_allocd &&
                        GC_get_version() >> 8 == ((8 << 8) | 2) &&
                        gc_headers_known()
                    ? YES
                    : NO;
    return known == YES;
}

static void *attach(void *arg)
{
    GcLists *lists = arg;
    GcBlocks *b = has_blocks() ? calloc(1, sizeof *b) : NULL;

    lists->blocks = b;
    if (b) {
        b->next = gc_blocks_all;
        gc_blocks_all = b;
    }
    return NULL;
}

void gc_blocks_attach(GcLists *lists)
{
    GC_call_with_alloc_lock(attach, lists);
}

static void free_blocks(GcBlocks *b)
{
    for (int i = 0; i < GC_LIST_COUNT; i++) {
        free(b->stocks[0][i].blocks);
        free(b->stocks[1][i].blocks);
    }
    free(b);
}

/* What was left becomes garbage. */
static void *detach(void *arg)
{
    GcLists *lists = arg;
    GcBlocks *b = lists->blocks, **link = &gc_blocks_all;

    while (*link != b)
        link = &(*link)->next;
    *link = b->next;
    lists->blocks = NULL;
    free_blocks(b);
    return NULL;
}

void gc_blocks_detach(GcLists *lists)
{
    if (lists->blocks)
        GC_call_with_alloc_lock(detach, lists);
}

void gc_blocks_after_fork(GcLists *lists)
{
    gc_blocks_all = lists->blocks;
    if (lists->blocks)
        lists->blocks->next = NULL;
}

/* --- handing out ---------------------------------------------------------- */

/* Makes [p, end) a list of free objects; `tail` is where it hangs. */
static void **link_objects(void **tail, char *p, char *end, size_t bytes,
                           bool is_atomic)
{
    if (!is_atomic)
        memset(p, 0, end - p);
    for (; p < end; p += bytes) {
        *tail = p;
        tail = (void **)p;
    }
    *tail = NULL;
    return tail;
}

/* What comes next is in no near cache: it arrives while this piece is used. */
static inline void fetch_piece(const char *p)
{
    for (int i = 0; i < PIECE; i += 64)
        __builtin_prefetch(p + i, 1);
}

/* The collector may write the table at this moment: any address will do. */
static inline void fetch_next_block(const Stock *s)
{
    uint32_t ready = (uint32_t)s->ready;

    if (ready)
        fetch_piece(s->blocks[ready - 1].at);
}

/* Puts the next piece of s->at into *list.  The thread may be stopped
 * anywhere: until `at` moves on, it still covers the piece. */
static void take_piece(Stock *s, void **list, size_t bytes, bool is_atomic)
{
    char *p = s->at, *end = p + (PIECE + bytes - 1) / bytes * bytes;
    void *first;

    if (end > s->end)
        end = s->end;
    link_objects(&first, p, end, bytes, is_atomic);
    __atomic_store_n(list, first, __ATOMIC_RELEASE);
    if (end < s->end)
        fetch_piece(end);
    else
        fetch_next_block(s);
    __atomic_store_n(&s->at, end < s->end ? end : NULL, __ATOMIC_RELEASE);
}

/* Puts all free objects of a block into *list. */
static void take_free(const Block *b, void **list, size_t bytes, bool is_atomic)
{
    char *end = b->at + block_bytes(bytes);
    void *first = NULL, **tail = &first;

    for (char *p = b->at, *q; p < end; p = q + bytes) {
        for (q = p; q < end && !block_has(b, q);)
            q += bytes;
        if (p < q)
            tail = link_objects(tail, p, q, bytes, is_atomic);
    }
    __atomic_store_n(list, first, __ATOMIC_RELEASE);
}

/* The next block of the stock, in the hand; false: there is none. */
static bool take_block(GcBlocks *b, Stock *s)
{
    Hand *h = &b->hand;

    h->ready = atomic_load(&s->ready);
    while ((uint32_t)h->ready) {
        uint64_t ready = h->ready;

        h->kept = false;
        h->stock = s;
        h->block = s->blocks[(uint32_t)ready - 1];
        atomic_store(&h->at, h->block.at);
        if (atomic_compare_exchange_strong(&s->ready, &ready, ready - 1))
            return true;
        atomic_store(&h->at, NULL);
        h->ready = ready;
    }
    return false;
}

/* Threads that allocate between two collections: only guesses are made of it.
 * The collector forgets them with its lock held, while threads run. */
static _Atomic size_t user_bytes;
static int users;

void gc_blocks_count_users(size_t bytes)
{
    user_bytes = bytes;
    users = 0;
    for (GcBlocks *b = gc_blocks_all; b; b = b->next) {
        atomic_store_explicit(&b->taken, 0, memory_order_relaxed);
        atomic_store_explicit(&b->is_user, false, memory_order_relaxed);
    }
    gc_interval_for_users(gc_blocks_all ? 1 : INT_MAX);
}

static void *count_user(void *arg)
{
    GcBlocks *b = arg;

    atomic_store_explicit(&b->is_user, true, memory_order_relaxed);
    if (++users > 1)
        gc_interval_for_users(users);
    return NULL;
}

static void count_taken(GcBlocks *b, size_t bytes)
{
    size_t taken =
        atomic_load_explicit(&b->taken, memory_order_relaxed) + bytes;

    atomic_store_explicit(&b->taken, taken, memory_order_relaxed);
    if (taken > atomic_load_explicit(&user_bytes, memory_order_relaxed) &&
        !atomic_load_explicit(&b->is_user, memory_order_relaxed))
        visit_libgc(count_user, b);
}

static void *report(void *arg)
{
    GcBlocks *b = arg;

    GC_incr_bytes_allocd(b->unreported);
    b->unreported = 0;
    return NULL;
}

/* Goes on with the next block of the stock.  It may be full: what is chosen
 * for the stock can still be marked by finalisers. */
static void use_block(GcBlocks *b, Stock *s, void **list, size_t bytes,
                      bool is_atomic)
{
    size_t use;

    use = gc_block_free(&b->hand.block, bytes);
    if (block_is_empty(&b->hand.block)) {
        s->end = b->hand.block.at + use;
        __atomic_store_n(&s->at, b->hand.block.at, __ATOMIC_RELEASE);
        take_piece(s, list, bytes, is_atomic);
    } else {
        take_free(&b->hand.block, list, bytes, is_atomic);
    }
    atomic_store(&b->hand.at, NULL);
    s->used += use;
    b->unreported += use;
    count_taken(b, use);
    if (b->unreported > REPORT_BYTES)
        visit_libgc(report, b);
}

/* Fills the list from the stock; false: the stock is empty. */
static bool next_block(GcBlocks *b, Stock *s, void **list, size_t bytes,
                       bool is_atomic)
{
    while (!*list && take_block(b, s))
        use_block(b, s, list, bytes, is_atomic);
    return *list != NULL;
}

/* --- fresh blocks --------------------------------------------------------- */

typedef struct Visit {
    GcBlocks *blocks;
    Stock *stock;
    size_t bytes;
    int kind;
} Visit;

/* There is room for as many as one visit takes. */
static bool has_room(Stock *s)
{
    int room = s->room ? s->room * 2 : FIRST_ROOM;
    Block *blocks;

    if (s->count + MOST_BLOCKS <= s->room)
        return true;
    blocks = realloc(s->blocks, room * sizeof *blocks);
    if (!blocks)
        return false;
    s->blocks = blocks;
    s->room = room;
    return true;
}

static void add_block(Stock *s, char *at)
{
    uint32_t ready = (uint32_t)s->ready;

    s->blocks[s->count++] = s->blocks[ready];
    s->blocks[ready] = gc_block_fresh(at);
    atomic_store(&s->ready, s->ready + 1);
}

/* Gives back up to `most` empty blocks that wait in a stock: how many. */
static int give_back(Stock *s, int most)
{
    int ready = (int)(uint32_t)s->ready, kept = 0, given = 0;

    for (int i = 0; i < ready; i++)
        if (i - kept < most && block_is_empty(&s->blocks[i]))
            GC_freehblk(s->blocks[i].at);
        else
            s->blocks[kept++] = s->blocks[i];
    given = ready - kept;
    if (given == 0)
        return 0;
    for (int i = ready; i < s->count; i++)
        s->blocks[i - given] = s->blocks[i];
    s->count -= given;
    atomic_store(&s->ready, s->ready - (uint64_t)given);
    return given;
}

/* Gives back blocks for something of `size` bytes, all if it needs many side by
 * side; false: there are none. */
static bool give_back_for(GcBlocks *b, size_t size)
{
    int most = size < GC_BLOCK * GIVE_BACK / 4 ? GIVE_BACK : INT_MAX;
    int left = most;

    for (int i = 0; i < GC_LIST_COUNT && left > 0; i++) {
        left -= give_back(&b->stocks[0][i], left);
        left -= give_back(&b->stocks[1][i], left);
    }
    return left < most;
}

typedef struct Need {
    GcBlocks *blocks;
    size_t size;
} Need;

static void *make_room(void *arg)
{
    Need *n = arg;

    report(n->blocks);
    give_back_for(n->blocks, n->size);
    return NULL;
}

static bool is_scarce(size_t size)
{
    return GC_get_free_bytes() < size * 8 + SCARCE;
}

/* libgc is to be asked for `size` bytes: what waits in stocks is used before
 * the heap grows. */
static void prepare(GcBlocks *b, size_t size)
{
    Need n = {b, size};

    if (is_scarce(size))
        visit_libgc(make_room, &n);
    else if (b->unreported >= REPORT_LEAST)
        visit_libgc(report, b);
}

/* Takes fresh blocks.  Where libgc has none, those that wait for other sizes
 * are as good.  libgc's lock is held, so that no collection comes between. */
static void *take_blocks(void *arg)
{
    Visit *v = arg;
    Stock *s = v->stock;
    char *block;

    report(v->blocks);
    for (int i = 0; i < s->ask && has_room(s); i++) {
        block = GC_allochblk(v->bytes, v->kind, 0);
        if (!block && i == 0 && give_back_for(v->blocks, v->bytes))
            block = GC_allochblk(v->bytes, v->kind, 0);
        if (!block)
            break;
        add_block(s, block);
    }
    return NULL;
}

static void visit(GcBlocks *b, Stock *s, size_t bytes, bool is_atomic)
{
    Visit v = {b, s, bytes, kind_of(is_atomic)};

    s->ask = s->ask ? s->ask * 2 : 1;
    if (s->ask > MOST_BLOCKS)
        s->ask = MOST_BLOCKS;
    visit_libgc(take_blocks, &v);
}

static void *from_libgc(size_t size, bool is_atomic)
{
    return is_atomic ? GC_malloc_atomic(size) : GC_malloc(size);
}

_Atomic int gc_blocks_large;

/* libgc clears what is very large, which the others need not wait for. */
static void *very_large(size_t size, bool is_atomic)
{
    void *p;

    gc_blocks_large++;
    if (size >= HUGE_SIZE)
        gc_collect_early(true);
    p = from_libgc(size, is_atomic);
    if (size >= HUGE_SIZE)
        gc_collect_early(false);
    gc_blocks_large--;
    return p;
}

void *gc_large(size_t size, bool is_atomic)
{
    GcBlocks *b = ((GcLists *)thread_state)->blocks;
    void *p;

    if (b) {
        count_taken(b, size);
        prepare(b, size);
    }
    if (size > LARGE_ALONE)
        return very_large(size, is_atomic);
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

/* Fills an empty list. */
static void refill(GcBlocks *b, Stock *s, void **list, size_t bytes,
                   bool is_atomic)
{
    if (s->at) {
        take_piece(s, list, bytes, is_atomic);
        return;
    }
    if (next_block(b, s, list, bytes, is_atomic))
        return;
    if (s->fresh_from == GC_get_gc_no() + 1) {
        visit(b, s, bytes, is_atomic);
        if (next_block(b, s, list, bytes, is_atomic))
            return;
    }
    count_taken(b, GC_BLOCK);
    prepare(b, GC_BLOCK);
    if (is_scarce(GC_BLOCK) && gc_blocks_idle()) {
        GC_gcollect();
        if (next_block(b, s, list, bytes, is_atomic))
            return;
    }
    GC_generic_malloc_many(bytes, kind_of(is_atomic), list);
    if (is_whole_block(*list, bytes))
        s->fresh_from = GC_get_gc_no() + 1;
}

void *gc_blocks_take(int class, bool is_atomic)
{
    GcLists *lists = (GcLists *)thread_state;
    void **list = is_atomic ? &lists->atomic[class] : &lists->list[class];
    size_t bytes = gc_class_bytes(class);
    GcBlocks *b = lists->blocks;

    if (*list)
        return gc_take(list);
    if (b)
        refill(b, &b->stocks[is_atomic][class], list, bytes, is_atomic);
    else
        GC_generic_malloc_many(bytes, kind_of(is_atomic), list);
    return gc_take(list);
}
