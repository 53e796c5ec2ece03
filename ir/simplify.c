/* Local clean-up: trivial phis, tests whose outcome is known, dead values,
 * unreachable blocks, chains of blocks.
 * Needs: nothing.  Keeps: SSA.  Breaks: dominators, loop depths. */
#include "ir/ir.h"

/* --- edges ---------------------------------------------------------------- */

void ir_drop_pred(Block *b, Block *pred)
{
    int k = 0;

    while (b->preds.items[k] != pred)
        k++;
    for (int i = k; i + 1 < b->preds.count; i++)
        b->preds.items[i] = b->preds.items[i + 1];
    b->preds.count--;
    for (Value *v = b->first; v && v->op == OP_phi; v = v->next) {
        for (int i = k; i + 1 < v->nargs; i++)
            v->args[i] = v->args[i + 1];
        v->nargs--;
    }
}

/* Makes the control a jump to succ[keep]. */
static void keep_edge(Block *b, int keep)
{
    Block *kept = b->succ.items[keep];

    for (int i = 0; i < b->succ.count; i++)
        if (i != keep)
            ir_drop_pred(b->succ.items[i], b);
    b->succ.items[0] = kept;
    b->succ.count = 1;
    b->ctl = CTL_jump;
    b->cond = NULL;
}

void ir_replace(Value *v, Value *by)
{
    Block *b = v->block;

    if (b->last == v && b->ctl == CTL_try)
        keep_edge(b, 0);
    v->forward = by;
    if (by && !by->held)
        by->held = v->held;
    ir_remove(v);
}

/* --- phis ----------------------------------------------------------------- */

static Value *chase(Value *v)
{
    while (v && v->forward)
        v = v->forward;
    return v;
}

static Value *only_value(Value *phi)
{
    Value *same = NULL;

    for (int i = 0; i < phi->nargs; i++) {
        Value *arg = chase(phi->args[i]);

        if (arg == phi || arg == same)
            continue;
        if (same)
            return NULL;
        same = arg;
    }
    return same;
}

static bool drop_trivial_phis(Fn *fn)
{
    bool any = false, changed;

    do {
        changed = false;
        FOREACH_BLOCK (fn, b) {
            for (Value *v = b->first, *next; v && v->op == OP_phi; v = next) {
                Value *same = only_value(v);

                next = v->next;
                if (!same)
                    continue;
                v->forward = same;
                ir_remove(v);
                any = changed = true;
            }
        }
    } while (changed);
    return any;
}

/* --- unset ---------------------------------------------------------------- */

/* Marks in Value.i of phis (unused there after building) whether the variable
 * may be unset.  An item of a for loop is only bound where it is set. */
static bool may_be_unset(const Value *v)
{
    return v->op == OP_unset || v->op == OP_cell_get ||
           v->op == OP_locals_get ||
           (v->op == OP_copy && may_be_unset(v->args[0])) ||
           (v->op == OP_phi && v->i);
}

static void find_unset_phis(Fn *fn)
{
    bool changed;

    FOREACH_BLOCK (fn, b)
        FOREACH_VALUE (b, v)
            if (v->op == OP_phi)
                v->i = 0;
    do {
        changed = false;
        FOREACH_BLOCK (fn, b) {
            for (Value *v = b->first; v && v->op == OP_phi; v = v->next) {
                for (int i = 0; i < v->nargs && !v->i; i++) {
                    if (may_be_unset(chase(v->args[i])))
                        v->i = changed = true;
                }
            }
        }
    } while (changed);
}

/* --- folding -------------------------------------------------------------- */

static int truth_of_const(const Value *v)
{
    switch (v->op) {
    case OP_none:
    case OP_false:
        return 0;
    case OP_true:
    case OP_function:
        return 1;
    case OP_const:
        if (v->konst->kind == CONST_int)
            return v->konst->i != 0;
        if (v->konst->kind == CONST_str || v->konst->kind == CONST_unicode)
            return v->konst->len != 0;
        if (v->konst->kind == CONST_float)
            return v->konst->d != 0;
        return -1;
    default:
        return -1;
    }
}

static Value *make_i1(Value *at, int64_t i)
{
    Value *c = ir_value_new(at->block->fn, OP_const_i1, at->line, 0, NULL);

    c->i = i;
    ir_insert_before(at, c);
    return c;
}

/* a, b = b, a */
static bool unpacks_display(const Value *unpack)
{
    const Value *t = chase(unpack->args[0]);

    return (t->op == OP_tuple || t->op == OP_list) && t->nargs == unpack->i;
}

/* What v is known to equal, or NULL. */
static Value *fold(Value *v)
{
    Value *x = v->nargs ? chase(v->args[0]) : NULL;
    int t;

    switch (v->op) {
    case OP_unpack_item:
        if (x->op == OP_unpack && unpacks_display(x))
            return chase(chase(x->args[0])->args[v->i]);
        return NULL;
    case OP_check_local:
    case OP_check_free:
        return may_be_unset(x) ? NULL : x;
    case OP_truth:
        if (x->op == OP_bool)
            return chase(x->args[0]);
        t = truth_of_const(x);
        return t < 0 ? NULL : make_i1(v, t);
    case OP_not_i1:
        if (x->op == OP_not_i1)
            return chase(x->args[0]);
        return x->op == OP_const_i1 ? make_i1(v, !x->i) : NULL;
    default:
        return NULL;
    }
}

static bool is_used(const Value *v)
{
    FOREACH_BLOCK (v->block->fn, b)
        FOREACH_VALUE (b, u)
            for (int i = 0; i < u->nargs; i++)
                if (chase(u->args[i]) == v)
                    return true;
    return false;
}

static bool fold_values(Fn *fn)
{
    bool changed = false;

    FOREACH_BLOCK (fn, b) {
        for (Value *v = b->first, *next; v; v = next) {
            Value *by = fold(v);

            next = v->next;
            if (by) {
                ir_replace(v, by);
                changed = true;
            } else if (v->op == OP_unpack && unpacks_display(v) &&
                       !is_used(v)) {
                ir_replace(v, NULL);
                changed = true;
            }
        }
    }
    return changed;
}

/* Branches on constants and on negations. */
static bool fold_branches(Fn *fn)
{
    bool changed = false;

    FOREACH_BLOCK (fn, b) {
        Value *c = chase(b->cond);

        if (b->ctl != CTL_branch)
            continue;
        if (c->op == OP_const_i1) {
            keep_edge(b, c->i ? 0 : 1);
            changed = true;
        } else if (c->op == OP_not_i1) {
            Block *yes = b->succ.items[0];

            b->succ.items[0] = b->succ.items[1];
            b->succ.items[1] = yes;
            b->cond = c->args[0];
            changed = true;
        }
    }
    return changed;
}

/* --- dead values ---------------------------------------------------------- */

static bool has_effect(const Value *v)
{
    if (v->op == OP_tuple || v->op == OP_list || v->op == OP_dict ||
        v->op == OP_slice || v->op == OP_new_cell || v->op == OP_copy)
        /* Nobody sees an object that nothing uses, but where objects die at
         * once the variable that has it keeps what it refers to. */
        return v->held && v->block->fn->module->drops;
    return op_flags[v->op] & (OPF_RAISES | OPF_WRITES | OPF_NORET);
}

typedef VEC(Value *) ValueStack;

static void mark(Fn *fn, ValueStack *work, Value *v)
{
    if (v->forward == v)
        return;
    v->forward = v; /* live */
    vec_push(fn->arena, work, v);
}

static bool drop_dead(Fn *fn)
{
    ValueStack work = {0};
    bool changed = false;

    FOREACH_BLOCK (fn, b) {
        FOREACH_VALUE (b, v)
            if (has_effect(v) || (v == b->last && b->ctl == CTL_ovf))
                mark(fn, &work, v);
        if (b->cond)
            mark(fn, &work, b->cond);
    }
    while (work.count) {
        Value *v = vec_pop(&work);

        for (int i = 0; i < v->nargs; i++)
            mark(fn, &work, v->args[i]);
    }
    FOREACH_BLOCK (fn, b) {
        for (Value *v = b->first, *next; v; v = next) {
            next = v->next;
            if (v->forward == v) {
                v->forward = NULL;
                continue;
            }
            ir_remove(v);
            changed = true;
        }
    }
    return changed;
}

/* --- chains --------------------------------------------------------------- */

static void append_block(Block *b, Block *s)
{
    FOREACH_VALUE (s, v)
        v->block = b;
    if (s->first) {
        s->first->prev = b->last;
        if (b->last)
            b->last->next = s->first;
        else
            b->first = s->first;
        b->last = s->last;
    }
    b->ctl = s->ctl;
    b->cond = s->cond;
    b->line = s->line;
    b->succ.count = 0;
    for (int i = 0; i < s->succ.count; i++) {
        Block *t = s->succ.items[i];

        vec_push(b->fn->arena, &b->succ, t);
        for (int k = 0; k < t->preds.count; k++)
            if (t->preds.items[k] == s)
                t->preds.items[k] = b;
    }
    s->first = s->last = NULL;
    s->ctl = CTL_stop; /* dead */
    s->succ.count = s->preds.count = 0;
}

/* Errors of b, which ends in a jump, leave the function; in a block that ends
 * with an edge to a handler they would not. */
static bool may_merge(const Block *b, const Block *s)
{
    bool caught = s->ctl == CTL_try || s->ctl == CTL_ovf ||
                  (s->ctl == CTL_stop && s->succ.count > 0);

    for (const Value *v = b->first; caught && v; v = v->next)
        if (op_raises(v->op))
            return false;
    return true;
}

static void merge_chains(Fn *fn)
{
    FOREACH_BLOCK (fn, b) {
        while (b->ctl == CTL_jump) {
            Block *s = b->succ.items[0];

            if (s == b || s->preds.count != 1 || s == fn->entry ||
                (s->first && s->first->op == OP_phi) || !may_merge(b, s))
                break;
            append_block(b, s);
        }
    }
}

static void clear_forwards(Fn *fn)
{
    FOREACH_BLOCK (fn, b)
        FOREACH_VALUE (b, v)
            v->forward = NULL;
}

void pass_simplify(Fn *fn)
{
    bool changed;

    clear_forwards(fn);
    do {
        changed = drop_trivial_phis(fn);
        find_unset_phis(fn);
        changed |= fold_values(fn);
        changed |= fold_branches(fn);
        ir_apply_forwards(fn);
        ir_prune(fn);
    } while (changed);
    drop_dead(fn);
    merge_chains(fn);
    ir_prune(fn);
}
