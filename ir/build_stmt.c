/* Statements to SSA; see build.c. */
#include "ir/build.h"

#include <stdlib.h>

static void build_stmt(Builder *b, Node *n);

void build_stmts(Builder *b, NodeList *list)
{
    for (int i = 0; i < list->count; i++)
        build_stmt(b, list->items[i]);
}

/* --- assignment ----------------------------------------------------------- */

static void assign_items(Builder *b, NodeList *elts, Value *v)
{
    Value *items = build_emit1(b, OP_unpack, v);
    Value **item = ARENA_ARRAY(b->a, Value *, elts->count + 1);

    items->i = elts->count;
    for (int i = 0; i < elts->count; i++) {
        item[i] = build_emit1(b, OP_unpack_item, items);
        item[i]->i = i;
    }
    for (int i = 0; i < elts->count; i++)
        build_assign(b, elts->items[i], item[i]);
}

static void assign_subscript(Builder *b, Node *n, Value *v)
{
    Value *o = build_expr(b, n->Subscript.value);
    Node *s = n->Subscript.slice;

    if (build_simple_slice(s)) {
        Value *lo = build_none_or(b, s->Slice.lower, OP_unset);
        Value *hi = build_none_or(b, s->Slice.upper, OP_unset);

        build_emit_n(b, OP_setslice, 4, (Value *[]){o, lo, hi, v});
        return;
    }
    build_emit3(b, OP_setitem, o, build_slice_key(b, s), v);
}

void build_assign(Builder *b, Node *n, Value *v)
{
    build_advance_line(b, n);
    switch (n->kind) {
    case AST_Name:
        build_store_name(b, n->Name.id, v);
        break;
    case AST_Attribute: {
        Value *o = build_expr(b, n->Attribute.value);

        build_named(b, OP_setattr, n->Attribute.attr, 2, (Value *[]){o, v});
        break;
    }
    case AST_Subscript:
        assign_subscript(b, n, v);
        break;
    case AST_Tuple:
        assign_items(b, &n->Tuple.elts, v);
        break;
    default:
        assign_items(b, &n->List.elts, v);
    }
}

static void build_assign_stmt(Builder *b, Node *n)
{
    Value *v = build_expr(b, n->Assign.value);

    for (int i = 0; i < n->Assign.targets.count; i++)
        build_assign(b, n->Assign.targets.items[i], v);
}

static Op inplace_op(Builder *b, AstOp op)
{
    return build_binary_op(b, op) - OP_add + OP_iadd;
}

static void augment_subscript(Builder *b, Node *t, Op op, Node *value)
{
    Value *o = build_expr(b, t->Subscript.value), *k, *v;
    Node *s = t->Subscript.slice;

    if (build_simple_slice(s)) {
        Value *lo = build_none_or(b, s->Slice.lower, OP_unset);
        Value *hi = build_none_or(b, s->Slice.upper, OP_unset);

        v = build_emit3(b, OP_getslice, o, lo, hi);
        v = build_emit2(b, op, v, build_expr(b, value));
        build_emit_n(b, OP_setslice, 4, (Value *[]){o, lo, hi, v});
        return;
    }
    k = build_slice_key(b, s);
    v = build_emit2(b, OP_getitem, o, k);
    v = build_emit2(b, op, v, build_expr(b, value));
    build_emit3(b, OP_setitem, o, k, v);
}

static void build_augassign(Builder *b, Node *n)
{
    Node *t = n->AugAssign.target;
    Op op = inplace_op(b, n->AugAssign.op);
    Value *v, *o;

    switch (t->kind) {
    case AST_Name:
        v = build_load_name(b, t->Name.id);
        v = build_emit2(b, op, v, build_expr(b, n->AugAssign.value));
        build_store_name(b, t->Name.id, v);
        break;
    case AST_Attribute:
        o = build_expr(b, t->Attribute.value);
        v = build_named(b, OP_getattr, t->Attribute.attr, 1, &o);
        v = build_emit2(b, op, v, build_expr(b, n->AugAssign.value));
        build_named(b, OP_setattr, t->Attribute.attr, 2, (Value *[]){o, v});
        break;
    default:
        augment_subscript(b, t, op, n->AugAssign.value);
    }
}

static void delete_subscript(Builder *b, Node *n)
{
    Value *o = build_expr(b, n->Subscript.value);
    Node *s = n->Subscript.slice;

    if (build_simple_slice(s)) {
        Value *lo = build_none_or(b, s->Slice.lower, OP_unset);

        build_emit3(b, OP_delslice, o, lo,
                    build_none_or(b, s->Slice.upper, OP_unset));
        return;
    }
    build_emit2(b, OP_delitem, o, build_slice_key(b, s));
}

static void build_delete(Builder *b, Node *n)
{
    build_advance_line(b, n);
    switch (n->kind) {
    case AST_Name:
        build_delete_name(b, n->Name.id);
        break;
    case AST_Attribute: {
        Value *o = build_expr(b, n->Attribute.value);

        build_named(b, OP_delattr, n->Attribute.attr, 1, &o);
        break;
    }
    case AST_Subscript:
        delete_subscript(b, n);
        break;
    default: {
        NodeList *l = n->kind == AST_Tuple ? &n->Tuple.elts : &n->List.elts;

        for (int i = 0; i < l->count; i++)
            build_delete(b, l->items[i]);
    }
    }
}

/* --- definitions ---------------------------------------------------------- */

/* Calls the decorators, innermost first, and binds the name. */
static void decorate_and_bind(Builder *b, Value **decorators, int n, Value *v,
                              const Name *name)
{
    for (int i = n - 1; i >= 0; i--)
        v = build_emit2(b, OP_call, decorators[i], v);
    build_store_name(b, name, v);
}

static Value **build_decorators(Builder *b, NodeList *list)
{
    Value **v = ARENA_ARRAY(b->a, Value *, list->count + 1);

    for (int i = 0; i < list->count; i++)
        v[i] = build_expr(b, list->items[i]);
    return v;
}

static void build_def(Builder *b, Node *n)
{
    NodeList *list = &n->FunctionDef.decorator_list;
    Value **decorators = build_decorators(b, list);
    Value *f = build_function(b, n, n->FunctionDef.args);

    decorate_and_bind(b, decorators, list->count, f, n->FunctionDef.bound);
}

static void build_class(Builder *b, Node *n)
{
    NodeList *list = &n->ClassDef.decorator_list;
    Value **decorators = build_decorators(b, list);
    Value **bases = ARENA_ARRAY(b->a, Value *, n->ClassDef.bases.count + 1);
    Value *tuple, *v;

    for (int i = 0; i < n->ClassDef.bases.count; i++)
        bases[i] = build_expr(b, n->ClassDef.bases.items[i]);
    tuple = build_emit_n(b, OP_tuple, n->ClassDef.bases.count, bases);
    v = build_emit1(b, OP_build_class, tuple);
    v->fn = ir_fn_new(b->m, FN_class, n->scope, b->fn);
    v->name = n->ClassDef.name;
    v->konst = const_str(b->m, v->name->text, v->name->len, CONST_str);
    build_child_cells(b, n->scope, v);
    decorate_and_bind(b, decorators, list->count, v, n->ClassDef.bound);
}

/* --- loops and branches --------------------------------------------------- */

static void build_if(Builder *b, Node *n)
{
    int known = ast_constant_test(n->If.test);

    if (known >= 0) {
        build_stmts(b, known ? &n->If.body : &n->If.orelse);
        return;
    }
    Block *yes = build_block(b), *no = build_block(b), *join = build_block(b);

    build_cond(b, n->If.test, yes, no);
    build_enter(b, yes);
    build_stmts(b, &n->If.body);
    build_flush_line(b);
    build_jump(b, join);
    build_enter(b, no);
    build_stmts(b, &n->If.orelse);
    build_jump(b, join);
    build_enter(b, join);
}

static void push_context(Builder *b, Context *c, ContextKind kind)
{
    c->kind = kind;
    c->up = b->context;
    c->outer_handler = b->handler;
    b->context = c;
}

/* Loop body, back edge, else part; header is current-to-be-sealed.  line: where
 * the loop starts again, 0: in its body. */
static void finish_loop(Builder *b, Context *c, Block *header, Block *done,
                        NodeList *body, NodeList *orelse, int line)
{
    int outer = build_nest(b, false);

    build_stmts(b, body);
    build_flush_line(b);
    build_jump(b, c->continue_to);
    if (c->continue_to != header) {
        build_enter(b, c->continue_to);
        if (line)
            build_line_again(b, line);
        build_jump(b, header);
    }
    b->nest = outer;
    b->context = c->up;
    build_seal(b, header);
    build_enter(b, done);
    build_stmts(b, orelse);
    build_jump(b, c->break_to);
    build_enter(b, c->break_to);
}

/* Where the body ends and `continue` leads: back to the header, by way of a
 * mark if there are any. */
static Block *latch(Builder *b, Block *header)
{
    return b->m->traced ? build_block(b) : header;
}

static void build_while(Builder *b, Node *n)
{
    if (ast_constant_test(n->While.test) == 0) {
        build_stmts(b, &n->While.orelse);
        return;
    }
    Block *header = build_block(b), *inside = build_block(b);
    Block *done = build_block(b);
    Context c = {.break_to = build_block(b), .continue_to = latch(b, header)};

    build_flush_line(b);
    build_jump(b, header);
    b->cur = header;
    push_context(b, &c, CONTEXT_loop);
    build_emit0(b, OP_safepoint);
    build_cond(b, n->While.test, inside, done);
    build_enter(b, inside);
    finish_loop(b, &c, header, done, &n->While.body, &n->While.orelse,
                ast_constant_test(n->While.test) < 0 ||
                        n->While.body.items[0]->lineno == n->lineno
                    ? n->lineno
                    : 0);
}

static Value *catch_exception(Builder *b, bool set_exc_info)
{
    Value *e = build_emit0(b, OP_catch);

    e->i = set_exc_info;
    if (set_exc_info)
        b->fn->catches = true;
    return e;
}

static void for_loop(Builder *b, Node *n, Value *it)
{
    Block *header = build_block(b), *inside = build_block(b);
    Block *done = build_block(b);
    Context c = {.break_to = build_block(b), .continue_to = latch(b, header)};
    Value *item;
    int line = b->line;

    c.kept = it;
    build_jump(b, header);
    b->cur = header;
    push_context(b, &c, CONTEXT_loop);
    build_emit0(b, OP_safepoint);
    item = build_emit1(b, OP_next, it);
    ir_branch(b->cur, build_emit1(b, OP_is_unset, item), done, inside, b->line);
    build_enter(b, inside);
    build_assign(b, n->For.target, item);
    finish_loop(b, &c, header, done, &n->For.body, &n->For.orelse, line);
}

static bool has_name(const Name *const *names, int count, const Name *name)
{
    for (int i = 0; i < count; i++)
        if (names[i] == name)
            return true;
    return false;
}

/* The name under which a generator with something to clean up is called, if
 * the program has a function of that name that is one; or NULL.  What is
 * evaluated may call anything, but what it opens is taken for a file. */
static const Name *closing_generator(Builder *b, const Node *call, bool opens)
{
    const Scope *s = b->scope;
    const Node *f = call->kind == AST_Call ? call->Call.func : NULL;
    const Name *name = !f                         ? NULL
                       : f->kind == AST_Name      ? f->Name.id
                       : f->kind == AST_Attribute ? f->Attribute.attr
                                                  : NULL;

    while (s->parent)
        s = s->parent;
    if (!name || (b->m->is_eval && !opens) ||
        has_name(s->closing.items, s->closing.count, name) ||
        has_name(b->m->closing.items, b->m->closing.count, name))
        return name;
    return NULL;
}

/* The loop has the only reference to what it owns, a generator or a file:
 * CPython closes that when the loop is left.  handler: of errors in it. */
static void build_owning_for(Builder *b, Node *n, Value *it, Value *owned,
                             Block *handler)
{
    Context c = {.exit = owned};

    push_context(b, &c, CONTEXT_owner);
    b->handler = handler;
    for_loop(b, n, it);
    b->handler = c.outer_handler;
    b->context = c.up;
    build_emit1(b, OP_give_up, owned);
}

/* A generator's clean-up runs behind an error, too. */
static void build_closing_for(Builder *b, Node *n, Value *it, const Name *name)
{
    Block *handler = build_block(b), *end = build_block(b);
    Block *inside = build_block(b);
    Const *called = const_str(b->m, name->text, strlen(name->text), CONST_str);
    Value *owned, *e;

    owned = build_emit2(b, OP_loop_owns, it, build_const(b, called));
    build_jump(b, inside);
    build_enter(b, inside);
    build_owning_for(b, n, it, owned, handler);
    build_jump(b, end);

    handler->cold = true;
    build_enter(b, handler);
    e = catch_exception(b, false);
    build_emit1(b, OP_give_up, owned);
    build_emit1(b, OP_reraise, e);
    build_enter(b, end);
}

static void build_for(Builder *b, Node *n)
{
    Value *over = build_expr(b, n->For.iter);
    Value *file = build_file_owned(b, n->For.iter, over);
    const Name *name = closing_generator(b, n->For.iter, file != NULL);
    Value *it = build_emit1(b, OP_iter, over);

    if (name)
        build_closing_for(b, n, it, name);
    else if (file)
        build_owning_for(b, n, it, file, b->handler);
    else
        for_loop(b, n, it);
}

static Context *innermost_loop(Builder *b)
{
    Context *c = b->context;

    while (c->kind != CONTEXT_loop)
        c = c->up;
    return c;
}

/* --- exceptions ----------------------------------------------------------- */

/* One except clause: falls to the next clause's block, which is returned. */
static Block *build_handler(Builder *b, Node *h, Value *e, Block *end)
{
    Block *next = build_block(b);

    build_except_line(b, h->lineno);
    if (h->ExceptHandler.type) {
        Block *match = build_block(b);
        Value *pattern = build_expr(b, h->ExceptHandler.type), *t;

        t = build_emit1(b, OP_exc_type, e);
        t = build_emit2(b, OP_exc_match, t, pattern);
        ir_branch(b->cur, t, match, next, b->line);
        build_enter(b, match);
    }
    if (h->ExceptHandler.name)
        build_assign(b, h->ExceptHandler.name, build_emit1(b, OP_exc_value, e));
    build_flush_line(b);
    build_stmts(b, &h->ExceptHandler.body);
    build_flush_line(b);
    build_jump(b, end);
    return next;
}

static void build_try_except(Builder *b, Node *n)
{
    Block *handler = build_block(b), *end = build_block(b);
    Context c = {0};
    Value *e;
    int outer;

    build_flush_line(b);
    outer = build_nest(b, false);
    push_context(b, &c, CONTEXT_except);
    b->handler = handler;
    build_stmts(b, &n->TryExcept.body);
    build_flush_line(b);
    b->nest = outer;
    b->handler = c.outer_handler;
    b->context = c.up;
    build_stmts(b, &n->TryExcept.orelse);
    build_jump(b, end);

    handler->cold = true;
    build_enter(b, handler);
    e = catch_exception(b, true);
    for (int i = 0; i < n->TryExcept.handlers.count; i++)
        build_enter(b,
                    build_handler(b, n->TryExcept.handlers.items[i], e, end));
    build_emit1(b, OP_reraise, e);
    build_enter(b, end);
}

/* Where control goes behind a finally body, by selector. */
static void dispatch_finally(Builder *b, Context *c)
{
    Block *from = b->cur;
    Value *selector = build_read(b, b->cur, c->selector);

    from->ctl = CTL_switch;
    from->cond = selector;
    from->line = b->line;
    for (int i = 0; i < c->exits.count; i++) {
        Block *to = build_block(b);

        ir_edge(from, to);
        build_enter(b, to);
        switch (c->exits.items[i].kind) {
        case EXIT_normal:
            build_jump(b, c->break_to);
            break;
        case EXIT_exception:
            build_emit1(b, OP_reraise, build_read(b, b->cur, c->exception));
            break;
        case EXIT_return:
            build_leave(b, EXIT_return, NULL, build_read(b, b->cur, c->result));
            break;
        default:
            build_leave(b, c->exits.items[i].kind, c->exits.items[i].target,
                        NULL);
        }
    }
}

/* One way into the finally body from here. */
static void enter_finally(Builder *b, Context *c, ExitKind kind)
{
    FinallyExit e = {kind, NULL};

    build_write(b, b->cur, c->selector, build_i64(b, c->exits.count));
    vec_push(b->a, &c->exits, e);
    build_jump(b, c->finally_block);
}

static void build_finally_body(Builder *b, Context *c, NodeList *body)
{
    int outer = build_nest(b, true);
    Context inside = {.finally_vars = {c->selector, c->result, c->exception}};

    push_context(b, &inside, CONTEXT_inside_finally);
    build_stmts(b, body);
    build_flush_line(b);
    b->context = inside.up;
    b->nest = outer;
}

static void build_try_finally(Builder *b, Node *n)
{
    Block *handler = build_block(b);
    Context c = {.break_to = build_block(b)};
    int outer;

    build_flush_line(b);
    outer = build_nest(b, false);
    c.finally_block = build_block(b);
    c.selector = build_new_var(b, REP_i64);
    c.result = build_new_var(b, REP_any);
    c.exception = build_new_var(b, REP_any);
    push_context(b, &c, CONTEXT_finally);
    b->handler = handler;
    build_stmts(b, &n->TryFinally.body);
    build_flush_line(b);
    b->nest = outer;
    b->handler = c.outer_handler;
    b->context = c.up;
    enter_finally(b, &c, EXIT_normal);

    handler->cold = true;
    build_enter(b, handler);
    build_write(b, b->cur, c.exception, catch_exception(b, false));
    enter_finally(b, &c, EXIT_exception);

    build_enter(b, c.finally_block);
    build_finally_body(b, &c, &n->TryFinally.finalbody);
    dispatch_finally(b, &c);
    build_enter(b, c.break_to);
}

static void build_with(Builder *b, Node *n)
{
    Block *handler = build_block(b), *end = build_block(b);
    Block *raise = build_block(b), *inside = build_block(b);
    Value *manager = build_expr(b, n->With.context_expr), *entered, *e, *r;
    Context c = {0};
    int outer;

    c.exit = c.kept = build_emit1(b, OP_with_exit, manager);
    entered = build_emit1(b, OP_with_enter, manager);
    push_context(b, &c, CONTEXT_with);
    /* The handler is not for what the lines above raise. */
    build_jump(b, inside);
    build_enter(b, inside);
    b->handler = handler;
    if (n->With.optional_vars)
        build_assign(b, n->With.optional_vars, entered);
    outer = build_nest(b, false);
    build_stmts(b, &n->With.body);
    build_flush_line(b);
    b->nest = outer;
    b->handler = c.outer_handler;
    b->context = c.up;
    e = build_emit0(b, OP_none);
    build_emit_n(b, OP_call, 4, (Value *[]){c.exit, e, e, e});
    build_jump(b, end);

    handler->cold = true;
    build_enter(b, handler);
    e = catch_exception(b, true);
    r = build_emit_n(b, OP_call, 4,
                     (Value *[]){c.exit, build_emit1(b, OP_exc_type, e),
                                 build_emit1(b, OP_exc_value, e),
                                 build_emit1(b, OP_exc_tb, e)});
    r = build_emit1(b, OP_truth, r);
    ir_branch(b->cur, r, end, raise, b->line);
    build_enter(b, raise);
    build_emit1(b, OP_reraise, e);
    build_enter(b, end);
}

static void build_raise(Builder *b, Node *n)
{
    Value *t = build_none_or(b, n->Raise.type, OP_unset);
    Value *v = build_none_or(b, n->Raise.inst, OP_unset);

    build_emit3(b, OP_raise, t, v, build_none_or(b, n->Raise.tback, OP_unset));
}

static void build_assert(Builder *b, Node *n)
{
    Block *ok, *bad;
    Value *type, *msg, *unset;

    if (ast_optimize)
        return;
    ok = build_block(b);
    bad = build_block(b);
    build_cond(b, n->Assert.test, ok, bad);
    bad->cold = true;
    build_enter(b, bad);
    type = build_load_name(b, name_intern_cstr("AssertionError"));
    unset = build_emit0(b, OP_unset);
    if (n->Assert.msg) {
        /* Called here: as a raise's value a tuple would be its arguments. */
        msg = build_expr(b, n->Assert.msg);
        type = build_emit2(b, OP_call, type, msg);
    }
    build_emit3(b, OP_raise, type, unset, unset);
    build_enter(b, ok);
}

/* --- imports -------------------------------------------------------------- */

static int import_level(Builder *b)
{
    return b->m->future & FUTURE_absolute_import ? 0 : -1;
}

static Value *emit_import(Builder *b, const Name *module, int level,
                          Value *fromlist)
{
    Value *v = build_named(b, OP_import, module, 1, &fromlist);

    v->i = level;
    return v;
}

/* import a.b.c as d binds d to the last part. */
static Value *last_part(Builder *b, Value *v, const Name *dotted)
{
    const char *part = strchr(dotted->text, '.');

    while (part) {
        const char *end = strchr(++part, '.');
        size_t len = end ? (size_t)(end - part) : strlen(part);

        v = build_named(b, OP_getattr, name_intern(part, len), 1, &v);
        part = end;
    }
    return v;
}

static void build_import(Builder *b, Node *n)
{
    for (int i = 0; i < n->Import.names.count; i++) {
        Node *a = n->Import.names.items[i];
        Value *none = build_emit0(b, OP_none);
        Value *v = emit_import(b, a->alias.name, import_level(b), none);

        if (a->alias.asname)
            v = last_part(b, v, a->alias.name);
        build_store_name(b, a->alias.bound, v);
    }
}

static Value *import_list(Builder *b, NodeList *names)
{
    Const **items = ARENA_ARRAY(b->a, Const *, names->count + 1);

    for (int i = 0; i < names->count; i++) {
        const Name *name = names->items[i]->alias.name;

        items[i] = const_str(b->m, name->text, name->len, CONST_str);
    }
    return build_const(b, const_tuple(b->m, items, (size_t)names->count));
}

static void build_import_from(Builder *b, Node *n)
{
    const Name *module = n->ImportFrom.module;
    int level = n->ImportFrom.level ? n->ImportFrom.level : import_level(b);
    Value *list = import_list(b, &n->ImportFrom.names), *v;

    v = emit_import(b, module ? module : name_intern_cstr(""), level, list);
    for (int i = 0; i < n->ImportFrom.names.count; i++) {
        Node *a = n->ImportFrom.names.items[i];
        Value *item;

        if (!a->alias.bound) {
            item = build_locals(b);
            build_emit2(b, OP_import_star, v, item);
            build_locals_back(b);
            return;
        }
        item = build_named(b, OP_import_from, a->alias.name, 1, &v);
        build_store_name(b, a->alias.bound, item);
    }
}

/* --- the rest ------------------------------------------------------------- */

/* f(), f().x, f()[i]: objects that only the expression has are gone by then. */
static bool has_temporary(const Node *n)
{
    while (n->kind == AST_Attribute || n->kind == AST_Subscript)
        n = n->kind == AST_Attribute ? n->Attribute.value : n->Subscript.value;
    return n->kind == AST_Call;
}

static void build_print(Builder *b, Node *n)
{
    Value *file = n->Print.dest ? build_emit1(b, OP_print_file,
                                              build_expr(b, n->Print.dest))
                                : build_emit0(b, OP_unset);

    for (int i = 0; i < n->Print.values.count; i++) {
        Value *v = build_expr(b, n->Print.values.items[i]);

        if (has_temporary(n->Print.values.items[i]))
            build_drop(b);
        build_emit2(b, OP_print_item, file, v);
    }
    if (n->Print.nl)
        build_emit1(b, OP_print_newline, file);
}

static void build_exec(Builder *b, Node *n)
{
    Value *body = build_expr(b, n->Exec.body);
    Value *globals = build_none_or(b, n->Exec.globals, OP_unset);
    Value *locals = build_none_or(b, n->Exec.locals, OP_unset), *own, *v;

    own = n->Exec.globals && b->locals ? b->locals : build_locals(b);
    v = build_emit_n(b, OP_exec, 4, (Value *[]){body, globals, locals, own});
    v->i = code_future_flags(b->m->future);
    if (!n->Exec.globals)
        build_locals_back(b);
}

static void build_return(Builder *b, Node *n)
{
    Value *v = build_none_or(b, n->Return.value, OP_none);

    build_leave(b, EXIT_return, NULL, v);
}

static void build_expr_stmt(Builder *b, Node *n)
{
    if (b->m->ast->kind == AST_Interactive && b->fn->kind == FN_module) {
        build_emit1(b, OP_display, build_expr(b, n->Expr.value));
        return;
    }
    if (n->Expr.value->kind != AST_Str && n->Expr.value->kind != AST_Num)
        build_expr(b, n->Expr.value);
}

static void build_stmt(Builder *b, Node *n)
{
    build_line(b, n->lineno);
    switch (n->kind) {
    case AST_FunctionDef:
        build_def(b, n);
        break;
    case AST_ClassDef:
        build_class(b, n);
        break;
    case AST_Return:
        build_return(b, n);
        break;
    case AST_Delete:
        for (int i = 0; i < n->Delete.targets.count; i++)
            build_delete(b, n->Delete.targets.items[i]);
        build_drop(b);
        break;
    case AST_Assign:
        build_assign_stmt(b, n);
        build_drop(b);
        break;
    case AST_AugAssign:
        build_augassign(b, n);
        break;
    case AST_Print:
        build_print(b, n);
        build_drop(b);
        break;
    case AST_For:
        build_for(b, n);
        build_drop(b);
        break;
    case AST_While:
        build_while(b, n);
        build_drop(b);
        break;
    case AST_If:
        build_if(b, n);
        break;
    case AST_With:
        build_with(b, n);
        build_drop(b);
        break;
    case AST_Raise:
        build_raise(b, n);
        break;
    case AST_TryExcept:
        build_try_except(b, n);
        break;
    case AST_TryFinally:
        build_try_finally(b, n);
        break;
    case AST_Assert:
        build_assert(b, n);
        break;
    case AST_Import:
        build_import(b, n);
        break;
    case AST_ImportFrom:
        build_import_from(b, n);
        break;
    case AST_Exec:
        build_exec(b, n);
        break;
    case AST_Expr:
        build_expr_stmt(b, n);
        build_drop(b);
        break;
    case AST_Break:
        build_flush_line(b);
        build_leave(b, EXIT_break, innermost_loop(b), NULL);
        break;
    case AST_Continue:
        build_flush_line(b);
        build_leave(b, EXIT_continue, innermost_loop(b), NULL);
        break;
    default:
        break; /* Global, Pass */
    }
}
