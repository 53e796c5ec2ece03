/* Shared by the files of the builder (build.c, build_expr.c, build_stmt.c). */
#ifndef PYLLC_IR_BUILD_H
#define PYLLC_IR_BUILD_H

#include "ir/ir.h"

typedef enum {
    CONTEXT_loop,
    CONTEXT_finally,
    CONTEXT_with,
    CONTEXT_owner, /* a for loop with a generator or file of its own */
    CONTEXT_except,
    CONTEXT_inside_finally
} ContextKind;

typedef enum {
    EXIT_normal,
    EXIT_exception,
    EXIT_return,
    EXIT_break,
    EXIT_continue
} ExitKind;

typedef struct Context Context;

typedef struct FinallyExit {
    ExitKind kind;
    Context *target;
} FinallyExit;

/* A statement that break, continue or return may have to leave. */
struct Context {
    ContextKind kind;
    Context *up;
    Block *outer_handler;
    Block *break_to, *continue_to;   /* loop */
    Value *exit;                     /* with: bound __exit__; owner: it */
    Block *finally_block;            /* finally, and the three below */
    int selector, result, exception; /* variables */
    VEC(FinallyExit) exits;          /* by selector value */
    Value *kept;                     /* needed until the statement's end */
    int finally_vars[3];             /* the same; of CONTEXT_inside_finally */
};

typedef struct Builder {
    Module *m;
    Fn *fn;
    Scope *scope;
    Arena *a;
    Block *cur;
    Block *handler; /* of the innermost try, or NULL */
    Context *context;
    int line;
    VEC(Rep) var_reps; /* one per SSA variable */
    VEC(int) held;     /* by variable: its slot (Value.held) or 0 */
    Value **params;
    Value **cells; /* by Symbol.cell */
    Value *dict;   /* where a class's or eval's names live; or NULL */
    Value *locals; /* dict of a function with exec or import *; or NULL */
    Value *shown;  /* dict that frames show (Module.shows_locals); or NULL */
    /* build_trace.c */
    int pending; /* a line is to be marked: its flags + 1, or 0 */
    int marked;  /* the last line marked, in the order of the code */
    int nest;    /* the innermost of fn->nests */
    bool keeping;
} Builder;

/* build.c */
Value *build_emit_n(Builder *b, Op op, int nargs, Value **args);
Value *build_emit0(Builder *b, Op op);
Value *build_emit1(Builder *b, Op op, Value *x);
Value *build_emit2(Builder *b, Op op, Value *x, Value *y);
Value *build_emit3(Builder *b, Op op, Value *x, Value *y, Value *z);
Value *build_named(Builder *b, Op op, const Name *name, int nargs,
                   Value **args);
Value *build_const(Builder *b, Const *c);
Value *build_i64(Builder *b, int64_t i);
Block *build_block(Builder *b);
void build_jump(Builder *b, Block *to);
void build_seal(Builder *b, Block *block);
void build_enter(Builder *b, Block *block);
void build_unreachable(Builder *b);
int build_new_var(Builder *b, Rep rep);
void build_write(Builder *b, Block *block, int var, Value *v);
Value *build_read(Builder *b, Block *block, int var);
Value *build_load_name(Builder *b, const Name *name);
void build_store_name(Builder *b, const Name *name, Value *v);
void build_delete_name(Builder *b, const Name *name);
/* A generator that was resumed has another place on the stack. */
void build_show_again(Builder *b);
void build_leave(Builder *b, ExitKind kind, Context *target, Value *result);
/* The dict of the caller's variables for locals(), eval() and exec: unset in a
 * module's body. */
Value *build_locals(Builder *b);
/* Takes over what changed in the dict since. */
void build_locals_back(Builder *b);

/* build_trace.c; none does anything without Module.traced */

/* The line of what follows. */
void build_line(Builder *b, int line);
void build_except_line(Builder *b, int line);
/* Before something that CPython has an instruction for. */
void build_flush_line(Builder *b);
/* A loop has jumped back to its line. */
void build_line_again(Builder *b, int line);
/* What frames show is alive until here. */
void build_keep(Builder *b);
/* Behind what may have dropped references. */
void build_drop(Builder *b);
/* v as a value that no other variable has. */
Value *build_own(Builder *b, Value *v);
/* The variable's value is v from here on. */
void build_show(Builder *b, int var, Value *v, Value *old);
int build_trace_vars(const Builder *b);
/* Enters a statement that nothing may jump into; the number of the one around
 * it, to be set again at its end. */
int build_nest(Builder *b, bool is_finally);

/* build_expr.c */
void build_advance_line(Builder *b, Node *n);
Value *build_expr(Builder *b, Node *n);
/* v is the value of n: the file, if n calls open() and only the code in front
 * of a give_up gets it; else NULL. */
Value *build_file_owned(Builder *b, Node *n, Value *v);
void build_cond(Builder *b, Node *n, Block *yes, Block *no);
Value *build_function(Builder *b, Node *n, Node *args);
Value *build_slice_key(Builder *b, Node *slice);
bool build_simple_slice(Node *slice);
void build_comprehension_fn(Builder *b, Node *n);
Value *build_none_or(Builder *b, Node *n_or_null, Op missing);
Op build_binary_op(Builder *b, AstOp op);
void build_child_cells(Builder *b, Scope *child, Value *v);

/* build_stmt.c */
void build_stmts(Builder *b, NodeList *list);
void build_assign(Builder *b, Node *target, Value *v);

#endif
