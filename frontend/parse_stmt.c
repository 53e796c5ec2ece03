/* Statements.  Each function pushes the nodes it makes on the parser's list
 * (simple statements in a line are several) or returns the one it made. */
#include "frontend/parse.h"

static NodeList suite(Parser *p);

/* Assignments and expressions */

static bool augmented(TokKind kind, AstOp *op)
{
    switch (kind) {
#define AUGMENTED_ONLY
#define AUGMENTED(name, text, operation)                                       \
    case TOK_##name:                                                           \
        *op = AST_OP_##operation;                                              \
        return true;
#include "frontend/token.def"
    default:
        return false;
    }
}

static Node *aug_assign(Parser *p, Node *target, AstOp op, Pos pos)
{
    Node *n = ast_new(p, AST_AugAssign, pos);

    set_context(p, target, AST_CTX_Store, pos.line);
    if (target->kind != AST_Name && target->kind != AST_Attribute &&
        target->kind != AST_Subscript)
        soft_error(p, pos.line, "illegal expression for augmented assignment");
    advance(p);
    n->AugAssign.target = target;
    n->AugAssign.op = op;
    n->AugAssign.value = parse_yield_or_testlist(p);
    return ast_end(p, n);
}

/* ('=' (yield_expr|testlist))* behind the first target */
static Node *assign(Parser *p, Node *first, Pos pos)
{
    Node *n = ast_new(p, AST_Assign, pos), *value = first;
    int mark = list_mark(p), line = pos.line;
    bool bare_yield = false;

    while (at(p, TOK_equal)) {
        if (bare_yield)
            soft_error(p, line, "assignment to yield expression not possible");
        else
            set_context(p, value, AST_CTX_Store, line);
        list_push(p, value);
        advance(p);
        line = here(p).line;
        bare_yield = at(p, TOK_yield);
        value = parse_yield_or_testlist(p);
    }
    n->Assign.targets = list_take(p, mark);
    n->Assign.value = value;
    return ast_end(p, n);
}

/* expr_stmt: testlist (augassign (yield_expr|testlist) |
 *                      ('=' (yield_expr|testlist))*) */
static Node *expr_stmt(Parser *p)
{
    Pos pos = here(p);
    AstOp op;
    Node *e = parse_testlist(p);

    if (augmented(p->tok.kind, &op))
        return aug_assign(p, e, op, pos);
    if (at(p, TOK_equal))
        return assign(p, e, pos);
    Node *n = ast_new(p, AST_Expr, pos);
    n->Expr.value = e;
    return ast_end(p, n);
}

/* yield_stmt: yield_expr */
static Node *yield_stmt(Parser *p)
{
    Node *n = ast_new(p, AST_Expr, here(p));

    n->Expr.value = parse_yield_or_testlist(p);
    return ast_end(p, n);
}

/* print_stmt: 'print' ([test (',' test)* [',']] |
 *                      '>>' test [(',' test)+ [',']]) */
static Node *print_stmt(Parser *p)
{
    Node *n = ast_new(p, AST_Print, expect(p, TOK_print));
    int mark = list_mark(p);
    bool more = starts_test(p);

    n->Print.nl = true;
    if (accept(p, TOK_rightshift)) {
        n->Print.dest = parse_test(p);
        more = accept(p, TOK_comma);
    }
    while (more) {
        list_push(p, parse_test(p));
        n->Print.nl = !at(p, TOK_comma);
        more = accept(p, TOK_comma) && starts_test(p);
    }
    n->Print.values = list_take(p, mark);
    return ast_end(p, n);
}

/* del_stmt: 'del' exprlist */
static Node *del_stmt(Parser *p)
{
    Node *n = ast_new(p, AST_Delete, expect(p, TOK_del));
    bool is_tuple;

    n->Delete.targets = parse_exprlist(p, AST_CTX_Del, &is_tuple);
    return ast_end(p, n);
}

/* return_stmt: 'return' [testlist] */
static Node *return_stmt(Parser *p)
{
    Node *n = ast_new(p, AST_Return, expect(p, TOK_return));

    if (starts_test(p))
        n->Return.value = parse_testlist(p);
    return ast_end(p, n);
}

/* raise_stmt: 'raise' [test [',' test [',' test]]] */
static Node *raise_stmt(Parser *p)
{
    Node *n = ast_new(p, AST_Raise, expect(p, TOK_raise));

    if (starts_test(p)) {
        n->Raise.type = parse_test(p);
        if (accept(p, TOK_comma)) {
            n->Raise.inst = parse_test(p);
            if (accept(p, TOK_comma))
                n->Raise.tback = parse_test(p);
        }
    }
    return ast_end(p, n);
}

/* global_stmt: 'global' NAME (',' NAME)* */
static Node *global_stmt(Parser *p)
{
    Node *n = ast_new(p, AST_Global, expect(p, TOK_global));
    VEC(const Name *) names = {0};

    do
        vec_push(p->arena, &names, expect_name(p));
    while (accept(p, TOK_comma));
    n->Global.names = (NameList){names.items, names.count};
    return ast_end(p, n);
}

/* `exec (code, globals, locals)` is the statement with its three parts. */
static void split_exec_tuple(Node *n)
{
    Node *t = n->Exec.body;

    if (n->Exec.globals || t->kind != AST_Tuple || t->Tuple.elts.count < 2 ||
        t->Tuple.elts.count > 3)
        return;
    n->Exec.body = t->Tuple.elts.items[0];
    n->Exec.globals = t->Tuple.elts.items[1];
    if (t->Tuple.elts.count == 3)
        n->Exec.locals = t->Tuple.elts.items[2];
}

/* exec_stmt: 'exec' expr ['in' test [',' test]] */
static Node *exec_stmt(Parser *p)
{
    Node *n = ast_new(p, AST_Exec, expect(p, TOK_exec));

    n->Exec.body = parse_expr(p);
    if (accept(p, TOK_in)) {
        n->Exec.globals = parse_test(p);
        if (accept(p, TOK_comma))
            n->Exec.locals = parse_test(p);
    }
    split_exec_tuple(n);
    return ast_end(p, n);
}

/* assert_stmt: 'assert' test [',' test] */
static Node *assert_stmt(Parser *p)
{
    Node *n = ast_new(p, AST_Assert, expect(p, TOK_assert));

    n->Assert.test = parse_test(p);
    if (accept(p, TOK_comma))
        n->Assert.msg = parse_test(p);
    return ast_end(p, n);
}

/* Imports */

/* dotted_name: NAME ('.' NAME)*.  *simple: no dot. */
static const Name *dotted_name(Parser *p, bool *simple)
{
    const Name *first = expect_name(p);
    StrBuf b = {.arena = p->arena};

    *simple = !at(p, TOK_dot);
    if (*simple)
        return first;
    strbuf_puts(&b, first->text);
    while (accept(p, TOK_dot))
        strbuf_printf(&b, ".%s", expect_name(p)->text);
    return name_intern(b.data, b.len);
}

/* ['as' NAME] behind the imported name */
static Node *alias(Parser *p, Pos pos, const Name *name, bool simple)
{
    Node *n = ast_new(p, AST_alias, pos);

    n->alias.name = name;
    if (accept(p, TOK_as)) {
        n->alias.asname = expect_name(p);
        check_name(p, n->alias.asname, pos.line);
    } else if (simple) {
        check_name(p, name, pos.line);
    }
    return ast_end(p, n);
}

/* import_name: 'import' dotted_as_name (',' dotted_as_name)* */
static Node *import_name(Parser *p)
{
    Node *n = ast_new(p, AST_Import, expect(p, TOK_import));
    int mark = list_mark(p);

    do {
        Pos pos = here(p);
        bool simple;
        const Name *name = dotted_name(p, &simple);
        list_push(p, alias(p, pos, name, simple));
    } while (accept(p, TOK_comma));
    n->Import.names = list_take(p, mark);
    return ast_end(p, n);
}

/* import_as_names: import_as_name (',' import_as_name)* [','] */
static NodeList import_as_names(Parser *p, bool brackets)
{
    int mark = list_mark(p), line = here(p).line;
    bool trailing = false;

    do {
        Pos pos = here(p);
        trailing = list_mark(p) > mark && !at(p, TOK_NAME);
        if (!trailing) {
            const Name *name = expect_name(p);
            list_push(p, alias(p, pos, name, true));
        }
    } while (!trailing && accept(p, TOK_comma));
    if (trailing && !brackets)
        soft_error(p, line,
                   "trailing comma not allowed without surrounding "
                   "parentheses");
    return list_take(p, mark);
}

static NodeList imported_names(Parser *p)
{
    int mark = list_mark(p);
    Pos pos = here(p);

    if (accept(p, TOK_star)) {
        Node *n = ast_new(p, AST_alias, pos);
        n->alias.name = name_intern_cstr("*");
        list_push(p, ast_end(p, n));
        return list_take(p, mark);
    }
    if (!accept(p, TOK_lpar))
        return import_as_names(p, false);
    NodeList names = import_as_names(p, true);
    expect(p, TOK_rpar);
    return names;
}

/* import_from: 'from' ('.'* dotted_name | '.'+) 'import'
 *              ('*' | '(' import_as_names ')' | import_as_names) */
static Node *import_from(Parser *p)
{
    Node *n = ast_new(p, AST_ImportFrom, expect(p, TOK_from));
    bool simple;

    while (accept(p, TOK_dot))
        n->ImportFrom.level++;
    if (!n->ImportFrom.level || at(p, TOK_NAME))
        n->ImportFrom.module = dotted_name(p, &simple);
    expect(p, TOK_import);
    n->ImportFrom.names = imported_names(p);
    future_note(p, n);
    return ast_end(p, n);
}

/* Simple statements */

static Node *word_stmt(Parser *p, AstKind kind)
{
    Node *n = ast_new(p, kind, here(p));

    advance(p);
    return ast_end(p, n);
}

static Node *small_stmt(Parser *p)
{
    switch (p->tok.kind) {
    case TOK_print:
        return print_stmt(p);
    case TOK_del:
        return del_stmt(p);
    case TOK_pass:
        return word_stmt(p, AST_Pass);
    case TOK_break:
        return word_stmt(p, AST_Break);
    case TOK_continue:
        return word_stmt(p, AST_Continue);
    case TOK_return:
        return return_stmt(p);
    case TOK_raise:
        return raise_stmt(p);
    case TOK_yield:
        return yield_stmt(p);
    case TOK_import:
        return import_name(p);
    case TOK_from:
        return import_from(p);
    case TOK_global:
        return global_stmt(p);
    case TOK_exec:
        return exec_stmt(p);
    case TOK_assert:
        return assert_stmt(p);
    default:
        return expr_stmt(p);
    }
}

static bool starts_small_stmt(const Parser *p)
{
    switch (p->tok.kind) {
    case TOK_print:
    case TOK_del:
    case TOK_pass:
    case TOK_break:
    case TOK_continue:
    case TOK_return:
    case TOK_raise:
    case TOK_yield:
    case TOK_import:
    case TOK_from:
    case TOK_global:
    case TOK_exec:
    case TOK_assert:
        return true;
    default:
        return starts_test(p);
    }
}

/* simple_stmt: small_stmt (';' small_stmt)* [';'] NEWLINE */
void parse_simple_stmt(Parser *p)
{
    do
        list_push(p, small_stmt(p));
    while (accept(p, TOK_semi) && starts_small_stmt(p));
    if (!at(p, TOK_NEWLINE))
        invalid_syntax(p);
}

static void simple_stmt(Parser *p)
{
    parse_simple_stmt(p);
    advance(p);
}

/* Compound statements */

/* suite: simple_stmt | NEWLINE INDENT stmt+ DEDENT, behind its ':' */
static NodeList suite(Parser *p)
{
    int mark = list_mark(p);

    expect(p, TOK_colon);
    enter(p, 4);
    if (!at(p, TOK_NEWLINE)) {
        simple_stmt(p);
    } else {
        advance(p);
        if (!at(p, TOK_INDENT))
            no_indented_block(p);
        advance(p);
        do
            parse_stmt(p);
        while (!at(p, TOK_DEDENT));
        advance(p);
    }
    leave(p, 4);
    return list_take(p, mark);
}

static NodeList else_suite(Parser *p)
{
    return accept(p, TOK_else) ? suite(p) : (NodeList){0};
}

static NodeList one_item(Parser *p, Node *n)
{
    int mark = list_mark(p);

    list_push(p, n);
    return list_take(p, mark);
}

/* if_stmt: 'if' test ':' suite ('elif' test ':' suite)* ['else' ':' suite].
 * An elif begins at its test. */
static Node *if_stmt(Parser *p)
{
    const Diag *before = p->soft;
    Node *n = ast_new(p, AST_If, expect(p, TOK_if)), *last = n;
    Diag *held = NULL; /* the last branch is visited first */

    for (;;) {
        last->If.test = parse_test(p);
        last->If.body = suite(p);
        if (!accept(p, TOK_elif))
            break;
        Diag *branch = soft_hold(p, before);
        held = branch ? branch : held;
        Node *inner = ast_new(p, AST_If, here(p));
        last->If.orelse = one_item(p, inner);
        chain(p, inner, last);
        last = inner;
    }
    last->If.orelse = else_suite(p);
    soft_release(p, held);
    return ast_end(p, n);
}

/* while_stmt: 'while' test ':' suite ['else' ':' suite] */
static Node *while_stmt(Parser *p)
{
    Node *n = ast_new(p, AST_While, expect(p, TOK_while));

    n->While.test = parse_test(p);
    n->While.body = suite(p);
    n->While.orelse = else_suite(p);
    return ast_end(p, n);
}

/* for_stmt: 'for' exprlist 'in' testlist ':' suite ['else' ':' suite] */
static Node *for_stmt(Parser *p)
{
    const Diag *before = p->soft;
    Node *n = ast_new(p, AST_For, expect(p, TOK_for));

    n->For.target = parse_for_target(p);
    expect(p, TOK_in);
    n->For.iter = parse_testlist(p);
    n->For.body = suite(p);
    Diag *held = soft_hold(p, before);
    n->For.orelse = else_suite(p);
    soft_release(p, held);
    return ast_end(p, n);
}

/* except_clause: 'except' [test [('as' | ',') test]], with its suite */
static Node *except_clause(Parser *p)
{
    const Diag *before = p->soft;
    Node *n = ast_new(p, AST_ExceptHandler, expect(p, TOK_except));

    if (starts_test(p)) {
        n->ExceptHandler.type = parse_test(p);
        if (accept(p, TOK_as) || accept(p, TOK_comma)) {
            int line = here(p).line;
            Diag *held = soft_hold(p, before);
            n->ExceptHandler.name = parse_test(p);
            set_context(p, n->ExceptHandler.name, AST_CTX_Store, line);
            soft_release(p, held);
        }
    }
    n->ExceptHandler.body = suite(p);
    return ast_end(p, n);
}

static Node *try_except(Parser *p, Pos pos, NodeList body)
{
    Node *n = ast_new(p, AST_TryExcept, pos);
    int mark = list_mark(p);

    n->TryExcept.body = body;
    while (at(p, TOK_except))
        list_push(p, except_clause(p));
    n->TryExcept.handlers = list_take(p, mark);
    return n;
}

static Node *try_finally(Parser *p, Pos pos, NodeList body)
{
    Node *n = ast_new(p, AST_TryFinally, pos);

    expect(p, TOK_finally);
    n->TryFinally.body = body;
    n->TryFinally.finalbody = suite(p);
    return ast_end(p, n);
}

/* try_stmt: 'try' ':' suite ((except_clause ':' suite)+ ['else' ':' suite]
 *           ['finally' ':' suite] | 'finally' ':' suite).  The handlers are
 * visited last. */
static Node *try_stmt(Parser *p)
{
    Pos pos = expect(p, TOK_try);
    NodeList body = suite(p);

    if (!at(p, TOK_except))
        return try_finally(p, pos, body);
    const Diag *before = p->soft;
    Node *n = try_except(p, pos, body);
    Diag *held = soft_hold(p, before);
    n->TryExcept.orelse = else_suite(p);
    ast_end(p, n);
    if (at(p, TOK_finally))
        n = try_finally(p, pos, one_item(p, n));
    soft_release(p, held);
    return n;
}

/* with_item: test ['as' expr] */
static Node *with_item(Parser *p)
{
    Node *n = ast_new(p, AST_With, here(p));

    n->With.context_expr = parse_test(p);
    if (accept(p, TOK_as)) {
        int line = here(p).line;
        n->With.optional_vars = parse_expr(p);
        set_context(p, n->With.optional_vars, AST_CTX_Store, line);
    }
    return n;
}

/* with_stmt: 'with' with_item (',' with_item)* ':' suite.  Each item is a With
 * around the next; visited from the inside. */
static Node *with_stmt(Parser *p)
{
    const Diag *before = p->soft;

    expect(p, TOK_with);
    Node *outer = with_item(p), *inner = outer;
    Diag *held = soft_hold(p, before);
    while (accept(p, TOK_comma)) {
        Node *n = with_item(p);
        Diag *item = soft_hold(p, before);
        held = item ? item : held;
        inner->With.body = one_item(p, n);
        inner = n;
    }
    inner->With.body = suite(p);
    soft_release(p, held);
    return ast_end(p, outer);
}

/* funcdef: 'def' NAME '(' [varargslist] ')' ':' suite */
static Node *funcdef(Parser *p)
{
    Node *n = ast_new(p, AST_FunctionDef, expect(p, TOK_def));
    int line = here(p).line;

    n->FunctionDef.name = expect_name(p);
    check_name(p, n->FunctionDef.name, line);
    expect(p, TOK_lpar);
    n->FunctionDef.args = parse_parameters(p, TOK_rpar);
    expect(p, TOK_rpar);
    n->FunctionDef.body = suite(p);
    return ast_end(p, n);
}

/* classdef: 'class' NAME ['(' [testlist] ')'] ':' suite */
static Node *classdef(Parser *p)
{
    Node *n = ast_new(p, AST_ClassDef, expect(p, TOK_class));
    int mark = list_mark(p), line = here(p).line;

    n->ClassDef.name = expect_name(p);
    check_name(p, n->ClassDef.name, line);
    if (accept(p, TOK_lpar)) {
        if (!at(p, TOK_rpar))
            do
                list_push(p, parse_test(p));
            while (accept(p, TOK_comma) && starts_test(p));
        expect(p, TOK_rpar);
    }
    n->ClassDef.bases = list_take(p, mark);
    n->ClassDef.body = suite(p);
    return ast_end(p, n);
}

/* decorator: '@' dotted_name ['(' [arglist] ')'] NEWLINE */
static Node *decorator(Parser *p)
{
    expect(p, TOK_at);
    Pos pos = here(p);
    Node *e = ast_new(p, AST_Name, pos);

    e->Name.id = expect_name(p);
    while (accept(p, TOK_dot)) {
        Node *n = ast_new(p, AST_Attribute, pos);
        n->Attribute.value = e;
        n->Attribute.attr = expect_name(p);
        e = ast_end(p, n);
    }
    if (accept(p, TOK_lpar)) {
        e = parse_call(p, e);
        expect(p, TOK_rpar);
    }
    expect(p, TOK_NEWLINE);
    return ast_end(p, e);
}

/* decorated: decorator+ (classdef | funcdef), which begins at the first '@' */
static Node *decorated(Parser *p)
{
    Pos pos = here(p);
    int mark = list_mark(p);

    while (at(p, TOK_at))
        list_push(p, decorator(p));
    NodeList list = list_take(p, mark);
    if (!at(p, TOK_class) && !at(p, TOK_def))
        invalid_syntax(p);
    bool is_class = at(p, TOK_class);
    Node *n = is_class ? classdef(p) : funcdef(p);
    if (is_class)
        n->ClassDef.decorator_list = list;
    else
        n->FunctionDef.decorator_list = list;
    n->lineno = pos.line;
    n->col_offset = pos.col;
    return n;
}

bool starts_compound(const Parser *p)
{
    switch (p->tok.kind) {
    case TOK_if:
    case TOK_while:
    case TOK_for:
    case TOK_try:
    case TOK_with:
    case TOK_def:
    case TOK_class:
    case TOK_at:
        return true;
    default:
        return false;
    }
}

static Node *compound_stmt(Parser *p)
{
    switch (p->tok.kind) {
    case TOK_if:
        return if_stmt(p);
    case TOK_while:
        return while_stmt(p);
    case TOK_for:
        return for_stmt(p);
    case TOK_try:
        return try_stmt(p);
    case TOK_with:
        return with_stmt(p);
    case TOK_def:
        return funcdef(p);
    case TOK_class:
        return classdef(p);
    default:
        return decorated(p);
    }
}

/* stmt: simple_stmt | compound_stmt */
void parse_stmt(Parser *p)
{
    if (starts_compound(p))
        list_push(p, compound_stmt(p));
    else
        simple_stmt(p);
}
