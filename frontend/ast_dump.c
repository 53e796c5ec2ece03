/* Printing and walking trees, generated from ast.def.
 *
 * The dump is one line per node, "field: Kind 3:4 simple=values", with children
 * indented below; slices, comprehensions, arguments, keywords and aliases have
 * no position in the `ast` module and get none here. */
#include "frontend/ast.h"

#include <math.h>

typedef struct Dump {
    StrBuf *out;
    int depth;
} Dump;

static void dump_node(Dump *d, const char *field, const Node *n);

static void start_line(Dump *d, const char *field)
{
    for (int i = 0; i < d->depth; i++)
        strbuf_puts(d->out, "  ");
    if (*field)
        strbuf_printf(d->out, "%s: ", field);
}

static void dump_list(Dump *d, const char *field, const NodeList *list)
{
    start_line(d, field);
    strbuf_printf(d->out, "[%d]\n", list->count);
    d->depth++;
    for (int i = 0; i < list->count; i++)
        dump_node(d, "", list->items[i]);
    d->depth--;
}

static void dump_quoted(StrBuf *out, const char *s, size_t len)
{
    strbuf_putc(out, '"');
    for (size_t i = 0; i < len; i++) {
        unsigned char c = (unsigned char)s[i];
        if (c < 32 || c > 126 || c == '"' || c == '\\')
            strbuf_printf(out, "\\x%02x", c);
        else
            strbuf_putc(out, (char)c);
    }
    strbuf_putc(out, '"');
}

/* Digits of any base to hex, by schoolbook arithmetic on 32-bit limbs. */
static void dump_long(StrBuf *out, const char *digits, int base)
{
    Arena tmp = {0};
    size_t len = strlen(digits), n = 1;
    uint32_t *limb = ARENA_ARRAY(&tmp, uint32_t, len / 8 + 2 + len);

    if (*digits == '-')
        strbuf_putc(out, '-');
    for (const char *s = digits + (*digits == '-'); *s; s++) {
        uint64_t carry =
            (uint64_t)(*s <= '9' ? *s - '0' : (*s | 32) - 'a' + 10);
        for (size_t i = 0; i < n; i++) {
            carry += (uint64_t)limb[i] * (uint64_t)base;
            limb[i] = (uint32_t)carry;
            carry >>= 32;
        }
        if (carry)
            limb[n++] = (uint32_t)carry;
    }
    strbuf_printf(out, "0x%x", limb[n - 1]);
    while (--n > 0)
        strbuf_printf(out, "%08x", limb[n - 1]);
    arena_release(&tmp);
}

static void dump_double(StrBuf *out, double d)
{
    if (isnan(d))
        strbuf_puts(out, "nan");
    else
        strbuf_printf(out, "%.17g", d);
}

static void dump_number(StrBuf *out, const Number *n)
{
    switch (n->kind) {
    case NUM_int:
        strbuf_printf(out, "int %lld", (long long)n->i);
        break;
    case NUM_long:
        strbuf_puts(out, "long ");
        dump_long(out, n->digits, n->base);
        break;
    case NUM_float:
        strbuf_puts(out, "float ");
        dump_double(out, n->d);
        break;
    case NUM_imag:
        strbuf_puts(out, "imag ");
        dump_double(out, n->d);
        break;
    }
}

static void dump_text(StrBuf *out, const Text *t)
{
    strbuf_puts(out, t->is_unicode ? "unicode " : "str ");
    dump_quoted(out, t->data, t->len);
}

static bool has_position(const Node *n)
{
    return (n->kind >= AST_FunctionDef && n->kind <= AST_Tuple) ||
           n->kind == AST_ExceptHandler;
}

/* Simple fields stand on the node's own line ... */
#define DUMP_ID(f) strbuf_printf(d->out, " " #f "=%s", x->f->text);
#define DUMP_OPTID(f)                                                          \
    if (x->f)                                                                  \
    DUMP_ID(f)
#define DUMP_OP(f) strbuf_printf(d->out, " " #f "=%s", ast_op_name(x->f));
#define DUMP_CTX(f) strbuf_printf(d->out, " " #f "=%s", ast_ctx_name(x->f));
#define DUMP_INT(f) strbuf_printf(d->out, " " #f "=%d", (int)x->f);
#define DUMP_NUM(f)                                                            \
    strbuf_puts(d->out, " " #f "=");                                           \
    dump_number(d->out, &x->f);
#define DUMP_STR(f)                                                            \
    strbuf_puts(d->out, " " #f "=");                                           \
    dump_text(d->out, &x->f);
#define DUMP_IDS(f)                                                            \
    for (int i = 0; i < x->f.count; i++)                                       \
        strbuf_printf(d->out, i ? ",%s" : " " #f "=%s", x->f.items[i]->text);
#define DUMP_OPS(f)                                                            \
    for (int i = 0; i < x->f.count; i++)                                       \
        strbuf_printf(d->out, i ? ",%s" : " " #f "=%s",                        \
                      ast_op_name(x->f.items[i]));

static void dump_simple(Dump *d, const Node *n)
{
    switch (n->kind) {
#define ID DUMP_ID
#define OPTID DUMP_OPTID
#define IDS DUMP_IDS
#define OP DUMP_OP
#define OPS DUMP_OPS
#define CTX DUMP_CTX
#define NUM DUMP_NUM
#define STR DUMP_STR
#define INT DUMP_INT
#define BOOL DUMP_INT
#define NODE(name, fields)                                                     \
    case AST_##name: {                                                         \
        __typeof__(&n->name) x = &n->name;                                     \
        (void)x;                                                               \
        fields                                                                 \
    } break;
#include "frontend/ast.def"
    case AST_COUNT:
        break;
    }
}

/* ... children below it. */
static void dump_children(Dump *d, const Node *n)
{
    switch (n->kind) {
#define ONE(f) dump_node(d, #f, x->f);
#define OPT(f)                                                                 \
    if (x->f)                                                                  \
        dump_node(d, #f, x->f);
#define LIST(f) dump_list(d, #f, &x->f);
#define NODE(name, fields)                                                     \
    case AST_##name: {                                                         \
        __typeof__(&n->name) x = &n->name;                                     \
        (void)x;                                                               \
        fields                                                                 \
    } break;
#include "frontend/ast.def"
    case AST_COUNT:
        break;
    }
}

static void dump_node(Dump *d, const char *field, const Node *n)
{
    start_line(d, field);
    strbuf_puts(d->out, ast_kind_name(n->kind));
    if (has_position(n))
        strbuf_printf(d->out, " %d:%d", n->lineno, n->col_offset);
    dump_simple(d, n);
    strbuf_putc(d->out, '\n');
    d->depth++;
    dump_children(d, n);
    d->depth--;
}

void ast_dump(StrBuf *out, const Node *n)
{
    dump_node(&(Dump){out, 0}, "", n);
}

void ast_each_child(const Node *n, void (*visit)(Node *child, void *data),
                    void *data)
{
    switch (n->kind) {
#define ONE(f) visit(x->f, data);
#define OPT(f)                                                                 \
    if (x->f)                                                                  \
        visit(x->f, data);
#define LIST(f)                                                                \
    for (int i = 0; i < x->f.count; i++)                                       \
        visit(x->f.items[i], data);
#define NODE(name, fields)                                                     \
    case AST_##name: {                                                         \
        __typeof__(&n->name) x = &n->name;                                     \
        (void)x;                                                               \
        fields                                                                 \
    } break;
#include "frontend/ast.def"
    case AST_COUNT:
        break;
    }
}
