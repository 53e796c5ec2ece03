/* The invariants of the IR, checked after every pass under --check.  A failure
 * is a bug in the compiler: names pass, function and value, and aborts. */
#include "ir/ir.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

static void fail(const Fn *fn, const char *after, int id, const char *fmt, ...)
    __attribute__((format(printf, 4, 5), noreturn));

static void fail(const Fn *fn, const char *after, int id, const char *fmt, ...)
{
    StrBuf out = {0};
    va_list ap;

    ir_print_fn(&out, fn);
    fprintf(stderr, "%s", out.data);
    fprintf(stderr, "pyllc: bug: after %s: %s: %d: ", after, fn->symbol, id);
    va_start(ap, fmt);
    vfprintf(stderr, fmt, ap);
    va_end(ap);
    fputc('\n', stderr);
    abort();
}

/* Second results stand for the operation itself: no copy of it will do. */
static bool is_of_operation(const Value *v)
{
    if (v->op == OP_method_self)
        return v->args[0]->op == OP_load_method;
    if (v->op == OP_returned_raw || v->op == OP_raw_result)
        return v->args[0]->op == OP_call_typed;
    return true;
}

static void check_value(const Fn *fn, const char *after, const Block *b,
                        const Value *v)
{
    if (v->block != b)
        fail(fn, after, v->id, "value in the wrong block");
    if (op_nargs[v->op] >= 0 && v->nargs != op_nargs[v->op])
        fail(fn, after, v->id, "%s has %d arguments", op_names[v->op],
             v->nargs);
    if (!is_of_operation(v))
        fail(fn, after, v->id, "second result of a copy");
    if (v->op == OP_phi && v->nargs != b->preds.count)
        fail(fn, after, v->id, "phi of %d in block of %d", v->nargs,
             b->preds.count);
    if (v->op == OP_phi && v->prev && v->prev->op != OP_phi)
        fail(fn, after, v->id, "phi behind other operations");
    for (int i = 0; i < v->nargs; i++) {
        const Value *arg = v->args[i];

        if (!arg || !arg->block || arg->block->fn != fn)
            fail(fn, after, v->id, "argument %d is not in the function", i);
        if (arg->rep == REP_none)
            fail(fn, after, v->id, "argument %d has no value", i);
        if (v->op == OP_phi && arg->rep != v->rep)
            fail(fn, after, v->id, "phi of unequal representations");
    }
}

static int want_succ(const Fn *fn, const char *after, const Block *b)
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
    case CTL_stop:
    case CTL_switch:
        return b->succ.count;
    default:
        fail(fn, after, b->id, "block without control");
    }
}

static void check_block(const Fn *fn, const char *after, const Block *b)
{
    FOREACH_VALUE (b, v)
        check_value(fn, after, b, v);
    if (b->succ.count != want_succ(fn, after, b))
        fail(fn, after, b->id, "%d successors", b->succ.count);
    if (b->ctl == CTL_branch && (!b->cond || b->cond->rep != REP_i1))
        fail(fn, after, b->id, "branch on no i1");
    if (b->ctl == CTL_return &&
        (!b->cond || (b->cond->rep != REP_any &&
                      b->cond->rep != type_rep(fn->result_type))))
        fail(fn, after, b->id, "return of no value");
    if ((b->ctl == CTL_try || b->ctl == CTL_ovf) && !b->last)
        fail(fn, after, b->id, "error edge without operation");
    for (int i = 0; i < b->succ.count; i++) {
        const Block *s = b->succ.items[i];
        bool found = false;

        for (int k = 0; k < s->preds.count; k++)
            found |= s->preds.items[k] == b;
        if (!found)
            fail(fn, after, b->id, "not a predecessor of b%d", s->id);
    }
}

/* --- dominance ------------------------------------------------------------ */

/* Sets of block ids: a row of words per block, those that dominate it. */
typedef struct Dominators {
    int nwords;
    uint64_t *rows;
} Dominators;

static uint64_t *row(const Dominators *d, const Block *b)
{
    return d->rows + (size_t)b->id * (size_t)d->nwords;
}

static bool dominates(const Dominators *d, const Block *a, const Block *b)
{
    return row(d, b)[a->id / 64] >> (a->id % 64) & 1;
}

static bool narrow(const Dominators *d, const Block *b)
{
    bool changed = false;

    for (int w = 0; w < d->nwords; w++) {
        uint64_t bits = ~0ull;

        for (int k = 0; k < b->preds.count; k++)
            bits &= row(d, b->preds.items[k])[w];
        if (w == b->id / 64)
            bits |= 1ull << (b->id % 64);
        changed |= bits != row(d, b)[w];
        row(d, b)[w] = bits;
    }
    return changed;
}

/* Those of b that hold wherever it runs: the plain data-flow equations. */
static Dominators find_dominators(const Fn *fn)
{
    Dominators d = {fn->nblocks / 64 + 1, NULL};
    size_t size = (size_t)fn->nblocks * (size_t)d.nwords * sizeof *d.rows;
    bool changed = true;

    d.rows = malloc(size);
    memset(d.rows, 0xff, size);
    memset(row(&d, fn->entry), 0, (size_t)d.nwords * sizeof *d.rows);
    row(&d, fn->entry)[fn->entry->id / 64] = 1ull << (fn->entry->id % 64);
    while (changed) {
        changed = false;
        FOREACH_BLOCK (fn, b)
            if (b != fn->entry)
                changed |= narrow(&d, b);
    }
    return d;
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

static void check_dominance(const Fn *fn, const char *after)
{
    Dominators d = find_dominators(fn);

    FOREACH_BLOCK (fn, b) {
        FOREACH_VALUE (b, v)
            for (int i = 0; i < v->nargs; i++)
                if (!is_defined(&d, v, i))
                    fail(fn, after, v->id, "argument %d is not defined here",
                         i);
        if (b->cond && !dominates(&d, b->cond->block, b))
            fail(fn, after, b->cond->id, "not defined where b%d ends", b->id);
    }
    free(d.rows);
}

void ir_verify(const Fn *fn, const char *after)
{
    FOREACH_BLOCK (fn, b)
        check_block(fn, after, b);
    check_dominance(fn, after);
}
