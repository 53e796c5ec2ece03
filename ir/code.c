/* What codegen and the evaluator both tell the runtime about a module: encoded
 * constants, co_flags, layouts of instances. */
#include "ir/ir.h"

#include <gmp.h>

/* --- constants ------------------------------------------------------------ */

static void put_varint(StrBuf *b, uint64_t n)
{
    for (; n >= 0x80; n >>= 7)
        strbuf_putc(b, (char)(n | 0x80));
    strbuf_putc(b, (char)n);
}

static void put_text(StrBuf *b, const char *text, size_t len)
{
    put_varint(b, len);
    strbuf_write(b, text, len);
}

static void put_long(StrBuf *b, const Const *c)
{
    mpz_t z;
    char *hex;

    mpz_init_set_str(z, c->data, c->base);
    hex = mpz_get_str(NULL, 16, z);
    put_text(b, hex, strlen(hex));
    free(hex);
    mpz_clear(z);
}

void const_encode(StrBuf *b, const Const *c)
{
    double zero = 0.0;

    switch (c->kind) {
    case CONST_int:
        strbuf_putc(b, 'i');
        put_varint(b, (uint64_t)c->i << 1 ^ (uint64_t)(c->i >> 63));
        break;
    case CONST_long:
        strbuf_putc(b, 'l');
        put_long(b, c);
        break;
    case CONST_float:
        strbuf_putc(b, 'f');
        strbuf_write(b, &c->d, sizeof c->d);
        break;
    case CONST_imag:
        strbuf_putc(b, 'c');
        strbuf_write(b, &zero, sizeof zero);
        strbuf_write(b, &c->d, sizeof c->d);
        break;
    case CONST_str:
        strbuf_putc(b, !c->interned ? 's' : c->passing ? 'm' : 'n');
        put_text(b, c->data, c->len);
        break;
    case CONST_unicode:
        strbuf_putc(b, 'u');
        put_text(b, c->data, c->len);
        break;
    case CONST_tuple:
        strbuf_putc(b, '(');
        put_varint(b, c->len);
        for (size_t i = 0; i < c->len; i++) {
            strbuf_putc(b, '@');
            put_varint(b, (uint64_t)c->items[i]->index);
        }
        break;
    default:
        strbuf_putc(b, 'N');
    }
}

Const *const_names(Module *m, const NameList *names)
{
    Const **items = ARENA_ARRAY(m->arena, Const *, names->count + 1);
    int n = names->count;

    for (int i = 0; i < n; i++)
        items[i] = const_str(m, names->items[i]->text, names->items[i]->len,
                             CONST_str);
    return const_tuple(m, items, (size_t)n);
}

/* --- tuple parameters ------------------------------------------------------
 */

static Const *param_names(Module *m, const NodeList *params)
{
    Const **items = ARENA_ARRAY(m->arena, Const *, params->count + 1);

    for (int i = 0; i < params->count; i++) {
        const Node *p = params->items[i];
        const Name *name = p->kind == AST_Name ? p->Name.id : NULL;

        items[i] = name ? const_str(m, name->text, name->len, CONST_str)
                   : p->kind == AST_Tuple ? param_names(m, &p->Tuple.elts)
                                          : param_names(m, &p->List.elts);
    }
    return const_tuple(m, items, (size_t)params->count);
}

Const *code_params_or_null(const Fn *fn)
{
    const Node *n = fn->scope->node;
    const Node *args = n->kind == AST_FunctionDef ? n->FunctionDef.args
                       : n->kind == AST_Lambda    ? n->Lambda.args
                                                  : NULL;
    const NodeList none = {0};
    const NodeList *params = args ? &args->arguments.args : &none;

    for (int i = 0; i < params->count; i++)
        if (params->items[i]->kind != AST_Name)
            return param_names(fn->module, params);
    return NULL;
}

/* --- flags ---------------------------------------------------------------- */

enum {
    FLAG_OPTIMIZED = 0x1,
    FLAG_NEWLOCALS = 0x2,
    FLAG_VARARGS = 0x4,
    FLAG_VARKEYWORDS = 0x8,
    FLAG_NESTED = 0x10,
    FLAG_GENERATOR = 0x20,
    FLAG_NOFREE = 0x40,
    FLAG_CLEANUP = 0x40000000, /* not shown in co_flags */
};

static const struct {
    unsigned feature;
    int flag;
} futures[] = {{FUTURE_division, 0x2000},
               {FUTURE_absolute_import, 0x4000},
               {FUTURE_with_statement, 0x8000},
               {FUTURE_print_function, 0x10000},
               {FUTURE_unicode_literals, 0x20000}};
enum { NFUTURES = sizeof futures / sizeof *futures };

int code_future_flags(unsigned future)
{
    int flags = 0;

    for (int i = 0; i < NFUTURES; i++)
        if (future & futures[i].feature)
            flags |= futures[i].flag;
    return flags;
}

unsigned code_future_of_flags(int flags)
{
    unsigned future = 0;

    for (int i = 0; i < NFUTURES; i++)
        if (flags & futures[i].flag)
            future |= futures[i].feature;
    return future;
}

int code_flags(const Fn *fn)
{
    int f = code_future_flags(fn->module->future);

    if (fn->kind == FN_function)
        f |= fn->scope->optimized ? FLAG_OPTIMIZED : 0;
    if (fn->kind != FN_module)
        f |= FLAG_NEWLOCALS;
    if (fn->varargs)
        f |= FLAG_VARARGS;
    if (fn->varkeywords)
        f |= FLAG_VARKEYWORDS;
    if (fn->scope->nested)
        f |= FLAG_NESTED;
    if (fn->is_generator)
        f |= FLAG_GENERATOR | (fn->scope->has_cleanup ? FLAG_CLEANUP : 0);
    if (!fn->scope->freevars.count && !fn->scope->cellvars.count)
        f |= FLAG_NOFREE;
    return f;
}

/* --- layouts -------------------------------------------------------------- */

typedef struct AttrNames {
    Module *m;
    const Name *self;
    VEC(Const *) names;
} AttrNames;

static void add_attr(AttrNames *c, const Name *name)
{
    Const *k = const_str(c->m, name->text, name->len, CONST_str);

    for (int i = 0; i < c->names.count; i++)
        if (c->names.items[i] == k)
            return;
    vec_push(c->m->arena, &c->names, k);
}

static void collect_attrs(Node *n, void *data)
{
    AttrNames *c = data;

    if (n->kind == AST_Attribute && n->Attribute.ctx == AST_CTX_Store &&
        n->Attribute.value->kind == AST_Name &&
        n->Attribute.value->Name.id == c->self)
        add_attr(c, n->Attribute.attr);
    else if (n->kind != AST_ClassDef && n->kind != AST_FunctionDef &&
             n->kind != AST_Lambda)
        ast_each_child(n, collect_attrs, data);
}

Const *class_attr_names(Module *m, const Node *class_def)
{
    AttrNames c = {.m = m};
    const NodeList *body = &class_def->ClassDef.body;

    for (int i = 0; i < body->count; i++) {
        Node *f = body->items[i];
        NodeList *args;

        if (f->kind != AST_FunctionDef)
            continue;
        args = &f->FunctionDef.args->arguments.args;
        if (!args->count || args->items[0]->kind != AST_Name)
            continue;
        c.self = args->items[0]->Name.id;
        for (int k = 0; k < f->FunctionDef.body.count; k++)
            collect_attrs(f->FunctionDef.body.items[k], &c);
    }
    return const_tuple(m, c.names.items, (size_t)c.names.count);
}
