/* Typed SSA: the middle of the compiler.
 *
 * A Program has Modules, a Module has Fns (its body, class bodies, functions),
 * a Fn has Blocks, a Block has Values in order and ends in a control.  Every
 * Value is an operation of ops.def.
 *
 * Error edges.  An operation with RAISES that stands inside a try statement is
 * the last value of its block; the block's control is CTL_try: succ[0] goes
 * on, succ[1] is the handler.  Outside of any try the error edge leaves the
 * function and is not drawn.  The *_ovf operations end their block with
 * CTL_ovf: succ[1] is taken on overflow, where the result is undefined.
 *
 * Phis stand first in a block, one argument per predecessor in the order of
 * block->preds.
 *
 * Reading order: ops.def, types.def, this file, build.c, specialize.c. */
#ifndef PYLLC_IR_IR_H
#define PYLLC_IR_IR_H

#include "base/arena.h"
#include "base/intern.h"
#include "base/map.h"
#include "base/strbuf.h"
#include "base/vector.h"
#include "frontend/frontend.h"

typedef struct Program Program;
typedef struct Module Module;
typedef struct Fn Fn;
typedef struct Block Block;
typedef struct Value Value;
typedef struct Const Const;
typedef struct ConstEntry ConstEntry;
typedef struct Global Global;
typedef struct FnFacts FnFacts;
typedef struct Shape Shape;
typedef struct Inlined Inlined;

typedef enum {
#define OP(name, nargs, rep, flags) OP_##name,
#include "ir/ops.def"
    OP_COUNT
} Op;

typedef enum { REP_none, REP_any, REP_i64, REP_f64, REP_i1, REP_ptr } Rep;

enum {
    OPF_RAISES = 1,
    OPF_PURE = 2,
    OPF_READS = 4,
    OPF_WRITES = 8,
    OPF_NORET = 16,
    OPF_UNSET = 32
};

/* Value.i of arithmetic and comparisons, see temps.c. */
enum { TEMP_left = 1, TEMP_right = 2, TEMP_result = 4 };
/* Of add and iadd: a str on the left may grow in place, see consume.c; if it
 * was taken, see consume_globals.c. */
enum { TEXT_own = 8, TEXT_taken = 16 };

/* A set of KIND bits; 0 is bottom, TYPE_ANY everything but unset. */
typedef uint32_t Type;
enum {
#define KIND(name) TKBIT_##name,
#include "ir/types.def"
    TK_COUNT
};
enum {
#define KIND(name) TK_##name = 1 << TKBIT_##name,
#include "ir/types.def"
    TYPE_ALL = (1 << TK_COUNT) - 1,
    TYPE_ANY = TYPE_ALL & ~TK_unset
};

typedef enum {
    CONST_int,
    CONST_long,
    CONST_float,
    CONST_imag,
    CONST_str,
    CONST_unicode,
    CONST_tuple,
    CONST_none
} ConstKind;

/* A constant of the module's table, unique by kind and content. */
struct Const {
    ConstKind kind;
    int index;        /* in Module.consts */
    bool interned;    /* str: looks like a name */
    bool passing;     /* str: not worth to be interned for good; see lower.c */
    int64_t i;        /* int */
    double d;         /* float, imaginary part */
    const char *data; /* str bytes, unicode as WTF-8, long digits */
    size_t len;
    int base;      /* long */
    Const **items; /* tuple; len of them */
};

/* A module-level name: a static slot. */
struct Global {
    const Name *name;
    Module *module;
    int index;
    int nstores;            /* store_global operations in the module */
    Fn *only_fn;            /* the def that is its only store, or NULL */
    Fn *only_class;         /* the body of the class that is; of pass_infer */
    bool holds_text, grows; /* of pass_consume_globals */
};

typedef VEC(Value *) ValueList;
typedef VEC(Fn *) FnList;

/* A call that a copy of its callee's body stands for. */
struct Inlined {
    Fn *fn;          /* the callee */
    int line;        /* of the call */
    Inlined *caller; /* the call whose copy that one was in, or NULL */
    int number;      /* of codegen: in the module's table; 0: not yet */
};

struct Value {
    Op op;
    Rep rep;
    Type type;
    int id;
    int line;
    int nargs;
    Value **args;
    Block *block;
    Value *prev, *next;
    int64_t i;
    int i2; /* scratch of passes */
    double d;
    const Name *name;
    Const *konst;
    Global *global;
    Fn *fn;
    Inlined *inlined;   /* in a copy: the call that it stands for; or NULL */
    const Shape *shape; /* probably an instance of that class; pass_shapes */
    Value *forward;     /* scratch of passes */
    int held;           /* slot from 1: what a variable was set to, which keeps
                           it alive; see hold.c; 0: none */
    bool owned;         /* a variable's, with traced */
    bool outline;       /* unlikely: not to be inlined */
    bool narrow;        /* of pass_specialize: tested where it is made */
};

typedef enum {
    CTL_none,   /* block under construction */
    CTL_jump,   /* succ[0] */
    CTL_branch, /* cond (i1) ? succ[0] : succ[1] */
    CTL_switch, /* cond (i64): succ[i] for i < nsucc-1, else the last */
    CTL_return, /* cond: the result */
    CTL_try,    /* last value raises: succ[1] */
    CTL_ovf,    /* last value overflows: succ[1] */
    CTL_stop    /* after NORET operations */
} Ctl;
enum { CTL_COUNT = CTL_stop + 1 };

struct Block {
    int id;
    Fn *fn;
    Value *first, *last;
    Ctl ctl;
    Value *cond;
    VEC(Block *) succ;
    VEC(Block *) preds;
    int line;     /* of the control */
    bool in_loop; /* as loops_find found it; passes hand it on to new blocks */
    Block *loop;  /* header of the innermost loop around it; loops_find */
    bool innermost; /* the header of a loop without others in it */
    Block *idom;    /* immediate dominator; loops_find */
    bool cold;      /* error and overflow paths */
    bool surprise;  /* where no pass expects control to come; cold as well */
    /* build.c */
    bool sealed;
    ValueList defs; /* by variable */
    ValueList incomplete;
    /* scratch of passes */
    void *data;
    int mark;
};

/* Value.i of a line: its number, flags, the number of the innermost nest. */
enum { LINE_FLAGS = 32, LINE_NEST = 40 };
enum {
    LINE_EXCEPT = 1, /* an except clause's */
    LINE_AGAIN = 2,  /* where a loop jumps back to its line */
};

typedef enum { FN_module, FN_class, FN_function } FnKind;

/* A statement that control cannot jump into. */
typedef struct FnNest {
    int outer; /* number of the one around it; 0: none */
    bool is_finally;
} FnNest;

struct Fn {
    Module *module;
    FnKind kind;
    Scope *scope;
    int index;    /* in Module.fns */
    int original; /* index of the function that it is a body of, for so many
                     arguments; 0: it is its own; of pass_forward */
    const Name *name;
    Fn *parent;
    int nparams; /* with * and ** */
    int argcount;
    bool varargs, varkeywords;
    bool is_generator;
    bool is_large; /* LLVM would take seconds for it; of pass_large */
    bool is_quick; /* not worth LLVM's time; of pass_large, pass_tiers */
    bool is_small; /* was, before pass_methods put bodies in */
    bool catches;  /* has except clauses: saves and restores sys.exc_info */
    int nheld;     /* the highest Value.held, */
    int nown;      /* and without those of inlined calls */
    int nframe;    /* generator: frame slots used, see lower_generator */
    int nresume;
    const char *symbol; /* link name of the body */
    VEC(Block *) blocks;
    Block *entry;
    int nvalues, nblocks;
    Arena *arena;
    Const *doc;        /* docstring or NULL */
    FnFacts *facts;    /* of pass_infer */
    Shape *shape;      /* of a class's body: pass_shapes */
    VEC(FnNest) nests; /* numbered from 1; with traced */
    /* The body for arguments of the expected types, which it takes unboxed;
     * its signature.  0: any word.  A result of result_type is returned raw,
     * others as words. */
    Fn *typed;
    Type *param_types; /* of a typed body, else NULL */
    Type result_type;
};

/* A class of the module and where its instances keep attributes if all goes
 * as usual: in slots of these names, those of the base first. */
struct Shape {
    Fn *body;
    const Shape *base; /* or NULL: object */
    int index;         /* in Module.shapes */
    bool unusual;      /* nothing is expected of its instances */
    bool classic;      /* of an old-style class */
    VEC(Const *) slots;
    VEC(Const *) class_names; /* what the bodies of class and bases set */
};

struct Module {
    Program *program;
    const Name *name; /* dotted */
    const char *filename;
    bool is_package, is_main;
    bool is_broken;    /* its body raises the syntax error found in it */
    bool is_eval;      /* the body gets the mapping that its names live in, as
                          eval() and exec have it */
    bool traces;       /* its source names tracers, debuggers or profilers */
    bool traced;       /* lines and variables are marked for tracers: only for
                          pass_simplify and pass_consume */
    bool shows_code;   /* its code objects show bytecode; set by the driver */
    bool shows_locals; /* frames of its functions have f_locals; likewise */
    bool is_text;      /* left for the evaluator: constant 0 is its source */
    bool drops;        /* objects die where the last reference goes: gc_drop */
    unsigned future;   /* FUTURE_ flags; set by ir_build_module */
    /* What generators with something to clean up are called in other modules
     * of the program. */
    VEC(const Name *) closing;
    Source *source;
    Node *ast;
    Scope *scope;
    VEC(Fn *) fns; /* fns.items[0] is the body */
    VEC(Const *) consts;
    VEC(Global *) globals;
    Map global_map;                  /* Name -> Global */
    struct ConstEntry **const_table; /* by content */
    int const_table_size;
    VEC(Shape *) shapes;  /* of pass_shapes */
    Map methods;          /* Name -> FnList of class bodies; of pass_infer */
    int ncopied;          /* values in copies of bodies; of pass_inline */
    VEC(Inlined *) calls; /* by Inlined.number - 1; of codegen */
    Arena *arena;         /* its own: modules are compiled in parallel */
};

struct Program {
    VEC(Module *) modules;
    Module *main;
    bool drops; /* of some of the modules */
    Arena *arena;
};

/* ir.c */
extern const char *const op_names[OP_COUNT];
extern const int8_t op_nargs[OP_COUNT];
extern const uint8_t op_reps[OP_COUNT];
extern const uint8_t op_flags[OP_COUNT];
const char *rep_name(Rep rep);
/* How values that are surely of this one type are best kept. */
static inline Rep type_rep(Type t)
{
    return t == TK_int ? REP_i64 : t == TK_float ? REP_f64 : REP_any;
}

/* Does it give the self that a call of it passes first as well? */
static inline bool ir_loads_method(const Value *v)
{
    return v->op == OP_load_method || v->op == OP_load_super;
}

Module *ir_module_new(Program *p, const Name *name, const char *filename);
Fn *ir_fn_new(Module *m, FnKind kind, Scope *scope, Fn *parent);
Block *ir_block_new(Fn *fn);
/* Appends an operation; args are copied.  Does not end blocks. */
Value *ir_append(Block *b, Op op, int line, int nargs, Value *const *args);
/* A call in fn that is replaced by a copy of the callee's body. */
Inlined *ir_inlined(Fn *fn, Fn *callee, int line, Inlined *caller);
Value *ir_value_new(Fn *fn, Op op, int line, int nargs, Value *const *args);
void ir_insert_first(Block *b, Value *v);
void ir_insert_last(Block *b, Value *v);
void ir_insert_before(Value *where, Value *v);
void ir_insert_after(Value *where, Value *v);
void ir_remove(Value *v);
/* How often v is an operand, or decides where its block goes. */
int ir_count_uses(const Value *v);
void ir_add_arg(Fn *fn, Value *v, Value *arg);
void ir_edge(Block *from, Block *to);
void ir_jump(Block *from, Block *to, int line);
void ir_branch(Block *from, Value *cond, Block *yes, Block *no, int line);
/* The blocks that can be reached from the entry, in reverse postorder: but for
 * loops, each one behind all its preds.  In the function's arena. */
Block **ir_order(const Fn *fn, int *n);
/* Splits behind a value: its block ends with it without a control, the
 * returned one goes on. */
Block *ir_split_behind(Value *at);
/* A block of its own on the edge from b to succ[edge]: it only jumps. */
Block *ir_split_edge(Block *b, int edge);
void ir_return(Block *from, Value *v, int line);
/* A function of so few blocks is written for speed as a whole, others in their
 * loops only. */
bool ir_is_small(const Fn *fn);
/* Takes one edge from pred out of preds and phis of b. */
void ir_drop_pred(Block *b, Block *pred);
/* Marks what entry reaches with 1, else 0; expected: without a surprise. */
void ir_mark_reached(Fn *fn, bool expected);
/* Removes blocks that entry does not reach, and their phi arguments. */
void ir_prune(Fn *fn);
/* Takes v out and sets v->forward; an error edge that v had is gone. */
void ir_replace(Value *v, Value *by);
/* Replaces every use by v->forward where set (chains followed). */
void ir_apply_forwards(Fn *fn);
static inline bool op_raises(Op op)
{
    return op_flags[op] & OPF_RAISES;
}

/* loops.c */

/* Sets Block.loop, in_loop, innermost and idom.  A header is in its own loop.
 */
void loops_find(Fn *fn);
/* By idom; only of blocks that the entry reaches. */
bool block_dominates(const Block *a, const Block *b);
/* The test for signals with which a turn begins. */
Value *loop_safepoint_or_null(const Block *header);

/* Constants, interned per module. */
Const *const_int(Module *m, int64_t i);
Const *const_float(Module *m, double d, ConstKind kind);
Const *const_long(Module *m, const char *digits, int base);
Const *const_str(Module *m, const char *data, size_t len, ConstKind kind);
Const *const_tuple(Module *m, Const **items, size_t n);
Const *const_none(Module *m);
Global *module_global(Module *m, const Name *name);

/* build.c: AST to SSA.  Never fails: the syntax is already checked. */
void ir_build_module(Module *m);

/* code.c: what the runtime is told about code, in its own formats */

/* Appends a constant in the encoding of rt/core/constants.h. */
void const_encode(StrBuf *b, const Const *c);
Const *const_names(Module *m, const NameList *names);
/* co_flags */
int code_flags(const Fn *fn);
/* The names of the parameters, tuples of names where they are taken apart;
 * NULL when none is. */
Const *code_params_or_null(const Fn *fn);
/* The FUTURE_ flags of a module as in co_flags, and back. */
int code_future_flags(unsigned future);
unsigned code_future_of_flags(int flags);
/* Names that the methods of a class store on their first parameter, for the
 * layout of instances: a tuple. */
Const *class_attr_names(Module *m, const Node *class_def);

/* clone.c: a copy, with fn's index, that is not in Module.fns. */
Fn *clone_fn(Fn *fn, const char *symbol);

/* code_facts.c */
Const *code_facts(Module *m, const Fn *fn);

/* shapes.c: the slot that instances of the class have for a name, -1: none,
 * or it has to be looked for in the class as well. */
int shape_slot(const Shape *s, const Const *name);

/* print.c */
extern const char *const type_names[TK_COUNT];
extern const char *const ctl_names[CTL_COUNT];
bool ir_is_word_char(char c); /* of names that stand without quotes */
void ir_print_fn(StrBuf *out, const Fn *fn);
void ir_print_with_twin(StrBuf *out, const Fn *fn); /* and its typed body */
void ir_print_module(StrBuf *out, const Module *m);

/* read.c: what print.c printed */

typedef struct ReadError {
    int line, column; /* from 1 */
    const char *message;
} ReadError;

/* One function, which does not enter the module; functions that it names must
 * be there.  NULL with *error filled: text of any kind is read or refused. */
Fn *ir_read_fn(Module *m, const char *text, size_t len, ReadError *error);
/* All functions of a module, into one that is empty. */
bool ir_read_module(Module *m, const char *text, size_t len, ReadError *error);

/* Prints fn, reads that and prints it again; aborts if the two texts differ:
 * something is lost in one of them. */
void ir_check_round_trip(const Fn *fn, const char *after);

/* verify.c: the first invariant that does not hold, after the id of the value
 * or block; NULL: all hold. */
const char *ir_defect_or_null(const Fn *fn, Arena *a);
/* Aborts with pass, function and value when an invariant fails. */
void ir_verify(const Fn *fn, const char *after);

/* fuse.c: the unpack that takes apart what a next of a loop gives, with
 * nothing between; nobody else sees it.  NULL: none does. */
Value *fuse_unpack_of(const Value *next);

/* Passes; driver/compile.c has the pipeline. */
void pass_consumers(Fn *fn); /* consumers.c */
void pass_counting(Fn *fn);  /* counting.c */
void pass_inline(Module *m); /* inline.c */
void pass_promote(Fn *fn);   /* cells.c */
void pass_infer(Module *m);  /* infer.c */
void pass_large(Fn *fn);     /* tiers.c */
void pass_tiers(Module *m);
void pass_compact(Module *m);         /* tiers.c */
void pass_methods(Module *m);         /* methods.c */
void pass_clone(Module *m);           /* clone.c */
void pass_forward(Module *m);         /* forward.c */
void pass_simplify(Fn *fn);           /* simplify.c */
void pass_consume(Fn *fn);            /* consume.c */
void pass_consume_globals(Module *m); /* consume_globals.c */
void pass_shapes(Module *m);          /* shapes.c */
void pass_fuse(Fn *fn);               /* fuse.c */
void pass_specialize(Fn *fn);         /* specialize.c */
void pass_scalars(Fn *fn);            /* scalars.c */
void pass_ranges(Fn *fn);             /* ranges.c */
void pass_restart(Fn *fn);            /* restart.c */
void pass_reuse(Fn *fn);              /* reuse.c */
void pass_turns(Fn *fn);              /* turns.c */
void pass_hold(Fn *fn);               /* hold.c */
void pass_lower_generator(Fn *fn);    /* generator.c */
void pass_temps(Fn *fn);              /* temps.c */

#define FOREACH_BLOCK(fn, b)                                                   \
    for (int b##_i = 0; b##_i < (fn)->blocks.count; b##_i++)                   \
        for (Block *b = (fn)->blocks.items[b##_i]; b; b = NULL)
#define FOREACH_VALUE(b, v) for (Value *v = (b)->first; v; v = v->next)

#endif
