/* Prints the IR as text: one line per operation,
 *
 *     fn main.f.1 (2)
 *     b0:
 *       v3:any = add v1 v2            ; 7
 *       try b1 b2
 *
 * with an operation's immediates in brackets and its line behind `;`. */
#include "ir/ir.h"

static const char *const kind_names[TK_COUNT] = {
#define KIND(name) #name,
#include "ir/types.def"
};

static void print_type(StrBuf *out, Type t)
{
    const char *sep = " {";

    if (t == TYPE_ANY || t == TYPE_ALL)
        return;
    for (int i = 0; i < TK_COUNT; i++) {
        if (!(t & (1u << i)))
            continue;
        strbuf_printf(out, "%s%s", sep, kind_names[i]);
        sep = "|";
    }
    if (t)
        strbuf_puts(out, "}");
}

static void print_const(StrBuf *out, const Const *c)
{
    switch (c->kind) {
    case CONST_int:
        strbuf_printf(out, "%lld", (long long)c->i);
        break;
    case CONST_float:
        strbuf_printf(out, "%.17g", c->d);
        break;
    case CONST_str:
    case CONST_unicode:
        strbuf_puts(out, c->kind == CONST_str ? "\"" : "u\"");
        for (size_t i = 0; i < c->len; i++) {
            unsigned char ch = (unsigned char)c->data[i];

            if (ch < 32 || ch > 126 || ch == '"' || ch == '\\')
                strbuf_printf(out, "\\x%02x", ch);
            else
                strbuf_putc(out, (char)ch);
        }
        strbuf_puts(out, "\"");
        break;
    default:
        strbuf_printf(out, "#%d", c->index);
    }
}

static void print_immediates(StrBuf *out, const Value *v)
{
    if (v->global)
        strbuf_printf(out, " @%s", v->global->name->text);
    else if (v->name)
        strbuf_printf(out, " .%s", v->name->text);
    else if (v->konst) {
        strbuf_putc(out, ' ');
        print_const(out, v->konst);
    }
    if (v->fn)
        strbuf_printf(out, " <%s>", v->fn->symbol);
    if (v->op == OP_const_f64)
        strbuf_printf(out, " [%.17g]", v->d);
    else if (v->i && v->op != OP_phi)
        strbuf_printf(out, " [%lld]", (long long)v->i);
}

static void print_value(StrBuf *out, const Value *v)
{
    strbuf_puts(out, "  ");
    if (v->rep != REP_none)
        strbuf_printf(out, "v%d:%s = ", v->id, rep_name(v->rep));
    strbuf_puts(out, op_names[v->op]);
    print_immediates(out, v);
    for (int i = 0; i < v->nargs; i++)
        strbuf_printf(out, " v%d", v->args[i]->id);
    print_type(out, v->type);
    strbuf_printf(out, " ; %d\n", v->line);
}

static void print_control(StrBuf *out, const Block *b)
{
    static const char *const names[] = {"none",   "jump", "branch", "switch",
                                        "return", "try",  "ovf",    "stop"};

    strbuf_printf(out, "  %s", names[b->ctl]);
    if (b->cond)
        strbuf_printf(out, " v%d", b->cond->id);
    for (int i = 0; i < b->succ.count; i++)
        strbuf_printf(out, " b%d", b->succ.items[i]->id);
    strbuf_putc(out, '\n');
}

void ir_print_fn(StrBuf *out, const Fn *fn)
{
    strbuf_printf(out, "fn %s (%d)\n", fn->symbol, fn->nparams);
    FOREACH_BLOCK (fn, b) {
        strbuf_printf(out, "b%d:%s", b->id, b->cold ? " cold" : "");
        if (b->preds.count)
            strbuf_puts(out, " ;");
        for (int i = 0; i < b->preds.count; i++)
            strbuf_printf(out, " b%d", b->preds.items[i]->id);
        strbuf_putc(out, '\n');
        FOREACH_VALUE (b, v)
            print_value(out, v);
        print_control(out, b);
    }
    strbuf_putc(out, '\n');
}

void ir_print_with_twin(StrBuf *out, const Fn *fn)
{
    ir_print_fn(out, fn);
    if (fn->typed)
        ir_print_fn(out, fn->typed);
}

void ir_print_module(StrBuf *out, const Module *m)
{
    for (int i = 0; i < m->fns.count; i++)
        ir_print_with_twin(out, m->fns.items[i]);
}
