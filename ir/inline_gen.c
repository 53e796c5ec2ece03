/* Generators become part of the loop that consumes them.
 *
 *     g = call f(a)                      g = [f is the def] ? unset : call f(a)
 *     it = iter g                        it = [g is unset] ? unset : iter g
 *   loop:                              loop:
 *     x = next it                        [it is unset] ? switch (state) into
 *     [x is unset] ? done : body           the body of f : x = next it
 *
 * A yield jumps to the loop's body with its value and a new state; the next
 * turn of the loop goes on behind that yield, and the end of the generator's
 * body leaves the loop.  Which state it is in is known almost everywhere:
 * pass_specialize makes versions of blocks by it (KIND_state), so that no
 * switch is left.  Nothing of the generator is left either: its variables are
 * values.
 *
 * Right because nobody else can see such a generator: it has no finally or
 * with around a yield, which would have to run when the loop ends early, and
 * no sys.exc_info() of its own.  What it raises goes on as an error of the
 * loop's next, with both lines in the traceback; StopIteration ends the loop.
 *
 * Needs: SSA.  Keeps: SSA. */
#include "ir/inline.h"
#include "ir/liveness.h"

typedef struct Site {
    Fn *fn, *callee;
    Value *call, *iter, *next;
    ValueList web;    /* iter and phis that are nothing else */
    ValueList others; /* unexpected uses of call and web */
    bool guarded;     /* the function is tested */
    Block *in, *out;  /* where the loop goes with an item, at the end */
    Value *item;      /* phi in `in` */
    Block *started;   /* where the generator would be made, or another one */
    Block *dispatch;
    Copy copy;
} Site;

/* --- is it one? ----------------------------------------------------------- */

/* `u` only decides whether the loop goes on. */
static bool is_loop_test(const Value *next, const Value *u)
{
    const Block *b = u->block;

    return u->op == OP_is_unset && u->args[0] == next && u == b->last &&
           b->ctl == CTL_branch && b->cond == u && ir_count_uses(u) == 1 &&
           b->succ.items[0] != b->succ.items[1];
}

static bool follows(const Value *next, const Value *u)
{
    const Block *b = next->block;

    if (b == u->block)
        return next->next == u;
    return u == u->block->first && u->block->preds.count == 1 &&
           u->block->preds.items[0] == b && b->last == next &&
           (b->ctl == CTL_jump || b->ctl == CTL_try);
}

/* Does a phi in b take v from `from`? */
static bool passes(const Block *b, const Block *from, const Value *v)
{
    for (const Value *p = b->first; p && p->op == OP_phi; p = p->next)
        for (int i = 0; i < b->preds.count; i++)
            if (b->preds.items[i] == from && p->args[i] == v)
                return true;
    return false;
}

static bool is_in(const ValueList *list, const Value *v)
{
    for (int i = 0; i < list->count; i++)
        if (list->items[i] == v)
            return true;
    return false;
}

/* Adds the phis that v goes through on the way around other inlined loops:
 * they hold nothing else (unset: control does not come from there). */
static bool collect_web(Site *s, Value *v)
{
    vec_push(s->fn->arena, &s->web, v);
    for (int i = 0; i < s->web.count; i++) {
        FOREACH_BLOCK (s->fn, b)
            for (Value *p = b->first; p && p->op == OP_phi; p = p->next)
                for (int k = 0; k < p->nargs; k++)
                    if (p->args[k] == s->web.items[i] && !is_in(&s->web, p))
                        vec_push(s->fn->arena, &s->web, p);
    }
    for (int i = 1; i < s->web.count; i++)
        for (int k = 0; k < s->web.items[i]->nargs; k++)
            if (s->web.items[i]->args[k]->op != OP_unset &&
                !is_in(&s->web, s->web.items[i]->args[k]))
                return false;
    return true;
}

/* The one expected operation that uses the web; those that are a surprise go
 * to the list.  NULL: there are others. */
static Value *expected_use(Site *s, const ValueList *web, Op op)
{
    Value *found = NULL;

    FOREACH_BLOCK (s->fn, b) {
        FOREACH_VALUE (b, u)
            for (int i = 0; i < u->nargs; i++) {
                if (!is_in(web, u->args[i]) || is_in(web, u))
                    continue;
                if (b->surprise && u->op != OP_phi)
                    vec_push(s->fn->arena, &s->others, u);
                else if (found || u->op != op)
                    return NULL;
                else
                    found = u;
            }
        if (b->cond && is_in(web, b->cond))
            return NULL;
    }
    return found;
}

static void reach(Block *b, const Block *stop, uint8_t *seen)
{
    for (int i = 0; i < b->succ.count; i++) {
        Block *t = b->succ.items[i];

        if (t == stop || seen[t->id])
            continue;
        seen[t->id] = 1;
        reach(t, stop, seen);
    }
}

/* Where something unexpected uses the generator, it has not begun. */
static bool is_unbegun_elsewhere(const Site *s)
{
    uint8_t *seen = ARENA_ARRAY(s->fn->arena, uint8_t, s->fn->nblocks);

    if (!s->others.count)
        return true;
    reach(s->next->block, s->call->block, seen);
    for (int i = 0; i < s->others.count; i++)
        if (seen[s->others.items[i]->block->id])
            return false;
    return true;
}

static bool find_loop(Site *s)
{
    const Value *u = NULL;
    ValueList made = {0};

    vec_push(s->fn->arena, &made, s->call);
    s->iter = expected_use(s, &made, OP_iter);
    if (!s->iter || !collect_web(s, s->iter))
        return false;
    s->next = expected_use(s, &s->web, OP_next);
    if (!s->next || !is_unbegun_elsewhere(s))
        return false;
    u = s->next->next;
    if (!u && s->next->block->succ.count)
        u = s->next->block->succ.items[0]->first;
    return u && is_loop_test(s->next, u) && follows(s->next, u) &&
           !passes(u->block->succ.items[0], u->block, s->next);
}

/* The values of the body that some yield separates from a use: those that the
 * copy must keep in variables.  NULL: one cannot be kept. */
static uint64_t *kept_values(Fn *fn)
{
    Liveness l;
    uint64_t *kept, *live;

    liveness_compute(&l, fn);
    kept = liveness_bits(&l);
    live = liveness_bits(&l);
    FOREACH_BLOCK (fn, b) {
        memset(live, 0, (size_t)l.nwords * sizeof *live);
        liveness_out(&l, b, live);
        for (Value *v = b->last; v; v = v->prev) {
            liveness_step(live, v);
            if (v->op == OP_yield)
                for (int w = 0; w < l.nwords; w++)
                    kept[w] |= live[w];
        }
    }
    FOREACH_BLOCK (fn, b)
        FOREACH_VALUE (b, v)
            if (bits_get(kept, v->id) &&
                (v->rep == REP_ptr || ir_loads_method(v)))
                return NULL;
    return kept;
}

/* --- the three places ----------------------------------------------------- */

static Value *add_phi(Block *b, Value *first)
{
    Value *phi = ir_value_new(b->fn, OP_phi, b->line, 1, &first);

    phi->rep = first->rep;
    ir_insert_first(b, phi);
    return phi;
}

Value *inline_append(Block *b, Op op, const Value *v, int nargs, Value **args)
{
    Value *n = ir_append(b, op, v->line, nargs, args);

    n->inlined = v->inlined;
    return n;
}

/* `at` only runs where `cond` is not true; its result is unset elsewhere. */
static void make_unlikely(Spot *at, Value *v, Value *cond)
{
    Fn *fn = at->own->fn;
    Block *expected = ir_block_new(fn);
    Value *unset, *phi;

    unset = ir_append(expected, OP_unset, v->line, 0, NULL);
    ir_branch(at->before, cond, expected, at->own, v->line);
    ir_jump(expected, at->after, v->line);
    at->own->cold = at->own->surprise = true;
    phi = add_phi(at->after, v);
    inline_replace_uses(v, phi, phi);
    ir_add_arg(fn, phi, unset);
}

/* The operation never runs. */
static void drop(Spot *at)
{
    ir_jump(at->before, at->after, at->before->line);
}

/* Where the generator is made; the function is tested unless it is made here
 * as well. */
static void split_call(Site *s)
{
    Value *f = s->call->args[0], *test;
    Spot at = inline_isolate(s->call);

    s->started = at.before;
    if (!s->guarded) {
        drop(&at);
        return;
    }
    test = inline_append(at.before, OP_is_fn, s->call, 1, &f);
    test->fn = s->callee;
    make_unlikely(&at, s->call, test);
}

static void split_iter(Site *s)
{
    Value *g = s->iter->args[0], *unset;
    Spot at = inline_isolate(s->iter);

    if (s->guarded) {
        make_unlikely(&at, s->iter,
                      inline_append(at.before, OP_is_unset, s->iter, 1, &g));
        return;
    }
    unset = inline_append(at.before, OP_unset, s->iter, 0, NULL);
    drop(&at);
    inline_replace_uses(s->iter, unset, NULL);
}

/* Where errors of the body go. */
static Block *make_failed(Site *s, Block *next)
{
    Block *b = ir_block_new(s->fn);

    b->cold = true;
    inline_append(b, OP_body_ended, s->next, 0, NULL);
    b->line = s->next->line;
    b->ctl = next->ctl == CTL_try ? CTL_try : CTL_jump;
    ir_edge(b, s->out);
    inline_error_edge(b, next);
    return b;
}

/* The item where the loop goes on, unset where it ends: that is of no use but
 * may be carried on. */
static void replace_item(Site *s, const Value *test)
{
    Value *unset = ir_value_new(s->fn, OP_unset, s->next->line, 0, NULL);
    SsaVar var;

    ir_insert_first(s->out, unset);
    ssa_var(&var, s->fn, s->next->rep);
    ssa_define(&var, s->in, s->item);
    ssa_define(&var, s->out, unset);
    FOREACH_BLOCK (s->fn, b) {
        FOREACH_VALUE (b, u)
            for (int k = 0; k < u->nargs; k++) {
                if (u->args[k] != s->next || u == s->item || u == test)
                    continue;
                if (u->op == OP_phi)
                    u->args[k] = ssa_on_edge(&var, b->preds.items[k], b);
                else
                    u->args[k] = b == s->in ? s->item : ssa_at_start(&var, b);
            }
        if (b->cond == s->next)
            b->cond = b == s->in ? s->item : ssa_at_start(&var, b);
    }
    if (ir_count_uses(unset) == 0)
        ir_remove(unset);
}

static void split_next(Site *s)
{
    Value *it = s->next->args[0], *test;
    Spot at = inline_isolate(s->next);
    Block *decides = at.after;

    if (decides->ctl == CTL_jump)
        decides = decides->succ.items[0];
    s->out = ir_split_edge(decides, 0);
    s->in = ir_split_edge(decides, 1);
    s->item = add_phi(s->in, s->next);
    replace_item(s, decides->last);
    s->dispatch = ir_block_new(s->fn);
    if (!s->guarded) {
        ir_jump(at.before, s->dispatch, s->next->line);
    } else {
        test = inline_append(at.before, OP_is_unset, s->next, 1, &it);
        ir_branch(at.before, test, s->dispatch, at.own, s->next->line);
        at.own->cold = at.own->surprise = true;
    }
    s->copy.failed = make_failed(s, at.own);
}

/* A block in front of at->own that makes the generator. */
static Value *make_late(Site *s, const Spot *at)
{
    Block *make = ir_block_new(s->fn);
    Value *made;

    make->cold = make->surprise = true;
    make->line = at->own->last->line;
    made = inline_append(make, OP_call, s->call, s->call->nargs, s->call->args);
    made->line = make->line;
    make->ctl = at->own->ctl == CTL_try ? CTL_try : CTL_jump;
    return made;
}

/* An unexpected use takes a generator that is made for it, unless there is
 * one, since the function was another. */
static void make_for(Site *s, Value *user)
{
    Spot at = inline_isolate(user);
    Value *made = make_late(s, &at), *by = made, *old = s->call, *test;

    for (int i = 0; i < user->nargs; i++)
        if (is_in(&s->web, user->args[i]))
            old = user->args[i];
    if (s->guarded) {
        test = inline_append(at.before, OP_is_unset, user, 1, &old);
        ir_branch(at.before, test, made->block, at.own, user->line);
        by = add_phi(at.own, old);
        ir_add_arg(s->fn, by, made);
    } else {
        ir_jump(at.before, made->block, user->line);
    }
    ir_edge(made->block, at.own);
    inline_error_edge(made->block, at.own);
    for (int i = 0; i < user->nargs; i++)
        if (user->args[i] == old)
            user->args[i] = by;
}

/* --- wiring --------------------------------------------------------------- */

static void wire_returns(Site *s)
{
    for (int i = 0; i < s->copy.returns.count; i++) {
        Block *b = s->copy.returns.items[i];

        b->cond = NULL;
        ir_jump(b, s->out, b->line);
    }
}

static void wire_yields(Site *s)
{
    for (int i = 0; i < s->copy.yields.count; i++) {
        ir_jump(s->copy.yields.items[i], s->in, s->copy.yields.items[i]->line);
        ir_add_arg(s->fn, s->item, s->copy.yielded.items[i]);
    }
}

static void wire_dispatch(Site *s, Block *entry)
{
    Block *d = s->dispatch;

    d->line = s->next->line;
    ir_edge(d, entry);
    for (int i = 0; i < s->copy.resumed.count; i++)
        ir_edge(d, s->copy.resumed.items[i]);
    d->ctl = d->succ.count > 1 ? CTL_switch : CTL_jump;
}

static Value *state_at_end(Site *s, Block *b, int64_t state)
{
    Value *v = ir_value_new(s->fn, OP_const_i64, b->line, 0, NULL);

    v->i = state;
    ir_insert_first(b, v);
    for (Value *p = v->next; p && p->op == OP_phi; p = v->next) {
        ir_remove(v);
        ir_insert_after(p, v);
    }
    return v;
}

static void make_state(Site *s)
{
    SsaVar state;

    if (s->dispatch->ctl != CTL_switch)
        return;
    ssa_var(&state, s->fn, REP_i64);
    ssa_define(&state, s->started, state_at_end(s, s->started, 0));
    for (int i = 0; i < s->copy.yields.count; i++) {
        Block *b = s->copy.yields.items[i];

        ssa_define(&state, b, state_at_end(s, b, i + 1));
    }
    s->dispatch->cond = ssa_at_start(&state, s->dispatch);
}

/* Uses of one value of the body, which reach it through the loop.  There is
 * none where the generator starts: other loops do not carry it. */
static void rewrite_uses(Site *s, Value *def)
{
    SsaVar var;

    ssa_var(&var, s->fn, def->rep);
    ssa_define(&var, s->started, ssa_undefined(&var));
    ssa_define(&var, def->block, def);
    for (int i = 0; i < s->copy.blocks.count; i++) {
        Block *b = s->copy.blocks.items[i];

        FOREACH_VALUE (b, u)
            for (int k = 0; k < u->nargs; k++) {
                if (u->args[k] != def)
                    continue;
                if (u->op == OP_phi)
                    u->args[k] = ssa_on_edge(&var, b->preds.items[k], b);
                else if (b != def->block)
                    u->args[k] = ssa_at_start(&var, b);
            }
        if (b->cond == def && b != def->block)
            b->cond = ssa_at_start(&var, b);
    }
    for (int k = 0; k < s->item->nargs; k++)
        if (s->item->args[k] == def)
            s->item->args[k] = ssa_on_edge(&var, s->in->preds.items[k], s->in);
}

static void rewrite_kept(Site *s, const uint64_t *kept)
{
    FOREACH_BLOCK (s->callee, b)
        FOREACH_VALUE (b, v) {
            Value *def = s->copy.values[v->id];

            if (bits_get(kept, v->id) && !ir_is_constant(v) &&
                v->op != OP_param && def->block)
                rewrite_uses(s, def);
        }
}

bool inline_generator(Value *call, Fn *callee)
{
    Fn *fn = call->block->fn;
    Site s = {.fn = fn, .callee = callee, .call = call};
    uint64_t *kept;
    Block *entry;
    Value *f = call->args[0];

    if (!find_loop(&s) || !(kept = kept_values(callee)))
        return false;
    s.copy = (Copy){.to = fn,
                    .from = callee,
                    .call = ir_inlined(fn, callee, s.next->line, call->inlined),
                    .held = fn->nheld,
                    .args = call->args + 1};
    if (f->op == OP_function)
        s.copy.cells = f->args ? f->args + f->i : NULL;
    s.guarded = f->op != OP_function;
    for (int i = 0; i < s.others.count; i++)
        make_for(&s, s.others.items[i]);
    split_call(&s);
    split_iter(&s);
    split_next(&s);
    /* The loop's body is on at the same time, with all that is inlined there.
     */
    fn->nown = fn->nheld += callee->nheld;
    entry = inline_copy(&s.copy);
    wire_returns(&s);
    wire_yields(&s);
    wire_dispatch(&s, entry);
    ir_prune(fn);
    make_state(&s);
    rewrite_kept(&s, kept);
    return true;
}
