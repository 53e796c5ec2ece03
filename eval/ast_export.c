/* The frontend's tree as objects of module _ast. */
#include "eval/ast.h"

#include "constants.h"
#include "errors.h"
#include "str.h"

static Value text_value(const Text *t)
{
    if (!t->is_unicode)
        return (Value)str_from(t->data, (Py_ssize)t->len);
    return (Value)unicode_from_wtf8(t->data, t->len);
}

static Value number_value(const Number *n)
{
    switch (n->kind) {
    case NUM_int:
        return value_from_int(n->i);
    case NUM_long:
        return op_call(
            (Value)&long_type,
            (Value[]){(Value)str_from_c(n->digits), tag_int(n->base)}, 2, NULL);
    case NUM_float:
        return value_from_double(n->d);
    case NUM_imag:
        return op_call((Value)&complex_type,
                       (Value[]){value_from_double(0), value_from_double(n->d)},
                       2, NULL);
    }
    return NULL;
}

static Value name_value(const Name *name)
{
    return name ? (Value)str_intern(name->text) : NONE;
}

static Value optional(const Node *n)
{
    return n ? ast_export(n) : NONE;
}

static Value nodes(const NodeList *list)
{
    PyList *l = list_new(list->count);

    for (int i = 0; i < list->count; i++) {
        Value v = ast_export(list->items[i]);

        if (!v || list_append(l, v) < 0)
            return NULL;
    }
    return (Value)l;
}

static Value names(const NameList *list)
{
    PyList *l = list_new(list->count);

    for (int i = 0; i < list->count; i++)
        if (list_append(l, name_value(list->items[i])) < 0)
            return NULL;
    return (Value)l;
}

static Value operators(const OpList *list)
{
    PyList *l = list_new(list->count);

    for (int i = 0; i < list->count; i++)
        if (list_append(l, ast_op_object(list->items[i])) < 0)
            return NULL;
    return (Value)l;
}

static int set(Value object, const char *name, Value v)
{
    return v ? op_setattr(object, str_intern(name), v) : -1;
}

/* The fields of one kind, in their order. */
#define ONE(f)                                                                 \
    if (set(v, #f, ast_export(self->f)) < 0)                                   \
        return -1;
#define OPT(f)                                                                 \
    if (set(v, #f, optional(self->f)) < 0)                                     \
        return -1;
#define LIST(f)                                                                \
    if (set(v, #f, nodes(&self->f)) < 0)                                       \
        return -1;
#define ID(f)                                                                  \
    if (set(v, #f, name_value(self->f)) < 0)                                   \
        return -1;
#define OPTID(f) ID(f)
#define IDS(f)                                                                 \
    if (set(v, #f, names(&self->f)) < 0)                                       \
        return -1;
#define OP(f)                                                                  \
    if (set(v, #f, ast_op_object(self->f)) < 0)                                \
        return -1;
#define OPS(f)                                                                 \
    if (set(v, #f, operators(&self->f)) < 0)                                   \
        return -1;
#define CTX(f)                                                                 \
    if (set(v, #f, ast_ctx_object(self->f)) < 0)                               \
        return -1;
#define NUM(f)                                                                 \
    if (set(v, #f, number_value(&self->f)) < 0)                                \
        return -1;
#define STR(f)                                                                 \
    if (set(v, #f, text_value(&self->f)) < 0)                                  \
        return -1;
#define INT(f)                                                                 \
    if (set(v, #f, tag_int(self->f)) < 0)                                      \
        return -1;
#define BOOL(f)                                                                \
    if (set(v, #f, value_from_bool(self->f)) < 0)                              \
        return -1;
#define NODE(name, fields)                                                     \
    static int set_fields_##name(Value v, const Node *n)                       \
    {                                                                          \
        const __typeof__(n->name) *self = &n->name;                            \
                                                                               \
        (void)self;                                                            \
        fields return 0;                                                       \
    }
#include "frontend/ast.def"

static int set_fields(Value v, const Node *n)
{
    switch (n->kind) {
#define NODE(name, fields)                                                     \
    case AST_##name:                                                           \
        return set_fields_##name(v, n);
#include "frontend/ast.def"
    default:
        return 0;
    }
}

static int set_place(Value v, const Node *n)
{
    if (!ast_family_has_place(ast_family(n->kind)))
        return 0;
    if (set(v, "lineno", tag_int(n->lineno)) < 0)
        return -1;
    return set(v, "col_offset", tag_int(n->col_offset));
}

Value ast_export(const Node *n)
{
    Value v;

    if (ast_stack_check() < 0)
        return NULL;
    v = op_call((Value)ast_class(n->kind), NULL, 0, NULL);
    if (!v || set_fields(v, n) < 0 || set_place(v, n) < 0)
        return NULL;
    return v;
}
