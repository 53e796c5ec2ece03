/* generator: the object over a compiled function's resume entry (layout.h).
 *
 * `running` is taken by compare-and-swap, so two threads, or a generator that
 * resumes itself, get "generator already executing".  state -1 is final. */
#include "dict.h"
#include "errors.h"
#include "evalhooks.h"
#include "frames.h"
#include "function.h"
#include "names.h"
#include "str.h"

#include "methods_declare.h"
#include "generator.def"
#include "methods_end.h"

enum { MAX_CHAIN = 64 }; /* generators resumed through one */

static PyGenerator *gen_of(Value v)
{
    return (PyGenerator *)v;
}

PyGenerator *generator_new(PyFunction *f, GeneratorResume *resume,
                           int64_t nslots, int64_t nvalues)
{
    PyGenerator *g =
        gc_new(&generator_type, sizeof *g + nslots * sizeof(Value));

    g->resume = resume;
    g->function = f;
    g->nslots = (int32_t)nslots;
    g->nvalues = nvalues < UINT16_MAX ? (uint16_t)nvalues : UINT16_MAX;
    if (f->code->flags & CODE_CLEANUP)
        gc_on_death(&g->head, generator_forgotten);
    return g;
}

/* Takes g for the running thread; false: it is taken. */
static inline bool start_running(PyGenerator *g)
{
    int16_t idle = 0;

    if (rt_threaded)
        return atomic_compare_exchange_strong_explicit(
            &g->running, &idle, 1, memory_order_acquire, memory_order_relaxed);
    if (atomic_load_explicit(&g->running, memory_order_relaxed))
        return false;
    atomic_store_explicit(&g->running, 1, memory_order_relaxed);
    return true;
}

/* What its variables held is no longer held. */
void generator_finish(PyGenerator *g)
{
    g->state = -1;
    g->delegate = NULL;
    for (int64_t i = 0; i < g->nslots; i++)
        g->slots[i] = NULL;
    if (g->function->code->flags & CODE_CLEANUP)
        gc_on_death_nothing(&g->head);
}

static inline void stop_running(PyGenerator *g)
{
    atomic_store_explicit(&g->running, 0, memory_order_release);
}

static Value err_running(void)
{
    return err_format(&exc_ValueError, "generator already executing");
}

/* One resumption of a generator that the thread has taken; sent NULL raises
 * the pending exception inside.  A generator shows its caller's sys.exc_info()
 * and leaves it as it was. */
static Value resume_taken(PyGenerator *g, Value sent)
{
    ThreadState *t = thread_state;
    ExcInfo *handled = t->handled;
    Value v;

    if (g->state < 0) {
        v = NULL;
    } else if (recursion_enter("") < 0) {
        v = NULL;
    } else {
        g->delegate = NULL;
        v = g->resume(g, sent);
        recursion_leave();
        t->handled = handled;
        if (!v)
            generator_finish(g);
    }
    stop_running(g);
    return v;
}

static Value resume(PyGenerator *g, Value sent)
{
    return start_running(g) ? resume_taken(g, sent) : err_running();
}

/* --- delegates --------------------------------------------------------------
 * A generator that waits in `for x in d: yield x` need not run to give d's next
 * item: d is resumed in its place, or what d waits for in turn.  All of them
 * count as running meanwhile, and as calls; tracebacks come from resuming those
 * that wait once d fails, frames from the Delegation. */

/* In g->delegate where the delegate has no more items; an ExcInfo where it
 * failed. */
static PyObject delegate_exhausted = {.type = &object_type};

void generator_delegate_ended(PyGenerator *g)
{
    ExcInfo *e = (ExcInfo *)g->delegate;

    g->delegate = NULL;
    if ((PyObject *)e != &delegate_exhausted)
        err_restore(e->type, e->value, e->tb);
}

/* Takes g's delegates, as far as they can be resumed in its place: how many.
 * chain[0] is g. */
static int32_t take_delegates(PyGenerator **chain, int32_t room)
{
    PyGenerator *g = chain[0];
    int32_t n = 0;

    while (n < room && g->state > 0 && g->delegate) {
        g = (PyGenerator *)g->delegate;
        if (g->state < 0 || g->running)
            break;
        g->running = 1;
        chain[++n] = g;
    }
    return n;
}

static Value resume_last(PyGenerator *g, ExcInfo *handled)
{
    Value v;

    v = g->resume(g, NONE);
    thread_state->handled = handled;
    if (!v)
        generator_finish(g);
    return v;
}

/* Its delegate gave no more, or failed: it goes on. */
static void delegate_ends(PyGenerator *g)
{
    ExcInfo *e;

    g->delegate = &delegate_exhausted;
    if (!err_pending())
        return;
    e = (ExcInfo *)gc_array(sizeof *e / sizeof(Value));
    err_take(e);
    g->delegate = (PyObject *)e;
}

/* chain[0] runs and is counted; the ones behind it are not yet. */
static Value resume_chain(PyGenerator **chain)
{
    ThreadState *t = thread_state;
    ExcInfo *handled = t->handled;
    int32_t room = t->depth_limit - t->depth, depth = t->depth;
    int32_t n = take_delegates(chain, room < MAX_CHAIN ? room : MAX_CHAIN - 1);
    Delegation here = {t->delegation, n, chain};
    Value v;

    t->depth = depth + n;
    t->delegation = &here;
    chain[n]->delegate = NULL;
    while (!(v = resume_last(chain[n], handled)) && n > 0) {
        stop_running(chain[n--]);
        t->depth = depth + n;
        here.count = n;
        delegate_ends(chain[n]);
    }
    t->delegation = here.up;
    t->depth = depth;
    for (; n > 0; n--)
        stop_running(chain[n]);
    return v;
}

static Value next_through_delegate(PyGenerator *g)
{
    PyGenerator *chain[MAX_CHAIN] = {g};
    Value v = NULL;

    g->running = 1;
    if (recursion_enter("") == 0) {
        v = resume_chain(chain);
        recursion_leave();
    }
    g->running = 0;
    return v;
}

static Value generator_next(Value self)
{
    PyGenerator *g = gen_of(self);

    if (g->state < 0 && !g->running)
        return NULL;
    if (g->delegate && !g->running && !rt_threaded)
        return next_through_delegate(g);
    return resume(g, NONE);
}

Value generator_send(PyGenerator *g, Value sent)
{
    return resume(g, sent ? sent : NONE);
}

static Value generator_send_method(Value self, const Value *args,
                                   Py_ssize nargs)
{
    PyGenerator *g = gen_of(self);
    Value v;

    if (!start_running(g))
        return err_running();
    if (g->state == 0 && args[0] != NONE) {
        stop_running(g);
        return err_format(
            &exc_TypeError,
            "can't send non-None value to a just-started generator");
    }
    v = resume_taken(g, args[0]);
    if (!v && !err_pending())
        return err_set(&exc_StopIteration, NULL);
    return v;
}

/* Raises the pending exception at the yield. */
static Value raise_inside(PyGenerator *g)
{
    PyCode *c = g->function->code;
    Value v;

    if (!start_running(g)) {
        err_clear();
        return err_running();
    }
    if (g->state <= 0) {
        if (g->state == 0)
            traceback_add(c, g->function->globals, c->firstlineno);
        g->state = -1;
        stop_running(g);
        return NULL;
    }
    v = resume_taken(g, NULL);
    if (!v && !err_pending())
        return err_set(&exc_StopIteration, NULL);
    return v;
}

static int check_throw(Value *type, Value *value, Value *tb)
{
    if (*tb == NONE)
        *tb = NULL;
    if (*tb && type_of(*tb) != &traceback_type) {
        err_format(&exc_TypeError,
                   "throw() third argument must be a traceback object");
        return -1;
    }
    if (is_exception_class(*type)) {
        err_normalize(type, value, tb);
        return 0;
    }
    if (!is_exception_instance(*type)) {
        err_format(&exc_TypeError,
                   "exceptions must be classes, or instances, not %s",
                   type_name_of(*type));
        return -1;
    }
    if (*value && *value != NONE) {
        err_format(&exc_TypeError,
                   "instance exception may not have a separate value");
        return -1;
    }
    *value = *type;
    *type = err_class_of(*type);
    return 0;
}

static Value generator_throw(Value self, const Value *args, Py_ssize nargs)
{
    Value type = args[0];
    Value value = nargs > 1 ? args[1] : NULL;
    Value tb = nargs > 2 ? args[2] : NULL;

    if (check_throw(&type, &value, &tb) < 0)
        return NULL;
    err_restore(type, value, tb);
    return raise_inside(gen_of(self));
}

static Value generator_close(Value self, const Value *args, Py_ssize nargs)
{
    PyGenerator *g = gen_of(self);

    if (!start_running(g))
        return err_running();
    if (g->state <= 0) {
        g->state = -1;
        stop_running(g);
        return NONE;
    }
    err_set(&exc_GeneratorExit, NULL);
    if (resume_taken(g, NULL))
        return err_format(&exc_RuntimeError, "generator ignored GeneratorExit");
    if (err_pending() && !err_matches(&exc_StopIteration) &&
        !err_matches(&exc_GeneratorExit))
        return NULL;
    err_clear();
    return NONE;
}

/* Nobody will resume it: its finally clauses run, as when CPython frees it.  A
 * yield there is an error that can only be told. */
void generator_forgotten(PyObject *self)
{
    Value type, value, tb;

    err_fetch(&type, &value, &tb);
    if (!generator_close((Value)self, NULL, 0))
        err_write_unraisable((Value)self);
    gen_of((Value)self)->state = -1; /* not again when the program ends */
    err_restore(type, value, tb);
}

bool generator_is_fresh(Value self, Value name)
{
    PyGenerator *g = gen_of(self);

    return g->state == 0 && (g->function->code->flags & CODE_CLEANUP) &&
           str_equal(g->function->code->name, (PyStr *)name);
}

void generator_left(Value self)
{
    PyGenerator *g = gen_of(self);

    if (g->state > 0 && !g->running)
        generator_forgotten(&g->head);
}

static Value get_running(Value self)
{
    return tag_int(gen_of(self)->running);
}

static Value get_code(Value self)
{
    return (Value)gen_of(self)->function->code;
}

static Value get_name(Value self)
{
    return (Value)gen_of(self)->function->code->name;
}

/* Before the start the slots hold the parameters; captured ones are shown as
 * cells. */
static PyDict *shown_at_start(const PyGenerator *g)
{
    const PyCode *c = g->function->code;
    PyDict *d = dict_new();

    for (int32_t i = 0; d && i < c->nparams; i++) {
        Value name = c->varnames->items[i], v = g->slots[i];

        for (int64_t k = 0; c->cellvars && k < c->cellvars->length; k++)
            if (str_equal((PyStr *)c->cellvars->items[k], (PyStr *)name))
                v = cell_new(v);
        if (dict_set(d, name, v) < 0)
            return NULL;
    }
    return d;
}

/* The dict that the waiting code keeps its variables in: it is in one of the
 * slots, if the program shows variables; or NULL. */
static PyDict *shown_while_waiting(const PyGenerator *g)
{
    for (int i = 0; i < g->nvalues; i++) {
        Value v = g->slots[i];

        if (v && is_pointer(v) && type_of(v) == &dict_type &&
            as_object(v)->flags & OBJ_SHOWN)
            return (PyDict *)v;
    }
    return NULL;
}

static Value get_frame(Value self)
{
    PyGenerator *g = gen_of(self);
    PyCode *c = g->function->code;
    PyDict *shown = NULL;
    Value frame;

    if (g->state < 0 && !g->running)
        return NONE;
    if (eval_hooks && (frame = eval_hooks->generator_frame(g)) != NULL)
        return frame;
    if (!g->running && !(eval_hooks && eval_hooks->digest(c)))
        shown = g->state == 0 ? shown_at_start(g) : shown_while_waiting(g);
    return (Value)frame_showing(c, g->function->globals, c->firstlineno, shown);
}

static const GetSetDef generator_getsets[] = {
    {"__name__", get_name, NULL, NULL},
    {"gi_frame", get_frame, NULL, NULL, true},
    {"gi_running", get_running, NULL, NULL, true},
    {"gi_code", get_code, NULL, NULL, true},
    {0}};

static const NativeDef generator_methods[] = {
#include "methods_table.h"
#include "generator.def"
#include "methods_end.h"
    {0}};

static Value generator_repr(Value self)
{
    return (Value)str_format_c("<generator object %.200s at %p>",
                               str_data(gen_of(self)->function->code->name),
                               (void *)self);
}

static Value generator_iter(Value self)
{
    return self;
}

PyType generator_type = {.head.type = &type_type,
                         .name = "generator",
                         .base = &object_type,
                         .basic_size = sizeof(PyGenerator),
                         .methods = generator_methods,
                         .getsets = generator_getsets,
                         .repr = generator_repr,
                         .iter = generator_iter,
                         .next = generator_next};
