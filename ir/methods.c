/* Small methods become part of the functions that call them: what a class's
 * calls run (__init__), methods, operators of instances, functions that take
 * instances.
 *
 * LLVM inlines some of them later, but it cannot know what an object is made
 * of: here pass_specialize goes on with what it knows of the arguments, and
 * pass_scalars leaves out objects that only such bodies see.
 *
 *     m = load_method .f x               m = [x has f] ? unset : load_method
 *     r = call_bound m x y               r = [m is unset] ? body of f : call
 *
 * Taken are bodies that call nothing of Python's, so that the recursion limit
 * has nothing to count, where the class of the receiver is known; a receiver
 * with another method is a surprise.
 *
 * Needs: pass_infer, pass_shapes, pass_tiers.  Keeps: SSA.  Breaks: loop
 * depths. */
#include "ir/inline.h"
#include "ir/liveness.h"

#include <stdio.h>
#include <string.h>

enum {
    MAX_BODY = 60,    /* values of a body that is copied */
    MAX_BLOCKS = 500, /* of a function that still takes copies */
    MAX_ADDED = 3000  /* values in copies, in a module */
};

typedef struct Call {
    Value *v;
    Fn *callee;
    bool makes; /* calls a class */
} Call;

typedef struct Methods {
    Module *m;
    uint8_t *seen; /* by Fn.index */
    int added;
} Methods;

/* --- what is called ------------------------------------------------------- */

static bool takes(const Fn *fn, int nargs)
{
    return fn->nparams == nargs && fn->scope->freevars.count == 0 &&
           !fn->is_generator && inline_is_plain(fn);
}

/* The class whose instances fn is a method of, if they are as usual. */
static const Shape *class_of(const Fn *fn)
{
    const Shape *s =
        fn->parent && fn->parent->kind == FN_class ? fn->parent->shape : NULL;

    return s && !s->unusual && !s->classic ? s : NULL;
}

static bool is_a(const Shape *s, const Shape *base)
{
    while (s && s != base)
        s = s->base;
    return s != NULL;
}

/* The function among fns that is in the class's body; NULL: none, or several.
 */
static Fn *own_method(const FnList *fns, const Shape *s)
{
    Fn *found = NULL;

    for (int i = 0; i < fns->count; i++)
        if (fns->items[i]->parent == s->body) {
            if (found)
                return NULL;
            found = fns->items[i];
        }
    return found;
}

/* What of fns instances of the class and of classes derived from it have for a
 * method; without a class what there is only one of. */
static Fn *method_among(const Module *m, const FnList *fns, const Shape *s)
{
    const Shape *holder = s;

    if (!s)
        return fns->count == 1 && class_of(fns->items[0]) ? fns->items[0]
                                                          : NULL;
    for (int i = 0; i < m->shapes.count; i++)
        if (m->shapes.items[i] != s && is_a(m->shapes.items[i], s) &&
            own_method(fns, m->shapes.items[i]))
            return NULL;
    while (holder && !own_method(fns, holder))
        holder = holder->base;
    return holder && !s->classic ? own_method(fns, holder) : NULL;
}

static Fn *method_of(const Value *v)
{
    const Value *load = v->args[0], *self = v->nargs > 1 ? v->args[1] : NULL;
    const Module *m = v->block->fn->module;
    FnList *fns;
    Fn *fn;

    if (v->konst || load->op != OP_load_method || !self ||
        self->op != OP_method_self || self->args[0] != load ||
        !load->args[0]->shape || ir_count_uses(load) != 2 ||
        ir_count_uses(self) != 1)
        return NULL;
    fns = map_get(&m->methods, load->name);
    fn = fns ? method_among(m, fns, load->args[0]->shape) : NULL;
    return fn && takes(fn, v->nargs - 1) ? fn : NULL;
}

static Fn *operator_of(const Value *v)
{
    const Module *m = v->block->fn->module;
    FnList *fns = v->op == OP_getitem ? NULL : infer_special(m, v->op);
    Fn *fn = fns && v->args[0]->type == TK_other
                 ? method_among(m, fns, v->args[0]->shape)
                 : NULL;

    return fn && takes(fn, 2) ? fn : NULL;
}

static bool returns_none(const Fn *fn)
{
    FOREACH_BLOCK (fn, b)
        if (b->ctl == CTL_return && b->cond->op != OP_none)
            return false;
    return true;
}

static const Shape *made_by(const Value *v)
{
    const Value *f = v->args[0];
    const Fn *body = f->op == OP_load_global && f->global->nstores == 1
                         ? f->global->only_class
                         : NULL;

    return body && body->shape && !body->shape->unusual && !body->shape->classic
               ? body->shape
               : NULL;
}

static Fn *init_of(const Value *v)
{
    const Shape *s = made_by(v);
    Fn *init = s ? infer_init(s->body) : NULL;

    return init && takes(init, v->nargs) && returns_none(init) ? init : NULL;
}

/* A function is worth a copy if it works on an instance. */
static Fn *function_of(const Value *v)
{
    Fn *fn = v->args[0]->op == OP_load_global ? infer_known_callee(v) : NULL;

    if (!fn || !takes(fn, v->nargs - 1))
        return NULL;
    FOREACH_BLOCK (fn, b)
        FOREACH_VALUE (b, p)
            if (p->op == OP_param && p->shape && !p->shape->classic)
                return fn;
    return NULL;
}

static Call callee_of(Value *v)
{
    Call c = {.v = v};

    if (v->op == OP_call_bound) {
        c.callee = method_of(v);
    } else if (v->op == OP_call && !v->konst) {
        c.callee = init_of(v);
        c.makes = c.callee != NULL;
        if (!c.makes)
            c.callee = function_of(v);
    } else {
        c.callee = operator_of(v);
    }
    return c;
}

/* --- is it worth it? ------------------------------------------------------ */

static int size(const Fn *fn)
{
    int n = 0;

    FOREACH_BLOCK (fn, b)
        if (!b->surprise)
            FOREACH_VALUE (b, v)
                n += !ir_is_constant(v);
    return n;
}

/* Calls only what is written in C, as far as one can see. */
static bool calls_builtin(const Value *v)
{
    const Value *f = v->args[0];

    if (v->op == OP_call)
        return f->op == OP_load_global && f->global->nstores == 0;
    return v->op == OP_call_bound && f->op == OP_load_method &&
           f->args[0]->op == OP_load_global && f->args[0]->type == TK_module;
}

static bool may_call(const Value *v)
{
    switch (v->op) {
    case OP_call:
    case OP_call_bound:
        return !calls_builtin(v);
    case OP_call_items:
    case OP_call_ex:
    case OP_load_super:
    case OP_iter:
    case OP_next:
    case OP_next_pair:
    case OP_function:
    case OP_build_class:
    case OP_import:
    case OP_import_from:
    case OP_with_enter:
    case OP_with_exit:
    case OP_safepoint:
    case OP_print_item:
    case OP_del_global:
        return true;
    default:
        return operator_of(v) != NULL;
    }
}

/* Nothing is called on the expected ways through the body, and there is no
 * loop in it. */
static bool is_leaf(const Fn *fn)
{
    FOREACH_BLOCK (fn, b)
        if (!b->surprise)
            FOREACH_VALUE (b, v)
                if (may_call(v))
                    return false;
    return true;
}

static bool pays(const Methods *s, const Fn *fn, bool small, const Call *c)
{
    const Block *b = c->v->block;

    return !b->surprise && !b->cold && (b->in_loop || small) &&
           fn->blocks.count + c->callee->blocks.count <= MAX_BLOCKS &&
           s->added <= MAX_ADDED && c->callee != fn && is_leaf(c->callee) &&
           size(c->callee) <= MAX_BODY;
}

/* --- places --------------------------------------------------------------- */

static Value *phi_like(Block *b, const Value *v, Value *first)
{
    Value *phi = ir_value_new(b->fn, OP_phi, v->line, 1, &first);

    phi->type = v->type;
    phi->shape = v->shape;
    ir_insert_first(b, phi);
    return phi;
}

static void surprise(Block *b)
{
    b->cold = b->surprise = true;
}

static Value *self_of(const Value *load)
{
    FOREACH_BLOCK (load->block->fn, b)
        FOREACH_VALUE (b, u)
            if (u->op == OP_method_self && u->args[0] == load)
                return u;
    return NULL;
}

/* The load is left out where the object has the expected method; what is to be
 * called is unset there, and self the object.  Returns what is to be called. */
static Value *test_method(Value *load, Fn *callee)
{
    Fn *fn = load->block->fn;
    Value *x = load->args[0], *self = self_of(load), *test, *unset, *phi, *own;
    Block *expected = ir_block_new(fn), *found;
    Spot at = inline_isolate(load);

    test = inline_append(at.before, OP_is_method, load, 1, &x);
    test->name = load->name;
    test->konst = load->konst;
    test->fn = callee;
    found = ir_split_edge(at.own, 0);
    surprise(at.own);
    surprise(found);
    own = inline_append(found, OP_method_self, load, 1, &load);
    unset = inline_append(expected, OP_unset, load, 0, NULL);
    ir_branch(at.before, test, expected, at.own, load->line);
    ir_jump(expected, at.after, load->line);
    phi = phi_like(at.after, load, load);
    phi->shape = NULL;
    inline_replace_uses(load, phi, phi);
    own->args[0] = load;
    ir_add_arg(fn, phi, unset);
    x = phi_like(at.after, x, own);
    ir_add_arg(fn, x, load->args[0]);
    inline_replace_uses(self, x, x);
    ir_remove(self);
    return phi;
}

/* --- copies --------------------------------------------------------------- */

/* What the copy's parameters are is expected to be what the body expects. */
static void expect_like(const Fn *callee, Value **args)
{
    FOREACH_BLOCK (callee, b)
        FOREACH_VALUE (b, v)
            if (v->op == OP_param && v->shape && !args[v->i]->shape &&
                !ir_is_constant(args[v->i]))
                args[v->i]->shape = v->shape;
}

/* Is it surely not NotImplemented, which an operator's function may give? */
static bool is_result(const Value *v)
{
    return v->op == OP_new_object ||
           (v->op == OP_const || v->op == OP_tuple || v->op == OP_list) ||
           (v->op >= OP_add && v->op <= OP_ior);
}

/* Passes what an operator's function gave on; the block that does. */
static Block *rest_of_operator(const Value *v, Block *own, Block *after,
                               Value **result)
{
    Block *b = ir_block_new(own->fn);
    Value *rest = inline_append(b, OP_special_rest, v, 3,
                                (Value *[]){*result, v->args[0], v->args[1]});

    rest->i = v->op >= OP_iadd ? v->op - OP_iadd + (OP_or - OP_add + 1)
                               : v->op - OP_add;
    rest->type = v->type;
    b->line = v->line;
    b->ctl = own->ctl == CTL_try ? CTL_try : CTL_jump;
    ir_edge(b, after);
    inline_error_edge(b, own);
    *result = rest;
    return b;
}

/* The value of phis that hold nothing else but for surprises. */
static Value *expected_value(Value *v)
{
    Value *only = NULL;

    if (v->op != OP_phi)
        return v;
    for (int i = 0; i < v->nargs; i++) {
        if (v->block->preds.items[i]->surprise)
            continue;
        if (only && only != v->args[i])
            return v;
        only = v->args[i];
    }
    return only ? only : v;
}

/* Jumps from the returns to `after`; the result there.  made: what a call of a
 * class gives. */
static void wire(Copy *c, const Spot *at, Value *call, Value *made)
{
    Value *phi = phi_like(at->after, call, call);
    Value *used = inline_result(call, phi);
    bool is_operator = call->op != OP_call && call->op != OP_call_bound;

    for (int i = 0; i < c->returns.count; i++) {
        Block *b = c->returns.items[i];
        Value *result = made ? made : b->cond;
        const Value *expected = expected_value(result);

        b->cond = NULL;
        if (expected->shape && !phi->shape)
            phi->shape = expected->shape;
        if (is_operator && !is_result(expected)) {
            ir_jump(b, rest_of_operator(call, at->own, at->after, &result),
                    b->line);
        } else {
            ir_jump(b, at->after, b->line);
        }
        ir_add_arg(c->to, phi, result);
    }
    used->shape = phi->shape;
}

/* Where the callee is another one goes the general way. */
static Block *require(Block *b, Value *test, bool want, Block *no)
{
    Block *yes = ir_block_new(b->fn);

    ir_branch(b, test, want ? yes : no, want ? no : yes, no->line);
    return yes;
}

static Block *test_function(Block *b, const Call *c, Value *f, Block *no)
{
    Value *test = inline_append(b, OP_is_fn, c->v, 1, &f);

    test->fn = c->callee;
    return require(b, test, true, no);
}

/* The tests in front of the copy; sets *args to the arguments of the body. */
static Block *test_callee(const Call *c, const Spot *at, Value ***args,
                          Value **made)
{
    Value *v = c->v, *f = v->args[0];
    Block *b = at->before;
    char name[24];

    *args = v->args + 1;
    if (v->op == OP_call_bound)
        return require(b, inline_append(b, OP_is_unset, v, 1, &f), true,
                       at->own);
    if (v->op == OP_call && !c->makes)
        return test_function(b, c, f, at->own);
    *args = ARENA_ARRAY(v->block->fn->arena, Value *, v->nargs + 1);
    memcpy(*args, v->args, (size_t)v->nargs * sizeof *v->args);
    if (c->makes) {
        f = inline_append(b, OP_new_object, v, 1, &f);
        f->fn = c->callee;
        f->shape = made_by(v);
        f->type = TK_other;
        *made = (*args)[0] = f;
        return require(b, inline_append(b, OP_is_unset, v, 1, &f), false,
                       at->own);
    }
    snprintf(name, sizeof name, "__%s__",
             op_names[v->op >= OP_iadd ? v->op - OP_iadd + OP_add : v->op]);
    f = inline_append(b, OP_special, v, 2, v->args);
    f->name = name_intern_cstr(name);
    f->konst = const_str(b->fn->module, name, strlen(name), CONST_str);
    f->i = v->op >= OP_iadd;
    b = require(b, inline_append(b, OP_is_unset, v, 1, &f), false, at->own);
    return test_function(b, c, f, at->own);
}

static void copy_body(const Call *c)
{
    Value *v = c->v, *made = NULL;
    Fn *fn = v->block->fn;
    Copy copy = {.to = fn,
                 .from = c->callee,
                 .call = ir_inlined(fn, c->callee, v->line, v->inlined),
                 .held = inline_held(fn, c->callee, v->inlined)};
    Spot at;
    Block *b;

    if (v->op == OP_call_bound)
        test_method(v->args[0], c->callee);
    at = inline_isolate(v);
    b = test_callee(c, &at, &copy.args, &made);
    surprise(at.own);
    expect_like(c->callee, copy.args);
    copy.failed = inline_failed(v, at.own);
    ir_jump(b, inline_copy(&copy), v->line);
    wire(&copy, &at, v, made);
}

/* --- functions ------------------------------------------------------------ */

typedef VEC(Call) CallList;

static void collect(Fn *fn, CallList *list)
{
    FOREACH_BLOCK (fn, b)
        FOREACH_VALUE (b, v) {
            Call c = callee_of(v);

            if (c.callee)
                vec_push(fn->arena, list, c);
        }
}

static void process(Methods *s, Fn *fn)
{
    CallList calls = {0};
    bool small, changed = false;

    if (s->seen[fn->index])
        return;
    s->seen[fn->index] = 1;
    collect(fn, &calls);
    for (int i = 0; i < calls.count; i++)
        process(s, calls.items[i].callee);
    if (fn->is_quick)
        return;
    loops_find(fn);
    small = fn->is_small = ir_is_small(fn);
    for (int i = 0; i < calls.count; i++) {
        int before = fn->nvalues;

        if (!pays(s, fn, small, &calls.items[i]))
            continue;
        copy_body(&calls.items[i]);
        s->added += fn->nvalues - before;
        changed = true;
    }
    if (changed) {
        ir_prune(fn);
        pass_simplify(fn);
    }
}

void pass_methods(Module *m)
{
    Methods s = {.m = m};

    s.seen = ARENA_ARRAY(m->arena, uint8_t, m->fns.count + 1);
    for (int i = 0; i < m->fns.count; i++)
        process(&s, m->fns.items[i]);
}
