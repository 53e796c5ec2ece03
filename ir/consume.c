/* Marks `s += x` and `s = s + x` where the old s is dead, so that the runtime
 * may append to it in place: text built in a loop costs linear time.  CPython
 * does the same when its reference count says that nobody else has the string.
 *
 * The values that one variable goes through in a loop form a web of phis and
 * additions.  Behind a marked addition no other value of the web is alive, so
 * nobody sees the old text with its new content by a name.  What else looks at
 * a value of the web either keeps no reference to it (`len(s)`, `s[-1]`, `s ==
 * 'x'`), or comes behind an OP_settle: the text, if it may still grow, grows no
 * more, and the next addition copies it.
 *
 * What a web begins with is a constant, or where its additions are known to be
 * of text, by constants or by inference, any value: that is settled on its way
 * into the web, since it may be a text that grew in another one.
 *
 * Needs: SSA.  Keeps: everything. */
#include "ir/consume.h"
#include "ir/liveness.h"

typedef struct Web {
    Fn *fn;
    ValueList members; /* phis, additions, constants */
    uint64_t *in_web;  /* by value id */
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
    return v->op != OP_phi && v->op != OP_iadd && v->op != OP_add;
}

static bool is_text_const(const Value *v)
{
    const Value *c = v->op == OP_copy ? v->args[0] : v;

    if (c->op != OP_const)
        return false;
    return c->konst->kind == CONST_str || c->konst->kind == CONST_unicode;
}

static bool is_text_type(Type t)
{
    return t && !(t & ~(Type)(TK_str | TK_unicode));
}

static bool is_surely_text(const Value *v)
{
    return is_text_const(v) || is_text_type(v->type);
}

bool consume_is_text(const Value *v)
{
    return is_surely_text(v) ||
           ((v->op == OP_add || v->op == OP_mod) && is_text_const(v->args[0]));
}

/* s + v is another str than s. */
static bool makes_longer(const Value *v)
{
    const Value *c = v->op == OP_copy ? v->args[0] : v;

    return is_text_const(v) && c->konst->len > 0;
}

/* Adds v and what it may be; false: it may be something unknown. */
static bool collect(Web *w, Value *v)
{
    if (has(w->in_web, v))
        return true;
    bits_set(w->in_web, v->id);
    vec_push(w->fn->arena, &w->members, v);
    if (v->op == OP_unset)
        return true;
    if (is_constant(v)) {
        w->is_open |= !is_text_const(v);
        return is_text_const(v) || !(op_flags[v->op] & OPF_PURE) ||
               v->op == OP_param;
    }
    if (v->op != OP_phi)
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

/* --- what is no constant ---------------------------------------------------
 */

/* Are additions of the web, as far as can be seen, of text? */
static bool is_of_text(const Web *w)
{
    for (int i = 0; i < w->members.count; i++) {
        const Value *v = w->members.items[i];

        if (v->op == OP_iadd ? consume_is_text(v->args[1])
                             : is_text_type(v->type) && v->op != OP_add)
            return true;
    }
    return false;
}

static bool is_open_end(const Value *v)
{
    return is_constant(v) && !is_text_const(v) && v->op != OP_unset;
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

static void settle(Web *w)
{
    for (int i = 0; i < w->members.count; i++) {
        Value *v = w->members.items[i];

        for (int k = 0; v->op == OP_phi && k < v->nargs; k++)
            if (is_open_end(v->args[k]))
                ir_insert_last(v->block->preds.items[k],
                               consume_settle(w->fn, v->args[k]));
        if (consume_is_addition(v) && is_open_end(v->args[0]))
            ir_insert_before(v, consume_settle(w->fn, v->args[0]));
    }
}

static bool any_member(const Web *w, const uint64_t *live)
{
    for (int i = 0; i < w->members.count; i++)
        if (!is_constant(w->members.items[i]) && has(live, w->members.items[i]))
            return true;
    return false;
}

/* Behind v, is another member of the web alive?  Where v raises, nothing was
 * changed. */
static bool has_alias(const Web *w, const Liveness *l, const Value *v,
                      const uint64_t *live)
{
    uint64_t *behind = liveness_bits(l);

    if (v == v->block->last && v->block->ctl == CTL_try)
        liveness_along(l, v->block, 0, behind);
    else
        memcpy(behind, live, (size_t)w->nwords * sizeof *live);
    behind[v->id >> 6] &= ~(1ull << (v->id & 63));
    return any_member(w, behind);
}

static bool has_no_alias(const Web *w)
{
    Liveness l;
    uint64_t *live;

    liveness_compute(&l, w->fn);
    FOREACH_BLOCK (w->fn, b) {
        live = liveness_bits(&l);
        liveness_out(&l, b, live);
        for (Value *v = b->last; v; v = v->prev) {
            if (consume_is_addition(v) && has(w->in_web, v) &&
                has_alias(w, &l, v, live))
                return false;
            liveness_step(live, v);
        }
    }
    return true;
}

/* --- other uses ----------------------------------------------------------- */

/* Methods of str and unicode that return neither it nor what has it. */
static bool is_method_that_forgets(const Name *name)
{
    static const char *const names[] = {
        "count",   "endswith", "find",    "index",     "isalnum",
        "isalpha", "isdigit",  "islower", "isspace",   "istitle",
        "isupper", "rfind",    "rindex",  "startswith"};

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(name->text, names[i]) == 0)
            return true;
    return false;
}

static bool is_int(const Value *v)
{
    return v->type == TK_int ||
           (v->op == OP_const && v->konst->kind == CONST_int);
}

static bool calls_len(const Value *use)
{
    const Value *callee = use->args[0];

    return use->op == OP_call && use->nargs == 2 && !use->konst &&
           callee->op == OP_load_global &&
           strcmp(callee->global->name->text, "len") == 0;
}

/* Only tests of exact strs: whatever else operand i is has not grown. */
static bool forgets(const Value *use, int i)
{
    uint8_t flags = op_flags[use->op];

    if (!(flags & (OPF_RAISES | OPF_WRITES)))
        return use->rep != REP_any && use->rep != REP_ptr;
    switch (use->op) {
    case OP_line: /* frames copy what may grow */
    case OP_keep:
    case OP_shown:
    case OP_settle:
    case OP_truth:
        return true;
    case OP_contains:
        return i == 0 || is_surely_text(use->args[0]);
    case OP_getitem:
        return i == 0 && is_int(use->args[1]);
    case OP_load_method:
        return is_method_that_forgets(use->name);
    case OP_add:
        return i == 0 && makes_longer(use->args[1]);
    default:
        return ((use->op >= OP_lt && use->op <= OP_ge) ||
                (use->op >= OP_truth_lt && use->op <= OP_truth_ge)) &&
               is_surely_text(use->args[!i]);
    }
}

void consume_settle_for(Value *use, int i)
{
    Value *args[] = {use->args[i], use->args[0]}, *s;

    if (forgets(use, i))
        return;
    s = calls_len(use) && i == 1
            ? ir_value_new(use->block->fn, OP_settle_call, use->line, 2, args)
            : consume_settle(use->block->fn, args[0]);
    ir_insert_before(use, s);
}

Value *consume_settle(Fn *fn, Value *v)
{
    return ir_value_new(fn, OP_settle, v->line, 1, &v);
}

static void settle_uses(Web *w)
{
    FOREACH_BLOCK (w->fn, b)
        FOREACH_VALUE (b, v)
            for (int i = 0; v->op != OP_phi && i < v->nargs; i++)
                if (has(w->in_web, v->args[i]) && !is_constant(v->args[i]) &&
                    !(i == 0 && consume_is_addition(v) && has(w->in_web, v)))
                    consume_settle_for(v, i);
}

static void mark_web(Fn *fn, Value *addition)
{
    Web w = {.fn = fn, .nwords = (fn->nvalues + 63) / 64};

    w.in_web = ARENA_ARRAY(fn->arena, uint64_t, w.nwords);
    if (!collect(&w, addition) || !collect_additions(&w) || !w.has_phi ||
        (w.is_open && !(is_of_text(&w) && can_settle(&w))) || !has_no_alias(&w))
        return;
    if (w.is_open)
        settle(&w);
    settle_uses(&w);
    for (int i = 0; i < w.members.count; i++)
        if (consume_is_addition(w.members.items[i]))
            w.members.items[i]->i = TEXT_own;
}

void pass_consume(Fn *fn)
{
    FOREACH_BLOCK (fn, b)
        FOREACH_VALUE (b, v)
            if (consume_is_addition(v) && !v->i && v->args[0]->op == OP_phi)
                mark_web(fn, v);
}
