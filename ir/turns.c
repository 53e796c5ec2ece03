/* Loops without calls look for signals once in many turns.
 *
 * The loop becomes two, one around the other: a turn of the outer one has the
 * safepoint and then as many turns of the inner one as fit the counter.
 * Between two safepoints only the loop's own stores change memory, so LLVM may
 * load what else it needs (stores of lists, their lengths) in front of the
 * inner loop.  Turns that took a slow way, where anything may have happened,
 * go on in the outer loop.  Where the loop counts up to a bound by ones, the
 * inner one counts up to a nearer bound.  What other threads do is seen TURNS
 * turns later at most: doc/locking.md.
 *
 * Needs: pass_specialize.  Keeps: SSA.  Breaks: dominators. */
#include "ir/ir.h"

enum { TURNS = 500 };

static bool is_leaf(const Fn *fn);

/* Runs it code that may change anything?  Safepoints count once. */
static bool may_call(const Value *v, const Value *safepoint)
{
    return op_flags[v->op] & OPF_RAISES && op_flags[v->op] & OPF_WRITES &&
           v != safepoint && !(v->op == OP_call_typed && is_leaf(v->fn));
}

/* Does the body call nothing and have no loop, where it is not surprised? */
static bool is_leaf(const Fn *fn)
{
    FOREACH_BLOCK (fn, b)
        if (!b->cold)
            FOREACH_VALUE (b, v)
                if (v->op == OP_call_typed || may_call(v, NULL))
                    return false;
    return true;
}

/* Marks the blocks of turns that take no slow way; false: there are none, or
 * they call. */
static bool mark_inner(Block *header, const Value *safepoint)
{
    VEC(Block *) work = {0};
    Arena *a = header->fn->arena;
    bool any;

    FOREACH_BLOCK (header->fn, b)
        b->mark = 0;
    header->mark = 1;
    for (int i = 0; i < header->preds.count; i++) {
        Block *p = header->preds.items[i];

        for (int k = 0; k < i; k++)
            if (header->preds.items[k] == p)
                return false;
        if (p->loop == header && !p->cold)
            vec_push(a, &work, p);
    }
    any = work.count > 0;
    while (work.count) {
        Block *b = vec_pop(&work);

        if (b->mark)
            continue;
        b->mark = 1;
        for (int i = 0; i < b->preds.count; i++)
            vec_push(a, &work, b->preds.items[i]);
    }
    FOREACH_BLOCK (header->fn, b)
        for (Value *v = b->mark ? b->first : NULL; v; v = v->next)
            if (may_call(v, safepoint))
                return false;
    return any;
}

/* The block between a turn and the next: it counts. */
typedef struct Turn {
    Block *latch, *inner;
    Value *left; /* turns, in front of this one */
} Turn;

static Value *const_at(Block *b, int64_t i)
{
    Value *v = ir_append(b, OP_const_i64, b->line, 0, NULL);

    v->i = i;
    return v;
}

static void count_turn(Turn *t, Block *header)
{
    Block *b = t->latch;
    Value *args[] = {t->left, const_at(b, 1)}, *left;

    left = ir_append(b, OP_sub_i64, b->line, 2, args);
    args[0] = left;
    args[1] = const_at(b, 0);
    ir_branch(b, ir_append(b, OP_ne_i64, b->line, 2, args), t->inner, header,
              b->line);
    ir_add_arg(b->fn, t->left, left);
}

/* Moves the header's edge from `pred` to the latch: preds, and the arguments
 * of phis go to those of the latch. */
static void move_edge(Block *header, int edge, Block *latch, Value **phis)
{
    Block *pred = header->preds.items[edge];
    int n = 0;

    for (Value *v = header->first; v && v->op == OP_phi; v = v->next)
        ir_add_arg(header->fn, phis[n++], v->args[edge]);
    for (int i = 0; i < pred->succ.count; i++)
        if (pred->succ.items[i] == header) {
            pred->succ.items[i] = latch;
            break;
        }
    vec_push(header->fn->arena, &latch->preds, pred);
    ir_drop_pred(header, pred);
}

static Value *make_phi(Block *b, Rep rep)
{
    Value *phi = ir_append(b, OP_phi, b->line, 0, NULL);

    phi->rep = rep;
    return phi;
}

static Block *like(Block *header)
{
    Block *b = ir_block_new(header->fn);

    b->in_loop = header->in_loop;
    b->line = header->line;
    return b;
}

static int count_phis(const Block *b)
{
    int n = 0;

    for (const Value *v = b->first; v && v->op == OP_phi; v = v->next)
        n++;
    return n;
}

/* Uses of the header's phis become uses of the inner loop's, in edges back to
 * the header too: all of them stand behind it. */
static void rename_phis(Block *header, Value **inner)
{
    Fn *fn = header->fn;
    int n = 0;

    FOREACH_BLOCK (fn, b)
        FOREACH_VALUE (b, v)
            v->forward = NULL;
    for (Value *v = header->first; v && v->op == OP_phi; v = v->next)
        v->forward = inner[n++];
    FOREACH_BLOCK (fn, b) {
        FOREACH_VALUE (b, v)
            for (int i = 0; i < v->nargs; i++)
                if (v->args[i]->forward)
                    v->args[i] = v->args[i]->forward;
        if (b->cond && b->cond->forward)
            b->cond = b->cond->forward;
    }
}

/* --- lists that the loop uses --------------------------------------------- */

/* Is the word an exact list wherever `at` is reached? */
static bool is_list(Value *v, const Block *at, int depth)
{
    const Fn *fn = at->fn;

    if (v->op == OP_list)
        return true;
    if (v->op == OP_param)
        return fn->param_types && fn->param_types[v->i] == TK_list;
    FOREACH_BLOCK (fn, b) {
        const Value *test = b->ctl == CTL_branch ? b->cond : NULL;

        if (test && test->op == OP_is_type && test->args[0] == v &&
            test->i == TK_list && b->succ.items[0]->preds.count == 1 &&
            block_dominates(b->succ.items[0], at))
            return true;
    }
    if (v->op != OP_phi || depth == 0)
        return false;
    for (int i = 0; i < v->nargs; i++)
        if (v->args[i] == v ||
            !is_list(v->args[i], v->block->preds.items[i], depth - 1))
            return false;
    return true;
}

static bool uses_list(const Value *v)
{
    return v->op == OP_list_load || v->op == OP_list_store ||
           v->op == OP_list_length || v->op == OP_list_put;
}

/* May loads of the list go by where its items were when the turns began?  Not
 * if what the thread itself does could be missed: it stores items, or calls.
 * Appending leaves the store where it is, or leaves these turns; what it adds
 * is beyond the length that was, and so found another way. */
static bool may_keep_view(const Block *header, const Value *list)
{
    FOREACH_BLOCK (header->fn, b)
        for (const Value *v = b->mark ? b->first : NULL; v; v = v->next)
            if (v->op == OP_list_store || v->op == OP_call_typed ||
                (v->op == OP_list_put && v->args[0] == list))
                return false;
    return true;
}

static void use_view(Block *header, const Value *list, Value *view)
{
    FOREACH_BLOCK (header->fn, b)
        for (Value *v = b->mark ? b->first : NULL; v; v = v->next)
            if (v->op == OP_list_load && v->args[0] == list) {
                v->op = OP_view_load;
                ir_add_arg(header->fn, v, view);
            }
}

/* The lists of marked blocks that come from in front of the loop. */
static void view_lists(Block *header)
{
    VEC(Value *) seen = {0};
    Value *view;

    FOREACH_BLOCK (header->fn, b)
        for (Value *v = b->mark ? b->first : NULL; v; v = v->next) {
            Value *list = v->nargs ? v->args[0] : NULL;
            bool known = !list || !uses_list(v) || list->block->mark;

            for (int i = 0; i < seen.count; i++)
                known |= seen.items[i] == list;
            if (known || !block_dominates(list->block, header) ||
                !is_list(list, header, 3))
                continue;
            vec_push(header->fn->arena, &seen, list);
            view = ir_append(header, OP_list_view, header->line, 1, &list);
            if (may_keep_view(header, list))
                use_view(header, list, view);
        }
}

/* --- lists that the loop appends to --------------------------------------- */

/* Is the block part of each turn that takes no slow way? */
static bool in_each_turn(const Block *b, const Block *header)
{
    for (int i = 0; i < header->preds.count; i++)
        if (header->preds.items[i]->mark &&
            !block_dominates(b, header->preds.items[i]))
            return false;
    return true;
}

/* Does control leave the loop in another way than by the header's test, but
 * for errors? */
static bool has_break(const Block *header)
{
    FOREACH_BLOCK (header->fn, b)
        for (int i = 0; b->mark && b != header && i < b->succ.count; i++)
            if (!b->succ.items[i]->mark && !b->succ.items[i]->cold)
                return true;
    return false;
}

static bool is_reserved(const Block *header, const Value *list)
{
    FOREACH_VALUE (header, v)
        if (v->op == OP_list_reserve && v->args[0] == list)
            return true;
    return false;
}

/* Room for the items that a loop up to bound appends: one list, one item in
 * each turn.  Needs: marks, edges of the header as they were. */
static void collect_puts(const Block *header, ValueList *lists)
{
    if (has_break(header))
        return;
    FOREACH_BLOCK (header->fn, b)
        for (Value *v = b->mark ? b->first : NULL; v; v = v->next)
            if (v->op == OP_list_put && !v->args[0]->block->mark &&
                block_dominates(v->args[0]->block, header) &&
                in_each_turn(b, header) && is_list(v->args[0], header, 3))
                vec_push(header->fn->arena, lists, v->args[0]);
}

static void reserve(Block *header, const ValueList *lists, Value *x,
                    Value *bound)
{
    for (int i = 0; i < lists->count; i++) {
        Value *args[] = {bound, x};

        if (is_reserved(header, lists->items[i]))
            continue;
        args[1] = ir_append(header, OP_sub_i64, header->line, 2, args);
        args[0] = lists->items[i];
        ir_append(header, OP_list_reserve, header->line, 2, args);
    }
}

/* --- two loops ------------------------------------------------------------ */

/* Is the phi one more in each turn that takes no slow way? */
static bool counts_up(const Value *x)
{
    const Block *header = x->block;

    for (int i = 0; i < x->nargs; i++) {
        const Value *next = x->args[i];

        if (!header->preds.items[i]->mark)
            continue;
        if ((next->op != OP_add_i64 && next->op != OP_add_ovf) ||
            next->args[0] != x || next->args[1]->op != OP_const_i64 ||
            next->args[1]->i != 1)
            return false;
    }
    return true;
}

/* The test `x < bound` at which the loop ends, if x counts up to a bound from
 * in front of the loop and nothing stands between safepoint and test. */
static Value *bound_test_or_null(const Block *header, const Value *safepoint)
{
    Value *test = safepoint->next, *x, *bound;
    const Block *body;

    if (header->ctl != CTL_branch || !test || test != header->last ||
        test != header->cond || test->op != OP_lt_i64)
        return NULL;
    x = test->args[0];
    bound = test->args[1];
    body = header->succ.items[0];
    return x->op == OP_phi && x->block == header && bound->block != header &&
                   block_dominates(bound->block, header) && body->mark &&
                   body != header && body->preds.count == 1 && counts_up(x)
               ? test
               : NULL;
}

/* The inner loop ends at the nearer bound; the test stands behind it. */
static void count_to_bound(Turn *t, Block *header, Value *x, Value *test)
{
    Block *behind = test->block, *body = behind->succ.items[0];
    Value *args[] = {x, test->args[1], const_at(header, TURNS)};
    Value *end = ir_append(header, OP_turns_end, header->line, 3, args);

    args[0] = test->args[0];
    args[1] = end;
    test = ir_append(t->inner, OP_lt_i64, header->line, 2, args);
    behind->succ.items[0] = header;
    vec_push(header->fn->arena, &header->preds, behind);
    body->preds.count = 0;
    ir_branch(t->inner, test, body, behind, header->line);
    ir_jump(t->latch, t->inner, header->line);
}

static void divide(Block *header, Value *safepoint)
{
    Fn *fn = header->fn;
    int nphis = count_phis(header), n = 0;
    Value **turn = ARENA_ARRAY(fn->arena, Value *, nphis + 1);
    Value **inner = ARENA_ARRAY(fn->arena, Value *, nphis + 1);
    Value *test = bound_test_or_null(header, safepoint);
    Value *x = test ? test->args[0] : NULL;
    ValueList puts = {0};
    Block *rest = ir_split_behind(safepoint);
    Turn t = {like(header), like(header), NULL};

    if (test)
        collect_puts(header, &puts);
    rest->mark = 1;
    for (Value *v = header->first; v && v->op == OP_phi; v = v->next, n++) {
        turn[n] = make_phi(t.latch, v->rep);
        inner[n] = make_phi(t.inner, v->rep);
    }
    if (!test)
        t.left = make_phi(t.inner, REP_i64);
    rename_phis(header, inner);
    if (!test)
        ir_jump(t.inner, rest, header->line);
    for (int i = header->preds.count - 1; i >= 0; i--)
        if (header->preds.items[i]->mark)
            move_edge(header, i, t.latch, turn);
    n = 0;
    for (Value *v = header->first; v && v->op == OP_phi; v = v->next, n++)
        ir_add_arg(fn, inner[n], v);
    if (test)
        reserve(header, &puts, x, test->args[1]);
    view_lists(header);
    if (!test)
        ir_add_arg(fn, t.left, const_at(header, TURNS));
    ir_jump(header, t.inner, header->line);
    n = 0;
    for (Value *v = header->first; v && v->op == OP_phi; v = v->next, n++) {
        ir_add_arg(fn, inner[n], turn[n]);
        ir_add_arg(fn, v, test ? inner[n] : turn[n]);
    }
    if (test)
        count_to_bound(&t, header, x, test);
    else
        count_turn(&t, header);
}

void pass_turns(Fn *fn)
{
    VEC(Block *) headers = {0};

    loops_find(fn);
    FOREACH_BLOCK (fn, b)
        if (b->innermost && !b->cold && loop_safepoint_or_null(b))
            vec_push(fn->arena, &headers, b);
    for (int i = 0; i < headers.count; i++) {
        Block *b = headers.items[i];
        Value *safepoint = loop_safepoint_or_null(b);

        if (mark_inner(b, safepoint) && safepoint != b->last)
            divide(b, safepoint);
    }
    if (headers.count)
        pass_simplify(fn);
}
