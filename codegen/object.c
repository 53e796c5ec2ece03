/* Optimising an LLVM module and writing it out. */
#include "codegen/internal.h"

#include <llvm-c/Analysis.h>
#include <llvm-c/BitReader.h>
#include <llvm-c/BitWriter.h>
#include <llvm-c/IRReader.h>
#include <llvm-c/Linker.h>
#include <llvm-c/Support.h>
#include <llvm-c/Target.h>
#include <llvm-c/Transforms/PassBuilder.h>

#include <llvm/Config/llvm-config.h>

#include <stdlib.h>
#include <string.h>

void codegen_init(bool drops)
{
    /* There are no variables in the debug information, so that LLVM need not
     * follow them: 7 % of its time for functions with many blocks.  Indices
     * are best left alone: counters beside them, for what only slow ways need,
     * take registers. */
    static const char *const args[] = {
        "pyllc", "-experimental-debug-variable-locations=false", "-disable-lsr",
        "-optimize-regalloc"};

    LLVMInitializeX86TargetInfo();
    LLVMInitializeX86Target();
    LLVMInitializeX86TargetMC();
    LLVMInitializeX86AsmPrinter();
    LLVMInitializeX86AsmParser();
    LLVMParseCommandLineOptions(drops ? 4 : 3, args, NULL);
}

const char *codegen_llvm_version(void)
{
    return LLVM_VERSION_STRING;
}

static LLVMCodeGenOptLevel machine_level(const CodegenOptions *o)
{
    switch (o->plain ? 0 : o->opt_level) {
    case 0:
        return LLVMCodeGenLevelNone;
    case 1:
        return LLVMCodeGenLevelLess;
    case 3:
        return LLVMCodeGenLevelAggressive;
    default:
        return LLVMCodeGenLevelDefault;
    }
}

static bool make_machine(Codegen *cg, char **error)
{
    char *triple = LLVMGetDefaultTargetTriple();
    LLVMTargetRef target;
    bool native = cg->options->native_cpu;
    char *cpu = native ? LLVMGetHostCPUName() : strdup("x86-64");
    char *features = native ? LLVMGetHostCPUFeatures() : strdup("");
    LLVMTargetDataRef layout;

    if (LLVMGetTargetFromTriple(triple, &target, error))
        return false;
    cg->machine = LLVMCreateTargetMachine(target, triple, cpu, features,
                                          machine_level(cg->options),
                                          LLVMRelocPIC, LLVMCodeModelDefault);
    layout = LLVMCreateTargetDataLayout(cg->machine);
    LLVMSetModuleDataLayout(cg->mod, layout);
    LLVMSetTarget(cg->mod, triple);
    LLVMDisposeTargetData(layout);
    LLVMDisposeMessage(triple);
    free(cpu);
    free(features);
    return true;
}

/* Adds the runtime's fast paths, which stay in the runtime's archive too:
 * functions defined there are for inlining only. */
static bool link_fast_paths(Codegen *cg, char **error)
{
    LLVMMemoryBufferRef buffer;
    LLVMModuleRef fast;
    LLVMValueRef f;

    if (!cg->options->fast_bitcode)
        return true;
    if (LLVMCreateMemoryBufferWithContentsOfFile(cg->options->fast_bitcode,
                                                 &buffer, error))
        return false;
    if (LLVMGetBitcodeModuleInContext2(cg->ctx, buffer, &fast)) {
        *error = strdup("the runtime's bitcode cannot be read");
        return false;
    }
    for (f = LLVMGetFirstFunction(fast); f; f = LLVMGetNextFunction(f))
        if (!LLVMIsDeclaration(f) && LLVMGetLinkage(f) == LLVMExternalLinkage)
            LLVMSetLinkage(f, LLVMAvailableExternallyLinkage);
    LLVMSetTarget(fast, LLVMGetTarget(cg->mod));
    LLVMSetModuleDataLayout(fast, LLVMGetModuleDataLayout(cg->mod));
    if (LLVMLinkModules2(cg->mod, fast)) {
        *error = strdup("the runtime's bitcode does not link");
        return false;
    }
    return true;
}

/* -O2: what pays for code from our IR.  LLVM's own pipeline takes twice as
 * long over it; its vectorisers, unrolling and second rounds find next to
 * nothing in loops with tests and calls.  Threading of jumps takes the second
 * tests of statuses away that inlined entries return, and with them code that
 * later passes would work on; what is known behind a test (correlated) takes
 * overflow tests away. */
#define COMBINE "instcombine<no-verify-fixpoint>,"
static const char quick_pipeline[] =
    "function(simplifycfg,sroa,early-cse),cgscc(inline),globaldce,"
    "function(sroa,early-cse<memssa>,simplifycfg," COMBINE
    "jump-threading,correlated-propagation,"
    "loop-mssa(loop-rotate,licm),simplifycfg,gvn," COMBINE "dse,simplifycfg)";

/* -O1: what inlines nothing has little more to find. */
static const char short_pipeline[] =
    "function(simplifycfg,early-cse,simplifycfg)";

static const char *pipeline(const CodegenOptions *o)
{
    static const char *const levels[] = {"default<O0>", short_pipeline,
                                         quick_pipeline, "default<O3>"};

    return levels[o->opt_level];
}

/* What allocates a number changes nothing that compiled code can see; what asks
 * for a shape only what makes the question quicker the next time. */
static void add_effects(Codegen *cg)
{
    enum { /* of LLVM's MemoryEffects */
           INACCESSIBLE_ONLY = 3 << 2,
           READS_ALL = 1 | 1 << 4
    };
    static const struct {
        const char *name;
        int memory;
    } effects[] = {{"int_box", INACCESSIBLE_ONLY},
                   {"float_box", INACCESSIBLE_ONLY},
                   {"pyrt_is_shape_slow", INACCESSIBLE_ONLY | READS_ALL}};
    unsigned memory = LLVMGetEnumAttributeKindForName("memory", 6);

    for (size_t i = 0; i < sizeof effects / sizeof *effects; i++) {
        LLVMValueRef f = LLVMGetNamedFunction(cg->mod, effects[i].name);

        if (f && LLVMIsDeclaration(f))
            LLVMAddAttributeAtIndex(
                f, LLVMAttributeFunctionIndex,
                LLVMCreateEnumAttribute(cg->ctx, memory,
                                        (uint64_t)effects[i].memory));
    }
}

/* Calls that LLVM merged, of several lines, would have none: whoever looks at
 * the frames (warnings, type() for __module__) would miss the caller. */
static void forbid_merging(Codegen *cg)
{
    unsigned nomerge = LLVMGetEnumAttributeKindForName("nomerge", 7);
    unsigned cold = LLVMGetEnumAttributeKindForName("cold", 4);
    LLVMAttributeRef a = LLVMCreateEnumAttribute(cg->ctx, nomerge, 0);

    for (LLVMValueRef f = LLVMGetFirstFunction(cg->mod); f;
         f = LLVMGetNextFunction(f))
        if (!LLVMGetIntrinsicID(f) &&
            !LLVMGetEnumAttributeAtIndex(f, LLVMAttributeFunctionIndex, cold))
            LLVMAddAttributeAtIndex(f, LLVMAttributeFunctionIndex, a);
}

Codegen *codegen_read(Arena *a, const CodegenOptions *options, const char *path,
                      char **error)
{
    Codegen *cg = codegen_stub(a, options);
    LLVMMemoryBufferRef buffer;
    LLVMModuleRef read;

    /* The parser takes the buffer. */
    if (LLVMCreateMemoryBufferWithContentsOfFile(path, &buffer, error) ||
        LLVMParseIRInContext(cg->ctx, buffer, &read, error)) {
        codegen_free(cg);
        return NULL;
    }
    LLVMDisposeModule(cg->mod);
    cg->mod = read;
    if (make_machine(cg, error) &&
        !LLVMVerifyModule(cg->mod, LLVMReturnStatusAction, error)) {
        LLVMDisposeMessage(*error);
        *error = NULL;
        return cg;
    }
    codegen_free(cg);
    return NULL;
}

static bool run_passes(Codegen *cg, char **error)
{
    LLVMPassBuilderOptionsRef opts = LLVMCreatePassBuilderOptions();
    LLVMErrorRef e;

    LLVMPassBuilderOptionsSetMergeFunctions(opts, cg->options->optimize_size);
    e = LLVMRunPasses(cg->mod, pipeline(cg->options), cg->machine, opts);
    LLVMDisposePassBuilderOptions(opts);
    if (!e)
        return true;
    *error = strdup(LLVMGetErrorMessage(e));
    return false;
}

bool codegen_optimize(Codegen *cg, char **error)
{
    if (!make_machine(cg, error))
        return false;
    cg_finish_sections(cg);
#ifndef NDEBUG
    if (LLVMVerifyModule(cg->mod, LLVMReturnStatusAction, error))
        return false;
    LLVMDisposeMessage(*error);
#endif
    if (cg->options->opt_level == 0 || cg->options->plain || !cg->m)
        return true;
    if (cg->options->opt_level >= 2 && !link_fast_paths(cg, error))
        return false;
    add_effects(cg);
    forbid_merging(cg);
    return run_passes(cg, error);
}

static LLVMMemoryBufferRef emit_machine_code(Codegen *cg, OutputKind kind,
                                             char **error)
{
    LLVMMemoryBufferRef buffer = NULL;

    if (LLVMTargetMachineEmitToMemoryBuffer(
            cg->machine, cg->mod,
            kind == OUTPUT_assembly ? LLVMAssemblyFile : LLVMObjectFile, error,
            &buffer))
        return NULL;
    return buffer;
}

char *codegen_emit(Codegen *cg, OutputKind kind, size_t *size, char **error)
{
    LLVMMemoryBufferRef buffer;
    char *data;

    if (kind == OUTPUT_ir) {
        data = codegen_text(cg);
        *size = strlen(data);
        return data;
    }
    buffer = kind == OUTPUT_bitcode ? LLVMWriteBitcodeToMemoryBuffer(cg->mod)
                                    : emit_machine_code(cg, kind, error);
    if (!buffer)
        return NULL;
    *size = LLVMGetBufferSize(buffer);
    data = malloc(*size ? *size : 1);
    if (data)
        memcpy(data, LLVMGetBufferStart(buffer), *size);
    LLVMDisposeMemoryBuffer(buffer);
    return data;
}

char *codegen_text(Codegen *cg)
{
    char *text = LLVMPrintModuleToString(cg->mod), *copy = strdup(text);

    LLVMDisposeMessage(text);
    return copy;
}

void codegen_free(Codegen *cg)
{
    LLVMDisposeBuilder(cg->builder);
    if (cg->machine)
        LLVMDisposeTargetMachine(cg->machine);
    LLVMDisposeModule(cg->mod);
    LLVMContextDispose(cg->ctx);
}
