/* types.CodeType(): a code object from the parts of another one.
 *
 * No bytecode is run, so the code must be one whose co_code was looked at: that
 * names it.  Name, filename, first line, docstring, other constants and nested
 * code may be others; a copy of the register code is made with them, for a
 * compiled function from its source file.  Whatever else differs is refused. */
#include "eval/eval.h"

#include "cargs.h"
#include "dict.h"
#include "errors.h"
#include "list.h"
#include "module.h"
#include "tuple.h"

/* {co_code: [code objects that showed it]} */
static PyDict *shown_codes;

enum { MOST_SHOWN = 4096 }; /* others are forgotten then */

static const char *const names_of_parts[] = {
    "co_argcount",    "co_nlocals", "co_stacksize", "co_flags",    "co_code",
    "co_consts",      "co_names",   "co_varnames",  "co_filename", "co_name",
    "co_firstlineno", "co_lnotab",  "co_freevars",  "co_cellvars"};

enum {
    PART_argcount,
    PART_nlocals,
    PART_stacksize,
    PART_flags,
    PART_code,
    PART_consts,
    PART_names,
    PART_varnames,
    PART_filename,
    PART_name,
    PART_firstlineno,
    PART_lnotab,
    PART_freevars,
    PART_cellvars,
    PART_COUNT
};

/* Threads that do this at once may lose one of the notes: that code object is
 * noted when its co_code is looked at again. */
void eval_note_code(PyCode *c, Value text)
{
    PyList *codes;

    if (!shown_codes || dict_length(shown_codes) > MOST_SHOWN)
        shown_codes = dict_new();
    codes = (PyList *)dict_get_or_null(shown_codes, text);
    if (!codes) {
        codes = list_new(0);
        if (!codes || dict_set(shown_codes, text, (Value)codes) < 0)
            err_clear();
    }
    for (Py_ssize i = 0; codes && i < list_length(codes); i++)
        if (list_get(codes, i) == (Value)c)
            return;
    if (codes && list_append(codes, (Value)c) < 0)
        err_clear();
}

/* --- arguments ------------------------------------------------------------ */

/* The kinds of CPython's format "iiiiSO!O!O!SSiS|O!O!". */
static PyType *type_of_part(int i)
{
    switch (i) {
    case PART_argcount:
    case PART_nlocals:
    case PART_stacksize:
    case PART_flags:
    case PART_firstlineno:
        return &int_type;
    case PART_code:
    case PART_filename:
    case PART_name:
    case PART_lnotab:
        return &str_type;
    default:
        return &tuple_type;
    }
}

static int check_part(int i, Value v)
{
    PyType *type = type_of_part(i);

    if (type == &int_type) {
        int64_t n = value_as_c_int(v);

        if (n < 0 && !err_pending() && i <= PART_nlocals)
            err_format(&exc_ValueError, "code: %s must not be negative",
                       names_of_parts[i] + 3);
        return err_pending() ? -1 : 0;
    }
    if (type_is_subtype(type_of(v), type))
        return 0;
    err_format(&exc_TypeError, "code() argument %d must be %s, not %.50s",
               i + 1, type == &str_type ? "string" : type->name,
               v == NONE ? "None" : type_name_of(v));
    return -1;
}

static int check_parts(const Value *args, Py_ssize nargs)
{
    int least = PART_freevars;

    if (nargs < least || nargs > PART_COUNT) {
        err_format(&exc_TypeError, "code() takes at %s %d arguments (%d given)",
                   nargs < least ? "least" : "most",
                   nargs < least ? least : PART_COUNT, (int)nargs);
        return -1;
    }
    for (int i = 0; i < nargs; i++)
        if (check_part(i, args[i]) < 0)
            return -1;
    return 0;
}

static Value refuse(void)
{
    return err_format(&exc_NotImplementedError,
                      "a code object can only be made from the parts of "
                      "another one, with another name, filename, first line, "
                      "constants or nested code");
}

/* --- which code it is ----------------------------------------------------- */

/* May the part be another one? */
static bool is_free(int i)
{
    return i == PART_stacksize || i == PART_consts || i == PART_filename ||
           i == PART_name || i == PART_firstlineno;
}

static Value part_of(PyCode *c, int i)
{
    return op_getattr((Value)c, str_intern(names_of_parts[i]));
}

/* 1, 0 or -1 with an exception. */
static int has_parts(PyCode *c, const Value *args, Py_ssize nargs)
{
    Value empty = (Value)tuple_new(0);

    for (int i = 0; i < PART_COUNT; i++) {
        Value own = part_of(c, i);
        int same = !own         ? -1
                   : is_free(i) ? 1
                                : op_compare_bool(CMP_eq, own,
                                                  i < nargs ? args[i] : empty);

        if (same != 1)
            return same;
    }
    return ((PyTuple *)part_of(c, PART_consts))->length ==
           ((PyTuple *)args[PART_consts])->length;
}

/* The one with the same constants, or else any; NULL: none, or an exception. */
static PyCode *find_code(const Value *args, Py_ssize nargs)
{
    PyList *codes =
        shown_codes ? (PyList *)dict_get_or_null(shown_codes, args[PART_code])
                    : NULL;
    PyCode *best = NULL;

    for (Py_ssize i = codes ? list_length(codes) : 0; i-- > 0;) {
        PyCode *c = (PyCode *)list_get(codes, i);
        int same = c ? has_parts(c, args, nargs) : -1;

        if (same < 0)
            return NULL;
        if (same && part_of(c, PART_consts) == args[PART_consts])
            return c;
        if (same && !best)
            best = c;
    }
    return best;
}

/* Code that can be copied: a compiled function's is made from its source. */
static EvalCode *evaluated(PyCode *c)
{
    int64_t index;
    const CompiledModule *m = code_module_or_null(c, &index);

    if (m)
        c = eval_code_again(c, m->filename, index);
    return c && is_eval_code(c) ? (EvalCode *)c : NULL;
}

/* --- the copy ------------------------------------------------------------- */

/* Instructions of its own, without a tracer's marks. */
static bool copy_insns(EvalCode *c)
{
    size_t size = sizeof *c->insns * (size_t)c->ncode;
    const uint32_t *from = c->original ? c->original : c->insns;
    uint32_t *insns = (uint32_t *)gc_bytes(size);

    if (!insns)
        return false;
    memcpy(insns, from, size);
    c->insns = insns;
    c->original = NULL;
    return true;
}

static bool move_lines(EvalCode *c, int32_t by)
{
    LineRow *lines = (LineRow *)gc_bytes(sizeof *lines * (size_t)c->nlines + 1);
    MarkRow *marks = (MarkRow *)gc_bytes(sizeof *marks * (size_t)c->nmarks + 1);

    if (!lines || !marks)
        return false;
    for (int i = 0; i < c->nlines; i++) {
        lines[i] = c->lines[i];
        lines[i].line += by;
    }
    for (int i = 0; i < c->nmarks; i++) {
        marks[i] = c->marks[i];
        marks[i].line += by;
    }
    c->lines = lines;
    c->marks = marks;
    c->code.firstlineno += by;
    return true;
}

/* An array of its own, for the copy of nested code. */
static bool own_siblings(EvalCode *c)
{
    size_t n = (size_t)c->nsiblings;
    EvalCode **all = (EvalCode **)gc_array(n);

    if (!all)
        return false;
    memcpy(all, c->siblings, n * sizeof *all);
    all[c->index] = c;
    c->siblings = all;
    return true;
}

static int64_t index_of(PyCode *c)
{
    int64_t index;

    if (code_module_or_null(c, &index))
        return index;
    return is_eval_code(c) ? ((EvalCode *)c)->index : -1;
}

/* The functions in the code are made of `new` in place of `old`. */
static bool replace_nested(EvalCode *c, PyCode *old, PyCode *new)
{
    EvalCode **siblings = (EvalCode **)c->siblings;
    int64_t index = index_of(old);

    if (!is_eval_code(new) || index < 0 || index >= c->nsiblings ||
        index != ((EvalCode *)new)->index)
        return false;
    siblings[index] = (EvalCode *)new;
    return true;
}

/* Equal, and not told apart by its type or repr() (0.0 and -0.0, say). */
static bool is_same_constant(Value a, Value b)
{
    PyType *type;

    if (a == b || !a || !b)
        return a == b;
    type = type_of(a);
    if (type != type_of(b) || type == &code_type ||
        op_compare_bool(CMP_eq, a, b) != 1)
        return false;
    return type == &str_type || type == &int_type ||
           op_compare_bool(CMP_eq, op_repr(a), op_repr(b)) == 1;
}

/* Registers are filled from the pool; the constants in it are in code.consts,
 * behind the docstring.  False: it is not there. */
static bool replace_constant(EvalCode *c, Value old, Value new)
{
    const PyTuple *consts = c->code.consts;
    Value *pool = (Value *)c->pool;
    bool found = false;

    for (int64_t k = 1; k < consts->length; k++) {
        if (!is_same_constant(consts->items[k], old))
            continue;
        for (int i = 0; i < c->npool; i++)
            if (pool[i] == consts->items[k])
                pool[i] = new;
        found = true;
    }
    return found;
}

static bool replace_doc(EvalCode *c, Value new)
{
    PyTuple *consts = tuple_new(c->code.consts->length);

    if (!consts)
        return false;
    memcpy(consts->items, c->code.consts->items,
           (size_t)consts->length * sizeof(Value));
    consts->items[0] = new;
    c->code.consts = consts;
    return true;
}

static bool replace(EvalCode *c, int64_t at, Value old, Value new)
{
    bool is_doc = at == 0 && c->code.flags & CODE_OPTIMIZED;

    if (type_of(old) == &code_type)
        return type_of(new) == &code_type &&
               replace_nested(c, (PyCode *)old, (PyCode *)new);
    if (replace_constant(c, old, new))
        return !is_doc || replace_doc(c, new);
    return is_doc && replace_doc(c, new);
}

static bool replace_constants(EvalCode *c, const PyTuple *old,
                              const PyTuple *new)
{
    Value *pool = gc_array((size_t)c->npool + 1);

    if (!pool || !own_siblings(c))
        return false;
    memcpy(pool, c->pool, (size_t)c->npool * sizeof *pool);
    c->pool = pool;
    for (int64_t i = 0; i < old->length; i++)
        if (!is_same_constant(old->items[i], new->items[i]) &&
            !replace(c, i, old->items[i], new->items[i]))
            return false;
    return true;
}

/* What it shows of itself: that of the other one, with these constants. */
static bool show_parts(EvalCode *c, PyCode *from, Value consts)
{
    PyTuple *facts = atomic_load_explicit(&from->facts, memory_order_acquire);
    PyTuple *own = facts ? tuple_new(facts->length) : NULL;

    if (!own)
        return false;
    memcpy(own->items, facts->items, (size_t)own->length * sizeof(Value));
    own->items[FACT_consts] = consts;
    atomic_store_explicit(&c->code.facts, own, memory_order_release);
    return true;
}

static void change_digest(EvalCode *c, const PyCode *from)
{
    uint64_t name = (uint64_t)op_hash((Value)c->code.name);

    if (!str_equal(c->code.name, from->name))
        c->digest[0] ^= name * UINT64_C(0x9e3779b97f4a7c15);
    c->digest[1] += (uint64_t)(c->code.firstlineno - from->firstlineno);
}

static Value make(PyCode *from, const Value *args)
{
    const EvalCode *old = evaluated(from);
    PyTuple *consts = (PyTuple *)args[PART_consts];
    EvalCode *c;

    if (!old)
        return err_pending() ? NULL : refuse();
    c = gc_new(&code_type, sizeof *c);
    if (!c)
        return NULL;
    memcpy((char *)c + sizeof c->code.head, (char *)old + sizeof c->code.head,
           sizeof *c - sizeof c->code.head);
    c->is_made = true;
    c->code.name = (PyStr *)args[PART_name];
    c->code.filename = (PyStr *)args[PART_filename];
    if (!copy_insns(c) ||
        !move_lines(c, (int32_t)value_as_c_int(args[PART_firstlineno]) -
                           from->firstlineno))
        return NULL;
    if (!replace_constants(c, (PyTuple *)part_of(from, PART_consts), consts))
        return err_pending() ? NULL : refuse();
    change_digest(c, from);
    if (!show_parts(c, from, (Value)consts))
        return err_pending() ? NULL : refuse();
    eval_note_code(&c->code, args[PART_code]);
    return (Value)c;
}

Value eval_make_code(const Value *args, Py_ssize nargs)
{
    PyCode *from;

    if (check_parts(args, nargs) < 0)
        return NULL;
    from = find_code(args, nargs);
    if (!from)
        return err_pending() ? NULL : refuse();
    return make(from, args);
}
