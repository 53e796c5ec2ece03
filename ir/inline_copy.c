/* Copies of function bodies inside of other functions.
 *
 * Each value of a copy knows the call that it stands for (Value.inlined), so
 * that tracebacks and frames name the function.  An error that leaves the body
 * goes to a block of the copy's user, which adds the line of the call.
 *
 * The copy is not SSA yet where control can come in several ways from the
 * blocks that yield to those that resume: see inline_gen.c. */
#include "ir/inline.h"
#include "ir/liveness.h"

/* --- which bodies --------------------------------------------------------- */

/* Operations that depend on the frame they run in. */
static bool needs_frame(const Value *v)
{
    switch (v->op) {
    case OP_call_frame:
    case OP_exec:
    case OP_locals:
    case OP_locals_sync:
    case OP_locals_get:
    case OP_import_star:
    case OP_load_name:
    case OP_show_frame:
        return true;
    default:
        return false;
    }
}

/* A yield in a try statement: what ends the generator early runs there. */
static bool is_guarded_yield(const Value *v)
{
    return v->op == OP_yield && v == v->block->last && v->block->ctl == CTL_try;
}

bool inline_is_plain(const Fn *fn)
{
    if (fn->kind != FN_function || fn->varargs || fn->varkeywords ||
        fn->catches)
        return false;
    FOREACH_BLOCK (fn, b)
        FOREACH_VALUE (b, v)
            if (needs_frame(v) || is_guarded_yield(v))
                return false;
    return true;
}

/* --- copying -------------------------------------------------------------- */

/* The call that a value of the copy stands for, `old` in the body. */
static Inlined *copied_call(Copy *c, Inlined *old)
{
    Inlined *n;

    if (!old)
        return c->call;
    for (int i = 0; i < c->inner.count; i++)
        if (c->inner.items[i] == old)
            return c->outer.items[i];
    n = ir_inlined(c->to, old->fn, old->line, copied_call(c, old->caller));
    vec_push(c->to->arena, &c->inner, old);
    vec_push(c->to->arena, &c->outer, n);
    return n;
}

/* Calls inlined at the same depth share slots: they are not on at once. */
int inline_held(Fn *fn, const Fn *callee, const Inlined *caller)
{
    int first = fn->nown;

    for (const Inlined *c = caller; c; c = c->caller)
        first += c->fn->nown;
    if (fn->nheld < first + callee->nheld)
        fn->nheld = first + callee->nheld;
    return first;
}

static void copy_held(const Copy *c, Value *n, const Value *v)
{
    if (v->held)
        n->held = c->held + v->held;
    if (v->op == OP_unhold)
        n->i = c->held + v->i;
}

static Value *copy_value(Copy *c, const Value *v)
{
    Value *n = ARENA_NEW(c->to->arena, Value);

    *n = *v;
    n->id = c->to->nvalues++;
    n->prev = n->next = n->forward = NULL;
    n->block = NULL;
    n->inlined = copied_call(c, v->inlined);
    copy_held(c, n, v);
    n->args = ARENA_ARRAY(c->to->arena, Value *, v->nargs + 1);
    return n;
}

static Block *new_block(Copy *c, const Block *old)
{
    Block *b = ir_block_new(c->to);

    b->line = old->line;
    b->cold = old->cold;
    b->surprise = old->surprise;
    vec_push(c->to->arena, &c->blocks, b);
    return b;
}

/* Constants stand where they reach every use, also those behind a yield. */
static Value *copy_constant(Copy *c, const Value *v)
{
    Value *n = copy_value(c, v);

    ir_insert_first(c->to->entry, n);
    return n;
}

/* What is there already: a parameter, a closure cell, a constant; or NULL. */
static Value *given(Copy *c, const Value *v)
{
    if (v->op == OP_param) {
        if (!c->args[v->i]->held)
            copy_held(c, c->args[v->i], v);
        return c->args[v->i];
    }
    if (v->op == OP_closure_cell)
        return c->cells[v->i];
    return ir_is_constant(v) ? copy_constant(c, v) : NULL;
}

static bool is_given(const Value *v)
{
    return v->op == OP_param || ir_is_constant(v);
}

/* Ends b behind an operation that raises; the block behind. */
static Block *split_for_error(Copy *c, Block *b, const Value *v)
{
    Block *next = new_block(c, v->block);

    b->ctl = CTL_try;
    b->line = v->line;
    ir_edge(b, next);
    ir_edge(b, c->failed);
    return next;
}

/* Ends b where it yields; what the yield gives is None. */
static Block *split_for_yield(Copy *c, Block *b, const Value *v)
{
    Block *next = new_block(c, v->block);
    Value *none = ir_value_new(c->to, OP_none, v->line, 0, NULL);

    b->line = v->line;
    ir_insert_last(next, none);
    c->values[v->id] = none;
    vec_push(c->to->arena, &c->yields, b);
    vec_push(c->to->arena, &c->yielded, v->args[0]);
    vec_push(c->to->arena, &c->resumed, next);
    return next;
}

static void copy_block(Copy *c, const Block *old)
{
    Block *b = c->first[old->id];

    FOREACH_VALUE (old, v) {
        Value *n = given(c, v);

        if (n) {
            c->values[v->id] = n;
            continue;
        }
        if (v->op == OP_yield) {
            b = split_for_yield(c, b, v);
            continue;
        }
        n = copy_value(c, v);
        c->values[v->id] = n;
        ir_insert_last(b, n);
        if (op_raises(v->op) && !(op_flags[v->op] & OPF_NORET) &&
            !(v == old->last && old->ctl == CTL_try))
            b = split_for_error(c, b, v);
    }
    c->last[old->id] = b;
}

static Block *copied_end(const Copy *c, const Block *old)
{
    return c->last[old->id];
}

/* Controls and edges, in the order of the original. */
static void copy_control(Copy *c, const Block *old)
{
    Block *b = copied_end(c, old), *head = c->first[old->id];

    b->ctl = old->ctl;
    b->line = old->line;
    b->cond = old->cond ? c->values[old->cond->id] : NULL;
    for (int i = 0; i < old->succ.count; i++)
        vec_push(c->to->arena, &b->succ, c->first[old->succ.items[i]->id]);
    for (int i = 0; i < old->preds.count; i++)
        vec_push(c->to->arena, &head->preds,
                 copied_end(c, old->preds.items[i]));
    if (old->ctl == CTL_stop && !old->succ.count)
        ir_edge(b, c->failed);
    if (old->ctl == CTL_return)
        vec_push(c->to->arena, &c->returns, b);
}

static void copy_args(Copy *c, const Block *old)
{
    FOREACH_VALUE (old, v) {
        if (is_given(v) || v->op == OP_yield)
            continue;
        for (int i = 0; i < v->nargs; i++)
            c->values[v->id]->args[i] = c->values[v->args[i]->id];
    }
}

Block *inline_copy(Copy *c)
{
    Fn *from = c->from;

    c->first = ARENA_ARRAY(c->to->arena, Block *, from->nblocks + 1);
    c->last = ARENA_ARRAY(c->to->arena, Block *, from->nblocks + 1);
    c->values = ARENA_ARRAY(c->to->arena, Value *, from->nvalues + 1);
    FOREACH_BLOCK (from, b)
        c->first[b->id] = new_block(c, b);
    FOREACH_BLOCK (from, b)
        copy_block(c, b);
    FOREACH_BLOCK (from, b)
        copy_control(c, b);
    FOREACH_BLOCK (from, b)
        copy_args(c, b);
    for (int i = 0; i < c->yielded.count; i++)
        c->yielded.items[i] = c->values[c->yielded.items[i]->id];
    return c->first[from->entry->id];
}

/* --- places --------------------------------------------------------------- */

Spot inline_isolate(Value *v)
{
    Spot s = {.before = v->block};
    Block *b = v->block;

    if (!v->prev)
        ir_insert_first(b, ir_value_new(b->fn, OP_unset, v->line, 0, NULL));
    s.own = ir_split_behind(v->prev);
    if (s.own->ctl == CTL_try && s.own->last == v) {
        s.after = ir_split_edge(s.own, 0);
    } else {
        s.after = ir_split_behind(v);
        ir_jump(s.own, s.after, v->line);
    }
    return s;
}

void inline_error_edge(Block *from, const Block *like)
{
    Block *handler;
    int k = 0;

    if (like->ctl != CTL_try)
        return;
    handler = like->succ.items[1];
    while (handler->preds.items[k] != like)
        k++;
    ir_edge(from, handler);
    for (Value *p = handler->first; p && p->op == OP_phi; p = p->next)
        ir_add_arg(from->fn, p, p->args[k]);
}

/* --- uses ----------------------------------------------------------------- */

void inline_replace_uses(Value *v, Value *by, const Value *except)
{
    FOREACH_BLOCK (by->block->fn, b) {
        FOREACH_VALUE (b, u)
            for (int i = 0; u != except && i < u->nargs; i++)
                if (u->args[i] == v)
                    u->args[i] = by;
        if (b->cond == v)
            b->cond = by;
    }
}

Value *inline_result(Value *call, Value *phi)
{
    Fn *fn = phi->block->fn;
    Value *copy;

    if (!call->held || !fn->module->drops) {
        inline_replace_uses(call, phi, phi);
        return phi;
    }
    copy = ir_value_new(fn, OP_copy, call->line, 1, &phi);
    copy->type = phi->type;
    copy->held = call->held;
    copy->inlined = call->inlined;
    ir_insert_after(phi, copy);
    inline_replace_uses(call, copy, phi);
    return copy;
}

Value *inline_only_use(const Value *v)
{
    if (ir_count_uses(v) != 1)
        return NULL;
    FOREACH_BLOCK (v->block->fn, b)
        FOREACH_VALUE (b, u)
            for (int i = 0; i < u->nargs; i++)
                if (u->args[i] == v)
                    return u;
    return NULL;
}
