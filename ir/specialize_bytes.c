/* Single bytes: s[i] and loops over str and bytearray.
 *
 * A str of one character that comes out of a str is kept as its byte
 * (KIND_char) and becomes an object only where one is needed; two of them, or
 * one and a constant, are compared as numbers.  The bytes of a bytearray are
 * ints. */
#include "ir/specialize.h"

/* A str or bytearray that can be subscripted; KIND_none: neither. */
static Kind bytes_kind(Spec *s, const Value *old)
{
    Kind k = spec_get(s, (Value *)old).kind;

    if (k == KIND_str || k == KIND_char || k == KIND_bytearray)
        return k == KIND_char ? KIND_str : k;
    if (spec_expects(old, TK_bytearray) && spec_may_be(s, old, KIND_bytearray))
        return KIND_bytearray;
    return spec_may_be(s, old, KIND_str) ? KIND_str : KIND_none;
}

static Value *need_bytes(Ways *w, Value *old, Kind k)
{
    return spec_need_type(w->s, old, k, k == KIND_str ? TK_str : TK_bytearray,
                          spec_slow_block(w));
}

static Value *load_byte(Spec *s, Kind k, Value *bytes, Value *i)
{
    Value *v = spec_emit2(s, OP_byte_load, bytes, i);

    v->i = k == KIND_str ? TK_str : TK_bytearray;
    return v;
}

static Kind byte_kind(Kind bytes)
{
    return bytes == KIND_str ? KIND_char : KIND_int;
}

bool spec_byte_index(Spec *s, Value *old)
{
    Kind k = bytes_kind(s, old->args[0]);
    Value *i, *v;
    Ways w;

    if (k == KIND_none || !spec_may_be(s, old->args[1], KIND_int))
        return false;
    w = spec_ways(s, old);
    i = spec_need_int(s, old->args[1], spec_slow_block(&w));
    v = load_byte(s, k, need_bytes(&w, old->args[0], k), i);
    spec_require(s, spec_emit2(s, OP_ge_i64, v, spec_i64(s, 0)),
                 spec_slow_block(&w));
    spec_bind(s, old, byte_kind(k), v);
    spec_continue(s);
    return spec_finish(&w);
}

/* b[i] = n of a bytearray. */
bool spec_byte_assign(Spec *s, Value *old)
{
    Value *args[3];
    Ways w;

    if (!spec_expects(old->args[0], TK_bytearray) ||
        !spec_may_be(s, old->args[0], KIND_bytearray) ||
        !spec_may_be(s, old->args[1], KIND_int) ||
        !spec_may_be(s, old->args[2], KIND_int))
        return false;
    w = spec_ways(s, old);
    args[1] = spec_need_int(s, old->args[1], spec_slow_block(&w));
    args[2] = spec_need_int(s, old->args[2], spec_slow_block(&w));
    args[0] = need_bytes(&w, old->args[0], KIND_bytearray);
    spec_require(s, spec_emit(s, OP_byte_store, 3, args), spec_slow_block(&w));
    spec_continue(s);
    return spec_finish(&w);
}

bool spec_byte_iteration(Spec *s, Value *old)
{
    Value *from = old->args[0];
    Kind k = bytes_kind(s, from);
    Ways w;

    if (k == KIND_none || !spec_expects(from, TK_str | TK_bytearray) ||
        !spec_only_next(old))
        return false;
    w = spec_ways(s, old);
    w.surprise = spec_expects(from, k == KIND_str ? TK_str : TK_bytearray);
    spec_bind2(s, old, k == KIND_str ? KIND_str_iter : KIND_bytearray_iter,
               need_bytes(&w, from, k), spec_i64(s, 0));
    spec_continue(s);
    return spec_finish(&w);
}

bool spec_next_byte(Spec *s, Value *old, Binding it)
{
    Kind k = it.kind == KIND_str_iter ? KIND_str : KIND_bytearray;
    Value *v = load_byte(s, k, it.v[0], it.v[1]);
    Value *more = spec_emit2(s, OP_ge_i64, v, spec_i64(s, 0));

    return spec_step(s, old, more, byte_kind(k), v, it.kind, it.v[0], it.v[1]);
}

/* The byte of a KIND_char or of a constant of one character. */
static Value *char_or_null(Spec *s, Value *old)
{
    Binding b;
    const Const *c = old->konst;

    if (old->op == OP_const && c->kind == CONST_str)
        return c->len == 1 ? spec_i64(s, (unsigned char)c->data[0]) : NULL;
    b = spec_get(s, old);
    return b.kind == KIND_char ? b.v[0] : NULL;
}

Value *spec_compare_chars(Spec *s, Value *old, Op op)
{
    Value *x = old->args[0], *y = old->args[1];

    if (spec_get(s, x).kind != KIND_char && spec_get(s, y).kind != KIND_char)
        return NULL;
    x = char_or_null(s, x);
    y = char_or_null(s, y);
    return x && y ? spec_emit2(s, op, x, y) : NULL;
}

bool spec_ord_of_char(Spec *s, Value *old)
{
    Binding b = spec_get(s, old->args[1]);
    Ways w;

    if (b.kind != KIND_char)
        return false;
    w = spec_ways(s, old);
    spec_need_builtin(s, old, "ord", spec_slow_block(&w));
    spec_bind(s, old, KIND_int, b.v[0]);
    spec_continue(s);
    return spec_finish(&w);
}
