/* Line tables: which line each instruction comes from, as DWARF.
 *
 * The runtime reads the table back to show frames (sys._getframe, warnings,
 * logging), debuggers and profilers read it as usual.  Version 4, since the
 * runtime knows that only.  Nothing of it is loaded with the program.
 *
 * The columns are no columns: each is the number of the call that an
 * instruction is part of, in a table of the module, so that the runtime sees
 * the calls that inlining, here or in LLVM, left out of the stack. */
#include "codegen/internal.h"

#include <llvm-c/DebugInfo.h>
#include <string.h>

static void module_flag(Codegen *cg, const char *name, int value)
{
    LLVMAddModuleFlag(cg->mod, LLVMModuleFlagBehaviorWarning, name,
                      strlen(name), LLVMValueAsMetadata(cg_i32(cg, value)));
}

void cg_debug_init(Codegen *cg)
{
    const char *path = cg->m->filename;
    LLVMDWARFEmissionKind kind = cg->options->debug_info
                                     ? LLVMDWARFEmissionFull
                                     : LLVMDWARFEmissionLineTablesOnly;

    module_flag(cg, "Debug Info Version", (int)LLVMDebugMetadataVersion());
    module_flag(cg, "Dwarf Version", 4);
    cg->debug = LLVMCreateDIBuilder(cg->mod);
    cg->debug_file =
        LLVMDIBuilderCreateFile(cg->debug, path, strlen(path), "", 0);
    LLVMDIBuilderCreateCompileUnit(cg->debug, LLVMDWARFSourceLanguagePython,
                                   cg->debug_file, "pyllc", 5, 1, "", 0, 0, "",
                                   0, kind, 0, 0, 0, "", 0, "", 0);
}

void cg_debug_function(Codegen *cg, const Fn *fn, LLVMValueRef f)
{
    LLVMMetadataRef type = LLVMDIBuilderCreateSubroutineType(
        cg->debug, cg->debug_file, NULL, 0, LLVMDIFlagZero);
    unsigned line = (unsigned)fn->scope->first_line;

    cg->debug_scope = LLVMDIBuilderCreateFunction(
        cg->debug, cg->debug_file, fn->name->text, fn->name->len, fn->symbol,
        strlen(fn->symbol), cg->debug_file, line, type, 1, 1, line,
        LLVMDIFlagZero, 0);
    LLVMSetSubprogram(f, cg->debug_scope);
    cg->debug_root = ir_inlined((Fn *)fn, (Fn *)fn, 0, NULL);
    cg_debug_line(cg, (int)line, NULL);
}

static void set_location(Codegen *cg, unsigned line, unsigned column)
{
    LLVMSetCurrentDebugLocation2(
        cg->builder, LLVMDIBuilderCreateDebugLocation(cg->ctx, line, column,
                                                      cg->debug_scope, NULL));
}

static LLVMValueRef code_call(Codegen *cg, const Inlined *call)
{
    LLVMValueRef fields[] = {
        cg_i32(cg, cg_code_index(call->fn)), cg_i32(cg, call->line),
        cg_i32(cg, call->caller ? call->caller->number : 0)};

    return LLVMConstStructInContext(cg->ctx, fields, 3, 0);
}

/* LLVM's columns have 16 bits; 0: nobody knows. */
static int call_number(Codegen *cg, Inlined *call)
{
    Inlined *root = cg->debug_root;

    if (call->number || cg->m->calls.count >= UINT16_MAX)
        return call->number;
    if (call != root) {
        call->caller = call->caller ? call->caller : root;
        call_number(cg, call->caller);
    }
    vec_push(cg->arena, &cg->m->calls, call);
    return call->number = cg->m->calls.count;
}

LLVMValueRef cg_debug_calls(Codegen *cg)
{
    int n = cg->m->calls.count;
    LLVMTypeRef fields[] = {cg->i32, cg->i32, cg->i32};
    LLVMTypeRef row = LLVMStructTypeInContext(cg->ctx, fields, 3, 0);
    LLVMValueRef *rows = ARENA_ARRAY(cg->arena, LLVMValueRef, n + 1), array;

    for (int i = 0; i < n; i++)
        rows[i] = code_call(cg, cg->m->calls.items[i]);
    array = LLVMConstArray2(row, rows, (uint64_t)n);
    LLVMValueRef g = LLVMAddGlobal(cg->mod, LLVMTypeOf(array), "code_calls");

    LLVMSetInitializer(g, array);
    LLVMSetLinkage(g, LLVMInternalLinkage);
    LLVMSetGlobalConstant(g, 1);
    return g;
}

void cg_debug_line(Codegen *cg, int line, Inlined *inlined)
{
    if (line <= 0 || !cg->debug_scope)
        return;
    set_location(cg, (unsigned)line,
                 (unsigned)call_number(cg, inlined ? inlined : cg->debug_root));
}

void cg_debug_entry(Codegen *cg, const Fn *fn, LLVMValueRef f)
{
    cg_debug_function(cg, fn, f);
    set_location(cg, 0, 0);
}

void cg_debug_leave(Codegen *cg)
{
    cg->debug_scope = NULL;
    LLVMSetCurrentDebugLocation2(cg->builder, NULL);
}

void cg_debug_finish(Codegen *cg)
{
    LLVMDIBuilderFinalize(cg->debug);
    LLVMDisposeDIBuilder(cg->debug);
}
