/* Line tables: which line each instruction comes from, as DWARF.
 *
 * The runtime reads the table back to show frames (sys._getframe, warnings,
 * logging), debuggers and profilers read it as usual.  Version 4, since the
 * runtime knows that only.  Nothing of it is loaded with the program. */
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
    cg_debug_line(cg, (int)line);
}

void cg_debug_line(Codegen *cg, int line)
{
    if (line <= 0 || !cg->debug_scope)
        return;
    LLVMSetCurrentDebugLocation2(
        cg->builder, LLVMDIBuilderCreateDebugLocation(
                         cg->ctx, (unsigned)line, 0, cg->debug_scope, NULL));
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
