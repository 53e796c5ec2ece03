/* What variables refer to stays alive while they do: ir/hold.c.
 *
 * The stores are volatile, for LLVM sees no reader.  A word is overwritten by
 * the variable's next value, cleared by `del` or a constant, and gone with the
 * frame. */
#include "codegen/internal.h"

/* The word's stack slot. */
static LLVMValueRef slot_of(FnGen *g, int held)
{
    LLVMBuilderRef b = g->cg->builder;
    LLVMBasicBlockRef here = LLVMGetInsertBlock(b);
    LLVMBasicBlockRef entry = LLVMGetEntryBasicBlock(g->function);

    if (g->held[held])
        return g->held[held];
    LLVMPositionBuilderBefore(b, LLVMGetFirstInstruction(entry));
    g->held[held] = LLVMBuildAlloca(b, g->cg->ptr, "held");
    LLVMPositionBuilderAtEnd(b, here);
    return g->held[held];
}

static void store(FnGen *g, LLVMValueRef word, int held)
{
    LLVMValueRef s = LLVMBuildStore(g->cg->builder, word, slot_of(g, held));

    LLVMSetVolatile(s, 1);
}

void cg_hold(FnGen *g, const Value *v)
{
    if (v->rep == REP_any)
        store(g, g->values[v->id], v->held);
}

void cg_unhold(FnGen *g, int held)
{
    if (g->held[held])
        store(g, g->cg->null, held);
}
