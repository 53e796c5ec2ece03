/* Of which class of the module a value probably is an instance, and in which
 * slots such instances keep their attributes.
 *
 * A class made once, from a class statement whose only base is object or
 * another such class, or that has none, has instances with one slot for each
 * name that its methods store on self, those of the base first
 * (rt/core/type_new.c).  A value is expected to be an instance of the class
 * that has all names which the function asks the value for: few classes share
 * their names.  The self of a method is of the class whose body holds it.
 *
 * All of this is guessed.  Specialisation asks an object once whether the guess
 * holds (is_shape), which goes by what the runtime knows.
 *
 * Needs: pass_infer.  Keeps: everything; only shapes are set. */
#include "ir/ir.h"

enum { MAX_SHAPES = 64 }; /* classes beyond are not expected anywhere */

typedef uint64_t ShapeSet; /* a bit per Shape.index */

typedef struct Shapes {
    Module *m;
    Arena *a;
    Map holders;    /* Const of a name -> ShapeSet *: classes that have it */
    ShapeSet *seen; /* by value id: classes that have all names asked for */
} Shapes;

int shape_slot(const Shape *s, const Const *name)
{
    for (int i = 0; i < s->class_names.count; i++)
        if (s->class_names.items[i] == name)
            return -1;
    for (int i = 0; i < s->slots.count; i++)
        if (s->slots.items[i] == name)
            return i;
    return -1;
}

/* --- the classes ---------------------------------------------------------- */

/* A class without bases is old-style, unless a name of the module says what
 * all such classes are. */
static bool sets_metaclass(const Module *m)
{
    for (int i = 0; i < m->globals.count; i++)
        if (strcmp(m->globals.items[i]->name->text, "__metaclass__") == 0)
            return true;
    return false;
}

/* The class of instances that the only base makes; false: not known. */
static bool find_base(const Value *build, const Shape **base)
{
    const Value *bases = build->args[0], *b;

    *base = NULL;
    if (bases->op == OP_tuple && bases->nargs == 0)
        return !sets_metaclass(build->block->fn->module);
    if (bases->op != OP_tuple || bases->nargs != 1 ||
        bases->args[0]->op != OP_load_global)
        return false;
    b = bases->args[0];
    if (b->global->only_class)
        *base = b->global->only_class->shape;
    else if (b->global->nstores || strcmp(b->global->name->text, "object") != 0)
        return false;
    return *base || !b->global->only_class;
}

static void add_name(Shapes *s, Shape *shape, Const *name)
{
    for (int i = 0; i < shape->slots.count; i++)
        if (shape->slots.items[i] == name)
            return;
    vec_push(s->a, &shape->slots, name);
}

static void collect_class_names(Shapes *s, Shape *shape)
{
    Module *m = s->m;

    FOREACH_BLOCK (shape->body, b)
        FOREACH_VALUE (b, v)
            if (v->op == OP_store_name)
                vec_push(s->a, &shape->class_names,
                         const_str(m, v->name->text, v->name->len, CONST_str));
}

/* Does the class say how attributes are found, or where they are kept? */
static bool has_hooks(const Shape *shape)
{
    static const char *const hooks[] = {"__slots__",   "__metaclass__",
                                        "__getattr__", "__getattribute__",
                                        "__setattr__", "__delattr__"};

    for (int i = 0; i < shape->class_names.count; i++)
        for (size_t k = 0; k < sizeof hooks / sizeof *hooks; k++)
            if (strcmp(shape->class_names.items[i]->data, hooks[k]) == 0)
                return true;
    return false;
}

static void note_holder(Shapes *s, const Const *name, const Shape *shape)
{
    void **slot = map_slot(&s->holders, name);

    if (!*slot)
        *slot = ARENA_NEW(s->a, ShapeSet);
    *(ShapeSet *)*slot |= 1ull << shape->index;
}

static void add_shape(Shapes *s, const Value *build)
{
    const Shape *base;
    Const *names;
    Shape *shape;

    if (s->m->shapes.count == MAX_SHAPES || !find_base(build, &base))
        return;
    shape = ARENA_NEW(s->a, Shape);
    shape->body = build->fn;
    shape->base = base;
    shape->index = s->m->shapes.count;
    shape->classic = base ? base->classic : build->args[0]->nargs == 0;
    for (int i = 0; base && i < base->slots.count; i++)
        add_name(s, shape, base->slots.items[i]);
    for (int i = 0; base && i < base->class_names.count; i++)
        vec_push(s->a, &shape->class_names, base->class_names.items[i]);
    shape->unusual = base && base->unusual;
    names = class_attr_names(s->m, build->fn->scope->node);
    for (size_t i = 0; i < names->len; i++)
        add_name(s, shape, names->items[i]);
    collect_class_names(s, shape);
    shape->unusual |= has_hooks(shape);
    for (int i = 0; i < shape->slots.count; i++)
        note_holder(s, shape->slots.items[i], shape);
    for (int i = 0; i < shape->class_names.count; i++)
        note_holder(s, shape->class_names.items[i], shape);
    vec_push(s->a, &s->m->shapes, shape);
    build->fn->shape = shape;
}

/* Bases behind the first: their instances' slots are where the first base's
 * are not. */
static void note_mixed(const Value *build)
{
    const Value *bases = build->args[0];

    for (int i = 1; bases->op == OP_tuple && i < bases->nargs; i++) {
        const Value *b = bases->args[i];

        if (b->op == OP_load_global && b->global->only_class &&
            b->global->only_class->shape)
            b->global->only_class->shape->unusual = true;
    }
}

static void collect_shapes(Shapes *s)
{
    FOREACH_BLOCK (s->m->fns.items[0], b)
        FOREACH_VALUE (b, v) {
            if (v->op == OP_store_global && v->global->only_class &&
                v->args[0]->op == OP_build_class)
                add_shape(s, v->args[0]);
            if (v->op == OP_build_class)
                note_mixed(v);
        }
}

/* --- the values ----------------------------------------------------------- */

static void note_use(Shapes *s, const Value *user)
{
    ShapeSet *holders;

    if (user->op != OP_getattr && user->op != OP_setattr &&
        user->op != OP_load_method)
        return;
    holders = map_get(&s->holders, user->konst);
    s->seen[user->args[0]->id] &= holders ? *holders : 0;
}

static bool descends_from(const Shape *s, const Shape *from)
{
    while (s && s != from)
        s = s->base;
    return s != NULL;
}

/* The class in the set from which all others of it are derived, or NULL. */
static const Shape *root_of(Shapes *s, ShapeSet set)
{
    for (int i = 0; i < s->m->shapes.count; i++) {
        const Shape *root = s->m->shapes.items[i];
        bool all = true;

        if (!(set >> i & 1))
            continue;
        for (int k = i + 1; k < s->m->shapes.count; k++)
            all &=
                !(set >> k & 1) || descends_from(s->m->shapes.items[k], root);
        return all ? root : NULL; /* bases come first */
    }
    return NULL;
}

static void expect_shapes(Shapes *s, Fn *fn)
{
    bool method = fn->parent && fn->parent->kind == FN_class;

    s->seen = ARENA_ARRAY(s->a, ShapeSet, fn->nvalues + 1);
    memset(s->seen, 0xff, sizeof *s->seen * (size_t)fn->nvalues);
    FOREACH_BLOCK (fn, b)
        FOREACH_VALUE (b, v)
            note_use(s, v);
    FOREACH_BLOCK (fn, b)
        FOREACH_VALUE (b, v) {
            if (v->op == OP_param && v->i == 0 && method)
                v->shape = fn->parent->shape;
            else if (s->seen[v->id] != UINT64_MAX && v->rep == REP_any)
                v->shape = root_of(s, s->seen[v->id]);
            if (v->shape && v->shape->unusual)
                v->shape = NULL;
        }
}

void pass_shapes(Module *m)
{
    Shapes s = {.m = m, .a = m->arena};

    s.holders.arena = m->arena;
    collect_shapes(&s);
    for (int i = 0; m->shapes.count && i < m->fns.count; i++)
        expect_shapes(&s, m->fns.items[i]);
}
