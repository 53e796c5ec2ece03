/* Module descriptors: what the compiler writes for each compiled module and
 * what a module written in C declares; and the import machinery. */
#ifndef RT_MODULE_H
#define RT_MODULE_H

#include "object.h"
#include "layout.h"

/* A module written in C: one static NativeModule named native_module_<name>;
 * the driver links it when the program imports <name>. */
typedef struct NativeModule {
    const char *name;
    const char *doc;
    const NativeDef *functions; /* ended by a NULL name; or NULL */
    /* Adds constants and types to m->dict; -1 with exception. */
    int (*init)(PyModule *m);
} NativeModule;

/* What codegen knows of a code block; module start-up makes the PyCode of it.
 * The last seven are indexes in the module's constants, doc and params may be
 * -1. */
typedef struct CodeInit {
    CodeEntry *entry;
    void *body; /* where its code starts: a frame's address is after it */
    CodeEntry *const *forwards; /* see PyCode */
    int32_t argcount, nparams, flags, firstlineno, nlocals;
    int32_t name, varnames, freevars, cellvars, names, doc, params;
} CodeInit;

/* A call in compiled code, as instructions are marked with it: of a code block
 * from the line, in the call numbered `caller`, that inlining made part of it;
 * 0: a function of its own. */
typedef struct CodeCall {
    int32_t code, line, caller;
} CodeCall;

enum {
    MODULE_PACKAGE = 1,
    /* The source has a syntax error: the body only raises it, and its own line
     * is to stay out of the traceback. */
    MODULE_BROKEN = 2,
    MODULE_RAN = 4, /* set by the runtime: the body has come to its end */
};

/* A module compiled from Python: pyllc_module_<name>, written by codegen. */
typedef struct CompiledModule {
    const char *name;               /* dotted */
    const char *filename;           /* as tracebacks print it */
    const unsigned char *constants; /* encoded as constants.h says */
    Value *const_table;             /* filled on first import */
    int32_t nconsts;
    int32_t nslots; /* global names with a slot */
    Value *slots;
    const char *const *slot_names;
    Value (*body)(PyModule *m); /* runs the module; NULL on exception */
    int32_t flags;              /* MODULE_ */
    int32_t ncodes;
    const CodeInit *code_inits;
    PyCode *codes;         /* ncodes of them, CODE_SIZE (abi.h) bytes apart */
    const CodeCall *calls; /* numbered from 1 */
    PyModule *_Atomic module; /* set when first imported */
} CompiledModule;

/* Makes the constants and code objects, before the body runs; -1 with
 * MemoryError. */
int compiled_module_prepare(const CompiledModule *m);
/* The module whose function the code object is, and its number there; NULL: it
 * is evaluated code. */
const CompiledModule *code_module_or_null(const PyCode *c, int64_t *index);
/* Code that does the same with these globals: itself, unless it is compiled and
 * has others; NotImplementedError if there is none. */
PyCode *code_for_globals(PyCode *c, const PyDict *globals);

/* The modules a program is linked from, NULL-ended; set by import_init.  Each
 * object file puts a pointer to what it provides or needs into the section
 * pyllc_modules or pyllc_natives, so that linking an object is all it takes. */
extern const CompiledModule **program_modules;
extern const NativeModule **program_native_modules;

PyModule *module_new(const char *name, const char *doc);
int module_add(PyModule *m, const char *name, Value v);

/* The import statement: the __import__ of the builtins, which is
 * import_module() unless the program put another there. */
Value import_statement(PyStr *name, PyDict *globals_or_null, Value fromlist,
                       int level);
/* CPython's import_module_level.  level -1: implicit
 * relative, then absolute. */
Value import_module(PyStr *name, PyDict *globals_or_null, Value fromlist,
                    int level);
/* `from m import name`: attribute or ImportError "cannot import name x". */
Value import_from(Value module, PyStr *name);
/* `from m import *` into the module's or class body's dict. */
int import_star(Value module, PyDict *into);
/* The dicts of sys and __builtin__, and sys.modules. */
extern PyDict *sys_modules, *sys_dict, *builtins_dict;
/* What the child of a fork calls first: threads, import lock, threading. */
void import_after_fork(void);
/* sys.NAME, NULL (nothing raised) when deleted or before start-up. */
Value sys_get(PyStr *name);

/* Sets up everything, runs main_module as __main__, ends the program as
 * CPython does; returns the process's exit code. */
int rt_main(int argc, char **argv, const CompiledModule *main_module);

#endif
