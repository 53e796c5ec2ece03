/* Objects that only one function sees are not made: their attributes are
 * values (scalar replacement).
 *
 * An object counts as not seen if, but for surprises, nothing is done with it
 * than to test its class and to load and store slots.  What the tests ask is a
 * stand_in, a word of the class without attributes; a slot is a variable.  On
 * each edge to a surprise the object is made after all, with the attributes it
 * has at that moment (made_object): the blocks behind never come back to
 * where the stand_in is used, else the object is made at once.
 *
 * Nobody can tell: the stand_in is compared with other objects only, is in no
 * container, and no code of the program gets it.  Classes with __del__ and
 * others that watch the making of their instances have no stand_in.
 *
 * Needs: pass_specialize.  Keeps: SSA.  Breaks: loop depths. */
#include "ir/inline.h"
#include "ir/liveness.h"

enum {
    MAX_SLOTS = 64,   /* a bit each */
    MAX_EDGES = 200,  /* on which an object is made */
    MAX_BLOCKS = 3000 /* of a function that is looked at */
};

typedef struct Edge {
    Block *from;
    int at; /* in from->succ */
} Edge;

typedef struct Scalar {
    Fn *fn;
    Arena *a;
    Value *o; /* the new_object */
    const Shape *shape;
    bool *live; /* by block id: o is live at its start */
    VEC(Edge) edges;
    VEC(Block *) made;    /* the blocks on them */
    uint64_t *may, *must; /* by block id: slots set at its start */
    uint64_t raw;         /* slots whose variable is a number */
    SsaVar *slots;
    SsaVar real; /* the object where it is made */
} Scalar;

/* --- is it seen? ---------------------------------------------------------- */

static bool is_slot(const Scalar *s, const Value *u)
{
    return u->i >= 0 && u->i < s->shape->slots.count;
}

/* Does u nothing with o that could show that there is none? */
static bool is_harmless(const Scalar *s, const Value *u)
{
    switch (u->op) {
    case OP_is_unset:
    case OP_is_shape:
    case OP_is_method:
    case OP_special:
    case OP_is_int:
    case OP_is_float:
    case OP_is_type:
    case OP_is:
        return true;
    case OP_load_slot:
        return is_slot(s, u);
    case OP_store_slot:
        return is_slot(s, u) && u->args[1] != s->o;
    default:
        return false;
    }
}

/* o is used at the end of b. */
static void note_end(Scalar *s, Block *b)
{
    if (b == s->o->block || s->live[b->id])
        return;
    s->live[b->id] = true;
    for (int i = 0; i < b->preds.count; i++)
        note_end(s, b->preds.items[i]);
}

/* Fills s->live; false: an expected use gives o away. */
static bool find_uses(Scalar *s)
{
    FOREACH_BLOCK (s->fn, b) {
        FOREACH_VALUE (b, u)
            for (int i = 0; i < u->nargs; i++) {
                if (u->args[i] != s->o)
                    continue;
                if (!b->surprise && !is_harmless(s, u))
                    return false;
                note_end(s, u->op == OP_phi ? b->preds.items[i] : b);
            }
        if (b->cond == s->o) {
            if (!b->surprise)
                return false;
            note_end(s, b);
        }
    }
    return true;
}

/* Does control come back from a surprise to where o is used? */
static bool comes_back(const Scalar *s)
{
    FOREACH_BLOCK (s->fn, b) {
        if (b->surprise || !s->live[b->id])
            continue;
        for (int i = 0; i < b->preds.count; i++)
            if (b->preds.items[i]->surprise)
                return true;
    }
    return false;
}

/* Is o passed on the edge that enters b from its pred k? */
static bool takes_object(const Scalar *s, const Block *b, int k)
{
    for (const Value *p = b->first; p && p->op == OP_phi; p = p->next)
        if (p->args[k] == s->o)
            return true;
    return s->live[b->id];
}

/* Which of the preds of its target the edge is. */
static int pred_of(const Block *from, int at)
{
    const Block *to = from->succ.items[at];
    int before = 0, k = 0;

    for (int i = 0; i < at; i++)
        before += from->succ.items[i] == to;
    while (to->preds.items[k] != from || before-- > 0)
        k++;
    return k;
}

static void find_edges(Scalar *s)
{
    FOREACH_BLOCK (s->fn, b) {
        if (b->surprise || (!s->live[b->id] && b != s->o->block))
            continue;
        for (int i = 0; i < b->succ.count; i++)
            if (b->succ.items[i]->surprise &&
                takes_object(s, b->succ.items[i], pred_of(b, i)))
                vec_push(s->a, &s->edges, ((Edge){b, i}));
    }
}

static bool is_unseen(Scalar *s)
{
    const Fn *body = s->o->fn->parent;

    s->shape = body ? body->shape : NULL;
    if (!s->shape || s->shape->classic || s->shape->slots.count > MAX_SLOTS ||
        s->o->block->surprise)
        return false;
    s->live = ARENA_ARRAY(s->a, bool, s->fn->nblocks + 1);
    if (!find_uses(s) || comes_back(s))
        return false;
    find_edges(s);
    return s->edges.count <= MAX_EDGES;
}

/* --- slots as variables --------------------------------------------------- */

static bool is_store(const Scalar *s, const Value *v)
{
    return v->op == OP_store_slot && v->args[0] == s->o && !v->block->surprise;
}

static uint64_t set_in(const Scalar *s, const Block *b)
{
    uint64_t set = 0;

    FOREACH_VALUE (b, v)
        if (is_store(s, v))
            set |= 1ull << v->i;
    return set;
}

/* What is set at the start of b, out of the ends of its preds. */
static bool join_sets(Scalar *s, const Block *b)
{
    uint64_t may = 0, must = UINT64_MAX;
    bool changed;

    for (int i = 0; i < b->preds.count; i++) {
        const Block *p = b->preds.items[i];
        bool first = p == s->o->block;

        may |= (first ? 0 : s->may[p->id]) | set_in(s, p);
        must &= (first ? 0 : s->must[p->id]) | set_in(s, p);
    }
    changed = may != s->may[b->id] || must != s->must[b->id];
    s->may[b->id] = may;
    s->must[b->id] = must;
    return changed;
}

static void find_sets(Scalar *s)
{
    bool changed;

    s->may = ARENA_ARRAY(s->a, uint64_t, s->fn->nblocks + 1);
    s->must = ARENA_ARRAY(s->a, uint64_t, s->fn->nblocks + 1);
    memset(s->must, 0xff, (size_t)s->fn->nblocks * sizeof *s->must);
    do {
        changed = false;
        FOREACH_BLOCK (s->fn, b)
            if (s->live[b->id] && !b->surprise)
                changed |= join_sets(s, b);
    } while (changed);
}

/* The number that all stores store which slot i has; REP_any: they do not, or
 * it may be set or not. */
static Rep rep_of_slot(const Scalar *s, int i)
{
    Rep rep = REP_none;

    FOREACH_BLOCK (s->fn, b) {
        if (!b->surprise && s->live[b->id] &&
            (s->may[b->id] & ~s->must[b->id]) >> i & 1)
            return REP_any;
        FOREACH_VALUE (b, v)
            if (is_store(s, v) && v->i == i) {
                if (rep != REP_none && rep != v->args[1]->rep)
                    return REP_any;
                rep = v->args[1]->rep;
            }
    }
    return rep == REP_none ? REP_any : rep;
}

static Value *boxed(Scalar *s, Value *v, const Value *like)
{
    Value *word;

    if (v->rep == REP_any)
        return v;
    word = ir_value_new(s->fn, v->rep == REP_f64 ? OP_box_float : OP_box_int,
                        like->line, 1, &v);
    word->inlined = like->inlined;
    return word;
}

static Value *insert_boxed(Scalar *s, Value *v, Value *before)
{
    Value *word = boxed(s, v, before);

    if (word != v)
        ir_insert_before(before, word);
    return word;
}

/* A variable for each slot, set where o is made and where it is stored. */
static void define_slots(Scalar *s)
{
    int n = s->shape->slots.count;

    s->slots = ARENA_ARRAY(s->a, SsaVar, n + 1);
    for (int i = 0; i < n; i++) {
        Value *unset = ir_value_new(s->fn, OP_unset, s->o->line, 0, NULL);

        ssa_var(&s->slots[i], s->fn, rep_of_slot(s, i));
        ir_insert_before(s->o, unset);
        ssa_define(&s->slots[i], s->o->block, unset);
    }
    FOREACH_BLOCK (s->fn, b)
        FOREACH_VALUE (b, v)
            if (is_store(s, v)) {
                SsaVar *var = &s->slots[v->i];

                if (var->rep == REP_any)
                    v->args[1] = insert_boxed(s, v->args[1], v);
                ssa_define(var, b, v->args[1]);
            }
}

/* --- where it is made after all ------------------------------------------- */

static void split_edges(Scalar *s)
{
    for (int i = 0; i < s->edges.count; i++) {
        Block *b = ir_split_edge(s->edges.items[i].from, s->edges.items[i].at);

        b->cold = b->surprise = true;
        vec_push(s->a, &s->made, b);
    }
}

static void make_object(Scalar *s, Block *b)
{
    int n = s->shape->slots.count;
    Value **args = ARENA_ARRAY(s->a, Value *, n + 1), *v;

    args[0] = s->o->args[0];
    for (int i = 0; i < n; i++) {
        Value *slot = ssa_on_edge(&s->slots[i], b->preds.items[0], b);

        args[i + 1] = boxed(s, slot, s->o);
        if (args[i + 1] != slot)
            ir_insert_last(b, args[i + 1]);
    }
    v = ir_value_new(s->fn, OP_made_object, s->o->line, n + 1, args);
    v->konst = const_tuple(s->fn->module, s->shape->slots.items, (size_t)n);
    v->inlined = s->o->inlined;
    v->held = s->o->held;
    ir_insert_last(b, v);
    ssa_define(&s->real, b, v);
}

/* Behind surprises there is an object. */
static void use_real(Scalar *s)
{
    FOREACH_BLOCK (s->fn, b) {
        if (!b->surprise)
            continue;
        FOREACH_VALUE (b, u)
            for (int i = 0; i < u->nargs; i++)
                if (u->args[i] == s->o)
                    u->args[i] =
                        u->op == OP_phi
                            ? ssa_on_edge(&s->real, b->preds.items[i], b)
                            : ssa_at_start(&s->real, b);
        if (b->cond == s->o)
            b->cond = ssa_at_start(&s->real, b);
    }
}

/* --- where it is not ------------------------------------------------------ */

static Value *truth_before(Scalar *s, Value *at, bool b)
{
    Value *v = ir_value_new(s->fn, OP_const_i1, at->line, 0, NULL);

    v->i = b;
    ir_insert_before(at, v);
    return v;
}

/* Takes the access out; now: what slots are here. */
static void replace_access(Scalar *s, Value *v, Value **now)
{
    Value *word;

    if (v->op == OP_store_slot) {
        now[v->i] = v->args[1];
        ir_replace(v, truth_before(s, v, true));
        return;
    }
    if (!now[v->i])
        now[v->i] = ssa_at_start(&s->slots[v->i], v->block);
    word = insert_boxed(s, now[v->i], v);
    ir_replace(v, word);
}

static void replace_accesses(Scalar *s)
{
    int n = s->shape->slots.count;
    Value **now = ARENA_ARRAY(s->a, Value *, n + 1);

    FOREACH_BLOCK (s->fn, b) {
        memset(now, 0, (size_t)n * sizeof *now);
        for (Value *v = b->first, *next; v && !b->surprise; v = next) {
            next = v->next;
            if (v == s->o)
                for (int i = 0; i < n; i++)
                    now[i] = v->prev; /* unset */
            else if ((v->op == OP_store_slot || v->op == OP_load_slot) &&
                     v->args[0] == s->o)
                replace_access(s, v, now);
        }
    }
}

/* --- what is known now ---------------------------------------------------- */

static Value *known(Scalar *s, Value *v)
{
    const Value *x = v->nargs ? v->args[0] : NULL;
    bool number = x && (x->op == OP_box_int || x->op == OP_box_float);

    if (v->op == OP_is_unset && (number || ir_is_constant(x)))
        return truth_before(s, v, x->op == OP_unset);
    if (!number)
        return NULL;
    if ((v->op == OP_unbox_int && x->op == OP_box_int) ||
        (v->op == OP_unbox_float && x->op == OP_box_float))
        return x->args[0];
    if (v->op == OP_is_int)
        return truth_before(s, v, x->op == OP_box_int);
    if (v->op == OP_is_float)
        return truth_before(s, v, x->op == OP_box_float);
    return NULL;
}

static void fold(Scalar *s)
{
    ir_apply_forwards(s->fn);
    FOREACH_BLOCK (s->fn, b)
        for (Value *v = b->first, *next; v; v = next) {
            Value *by = known(s, v);

            next = v->next;
            if (by)
                ir_replace(v, by);
        }
    pass_simplify(s->fn);
}

static bool replace(Fn *fn, Value *o)
{
    Scalar s = {.fn = fn, .a = fn->arena, .o = o};

    if (!is_unseen(&s))
        return false;
    find_sets(&s);
    split_edges(&s);
    define_slots(&s);
    ssa_var(&s.real, fn, REP_any);
    for (int i = 0; i < s.made.count; i++)
        make_object(&s, s.made.items[i]);
    use_real(&s);
    replace_accesses(&s);
    o->op = OP_stand_in;
    o->held = 0;
    fold(&s);
    return true;
}

static void collect(Fn *fn, ValueList *list)
{
    FOREACH_BLOCK (fn, b)
        FOREACH_VALUE (b, v)
            if (v->op == OP_new_object)
                vec_push(fn->arena, list, v);
}

/* What only goes on to a surprise is one. */
static void mark_surprises(Fn *fn)
{
    bool changed;

    do {
        changed = false;
        FOREACH_BLOCK (fn, b)
            if (!b->surprise && b->ctl == CTL_jump &&
                b->succ.items[0]->surprise && b != fn->entry)
                changed = b->cold = b->surprise = true;
    } while (changed);
}

/* An object that was only in a slot of another one may be left out then. */
void pass_scalars(Fn *fn)
{
    bool changed = !fn->is_quick && !fn->module->drops;

    while (changed && fn->blocks.count <= MAX_BLOCKS) {
        ValueList list = {0};

        changed = false;
        mark_surprises(fn);
        collect(fn, &list);
        for (int i = 0; i < list.count; i++)
            if (list.items[i]->block && list.items[i]->op == OP_new_object)
                changed |= replace(fn, list.items[i]);
    }
}
