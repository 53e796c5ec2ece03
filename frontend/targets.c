/* Assignment targets: context, and what may not be one. */
#include "frontend/parse.h"

/* Names that no statement may bind; false after an error. */
bool check_name(Parser *p, const Name *name, int line)
{
    if (strcmp(name->text, "None") != 0 && strcmp(name->text, "__debug__") != 0)
        return true;
    soft_error(p, line, "cannot assign to %s", name->text);
    return false;
}

/* What the message calls an expression that is no target, or NULL. */
static const char *not_a_target(const Node *e)
{
    switch (e->kind) {
    case AST_Lambda:
        return "lambda";
    case AST_Call:
        return "function call";
    case AST_BoolOp:
    case AST_BinOp:
    case AST_UnaryOp:
        return "operator";
    case AST_GeneratorExp:
        return "generator expression";
    case AST_Yield:
        return "yield expression";
    case AST_ListComp:
        return "list comprehension";
    case AST_SetComp:
        return "set comprehension";
    case AST_DictComp:
        return "dict comprehension";
    case AST_Dict:
    case AST_Set:
    case AST_Num:
    case AST_Str:
        return "literal";
    case AST_Compare:
        return "comparison";
    case AST_Repr:
        return "repr";
    case AST_IfExp:
        return "conditional expression";
    case AST_Tuple:
        return e->Tuple.elts.count ? NULL : "()";
    default:
        return NULL;
    }
}

static void set_all(Parser *p, const NodeList *list, AstCtx ctx, int line)
{
    for (int i = 0; i < list->count; i++)
        set_context(p, list->items[i], ctx, line);
}

/* Marks e as stored to or deleted; `line` is where an error is reported. */
void set_context(Parser *p, Node *e, AstCtx ctx, int line)
{
    const char *what = not_a_target(e);

    if (what) {
        soft_error(p, line, "can't %s %s",
                   ctx == AST_CTX_Store ? "assign to" : "delete", what);
        return;
    }
    switch (e->kind) {
    case AST_Attribute:
        if (ctx == AST_CTX_Store)
            check_name(p, e->Attribute.attr, line);
        e->Attribute.ctx = ctx;
        break;
    case AST_Subscript:
        e->Subscript.ctx = ctx;
        break;
    case AST_Name:
        if (ctx == AST_CTX_Store)
            check_name(p, e->Name.id, line);
        e->Name.ctx = ctx;
        break;
    case AST_List:
        e->List.ctx = ctx;
        set_all(p, &e->List.elts, ctx, line);
        break;
    case AST_Tuple:
        e->Tuple.ctx = ctx;
        set_all(p, &e->Tuple.elts, ctx, line);
        break;
    default:
        break;
    }
}
