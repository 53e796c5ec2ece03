/* Expressions.  Positions of nodes are CPython's: usually the first token of
 * the production; the exceptions are said where they are. */
#include "frontend/literal.h"
#include "frontend/parse.h"

/* Entries on CPython's parser stack between a bracket and the test in it. */
enum {
    LEVELS_BRACKET = 15, /* atom, testlist_comp, test ... power */
    LEVELS_TRAILER = 16, /* trailer, arglist, argument, test ... power */
};

static Node *or_test(Parser *p);
static Node *not_test(Parser *p);
static Node *factor(Parser *p);

bool starts_test(const Parser *p)
{
    switch (p->tok.kind) {
    case TOK_NAME:
    case TOK_NUMBER:
    case TOK_STRING:
    case TOK_lpar:
    case TOK_lsqb:
    case TOK_lbrace:
    case TOK_backquote:
    case TOK_plus:
    case TOK_minus:
    case TOK_tilde:
    case TOK_not:
    case TOK_lambda:
        return true;
    default:
        return false;
    }
}

static bool starts_expr(const Parser *p)
{
    return starts_test(p) && !at(p, TOK_not) && !at(p, TOK_lambda);
}

Node *make_tuple(Parser *p, Pos pos, NodeList elts)
{
    Node *n = ast_new(p, AST_Tuple, pos);

    n->Tuple.elts = elts;
    return ast_end(p, n);
}

/* Comprehensions */

typedef enum { IN_LIST, IN_GENERATOR } CompStyle;

static Node *old_test(Parser *p);

/* testlist_safe: old_test [(',' old_test)+ [',']] */
static Node *testlist_safe(Parser *p)
{
    Pos pos = here(p);
    Node *first = old_test(p);

    if (!accept(p, TOK_comma))
        return first;
    int mark = list_mark(p);
    list_push(p, first);
    do
        list_push(p, old_test(p));
    while (accept(p, TOK_comma) && starts_test(p));
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
    n->comprehension.iter = style == IN_LIST ? testlist_safe(p) : or_test(p);
    int mark = list_mark(p), nested = 0;
    for (; accept(p, TOK_if); nested++) {
        enter(p, 2);
        list_push(p, old_test(p));
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
static NodeList more_tests(Parser *p, Node *first)
{
    int mark = list_mark(p);

    list_push(p, first);
    while (accept(p, TOK_comma) && starts_test(p))
        list_push(p, parse_test(p));
    return list_take(p, mark);
}

static Node *yield_expr(Parser *p)
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
        n = yield_expr(p);
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
    while (accept(p, TOK_comma) && starts_test(p)) {
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
        if (accept(p, TOK_colon)) {
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
        while (accept(p, TOK_comma))
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

static Node *number_atom(Parser *p, bool negative)
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

static Node *atom(Parser *p)
{
    if (starts_expr(p))
        check_depth(p);
    switch (p->tok.kind) {
    case TOK_NAME:
        return name_atom(p);
    case TOK_NUMBER:
        return number_atom(p, false);
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

/* Subscripts */

/* sliceop: ':' [test].  `x[a:b:]` means x[a:b:None]. */
static Node *slice_step(Parser *p, Pos pos)
{
    if (starts_test(p))
        return parse_test(p);
    Node *n = ast_new(p, AST_Name, pos);
    n->Name.id = name_intern_cstr("None");
    return ast_end(p, n);
}

/* subscript: '.' '.' '.' | test | [test] ':' [test] [sliceop] */
static Node *subscript(Parser *p)
{
    Pos pos = here(p);

    if (accept(p, TOK_dot)) {
        expect(p, TOK_dot);
        expect(p, TOK_dot);
        return ast_end(p, ast_new(p, AST_Ellipsis, pos));
    }
    Node *lower = at(p, TOK_colon) ? NULL : parse_test(p), *n;
    if (lower && !at(p, TOK_colon)) {
        n = ast_new(p, AST_Index, pos);
        n->Index.value = lower;
        return ast_end(p, n);
    }
    n = ast_new(p, AST_Slice, pos);
    n->Slice.lower = lower;
    expect(p, TOK_colon);
    if (starts_test(p))
        n->Slice.upper = parse_test(p);
    Pos colon = here(p);
    if (accept(p, TOK_colon))
        n->Slice.step = slice_step(p, colon);
    return ast_end(p, n);
}

/* Only plain indices: one tuple. */
static Node *index_tuple(Parser *p, Pos pos, NodeList dims)
{
    for (int i = 0; i < dims.count; i++)
        if (dims.items[i]->kind != AST_Index)
            return NULL;
    for (int i = 0; i < dims.count; i++)
        dims.items[i] = dims.items[i]->Index.value;
    Node *n = ast_new(p, AST_Index, pos);
    n->Index.value = make_tuple(p, pos, dims);
    return ast_end(p, n);
}

/* subscriptlist: subscript (',' subscript)* [','] */
static Node *subscriptlist(Parser *p)
{
    Pos pos = here(p);
    Node *first = subscript(p);

    if (!at(p, TOK_comma))
        return first;
    int mark = list_mark(p);
    list_push(p, first);
    while (accept(p, TOK_comma) &&
           (starts_test(p) || at(p, TOK_colon) || at(p, TOK_dot)))
        list_push(p, subscript(p));
    NodeList dims = list_take(p, mark);
    Node *n = index_tuple(p, pos, dims);
    if (n)
        return n;
    n = ast_new(p, AST_ExtSlice, pos);
    n->ExtSlice.dims = dims;
    return ast_end(p, n);
}

/* trailer: '(' [arglist] ')' | '[' subscriptlist ']' | '.' NAME.  The position
 * is that of what the trailer is applied to. */
static Node *trailer(Parser *p, Node *value)
{
    Pos pos = {value->lineno, value->col_offset};
    Node *n;

    if (accept(p, TOK_lpar)) {
        enter(p, LEVELS_TRAILER);
        n = parse_call(p, value);
        leave(p, LEVELS_TRAILER);
        expect(p, TOK_rpar);
    } else if (accept(p, TOK_lsqb)) {
        n = ast_new(p, AST_Subscript, pos);
        n->Subscript.value = value;
        enter(p, LEVELS_TRAILER);
        n->Subscript.slice = subscriptlist(p);
        leave(p, LEVELS_TRAILER);
        expect(p, TOK_rsqb);
    } else {
        expect(p, TOK_dot);
        n = ast_new(p, AST_Attribute, pos);
        n->Attribute.value = value;
        n->Attribute.attr = expect_name(p);
    }
    chain(p, n, value);
    return ast_end(p, n);
}

/* Operators */

static Node *binop(Parser *p, Pos pos, AstOp op, Node *left, Node *right)
{
    Node *n = ast_new(p, AST_BinOp, pos);

    n->BinOp.left = left;
    n->BinOp.op = op;
    n->BinOp.right = right;
    chain(p, n, left);
    return ast_end(p, n);
}

static bool starts_trailer(const Parser *p)
{
    return at(p, TOK_dot) || at(p, TOK_lpar) || at(p, TOK_lsqb);
}

/* power: atom trailer* ['**' factor] behind the atom */
static Node *power_rest(Parser *p, Node *n, Pos pos)
{
    while (starts_trailer(p))
        n = trailer(p, n);
    if (!accept(p, TOK_doublestar))
        return n;
    enter(p, 2);
    n = binop(p, pos, AST_OP_Pow, n, factor(p));
    leave(p, 2);
    return n;
}

/* A minus sign becomes part of a number that stands alone behind it. */
static Node *negative(Parser *p, Pos minus)
{
    Token t = p->tok;
    Pos pos = here(p);
    Node *n = number_atom(p, false);

    if (starts_trailer(p) || at(p, TOK_doublestar))
        return power_rest(p, n, pos);
    n->Num.n =
        literal_number(p->arena, t.start, (size_t)(t.end - t.start), true);
    n->lineno = minus.line;
    n->col_offset = minus.col;
    return n;
}

/* factor: ('+'|'-'|'~') factor | power */
static Node *factor(Parser *p)
{
    Pos pos = here(p);
    AstOp op = at(p, TOK_plus)    ? AST_OP_UAdd
               : at(p, TOK_minus) ? AST_OP_USub
                                  : AST_OP_Invert;

    if (!at(p, TOK_plus) && !at(p, TOK_minus) && !at(p, TOK_tilde))
        return power_rest(p, atom(p), pos);
    advance(p);
    bool minus_number = op == AST_OP_USub && at(p, TOK_NUMBER);
    enter(p, 1);
    Node *operand = minus_number ? negative(p, pos) : factor(p);
    leave(p, 1);
    if (minus_number && operand->kind == AST_Num)
        return operand;
    Node *n = ast_new(p, AST_UnaryOp, pos);
    n->UnaryOp.op = op;
    n->UnaryOp.operand = operand;
    return ast_end(p, n);
}

/* Binding strength of a binary operator, 0 for other tokens. */
static int strength(TokKind kind, AstOp *op)
{
    switch (kind) {
#define BINARY(tok, name, level)                                               \
    case TOK_##tok:                                                            \
        *op = AST_OP_##name;                                                   \
        return level;
        BINARY(vbar, BitOr, 1)
        BINARY(circumflex, BitXor, 2)
        BINARY(amper, BitAnd, 3)
        BINARY(leftshift, LShift, 4)
        BINARY(rightshift, RShift, 4)
        BINARY(plus, Add, 5)
        BINARY(minus, Sub, 5)
        BINARY(star, Mult, 6)
        BINARY(slash, Div, 6)
        BINARY(percent, Mod, 6)
        BINARY(doubleslash, FloorDiv, 6)
#undef BINARY
    default:
        return 0;
    }
}

/* expr ... term by precedence climbing.  In a chain of one strength the first
 * operation has the position of the chain, the others that of their operator.
 */
static Node *binary(Parser *p, int least)
{
    Pos start = here(p);
    Node *left = factor(p);
    AstOp op;
    int level, last = 0;

    while ((level = strength(p->tok.kind, &op)) >= least && level) {
        Pos pos = level == last ? here(p) : start;
        advance(p);
        left = binop(p, pos, op, left, binary(p, level + 1));
        last = level;
    }
    return left;
}

Node *parse_expr(Parser *p)
{
    return binary(p, 1);
}

/* comp_op: '<'|'>'|'=='|'>='|'<='|'<>'|'!='|'in'|'not' 'in'|'is'|'is' 'not' */
static bool comp_op(Parser *p, AstOp *op)
{
    switch (p->tok.kind) {
    case TOK_less:
        *op = AST_OP_Lt;
        break;
    case TOK_greater:
        *op = AST_OP_Gt;
        break;
    case TOK_eqequal:
        *op = AST_OP_Eq;
        break;
    case TOK_greaterequal:
        *op = AST_OP_GtE;
        break;
    case TOK_lessequal:
        *op = AST_OP_LtE;
        break;
    case TOK_notequal:
        *op = AST_OP_NotEq;
        break;
    case TOK_in:
        *op = AST_OP_In;
        break;
    case TOK_not:
        advance(p);
        *op = AST_OP_NotIn;
        expect(p, TOK_in);
        return true;
    case TOK_is:
        advance(p);
        *op = accept(p, TOK_not) ? AST_OP_IsNot : AST_OP_Is;
        return true;
    default:
        return false;
    }
    advance(p);
    return true;
}

/* comparison: expr (comp_op expr)* */
static Node *comparison(Parser *p)
{
    const Diag *before = p->soft;
    Pos pos = here(p);
    Node *left = parse_expr(p);
    AstOp op;

    if (!comp_op(p, &op))
        return left;
    VEC(AstOp) ops = {0};
    int mark = list_mark(p);
    Diag *held = soft_hold(p, before);
    do {
        vec_push(p->arena, &ops, op);
        list_push(p, parse_expr(p));
    } while (comp_op(p, &op));
    soft_release(p, held);
    Node *n = ast_new(p, AST_Compare, pos);
    n->Compare.left = left;
    n->Compare.ops = (OpList){ops.items, ops.count};
    n->Compare.comparators = list_take(p, mark);
    return ast_end(p, n);
}

/* not_test: 'not' not_test | comparison */
static Node *not_test(Parser *p)
{
    if (!at(p, TOK_not))
        return comparison(p);
    Node *n = ast_new(p, AST_UnaryOp, expect(p, TOK_not));
    n->UnaryOp.op = AST_OP_Not;
    enter(p, 1);
    n->UnaryOp.operand = not_test(p);
    leave(p, 1);
    return ast_end(p, n);
}

static Node *boolop(Parser *p, TokKind word, AstOp op, Node *(*item)(Parser *))
{
    Pos pos = here(p);
    Node *first = item(p);

    if (!at(p, word))
        return first;
    int mark = list_mark(p);
    list_push(p, first);
    while (accept(p, word))
        list_push(p, item(p));
    Node *n = ast_new(p, AST_BoolOp, pos);
    n->BoolOp.op = op;
    n->BoolOp.values = list_take(p, mark);
    return ast_end(p, n);
}

/* and_test: not_test ('and' not_test)* */
static Node *and_test(Parser *p)
{
    return boolop(p, TOK_and, AST_OP_And, not_test);
}

/* or_test: and_test ('or' and_test)* */
static Node *or_test(Parser *p)
{
    return boolop(p, TOK_or, AST_OP_Or, and_test);
}

/* lambdef: 'lambda' [varargslist] ':' test */
static Node *lambdef(Parser *p, Node *(*body)(Parser *))
{
    Node *n = ast_new(p, AST_Lambda, expect(p, TOK_lambda));

    enter(p, 2);
    n->Lambda.args = parse_parameters(p, TOK_colon);
    expect(p, TOK_colon);
    n->Lambda.body = body(p);
    leave(p, 2);
    return ast_end(p, n);
}

/* old_test: or_test | old_lambdef */
static Node *old_test(Parser *p)
{
    return at(p, TOK_lambda) ? lambdef(p, old_test) : or_test(p);
}

/* test: or_test ['if' or_test 'else' test] | lambdef */
Node *parse_test(Parser *p)
{
    Pos pos = here(p);

    if (at(p, TOK_lambda))
        return lambdef(p, parse_test);
    Node *body = or_test(p);
    if (!accept(p, TOK_if))
        return body;
    Node *n = ast_new(p, AST_IfExp, pos);
    n->IfExp.body = body;
    n->IfExp.test = or_test(p);
    expect(p, TOK_else);
    enter(p, 1);
    n->IfExp.orelse = parse_test(p);
    leave(p, 1);
    return ast_end(p, n);
}

/* Lists of expressions */

/* testlist: test (',' test)* [','] */
Node *parse_testlist(Parser *p)
{
    Pos pos = here(p);
    Node *first = parse_test(p);

    if (!at(p, TOK_comma))
        return first;
    return make_tuple(p, pos, more_tests(p, first));
}

static void target_item(Parser *p, AstCtx ctx)
{
    int line = here(p).line;
    Node *n = parse_expr(p);

    set_context(p, n, ctx, line);
    list_push(p, n);
}

/* exprlist: expr (',' expr)* [','] */
NodeList parse_exprlist(Parser *p, AstCtx ctx, bool *is_tuple)
{
    int mark = list_mark(p);

    target_item(p, ctx);
    *is_tuple = at(p, TOK_comma);
    while (accept(p, TOK_comma) && starts_expr(p))
        target_item(p, ctx);
    return list_take(p, mark);
}

Node *parse_yield_or_testlist(Parser *p)
{
    return at(p, TOK_yield) ? yield_expr(p) : parse_testlist(p);
}
