/* Compound statements, and the statement as such. */
#include "frontend/parse.h"

static void simple_stmt(Parser *p)
{
    parse_simple_stmt(p);
    advance(p);
}

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
    return accept_token(p, TOK_else) ? suite(p) : (NodeList){0};
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
        if (!accept_token(p, TOK_elif))
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
        if (accept_token(p, TOK_as) || accept_token(p, TOK_comma)) {
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
    if (accept_token(p, TOK_as)) {
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
    while (accept_token(p, TOK_comma)) {
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
    if (accept_token(p, TOK_lpar)) {
        if (!at(p, TOK_rpar))
            do
                list_push(p, parse_test(p));
            while (accept_token(p, TOK_comma) && starts_test(p));
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
    while (accept_token(p, TOK_dot)) {
        Node *n = ast_new(p, AST_Attribute, pos);
        n->Attribute.value = e;
        n->Attribute.attr = expect_name(p);
        e = ast_end(p, n);
    }
    if (accept_token(p, TOK_lpar)) {
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
