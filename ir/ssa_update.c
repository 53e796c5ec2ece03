/* SSA form for a variable that has several definitions, on demand: the
 * reading half of Braun et al. (2013), over a finished control flow graph.
 * Phis that turn out to be trivial are left to pass_simplify. */
#include "ir/inline.h"

void ssa_var(SsaVar *s, Fn *fn, Rep rep)
{
    *s = (SsaVar){.fn = fn, .rep = rep, .nblocks = fn->nblocks};
    s->out = ARENA_ARRAY(fn->arena, Value *, fn->nblocks + 1);
    s->in = ARENA_ARRAY(fn->arena, Value *, fn->nblocks + 1);
}

void ssa_define(SsaVar *s, Block *b, Value *v)
{
    s->out[b->id] = v;
}

Value *ssa_undefined(SsaVar *s)
{
    Op op = s->rep == REP_i64   ? OP_const_i64
            : s->rep == REP_f64 ? OP_const_f64
            : s->rep == REP_i1  ? OP_const_i1
                                : OP_unset;
    Value *v = ir_value_new(s->fn, op, 0, 0, NULL);

    ir_insert_first(s->fn->entry, v);
    return v;
}

Value *ssa_on_edge(SsaVar *s, Block *b, const Block *to)
{
    Value *v = s->out[b->id];
    bool lost = v && v == b->last && b->ctl == CTL_try &&
                b->succ.items[1] == to && b->succ.items[0] != to;

    return v && !lost ? v : ssa_at_start(s, b);
}

static Value *make_phi(SsaVar *s, Block *b)
{
    Value *phi = ir_value_new(s->fn, OP_phi, b->line, 0, NULL);

    phi->rep = s->rep;
    s->in[b->id] = phi;
    for (int i = 0; i < b->preds.count; i++)
        ir_add_arg(s->fn, phi, ssa_on_edge(s, b->preds.items[i], b));
    ir_insert_first(b, phi);
    return phi;
}

Value *ssa_at_start(SsaVar *s, Block *b)
{
    Value *v = s->in[b->id];

    if (v)
        return v;
    if (b->preds.count == 0)
        v = ssa_undefined(s);
    else if (b->preds.count == 1)
        v = ssa_on_edge(s, b->preds.items[0], b);
    else
        return make_phi(s, b);
    return s->in[b->id] = v;
}
