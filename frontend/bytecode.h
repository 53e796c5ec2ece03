/* The bytecode that CPython would have for a scope.  Nothing runs it: it is
 * what code objects show as co_code, co_consts, co_names, co_lnotab and
 * co_stacksize, made when somebody asks. */
#ifndef PYLLC_FRONTEND_BYTECODE_H
#define PYLLC_FRONTEND_BYTECODE_H

#include "base/strbuf.h"
#include "frontend/scope.h"

typedef enum {
    BC_none,
    BC_ellipsis,
    BC_number,
    BC_text,
    BC_tuple,
    BC_code, /* of a scope inside */
} BcKind;

typedef struct BcConst {
    BcKind kind;
    union {
        Number number;
        Text text;
        const Scope *scope;
        struct {
            struct BcConst **items;
            int count;
        };
    };
} BcConst;

typedef struct Bytecode {
    const char *code, *lnotab;
    size_t ncode, nlnotab;
    VEC(BcConst *) consts;
    VEC(const Name *) names;
    int stacksize;
} Bytecode;

/* The tree must have been through scope_analyze without an error; `future` are
 * its FUTURE_ flags. */
void bytecode_make(Arena *a, const Scope *s, unsigned future, Bytecode *out);

/* One line for each code object: name, first line, stack size, code, lnotab,
 * constants, names. */
void bytecode_dump(StrBuf *out, const Scope *s, unsigned future);

#endif
