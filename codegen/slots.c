/* Attribute slots of instances, and the immediate floats that stand in them.
 *
 * Where a float is expected the load is unordered and marked with the slot it
 * reads (TBAA), as are stores of immediate floats: between two operations that
 * may change attributes LLVM loads such a slot once, and takes from a store
 * what a load behind it gives.  Other loads and stores keep their order, since
 * threads tell each other things by them.  A word that may be a pointer is
 * stored by the runtime, which publishes the object behind it; doc/locking.md.
 */
#include "codegen/internal.h"

#define B (g->cg->builder)

static LLVMValueRef slot_at(FnGen *g, LLVMValueRef object, int64_t slot)
{
    LLVMValueRef at = cg_int(g->cg, FIRST_SLOT_OFFSET / 8 + slot);

    return LLVMBuildInBoundsGEP2(B, g->cg->ptr, object, &at, 1, "");
}

static const char *slot_name(FnGen *g, int64_t slot)
{
    return arena_printf(g->cg->arena, "slot %d", (int)slot);
}

/* order: of what is no float. */
static LLVMValueRef access_slot(FnGen *g, LLVMValueRef access, int64_t slot,
                                bool is_float, LLVMAtomicOrdering order)
{
    if (is_float)
        return cg_shared(g, access, slot_name(g, slot));
    LLVMSetOrdering(access, order);
    LLVMSetAlignment(access, 8);
    return access;
}

LLVMValueRef cg_slot_load(FnGen *g, LLVMValueRef object, int64_t slot,
                          bool is_float)
{
    LLVMValueRef r =
        LLVMBuildLoad2(B, g->cg->ptr, slot_at(g, object, slot), "");

    return access_slot(g, r, slot, is_float, LLVMAtomicOrderingMonotonic);
}

/* The mirror of value_from_double; goes to `no` where d is no immediate. */
static LLVMValueRef float_word(FnGen *g, LLVMValueRef d, LLVMBasicBlockRef no)
{
    Codegen *cg = g->cg;
    LLVMBasicBlockRef ok = cg_block(g, "");
    LLVMValueRef u = LLVMBuildBitCast(B, d, cg->i64, ""), tag;

    u = LLVMBuildSub(B, u, cg_int(cg, (int64_t)FLOAT_BIAS), "");
    u = LLVMBuildOr(B, LLVMBuildShl(B, u, cg_int(cg, 3), ""),
                    LLVMBuildLShr(B, u, cg_int(cg, 61), ""), "");
    tag = LLVMBuildAnd(B, u, cg_int(cg, 3), "");
    tag = LLVMBuildICmp(B, LLVMIntEQ, tag, cg_int(cg, 2), "");
    cg_likely(cg, LLVMBuildCondBr(B, tag, ok, no), 0);
    cg_new_block(g, ok);
    return LLVMBuildIntToPtr(B, u, cg->ptr, "");
}

/* The same of value_from_int. */
static LLVMValueRef int_word(FnGen *g, LLVMValueRef i, LLVMBasicBlockRef no)
{
    Codegen *cg = g->cg;
    LLVMBasicBlockRef ok = cg_block(g, "");
    LLVMValueRef one = cg_int(cg, 1), twice = LLVMBuildShl(B, i, one, "");
    LLVMValueRef fits =
        LLVMBuildICmp(B, LLVMIntEQ, LLVMBuildAShr(B, twice, one, ""), i, "");

    cg_likely(cg, LLVMBuildCondBr(B, fits, ok, no), 0);
    cg_new_block(g, ok);
    return LLVMBuildIntToPtr(B, LLVMBuildOr(B, twice, one, ""), cg->ptr, "");
}

static LLVMValueRef has_dict(FnGen *g, LLVMValueRef object)
{
    Codegen *cg = g->cg;
    LLVMValueRef at = cg_int(cg, FLAGS_OFFSET / 4), flags;

    at = LLVMBuildInBoundsGEP2(B, cg->i32, object, &at, 1, "");
    flags = LLVMBuildLoad2(B, cg->i32, at, "");
    flags = LLVMBuildAnd(B, flags, cg_i32(cg, HAS_DICT_FLAG), "");
    return LLVMBuildICmp(B, LLVMIntNE, flags, cg_i32(cg, 0), "");
}

static LLVMValueRef store_word(FnGen *g, LLVMValueRef object, int64_t slot,
                               LLVMValueRef word)
{
    LLVMValueRef args[] = {object, cg_int(g->cg, FIRST_SLOT_OFFSET + 8 * slot),
                           word};
    LLVMValueRef r = cg_call(g->cg, ENTRY_store_slot, args, 3);

    return LLVMBuildICmp(B, LLVMIntNE, r, cg_i32(g->cg, 0), "");
}

static LLVMValueRef store_boxed(FnGen *g, LLVMValueRef object, int64_t slot,
                                LLVMValueRef number, Rep rep)
{
    LLVMValueRef args[] = {object, cg_int(g->cg, FIRST_SLOT_OFFSET + 8 * slot),
                           NULL};
    bool outline = g->cg->outline;
    LLVMValueRef r;

    g->cg->outline = true;
    number = cg_call(g->cg, rep == REP_f64 ? ENTRY_box_float : ENTRY_box_int,
                     &number, 1);
    cg_only(g, number, "number");
    args[2] = number;
    r = cg_call(g->cg, ENTRY_store_slot, args, 3);
    if (rep == REP_f64) /* as in store_number */
        cg_only(g, r, slot_name(g, slot));
    g->cg->outline = outline;
    return LLVMBuildICmp(B, LLVMIntNE, r, cg_i32(g->cg, 0), "");
}

static LLVMValueRef store_number(FnGen *g, LLVMValueRef object, int64_t slot,
                                 LLVMValueRef number, Rep rep)
{
    Codegen *cg = g->cg;
    LLVMBasicBlockRef boxed = cg_block(g, ""), unset = cg_block(g, "");
    LLVMBasicBlockRef store = cg_block(g, ""), end = cg_block(g, "");
    LLVMBasicBlockRef from[] = {store, unset, boxed};
    LLVMValueRef in[] = {LLVMConstInt(cg->i1, 1, 0), LLVMConstInt(cg->i1, 0, 0),
                         NULL};
    bool is_float = rep == REP_f64;
    LLVMValueRef word, old, phi;

    word = is_float ? float_word(g, number, boxed) : int_word(g, number, boxed);
    old = cg_slot_load(g, object, slot, is_float);
    old = LLVMBuildICmp(B, LLVMIntNE, old, cg->null, "");
    LLVMBuildCondBr(B, old, store, unset);
    cg_new_block(g, unset);
    cg_likely(cg, LLVMBuildCondBr(B, has_dict(g, object), end, store), 1);
    cg_new_block(g, store);
    access_slot(g, LLVMBuildStore(B, word, slot_at(g, object, slot)), slot,
                is_float, LLVMAtomicOrderingRelease);
    LLVMBuildBr(B, end);
    cg_new_block(g, boxed);
    in[2] = store_boxed(g, object, slot, number, rep);
    LLVMBuildBr(B, end);
    cg_new_block(g, end);
    phi = LLVMBuildPhi(B, cg->i1, "");
    LLVMAddIncoming(phi, in, from, 3);
    return phi;
}

LLVMValueRef cg_slot_store(FnGen *g, LLVMValueRef object, int64_t slot,
                           LLVMValueRef v, Rep rep)
{
    if (rep == REP_any)
        return store_word(g, object, slot, v);
    return g->cg->outline ? store_boxed(g, object, slot, v, rep)
                          : store_number(g, object, slot, v, rep);
}
