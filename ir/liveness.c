/* Backward liveness by iteration to a fixpoint: blocks from the last to the
 * first one, those again behind which something has changed. */
#include "ir/liveness.h"

bool ir_is_constant(const Value *v)
{
    switch (v->op) {
    case OP_unset:
    case OP_none:
    case OP_true:
    case OP_false:
    case OP_ellipsis:
    case OP_const:
    case OP_const_i64:
    case OP_const_f64:
    case OP_const_i1:
    case OP_closure_cell:
        return true;
    default:
        return false;
    }
}

static void use(uint64_t *live, const Value *v)
{
    if (v && !ir_is_constant(v))
        bits_set(live, v->id);
}

void liveness_along(const Liveness *l, const Block *b, int i, uint64_t *live)
{
    const Block *s = b->succ.items[i];

    for (int w = 0; w < l->nwords; w++)
        live[w] |= l->in[s->id][w];
    for (const Value *v = s->first; v && v->op == OP_phi; v = v->next)
        for (int k = 0; k < s->preds.count; k++)
            if (s->preds.items[k] == b)
                use(live, v->args[k]);
}

void liveness_out(const Liveness *l, const Block *b, uint64_t *live)
{
    for (int i = 0; i < b->succ.count; i++)
        liveness_along(l, b, i, live);
    use(live, b->cond);
}

void liveness_step(uint64_t *live, const Value *v)
{
    live[v->id >> 6] &= ~(1ull << (v->id & 63));
    if (v->op == OP_phi)
        return;
    for (int i = 0; i < v->nargs; i++)
        use(live, v->args[i]);
}

uint64_t *liveness_bits(const Liveness *l)
{
    return ARENA_ARRAY(l->fn->arena, uint64_t, l->nwords);
}

/* What is live at the start of b; did it grow? */
static bool update(Liveness *l, const Block *b, uint64_t *live)
{
    uint64_t *in = l->in[b->id];
    bool changed = false;

    memset(live, 0, (size_t)l->nwords * sizeof *live);
    liveness_out(l, b, live);
    for (const Value *v = b->last; v; v = v->prev)
        liveness_step(live, v);
    for (int w = 0; w < l->nwords; w++) {
        changed |= (live[w] & ~in[w]) != 0;
        in[w] |= live[w];
    }
    return changed;
}

void liveness_compute(Liveness *l, Fn *fn)
{
    bool *due = ARENA_ARRAY(fn->arena, bool, fn->nblocks + 1);
    uint64_t *live;
    Block **order;
    bool again;
    int n;

    l->fn = fn;
    l->nwords = (fn->nvalues + 63) / 64;
    live = liveness_bits(l);
    l->in = ARENA_ARRAY(fn->arena, uint64_t *, fn->nblocks);
    FOREACH_BLOCK (fn, b)
        l->in[b->id] = liveness_bits(l);
    order = ir_order(fn, &n);
    memset(due, true, (size_t)fn->nblocks);
    do {
        again = false;
        for (int i = n - 1; i >= 0; i--) {
            const Block *b = order[i];

            if (!due[b->id])
                continue;
            due[b->id] = false;
            if (!update(l, b, live))
                continue;
            for (int k = 0; k < b->preds.count; k++)
                again = due[b->preds.items[k]->id] = true;
        }
    } while (again);
}
