/* Simple statements: those that stand in a line, several with ';' between. */
#include "frontend/parse.h"

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
    if (accept_token(p, TOK_rightshift)) {
        n->Print.dest = parse_test(p);
        more = accept_token(p, TOK_comma);
    }
    while (more) {
        list_push(p, parse_test(p));
        n->Print.nl = !at(p, TOK_comma);
        more = accept_token(p, TOK_comma) && starts_test(p);
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
        if (accept_token(p, TOK_comma)) {
            n->Raise.inst = parse_test(p);
            if (accept_token(p, TOK_comma))
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
    while (accept_token(p, TOK_comma));
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
    if (accept_token(p, TOK_in)) {
        n->Exec.globals = parse_test(p);
        if (accept_token(p, TOK_comma))
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
    if (accept_token(p, TOK_comma))
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
    while (accept_token(p, TOK_dot))
        strbuf_printf(&b, ".%s", expect_name(p)->text);
    return name_intern(b.data, b.len);
}

/* ['as' NAME] behind the imported name */
static Node *alias(Parser *p, Pos pos, const Name *name, bool simple)
{
    Node *n = ast_new(p, AST_alias, pos);

    n->alias.name = name;
    if (accept_token(p, TOK_as)) {
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
    } while (accept_token(p, TOK_comma));
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
    } while (!trailing && accept_token(p, TOK_comma));
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

    if (accept_token(p, TOK_star)) {
        Node *n = ast_new(p, AST_alias, pos);
        n->alias.name = name_intern_cstr("*");
        list_push(p, ast_end(p, n));
        return list_take(p, mark);
    }
    if (!accept_token(p, TOK_lpar))
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

    while (accept_token(p, TOK_dot))
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
    while (accept_token(p, TOK_semi) && starts_small_stmt(p));
    if (!at(p, TOK_NEWLINE))
        invalid_syntax(p);
}
