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
    bool optimize_size;
    bool debug_info;
    bool native_cpu;          /* -march=native */
    const char *fast_bitcode; /* path of the runtime's fast paths; NULL: no */
} CodegenOptions;

/* One LLVM module being made.  A context of its own: several may be compiled
 * at once, each in its own thread. */
typedef struct Codegen Codegen;

/* Starts LLVM; once per process, before anything else here. */
void codegen_init(void);
const char *codegen_llvm_version(void);

/* Translates a module; program: also writes the tables that make an
 * executable of it (main, module lists).  native_modules: names of the C
 * modules linked in. */
Codegen *codegen_module(Module *m, const CodegenOptions *options);
void codegen_program(Codegen *cg, Program *p, const char *const *native,
                     int nnative);
/* Runs LLVM's passes for the level. */
bool codegen_optimize(Codegen *cg, char **error);
/* Writes the file; false with a malloc'ed message. */
bool codegen_write(Codegen *cg, const char *path, OutputKind kind,
                   char **error);
/* The LLVM IR as text, malloc'ed. */
char *codegen_text(Codegen *cg);
void codegen_free(Codegen *cg);

/* Link name of a module's descriptor: pyllc_module_<name, dots as ..>. */
const char *codegen_module_symbol(Arena *a, const char *dotted);

#endif
