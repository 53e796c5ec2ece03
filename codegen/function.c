/* One Fn to LLVM functions.
 *
 * body:   ptr @m.f.1(ptr function, ptr p0, ...)  what direct calls use
 * entry:  ptr @m.f.1.entry(ptr function, ptr params)  PyCode.entry
 * typed:  {ptr, i64} @m.f.1.typed(ptr function, i64 p0, double p1, ...)  the
 *         body for arguments of the expected types; a result of the expected
 *         type comes raw and the word says so (cg_raw_marker)
 * resume: ptr @m.f.1.resume(ptr generator, ptr sent)  generators' bodies; body
 *         then only makes the generator object.
 *
 * A result of NULL means that an exception is pending.  On that path each
 * function adds itself to the traceback with the line of the operation. */
#include "codegen/internal.h"

#include <stdlib.h>

LLVMBasicBlockRef cg_block(FnGen *g, const char *name)
{
    return LLVMAppendBasicBlockInContext(g->cg->ctx, g->function, name);
}

void cg_new_block(FnGen *g, LLVMBasicBlockRef b)
{
    LLVMPositionBuilderAtEnd(g->cg->builder, b);
}

static LLVMTypeRef rep_type(Codegen *cg, Rep rep)
{
    switch (rep) {
    case REP_i64:
        return cg->i64;
    case REP_f64:
        return cg->f64;
    case REP_i1:
        return cg->i1;
    default:
        return cg->ptr;
    }
}

static LLVMTypeRef result_type(Codegen *cg, const Fn *fn)
{
    LLVMTypeRef parts[] = {cg->ptr, rep_type(cg, type_rep(fn->result_type))};

    if (!fn->result_type)
        return cg->ptr;
    return LLVMStructTypeInContext(cg->ctx, parts, 2, 0);
}

static LLVMTypeRef body_type(Codegen *cg, const Fn *fn)
{
    LLVMTypeRef *params = malloc(((size_t)fn->nparams + 1) * sizeof *params);
    LLVMTypeRef t;

    params[0] = cg->ptr;
    for (int i = 0; i < fn->nparams; i++)
        params[i + 1] = rep_type(
            cg, fn->param_types ? type_rep(fn->param_types[i]) : REP_any);
    t = LLVMFunctionType(result_type(cg, fn), params, (unsigned)fn->nparams + 1,
                         0);
    free(params);
    return t;
}

/* Values of a function of some hundred lines, whose code LLVM's passes take
 * seconds for. */
enum { LONG_FUNCTION = 3000 };

static bool is_long(const Fn *fn)
{
    int n = 0;

    FOREACH_BLOCK (fn, b)
        FOREACH_VALUE (b, v)
            n++;
    return n > LONG_FUNCTION;
}

/* Less of the runtime is inlined into long functions. */
static void set_attributes(Codegen *cg, const Fn *fn, LLVMValueRef f)
{
    cg_add_attribute(cg, f, "nounwind");
    if (cg->options->optimize_size ||
        (cg->options->opt_level < 3 && is_long(fn)))
        cg_add_attribute(cg, f, "optsize");
    LLVMAddAttributeAtIndex(
        f, LLVMAttributeFunctionIndex,
        LLVMCreateStringAttribute(cg->ctx, "frame-pointer", 13, "all", 3));
}

static LLVMValueRef declare_body(Codegen *cg, const Fn *fn)
{
    LLVMValueRef f = LLVMAddFunction(cg->mod, fn->symbol, body_type(cg, fn));

    cg_set_shared(cg, f);
    set_attributes(cg, fn, f);
    return f;
}

static bool may_recurse(const Value *v)
{
    bool same_call = v->op == OP_call_fn && v->i < 0;

    return (op_flags[v->op] & OPF_RAISES) && (op_flags[v->op] & OPF_WRITES) &&
           !same_call;
}

/* Leaf functions without calls need no recursion check. */
static bool calls_in(const Fn *fn, bool cold)
{
    FOREACH_BLOCK (fn, b)
        if (b->cold == cold)
            FOREACH_VALUE (b, v)
                if (may_recurse(v))
                    return true;
    return false;
}

void cg_declare_functions(Codegen *cg)
{
    int n = cg->m->fns.count;

    cg->functions = ARENA_ARRAY(cg->arena, LLVMValueRef, n);
    cg->typed = ARENA_ARRAY(cg->arena, LLVMValueRef, n);
    cg->calls = ARENA_ARRAY(cg->arena, bool, n);
    cg->early = ARENA_ARRAY(cg->arena, Early, 2 * n);
    for (int i = 0; i < n; i++) {
        Fn *fn = cg->m->fns.items[i];

        cg->functions[i] = declare_body(cg, fn);
        cg->typed[i] = fn->typed ? declare_body(cg, fn->typed) : NULL;
        cg->calls[i] = calls_in(fn->typed ? fn->typed : fn, false);
        if (!cg_has(cg, fn))
            continue;
        cg_find_early(cg, fn, cg_early(cg, fn));
        if (fn->typed)
            cg_find_early(cg, fn->typed, cg_early(cg, fn->typed));
    }
}

LLVMValueRef cg_fn_body(Codegen *cg, const Fn *fn)
{
    return fn->param_types ? cg->typed[fn->index] : cg->functions[fn->index];
}

bool cg_calls(const Codegen *cg, const Fn *fn)
{
    return cg->calls[fn->index];
}

LLVMValueRef cg_raw_marker(Codegen *cg)
{
    return LLVMConstIntToPtr(cg_int(cg, RAW_RESULT), cg->ptr);
}

/* --- error exits ---------------------------------------------------------- */

/* Is the block not worth inlining into? */
static bool is_unlikely(const FnGen *g, const Block *b)
{
    return b->cold || g->fn->kind != FN_function || g->fn->typed ||
           g->fn->is_quick;
}

static void leave(FnGen *g)
{
    if (g->depth && !g->counts_cold &&
        (!g->counted || block_dominates(g->counted, g->block)))
        cg_call(g->cg, ENTRY_leave, &g->depth, 1);
    if (g->handled)
        cg_call(g->cg, ENTRY_handled_restore, &g->handled, 1);
}

static LLVMValueRef module_descriptor(FnGen *g)
{
    return g->cg->descriptor;
}

/* fn: whose line it is. */
static void add_traceback(FnGen *g, const Fn *fn, LLVMValueRef line)
{
    LLVMValueRef args[] = {cg_fn_code(g->cg, fn), module_descriptor(g), line};

    cg_call(g->cg, ENTRY_traceback, args, 3);
}

/* A word as the function's result. */
static LLVMValueRef result_word(FnGen *g, LLVMValueRef word)
{
    LLVMValueRef r;

    if (!g->fn->result_type)
        return word;
    r = LLVMGetUndef(result_type(g->cg, g->fn));
    return LLVMBuildInsertValue(g->cg->builder, r, word, 0, "");
}

static LLVMValueRef error_result(FnGen *g)
{
    return result_word(g, g->cg->null);
}

static void make_exit(FnGen *g)
{
    LLVMBuilderRef b = g->cg->builder;
    LLVMBasicBlockRef here = LLVMGetInsertBlock(b);
    bool outline = g->cg->outline;

    g->cg->outline = true;
    if (!g->exit_quiet) {
        g->exit_quiet = cg_block(g, "raise");
        cg_new_block(g, g->exit_quiet);
        leave(g);
        LLVMBuildRet(b, error_result(g));
    }
    if (!g->exit) {
        g->exit = cg_block(g, "error");
        cg_new_block(g, g->exit);
        g->exit_line = LLVMBuildPhi(b, g->cg->i32, "line");
        add_traceback(g, g->fn, g->exit_line);
        LLVMBuildBr(b, g->exit_quiet);
    }
    g->cg->outline = outline;
    cg_new_block(g, here);
}

static LLVMBasicBlockRef plain_exit(FnGen *g, int line, bool quiet)
{
    LLVMBasicBlockRef here = LLVMGetInsertBlock(g->cg->builder);
    LLVMValueRef l = cg_i32(g->cg, line);

    make_exit(g);
    if (quiet)
        return g->exit_quiet;
    LLVMAddIncoming(g->exit_line, &l, &here, 1);
    return g->exit;
}

/* The same from within an operation that was counted. */
static LLVMBasicBlockRef counted_exit(FnGen *g, int line, bool quiet)
{
    LLVMBuilderRef b = g->cg->builder;
    LLVMBasicBlockRef here = LLVMGetInsertBlock(b), edge = cg_block(g, "");

    cg_new_block(g, edge);
    cg_call(g->cg, ENTRY_leave, &g->depth, 1);
    LLVMBuildBr(b, plain_exit(g, line, quiet));
    cg_new_block(g, here);
    return edge;
}

/* Where an error at `line` in the current block goes.  The branch to the
 * returned block must come from the builder's current block. */
LLVMBasicBlockRef cg_error_exit(FnGen *g, int line, bool quiet)
{
    LLVMBuilderRef b = g->cg->builder;
    LLVMBasicBlockRef here = LLVMGetInsertBlock(b), edge;
    bool handled = g->value == g->block->last &&
                   (g->block->ctl == CTL_try ||
                    (g->block->ctl == CTL_stop && g->block->succ.count));
    Block *handler = NULL;

    if (handled)
        handler = g->block->succ.items[g->block->ctl == CTL_try ? 1 : 0];
    if (!handler && g->counts_cold && g->depth)
        return counted_exit(g, line, quiet);
    if (!handler)
        return plain_exit(g, line, quiet);
    edge = g->err_ends[g->block->id];
    if (!edge) {
        edge = cg_block(g, "caught");
        g->err_ends[g->block->id] = edge;
        cg_new_block(g, edge);
        if (!quiet)
            add_traceback(g, cg_origin(g->fn, g->value), cg_i32(g->cg, line));
        LLVMBuildBr(b, g->blocks[handler->id]);
        cg_new_block(g, here);
    }
    return edge;
}

/* --- blocks --------------------------------------------------------------- */

static void start_block(FnGen *g, Block *b)
{
    cg_new_block(g, g->blocks[b->id]);
    for (Value *v = b->first; v && v->op == OP_phi; v = v->next)
        g->values[v->id] =
            LLVMBuildPhi(g->cg->builder, rep_type(g->cg, v->rep), "");
    cg_words_start(g, b);
}

static void return_value(FnGen *g, LLVMValueRef v, Rep rep)
{
    leave(g);
    if (rep == REP_any)
        v = result_word(g, v);
    else
        v = LLVMBuildInsertValue(
            g->cg->builder, result_word(g, cg_raw_marker(g->cg)), v, 1, "");
    LLVMBuildRet(g->cg->builder, v);
}

static void end_branch(FnGen *g, const Block *b)
{
    const Block *yes = b->succ.items[0], *no = b->succ.items[1];
    LLVMValueRef branch =
        LLVMBuildCondBr(g->cg->builder, cg_use(g, b->cond), g->blocks[yes->id],
                        g->blocks[no->id]);

    if (yes->cold != no->cold)
        cg_likely(g->cg, branch, yes->cold);
}

static void end_switch(FnGen *g, Block *b)
{
    int n = b->succ.count;
    LLVMValueRef s;

    if (n == 0) {
        LLVMBuildUnreachable(g->cg->builder);
        return;
    }
    s = LLVMBuildSwitch(g->cg->builder, cg_use(g, b->cond),
                        g->blocks[b->succ.items[n - 1]->id], (unsigned)n);
    for (int i = 0; i < n - 1; i++)
        LLVMAddCase(s, cg_int(g->cg, i), g->blocks[b->succ.items[i]->id]);
}

static void end_block(FnGen *g, Block *b)
{
    LLVMBuilderRef builder = g->cg->builder;

    g->ends[b->id] = LLVMGetInsertBlock(builder);
    g->cg->outline = is_unlikely(g, b);
    switch (b->ctl) {
    case CTL_jump:
    case CTL_try:
    case CTL_ovf:
        LLVMBuildBr(builder, g->blocks[b->succ.items[0]->id]);
        break;
    case CTL_branch:
        end_branch(g, b);
        break;
    case CTL_switch:
        end_switch(g, b);
        break;
    case CTL_return:
        /* a generator that returns is finished: no value */
        return_value(g,
                     g->fn->is_generator && b->cond->op != OP_suspend
                         ? g->cg->null
                         : cg_use(g, b->cond),
                     b->cond->rep);
        break;
    default:
        LLVMBuildUnreachable(builder);
    }
}

/* The LLVM block an edge comes from: error edges have their own. */
static LLVMBasicBlockRef edge_from(FnGen *g, Block *pred, Block *to)
{
    if ((pred->ctl == CTL_try || pred->ctl == CTL_ovf) &&
        pred->succ.items[1] == to)
        return g->err_ends[pred->id];
    if (pred->ctl == CTL_stop)
        return g->err_ends[pred->id];
    return g->ends[pred->id];
}

static void fill_phis(FnGen *g, Block *b)
{
    for (Value *v = b->first; v && v->op == OP_phi; v = v->next) {
        for (int i = 0; i < v->nargs; i++) {
            LLVMBasicBlockRef from = edge_from(g, b->preds.items[i], b);
            LLVMValueRef arg;

            if (!from)
                continue;
            LLVMPositionBuilderBefore(g->cg->builder,
                                      LLVMGetBasicBlockTerminator(from));
            arg = cg_use(g, v->args[i]);
            LLVMAddIncoming(g->values[v->id], &arg, &from, 1);
        }
    }
}

/* Blocks in reverse postorder, so that definitions come before uses. */
static void postorder(Block *b, Block **order, int *n)
{
    struct {
        Block *b;
        int i;
    } *stack = malloc(sizeof *stack * (size_t)(b->fn->nblocks + 1));
    int depth = 0;

    stack[depth].b = b;
    stack[depth++].i = 0;
    b->mark = 1;
    while (depth) {
        Block *top = stack[depth - 1].b;

        if (stack[depth - 1].i < top->succ.count) {
            Block *s = top->succ.items[stack[depth - 1].i++];

            if (!s->mark) {
                s->mark = 1;
                stack[depth].b = s;
                stack[depth++].i = 0;
            }
        } else {
            order[(*n)++] = top;
            depth--;
        }
    }
    free(stack);
}

/* Counts a call; beyond the limit it goes to `bad`. */
static void check_depth(FnGen *g, LLVMBasicBlockRef bad)
{
    LLVMBuilderRef b = g->cg->builder;
    LLVMValueRef r = cg_call(g->cg, ENTRY_enter, NULL, 0);
    LLVMBasicBlockRef ok = cg_block(g, "");
    LLVMValueRef failed = LLVMBuildICmp(b, LLVMIntSLT, r, cg_i32(g->cg, 0), "");

    cg_likely(g->cg, LLVMBuildCondBr(b, failed, bad, ok), 1);
    cg_new_block(g, ok);
    g->depth = r;
}

/* Is nothing called but in cold blocks, and nothing caught? */
static bool calls_only_cold(const Fn *fn)
{
    if (calls_in(fn, false))
        return false;
    FOREACH_BLOCK (fn, b)
        if (b->ctl == CTL_try)
            return !calls_in(fn, true);
    return true;
}

static void enter_function(FnGen *g)
{
    LLVMBasicBlockRef bad = cg_block(g, ""), ok;

    check_depth(g, bad);
    ok = LLVMGetInsertBlock(g->cg->builder);
    cg_new_block(g, bad);
    LLVMBuildRet(g->cg->builder, error_result(g));
    cg_new_block(g, ok);
}

/* The limit is asked for, and the call counted where it does something. */
static void enter_later(FnGen *g)
{
    Codegen *cg = g->cg;
    LLVMBuilderRef b = cg->builder;
    LLVMBasicBlockRef full = cg_block(g, ""), ok = cg_block(g, "");
    LLVMValueRef may = cg_call(cg, ENTRY_may_enter, NULL, 0);

    may = LLVMBuildICmp(b, LLVMIntNE, may, cg_i32(cg, 0), "");
    cg_likely(cg, LLVMBuildCondBr(b, may, ok, full), 0);
    cg_new_block(g, full);
    enter_function(g);
    cg_call(cg, ENTRY_leave, &g->depth, 1);
    g->depth = NULL;
    LLVMBuildBr(b, ok);
    cg_new_block(g, ok);
}

/* A function that calls nothing but in cold blocks counts only there: it is
 * small, and inlined.  What fails leaves by cg_error_exit. */
static void counted_value(FnGen *g, Value *v)
{
    g->value = v;
    if (!g->counts_cold || !g->block->cold || !may_recurse(v)) {
        cg_value(g, v);
        return;
    }
    check_depth(g, cg_error_exit(g, v->line, false));
    cg_value(g, v);
    cg_call(g->cg, ENTRY_leave, &g->depth, 1);
    g->depth = NULL;
}

static void translate_blocks(FnGen *g)
{
    Fn *fn = g->fn;
    Block **order = ARENA_ARRAY(fn->arena, Block *, fn->nblocks);
    int n = 0;

    FOREACH_BLOCK (fn, b) {
        b->mark = 0;
        g->blocks[b->id] = cg_block(g, "");
    }
    postorder(fn->entry, order, &n);
    LLVMBuildBr(g->cg->builder, g->blocks[fn->entry->id]);
    for (int i = n - 1; i >= 0; i--) {
        Block *b = order[i];

        g->block = b;
        start_block(g, b);
        if (b == g->counted)
            enter_function(g);
        FOREACH_VALUE (b, v) {
            if (v->op != OP_phi)
                counted_value(g, v);
            if (v->held)
                cg_hold(g, v);
            cg_words_used(g, v);
        }
        end_block(g, b);
    }
    for (int i = 0; i < n; i++)
        fill_phis(g, order[i]);
    cg_words_finish(g);
}

/* --- prologue ------------------------------------------------------------- */

static int max_call_args(const Fn *fn)
{
    int max = 2; /* what next_pair writes */

    FOREACH_BLOCK (fn, b)
        FOREACH_VALUE (b, v) {
            if (v->nargs > max)
                max = v->nargs;
            if (v->op == OP_unpack && v->i > max)
                max = (int)v->i;
        }
    return max;
}

static void fngen_init(FnGen *g, Codegen *cg, Fn *fn, LLVMValueRef function)
{
    size_t nblocks = (size_t)fn->nblocks;

    *g = (FnGen){.cg = cg, .fn = fn, .function = function};
    cg->outline = fn->kind != FN_function;
    g->values = ARENA_ARRAY(fn->arena, LLVMValueRef, fn->nvalues);
    g->selves = ARENA_ARRAY(fn->arena, LLVMValueRef, fn->nvalues);
    g->blocks = ARENA_ARRAY(fn->arena, LLVMBasicBlockRef, nblocks);
    g->ends = ARENA_ARRAY(fn->arena, LLVMBasicBlockRef, nblocks);
    g->err_ends = ARENA_ARRAY(fn->arena, LLVMBasicBlockRef, nblocks);
    g->held = ARENA_ARRAY(fn->arena, LLVMValueRef, fn->nheld + 1);
    cg_new_block(g, cg_block(g, "entry"));
    g->buffer_type = LLVMArrayType2(cg->ptr, (uint64_t)max_call_args(fn) + 1);
    g->buffer = LLVMBuildAlloca(cg->builder, g->buffer_type, "args");
    cg_words_init(g);
}

static void prologue(FnGen *g)
{
    g->counts_cold = !g->fn->is_generator && calls_only_cold(g->fn);
    if (!g->counts_cold)
        g->counted = cg_early(g->cg, g->fn)->counted;
    if (g->counted)
        enter_later(g);
    else if (!g->fn->is_generator && !g->counts_cold)
        enter_function(g);
    if (g->fn->catches && !g->fn->is_generator)
        g->handled = cg_call(g->cg, ENTRY_handled_save, NULL, 0);
}

static LLVMValueRef load_param(Codegen *cg, LLVMValueRef array, int i)
{
    LLVMValueRef idx = cg_int(cg, i), p;

    p = LLVMBuildInBoundsGEP2(cg->builder, cg->ptr, array, &idx, 1, "");
    return LLVMBuildLoad2(cg->builder, cg->ptr, p, "");
}

/* Goes on where the word is of type t, else to `other`; returns it unboxed. */
static LLVMValueRef unbox_param(Codegen *cg, LLVMValueRef word, Type t,
                                LLVMValueRef entry, LLVMBasicBlockRef other)
{
    LLVMBuilderRef b = cg->builder;
    LLVMBasicBlockRef ok;
    LLVMValueRef test, bits;

    if (!t)
        return word;
    bits = LLVMBuildPtrToInt(b, word, cg->i64, "");
    if (t == TK_int) {
        test = LLVMBuildTrunc(b, bits, cg->i1, "");
    } else {
        test = cg_call(cg, t == TK_float ? ENTRY_is_float : ENTRY_is_exact_list,
                       &word, 1);
        test = LLVMBuildICmp(b, LLVMIntNE, test, cg_i32(cg, 0), "");
    }
    ok = LLVMAppendBasicBlockInContext(cg->ctx, entry, "");
    LLVMBuildCondBr(b, test, ok, other);
    LLVMPositionBuilderAtEnd(b, ok);
    if (t == TK_int)
        return LLVMBuildAShr(b, bits, cg_int(cg, 1), "");
    return t == TK_float ? cg_call(cg, ENTRY_unbox_float, &word, 1) : word;
}

/* Returns a typed body's result as a word. */
static void return_boxed(Codegen *cg, const Fn *typed, LLVMValueRef entry,
                         LLVMValueRef r)
{
    LLVMBuilderRef b = cg->builder;
    LLVMBasicBlockRef raw, word;
    LLVMValueRef w, x;

    if (!typed->result_type) {
        LLVMBuildRet(b, r);
        return;
    }
    raw = LLVMAppendBasicBlockInContext(cg->ctx, entry, "");
    word = LLVMAppendBasicBlockInContext(cg->ctx, entry, "");
    w = LLVMBuildExtractValue(b, r, 0, "");
    LLVMBuildCondBr(b, LLVMBuildICmp(b, LLVMIntEQ, w, cg_raw_marker(cg), ""),
                    raw, word);
    LLVMPositionBuilderAtEnd(b, word);
    LLVMBuildRet(b, w);
    LLVMPositionBuilderAtEnd(b, raw);
    x = LLVMBuildExtractValue(b, r, 1, "");
    LLVMBuildRet(b, cg_call(cg,
                            typed->result_type == TK_int ? ENTRY_box_int
                                                         : ENTRY_box_float,
                            &x, 1));
}

/* Tests the parameters for the typed body and calls it; leaves the builder
 * where they are something else. */
static void try_typed(Codegen *cg, const Fn *typed, LLVMValueRef entry,
                      LLVMValueRef *words)
{
    LLVMBasicBlockRef other =
        LLVMAppendBasicBlockInContext(cg->ctx, entry, "other");
    LLVMValueRef *args = malloc(sizeof *args * (size_t)(typed->nparams + 1));
    LLVMValueRef r;

    args[0] = words[0];
    for (int i = 0; i < typed->nparams; i++)
        args[i + 1] =
            unbox_param(cg, words[i + 1], typed->param_types[i], entry, other);
    r = LLVMBuildCall2(cg->builder, body_type(cg, typed), cg_fn_body(cg, typed),
                       args, (unsigned)typed->nparams + 1, "");
    free(args);
    return_boxed(cg, typed, entry, r);
    LLVMPositionBuilderAtEnd(cg->builder, other);
}

/* Calls the body with the values of a params array. */
static void make_entry(Codegen *cg, Fn *fn, LLVMValueRef body,
                       LLVMValueRef entry)
{
    LLVMValueRef *args = malloc(sizeof *args * (size_t)(fn->nparams + 1)), r;

    LLVMPositionBuilderAtEnd(cg->builder,
                             LLVMAppendBasicBlockInContext(cg->ctx, entry, ""));
    cg_debug_entry(cg, fn, entry);
    args[0] = LLVMGetParam(entry, 0);
    for (int i = 0; i < fn->nparams; i++)
        args[i + 1] = load_param(cg, LLVMGetParam(entry, 1), i);
    if (fn->typed)
        try_typed(cg, fn->typed, entry, args);
    r = LLVMBuildCall2(cg->builder, body_type(cg, fn), body, args,
                       (unsigned)fn->nparams + 1, "");
    LLVMSetTailCall(r, 1);
    LLVMBuildRet(cg->builder, r);
    cg_debug_leave(cg);
    free(args);
}

/* A generator's slots in front of the first that holds a raw word. */
static int64_t count_value_slots(Fn *fn)
{
    int64_t n = fn->nframe;

    FOREACH_BLOCK (fn, b)
        FOREACH_VALUE (b, v) {
            const Value *raw = v->op == OP_frame_store  ? v->args[0]
                               : v->op == OP_frame_load ? v
                                                        : NULL;

            if (raw && raw->rep != REP_any && v->i < n)
                n = v->i;
        }
    return n;
}

/* The body of a generator function: makes the generator. */
static void make_generator_body(Codegen *cg, Fn *fn, LLVMValueRef body,
                                LLVMValueRef resume)
{
    LLVMTypeRef array = LLVMArrayType2(cg->ptr, (uint64_t)fn->nparams + 1);
    LLVMValueRef buffer, args[6], r;

    LLVMPositionBuilderAtEnd(cg->builder,
                             LLVMAppendBasicBlockInContext(cg->ctx, body, ""));
    buffer = LLVMBuildAlloca(cg->builder, array, "");
    for (int i = 0; i < fn->nparams; i++)
        LLVMBuildStore(cg->builder, LLVMGetParam(body, (unsigned)i + 1),
                       cg_element(cg, array, buffer, i));
    args[0] = LLVMGetParam(body, 0);
    args[1] = buffer;
    args[2] = cg_int(cg, fn->nparams);
    args[3] = cg_int(cg, fn->nframe);
    args[4] = cg_int(cg, count_value_slots(fn));
    args[5] = resume;
    r = cg_call(cg, ENTRY_generator, args, 6);
    LLVMBuildRet(cg->builder, r);
}

static LLVMValueRef add_function(Codegen *cg, const Fn *fn, const char *suffix)
{
    LLVMTypeRef params[] = {cg->ptr, cg->ptr};
    LLVMTypeRef type = LLVMFunctionType(cg->ptr, params, 2, 0);
    const char *name = arena_printf(cg->arena, "%s.%s", fn->symbol, suffix);
    LLVMValueRef f = LLVMAddFunction(cg->mod, name, type);

    cg_set_shared(cg, f);
    set_attributes(cg, fn, f);
    return f;
}

static void typed_function(Codegen *cg, Fn *fn)
{
    LLVMValueRef body = cg_fn_body(cg, fn);
    FnGen g;

    cg_debug_function(cg, fn, body);
    fngen_init(&g, cg, fn, body);
    g.self = LLVMGetParam(body, 0);
    prologue(&g);
    translate_blocks(&g);
    cg_debug_leave(cg);
}

void cg_function(Codegen *cg, Fn *fn)
{
    LLVMValueRef body = cg->functions[fn->index], code = body;
    LLVMValueRef entry = add_function(cg, fn, "entry");
    FnGen g;

    if (fn->typed)
        typed_function(cg, fn->typed);
    if (fn->is_generator)
        code = add_function(cg, fn, "resume");
    cg_debug_function(cg, fn, code);
    fngen_init(&g, cg, fn, code);
    if (fn->is_generator) {
        LLVMValueRef slot = cg_int(cg, GENERATOR_FUNCTION_OFFSET / 8);

        g.frame = LLVMGetParam(code, 0);
        g.sent = LLVMGetParam(code, 1);
        g.self =
            LLVMBuildInBoundsGEP2(cg->builder, cg->ptr, g.frame, &slot, 1, "");
        g.self = LLVMBuildLoad2(cg->builder, cg->ptr, g.self, "function");
    } else {
        g.self = LLVMGetParam(code, 0);
    }
    prologue(&g);
    translate_blocks(&g);
    cg_debug_leave(cg);
    make_entry(cg, fn, body, entry);
    if (fn->is_generator)
        make_generator_body(cg, fn, body, code);
}
