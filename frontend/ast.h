/* Abstract syntax trees, generated from ast.def.  Nodes live in the arena given
 * to frontend_parse and are never changed but by scope_analyze (names, scope).
 * A node has room for its own kind's fields only: never copy or retag one.
 *
 * Lines and columns are CPython's: lineno is 1-based, col_offset counts bytes
 * of the UTF-8 line from 0.  A string token over several lines has its last
 * line as lineno and -1 as col_offset, and so has what begins with it. */
#ifndef PYLLC_FRONTEND_AST_H
#define PYLLC_FRONTEND_AST_H

#include "base/arena.h"
#include "base/intern.h"
#include "base/strbuf.h"

#include <stdbool.h>
#include <stdint.h>

typedef enum {
#define NODE(name, fields) AST_##name,
#include "frontend/ast.def"
    AST_COUNT
} AstKind;

typedef enum {
#define OPERATOR(name) AST_OP_##name,
#include "frontend/ast.def"
    AST_OP_COUNT
} AstOp;

typedef enum {
#define CONTEXT(name) AST_CTX_##name,
#include "frontend/ast.def"
} AstCtx;

enum {
#define FUTURE(name) FUTURE_BIT_##name,
#include "frontend/ast.def"
#define FUTURE(name) FUTURE_##name = 1 << FUTURE_BIT_##name,
#include "frontend/ast.def"
};

typedef struct Node Node;
typedef struct Scope Scope;

typedef struct NodeList {
    Node **items;
    int count;
} NodeList;

typedef struct NameList {
    const Name **items;
    int count;
} NameList;

typedef struct OpList {
    AstOp *items;
    int count;
} OpList;

/* A literal number.  A minus sign right before a literal is part of it, as
 * CPython folds it. */
typedef enum { NUM_int, NUM_long, NUM_float, NUM_imag } NumKind;

typedef struct Number {
    NumKind kind;
    int64_t i;          /* NUM_int; NUM_long too when fits */
    bool fits;          /* the value fits in i */
    double d;           /* NUM_float; the imaginary part of NUM_imag */
    const char *digits; /* NUM_long: digits in `base` without prefix or L, with
                           '-' in front when negative; as mpz_set_str takes */
    int base;           /* NUM_long: 2, 8, 10 or 16 */
} Number;

/* A string literal, adjacent ones joined.  str: the bytes, in the source's
 * encoding.  unicode: the code points as UTF-8, single surrogates allowed
 * (WTF-8 without joining pairs). */
typedef struct Text {
    const char *data; /* len bytes and a NUL */
    size_t len;
    bool is_unicode;
} Text;

struct Node {
    AstKind kind;
    int lineno, col_offset;
    int end_lineno, end_col; /* just behind the last token; 0, 0: unknown */
    int height;   /* of a chain: a + b + c, a.b.c, f()(), elif; see parse.h */
    Scope *scope; /* the scope this node opens; NULL before scope_analyze */
    union {
#define ONE(f) Node *f;
#define OPT(f) Node *f;
#define LIST(f) NodeList f;
#define ID(f) const Name *f;
#define OPTID(f) const Name *f;
#define IDS(f) NameList f;
#define OP(f) AstOp f;
#define OPS(f) OpList f;
#define CTX(f) AstCtx f;
#define NUM(f) Number f;
#define STR(f) Text f;
#define INT(f) int f;
#define BOOL(f) bool f;
#define EXTRA(T, f) T f;
#define NODE(name, fields)                                                     \
    struct {                                                                   \
        fields                                                                 \
    } name;
#include "frontend/ast.def"
    };
};

/* "While", "Add", "Load": the words that `ast` uses. */
const char *ast_kind_name(AstKind kind);
const char *ast_op_name(AstOp op);
const char *ast_ctx_name(AstCtx ctx);

/* A zeroed node of this kind; positions and fields are the caller's. */
Node *ast_alloc(Arena *a, AstKind kind);

/* The docstring of a Module, FunctionDef or ClassDef body: its Str node. */
Node *ast_docstring_or_null(const Node *n);

/* Truth of a test of `if` or `while` that is known while compiling: 0 or 1, -1
 * when it is not.  Code that a known test rules out is not compiled; locals
 * that occur only there have no slot (Symbol.varname is -1). */
int ast_constant_test(const Node *test);
/* -O of the python command: 1: assert does nothing, __debug__ is false; 2: nor
 * are there docstrings.  Set before anything is parsed. */
extern int ast_optimize;

/* Calls visit(child, data) for each child node in field order. */
void ast_each_child(const Node *n, void (*visit)(Node *child, void *data),
                    void *data);

/* One line per node, indented, fields in declared order. */
void ast_dump(StrBuf *out, const Node *n);

#endif
