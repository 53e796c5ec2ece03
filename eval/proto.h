/* Register code: what a function of the IR becomes before it is run.
 *
 * A Proto is plain data of the compiler's half (lower.c), in its arena; load.c
 * makes a code object of it in collected memory.
 *
 * Registers are words.  The first `npool` hold constants and are filled from
 * the pool at each start; parameters follow, then everything else.  An
 * instruction is the operation, then 32-bit operands:
 *
 *   value operations   dst (unless the result is none), registers of the
 *                      arguments (behind their count, if that varies), then
 *                      what insn.def says
 *   edges              code offsets are in words from the start
 *
 * Every IR operation is an instruction of the same name and number; insn.def
 * lists the others. */
#ifndef PYLLC_EVAL_PROTO_H
#define PYLLC_EVAL_PROTO_H

#include "abi.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum {
    POOL_const, /* value: index in the module's constants */
    POOL_word,  /* the raw word: ints, floats, unset */
    POOL_none,
    POOL_true,
    POOL_false,
    POOL_ellipsis
} PoolKind;

typedef struct PoolItem {
    PoolKind kind;
    int64_t value;
} PoolItem;

/* At error or for a traceback: the row of the last pc at or before. */
typedef struct LineRow {
    uint32_t pc;
    int32_t line;
} LineRow;

/* Where control goes when the instruction at pc fails. */
typedef struct CatchRow {
    uint32_t pc, target;
} CatchRow;

/* Where a line starts: an event for tracers, when the instruction at pc is
 * about to run. */
typedef struct MarkRow {
    uint32_t pc;
    int32_t line;
    uint8_t flags; /* MARK_ */
    int32_t nest;  /* the innermost nest: number from 1, or 0 */
} MarkRow;

enum {
    MARK_EXCEPT = 1, /* an except clause's */
    MARK_AGAIN = 2,  /* a loop comes back to its line */
};

/* A statement that nothing may jump into. */
typedef struct NestRow {
    int32_t outer; /* number of the one around it, or 0 */
    bool is_finally;
} NestRow;

/* A variable is in this register from pc on, in the order of the code.
 * Variables are numbered: varnames, cellvars (the cells), then the dict that
 * exec has its names in. */
typedef struct VarRow {
    uint32_t pc;
    int32_t var, reg;
} VarRow;

typedef struct Proto {
    uint32_t *code;
    PoolItem *pool;
    LineRow *lines;
    CatchRow *catches;
    MarkRow *marks;
    VarRow *vars;
    NestRow *nests;
    uint32_t *calls; /* pcs of calls, for profilers */
    int32_t ncode, npool, nlines, ncatches, nmarks, nvars, nnests, ncalls;
    int32_t nregs;   /* with pool and parameters */
    int32_t nbuffer; /* words for arguments of calls */
    int32_t ncaches; /* words of inline caches */
    int32_t nframe;  /* lowered generator: slots of its frame; else -1 */
    int32_t argcount, nparams, flags, firstlineno, nlocals;
    int32_t name, varnames, freevars, cellvars, names; /* constants */
    int32_t doc, params;                               /* or -1 */
    bool saves_handled;                                /* has except clauses */
    bool counts_depth;
    bool is_body; /* its parameter is the mapping that its names live in */
} Proto;

typedef struct ProtoModule {
    const unsigned char *constants; /* as rt/core/constants.h says */
    size_t nbytes;
    int32_t nconstants, nprotos;
    Proto *protos; /* 0: the body */
    const char *filename;
} ProtoModule;

enum { ATTR_CACHE_WORDS = ATTR_CACHE_SIZE / 8, GLOBAL_CACHE_WORDS = 1 };

/* Instructions. */
enum {
#define OP(name, nargs, rep, flags) I_##name,
#include "ir/ops.def"
    I_FIRST_OWN,
    I_BEFORE_OWN = I_FIRST_OWN - 1,
#define INSN(name) I_##name,
#include "eval/insn.def"
    I_COUNT
};

/* Bits of is_type's operand, in the order of ir/types.def. */
enum {
#define KIND(name) KIND_BIT_##name,
#include "ir/types.def"
    KIND_BIT_COUNT
};

#endif
