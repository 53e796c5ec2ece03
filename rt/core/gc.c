/* Memory from libgc; see gc.h for the inline half.
 *
 * Interior pointers are recognised on stacks and in registers only, so
 * objects lose libgc's extra byte and heap words point at object starts.
 * Finalisers are queued by the collector and run at safepoints. */
#define GC_THREADS
#define GC_NO_THREAD_REDIRECTS
#include <gc/gc.h>
#include <gc/gc_inline.h>
#include <gc/gc_mark.h>
#include <gc/javaxfc.h>

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "dict.h"
#include "errors.h"
#include "function.h"
#include "gc_blocks.h"
#include "gc_hostile.h"
#include "gc_weak.h"
#include "list.h"
#include "str.h"
#include "type.h"

enum {
    FIRST_HEAP = 16 << 20,
    LEAST_INTERVAL = 6 << 20, /* bytes allocated between collections */
    /* The same for each of several threads: the world stops for it. */
    LEAST_THREADS_INTERVAL = 12 << 20,
    USER_SHARE = 16,       /* of a thread's interval: it counts as allocating */
    SMALL_HEAP = 40 << 20, /* may almost double between collections */
    MORE = 8 << 20,        /* and grow by up to so much besides */
    LARGE_HEAP = 200 << 20,   /* is not to grow as fast */
    RESERVE = 4 << 20,        /* for small objects when memory runs out */
    WAITING_BYTES = 64 << 10, /* per thread beyond the cores */
    RARELY = 128 << 20,       /* more between collections while that is asked */
    IDLE_BYTES = 4096,        /* an idle collection has something to find */
    IDLE_MS = 200,
    LONG_MS = 10,   /* what a collection may take that nobody notices */
    IDLE_SHARE = 50 /* longer ones take one part of the time in so many */
};

/* Called by the thread that ran the collection: it is awake, main may sleep. */
static void notify_finalizers(void)
{
    ThreadState *t = thread_state ? thread_state : thread_main;

    if (t)
        thread_interrupt(t);
}

/* libgc's complaints about large blocks mean nothing to a user. */
static void ignore_warning(char *text, GC_word arg)
{
}

static GC_push_other_roots_proc push_stacks;

/* Runs with the world stopped: besides all stacks, marks the objects that
 * wait in the threads' lists of pointer-free memory, and empties tables that
 * keep nothing alive.  A thread enters and
 * leaves the ring with one store to a `next`, so the ring can be followed
 * whenever that thread was stopped. */
static void push_roots(void)
{
    ThreadState *t = thread_main;

    push_stacks();
    if (!t)
        return;
    do {
        for (int i = 0; i < GC_LIST_COUNT; i++)
            for (void *p = t->gc.atomic[i]; p; p = *(void **)p)
                GC_set_mark_bit(p);
        str_share_forget(t->share);
        t = t->next;
    } while (t != thread_main);
    gc_blocks_mark();
}

/* libgc weighs pointer-free memory lightly when it decides on the next
 * collection, which comes often then while a heap of strs grows.  Here every
 * live byte counts: a small heap grows to almost twice what is live, what is
 * beyond that by six tenths, beyond 200 MB by three.  One of a few MB, such as
 * modules and their constants take, may grow by MORE in addition: a process
 * does not notice these, while all of it is marked each time. */
static size_t interval_for(size_t live)
{
    size_t small = live < SMALL_HEAP ? live : SMALL_HEAP;
    size_t medium = live < LARGE_HEAP ? live : LARGE_HEAP;
    size_t more = (SMALL_HEAP - small) / 10 * 4;
    size_t interval =
        small / 10 * 9 + (medium - small) / 10 * 6 + (live - medium) / 10 * 3;

    if (more > MORE)
        more = MORE;
    interval += more < live ? more : live;

    return interval < LEAST_INTERVAL ? LEAST_INTERVAL : interval;
}

static _Atomic size_t interval_now = LEAST_INTERVAL;
static _Atomic bool rarely;

static void ask_for_interval(size_t interval)
{
    GC_set_min_bytes_allocd(interval + (rarely ? RARELY : 0));
}

/* Large heaps in which most of what is new becomes garbage are kept from
 * growing. */
static size_t interval_for_growth(size_t live)
{
    static size_t live_before;
    size_t interval = interval_for(live), stayed;

    stayed = live > live_before ? live - live_before : 0;
    live_before = live;
    return stayed < interval_now / 3 && live > SMALL_HEAP ? interval / 4 * 3
                                                          : interval;
}

/* Bytes for each thread that allocates; under libgc's lock. */
static size_t interval_of_one = LEAST_INTERVAL;

void gc_interval_for_users(int users)
{
    int together = thread_side_by_side();

    interval_now = interval_of_one * (users < together ? users : together) +
                   (size_t)thread_waiting() * WAITING_BYTES;
    ask_for_interval(interval_now);
}

/* Threads that allocate side by side fill the memory faster: each that begins
 * to makes the interval longer, so that it comes after the same work. */
static void set_interval(size_t stocked)
{
    size_t in_use = GC_get_heap_size() - GC_get_free_bytes();
    size_t interval = interval_for_growth(in_use - stocked);

    if (thread_side_by_side() > 1 && interval < LEAST_THREADS_INTERVAL)
        interval = LEAST_THREADS_INTERVAL;
    interval_of_one = interval;
    gc_blocks_count_users(interval / USER_SHARE);
}

void gc_collect_rarely(bool on)
{
    rarely = on;
    ask_for_interval(interval_now);
}

void gc_collect_early(bool early)
{
    size_t least = interval_now / 4;

    if (least < LEAST_INTERVAL)
        least = LEAST_INTERVAL;
    ask_for_interval(early ? least : interval_now);
}

static int64_t milliseconds(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC_COARSE, &now);
    return now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* When an idle collection may come at the earliest. */
static _Atomic int64_t idle_from;

/* A collection begins or ends.  After one that took long, another in an idle
 * moment waits: threads that wait in turn make many such moments in a program
 * that is not idle. */
static void time_collection(bool begins)
{
    static int64_t began; /* under libgc's lock */
    int64_t now = milliseconds();

    if (begins)
        began = now;
    else if (now - began >= LONG_MS)
        atomic_store(&idle_from, now + (now - began) * IDLE_SHARE);
}

static void on_event(GC_EventType event)
{
    if (event == GC_EVENT_START || event == GC_EVENT_END)
        time_collection(event == GC_EVENT_START);
    if (event == GC_EVENT_MARK_START) {
        gc_weak_unsettled(true);
    } else if (event == GC_EVENT_RECLAIM_START) {
        gc_blocks_choose();
    } else if (event == GC_EVENT_RECLAIM_END) {
        gc_weak_unsettled(false);
        set_interval(gc_blocks_open());
    }
}

/* For small objects when memory has run out. */
static void *_Atomic reserve;

static void fill_reserve(void)
{
    void *none = NULL, *p = GC_malloc_atomic_uncollectable(RESERVE);

    if (p && !atomic_compare_exchange_strong(&reserve, &none, p))
        GC_free(p);
}

/* Once per collection, as soon as there is room again. */
static void restore_reserve(void)
{
    static _Atomic GC_word tried;

    if (reserve || tried == GC_get_gc_no() ||
        GC_get_free_bytes() < 4 * (size_t)RESERVE)
        return;
    fill_reserve();
    tried = GC_get_gc_no();
}

void gc_init(void)
{
    GC_set_all_interior_pointers(0);
    GC_set_finalize_on_demand(1);
    /* What a finaliser can reach, its class first, lives until it has run. */
    GC_set_java_finalization(1);
    GC_set_handle_fork(1);
    GC_set_finalizer_notifier(notify_finalizers);
    GC_set_warn_proc(ignore_warning);
    gc_hostile_init();
    GC_set_dont_precollect(1);
    GC_INIT();
    if (!gc_hostile)
        GC_expand_hp(FIRST_HEAP);
    /* libgc's own interval is half of what it takes for live, divided by
     * three: the threads' stocks count as live there. */
    GC_set_free_space_divisor(6);
    GC_set_on_collection_event(on_event);
    GC_set_min_bytes_allocd(LEAST_INTERVAL);
    fill_reserve();
    push_stacks = GC_get_push_other_roots();
    GC_set_push_other_roots(push_roots);
}

/* --- running out of memory ------------------------------------------------ */

/* The thread goes on and raises MemoryError at its next safepoint. */
static void raise_later(void)
{
    thread_state->out_of_memory = true;
    thread_interrupt(thread_state);
}

int gc_raise_out_of_memory(void)
{
    thread_state->out_of_memory = false;
    err_no_memory();
    return -1;
}

static void give_up(void)
{
    fputs("Fatal Python error: out of memory\n", stderr);
    abort();
}

/* libgc has nothing left.  Callers rely on getting objects of at most
 * GC_SURE bytes: these come from the reserve. */
static void *last_resort(size_t size, bool is_atomic)
{
    void *p;

    if (size > GC_SURE)
        return err_no_memory();
    GC_free(atomic_exchange(&reserve, NULL));
    p = is_atomic ? GC_malloc_atomic(size) : GC_malloc(size);
    if (!p)
        give_up();
    raise_later();
    return p;
}

/* Counts an allocation; false: it fails, with MemoryError pending. */
static bool hostile_step(size_t size)
{
    if (!gc_hostile_step(size))
        return true;
    if (size <= GC_SURE) {
        raise_later();
        return true;
    }
    err_no_memory();
    return false;
}

/* --- objects -------------------------------------------------------------- */

static void *small_object(size_t size, bool is_atomic)
{
    restore_reserve();
    return gc_blocks_take(gc_class_of(size), is_atomic);
}

void *gc_scanned_slow(size_t size)
{
    void *p;

    if (gc_hostile && !hostile_step(size))
        return NULL;
    if (size <= GC_BLOCK_MAX && !gc_hostile)
        p = small_object(size, false);
    else
        p = gc_large(size, false);
    return p ? p : last_resort(size, false);
}

void *gc_atomic_slow(size_t size)
{
    void *p;

    if (gc_hostile && !hostile_step(size))
        return NULL;
    if (size <= GC_BLOCK_MAX && !gc_hostile)
        p = small_object(size, true);
    else
        p = gc_large(size, true);
    return p ? p : last_resort(size, true);
}

void *gc_new_atomic(PyType *type, size_t size)
{
    PyObject *p;

    /* Only static types are sure to outlive a reference nobody scans. */
    if (type->flags & TYPE_HEAP)
        return gc_new(type, size);
    p = gc_atomic(size);
    if (!p)
        return NULL;
    memset(p, 0, size < 64 ? size : 64);
    p->type = type;
    return p;
}

Value *gc_array(size_t count)
{
    void **p;

    if (count > SIZE_MAX / sizeof(Value) / 2)
        return err_no_memory();
    p = gc_scanned((count + !count) * sizeof(Value));
    if (p)
        *p = NULL;
    return (Value *)p;
}

void *gc_bytes(size_t size)
{
    void *p;

    if (size > SIZE_MAX / 2)
        return err_no_memory();
    size += !size;
    p = gc_atomic(size);
    return p ? memset(p, 0, size) : NULL;
}

void *gc_permanent(size_t size)
{
    void *p = GC_malloc_uncollectable(size);

    if (!p)
        give_up();
    return p;
}

void gc_idle(void)
{
    int64_t now, from;

    if (rarely || gc_finalizer_count() == 0 ||
        GC_get_bytes_since_gc() < IDLE_BYTES)
        return;
    now = milliseconds();
    from = atomic_load(&idle_from);
    if (now < from ||
        !atomic_compare_exchange_strong(&idle_from, &from, now + IDLE_MS))
        return;
    gc_collect();
}
