/* Expressions: trailers and operators.  Positions of nodes are CPython's:
 * usually the first token of the production; the exceptions are said where they
 * are. */
#include "frontend/literal.h"
#include "frontend/parse.h"

/* Entries on CPython's parser stack between a trailer's bracket and an atom in
 * it: trailer, arglist, argument, test ... power. */
enum { LEVELS_TRAILER = 16 };

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

bool starts_expr(const Parser *p)
{
    return starts_test(p) && !at(p, TOK_not) && !at(p, TOK_lambda);
}

Node *make_tuple(Parser *p, Pos pos, NodeList elts)
{
    Node *n = ast_new(p, AST_Tuple, pos);

    n->Tuple.elts = elts;
    return ast_end(p, n);
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

    if (accept_token(p, TOK_dot)) {
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
    if (accept_token(p, TOK_colon))
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
    while (accept_token(p, TOK_comma) &&
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

    if (accept_token(p, TOK_lpar)) {
        enter(p, LEVELS_TRAILER);
        n = parse_call(p, value);
        leave(p, LEVELS_TRAILER);
        expect(p, TOK_rpar);
    } else if (accept_token(p, TOK_lsqb)) {
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
    if (!accept_token(p, TOK_doublestar))
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
    Node *n = parse_number(p, false);

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
        return power_rest(p, parse_atom(p), pos);
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
        *op = accept_token(p, TOK_not) ? AST_OP_IsNot : AST_OP_Is;
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
    while (accept_token(p, word))
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
Node *parse_or_test(Parser *p)
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
Node *parse_old_test(Parser *p)
{
    return at(p, TOK_lambda) ? lambdef(p, parse_old_test) : parse_or_test(p);
}

/* test: or_test ['if' or_test 'else' test] | lambdef */
Node *parse_test(Parser *p)
{
    Pos pos = here(p);

    if (at(p, TOK_lambda))
        return lambdef(p, parse_test);
    Node *body = parse_or_test(p);
    if (!accept_token(p, TOK_if))
        return body;
    Node *n = ast_new(p, AST_IfExp, pos);
    n->IfExp.body = body;
    n->IfExp.test = parse_or_test(p);
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
    while (accept_token(p, TOK_comma) && starts_expr(p))
        target_item(p, ctx);
    return list_take(p, mark);
}

Node *parse_yield_or_testlist(Parser *p)
{
    return at(p, TOK_yield) ? parse_yield(p) : parse_testlist(p);
}
