/* `for i, x in enumerate(items)` counts by itself.
 *
 *     p = call enumerate(items)     p = [enumerate is the builtin] ? items
 *     it = iter p                       : call enumerate(items)
 *   loop:                           it = iter p
 *     n = next it                 loop:
 *     i, x = unpack n               n = next it
 *                                   i, x = [it was] ? number, n : unpack n
 *
 * Which of the two it is stands in a selector, as for generators that are part
 * of a loop (inline_gen.c): specialisation leaves no test.  So a loop over a
 * list or a tuple keeps its form, the number is an i64, and there are no pairs.
 *
 * Right because nobody else sees the enumerate object, and each next is taken
 * apart at once.  Where several threads share `items`, each counts for itself,
 * as before.
 *
 * Needs: SSA.  Keeps: SSA.  Breaks: loop depths. */
#include "ir/inline.h"

#include <string.h>

enum { MAX_START = 1 << 30 }; /* so that no number leaves the range of an int */

typedef struct Loop {
    Fn *fn;
    Value *call, *iter, *next, *unpack;
    int64_t first; /* the first number */
    Value *start;  /* the counter before the first turn */
    Value *state;  /* 0: counts by itself */
} Loop;

/* --- is it one? ----------------------------------------------------------- */

static bool is_call(const Value *v)
{
    const Value *f = v->nargs ? v->args[0] : NULL;

    return v->op == OP_call && !v->konst && (v->nargs == 2 || v->nargs == 3) &&
           f->op == OP_load_global && f->global->nstores == 0 &&
           strcmp(f->global->name->text, "enumerate") == 0;
}

static bool find_first(Loop *l)
{
    const Value *start;

    if (l->call->nargs == 2)
        return true;
    start = l->call->args[2];
    if (start->op != OP_const || start->konst->kind != CONST_int ||
        start->konst->i < -MAX_START || start->konst->i > MAX_START)
        return false;
    l->first = start->konst->i;
    return true;
}

static bool find_loop(Loop *l)
{
    if (!find_first(l))
        return false;
    l->iter = inline_only_use(l->call);
    if (!l->iter || l->iter->op != OP_iter)
        return false;
    l->next = inline_only_use(l->iter);
    if (!l->next || l->next->op != OP_next)
        return false;
    l->unpack = fuse_unpack_of(l->next);
    return l->unpack && l->unpack->i == 2;
}

/* --- both ways ------------------------------------------------------------ */

static Value *constant(Block *b, int64_t i)
{
    Value *v = ir_value_new(b->fn, OP_const_i64, b->line, 0, NULL);

    v->i = i;
    ir_insert_first(b, v);
    return v;
}

/* A phi of what comes from the unexpected block, which was there first, and
 * from the other one. */
static Value *choose(Block *b, Value *unexpected, Value *expected)
{
    Value *phi = ir_value_new(b->fn, OP_phi, b->line, 1, &unexpected);

    phi->rep = expected->rep;
    ir_insert_first(b, phi);
    ir_add_arg(b->fn, phi, expected);
    return phi;
}

static void mark_unlikely(Block *b)
{
    b->cold = b->surprise = true;
}

/* The loop goes over the items themselves unless the name means something
 * else. */
static void split_call(Loop *l)
{
    Value *call = l->call, *items;
    Spot at = inline_isolate(call);
    Block *expected = ir_block_new(l->fn);
    Value *test =
        ir_append(at.before, OP_is_builtin, call->line, 1, call->args);

    l->start = ir_append(at.before, OP_const_i64, call->line, 0, NULL);
    l->start->i = -1; /* no number of a selector */
    test->name = name_intern_cstr("enumerate");
    ir_branch(at.before, test, expected, at.own, call->line);
    ir_jump(expected, at.after, call->line);
    mark_unlikely(at.own);
    l->state = choose(at.after, constant(at.own, 1), constant(expected, 0));
    items = choose(at.after, call, call->args[1]);
    inline_replace_uses(call, items, items);
}

/* The number of the present turn: raw, and one is added on the way. */
static Value *count(Loop *l, Block *b)
{
    SsaVar counter;
    Value *one = constant(b, 1), *args[] = {one, one}, *raw;

    raw = ir_append(b, OP_add_i64, l->unpack->line, 2, args);
    ssa_var(&counter, l->fn, REP_i64);
    ssa_define(&counter, l->start->block, l->start);
    ssa_define(&counter, b, raw);
    raw->args[0] = ssa_at_start(&counter, b);
    args[0] = raw;
    args[1] = constant(b, l->first);
    raw = ir_append(b, OP_add_i64, l->unpack->line, 2, args);
    return ir_append(b, OP_box_int, l->unpack->line, 1, &raw);
}

static void replace_items(Loop *l, Value *number, Value *item)
{
    FOREACH_BLOCK (l->fn, b)
        for (Value *v = b->first, *next; v; v = next) {
            next = v->next;
            if (v->op == OP_unpack_item && v->args[0] == l->unpack &&
                number->args[0] != v && item->args[0] != v)
                ir_replace(v, v->i == 0 ? number : item);
        }
    ir_apply_forwards(l->fn);
}

static void split_unpack(Loop *l)
{
    Value *unpack = l->unpack, *item[2], *number;
    Spot at = inline_isolate(unpack);
    Block *expected = ir_block_new(l->fn), *apart = ir_split_edge(at.own, 0);

    at.before->ctl = CTL_switch;
    at.before->cond = l->state;
    at.before->line = unpack->line;
    ir_edge(at.before, expected);
    ir_edge(at.before, at.own);
    ir_jump(expected, at.after, unpack->line);
    mark_unlikely(at.own);
    mark_unlikely(apart);
    for (int i = 0; i < 2; i++) {
        item[i] = ir_append(apart, OP_unpack_item, unpack->line, 1, &unpack);
        item[i]->i = i;
    }
    number = count(l, expected);
    replace_items(l, choose(at.after, item[0], number),
                  choose(at.after, item[1], l->next));
}

static Value *find_call(Fn *fn, const ValueList *done)
{
    FOREACH_BLOCK (fn, b)
        FOREACH_VALUE (b, v) {
            bool is_new = is_call(v);

            for (int i = 0; is_new && i < done->count; i++)
                is_new = done->items[i] != v;
            if (is_new)
                return v;
        }
    return NULL;
}

void pass_counting(Fn *fn)
{
    ValueList done = {0};
    bool changed = false;
    Value *call;

    while ((call = find_call(fn, &done))) {
        Loop l = {.fn = fn, .call = call};

        vec_push(fn->arena, &done, call);
        if (!find_loop(&l))
            continue;
        split_call(&l);
        split_unpack(&l);
        changed = true;
    }
    if (changed)
        pass_simplify(fn);
}
