/* Natural loops: an edge to a block that dominates its source closes one.
 *
 * Dominators after Cooper, Harvey and Kennedy, "A Simple, Fast Dominance
 * Algorithm" (2001). */
#include "ir/ir.h"

typedef struct Loops {
    Fn *fn;
    Block **order; /* reverse postorder */
    int n;
    int *place; /* in order, by block id; -1: not reached */
    int *idom;  /* by place */
} Loops;

static void find_order(Loops *l)
{
    l->order = ir_order(l->fn, &l->n);
    l->place = ARENA_ARRAY(l->fn->arena, int, l->fn->nblocks + 1);
    for (int i = 0; i < l->fn->nblocks; i++)
        l->place[i] = -1;
    for (int i = 0; i < l->n; i++)
        l->place[l->order[i]->id] = i;
}

static int common(const Loops *l, int a, int b)
{
    while (a != b) {
        while (a > b)
            a = l->idom[a];
        while (b > a)
            b = l->idom[b];
    }
    return a;
}

static void find_dominators(Loops *l)
{
    bool changed = true;

    l->idom = ARENA_ARRAY(l->fn->arena, int, l->n + 1);
    for (int i = 1; i < l->n; i++)
        l->idom[i] = -1;
    while (changed) {
        changed = false;
        for (int i = 1; i < l->n; i++) {
            Block *b = l->order[i];
            int new = -1;

            for (int k = 0; k < b->preds.count; k++) {
                int p = l->place[b->preds.items[k]->id];

                if (p >= 0 && (p == 0 || l->idom[p] >= 0))
                    new = new < 0 ? p : common(l, p, new);
            }
            changed |= new != l->idom[i];
            l->idom[i] = new;
        }
    }
}

static bool dominates(const Loops *l, const Block *a, const Block *b)
{
    int i = l->place[b->id], top = l->place[a->id];

    while (i > top)
        i = l->idom[i];
    return i == top;
}

/* The loop of the header, from its back edges backwards. */
static void collect(Loops *l, Block *header)
{
    VEC(Block *) work = {0};
    Arena *a = l->fn->arena;

    for (int k = 0; k < header->preds.count; k++) {
        Block *p = header->preds.items[k];

        if (l->place[p->id] >= 0 && dominates(l, header, p))
            vec_push(a, &work, p);
    }
    if (!work.count)
        return;
    if (header->loop)
        header->loop->innermost = false;
    header->innermost = true;
    vec_push(a, &work, header);
    while (work.count) {
        Block *b = vec_pop(&work);

        if (b->loop == header)
            continue;
        b->loop = header;
        b->in_loop = true;
        for (int k = 0; b != header && k < b->preds.count; k++)
            if (l->place[b->preds.items[k]->id] >= 0)
                vec_push(a, &work, b->preds.items[k]);
    }
}

void loops_find(Fn *fn)
{
    Loops l = {.fn = fn};

    find_order(&l);
    find_dominators(&l);
    FOREACH_BLOCK (fn, b) {
        b->loop = b->idom = NULL;
        b->innermost = b->in_loop = false;
    }
    for (int i = 1; i < l.n; i++)
        l.order[i]->idom = l.order[l.idom[i]];
    for (int i = 0; i < l.n; i++) /* outer ones first */
        collect(&l, l.order[i]);
}

bool block_dominates(const Block *a, const Block *b)
{
    while (b && b != a)
        b = b->idom;
    return b != NULL;
}

Value *loop_safepoint_or_null(const Block *header)
{
    Value *v = header->first;

    while (v && v->op == OP_phi)
        v = v->next;
    return v && v->op == OP_safepoint ? v : NULL;
}
