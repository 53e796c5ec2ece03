/* Bodies by number of arguments: a function that does nothing with its * tuple
 * and its ** dict but pass them on, as what decorators put around functions
 * does, gets a body for each small number of arguments.  Those take them as
 * parameters, and so calls without keywords make neither tuple nor dict.
 *
 * The calls in such a body stay call_ex, without star and starstar: they count
 * for the recursion limit and complain as the ones that they were.
 *
 * Needs: nothing.  Keeps: everything.  Result: functions behind all others in
 * Module.fns, whose Fn.original is the one that they are bodies of.  Calls
 * through the function object choose among them: PyCode.forwards. */
#include "ir/ir.h"
#include "rt/abi.h"

enum {
    MAX_VALUES = 150,
    STAR = 1, /* operands of call_ex */
    STARSTAR = 2,
    ARGUMENTS = 3
};

static int star_index(const Fn *fn)
{
    return fn->varargs ? fn->argcount : -1;
}

static int starstar_index(const Fn *fn)
{
    return fn->varkeywords ? fn->argcount + fn->varargs : -1;
}

/* --- which functions ------------------------------------------------------ */

static bool is_param(const Value *v, int index)
{
    return v && v->op == OP_param && v->i == index;
}

/* Does v only pass on what it has of the tuple and the dict? */
static bool only_passes_on(const Fn *fn, const Value *v)
{
    for (int i = 0; i < v->nargs; i++) {
        bool passes = v->op == OP_call_ex;

        if (is_param(v->args[i], star_index(fn)) && !(passes && i == STAR))
            return false;
        if (is_param(v->args[i], starstar_index(fn)) &&
            !(passes && i == STARSTAR))
            return false;
    }
    return true;
}

static bool passes_any_on(const Fn *fn, const Value *v)
{
    return v->op == OP_call_ex &&
           (is_param(v->args[STAR], star_index(fn)) ||
            is_param(v->args[STARSTAR], starstar_index(fn)));
}

static bool is_forwarder(const Fn *fn)
{
    bool any = false;

    if (fn->kind != FN_function || fn->is_generator ||
        !(fn->varargs || fn->varkeywords) || fn->nvalues > MAX_VALUES)
        return false;
    FOREACH_BLOCK (fn, b) {
        if (is_param(b->cond, star_index(fn)) ||
            is_param(b->cond, starstar_index(fn)))
            return false;
        FOREACH_VALUE (b, v) {
            if (!only_passes_on(fn, v))
                return false;
            any |= passes_any_on(fn, v);
        }
    }
    return any;
}

/* --- bodies --------------------------------------------------------------- */

/* The arguments that the tuple would hold. */
static Value **more_params(Fn *body, int from, int n)
{
    Value **params = ARENA_ARRAY(body->arena, Value *, n + 1);

    for (int i = 0; i < n; i++) {
        params[i] = ir_value_new(body, OP_param, body->entry->line, 0, NULL);
        params[i]->i = from + i;
        params[i]->held = body->nheld = ++body->nown;
        ir_insert_first(body->entry, params[i]);
    }
    return params;
}

/* call(*args, **kw) passes on the n values. */
static void spell_out(const Fn *fn, Value *call, Value **values, int n,
                      Value *unset)
{
    bool star = is_param(call->args[STAR], star_index(fn));
    bool starstar = is_param(call->args[STARSTAR], starstar_index(fn));
    int keywords = call->konst ? (int)call->konst->len : 0;
    int behind = call->nargs - keywords, k = 0;
    Value **args = ARENA_ARRAY(fn->arena, Value *, call->nargs + n);

    for (int i = 0; i < call->nargs + 1; i++) {
        for (int j = 0; i == behind && star && j < n; j++)
            args[k++] = values[j];
        if (i < call->nargs)
            args[k++] = (i == STAR && star) || (i == STARSTAR && starstar)
                            ? unset
                            : call->args[i];
    }
    call->args = args;
    call->nargs = k;
}

/* n: arguments beyond those that have names. */
static void add_body(Fn *fn, int n)
{
    Fn *body =
        clone_fn(fn, arena_printf(fn->arena, "%s.takes%d", fn->symbol, n));
    Value *unset, **values;
    ValueList gone = {0};

    body->original = fn->index;
    body->index = fn->module->fns.count;
    vec_push(fn->arena, &fn->module->fns, body);
    FOREACH_VALUE (body->entry, v)
        if (v->op == OP_param && v->i >= fn->argcount)
            vec_push(fn->arena, &gone, v);
    values = more_params(body, fn->argcount, n);
    unset = ir_value_new(body, OP_unset, body->entry->line, 0, NULL);
    ir_insert_first(body->entry, unset);
    FOREACH_BLOCK (body, b)
        FOREACH_VALUE (b, v) {
            if (v->op == OP_call_ex)
                spell_out(fn, v, values, n, unset);
        }
    for (int i = 0; i < gone.count; i++)
        ir_remove(gone.items[i]);
    body->argcount = body->nparams = fn->argcount + n;
    body->varargs = body->varkeywords = false;
}

void pass_forward(Module *m)
{
    int n = m->fns.count;

    if (m->traced || m->shows_locals)
        return;
    for (int i = 0; i < n; i++) {
        Fn *fn = m->fns.items[i];

        if (!is_forwarder(fn))
            continue;
        for (int k = 0; k < (fn->varargs ? FORWARD_COUNT : 1); k++)
            add_body(fn, k);
    }
}
