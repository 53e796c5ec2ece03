/* The invariants of the IR, checked after every pass under --check, where a
 * failure is a bug in the compiler: names pass, function and value, and
 * aborts; and behind the reader, where it is an error in the text. */
#include "ir/ir.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

/* Sets of blocks: a row of words per block, those that dominate it. */
typedef struct Dominators {
    int nwords;
    int *index; /* of a row, by block id */
    uint64_t *rows;
} Dominators;

/* Checks leave at the first failure. */
typedef struct Check {
    const Fn *fn;
    char why[200];
    jmp_buf failed;
    Dominators dom;
} Check;

static void fail(Check *c, int id, const char *fmt, ...)
    __attribute__((format(printf, 3, 4), noreturn));

static void fail(Check *c, int id, const char *fmt, ...)
{
    int n = snprintf(c->why, sizeof c->why, "%d: ", id);
    va_list ap;

    va_start(ap, fmt);
    vsnprintf(c->why + n, sizeof c->why - (size_t)n, fmt, ap);
    va_end(ap);
    longjmp(c->failed, 1);
}

/* Second results stand for the operation itself: no copy of it will do. */
static bool is_of_operation(const Value *v)
{
    if (v->op == OP_method_self)
        return ir_loads_method(v->args[0]);
    if (v->op == OP_returned_raw || v->op == OP_raw_result)
        return v->args[0]->op == OP_call_typed;
    return true;
}

/* Is b one of the function's blocks, not one that a pass has dropped? */
static bool is_here(const Check *c, const Block *b)
{
    int i =
        b && b->id >= 0 && b->id < c->fn->nblocks ? c->dom.index[b->id] : -1;

    return i >= 0 && c->fn->blocks.items[i] == b;
}

static void check_value(Check *c, const Block *b, const Value *v)
{
    if (v->block != b)
        fail(c, v->id, "value in the wrong block");
    if (op_nargs[v->op] >= 0 && v->nargs != op_nargs[v->op])
        fail(c, v->id, "%s has %d arguments", op_names[v->op], v->nargs);
    if (!is_of_operation(v))
        fail(c, v->id, "second result of a copy");
    if (v->op == OP_phi && v->nargs != b->preds.count)
        fail(c, v->id, "phi of %d in block of %d", v->nargs, b->preds.count);
    if (v->op == OP_phi && v->prev && v->prev->op != OP_phi)
        fail(c, v->id, "phi behind other operations");
    for (int i = 0; i < v->nargs; i++) {
        const Value *arg = v->args[i];

        if (!arg || !is_here(c, arg->block))
            fail(c, v->id, "argument %d is not in the function", i);
        if (arg->rep == REP_none)
            fail(c, v->id, "argument %d has no value", i);
        if (v->op == OP_phi && arg->rep != v->rep)
            fail(c, v->id, "phi of unequal representations");
    }
}

static int want_succ(Check *c, const Block *b)
{
    switch (b->ctl) {
    case CTL_jump:
        return 1;
    case CTL_branch:
    case CTL_try:
    case CTL_ovf:
        return 2;
    case CTL_return:
        return 0;
    case CTL_switch:
        if (!b->succ.count || !b->cond)
            fail(c, b->id, "switch on nothing");
        return b->succ.count;
    case CTL_stop:
        return b->succ.count;
    default:
        fail(c, b->id, "block without control");
    }
}

/* How often the edge stands in from's successors, or in to's predecessors. */
static int edges(const Block *from, const Block *to, bool incoming)
{
    Block *const *list = incoming ? to->preds.items : from->succ.items;
    int n = incoming ? to->preds.count : from->succ.count, found = 0;

    for (int i = 0; i < n; i++)
        found += list[i] == (incoming ? from : to);
    return found;
}

/* Each edge stands on both of its sides, as often. */
static void check_edges(Check *c, const Block *b)
{
    for (int i = 0; i < b->succ.count; i++) {
        const Block *s = b->succ.items[i];

        if (!is_here(c, s))
            fail(c, b->id, "successor %d is not in the function", i);
        if (edges(b, s, false) != edges(b, s, true))
            fail(c, b->id, "not a predecessor of b%d", s->id);
    }
    for (int i = 0; i < b->preds.count; i++)
        if (!is_here(c, b->preds.items[i]) ||
            !edges(b->preds.items[i], b, false))
            fail(c, b->id, "predecessor %d has no edge to it", i);
}

static bool overflows(Op op)
{
    return op == OP_add_ovf || op == OP_sub_ovf || op == OP_mul_ovf;
}

static void check_block(Check *c, const Block *b)
{
    FOREACH_VALUE (b, v)
        check_value(c, b, v);
    if (b->succ.count != want_succ(c, b))
        fail(c, b->id, "%d successors", b->succ.count);
    if (b->ctl == CTL_branch && (!b->cond || b->cond->rep != REP_i1))
        fail(c, b->id, "branch on no i1");
    if (b->ctl == CTL_return &&
        (!b->cond || (b->cond->rep != REP_any &&
                      b->cond->rep != type_rep(c->fn->result_type))))
        fail(c, b->id, "return of no value");
    if ((b->ctl == CTL_try || b->ctl == CTL_ovf) && !b->last)
        fail(c, b->id, "error edge without operation");
    if (b->ctl == CTL_ovf && !overflows(b->last->op))
        fail(c, b->id, "last value cannot overflow");
    if (b->cond && !is_here(c, b->cond->block))
        fail(c, b->id, "control by a value that is not in the function");
    check_edges(c, b);
}

static void number_blocks(Dominators *d, const Fn *fn)
{
    size_t size = (size_t)fn->nblocks * sizeof *d->index;

    d->index = xmalloc(size + 1);
    memset(d->index, -1, size);
    FOREACH_BLOCK (fn, b)
        d->index[b->id] = b_i;
}

/* --- dominance ------------------------------------------------------------ */

static uint64_t *row(const Dominators *d, const Block *b)
{
    return d->rows + (size_t)d->index[b->id] * (size_t)d->nwords;
}

static bool dominates(const Dominators *d, const Block *a, const Block *b)
{
    int i = d->index[a->id];

    return row(d, b)[i / 64] >> (i % 64) & 1;
}

static bool narrow(const Dominators *d, const Block *b)
{
    bool changed = false;
    int self = d->index[b->id];

    for (int w = 0; w < d->nwords; w++) {
        uint64_t bits = ~0ull;

        for (int k = 0; k < b->preds.count; k++)
            bits &= row(d, b->preds.items[k])[w];
        if (w == self / 64)
            bits |= 1ull << (self % 64);
        changed |= bits != row(d, b)[w];
        row(d, b)[w] = bits;
    }
    return changed;
}

/* Those of b that hold wherever it runs: the plain data-flow equations. */
static void find_dominators(Dominators *d, const Fn *fn)
{
    size_t n = (size_t)fn->blocks.count, size;
    bool changed = true;

    d->nwords = fn->blocks.count / 64 + 1;
    size = n * (size_t)d->nwords * sizeof *d->rows;
    d->rows = xmalloc(size + 1);
    memset(d->rows, 0xff, size);
    memset(row(d, fn->entry), 0, (size_t)d->nwords * sizeof *d->rows);
    while (changed) {
        changed = false;
        FOREACH_BLOCK (fn, b)
            if (b != fn->entry)
                changed |= narrow(d, b);
            else
                row(d, b)[b_i / 64] |= 1ull << (b_i % 64);
    }
}

/* May `arg` be used at the end of `from`, on the way to `to`? */
static bool reaches_edge(const Dominators *d, const Value *arg,
                         const Block *from, const Block *to)
{
    if (arg == from->last && from->ctl == CTL_try)
        return from->succ.items[0] == to;
    return dominates(d, arg->block, from);
}

static bool stands_before(const Value *a, const Value *b)
{
    while (a && a != b)
        a = a->next;
    return a != NULL;
}

static bool is_defined(const Dominators *d, const Value *v, int i)
{
    const Value *arg = v->args[i];

    if (v->op == OP_phi)
        return reaches_edge(d, arg, v->block->preds.items[i], v->block);
    if (arg->block == v->block)
        return stands_before(arg, v);
    return dominates(d, arg->block, v->block);
}

static void check_dominance(Check *c)
{
    find_dominators(&c->dom, c->fn);
    FOREACH_BLOCK (c->fn, b) {
        FOREACH_VALUE (b, v)
            for (int i = 0; i < v->nargs; i++)
                if (!is_defined(&c->dom, v, i))
                    fail(c, v->id, "argument %d is not defined here", i);
        if (b->cond && !dominates(&c->dom, b->cond->block, b))
            fail(c, b->cond->id, "not defined where b%d ends", b->id);
    }
}

const char *ir_defect_or_null(const Fn *fn, Arena *a)
{
    Check *c = xmalloc(sizeof *c);
    const char *why = NULL;

    c->fn = fn;
    c->dom = (Dominators){0};
    number_blocks(&c->dom, fn);
    if (setjmp(c->failed) == 0) {
        FOREACH_BLOCK (fn, b)
            check_block(c, b);
        check_dominance(c);
    } else {
        why = arena_strdup(a, c->why);
    }
    free(c->dom.rows);
    free(c->dom.index);
    free(c);
    return why;
}

void ir_verify(const Fn *fn, const char *after)
{
    const char *why = ir_defect_or_null(fn, fn->arena);
    StrBuf out = {0};

    if (!why)
        return;
    ir_print_fn(&out, fn);
    fprintf(stderr, "%spyllc: bug: after %s: %s: %s\n", out.data, after,
            fn->symbol, why);
    abort();
}
