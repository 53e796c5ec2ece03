/* What values probably are: the facts that infer.c collects, and the tables of
 * builtin results it reads. */
#ifndef PYLLC_IR_INFER_H
#define PYLLC_IR_INFER_H

#include "ir/ir.h"

enum {
    TYPE_CONTAINERS = TK_list | TK_tuple | TK_dict | TK_set,
    TYPE_BUILTIN = TYPE_ANY & ~(TK_other | TK_class | TK_module)
};

typedef struct Item Item;

typedef struct Fact {
    Type type;
    Item *item; /* of containers; NULL: not asked yet */
} Fact;

struct FnFacts {
    Fact *params, *cells, *values; /* values: by id */
    Fact result;                   /* of generators: the items yielded */
    bool called; /* some call was seen, so its parameters are known */
};

/* The def behind a call's callee, or NULL. */
Fn *infer_known_callee(const Value *call);

/* The def of __init__ in a class body, or NULL. */
Fn *infer_init(const Fn *class_body);

/* infer_tables.c: TYPE_ANY where the tables do not say. */
Type infer_builtin_result(const char *name);
/* self: the receiver's type; TYPE_ANY or 0: not known. */
Type infer_method_result(Type self, const char *name);

#endif
