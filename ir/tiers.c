/* Which functions are worth the time that specialising them and LLVM's
 * optimiser take.
 *
 * Both pay where numbers are computed, items of known types are indexed and
 * attributes of known classes are read, above all in loops.  Code that only
 * calls the runtime and other functions runs about as fast when it is
 * translated plainly, in a twentieth of the time.  So functions are ranked by
 * how much of them pays, and a module has a budget: all functions of small
 * modules, and of large ones the part that pays best.  Programs spend their
 * time in modules of their own as often as in the main one; methods that do
 * nothing but read an attribute or two gain as much as loops, once they are
 * inlined.
 *
 * Needs: pass_infer, pass_shapes.  Keeps: everything.  Result:
 * Fn.is_quick. */
#include "ir/ir.h"
#include "ir/specialize.h"

#include <stdlib.h>

enum {
    PROGRAM_VALUES = 4000, /* of the main module: about 1,800 lines, and */
    PROGRAM_SHARE = 2,     /* that part of what is beyond */
    MODULE_VALUES = 2500,  /* of other modules, which are many */
    MODULE_SHARE = 8,
    /* What is translated plainly has an object of its own; for less the
     * linker takes longer than LLVM would. */
    WORTH_SPLITTING = 100,
    IN_LOOP = 8, /* how often loops are taken to run */
    LARGE = 5000 /* values of a function that LLVM takes seconds for */
};

/* Of a function that pays in a module other than the main one. */
static const double LEAST_GAIN = 0.1;

typedef struct Rank {
    Fn *fn;
    int values;
    double gain; /* per value */
} Rank;

static bool has_kind(const Value *v, Type kinds)
{
    Type t = v->type & ~(Type)TK_unset;

    return t && !(t & ~kinds);
}

static bool is_arithmetic(const Value *v)
{
    bool operates = (v->op >= OP_add && v->op <= OP_ior) || v->op == OP_neg ||
                    (v->op >= OP_lt && v->op <= OP_ge) ||
                    (v->op >= OP_truth_lt && v->op <= OP_truth_ge);

    for (int i = 0; operates && i < v->nargs; i++)
        if (has_kind(v->args[i], TK_int | TK_float))
            return true;
    return false;
}

/* What is saved by knowing types, in units that only compare. */
static int gain_of(const Value *v)
{
    if (is_arithmetic(v))
        return 4;
    switch (v->op) {
    case OP_getitem:
    case OP_setitem:
        return has_kind(v->args[0], TK_list | TK_str | TK_tuple | TK_bytearray)
                   ? 3
                   : 0;
    case OP_iter:
    case OP_next:
        return 2;
    case OP_getattr:
    case OP_setattr:
    case OP_load_method:
        return v->args[0]->shape != NULL;
    default:
        return 0;
    }
}

static Rank rank_of(Fn *fn)
{
    Rank r = {.fn = fn};

    loops_find(fn);
    FOREACH_BLOCK (fn, b)
        FOREACH_VALUE (b, v) {
            r.values++;
            if (!b->cold)
                r.gain += gain_of(v) * (b->loop ? IN_LOOP : 1);
        }
    r.gain /= r.values ? r.values : 1;
    return r;
}

static bool has_loop(const Fn *fn)
{
    FOREACH_BLOCK (fn, b)
        if (b->loop)
            return true;
    return false;
}

static int by_gain(const void *a, const void *b)
{
    const Rank *x = a, *y = b;

    if (x->gain != y->gain)
        return x->gain < y->gain ? 1 : -1;
    return x->fn->index - y->fn->index;
}

/* A body without loops that runs once gains nothing. */
static bool runs_once(const Fn *fn)
{
    return fn->kind != FN_function && !has_loop(fn);
}

static int budget_for(int total, int values, int share)
{
    return total <= values ? total : values + (total - values) / share;
}

/* LLVM's time grows with the square of a function's size: 20 s for a chain of
 * 1,000 tests at -O1.
 *
 * Needs: nothing.  Keeps: everything.  Result: Fn.is_large, is_quick. */
void pass_large(Fn *fn)
{
    int n = 0;

    FOREACH_BLOCK (fn, b)
        FOREACH_VALUE (b, v)
            n++;
    fn->is_quick = fn->is_large = n > LARGE;
}

void pass_tiers(Module *m)
{
    int n = m->fns.count, total = 0, quick = 0, used = 0, budget;
    Rank *ranks = ARENA_ARRAY(m->arena, Rank, n);

    for (int i = 0; i < n; i++) {
        ranks[i] = rank_of(m->fns.items[i]);
        total += ranks[i].values;
    }
    qsort(ranks, (size_t)n, sizeof *ranks, by_gain);
    budget = m->is_main ? budget_for(total, PROGRAM_VALUES, PROGRAM_SHARE)
                        : budget_for(total, MODULE_VALUES, MODULE_SHARE);
    for (int i = 0; i < n; i++) {
        Rank *r = &ranks[i];
        bool pays = m->is_main || r->gain > LEAST_GAIN;

        r->fn->is_quick |=
            runs_once(r->fn) || !pays || used + r->values > budget;
        *(r->fn->is_quick ? &quick : &used) += r->values;
    }
    for (int i = 0; used && quick < WORTH_SPLITTING && i < n; i++)
        ranks[i].fn->is_quick = false;
}

static bool has_tight_loop(const Fn *fn)
{
    FOREACH_BLOCK (fn, b)
        if (b->innermost && loop_is_tight(b))
            return true;
    return false;
}

/* For -Os: loops that are expected to call nothing are worth specialising, and
 * functions of numbers, which they may call.
 *
 * Needs: pass_infer, pass_clone.  Keeps: everything.  Result: Fn.is_quick; no
 * Fn.typed of those. */
void pass_compact(Module *m)
{
    for (int i = 0; i < m->fns.count; i++) {
        Fn *fn = m->fns.items[i];
        bool pays;

        loops_find(fn);
        pays = has_tight_loop(fn) || (fn->typed && fn_is_tight(fn));
        fn->is_quick |= runs_once(fn) || !pays;
    }
    for (int i = 0; i < m->fns.count; i++)
        if (m->fns.items[i]->is_quick)
            m->fns.items[i]->typed = NULL;
}
