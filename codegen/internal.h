/* Shared by the files of codegen/. */
#ifndef PYLLC_CODEGEN_INTERNAL_H
#define PYLLC_CODEGEN_INTERNAL_H

#include "codegen/codegen.h"

#include "abi.h"

#include <llvm-c/Core.h>
#include <llvm-c/TargetMachine.h>

#define N
typedef enum Entry {
#define ENTRY(name, result, params, flags) ENTRY_##name,
#include "entries.def"
    ENTRY_COUNT
} Entry;
#undef N

/* Parts see each other's functions and data as hidden symbols. */
typedef enum CodegenPart {
    PART_whole,
    PART_hot,  /* functions only */
    PART_quick /* those with is_quick, and the module's data */
} CodegenPart;

/* See early.c. */
typedef struct Early {
    Block
        *counted; /* where the function counts as a call; NULL: at its entry */
    bool repeats; /* calls may make the tests in front of it themselves */
} Early;

struct Codegen {
    const CodegenOptions *options;
    Module *m;
    CodegenPart part;
    Arena *arena;
    LLVMContextRef ctx;
    LLVMModuleRef mod;
    LLVMBuilderRef builder;
    LLVMTargetMachineRef machine;
    LLVMTypeRef ptr, i64, i32, i1, f64, void_type;
    LLVMValueRef null;
    LLVMValueRef entries[ENTRY_COUNT]; /* declared on first use */
    LLVMTypeRef entry_types[ENTRY_COUNT];
    LLVMValueRef consts; /* [n x ptr] */
    LLVMTypeRef consts_type;
    LLVMValueRef slots; /* module globals */
    LLVMTypeRef slots_type;
    LLVMValueRef codes; /* PyCode objects */
    LLVMTypeRef codes_type, code_type;
    LLVMValueRef caches;     /* builtin caches of globals */
    LLVMValueRef descriptor; /* the CompiledModule */
    LLVMTypeRef descriptor_type;
    LLVMValueRef *functions; /* bodies, by Fn.index */
    LLVMValueRef *typed;     /* typed bodies, or NULL */
    Early *early;            /* two by Fn.index: of the body, the typed one */
    bool *calls;             /* by Fn.index: see cg_calls */
    LLVMDIBuilderRef debug;
    LLVMMetadataRef debug_file, debug_scope; /* scope: of what is built */
    Inlined *debug_root;                     /* the function of the scope */
    bool outline; /* calls of entries are not to be inlined now */
    unsigned invariant_md;
    VEC(LLVMValueRef) retained, used; /* in sections, by nobody's name */
};

typedef struct Words Words;

/* One function being translated. */
typedef struct FnGen {
    Codegen *cg;
    Fn *fn;
    LLVMValueRef function;
    LLVMValueRef *values;        /* by Value.id */
    LLVMValueRef *selves;        /* by id: stack words of load_method, raw
                                    results of call_typed, lengths of
                                    list_view */
    LLVMBasicBlockRef *blocks;   /* first LLVM block, by Block.id */
    LLVMBasicBlockRef *ends;     /* last LLVM block (normal edge) */
    LLVMBasicBlockRef *err_ends; /* LLVM block of the error edge */
    LLVMBasicBlockRef exit;      /* error exit: phi of lines */
    LLVMValueRef exit_line;
    LLVMBasicBlockRef exit_quiet; /* error exit without traceback line */
    LLVMValueRef self, frame;     /* PyFunction; generator */
    LLVMValueRef sent;
    LLVMValueRef buffer; /* call arguments */
    LLVMTypeRef buffer_type;
    LLVMValueRef handled; /* saved sys.exc_info */
    LLVMValueRef depth;   /* before this call; NULL: not counted */
    LLVMValueRef *held;   /* stack words by Value.held, made when needed */
    Block *counted;   /* only it and what it dominates is counted; NULL: all */
    Words *words;     /* NULL: LLVM keeps the values */
    bool counts_cold; /* only the operations of cold blocks are counted */
    Block *block;     /* being translated */
    Value *value;
} FnGen;

/* types.c */
void cg_types_init(Codegen *cg);
/* An enum attribute without a value, by its name in LLVM IR. */
void cg_add_attribute(Codegen *cg, LLVMValueRef f, const char *name);
/* A function of numbers without effects; known: LLVM may know it by name. */
void cg_pure_function(Codegen *cg, LLVMValueRef f, bool known);
LLVMValueRef cg_entry(Codegen *cg, Entry e);
LLVMValueRef cg_call(Codegen *cg, Entry e, LLVMValueRef *args, int n);
void cg_forbid_inlining(Codegen *cg, LLVMValueRef call);
LLVMValueRef cg_const_slot(Codegen *cg, const Const *c);
LLVMValueRef cg_load_const(Codegen *cg, const Const *c);
LLVMValueRef cg_int(Codegen *cg, int64_t i);
LLVMValueRef cg_i32(Codegen *cg, int32_t i);
/* Says that a conditional branch takes that edge, 0 or 1. */
void cg_likely(Codegen *cg, LLVMValueRef branch, int edge);
LLVMValueRef cg_tagged_int(Codegen *cg, int64_t i);
LLVMValueRef cg_element(Codegen *cg, LLVMTypeRef type, LLVMValueRef array,
                        int64_t i);
LLVMValueRef cg_cstring(Codegen *cg, const char *s);

/* held.c */
/* Behind v, which has a slot. */
void cg_hold(FnGen *g, const Value *v);
void cg_unhold(FnGen *g, int held);

/* words.c */
void cg_words_init(FnGen *g);
/* Where b starts, behind its phis. */
void cg_words_start(FnGen *g, const Block *b);
/* Behind the instructions that make v. */
void cg_words_define(FnGen *g, const Value *v);
/* v is translated. */
void cg_words_used(FnGen *g, const Value *v);
LLVMValueRef cg_use(FnGen *g, const Value *v);
void cg_drop(FnGen *g, const Value *v);
/* All blocks are translated. */
void cg_words_finish(FnGen *g);

/* function.c */
void cg_declare_functions(Codegen *cg);
void cg_function(Codegen *cg, Fn *fn);
/* The body that direct calls use: of a typed fn the typed one. */
LLVMValueRef cg_fn_body(Codegen *cg, const Fn *fn);
/* Does what direct calls of fn run call others, not only when surprised?  Who
 * is called may look at the stack, so LLVM must leave fn its frame. */
bool cg_calls(const Codegen *cg, const Fn *fn);
/* What a typed body's word is when its result is the raw one. */
LLVMValueRef cg_raw_marker(Codegen *cg);

/* debug.c */
void cg_debug_init(Codegen *cg);
/* Instructions built until cg_debug_leave belong to f, the code of fn. */
void cg_debug_function(Codegen *cg, const Fn *fn, LLVMValueRef f);
/* line <= 0: as before.  inlined: see Value. */
void cg_debug_line(Codegen *cg, int line, Inlined *inlined);
/* Instructions built until cg_debug_leave are no line of Python. */
void cg_debug_entry(Codegen *cg, const Fn *fn, LLVMValueRef f);
/* The calls that the columns of the line table count: CodeCall. */
LLVMValueRef cg_debug_calls(Codegen *cg);
void cg_debug_leave(Codegen *cg);
void cg_debug_finish(Codegen *cg);

/* ops.c */
void cg_value(FnGen *g, Value *v);
/* typed.c */
void cg_typed_value(FnGen *g, Value *v);
/* function.c */
void cg_new_block(FnGen *g, LLVMBasicBlockRef b);
LLVMBasicBlockRef cg_block(FnGen *g, const char *name);
LLVMBasicBlockRef cg_error_exit(FnGen *g, int line, bool quiet);
/* The function whose source v is part of. */
static inline const Fn *cg_origin(const Fn *fn, const Value *v)
{
    return v->inlined ? v->inlined->fn : fn;
}

/* lists.c: operations of exact lists; NULL: out of range. */
LLVMValueRef cg_list_length(FnGen *g, LLVMValueRef list);
/* Loads store and length, which LLVM may use behind. */
LLVMValueRef cg_list_view(FnGen *g, LLVMValueRef list, LLVMValueRef *length);
/* Item i of such a store; NULL: out of range. */
LLVMValueRef cg_view_load(FnGen *g, LLVMValueRef store, LLVMValueRef length,
                          LLVMValueRef i);
/* early.c */
void cg_find_early(Codegen *cg, Fn *fn, Early *early);
Early *cg_early(Codegen *cg, const Fn *fn);
/* A call of fn's body (Early.repeats): the word, and the raw result of a typed
 * one. */
LLVMValueRef cg_call_early(FnGen *g, Fn *fn, LLVMValueRef *args,
                           LLVMValueRef *raw);

/* globals.c */
/* The GlobalCache of a name, one in a module. */
LLVMValueRef cg_global_cache(Codegen *cg, const Global *name);
LLVMValueRef cg_load_global(FnGen *g, Value *v, LLVMValueRef *args);
/* i1: is the callee, a global that the module sets once, v->fn? */
LLVMValueRef cg_is_known_fn(FnGen *g, const Value *v, LLVMValueRef callee,
                            LLVMValueRef code);
/* packed.c: of a packed list.  The byte, or -1; i1: was it in range? */
LLVMValueRef cg_packed_length(FnGen *g, LLVMValueRef packed);
LLVMValueRef cg_packed_load(FnGen *g, LLVMValueRef packed, LLVMValueRef i);
LLVMValueRef cg_packed_store(FnGen *g, LLVMValueRef packed, LLVMValueRef i,
                             LLVMValueRef byte);
LLVMValueRef cg_list_load(FnGen *g, LLVMValueRef list, LLVMValueRef i);
LLVMValueRef cg_list_store(FnGen *g, LLVMValueRef list, LLVMValueRef i,
                           LLVMValueRef word);
/* Makes room for n items more, if that takes more than there is. */
void cg_list_reserve(FnGen *g, LLVMValueRef list, LLVMValueRef n);
LLVMValueRef cg_list_put(FnGen *g, LLVMValueRef list, LLVMValueRef word);
/* Marks a load or store of one word that other threads may see; what: loads
 * and stores of other names touch other words. */
/* Says what a load, store or call accesses, and nothing beside (TBAA). */
LLVMValueRef cg_only(FnGen *g, LLVMValueRef access, const char *what);
LLVMValueRef cg_shared(FnGen *g, LLVMValueRef access, const char *what);

/* slots.c: of an object that has the slots of an expected class. */
LLVMValueRef cg_slot_load(FnGen *g, LLVMValueRef object, int64_t slot,
                          bool is_float);
/* A word, i64 or f64.  i1: false: it takes a setattr. */
LLVMValueRef cg_slot_store(FnGen *g, LLVMValueRef object, int64_t slot,
                           LLVMValueRef v, Rep rep);

/* module.c */
/* Gives a symbol that the module's parts share the linkage it needs. */
void cg_set_shared(Codegen *cg, LLVMValueRef symbol);
/* Is the function translated in this part? */
bool cg_has(const Codegen *cg, const Fn *fn);
/* Once, before passes run. */
void cg_finish_sections(Codegen *cg);
/* The number of the code object, which several bodies may share. */
int cg_code_index(const Fn *fn);
LLVMValueRef cg_fn_code(Codegen *cg, const Fn *fn);

#endif
