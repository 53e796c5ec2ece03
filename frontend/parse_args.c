/* Parameters of functions and arguments of calls. */
#include "frontend/parse.h"

/* What is known of a parameter list so far. */
typedef struct Params {
    Node *n;
    int line; /* where errors are reported: the list's first token */
    bool found_default;
} Params;

static Node *param_name(Parser *p, AstCtx ctx)
{
    Node *n = ast_new(p, AST_Name, here(p));

    n->Name.id = expect_name(p);
    n->Name.ctx = ctx;
    return ast_end(p, n);
}

static Node *fpdef(Parser *p);

/* fplist: fpdef (',' fpdef)* [',']; a lone name in brackets stays a name */
static Node *fplist(Parser *p)
{
    Pos pos = here(p);
    Node *first = fpdef(p);

    if (!at(p, TOK_comma))
        return first;
    int mark = list_mark(p);
    list_push(p, first);
    while (accept_token(p, TOK_comma) && (at(p, TOK_NAME) || at(p, TOK_lpar)))
        list_push(p, fpdef(p));
    return make_tuple(p, pos, list_take(p, mark));
}

/* fpdef: NAME | '(' fplist ')' */
static Node *fpdef(Parser *p)
{
    if (!accept_token(p, TOK_lpar))
        return param_name(p, AST_CTX_Param);
    enter(p, 2);
    Node *n = fplist(p);
    leave(p, 2);
    expect(p, TOK_rpar);
    return n;
}

/* One of (fpdef ['=' test] ','). */
static void parameter(Parser *p, Params *ps)
{
    int line = here(p).line;
    bool brackets = at(p, TOK_lpar);
    Diag *before = p->soft;
    Node *n = fpdef(p);
    bool complex = n->kind == AST_Tuple;

    if (accept_token(p, TOK_equal)) {
        list_push(p, parse_test(p));
        ps->found_default = true;
        if (brackets && !complex)
            soft_error(p, ps->line, "parenthesized arg with default");
    } else {
        list_push(p, NULL);
        if (ps->found_default) {
            p->soft = before;
            soft_error(p, ps->line,
                       "non-default argument follows default argument");
        }
    }
    if (complex)
        set_context(p, n, AST_CTX_Store, line);
    else
        check_name(p, n->Name.id, ps->line);
    list_push(p, n);
}

/* Names behind * and **. */
static const Name *star_name(Parser *p, const Params *ps)
{
    const Name *name = expect_name(p);

    check_name(p, name, ps->line);
    return name;
}

/* Splits default, name, default, name ... */
static void split(Parser *p, Node *n, NodeList pairs)
{
    int count = pairs.count / 2, ndefaults = 0;
    Node **args = ARENA_ARRAY(p->arena, Node *, count);
    Node **defaults = ARENA_ARRAY(p->arena, Node *, count);

    for (int i = 0; i < count; i++) {
        args[i] = pairs.items[2 * i + 1];
        if (pairs.items[2 * i])
            defaults[ndefaults++] = pairs.items[2 * i];
    }
    n->arguments.args = (NodeList){args, count};
    n->arguments.defaults = (NodeList){defaults, ndefaults};
}

/* varargslist: ((fpdef ['=' test] ',')* ('*' NAME [',' '**' NAME] | '**' NAME)
 *              | fpdef ['=' test] (',' fpdef ['=' test])* [','])
 * up to the closer, which stays. */
Node *parse_parameters(Parser *p, TokKind closer)
{
    Params ps = {ast_new(p, AST_arguments, here(p)), here(p).line, false};
    int mark = list_mark(p);

    while (at(p, TOK_NAME) || at(p, TOK_lpar)) {
        parameter(p, &ps);
        if (!accept_token(p, TOK_comma))
            goto done;
    }
    if (accept_token(p, TOK_star)) {
        ps.n->arguments.vararg = star_name(p, &ps);
        if (!accept_token(p, TOK_comma))
            goto done;
        expect(p, TOK_doublestar);
        ps.n->arguments.kwarg = star_name(p, &ps);
    } else if (accept_token(p, TOK_doublestar)) {
        ps.n->arguments.kwarg = star_name(p, &ps);
    }
done:
    split(p, ps.n, list_take(p, mark));
    if (!at(p, closer))
        invalid_syntax(p);
    return ast_end(p, ps.n);
}

/* What is known of an argument list so far. */
typedef struct Args {
    Node *call;
    int line; /* of the list's first token */
    int nargs, ngens;
    VEC(Node *) keywords;
} Args;

static void check_keyword(Parser *p, Args *as, const Node *e, int line)
{
    if (e->kind == AST_Lambda) {
        soft_error(p, line, "lambda cannot contain assignment");
        return;
    }
    if (e->kind != AST_Name) {
        soft_error(p, line, "keyword can't be an expression");
        return;
    }
    if (!check_name(p, e->Name.id, line))
        return;
    for (int i = 0; i < as->keywords.count; i++)
        if (as->keywords.items[i]->keyword.arg == e->Name.id) {
            soft_error(p, line, "keyword argument repeated");
            return;
        }
}

static void keyword_argument(Parser *p, Args *as, Node *e, Pos pos)
{
    Node *n = ast_new(p, AST_keyword, pos);

    check_keyword(p, as, e, pos.line);
    n->keyword.arg = e->kind == AST_Name ? e->Name.id : name_intern_cstr("?");
    n->keyword.value = parse_test(p);
    vec_push(p->arena, &as->keywords, ast_end(p, n));
}

/* argument: test [comp_for] | test '=' test.  The value is pushed. */
static void argument(Parser *p, Args *as)
{
    Pos pos = here(p);
    Diag *before = p->soft;
    Node *e = parse_test(p);

    if (accept_token(p, TOK_equal)) {
        keyword_argument(p, as, e, pos);
        return;
    }
    if (at(p, TOK_for)) {
        e = parse_generator(p, e, pos);
        as->ngens++;
    } else {
        if (as->keywords.count || as->call->Call.starargs)
            p->soft = before;
        if (as->keywords.count)
            soft_error(p, pos.line, "non-keyword arg after keyword arg");
        else if (as->call->Call.starargs)
            soft_error(p, pos.line,
                       "only named arguments may follow *expression");
        as->nargs++;
    }
    list_push(p, e);
}

/* arglist: (argument ',')* (argument [','] | '*' test (',' argument)*
 *          [',' '**' test] | '**' test) */
static void arglist(Parser *p, Args *as)
{
    bool more = !at(p, TOK_rpar);

    while (more) {
        if (accept_token(p, TOK_doublestar)) {
            as->call->Call.kwargs = parse_test(p);
            return;
        }
        if (at(p, TOK_star) && !as->call->Call.starargs) {
            advance(p);
            as->call->Call.starargs = parse_test(p);
        } else {
            argument(p, as);
        }
        more = accept_token(p, TOK_comma);
        if (at(p, TOK_rpar) && !as->call->Call.starargs)
            more = false;
    }
}

/* Counts come first: CPython looks at them before the arguments. */
static void check_counts(Parser *p, const Args *as, Diag *before)
{
    int named = as->keywords.count;
    bool alone = !as->ngens || (as->ngens == 1 && !as->nargs && !named);

    if (alone && as->nargs + named + as->ngens <= 255)
        return;
    p->soft = before;
    soft_error(p, as->line, "%s",
               alone ? "more than 255 arguments"
                     : "Generator expression must be parenthesized if not "
                       "sole argument");
}

Node *parse_call(Parser *p, Node *func)
{
    Args as = {.line = here(p).line};
    Diag *before = p->soft;
    int mark = list_mark(p);

    as.call = ast_new(p, AST_Call, (Pos){func->lineno, func->col_offset});
    as.call->Call.func = func;
    arglist(p, &as);
    as.call->Call.args = list_take(p, mark);
    as.call->Call.keywords = (NodeList){as.keywords.items, as.keywords.count};
    check_counts(p, &as, before);
    return as.call;
}
