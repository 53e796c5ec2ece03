/* What the passes that let text grow in place share: consume.c (variables of
 * functions), consume_globals.c. */
#ifndef PYLLC_IR_CONSUME_H
#define PYLLC_IR_CONSUME_H

#include "ir/ir.h"

/* v + x and v += x. */
static inline bool consume_is_addition(const Value *v)
{
    return v->op == OP_iadd || v->op == OP_add;
}

/* Is v a str, as far as can be seen?  Another one's __radd__ may decide. */
bool consume_is_text(const Value *v);
/* An OP_settle of v, in no block yet. */
Value *consume_settle(Fn *fn, Value *v);
/* Puts one in front of `use` if that may keep its operand i or show it to
 * Python code, should it be a str that has grown. */
void consume_settle_for(Value *use, int i);

#endif
