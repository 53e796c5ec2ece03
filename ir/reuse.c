/* Floats in slots are loaded, tested and unboxed once.
 *
 * Along blocks that are entered at one place only, what a slot was found to
 * hold, or was set to, is remembered until the slot of that number is set in
 * another object, which may be the same one, or code runs that may change
 * attributes.  Only floats: loads of other words keep their order among
 * threads (doc/locking.md).
 *
 * Needs: pass_specialize.  Keeps: SSA.  Breaks: dominators. */
#include "ir/ir.h"

enum { MAX_KNOWN = 32 };

/* A word that is known to be a float; of a slot while object is set. */
typedef struct Known {
    Value *object;
    int64_t slot;
    Value *word; /* NULL: only the number is known */
    Value *raw;  /* NULL: not unboxed yet */
    bool tested;
} Known;

typedef struct Reuse {
    Known items[MAX_KNOWN];
    int n;
} Reuse;

static Value *now(Value *v)
{
    while (v && v->forward)
        v = v->forward;
    return v;
}

static Known *find_word(Reuse *r, const Value *word)
{
    for (int i = 0; i < r->n; i++)
        if (r->items[i].word == word)
            return &r->items[i];
    return NULL;
}

static Known *find_slot(Reuse *r, const Value *object, int64_t slot)
{
    for (int i = 0; i < r->n; i++)
        if (r->items[i].object == object && r->items[i].slot == slot)
            return &r->items[i];
    return NULL;
}

static void add(Reuse *r, Known k)
{
    if (r->n == MAX_KNOWN) { /* the oldest one is forgotten */
        r->n--;
        for (int i = 0; i < r->n; i++)
            r->items[i] = r->items[i + 1];
    }
    r->items[r->n++] = k;
}

/* Slots of that number, -1: all, may hold something else now. */
static void forget(Reuse *r, int64_t slot)
{
    for (int i = 0; i < r->n; i++)
        if (slot < 0 || r->items[i].slot == slot)
            r->items[i].object = NULL;
}

static Value *true_at(Value *v)
{
    Value *c = ir_value_new(v->block->fn, OP_const_i1, v->line, 0, NULL);

    c->i = 1;
    ir_insert_before(v, c);
    return c;
}

static void load(Reuse *r, Value *v)
{
    Value *object = now(v->args[0]), *word;
    Known *k = find_slot(r, object, v->i);

    if (v->type != TK_float)
        return;
    if (k && k->word)
        ir_replace(v, k->word);
    else if (k) { /* another thread's word must not go with this number */
        word = ir_value_new(v->block->fn, OP_box_float, v->line, 1, &k->raw);
        word->type = TK_float;
        word->inlined = v->inlined;
        ir_insert_before(v, word);
        ir_replace(v, word);
        add(r, (Known){NULL, 0, word, k->raw, true});
    } else
        add(r, (Known){object, v->i, v, NULL, false});
}

static void visit(Reuse *r, Value *v)
{
    Known *k = v->nargs == 1 ? find_word(r, now(v->args[0])) : NULL;

    if (v->op == OP_load_slot)
        load(r, v);
    else if (v->op == OP_store_slot)
        forget(r, v->i);
    else if (v->op == OP_safepoint ||
             (op_flags[v->op] & OPF_RAISES && op_flags[v->op] & OPF_WRITES))
        forget(r, -1);
    else if (v->op == OP_is_float && k && k->tested)
        ir_replace(v, true_at(v));
    else if (v->op == OP_unbox_float && k && k->raw)
        ir_replace(v, k->raw);
    else if (v->op == OP_unbox_float && k)
        k->raw = v;
}

/* What is known besides where the branch of b is taken. */
static void learn(Reuse *r, const Block *b)
{
    const Value *test = b->cond;
    Known *k;

    if (b->ctl != CTL_branch || !test)
        return;
    if (test->op == OP_is_float) {
        k = find_word(r, now(test->args[0]));
        if (k)
            k->tested = true;
    } else if (test->op == OP_store_slot && test == b->last &&
               test->args[1]->rep == REP_f64) {
        add(r, (Known){now(test->args[0]), test->i, NULL, now(test->args[1]),
                       true});
    }
}

/* b is entered with what r knows. */
static void follow(Block *b, Reuse r)
{
    for (bool on = true; on;) {
        Block *next = NULL;

        for (Value *v = b->first, *after; v; v = after) {
            after = v->next;
            visit(&r, v);
        }
        b->mark = 1;
        for (int i = 0; i < b->succ.count; i++) {
            Block *s = b->succ.items[i];

            if (s->cold || s->mark || s->preds.count != 1)
                continue;
            if (!next && i == 0)
                next = s;
            else
                follow(s, r);
        }
        on = next != NULL;
        if (on)
            learn(&r, b);
        b = next;
    }
}

static bool has_slots(const Fn *fn)
{
    FOREACH_BLOCK (fn, b)
        FOREACH_VALUE (b, v)
            if (v->op == OP_load_slot && v->type == TK_float)
                return true;
    return false;
}

void pass_reuse(Fn *fn)
{
    if (!has_slots(fn))
        return;
    FOREACH_BLOCK (fn, b) {
        b->mark = 0;
        FOREACH_VALUE (b, v)
            v->forward = NULL;
    }
    FOREACH_BLOCK (fn, b)
        if (!b->cold && !b->mark && (b->preds.count != 1 || b == fn->entry))
            follow(b, (Reuse){.n = 0});
    ir_apply_forwards(fn);
    pass_simplify(fn);
}
