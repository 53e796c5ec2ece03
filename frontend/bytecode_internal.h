/* What the files of bytecode share: bytecode.c emits and assembles,
 * bytecode_stmt.c and bytecode_expr.c walk the tree, bytecode_fold.c computes
 * constants, bytecode_tidy.c improves the bytes as CPython's optimiser does. */
#ifndef PYLLC_FRONTEND_BYTECODE_INTERNAL_H
#define PYLLC_FRONTEND_BYTECODE_INTERNAL_H

#include "frontend/bytecode.h"

#include <string.h>

typedef enum {
#define OPCODE(name, number, effect) BC_##name = number,
#include "frontend/opcode.def"
} Opcode;

typedef struct Insn {
    int op, arg;
    int label; /* of a jump, else -1 */
    int line;  /* 0: that of the instruction before */
} Insn;

typedef enum { BLOCK_loop, BLOCK_try, BLOCK_finally } BcBlockKind;

typedef struct BcBlock {
    BcBlockKind kind;
    int label; /* of a loop: where it begins again */
} BcBlock;

typedef struct Emit {
    Arena *a;
    const Scope *scope;
    unsigned future;
    Bytecode *out;
    VEC(Insn) insns;
    VEC(int) labels; /* indices of instructions */
    Map names;       /* Name -> index in names + 1 */
    BcBlock blocks[32];
    int nblocks;
    int line;
    bool has_line; /* the line has an instruction */
    bool returned; /* since the last label */
} Emit;

/* bytecode.c */
void emit(Emit *e, Opcode op, int arg);
void emit_jump(Emit *e, Opcode op, int label);
int emit_label(Emit *e);
void emit_place(Emit *e, int label);
void emit_const(Emit *e, const BcConst *c);
void emit_none(Emit *e);
void emit_text(Emit *e, const char *data, size_t len);
int emit_const_index(Emit *e, const BcConst *c);
int emit_name_index(Emit *e, const Name *name);
void emit_name(Emit *e, const Name *name, AstCtx ctx);
void emit_line(Emit *e, int line);

/* bytecode_expr.c */
void emit_expr(Emit *e, const Node *n);
void emit_exprs(Emit *e, const NodeList *list);
void emit_closure(Emit *e, const Scope *inner, int ndefaults);
void emit_comprehension_body(Emit *e, const Node *n);
void emit_augmented(Emit *e, const Node *n);

/* bytecode_stmt.c */
void emit_stmts(Emit *e, const NodeList *list, bool skip_first);

/* bytecode_fold.c: NULL where CPython leaves the operation alone, too. */
BcConst *fold_unary(Arena *a, int op, const BcConst *v);
BcConst *fold_binary(Arena *a, int op, const BcConst *v, const BcConst *w);
bool const_is_true(const BcConst *c);

/* bytecode_tidy.c */
void bytecode_tidy(Emit *e);

#endif
