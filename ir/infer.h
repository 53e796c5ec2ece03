/* What values probably are: the facts that infer.c collects, and the tables of
 * builtin results it reads. */
#ifndef PYLLC_IR_INFER_H
#define PYLLC_IR_INFER_H

#include "ir/ir.h"

enum {
    TYPE_CONTAINERS = TK_list | TK_tuple | TK_dict | TK_set,
    TYPE_BUILTIN = TYPE_ANY & ~(TK_other | TK_class | TK_module),
    /* In Fact.type: the int is not only a literal of the source. */
    TYPE_COMPUTED = 1 << TK_COUNT
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

/* What a container's items are.  known: made by code that was seen, so that
 * no type means no item yet. */
struct Item {
    Item *same; /* union-find: the one that stands for this */
    Type type;
    Item *inner;
    bool known;
};

typedef struct Infer {
    Module *m;
    Arena *a;
    Fn *fn;        /* being walked */
    Map attrs;     /* Name -> Attr of infer.c */
    Fact *globals; /* by Global.index */
    bool changed;
} Infer;

/* Type and items of a value / of what it contains. */
Fact *infer_fact(const Value *v);
Type infer_type(const Value *v);
Item *infer_items(Infer *s, const Value *v);
/* Of items; TYPE_ANY where not all are known. */
Type infer_item_type(const Item *i);
/* Is t known, and nothing but these? */
bool infer_only(Type t, Type among);
/* The type of a parameter or result. */
Type infer_signature(const Fact *f);
void infer_join(Infer *s, Type *to, Type t);
void infer_join_fact(Infer *s, Fact *to, Fact *from);
void infer_set(Infer *s, Value *v, Type t);
void infer_set_fact(Infer *s, Value *v, Fact *from);
void infer_copy(Infer *s, Value *v, Value *from);
void infer_unify(Infer *s, Item *a, Item *b);
/* v goes into the container / is one of the items. */
void infer_put_in(Infer *s, Value *container, Value *v);
void infer_take_out(Infer *s, Value *v, Item *i);
void infer_same_items(Infer *s, Value *a, Value *b);

/* infer_calls.c */
void infer_call(Infer *s, Value *v);
/* An operator of an instance calls functions of the module; false: it is none
 * of one as far as is known. */
bool infer_call_special(Infer *s, Value *v);
void infer_call_bound(Infer *s, Value *v);
/* The def behind a call's callee, or NULL. */
/* The functions of the module that may stand for an operator, by operation; an
 * augmented one counts as plain.  NULL: none, or too many. */
FnList *infer_special(const Module *m, Op op);
Fn *infer_known_callee(const Value *call);
/* Is it the name of range() or xrange()? */
bool infer_is_range(const Name *name);

/* The def of __init__ in a class body, or NULL. */
Fn *infer_init(const Fn *class_body);

/* infer_tables.c: TYPE_ANY where the tables do not say. */
Type infer_builtin_result(const char *name);
/* self: the receiver's type; TYPE_ANY or 0: not known. */
Type infer_method_result(Type self, const char *name);

#endif
