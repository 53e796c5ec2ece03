/* Functions that often return at once.
 *
 * Recursive functions test their arguments first: `if n < 2: return n`.  What
 * stands in front of the first operation that can fail, call or change
 * anything needs no frame, and nobody can tell where it runs.  So a function
 * counts as a call behind that (it asks before whether it might), and where
 * the tests are few a call makes them itself and calls only if they do not
 * return. */
#include "codegen/internal.h"

#define B (g->cg->builder)

enum { MAX_TESTS = 10 }; /* operations that a call repeats */

static bool has_effect(const Block *b)
{
    FOREACH_VALUE (b, v)
        if (op_flags[v->op] & (OPF_RAISES | OPF_WRITES))
            return true;
    return false;
}

static Block *common_dominator(Block *a, const Block *b)
{
    while (!block_dominates(a, b))
        a = a->idom;
    return a;
}

/* Control never comes from what `at` dominates to other blocks. */
static bool is_closed(const Block *at)
{
    FOREACH_BLOCK (at->fn, b)
        for (int i = 0; i < b->preds.count && b != at; i++)
            if (block_dominates(at, b->preds.items[i]) &&
                !block_dominates(at, b))
                return false;
    return true;
}

/* The block that dominates all with effects; NULL: that is the entry. */
static Block *find_counted(Fn *fn)
{
    Block *at = NULL;

    loops_find(fn);
    FOREACH_BLOCK (fn, b)
        if ((b == fn->entry || b->idom) && has_effect(b))
            at = at ? common_dominator(at, b) : b;
    while (at && at->in_loop)
        at = at->idom;
    return at && at != fn->entry && is_closed(at) ? at : NULL;
}

static bool is_plain(const Value *v)
{
    switch (v->op) {
    case OP_phi:
    case OP_closure_cell:
    case OP_method_self:
    case OP_returned_raw:
    case OP_raw_result:
        return false;
    default:
        return op_flags[v->op] & OPF_PURE;
    }
}

/* Is what stands in front of `counted` a small tree of tests? */
static bool is_small(const Fn *fn, const Block *counted)
{
    int n = 0;

    FOREACH_BLOCK (fn, b) {
        if (block_dominates(counted, b))
            continue;
        if (b->preds.count != (b != fn->entry) ||
            (b->ctl != CTL_branch && b->ctl != CTL_jump &&
             b->ctl != CTL_return))
            return false;
        FOREACH_VALUE (b, v)
            if (!is_plain(v) || ++n > MAX_TESTS)
                return false;
    }
    return true;
}

static bool may_return_early(const Fn *fn)
{
    return !fn->is_generator && !fn->catches && fn->kind == FN_function;
}

Early *cg_early(Codegen *cg, const Fn *fn)
{
    return &cg->early[2 * fn->index + (fn->param_types != NULL)];
}

void cg_find_early(Codegen *cg, Fn *fn, Early *early)
{
    early->counted = may_return_early(fn) ? find_counted(fn) : NULL;
    early->repeats = early->counted && is_small(fn, early->counted);
}

/* --- at a call ------------------------------------------------------------ */

/* A call that makes the tests of its callee. */
typedef struct EarlyCall {
    const Block *counted;
    LLVMValueRef *args;
    LLVMBasicBlockRef call, end;
    LLVMValueRef word, raw; /* phis; raw: of a typed result, or NULL */
} EarlyCall;

static void add_incoming(LLVMValueRef phi, LLVMValueRef v,
                         LLVMBasicBlockRef from)
{
    LLVMAddIncoming(phi, &v, &from, 1);
}

static void return_early(FnGen *g, EarlyCall *e, const Value *result)
{
    LLVMBasicBlockRef from = LLVMGetInsertBlock(B);
    LLVMValueRef v = g->values[result->id];
    bool raw = result->rep != REP_any;

    add_incoming(e->word, raw ? cg_raw_marker(g->cg) : v, from);
    if (e->raw)
        add_incoming(e->raw, raw ? v : LLVMGetUndef(LLVMTypeOf(e->raw)), from);
    LLVMBuildBr(B, e->end);
}

static LLVMBasicBlockRef successor(FnGen *g, const EarlyCall *e, const Block *b)
{
    if (b == e->counted)
        return e->call;
    return g->blocks[b->id] = cg_block(g, "");
}

static void test_block(FnGen *g, EarlyCall *e, Block *b)
{
    LLVMBasicBlockRef to[2];

    g->block = b;
    FOREACH_VALUE (b, v)
        if (v->op == OP_param)
            g->values[v->id] = e->args[v->i + 1];
        else
            cg_value(g, v);
    if (b->ctl == CTL_return) {
        return_early(g, e, b->cond);
        return;
    }
    for (int i = 0; i < b->succ.count; i++)
        to[i] = successor(g, e, b->succ.items[i]);
    if (b->ctl == CTL_branch)
        LLVMBuildCondBr(B, g->values[b->cond->id], to[0], to[1]);
    else
        LLVMBuildBr(B, to[0]);
    for (int i = 0; i < b->succ.count; i++)
        if (b->succ.items[i] != e->counted) {
            cg_new_block(g, to[i]);
            test_block(g, e, b->succ.items[i]);
        }
}

static LLVMValueRef result_phi(FnGen *g, LLVMTypeRef t)
{
    return LLVMBuildPhi(B, t, "");
}

static void begin_join(FnGen *g, EarlyCall *e, LLVMTypeRef result)
{
    bool typed = LLVMGetTypeKind(result) == LLVMStructTypeKind;

    cg_new_block(g, e->end);
    e->word = result_phi(g, g->cg->ptr);
    if (typed)
        e->raw = result_phi(g, LLVMStructGetTypeAtIndex(result, 1));
}

/* Beyond the recursion limit the callee itself raises. */
static void test_first(FnGen *g, EarlyCall *e, Fn *fn)
{
    LLVMBasicBlockRef tests = cg_block(g, "");
    LLVMValueRef room = cg_call(g->cg, ENTRY_may_enter, NULL, 0);
    FnGen sub = *g;

    room = LLVMBuildICmp(B, LLVMIntNE, room, cg_i32(g->cg, 0), "");
    cg_likely(g->cg, LLVMBuildCondBr(B, room, tests, e->call), 0);
    cg_new_block(g, tests);
    sub.fn = fn;
    sub.values = ARENA_ARRAY(g->cg->arena, LLVMValueRef, fn->nvalues);
    sub.blocks = ARENA_ARRAY(g->cg->arena, LLVMBasicBlockRef, fn->nblocks);
    test_block(&sub, e, fn->entry);
}

LLVMValueRef cg_call_early(FnGen *g, Fn *fn, LLVMValueRef *args,
                           LLVMValueRef *raw)
{
    LLVMValueRef f = cg_fn_body(g->cg, fn), r;
    LLVMTypeRef type = LLVMGlobalGetValueType(f);
    LLVMBasicBlockRef here = LLVMGetInsertBlock(B);
    EarlyCall e = {cg_early(g->cg, fn)->counted,
                   args,
                   cg_block(g, ""),
                   cg_block(g, ""),
                   NULL,
                   NULL};
    Value *at = g->value;
    bool outline = g->cg->outline;

    begin_join(g, &e, LLVMGetReturnType(type));
    cg_new_block(g, here);
    test_first(g, &e, fn);
    g->cg->outline = outline;
    cg_debug_line(g->cg, at->line, at->inlined);
    cg_new_block(g, e.call);
    r = LLVMBuildCall2(B, type, f, args, (unsigned)fn->nparams + 1, "");
    cg_forbid_inlining(g->cg, r);
    if (e.raw)
        add_incoming(e.raw, LLVMBuildExtractValue(B, r, 1, ""), e.call);
    add_incoming(e.word, e.raw ? LLVMBuildExtractValue(B, r, 0, "") : r,
                 e.call);
    LLVMBuildBr(B, e.end);
    cg_new_block(g, e.end);
    *raw = e.raw;
    return e.word;
}
