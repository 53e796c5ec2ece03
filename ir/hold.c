/* Finds out which variables must be told to the collector.
 *
 * The collector sees what machine code still needs, which is less than what
 * the program's variables hold: a temporary file that is in a variable, but not
 * used any more, would be deleted while its name still is.  So what a variable
 * is set to has the number of a slot (Value.held), and codegen stores it there.
 * This pass takes the number from values that need none: those that neither
 * have a finaliser nor lead to one, and those that are still used wherever
 * code runs that could notice, before the variable is set again.
 *
 * Only calls count as such code, in blocks that are not cold; for what is
 * itself the result of a call, and so costs more than a store, in all blocks,
 * and for all values where objects die at once: classes with __del__ surprise
 * the code that makes their instances.
 *
 * Needs: SSA, before generators are lowered.  Keeps: everything. */
#include "ir/liveness.h"

/* Objects of these types neither have finalisers nor refer to any. */
enum {
    TK_inert = TK_unset | TK_none | TK_bool | TK_int | TK_long | TK_float |
               TK_complex | TK_str | TK_unicode | TK_class | TK_module |
               TK_xrange | TK_bytearray,
    MAX_SIZE = 1 << 26 /* values times blocks: beyond, all results of calls */
};

typedef struct Hold {
    Fn *fn;
    Liveness l;
    ValueList values; /* the candidates */
    int *index;       /* in values, by Value.id; -1: none */
    uint64_t *needed, *active;
    uint64_t **in; /* by block id: the candidates that variables have there */
    int nwords;    /* of sets of candidates */
} Hold;

static bool is_call(const Value *v)
{
    return op_flags[v->op] & OPF_RAISES && op_flags[v->op] & OPF_WRITES;
}

/* Results of operators are nearly always numbers or texts, and in the way
 * where loops compute. */
static bool is_candidate(const Value *v)
{
    bool computed = v->op >= OP_add && v->op <= OP_ior;

    return v->held && v->rep == REP_any && (v->type & ~TK_inert) && !computed &&
           !ir_is_constant(v);
}

static void collect(Hold *h)
{
    h->index = ARENA_ARRAY(h->fn->arena, int, h->fn->nvalues + 1);
    FOREACH_BLOCK (h->fn, b)
        FOREACH_VALUE (b, v) {
            h->index[v->id] = -1;
            if (!is_candidate(v)) {
                v->held = 0;
                continue;
            }
            h->index[v->id] = h->values.count;
            vec_push(h->fn->arena, &h->values, v);
        }
    h->nwords = h->values.count / 64 + 1;
}

static uint64_t *new_set(const Hold *h)
{
    return ARENA_ARRAY(h->fn->arena, uint64_t, h->nwords);
}

/* Takes out what the slot had. */
static void set_again(const Hold *h, uint64_t *active, int slot)
{
    for (int i = 0; i < h->values.count; i++)
        if (h->values.items[i]->held == slot)
            active[i >> 6] &= ~(1ull << (i & 63));
}

static void step(const Hold *h, uint64_t *active, const Value *v)
{
    if (v->op == OP_unhold)
        set_again(h, active, (int)v->i);
    if (h->index[v->id] < 0)
        return;
    set_again(h, active, v->held);
    bits_set(active, h->index[v->id]);
}

static bool add(const Hold *h, uint64_t *to, const uint64_t *from)
{
    bool changed = false;

    for (int w = 0; w < h->nwords; w++) {
        changed |= (from[w] & ~to[w]) != 0;
        to[w] |= from[w];
    }
    return changed;
}

/* To a fixpoint: which values variables may have at the start of each block. */
static void find_active(Hold *h)
{
    bool changed;
    int n;
    Block **order = ir_order(h->fn, &n);

    h->in = ARENA_ARRAY(h->fn->arena, uint64_t *, h->fn->nblocks + 1);
    h->active = new_set(h);
    FOREACH_BLOCK (h->fn, b)
        h->in[b->id] = new_set(h);
    do {
        changed = false;
        for (int k = 0; k < n; k++) {
            const Block *b = order[k];

            memcpy(h->active, h->in[b->id],
                   (size_t)h->nwords * sizeof *h->active);
            FOREACH_VALUE (b, v)
                step(h, h->active, v);
            for (int i = 0; i < b->succ.count; i++)
                changed |= add(h, h->in[b->succ.items[i]->id], h->active);
        }
    } while (changed);
}

static bool is_argument(const Value *call, const Value *v)
{
    for (int i = 0; i < call->nargs; i++)
        if (call->args[i] == v)
            return true;
    return false;
}

/* The call runs with a variable's value that is not used behind it. */
static void note_call(Hold *h, const Value *call, const uint64_t *active,
                      const uint64_t *live)
{
    const Block *b = call->block;
    bool cold = (b->cold || b->surprise) && !h->fn->module->drops;

    for (int i = 0; i < h->values.count; i++) {
        const Value *v = h->values.items[i];

        if (bits_get(active, i) && !bits_get(live, v->id) &&
            !is_argument(call, v) && (!cold || is_call(v)))
            bits_set(h->needed, i);
    }
}

/* What is live behind each call of b, the last one first. */
static void find_needed_in(Hold *h, Block *b, uint64_t *live)
{
    VEC(uint64_t *) active = {0};

    memcpy(h->active, h->in[b->id], (size_t)h->nwords * sizeof *h->active);
    FOREACH_VALUE (b, v) {
        if (is_call(v)) {
            uint64_t *now = new_set(h);

            memcpy(now, h->active, (size_t)h->nwords * sizeof *now);
            vec_push(h->fn->arena, &active, now);
        }
        step(h, h->active, v);
    }
    memset(live, 0, (size_t)h->l.nwords * sizeof *live);
    liveness_out(&h->l, b, live);
    for (const Value *v = b->last; v; v = v->prev) {
        if (is_call(v))
            note_call(h, v, active.items[--active.count], live);
        liveness_step(live, v);
    }
}

static void find_needed(Hold *h)
{
    uint64_t *live;

    liveness_compute(&h->l, h->fn);
    live = liveness_bits(&h->l);
    find_active(h);
    FOREACH_BLOCK (h->fn, b)
        find_needed_in(h, b, live);
}

void pass_hold(Fn *fn)
{
    Hold h = {.fn = fn};
    bool large = (int64_t)fn->nvalues * fn->nblocks > MAX_SIZE;

    collect(&h);
    if (!h.values.count)
        return;
    h.needed = new_set(&h);
    if (!large)
        find_needed(&h);
    for (int i = 0; i < h.values.count; i++)
        if (!bits_get(h.needed, i) && !(large && is_call(h.values.items[i])))
            h.values.items[i]->held = 0;
}
