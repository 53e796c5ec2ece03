/* Attributes of instances of the module's classes.
 *
 * The first access to an object that is expected to be of a class asks
 * whether its attributes are in that class's slots (is_shape); behind that,
 * reading and writing one is a load and a store, until code runs that might
 * change a class or an object's class.  What fails the test is foreign, and not
 * asked again.
 *
 * A slot that is not set, or not to be set without ceremony, takes the general
 * operation, behind which the objects at hand are asked again: if they are
 * what they were, the way joins the others. */
#include "ir/specialize.h"

static Kind expected_kind(const Value *o)
{
    return KIND_object + (Kind)o->shape->index;
}

static int slot_of(const Value *v)
{
    const Shape *s = v->args[0]->shape;

    return s ? shape_slot(s, v->konst) : -1;
}

bool spec_has_slot(const Value *v)
{
    return slot_of(v) >= 0;
}

void spec_forget_objects(Spec *s)
{
    for (int i = 0; i < s->old_nvalues; i++)
        if (s->env[i].kind >= KIND_object)
            s->env[i].kind = KIND_any;
    s->objects = false;
}

static Value *emit_test(Spec *s, Value *word, const Shape *shape)
{
    Value *test = spec_emit1(s, OP_is_shape, word);

    test->fn = shape->body;
    return test;
}

static void bind_object(Spec *s, Value *old, Value *word)
{
    spec_bind(s, old, expected_kind(old), word);
    s->objects = true;
}

/* The object on the way that goes on; foreign ones go to `foreign`, whose
 * operation is written by finish_foreign.  NULL: it is foreign. */
static Value *need_object(Spec *s, Value *old, Block **foreign)
{
    Binding b = spec_get(s, old);

    *foreign = NULL;
    if (b.kind == expected_kind(old))
        return b.v[0];
    if (b.kind != KIND_any)
        return NULL;
    *foreign = spec_block(s);
    (*foreign)->cold = true;
    spec_require(s, emit_test(s, b.v[0], old->shape), *foreign);
    bind_object(s, old, b.v[0]);
    return b.v[0];
}

static void finish_foreign(Ways *w, Block *foreign)
{
    Spec *s = w->s;
    Value *o = w->old->args[0];

    if (!foreign)
        return;
    spec_restore(s, w->before);
    s->cur = foreign;
    spec_bind(s, o, KIND_foreign, spec_get(s, o).v[0]);
    spec_generic(s, w->old)->outline = true;
    spec_continue(s);
}

/* The objects that were known before the operation and go on are asked again;
 * if one has changed, all goes on without expectations. */
static void join_again(Ways *w, const Binding *known)
{
    Spec *s = w->s;
    Block *next = w->old->block->succ.items[0], *lost = NULL;
    Binding *now;

    for (int i = 0; i < s->nlive[next->id]; i++) {
        Value *old = s->live[next->id][i];

        if (old == w->old || old->op == OP_phi ||
            known[old->id].kind < KIND_object)
            continue;
        if (!lost) {
            lost = spec_block(s);
            lost->cold = true;
        }
        spec_require(s, emit_test(s, known[old->id].v[0], old->shape), lost);
        s->cur->cold = true;
        bind_object(s, old, known[old->id].v[0]);
    }
    now = spec_save(s);
    spec_continue(s);
    if (!lost)
        return;
    spec_restore(s, now);
    s->cur = lost;
    s->fallback = true;
    spec_continue(s);
    s->fallback = false;
}

/* An access to an object, while it goes the fast way. */
typedef struct Access {
    Ways ways;
    Value *object;
    Block *foreign;
    const Binding *known;
} Access;

/* false: the object is foreign; the general operation was written. */
static bool begin(Access *a, Spec *s, Value *old)
{
    a->ways = spec_ways(s, old);
    a->object = need_object(s, old->args[0], &a->foreign);
    if (a->object) {
        a->known = spec_save(s);
        return true;
    }
    spec_generic(s, old);
    spec_continue(s);
    return false;
}

static void finish(Access *a)
{
    Spec *s = a->ways.s;

    spec_continue(s);
    if (a->ways.slow) {
        spec_restore(s, a->known);
        s->cur = a->ways.slow;
        spec_forget_objects(s);
        spec_generic(s, a->ways.old)->outline = true;
        join_again(&a->ways, a->known);
    }
    finish_foreign(&a->ways, a->foreign);
}

bool spec_getattr(Spec *s, Value *old)
{
    Access a;
    Value *v;

    if (!begin(&a, s, old))
        return true;
    v = spec_emit1(s, OP_load_slot, a.object);
    v->i = slot_of(old);
    spec_require(s, spec_emit1(s, OP_not_i1, spec_emit1(s, OP_is_unset, v)),
                 spec_slow_block(&a.ways));
    spec_bind(s, old, KIND_any, v);
    finish(&a);
    return true;
}

bool spec_setattr(Spec *s, Value *old)
{
    Access a;
    Value *done;

    if (!begin(&a, s, old))
        return true;
    done = spec_emit2(s, OP_store_slot, a.object, spec_any(s, old->args[1]));
    done->i = slot_of(old);
    spec_require(s, done, spec_slow_block(&a.ways));
    finish(&a);
    return true;
}
