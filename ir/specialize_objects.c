/* Attributes of instances of the module's classes.
 *
 * The first access to an object that is expected to be of a class asks
 * whether its attributes are in that class's slots (is_shape); behind that,
 * reading and writing one is a load and a store, until code runs that might
 * change a class or an object's class.
 *
 * An object of another class is a surprise.  A slot that is not set, or not to
 * be set without ceremony, is one as well but in a try statement, which may be
 * there for that: behind the general operation the objects at hand are asked
 * again when they are used. */
#include "ir/specialize.h"

static Kind expected_kind(const Value *o)
{
    return KIND_object + (Kind)o->shape->index;
}

/* Instances of old-style classes have one word more in front. */
static int slot_of(const Value *v)
{
    const Shape *s = v->args[0]->shape;
    int slot = s ? shape_slot(s, v->konst) : -1;

    return slot < 0 ? slot : slot + s->classic;
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

/* The object on the way that goes on; others are surprises.  NULL: it is none,
 * and known not to be. */
static Value *need_object(Ways *w, Value *old)
{
    Spec *s = w->s;
    Binding b = spec_get(s, old);

    if (b.kind == expected_kind(old))
        return b.v[0];
    if (b.kind != KIND_any)
        return NULL;
    spec_require(s, emit_test(s, b.v[0], old->shape), spec_slow_block(w));
    bind_object(s, old, b.v[0]);
    return b.v[0];
}

/* An access to an object, while it goes the fast way. */
typedef struct Access {
    Ways ways;
    Value *object;
    Block *unset; /* where what is not set goes */
} Access;

/* Is an error caught here?  In a copy of a body it may only go on as the error
 * of the call. */
static bool is_caught(const Block *b)
{
    const Block *handler;

    if (b->ctl != CTL_try && !(b->ctl == CTL_stop && b->succ.count))
        return false;
    handler = b->succ.items[b->succ.count - 1];
    return !handler->first || handler->first->op != OP_body_failed ||
           is_caught(handler);
}

/* false: the object is of another kind; the general operation was written. */
static bool begin(Access *a, Spec *s, Value *old)
{
    a->ways = spec_ways(s, old);
    a->ways.surprise = true;
    a->object = need_object(&a->ways, old->args[0]);
    if (!a->object) {
        spec_generic(s, old);
        spec_continue(s);
        return false;
    }
    a->unset =
        is_caught(old->block) ? spec_block(s) : spec_slow_block(&a->ways);
    return true;
}

/* known: the bindings when the attribute turned out not to be set. */
static void finish(Access *a, const Binding *known)
{
    Spec *s = a->ways.s;

    if (a->unset != a->ways.slow) {
        spec_restore(s, known);
        s->cur = a->unset;
        s->cur->cold = true;
        spec_forget_objects(s);
        spec_generic(s, a->ways.old)->outline = true;
        spec_continue(s);
    }
    spec_finish(&a->ways);
}

bool spec_getattr(Spec *s, Value *old)
{
    const Binding *known;
    Access a;
    Value *v;

    if (!begin(&a, s, old))
        return true;
    known = spec_save(s);
    v = spec_emit1(s, OP_load_slot, a.object);
    v->i = slot_of(old);
    if (a.unset == a.ways.slow && spec_is_narrow_number(old)) {
        v->type = old->type & ~(Type)TK_unset;
        spec_bind_number(&a.ways, v);
    } else {
        spec_require(s, spec_emit1(s, OP_not_i1, spec_emit1(s, OP_is_unset, v)),
                     a.unset);
        spec_bind(s, old, KIND_any, v);
        spec_continue(s);
    }
    finish(&a, known);
    return true;
}

/* A number that was just computed is made a word by the store itself. */
static Value *word_or_raw(Spec *s, Value *old)
{
    Binding b = spec_get(s, old);
    bool raw = (b.kind == KIND_int && b.v[0]->op != OP_unbox_int) ||
               (b.kind == KIND_float && b.v[0]->op != OP_unbox_float);

    return raw && !ir_is_constant(old) ? b.v[0] : spec_any(s, old);
}

bool spec_setattr(Spec *s, Value *old)
{
    const Binding *known;
    Access a;
    Value *done;

    if (!begin(&a, s, old))
        return true;
    known = spec_save(s);
    done = spec_emit2(s, OP_store_slot, a.object, word_or_raw(s, old->args[1]));
    done->i = slot_of(old);
    spec_require(s, done, a.unset);
    spec_continue(s);
    finish(&a, known);
    return true;
}
