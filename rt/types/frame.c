/* frame: a call as Python code sees it; PyFrame (frames.h) says of which kinds.
 *
 * Frames of compiled code are found by walking the stack, and have the
 * variables that their function shows; those of interpreted code know the
 * interpreter's registers through the table of hooks. */
#include "frames.h"

#include "dict.h"
#include "errors.h"
#include "evalhooks.h"
#include "function.h"
#include "thread.h"

static PyFrame *frame(Value v)
{
    return (PyFrame *)v;
}

Value frame_new(PyCode *code, PyDict *globals, int lineno)
{
    PyFrame *f = gc_new(&frame_type, sizeof *f);

    f->code = code;
    f->globals = globals;
    f->line = lineno;
    return (Value)f;
}

PyFrame *frame_showing(PyCode *code, PyDict *globals, int line, PyDict *shown)
{
    PyFrame *f = frame(frame_new(code, globals, line));

    f->shown = shown;
    return f;
}

PyFrame *frame_of_call(EvalFrame *e)
{
    PyFrame *f = e->object;

    if (!f) {
        f = frame(frame_new(e->code, e->globals, e->code->firstlineno));
        f->function = e->function;
        f->generator = e->generator;
        f->live = e;
        e->object = f;
    }
    return f;
}

/* Is f, of a call in progress then, the call at this level now? */
static bool is_same_call(const PyFrame *f, const CallStack *stack,
                         int64_t level)
{
    int64_t behind = stack->count - level;

    return behind == f->stack->count - f->level &&
           stack->frame[level].base == f->stack->frame[f->level].base &&
           memcmp(&stack->frame[level + 1], &f->stack->frame[f->level + 1],
                  (size_t)(behind - 1) * sizeof *stack->frame) == 0;
}

/* Debuggers compare frames by identity: while there is a tracer, a compiled
 * call has one object, too.  (Not at other times, since a call that has ended
 * looks like one that is made later from the same place.)  The list is by
 * address; what lies below the innermost call has ended. */
static PyFrame *seen_frame(PyFrame *f)
{
    ThreadState *t = thread_state;
    PyFrame **at = &t->seen_frames;
    uintptr_t base = f->stack->frame[f->level].base;

    if (!t->tracing && !t->in_tracer) {
        t->seen_frames = NULL;
        return f;
    }
    while (*at &&
           (*at)->stack->frame[(*at)->level].base < f->stack->frame[0].base)
        *at = (*at)->back;
    while (*at && (*at)->stack->frame[(*at)->level].base < base)
        at = &(*at)->back;
    if (*at && (*at)->code == f->code && is_same_call(*at, f->stack, f->level))
        return *at;
    f->back = *at;
    *at = f;
    return f;
}

static Value frame_at(CallStack *stack, int64_t level)
{
    const ShownFrame *shown;
    PyFrame *f;
    PyCode *code;
    PyDict *globals;
    int line;

    if (!stack || level >= stack->count ||
        !frames_locate(&stack->frame[level], &code, &globals, &line))
        return NULL;
    if (stack->frame[level].eval)
        return (Value)frame_of_call(stack->frame[level].eval);
    f = frame(frame_new(code, globals, line));
    f->stack = stack;
    f->level = level;
    shown = stack->frame[level].shown;
    f->shown = shown && shown->code == code ? shown->dict : NULL;
    return (Value)seen_frame(f);
}

Value traceback_frame(int level)
{
    return frame_at(frames_capture(), level);
}

bool traceback_location(int level, PyStr **filename, int *lineno)
{
    CallStack *stack = frames_capture();
    PyCode *code;
    PyDict *globals;

    if (!stack) {
        err_clear();
        return false;
    }
    if (level < 1 || level > stack->count ||
        !frames_locate(&stack->frame[level - 1], &code, &globals, lineno))
        return false;
    *filename = code->filename;
    return true;
}

PyDict *current_globals(void)
{
    CallStack *stack = frames_capture();
    PyCode *code;
    PyDict *globals;
    int line;

    if (!stack) {
        err_clear();
        return NULL;
    }
    if (stack->count == 0 ||
        !frames_locate(&stack->frame[0], &code, &globals, &line))
        return NULL;
    return globals;
}

/* --- attributes ----------------------------------------------------------- */

static Value frame_code(Value self)
{
    return (Value)frame(self)->code;
}

static Value frame_globals(Value self)
{
    return (Value)frame(self)->globals;
}

static Value frame_lineno(Value self)
{
    PyFrame *f = frame(self);
    const FrameRecord *now;
    PyCode *code;
    PyDict *globals;
    int line;

    if (f->function)
        return tag_int(f->trace ? f->line : eval_hooks->frame_line(f));
    now = f->stack ? frames_now(f->stack, f->level) : NULL;
    if (now && frames_locate(now, &code, &globals, &line) && code == f->code)
        return tag_int(line);
    return tag_int(f->line);
}

static int frame_set_lineno(Value self, Value v)
{
    PyFrame *f = frame(self);

    if (!v) {
        err_format(&exc_TypeError, "can't delete numeric/char attribute");
        return -1;
    }
    if (!has_type_flag(v, TYPE_INT)) {
        err_format(&exc_ValueError, "lineno must be an integer");
        return -1;
    }
    if (f->function)
        return eval_hooks->frame_jump(f, v);
    err_format(&exc_ValueError, "f_lineno can only be set by a trace function");
    return -1;
}

static Value frame_builtins(Value self)
{
    return (Value)builtins_dict;
}

/* The last one first, since CPython's dict gets them so.  Captured variables
 * are shown as their cells. */
static int show_names(PyFrame *f, PyTuple *names, bool captured)
{
    for (Py_ssize i = names ? names->length : 0; i-- > 0;) {
        Value v = dict_get_or_null(f->shown, names->items[i]);

        if (v && captured)
            v = ((PyCell *)v)->value;
        if (v && dict_set(f->locals, names->items[i], v) < 0)
            return -1;
    }
    return 0;
}

/* The same dict each time, as the variables are now. */
static Value show_variables(PyFrame *f)
{
    if (!f->locals)
        f->locals = dict_new();
    else
        dict_clear(f->locals);
    return show_names(f, f->code->varnames, false) < 0 ||
                   show_names(f, f->code->cellvars, true) < 0 ||
                   show_names(f, f->code->freevars, true) < 0
               ? NULL
               : (Value)f->locals;
}

static Value frame_locals(Value self)
{
    PyFrame *f = frame(self);

    if (f->function)
        return eval_hooks->frame_locals(f);
    if (f->shown)
        return f->code->flags & CODE_OPTIMIZED ? show_variables(f)
                                               : (Value)f->shown;
    if (!(f->code->flags & CODE_NEWLOCALS) && f->globals)
        return (Value)f->globals;
    return (Value)dict_new();
}

/* The interpreted call next to `e` on this thread's stack, or what called it;
 * NULL: it is not there. */
static Value caller_of(const EvalFrame *e)
{
    CallStack *stack = frames_capture();

    for (int64_t i = 0; stack && i < stack->count; i++)
        if (stack->frame[i].eval == e)
            return frame_at(stack, i + 1);
    return NULL;
}

static Value frame_back(Value self)
{
    PyFrame *f = frame(self);
    const FrameRecord *now;
    Value back = NULL;

    if (f->live) {
        back = caller_of(f->live);
    } else if (f->function) {
        back = (Value)f->back;
    } else if (f->stack && f->level + 1 < f->stack->count) {
        now = frames_now(f->stack, f->level + 1);
        if (now && now->eval)
            back = (Value)frame_of_call(now->eval);
        else if (now || !f->stack->frame[f->level + 1].eval)
            back = frame_at(f->stack, f->level + 1);
    }
    return back ? back : NONE;
}

static Value frame_trace(Value self)
{
    Value v = frame(self)->trace;

    return v ? v : NONE;
}

/* The line that a tracer knows has to be right when there is one. */
static int frame_set_trace(Value self, Value v)
{
    PyFrame *f = frame(self);

    if (f->function) {
        f->line = (int32_t)tagged_int_value(frame_lineno(self));
        eval_hooks->trace_code(f->code);
    }
    f->trace = v == NONE ? NULL : v;
    return 0;
}

static Value frame_lasti(Value self)
{
    PyFrame *f = frame(self);

    return tag_int(f->function ? f->at : -1);
}

static Value frame_none(Value self)
{
    return NONE;
}

static Value frame_false(Value self)
{
    return FALSE_VALUE;
}

static const GetSetDef frame_getsets[] = {
    {"f_back", frame_back, NULL, NULL, true},
    {"f_code", frame_code, NULL, NULL, true},
    {"f_builtins", frame_builtins, NULL, NULL, true},
    {"f_globals", frame_globals, NULL, NULL, true},
    {"f_locals", frame_locals, NULL, NULL},
    {"f_lineno", frame_lineno, frame_set_lineno, NULL},
    {"f_lasti", frame_lasti, NULL, NULL, true},
    {"f_restricted", frame_false, NULL, NULL},
    {"f_trace", frame_trace, frame_set_trace, NULL},
    {"f_exc_type", frame_none, NULL, NULL},
    {"f_exc_value", frame_none, NULL, NULL},
    {"f_exc_traceback", frame_none, NULL, NULL},
    {0}};

PyType frame_type = {.head.type = &type_type,
                     .name = "frame",
                     .base = &object_type,
                     .flags = TYPE_NO_WEAKREF,
                     .basic_size = sizeof(PyFrame),
                     .getsets = frame_getsets};
