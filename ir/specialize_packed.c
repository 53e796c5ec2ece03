/* Lists that hold one byte per item.
 *
 * `flags = [True] * n`, where the function itself does nothing with the list
 * in its loops but read and set items, and sets only bools (or only constants
 * from 0 to 255): the items are bytes of a block that nobody else can see
 * (KIND_packed_bools, KIND_packed_ints).  Where a list is needed, because of
 * a surprise or since the function passes it on, it is made, and takes the
 * block's place for good.  So there must never be two values that stand for
 * one block: what a phi takes is not packed.
 *
 * Functions that catch exceptions are left alone: making a list may raise
 * MemoryError on any edge. */
#include "ir/specialize.h"

#include <string.h>

enum { MAX_PACKED = 1 << 30 }; /* a list of more is made as such, or fails */

bool spec_is_packed(Kind k)
{
    return k == KIND_packed_bools || k == KIND_packed_ints;
}

/* --- which? --------------------------------------------------------------- */

static bool is_bool(const Value *v)
{
    const char *name;

    if (v->op == OP_true || v->op == OP_false || spec_expects(v, TK_bool))
        return true;
    if (v->op != OP_load_global || v->global->nstores)
        return false;
    name = v->global->name->text;
    return strcmp(name, "True") == 0 || strcmp(name, "False") == 0;
}

static bool is_byte(const Value *v)
{
    return v->op == OP_const && v->konst->kind == CONST_int &&
           v->konst->i >= 0 && v->konst->i <= 255;
}

/* The display of one item in `[x] * n` or `n * [x]`; NULL: it is not one. */
static Value *display_or_null(const Value *mul)
{
    Value *x = mul->args[0], *y = mul->args[1];

    if (mul->op != OP_mul)
        return NULL;
    if (x->op == OP_list && x->nargs == 1 && spec_expects(y, TK_int))
        return x;
    return y->op == OP_list && y->nargs == 1 && spec_expects(x, TK_int) ? y
                                                                        : NULL;
}

static Kind kind_of_item(const Value *v)
{
    return is_bool(v)   ? KIND_packed_bools
           : is_byte(v) ? KIND_packed_ints
                        : KIND_none;
}

static bool is_access(const Value *u, const Value *list)
{
    return (u->op == OP_getitem || u->op == OP_setitem) && u->args[0] == list &&
           u->args[1] != list && spec_expects(u->args[1], TK_int);
}

/* May `use` have the list as a block of bytes, or make the list and go on? */
static bool allows(const Value *use, const Value *list, Kind k)
{
    if (use->op == OP_phi || (use->block->in_loop && !is_access(use, list)))
        return false;
    return use->op != OP_setitem || !is_access(use, list) ||
           (use->args[2] != list && kind_of_item(use->args[2]) == k);
}

static bool uses(const Value *u, const Value *v)
{
    for (int i = 0; i < u->nargs; i++)
        if (u->args[i] == v)
            return true;
    return false;
}

static Kind packed_kind(const Value *mul)
{
    const Value *display = display_or_null(mul);
    Kind k = display ? kind_of_item(display->args[0]) : KIND_none;
    bool loops = false;

    if (k == KIND_none || mul->block->cold)
        return KIND_none;
    FOREACH_BLOCK (mul->block->fn, b)
        FOREACH_VALUE (b, u) {
            if (!uses(u, mul))
                continue;
            if (!allows(u, mul, k))
                return KIND_none;
            loops |= b->in_loop;
        }
    return loops ? k : KIND_none;
}

void spec_find_packed(Spec *s)
{
    s->packed = ARENA_ARRAY(s->a, uint8_t, s->old_nvalues + 1);
    FOREACH_BLOCK (s->fn, b)
        if (b->ctl == CTL_try)
            return;
    FOREACH_BLOCK (s->fn, b)
        FOREACH_VALUE (b, v)
            if (v->op == OP_mul)
                s->packed[v->id] = (uint8_t)packed_kind(v);
}

/* --- making --------------------------------------------------------------- */

/* The item as a byte; another one goes to the slow block. */
static Value *need_byte(Ways *w, Value *item, Kind k)
{
    Spec *s = w->s;
    Value *v;

    if (k == KIND_packed_ints)
        return spec_get(s, item).v[0];
    v = spec_emit1(s, OP_bool_byte, spec_any(s, item));
    spec_require(s, spec_emit2(s, OP_ge_i64, v, spec_i64(s, 0)),
                 spec_slow_block(w));
    return v;
}

bool spec_packed_new(Spec *s, Value *old)
{
    Value *display = display_or_null(old), *n, *byte;
    Value *count = old->args[display == old->args[0]];
    Kind k = (Kind)s->packed[old->id];
    Ways w;

    if (!spec_may_be(s, count, KIND_int))
        return false;
    w = spec_ways(s, old);
    n = spec_need_int(s, count, spec_slow_block(&w));
    spec_require(s, spec_emit2(s, OP_lt_i64, n, spec_i64(s, MAX_PACKED)),
                 spec_slow_block(&w));
    byte = need_byte(&w, display->args[0], k);
    spec_bind(s, old, k, spec_emit2(s, OP_packed_new, byte, n));
    spec_continue(s);
    return spec_finish(&w);
}

Value *spec_packed_list(Spec *s, Binding b)
{
    bool ints = b.kind == KIND_packed_ints;

    return spec_emit2(s, OP_packed_list, b.v[0], spec_i64(s, ints));
}

void spec_unpack(Spec *s, Value *old)
{
    Binding b = spec_get(s, old);

    if (spec_is_packed(b.kind))
        spec_bind(s, old, KIND_list, spec_packed_list(s, b));
}

/* --- items ---------------------------------------------------------------- */

static void bind_item(Spec *s, Value *old, Kind k, Value *byte)
{
    if (k == KIND_packed_ints) {
        spec_bind(s, old, KIND_int, byte);
        return;
    }
    byte = spec_emit2(s, OP_ne_i64, byte, spec_i64(s, 0));
    spec_bind(s, old, KIND_bool, spec_emit1(s, OP_bool, byte));
}

/* Reads or sets item i, if there is one. */
static void access(Ways *w, Binding b, Value *i, Value *byte, Block *fail)
{
    Spec *s = w->s;
    Value *args[] = {b.v[0], i, byte}, *v;

    if (byte) {
        spec_require(s, spec_emit(s, OP_packed_store, 3, args), fail);
    } else {
        v = spec_emit(s, OP_packed_load, 2, args);
        spec_require(s, spec_emit2(s, OP_ge_i64, v, spec_i64(s, 0)), fail);
        bind_item(s, w->old, b.kind, v);
    }
    spec_continue(s);
}

/* What is out of range is tried again from the end. */
bool spec_packed_access(Spec *s, Value *old)
{
    Binding b = spec_get(s, old->args[0]);
    Value *i, *byte = NULL;
    Binding *known;
    Block *again;
    Ways w;

    if (!spec_may_be(s, old->args[1], KIND_int))
        return false;
    w = spec_ways(s, old);
    i = spec_need_int(s, old->args[1], spec_slow_block(&w));
    if (old->op == OP_setitem)
        byte = need_byte(&w, old->args[2], b.kind);
    known = spec_save(s);
    again = spec_block(s);
    again->cold = true;
    access(&w, b, i, byte, again);
    spec_restore(s, known);
    s->cur = again;
    spec_require(s, spec_emit2(s, OP_lt_i64, i, spec_i64(s, 0)),
                 spec_slow_block(&w));
    i = spec_emit2(s, OP_add_i64, i, spec_emit1(s, OP_packed_length, b.v[0]));
    access(&w, b, i, byte, spec_slow_block(&w));
    return spec_finish(&w);
}
