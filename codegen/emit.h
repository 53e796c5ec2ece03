/* What functions that translate operations share: operands, results, calls of
 * runtime entries and their error exits. */
#ifndef PYLLC_CODEGEN_EMIT_H
#define PYLLC_CODEGEN_EMIT_H

#include "codegen/internal.h"

#define B (g->cg->builder)

static inline LLVMValueRef val(FnGen *g, Value *v)
{
    return cg_use(g, v);
}

static inline void set(FnGen *g, Value *v, LLVMValueRef x)
{
    g->values[v->id] = x;
    cg_words_define(g, v);
}

static inline LLVMValueRef name_of(FnGen *g, Value *v)
{
    return cg_load_const(g->cg, v->konst);
}

/* Goes to the error edge if `failed`. */
static inline void check(FnGen *g, Value *v, LLVMValueRef failed)
{
    LLVMBasicBlockRef bad = cg_error_exit(g, v->line, false);
    LLVMBasicBlockRef ok = cg_block(g, "");

    cg_likely(g->cg, LLVMBuildCondBr(B, failed, bad, ok), 1);
    cg_new_block(g, ok);
}

static inline LLVMValueRef check_null(FnGen *g, Value *v, LLVMValueRef r)
{
    check(g, v, LLVMBuildICmp(B, LLVMIntEQ, r, g->cg->null, ""));
    return r;
}

static inline LLVMValueRef check_status(FnGen *g, Value *v, LLVMValueRef r)
{
    check(g, v, LLVMBuildICmp(B, LLVMIntSLT, r, cg_i32(g->cg, 0), ""));
    return r;
}

static inline LLVMValueRef nonzero(FnGen *g, LLVMValueRef r)
{
    return LLVMBuildICmp(B, LLVMIntNE, r, cg_i32(g->cg, 0), "");
}

/* Entry with the same name as the operation, arguments as they stand. */
static inline LLVMValueRef call_entry(FnGen *g, Value *v, Entry e)
{
    LLVMValueRef args[8];

    for (int i = 0; i < v->nargs; i++)
        args[i] = val(g, v->args[i]);
    return cg_call(g->cg, e, args, v->nargs);
}

static inline void simple_any(FnGen *g, Value *v, Entry e)
{
    set(g, v, check_null(g, v, call_entry(g, v, e)));
}

static inline LLVMValueRef site_cache(FnGen *g, uint64_t size)
{
    LLVMTypeRef t = LLVMArrayType2(g->cg->i64, size / 8);
    LLVMValueRef c = LLVMAddGlobal(g->cg->mod, t, "");

    LLVMSetInitializer(c, LLVMConstNull(t));
    LLVMSetLinkage(c, LLVMInternalLinkage);
    return c;
}

static inline LLVMValueRef singleton(FnGen *g, const char *name)
{
    LLVMValueRef v = LLVMGetNamedGlobal(g->cg->mod, name);

    return v ? v
             : LLVMAddGlobal(g->cg->mod, LLVMArrayType2(g->cg->i64, 3), name);
}

#endif
