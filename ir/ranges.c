/* Overflow tests that cannot fail.
 *
 * Behind a comparison of an int with anything, one more or one less than it
 * does not overflow: `while i < n: i += 1`.  Behind one with a constant neither
 * does what is as far away from the ends: `if n < 2: return n` and `n - 2`.
 * The slow ways of such operations go away, too.
 *
 * Needs: pass_specialize.  Keeps: SSA.  Breaks: dominators. */
#include "ir/ir.h"

enum { MAX_TESTS = 24 }; /* dominating branches that are looked at */

typedef struct Range {
    int64_t low, high;
} Range;

static Op swapped(Op op)
{
    switch (op) {
    case OP_lt_i64:
        return OP_gt_i64;
    case OP_le_i64:
        return OP_ge_i64;
    case OP_gt_i64:
        return OP_lt_i64;
    case OP_ge_i64:
        return OP_le_i64;
    default:
        return op;
    }
}

static Op negated(Op op)
{
    switch (op) {
    case OP_lt_i64:
        return OP_ge_i64;
    case OP_le_i64:
        return OP_gt_i64;
    case OP_gt_i64:
        return OP_le_i64;
    case OP_ge_i64:
        return OP_lt_i64;
    default:
        return OP_unset;
    }
}

/* x op y is true, y being anything in its range. */
static void narrow(Range *x, Op op, Range y)
{
    int64_t below = y.high - (y.high > INT64_MIN), above = y.low;

    above += above < INT64_MAX;
    if (op == OP_lt_i64 && below < x->high)
        x->high = below;
    else if (op == OP_le_i64 && y.high < x->high)
        x->high = y.high;
    else if (op == OP_gt_i64 && above > x->low)
        x->low = above;
    else if (op == OP_ge_i64 && y.low > x->low)
        x->low = y.low;
}

static Range range_of(const Value *y)
{
    return y->op == OP_const_i64 ? (Range){y->i, y->i}
                                 : (Range){INT64_MIN, INT64_MAX};
}

/* What the branch into b, its only entry, says about x. */
static void learn(Range *r, const Value *x, const Block *b)
{
    const Block *from = b->preds.count == 1 ? b->preds.items[0] : NULL;
    const Value *test = from && from->ctl == CTL_branch ? from->cond : NULL;
    const Value *other;
    Op op;

    if (!test || test->nargs != 2 ||
        from->succ.items[0] == from->succ.items[1] ||
        (test->args[0] != x && test->args[1] != x))
        return;
    op = test->args[0] == x ? test->op : swapped(test->op);
    other = test->args[test->args[0] == x];
    narrow(r, from->succ.items[0] == b ? op : negated(op), range_of(other));
}

static Range range_at(const Value *x, const Block *b)
{
    Range r = range_of(x);

    for (int i = 0; b && i < MAX_TESTS; i++, b = b->idom)
        learn(&r, x, b);
    return r;
}

static bool fits(const Value *v)
{
    int64_t k = v->args[1]->i, least, most;
    Range r;

    if (v->args[1]->op != OP_const_i64)
        return false;
    r = range_at(v->args[0], v->block);
    if (v->op == OP_sub_ovf)
        return !__builtin_sub_overflow(r.low, k, &least) &&
               !__builtin_sub_overflow(r.high, k, &most);
    return !__builtin_add_overflow(r.low, k, &least) &&
           !__builtin_add_overflow(r.high, k, &most);
}

static void drop_test(Block *b)
{
    Value *v = b->last;

    v->op = v->op == OP_add_ovf ? OP_add_i64 : OP_sub_i64;
    ir_drop_pred(b->succ.items[1], b);
    b->succ.count = 1;
    b->ctl = CTL_jump;
}

void pass_ranges(Fn *fn)
{
    bool changed = false;

    loops_find(fn);
    FOREACH_BLOCK (fn, b) {
        Value *v = b->ctl == CTL_ovf ? b->last : NULL;

        if (v && (v->op == OP_add_ovf || v->op == OP_sub_ovf) && fits(v)) {
            drop_test(b);
            changed = true;
        }
    }
    if (changed)
        pass_simplify(fn);
}
