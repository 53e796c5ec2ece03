/* AST to SSA in one walk, after Braun et al., "Simple and Efficient
 * Construction of Static Single Assignment Form" (2013).
 *
 * The walk mirrors CPython 2.7's order of evaluation; every construct is
 * lowered here, so that later passes know only blocks and operations.
 * `finally` bodies exist once: each way into one sets a selector variable,
 * and a switch behind the body goes on where that way was heading.
 *
 * Names: locals are SSA variables; variables that inner functions share are
 * cells; module names are slots (Global); class bodies keep names in a dict.
 * build_expr.c holds expressions, build_stmt.c statements, this file
 * variables, control contexts and functions. */
#include "ir/build.h"
#include "ir/liveness.h"

#include <stdlib.h>

/* --- emission ------------------------------------------------------------- */

/* After an operation that can raise inside a try statement: ends the block. */
static void split_for_handler(Builder *b)
{
    Block *next = ir_block_new(b->fn);

    b->cur->ctl = CTL_try;
    b->cur->line = b->line;
    ir_edge(b->cur, next);
    ir_edge(b->cur, b->handler);
    next->sealed = true;
    b->cur = next;
}

/* Control does not come here: what follows is built into a dead block. */
void build_unreachable(Builder *b)
{
    b->cur = ir_block_new(b->fn);
    b->cur->sealed = true;
}

static void stop_block(Builder *b)
{
    b->cur->ctl = CTL_stop;
    b->cur->line = b->line;
    if (b->handler)
        ir_edge(b->cur, b->handler);
    build_unreachable(b);
}

/* A block has one error edge: what was built before a try statement began,
 * and leaves the function, must not share a block with what is caught. */
static void part_from_uncaught(Builder *b)
{
    Block *next;

    for (Value *v = b->cur->last; v; v = v->prev) {
        if (!op_raises(v->op))
            continue;
        next = ir_block_new(b->fn);
        build_jump(b, next);
        next->sealed = true;
        b->cur = next;
        return;
    }
}

/* The error edge is drawn by build_raises, when imm fields are filled. */
Value *build_emit_n(Builder *b, Op op, int nargs, Value **args)
{
    Value *v;

    if (b->pending)
        build_flush_line(b);
    if (op_flags[op] & OPF_NORET)
        build_keep(b);
    if (b->handler && op_raises(op))
        part_from_uncaught(b);
    v = ir_append(b->cur, op, b->line, nargs, args);

    if (op_flags[op] & OPF_NORET)
        stop_block(b);
    else if (op_raises(op) && b->handler)
        split_for_handler(b);
    return v;
}

Value *build_emit0(Builder *b, Op op)
{
    return build_emit_n(b, op, 0, NULL);
}

Value *build_emit1(Builder *b, Op op, Value *x)
{
    return build_emit_n(b, op, 1, (Value *[]){x});
}

Value *build_emit2(Builder *b, Op op, Value *x, Value *y)
{
    return build_emit_n(b, op, 2, (Value *[]){x, y});
}

Value *build_emit3(Builder *b, Op op, Value *x, Value *y, Value *z)
{
    return build_emit_n(b, op, 3, (Value *[]){x, y, z});
}

Value *build_named(Builder *b, Op op, const Name *name, int nargs, Value **args)
{
    Value *v = build_emit_n(b, op, nargs, args);

    v->name = name;
    v->konst = const_str(b->m, name->text, name->len, CONST_str);
    return v;
}

Value *build_const(Builder *b, Const *c)
{
    Value *v = build_emit0(b, OP_const);

    v->konst = c;
    return v;
}

Value *build_i64(Builder *b, int64_t i)
{
    Value *v = build_emit0(b, OP_const_i64);

    v->i = i;
    return v;
}

Block *build_block(Builder *b)
{
    return ir_block_new(b->fn);
}

void build_jump(Builder *b, Block *to)
{
    ir_jump(b->cur, to, b->line);
}

/* --- SSA variables -------------------------------------------------------- */

int build_new_var(Builder *b, Rep rep)
{
    vec_push(b->a, &b->var_reps, rep);
    return b->var_reps.count - 1;
}

void build_write(Builder *b, Block *block, int var, Value *v)
{
    while (block->defs.count <= var)
        vec_push(b->a, &block->defs, NULL);
    block->defs.items[var] = v;
}

static Value *resolve(Value *v)
{
    while (v->forward)
        v = v->forward;
    return v;
}

static Value *new_phi(Builder *b, Block *block, int var)
{
    Value *phi = ir_value_new(b->fn, OP_phi, b->line, 0, NULL);

    phi->rep = b->var_reps.items[var];
    phi->i = var;
    phi->i2 = var + 1;
    ir_insert_first(block, phi);
    return phi;
}

/* What a variable is before anything was assigned. */
static Value *undefined(Builder *b, int var)
{
    bool selector = b->var_reps.items[var] == REP_i64;
    Value *v =
        ir_value_new(b->fn, selector ? OP_const_i64 : OP_unset, 0, 0, NULL);

    ir_insert_first(b->fn->entry, v);
    return v;
}

/* A phi of one value is that value. */
static Value *simplify_phi(Value *phi)
{
    Value *same = NULL;

    for (int i = 0; i < phi->nargs; i++) {
        Value *arg = resolve(phi->args[i]);

        if (arg == same || arg == phi)
            continue;
        if (same)
            return phi;
        same = arg;
    }
    if (!same)
        return phi;
    phi->forward = same;
    ir_remove(phi);
    return same;
}

static Value *fill_phi(Builder *b, Block *block, int var, Value *phi)
{
    for (int i = 0; i < block->preds.count; i++)
        ir_add_arg(b->fn, phi, build_read(b, block->preds.items[i], var));
    return simplify_phi(phi);
}

static Value *def_or_null(Block *block, int var)
{
    if (var < block->defs.count && block->defs.items[var])
        return resolve(block->defs.items[var]);
    return NULL;
}

Value *build_read(Builder *b, Block *block, int var)
{
    Block *at = block;
    Value *v;

    while (!(v = def_or_null(at, var)) && at->sealed && at->preds.count == 1)
        at = at->preds.items[0];
    if (!v) {
        if (at->sealed && at->preds.count == 0) {
            v = undefined(b, var);
        } else {
            v = new_phi(b, at, var);
            build_write(b, at, var, v);
            if (at->sealed)
                v = fill_phi(b, at, var, v);
            else
                vec_push(b->a, &at->incomplete, v);
        }
        build_write(b, at, var, v);
    }
    if (at != block)
        build_write(b, block, var, v);
    return v;
}

void build_seal(Builder *b, Block *block)
{
    block->sealed = true;
    for (int i = 0; i < block->incomplete.count; i++) {
        Value *phi = block->incomplete.items[i];

        fill_phi(b, block, (int)phi->i, phi);
    }
}

/* Continues in `block`, whose predecessors are all known. */
void build_enter(Builder *b, Block *block)
{
    build_seal(b, block);
    b->cur = block;
}

/* --- names ---------------------------------------------------------------- */

static Value *cell_of(Builder *b, const Symbol *s)
{
    return b->cells[s->cell];
}

/* The wording of NameErrors: "global name" in functions, and wherever a global
 * statement names the variable (in the module's body, one anywhere). */
static bool is_plain_name(const Builder *b, const Name *name)
{
    const Symbol *s = scope_lookup(b->scope, name);

    return b->fn->kind != FN_function && !(s && s->kind == SYM_GLOBAL_EXPLICIT);
}

static Value *load_global(Builder *b, const Name *name)
{
    Value *v = build_emit0(b, OP_load_global);

    v->global = module_global(b->m, name);
    v->name = name;
    v->konst = const_str(b->m, name->text, name->len, CONST_str);
    v->i = is_plain_name(b, name);
    return v;
}

static Value *load_local(Builder *b, const Name *name, int var)
{
    Value *v = build_read(b, b->cur, var);

    if (v->op != OP_phi && v->op != OP_unset)
        return v;
    v = build_named(b, OP_check_local, name, 1, &v);
    build_write(b, b->cur, var, v);
    return v;
}

static Value *load_cell(Builder *b, const Symbol *s)
{
    Value *v = build_emit1(b, OP_cell_get, cell_of(b, s));
    Op check = s->kind == SYM_FREE ? OP_check_free : OP_check_local;

    return build_named(b, check, s->name, 1, &v);
}

/* The dict first, then the module's names. */
static Value *load_from(Builder *b, Value *dict, const Name *name)
{
    Value *v = build_named(b, OP_load_name, name, 1, &dict);

    v->global = module_global(b->m, name);
    return v;
}

static bool is_free(const Symbol *s)
{
    return s && s->kind == SYM_FREE;
}

/* Does the name mean the module's variable, and nothing else? */
static bool is_global(const Builder *b, const Symbol *s)
{
    if (s && s->kind == SYM_GLOBAL_EXPLICIT)
        return true;
    return b->fn->kind == FN_module ? !b->dict : !s;
}

Value *build_load_name(Builder *b, const Name *name)
{
    Symbol *s = scope_lookup(b->scope, name);

    if (is_global(b, s))
        return load_global(b, name);
    if (b->dict && !is_free(s))
        return load_from(b, b->dict, name);
    if (s->kind == SYM_GLOBAL_IMPLICIT)
        return b->locals ? load_from(b, b->locals, name) : load_global(b, name);
    if (s->cell >= 0 && (s->kind == SYM_FREE || s->kind == SYM_CELL))
        return load_cell(b, s);
    return load_local(b, name, s->varname);
}

static void store_global(Builder *b, const Name *name, Value *v)
{
    Global *g = module_global(b->m, name);
    Value *store = build_emit1(b, OP_store_global, v);

    store->global = g;
    store->name = name;
    g->nstores++;
    g->only_fn = v->op == OP_function && g->nstores == 1 ? v->fn : NULL;
}

static void unhold(Builder *b, int var)
{
    if (var < b->held.count && b->held.items[var])
        build_emit0(b, OP_unhold)->i = b->held.items[var];
}

/* The variable's slot among those that keep objects alive, from 1. */
static int held_slot(Builder *b, int var)
{
    while (b->held.count <= var)
        vec_push(b->a, &b->held, 0);
    if (!b->held.items[var])
        b->held.items[var] = b->fn->nheld = ++b->fn->nown;
    return b->held.items[var];
}

/* A value that another variable has as well is held for that one. */
static void hold(Builder *b, int var, Value *v)
{
    if (ir_is_constant(v))
        unhold(b, var);
    else if (!v->held)
        v->held = held_slot(b, var);
}

/* Another variable has it, or may turn out to have it: an item of a display.
 * Each of them holds it. */
static bool is_shared(Builder *b, int var, const Value *v)
{
    return v->op == OP_unpack_item || (v->held && v->held != held_slot(b, var));
}

/* The frame's dict has what the variable has. */
static void show_in_frame(Builder *b, const Name *name, Value *v)
{
    if (b->shown)
        build_named(b, OP_store_name, name, 2, (Value *[]){b->shown, v});
}

/* Before anything can look: parameters, cells, the names of a class. */
static void show_frame(Builder *b)
{
    const Scope *s = b->scope;
    int ncells = s->cellvars.count;

    if (!b->m->shows_locals || (b->fn->kind != FN_function && !b->dict))
        return;
    if (b->fn->kind == FN_function)
        b->shown = build_emit0(b, OP_dict);
    build_emit1(b, OP_show_frame, b->shown ? b->shown : b->dict);
    for (int i = 0; b->shown && i < b->fn->nparams; i++)
        show_in_frame(b, s->varnames.items[i], b->params[i]);
    for (int i = 0; b->shown && i < ncells + s->freevars.count; i++)
        show_in_frame(b,
                      i < ncells ? s->cellvars.items[i]
                                 : s->freevars.items[i - ncells],
                      b->cells[i]);
}

void build_show_again(Builder *b)
{
    if (b->shown)
        build_emit1(b, OP_show_frame, b->shown);
}

static void store_local(Builder *b, int var, Value *v)
{
    Value *old;

    if (!b->m->traced) {
        if (b->m->drops && is_shared(b, var, v))
            v = build_emit1(b, OP_copy, v);
        hold(b, var, v);
        build_write(b, b->cur, var, v);
        show_in_frame(b, b->scope->varnames.items[var], v);
        return;
    }
    v = build_own(b, v);
    old = build_read(b, b->cur, var);
    build_write(b, b->cur, var, v);
    build_show(b, var, v, old);
}

void build_store_name(Builder *b, const Name *name, Value *v)
{
    Symbol *s = scope_lookup(b->scope, name);

    if (is_global(b, s) || (!b->dict && s->kind == SYM_GLOBAL_IMPLICIT)) {
        store_global(b, name, v);
    } else if (b->dict && !is_free(s)) {
        build_named(b, OP_store_name, name, 2, (Value *[]){b->dict, v});
    } else if (s->cell >= 0) {
        build_emit2(b, OP_cell_set, cell_of(b, s), v);
    } else {
        store_local(b, s->varname, v);
    }
}

void build_delete_name(Builder *b, const Name *name)
{
    Symbol *s = scope_lookup(b->scope, name);
    Value *unset;

    if (is_global(b, s) || (!b->dict && s->kind == SYM_GLOBAL_IMPLICIT)) {
        Value *v = build_named(b, OP_del_global, name, 0, NULL);

        v->global = module_global(b->m, name);
        v->global->nstores += 2;
        v->i = is_plain_name(b, name);
        return;
    }
    if (b->dict && !is_free(s)) {
        build_named(b, OP_del_name, name, 1, &b->dict);
        return;
    }
    if (s->cell >= 0) {
        load_cell(b, s);
        unset = build_emit0(b, OP_unset);
        build_emit2(b, OP_cell_set, cell_of(b, s), unset);
        return;
    }
    load_local(b, name, s->varname);
    unset = build_emit0(b, OP_unset);
    build_show(b, s->varname, unset, build_read(b, b->cur, s->varname));
    unhold(b, s->varname);
    build_write(b, b->cur, s->varname, unset);
    if (b->shown)
        build_named(b, OP_del_name, name, 1, &b->shown);
}

void build_drop(Builder *b)
{
    if (b->m->drops)
        build_emit0(b, OP_drop);
}

/* --- control contexts ----------------------------------------------------- */

/* What the function's variables had is no longer held. */
static void drop_variables(Builder *b)
{
    int ncells = b->scope->cellvars.count;

    for (int i = 0; i < b->held.count; i++)
        unhold(b, i);
    if (ncells)
        build_emit_n(b, OP_keep, ncells, b->cells);
    build_emit0(b, OP_drop)->i = 1;
}

/* A generator's end is the unset word, so that it differs from any yield. */
static void finish_return(Builder *b, Value *v)
{
    if (b->fn->is_generator)
        v = build_emit0(b, OP_unset);
    if (b->m->drops && b->scope->node->kind == AST_FunctionDef)
        drop_variables(b);
    build_keep(b);
    ir_return(b->cur, v, b->line);
    build_unreachable(b);
}

/* Calls __exit__(None, None, None) of a with statement being left. */
static void leave_with(Builder *b, Context *c)
{
    Block *saved = b->handler;
    Value *none;

    b->handler = c->outer_handler;
    none = build_emit0(b, OP_none);
    build_emit_n(b, OP_call, 4, (Value *[]){c->exit, none, none, none});
    b->handler = saved;
}

/* Records one more way through a finally body and jumps into it. */
static void enter_finally(Builder *b, Context *c, ExitKind kind,
                          Context *target, Value *result)
{
    FinallyExit e = {kind, target};

    build_write(b, b->cur, c->selector, build_i64(b, c->exits.count));
    if (result)
        build_write(b, b->cur, c->result, result);
    vec_push(b->a, &c->exits, e);
    build_jump(b, c->finally_block);
    build_unreachable(b);
}

/* Leaves all contexts inside `target` (NULL: all of the function); target is
 * the loop for break and continue. */
void build_leave(Builder *b, ExitKind kind, Context *target, Value *result)
{
    Context *saved = b->context;
    Block *handler = b->handler;

    for (Context *c = b->context; c != target; c = c->up) {
        b->context = c->up;
        if (c->kind == CONTEXT_finally) {
            enter_finally(b, c, kind, target, result);
            goto done;
        }
        if (c->kind == CONTEXT_with) {
            leave_with(b, c);
            b->handler = c->outer_handler;
        }
        if (c->kind == CONTEXT_owner) {
            b->handler = c->outer_handler;
            build_emit1(b, OP_give_up, c->exit);
        }
        if (c->kind == CONTEXT_except)
            b->handler = c->outer_handler;
    }
    if (kind == EXIT_return) {
        finish_return(b, result);
    } else {
        build_jump(b,
                   kind == EXIT_break ? target->break_to : target->continue_to);
        build_unreachable(b);
    }
done:
    b->context = saved;
    b->handler = handler;
}

/* --- functions ------------------------------------------------------------ */

static void make_cells(Builder *b)
{
    Scope *s = b->scope;
    int ncells = s->cellvars.count, n = ncells + s->freevars.count;

    b->cells = ARENA_ARRAY(b->a, Value *, n + 1);
    for (int i = 0; i < ncells; i++) {
        Symbol *sym = scope_lookup(s, s->cellvars.items[i]);
        bool param = sym && sym->varname >= 0 && sym->varname < b->fn->nparams;
        Value *init =
            param ? b->params[sym->varname] : build_emit0(b, OP_unset);

        b->cells[i] = build_emit1(b, OP_new_cell, init);
    }
    for (int i = ncells; i < n; i++) {
        b->cells[i] = build_emit0(b, OP_closure_cell);
        b->cells[i]->i = i - ncells;
    }
}

static void make_params(Builder *b)
{
    Fn *fn = b->fn;

    b->params = ARENA_ARRAY(b->a, Value *, fn->nparams + 1);
    for (int i = 0; i < fn->nparams; i++) {
        b->params[i] = build_emit0(b, OP_param);
        b->params[i]->i = i;
        hold(b, i, b->params[i]);
        build_write(b, b->cur, i, b->params[i]);
    }
}

static void builder_init(Builder *b, Fn *fn)
{
    Scope *s = fn->scope;

    *b = (Builder){.m = fn->module, .fn = fn, .scope = s, .a = fn->arena};
    b->cur = fn->entry;
    b->cur->sealed = true;
    b->line = s->first_line;
    if (fn->kind == FN_function) {
        fn->argcount = s->argcount;
        fn->varargs = s->has_varargs;
        fn->varkeywords = s->has_varkeywords;
        fn->nparams = s->argcount + s->has_varargs + s->has_varkeywords;
        fn->is_generator = s->is_generator;
        for (int i = 0; i < s->varnames.count; i++)
            build_new_var(b, REP_any);
    } else if (fn->kind == FN_class || fn->module->is_eval) {
        fn->nparams = 1;
        build_new_var(b, REP_any);
    }
    make_params(b);
    make_cells(b);
    if (fn->kind != FN_function && fn->nparams)
        b->dict = b->params[0];
    if (fn->kind == FN_function && (s->has_exec || s->has_import_star))
        b->locals = build_emit0(b, OP_dict);
    show_frame(b);
}

/* The parts of tuple parameters: def f(a, (b, c)). */
static void unpack_params(Builder *b, Node *args)
{
    for (int i = 0; i < args->arguments.args.count; i++) {
        Node *arg = args->arguments.args.items[i];

        if (arg->kind == AST_Tuple || arg->kind == AST_List)
            build_assign(b, arg, b->params[i]);
    }
}

static void set_doc(Builder *b)
{
    Node *doc = b->scope->docstring;

    if (doc)
        b->fn->doc =
            const_str(b->m, doc->Str.s.data, doc->Str.s.len,
                      doc->Str.s.is_unicode ? CONST_unicode : CONST_str);
}

static void store_doc(Builder *b)
{
    const Name *name = name_intern_cstr("__doc__");

    if (!b->fn->doc)
        return;
    if (b->dict)
        build_named(b, OP_store_name, name, 2,
                    (Value *[]){b->dict, build_const(b, b->fn->doc)});
    else
        build_store_name(b, name, build_const(b, b->fn->doc));
}

static void class_prologue(Builder *b)
{
    const Name *name = name_intern_cstr("__name__");
    Value *module = load_from(b, b->dict, name);

    build_named(b, OP_store_name, name_intern_cstr("__module__"), 2,
                (Value *[]){b->dict, module});
    store_doc(b);
}

/* A body that only yields, adds or returns an expression. */
static void build_inner_body(Builder *b)
{
    Node *n = b->scope->node;

    switch (n->kind) {
    case AST_Lambda:
        unpack_params(b, n->Lambda.args);
        build_line(b, n->Lambda.body->lineno);
        build_leave(b, EXIT_return, NULL, build_expr(b, n->Lambda.body));
        return;
    case AST_GeneratorExp:
    case AST_SetComp:
    case AST_DictComp:
        build_comprehension_fn(b, n);
        return;
    case AST_FunctionDef:
        set_doc(b);
        unpack_params(b, n->FunctionDef.args);
        build_stmts(b, &n->FunctionDef.body);
        return;
    case AST_ClassDef:
        set_doc(b);
        class_prologue(b);
        build_stmts(b, &n->ClassDef.body);
        return;
    case AST_Expression:
        build_line(b, n->Expression.body->lineno);
        build_leave(b, EXIT_return, NULL, build_expr(b, n->Expression.body));
        return;
    case AST_Interactive:
        build_stmts(b, &n->Interactive.body);
        return;
    default:
        set_doc(b);
        store_doc(b);
        build_stmts(b, &n->Module.body);
    }
}

static void build_fn(Fn *fn)
{
    Builder b;

    builder_init(&b, fn);
    build_line(&b, b.line);
    build_inner_body(&b);
    build_leave(&b, EXIT_return, NULL, build_emit0(&b, OP_none));
    ir_prune(fn);
    ir_apply_forwards(fn);
    FOREACH_BLOCK (fn, block)
        FOREACH_VALUE (block, v)
            v->forward = NULL;
}

static unsigned future_of(const Node *n)
{
    switch (n->kind) {
    case AST_Expression:
        return n->Expression.future;
    case AST_Interactive:
        return n->Interactive.future;
    default:
        return n->Module.future;
    }
}

void ir_build_module(Module *m)
{
    m->future = future_of(m->ast);
    ir_fn_new(m, FN_module, m->scope, NULL);
    for (int i = 0; i < m->fns.count; i++)
        build_fn(m->fns.items[i]);
}
