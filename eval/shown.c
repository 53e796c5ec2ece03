/* The variables of interpreted calls, as frames show them.
 *
 * Rows of the code object say in which register a variable is from which
 * instruction on (proto.h).  The registers are those of the running call, of a
 * suspended generator, or the copy that a frame took when its call ended. */
#include "eval/shown.h"

#include "dict.h"
#include "errors.h"
#include "names.h"
#include "thread.h"
#include "unicode.h"

static const EvalCode *code_of(const PyFrame *f)
{
    return (const EvalCode *)f->code;
}

static uint32_t place_of(const PyFrame *f)
{
    return f->live ? (uint32_t)(f->live->pc - code_of(f)->insns)
                   : (uint32_t)f->at;
}

/* NULL: they are gone. */
static Value *registers_of(const PyFrame *f)
{
    if (f->live)
        return f->live->regs;
    if (f->generator && f->generator->state >= 0)
        return f->generator->slots;
    return f->regs;
}

static int64_t count_of(PyTuple *t)
{
    return t ? t->length : 0;
}

static int shown_count(const EvalCode *c)
{
    return (int)(count_of(c->code.varnames) + count_of(c->code.cellvars)) + 1;
}

/* Where each variable is; -1: nowhere.  In collected memory. */
static int32_t *places_at(const EvalCode *c, uint32_t at)
{
    int n = shown_count(c);
    int32_t *regs = (int32_t *)gc_bytes((size_t)n * sizeof *regs);

    for (int i = 0; regs && i < n; i++)
        regs[i] = -1;
    for (int i = 0; regs && i < c->nvars && c->vars[i].pc <= at; i++)
        regs[c->vars[i].var] = c->vars[i].reg;
    return regs;
}

/* --- f_locals ------------------------------------------------------------- */

/* A text that the running code may add to in place is copied. */
static Value fixed(Value v)
{
    return v && text_grows(v) ? text_copy(v) : v;
}

static void show(PyDict *d, Value name, Value v)
{
    v = fixed(v);
    if (v ? dict_set(d, name, v) < 0
          : dict_get_or_null(d, name) && dict_delete(d, name) < 0)
        err_clear();
}

static Value in_cell(Value cell)
{
    return cell ? ((PyCell *)cell)->value : NULL;
}

static void show_exec_names(PyDict *d, Value names)
{
    Py_ssize at = 0;
    Value key, v;

    while (names && dict_next((PyDict *)names, &at, &key, &v))
        show(d, key, v);
}

/* Of a generator that has not begun: its captured parameters have no cells. */
static void show_parameters(PyFrame *f)
{
    const EvalCode *c = code_of(f);

    if (f->live || !f->generator || f->generator->state != 0)
        return;
    for (int i = c->code.nparams; i-- > 0;)
        show(f->locals, c->code.varnames->items[i],
             f->generator->slots[c->npool + i]);
}

/* Each kind with the last one first, as CPython's dict gets them. */
void shown_to_dict(PyFrame *f)
{
    const EvalCode *c = code_of(f);
    int32_t *places = places_at(c, place_of(f));
    Value *r = registers_of(f);
    int64_t nvars = count_of(c->code.varnames), n = shown_count(c) - 1;

    if (!r || !places)
        return;
    if (places[n] >= 0)
        show_exec_names(f->locals, r[places[n]]);
    for (int64_t i = nvars; i-- > 0;)
        show(f->locals, c->code.varnames->items[i],
             places[i] >= 0 ? r[places[i]] : NULL);
    for (int64_t i = n; i-- > nvars;)
        show(f->locals, c->code.cellvars->items[i - nvars],
             in_cell(places[i] >= 0 ? r[places[i]] : NULL));
    for (int64_t i = count_of(c->code.freevars); i-- > 0;)
        show(f->locals, c->code.freevars->items[i],
             in_cell(f->function->closure[i]));
    show_parameters(f);
}

static void set_cell(Value cell, Value v)
{
    if (cell && v)
        ((PyCell *)cell)->value = v;
}

void shown_from_dict(PyFrame *f)
{
    const EvalCode *c = code_of(f);
    int32_t *places = places_at(c, place_of(f));
    Value *r = registers_of(f), v;
    int64_t nvars = count_of(c->code.varnames), n = shown_count(c) - 1;

    if (!r || !places)
        return;
    for (int64_t i = 0; i < nvars; i++) {
        v = dict_get_or_null(f->locals, c->code.varnames->items[i]);
        if (v && places[i] >= c->npool)
            r[places[i]] = v;
    }
    for (int64_t i = nvars; i < n; i++)
        if (places[i] >= 0)
            set_cell(r[places[i]],
                     dict_get_or_null(f->locals,
                                      c->code.cellvars->items[i - nvars]));
    for (int64_t i = 0; i < count_of(c->code.freevars); i++)
        set_cell(f->function->closure[i],
                 dict_get_or_null(f->locals, c->code.freevars->items[i]));
}

void shown_move(PyFrame *f, uint32_t to)
{
    const EvalCode *c = code_of(f);
    int32_t *from_places = places_at(c, place_of(f));
    int32_t *to_places = places_at(c, to);
    int n = shown_count(c);
    Value *r = f->live->regs, *values = gc_array((size_t)n);

    if (!from_places || !to_places || !values)
        return;
    for (int i = 0; i < n; i++)
        values[i] = from_places[i] >= 0 ? r[from_places[i]] : NULL;
    for (int i = 0; i < n; i++)
        if (to_places[i] >= c->npool)
            r[to_places[i]] = values[i] ? values[i] : NONE;
}

/* --- the hooks ------------------------------------------------------------ */

/* Bodies keep their names in a mapping: their parameter. */
static Value mapping_of(const PyFrame *f)
{
    Value *r = registers_of(f);
    Value v = r && f->code->nparams ? r[code_of(f)->npool] : NULL;

    return v ? v : (Value)f->globals;
}

Value eval_frame_locals(PyFrame *f)
{
    if (code_of(f)->is_body)
        return mapping_of(f);
    if (!f->locals)
        f->locals = dict_new();
    shown_to_dict(f);
    return (Value)f->locals;
}

int eval_frame_line(PyFrame *f)
{
    const EvalCode *c = code_of(f);

    if (f->trace)
        return f->line;
    return eval_line(c, c->insns + place_of(f));
}

Value eval_generator_frame(PyGenerator *g)
{
    EvalCode *c = (EvalCode *)g->function->code;
    PyFrame *f;

    if (!is_eval_code(&c->code) || c->nframe >= 0)
        return NULL;
    f = (PyFrame *)g->slots[c->nregs];
    if (f)
        return (Value)f;
    f = (PyFrame *)frame_new(&c->code, g->function->globals,
                             c->code.firstlineno);
    f->function = g->function;
    f->generator = g;
    f->at = g->state;
    g->slots[c->nregs] = (Value)f;
    return (Value)f;
}

static bool is_suspended(const PyGenerator *g)
{
    return g && g->state >= 0;
}

/* ended: it will not go on. */
void eval_frame_leave(EvalFrame *e, bool ended)
{
    PyFrame *f = e->object;
    const EvalCode *c = code_of(f);

    f->at = (int32_t)place_of(f);
    f->live = NULL;
    if (!ended && is_suspended(e->generator)) {
        e->generator->slots[c->nregs] = (Value)f;
        return;
    }
    f->regs = gc_array((size_t)c->nregs);
    if (f->regs)
        memcpy(f->regs, e->regs, (size_t)c->nregs * sizeof *f->regs);
    f->generator = NULL;
    if (e->up)
        f->back = frame_of_call(e->up);
}
