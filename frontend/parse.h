/* What the parser's files share.  Recursive descent, one function for each
 * production of the grammar, one token of lookahead.
 *
 * Two kinds of error, as in CPython: a token that cannot follow ends the parse
 * at once (bail); what the grammar allows but the tree does not ("can't assign
 * to literal") is noted by soft_error, and the first of these is reported when
 * the whole text has parsed. */
#ifndef PYLLC_FRONTEND_PARSE_H
#define PYLLC_FRONTEND_PARSE_H

#include "frontend/lex.h"

#include <setjmp.h>

typedef struct Pos {
    int line, col;
} Pos;

typedef struct Parser {
    Arena *arena;
    Source *src;
    Lexer lx;
    Token tok;    /* lookahead */
    Pos prev_end; /* behind the token consumed last */
    unsigned future;
    bool unicode_default; /* unicode_literals holds for the whole source */
    bool plain_string;    /* a literal was read as str by default */
    int depth;            /* of CPython's parser stack */
    Diag *soft;           /* first soft error, or NULL */
    Diag hard;
    bool bad_line; /* hard is about a line that cannot be decoded */
    jmp_buf bail;
    VEC(Node *) stack; /* items of lists being read; malloc memory */
} Parser;

/* parse.c */
Pos here(const Parser *p);
void advance(Parser *p);
bool at(const Parser *p, TokKind kind);
bool accept_token(Parser *p, TokKind kind);
Pos expect(Parser *p, TokKind kind);
_Noreturn void invalid_syntax(Parser *p);
_Noreturn void no_indented_block(Parser *p);
void soft_error(Parser *p, int line, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
const Name *expect_name(Parser *p);

/* Where CPython visits a later part of a production first, that part's soft
 * errors win:
 *     const Diag *before = p->soft;
 *     ... the part that is visited late ...
 *     Diag *held = soft_hold(p, before);
 *     ... the part that is visited first ...
 *     soft_release(p, held); */
Diag *soft_hold(Parser *p, const Diag *before);
void soft_release(Parser *p, Diag *held);

Node *ast_new(Parser *p, AstKind kind, Pos pos);
Node *ast_end(Parser *p, Node *n); /* the node ends before the lookahead */

/* Nested productions cost room on CPython's parser stack, which is limited;
 * deeper input is refused with its error. */
void enter(Parser *p, int levels);
void leave(Parser *p, int levels);
void check_depth(Parser *p);

/* Chains of operators, trailers and elifs nest to the left without bound in
 * the text; walkers of the tree recurse, so a chain of more than
 * MAX_CHAIN links is refused.  Puts n on top of `inner`. */
void chain(Parser *p, Node *n, const Node *inner);

/* Lists: mark, push, take. */
int list_mark(const Parser *p);
void list_push(Parser *p, Node *n);
NodeList list_take(Parser *p, int mark);

/* parse_simple.c */
void parse_simple_stmt(Parser *p); /* up to its NEWLINE, which stays */

/* parse_stmt.c */
void parse_stmt(Parser *p); /* pushes one or more nodes */
bool starts_compound(const Parser *p);

/* parse_expr.c */
bool starts_test(const Parser *p);
bool starts_expr(const Parser *p);
Node *parse_test(Parser *p);
Node *parse_old_test(Parser *p); /* no conditional expression */
Node *parse_or_test(Parser *p);
Node *parse_expr(Parser *p); /* grammar's expr: no comparison */
Node *parse_testlist(Parser *p);
NodeList parse_exprlist(Parser *p, AstCtx ctx, bool *is_tuple);
Node *parse_yield_or_testlist(Parser *p);
Node *make_tuple(Parser *p, Pos pos, NodeList elts);

/* parse_atom.c */
Node *parse_atom(Parser *p);
Node *parse_number(Parser *p, bool negative);
Node *parse_yield(Parser *p);
Node *parse_for_target(Parser *p);
Node *parse_generator(Parser *p, Node *elt, Pos pos); /* at its 'for' */
NodeList more_tests(Parser *p, Node *first);          /* at the ',' behind it */

/* parse_args.c */
Node *parse_parameters(Parser *p, TokKind closer);
Node *parse_call(Parser *p, Node *func); /* behind the "(" */

/* targets.c */
void set_context(Parser *p, Node *e, AstCtx ctx, int line);
bool check_name(Parser *p, const Name *name, int line);

/* future.c */
/* Checks the future statements at the beginning and stores the flags in the
 * module, with the inherited ones.  False with *err filled. */
bool future_check(Arena *a, const Source *src, Node *module, unsigned inherited,
                  Diag *err);

/* Switches the lexer for features that change parsing. */
void future_note(Parser *p, const Node *import);

#endif
