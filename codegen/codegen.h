/* IR to LLVM to object files.  The only folder that knows LLVM. */
#ifndef PYLLC_CODEGEN_CODEGEN_H
#define PYLLC_CODEGEN_CODEGEN_H

#include "ir/ir.h"

typedef enum {
    OUTPUT_object,
    OUTPUT_assembly,
    OUTPUT_bitcode,
    OUTPUT_ir
} OutputKind;

typedef struct CodegenOptions {
    int opt_level; /* 0 to 3 */
    bool plain;    /* LLVM translates as at level 0 */
    bool optimize_size;
    bool debug_info;
    bool native_cpu;          /* -march=native */
    const char *fast_bitcode; /* path of the runtime's fast paths; NULL: no */
} CodegenOptions;

/* One LLVM module being made.  A context of its own: several may be compiled
 * at once, each in its own thread. */
typedef struct Codegen Codegen;

/* Starts LLVM, before anything else here; again with more drops is fine. drops:
 * some modules have Module.drops; at level 0 LLVM would keep copies of words in
 * places of its own then, see words.c. */
void codegen_init(bool drops);
const char *codegen_llvm_version(void);

/* Translates a module. */
Codegen *codegen_module(Module *m, const CodegenOptions *options);
/* Or in two parts, which may be optimised differently and are linked into one
 * object: the functions that are worth it, and then the others with all data.
 */
Codegen *codegen_hot_part(Module *m, const CodegenOptions *options);
Codegen *codegen_quick_part(Module *m, const CodegenOptions *options);
/* An empty LLVM module, for codegen_program and codegen_natives only. */
Codegen *codegen_stub(Arena *a, const CodegenOptions *options);
/* LLVM IR or bitcode from a file, to be emitted; NULL with a malloc'ed
 * message. */
Codegen *codegen_read(Arena *a, const CodegenOptions *options, const char *path,
                      char **error);
/* Adds main(), which runs the module of this name as the program; python: what
 * its sys.executable is, if there is such a file then. */
void codegen_main(Codegen *cg, const char *dotted, const char *python);
/* Links these C modules in. */
void codegen_natives(Codegen *cg, const char *const *names, int n);
/* Adds a section .pyllc.info, which pyllc reads when it links the object. */
void codegen_info(Codegen *cg, const char *text, size_t len);
/* Runs LLVM's passes for the level. */
bool codegen_optimize(Codegen *cg, char **error);
/* The file's contents, malloc'ed; NULL with a malloc'ed message. */
char *codegen_emit(Codegen *cg, OutputKind kind, size_t *size, char **error);
/* The LLVM IR as text, malloc'ed. */
char *codegen_text(Codegen *cg);
void codegen_free(Codegen *cg);

/* Link name of a module's descriptor: pyllc_module_<name, dots as ..>. */
const char *codegen_module_symbol(Arena *a, const char *dotted);

#endif
