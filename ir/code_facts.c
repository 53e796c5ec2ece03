/* What a code object shows as bytecode, as a constant of its module:
 * (co_code, co_consts, their kinds, co_names, co_lnotab, co_stacksize, index).
 * Kinds has a letter for each constant: 'v' it stands there, 'c' it is the
 * code object of the index that stands there, 'e' it is Ellipsis. */
#include "frontend/bytecode.h"
#include "ir/ir.h"

static int64_t index_of(const Module *m, const Scope *s)
{
    for (int i = 0; i < m->fns.count; i++)
        if (m->fns.items[i]->scope == s)
            return i;
    return 0;
}

static Const *number_const(Module *m, const Number *n)
{
    switch (n->kind) {
    case NUM_int:
        return const_int(m, n->i);
    case NUM_long:
        return const_long(m, n->digits, n->base);
    default:
        return const_float(m, n->d,
                           n->kind == NUM_float ? CONST_float : CONST_imag);
    }
}

static Const *value_const(Module *m, const BcConst *c)
{
    Const **items;

    switch (c->kind) {
    case BC_number:
        return number_const(m, &c->number);
    case BC_text:
        return const_str(m, c->text.data, c->text.len,
                         c->text.is_unicode ? CONST_unicode : CONST_str);
    case BC_code:
        return const_int(m, index_of(m, c->scope));
    case BC_tuple:
        items = ARENA_ARRAY(m->arena, Const *, c->count + 1);
        for (int i = 0; i < c->count; i++)
            items[i] = value_const(m, c->items[i]);
        return const_tuple(m, items, (size_t)c->count);
    default:
        return const_none(m);
    }
}

Const *code_facts(Module *m, const Fn *fn)
{
    Bytecode b;
    Const **values, *items[7];
    StrBuf kinds = {.arena = m->arena};

    bytecode_make(m->arena, fn->scope, m->future, &b);
    values = ARENA_ARRAY(m->arena, Const *, b.consts.count + 1);
    for (int i = 0; i < b.consts.count; i++) {
        BcKind kind = b.consts.items[i]->kind;

        values[i] = value_const(m, b.consts.items[i]);
        strbuf_putc(&kinds, kind == BC_code       ? 'c'
                            : kind == BC_ellipsis ? 'e'
                                                  : 'v');
    }
    items[0] = const_str(m, b.code, b.ncode, CONST_str);
    items[1] = const_tuple(m, values, (size_t)b.consts.count);
    items[2] = const_str(m, kinds.len ? kinds.data : "", kinds.len, CONST_str);
    items[3] = const_names(m, &(NameList){b.names.items, b.names.count});
    items[4] = const_str(m, b.nlnotab ? b.lnotab : "", b.nlnotab, CONST_str);
    items[5] = const_int(m, b.stacksize);
    items[6] = const_int(m, index_of(m, fn->scope));
    return const_tuple(m, items, 7);
}
