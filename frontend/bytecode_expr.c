/* Expressions, targets, slices and comprehensions to instructions. */
#include "frontend/bytecode_internal.h"

void emit_exprs(Emit *e, const NodeList *list)
{
    for (int i = 0; i < list->count; i++)
        emit_expr(e, list->items[i]);
}

/* --- operators ------------------------------------------------------------ */

typedef struct {
    unsigned char plain, in_place;
} BinaryOps;

static int binary_op(const Emit *e, AstOp op, bool in_place)
{
    static const BinaryOps ops[AST_OP_COUNT] = {
        [AST_OP_Add] = {BC_BINARY_ADD, BC_INPLACE_ADD},
        [AST_OP_Sub] = {BC_BINARY_SUBTRACT, BC_INPLACE_SUBTRACT},
        [AST_OP_Mult] = {BC_BINARY_MULTIPLY, BC_INPLACE_MULTIPLY},
        [AST_OP_Div] = {BC_BINARY_DIVIDE, BC_INPLACE_DIVIDE},
        [AST_OP_Mod] = {BC_BINARY_MODULO, BC_INPLACE_MODULO},
        [AST_OP_Pow] = {BC_BINARY_POWER, BC_INPLACE_POWER},
        [AST_OP_LShift] = {BC_BINARY_LSHIFT, BC_INPLACE_LSHIFT},
        [AST_OP_RShift] = {BC_BINARY_RSHIFT, BC_INPLACE_RSHIFT},
        [AST_OP_BitOr] = {BC_BINARY_OR, BC_INPLACE_OR},
        [AST_OP_BitXor] = {BC_BINARY_XOR, BC_INPLACE_XOR},
        [AST_OP_BitAnd] = {BC_BINARY_AND, BC_INPLACE_AND},
        [AST_OP_FloorDiv] = {BC_BINARY_FLOOR_DIVIDE, BC_INPLACE_FLOOR_DIVIDE},
    };

    if (op == AST_OP_Div && e->future & FUTURE_division)
        return in_place ? BC_INPLACE_TRUE_DIVIDE : BC_BINARY_TRUE_DIVIDE;
    return in_place ? ops[op].in_place : ops[op].plain;
}

static Opcode unary_op(AstOp op)
{
    return op == AST_OP_Invert ? BC_UNARY_INVERT
           : op == AST_OP_Not  ? BC_UNARY_NOT
           : op == AST_OP_UAdd ? BC_UNARY_POSITIVE
                               : BC_UNARY_NEGATIVE;
}

/* The argument of COMPARE_OP. */
static int comparison(AstOp op)
{
    static const unsigned char numbers[AST_OP_COUNT] = {
        [AST_OP_Lt] = 0, [AST_OP_LtE] = 1,  [AST_OP_Eq] = 2, [AST_OP_NotEq] = 3,
        [AST_OP_Gt] = 4, [AST_OP_GtE] = 5,  [AST_OP_In] = 6, [AST_OP_NotIn] = 7,
        [AST_OP_Is] = 8, [AST_OP_IsNot] = 9};

    return numbers[op];
}

static void bool_op(Emit *e, const Node *n)
{
    Opcode jump = n->BoolOp.op == AST_OP_And ? BC_JUMP_IF_FALSE_OR_POP
                                             : BC_JUMP_IF_TRUE_OR_POP;
    int end = emit_label(e), last = n->BoolOp.values.count - 1;

    for (int i = 0; i < last; i++) {
        emit_expr(e, n->BoolOp.values.items[i]);
        emit_jump(e, jump, end);
    }
    emit_expr(e, n->BoolOp.values.items[last]);
    emit_place(e, end);
}

static void compare(Emit *e, const Node *n)
{
    const NodeList *others = &n->Compare.comparators;
    int last = n->Compare.ops.count - 1, cleanup = emit_label(e), end;

    emit_expr(e, n->Compare.left);
    for (int i = 0; i < last; i++) {
        emit_expr(e, others->items[i]);
        emit(e, BC_DUP_TOP, 0);
        emit(e, BC_ROT_THREE, 0);
        emit(e, BC_COMPARE_OP, comparison(n->Compare.ops.items[i]));
        emit_jump(e, BC_JUMP_IF_FALSE_OR_POP, cleanup);
        e->returned = false;
    }
    emit_expr(e, others->items[last]);
    emit(e, BC_COMPARE_OP, comparison(n->Compare.ops.items[last]));
    if (!last)
        return;
    end = emit_label(e);
    emit_jump(e, BC_JUMP_FORWARD, end);
    emit_place(e, cleanup);
    emit(e, BC_ROT_TWO, 0);
    emit(e, BC_POP_TOP, 0);
    emit_place(e, end);
}

static void if_exp(Emit *e, const Node *n)
{
    int next = emit_label(e), end = emit_label(e);

    emit_expr(e, n->IfExp.test);
    emit_jump(e, BC_POP_JUMP_IF_FALSE, next);
    emit_expr(e, n->IfExp.body);
    emit_jump(e, BC_JUMP_FORWARD, end);
    emit_place(e, next);
    emit_expr(e, n->IfExp.orelse);
    emit_place(e, end);
}

/* --- calls and displays --------------------------------------------------- */

static void call(Emit *e, const Node *n)
{
    const NodeList *keywords = &n->Call.keywords;
    static const Opcode ops[] = {BC_CALL_FUNCTION, BC_CALL_FUNCTION_VAR,
                                 BC_CALL_FUNCTION_KW, BC_CALL_FUNCTION_VAR_KW};
    int stars = (n->Call.starargs != NULL) + 2 * (n->Call.kwargs != NULL);

    emit_expr(e, n->Call.func);
    emit_exprs(e, &n->Call.args);
    for (int i = 0; i < keywords->count; i++) {
        const Node *k = keywords->items[i];

        emit_text(e, k->keyword.arg->text, k->keyword.arg->len);
        emit_expr(e, k->keyword.value);
    }
    if (n->Call.starargs)
        emit_expr(e, n->Call.starargs);
    if (n->Call.kwargs)
        emit_expr(e, n->Call.kwargs);
    emit(e, ops[stars], n->Call.args.count | keywords->count << 8);
}

static void dict(Emit *e, const Node *n)
{
    int count = n->Dict.keys.count;

    emit(e, BC_BUILD_MAP, count > 0xffff ? 0xffff : count);
    for (int i = 0; i < count; i++) {
        emit_expr(e, n->Dict.values.items[i]);
        emit_expr(e, n->Dict.keys.items[i]);
        emit(e, BC_STORE_MAP, 0);
    }
}

static void sequence(Emit *e, const NodeList *elts, AstCtx ctx, Opcode build)
{
    if (ctx == AST_CTX_Store)
        emit(e, BC_UNPACK_SEQUENCE, elts->count);
    emit_exprs(e, elts);
    if (ctx == AST_CTX_Load)
        emit(e, build, elts->count);
}

/* --- attributes and items ------------------------------------------------- */

/* What an augmented assignment does first and last counts as Load, Store. */
static Opcode by_use(AstCtx ctx, Opcode load, Opcode store, Opcode del)
{
    return ctx == AST_CTX_Load ? load : ctx == AST_CTX_Del ? del : store;
}

static void attribute(Emit *e, const Node *n)
{
    emit_expr(e, n->Attribute.value);
    emit(e,
         by_use(n->Attribute.ctx, BC_LOAD_ATTR, BC_STORE_ATTR, BC_DELETE_ATTR),
         emit_name_index(e, n->Attribute.attr));
}

static void expr_or_none(Emit *e, const Node *n)
{
    if (n)
        emit_expr(e, n);
    else
        emit_none(e);
}

static void slice_object(Emit *e, const Node *s)
{
    expr_or_none(e, s->Slice.lower);
    expr_or_none(e, s->Slice.upper);
    if (s->Slice.step)
        emit_expr(e, s->Slice.step);
    emit(e, BC_BUILD_SLICE, s->Slice.step ? 3 : 2);
}

static void index_value(Emit *e, const Node *s)
{
    switch (s->kind) {
    case AST_Ellipsis:
        emit_const(e, &(BcConst){BC_ellipsis});
        break;
    case AST_Slice:
        slice_object(e, s);
        break;
    case AST_ExtSlice:
        for (int i = 0; i < s->ExtSlice.dims.count; i++)
            index_value(e, s->ExtSlice.dims.items[i]);
        emit(e, BC_BUILD_TUPLE, s->ExtSlice.dims.count);
        break;
    default:
        emit_expr(e, s->Index.value);
    }
}

/* a[i:j], which has instructions of its own. */
static bool is_simple_slice(const Node *s)
{
    return s->kind == AST_Slice && !s->Slice.step;
}

static int bounds_of(const Node *s)
{
    return (s->Slice.lower != NULL) + 2 * (s->Slice.upper != NULL);
}

static void bounds(Emit *e, const Node *s)
{
    if (s->Slice.lower)
        emit_expr(e, s->Slice.lower);
    if (s->Slice.upper)
        emit_expr(e, s->Slice.upper);
}

static void subscript(Emit *e, const Node *n)
{
    const Node *s = n->Subscript.slice;
    AstCtx ctx = n->Subscript.ctx;

    emit_expr(e, n->Subscript.value);
    if (is_simple_slice(s)) {
        bounds(e, s);
        emit(e,
             by_use(ctx, BC_SLICE, BC_STORE_SLICE, BC_DELETE_SLICE) +
                 bounds_of(s),
             0);
        return;
    }
    index_value(e, s);
    emit(e, by_use(ctx, BC_BINARY_SUBSCR, BC_STORE_SUBSCR, BC_DELETE_SUBSCR),
         0);
}

static void duplicate(Emit *e, int n)
{
    if (n == 1)
        emit(e, BC_DUP_TOP, 0);
    else
        emit(e, BC_DUP_TOPX, n);
}

static void rotate(Emit *e, int n)
{
    static const Opcode ops[] = {BC_ROT_TWO, BC_ROT_THREE, BC_ROT_FOUR};

    emit(e, ops[n - 1], 0);
}

static void augmented_item(Emit *e, const Node *n, int op)
{
    const Node *t = n->AugAssign.target, *s = t->Subscript.slice;
    bool simple = is_simple_slice(s);
    int b = simple ? bounds_of(s) : 0;
    int size = simple ? 1 + (b & 1) + (b >> 1) : 2;

    emit_expr(e, t->Subscript.value);
    if (simple)
        bounds(e, s);
    else
        index_value(e, s);
    duplicate(e, size);
    emit(e, simple ? (Opcode)(BC_SLICE + b) : BC_BINARY_SUBSCR, 0);
    emit_expr(e, n->AugAssign.value);
    emit(e, (Opcode)op, 0);
    rotate(e, size);
    emit(e, simple ? (Opcode)(BC_STORE_SLICE + b) : BC_STORE_SUBSCR, 0);
}

/* target op= value */
void emit_augmented(Emit *e, const Node *n)
{
    const Node *t = n->AugAssign.target;
    int op = binary_op(e, n->AugAssign.op, true), name;

    switch (t->kind) {
    case AST_Attribute:
        emit_expr(e, t->Attribute.value);
        emit(e, BC_DUP_TOP, 0);
        name = emit_name_index(e, t->Attribute.attr);
        emit(e, BC_LOAD_ATTR, name);
        emit_expr(e, n->AugAssign.value);
        emit(e, (Opcode)op, 0);
        emit(e, BC_ROT_TWO, 0);
        emit(e, BC_STORE_ATTR, name);
        break;
    case AST_Subscript:
        augmented_item(e, n, op);
        break;
    default:
        emit_name(e, t->Name.id, AST_CTX_Load);
        emit_expr(e, n->AugAssign.value);
        emit(e, (Opcode)op, 0);
        emit_name(e, t->Name.id, AST_CTX_Store);
    }
}

/* --- code inside ---------------------------------------------------------- */

/* The cell of an inner scope's free variable, as this scope numbers it. */
static int cell_index(const Emit *e, const Name *name)
{
    const Symbol *sym = scope_lookup(e->scope, name);
    const NameList *free = &e->scope->freevars;

    if (sym && sym->kind == SYM_CELL)
        return sym->cell;
    for (int i = 0; i < free->count; i++)
        if (free->items[i] == name)
            return e->scope->cellvars.count + i;
    return 0;
}

void emit_closure(Emit *e, const Scope *inner, int ndefaults)
{
    int n = inner->freevars.count;

    for (int i = 0; i < n; i++)
        emit(e, BC_LOAD_CLOSURE, cell_index(e, inner->freevars.items[i]));
    if (n)
        emit(e, BC_BUILD_TUPLE, n);
    emit_const(e, &(BcConst){BC_code, .scope = inner});
    emit(e, n ? BC_MAKE_CLOSURE : BC_MAKE_FUNCTION, ndefaults);
}

static void lambda(Emit *e, const Node *n)
{
    const NodeList *defaults = &n->Lambda.args->arguments.defaults;

    emit_exprs(e, defaults);
    emit_closure(e, n->scope, defaults->count);
}

/* What a comprehension does with each item; the depth is that of its loops. */
static void comprehension_item(Emit *e, const Node *n, int depth)
{
    switch (n->kind) {
    case AST_ListComp:
        emit_expr(e, n->ListComp.elt);
        emit(e, BC_LIST_APPEND, depth + 1);
        break;
    case AST_SetComp:
        emit_expr(e, n->SetComp.elt);
        emit(e, BC_SET_ADD, depth + 1);
        break;
    case AST_DictComp:
        emit_expr(e, n->DictComp.value);
        emit_expr(e, n->DictComp.key);
        emit(e, BC_MAP_ADD, depth + 1);
        break;
    default:
        emit_expr(e, n->GeneratorExp.elt);
        emit(e, BC_YIELD_VALUE, 0);
        emit(e, BC_POP_TOP, 0);
    }
}

static void loops(Emit *e, const Node *n, const NodeList *generators, int i)
{
    const Node *g = generators->items[i];
    int start = emit_label(e), next = emit_label(e), end = emit_label(e);

    if (i == 0 && n->kind != AST_ListComp) {
        emit(e, BC_LOAD_FAST, 0);
    } else {
        emit_expr(e, g->comprehension.iter);
        emit(e, BC_GET_ITER, 0);
    }
    emit_place(e, start);
    emit_jump(e, BC_FOR_ITER, end);
    emit_expr(e, g->comprehension.target);
    for (int k = 0; k < g->comprehension.ifs.count; k++) {
        emit_expr(e, g->comprehension.ifs.items[k]);
        emit_jump(e, BC_POP_JUMP_IF_FALSE, next);
    }
    if (i + 1 < generators->count)
        loops(e, n, generators, i + 1);
    else
        comprehension_item(e, n, i + 1);
    emit_place(e, next);
    emit_jump(e, BC_JUMP_ABSOLUTE, start);
    emit_place(e, end);
}

static const NodeList *generators_of(const Node *n)
{
    return n->kind == AST_ListComp   ? &n->ListComp.generators
           : n->kind == AST_SetComp  ? &n->SetComp.generators
           : n->kind == AST_DictComp ? &n->DictComp.generators
                                     : &n->GeneratorExp.generators;
}

void emit_comprehension_body(Emit *e, const Node *n)
{
    if (n->kind == AST_SetComp)
        emit(e, BC_BUILD_SET, 0);
    if (n->kind == AST_DictComp)
        emit(e, BC_BUILD_MAP, 0);
    loops(e, n, generators_of(n), 0);
    if (n->kind != AST_GeneratorExp)
        emit(e, BC_RETURN_VALUE, 0);
}

static void comprehension(Emit *e, const Node *n)
{
    emit_closure(e, n->scope, 0);
    emit_expr(e, generators_of(n)->items[0]->comprehension.iter);
    emit(e, BC_GET_ITER, 0);
    emit(e, BC_CALL_FUNCTION, 1);
}

/* --- expressions ---------------------------------------------------------- */

static void atom(Emit *e, const Node *n)
{
    switch (n->kind) {
    case AST_Num:
        emit_const(e, &(BcConst){BC_number, .number = n->Num.n});
        break;
    case AST_Str:
        emit_const(e, &(BcConst){BC_text, .text = n->Str.s});
        break;
    case AST_Name:
        emit_name(e, n->Name.id, n->Name.ctx);
        break;
    case AST_List:
        sequence(e, &n->List.elts, n->List.ctx, BC_BUILD_LIST);
        break;
    case AST_Tuple:
        sequence(e, &n->Tuple.elts, n->Tuple.ctx, BC_BUILD_TUPLE);
        break;
    case AST_Set:
        sequence(e, &n->Set.elts, AST_CTX_Load, BC_BUILD_SET);
        break;
    case AST_ListComp:
        emit(e, BC_BUILD_LIST, 0);
        loops(e, n, &n->ListComp.generators, 0);
        break;
    case AST_Yield:
        expr_or_none(e, n->Yield.value);
        emit(e, BC_YIELD_VALUE, 0);
        break;
    default:
        comprehension(e, n);
    }
}

void emit_expr(Emit *e, const Node *n)
{
    if (n->lineno > e->line)
        emit_line(e, n->lineno);
    switch (n->kind) {
    case AST_BoolOp:
        bool_op(e, n);
        break;
    case AST_BinOp:
        emit_expr(e, n->BinOp.left);
        emit_expr(e, n->BinOp.right);
        emit(e, (Opcode)binary_op(e, n->BinOp.op, false), 0);
        break;
    case AST_UnaryOp:
        emit_expr(e, n->UnaryOp.operand);
        emit(e, unary_op(n->UnaryOp.op), 0);
        break;
    case AST_Repr:
        emit_expr(e, n->Repr.value);
        emit(e, BC_UNARY_CONVERT, 0);
        break;
    case AST_Compare:
        compare(e, n);
        break;
    case AST_IfExp:
        if_exp(e, n);
        break;
    case AST_Call:
        call(e, n);
        break;
    case AST_Dict:
        dict(e, n);
        break;
    case AST_Attribute:
        attribute(e, n);
        break;
    case AST_Subscript:
        subscript(e, n);
        break;
    case AST_Lambda:
        lambda(e, n);
        break;
    default:
        atom(e, n);
    }
}
