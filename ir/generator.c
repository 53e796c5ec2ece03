/* Generators as resumable functions.
 *
 * The body's values that live across a yield have slots in the generator
 * object (PyGenerator.slots): stored behind their definition, loaded where a
 * yield that they live across resumes, and values in between.  Values that
 * are never alive together share a slot.  Blocks are split behind every
 * yield; a switch on the object's state at the entry continues behind the
 * yield last taken.
 *
 * A loop that only yields what another iterator gives says so when it is
 * suspended: the runtime resumes that one at once (rt/types/generator.c), which
 * makes each step of a recursive generator cost the same at any depth.
 *
 * Needs: SSA.  Keeps: SSA.  Breaks: dominators, loop depths. */
#include "ir/inline.h"
#include "ir/liveness.h"

/* A yield, and what is alive behind it. */
typedef struct Yield {
    Value *v;
    uint64_t *live;
    Block *resumed;
} Yield;

typedef struct Lower {
    Fn *fn;
    Liveness l;
    VEC(Yield) yields;
    uint64_t *across;    /* live behind some yield */
    ValueList moved;     /* those values */
    uint64_t *conflicts; /* by place in moved: a row of places */
    int nwords;          /* of a row */
} Lower;

/* --- liveness ------------------------------------------------------------- */

static void collect_yields(Lower *lo)
{
    uint64_t *live = liveness_bits(&lo->l);
    size_t size = (size_t)lo->l.nwords * sizeof *live;

    lo->across = liveness_bits(&lo->l);
    FOREACH_BLOCK (lo->fn, b) {
        memset(live, 0, size);
        liveness_out(&lo->l, b, live);
        for (Value *v = b->last; v; v = v->prev) {
            liveness_step(live, v);
            if (v->op == OP_yield) {
                Yield y = {v, liveness_bits(&lo->l), NULL};

                memcpy(y.live, live, size);
                vec_push(lo->fn->arena, &lo->yields, y);
                for (int w = 0; w < lo->l.nwords; w++)
                    lo->across[w] |= live[w];
            }
        }
    }
}

/* Value.i2 becomes the place in moved, -1 for values that stay, -2 for
 * constants. */
static void collect_moved(Lower *lo)
{
    FOREACH_BLOCK (lo->fn, b)
        FOREACH_VALUE (b, v) {
            v->i2 = ir_is_constant(v) ? -2 : -1;
            if (v->i2 == -1 && bits_get(lo->across, v->id)) {
                v->i2 = lo->moved.count;
                vec_push(lo->fn->arena, &lo->moved, v);
            }
        }
}

static void add_conflict(Lower *lo, int i, int k)
{
    bits_set(lo->conflicts + (size_t)i * (size_t)lo->nwords, k);
    bits_set(lo->conflicts + (size_t)k * (size_t)lo->nwords, i);
}

/* Two values conflict if one is alive where the other is made. */
static void find_conflicts(Lower *lo)
{
    uint64_t *live = liveness_bits(&lo->l);
    int n = lo->moved.count;

    lo->nwords = n / 64 + 1;
    lo->conflicts = ARENA_ARRAY(lo->fn->arena, uint64_t, n * lo->nwords + 1);
    FOREACH_BLOCK (lo->fn, b) {
        memset(live, 0, (size_t)lo->l.nwords * sizeof *live);
        liveness_out(&lo->l, b, live);
        for (Value *v = b->last; v; v = v->prev) {
            for (int i = 0; v->i2 >= 0 && i < n; i++)
                if (i != v->i2 && bits_get(live, lo->moved.items[i]->id))
                    add_conflict(lo, i, v->i2);
            if (v->op != OP_phi) /* the phis of a block are made at once */
                liveness_step(live, v);
        }
    }
}

/* --- slots ---------------------------------------------------------------- */

/* The first slot from `slot` on that no conflicting value of the ones before
 * has. */
static int first_free(const Lower *lo, const int *slots, int i, int slot)
{

    for (int k = 0; k < i; k++)
        if (slots[k] == slot &&
            bits_get(lo->conflicts + (size_t)i * (size_t)lo->nwords, k)) {
            slot++;
            k = -1;
        }
    return slot;
}

/* Slots from nframe on for the moved values that are raw words, or for the
 * others; parameters have theirs. */
static void assign_some(Lower *lo, int *slots, bool raw)
{
    int first = lo->fn->nframe;

    for (int i = 0; i < lo->moved.count; i++) {
        const Value *v = lo->moved.items[i];

        if ((v->rep != REP_any) != raw)
            continue;
        slots[i] =
            v->op == OP_param ? (int)v->i : first_free(lo, slots, i, first);
        if (slots[i] >= lo->fn->nframe)
            lo->fn->nframe = slots[i] + 1;
    }
}

/* Raw words come last: the runtime follows the values. */
static int *assign_slots(Lower *lo)
{
    int *slots = ARENA_ARRAY(lo->fn->arena, int, lo->moved.count + 1);

    for (int i = 0; i < lo->moved.count; i++)
        slots[i] = -1;
    lo->fn->nframe = lo->fn->nparams;
    assign_some(lo, slots, false);
    assign_some(lo, slots, true);
    return slots;
}

static void store_slot(Value *v, int slot)
{
    Value *store = ir_value_new(v->block->fn, OP_frame_store, 0, 1, &v);
    Block *b = v->block;
    Value *at = v;

    store->i = slot;
    store->i2 = -1;
    if (v == b->last && (b->ctl == CTL_try || b->ctl == CTL_ovf)) {
        /* the value exists only on the normal edge */
        ir_insert_first(b->succ.items[0], store);
        return;
    }
    while (v->op == OP_phi && at->next && at->next->op == OP_phi)
        at = at->next;
    ir_insert_after(at, store);
}

static Value *load_slot(Block *b, const Value *v, int slot)
{
    Value *load = ir_value_new(b->fn, OP_frame_load, 0, 0, NULL);

    load->i = slot;
    load->i2 = -1;
    load->rep = v->rep;
    load->type = v->type;
    ir_insert_first(b, load);
    return load;
}

/* A block of its own between b and succ[0], so that a store behind an operation
 * that raises or overflows has a place that only this edge reaches. */
static void split_normal_edge(Block *b)
{
    const Block *s = b->succ.items[0];

    if (s->preds.count > 1 || (s->first && s->first->op == OP_phi))
        ir_split_edge(b, 0);
}

/* The other half of an operation with two results, right behind it. */
static bool is_second_half(Op op)
{
    return op == OP_method_self || op == OP_returned_raw || op == OP_raw_result;
}

/* Uses of v: of what was made or loaded last. */
static void rewrite_uses(Lower *lo, Value *v, int slot)
{
    SsaVar var;

    ssa_var(&var, lo->fn, v->rep);
    ssa_define(&var, v->block, v);
    for (int i = 0; i < lo->yields.count; i++) {
        Yield *y = &lo->yields.items[i];

        if (bits_get(y->live, v->id))
            ssa_define(&var, y->resumed, load_slot(y->resumed, v, slot));
    }
    FOREACH_BLOCK (lo->fn, b) {
        FOREACH_VALUE (b, u)
            for (int k = 0; !is_second_half(u->op) && k < u->nargs; k++) {
                if (u->args[k] != v)
                    continue;
                if (u->op == OP_phi)
                    u->args[k] = ssa_on_edge(&var, b->preds.items[k], b);
                else if (b != v->block)
                    u->args[k] =
                        var.out[b->id] ? var.out[b->id] : ssa_at_start(&var, b);
            }
        if (b->cond == v && b != v->block)
            b->cond = var.out[b->id] ? var.out[b->id] : ssa_at_start(&var, b);
    }
}

/* Constants are made again in front of each use, since no block comes before
 * all that resume but the one that picks them. */
static Value *copy_constant(Value *v, Block *b, Value *before)
{
    Value *copy = ir_value_new(b->fn, v->op, v->line, 0, NULL);

    copy->i = v->i;
    copy->d = v->d;
    copy->konst = v->konst;
    copy->rep = v->rep;
    copy->i2 = -1;
    if (!before && b->last &&
        (b->ctl == CTL_try || b->ctl == CTL_ovf || b->ctl == CTL_stop))
        before = b->last;
    if (before)
        ir_insert_before(before, copy);
    else if (b->last)
        ir_insert_after(b->last, copy);
    else
        ir_insert_first(b, copy);
    return copy;
}

static void copy_constants(Fn *fn)
{
    FOREACH_BLOCK (fn, b) {
        for (Value *v = b->first; v; v = v->next)
            for (int k = 0; k < v->nargs; k++)
                if (v->args[k]->i2 == -2)
                    v->args[k] =
                        v->op == OP_phi
                            ? copy_constant(v->args[k], b->preds.items[k], NULL)
                            : copy_constant(v->args[k], b, v);
        if (b->cond && b->cond->i2 == -2)
            b->cond = copy_constant(b->cond, b, NULL);
    }
}

/* --- delegates ------------------------------------------------------------ */

/* The next whose result this yield passes on, if the loop around them does
 * nothing else: `for x in it: yield x`. */
static Value *passed_on(const Value *yield)
{
    const Block *b = yield->block, *head;
    Value *next = yield->args[0], *test;

    if (b->first != yield || b->last != yield || b->ctl != CTL_jump ||
        b->preds.count != 1 || next->op != OP_next)
        return NULL;
    head = b->succ.items[0];
    test = next->next;
    if (head != next->block || head != b->preds.items[0] ||
        head->ctl != CTL_branch || head->succ.items[1] != b || !test ||
        head->last != test || test->op != OP_is_unset ||
        test->args[0] != next || head->cond != test)
        return NULL;
    for (const Value *v = head->first; v != next; v = v->next)
        if (v->op != OP_phi && v->op != OP_safepoint)
            return NULL;
    if (ir_count_uses(next) != 2 || ir_count_uses(yield) != 0 ||
        ir_count_uses(test) != 1)
        return NULL;
    return next;
}

static void find_delegates(Fn *fn)
{
    FOREACH_BLOCK (fn, b) {
        Value *yield = b->last, *next, *delegate;

        if (!yield || yield->op != OP_yield || yield->inlined)
            continue;
        next = passed_on(yield);
        if (!next || next->inlined)
            continue;
        delegate = ir_value_new(fn, OP_delegate, next->line, 1, &next->args[0]);
        ir_insert_before(yield, delegate);
        next->i = 1;
    }
}

/* What variables were set to stays alive at yields, used or not (Value.held);
 * inside loops, where they are soon set again, only until the next yield. */
static void hold(Lower *lo)
{
    int first = lo->fn->nframe;
    VEC(Value *) found = {0};

    FOREACH_BLOCK (lo->fn, b)
        FOREACH_VALUE (b, v)
            if (v->held && v->i2 == -1 && v->rep == REP_any && !b->in_loop &&
                v->op != OP_param)
                vec_push(lo->fn->arena, &found, v);
    for (int i = 0; i < found.count; i++) {
        int slot = first + found.items[i]->held - 1;

        store_slot(found.items[i], slot);
        if (slot >= lo->fn->nframe)
            lo->fn->nframe = slot + 1;
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
    suspend->inlined = yield->inlined;
    ir_insert_before(yield, suspend);
    after = ir_split_behind(suspend);
    yield->op = OP_resumed;
    yield->nargs = 0;
    b->ctl = CTL_return;
    b->cond = suspend;
    b->line = yield->line;
    return after;
}

static void add_dispatch(Lower *lo)
{
    Fn *fn = lo->fn;
    Block *entry = fn->entry, *dispatch = ir_block_new(fn);

    dispatch->ctl = CTL_switch;
    dispatch->cond = ir_append(dispatch, OP_frame_state, 0, 0, NULL);
    dispatch->cond->i2 = -1;
    ir_edge(dispatch, entry);
    for (int i = 0; i < lo->yields.count; i++)
        ir_edge(dispatch, lo->yields.items[i].resumed);
    fn->entry = dispatch;
    /* the entry stands first */
    for (int i = fn->blocks.count - 1; i > 0; i--)
        fn->blocks.items[i] = fn->blocks.items[i - 1];
    fn->blocks.items[0] = dispatch;
    fn->nresume = lo->yields.count + 1;
}

void pass_lower_generator(Fn *fn)
{
    Lower lo = {.fn = fn};
    BlockList blocks = {0};
    int *slots;

    find_delegates(fn);
    liveness_compute(&lo.l, fn);
    collect_yields(&lo);
    collect_moved(&lo);
    find_conflicts(&lo);
    slots = assign_slots(&lo);
    FOREACH_BLOCK (fn, b)
        if (b->ctl == CTL_try || b->ctl == CTL_ovf)
            vec_push(fn->arena, &blocks, b);
    for (int i = 0; i < blocks.count; i++)
        split_normal_edge(blocks.items[i]);
    for (int i = 0; i < lo.yields.count; i++)
        lo.yields.items[i].resumed =
            lower_yield(fn, lo.yields.items[i].v, i + 1);
    add_dispatch(&lo);
    copy_constants(fn);
    hold(&lo);
    for (int i = 0; i < lo.moved.count; i++)
        rewrite_uses(&lo, lo.moved.items[i], slots[i]);
    for (int i = 0; i < lo.moved.count; i++)
        if (lo.moved.items[i]->op != OP_param)
            store_slot(lo.moved.items[i], slots[i]);
}
