/* Registers for SSA values: linear scan over intervals of a block order
 * (Poletto and Sarkar 1999).
 *
 * Constants have registers of their own in front.  An interval runs from the
 * definition to the last use, and over every block that the value is live
 * through; a phi is defined at its block's start, its arguments are used at
 * the ends of the predecessors.  A phi and its arguments get the same register
 * where their intervals allow it, which saves the move. */
#include "eval/lower.h"

#include <limits.h>

typedef struct Interval {
    int32_t start, end; /* start -1: not in use */
    Value *value;
} Interval;

typedef struct Alloc {
    Fn *fn;
    Arena *a;
    Registers *r;
    Interval *intervals; /* by value id */
    int32_t *global;     /* by value id: number among the values that leave
                            their block, or -1 */
    int nglobals, nwords;
    Value **globals;
    uint64_t **in, **out;   /* by block id */
    int32_t *begin, *end;   /* positions of blocks, by id */
    VEC(int32_t) free;      /* registers */
    VEC(Interval *) active; /* a heap by end */
    Map pool;               /* of constants: Const -> register + 1 */
    int32_t none, true_, false_, ellipsis, unset; /* registers + 1 */
} Alloc;

/* --- order ---------------------------------------------------------------- */

static void postorder(Alloc *al, Block *entry)
{
    Registers *r = al->r;
    struct {
        Block *b;
        int i;
    } *stack = arena_alloc(al->a, sizeof *stack * (al->fn->nblocks + 1));
    int depth = 0;

    stack[depth].b = entry;
    stack[depth++].i = 0;
    entry->mark = 1;
    while (depth) {
        Block *b = stack[depth - 1].b;

        /* the last successor first, so that the first one follows its block */
        if (stack[depth - 1].i < b->succ.count) {
            Block *s = b->succ.items[b->succ.count - 1 - stack[depth - 1].i++];

            if (s->mark)
                continue;
            s->mark = 1;
            stack[depth].b = s;
            stack[depth++].i = 0;
        } else {
            r->order[r->norder++] = b;
            depth--;
        }
    }
}

static void order_blocks(Alloc *al)
{
    Registers *r = al->r;

    r->order = ARENA_ARRAY(al->a, Block *, al->fn->nblocks + 1);
    FOREACH_BLOCK (al->fn, b)
        b->mark = 0;
    postorder(al, al->fn->entry);
    for (int i = 0, k = r->norder - 1; i < k; i++, k--) {
        Block *b = r->order[i];

        r->order[i] = r->order[k];
        r->order[k] = b;
    }
}

/* --- constants ------------------------------------------------------------ */

static int32_t add_pool(Alloc *al, PoolKind kind, int64_t value)
{
    Registers *r = al->r;
    size_t used = sizeof *r->pool * (size_t)r->npool;

    if ((r->npool & (r->npool - 1)) == 0)
        r->pool =
            arena_grow(al->a, r->pool, used,
                       sizeof *r->pool * (r->npool ? 2 * (size_t)r->npool : 4));
    r->pool[r->npool] = (PoolItem){kind, value};
    return r->npool++;
}

static int32_t add_once(Alloc *al, int32_t *place, PoolKind kind)
{
    if (!*place)
        *place = add_pool(al, kind, 0) + 1;
    return *place - 1;
}

static int32_t add_const(Alloc *al, const Const *c)
{
    void **slot = map_slot(&al->pool, c);

    if (!*slot)
        *slot = (void *)(intptr_t)(add_pool(al, POOL_const, c->index) + 1);
    return (int32_t)(intptr_t)*slot - 1;
}

/* The register of a constant, -1 for other values. */
static int32_t constant_register(Alloc *al, const Value *v)
{
    int64_t bits;

    switch (v->op) {
    case OP_unset:
        return add_once(al, &al->unset, POOL_word);
    case OP_none:
        return add_once(al, &al->none, POOL_none);
    case OP_true:
        return add_once(al, &al->true_, POOL_true);
    case OP_false:
        return add_once(al, &al->false_, POOL_false);
    case OP_ellipsis:
        return add_once(al, &al->ellipsis, POOL_ellipsis);
    case OP_const:
        return add_const(al, v->konst);
    case OP_const_i64:
    case OP_const_i1:
        return add_pool(al, POOL_word, v->i);
    case OP_const_f64:
        memcpy(&bits, &v->d, sizeof bits);
        return add_pool(al, POOL_word, bits);
    default:
        return -1;
    }
}

static void place_constants(Alloc *al)
{
    Registers *r = al->r;

    for (int i = 0; i < r->norder; i++)
        FOREACH_VALUE (r->order[i], v)
            r->of[v->id] = constant_register(al, v);
}

static bool is_placed(const Alloc *al, const Value *v)
{
    return al->r->of[v->id] >= 0;
}

/* --- liveness ------------------------------------------------------------- */

static void make_global(Alloc *al, Value *v)
{
    if (is_placed(al, v) || al->global[v->id] >= 0)
        return;
    al->globals[al->nglobals] = v;
    al->global[v->id] = al->nglobals++;
}

static void note_use(Alloc *al, Value *v, const Block *where)
{
    if (v->block != where)
        make_global(al, v);
}

static void find_globals(Alloc *al)
{
    Registers *r = al->r;

    al->globals = ARENA_ARRAY(al->a, Value *, al->fn->nvalues + 1);
    for (int i = 0; i < r->norder; i++) {
        Block *b = r->order[i];

        FOREACH_VALUE (b, v) {
            if (v->op == OP_phi)
                for (int k = 0; k < v->nargs; k++)
                    note_use(al, v->args[k], b->preds.items[k]);
            else
                for (int k = 0; k < v->nargs; k++)
                    note_use(al, v->args[k], b);
        }
        if (b->cond)
            note_use(al, b->cond, b);
    }
    al->nwords = (al->nglobals + 63) / 64;
}

static void add_live(const Alloc *al, uint64_t *bits, const Value *v)
{
    int32_t g = al->global[v->id];

    if (g >= 0)
        bits[g >> 6] |= 1ull << (g & 63);
}

static void drop_live(const Alloc *al, uint64_t *bits, const Value *v)
{
    int32_t g = al->global[v->id];

    if (g >= 0)
        bits[g >> 6] &= ~(1ull << (g & 63));
}

static void live_at_end(Alloc *al, Block *b, uint64_t *live)
{
    for (int i = 0; i < b->succ.count; i++) {
        Block *s = b->succ.items[i];

        for (int w = 0; w < al->nwords; w++)
            live[w] |= al->in[s->id][w];
        for (Value *v = s->first; v && v->op == OP_phi; v = v->next)
            for (int k = 0; k < s->preds.count; k++)
                if (s->preds.items[k] == b)
                    add_live(al, live, v->args[k]);
    }
    if (b->cond)
        add_live(al, live, b->cond);
}

static void live_at_start(Alloc *al, Block *b, uint64_t *live)
{
    for (Value *v = b->last; v; v = v->prev) {
        drop_live(al, live, v);
        if (v->op != OP_phi)
            for (int k = 0; k < v->nargs; k++)
                add_live(al, live, v->args[k]);
    }
}

static bool merge(uint64_t *into, const uint64_t *from, int nwords)
{
    bool changed = false;

    for (int w = 0; w < nwords; w++) {
        changed |= (from[w] & ~into[w]) != 0;
        into[w] |= from[w];
    }
    return changed;
}

static void compute_liveness(Alloc *al)
{
    Registers *r = al->r;
    uint64_t *live = ARENA_ARRAY(al->a, uint64_t, al->nwords);
    bool changed = al->nwords > 0;

    al->in = ARENA_ARRAY(al->a, uint64_t *, al->fn->nblocks);
    al->out = ARENA_ARRAY(al->a, uint64_t *, al->fn->nblocks);
    for (int i = 0; i < r->norder; i++) {
        al->in[r->order[i]->id] = ARENA_ARRAY(al->a, uint64_t, al->nwords);
        al->out[r->order[i]->id] = ARENA_ARRAY(al->a, uint64_t, al->nwords);
    }
    while (changed) {
        changed = false;
        for (int i = r->norder - 1; i >= 0; i--) {
            Block *b = r->order[i];

            memset(live, 0, (size_t)al->nwords * sizeof *live);
            live_at_end(al, b, live);
            merge(al->out[b->id], live, al->nwords);
            live_at_start(al, b, live);
            changed |= merge(al->in[b->id], live, al->nwords);
        }
    }
}

/* --- intervals ------------------------------------------------------------ */

static void extend(Alloc *al, Value *v, int32_t position)
{
    Interval *in = &al->intervals[v->id];

    if (is_placed(al, v))
        return;
    if (in->start < 0 || position < in->start)
        in->start = position;
    if (position > in->end)
        in->end = position;
}

static void extend_all(Alloc *al, const uint64_t *bits, int32_t position)
{
    for (int w = 0; w < al->nwords; w++)
        for (uint64_t left = bits[w]; left; left &= left - 1)
            extend(al, al->globals[w * 64 + __builtin_ctzll(left)], position);
}

static int32_t measure_block(Alloc *al, Block *b, int32_t at)
{
    al->begin[b->id] = at;
    extend_all(al, al->in[b->id], at);
    FOREACH_VALUE (b, v) {
        if (v->op == OP_phi) {
            extend(al, v, al->begin[b->id]);
            continue;
        }
        at += 2;
        for (int k = 0; k < v->nargs; k++)
            extend(al, v->args[k], at);
        if (v->rep != REP_none)
            extend(al, v, at + 1);
    }
    at += 2;
    if (b->cond)
        extend(al, b->cond, at);
    for (int i = 0; i < b->succ.count; i++)
        for (Value *v = b->succ.items[i]->first; v && v->op == OP_phi;
             v = v->next)
            for (int k = 0; k < v->nargs; k++)
                if (v->block->preds.items[k] == b)
                    extend(al, v->args[k], at);
    extend_all(al, al->out[b->id], at);
    al->end[b->id] = at;
    return at + 2;
}

/* --- the scan ------------------------------------------------------------- */

static void heap_push(Alloc *al, Interval *in)
{
    int i = al->active.count;

    vec_push(al->a, &al->active, in);
    for (; i > 0 && al->active.items[(i - 1) / 2]->end > in->end;
         i = (i - 1) / 2)
        al->active.items[i] = al->active.items[(i - 1) / 2];
    al->active.items[i] = in;
}

static Interval *heap_pop(Alloc *al)
{
    Interval **h = al->active.items, *top = h[0], *last;
    int n = --al->active.count, i = 0;

    last = h[n];
    for (int child; (child = 2 * i + 1) < n; i = child) {
        if (child + 1 < n && h[child + 1]->end < h[child]->end)
            child++;
        if (h[child]->end >= last->end)
            break;
        h[i] = h[child];
    }
    h[i] = last;
    return top;
}

static void expire(Alloc *al, int32_t position)
{
    while (al->active.count && al->active.items[0]->end < position) {
        Interval *in = heap_pop(al);

        vec_push(al->a, &al->free, al->r->of[in->value->id]);
    }
}

static bool take_free(Alloc *al, int32_t wanted)
{
    for (int i = al->free.count - 1; i >= 0 && i > al->free.count - 32; i--)
        if (al->free.items[i] == wanted) {
            al->free.items[i] = al->free.items[--al->free.count];
            return true;
        }
    return false;
}

/* The register of a value that v would best share one with, or -1. */
static int32_t hint(Alloc *al, Value *v, Value **phi_of)
{
    if (v->op == OP_phi)
        for (int k = 0; k < v->nargs; k++)
            if (al->r->of[v->args[k]->id] >= al->r->npool)
                return al->r->of[v->args[k]->id];
    if (phi_of[v->id] && al->r->of[phi_of[v->id]->id] >= al->r->npool)
        return al->r->of[phi_of[v->id]->id];
    return -1;
}

static void place(Alloc *al, Value *v, Value **phi_of)
{
    Interval *in = &al->intervals[v->id];
    int32_t wanted;

    if (is_placed(al, v) || in->start < 0)
        return;
    expire(al, in->start);
    wanted = hint(al, v, phi_of);
    if (wanted >= 0 && take_free(al, wanted))
        al->r->of[v->id] = wanted;
    else if (al->free.count)
        al->r->of[v->id] = vec_pop(&al->free);
    else
        al->r->of[v->id] = al->r->count++;
    heap_push(al, in);
}

/* Parameters have the registers behind the pool; one that is named more than
 * once keeps its register for good, and so has a body's, where frames find its
 * variables. */
static void place_params(Alloc *al)
{
    int32_t n = al->fn->nparams;
    Value **first = ARENA_ARRAY(al->a, Value *, n + 1);

    al->r->count = al->r->npool + n;
    if (al->fn->nresume)
        return; /* a lowered generator's are in its frame */
    for (int i = 0; i < al->r->norder; i++)
        FOREACH_VALUE (al->r->order[i], v) {
            if (v->op != OP_param)
                continue;
            if (!first[v->i])
                first[v->i] = v;
            if (first[v->i] != v || al->fn->kind != FN_function)
                al->intervals[first[v->i]->id].end = INT_MAX;
        }
    for (int i = 0; i < n; i++)
        if (first[i]) {
            al->r->of[first[i]->id] = al->r->npool + i;
            al->intervals[first[i]->id].start = 0;
            heap_push(al, &al->intervals[first[i]->id]);
        }
}

static void scan(Alloc *al)
{
    Registers *r = al->r;
    Value **phi_of = ARENA_ARRAY(al->a, Value *, al->fn->nvalues + 1);

    for (int i = 0; i < r->norder; i++)
        for (Value *v = r->order[i]->first; v && v->op == OP_phi; v = v->next)
            for (int k = 0; k < v->nargs; k++)
                phi_of[v->args[k]->id] = v;
    for (int i = 0; i < r->norder; i++)
        FOREACH_VALUE (r->order[i], v)
            place(al, v, phi_of);
}

void registers_assign(Registers *r, Fn *fn, Arena *a)
{
    Alloc al = {.fn = fn, .a = a, .r = r};
    int32_t at = 0;

    al.pool.arena = a;
    r->of = ARENA_ARRAY(a, int32_t, fn->nvalues + 1);
    al.global = ARENA_ARRAY(a, int32_t, fn->nvalues + 1);
    al.intervals = ARENA_ARRAY(a, Interval, fn->nvalues + 1);
    al.begin = ARENA_ARRAY(a, int32_t, fn->nblocks);
    al.end = ARENA_ARRAY(a, int32_t, fn->nblocks);
    memset(r->of, -1, sizeof *r->of * (size_t)(fn->nvalues + 1));
    memset(al.global, -1, sizeof *al.global * (size_t)(fn->nvalues + 1));
    order_blocks(&al);
    for (int i = 0; i < r->norder; i++)
        FOREACH_VALUE (r->order[i], v)
            al.intervals[v->id] = (Interval){-1, -1, v};
    place_constants(&al);
    find_globals(&al);
    compute_liveness(&al);
    for (int i = 0; i < r->norder; i++)
        at = measure_block(&al, r->order[i], at);
    place_params(&al);
    scan(&al);
    r->scratch = r->count++;
}
