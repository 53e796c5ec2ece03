/* Statements to instructions. */
#include "frontend/bytecode_internal.h"

static void push_block(Emit *e, BcBlockKind kind, int label)
{
    e->blocks[e->nblocks++] = (BcBlock){kind, label};
}

static void pop_block(Emit *e)
{
    e->nblocks--;
}

static void stmts(Emit *e, const NodeList *list)
{
    emit_stmts(e, list, false);
}

/* --- definitions ---------------------------------------------------------- */

static void decorate(Emit *e, const NodeList *decorators, const Name *bound)
{
    for (int i = 0; i < decorators->count; i++)
        emit(e, BC_CALL_FUNCTION, 1);
    emit_name(e, bound, AST_CTX_Store);
}

static void function_def(Emit *e, const Node *n)
{
    const NodeList *defaults = &n->FunctionDef.args->arguments.defaults;

    emit_exprs(e, &n->FunctionDef.decorator_list);
    emit_exprs(e, defaults);
    emit_closure(e, n->scope, defaults->count);
    decorate(e, &n->FunctionDef.decorator_list, n->FunctionDef.bound);
}

static void class_def(Emit *e, const Node *n)
{
    const Name *name = n->ClassDef.name;

    emit_exprs(e, &n->ClassDef.decorator_list);
    emit_text(e, name->text, name->len);
    emit_exprs(e, &n->ClassDef.bases);
    emit(e, BC_BUILD_TUPLE, n->ClassDef.bases.count);
    emit_closure(e, n->scope, 0);
    emit(e, BC_CALL_FUNCTION, 0);
    emit(e, BC_BUILD_CLASS, 0);
    decorate(e, &n->ClassDef.decorator_list, n->ClassDef.bound);
}

/* --- branches and loops --------------------------------------------------- */

static void if_stmt(Emit *e, const Node *n)
{
    int known = ast_constant_test(n->If.test), end = emit_label(e), next = end;

    if (known >= 0) {
        stmts(e, known ? &n->If.body : &n->If.orelse);
    } else {
        if (n->If.orelse.count)
            next = emit_label(e);
        emit_expr(e, n->If.test);
        emit_jump(e, BC_POP_JUMP_IF_FALSE, next);
        stmts(e, &n->If.body);
        emit_jump(e, BC_JUMP_FORWARD, end);
        if (n->If.orelse.count) {
            emit_place(e, next);
            stmts(e, &n->If.orelse);
        }
    }
    emit_place(e, end);
}

static void while_stmt(Emit *e, const Node *n)
{
    int known = ast_constant_test(n->While.test);
    int loop, end, out;

    if (known == 0) {
        stmts(e, &n->While.orelse);
        return;
    }
    loop = emit_label(e), end = emit_label(e), out = emit_label(e);
    emit_jump(e, BC_SETUP_LOOP, end);
    emit_place(e, loop);
    push_block(e, BLOCK_loop, loop);
    if (known < 0) {
        emit_expr(e, n->While.test);
        emit_jump(e, BC_POP_JUMP_IF_FALSE, out);
    }
    stmts(e, &n->While.body);
    emit_jump(e, BC_JUMP_ABSOLUTE, loop);
    if (known < 0)
        emit_place(e, out);
    emit(e, BC_POP_BLOCK, 0);
    pop_block(e);
    stmts(e, &n->While.orelse);
    emit_place(e, end);
}

static void for_stmt(Emit *e, const Node *n)
{
    int start = emit_label(e), out = emit_label(e), end = emit_label(e);

    emit_jump(e, BC_SETUP_LOOP, end);
    push_block(e, BLOCK_loop, start);
    emit_expr(e, n->For.iter);
    emit(e, BC_GET_ITER, 0);
    emit_place(e, start);
    emit_jump(e, BC_FOR_ITER, out);
    emit_expr(e, n->For.target);
    stmts(e, &n->For.body);
    emit_jump(e, BC_JUMP_ABSOLUTE, start);
    emit_place(e, out);
    emit(e, BC_POP_BLOCK, 0);
    pop_block(e);
    stmts(e, &n->For.orelse);
    emit_place(e, end);
}

static void continue_stmt(Emit *e)
{
    int i = e->nblocks - 1;

    if (e->blocks[i].kind == BLOCK_loop) {
        emit_jump(e, BC_JUMP_ABSOLUTE, e->blocks[i].label);
        return;
    }
    while (e->blocks[i].kind != BLOCK_loop)
        i--;
    emit_jump(e, BC_CONTINUE_LOOP, e->blocks[i].label);
}

/* --- exceptions ----------------------------------------------------------- */

static void handler(Emit *e, const Node *h, int end)
{
    int next = emit_label(e);

    emit_line(e, h->lineno);
    if (h->ExceptHandler.type) {
        emit(e, BC_DUP_TOP, 0);
        emit_expr(e, h->ExceptHandler.type);
        emit(e, BC_COMPARE_OP, 10); /* does the exception match? */
        emit_jump(e, BC_POP_JUMP_IF_FALSE, next);
    }
    emit(e, BC_POP_TOP, 0);
    if (h->ExceptHandler.name)
        emit_expr(e, h->ExceptHandler.name);
    else
        emit(e, BC_POP_TOP, 0);
    emit(e, BC_POP_TOP, 0);
    stmts(e, &h->ExceptHandler.body);
    emit_jump(e, BC_JUMP_FORWARD, end);
    emit_place(e, next);
}

static void try_except(Emit *e, const Node *n)
{
    int handlers = emit_label(e), orelse = emit_label(e), end = emit_label(e);

    emit_jump(e, BC_SETUP_EXCEPT, handlers);
    e->returned = false;
    push_block(e, BLOCK_try, 0);
    stmts(e, &n->TryExcept.body);
    emit(e, BC_POP_BLOCK, 0);
    pop_block(e);
    emit_jump(e, BC_JUMP_FORWARD, orelse);
    emit_place(e, handlers);
    for (int i = 0; i < n->TryExcept.handlers.count; i++)
        handler(e, n->TryExcept.handlers.items[i], end);
    emit(e, BC_END_FINALLY, 0);
    emit_place(e, orelse);
    stmts(e, &n->TryExcept.orelse);
    emit_place(e, end);
}

static void try_finally(Emit *e, const Node *n)
{
    int end = emit_label(e);

    emit_jump(e, BC_SETUP_FINALLY, end);
    e->returned = false;
    push_block(e, BLOCK_try, 0);
    stmts(e, &n->TryFinally.body);
    emit(e, BC_POP_BLOCK, 0);
    pop_block(e);
    emit_none(e);
    emit_place(e, end);
    push_block(e, BLOCK_finally, 0);
    stmts(e, &n->TryFinally.finalbody);
    emit(e, BC_END_FINALLY, 0);
    pop_block(e);
}

static void with_stmt(Emit *e, const Node *n)
{
    int end = emit_label(e);

    emit_expr(e, n->With.context_expr);
    emit_jump(e, BC_SETUP_WITH, end);
    e->returned = false;
    push_block(e, BLOCK_try, 0);
    if (n->With.optional_vars)
        emit_expr(e, n->With.optional_vars);
    else
        emit(e, BC_POP_TOP, 0);
    stmts(e, &n->With.body);
    emit(e, BC_POP_BLOCK, 0);
    pop_block(e);
    emit_none(e);
    emit_place(e, end);
    emit(e, BC_WITH_CLEANUP, 0);
    emit(e, BC_END_FINALLY, 0);
}

static void raise_stmt(Emit *e, const Node *n)
{
    const Node *parts[] = {n->Raise.type, n->Raise.inst, n->Raise.tback};
    int count = 0;

    while (count < 3 && parts[count])
        emit_expr(e, parts[count++]);
    emit(e, BC_RAISE_VARARGS, count);
}

static void assert_stmt(Emit *e, const Node *n)
{
    int end = emit_label(e);

    if (ast_optimize)
        return;
    emit_expr(e, n->Assert.test);
    emit_jump(e, BC_POP_JUMP_IF_TRUE, end);
    emit(e, BC_LOAD_GLOBAL,
         emit_name_index(e, name_intern_cstr("AssertionError")));
    if (n->Assert.msg) {
        emit_expr(e, n->Assert.msg);
        emit(e, BC_CALL_FUNCTION, 1);
    }
    emit(e, BC_RAISE_VARARGS, 1);
    emit_place(e, end);
}

/* --- imports -------------------------------------------------------------- */

static void import_level(Emit *e, int level)
{
    bool absolute = e->future & FUTURE_absolute_import;
    Number n = {NUM_int, .i = level || absolute ? level : -1, .fits = true};

    emit_const(e, &(BcConst){BC_number, .number = n});
}

static void import_stmt(Emit *e, const Node *n)
{
    for (int i = 0; i < n->Import.names.count; i++) {
        const Node *a = n->Import.names.items[i];
        const char *dot =
            a->alias.asname ? strchr(a->alias.name->text, '.') : NULL;

        import_level(e, 0);
        emit_none(e);
        emit(e, BC_IMPORT_NAME, emit_name_index(e, a->alias.name));
        while (dot) {
            const char *start = dot + 1;
            size_t len;

            dot = strchr(start, '.');
            len = dot ? (size_t)(dot - start) : strlen(start);
            emit(e, BC_LOAD_ATTR, emit_name_index(e, name_intern(start, len)));
        }
        emit_name(e, a->alias.bound, AST_CTX_Store);
    }
}

static void from_list(Emit *e, const NodeList *names)
{
    BcConst t = {BC_tuple, .count = names->count};

    t.items = ARENA_ARRAY(e->a, BcConst *, names->count + 1);
    for (int i = 0; i < names->count; i++) {
        const Name *name = names->items[i]->alias.name;

        t.items[i] = arena_alloc(e->a, sizeof **t.items);
        *t.items[i] =
            (BcConst){BC_text, .text = {name->text, name->len, false}};
    }
    emit_const(e, &t);
}

static void import_from(Emit *e, const Node *n)
{
    const Name *module = n->ImportFrom.module;
    const NodeList *names = &n->ImportFrom.names;

    import_level(e, n->ImportFrom.level);
    from_list(e, names);
    emit(e, BC_IMPORT_NAME,
         emit_name_index(e, module ? module : name_intern_cstr("")));
    for (int i = 0; i < names->count; i++) {
        const Node *a = names->items[i];

        if (!a->alias.bound) {
            emit(e, BC_IMPORT_STAR, 0);
            return;
        }
        emit(e, BC_IMPORT_FROM, emit_name_index(e, a->alias.name));
        emit_name(e, a->alias.bound, AST_CTX_Store);
    }
    emit(e, BC_POP_TOP, 0);
}

/* --- simple statements ---------------------------------------------------- */

static void print_stmt(Emit *e, const Node *n)
{
    const Node *dest = n->Print.dest;

    if (dest)
        emit_expr(e, dest);
    for (int i = 0; i < n->Print.values.count; i++) {
        if (dest)
            emit(e, BC_DUP_TOP, 0);
        emit_expr(e, n->Print.values.items[i]);
        if (dest)
            emit(e, BC_ROT_TWO, 0);
        emit(e, dest ? BC_PRINT_ITEM_TO : BC_PRINT_ITEM, 0);
    }
    if (n->Print.nl)
        emit(e, dest ? BC_PRINT_NEWLINE_TO : BC_PRINT_NEWLINE, 0);
    else if (dest)
        emit(e, BC_POP_TOP, 0);
}

static void exec_stmt(Emit *e, const Node *n)
{
    emit_expr(e, n->Exec.body);
    if (n->Exec.globals)
        emit_expr(e, n->Exec.globals);
    else
        emit_none(e);
    if (n->Exec.locals)
        emit_expr(e, n->Exec.locals);
    else
        emit(e, BC_DUP_TOP, 0);
    emit(e, BC_EXEC_STMT, 0);
}

static void expr_stmt(Emit *e, const Node *v)
{
    bool shown = e->scope->node->kind == AST_Interactive;

    if (!shown && (v->kind == AST_Num || v->kind == AST_Str))
        return;
    emit_expr(e, v);
    emit(e, shown ? BC_PRINT_EXPR : BC_POP_TOP, 0);
}

static void assign(Emit *e, const Node *n)
{
    const NodeList *targets = &n->Assign.targets;

    emit_expr(e, n->Assign.value);
    for (int i = 0; i < targets->count; i++) {
        if (i + 1 < targets->count)
            emit(e, BC_DUP_TOP, 0);
        emit_expr(e, targets->items[i]);
    }
}

static void return_stmt(Emit *e, const Node *n)
{
    if (n->Return.value)
        emit_expr(e, n->Return.value);
    else
        emit_none(e);
    emit(e, BC_RETURN_VALUE, 0);
}

static void simple(Emit *e, const Node *n)
{
    switch (n->kind) {
    case AST_Return:
        return_stmt(e, n);
        break;
    case AST_Delete:
        emit_exprs(e, &n->Delete.targets);
        break;
    case AST_Assign:
        assign(e, n);
        break;
    case AST_AugAssign:
        emit_augmented(e, n);
        break;
    case AST_Print:
        print_stmt(e, n);
        break;
    case AST_Raise:
        raise_stmt(e, n);
        break;
    case AST_Assert:
        assert_stmt(e, n);
        break;
    case AST_Import:
        import_stmt(e, n);
        break;
    case AST_ImportFrom:
        import_from(e, n);
        break;
    case AST_Exec:
        exec_stmt(e, n);
        break;
    case AST_Expr:
        expr_stmt(e, n->Expr.value);
        break;
    case AST_Break:
        emit(e, BC_BREAK_LOOP, 0);
        break;
    case AST_Continue:
        continue_stmt(e);
        break;
    default: /* Global, Pass */
        break;
    }
}

static void stmt(Emit *e, const Node *n)
{
    emit_line(e, n->lineno);
    switch (n->kind) {
    case AST_FunctionDef:
        function_def(e, n);
        break;
    case AST_ClassDef:
        class_def(e, n);
        break;
    case AST_If:
        if_stmt(e, n);
        break;
    case AST_While:
        while_stmt(e, n);
        break;
    case AST_For:
        for_stmt(e, n);
        break;
    case AST_TryExcept:
        try_except(e, n);
        break;
    case AST_TryFinally:
        try_finally(e, n);
        break;
    case AST_With:
        with_stmt(e, n);
        break;
    default:
        simple(e, n);
    }
}

void emit_stmts(Emit *e, const NodeList *list, bool skip_first)
{
    for (int i = skip_first; i < list->count; i++)
        stmt(e, list->items[i]);
}
