/* What each operation becomes, given what is known of its arguments: typed
 * operations where the kinds are known, tests and both ways where they are
 * not.  Every way out of an operation calls spec_continue, so that the rest
 * of the block is written for what that way knows. */
#include "ir/infer.h"
#include "ir/specialize.h"

#include <string.h>

/* Does inference expect these types only? */
bool spec_expects(const Value *old, Type among)
{
    Type t = old->type & ~(Type)TK_unset;

    return t && !(t & ~among);
}

Ways spec_ways(Spec *s, Value *old)
{
    return (Ways){s, old, spec_save(s), NULL, false};
}

Block *spec_slow_block(Ways *w)
{
    if (!w->slow) {
        w->slow = spec_block(w->s);
        w->slow->cold = true;
    }
    return w->slow;
}

/* Goes to `fail` unless cond. */
void spec_require(Spec *s, Value *cond, Block *fail)
{
    Block *ok = spec_block(s);

    spec_branch(s, cond, ok, fail);
    s->cur = ok;
}

/* Writes the generic operation behind all tests that failed. */
bool spec_finish(Ways *w)
{
    Spec *s = w->s;
    bool detour = s->detour;

    if (!w->slow)
        return true;
    spec_restore(s, w->before);
    s->cur = w->slow;
    s->fallback |= w->surprise;
    s->cur->surprise |= w->surprise;
    spec_generic(s, w->old)->outline = true;
    s->detour |= !s->fallback && spec_is_tight(s, s->old);
    spec_continue(s);
    s->detour = detour;
    s->fallback = false;
    return true;
}

static Type kind_type(Kind k)
{
    switch (k) {
    case KIND_int:
        return TK_int;
    case KIND_float:
        return TK_float;
    case KIND_str:
        return TK_str;
    case KIND_bytearray:
        return TK_bytearray;
    case KIND_tuple:
        return TK_tuple;
    default:
        return TK_list;
    }
}

/* Is it, or is it worth a test? */
bool spec_may_be(Spec *s, const Value *old, Kind k)
{
    Binding b = spec_get(s, (Value *)old);
    Type t = old->type & ~(Type)TK_unset;

    if (b.kind == KIND_char)
        return k == KIND_str;
    if (b.kind != KIND_any)
        return b.kind == k;
    return !t || t & kind_type(k);
}

/* --- tests ---------------------------------------------------------------- */

/* The argument as i64; what fails the test goes to `fail`. */
Value *spec_need_int(Spec *s, Value *old, Block *fail)
{
    Binding b = spec_get(s, old);
    Value *v;

    if (b.kind == KIND_int)
        return b.v[0];
    spec_require(s, spec_emit1(s, OP_is_int, b.v[0]), fail);
    v = spec_emit1(s, OP_unbox_int, b.v[0]);
    spec_bind(s, old, KIND_int, v);
    return v;
}

/* As f64; an int is converted as Python's mixed arithmetic does. */
Value *spec_need_float(Spec *s, Value *old, Block *fail)
{
    Binding b = spec_get(s, old);
    Value *v;

    if (b.kind == KIND_float)
        return b.v[0];
    if (b.kind == KIND_int)
        return spec_emit1(s, OP_int_to_f64, b.v[0]);
    spec_require(s, spec_emit1(s, OP_is_float, b.v[0]), fail);
    v = spec_emit1(s, OP_unbox_float, b.v[0]);
    spec_bind(s, old, KIND_float, v);
    return v;
}

/* As a word of exactly that builtin type. */
Value *spec_need_type(Spec *s, Value *old, Kind kind, int64_t type, Block *fail)
{
    Binding b = spec_get(s, old);
    Value *test;

    if (b.kind == kind)
        return b.v[0];
    if (b.kind == KIND_char) {
        spec_bind(s, old, KIND_str, spec_emit1(s, OP_char_str, b.v[0]));
        return spec_get(s, old).v[0];
    }
    test = spec_emit1(s, OP_is_type, b.v[0]);
    test->i = type;
    spec_require(s, test, fail);
    spec_bind(s, old, kind, b.v[0]);
    return b.v[0];
}

/* |i| <= 2^53: exact as a float. */
static void need_exact(Spec *s, Value *i, Block *fail)
{
    Value *shifted = spec_emit2(s, OP_add_i64, i, spec_i64(s, 1ll << 53));

    spec_require(s, spec_emit2(s, OP_ult_i64, shifted, spec_i64(s, 1ll << 54)),
                 fail);
}

static bool is_number(Spec *s, const Value *old)
{
    return spec_may_be(s, old, KIND_int) || spec_may_be(s, old, KIND_float);
}

/* No slow way is expected if both operands are numbers. */
static bool expects_numbers(Spec *s, const Value *v)
{
    for (int i = 0; i < 2; i++) {
        Kind k = spec_get(s, v->args[i]).kind;

        if (k != KIND_int && k != KIND_float &&
            !spec_expects(v->args[i], TK_int | TK_float))
            return false;
    }
    return true;
}

/* --- arithmetic ----------------------------------------------------------- */

static Op plain(Op op)
{
    return op >= OP_iadd && op <= OP_ior ? op - OP_iadd + OP_add : op;
}

static Op int_op(Op op)
{
    switch (op) {
    case OP_add:
        return OP_add_ovf;
    case OP_sub:
        return OP_sub_ovf;
    case OP_mul:
        return OP_mul_ovf;
    case OP_div:
    case OP_floordiv:
        return OP_floordiv_i64;
    case OP_mod:
        return OP_mod_i64;
    case OP_and:
        return OP_and_i64;
    case OP_or:
        return OP_or_i64;
    case OP_xor:
        return OP_xor_i64;
    case OP_rshift:
        return OP_shr_i64;
    case OP_lshift:
        return OP_shl_i64;
    case OP_truediv:
        return OP_div_f64;
    default:
        return OP_unset;
    }
}

static Op float_op(Op op)
{
    switch (op) {
    case OP_add:
        return OP_add_f64;
    case OP_sub:
        return OP_sub_f64;
    case OP_mul:
        return OP_mul_f64;
    case OP_div:
    case OP_truediv:
        return OP_div_f64;
    default:
        return OP_unset;
    }
}

/* The result exists only where the operation did not overflow. */
Value *spec_checked(Ways *w, Op op, Value *x, Value *y)
{
    Spec *s = w->s;
    Value *v = spec_emit2(s, op, x, y);
    Block *ok = spec_block(s);

    s->cur->ctl = CTL_ovf;
    ir_edge(s->cur, ok);
    ir_edge(s->cur, spec_slow_block(w));
    s->cur = ok;
    return v;
}

static bool is_positive_const(Value *v)
{
    return v->op == OP_const_i64 && v->i > 0;
}

static Value *shift_left(Ways *w, Value *x, Value *y)
{
    Spec *s = w->s;
    Value *v, *back;

    spec_require(s, spec_emit2(s, OP_ult_i64, y, spec_i64(s, 63)),
                 spec_slow_block(w));
    v = spec_emit2(s, OP_shl_i64, x, y);
    back = spec_emit2(s, OP_shr_i64, v, y);
    spec_require(s, spec_emit2(s, OP_eq_i64, back, x), spec_slow_block(w));
    return v;
}

static Value *int_arithmetic(Ways *w, Op op, Value *x, Value *y)
{
    Spec *s = w->s;

    switch (op) {
    case OP_add_ovf:
    case OP_sub_ovf:
    case OP_mul_ovf:
        return spec_checked(w, op, x, y);
    case OP_floordiv_i64:
    case OP_mod_i64:
        if (!is_positive_const(y))
            spec_require(s, spec_emit2(s, OP_gt_i64, y, spec_i64(s, 0)),
                         spec_slow_block(w));
        return spec_emit2(s, op, x, y);
    case OP_shr_i64:
        spec_require(s, spec_emit2(s, OP_ult_i64, y, spec_i64(s, 64)),
                     spec_slow_block(w));
        return spec_emit2(s, op, x, y);
    case OP_shl_i64:
        return shift_left(w, x, y);
    default:
        return spec_emit2(s, op, x, y);
    }
}

static Value *float_zero(Spec *s)
{
    return spec_emit(s, OP_const_f64, 0, NULL);
}

static Value *float_arithmetic(Ways *w, Op op, Value *x, Value *y)
{
    Spec *s = w->s;

    if (op == OP_div_f64)
        spec_require(s, spec_emit2(s, OP_ne_f64, y, float_zero(s)),
                     spec_slow_block(w));
    return spec_emit2(s, op, x, y);
}

/* int / int under true division. */
static Value *int_true_division(Ways *w, Value *x, Value *y)
{
    Spec *s = w->s;

    need_exact(s, x, spec_slow_block(w));
    need_exact(s, y, spec_slow_block(w));
    x = spec_emit1(s, OP_int_to_f64, x);
    y = spec_emit1(s, OP_int_to_f64, y);
    return float_arithmetic(w, OP_div_f64, x, y);
}

/* Both arguments int: the result is bound and the rest written. */
static void int_way(Ways *w, Op op, Block *fail)
{
    Spec *s = w->s;
    Value *x = spec_need_int(s, w->old->args[0], fail);
    Value *y = spec_need_int(s, w->old->args[1], fail);

    if (op == OP_truediv)
        spec_bind(s, w->old, KIND_float, int_true_division(w, x, y));
    else
        spec_bind(s, w->old, KIND_int, int_arithmetic(w, int_op(op), x, y));
    spec_continue(s);
}

static void float_way(Ways *w, Op op, Block *fail)
{
    Spec *s = w->s;
    Value *x = spec_need_float(s, w->old->args[0], fail);
    Value *y = spec_need_float(s, w->old->args[1], fail);

    spec_bind(s, w->old, KIND_float, float_arithmetic(w, float_op(op), x, y));
    spec_continue(s);
}

static bool arithmetic(Spec *s, Value *old)
{
    Op op = plain(old->op);
    Binding a = spec_get(s, old->args[0]), b = spec_get(s, old->args[1]);
    Value *x = old->args[0], *y = old->args[1];
    bool ints = int_op(op) != OP_unset && spec_may_be(s, x, KIND_int) &&
                spec_may_be(s, y, KIND_int);
    bool known_ints = a.kind == KIND_int && b.kind == KIND_int;
    bool floats =
        float_op(op) != OP_unset && !known_ints &&
        (spec_may_be(s, x, KIND_float) || spec_may_be(s, y, KIND_float));
    Ways w;
    Block *next;

    if (!is_number(s, x) || !is_number(s, y) || (!ints && !floats))
        return false;
    w = spec_ways(s, old);
    w.surprise = expects_numbers(s, old);
    if (ints) {
        next = floats ? spec_block(s) : spec_slow_block(&w);
        int_way(&w, op, known_ints ? NULL : next);
        spec_restore(s, w.before);
        s->cur = next;
    }
    if (floats)
        float_way(&w, op, spec_slow_block(&w));
    return spec_finish(&w);
}

static bool negation(Spec *s, Value *old)
{
    Binding a = spec_get(s, old->args[0]);
    Ways w = spec_ways(s, old);
    Value *v;

    if (a.kind == KIND_float) {
        spec_bind(s, old, KIND_float, spec_emit1(s, OP_neg_f64, a.v[0]));
        spec_continue(s);
        return true;
    }
    if (!spec_may_be(s, old->args[0], KIND_int))
        return false;
    w.surprise = a.kind == KIND_int || spec_expects(old->args[0], TK_int);
    v = spec_need_int(s, old->args[0], spec_slow_block(&w));
    v = spec_checked(&w, OP_sub_ovf, spec_i64(s, 0), v);
    spec_bind(s, old, KIND_int, v);
    spec_continue(s);
    return spec_finish(&w);
}

/* --- comparison ----------------------------------------------------------- */

static bool is_truth(Op op)
{
    return op >= OP_truth_lt && op <= OP_truth_ge;
}

static int comparison_index(Op op)
{
    return is_truth(op) ? op - OP_truth_lt : op - OP_lt;
}

static void bind_comparison(Ways *w, Value *i1)
{
    Spec *s = w->s;

    if (is_truth(w->old->op))
        spec_bind(s, w->old, KIND_raw, i1);
    else
        spec_bind(s, w->old, KIND_bool, spec_emit1(s, OP_bool, i1));
    spec_continue(s);
}

/* As f64, exactly: comparing an int with a float must not round. */
static Value *need_comparable(Spec *s, Value *old, Block *fail)
{
    Binding b = spec_get(s, old);

    if (b.kind == KIND_int)
        need_exact(s, b.v[0], fail);
    return spec_need_float(s, old, fail);
}

static bool is_likely_str(Spec *s, const Value *old)
{
    Kind k = spec_get(s, (Value *)old).kind;

    return k == KIND_str || k == KIND_char ||
           spec_expects(old, TK_str | TK_unicode);
}

/* == and != of two str. */
static bool str_comparison(Spec *s, Value *old)
{
    Value *x = old->args[0], *y = old->args[1], *v;
    bool equal = old->op == OP_eq || old->op == OP_truth_eq;
    Ways w;

    if ((!equal && old->op != OP_ne && old->op != OP_truth_ne) ||
        !spec_may_be(s, x, KIND_str) || !spec_may_be(s, y, KIND_str) ||
        (!is_likely_str(s, x) && !is_likely_str(s, y)))
        return false;
    w = spec_ways(s, old);
    x = spec_need_type(s, x, KIND_str, TK_str, spec_slow_block(&w));
    y = spec_need_type(s, y, KIND_str, TK_str, spec_slow_block(&w));
    v = spec_emit2(s, OP_str_equal, x, y);
    bind_comparison(&w, equal ? v : spec_emit1(s, OP_not_i1, v));
    return spec_finish(&w);
}

static bool comparison(Spec *s, Value *old)
{
    Binding a = spec_get(s, old->args[0]), b = spec_get(s, old->args[1]);
    Value *l = old->args[0], *r = old->args[1];
    bool ints = spec_may_be(s, l, KIND_int) && spec_may_be(s, r, KIND_int);
    bool known_ints = a.kind == KIND_int && b.kind == KIND_int;
    bool floats =
        spec_may_be(s, l, KIND_float) || spec_may_be(s, r, KIND_float);
    int k = comparison_index(old->op);
    Value *x, *y;
    Block *next;
    Ways w;

    x = spec_compare_chars(s, old, (Op)(OP_lt_i64 + k));
    if (x) {
        bind_comparison(&(Ways){.s = s, .old = old}, x);
        return true;
    }
    if (str_comparison(s, old))
        return true;
    if (!is_number(s, l) || !is_number(s, r))
        return false;
    w = spec_ways(s, old);
    w.surprise = expects_numbers(s, old);
    if (ints) {
        next = known_ints ? NULL : floats ? spec_block(s) : spec_slow_block(&w);
        x = spec_need_int(s, old->args[0], next);
        y = spec_need_int(s, old->args[1], next);
        bind_comparison(&w, spec_emit2(s, OP_lt_i64 + k, x, y));
        if (known_ints)
            return true;
        if (!floats)
            return spec_finish(&w);
        spec_restore(s, w.before);
        s->cur = next;
    }
    x = need_comparable(s, old->args[0], spec_slow_block(&w));
    y = need_comparable(s, old->args[1], spec_slow_block(&w));
    bind_comparison(&w, spec_emit2(s, OP_lt_f64 + k, x, y));
    return spec_finish(&w);
}

static bool truth(Spec *s, Value *old)
{
    Binding a = spec_get(s, old->args[0]);

    switch (a.kind) {
    case KIND_int:
        spec_bind(s, old, KIND_raw,
                  spec_emit2(s, OP_ne_i64, a.v[0], spec_i64(s, 0)));
        return true;
    case KIND_float:
        spec_bind(s, old, KIND_raw,
                  spec_emit2(s, OP_ne_f64, a.v[0], float_zero(s)));
        return true;
    case KIND_bool:
        spec_bind(s, old, KIND_raw,
                  spec_emit2(s, OP_is, a.v[0], spec_emit(s, OP_true, 0, NULL)));
        return true;
    default:
        return false;
    }
}

/* --- lists ---------------------------------------------------------------- */

static bool is_list_access(Spec *s, Value *old)
{
    return spec_may_be(s, old->args[0], KIND_list) &&
           spec_may_be(s, old->args[1], KIND_int);
}

bool spec_is_narrow_number(const Value *old)
{
    return old->narrow &&
           (spec_expects(old, TK_int) || spec_expects(old, TK_float));
}

void spec_bind_number(Ways *w, Value *item)
{
    Spec *s = w->s;
    Block *fail = spec_block(s);

    fail->cold = true;
    spec_bind2(s, w->old, KIND_any, item, NULL); /* a number is not held */
    if (spec_expects(w->old, TK_int))
        spec_need_int(s, w->old, fail);
    else
        spec_need_float(s, w->old, fail);
    spec_continue(s);
    spec_restore(s, w->before);
    s->cur = fail;
    spec_require(s, spec_emit1(s, OP_not_i1, spec_emit1(s, OP_is_unset, item)),
                 spec_slow_block(w));
    spec_bind(s, w->old, KIND_any,
              w->old->held ? spec_emit1(s, OP_copy, item) : item);
    s->fallback = true;
    spec_continue(s);
    s->fallback = false;
}

/* Tuples are not asked for where nothing is expected: lists are. */
static bool is_tuple(Spec *s, const Value *old)
{
    return spec_get(s, (Value *)old).kind == KIND_tuple ||
           (spec_expects(old, TK_tuple) && spec_may_be(s, old, KIND_tuple));
}

static bool tuple_index(Spec *s, Value *old)
{
    Value *tuple, *i, *v;
    Ways w;

    if (!spec_may_be(s, old->args[1], KIND_int))
        return false;
    w = spec_ways(s, old);
    i = spec_need_int(s, old->args[1], spec_slow_block(&w));
    tuple = spec_need_type(s, old->args[0], KIND_tuple, TK_tuple,
                           spec_slow_block(&w));
    v = spec_emit2(s, OP_tuple_load, tuple, i);
    spec_require(s, spec_emit1(s, OP_not_i1, spec_emit1(s, OP_is_unset, v)),
                 spec_slow_block(&w));
    spec_bind(s, old, KIND_any, v);
    spec_continue(s);
    return spec_finish(&w);
}

/* Negative indices are slow, but no surprise. */
static bool list_index(Spec *s, Value *old)
{
    Value *list, *i, *v;
    Ways w;

    if (is_tuple(s, old->args[0]))
        return tuple_index(s, old);
    if (!is_list_access(s, old))
        return spec_byte_index(s, old);
    w = spec_ways(s, old);
    i = spec_need_int(s, old->args[1], spec_slow_block(&w));
    list = spec_need_type(s, old->args[0], KIND_list, TK_list,
                          spec_slow_block(&w));
    v = spec_emit2(s, OP_list_load, list, i);
    if (spec_is_narrow_number(old)) {
        spec_bind_number(&w, v);
        return spec_finish(&w);
    }
    spec_require(s, spec_emit1(s, OP_not_i1, spec_emit1(s, OP_is_unset, v)),
                 spec_slow_block(&w));
    spec_bind(s, old, KIND_any, v);
    spec_continue(s);
    return spec_finish(&w);
}

static bool list_assign(Spec *s, Value *old)
{
    Value *list, *i, *args[3];
    Ways w;

    if (spec_byte_assign(s, old))
        return true;
    if (!is_list_access(s, old))
        return false;
    w = spec_ways(s, old);
    i = spec_need_int(s, old->args[1], spec_slow_block(&w));
    list = spec_need_type(s, old->args[0], KIND_list, TK_list,
                          spec_slow_block(&w));
    args[0] = list;
    args[1] = i;
    args[2] = spec_any(s, old->args[2]);
    spec_require(s, spec_emit(s, OP_list_store, 3, args), spec_slow_block(&w));
    spec_continue(s);
    return spec_finish(&w);
}

/* --- iteration ------------------------------------------------------------ */

/* Is every use of v an operation `op`? */
bool spec_only_used_by(const Value *v, Op op)
{
    FOREACH_BLOCK (v->block->fn, b) {
        FOREACH_VALUE (b, u)
            for (int i = 0; i < u->nargs; i++)
                if (u->args[i] == v && u->op != op)
                    return false;
        if (b->cond == v)
            return false;
    }
    return true;
}

/* Is the iterator a loop's own?  Where a generator's inlined body consumes it,
 * the generator itself gets it in a surprise, and nothing behind uses it. */
bool spec_only_next(const Value *iter)
{
    FOREACH_BLOCK (iter->block->fn, b) {
        FOREACH_VALUE (b, u)
            for (int i = 0; i < u->nargs; i++)
                if (u->args[i] == iter && u->op != OP_next &&
                    !(b->surprise && u->op == OP_call))
                    return false;
        if (b->cond == iter)
            return false;
    }
    return true;
}

static bool iteration(Spec *s, Value *old)
{
    Binding a = spec_get(s, old->args[0]);
    Value *items;
    bool tuple;
    Ways w;

    if (a.kind == KIND_range) {
        spec_bind2(s, old, KIND_range_iter, a.v[0], a.v[1]);
        spec_continue(s);
        return true;
    }
    if (spec_byte_iteration(s, old))
        return true;
    tuple = is_tuple(s, old->args[0]);
    if ((!tuple && !spec_may_be(s, old->args[0], KIND_list)) ||
        !spec_only_next(old))
        return false;
    w = spec_ways(s, old);
    w.surprise = spec_expects(old->args[0], tuple ? TK_tuple : TK_list);
    items = spec_need_type(s, old->args[0], tuple ? KIND_tuple : KIND_list,
                           tuple ? TK_tuple : TK_list, spec_slow_block(&w));
    spec_bind2(s, old, tuple ? KIND_tuple_iter : KIND_list_iter, items,
               spec_i64(s, 0));
    spec_continue(s);
    return spec_finish(&w);
}

bool spec_step(Spec *s, Value *old, Value *more, Kind kind, Value *item,
               Kind iter, Value *next0, Value *next1)
{
    Binding *before = spec_save(s);
    Block *yes = spec_block(s), *no = spec_block(s);

    spec_branch(s, more, yes, no);
    s->cur = yes;
    if (iter == KIND_range_iter)
        next0 = spec_emit2(s, OP_add_i64, next0, spec_i64(s, 1));
    else
        next1 = spec_emit2(s, OP_add_i64, next1, spec_i64(s, 1));
    spec_bind2(s, old->args[0], iter, next0, next1);
    spec_bind(s, old, kind, item);
    spec_continue(s);
    spec_restore(s, before);
    s->cur = no;
    spec_bind(s, old, KIND_unset, NULL);
    spec_continue(s);
    return true;
}

static bool next_item(Spec *s, Value *old)
{
    Binding it = spec_get(s, old->args[0]);
    Value *item, *more;

    if (it.kind == KIND_range_iter) {
        more = spec_emit2(s, OP_lt_i64, it.v[0], it.v[1]);
        return spec_step(s, old, more, KIND_int, it.v[0], it.kind, it.v[0],
                         it.v[1]);
    }
    if (it.kind == KIND_str_iter || it.kind == KIND_bytearray_iter)
        return spec_next_byte(s, old, it);
    if (it.kind == KIND_list_iter || it.kind == KIND_tuple_iter) {
        item = spec_emit2(
            s, it.kind == KIND_list_iter ? OP_list_load : OP_tuple_load,
            it.v[0], it.v[1]);
        more = spec_emit1(s, OP_not_i1, spec_emit1(s, OP_is_unset, item));
        return spec_step(s, old, more, KIND_any, item, it.kind, it.v[0],
                         it.v[1]);
    }
    return false;
}

Kind spec_signature_kind(Type t)
{
    return t == TK_int     ? KIND_int
           : t == TK_float ? KIND_float
           : t == TK_list  ? KIND_list
                           : KIND_any;
}

/* --- the rest ------------------------------------------------------------- */

static bool parameter(Spec *s, Value *old)
{
    Type t = s->fn->param_types ? s->fn->param_types[old->i] : 0;
    Value *v;

    if (!t)
        return false;
    v = spec_generic(s, old);
    v->rep = type_rep(t);
    spec_bind(s, old, spec_signature_kind(t), v);
    return true;
}

static bool bind_generic(Spec *s, Value *old, Kind kind)
{
    Value *v = spec_generic(s, old);

    spec_bind(s, old, kind, v);
    return true;
}

/* The append of what is expected to be a list, whose only use is a call. */
static bool is_list_append(const Value *load)
{
    return load->op == OP_load_method && spec_expects(load->args[0], TK_list) &&
           strcmp(load->name->text, "append") == 0;
}

/* The self is taken at once: it belongs to this very load. */
static void load_method_now(Spec *s, Value *old)
{
    Value *callee = spec_generic(s, old);
    Value *self = spec_emit1(s, OP_method_self, callee);

    spec_bind2(s, old, KIND_method, callee, self);
}

/* Loading a method of a list or a module has no effect: it is put off. */
static bool load_later(Spec *s, Value *old)
{
    Ways w = spec_ways(s, old);

    if (is_list_append(old))
        spec_bind(s, old, KIND_append,
                  spec_need_type(s, old->args[0], KIND_list, TK_list,
                                 spec_slow_block(&w)));
    else
        spec_need_math(s, old, spec_slow_block(&w));
    spec_continue(s);
    if (!w.slow)
        return true;
    spec_restore(s, w.before);
    s->cur = w.slow;
    s->fallback = true;
    load_method_now(s, old);
    spec_continue(s);
    s->fallback = false;
    return true;
}

static bool load_method(Spec *s, Value *old)
{
    bool splits = spec_splits(old);

    if (splits && !s->fallback && spec_is_hot(s))
        return load_later(s, old);
    load_method_now(s, old);
    if (splits)
        spec_continue(s);
    return true;
}

static bool method_self(Spec *s, Value *old)
{
    Binding load = spec_get(s, old->args[0]);

    if (load.kind == KIND_math)
        spec_bind(s, old, KIND_unset, NULL);
    else
        spec_bind(s, old, KIND_any,
                  load.kind == KIND_append ? load.v[0] : load.v[1]);
    return true;
}

static bool known_set(Spec *s, Value *old)
{
    Binding a = spec_get(s, old->args[0]);

    if (a.kind == KIND_any || a.kind == KIND_unset || a.kind == KIND_raw)
        return false;
    s->env[old->id] = a;
    return true;
}

static Value *const_i1(Spec *s, bool b)
{
    Value *v = spec_emit(s, OP_const_i1, 0, NULL);

    v->i = b;
    return v;
}

static bool unset_test(Spec *s, Value *old)
{
    Binding a = spec_get(s, old->args[0]);

    if (a.kind == KIND_any || a.kind == KIND_raw)
        return false;
    spec_bind(s, old, KIND_raw, const_i1(s, a.kind == KIND_unset));
    return true;
}

static bool not_i1(Spec *s, Value *old)
{
    Binding a = spec_get(s, old->args[0]);

    if (a.v[0]->op != OP_const_i1)
        return false;
    spec_bind(s, old, KIND_raw, const_i1(s, !a.v[0]->i));
    return true;
}

/* `x is None` of a number. */
static bool identity(Spec *s, Value *old)
{
    Binding a = spec_get(s, old->args[0]), b = spec_get(s, old->args[1]);
    bool number = a.kind == KIND_int || a.kind == KIND_float;

    if (!number || !b.v[0] || b.v[0]->op != OP_none)
        return false;
    spec_bind(s, old, KIND_raw, const_i1(s, false));
    return true;
}

bool spec_splits(const Value *v)
{
    switch (v->op) {
    case OP_neg:
    case OP_getitem:
    case OP_setitem:
    case OP_iter:
    case OP_next:
    case OP_call:
    case OP_call_bound:
    case OP_list_add:
        return true;
    case OP_getattr:
    case OP_setattr:
        return spec_has_slot(v);
    case OP_load_method:
        return is_list_append(v) || spec_is_math(v);
    default:
        return (v->op >= OP_add && v->op <= OP_ior) ||
               (v->op >= OP_lt && v->op <= OP_ge) || is_truth(v->op);
    }
}

/* Tests pay in hot code only; without them, operands must be known. */
static bool needs_tests(Spec *s, const Value *old)
{
    for (int i = 0; i < old->nargs; i++) {
        Kind k = spec_get(s, old->args[i]).kind;

        if (k != KIND_int && k != KIND_float)
            return true;
    }
    return false;
}

bool spec_operation(Spec *s, Value *old)
{
    if (old->op == OP_load_method)
        return load_method(s, old);
    if (old->op == OP_load_super) {
        load_method_now(s, old);
        return true;
    }
    if (s->fallback && spec_splits(old))
        return false;
    if (s->packed[old->id] && spec_packed_new(s, old))
        return true;
    if ((old->op == OP_getitem || old->op == OP_setitem) &&
        spec_is_packed(spec_get(s, old->args[0]).kind))
        return spec_packed_access(s, old);
    if (!spec_is_hot(s) && spec_splits(old) && old->op != OP_call &&
        old->op != OP_iter && old->op != OP_next && needs_tests(s, old))
        return false;
    switch (old->op) {
    case OP_param:
        return parameter(s, old);
    case OP_neg:
        return negation(s, old);
    case OP_getattr:
        return spec_has_slot(old) && spec_getattr(s, old);
    case OP_setattr:
        return spec_has_slot(old) && spec_setattr(s, old);
    case OP_getitem:
        return spec_special_call(s, old) || list_index(s, old);
    case OP_setitem:
        return list_assign(s, old);
    case OP_list_add:
        return spec_list_add(s, old);
    case OP_iter:
        return iteration(s, old);
    case OP_next:
        return next_item(s, old);
    case OP_call:
        return spec_call(s, old);
    case OP_call_bound:
        return spec_method_call(s, old);
    case OP_method_self:
        return method_self(s, old);
    case OP_truth:
        return truth(s, old);
    case OP_check_local:
    case OP_check_free:
        return known_set(s, old);
    case OP_is_unset:
        return unset_test(s, old);
    case OP_not_i1:
        return not_i1(s, old);
    case OP_is:
        return identity(s, old);
    case OP_list:
        return bind_generic(s, old, KIND_list);
    case OP_tuple:
        return bind_generic(s, old, KIND_tuple);
    case OP_dict:
        return bind_generic(s, old, KIND_dict);
    case OP_bool:
        return bind_generic(s, old, KIND_bool);
    case OP_box_int:
        spec_bind(s, old, KIND_int, spec_get(s, old->args[0]).v[0]);
        return true;
    case OP_pow:
    case OP_ipow:
        return spec_special_call(s, old) || spec_power(s, old);
    default:
        if ((old->op >= OP_lt && old->op <= OP_ge) || is_truth(old->op))
            return comparison(s, old);
        if (old->op >= OP_add && old->op <= OP_ior)
            return spec_special_call(s, old) || arithmetic(s, old);
        return false;
    }
}
