/* Prints the IR as text that read.c reads back: one line per operation,
 *
 *     fn main.f.1 (2) varargs
 *     b0:
 *       v3:any = add v1 v2 {int|long} ; 7
 *       try b1 b2 ; 7
 *     b1: loop 1 ; b0 b4
 *
 * Behind the operation stand its immediates (@global .name constant &function
 * [number]), its arguments, its type unless it may be anything, and ^function
 * if it was inlined from there, and the line of the call, the innermost first;
 * behind `;` the line, or a block's predecessors in the order of its phis'
 * arguments. Most names are also constants, and those of globals names: @x and
 * .x stand for all of them, %x and :x for the global or name alone. */
#include "ir/ir.h"

#include <ctype.h>
#include <math.h>

const char *const type_names[TK_COUNT] = {
#define KIND(name) #name,
#include "ir/types.def"
};

const char *const ctl_names[CTL_COUNT] = {
    "unfinished", "jump", "branch", "switch", "return", "try", "ovf", "stop"};

static void print_set(StrBuf *out, Type t)
{
    const char *sep = "";

    strbuf_puts(out, " {");
    for (int i = 0; t != TYPE_ALL && i < TK_COUNT; i++) {
        if (!(t & (1u << i)))
            continue;
        strbuf_printf(out, "%s%s", sep, type_names[i]);
        sep = "|";
    }
    strbuf_puts(out, t == TYPE_ALL ? "all}" : "}");
}

static void print_quoted(StrBuf *out, const char *text, size_t len)
{
    strbuf_putc(out, '"');
    for (size_t i = 0; i < len; i++) {
        unsigned char ch = (unsigned char)text[i];

        if (ch < 32 || ch > 126 || ch == '"' || ch == '\\')
            strbuf_printf(out, "\\x%02x", ch);
        else
            strbuf_putc(out, (char)ch);
    }
    strbuf_putc(out, '"');
}

bool ir_is_word_char(char c)
{
    return isalnum((unsigned char)c) || (c && strchr("_.<>$-", c));
}

/* Names stand as they are unless they hold unusual characters. */
static void print_word(StrBuf *out, const char *text)
{
    size_t n = 0;

    while (ir_is_word_char(text[n]))
        n++;
    if (n && !text[n])
        strbuf_puts(out, text);
    else
        print_quoted(out, text, strlen(text));
}

/* Always with a point, an exponent or a word, which integers have not. */
static void print_double(StrBuf *out, double d)
{
    uint64_t bits;
    size_t start = out->len;

    memcpy(&bits, &d, sizeof bits);
    if (isnan(d)) {
        strbuf_printf(out, "nan:%llx", (unsigned long long)bits);
        return;
    }
    strbuf_printf(out, "%.17g", d);
    if (isfinite(d) && !strpbrk(out->data + start, ".e"))
        strbuf_puts(out, ".0");
}

static void print_const(StrBuf *out, const Const *c)
{
    switch (c->kind) {
    case CONST_int:
        strbuf_printf(out, "%lld", (long long)c->i);
        break;
    case CONST_long:
        strbuf_printf(out, "%d:%sL", c->base, c->data);
        break;
    case CONST_float:
    case CONST_imag:
        print_double(out, c->d);
        if (c->kind == CONST_imag)
            strbuf_putc(out, 'j');
        break;
    case CONST_str:
    case CONST_unicode:
        if (c->kind == CONST_unicode)
            strbuf_putc(out, 'u');
        print_quoted(out, c->data, c->len);
        break;
    case CONST_tuple:
        strbuf_putc(out, '(');
        for (size_t i = 0; i < c->len; i++) {
            strbuf_puts(out, i ? ", " : "");
            print_const(out, c->items[i]);
        }
        strbuf_putc(out, ')');
        break;
    case CONST_none:
        strbuf_puts(out, "None");
    }
}

static void print_number(StrBuf *out, const Value *v)
{
    uint64_t bits;

    memcpy(&bits, &v->d, sizeof bits);
    if (bits || v->op == OP_const_f64) {
        strbuf_puts(out, " [");
        print_double(out, v->d);
        strbuf_putc(out, ']');
    }
    /* A phi's number is scratch of build.c. */
    if ((v->i && v->op != OP_phi) || v->op == OP_const_i64)
        strbuf_printf(out, " [%lld]", (long long)v->i);
}

static bool spells(const Const *c, const Name *name)
{
    return c && c->kind == CONST_str && name && c->len == name->len &&
           memcmp(c->data, name->text, c->len) == 0;
}

static void print_named(StrBuf *out, const Value *v)
{
    bool named = spells(v->konst, v->name);
    bool whole = v->global && named && v->name == v->global->name;

    if (v->global) {
        strbuf_puts(out, whole ? " @" : " %");
        print_word(out, v->global->name->text);
    }
    if (v->name && !whole) {
        strbuf_puts(out, named ? " ." : " :");
        print_word(out, v->name->text);
    }
    if (v->konst && !named) {
        strbuf_putc(out, ' ');
        print_const(out, v->konst);
    }
}

static void print_immediates(StrBuf *out, const Value *v)
{
    print_named(out, v);
    if (v->fn) {
        strbuf_puts(out, " &");
        print_word(out, v->fn->symbol);
    }
    print_number(out, v);
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
    if (v->type != TYPE_ANY)
        print_set(out, v->type);
    if (v->held)
        strbuf_printf(out, " held %d", v->held);
    for (const Inlined *c = v->inlined; c; c = c->caller) {
        strbuf_puts(out, " ^");
        print_word(out, c->fn->symbol);
        strbuf_printf(out, "(%d)", c->line);
    }
    strbuf_printf(out, "%s ; %d\n", v->outline ? " outline" : "", v->line);
}

static void print_control(StrBuf *out, const Block *b)
{
    strbuf_printf(out, "  %s", ctl_names[b->ctl]);
    if (b->cond)
        strbuf_printf(out, " v%d", b->cond->id);
    for (int i = 0; i < b->succ.count; i++)
        strbuf_printf(out, " b%d", b->succ.items[i]->id);
    strbuf_printf(out, " ; %d\n", b->line);
}

static void print_block(StrBuf *out, const Block *b)
{
    strbuf_printf(out, "b%d:", b->id);
    if (b == b->fn->entry && b != b->fn->blocks.items[0])
        strbuf_puts(out, " entry");
    if (b->cold)
        strbuf_puts(out, " cold");
    if (b->surprise)
        strbuf_puts(out, " surprise");
    if (b->in_loop)
        strbuf_puts(out, " loop");
    if (b->preds.count)
        strbuf_puts(out, " ;");
    for (int i = 0; i < b->preds.count; i++)
        strbuf_printf(out, " b%d", b->preds.items[i]->id);
    strbuf_putc(out, '\n');
    FOREACH_VALUE (b, v)
        print_value(out, v);
    print_control(out, b);
}

static void print_head(StrBuf *out, const Fn *fn)
{
    static const char *const kinds[] = {" module", " class", ""};

    strbuf_puts(out, "fn ");
    print_word(out, fn->symbol);
    strbuf_printf(out, " (%d)%s", fn->nparams, kinds[fn->kind]);
    if (fn->argcount != fn->nparams)
        strbuf_printf(out, " positional %d", fn->argcount);
#define FLAG(name)                                                             \
    if (fn->name)                                                              \
        strbuf_puts(out, " " #name);
#define COUNT(name)                                                            \
    if (fn->name)                                                              \
        strbuf_printf(out, " " #name " %d", fn->name);
#include "ir/fn_attrs.def"
    if (fn->scope->freevars.count)
        strbuf_printf(out, " free %d", fn->scope->freevars.count);
    if (fn->param_types) {
        strbuf_puts(out, " takes");
        for (int i = 0; i < fn->nparams; i++)
            print_set(out, fn->param_types[i]);
        strbuf_puts(out, " gives");
        print_set(out, fn->result_type);
    }
    strbuf_putc(out, '\n');
}

void ir_print_fn(StrBuf *out, const Fn *fn)
{
    print_head(out, fn);
    FOREACH_BLOCK (fn, b)
        print_block(out, b);
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
