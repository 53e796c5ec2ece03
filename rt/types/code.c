/* code: what a def, lambda, class body or module was compiled to.  Static
 * data of the program; co_code is empty, there is no bytecode. */
#include "evalhooks.h"
#include "function.h"
#include "str.h"

static PyCode *code_of(Value v)
{
    return (PyCode *)v;
}

#define INT_MEMBER(field)                                                      \
    static Value get_##field(Value self)                                       \
    {                                                                          \
        return tag_int(code_of(self)->field);                                  \
    }
#define TUPLE_MEMBER(field)                                                    \
    static Value get_##field(Value self)                                       \
    {                                                                          \
        PyTuple *t = code_of(self)->field;                                     \
        return t ? (Value)t : (Value)tuple_new(0);                             \
    }
INT_MEMBER(argcount)
INT_MEMBER(nlocals)
INT_MEMBER(firstlineno)
TUPLE_MEMBER(consts)
TUPLE_MEMBER(names)
TUPLE_MEMBER(varnames)
TUPLE_MEMBER(freevars)
TUPLE_MEMBER(cellvars)

static Value get_flags(Value self)
{
    return tag_int(code_of(self)->flags & ~CODE_CLEANUP);
}

static Value get_name(Value self)
{
    return (Value)code_of(self)->name;
}

static Value get_filename(Value self)
{
    return (Value)code_of(self)->filename;
}

static Value get_empty(Value self)
{
    return (Value)str_empty();
}

/* Ours, for inspect: CPython's reads the bytecode. */
static Value get_params(Value self)
{
    PyTuple *t = code_of(self)->params;

    return t ? (Value)t : NONE;
}

static Value get_stacksize(Value self)
{
    return tag_int(1);
}

static const GetSetDef code_getsets[] = {
    {"co_argcount", get_argcount, NULL, NULL, true},
    {"co_nlocals", get_nlocals, NULL, NULL, true},
    {"co_stacksize", get_stacksize, NULL, NULL, true},
    {"co_flags", get_flags, NULL, NULL, true},
    {"co_code", get_empty, NULL, NULL, true},
    {"co_consts", get_consts, NULL, NULL, true},
    {"co_names", get_names, NULL, NULL, true},
    {"co_varnames", get_varnames, NULL, NULL, true},
    {"co_freevars", get_freevars, NULL, NULL, true},
    {"co_cellvars", get_cellvars, NULL, NULL, true},
    {"co_filename", get_filename, NULL, NULL, true},
    {"co_name", get_name, NULL, NULL, true},
    {"co_firstlineno", get_firstlineno, NULL, NULL, true},
    {"co_lnotab", get_empty, NULL, NULL, true},
    {"_params", get_params, NULL, NULL, true},
    {0}};

static Value code_repr(Value self)
{
    PyCode *c = code_of(self);

    return (Value)str_format_c(
        "<code object %.100s at %p, file \"%.300s\", line %d>",
        str_data(c->name), (void *)c, str_data(c->filename), c->firstlineno);
}

static const uint64_t *digest_of(Value v)
{
    return eval_hooks ? eval_hooks->digest(code_of(v)) : NULL;
}

/* Evaluated code is equal if it was made from equal text; compiled code is
 * equal to itself only. */
static Value code_compare(Value a, Value b, CompareOp op)
{
    const uint64_t *x, *y;
    bool same = a == b;

    if ((op != CMP_eq && op != CMP_ne) || type_of(a) != &code_type ||
        type_of(b) != &code_type)
        return NOT_IMPLEMENTED;
    x = digest_of(a);
    y = digest_of(b);
    if (x && y)
        same = x[0] == y[0] && x[1] == y[1];
    return value_from_bool(same == (op == CMP_eq));
}

static int64_t code_hash(Value self)
{
    const uint64_t *digest = digest_of(self);
    uint64_t h = digest ? digest[0] : (uint64_t)self >> 4;

    return (int64_t)h == -1 ? -2 : (int64_t)h;
}

static Value code_make(PyType *type, const Value *args, Py_ssize nargs,
                       PyTuple *kwnames)
{
    return err_format(&exc_NotImplementedError,
                      "code objects cannot be made from bytecode in a "
                      "compiled program");
}

PyType code_type = {.head.type = &type_type,
                    .name = "code",
                    .doc = "Compiled code.",
                    .base = &object_type,
                    .basic_size = sizeof(PyCode),
                    .getsets = code_getsets,
                    .repr = code_repr,
                    .hash = code_hash,
                    .rich_compare = code_compare,
                    .new_instance = code_make};
