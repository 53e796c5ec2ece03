/* Scope analysis, first walk: opens scopes, enters names in CPython's order and
 * applies private name mangling to the tree. */
#include "frontend/scope_internal.h"

#include <stdio.h>

typedef struct Build {
    Analysis *an;
    Arena *arena;
    Scope *top, *cur;
    const Name *private_class;
} Build;

static void visit(Build *b, Node *n);

static void visit_all(Build *b, const NodeList *list)
{
    for (int i = 0; i < list->count; i++)
        visit(b, list->items[i]);
}

static void visit_opt(Build *b, Node *n)
{
    if (n)
        visit(b, n);
}

/* __x inside class C is _C__x; names with a dot and __x__ are not changed. */
const Name *mangle(const Name *class_name, const Name *name)
{
    size_t len = name->len;
    char buf[256], *s = buf;

    if (!class_name || len < 3 || name->text[0] != '_' || name->text[1] != '_')
        return name;
    if ((name->text[len - 1] == '_' && name->text[len - 2] == '_') ||
        memchr(name->text, '.', len))
        return name;
    const char *c = class_name->text;
    while (*c == '_')
        c++;
    size_t n = strlen(c);
    if (!n)
        return name;
    if (1 + n + len > sizeof buf)
        s = xmalloc(1 + n + len);
    s[0] = '_';
    memcpy(s + 1, c, n);
    memcpy(s + 1 + n, name->text, len);
    const Name *result = name_intern(s, 1 + n + len);
    if (s != buf)
        free(s);
    return result;
}

static const Name *mangled(Build *b, const Name *name)
{
    return mangle(b->private_class, name);
}

static bool reaches_locals(const Name *name)
{
    static const char *const names[] = {"locals", "vars",     "dir",    "eval",
                                        "input",  "execfile", "globals"};

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(name->text, names[i]) == 0)
            return true;
    return false;
}

Symbol *scope_add(Arena *a, Scope *s, const Name *name, unsigned flags)
{
    void **slot = map_slot(&s->table, name);

    if (!*slot) {
        Symbol *sym = ARENA_NEW(a, Symbol);
        *sym = (Symbol){.name = name, .varname = -1, .cell = -1};
        vec_push(a, &s->symbols, sym);
        *slot = sym;
    }
    Symbol *sym = *slot;
    sym->flags |= flags;
    return sym;
}

static void use(Build *b, const Name *name)
{
    scope_add(b->arena, b->cur, name, SYMF_used);
    b->cur->uses_locals |= reaches_locals(name);
}

static const Name *bind(Build *b, const Name *name, unsigned flags)
{
    name = mangled(b, name);
    scope_add(b->arena, b->cur, name, flags | SYMF_assigned);
    return name;
}

/* Scopes */

static Scope *open_scope(Build *b, ScopeKind kind, Node *n, const char *name)
{
    Scope *s = ARENA_NEW(b->arena, Scope);

    s->kind = kind;
    s->node = n;
    s->name = name_intern_cstr(name);
    s->parent = b->cur;
    s->table.arena = b->arena;
    s->first_line = n->lineno;
    s->docstring = ast_docstring_or_null(n);
    s->private_class = b->private_class;
    if (b->cur) {
        s->nested = b->cur->nested || b->cur->kind == SCOPE_Function;
        vec_push(b->arena, &b->cur->children, s);
    }
    n->scope = s;
    b->cur = s;
    return s;
}

static void close_scope(Build *b)
{
    b->cur = b->cur->parent;
}

static void add_varname(Build *b, const Name *name)
{
    NameList *v = &b->cur->varnames;
    const Name **items = ARENA_ARRAY(b->arena, const Name *, v->count + 1);

    if (v->count)
        memcpy(items, v->items, sizeof *items * (size_t)v->count);
    items[v->count++] = name;
    v->items = items;
}

static const Name *add_param(Build *b, const Name *name)
{
    const Name *m = mangled(b, name);
    Symbol *old = map_get(&b->cur->table, m);

    if (old && old->flags & SYMF_param)
        scope_fail(b->an, b->cur->node->lineno,
                   "duplicate argument '%s' in function definition",
                   name->text);
    scope_add(b->arena, b->cur, m, SYMF_param)->varname =
        b->cur->varnames.count;
    add_varname(b, m);
    return m;
}

static void add_implicit_param(Build *b, int i)
{
    char name[16];

    snprintf(name, sizeof name, ".%d", i);
    add_param(b, name_intern_cstr(name));
}

static void tuple_params(Build *b, const NodeList *args);

static void inner_params(Build *b, const NodeList *args)
{
    for (int i = 0; i < args->count; i++) {
        Node *n = args->items[i];
        if (n->kind == AST_Name)
            n->Name.id = add_param(b, n->Name.id);
    }
    tuple_params(b, args);
}

static void tuple_params(Build *b, const NodeList *args)
{
    for (int i = 0; i < args->count; i++)
        if (args->items[i]->kind == AST_Tuple)
            inner_params(b, &args->items[i]->Tuple.elts);
}

/* Parameters in the order of co_varnames. */
static void params(Build *b, Node *args)
{
    const NodeList *list = &args->arguments.args;

    for (int i = 0; i < list->count; i++) {
        Node *n = list->items[i];
        if (n->kind == AST_Name)
            n->Name.id = add_param(b, n->Name.id);
        else
            add_implicit_param(b, i);
    }
    b->cur->argcount = list->count;
    if (args->arguments.vararg) {
        args->arguments.vararg = add_param(b, args->arguments.vararg);
        b->cur->has_varargs = true;
    }
    if (args->arguments.kwarg) {
        args->arguments.kwarg = add_param(b, args->arguments.kwarg);
        b->cur->has_varkeywords = true;
    }
    tuple_params(b, list);
}

static void function_def(Build *b, Node *n)
{
    n->FunctionDef.bound = bind(b, n->FunctionDef.name, SYMF_stored);
    visit_all(b, &n->FunctionDef.args->arguments.defaults);
    visit_all(b, &n->FunctionDef.decorator_list);
    open_scope(b, SCOPE_Function, n, n->FunctionDef.name->text);
    params(b, n->FunctionDef.args);
    visit_all(b, &n->FunctionDef.body);
    close_scope(b);
}

static void class_def(Build *b, Node *n)
{
    const Name *outer = b->private_class;

    n->ClassDef.bound = bind(b, n->ClassDef.name, SYMF_stored);
    visit_all(b, &n->ClassDef.bases);
    visit_all(b, &n->ClassDef.decorator_list);
    b->private_class = n->ClassDef.name;
    open_scope(b, SCOPE_Class, n, n->ClassDef.name->text);
    visit_all(b, &n->ClassDef.body);
    close_scope(b);
    b->private_class = outer;
}

static void lambda(Build *b, Node *n)
{
    visit_all(b, &n->Lambda.args->arguments.defaults);
    open_scope(b, SCOPE_Function, n, "<lambda>");
    params(b, n->Lambda.args);
    visit(b, n->Lambda.body);
    close_scope(b);
}

/* The outermost iterable belongs to the scope around. */
static void comprehension_scope(Build *b, Node *n, const char *name,
                                NodeList *generators, Node *first, Node *second)
{
    Node *outer = generators->items[0];

    visit(b, outer->comprehension.iter);
    open_scope(b, SCOPE_Function, n, name);
    b->cur->is_generator = n->kind == AST_GeneratorExp;
    add_implicit_param(b, 0);
    b->cur->argcount = 1;
    visit(b, outer->comprehension.target);
    visit_all(b, &outer->comprehension.ifs);
    for (int i = 1; i < generators->count; i++)
        visit(b, generators->items[i]);
    visit_opt(b, second);
    visit(b, first);
    close_scope(b);
}

/* Statements with something to note */

static void return_in_generator(Build *b, int line)
{
    if (b->cur->is_generator && b->cur->returns_value)
        scope_fail(b->an, line, "'return' with argument inside generator");
}

static void return_stmt(Build *b, Node *n)
{
    if (!n->Return.value)
        return;
    visit(b, n->Return.value);
    b->cur->returns_value = true;
    return_in_generator(b, n->lineno);
}

static Scope *module_scope(Scope *s)
{
    while (s->parent)
        s = s->parent;
    return s;
}

static void yield(Build *b, Node *n)
{
    visit_opt(b, n->Yield.value);
    b->cur->is_generator = true;
    if (b->cur->cleanup_depth > 0 && !b->cur->yields_inside) {
        b->cur->yields_inside = true;
        vec_push(b->arena, &module_scope(b->cur)->closing, b->cur->name);
    }
    return_in_generator(b, n->lineno);
}

static void note_unoptimized(Build *b, int line)
{
    if (!b->cur->unoptimized_line)
        b->cur->unoptimized_line = line;
}

static void exec_stmt(Build *b, Node *n)
{
    visit(b, n->Exec.body);
    note_unoptimized(b, n->lineno);
    b->cur->has_exec = true;
    b->cur->has_bare_exec |= !n->Exec.globals;
    b->cur->has_exec_in |= n->Exec.globals != NULL;
    b->cur->uses_locals = true;
    visit_opt(b, n->Exec.globals);
    visit_opt(b, n->Exec.locals);
}

static void global_stmt(Build *b, Node *n)
{
    for (int i = 0; i < n->Global.names.count; i++) {
        const Name *as_written = n->Global.names.items[i];
        const Name *name = mangled(b, as_written);
        Symbol *sym = map_get(&b->cur->table, name);
        unsigned flags = sym ? sym->flags : 0;
        if (flags & SYMF_stored)
            scope_warn(b->an, n->lineno,
                       "name '%.400s' is assigned to before global "
                       "declaration",
                       as_written->text);
        else if (flags & SYMF_used)
            scope_warn(b->an, n->lineno,
                       "name '%.400s' is used prior to global declaration",
                       as_written->text);
        n->Global.names.items[i] = name;
        scope_add(b->arena, b->cur, name, SYMF_global);
        scope_add(b->arena, b->top, name, SYMF_global);
    }
}

static void import_star(Build *b)
{
    if (b->cur->kind != SCOPE_Module)
        scope_warn(b->an, b->cur->node->lineno,
                   "import * only allowed at module level");
    b->cur->has_import_star = true;
}

/* `import a.b` binds a. */
static void alias(Build *b, Node *n)
{
    const Name *name = n->alias.asname ? n->alias.asname : n->alias.name;
    const char *dot = strchr(name->text, '.');

    if (strcmp(name->text, "*") == 0) {
        import_star(b);
        return;
    }
    if (dot)
        name = name_intern(name->text, (size_t)(dot - name->text));
    n->alias.bound = bind(b, name, SYMF_imported);
    n->alias.name = mangled(b, n->alias.name);
    if (n->alias.asname)
        n->alias.asname = mangled(b, n->alias.asname);
}

static void imports(Build *b, Node *n, const NodeList *names)
{
    visit_all(b, names);
    if (b->cur->has_exec || b->cur->has_import_star)
        note_unoptimized(b, n->lineno);
}

static void name_expr(Build *b, Node *n)
{
    n->Name.id = mangled(b, n->Name.id);
    if (n->Name.ctx == AST_CTX_Load)
        use(b, n->Name.id);
    else
        scope_add(b->arena, b->cur, n->Name.id, SYMF_assigned | SYMF_stored);
}

static void visit_child(Node *n, void *data)
{
    visit(data, n);
}

/* Nodes whose children CPython visits in another order than their fields, or
 * that have a meaning for names; the others fall through to their children. */
static void visit(Build *b, Node *n)
{
    switch (n->kind) {
    case AST_FunctionDef:
        function_def(b, n);
        return;
    case AST_ClassDef:
        class_def(b, n);
        return;
    case AST_Lambda:
        lambda(b, n);
        return;
    case AST_GeneratorExp:
        comprehension_scope(b, n, "<genexpr>", &n->GeneratorExp.generators,
                            n->GeneratorExp.elt, NULL);
        return;
    case AST_SetComp:
        comprehension_scope(b, n, "<setcomp>", &n->SetComp.generators,
                            n->SetComp.elt, NULL);
        return;
    case AST_DictComp:
        comprehension_scope(b, n, "<dictcomp>", &n->DictComp.generators,
                            n->DictComp.key, n->DictComp.value);
        return;
    case AST_Return:
        return_stmt(b, n);
        return;
    case AST_Yield:
        yield(b, n);
        return;
    case AST_Exec:
        exec_stmt(b, n);
        return;
    case AST_Global:
        global_stmt(b, n);
        return;
    case AST_Import:
        imports(b, n, &n->Import.names);
        return;
    case AST_ImportFrom:
        if (n->ImportFrom.module)
            n->ImportFrom.module = mangled(b, n->ImportFrom.module);
        imports(b, n, &n->ImportFrom.names);
        return;
    case AST_alias:
        alias(b, n);
        return;
    case AST_Name:
        name_expr(b, n);
        return;
    case AST_Attribute:
        n->Attribute.attr = mangled(b, n->Attribute.attr);
        visit(b, n->Attribute.value);
        return;
    case AST_TryFinally:
    case AST_With:
        b->cur->has_cleanup = true;
        b->cur->cleanup_depth++;
        ast_each_child(n, visit_child, b);
        b->cur->cleanup_depth--;
        return;
    case AST_TryExcept:
        b->cur->has_cleanup = true;
        visit_all(b, &n->TryExcept.body);
        visit_all(b, &n->TryExcept.orelse);
        visit_all(b, &n->TryExcept.handlers);
        return;
    default:
        ast_each_child(n, visit_child, b);
        return;
    }
}

static const NodeList *top_body(const Node *n)
{
    return n->kind == AST_Module        ? &n->Module.body
           : n->kind == AST_Interactive ? &n->Interactive.body
                                        : NULL;
}

static Node *first_of(const NodeList *list)
{
    return list->count ? list->items[0] : NULL;
}

static Node *first_default(const Node *args)
{
    return first_of(&args->arguments.defaults);
}

/* The part of a statement that code begins with; NULL: it begins with an
 * instruction of its own. */
static Node *first_of_stmt(const Node *n)
{
    switch (n->kind) {
    case AST_FunctionDef:
        return n->FunctionDef.decorator_list.count
                   ? first_of(&n->FunctionDef.decorator_list)
                   : first_default(n->FunctionDef.args);
    case AST_ClassDef:
        return first_of(&n->ClassDef.decorator_list);
    case AST_Delete:
        return first_of(&n->Delete.targets);
    case AST_Assign:
        return n->Assign.value;
    case AST_AugAssign:
        return n->AugAssign.target;
    case AST_Print:
        return n->Print.dest ? n->Print.dest : first_of(&n->Print.values);
    case AST_If:
        return n->If.test;
    case AST_With:
        return n->With.context_expr;
    case AST_Raise:
        return n->Raise.type;
    case AST_Assert:
        return n->Assert.test;
    case AST_Exec:
        return n->Exec.body;
    case AST_Expr:
        return n->Expr.value;
    default:
        return NULL;
    }
}

/* The same of an expression. */
static Node *first_of_expr(const Node *n)
{
    switch (n->kind) {
    case AST_BoolOp:
        return first_of(&n->BoolOp.values);
    case AST_BinOp:
        return n->BinOp.left;
    case AST_UnaryOp:
        return n->UnaryOp.operand;
    case AST_Lambda:
        return first_default(n->Lambda.args);
    case AST_IfExp:
        return n->IfExp.test;
    case AST_Set:
        return first_of(&n->Set.elts);
    case AST_Compare:
        return n->Compare.left;
    case AST_Call:
        return n->Call.func;
    case AST_Repr:
        return n->Repr.value;
    case AST_Attribute:
        return n->Attribute.value;
    case AST_Subscript:
        return n->Subscript.value;
    case AST_List:
        return first_of(&n->List.elts);
    case AST_Tuple:
        return first_of(&n->Tuple.elts);
    default:
        return NULL;
    }
}

/* The line of the first instruction: lines only grow on the way to it. */
static int first_line(const Node *n)
{
    int line = n->lineno;

    for (n = first_of_stmt(n); n; n = first_of_expr(n))
        line = n->lineno > line ? n->lineno : line;
    return line;
}

static int first_code_line(const NodeList *body, bool shown);

/* 0 if the statement leaves no instruction; shown: the values of expressions
 * are printed, constants too. */
static int stmt_line(const Node *n, bool shown)
{
    int known;

    switch (n->kind) {
    case AST_Pass:
    case AST_Global:
        return 0;
    case AST_Expr:
        return !shown && (n->Expr.value->kind == AST_Num ||
                          n->Expr.value->kind == AST_Str)
                   ? 0
                   : first_line(n);
    case AST_Assert:
        return ast_optimize ? 0 : first_line(n);
    case AST_If:
        known = ast_constant_test(n->If.test);
        return known < 0 ? first_line(n)
                         : first_code_line(known ? &n->If.body : &n->If.orelse,
                                           shown);
    case AST_While:
        return ast_constant_test(n->While.test) == 0
                   ? first_code_line(&n->While.orelse, shown)
                   : first_line(n);
    default:
        return first_line(n);
    }
}

static int first_code_line(const NodeList *body, bool shown)
{
    int line = 0;

    for (int i = 0; !line && i < body->count; i++)
        line = stmt_line(body->items[i], shown);
    return line;
}

/* co_firstlineno of a module is the line of its first instruction. */
static int module_first_line(const Node *n)
{
    const NodeList *body = top_body(n);
    bool shown = n->kind == AST_Interactive;
    int line;

    if (n->kind == AST_Expression)
        return n->Expression.body->lineno;
    if (!body || !body->count)
        return 1;
    if (body->items[0]->kind == AST_Expr &&
        body->items[0]->Expr.value->kind == AST_Str)
        return first_line(body->items[0]);
    line = first_code_line(body, shown);
    return line ? line : 1;
}

Scope *scope_build(Analysis *an, Node *module)
{
    Build b = {.an = an, .arena = an->arena};
    Scope *top = open_scope(&b, SCOPE_Module, module, "<module>");

    top->first_line = module_first_line(module);
    b.top = top;
    ast_each_child(module, visit_child, &b);
    return top;
}
