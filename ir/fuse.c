/* Two operations that become one, which need not make what only the second
 * one sees.
 *
 * `for a, b in enumerate(x)`: a next whose item is only unpacked into two
 * becomes next_pair, which makes no tuple.  It works for every iterator, but
 * pays only where the iterator gives pairs of its own making; loops over lists
 * have a better form (specialize.c).
 *
 * `super(C, self).name(...)`: the call and the load_method become load_super,
 * which makes no super object.
 *
 * Needs: SSA.  Keeps: SSA. */
#include "ir/inline.h"

#include <string.h>

/* The only unpack of v, if v is otherwise only asked whether it is unset. */
static Value *only_unpack(const Value *v)
{
    Value *unpack = NULL;

    FOREACH_BLOCK (v->block->fn, b) {
        FOREACH_VALUE (b, u)
            for (int i = 0; i < u->nargs; i++) {
                if (u->args[i] != v || u->op == OP_is_unset)
                    continue;
                if (u->op != OP_unpack || unpack)
                    return NULL;
                unpack = u;
            }
        if (b->cond == v)
            return NULL;
    }
    return unpack;
}

/* Does the loop over v make its pairs itself? */
static bool gives_pairs(const Value *v)
{
    const Value *f = v->nargs ? v->args[0] : NULL;

    if (v->op == OP_call && f->op == OP_load_global)
        return strcmp(f->global->name->text, "enumerate") == 0 ||
               strcmp(f->global->name->text, "izip") == 0 ||
               strcmp(f->global->name->text, "zip") == 0;
    if (v->op == OP_call_bound && f->op == OP_load_method)
        return strcmp(f->name->text, "iteritems") == 0 ||
               strcmp(f->name->text, "items") == 0 ||
               strcmp(f->name->text, "izip") == 0;
    return false;
}

/* Control comes from the next's block to the unpack with nothing between. */
static bool follows(const Value *next, const Value *unpack)
{
    const Block *b = unpack->block, *from;

    if (unpack != b->first || b->preds.count != 1)
        return false;
    from = b->preds.items[0];
    if (from->ctl != CTL_branch || from->succ.items[1] != b ||
        from->cond->op != OP_is_unset || from->cond->args[0] != next)
        return false;
    return from == next->block ||
           (from->preds.count == 1 && from->preds.items[0] == next->block &&
            from->first == from->cond);
}

Value *fuse_unpack_of(const Value *next)
{
    Value *unpack = only_unpack(next);

    return unpack && follows(next, unpack) ? unpack : NULL;
}

/* Is v only iterated over?  No program can name what an iter gives. */
static bool is_only_iterated(const Value *v)
{
    FOREACH_BLOCK (v->block->fn, b) {
        FOREACH_VALUE (b, u)
            for (int i = 0; i < u->nargs; i++)
                if (u->args[i] == v && u->op != OP_iter)
                    return false;
        if (b->cond == v)
            return false;
    }
    return true;
}

/* d.items() whose pairs are taken apart need not make them. */
static void fuse_items(Value *v)
{
    if (v->op == OP_call_bound && v->nargs == 2 && !v->konst &&
        strcmp(v->args[0]->name->text, "items") == 0 && is_only_iterated(v))
        v->op = OP_call_items;
}

static void fuse(Value *next, Value *unpack)
{
    fuse_items(next->args[0]->args[0]);
    next->op = OP_next_pair;
    next->rep = REP_ptr;
    ir_replace(unpack, next);
}

static bool fuse_pair(Value *next)
{
    Value *unpack;

    if (next->args[0]->op != OP_iter || !gives_pairs(next->args[0]->args[0]))
        return false;
    unpack = fuse_unpack_of(next);
    if (!unpack || unpack->i != 2)
        return false;
    fuse(next, unpack);
    return true;
}

/* The operation that comes next, whatever happens but for errors. */
static Value *behind(const Value *v)
{
    const Block *next;

    if (v->next || (v->block->ctl != CTL_try && v->block->ctl != CTL_jump))
        return v->next;
    next = v->block->succ.items[0];
    return next->preds.count == 1 ? next->first : NULL;
}

static bool fuse_super(Value *call)
{
    const Value *f = call->args[0];
    Value *load = behind(call);

    if (call->nargs != 3 || call->konst || f->op != OP_load_global ||
        strcmp(f->global->name->text, "super") != 0 || !load ||
        load->op != OP_load_method || load->args[0] != call ||
        ir_count_uses(call) != 1)
        return false;
    load->op = OP_load_super;
    load->nargs = call->nargs;
    load->args = call->args;
    ir_replace(call, NULL);
    return true;
}

void pass_fuse(Fn *fn)
{
    bool changed = false;

    FOREACH_BLOCK (fn, b) {
        for (Value *v = b->first, *following; v; v = following) {
            following = v->next;
            changed |= (v->op == OP_next && fuse_pair(v)) ||
                       (v->op == OP_call && fuse_super(v));
        }
    }
    if (changed)
        ir_apply_forwards(fn);
}
