/* Builtins that consume a generator become loops over it:
 *
 *     r = sum(f(a))          it = iter(f(a)); r = 0
 *                            for x in it: r = r + x
 *
 * so that pass_inline finds the generator in a loop and no object is left.
 * The name must mean the builtin when the call comes; otherwise the call is
 * made as it stands.  sum, any, all, min and max are done by the loop; for
 * sorted, tuple, dict, join and the like it collects a list, which they take.
 *
 * The generator is a generator expression, or what a function of the module
 * gives, whose call is the last thing before: making it has no effect, so it
 * may be made later than written.  It is one that pass_inline copies: another
 * gains nothing, and the recursion limit counts the call.
 *
 * Needs: SSA.  Keeps: SSA.  Breaks: loop depths. */
#include "ir/inline.h"
#include "ir/liveness.h"

#include <string.h>

/* Functions of more values take no more loops: each costs compile time. */
enum { MAX_FUNCTION = 2000 };

/* A place where a loop is written instead of a call. */
typedef struct Loop {
    Fn *fn;
    Value *call, *gen;
    Value *callee;  /* the builtin */
    int arg;        /* which argument of the call the generator is */
    Block *handled; /* the call's block, for its error edge */
    Block *cur;
    Block *header, *done;
} Loop;

/* --- emission ------------------------------------------------------------- */

static Block *block(Loop *l)
{
    Block *b = ir_block_new(l->fn);

    b->line = l->call->line;
    return b;
}

/* Ends the current block with an error edge like that of the call. */
static void draw_error_edge(Loop *l)
{
    Block *next;

    if (l->handled->ctl != CTL_try)
        return;
    next = block(l);
    l->cur->ctl = CTL_try;
    l->cur->line = l->call->line;
    ir_edge(l->cur, next);
    inline_error_edge(l->cur, l->handled);
    l->cur = next;
}

static Value *emit(Loop *l, Op op, int nargs, Value **args)
{
    Value *v = ir_append(l->cur, op, l->call->line, nargs, args);

    v->inlined = l->call->inlined;
    if (op_raises(op))
        draw_error_edge(l);
    return v;
}

static Value *emit0(Loop *l, Op op)
{
    return emit(l, op, 0, NULL);
}

static Value *emit1(Loop *l, Op op, Value *x)
{
    return emit(l, op, 1, &x);
}

static Value *emit2(Loop *l, Op op, Value *x, Value *y)
{
    return emit(l, op, 2, (Value *[]){x, y});
}

static void branch(Loop *l, Value *cond, Block *yes, Block *no)
{
    ir_branch(l->cur, cond, yes, no, l->call->line);
}

static void jump(Loop *l, Block *to)
{
    ir_jump(l->cur, to, l->call->line);
}

/* The call that makes the generator, once more. */
static Value *make_generator(Loop *l)
{
    return emit(l, OP_call, l->gen->nargs, l->gen->args);
}

/* Starts the loop; behind it the current block has an item, which is
 * returned. */
static Value *start_loop(Loop *l, Value **carried)
{
    Value *it = emit1(l, OP_iter, make_generator(l)), *item;
    Block *body = block(l);

    l->header = block(l);
    l->done = block(l);
    jump(l, l->header);
    l->cur = l->header;
    if (carried)
        *carried = emit(l, OP_phi, 1, carried);
    emit0(l, OP_safepoint);
    item = emit1(l, OP_next, it);
    branch(l, emit1(l, OP_is_unset, item), l->done, body);
    l->cur = body;
    return item;
}

/* The next turn, with what the carried value is then. */
static void end_loop(Loop *l, Value *carried, Value *next)
{
    if (carried)
        ir_add_arg(l->fn, carried, next);
    jump(l, l->header);
}

/* --- what each one does --------------------------------------------------- */

static Value *small_int(Loop *l, int64_t i)
{
    Value *v = emit0(l, OP_const);

    v->konst = const_int(l->fn->module, i);
    return v;
}

/* A number that stands as a literal. */
static bool is_number(const Value *v)
{
    return v->op == OP_const &&
           (v->konst->kind == CONST_int || v->konst->kind == CONST_float ||
            v->konst->kind == CONST_long);
}

static Value *write_sum(Loop *l)
{
    Value *start = l->call->nargs > 2 ? l->call->args[2] : small_int(l, 0);
    Value *sum = start, *item = start_loop(l, &sum);

    end_loop(l, sum, emit2(l, OP_add, sum, item));
    l->cur = l->done;
    return sum;
}

/* The first item whose truth is `stop` ends it. */
static Value *write_any_all(Loop *l, bool stop)
{
    Value *item = start_loop(l, NULL), *found, *none, *phi;
    Block *hit = block(l), *miss = block(l), *join = block(l);

    found = emit1(l, OP_truth, item);
    branch(l, found, stop ? hit : miss, stop ? miss : hit);
    l->cur = miss;
    end_loop(l, NULL, NULL);
    l->cur = hit;
    found = emit0(l, stop ? OP_true : OP_false);
    jump(l, join);
    l->cur = l->done;
    none = emit0(l, stop ? OP_false : OP_true);
    jump(l, join);
    l->cur = join;
    phi = emit2(l, OP_phi, found, none);
    return phi;
}

/* No item: the builtin says so of an empty tuple. */
static void complain(Loop *l)
{
    Value *empty = emit0(l, OP_const);

    empty->konst = const_tuple(l->fn->module, NULL, 0);
    emit2(l, OP_call, l->callee, empty);
}

static Value *write_min_max(Loop *l, Op better)
{
    Value *best = emit0(l, OP_unset), *item, *result, *next;
    Block *first, *compare, *keep, *take, *back, *empty, *join;

    item = start_loop(l, &best);
    first = l->cur;
    compare = block(l);
    keep = block(l);
    take = block(l);
    back = block(l);
    l->cur = first;
    branch(l, emit1(l, OP_is_unset, best), take, compare);
    l->cur = compare;
    branch(l, emit2(l, better, item, best), take, keep);
    l->cur = take;
    jump(l, back);
    l->cur = keep;
    jump(l, back);
    l->cur = back;
    next = emit2(l, OP_phi, item, best);
    end_loop(l, best, next);
    empty = block(l);
    join = block(l);
    l->cur = l->done;
    branch(l, emit1(l, OP_is_unset, best), empty, join);
    l->cur = empty;
    empty->cold = true;
    complain(l);
    jump(l, join);
    l->cur = join;
    result = emit2(l, OP_phi, best, best);
    return result;
}

static Value *write_collect(Loop *l, Op make, Op add)
{
    Value *into = emit0(l, make), *item = start_loop(l, NULL);

    emit2(l, add, into, item);
    end_loop(l, NULL, NULL);
    l->cur = l->done;
    return into;
}

/* The same call with a list instead of the generator. */
static Value *write_with_list(Loop *l)
{
    Value *list = write_collect(l, OP_list, OP_list_add), *v;
    Value **args = ARENA_ARRAY(l->fn->arena, Value *, l->call->nargs);

    memcpy(args, l->call->args, (size_t)l->call->nargs * sizeof *args);
    args[l->arg] = list;
    v = ir_append(l->cur, l->call->op, l->call->line, l->call->nargs, args);
    v->konst = l->call->konst;
    v->inlined = l->call->inlined;
    draw_error_edge(l);
    return v;
}

static bool is_named(const Loop *l, const char *name)
{
    return l->call->op == OP_call &&
           strcmp(l->callee->global->name->text, name) == 0;
}

static Value *write(Loop *l)
{
    if (is_named(l, "sum"))
        return write_sum(l);
    if (is_named(l, "any") || is_named(l, "all"))
        return write_any_all(l, is_named(l, "any"));
    if (is_named(l, "min"))
        return write_min_max(l, OP_truth_lt);
    if (is_named(l, "max"))
        return write_min_max(l, OP_truth_gt);
    if (is_named(l, "list"))
        return write_collect(l, OP_list, OP_list_add);
    if (is_named(l, "set"))
        return write_collect(l, OP_set, OP_set_add);
    return write_with_list(l);
}

/* --- which calls ---------------------------------------------------------- */

static bool takes_keywords(const char *name)
{
    return strcmp(name, "sorted") == 0;
}

/* Is the call one that can be written so, but for its generator? */
static bool is_consumer(Loop *l)
{
    static const char *const names[] = {"sum",    "any",       "all", "min",
                                        "max",    "list",      "set", "tuple",
                                        "sorted", "frozenset", "dict"};
    const Value *v = l->call;
    const char *name = l->callee->global->name->text;
    bool known = false;

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        known |= strcmp(names[i], name) == 0;
    if (!known || l->callee->global->nstores || v->nargs < 2)
        return false;
    if (takes_keywords(name))
        return v->nargs == 2 + (v->konst ? (int)v->konst->len : 0);
    if (v->konst)
        return false;
    return v->nargs == 2 ||
           (v->nargs == 3 && strcmp(name, "sum") == 0 && is_number(v->args[2]));
}

/* 'text'.join(generator) */
static bool is_join(const Value *v)
{
    const Value *load = v->args[0], *self;

    if (v->op != OP_call_bound || v->nargs != 3 || v->konst ||
        load->op != OP_load_method || strcmp(load->name->text, "join") != 0)
        return false;
    self = load->args[0];
    return self->op == OP_const && (self->konst->kind == CONST_str ||
                                    self->konst->kind == CONST_unicode);
}

/* What may stand between a generator and the call that takes it. */
static bool is_harmless(const Value *v)
{
    return ir_is_constant(v);
}

/* Nothing happens between the two. */
static bool is_last_before(const Value *gen, const Value *call)
{
    const Block *b = gen->block;
    const Value *v = gen->next;

    for (;;) {
        while (v && v != call && is_harmless(v))
            v = v->next;
        if (v)
            return v == call;
        if (b->ctl != CTL_jump && b->ctl != CTL_try)
            return false;
        b = b->succ.items[0];
        if (b->preds.count != 1)
            return false;
        v = b->first;
    }
}

static bool is_generator_call(Loop *l)
{
    const Value *g = l->gen;
    Fn *fn = g->op == OP_call && !g->konst ? infer_known_callee(g) : NULL;

    if (!fn || !fn->is_generator || fn->nparams != g->nargs - 1 ||
        fn->varargs || fn->varkeywords || ir_count_uses(g) != 1)
        return false;
    return inline_may_copy(fn) &&
           (g->args[0]->op == OP_function || is_last_before(g, l->call));
}

static bool find(Loop *l, Value *v)
{
    *l = (Loop){.fn = v->block->fn, .call = v};
    if (v->op == OP_call && v->args[0]->op == OP_load_global) {
        l->callee = v->args[0];
        l->arg = 1;
        if (!is_consumer(l))
            return false;
    } else if (is_join(v)) {
        l->arg = 2;
    } else {
        return false;
    }
    l->gen = v->args[l->arg];
    return is_generator_call(l);
}

/* --- replacing ------------------------------------------------------------ */

/* The call as it stands, where the builtin is another. */
static void write_as_it_stands(Loop *l, const Spot *at)
{
    l->cur->cold = l->cur->surprise = true;
    l->call->args[l->arg] = make_generator(l);
    l->cur->cold = l->cur->surprise = true;
    jump(l, at->own);
    at->own->cold = at->own->surprise = true;
}

/* The result where both ways meet. */
static void join(Loop *l, Value *result, Block *after)
{
    Value *phi = ir_value_new(l->fn, OP_phi, l->call->line, 1, &l->call);

    jump(l, after);
    ir_insert_first(after, phi);
    inline_replace_uses(l->call, phi, phi);
    ir_add_arg(l->fn, phi, result);
}

static void replace_named(Loop *l, const Spot *at)
{
    Block *other = block(l), *loop = block(l);
    Value *test;

    l->cur = at->before;
    test = emit1(l, OP_is_builtin, l->callee);
    test->name = l->callee->global->name;
    branch(l, test, loop, other);
    l->cur = other;
    write_as_it_stands(l, at);
    l->cur = loop;
    join(l, write(l), at->after);
}

static void replace_join(Loop *l, const Spot *at)
{
    l->cur = at->before;
    inline_replace_uses(l->call, write_with_list(l), NULL);
    jump(l, at->after);
}

static void replace(Loop *l)
{
    Spot at = inline_isolate(l->call);

    l->handled = at.own;
    if (l->callee)
        replace_named(l, &at);
    else
        replace_join(l, &at);
    ir_replace(l->gen, NULL);
    ir_prune(l->fn);
}

void pass_consumers(Fn *fn)
{
    ValueList list = {0};
    Loop l;

    FOREACH_BLOCK (fn, b)
        FOREACH_VALUE (b, v)
            if (v->op == OP_call || v->op == OP_call_bound)
                vec_push(fn->arena, &list, v);
    for (int i = 0; i < list.count; i++)
        if (fn->nvalues <= MAX_FUNCTION && list.items[i]->block &&
            find(&l, list.items[i]))
            replace(&l);
}
