/* Tracers and profilers of interpreted code: sys.settrace(), sys.setprofile().
 *
 * Code that nobody traces pays nothing.  The first traced call of a code object
 * puts an I_trace in place of each instruction at a mark (the start of a line)
 * and of each call; what stood there is in `original`.  The words are written
 * while other threads may run them: they find the one or the other, and
 * `original` is published before.  The order of events, and what a tracer's
 * result or exception does, are CPython's. */
#include "eval/eval.h"

#include "dict.h"
#include "errors.h"
#include "thread.h"

#include "eval/shown.h"

static EvalCode *code_of(const EvalFrame *e)
{
    return (EvalCode *)e->code;
}

/* --- marks ---------------------------------------------------------------- */

static uint32_t original_at(const EvalCode *c, uint32_t at)
{
    const uint32_t *original = c->original;

    return original ? original[at] : c->insns[at];
}

void eval_trace_patch(EvalCode *c)
{
    size_t size = sizeof *c->insns * (size_t)c->ncode;
    const uint32_t *none = NULL;
    uint32_t *insns = (uint32_t *)c->insns, *copy;

    if (c->original)
        return;
    copy = (uint32_t *)gc_bytes(size);
    if (!copy) {
        err_clear();
        return;
    }
    memcpy(copy, insns, size);
    if (!atomic_compare_exchange_strong(&c->original, &none, copy))
        return; /* another thread does it */
    for (int i = 0; i < c->nmarks; i++)
        __atomic_store_n(&insns[c->marks[i].pc], I_trace, __ATOMIC_RELEASE);
    for (int i = 0; i < c->ncalls; i++)
        __atomic_store_n(&insns[c->calls[i]], I_trace, __ATOMIC_RELEASE);
}

/* In the order of the code, which is that of pcs. */
static const MarkRow *mark_at(const EvalCode *c, uint32_t at)
{
    int low = 0, high = c->nmarks;

    while (low < high) {
        int middle = low + (high - low) / 2;

        if (c->marks[middle].pc < at)
            low = middle + 1;
        else
            high = middle;
    }
    return low < c->nmarks && c->marks[low].pc == at ? &c->marks[low] : NULL;
}

/* --- calling tracers ------------------------------------------------------ */

/* The result, or NULL.  Nothing is traced meanwhile; what it does to f_locals
 * is done to the variables. */
static Value call_tracer(Value func, PyFrame *f, const char *event, Value arg)
{
    ThreadState *t = thread_state;
    Value args[] = {(Value)f, (Value)str_intern(event), arg ? arg : NONE}, v;

    t->in_tracer++;
    t->tracing = false;
    if (f->locals)
        shown_to_dict(f);
    v = op_call(func, args, 3, NULL);
    if (f->locals)
        shown_from_dict(f);
    t->tracing = t->trace_func || t->profile_func;
    t->in_tracer--;
    if (!v)
        traceback_add_frame(f, eval_hooks->frame_line(f));
    return v;
}

static void forget_tracer(PyFrame *f)
{
    ThreadState *t = thread_state;

    t->trace_func = f->trace = NULL;
    t->tracing = t->profile_func != NULL;
}

/* An event for func; -1: it raised. */
static int trace(Value func, PyFrame *f, const char *event, Value arg)
{
    Value v = func ? call_tracer(func, f, event, arg) : NONE;

    if (!v) {
        forget_tracer(f);
        return -1;
    }
    if (v != NONE)
        f->trace = v;
    return 0;
}

static int profile(PyFrame *f, const char *event, Value arg)
{
    ThreadState *t = thread_state;

    if (call_tracer(t->profile_func, f, event, arg))
        return 0;
    t->profile_func = NULL;
    t->tracing = t->trace_func != NULL;
    return -1;
}

int eval_trace_enter(EvalFrame *e)
{
    ThreadState *t = thread_state;
    PyFrame *f;

    if (t->in_tracer)
        return 0;
    eval_trace_patch(code_of(e));
    f = frame_of_call(e);
    if (t->trace_func && trace(t->trace_func, f, "call", NULL) < 0)
        return -1;
    return t->profile_func ? profile(f, "call", NULL) : 0;
}

/* Both are told, of an exception's end with None; -1: one raised. */
static int tell_return(EvalFrame *e, Value v)
{
    ThreadState *t = thread_state;
    PyFrame *f = frame_of_call(e);
    int failed = 0;

    if (t->trace_func && trace(f->trace, f, "return", v) < 0)
        failed = -1;
    if (t->profile_func && profile(f, "return", failed ? NULL : v) < 0)
        failed = -1;
    return failed;
}

/* A generator's end is NULL without an exception. */
Value eval_trace_leave(EvalFrame *e, Value v)
{
    ThreadState *t = thread_state;
    Value type, value, tb;

    if (t->in_tracer)
        return v;
    if (v || !err_pending())
        return tell_return(e, v) < 0 ? NULL : v;
    err_fetch(&type, &value, &tb);
    if (tell_return(e, NULL) == 0)
        err_restore(type, value, tb);
    return NULL;
}

void eval_trace_exception(EvalFrame *e)
{
    ThreadState *t = thread_state;
    PyFrame *f = frame_of_call(e);
    Value type, value, tb, arg;

    if (t->in_tracer || !t->trace_func || !f->trace)
        return;
    err_fetch(&type, &value, &tb);
    arg = (Value)tuple_pack(3, type, value ? value : NONE, tb ? tb : NONE);
    if (trace(f->trace, f, "exception", arg) == 0)
        err_restore(type, value, tb);
}

int eval_trace_line(EvalFrame *e)
{
    ThreadState *t = thread_state;
    EvalCode *c = code_of(e);
    PyFrame *f = e->object;
    const MarkRow *mark;
    int r;

    if (!f || !f->trace || !t->trace_func || t->in_tracer)
        return 0;
    mark = mark_at(c, (uint32_t)(e->pc - c->insns));
    if (!mark)
        return 0;
    f->line = mark->line;
    f->may_jump = true;
    r = trace(f->trace, f, "line", NULL);
    f->may_jump = false;
    return r;
}

/* --- calls of C functions ------------------------------------------------- */

/* What CPython calls: a builtin function, bound if it is a method. */
static Value builtin_called(Value callee, Value self)
{
    if (type_of(callee) == &native_function_type)
        return callee;
    if (self && type_of(callee) == &method_descriptor_type)
        return type_of(callee)->descr_get(callee, self, type_of(self));
    return NULL;
}

Value eval_profiled_call(EvalFrame *e, Value callee, Value self,
                         ProfiledCall *call, void *data)
{
    ThreadState *t = thread_state;
    PyFrame *f;
    Value builtin, v, type, value, tb;

    builtin = t->in_tracer ? NULL : builtin_called(callee, self);
    if (!builtin)
        return call(data);
    f = frame_of_call(e);
    v = profile(f, "c_call", builtin) < 0 ? NULL : call(data);
    if (t->in_tracer || !t->profile_func)
        return v;
    if (v)
        return profile(f, "c_return", builtin) < 0 ? NULL : v;
    err_fetch(&type, &value, &tb);
    if (profile(f, "c_exception", builtin) == 0)
        err_restore(type, value, tb);
    return NULL;
}

/* --- f_lineno ------------------------------------------------------------- */

static int refuse(const char *text)
{
    err_format(&exc_ValueError, "%s", text);
    return -1;
}

/* The first mark from the line on, of those that are not a loop's second. */
static const MarkRow *mark_from(const EvalCode *c, int64_t line)
{
    const MarkRow *best = NULL;

    for (int i = 0; i < c->nmarks; i++) {
        const MarkRow *m = &c->marks[i];

        if (!(m->flags & MARK_AGAIN) && m->line >= line &&
            (!best || m->line < best->line))
            best = m;
    }
    return best;
}

static bool is_inside(const EvalCode *c, int32_t nest, int32_t outer)
{
    while (nest && nest != outer)
        nest = c->nests[nest - 1].outer;
    return nest == outer;
}

/* Is there a finally body around `nest` that is none around `other`? */
static bool leaves_finally(const EvalCode *c, int32_t nest, int32_t other)
{
    for (; nest; nest = c->nests[nest - 1].outer)
        if (c->nests[nest - 1].is_finally && !is_inside(c, other, nest))
            return true;
    return false;
}

static int check_jump(const EvalCode *c, const MarkRow *from, const MarkRow *to)
{
    if (to->flags & MARK_EXCEPT)
        return refuse("can't jump to 'except' line as there's no exception");
    if (leaves_finally(c, from->nest, to->nest) ||
        leaves_finally(c, to->nest, from->nest))
        return refuse("can't jump into or out of a 'finally' block");
    if (!is_inside(c, from->nest, to->nest))
        return refuse("can't jump into the middle of a block");
    return 0;
}

/* Why there is no jump from here. */
static int refuse_jump(const PyFrame *f)
{
    const EvalCode *c = (const EvalCode *)f->code;
    uint32_t at = f->live ? (uint32_t)(f->live->pc - c->insns) : 0;

    if (at == 0 && thread_state->in_tracer)
        return refuse("can't jump from the 'call' trace event of a new frame");
    if (!f->trace)
        return refuse("f_lineno can only be set by a trace function");
    return refuse(original_at(c, at) == I_yield
                      ? "can't jump from a yield statement"
                      : "can only jump from a 'line' trace event");
}

int eval_frame_jump(PyFrame *f, Value v)
{
    EvalCode *c = (EvalCode *)f->code;
    int64_t line = int_value(v);
    const MarkRow *from, *to;

    if (!f->live || !f->may_jump || !f->trace)
        return refuse_jump(f);
    from = mark_at(c, (uint32_t)(f->live->pc - c->insns));
    to = mark_from(c, line);
    if (line < c->code.firstlineno || !to) {
        err_format(&exc_ValueError, "line %d comes %s the current code block",
                   (int)line, to ? "before" : "after");
        return -1;
    }
    if (check_jump(c, from, to) < 0)
        return -1;
    if (f->locals)
        shown_from_dict(f);
    shown_move(f, to->pc);
    f->live->pc = c->insns + to->pc;
    f->line = to->line;
    return 0;
}
