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

static void check_value(const Fn *fn, const char *after, const Block *b,
                        const Value *v)
{
    if (v->block != b)
        fail(fn, after, v->id, "value in the wrong block");
    if (op_nargs[v->op] >= 0 && v->nargs != op_nargs[v->op])
        fail(fn, after, v->id, "%s has %d arguments", op_names[v->op],
             v->nargs);
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

void ir_verify(const Fn *fn, const char *after)
{
    FOREACH_BLOCK (fn, b)
        check_block(fn, after, b);
}
