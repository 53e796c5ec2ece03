/* Cells that no inner function holds any more, since its body was inlined,
 * become variables.  Of others it is known what they hold: only the function
 * that makes a cell sets it, for an inner function that assigns to the name
 * has a variable of its own.  So reading them here takes no load.
 *
 * Needs: SSA.  Keeps: SSA. */
#include "ir/inline.h"

/* Is the cell only read and set here? */
static bool is_private(const Value *cell)
{
    FOREACH_BLOCK (cell->block->fn, b) {
        FOREACH_VALUE (b, u)
            for (int i = 0; i < u->nargs; i++)
                if (u->args[i] == cell &&
                    ((u->op != OP_cell_get && u->op != OP_cell_set) || i > 0))
                    return false;
        if (b->cond == cell)
            return false;
    }
    return true;
}

/* Definitions: where the cell is made, and each time it is set. */
static void define(SsaVar *var, const Value *cell)
{
    FOREACH_BLOCK (var->fn, b)
        FOREACH_VALUE (b, v) {
            if (v == cell)
                ssa_define(var, b, v->args[0]);
            else if (v->op == OP_cell_set && v->args[0] == cell)
                ssa_define(var, b, v->args[1]);
        }
}

/* Each cell_get in b becomes what the cell holds there. */
static void replace_in(SsaVar *var, Block *b, const Value *cell, bool private)
{
    Value *known = NULL;

    for (Value *v = b->first, *next; v; v = next) {
        next = v->next;
        if (v == cell) {
            known = v->args[0];
        } else if (v->op == OP_cell_set && v->args[0] == cell) {
            known = v->args[1];
            if (private)
                ir_remove(v);
        } else if (v->op == OP_cell_get && v->args[0] == cell) {
            v->forward = known ? known : ssa_at_start(var, b);
            ir_remove(v);
        }
    }
}

static void promote(Fn *fn, Value *cell, bool private)
{
    SsaVar var;

    ssa_var(&var, fn, REP_any);
    define(&var, cell);
    FOREACH_BLOCK (fn, b)
        replace_in(&var, b, cell, private);
    if (private)
        ir_remove(cell);
    ir_apply_forwards(fn);
}

void pass_promote(Fn *fn)
{
    ValueList cells = {0};

    FOREACH_BLOCK (fn, b)
        FOREACH_VALUE (b, v)
            if (v->op == OP_new_cell)
                vec_push(fn->arena, &cells, v);
    for (int i = 0; i < cells.count; i++)
        promote(fn, cells.items[i], is_private(cells.items[i]));
    if (cells.count)
        pass_simplify(fn);
}
