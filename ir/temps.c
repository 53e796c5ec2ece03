/* Marks operations between whose results and operands numbers pass that
 * nobody else sees: in `a * b + c` the product.  The runtime uses the memory of
 * such a long again for the next one, which saves most of the collections of
 * programs that calculate with long numbers.
 *
 * A number passes unseen if it has one use, in the same turn: an operation of
 * its own block, or a phi at the end of an edge out of that block which only
 * takes such numbers, and ints that were boxed there.  So no block can use
 * twice what another one made once.
 *
 * Only cold blocks are marked: longs are what specialised code does not expect,
 * and ints pay for the question.
 *
 * Value.i of an operation gets TEMP_ bits.
 * Needs: SSA, nothing that copies operations behind it.  Keeps: everything. */
#include "ir/ir.h"

typedef struct Temps {
    Fn *fn;
    Value **use;   /* by value id: the only use */
    int *uses;     /* by value id: their number */
    bool *passing; /* by value id: phis and results that pass unseen */
} Temps;

static bool is_arithmetic(const Value *v)
{
    return (v->op == OP_add && !(v->i & (TEXT_own | TEXT_taken))) ||
           v->op == OP_sub || v->op == OP_mul || v->op == OP_div ||
           v->op == OP_floordiv || v->op == OP_mod || v->op == OP_isub ||
           v->op == OP_imul;
}

static bool is_comparison(const Value *v)
{
    return v->op >= OP_truth_lt && v->op <= OP_truth_ge;
}

static void count_use(Temps *t, const Value *v, Value *use)
{
    t->uses[v->id]++;
    t->use[v->id] = use;
}

static void count_uses(Temps *t)
{
    FOREACH_BLOCK (t->fn, b) {
        FOREACH_VALUE (b, v)
            for (int i = 0; i < v->nargs; i++)
                count_use(t, v->args[i], v);
        if (b->cond)
            count_use(t, b->cond, NULL);
    }
}

/* Is v's use by the phi on an edge out of v's block? */
static bool is_on_own_edge(const Value *v, const Value *phi)
{
    for (int i = 0; i < phi->nargs; i++)
        if (phi->args[i] == v)
            return phi->block->preds.items[i] == v->block;
    return false;
}

static bool is_number_made_here(const Value *v)
{
    return v->op == OP_box_int || v->op == OP_const;
}

/* As far as the others that pass are right. */
static bool passes(const Temps *t, const Value *v)
{
    Value *use = t->use[v->id];

    if (t->uses[v->id] != 1 || !use || v->held || !v->block->cold)
        return false;
    if (use->op == OP_phi ? !t->passing[use->id] || !is_on_own_edge(v, use)
                          : use->block != v->block ||
                                !(is_arithmetic(use) || is_comparison(use)))
        return false;
    for (int i = 0; v->op == OP_phi && i < v->nargs; i++)
        if (!t->passing[v->args[i]->id] && !is_number_made_here(v->args[i]))
            return false;
    return true;
}

/* Takes out what does not pass until the rest is right. */
static void find_passing(Temps *t)
{
    bool changed;

    FOREACH_BLOCK (t->fn, b)
        FOREACH_VALUE (b, v)
            t->passing[v->id] = v->op == OP_phi || is_arithmetic(v);
    do {
        changed = false;
        FOREACH_BLOCK (t->fn, b)
            FOREACH_VALUE (b, v)
                if (t->passing[v->id] && !passes(t, v)) {
                    t->passing[v->id] = false;
                    changed = true;
                }
    } while (changed);
}

static void mark(const Temps *t, Value *v)
{
    if (t->passing[v->args[0]->id])
        v->i |= TEMP_left;
    if (t->passing[v->args[1]->id])
        v->i |= TEMP_right;
    if (t->passing[v->id])
        v->i |= TEMP_result;
}

void pass_temps(Fn *fn)
{
    Temps t = {fn, ARENA_ARRAY(fn->arena, Value *, fn->nvalues),
               ARENA_ARRAY(fn->arena, int, fn->nvalues),
               ARENA_ARRAY(fn->arena, bool, fn->nvalues)};

    count_uses(&t);
    find_passing(&t);
    FOREACH_BLOCK (fn, b)
        FOREACH_VALUE (b, v)
            if (b->cold && (is_arithmetic(v) || is_comparison(v)))
                mark(&t, v);
}
