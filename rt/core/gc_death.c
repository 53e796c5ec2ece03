/* How objects die: finalisers, in which order they run, and when the collector
 * looks for the dead.
 *
 * There are no reference counts, but programs that notice when an object dies
 * expect it where CPython's last reference goes.  So modules of such programs
 * tell where references may have gone (OP_drop, see ir/build.c), and while
 * there are objects whose death can be noticed a collection follows there, as
 * long as that takes little of the program's time.  Beyond that objects die
 * later, as they do in other programs.
 *
 * What was found dead dies in CPython's order as far as it can be told: an
 * object before what it refers to, the variables of a function first to last,
 * items last to first.  What is part of a cycle CPython would not have freed:
 * it stays alive until a collection for another reason finds it again. */
#define GC_THREADS
#define GC_NO_THREAD_REDIRECTS
#include <gc/gc.h>
#include <gc/javaxfc.h>

#include <stdlib.h>
#include <time.h>

#include "dict.h"
#include "errors.h"
#include "function.h"
#include "list.h"
#include "set.h"
#include "tuple.h"
#include "str.h"
#include "thread.h"
#include "type.h"

enum {
    GRACE = 400000000, /* nanoseconds for dropped objects, and this */
    CHEAP = 4000000,
    FRESH = 8,
    FRESH_SHARE = 2,
    SHARE = 10,       /* part of the processor's time */
    PATIENCE = 4,     /* collections in vain before a place skips some */
    MAX_SKIP = 20,    /* a power of two */
    LATER = 500,      /* visits until a place asks for time again */
    MANY = 20000,     /* objects that will not just vanish, */
    MANY_BYTES = 256, /* or one for so many bytes of heap, until a collection */
    MAX_BATCH = 64,   /* objects whose order is looked for */
    MAX_WALK = 4000,  /* objects looked at for it */
    MAX_DEPTH = 100
};

_Atomic int64_t gc_watched;
static _Atomic int64_t finalizer_count; /* objects that have any */
static _Atomic int64_t deaths;          /* that Python code could notice */
static _Atomic int64_t registered;
static _Atomic bool some_die; /* gc_on_death was called */
static _Atomic bool finishing;

/* What is to run for one object, newest first. */
typedef struct Finalizer {
    void (*fn)(PyObject *object);
    void (*revive)(PyObject *object);
    struct Finalizer *next;
    PyObject *object;       /* dead: of the newest */
    struct Finalizer *also; /* the next dead object */
    int64_t number;         /* of the object, in the order of registration */
    bool on_death, watched; /* Python code can notice it: at the end, too; */
} Finalizer;

/* --- registration --------------------------------------------------------- */

static void collect_dead(void *object, void *list);

static void register_list(PyObject *object, Finalizer *f)
{
    GC_finalization_proc old;
    void *list;

    GC_register_finalizer_no_order(object, collect_dead, f, &old, &list);
    if (old == collect_dead) {
        f->next = list;
        f->number = f->next->number;
    } else {
        finalizer_count++;
        f->number = ++registered;
    }
}

static Finalizer *add_finalizer(PyObject *object, void (*fn)(PyObject *object))
{
    Finalizer *f;

    if (atomic_load_explicit(&finishing, memory_order_relaxed))
        return NULL;
    f = gc_scanned(sizeof *f);
    *f = (Finalizer){.fn = fn};
    return f;
}

void gc_on_unreachable(PyObject *object, void (*fn)(PyObject *object))
{
    Finalizer *f = add_finalizer(object, fn);

    if (f)
        register_list(object, f);
}

void gc_on_weak_death(PyObject *object, void (*fn)(PyObject *object),
                      void (*revive)(PyObject *object), bool noticed)
{
    Finalizer *f = add_finalizer(object, fn);

    if (!f)
        return;
    f->revive = revive;
    f->watched = noticed && !is_type((Value)object) &&
                 type_of((Value)object) != &classobj_type;
    gc_watched += f->watched;
    register_list(object, f);
}

/* A thread that makes objects which die slowly waits for them now and then:
 * they would fill the memory otherwise. */
static void keep_up(void)
{
    static _Atomic int64_t made;
    int64_t many = (int64_t)GC_get_heap_size() / MANY_BYTES;

    if (++made < MANY || made < many || made < finalizer_count)
        return;
    made = 0;
    GC_gcollect();
}

void gc_on_death(PyObject *object, void (*fn)(PyObject *object))
{
    Finalizer *f = add_finalizer(object, fn);

    if (!f)
        return;
    keep_up();
    atomic_store_explicit(&some_die, true, memory_order_relaxed);
    f->on_death = f->watched = true;
    gc_watched++;
    register_list(object, f);
}

/* The list without the functions of gc_on_death. */
static Finalizer *without_on_death(Finalizer *list)
{
    Finalizer **p = &list;

    while (*p) {
        Finalizer *f = *p;

        if (f->on_death) {
            gc_watched -= f->watched;
            *p = f->next;
        } else {
            p = &f->next;
        }
    }
    return list;
}

void gc_on_death_nothing(PyObject *object)
{
    GC_finalization_proc old, none;
    void *list, *nothing;
    Finalizer *left;

    GC_register_finalizer_no_order(object, NULL, NULL, &old, &list);
    if (old != collect_dead)
        return;
    left = without_on_death(list);
    if (left)
        GC_register_finalizer_no_order(object, collect_dead, left, &none,
                                       &nothing);
    else
        finalizer_count--;
}

int64_t gc_finalizer_count(void)
{
    return finalizer_count;
}

void gc_add_finalizer(Value v)
{
    gc_on_death(as_object(v), object_finalize);
}

/* --- what an object refers to --------------------------------------------- */

/* Meets each object once; `left` more, then no more. */
typedef struct Walk {
    PyDict *seen;
    void (*meet)(struct Walk *w, Value v);
    struct Batch *batch;
    int from; /* place in the batch */
    int left;
} Walk;

static void walk(Walk *w, Value v, int depth);

static void walk_dict(Walk *w, PyDict *d, int depth)
{
    Py_ssize pos = 0;
    Value key, value;

    while (dict_next(d, &pos, &key, &value)) {
        walk(w, key, depth);
        walk(w, value, depth);
    }
}

/* Containers free their items last to first. */
static void walk_items(Walk *w, const Value *items, int64_t n, int depth)
{
    while (n-- > 0)
        if (items[n])
            walk(w, items[n], depth);
}

static void walk_function(Walk *w, PyFunction *f, int depth)
{
    for (int i = 0; f->closure && i < f->code->freevars->length; i++)
        walk(w, f->closure[i], depth);
    if (f->defaults)
        walk(w, (Value)f->defaults, depth);
}

static void walk_container(Walk *w, Value v, int depth)
{
    PyType *t = type_of(v);

    if (t->flags & TYPE_LIST) {
        PyList *copy = list_copy((PyList *)v);

        if (copy)
            walk_items(w, list_store(copy)->items, list_length(copy), depth);
    } else if (t->flags & TYPE_TUPLE) {
        walk_items(w, ((PyTuple *)v)->items, ((PyTuple *)v)->length, depth);
    } else if (t->flags & TYPE_DICT) {
        walk_dict(w, (PyDict *)v, depth);
    } else if (t->flags & TYPE_SET) {
        Py_ssize pos = 0;
        int64_t hash;
        Value key;

        while (set_next((PySet *)v, &pos, &key, &hash))
            walk(w, key, depth);
    }
}

/* What is alive must not get a __dict__ by it, which says the order. */
static void walk_attributes(Walk *w, Value v, int depth)
{
    bool dies = depth == 0 || !w->batch;
    PyDict *d = dies ? instance_dict(v) : instance_dict_or_null(v);

    if (d)
        walk_dict(w, d, depth);
    else if (!dies)
        for (int32_t i = 0, n = instance_slot_count(v); i < n; i++)
            if (instance_slot(v, i))
                walk(w, instance_slot(v, i), depth);
}

static void walk_contents(Walk *w, Value v, int depth)
{
    PyType *t = type_of(v);

    walk_container(w, v, depth);
    if (t == &instance_method_type && ((PyInstanceMethod *)v)->self) {
        walk(w, ((PyInstanceMethod *)v)->self, depth);
    } else if (t == &cell_type) {
        Value inside = atomic_load(&((PyCell *)v)->value);

        if (inside)
            walk(w, inside, depth);
    } else if (t == &function_type) {
        walk_function(w, (PyFunction *)v, depth);
    } else if (t == &generator_type) {
        walk_items(w, ((PyGenerator *)v)->slots, ((PyGenerator *)v)->nvalues,
                   depth);
    } else if ((t->flags & TYPE_HEAP || t == &instance_type) && !is_type(v)) {
        walk_attributes(w, v, depth);
    }
}

/* Most of what containers hold: refers to nothing and dies unnoticed. */
static bool is_leaf(Value v)
{
    PyType *t;

    if (!is_pointer(v) || v == NONE)
        return true;
    t = type_of(v);
    return t == &str_type || t == &unicode_type || t == &int_type ||
           t == &long_type || t == &float_type;
}

static void walk(Walk *w, Value v, int depth)
{
    Value key = value_from_int((int64_t)(uintptr_t)v);

    if (is_leaf(v) || depth > MAX_DEPTH || w->left <= 0 ||
        dict_get_or_null(w->seen, key) || dict_set(w->seen, key, NONE) < 0)
        return;
    w->left--;
    w->meet(w, v);
    walk_contents(w, v, depth + 1);
}

/* --- the dead ------------------------------------------------------------- */

/* Objects that one collection has found dead. */
typedef struct Batch {
    Finalizer **items;
    int64_t n;
    bool *reached, *stays, *done; /* by place */
    bool *by;                     /* n * n: reached from */
    Finalizer **order;
    int64_t nordered;
} Batch;

/* libgc's finaliser: what is to be done is done behind, in order. */
static void collect_dead(void *object, void *list)
{
    Finalizer *f = list;

    f->object = object;
    f->also = thread_state->dying;
    thread_state->dying = f;
    finalizer_count--;
}

/* At the end of the program only what Python code can notice. */
static bool is_wanted(const Finalizer *f)
{
    return !atomic_load_explicit(&finishing, memory_order_relaxed) ||
           f->on_death;
}

static void run_finalizers(Finalizer *list)
{
    for (Finalizer *f = list; f; f = f->next) {
        gc_watched -= f->watched;
        deaths += f->watched;
        if (is_wanted(f))
            f->fn(list->object);
    }
}

static int by_number(const void *a, const void *b)
{
    const Finalizer *f = *(Finalizer *const *)a, *g = *(Finalizer *const *)b;

    return (f->number > g->number) - (f->number < g->number);
}

static void reach(Walk *w, Value v)
{
    Batch *b = w->batch;

    for (int64_t i = 0; i < b->n; i++)
        if ((Value)b->items[i]->object == v) {
            b->by[i * b->n + w->from] = true;
            b->reached[i] |= i != w->from;
        }
}

static void find_references(Batch *b)
{
    int left = MAX_WALK;

    for (int64_t i = 0; i < b->n; i++) {
        Walk w = {dict_new(), reach, b, (int)i, left};

        walk_contents(&w, (Value)b->items[i]->object, 0);
        left = w.left;
    }
}

/* What is in a cycle, as each class with its __mro__, or refered to by one, is
 * not freed by counting. */
static void find_cycles(Batch *b)
{
    for (int64_t i = 0; i < b->n; i++)
        b->stays[i] =
            b->by[i * b->n + i] || is_type((Value)b->items[i]->object);
    for (int64_t i = 0; i < b->n; i++)
        for (int64_t k = 0; k < b->n; k++)
            b->stays[i] |=
                b->by[i * b->n + k] &&
                (b->by[k * b->n + k] || is_type((Value)b->items[k]->object));
}

/* Puts item i, and behind it what it alone refers to. */
static void put_in_order(Batch *b, int64_t i)
{
    if (b->done[i])
        return;
    b->done[i] = true;
    if (!b->stays[i])
        b->order[b->nordered++] = b->items[i];
    for (int64_t k = 0; k < b->n; k++)
        if (b->by[k * b->n + i])
            put_in_order(b, k);
}

/* Alive again, as if nobody had looked. */
static void revive(Finalizer *list)
{
    PyObject *object = list->object;
    GC_finalization_proc old;
    void *none;

    list->object = NULL; /* libgc keeps what the list refers to */
    list->also = NULL;
    GC_register_finalizer_no_order(object, collect_dead, list, &old, &none);
    finalizer_count++;
    for (Finalizer *f = list; f; f = f->next)
        if (f->revive)
            f->revive(object);
}

static bool *flags(int64_t n)
{
    return gc_bytes((size_t)n);
}

static void order(Batch *b)
{
    *b = (Batch){b->items,    b->n,
                 flags(b->n), flags(b->n),
                 flags(b->n), flags(b->n * b->n),
                 NULL,        0};
    b->order = (Finalizer **)gc_array((size_t)b->n);
    find_references(b);
    find_cycles(b);
    for (int64_t i = 0; i < b->n; i++)
        if (!b->reached[i])
            put_in_order(b, i);
    for (int64_t i = 0; i < b->n; i++)
        put_in_order(b, i);
    for (int64_t i = 0; i < b->n; i++)
        if (b->stays[i])
            revive(b->items[i]);
    b->items = b->order;
    b->n = b->nordered;
}

static Batch take_dead(void)
{
    Finalizer *list = thread_state->dying;
    Batch b = {0};

    for (Finalizer *f = list; f; f = f->also)
        b.n++;
    b.items = (Finalizer **)gc_array((size_t)b.n);
    b.n = 0;
    for (Finalizer *f = list; f; f = f->also)
        b.items[b.n++] = f;
    qsort(b.items, (size_t)b.n, sizeof *b.items, by_number);
    thread_state->dying = NULL; /* not before: qsort() may move the items */
    return b;
}

static void reverse(Batch *b)
{
    for (int64_t i = 0, k = b->n - 1; i < k; i++, k--) {
        Finalizer *f = b->items[i];

        b->items[i] = b->items[k];
        b->items[k] = f;
    }
}

static void run_dead(Batch *b)
{
    for (int64_t i = 0; i < b->n; i++)
        run_finalizers(b->items[i]);
}

void gc_run_finalizers(void)
{
    Batch b;

    if (!GC_should_invoke_finalizers())
        return;
    GC_invoke_finalizers();
    b = take_dead();
    run_dead(&b);
}

/* What is called next has no words of earlier calls in its frame. */
static __attribute__((noinline)) void clear_dead_stack(void)
{
    char room[8192];

    memset(room, 0, sizeof room);
    __asm__ volatile("" : : "r"(room) : "memory");
}

static __attribute__((noinline)) int64_t collect(void)
{
    int64_t before = deaths;

    GC_gcollect();
    gc_run_finalizers();
    return deaths - before;
}

int64_t gc_collect(void)
{
    int64_t n;

    clear_dead_stack();
    n = collect();
    __asm__ volatile("");
    return n;
}

/* --- the end of the program: what still lives dies, in about CPython's order
 */

/* Is there something to be done when v's last reference goes? */
static void die(Value v)
{
    if (type_of(v) == &generator_type) {
        if (((PyGenerator *)v)->function->code->flags & CODE_CLEANUP)
            generator_forgotten(as_object(v));
    } else if (has_type_flag(v, TYPE_HAS_DEL) || type_of(v) == &instance_type) {
        object_finalize(as_object(v));
    }
}

static void meet_end(Walk *w, Value v)
{
    die(v);
}

/* A module's names: first those with one underscore, then the others. */
static void names_die(Walk *w, PyDict *names, bool private)
{
    Py_ssize pos = 0;
    Value key, value;

    while (dict_next(names, &pos, &key, &value)) {
        const char *s =
            has_type_flag(key, TYPE_STR) ? str_data((PyStr *)key) : "";

        if (private == (s[0] == '_' && s[1] != '_'))
            walk(w, value, 0);
    }
}

/* Finished generators are what most programs have: abc makes some. */
static bool can_be_noticed(const Finalizer *list)
{
    PyObject *o = list->object;

    if (type_of((Value)o) == &generator_type && ((PyGenerator *)o)->state < 0)
        return false;
    for (const Finalizer *f = list; f; f = f->next)
        if (f->watched)
            return true;
    return false;
}

/* Is there an object whose death would be noticed now? */
static bool any_noticed(void)
{
    bool any = false;
    Batch b;

    GC_finalize_all();
    b = take_dead();
    for (int64_t i = 0; i < b.n; i++) {
        any |= can_be_noticed(b.items[i]);
        revive(b.items[i]);
    }
    return any;
}

void gc_finish(PyDict *main_names)
{
    Walk w = {.meet = meet_end, .left = INT32_MAX};
    Batch b;

    if (!atomic_load(&some_die) || !any_noticed())
        return;
    gc_collect();
    w.seen = dict_new();
    if (w.seen && main_names) {
        names_die(&w, main_names, true);
        names_die(&w, main_names, false);
    }
    err_clear();
    atomic_store(&finishing, true);
    GC_finalize_all();
    b = take_dead();
    run_dead(&b);
}

/* --- dropped references --------------------------------------------------- */

/* Of the process: what other programs take does not count. */
static int64_t nanoseconds(void)
{
    struct timespec t;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return t.tv_sec * 1000000000ll + t.tv_nsec;
}

static _Atomic int64_t last_look; /* nanoseconds of it */
static _Atomic int64_t spent;     /* nanoseconds, looking for dropped objects */

static void look_for_dropped(bool variables)
{
    int64_t start = nanoseconds();
    Batch b;

    GC_gcollect();
    GC_invoke_finalizers();
    b = take_dead();
    if (!variables)
        reverse(&b);
    if (b.n > 0 && b.n <= MAX_BATCH)
        order(&b);
    last_look = nanoseconds() - start;
    spent += last_look;
    run_dead(&b);
}

/* Places visited for the first times have more of the time, while a look is
 * cheap: code that runs once is to see its objects die. */
static bool has_time(const DropSite *site)
{
    bool fresh = site && site->looks < FRESH && last_look < CHEAP;

    return spent < GRACE + nanoseconds() / (fresh ? FRESH_SHARE : SHARE);
}

static __attribute__((noinline)) void drop_here(DropSite *site)
{
    int64_t before = deaths;

    if (!has_time(site)) {
        if (site)
            site->skip = LATER;
        return;
    }
    look_for_dropped(site && site->variables);
    if (!site)
        return;
    site->looks += site->looks < FRESH;
    if (deaths != before)
        site->vain = 0;
    else if (++site->vain > PATIENCE)
        site->skip =
            1u << (site->vain - PATIENCE < MAX_SKIP ? site->vain - PATIENCE
                                                    : MAX_SKIP);
}

void gc_drop(DropSite *site)
{
    if (!gc_watched)
        return;
    clear_dead_stack();
    drop_here(site);
    __asm__ volatile(""); /* no tail call: the frame stays */
}
