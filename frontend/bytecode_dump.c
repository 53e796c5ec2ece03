/* Bytecode as text, for tests: a line for each code object, those inside in the
 * order of co_consts. */
#include "frontend/bytecode.h"

static void put_hex(StrBuf *out, const char *data, size_t n)
{
    for (size_t i = 0; i < n; i++)
        strbuf_printf(out, "%02x", (unsigned char)data[i]);
}

static void put_number(StrBuf *out, const Number *n)
{
    if (n->kind == NUM_float || n->kind == NUM_imag)
        strbuf_printf(out, "%c:%.17g", n->kind == NUM_float ? 'f' : 'c', n->d);
    else if (n->kind == NUM_int || n->fits)
        strbuf_printf(out, "%c:%lld", n->kind == NUM_int ? 'i' : 'l',
                      (long long)n->i);
    else
        strbuf_printf(out, n->base == 10 ? "l:%2$s" : "l%1$d:%2$s", n->base,
                      n->digits);
}

static void put_const(StrBuf *out, const BcConst *c)
{
    switch (c->kind) {
    case BC_none:
        strbuf_puts(out, "None");
        break;
    case BC_ellipsis:
        strbuf_puts(out, "Ellipsis");
        break;
    case BC_number:
        put_number(out, &c->number);
        break;
    case BC_text:
        strbuf_puts(out, c->text.is_unicode ? "u:" : "s:");
        put_hex(out, c->text.data, c->text.len);
        break;
    case BC_tuple:
        strbuf_puts(out, "(");
        for (int i = 0; i < c->count; i++) {
            put_const(out, c->items[i]);
            strbuf_puts(out, ",");
        }
        strbuf_puts(out, ")");
        break;
    default:
        strbuf_puts(out, "code");
    }
}

void bytecode_dump(StrBuf *out, const Scope *s, unsigned future)
{
    Arena a = {0};
    Bytecode b;

    bytecode_make(&a, s, future, &b);
    strbuf_printf(out, "%s %d %d ", s->name->text, s->first_line, b.stacksize);
    put_hex(out, b.code, b.ncode);
    strbuf_puts(out, " ");
    put_hex(out, b.lnotab, b.nlnotab);
    for (int i = 0; i < b.consts.count; i++) {
        strbuf_puts(out, " ");
        put_const(out, b.consts.items[i]);
    }
    strbuf_puts(out, " |");
    for (int i = 0; i < b.names.count; i++)
        strbuf_printf(out, " %s", b.names.items[i]->text);
    strbuf_puts(out, "\n");
    for (int i = 0; i < b.consts.count; i++)
        if (b.consts.items[i]->kind == BC_code)
            bytecode_dump(out, b.consts.items[i]->scope, future);
    arena_release(&a);
}
