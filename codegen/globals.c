/* Globals as LLVM sees them: their loads, and whether one is the function it
 * is expected to be.
 *
 * Loads are unordered and marked with what they read (TBAA), so that a loop
 * that calls nothing reads a global in front of it: as for lists.c, what other
 * threads store is seen at the next safepoint at the latest.  Finding a name
 * for the first time runs no code of the program. */
#include "codegen/internal.h"

#define B (g->cg->builder)
#define GLOBAL "global"

static LLVMValueRef slot(FnGen *g, const Value *v)
{
    return cg_element(g->cg, g->cg->slots_type, g->cg->slots, v->global->index);
}

static LLVMValueRef load_word(FnGen *g, LLVMValueRef from)
{
    return cg_shared(g, LLVMBuildLoad2(B, g->cg->ptr, from, ""), GLOBAL);
}

static LLVMValueRef is_null(FnGen *g, LLVMValueRef v)
{
    return LLVMBuildICmp(B, LLVMIntEQ, v, g->cg->null, "");
}

/* A cell that is always empty. */
static LLVMValueRef no_cell(Codegen *cg)
{
    LLVMValueRef cell = LLVMGetNamedGlobal(cg->mod, "no_cell");

    if (cell)
        return cell;
    cell = LLVMAddGlobal(cg->mod, cg->ptr, "no_cell");
    LLVMSetInitializer(cell, cg->null);
    LLVMSetLinkage(cell, LLVMInternalLinkage);
    return cell;
}

LLVMValueRef cg_global_cache(Codegen *cg, const Global *global)
{
    const char *name = arena_printf(cg->arena, "cell %d", (int)global->index);
    LLVMValueRef cache = LLVMGetNamedGlobal(cg->mod, name);

    if (cache)
        return cache;
    cache = LLVMAddGlobal(cg->mod, cg->ptr, name);
    LLVMSetInitializer(cache, no_cell(cg));
    LLVMSetLinkage(cache, LLVMInternalLinkage);
    return cache;
}

/* The cell is a word that can be read even where nothing asks for it. */
static LLVMValueRef load_cell(FnGen *g, LLVMValueRef cache)
{
    Codegen *cg = g->cg;
    unsigned kind = LLVMGetMDKindIDInContext(cg->ctx, "dereferenceable", 15);
    LLVMMetadataRef size = LLVMValueAsMetadata(cg_int(cg, 8));
    LLVMValueRef cell = load_word(g, cache);

    LLVMSetMetadata(
        cell, kind,
        LLVMMetadataAsValue(cg->ctx, LLVMMDNodeInContext2(cg->ctx, &size, 1)));
    return load_word(g, cell);
}

/* args: of load_global and load_builtin.  NULL: NameError. */
LLVMValueRef cg_load_global(FnGen *g, Value *v, LLVMValueRef *args)
{
    Codegen *cg = g->cg;
    LLVMBasicBlockRef find = cg_block(g, ""), end = cg_block(g, ""), from[2];
    LLVMValueRef in[2], phi;
    bool outline = cg->outline;

    in[0] = load_word(g, slot(g, v));
    if (v->global->nstores == 0)
        in[0] = LLVMBuildSelect(B, is_null(g, in[0]), load_cell(g, args[3]),
                                in[0], "");
    from[0] = LLVMGetInsertBlock(B);
    cg_likely(cg, LLVMBuildCondBr(B, is_null(g, in[0]), find, end), 1);
    cg_new_block(g, find);
    cg->outline = true;
    in[1] = cg_only(g, cg_call(cg, ENTRY_load_global_slow, args, 4), GLOBAL);
    cg->outline = outline;
    from[1] = LLVMGetInsertBlock(B);
    LLVMBuildBr(B, end);
    cg_new_block(g, end);
    phi = LLVMBuildPhi(B, cg->ptr, "");
    LLVMAddIncoming(phi, in, from, 2);
    return phi;
}

/* The function object that a global was last found to be. */
static LLVMValueRef known_word(Codegen *cg, const Fn *fn)
{
    const char *name = arena_printf(cg->arena, "%s.known", fn->symbol);
    LLVMValueRef known = LLVMGetNamedGlobal(cg->mod, name);

    if (known)
        return known;
    known = LLVMAddGlobal(cg->mod, cg->ptr, name);
    LLVMSetInitializer(known, cg->null);
    LLVMSetLinkage(known, LLVMInternalLinkage);
    return known;
}

/* The word keeps that function alive, which the global does in any case: its
 * only store is the def, and nothing deletes it. */
LLVMValueRef cg_is_known_fn(FnGen *g, const Value *v, LLVMValueRef callee,
                            LLVMValueRef code)
{
    Codegen *cg = g->cg;
    LLVMBasicBlockRef ask = cg_block(g, ""), end = cg_block(g, "");
    LLVMBasicBlockRef from[] = {LLVMGetInsertBlock(B), ask};
    LLVMValueRef known = known_word(cg, v->fn);
    LLVMValueRef args[] = {callee, code, known}, phi;
    LLVMValueRef in[] = {LLVMConstInt(cg->i1, 1, 0), NULL};

    phi = LLVMBuildICmp(B, LLVMIntEQ, callee, load_word(g, known), "");
    cg_likely(cg, LLVMBuildCondBr(B, phi, end, ask), 0);
    cg_new_block(g, ask);
    in[1] = cg_only(g, cg_call(cg, ENTRY_function_known, args, 3), GLOBAL);
    in[1] = LLVMBuildICmp(B, LLVMIntNE, in[1], cg_i32(cg, 0), "");
    LLVMBuildBr(B, end);
    cg_new_block(g, end);
    phi = LLVMBuildPhi(B, cg->i1, "");
    LLVMAddIncoming(phi, in, from, 2);
    return phi;
}
