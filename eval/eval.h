/* The evaluator's runtime half: code objects of register code, and what runs
 * them. */
#ifndef PYLLC_EVAL_EVAL_H
#define PYLLC_EVAL_EVAL_H

#include "entry.h"
#include "evalhooks.h"
#include "frames.h"
#include "function.h"

#include "eval/proto.h"

/* What a module's code was compiled from; marshal writes that, since there is
 * no bytecode. */
typedef struct EvalText {
    PyStr *text; /* NULL: it was a tree */
    int32_t mode, flags, how;
} EvalText;

/* A code object whose instructions are interpreted.  Everything it points to is
 * collected memory, so nothing of the compiler outlives the compilation. */
typedef struct EvalCode {
    PyCode code; /* entry: eval_entry */
    const uint32_t *insns;
    const Value *pool;
    const Value *k; /* the module's constants */
    Value *caches;
    struct EvalCode *const *siblings; /* the module's, by function index */
    const EvalText *origin;           /* the module's */
    int32_t index;                    /* in siblings */
    int32_t nsiblings;
    const LineRow *lines;
    const CatchRow *catches;
    const MarkRow *marks;
    const VarRow *vars;
    const NestRow *nests;
    const uint32_t *calls;
    /* Once a tracer has come by: the instructions without the I_trace that
     * stand in insns since then. */
    const uint32_t *_Atomic original;
    int32_t npool, nregs, nbuffer, nlines, ncatches, nframe;
    uint64_t digest[2]; /* of the text: equal code has equal ones */
    int32_t ncode, nmarks, nvars, nnests, ncalls;
    bool saves_handled, is_body;
    bool is_made; /* by types.CodeType(): not what its text says */
} EvalCode;

/* --- load.c --------------------------------------------------------------- */

/* The body's code object, with those of the functions in it. */
EvalCode *eval_load(const ProtoModule *pm, PyStr *filename,
                    const EvalText *origin);
static inline bool is_eval_code(const PyCode *c);

/* --- interp.c ------------------------------------------------------------- */

CodeEntry eval_entry;
int eval_line(const EvalCode *c, const uint32_t *pc);

/* --- trace.c: events of tracers and profilers ----------------------------- */

/* A call begins, of a thread with a tracer: -1: it raised instead. */
int eval_trace_enter(EvalFrame *f);
/* It ends with v; NULL: the tracer raised, or it was so before. */
Value eval_trace_leave(EvalFrame *f, Value v);
/* The pending exception has come to the frame; it may be another then. */
void eval_trace_exception(EvalFrame *f);
/* At an I_trace: 0 with f->pc where to go on, -1 raised. */
int eval_trace_line(EvalFrame *f);
/* call(data), which calls callee, with a profiler told of it if that is a C
 * function; self: of a method or NULL. */
typedef Value ProfiledCall(void *data);
Value eval_profiled_call(EvalFrame *f, Value callee, Value self,
                         ProfiledCall *call, void *data);
/* Puts I_trace into the code. */
void eval_trace_patch(EvalCode *c);
/* The assignment to f_lineno. */
int eval_frame_jump(PyFrame *f, Value line);

/* --- shown.c: variables, as frames show them ------------------------------ */

/* The call is over, or (not ended) its generator waits; its object has to live
 * without it. */
void eval_frame_leave(EvalFrame *f, bool ended);

/* --- namespace.c: names in dicts ------------------------------------------ */

Value eval_load_global(PyDict *globals, PyStr *name, Value *cache,
                       bool top_level);
int eval_delete_global(PyDict *globals, PyStr *name, bool top_level);
Value eval_load_name(Value locals, PyDict *globals, PyStr *name, Value *cache);
int eval_store_name(Value locals, PyStr *name, Value v);
int eval_delete_name(Value locals, PyStr *name);
int eval_import_star(Value module, Value locals);

/* --- compile.c ------------------------------------------------------------ */

typedef enum { EVAL_exec, EVAL_eval, EVAL_single } EvalMode;

enum {
    EVAL_UTF8 = 1 << 0,      /* the text was a unicode object */
    EVAL_FILE = 1 << 1,      /* the text is a file's: PEP 263 */
    EVAL_KEEP_OPEN = 1 << 2, /* PyCF_DONT_IMPLY_DEDENT */
    EVAL_FACTS = 1 << 3,     /* SOURCE_FACTS; warns of nothing */
};

/* Compiles source text; flags: future ones as in co_flags. */
EvalCode *eval_compile(const char *text, size_t len, PyStr *filename,
                       EvalMode mode, int32_t flags, int how);
/* The text's tree as objects of module _ast. */
Value eval_parse(const char *text, size_t len, PyStr *filename, EvalMode mode,
                 int32_t flags, int how);
/* Compiles such a tree. */
EvalCode *eval_compile_tree(Value tree, PyStr *filename, EvalMode mode,
                            int32_t flags);
/* A file's; NULL with IOError or what is wrong in it. */
PyCode *eval_compile_file(PyStr *name, int32_t flags);
/* Runs code in these namespaces. */
Value eval_run(PyCode *code, PyDict *globals, Value locals);

/* --- packed.c: code objects in files -------------------------------------- */

/* The two hooks of module marshal (evalhooks.h). */
Value eval_pack_code(const PyCode *c);
Value eval_unpack_code(PyTuple *packed);
/* The code object in a compiled file; NULL with what is wrong with it. */
PyCode *eval_read_compiled(PyStr *path);

/* --- parts.c: types.CodeType() -------------------------------------------- */

/* Somebody looks at its co_code. */
void eval_note_code(PyCode *c, Value text);
/* The arguments of code(). */
Value eval_make_code(const Value *args, Py_ssize nargs);

/* --- import.c ------------------------------------------------------------- */

PyTuple *eval_code_facts(const PyCode *c);
PyCode *eval_code_again(const PyCode *c, const char *filename, int64_t index);
PyCode *eval_sibling(const PyCode *c, int64_t index);
Value eval_import_source(PyStr *fullname, Value path);
/* The body of a compiled module that was left as text: its first constant. */
Value eval_module_body(PyModule *m);
Value eval_load_source(PyStr *fullname, PyStr *filename, bool is_package);
Value eval_load_compiled(PyStr *fullname, PyStr *filename, bool is_package);

static inline bool is_eval_code(const PyCode *c)
{
    return c->entry == eval_entry;
}

#endif
