/* What the files of scope analysis share.  The order of things:
 *   scope_build.c    walks the tree once: scopes, symbols, mangled names
 *   scope_resolve.c  decides what each name means, finds cells
 *   scope_code.c     walks the tree as CPython's code generator does: order of
 *                    local variables, the errors that it finds
 * scope.c runs them and holds the queries. */
#ifndef PYLLC_FRONTEND_SCOPE_INTERNAL_H
#define PYLLC_FRONTEND_SCOPE_INTERNAL_H

#include "frontend/source.h"

#include <setjmp.h>

typedef struct Analysis {
    Arena *arena;
    const Source *src;
    Diags *out;
    Node *module;
    bool bare; /* Diag.bare of errors: found while names are collected */
    jmp_buf bail;
} Analysis;

/* SyntaxError at a line, or without place (0). */
_Noreturn void scope_fail(Analysis *an, int line, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* SyntaxWarning. */
void scope_warn(Analysis *an, int line, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

const Name *mangle(const Name *class_name, const Name *name);

/* The symbol, made when it is new. */
Symbol *scope_add(Arena *a, Scope *s, const Name *name, unsigned flags);

Scope *scope_build(Analysis *an, Node *module);
void scope_resolve(Analysis *an, Scope *top);
void scope_code(Analysis *an, Scope *top);

#endif
