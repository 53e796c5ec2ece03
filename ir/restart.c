/* Typed bodies without effects begin anew where they are surprised.
 *
 * A typed body (clone.c) that only computes and loads before it comes to a
 * surprise has done nothing that must not be done twice: instead of going on
 * in fallback versions of its blocks it calls the function's first body,
 * which takes any arguments.  What is left is small enough to be inlined.
 *
 * Needs: pass_specialize.  Keeps: SSA.  Breaks: block order. */
#include "ir/ir.h"

/* A typed body whose callee word nobody reads. */
static bool is_candidate(const Fn *fn)
{
    return fn->param_types && fn->scope->freevars.count == 0;
}

/* Is nothing written before a surprise, and is there one? */
static bool can_restart(const Fn *fn)
{
    bool surprised = false;

    FOREACH_BLOCK (fn, b) {
        if (!b->mark)
            continue;
        if (b->ctl == CTL_try || b->ctl == CTL_stop)
            return false;
        FOREACH_VALUE (b, v)
            if (op_flags[v->op] & OPF_WRITES)
                return false;
        for (int i = 0; i < b->succ.count; i++)
            surprised |= !b->succ.items[i]->mark;
    }
    return surprised;
}

static Fn *first_body(const Fn *fn)
{
    return fn->module->fns.items[fn->index];
}

/* The parameters by index; those that nothing reads are made. */
static void collect_params(Fn *fn, Value **params)
{
    FOREACH_BLOCK (fn, b)
        FOREACH_VALUE (b, v)
            if (v->op == OP_param)
                params[v->i] = v;
    for (int i = 0; i < fn->nparams; i++) {
        if (params[i])
            continue;
        params[i] = ir_value_new(fn, OP_param, fn->entry->line, 0, NULL);
        params[i]->i = i;
        params[i]->rep = type_rep(fn->param_types[i]);
        ir_insert_first(fn->entry, params[i]);
    }
}

static Value *as_word(Block *b, Value *v)
{
    return v->rep == REP_i64   ? ir_append(b, OP_box_int, b->line, 1, &v)
           : v->rep == REP_f64 ? ir_append(b, OP_box_float, b->line, 1, &v)
                               : v;
}

static Block *make_restart(Fn *fn)
{
    Value **params = ARENA_ARRAY(fn->arena, Value *, fn->nparams + 1);
    Value **args = ARENA_ARRAY(fn->arena, Value *, fn->nparams + 1);
    Block *b = ir_block_new(fn);
    Value *call;

    b->cold = b->surprise = true;
    b->line = fn->entry->line;
    collect_params(fn, params);
    args[0] = ir_append(b, OP_unset, b->line, 0, NULL);
    for (int i = 0; i < fn->nparams; i++)
        args[i + 1] = as_word(b, params[i]);
    call = ir_append(b, OP_call_fn, b->line, fn->nparams + 1, args);
    call->fn = first_body(fn);
    call->i = -1;
    ir_return(b, call, b->line);
    return b;
}

/* Edges to blocks that are surprised go to `to`. */
static void redirect(Fn *fn, Block *to)
{
    FOREACH_BLOCK (fn, b) {
        if (!b->mark || b == to)
            continue;
        for (int i = 0; i < b->succ.count; i++)
            if (!b->succ.items[i]->mark && b->succ.items[i] != to) {
                ir_drop_pred(b->succ.items[i], b);
                b->succ.items[i] = to;
                vec_push(fn->arena, &to->preds, b);
            }
    }
}

void pass_restart(Fn *fn)
{
    if (!is_candidate(fn))
        return;
    ir_mark_reached(fn, true);
    if (!can_restart(fn))
        return;
    redirect(fn, make_restart(fn));
    ir_prune(fn);
    pass_simplify(fn);
}
