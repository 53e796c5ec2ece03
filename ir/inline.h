/* Shared by the passes that put bodies of functions into others: copies of
 * bodies (inline_copy.c) and SSA form for variables that get more than one
 * definition on the way (ssa_update.c). */
#ifndef PYLLC_IR_INLINE_H
#define PYLLC_IR_INLINE_H

#include "ir/infer.h"

/* --- ssa_update.c --- */

/* A variable with definitions in several blocks, whose value at any place is
 * asked for once all of them and all edges are there. */
typedef struct SsaVar {
    Fn *fn;
    Rep rep;
    int nblocks;
    Value **out; /* by block id: the last definition in the block */
    Value **in;  /* what the variable is at its start; filled when asked */
} SsaVar;

void ssa_var(SsaVar *s, Fn *fn, Rep rep);
/* What the variable is where control does not come from there to a use. */
Value *ssa_undefined(SsaVar *s);
/* v is what the variable is from there to the end of b. */
void ssa_define(SsaVar *s, Block *b, Value *v);
Value *ssa_at_start(SsaVar *s, Block *b);
/* On the edge from b to its successor `to`: what b's last value defines does
 * not exist on its error edge. */
Value *ssa_on_edge(SsaVar *s, Block *b, const Block *to);

/* --- inline_copy.c --- */

typedef VEC(Block *) BlockList;
typedef VEC(Inlined *) InlinedList;

/* A body copied into another function. */
typedef struct Copy {
    Fn *to, *from;
    Inlined *call;         /* that the copy stands for */
    int held;              /* the slots of Value.held begin behind this one */
    Value **args, **cells; /* what params and closure cells are */
    Block *failed;         /* where errors go that leave the body */
    Block **first, **last; /* of the copy of a block, by its id */
    Value **values;        /* by id in `from` */
    BlockList blocks;      /* all that were made */
    BlockList returns;     /* those that end in CTL_return */
    BlockList yields;      /* those that end where a value is yielded, */
    ValueList yielded;     /* the value, and */
    BlockList resumed;     /* the block behind */
    InlinedList inner;     /* calls inlined in `from`, */
    InlinedList outer;     /* and in the copy */
} Copy;

/* Copy.held for a call of callee inlined into fn. */
int inline_held(Fn *fn, const Fn *callee, const Inlined *caller);
/* Can calls of fn be replaced by its body? */
bool inline_is_plain(const Fn *fn);
/* Fills c, whose first seven members are set; returns the entry's copy. */
Block *inline_copy(Copy *c);

/* A value in a block of its own. */
typedef struct Spot {
    Block *before, *own, *after; /* before: no control yet */
} Spot;

Spot inline_isolate(Value *v);
/* Draws an error edge like that of the block `like`, if it has one. */
void inline_error_edge(Block *from, const Block *like);
/* An operation on the line of v, and in the call that v is in. */
Value *inline_append(Block *b, Op op, const Value *v, int nargs, Value **args);
/* Each use of v becomes a use of `by`, but for those by `except`. */
void inline_replace_uses(Value *v, Value *by, const Value *except);
/* Each use of the call becomes one of the phi that has what the body gives as
 * well; or of a copy, which the variable holds that the call's result goes to:
 * the body's own variables hold it no longer.  The copy or the phi. */
Value *inline_result(Value *call, Value *phi);
/* The only operation that uses v, or NULL. */
Value *inline_only_use(const Value *v);

/* --- inline.c --- */

/* Where errors of the body that stands for the call go: they are errors of the
 * call, which is in `own`. */
Block *inline_failed(const Value *call, Block *own);

/* Is fn one whose calls pass_inline replaces, where they allow it? */
bool inline_may_copy(const Fn *fn);

/* --- inline_gen.c --- */

/* Does the call make a generator that only one loop uses, and did its body
 * replace it there? */
bool inline_generator(Value *call, Fn *callee);

#endif
