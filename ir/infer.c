/* What values probably are.
 *
 * One optimistic fixpoint over all functions of a module: types flow from
 * arguments to parameters of known callees and from their results back, from
 * stores to loads of globals, cells and attributes (by name: one summary for
 * all classes), and through containers, whose items are one unified Item
 * each (after Steensgaard, "Points-to Analysis in Almost Linear Time", 1996).
 *
 * The result, Value.type, is an expectation, not a proof: other modules,
 * setattr and subclasses can do anything.  Whoever uses it tests it; that is
 * why unknown effects may be left out here.  0 and TYPE_ANY: nothing known.
 * Attributes that hold floats but for what the program begins with are floats:
 * with that the fixpoint is found again.
 *
 * Needs: SSA.  Keeps: everything; only Value.type and Fn.facts change. */
#include "ir/infer.h"

#include <string.h>

enum { MAX_ROUNDS = 12, MAX_FIXPOINTS = 3 };

/* --- items ---------------------------------------------------------------- */

static Item *item_new(Infer *s)
{
    return ARENA_NEW(s->a, Item);
}

static Item *find(Item *i)
{
    while (i->same) {
        if (i->same->same)
            i->same = i->same->same;
        i = i->same;
    }
    return i;
}

void infer_unify(Infer *s, Item *a, Item *b)
{
    Item *rest;

    a = find(a);
    b = find(b);
    if (a == b)
        return;
    s->changed = true;
    b->same = a;
    a->type |= b->type;
    a->known |= b->known;
    rest = b->inner;
    if (rest && a->inner)
        infer_unify(s, a->inner, rest);
    else if (rest)
        a->inner = rest;
}

static Item *item_of(Infer *s, Fact *f)
{
    if (!f->item)
        f->item = item_new(s);
    return f->item = find(f->item);
}

Fact *infer_fact(const Value *v)
{
    return &v->block->fn->facts->values[v->id];
}

Item *infer_items(Infer *s, const Value *v)
{
    return item_of(s, infer_fact(v));
}

Type infer_item_type(const Item *i)
{
    return i->known ? i->type : TYPE_ANY;
}

static Item *inner(Infer *s, Item *i)
{
    i = find(i);
    if (!i->inner)
        i->inner = item_new(s);
    return i->inner = find(i->inner);
}

/* --- facts ---------------------------------------------------------------- */

void infer_join(Infer *s, Type *to, Type t)
{
    if ((*to | t) != *to) {
        *to |= t;
        s->changed = true;
    }
}

void infer_join_fact(Infer *s, Fact *to, Fact *from)
{
    infer_join(s, &to->type, from->type);
    if (to->item && from->item)
        infer_unify(s, to->item, from->item);
    else if (from->item)
        to->item = from->item;
    else
        from->item = item_of(s, to);
}

void infer_set(Infer *s, Value *v, Type t)
{
    infer_join(s, &infer_fact(v)->type, t & TK_int ? t | TYPE_COMPUTED : t);
}

void infer_set_fact(Infer *s, Value *v, Fact *from)
{
    infer_join_fact(s, infer_fact(v), from);
}

void infer_copy(Infer *s, Value *v, Value *from)
{
    infer_set_fact(s, v, infer_fact(from));
}

Type infer_type(const Value *v)
{
    return infer_fact(v)->type & ~TYPE_COMPUTED;
}

bool infer_only(Type t, Type among)
{
    return t && !(t & ~among & ~TYPE_COMPUTED);
}

/* A container made here, whose items are `t`. */
static void make(Infer *s, Value *v, Type t)
{
    infer_set(s, v, t);
    infer_items(s, v)->known = true;
}

/* v goes into the container. */
void infer_put_in(Infer *s, Value *container, Value *v)
{
    Item *i = infer_items(s, container);

    infer_join(s, &i->type, infer_type(v));
    if (infer_type(v) & TYPE_CONTAINERS)
        infer_unify(s, inner(s, i), infer_items(s, v));
}

/* v is one of the items. */
void infer_take_out(Infer *s, Value *v, Item *i)
{
    i = find(i);
    infer_set(s, v, i->known ? i->type : TYPE_ANY);
    if (i->type & TYPE_CONTAINERS)
        infer_unify(s, inner(s, i), infer_items(s, v));
}

void infer_same_items(Infer *s, Value *a, Value *b)
{
    infer_unify(s, infer_items(s, a), infer_items(s, b));
}

/* --- operators ------------------------------------------------------------ */

/* None knows no operators: there is a result only when it was not None. */
static Type without_none(Type t)
{
    return t == TYPE_ANY || t == TK_none ? t : t & ~(Type)TK_none;
}

static Type arithmetic(Op op, Type a, Type b)
{
    Type ints = TK_int | TK_bool, nums = ints | TK_long | TK_float;
    Type t = 0;

    a = without_none(a);
    b = without_none(b);
    if (!a || !b)
        return 0;
    if (infer_only(a, TK_str) && (op == OP_mod || op == OP_add || op == OP_mul))
        return TK_str;
    if (infer_only(a, TK_unicode) &&
        (op == OP_mod || op == OP_add || op == OP_mul))
        return TK_unicode;
    if (op == OP_mul && infer_only(b, TK_str | TK_list | TK_tuple) &&
        infer_only(a, ints))
        return b;
    if (infer_only(a, TK_list | TK_tuple) && (op == OP_add || op == OP_mul))
        return a;
    if (infer_only(a, TK_set) && op >= OP_sub)
        return TK_set;
    /* a float with something unseen: hardly anything but a number */
    if ((infer_only(a, TK_float) && b == TYPE_ANY) ||
        (infer_only(b, TK_float) && a == TYPE_ANY))
        return TK_float;
    if (!infer_only(a, nums) || !infer_only(b, nums))
        return TYPE_ANY;
    if (op == OP_truediv)
        return TK_float;
    if ((a | b) & TK_float)
        t |= TK_float;
    if ((a & ints) && (b & ints))
        t |= TK_int;
    if (((a | b) & TK_long) && (a & ~TK_float) && (b & ~TK_float))
        t |= TK_long;
    return t;
}

static void binary(Infer *s, Value *v)
{
    Op op =
        v->op >= OP_iadd && v->op <= OP_ior ? v->op - OP_iadd + OP_add : v->op;
    Value *a = v->args[0], *b = v->args[1];
    Type t = arithmetic(op, infer_type(a), infer_type(b));

    if (infer_call_special(s, v))
        return;
    /* of literals: as good as one */
    if (t & TK_int)
        t |= (infer_fact(a)->type | infer_fact(b)->type) & (Type)TYPE_COMPUTED;
    infer_join(s, &infer_fact(v)->type, t);
    if (infer_only(t, TYPE_CONTAINERS)) {
        Value *list = infer_type(a) & TYPE_CONTAINERS ? a : b;

        infer_same_items(s, v, list);
        if (op == OP_add)
            infer_same_items(s, v, b);
    }
}

/* --- items ---------------------------------------------------------------- */

static void subscript(Infer *s, Value *v)
{
    Type t = infer_type(v->args[0]);

    if (infer_call_special(s, v))
        return;
    if (infer_only(t, TK_str | TK_unicode))
        infer_set(s, v, t);
    else if (infer_only(t, TK_bytearray))
        infer_set(s, v, TK_int);
    else if (infer_only(t, TK_list | TK_tuple | TK_dict))
        infer_take_out(s, v, infer_items(s, v->args[0]));
    else if (t)
        infer_set(s, v, TYPE_ANY);
}

static void iterate(Infer *s, Value *v)
{
    Type t = infer_type(v->args[0]);
    Item *i = infer_items(s, v);

    if (!t) /* not yet */
        return;
    infer_set(s, v, TK_other);
    if (infer_only(t, TK_str | TK_unicode)) {
        i->known = true;
        infer_join(s, &i->type, t);
    } else if (infer_only(t, TK_bytearray | TK_xrange)) {
        i->known = true;
        infer_join(s, &i->type, TK_int);
    } else if (infer_only(t, TYPE_CONTAINERS & ~TK_dict)) {
        infer_same_items(s, v, v->args[0]);
    } else if (t) {
        i->known = true;
        infer_join(s, &i->type, TYPE_ANY);
    }
}

/* Item i of a pair that a loop gets from enumerate(), zip() or the items of a
 * dict; false: it is none of these. */
static bool pair_item(Infer *s, Value *v, const Value *next)
{
    const Value *loop, *f;
    Value *from = NULL;

    if (next->op != OP_next || next->args[0]->op != OP_iter)
        return false;
    loop = next->args[0]->args[0];
    f = loop->nargs ? loop->args[0] : NULL;
    if (loop->op == OP_call && f->op == OP_load_global && loop->nargs > 1) {
        const char *name = f->global->name->text;

        if (strcmp(name, "enumerate") == 0) {
            if (v->i == 0)
                return infer_set(s, v, TK_int), true;
            from = loop->args[1];
        } else if (strcmp(name, "zip") == 0 || strcmp(name, "izip") == 0) {
            from = loop->nargs > v->i + 1 ? loop->args[v->i + 1] : NULL;
        }
        if (!from || !infer_only(infer_type(from), TYPE_CONTAINERS & ~TK_dict))
            return false;
    } else if (loop->op == OP_call_bound && f->op == OP_load_method &&
               v->i == 1 && infer_only(infer_type(f->args[0]), TK_dict) &&
               (strcmp(f->name->text, "items") == 0 ||
                strcmp(f->name->text, "iteritems") == 0)) {
        from = f->args[0];
    }
    if (from)
        infer_take_out(s, v, infer_items(s, from));
    return from != NULL;
}

static void unpack_item(Infer *s, Value *v)
{
    Value *from = v->args[0]->args[0];
    Type t = infer_type(from);

    if (pair_item(s, v, from))
        return;
    if (infer_only(t, TYPE_CONTAINERS & ~TK_dict))
        infer_take_out(s, v, infer_items(s, from));
    else if (t)
        infer_set(s, v, TYPE_ANY);
}

/* --- variables and functions ---------------------------------------------- */

/* The attributes of one name. */
typedef struct Attr {
    Fact fact;
    Type seen;     /* of stores of values of which anything is known */
    bool is_float; /* see settle_attribute */
    Type none;     /* of a float: TK_none if it can be None as well */
} Attr;

static Attr *attribute(Infer *s, const Name *name)
{
    void **slot = map_slot(&s->attrs, name);

    if (!*slot)
        *slot = ARENA_NEW(s->a, Attr);
    return *slot;
}

static void load_attribute(Infer *s, Value *v)
{
    Attr *a = map_get(&s->attrs, v->name);

    if (a && a->is_float)
        infer_set(s, v, TK_float | a->none);
    else if (a)
        infer_set_fact(s, v, &a->fact);
    else
        infer_set(s, v, TYPE_ANY);
}

static void store_attribute(Infer *s, const Name *name, const Value *v)
{
    Attr *a = attribute(s, name);

    if (infer_type(v) != TYPE_ANY)
        a->seen |= infer_type(v);
    infer_join_fact(s, &a->fact, infer_fact(v));
}

/* Hardly anything but a float: what holds floats beside ints that stand in the
 * source as they are (Point(0, 0)), or begins as something unseen, most often
 * an argument, and is replaced by floats.  True if this is news. */
static bool settle_attribute(Attr *a)
{
    Type t = a->fact.type, none = t & TK_none;
    bool unseen = (t | TYPE_COMPUTED) == (Type)(TYPE_ANY | TYPE_COMPUTED);

    t &= ~(Type)(TK_none | TK_unset);
    if (a->is_float ||
        (t != (TK_float | TK_int) && !(unseen && a->seen == TK_float)))
        return false;
    a->none = unseen ? 0 : none;
    return a->is_float = true;
}

static void load_global(Infer *s, Value *v)
{
    if (v->global->nstores)
        infer_set_fact(s, v, &s->globals[v->global->index]);
    else
        infer_set(s, v, TK_other);
}

static void pass_cells(Infer *s, Value *v, int from)
{
    for (int i = from; i < v->nargs; i++)
        infer_join_fact(s, &v->fn->facts->cells[i - from],
                        infer_fact(v->args[i]));
}

/* Defaults and cells of a function that is made here. */
static void make_function(Infer *s, Value *v)
{
    FnFacts *f = v->fn->facts;
    int ndefaults = (int)v->i;

    infer_set(s, v, TK_function);
    for (int i = 0; i < ndefaults; i++)
        infer_join_fact(s, &f->params[v->fn->argcount - ndefaults + i],
                        infer_fact(v->args[i]));
    pass_cells(s, v, ndefaults);
}

static void constant(Infer *s, Value *v)
{
    static const Type types[] = {
        [CONST_int] = TK_int,     [CONST_long] = TK_long,
        [CONST_float] = TK_float, [CONST_imag] = TK_complex,
        [CONST_str] = TK_str,     [CONST_unicode] = TK_unicode,
        [CONST_tuple] = TK_tuple, [CONST_none] = TK_none,
    };
    const Const *c = v->konst;

    infer_join(s, &infer_fact(v)->type, types[c->kind]);
    if (c->kind != CONST_tuple)
        return;
    infer_items(s, v)->known = true;
    for (size_t i = 0; i < c->len; i++)
        infer_join(s, &infer_items(s, v)->type, types[c->items[i]->kind]);
}

/* A result that depends on the operation only; 0: see walk_value. */
static Type fixed_result(Op op)
{
    switch (op) {
    case OP_unset:
        return TK_unset;
    case OP_none:
        return TK_none;
    case OP_true:
    case OP_false:
    case OP_bool:
    case OP_lt:
    case OP_le:
    case OP_eq:
    case OP_ne:
    case OP_gt:
    case OP_ge:
        return TK_bool;
    case OP_box_int:
        return TK_int;
    case OP_repr:
        return TK_str;
    case OP_import:
        return TK_module;
    case OP_locals:
        return TK_dict;
    default:
        return 0;
    }
}

static void walk_store(Infer *s, Value *v)
{
    switch (v->op) {
    case OP_store_global:
        infer_join_fact(s, &s->globals[v->global->index],
                        infer_fact(v->args[0]));
        break;
    case OP_cell_set:
        infer_put_in(s, v->args[0], v->args[1]);
        break;
    case OP_setattr:
        store_attribute(s, v->name, v->args[1]);
        break;
    case OP_store_name:
        if (v->args[1]->op != OP_function)
            store_attribute(s, v->name, v->args[1]);
        break;
    case OP_setitem:
        infer_put_in(s, v->args[0], v->args[2]);
        break;
    case OP_list_add:
    case OP_set_add:
        infer_put_in(s, v->args[0], v->args[1]);
        break;
    case OP_dict_add:
        infer_put_in(s, v->args[0], v->args[2]);
        break;
    default:
        break;
    }
}

static void make_display(Infer *s, Value *v, Type t)
{
    make(s, v, t);
    for (int i = 0; i < v->nargs; i++)
        infer_put_in(s, v, v->args[i]);
}

static void walk_yield(Infer *s, Value *v)
{
    Item *i = item_of(s, &s->fn->facts->result);

    infer_join(s, &i->type, infer_type(v->args[0]));
    if (infer_type(v->args[0]) & TYPE_CONTAINERS)
        infer_unify(s, inner(s, i), infer_items(s, v->args[0]));
    infer_set(s, v, TYPE_ANY);
}

/* zip(*rows): tuples of what is in the rows. */
static void call_with_star(Infer *s, Value *v)
{
    const Value *f = v->args[0];
    Value *rows = v->args[1];
    bool zip = f->op == OP_load_global && f->global->nstores == 0 &&
               v->nargs == 3 && strcmp(f->global->name->text, "zip") == 0;

    if (!zip || infer_type(rows) & ~(Type)(TK_list | TK_tuple)) {
        infer_set(s, v, TYPE_ANY);
    } else if (infer_type(rows)) {
        make(s, v, TK_list);
        infer_join(s, &infer_items(s, v)->type, TK_tuple);
        infer_unify(s, inner(s, infer_items(s, v)),
                    inner(s, infer_items(s, rows)));
    }
}

static void walk_more(Infer *s, Value *v)
{
    switch (v->op) {
    case OP_neg:
    case OP_pos:
    case OP_invert:
        infer_set(s, v, arithmetic(OP_sub, TK_int, infer_type(v->args[0])));
        break;
    case OP_getslice:
        infer_copy(s, v, v->args[0]);
        break;
    case OP_function:
        make_function(s, v);
        break;
    case OP_build_class:
        infer_set(s, v, TK_class);
        pass_cells(s, v, 1);
        break;
    case OP_yield:
        walk_yield(s, v);
        break;
    case OP_call_ex:
        call_with_star(s, v);
        break;
    default:
        if (v->op >= OP_add && v->op <= OP_ior)
            binary(s, v);
        else
            infer_set(s, v, TYPE_ANY);
    }
}

static void walk_value(Infer *s, Value *v)
{
    Type fixed = fixed_result(v->op);

    if (fixed) {
        infer_set(s, v, fixed);
        return;
    }
    switch (v->op) {
    case OP_const:
        constant(s, v);
        break;
    case OP_param:
        infer_set_fact(s, v, &s->fn->facts->params[v->i]);
        break;
    case OP_phi:
        for (int i = 0; i < v->nargs; i++)
            infer_copy(s, v, v->args[i]);
        break;
    case OP_check_local:
    case OP_check_free:
        infer_join(s, &infer_fact(v)->type,
                   infer_fact(v->args[0])->type & ~(Type)TK_unset);
        infer_same_items(s, v, v->args[0]);
        break;
    case OP_closure_cell:
        infer_set_fact(s, v, &s->fn->facts->cells[v->i]);
        break;
    case OP_new_cell:
        make(s, v, TK_other);
        infer_put_in(s, v, v->args[0]);
        break;
    case OP_cell_get:
        infer_take_out(s, v, infer_items(s, v->args[0]));
        break;
    case OP_load_global:
        load_global(s, v);
        break;
    case OP_getattr:
        load_attribute(s, v);
        break;
    case OP_getitem:
        subscript(s, v);
        break;
    case OP_call:
        infer_call(s, v);
        break;
    case OP_call_bound:
        infer_call_bound(s, v);
        break;
    case OP_tuple:
        make_display(s, v, TK_tuple);
        break;
    case OP_list:
        make_display(s, v, TK_list);
        break;
    case OP_set:
        make_display(s, v, TK_set);
        break;
    case OP_dict:
        make(s, v, TK_dict);
        break;
    case OP_iter:
        iterate(s, v);
        break;
    case OP_next:
        if (infer_type(v->args[0]))
            infer_take_out(s, v, infer_items(s, v->args[0]));
        break;
    case OP_unpack_item:
        unpack_item(s, v);
        break;
    default:
        walk_more(s, v);
    }
}

/* --- the fixpoint --------------------------------------------------------- */

static void walk_fn(Infer *s, Fn *fn)
{
    s->fn = fn;
    FOREACH_BLOCK (fn, b) {
        if (b->surprise) /* not expected to run */
            continue;
        FOREACH_VALUE (b, v) {
            if (v->rep == REP_none || v->rep == REP_i1)
                walk_store(s, v);
            else
                walk_value(s, v);
        }
        if (b->ctl == CTL_return && !fn->is_generator)
            infer_join_fact(s, &fn->facts->result, infer_fact(b->cond));
    }
}

static FnList *method_list(Infer *s, const Name *name)
{
    void **slot = map_slot(&s->m->methods, name);

    if (!*slot)
        *slot = ARENA_NEW(s->a, FnList);
    return *slot;
}

static void prepare_fn(Infer *s, Fn *fn)
{
    FnFacts *f = ARENA_NEW(s->a, FnFacts);

    fn->facts = f;
    f->params = ARENA_ARRAY(s->a, Fact, fn->nparams + 1);
    f->cells = fn->original
                   ? s->m->fns.items[fn->original]->facts->cells
                   : ARENA_ARRAY(s->a, Fact, fn->scope->freevars.count + 1);
    f->values = ARENA_ARRAY(s->a, Fact, fn->nvalues + 1);
}

/* Which functions are known to be called, which classes have which methods,
 * which globals are always one class, which attributes are set: their loads
 * wait for the stores, wherever they stand. */
static void note_value(Infer *s, Value *v)
{
    Fn *callee;

    if (v->op == OP_setattr)
        attribute(s, v->name);

    if (v->op == OP_store_name && v->args[1]->op == OP_function) {
        vec_push(s->a, method_list(s, v->name), v->args[1]->fn);
    } else if (v->op == OP_store_global && v->global->nstores == 1 &&
               v->args[0]->op == OP_build_class) {
        v->global->only_class = v->args[0]->fn;
    } else if (v->op == OP_call) {
        callee = infer_known_callee(v);
        if (callee)
            callee->facts->called = true;
    }
}

/* Methods and constructors count as called where their name is. */
static void note_called(Infer *s, Value *v)
{
    FnList *fns = NULL;
    Fn *init, *body;

    if (v->op == OP_load_method)
        fns = map_get(&s->m->methods, v->name);
    else
        fns = infer_special(s->m, v->op);
    for (int i = 0; fns && i < fns->count; i++)
        fns->items[i]->facts->called = true;
    if (v->op != OP_call || v->args[0]->op != OP_load_global)
        return;
    body = v->args[0]->global->only_class;
    init = body ? infer_init(body) : NULL;
    if (init)
        init->facts->called = true;
}

static void each_value(Infer *s, bool second)
{
    for (int i = 0; i < s->m->fns.count; i++) {
        Fn *fn = s->m->fns.items[i];

        FOREACH_BLOCK (fn, b)
            FOREACH_VALUE (b, v) {
                if (second)
                    note_called(s, v);
                else
                    note_value(s, v);
            }
    }
}

/* Parameters that nobody seen passes can be anything; self is an instance. */
static void assume_parameters(Fn *fn)
{
    bool method = fn->parent && fn->parent->kind == FN_class;

    for (int i = 0; i < fn->nparams; i++) {
        Fact *p = &fn->facts->params[i];

        if (i >= fn->argcount)
            p->type = fn->varargs && i == fn->argcount ? TK_tuple : TK_dict;
        else if (method && i == 0)
            p->type = TK_other;
        else if (!fn->facts->called)
            p->type = TYPE_ANY;
    }
}

/* Nothing is known yet but how functions are called. */
static void begin(Infer *s, Fn *fn)
{
    FnFacts *f = fn->facts;

    memset(f->params, 0, (size_t)fn->nparams * sizeof *f->params);
    memset(f->cells, 0, (size_t)fn->scope->freevars.count * sizeof *f->cells);
    memset(f->values, 0, (size_t)fn->nvalues * sizeof *f->values);
    f->result = (Fact){0};
    if (fn->is_generator) {
        f->result.type = TK_other;
        item_of(s, &f->result)->known = true;
    }
    assume_parameters(fn);
}

static void find_fixpoint(Infer *s)
{
    Module *m = s->m;

    memset(s->globals, 0, (size_t)m->globals.count * sizeof *s->globals);
    for (int i = 0; i < m->fns.count; i++)
        begin(s, m->fns.items[i]);
    s->changed = true;
    for (int round = 0; s->changed && round < MAX_ROUNDS; round++) {
        s->changed = false;
        for (int i = 0; i < m->fns.count; i++)
            walk_fn(s, m->fns.items[i]);
    }
}

/* true: some attribute turned out to be a float, so that more can be known. */
static bool settle_attributes(Infer *s)
{
    bool news = false;

    for (int i = 0; i < s->attrs.count; i++) {
        Attr *a = s->attrs.entries[i].value;

        news |= settle_attribute(a);
        a->fact = (Fact){0};
        a->seen = 0;
    }
    return news;
}

static void write_types(Fn *fn)
{
    FOREACH_BLOCK (fn, b)
        FOREACH_VALUE (b, v)
            v->type = infer_type(v);
}

/* A parameter's or result's. */
Type infer_signature(const Fact *f)
{
    return f->type & ~(Type)TYPE_COMPUTED;
}

void pass_infer(Module *m)
{
    Infer s = {.m = m, .a = m->arena};

    s.attrs.arena = m->methods.arena = m->arena;
    s.globals = ARENA_ARRAY(s.a, Fact, m->globals.count + 1);
    for (int i = 0; i < m->fns.count; i++)
        prepare_fn(&s, m->fns.items[i]);
    each_value(&s, false);
    each_value(&s, true);
    find_fixpoint(&s);
    for (int n = 1; n < MAX_FIXPOINTS && settle_attributes(&s); n++)
        find_fixpoint(&s);
    for (int i = 0; i < m->fns.count; i++)
        write_types(m->fns.items[i]);
}
