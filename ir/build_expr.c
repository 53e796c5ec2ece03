/* Expressions to SSA; see build.c. */
#include "ir/build.h"

#include <stdlib.h>

/* An operation's line is that of the last line its statement has reached, as
 * in CPython's line table. */
void build_advance_line(Builder *b, Node *n)
{
    if (n->lineno > b->line)
        build_line(b, n->lineno);
}

/* --- literals ------------------------------------------------------------- */

static Value *build_num(Builder *b, Number *n)
{
    switch (n->kind) {
    case NUM_int:
        return build_const(b, const_int(b->m, n->i));
    case NUM_long:
        return build_const(b, const_long(b->m, n->digits, n->base));
    case NUM_float:
        return build_const(b, const_float(b->m, n->d, CONST_float));
    default:
        return build_const(b, const_float(b->m, n->d, CONST_imag));
    }
}

static Value **build_exprs(Builder *b, NodeList *list, int extra)
{
    Value **args = ARENA_ARRAY(b->a, Value *, list->count + extra + 1);

    for (int i = 0; i < list->count; i++)
        args[extra + i] = build_expr(b, list->items[i]);
    return args;
}

static Value *build_sequence(Builder *b, Op op, NodeList *elts)
{
    return build_emit_n(b, op, elts->count, build_exprs(b, elts, 0));
}

static Value *build_dict(Builder *b, Node *n)
{
    Value *d = build_emit0(b, OP_dict);

    d->i = n->Dict.keys.count;
    for (int i = 0; i < n->Dict.keys.count; i++) {
        Value *v = build_expr(b, n->Dict.values.items[i]);
        Value *k = build_expr(b, n->Dict.keys.items[i]);

        build_emit3(b, OP_dict_add, d, k, v);
    }
    return d;
}

/* --- operators ------------------------------------------------------------ */

Op build_binary_op(Builder *b, AstOp op)
{
    switch (op) {
    case AST_OP_Add:
        return OP_add;
    case AST_OP_Sub:
        return OP_sub;
    case AST_OP_Mult:
        return OP_mul;
    case AST_OP_Div:
        return b->m->future & FUTURE_division ? OP_truediv : OP_div;
    case AST_OP_Mod:
        return OP_mod;
    case AST_OP_Pow:
        return OP_pow;
    case AST_OP_LShift:
        return OP_lshift;
    case AST_OP_RShift:
        return OP_rshift;
    case AST_OP_BitOr:
        return OP_or;
    case AST_OP_BitXor:
        return OP_xor;
    case AST_OP_BitAnd:
        return OP_and;
    default:
        return OP_floordiv;
    }
}

static Value *build_binop(Builder *b, Node *n)
{
    Value *x = build_expr(b, n->BinOp.left);
    Value *y = build_expr(b, n->BinOp.right);

    return build_emit2(b, build_binary_op(b, n->BinOp.op), x, y);
}

/* Both ways end in `join` with `var` set. */
static void store_and_jump(Builder *b, int var, Value *v, Block *join)
{
    build_write(b, b->cur, var, v);
    build_jump(b, join);
}

static Value *build_boolop(Builder *b, Node *n)
{
    int var = build_new_var(b, REP_any);
    Block *join = build_block(b);
    int last = n->BoolOp.values.count - 1;

    for (int i = 0; i <= last; i++) {
        Value *v = build_expr(b, n->BoolOp.values.items[i]);
        Value *t;
        Block *next;

        if (i == last) {
            store_and_jump(b, var, v, join);
            break;
        }
        t = build_emit1(b, OP_truth, v);
        next = build_block(b);
        build_write(b, b->cur, var, v);
        if (n->BoolOp.op == AST_OP_And)
            ir_branch(b->cur, t, next, join, b->line);
        else
            ir_branch(b->cur, t, join, next, b->line);
        build_enter(b, next);
    }
    build_enter(b, join);
    return build_read(b, join, var);
}

static Value *build_unary(Builder *b, Node *n)
{
    Value *v = build_expr(b, n->UnaryOp.operand);

    switch (n->UnaryOp.op) {
    case AST_OP_Not:
        v = build_emit1(b, OP_truth, v);
        return build_emit1(b, OP_bool, build_emit1(b, OP_not_i1, v));
    case AST_OP_USub:
        return build_emit1(b, OP_neg, v);
    case AST_OP_UAdd:
        return build_emit1(b, OP_pos, v);
    default:
        return build_emit1(b, OP_invert, v);
    }
}

static Value *build_compare_one(Builder *b, AstOp op, Value *x, Value *y)
{
    switch (op) {
    case AST_OP_Eq:
        return build_emit2(b, OP_eq, x, y);
    case AST_OP_NotEq:
        return build_emit2(b, OP_ne, x, y);
    case AST_OP_Lt:
        return build_emit2(b, OP_lt, x, y);
    case AST_OP_LtE:
        return build_emit2(b, OP_le, x, y);
    case AST_OP_Gt:
        return build_emit2(b, OP_gt, x, y);
    case AST_OP_GtE:
        return build_emit2(b, OP_ge, x, y);
    default:
        return NULL;
    }
}

/* Identity and membership give i1; the rest NULL. */
static Value *build_compare_i1(Builder *b, AstOp op, Value *x, Value *y)
{
    Value *v;

    switch (op) {
    case AST_OP_Is:
        return build_emit2(b, OP_is, x, y);
    case AST_OP_IsNot:
        v = build_emit2(b, OP_is, x, y);
        return build_emit1(b, OP_not_i1, v);
    case AST_OP_In:
        return build_emit2(b, OP_contains, y, x);
    case AST_OP_NotIn:
        v = build_emit2(b, OP_contains, y, x);
        return build_emit1(b, OP_not_i1, v);
    default:
        return NULL;
    }
}

static Value *compare_value(Builder *b, AstOp op, Value *x, Value *y)
{
    Value *v = build_compare_i1(b, op, x, y);

    return v ? build_emit1(b, OP_bool, v) : build_compare_one(b, op, x, y);
}

static Value *compare_truth(Builder *b, AstOp op, Value *x, Value *y)
{
    static const Op truths[] = {
        [AST_OP_Eq] = OP_truth_eq, [AST_OP_NotEq] = OP_truth_ne,
        [AST_OP_Lt] = OP_truth_lt, [AST_OP_LtE] = OP_truth_le,
        [AST_OP_Gt] = OP_truth_gt, [AST_OP_GtE] = OP_truth_ge,
    };
    Value *v = build_compare_i1(b, op, x, y);

    return v ? v : build_emit2(b, truths[op], x, y);
}

static Value *build_compare(Builder *b, Node *n)
{
    int last = n->Compare.ops.count - 1;
    Value *x = build_expr(b, n->Compare.left);
    Block *join;
    int var;

    if (last == 0) {
        Value *y = build_expr(b, n->Compare.comparators.items[0]);

        return compare_value(b, n->Compare.ops.items[0], x, y);
    }
    join = build_block(b);
    var = build_new_var(b, REP_any);
    for (int i = 0; i <= last; i++) {
        Value *y = build_expr(b, n->Compare.comparators.items[i]);
        Value *v = compare_value(b, n->Compare.ops.items[i], x, y);
        Block *next;

        if (i == last) {
            store_and_jump(b, var, v, join);
            break;
        }
        build_write(b, b->cur, var, v);
        next = build_block(b);
        v = build_emit1(b, OP_truth, v);
        build_write(b, b->cur, var, build_read(b, b->cur, var));
        ir_branch(b->cur, v, next, join, b->line);
        build_enter(b, next);
        x = y;
    }
    build_enter(b, join);
    return build_read(b, join, var);
}

/* --- conditions ----------------------------------------------------------- */

static void cond_boolop(Builder *b, Node *n, Block *yes, Block *no)
{
    int last = n->BoolOp.values.count - 1;

    for (int i = 0; i < last; i++) {
        Block *next = build_block(b);

        if (n->BoolOp.op == AST_OP_And)
            build_cond(b, n->BoolOp.values.items[i], next, no);
        else
            build_cond(b, n->BoolOp.values.items[i], yes, next);
        build_enter(b, next);
    }
    build_cond(b, n->BoolOp.values.items[last], yes, no);
}

static void cond_compare(Builder *b, Node *n, Block *yes, Block *no)
{
    Value *x = build_expr(b, n->Compare.left);

    for (int i = 0; i < n->Compare.ops.count; i++) {
        Value *y = build_expr(b, n->Compare.comparators.items[i]);
        bool last = i == n->Compare.ops.count - 1;
        Block *next = last ? yes : build_block(b);
        Value *t;

        t = compare_truth(b, n->Compare.ops.items[i], x, y);
        ir_branch(b->cur, t, next, no, b->line);
        if (!last)
            build_enter(b, next);
        x = y;
    }
}

/* Branches on the truth of n; evaluates as CPython's jumps do. */
void build_cond(Builder *b, Node *n, Block *yes, Block *no)
{
    if (n->kind == AST_BoolOp) {
        cond_boolop(b, n, yes, no);
    } else if (n->kind == AST_UnaryOp && n->UnaryOp.op == AST_OP_Not) {
        build_cond(b, n->UnaryOp.operand, no, yes);
    } else if (n->kind == AST_Compare) {
        cond_compare(b, n, yes, no);
    } else {
        Value *v = build_expr(b, n);

        v = build_emit1(b, OP_truth, v);
        ir_branch(b->cur, v, yes, no, b->line);
    }
}

static Value *build_ifexp(Builder *b, Node *n)
{
    Block *yes = build_block(b), *no = build_block(b), *join = build_block(b);
    int var = build_new_var(b, REP_any);

    build_cond(b, n->IfExp.test, yes, no);
    build_enter(b, yes);
    store_and_jump(b, var, build_expr(b, n->IfExp.body), join);
    build_enter(b, no);
    store_and_jump(b, var, build_expr(b, n->IfExp.orelse), join);
    build_enter(b, join);
    return build_read(b, join, var);
}

/* --- subscripts ----------------------------------------------------------- */

Value *build_none_or(Builder *b, Node *n, Op missing)
{
    return n ? build_expr(b, n) : build_emit0(b, missing);
}

/* x[i:j] without a step uses the getslice protocol. */
bool build_simple_slice(Node *slice)
{
    return slice->kind == AST_Slice && !slice->Slice.step;
}

static Value *build_slice_item(Builder *b, Node *s)
{
    switch (s->kind) {
    case AST_Index:
        return build_expr(b, s->Index.value);
    case AST_Slice: {
        Value *lo = build_none_or(b, s->Slice.lower, OP_none);
        Value *hi = build_none_or(b, s->Slice.upper, OP_none);

        return build_emit3(b, OP_slice, lo, hi,
                           build_none_or(b, s->Slice.step, OP_none));
    }
    default:
        return build_emit0(b, OP_ellipsis);
    }
}

Value *build_slice_key(Builder *b, Node *s)
{
    Value **items;

    if (s->kind != AST_ExtSlice)
        return build_slice_item(b, s);
    items = ARENA_ARRAY(b->a, Value *, s->ExtSlice.dims.count);
    for (int i = 0; i < s->ExtSlice.dims.count; i++)
        items[i] = build_slice_item(b, s->ExtSlice.dims.items[i]);
    return build_emit_n(b, OP_tuple, s->ExtSlice.dims.count, items);
}

static Value *build_subscript(Builder *b, Node *n)
{
    Value *o = build_expr(b, n->Subscript.value);
    Node *s = n->Subscript.slice;
    Value *k;

    if (build_simple_slice(s)) {
        Value *lo = build_none_or(b, s->Slice.lower, OP_unset);
        Value *hi = build_none_or(b, s->Slice.upper, OP_unset);

        return build_emit3(b, OP_getslice, o, lo, hi);
    }
    k = build_slice_key(b, s);
    return build_emit2(b, OP_getitem, o, k);
}

/* --- calls ---------------------------------------------------------------- */

/* The names that locals() shows, and their values; n of them. */
typedef struct Locals {
    const Name **names;
    Value **values;
    int n;
} Locals;

static void collect_locals(Builder *b, Locals *l)
{
    Scope *s = b->scope;
    int max = s->varnames.count + s->cellvars.count + s->freevars.count;

    l->names = ARENA_ARRAY(b->a, const Name *, max + 1);
    l->values = ARENA_ARRAY(b->a, Value *, max + 2);
    l->n = 0;
    for (int i = 0; i < max; i++) {
        bool local = i < s->varnames.count;
        int c = i - s->varnames.count;
        const Name *name = local ? s->varnames.items[i]
                           : c < s->cellvars.count
                               ? s->cellvars.items[c]
                               : s->freevars.items[c - s->cellvars.count];
        Symbol *sym = scope_lookup(s, name);

        if (local && sym && sym->cell >= 0)
            continue;
        l->names[l->n] = name;
        l->values[l->n++] = local ? build_read(b, b->cur, i)
                                  : build_emit1(b, OP_cell_get, b->cells[c]);
    }
}

Value *build_locals(Builder *b)
{
    Op op = b->locals ? OP_locals_sync : OP_locals;
    Locals l;
    Const *names;
    Value *v;

    if (b->dict)
        return b->dict;
    if (b->fn->kind == FN_module)
        return build_emit0(b, OP_unset);
    collect_locals(b, &l);
    names = const_names(b->m, &(NameList){l.names, l.n});
    if (b->locals) {
        memmove(l.values + 1, l.values, (size_t)l.n * sizeof *l.values);
        l.values[0] = b->locals;
        l.n++;
    }
    v = build_emit_n(b, op, l.n, l.values);
    v->konst = names;
    return b->locals ? b->locals : v;
}

void build_locals_back(Builder *b)
{
    Scope *s = b->scope;
    Locals l;

    if (!b->locals)
        return;
    collect_locals(b, &l);
    for (int i = 0; i < l.n; i++) {
        Symbol *sym = scope_lookup(s, l.names[i]);
        Value *args[] = {b->locals, l.values[i]};
        Value *v = build_named(b, OP_locals_get, l.names[i], 2, args);

        if (sym && sym->cell >= 0)
            build_emit2(b, OP_cell_set, b->cells[sym->cell], v);
        else
            build_write(b, b->cur, sym ? sym->varname : i, v);
    }
}

/* Builtins whose result depends on the caller: those that, called with so many
 * arguments at most or with None for the rest, see its variables, and the flags
 * that code inherits. */
static const struct FrameCall {
    const char *name;
    int locals; /* -1: never */
    int max;
} frame_calls[] = {{"locals", 0, 0},   {"vars", 0, 0},    {"dir", 0, 0},
                   {"globals", -1, 0}, {"eval", 1, 3},    {"execfile", 1, 3},
                   {"input", 1, 1},    {"compile", -1, 5}};

/* May all namespaces given be None?  A variable is taken for a dict where it
 * stands alone, as in eval(text, variables). */
static bool sees_locals(const struct FrameCall *f, const NodeList *args)
{
    for (int i = f->locals; i >= 0 && i < args->count; i++) {
        const Node *arg = args->items[i];

        if (arg->kind != AST_Name ||
            (args->count < 3 && strcmp(arg->Name.id->text, "None") != 0))
            return false;
    }
    return f->locals >= 0;
}

static const struct FrameCall *frame_call(Node *n)
{
    const char *id;

    if (n->Call.func->kind != AST_Name)
        return NULL;
    id = n->Call.func->Name.id->text;
    for (size_t i = 0; i < sizeof frame_calls / sizeof *frame_calls; i++)
        if (strcmp(id, frame_calls[i].name) == 0 &&
            n->Call.args.count + n->Call.keywords.count <= frame_calls[i].max)
            return &frame_calls[i];
    return NULL;
}

static Const *keyword_names(Builder *b, NodeList *keywords)
{
    Const **names = ARENA_ARRAY(b->a, Const *, keywords->count + 1);

    if (!keywords->count)
        return NULL;
    for (int i = 0; i < keywords->count; i++) {
        const Name *arg = keywords->items[i]->keyword.arg;

        names[i] = const_str(b->m, arg->text, arg->len, CONST_str);
    }
    return const_tuple(b->m, names, (size_t)keywords->count);
}

/* Positional then keyword values, behind `extra` free places. */
static Value **call_args(Builder *b, Node *n, int extra, int *count)
{
    NodeList *pos = &n->Call.args, *kw = &n->Call.keywords;
    Value **args =
        ARENA_ARRAY(b->a, Value *, extra + pos->count + kw->count + 1);

    for (int i = 0; i < pos->count; i++)
        args[extra + i] = build_expr(b, pos->items[i]);
    for (int i = 0; i < kw->count; i++)
        args[extra + pos->count + i] =
            build_expr(b, kw->items[i]->keyword.value);
    *count = extra + pos->count + kw->count;
    return args;
}

static Value *build_call_ex(Builder *b, Node *n)
{
    Value *callee = build_expr(b, n->Call.func), *v;
    int count;
    Value **args = call_args(b, n, 3, &count);

    args[0] = callee;
    args[1] = build_none_or(b, n->Call.starargs, OP_unset);
    args[2] = build_none_or(b, n->Call.kwargs, OP_unset);
    v = build_emit_n(b, OP_call_ex, count, args);
    v->konst = keyword_names(b, &n->Call.keywords);
    return v;
}

static bool is_among(const Name *name, const char *const *names, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (strcmp(name->text, names[i]) == 0)
            return true;
    return false;
}

#define IS_AMONG(name, names)                                                  \
    is_among(name, names, sizeof(names) / sizeof *(names))

Value *build_file_owned(Builder *b, Node *n, Value *v)
{
    static const char *const names[] = {"open", "file", "popen", "fdopen"};
    const Node *f = n->kind == AST_Call ? n->Call.func : NULL;
    const Name *name;

    if (!f || (v->op != OP_call && v->op != OP_call_bound))
        return NULL;
    name = f->kind == AST_Name        ? f->Name.id
           : f->kind == AST_Attribute ? f->Attribute.attr
                                      : NULL;
    return name && IS_AMONG(name, names)
               ? build_emit2(b, OP_file_owned, v->args[0], v)
               : NULL;
}

/* Does this method of a file give neither the file nor what needs it? */
static bool lets_go(const Name *method)
{
    static const char *const names[] = {"read", "readline", "readlines",
                                        "write", "writelines"};

    return IS_AMONG(method, names);
}

static Value *build_call_method(Builder *b, Node *n)
{
    Node *attr = n->Call.func;
    Value *o = build_expr(b, attr->Attribute.value), *callee, *self, *v;
    Value *file = lets_go(attr->Attribute.attr)
                      ? build_file_owned(b, attr->Attribute.value, o)
                      : NULL;
    Value **args;
    int count;

    callee = build_named(b, OP_load_method, attr->Attribute.attr, 1, &o);
    self = build_emit1(b, OP_method_self, callee);
    args = call_args(b, n, 2, &count);
    args[0] = callee;
    args[1] = self;
    v = build_emit_n(b, OP_call_bound, count, args);
    v->konst = keyword_names(b, &n->Call.keywords);
    if (file)
        build_emit1(b, OP_give_up, file);
    return v;
}

static Value *build_frame_call(Builder *b, Node *n, const struct FrameCall *f)
{
    Value *callee = build_expr(b, n->Call.func), *v, **args;
    int count;

    args = call_args(b, n, 2, &count);
    args[0] = callee;
    args[1] = sees_locals(f, &n->Call.args) ? build_locals(b)
                                            : build_emit0(b, OP_unset);
    v = build_emit_n(b, OP_call_frame, count, args);
    v->konst = keyword_names(b, &n->Call.keywords);
    v->i = code_future_flags(b->m->future);
    return v;
}

/* Who calls a collect(), or some gc_collect() of another module, is to find no
 * old words, looked for or not. */
static bool is_collect(const Node *f)
{
    const Name *name = f->kind == AST_Attribute ? f->Attribute.attr
                       : f->kind == AST_Name    ? f->Name.id
                                                : NULL;

    return name && name->len >= 7 &&
           strcmp(name->text + name->len - 7, "collect") == 0;
}

static Value *build_call(Builder *b, Node *n)
{
    Value *callee, *v, **args;
    int count;

    if (b->m->drops && is_collect(n->Call.func))
        build_emit0(b, OP_drop)->i = 2;
    if (n->Call.starargs || n->Call.kwargs)
        return build_call_ex(b, n);
    if (n->Call.func->kind == AST_Attribute)
        return build_call_method(b, n);
    if (frame_call(n))
        return build_frame_call(b, n, frame_call(n));
    callee = build_expr(b, n->Call.func);
    args = call_args(b, n, 1, &count);
    args[0] = callee;
    v = build_emit_n(b, OP_call, count, args);
    v->konst = keyword_names(b, &n->Call.keywords);
    return v;
}

/* --- functions and comprehensions ----------------------------------------- */

/* Appends the cells that the child's free variables are. */
void build_child_cells(Builder *b, Scope *child, Value *v)
{
    for (int i = 0; i < child->freevars.count; i++) {
        Symbol *s = scope_lookup(b->scope, child->freevars.items[i]);

        ir_add_arg(b->fn, v, b->cells[s->cell]);
    }
}

/* def, lambda or comprehension n; args: its arguments node, or NULL. */
Value *build_function(Builder *b, Node *n, Node *args)
{
    NodeList none = {0};
    NodeList *defaults = args ? &args->arguments.defaults : &none;
    Value **values = build_exprs(b, defaults, 0);
    Fn *fn = ir_fn_new(b->m, FN_function, n->scope, b->fn);
    Value *v = build_emit_n(b, OP_function, defaults->count, values);

    v->fn = fn;
    v->i = defaults->count;
    build_child_cells(b, n->scope, v);
    return v;
}

/* for/if clauses from clause `i` on; `body` is called innermost. */
typedef void InnerBody(Builder *b, Node *n, Value *into);

static void build_clauses(Builder *b, Node *n, NodeList *generators, int i,
                          Value *first_iter, Value *into, InnerBody *body)
{
    Node *g = generators->items[i];
    Block *header = build_block(b), *inside = build_block(b);
    Block *done = build_block(b), *again;
    Value *it, *item, *file = NULL;
    int line;

    if (i == 0 && first_iter) {
        it = first_iter;
    } else {
        Value *over = build_expr(b, g->comprehension.iter);

        file = build_file_owned(b, g->comprehension.iter, over);
        it = build_emit1(b, OP_iter, over);
    }
    line = b->line;
    again = b->m->traced ? build_block(b) : header;
    build_flush_line(b);
    build_jump(b, header);
    b->cur = header;
    item = build_emit1(b, OP_next, it);
    ir_branch(b->cur, build_emit1(b, OP_is_unset, item), done, inside, b->line);
    build_enter(b, inside);
    build_assign(b, g->comprehension.target, item);
    for (int k = 0; k < g->comprehension.ifs.count; k++) {
        Block *yes = build_block(b), *no = build_block(b);

        build_cond(b, g->comprehension.ifs.items[k], yes, no);
        build_enter(b, no);
        build_jump(b, again);
        build_enter(b, yes);
    }
    if (i + 1 < generators->count)
        build_clauses(b, n, generators, i + 1, NULL, into, body);
    else
        body(b, n, into);
    build_jump(b, again);
    if (again != header) {
        build_enter(b, again);
        build_line_again(b, line);
        build_jump(b, header);
    }
    build_seal(b, header);
    build_enter(b, done);
    if (file)
        build_emit1(b, OP_give_up, file);
}

static void body_list(Builder *b, Node *n, Value *into)
{
    build_emit2(b, OP_list_add, into, build_expr(b, n->ListComp.elt));
}

static void body_set(Builder *b, Node *n, Value *into)
{
    build_emit2(b, OP_set_add, into, build_expr(b, n->SetComp.elt));
}

static void body_dict(Builder *b, Node *n, Value *into)
{
    Value *v = build_expr(b, n->DictComp.value);
    Value *k = build_expr(b, n->DictComp.key);

    build_emit3(b, OP_dict_add, into, k, v);
}

static void body_yield(Builder *b, Node *n, Value *into)
{
    build_emit1(b, OP_yield, build_expr(b, n->GeneratorExp.elt));
    build_show_again(b);
}

static Value *build_listcomp(Builder *b, Node *n)
{
    Value *list = build_emit0(b, OP_list);

    build_clauses(b, n, &n->ListComp.generators, 0, NULL, list, body_list);
    return list;
}

/* Body of the function that a generator expression, set or dict comprehension
 * is; its one parameter is the iterator of the outermost clause. */
void build_comprehension_fn(Builder *b, Node *n)
{
    Value *it = b->params[0], *result;

    build_line(b, n->lineno);
    if (n->kind == AST_GeneratorExp) {
        build_clauses(b, n, &n->GeneratorExp.generators, 0, it, NULL,
                      body_yield);
        return;
    }
    if (n->kind == AST_SetComp) {
        result = build_emit0(b, OP_set);
        build_clauses(b, n, &n->SetComp.generators, 0, it, result, body_set);
    } else {
        result = build_emit0(b, OP_dict);
        build_clauses(b, n, &n->DictComp.generators, 0, it, result, body_dict);
    }
    build_leave(b, EXIT_return, NULL, result);
}

static NodeList *comprehension_clauses(Node *n)
{
    switch (n->kind) {
    case AST_SetComp:
        return &n->SetComp.generators;
    case AST_DictComp:
        return &n->DictComp.generators;
    default:
        return &n->GeneratorExp.generators;
    }
}

static Value *build_comprehension(Builder *b, Node *n)
{
    Value *f = build_function(b, n, NULL);
    Node *first = comprehension_clauses(n)->items[0];
    Value *over = build_expr(b, first->comprehension.iter), *made;
    Value *file = n->kind == AST_GeneratorExp
                      ? NULL
                      : build_file_owned(b, first->comprehension.iter, over);

    made = build_emit2(b, OP_call, f, build_emit1(b, OP_iter, over));
    if (file)
        build_emit1(b, OP_give_up, file);
    return made;
}

/* --- dispatch ------------------------------------------------------------- */

static Value *build_attribute(Builder *b, Node *n)
{
    Value *o = build_expr(b, n->Attribute.value);

    return build_named(b, OP_getattr, n->Attribute.attr, 1, &o);
}

static Value *build_name(Builder *b, Node *n)
{
    const Name *id = n->Name.id;

    if (id->len == 4 && strcmp(id->text, "None") == 0)
        return build_emit0(b, OP_none);
    return build_load_name(b, id);
}

static Value *build_yield(Builder *b, Node *n)
{
    Value *v = build_none_or(b, n->Yield.value, OP_none);

    v = build_emit1(b, OP_yield, v);
    build_show_again(b);
    return v;
}

Value *build_expr(Builder *b, Node *n)
{
    build_advance_line(b, n);
    switch (n->kind) {
    case AST_Num:
        return build_num(b, &n->Num.n);
    case AST_Str:
        return build_const(
            b, const_str(b->m, n->Str.s.data, n->Str.s.len,
                         n->Str.s.is_unicode ? CONST_unicode : CONST_str));
    case AST_Name:
        return build_name(b, n);
    case AST_Tuple:
        return build_sequence(b, OP_tuple, &n->Tuple.elts);
    case AST_List:
        return build_sequence(b, OP_list, &n->List.elts);
    case AST_Set:
        return build_sequence(b, OP_set, &n->Set.elts);
    case AST_Dict:
        return build_dict(b, n);
    case AST_BinOp:
        return build_binop(b, n);
    case AST_BoolOp:
        return build_boolop(b, n);
    case AST_UnaryOp:
        return build_unary(b, n);
    case AST_Compare:
        return build_compare(b, n);
    case AST_IfExp:
        return build_ifexp(b, n);
    case AST_Attribute:
        return build_attribute(b, n);
    case AST_Subscript:
        return build_subscript(b, n);
    case AST_Call:
        return build_call(b, n);
    case AST_Repr:
        return build_emit1(b, OP_repr, build_expr(b, n->Repr.value));
    case AST_Lambda:
        return build_function(b, n, n->Lambda.args);
    case AST_ListComp:
        return build_listcomp(b, n);
    case AST_SetComp:
    case AST_DictComp:
    case AST_GeneratorExp:
        return build_comprehension(b, n);
    case AST_Yield:
        return build_yield(b, n);
    default:
        abort(); /* the parser makes no other expressions */
    }
}
