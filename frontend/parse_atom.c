/* Atoms: names, literals, displays and comprehensions.  Positions of nodes are
 * CPython's: usually the first token of the production; the exceptions are said
 * where they are. */
#include "frontend/literal.h"
#include "frontend/parse.h"

enum { LEVELS_BRACKET = 15 }; /* testlist_comp, test ... power, atom */

/* Comprehensions */

typedef enum { IN_LIST, IN_GENERATOR } CompStyle;

/* testlist_safe: old_test [(',' old_test)+ [',']] */
static Node *testlist_safe(Parser *p)
{
    Pos pos = here(p);
    Node *first = parse_old_test(p);

    if (!accept_token(p, TOK_comma))
        return first;
    int mark = list_mark(p);
    list_push(p, first);
    do
        list_push(p, parse_old_test(p));
    while (accept_token(p, TOK_comma) && starts_test(p));
    return make_tuple(p, pos, list_take(p, mark));
}

/* What `for` assigns to: exprlist.  A tuple is placed at its first item. */
Node *parse_for_target(Parser *p)
{
    bool is_tuple;
    NodeList list = parse_exprlist(p, AST_CTX_Store, &is_tuple);
    Node *first = list.items[0];

    if (!is_tuple)
        return first;
    Node *n = make_tuple(p, (Pos){first->lineno, first->col_offset}, list);
    n->Tuple.ctx = AST_CTX_Store;
    return n;
}

/* comp_for: 'for' exprlist 'in' or_test; list_for: ... 'in' testlist_safe */
static Node *comp_for(Parser *p, CompStyle style)
{
    Node *n = ast_new(p, AST_comprehension, expect(p, TOK_for));

    n->comprehension.target = parse_for_target(p);
    expect(p, TOK_in);
    n->comprehension.iter =
        style == IN_LIST ? testlist_safe(p) : parse_or_test(p);
    int mark = list_mark(p), nested = 0;
    for (; accept_token(p, TOK_if); nested++) {
        enter(p, 2);
        list_push(p, parse_old_test(p));
    }
    leave(p, 2 * nested);
    n->comprehension.ifs = list_take(p, mark);
    return ast_end(p, n);
}

static NodeList comp_fors(Parser *p, CompStyle style)
{
    int mark = list_mark(p), nested = 0;

    for (; at(p, TOK_for); nested++) {
        enter(p, 2);
        list_push(p, comp_for(p, style));
    }
    leave(p, 2 * nested);
    return list_take(p, mark);
}

Node *parse_generator(Parser *p, Node *elt, Pos pos)
{
    Node *n = ast_new(p, AST_GeneratorExp, pos);

    n->GeneratorExp.elt = elt;
    n->GeneratorExp.generators = comp_fors(p, IN_GENERATOR);
    return ast_end(p, n);
}

/* Atoms */

/* The rest of (',' item)* [','] behind the first item. */
NodeList more_tests(Parser *p, Node *first)
{
    int mark = list_mark(p);

    list_push(p, first);
    while (accept_token(p, TOK_comma) && starts_test(p))
        list_push(p, parse_test(p));
    return list_take(p, mark);
}

Node *parse_yield(Parser *p)
{
    Node *n = ast_new(p, AST_Yield, expect(p, TOK_yield));

    if (starts_test(p))
        n->Yield.value = parse_testlist(p);
    return ast_end(p, n);
}

/* '(' [yield_expr|testlist_comp] ')'; a tuple begins behind the bracket */
static Node *paren(Parser *p)
{
    Pos open = expect(p, TOK_lpar), pos = here(p);
    Node *n;

    if (at(p, TOK_rpar)) {
        advance(p);
        return make_tuple(p, open, (NodeList){0});
    }
    if (at(p, TOK_yield)) {
        n = parse_yield(p);
    } else {
        n = parse_test(p);
        if (at(p, TOK_for))
            n = parse_generator(p, n, pos);
        else if (at(p, TOK_comma))
            n = make_tuple(p, pos, more_tests(p, n));
    }
    expect(p, TOK_rpar);
    return n;
}

/* '[' [listmaker] ']'; a comprehension begins behind the bracket */
static Node *list_display(Parser *p)
{
    Node *n = ast_new(p, AST_List, expect(p, TOK_lsqb));
    Pos pos = here(p);

    if (!at(p, TOK_rsqb)) {
        Node *first = parse_test(p);
        if (at(p, TOK_for)) {
            n = ast_new(p, AST_ListComp, pos);
            n->ListComp.elt = first;
            n->ListComp.generators = comp_fors(p, IN_LIST);
        } else {
            n->List.elts = more_tests(p, first);
        }
    }
    expect(p, TOK_rsqb);
    return ast_end(p, n);
}

/* test ':' test (comp_for | (',' test ':' test)* [',']) behind first ':' */
static Node *dict_display(Parser *p, Pos open, Pos pos, Node *key)
{
    Node *value = parse_test(p), *n;

    if (at(p, TOK_for)) {
        n = ast_new(p, AST_DictComp, pos);
        n->DictComp.key = key;
        n->DictComp.value = value;
        n->DictComp.generators = comp_fors(p, IN_GENERATOR);
        return n;
    }
    n = ast_new(p, AST_Dict, open);
    int mark = list_mark(p);
    list_push(p, key);
    list_push(p, value);
    while (accept_token(p, TOK_comma) && starts_test(p)) {
        list_push(p, parse_test(p));
        expect(p, TOK_colon);
        list_push(p, parse_test(p));
    }
    NodeList both = list_take(p, mark);
    int count = both.count / 2;
    n->Dict.keys = (NodeList){ARENA_ARRAY(p->arena, Node *, count), count};
    n->Dict.values = (NodeList){ARENA_ARRAY(p->arena, Node *, count), count};
    for (int i = 0; i < count; i++) {
        n->Dict.keys.items[i] = both.items[2 * i];
        n->Dict.values.items[i] = both.items[2 * i + 1];
    }
    return n;
}

/* '{' [dictorsetmaker] '}' */
static Node *brace_display(Parser *p)
{
    Pos open = expect(p, TOK_lbrace), pos = here(p);
    Node *n;

    if (at(p, TOK_rbrace)) {
        n = ast_new(p, AST_Dict, open);
    } else {
        Node *first = parse_test(p);
        if (accept_token(p, TOK_colon)) {
            n = dict_display(p, open, pos, first);
        } else if (at(p, TOK_for)) {
            n = ast_new(p, AST_SetComp, pos);
            n->SetComp.elt = first;
            n->SetComp.generators = comp_fors(p, IN_GENERATOR);
        } else {
            n = ast_new(p, AST_Set, open);
            n->Set.elts = more_tests(p, first);
        }
    }
    expect(p, TOK_rbrace);
    return ast_end(p, n);
}

/* '`' testlist1 '`' */
static Node *backquote(Parser *p)
{
    Node *n = ast_new(p, AST_Repr, expect(p, TOK_backquote));
    Pos pos = here(p);
    Node *first = parse_test(p);

    if (at(p, TOK_comma)) {
        int mark = list_mark(p);
        list_push(p, first);
        while (accept_token(p, TOK_comma))
            list_push(p, parse_test(p));
        first = make_tuple(p, pos, list_take(p, mark));
    }
    n->Repr.value = first;
    expect(p, TOK_backquote);
    return ast_end(p, n);
}

static void literal_failed(Parser *p, int line, const LiteralError *err)
{
    const Diag *before = p->soft;

    soft_error(p, line, "%s", err->message);
    if (err->type && !before) {
        p->soft->type = err->type;
        p->soft->line = 0;
    }
}

static bool has_prefix(const Token *t)
{
    return strchr("uUbB", *t->start) != NULL;
}

/* STRING+; a failed literal ends the joining, as CPython's first error does */
static Node *strings(Parser *p)
{
    Pos pos = here(p);
    Node *n = ast_new(p, AST_Str, pos);
    StrBuf buf = {.arena = p->arena};
    LiteralError err;
    Text t;
    bool ok = true, first = true, is_unicode = false;

    for (; at(p, TOK_STRING); advance(p)) {
        p->plain_string |= !has_prefix(&p->tok);
        ok = ok && literal_string(p->arena, p->src, p->tok.start,
                                  (size_t)(p->tok.end - p->tok.start),
                                  p->unicode_default, &t, &err);
        if (ok && first) {
            buf = (StrBuf){(char *)t.data, t.len, t.len + 1, p->arena};
            is_unicode = t.is_unicode;
        } else {
            ok = ok && literal_join(&buf, &is_unicode, &t, &err);
        }
        first = false;
    }
    if (!ok)
        literal_failed(p, pos.line, &err);
    n->Str.s = (Text){buf.data ? buf.data : "", buf.len, is_unicode};
    return ast_end(p, n);
}

Node *parse_number(Parser *p, bool negative)
{
    Node *n = ast_new(p, AST_Num, here(p));

    n->Num.n = literal_number(p->arena, p->tok.start,
                              (size_t)(p->tok.end - p->tok.start), negative);
    advance(p);
    return ast_end(p, n);
}

static Node *bracketed(Parser *p, Node *(*parse)(Parser *))
{
    p->depth += LEVELS_BRACKET; /* atom checks: empty brackets hold none */
    Node *n = parse(p);
    leave(p, LEVELS_BRACKET);
    return n;
}

static Node *name_atom(Parser *p)
{
    Node *n = ast_new(p, AST_Name, here(p));

    n->Name.id = expect_name(p);
    return ast_end(p, n);
}

Node *parse_atom(Parser *p)
{
    if (starts_expr(p))
        check_depth(p);
    switch (p->tok.kind) {
    case TOK_NAME:
        return name_atom(p);
    case TOK_NUMBER:
        return parse_number(p, false);
    case TOK_STRING:
        return strings(p);
    case TOK_lpar:
        return bracketed(p, paren);
    case TOK_lsqb:
        return bracketed(p, list_display);
    case TOK_lbrace:
        return bracketed(p, brace_display);
    case TOK_backquote:
        return bracketed(p, backquote);
    default:
        invalid_syntax(p);
    }
}
