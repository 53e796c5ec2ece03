/* Typed twins: a function whose parameters are expected to be ints, floats or
 * lists, or whose result is expected to be a number, gets a second body that
 * takes and returns them unboxed (one specialised entry per function).
 *
 * The first body stays as it is for all other arguments; since it is not
 * expected to run, it is not specialised.  Code that calls through the
 * function object comes by the entry, which tests the arguments and chooses
 * the body; direct calls choose at compile time (see specialize_ops.c).
 *
 * Needs: pass_infer.  Keeps: everything.  Result: Fn.typed. */
#include "ir/infer.h"

enum { MAX_VALUES = 4000 };

/* --- copying -------------------------------------------------------------- */

static Value *copy_value(Fn *to, const Value *v)
{
    Value *c = ARENA_NEW(to->arena, Value);

    *c = *v;
    c->prev = c->next = c->forward = NULL;
    c->args = ARENA_ARRAY(to->arena, Value *, v->nargs + 1);
    return c;
}

static void copy_block(Fn *to, Block *new, const Block *old, Value **values)
{
    new->ctl = old->ctl;
    new->line = old->line;
    new->in_loop = old->in_loop;
    new->cold = old->cold;
    new->surprise = old->surprise;
    FOREACH_VALUE (old, v) {
        Value *c = copy_value(to, v);

        values[v->id] = c;
        c->block = new;
        c->prev = new->last;
        if (new->last)
            new->last->next = c;
        else
            new->first = c;
        new->last = c;
    }
}

static void copy_edges(Fn *to, Block **blocks, Value **values, const Block *old)
{
    Block *new = blocks[old->id];

    for (int i = 0; i < old->succ.count; i++)
        vec_push(to->arena, &new->succ, blocks[old->succ.items[i]->id]);
    for (int i = 0; i < old->preds.count; i++)
        vec_push(to->arena, &new->preds, blocks[old->preds.items[i]->id]);
    new->cond = old->cond ? values[old->cond->id] : NULL;
    FOREACH_VALUE (old, v)
        for (int i = 0; i < v->nargs; i++)
            values[v->id]->args[i] = values[v->args[i]->id];
}

Fn *clone_fn(Fn *fn, const char *symbol)
{
    Fn *to = ARENA_NEW(fn->arena, Fn);
    Block **blocks = ARENA_ARRAY(fn->arena, Block *, fn->nblocks + 1);
    Value **values = ARENA_ARRAY(fn->arena, Value *, fn->nvalues + 1);

    *to = *fn;
    to->symbol = symbol;
    memset(&to->blocks, 0, sizeof to->blocks);
    to->nblocks = 0;
    FOREACH_BLOCK (fn, b)
        blocks[b->id] = ir_block_new(to);
    FOREACH_BLOCK (fn, b)
        copy_block(to, blocks[b->id], b, values);
    FOREACH_BLOCK (fn, b)
        copy_edges(to, blocks, values, b);
    to->entry = blocks[fn->entry->id];
    return to;
}

/* --- signatures ----------------------------------------------------------- */

static Type unboxed(Type t)
{
    return t == TK_int || t == TK_float ? t : 0;
}

static bool has_plain_parameters(const Fn *fn)
{
    return fn->kind == FN_function && !fn->is_generator && !fn->varargs &&
           !fn->varkeywords;
}

/* Sets the twin's signature; false if it would not differ. */
static bool sign(const Fn *fn, Fn *twin)
{
    bool any;

    twin->param_types = ARENA_ARRAY(fn->arena, Type, fn->nparams + 1);
    twin->result_type = unboxed(infer_signature(&fn->facts->result));
    any = twin->result_type != 0;
    for (int i = 0; i < fn->nparams; i++) {
        Type t = infer_signature(&fn->facts->params[i]);

        twin->param_types[i] = t == TK_list ? t : unboxed(t);
        any |= unboxed(t) != 0;
    }
    return any;
}

void pass_clone(Module *m)
{
    for (int i = 0; i < m->fns.count; i++) {
        Fn *fn = m->fns.items[i];
        Fn signature;

        if (!fn->facts) /* --disable=infer: nothing is expected */
            return;
        if (!has_plain_parameters(fn) || !fn->facts->called || fn->is_quick ||
            fn->nvalues > MAX_VALUES)
            continue;
        signature = *fn;
        if (!sign(fn, &signature))
            continue;
        fn->typed = clone_fn(&signature,
                             arena_printf(fn->arena, "%s.typed", fn->symbol));
    }
}
