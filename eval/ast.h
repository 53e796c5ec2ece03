/* Module _ast: the frontend's trees as Python objects, and back.
 *
 * Classes and fields come from frontend/ast.def.  ast_export makes objects of a
 * tree; ast_import checks objects as CPython's compiler does, and what it would
 * crash on, too: it makes a tree that the parser could have made.  Contexts
 * (Load, Store ...) are set from where an expression stands. */
#ifndef PYLLC_EVAL_AST_H
#define PYLLC_EVAL_AST_H

#include "frontend/ast.h"
#include "object.h"

/* The families of nodes, as in CPython's grammar of trees. */
typedef enum {
    FAMILY_mod,
    FAMILY_stmt,
    FAMILY_expr,
    FAMILY_slice,
    FAMILY_comprehension,
    FAMILY_excepthandler,
    FAMILY_arguments,
    FAMILY_keyword,
    FAMILY_alias,
    FAMILY_COUNT
} AstFamily;

AstFamily ast_family(AstKind kind);
const char *ast_family_name(AstFamily f);
/* Nodes of the family have lineno and col_offset. */
bool ast_family_has_place(AstFamily f);

/* Makes the classes, once; -1 with the exception pending. */
int ast_prepare(void);
PyType *ast_class(AstKind kind);
/* And, Add, Load ... as they stand in trees: one object each. */
Value ast_op_object(AstOp op);
Value ast_ctx_object(AstCtx ctx);
bool ast_ctx_check(Value v);

/* Instances of AST; of the class of this kind. */
bool ast_check(Value v);
bool ast_is(Value v, AstKind kind);

/* Trees nest 20,000 deep: the stack is what counts, not Python's limit.  -1
 * with RuntimeError: it is short. */
int ast_stack_check(void);

Value ast_export(const Node *n);
/* In the arena; depth: of the deepest node.  NULL with the exception. */
Node *ast_import(Arena *a, Value tree, int *depth);

#endif
