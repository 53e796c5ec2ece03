/* Packed lists: blocks of bytes that stand for lists (ir/specialize_packed.c).
 *
 * Only the function that made such a block knows it, so that accesses are
 * plain ones.  Its length never changes. */
#include "codegen/internal.h"

#define B (g->cg->builder)

static LLVMValueRef byte_at(FnGen *g, LLVMValueRef packed, LLVMValueRef i)
{
    LLVMTypeRef i8 = LLVMInt8TypeInContext(g->cg->ctx);

    return LLVMBuildInBoundsGEP2(B, i8, packed, &i, 1, "");
}

static LLVMValueRef item_at(FnGen *g, LLVMValueRef packed, LLVMValueRef i)
{
    packed = byte_at(g, packed, cg_int(g->cg, STR_DATA_OFFSET));
    return byte_at(g, packed, i);
}

LLVMValueRef cg_packed_length(FnGen *g, LLVMValueRef packed)
{
    Codegen *cg = g->cg;
    LLVMValueRef at = byte_at(g, packed, cg_int(cg, STR_LENGTH_OFFSET)), n;
    unsigned invariant =
        LLVMGetMDKindIDInContext(cg->ctx, "invariant.load", 14);

    n = LLVMBuildLoad2(B, cg->i64, at, "length");
    LLVMSetMetadata(
        n, invariant,
        LLVMMetadataAsValue(cg->ctx, LLVMMDNodeInContext2(cg->ctx, NULL, 0)));
    return n;
}

static LLVMValueRef in_range(FnGen *g, LLVMValueRef packed, LLVMValueRef i)
{
    return LLVMBuildICmp(B, LLVMIntULT, i, cg_packed_length(g, packed), "");
}

LLVMValueRef cg_packed_load(FnGen *g, LLVMValueRef packed, LLVMValueRef i)
{
    Codegen *cg = g->cg;
    LLVMBasicBlockRef in = cg_block(g, ""), end = cg_block(g, "");
    LLVMBasicBlockRef from[] = {LLVMGetInsertBlock(B), in};
    LLVMValueRef byte[] = {cg_int(cg, -1), NULL}, phi;

    cg_likely(cg, LLVMBuildCondBr(B, in_range(g, packed, i), in, end), 0);
    cg_new_block(g, in);
    byte[1] = LLVMBuildLoad2(B, LLVMInt8TypeInContext(cg->ctx),
                             item_at(g, packed, i), "");
    byte[1] = LLVMBuildZExt(B, byte[1], cg->i64, "");
    LLVMBuildBr(B, end);
    cg_new_block(g, end);
    phi = LLVMBuildPhi(B, cg->i64, "");
    LLVMAddIncoming(phi, byte, from, 2);
    return phi;
}

LLVMValueRef cg_packed_store(FnGen *g, LLVMValueRef packed, LLVMValueRef i,
                             LLVMValueRef byte)
{
    Codegen *cg = g->cg;
    LLVMBasicBlockRef in = cg_block(g, ""), end = cg_block(g, "");
    LLVMValueRef ok = in_range(g, packed, i);

    cg_likely(cg, LLVMBuildCondBr(B, ok, in, end), 0);
    cg_new_block(g, in);
    byte = LLVMBuildTrunc(B, byte, LLVMInt8TypeInContext(cg->ctx), "");
    LLVMBuildStore(B, byte, item_at(g, packed, i));
    LLVMBuildBr(B, end);
    cg_new_block(g, end);
    return ok;
}
