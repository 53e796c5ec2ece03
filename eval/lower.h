/* From IR to register code.  Includes the IR's names: not to be included
 * together with the runtime's. */
#ifndef PYLLC_EVAL_LOWER_H
#define PYLLC_EVAL_LOWER_H

#include "eval/proto.h"
#include "ir/ir.h"

/* Where each value lives; made by regalloc.c. */
typedef struct Registers {
    int32_t *of; /* by Value.id; -1: nowhere */
    int32_t count, npool;
    PoolItem *pool;
    Block **order; /* blocks as they are to be emitted */
    int norder;
    int32_t scratch; /* a register that holds nothing */
} Registers;

void registers_assign(Registers *r, Fn *fn, Arena *a);

/* All functions of the module, in m's arena.  passing: not a file's, of which
 * there are few. */
ProtoModule *lower_module(Module *m, bool passing);

#endif
