/* What the evaluator offers to the runtime when it is linked in: exec, eval,
 * compile and imports of source files. */
#ifndef RT_EVALHOOKS_H
#define RT_EVALHOOKS_H

#include "layout.h"

/* The code that calls exec, eval or compile: its variables, and the future
 * flags that the new code inherits (as in co_flags). */
typedef struct Caller {
    PyDict *globals;
    Value locals; /* a mapping; NULL: not known */
    int32_t flags;
} Caller;

struct EvalFrame;
struct PyFrame;

typedef struct EvalHooks {
    /* The statement; globals and locals NULL or None when left out. */
    int (*exec)(Value body, Value globals, Value locals, const Caller *c);
    /* The builtin functions, arity checked. */
    Value (*eval)(const Value *args, Py_ssize nargs, const Caller *c);
    Value (*execfile)(const Value *args, Py_ssize nargs, const Caller *c);
    Value (*compile)(Value source, PyStr *filename, PyStr *mode, int32_t flags);
    int (*line)(const struct EvalFrame *f);
    /* Two words that stand for all that the code does, but not for the name of
     * its file; NULL: it is a compiled function's. */
    const uint64_t *(*digest)(const PyCode *c);
    /* Of interpreted frames: f_lineno, f_locals, the assignment to f_lineno,
     * gi_frame; and a code object whose calls may be traced from now on. */
    int (*frame_line)(struct PyFrame *f);
    Value (*frame_locals)(struct PyFrame *f);
    int (*frame_jump)(struct PyFrame *f, Value line);
    Value (*generator_frame)(PyGenerator *g);
    void (*trace_code)(PyCode *code);
    /* Finds a module in `path` (sys.path if NULL or None) and runs it under
     * this name; NULL, nothing raised: there is none. */
    Value (*import_source)(PyStr *fullname, Value path);
    /* Runs a source file as a module, anew if sys.modules has it. */
    Value (*load_source)(PyStr *fullname, PyStr *filename, bool is_package);
    /* The same of a compiled file. */
    Value (*load_compiled)(PyStr *fullname, PyStr *filename, bool is_package);
    /* (text, filename, mode, flags, how, index): what an evaluated code object
     * can be made from again; NULL, nothing raised: this one cannot. */
    Value (*pack_code)(const PyCode *c);
    Value (*unpack_code)(PyTuple *packed);
    /* What ir/code_facts.c makes; NULL, nothing raised: it cannot be made. */
    PyTuple *(*code_facts)(const PyCode *c);
    /* Evaluated code for a compiled function's, from its source file: the same
     * number there; NULL, nothing raised: the file is gone or has changed. */
    PyCode *(*code_again)(const PyCode *c, const char *filename, int64_t index);
    /* Another code object of the same text; NULL: c is a compiled function's.
     */
    PyCode *(*sibling)(const PyCode *c, int64_t index);
    /* types.CodeType() with these arguments, and what tells it of the code
     * objects whose co_code was looked at. */
    Value (*make_code)(const Value *args, Py_ssize nargs);
    void (*note_code)(PyCode *c, Value text);
} EvalHooks;

/* What a compiled file begins with; behind it are four bytes of the source's
 * time and the marshalled code object. */
#define PYC_MAGIC "pl\r\n"

extern const EvalHooks *eval_hooks; /* NULL: not linked in */

/* Calls callee with the caller's variables at hand, should it be one of the
 * builtins that ask for them. */
Value call_with_caller(Value callee, const Value *args, Py_ssize nargs,
                       PyTuple *kwnames, const Caller *c);
/* The exec statement. */
int exec_statement(Value body, Value globals, Value locals, const Caller *c);

#endif
