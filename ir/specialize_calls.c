/* Calls: builtins that are operations of their own, functions, methods and
 * constructors whose body is known and called directly.  Each callee is
 * compared with what it is expected to be, in machine code, before. */
#include "ir/infer.h"
#include "ir/specialize.h"

#include <stdio.h>
#include <string.h>

/* Calls that CPython makes between an operation and the method's frame: the
 * recursion limit counts them. */
enum { OPERATOR_CALLS = 2, CLASS_CALLS = 3 };

static bool callee_named(const Value *call, const char *name)
{
    const Value *f = call->args[0];

    return f->op == OP_load_global && !call->konst &&
           strcmp(f->global->name->text, name) == 0;
}

void spec_need_builtin(Spec *s, Value *old, const char *name, Block *fail)
{
    Value *test = spec_emit1(s, OP_is_builtin, spec_any(s, old->args[0]));

    test->name = name_intern_cstr(name);
    spec_require(s, test, fail);
}

/* xrange(stop), xrange(start, stop) and range() that a for loop consumes. */
static bool range_call(Spec *s, Value *old, const char *name)
{
    Value *start, *stop;
    Ways w;

    if (old->nargs < 2 || old->nargs > 3 || !spec_only_used_by(old, OP_iter))
        return false;
    for (int i = 1; i < old->nargs; i++)
        if (!spec_may_be(s, old->args[i], KIND_int))
            return false;
    FOREACH_BLOCK (s->fn, b)
        FOREACH_VALUE (b, u)
            if (u->op == OP_iter && u->args[0] == old && !spec_only_next(u))
                return false;
    w = spec_ways(s, old);
    w.surprise = true;
    for (int i = 1; i < old->nargs; i++)
        w.surprise &= spec_get(s, old->args[i]).kind == KIND_int ||
                      spec_expects(old->args[i], TK_int);
    spec_need_builtin(s, old, name, spec_slow_block(&w));
    start = old->nargs == 3
                ? spec_need_int(s, old->args[1], spec_slow_block(&w))
                : spec_i64(s, 0);
    stop = spec_need_int(s, old->args[old->nargs - 1], spec_slow_block(&w));
    if (old->nargs == 3) /* an xrange longer than an int raises */
        spec_checked(&w, OP_sub_ovf, stop, start);
    spec_bind2(s, old, KIND_range, start, stop);
    spec_continue(s);
    return spec_finish(&w);
}

/* A builtin with an entry of its own. */
static bool builtin_call(Spec *s, Value *old, const char *name, Kind result)
{
    Value **args = ARENA_ARRAY(s->a, Value *, old->nargs), *v;
    Ways w = spec_ways(s, old);

    spec_need_builtin(s, old, name, spec_slow_block(&w));
    for (int i = 1; i < old->nargs; i++)
        args[i - 1] = spec_any(s, old->args[i]);
    v = spec_emit(s, OP_builtin, old->nargs - 1, args);
    v->name = name_intern_cstr(name);
    spec_error_edge(s, old);
    spec_bind(s, old, result, v);
    spec_continue(s);
    return spec_finish(&w);
}

static bool len_call(Spec *s, Value *old)
{
    Value *list;
    Ways w;

    if (old->nargs != 2)
        return false;
    if (!spec_may_be(s, old->args[1], KIND_list))
        return builtin_call(s, old, "len", KIND_any);
    w = spec_ways(s, old);
    w.surprise = spec_expects(old->args[1], TK_list);
    spec_need_builtin(s, old, "len", spec_slow_block(&w));
    list = spec_need_type(s, old->args[1], KIND_list, TK_list,
                          spec_slow_block(&w));
    spec_bind(s, old, KIND_int, spec_emit1(s, OP_list_length, list));
    spec_continue(s);
    return spec_finish(&w);
}

/* zip() of two: what only loops see need be no list of tuples.  No program
 * can name the result of an iter. */
static bool zip_call(Spec *s, Value *old)
{
    return old->nargs == 3 && spec_only_used_by(old, OP_iter) &&
           builtin_call(s, old, "zip", KIND_any);
}

/* Goes on with the call's result being `arg`, or where the condition does not
 * hold `other`. */
static void choose(Ways *w, Value *cond, Binding arg, Binding other)
{
    Spec *s = w->s;
    Block *yes = spec_block(s), *no = spec_block(s);

    spec_branch(s, cond, yes, no);
    s->cur = yes;
    s->env[w->old->id] = arg;
    spec_continue(s);
    spec_restore(s, w->before);
    s->cur = no;
    s->env[w->old->id] = other;
    spec_continue(s);
}

static bool is_probably_float(Spec *s, const Value *old)
{
    return spec_get(s, (Value *)old).kind == KIND_float ||
           spec_expects(old, TK_float);
}

/* One of two is a float, and the other may be. */
static bool probably_floats(Spec *s, const Value *call)
{
    const Value *x = call->args[1], *y = call->args[2];

    return (is_probably_float(s, x) && spec_may_be(s, y, KIND_float)) ||
           (is_probably_float(s, y) && spec_may_be(s, x, KIND_float));
}

/* Both arguments are ints, or both floats, on the way that goes on. */
static bool same_numbers(Ways *w)
{
    Spec *s = w->s;
    Value *x = w->old->args[1], *y = w->old->args[2];

    if (!probably_floats(s, w->old) && spec_may_be(s, x, KIND_int) &&
        spec_may_be(s, y, KIND_int)) {
        spec_need_int(s, x, spec_slow_block(w));
        spec_need_int(s, y, spec_slow_block(w));
        return true;
    }
    if (spec_may_be(s, x, KIND_float) && spec_may_be(s, y, KIND_float)) {
        spec_need_float(s, x, spec_slow_block(w));
        spec_need_float(s, y, spec_slow_block(w));
        return true;
    }
    return false;
}

/* min(x, y), max(x, y): the first unless the second is better. */
static bool min_max_call(Spec *s, Value *old, bool max)
{
    Binding x, y;
    Ways w;
    int op;

    if (old->nargs != 3 || !spec_is_hot(s) ||
        !((spec_expects(old->args[1], TK_int) &&
           spec_expects(old->args[2], TK_int)) ||
          probably_floats(s, old)))
        return false;
    w = spec_ways(s, old);
    spec_need_builtin(s, old, max ? "max" : "min", spec_slow_block(&w));
    if (!same_numbers(&w)) {
        ir_jump(s->cur, spec_slow_block(&w), s->line);
        return spec_finish(&w);
    }
    w.surprise = spec_expects(old->args[1], TK_int | TK_float) &&
                 spec_expects(old->args[2], TK_int | TK_float);
    x = spec_get(s, old->args[1]);
    y = spec_get(s, old->args[2]);
    op = x.kind == KIND_int ? (max ? OP_gt_i64 : OP_lt_i64)
                            : (max ? OP_gt_f64 : OP_lt_f64);
    choose(&w, spec_emit2(s, (Op)op, y.v[0], x.v[0]), y, x);
    return spec_finish(&w);
}

static bool abs_call(Spec *s, Value *old)
{
    Binding x;
    Value *negated;
    Ways w;

    if (old->nargs != 2 || !spec_is_hot(s) ||
        !spec_expects(old->args[1], TK_int))
        return false;
    w = spec_ways(s, old);
    w.surprise = true;
    spec_need_builtin(s, old, "abs", spec_slow_block(&w));
    spec_need_int(s, old->args[1], spec_slow_block(&w));
    x = spec_get(s, old->args[1]);
    negated = spec_checked(&w, OP_sub_ovf, spec_i64(s, 0), x.v[0]);
    choose(&w, spec_emit2(s, OP_lt_i64, x.v[0], spec_i64(s, 0)),
           (Binding){KIND_int, {negated, NULL}}, x);
    return spec_finish(&w);
}

static bool takes_plain(const Fn *fn, int nargs)
{
    return fn->nparams == nargs && !fn->varargs && !fn->varkeywords;
}

/* Could the arguments args[skip...] be what the typed body takes? */
static bool fits_signature(Spec *s, const Value *call, int skip,
                           const Fn *typed)
{
    int first = typed->nparams - (call->nargs - skip);

    for (int i = skip; i < call->nargs; i++) {
        Kind k = spec_signature_kind(typed->param_types[first + i - skip]);

        if (k != KIND_any && !spec_may_be(s, call->args[i], k))
            return false;
    }
    return true;
}

/* The argument in the form that a signature asks for. */
static Value *typed_argument(Spec *s, Value *old, Type t, Block *fail)
{
    switch (t) {
    case TK_int:
        return spec_need_int(s, old, fail);
    case TK_float: /* never an int here: fits_signature */
        return spec_need_float(s, old, fail);
    case TK_list:
        return spec_need_type(s, old, KIND_list, TK_list, fail);
    default:
        return spec_any(s, old);
    }
}

/* The result as it comes unboxed; goes on where it is a word. */
static void bind_raw_result(Ways *w, Value *call)
{
    Spec *s = w->s;
    Type t = call->fn->result_type;
    Block *word;
    Value *raw;

    if (!t)
        return;
    word = spec_block(s);
    word->cold = true;
    spec_require(s, spec_emit1(s, OP_returned_raw, call), word);
    raw = spec_emit1(s, OP_raw_result, call);
    raw->rep = type_rep(t);
    spec_bind(s, w->old, spec_signature_kind(t), raw);
    spec_continue(s);
    spec_restore(s, w->before);
    s->cur = word;
    spec_forget_objects(s);
    s->fallback = true;
}

/* Both ways a result can come. */
static void bind_typed_result(Ways *w, Value *call)
{
    Spec *s = w->s;

    bind_raw_result(w, call);
    spec_bind(s, w->old, KIND_any, call);
    spec_continue(s);
    s->fallback = false;
}

/* Calls fn's best body; the callee word is known to be its function.  skip:
 * how many of the call's arguments are not arguments of the function. */
static Value *emit_call(Ways *w, Fn *fn, Value *callee, Value *self, int skip)
{
    Spec *s = w->s;
    Value *old = w->old, *call;
    int n = old->nargs - skip;
    Fn *body =
        fn->typed && fits_signature(s, old, skip, fn->typed) ? fn->typed : fn;
    Value **args = ARENA_ARRAY(s->a, Value *, n + 2);
    int k = 0;

    args[k++] = callee;
    if (self)
        args[k++] = self;
    for (int i = skip; i < old->nargs; i++, k++)
        args[k] = typed_argument(s, old->args[i],
                                 body == fn ? 0 : body->param_types[k - 1],
                                 spec_slow_block(w));
    call = spec_emit(s, body == fn ? OP_call_fn : OP_call_typed, k, args);
    call->fn = body;
    spec_error_edge(s, old);
    return call;
}

static void call_body(Ways *w, Fn *fn, Value *callee, Value *self, int skip)
{
    bind_typed_result(w, emit_call(w, fn, callee, self, skip));
}

/* An __init__ that can be called on a new object at once: it returns None
 * only and needs no function object. */
static bool is_plain_init(const Fn *fn, int nargs)
{
    if (!takes_plain(fn, nargs) || fn->is_generator ||
        fn->scope->freevars.count)
        return false;
    FOREACH_BLOCK (fn, b)
        if (b->ctl == CTL_return && b->cond->op != OP_none)
            return false;
    return true;
}

/* A global that is always the same class: makes the object and calls the body
 * of __init__. */
static bool constructor(Spec *s, Value *old)
{
    const Value *f = old->args[0];
    Fn *class_body = f->op == OP_load_global && f->global->nstores == 1
                         ? f->global->only_class
                         : NULL;
    Fn *init = class_body ? infer_init(class_body) : NULL;
    Value *object, *call;
    Ways w;

    if (!init || old->konst || !spec_is_hot(s) ||
        !is_plain_init(init, old->nargs))
        return false;
    w = spec_ways(s, old);
    object = spec_emit1(s, OP_new_object, spec_any(s, old->args[0]));
    object->fn = init;
    spec_require(s,
                 spec_emit1(s, OP_not_i1, spec_emit1(s, OP_is_unset, object)),
                 spec_slow_block(&w));
    call = emit_call(&w, init, spec_emit(s, OP_unset, 0, NULL), object, 1);
    call->op = OP_init_object;
    call->i = CLASS_CALLS;
    if (old->held && s->fn->module->drops) /* only from here on */
        object = spec_emit1(s, OP_copy, object);
    spec_bind(s, old, KIND_any, object);
    spec_continue(s);
    return spec_finish(&w);
}

static void need_fn(Spec *s, Value *callee, Fn *fn, Block *fail)
{
    Value *test = spec_emit1(s, OP_is_fn, callee);

    test->fn = fn;
    spec_require(s, test, fail);
}

/* A global that only one def sets, or a def in this function: its body is
 * called directly. */
static bool direct_call(Spec *s, Value *old)
{
    Fn *fn = infer_known_callee(old);
    Value *callee;
    Ways w;

    if (!fn || old->konst || !takes_plain(fn, old->nargs - 1))
        return false;
    w = spec_ways(s, old);
    callee = spec_any(s, old->args[0]);
    need_fn(s, callee, fn, spec_slow_block(&w));
    call_body(&w, fn, callee, NULL, 1);
    return spec_finish(&w);
}

static void bind_none(Spec *s, Value *old)
{
    if (old->rep == REP_any)
        spec_bind(s, old, KIND_any, spec_emit(s, OP_none, 0, NULL));
    spec_continue(s);
}

static void append_slowly(Spec *s, Value *old, Value *list, Value *item)
{
    spec_emit2(s, OP_list_add, list, item)->outline = true;
    spec_error_edge(s, old);
    bind_none(s, old);
}

/* Where the store is full, the turn goes on apart from others. */
static void append(Spec *s, Value *old, Value *list, Value *item)
{
    bool detour = s->detour;
    Binding *before;
    Block *full;

    if (!spec_is_hot(s) || s->cur->cold) {
        append_slowly(s, old, list, item);
        return;
    }
    full = spec_block(s);
    full->cold = true;
    before = spec_save(s);
    spec_require(s, spec_emit2(s, OP_list_put, list, item), full);
    bind_none(s, old);
    spec_restore(s, before);
    s->cur = full;
    s->detour |= spec_is_tight(s, s->old);
    append_slowly(s, old, list, item);
    s->detour = detour;
}

static bool append_call(Spec *s, Value *old, Value *list)
{
    append(s, old, list, spec_any(s, old->args[2]));
    return true;
}

bool spec_list_add(Spec *s, Value *old)
{
    append(s, old, spec_any(s, old->args[0]), spec_any(s, old->args[1]));
    return true;
}

enum { MAX_TARGETS = 3 }; /* tests for methods before the general call */

/* obj.name(...) where few classes of the module have such a method: the
 * function that the load found is compared with theirs. */
bool spec_method_call(Spec *s, Value *old)
{
    Value *load = old->args[0];
    Binding b = spec_get(s, load);
    FnList *fns;
    Ways w;
    bool any = false;

    if (b.kind == KIND_append && old->nargs == 3 && !old->konst)
        return append_call(s, old, b.v[0]);
    if (b.kind == KIND_math)
        return spec_math_call(s, old);
    if (b.kind != KIND_method || old->konst || !spec_is_hot(s))
        return false;
    fns = map_get(&s->fn->module->methods, load->name);
    if (!fns || fns->count > MAX_TARGETS)
        return false;
    for (int i = 0; i < fns->count; i++)
        any |= takes_plain(fns->items[i], old->nargs - 1);
    if (!any)
        return false;
    w = spec_ways(s, old);
    spec_require(s,
                 spec_emit1(s, OP_not_i1, spec_emit1(s, OP_is_unset, b.v[1])),
                 spec_slow_block(&w));
    for (int i = 0; i < fns->count; i++) {
        Block *other;

        if (!takes_plain(fns->items[i], old->nargs - 1))
            continue;
        other = spec_block(s);
        need_fn(s, b.v[0], fns->items[i], other);
        call_body(&w, fns->items[i], b.v[0], b.v[1], 2);
        spec_restore(s, w.before);
        s->cur = other;
    }
    ir_jump(s->cur, spec_slow_block(&w), s->line);
    return spec_finish(&w);
}

static bool is_plain_word(Kind k)
{
    return k == KIND_any || k >= KIND_object;
}

/* The function that the operator calls first; where it is not known, the slow
 * way goes on. */
static Value *need_special(Ways *w, Value *a, Value *b)
{
    Spec *s = w->s;
    const Op op = w->old->op;
    bool augmented = op >= OP_iadd && op <= OP_ior;
    Value *f;
    char name[24];

    snprintf(name, sizeof name, "__%s__",
             op_names[augmented ? op - OP_iadd + OP_add : op]);
    f = spec_emit2(s, OP_special, a, b);
    f->name = name_intern_cstr(name);
    f->konst = const_str(s->fn->module, f->name->text, f->name->len, CONST_str);
    f->i = augmented;
    spec_require(s, spec_emit1(s, OP_not_i1, spec_emit1(s, OP_is_unset, f)),
                 spec_slow_block(w));
    return f;
}

static bool takes_operands(const Fn *fn)
{
    return takes_plain(fn, 2) && !fn->is_generator;
}

/* What the function of an operator gives is the operator's result unless it is
 * NotImplemented. */
static void bind_special_result(Ways *w, Value *call, Value *a, Value *b)
{
    Spec *s = w->s;
    Value *v = call;
    Op op = w->old->op;

    bind_raw_result(w, call);
    if (op != OP_getitem) {
        v = spec_emit(s, OP_special_rest, 3, (Value *[]){call, a, b});
        v->i =
            op >= OP_iadd ? op - OP_iadd + (OP_or - OP_add + 1) : op - OP_add;
        spec_error_edge(s, w->old);
    }
    spec_bind(s, w->old, KIND_any, v);
    spec_continue(s);
    s->fallback = false;
}

/* a + b where a probably is an instance of one of few classes that define it:
 * the function that the operator calls first is compared with theirs. */
bool spec_special_call(Spec *s, Value *old)
{
    FnList *fns = infer_special(s->fn->module, old->op);
    Value *a, *b, *f;
    bool any = false;
    Ways w;

    if (!fns || !spec_expects(old->args[0], TK_other) ||
        !is_plain_word(spec_get(s, old->args[0]).kind))
        return false;
    for (int i = 0; i < fns->count; i++)
        any |= takes_operands(fns->items[i]);
    if (!any)
        return false;
    w = spec_ways(s, old);
    a = spec_any(s, old->args[0]);
    b = spec_any(s, old->args[1]);
    f = need_special(&w, a, old->op == OP_getitem ? a : b);
    for (int i = 0; i < fns->count; i++) {
        Fn *fn = fns->items[i];
        Block *other;
        Value *call;

        if (!takes_operands(fn))
            continue;
        other = spec_block(s);
        need_fn(s, f, fn, other);
        call = emit_call(&w, fn, f, a, 1);
        call->i = OPERATOR_CALLS;
        bind_special_result(&w, call, a, b);
        spec_restore(s, w.before);
        s->cur = other;
    }
    ir_jump(s->cur, spec_slow_block(&w), s->line);
    return spec_finish(&w);
}

bool spec_call(Spec *s, Value *old)
{
    const Value *f = old->args[0];

    if (f->op == OP_load_global && !old->konst &&
        infer_is_range(f->global->name))
        return range_call(s, old, f->global->name->text);
    if (callee_named(old, "len"))
        return len_call(s, old);
    if (callee_named(old, "min"))
        return min_max_call(s, old, false);
    if (callee_named(old, "max"))
        return min_max_call(s, old, true);
    if (callee_named(old, "abs"))
        return abs_call(s, old);
    if (callee_named(old, "isinstance") && old->nargs == 3)
        return builtin_call(s, old, "isinstance", KIND_bool);
    if (callee_named(old, "next") && (old->nargs == 2 || old->nargs == 3))
        return builtin_call(s, old, "next", KIND_any);
    if (callee_named(old, "zip"))
        return zip_call(s, old);
    if (callee_named(old, "ord") && old->nargs == 2)
        return spec_ord_of_char(s, old) ||
               builtin_call(s, old, "ord", KIND_any);
    if (callee_named(old, "chr") && old->nargs == 2)
        return builtin_call(s, old, "chr", KIND_str);
    return direct_call(s, old) || constructor(s, old);
}
