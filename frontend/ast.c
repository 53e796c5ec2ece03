/* What is generated from ast.def: names, children, the dumper. */
#include "frontend/ast.h"

static const char *const kind_names[] = {
#define NODE(name, fields) #name,
#include "frontend/ast.def"
};

static const char *const op_names[] = {
#define OPERATOR(name) #name,
#include "frontend/ast.def"
};

static const char *const ctx_names[] = {
#define CONTEXT(name) #name,
#include "frontend/ast.def"
};

/* Nodes take the room their own fields need, not that of the union. */
static const size_t node_sizes[] = {
#define NODE(name, fields) offsetof(Node, name) + sizeof(((Node *)NULL)->name),
#include "frontend/ast.def"
};

Node *ast_alloc(Arena *a, AstKind kind)
{
    Node *n = arena_alloc(a, node_sizes[kind]);

    n->kind = kind;
    return n;
}

const char *ast_kind_name(AstKind kind)
{
    return kind_names[kind];
}

const char *ast_op_name(AstOp op)
{
    return op_names[op];
}

const char *ast_ctx_name(AstCtx ctx)
{
    return ctx_names[ctx];
}

static const NodeList *body_of(const Node *n)
{
    switch (n->kind) {
    case AST_Module:
        return &n->Module.body;
    case AST_FunctionDef:
        return &n->FunctionDef.body;
    case AST_ClassDef:
        return &n->ClassDef.body;
    default:
        return NULL;
    }
}

int ast_optimize;

Node *ast_docstring_or_null(const Node *n)
{
    const NodeList *body = body_of(n);

    if (ast_optimize > 1 || !body || !body->count ||
        body->items[0]->kind != AST_Expr)
        return NULL;
    Node *value = body->items[0]->Expr.value;
    return value->kind == AST_Str ? value : NULL;
}

int ast_constant_test(const Node *n)
{
    if (n->kind == AST_Num) {
        const Number *v = &n->Num.n;
        if (v->kind == NUM_int || v->kind == NUM_long)
            return !v->fits || v->i != 0;
        return v->d != 0;
    }
    if (n->kind == AST_Str)
        return n->Str.s.len != 0;
    if (n->kind == AST_Name && strcmp(n->Name.id->text, "__debug__") == 0)
        return ast_optimize == 0;
    return -1;
}
