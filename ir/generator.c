/* Generators as resumable functions.
 *
 * The body's values that live across a yield move to slots of the generator
 * object (PyGenerator.slots): stored behind their definition, loaded in front
 * of each use.  Blocks are split behind every yield; a switch on the object's
 * state at the entry continues behind the yield last taken.
 *
 * Needs: SSA without specialised values across yields.  Keeps: SSA.
 * Breaks: dominators, loop depths. */
#include "ir/liveness.h"

typedef VEC(Block *) BlockList;

/* The set of values that some yield separates from a use. */
static uint64_t *live_across_yields(Liveness *l)
{
    uint64_t *across = liveness_bits(l), *live = liveness_bits(l);

    FOREACH_BLOCK (l->fn, b) {
        memset(live, 0, (size_t)l->nwords * sizeof *live);
        liveness_out(l, b, live);
        for (Value *v = b->last; v; v = v->prev) {
            liveness_step(live, v);
            if (v->op == OP_yield) {
                for (int w = 0; w < l->nwords; w++)
                    across[w] |= live[w];
            }
        }
    }
    return across;
}

/* --- slots ---------------------------------------------------------------- */

/* Is b's last value the one whose outcome picks the edge? */
static bool ends_in_edge(const Block *b)
{
    return b->last &&
           (b->ctl == CTL_try || b->ctl == CTL_ovf || b->ctl == CTL_stop);
}

static Value *load_slot(Value *before, Block *at_end_of, Value *v)
{
    Fn *fn = v->block->fn;
    Value *load = ir_value_new(fn, OP_frame_load, 0, 0, NULL);

    load->i = v->i2;
    load->rep = v->rep;
    if (before) {
        ir_insert_before(before, load);
    } else if (ends_in_edge(at_end_of)) {
        ir_insert_before(at_end_of->last, load);
    } else {
        load->block = at_end_of;
        load->prev = at_end_of->last;
        if (at_end_of->last)
            at_end_of->last->next = load;
        else
            at_end_of->first = load;
        at_end_of->last = load;
    }
    return load;
}

/* The value as used in front of `before`, or at the end of a block. */
static Value *reload(Value *v, Value *before, Block *at_end_of)
{
    Fn *fn = v->block->fn;
    Value *copy;

    if (v->i2 >= 0)
        return load_slot(before, at_end_of, v);
    copy = ir_value_new(fn, v->op, v->line, 0, NULL);
    copy->i = v->i;
    copy->d = v->d;
    copy->konst = v->konst;
    copy->rep = v->rep;
    if (before)
        ir_insert_before(before, copy);
    else if (ends_in_edge(at_end_of))
        ir_insert_before(at_end_of->last, copy);
    else if (at_end_of->last)
        ir_insert_after(at_end_of->last, copy);
    else
        ir_insert_first(at_end_of, copy);
    return copy;
}

static bool moves(const Value *v)
{
    return v->i2 != -1;
}

static void store_slot(Value *v)
{
    Fn *fn = v->block->fn;
    Block *b = v->block;
    Value *store = ir_value_new(fn, OP_frame_store, 0, 1, &v);
    Value *at = v;

    store->i = v->i2;
    if (v == b->last && b->ctl == CTL_try) {
        /* the value exists only on the normal edge */
        ir_insert_first(b->succ.items[0], store);
        return;
    }
    while (v->op == OP_phi && at->next && at->next->op == OP_phi)
        at = at->next;
    ir_insert_after(at, store);
}

/* A block of its own between b and succ[0], so that a store behind a raising
 * operation has a place that only this edge reaches. */
static void split_normal_edge(Block *b)
{
    Block *s = b->succ.items[0], *mid;

    if (s->preds.count == 1 && !(s->first && s->first->op == OP_phi))
        return;
    mid = ir_block_new(b->fn);
    mid->ctl = CTL_jump;
    mid->line = b->line;
    mid->loop_depth = b->loop_depth;
    vec_push(b->fn->arena, &mid->succ, s);
    vec_push(b->fn->arena, &mid->preds, b);
    b->succ.items[0] = mid;
    for (int k = 0; k < s->preds.count; k++)
        if (s->preds.items[k] == b) {
            s->preds.items[k] = mid;
            break;
        }
}

/* The other half of an operation with two results, right behind it. */
static bool is_second_half(Op op)
{
    return op == OP_method_self || op == OP_returned_raw || op == OP_raw_result;
}

static void reload_uses(Fn *fn, BlockList *blocks)
{
    for (int i = 0; i < blocks->count; i++) {
        Block *b = blocks->items[i];

        for (Value *v = b->first, *next; v; v = next) {
            next = v->next;
            if (v->op == OP_frame_store || v->op == OP_frame_load ||
                is_second_half(v->op))
                continue;
            for (int k = 0; k < v->nargs; k++) {
                if (!moves(v->args[k]))
                    continue;
                v->args[k] = v->op == OP_phi
                                 ? reload(v->args[k], NULL, b->preds.items[k])
                                 : reload(v->args[k], v, NULL);
            }
        }
        if (b->cond && moves(b->cond))
            b->cond = reload(b->cond, NULL, b);
    }
}

/* Value.i2 becomes the slot, -1 for values that stay, -2 for constants. */
static void assign_slots(Fn *fn, const uint64_t *across, int nvalues,
                         ValueList *moved)
{
    FOREACH_BLOCK (fn, b)
        FOREACH_VALUE (b, v) {
            v->i2 = -1;
            if (v->id < nvalues && ir_is_constant(v))
                v->i2 = -2;
            else if (v->id < nvalues && bits_get(across, v->id)) {
                v->i2 = fn->nframe++;
                vec_push(fn->arena, moved, v);
            }
        }
}

/* --- resumption ----------------------------------------------------------- */

/* Turns `x = yield v` into: suspend(v, state) ending the block, and
 * x = resumed at the start of the block behind. */
static Block *lower_yield(Fn *fn, Value *yield, int state)
{
    Block *b = yield->block, *after;
    Value *v = yield->args[0], *suspend;

    suspend = ir_value_new(fn, OP_suspend, yield->line, 1, &v);
    suspend->i = state;
    suspend->i2 = -1;
    ir_insert_before(yield, suspend);
    after = ir_split_behind(suspend);
    yield->op = OP_resumed;
    yield->nargs = 0;
    b->ctl = CTL_return;
    b->cond = suspend;
    b->line = yield->line;
    return after;
}

void pass_lower_generator(Fn *fn)
{
    Liveness l;
    BlockList resumed = {0}, blocks = {0};
    ValueList moved = {0}, yields = {0};
    uint64_t *across;
    Block *entry = fn->entry, *dispatch, *rest;
    Value *state;

    liveness_compute(&l, fn);
    across = live_across_yields(&l);
    FOREACH_BLOCK (fn, b)
        if (b->ctl == CTL_try)
            vec_push(fn->arena, &blocks, b);
    for (int i = 0; i < blocks.count; i++)
        split_normal_edge(blocks.items[i]);
    fn->nframe = fn->nparams;
    assign_slots(fn, across, l.nwords * 64, &moved);
    FOREACH_BLOCK (fn, b)
        FOREACH_VALUE (b, v)
            if (v->op == OP_yield)
                vec_push(fn->arena, &yields, v);
    for (int i = 0; i < yields.count; i++)
        vec_push(fn->arena, &resumed, lower_yield(fn, yields.items[i], i + 1));
    blocks.count = 0; /* what an edge needs is reloaded behind the yield */
    FOREACH_BLOCK (fn, b)
        vec_push(fn->arena, &blocks, b);
    reload_uses(fn, &blocks);
    for (int i = 0; i < moved.count; i++)
        store_slot(moved.items[i]);

    dispatch = ir_block_new(fn);
    state = ir_append(dispatch, OP_frame_state, 0, 0, NULL);
    dispatch->ctl = CTL_switch;
    dispatch->cond = state;
    rest = entry;
    ir_edge(dispatch, rest);
    for (int i = 0; i < resumed.count; i++)
        ir_edge(dispatch, resumed.items[i]);
    fn->entry = dispatch;
    /* the entry stands first */
    for (int i = fn->blocks.count - 1; i > 0; i--)
        fn->blocks.items[i] = fn->blocks.items[i - 1];
    fn->blocks.items[0] = dispatch;
    fn->nresume = resumed.count + 1;
}
