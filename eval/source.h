/* Source text to register code: the compiler's half of compile().  No names of
 * the IR or of the runtime are needed here. */
#ifndef PYLLC_EVAL_SOURCE_H
#define PYLLC_EVAL_SOURCE_H

#include "base/arena.h"
#include "base/diag.h"
#include "eval/proto.h"

typedef enum { SOURCE_exec, SOURCE_eval, SOURCE_single } SourceMode;

enum {
    SOURCE_UTF8 = 1 << 0,      /* the text was a unicode object */
    SOURCE_FILE = 1 << 1,      /* the text is a file's: PEP 263 */
    SOURCE_KEEP_OPEN = 1 << 2, /* PyCF_DONT_IMPLY_DEDENT */
    SOURCE_FACTS = 1 << 3,     /* code_facts() in place of co_names */
};

typedef struct SourceJob {
    const char *text, *filename;
    size_t len;
    SourceMode mode;
    int flags; /* future ones as in co_flags */
    int how;   /* SOURCE_ */
    Arena *arena;
    bool only_tree; /* stop at the tree */
    int depth;      /* of a tree given */
    /* in: made from objects, compiled instead of the text; out: the tree */
    struct Node *tree;
    Diags diags;       /* out */
    ProtoModule *code; /* out; NULL: the diagnostics hold an error */
} SourceJob;

/* Allocates in the arena only and touches no Python object, so that it may run
 * on any stack. */
void source_compile(SourceJob *job);
/* Bytes of stack that source_compile may take. */
size_t source_stack(const SourceJob *job);
/* Passes that are run before, for tests of other IR; default: those that
 * interpreted code gains from. */
void source_set_level(int level);
/* -O (2: docstrings go, too), -Qnew and -U, for all that is compiled. */
void source_set_options(int optimize, bool division, bool unicode);

#endif
