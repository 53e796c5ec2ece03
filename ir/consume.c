/* Marks `s += x` where the old s is dead, so that the runtime may append to
 * it in place: text built in a loop costs linear time.  CPython does the same
 * when its reference count says that nobody else has the string.
 *
 * The values that one variable goes through in a loop form a web of phis and
 * additions.  The marks are right if no object of the web is looked at by
 * anything else while an addition may still change it: behind each other use,
 * no value of the web flows into an addition any more; and behind an addition
 * no other value of the web is alive.
 *
 * What a web begins with is a constant, or where its additions are known to be
 * of text, by constants or by inference, any value: that is settled on its way
 * into the web, since it may be a str that grew in another one.
 *
 * Needs: SSA.  Keeps: everything. */
#include "ir/liveness.h"

typedef struct Web {
    Fn *fn;
    ValueList members; /* phis, additions, constants */
    uint64_t *in_web;  /* by value id */
    uint64_t **live;   /* by block id: members that flow into an addition */
    int nwords;
    bool has_phi;
    bool is_open; /* begins with values that are no constants */
} Web;

static bool has(const uint64_t *bits, const Value *v)
{
    return bits_get(bits, v->id);
}

/* What a web begins with: never changed in place. */
static bool is_constant(const Value *v)
{
    return v->op != OP_phi && v->op != OP_iadd;
}

static bool is_text_const(const Value *v)
{
    const Value *c = v->op == OP_copy ? v->args[0] : v;

    return c->op == OP_const && c->konst->kind == CONST_str;
}

static bool is_text(const Value *v)
{
    return is_text_const(v) || v->type == TK_str ||
           ((v->op == OP_add || v->op == OP_mod) && is_text_const(v->args[0]));
}

/* Frames copy what may be changed in place. */
static bool is_mark(const Value *v)
{
    return v->op == OP_line || v->op == OP_keep || v->op == OP_shown;
}

/* Adds v and what it may be; false: it may be something unknown. */
static bool collect(Web *w, Value *v)
{
    if (has(w->in_web, v))
        return true;
    bits_set(w->in_web, v->id);
    vec_push(w->fn->arena, &w->members, v);
    if (is_constant(v)) {
        w->is_open |= !is_text_const(v);
        return is_text_const(v) || !(op_flags[v->op] & OPF_PURE) ||
               v->op == OP_param;
    }
    if (v->op == OP_iadd)
        return collect(w, v->args[0]);
    w->has_phi = true;
    for (int i = 0; i < v->nargs; i++)
        if (!collect(w, v->args[i]))
            return false;
    return true;
}

/* Additions of the web that collect did not come through. */
static bool collect_additions(Web *w)
{
    bool changed;

    do {
        changed = false;
        FOREACH_BLOCK (w->fn, b)
            FOREACH_VALUE (b, v) {
                bool part = v->op == OP_iadd && has(w->in_web, v->args[0]) &&
                            !is_constant(v->args[0]);

                if (v->op == OP_phi)
                    for (int i = 0; i < v->nargs; i++)
                        part |= has(w->in_web, v->args[i]) &&
                                !is_constant(v->args[i]);
                if (!part || has(w->in_web, v))
                    continue;
                if (!collect(w, v))
                    return false;
                changed = true;
            }
    } while (changed);
    return true;
}

/* --- flow into additions -------------------------------------------------- */

static void flow_out(const Web *w, const Block *b, uint64_t *live)
{
    memset(live, 0, (size_t)w->nwords * sizeof *live);
    for (int i = 0; i < b->succ.count; i++) {
        Block *s = b->succ.items[i];

        for (int k = 0; k < w->nwords; k++)
            live[k] |= w->live[s->id][k];
        for (Value *v = s->first; v && v->op == OP_phi; v = v->next) {
            if (!has(w->in_web, v) || !has(w->live[s->id], v))
                continue;
            for (int k = 0; k < s->preds.count; k++)
                if (s->preds.items[k] == b)
                    bits_set(live, v->args[k]->id);
        }
    }
}

static void flow_step(const Web *w, uint64_t *live, const Value *v)
{
    if (v->op == OP_phi)
        return; /* stays in the block's set: its edges ask for it */
    live[v->id >> 6] &= ~(1ull << (v->id & 63));
    if (v->op == OP_iadd && has(w->in_web, v))
        bits_set(live, v->args[0]->id);
}

static void compute_flow(Web *w, uint64_t *live)
{
    bool changed;

    do {
        changed = false;
        for (int i = w->fn->blocks.count - 1; i >= 0; i--) {
            Block *b = w->fn->blocks.items[i];

            flow_out(w, b, live);
            for (Value *v = b->last; v; v = v->prev)
                flow_step(w, live, v);
            for (int k = 0; k < w->nwords; k++) {
                changed |= (live[k] & ~w->live[b->id][k]) != 0;
                w->live[b->id][k] |= live[k];
            }
        }
    } while (changed);
}

/* A use that is neither a phi nor an addition to a member. */
static bool looks_at_member(const Web *w, const Value *v)
{
    if (is_mark(v))
        return false;
    for (int i = 0; i < v->nargs; i++) {
        if (!has(w->in_web, v->args[i]) || is_constant(v->args[i]))
            continue;
        if (v->op == OP_phi || (v->op == OP_iadd && i == 0))
            continue;
        return true;
    }
    return false;
}

static bool any_member(const Web *w, const uint64_t *live)
{
    for (int i = 0; i < w->members.count; i++)
        if (!is_constant(w->members.items[i]) && has(live, w->members.items[i]))
            return true;
    return false;
}

static bool is_private(Web *w)
{
    uint64_t *live = ARENA_ARRAY(w->fn->arena, uint64_t, w->nwords);

    w->live = ARENA_ARRAY(w->fn->arena, uint64_t *, w->fn->nblocks);
    FOREACH_BLOCK (w->fn, b)
        w->live[b->id] = ARENA_ARRAY(w->fn->arena, uint64_t, w->nwords);
    compute_flow(w, live);
    FOREACH_BLOCK (w->fn, b) {
        flow_out(w, b, live);
        if (b->cond && has(w->in_web, b->cond) && any_member(w, live))
            return false;
        for (Value *v = b->last; v; v = v->prev) {
            if (looks_at_member(w, v) && any_member(w, live))
                return false;
            flow_step(w, live, v);
        }
    }
    return true;
}

/* --- what is no constant ---------------------------------------------------
 */

/* Are additions of the web, as far as can be seen, of text? */
static bool is_of_text(const Web *w)
{
    for (int i = 0; i < w->members.count; i++) {
        const Value *v = w->members.items[i];

        if (v->op == OP_iadd ? is_text(v->args[1]) : v->type == TK_str)
            return true;
    }
    return false;
}

static bool is_open_end(const Value *v)
{
    return is_constant(v) && !is_text_const(v);
}

/* Phis take such values only from blocks that end with a jump. */
static bool can_settle(const Web *w)
{
    for (int i = 0; i < w->members.count; i++) {
        const Value *v = w->members.items[i];

        for (int k = 0; v->op == OP_phi && k < v->nargs; k++)
            if (is_open_end(v->args[k]) &&
                v->block->preds.items[k]->ctl != CTL_jump)
                return false;
    }
    return true;
}

static Value *settled(Web *w, Value *v)
{
    return ir_value_new(w->fn, OP_settle, v->line, 1, &v);
}

static void settle(Web *w)
{
    for (int i = 0; i < w->members.count; i++) {
        Value *v = w->members.items[i];

        for (int k = 0; v->op == OP_phi && k < v->nargs; k++)
            if (is_open_end(v->args[k]))
                ir_insert_last(v->block->preds.items[k],
                               settled(w, v->args[k]));
        if (v->op == OP_iadd && is_open_end(v->args[0]))
            ir_insert_before(v, settled(w, v->args[0]));
    }
}

/* Behind each addition, is no other member of the web alive? */
static bool has_no_alias(const Web *w)
{
    Liveness l;
    uint64_t *live;

    liveness_compute(&l, w->fn);
    FOREACH_BLOCK (w->fn, b) {
        live = liveness_bits(&l);
        liveness_out(&l, b, live);
        for (Value *v = b->last; v; v = v->prev) {
            if (v->op == OP_iadd && has(w->in_web, v)) {
                live[v->id >> 6] &= ~(1ull << (v->id & 63));
                if (any_member(w, live))
                    return false;
            }
            liveness_step(live, v);
        }
    }
    return true;
}

static void mark_web(Fn *fn, Value *addition)
{
    Web w = {.fn = fn, .nwords = (fn->nvalues + 63) / 64};

    w.in_web = ARENA_ARRAY(fn->arena, uint64_t, w.nwords);
    if (!collect(&w, addition) || !collect_additions(&w) || !w.has_phi ||
        (w.is_open && !(is_of_text(&w) && can_settle(&w))) || !is_private(&w) ||
        !has_no_alias(&w))
        return;
    if (w.is_open)
        settle(&w);
    for (int i = 0; i < w.members.count; i++)
        if (w.members.items[i]->op == OP_iadd)
            w.members.items[i]->i = 1;
}

void pass_consume(Fn *fn)
{
    FOREACH_BLOCK (fn, b)
        FOREACH_VALUE (b, v)
            if (v->op == OP_iadd && !v->i && v->args[0]->op == OP_phi)
                mark_web(fn, v);
}
