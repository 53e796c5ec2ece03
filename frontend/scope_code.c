/* Scope analysis, last walk, in the order of CPython's code generator: locals
 * get their place in co_varnames where code reaches them first, and misplaced
 * statements are found.  Code that CPython drops (`if 0:`) is not walked. */
#include "frontend/scope_internal.h"

/* What surrounds a statement within one scope. */
typedef enum { IN_LOOP, IN_EXCEPT, IN_TRY_FINALLY, IN_FINALLY } BlockKind;

enum { MAX_BLOCKS = 20 }; /* CO_MAXBLOCKS */

typedef struct Code {
    Analysis *an;
    Scope *scope;
    VEC(const Name *) varnames;
    Map names; /* co_names: keys in order */
    BlockKind blocks[MAX_BLOCKS];
    int nblocks;
    int line;        /* CPython's u_lineno: errors are reported there */
    int future_line; /* of the last future statement at the beginning */
} Code;

static void stmt(Code *c, Node *n);
static void expr(Code *c, Node *n);

static void stmts(Code *c, const NodeList *list)
{
    for (int i = 0; i < list->count; i++)
        stmt(c, list->items[i]);
}

static void exprs(Code *c, const NodeList *list)
{
    for (int i = 0; i < list->count; i++)
        expr(c, list->items[i]);
}

static void expr_opt(Code *c, Node *n)
{
    if (n)
        expr(c, n);
}

/* A global, an attribute or an imported name. */
static void other_name(Code *c, const Name *id)
{
    map_put(&c->names, id, NULL);
}

/* A variable is reached. */
static void name(Code *c, const Name *id)
{
    Symbol *sym = map_get(&c->scope->table, id);
    bool local = sym && sym->kind == SYM_LOCAL;
    bool cell = sym && (sym->kind == SYM_CELL || sym->kind == SYM_FREE);

    if (c->scope->kind == SCOPE_Function && local) {
        if (sym->varname >= 0)
            return;
        sym->varname = c->varnames.count;
        vec_push(c->an->arena, &c->varnames, id);
    } else if (!cell) {
        other_name(c, id);
    }
}

static void delete_name(Code *c, const Name *id)
{
    Symbol *sym = map_get(&c->scope->table, id);

    if (sym && (sym->kind == SYM_CELL || sym->kind == SYM_FREE))
        scope_fail(c->an, 0,
                   "can not delete variable '%s' referenced in nested scope",
                   id->text);
    name(c, id);
}

/* Scopes inside */

static Code enter_scope(Code *c, Scope *s)
{
    Code in = {.an = c->an,
               .scope = s,
               .line = s->first_line,
               .names = {.arena = c->an->arena},
               .future_line = c->future_line};

    for (int i = 0; i < s->varnames.count; i++)
        vec_push(c->an->arena, &in.varnames, s->varnames.items[i]);
    return in;
}

static void leave_scope(Code *in)
{
    Arena *a = in->an->arena;
    int n = in->names.count;
    const Name **names = ARENA_ARRAY(a, const Name *, n ? n : 1);

    for (int i = 0; i < n; i++)
        names[i] = in->names.entries[i].key;
    in->scope->varnames = (NameList){in->varnames.items, in->varnames.count};
    in->scope->names = (NameList){names, n};
}

/* Tuple parameters are unpacked first. */
static void unpack_params(Code *in, const Node *args)
{
    for (int i = 0; i < args->arguments.args.count; i++)
        if (args->arguments.args.items[i]->kind == AST_Tuple)
            expr(in, args->arguments.args.items[i]);
}

static void function_def(Code *c, Node *n)
{
    exprs(c, &n->FunctionDef.decorator_list);
    exprs(c, &n->FunctionDef.args->arguments.defaults);
    Code in = enter_scope(c, n->scope);
    unpack_params(&in, n->FunctionDef.args);
    stmts(&in, &n->FunctionDef.body);
    leave_scope(&in);
    name(c, n->FunctionDef.bound);
}

static void class_def(Code *c, Node *n)
{
    exprs(c, &n->ClassDef.decorator_list);
    exprs(c, &n->ClassDef.bases);
    Code in = enter_scope(c, n->scope);
    other_name(&in, name_intern_cstr("__name__"));
    other_name(&in, name_intern_cstr("__module__"));
    if (n->scope->docstring)
        other_name(&in, name_intern_cstr("__doc__"));
    stmts(&in, &n->ClassDef.body);
    leave_scope(&in);
    name(c, n->ClassDef.bound);
}

static void lambda(Code *c, Node *n)
{
    exprs(c, &n->Lambda.args->arguments.defaults);
    Code in = enter_scope(c, n->scope);
    unpack_params(&in, n->Lambda.args);
    expr(&in, n->Lambda.body);
    leave_scope(&in);
}

/* The parts of a comprehension; `skip_iter`: the first iterable is a parameter.
 */
static void generators(Code *c, const NodeList *list, bool skip_iter)
{
    for (int i = 0; i < list->count; i++) {
        Node *g = list->items[i];
        if (i || !skip_iter)
            expr(c, g->comprehension.iter);
        expr(c, g->comprehension.target);
        exprs(c, &g->comprehension.ifs);
    }
}

static void comprehension_scope(Code *c, Node *n, const NodeList *list,
                                Node *first, Node *second)
{
    Code in = enter_scope(c, n->scope);

    generators(&in, list, true);
    expr_opt(&in, second);
    expr(&in, first);
    leave_scope(&in);
    expr(c, list->items[0]->comprehension.iter);
}

/* Blocks */

static void push_block(Code *c, BlockKind kind)
{
    if (c->nblocks == MAX_BLOCKS)
        scope_fail(c->an, 0, "too many statically nested blocks");
    c->blocks[c->nblocks++] = kind;
}

static void pop_block(Code *c)
{
    c->nblocks--;
}

static void break_stmt(Code *c)
{
    for (int i = 0; i < c->nblocks; i++)
        if (c->blocks[i] == IN_LOOP)
            return;
    scope_fail(c->an, c->line, "'break' outside loop");
}

/* Not in a finally clause, however deep, within its loop. */
static void continue_stmt(Code *c)
{
    for (int i = c->nblocks - 1; i >= 0; i--) {
        if (c->blocks[i] == IN_LOOP)
            return;
        if (c->blocks[i] == IN_FINALLY)
            scope_fail(c->an, c->line,
                       "'continue' not supported inside 'finally' clause");
    }
    scope_fail(c->an, c->line, "'continue' not properly in loop");
}

static void if_stmt(Code *c, Node *n)
{
    int known = ast_constant_test(n->If.test);

    if (known < 0)
        expr(c, n->If.test);
    if (known)
        stmts(c, &n->If.body);
    if (known <= 0)
        stmts(c, &n->If.orelse);
}

static void while_stmt(Code *c, Node *n)
{
    int known = ast_constant_test(n->While.test);

    if (known) {
        push_block(c, IN_LOOP);
        if (known < 0)
            expr(c, n->While.test);
        stmts(c, &n->While.body);
        pop_block(c);
    }
    stmts(c, &n->While.orelse);
}

static void for_stmt(Code *c, Node *n)
{
    push_block(c, IN_LOOP);
    expr(c, n->For.iter);
    expr(c, n->For.target);
    stmts(c, &n->For.body);
    pop_block(c);
    stmts(c, &n->For.orelse);
}

static void try_except(Code *c, Node *n)
{
    const NodeList *handlers = &n->TryExcept.handlers;

    push_block(c, IN_EXCEPT);
    stmts(c, &n->TryExcept.body);
    pop_block(c);
    for (int i = 0; i < handlers->count; i++) {
        Node *h = handlers->items[i];
        if (!h->ExceptHandler.type && i + 1 < handlers->count)
            scope_fail(c->an, c->line, "default 'except:' must be last");
        c->line = h->lineno;
        expr_opt(c, h->ExceptHandler.type);
        expr_opt(c, h->ExceptHandler.name);
        stmts(c, &h->ExceptHandler.body);
    }
    stmts(c, &n->TryExcept.orelse);
}

static void try_finally(Code *c, Node *n)
{
    push_block(c, IN_TRY_FINALLY);
    stmts(c, &n->TryFinally.body);
    pop_block(c);
    push_block(c, IN_FINALLY);
    stmts(c, &n->TryFinally.finalbody);
    pop_block(c);
}

static void with_stmt(Code *c, Node *n)
{
    expr(c, n->With.context_expr);
    push_block(c, IN_TRY_FINALLY);
    expr_opt(c, n->With.optional_vars);
    stmts(c, &n->With.body);
    pop_block(c);
}

/* Other statements */

static void assert_stmt(Code *c, Node *n)
{
    const Node *test = n->Assert.test;

    if (!ast_optimize && test->kind == AST_Tuple && test->Tuple.elts.count)
        scope_warn(c->an, c->line,
                   "assertion is always true, perhaps remove parentheses?");
    expr(c, n->Assert.test);
    other_name(c, name_intern_cstr("AssertionError"));
    expr_opt(c, n->Assert.msg);
}

static void import_from(Code *c, Node *n)
{
    const Name *module = n->ImportFrom.module;

    if (n->lineno > c->future_line && module &&
        strcmp(module->text, "__future__") == 0)
        scope_fail(c->an, c->line,
                   "from __future__ imports must occur at the beginning of "
                   "the file");
    other_name(c, module ? module : name_intern_cstr(""));
    for (int i = 0; i < n->ImportFrom.names.count; i++) {
        Node *a = n->ImportFrom.names.items[i];
        if (!a->alias.bound)
            continue; /* import * */
        other_name(c, a->alias.name);
        name(c, a->alias.bound);
    }
}

/* `import a.b.c as d` loads b and c as attributes. */
static void attributes_of(Code *c, const Name *dotted)
{
    const char *dot = strchr(dotted->text, '.');

    while (dot) {
        const char *start = dot + 1;
        dot = strchr(start, '.');
        other_name(
            c, name_intern(start, dot ? (size_t)(dot - start) : strlen(start)));
    }
}

static void import_names(Code *c, Node *n)
{
    for (int i = 0; i < n->Import.names.count; i++) {
        Node *a = n->Import.names.items[i];
        other_name(c, a->alias.name);
        if (a->alias.asname)
            attributes_of(c, a->alias.name);
        name(c, a->alias.bound);
    }
}

static void return_stmt(Code *c, Node *n)
{
    if (c->scope->kind != SCOPE_Function)
        scope_fail(c->an, c->line, "'return' outside function");
    expr_opt(c, n->Return.value);
}

static void visit_expr(Node *n, void *data)
{
    expr(data, n);
}

static void stmt(Code *c, Node *n)
{
    c->line = n->lineno;
    switch (n->kind) {
    case AST_FunctionDef:
        function_def(c, n);
        return;
    case AST_ClassDef:
        class_def(c, n);
        return;
    case AST_Return:
        return_stmt(c, n);
        return;
    case AST_Assign:
        expr(c, n->Assign.value);
        exprs(c, &n->Assign.targets);
        return;
    case AST_If:
        if_stmt(c, n);
        return;
    case AST_While:
        while_stmt(c, n);
        return;
    case AST_For:
        for_stmt(c, n);
        return;
    case AST_With:
        with_stmt(c, n);
        return;
    case AST_TryExcept:
        try_except(c, n);
        return;
    case AST_TryFinally:
        try_finally(c, n);
        return;
    case AST_Assert:
        assert_stmt(c, n);
        return;
    case AST_Import:
        import_names(c, n);
        return;
    case AST_ImportFrom:
        import_from(c, n);
        return;
    case AST_Break:
        break_stmt(c);
        return;
    case AST_Continue:
        continue_stmt(c);
        return;
    default: /* Delete, AugAssign, Print, Raise, Exec, Global, Expr, Pass */
        ast_each_child(n, visit_expr, c);
        return;
    }
}

static void name_expr(Code *c, Node *n)
{
    if (n->Name.ctx == AST_CTX_Del)
        delete_name(c, n->Name.id);
    else
        name(c, n->Name.id);
}

static void dict(Code *c, Node *n)
{
    for (int i = 0; i < n->Dict.keys.count; i++) {
        expr(c, n->Dict.values.items[i]);
        expr(c, n->Dict.keys.items[i]);
    }
}

static void yield(Code *c, Node *n)
{
    if (c->scope->kind != SCOPE_Function)
        scope_fail(c->an, c->line, "'yield' outside function");
    expr_opt(c, n->Yield.value);
}

static void attribute(Code *c, Node *n)
{
    expr(c, n->Attribute.value);
    other_name(c, n->Attribute.attr);
}

/* Expressions, slices and keywords. */
static void expr(Code *c, Node *n)
{
    if (n->lineno > c->line && n->kind <= AST_Tuple)
        c->line = n->lineno;
    switch (n->kind) {
    case AST_Name:
        name_expr(c, n);
        return;
    case AST_Attribute:
        attribute(c, n);
        return;
    case AST_Dict:
        dict(c, n);
        return;
    case AST_Yield:
        yield(c, n);
        return;
    case AST_Lambda:
        lambda(c, n);
        return;
    case AST_ListComp:
        generators(c, &n->ListComp.generators, false);
        expr(c, n->ListComp.elt);
        return;
    case AST_GeneratorExp:
        comprehension_scope(c, n, &n->GeneratorExp.generators,
                            n->GeneratorExp.elt, NULL);
        return;
    case AST_SetComp:
        comprehension_scope(c, n, &n->SetComp.generators, n->SetComp.elt, NULL);
        return;
    case AST_DictComp:
        comprehension_scope(c, n, &n->DictComp.generators, n->DictComp.key,
                            n->DictComp.value);
        return;
    default:
        ast_each_child(n, visit_expr, c);
        return;
    }
}

/* Line of the last future statement at the beginning, as CPython's check of
 * them leaves it. */
static int last_future_line(const NodeList *body)
{
    int line = 0, strings = 0;

    for (int i = 0; i < body->count; i++) {
        const Node *n = body->items[i];
        bool doc =
            n->kind == AST_Expr && n->Expr.value->kind == AST_Str && !strings++;
        bool import = n->kind == AST_ImportFrom && n->ImportFrom.module &&
                      !strcmp(n->ImportFrom.module->text, "__future__");
        if (import)
            line = n->lineno;
        else if (!doc)
            break;
    }
    return line;
}

void scope_code(Analysis *an, Scope *top)
{
    Code c = {.an = an, .scope = top, .names = {.arena = an->arena}};
    Node *n = top->node;

    switch (n->kind) {
    case AST_Module:
        c.future_line = last_future_line(&n->Module.body);
        stmts(&c, &n->Module.body);
        break;
    case AST_Interactive:
        c.future_line = last_future_line(&n->Interactive.body);
        stmts(&c, &n->Interactive.body);
        break;
    default:
        expr(&c, n->Expression.body);
    }
    leave_scope(&c);
}
