/* code: what a def, lambda, class body or module was compiled to.  Static
 * data of the program.
 *
 * Nothing runs bytecode, but it can be looked at: the program's modules have it
 * as a constant if one of them names what shows it, evaluated code makes it
 * when it is asked for (facts).  Others have an empty co_code. */
#include "abi.h"
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

/* --- bytecode ------------------------------------------------------------- */

static Value sibling(const PyCode *c, const PyTuple *facts, Value index)
{
    int64_t i = tagged_int_value(index);
    int64_t own = tagged_int_value(facts->items[FACT_index]);
    PyCode *other = eval_hooks ? eval_hooks->sibling(c, i) : NULL;

    return other ? (Value)other : (Value)((char *)c + (i - own) * CODE_SIZE);
}

static PyTuple *resolve_consts(const PyCode *c, const PyTuple *facts)
{
    const PyTuple *from = (PyTuple *)facts->items[FACT_consts];
    const char *kinds = str_data((PyStr *)facts->items[FACT_kinds]);
    PyTuple *to = tuple_new(from->length);

    for (int64_t i = 0; to && i < from->length; i++)
        to->items[i] = kinds[i] == 'c'   ? sibling(c, facts, from->items[i])
                       : kinds[i] == 'e' ? ELLIPSIS
                                         : from->items[i];
    return to;
}

/* Threads may do this at the same time: all store equal tuples. */
static PyTuple *facts_or_null(PyCode *c)
{
    PyTuple *from = atomic_load_explicit(&c->facts, memory_order_acquire), *t;

    if (!from && eval_hooks)
        from = eval_hooks->code_facts(c);
    if (!from || from->items[FACT_kinds] == NONE)
        return from;
    t = tuple_new(from->length);
    for (int64_t i = 0; t && i < from->length; i++)
        t->items[i] = from->items[i];
    if (!t || !(t->items[FACT_consts] = (Value)resolve_consts(c, from)))
        return NULL;
    t->items[FACT_kinds] = NONE;
    atomic_store_explicit(&c->facts, t, memory_order_release);
    return t;
}

static Value fact(Value self, int which, Value other)
{
    PyTuple *facts = facts_or_null(code_of(self));

    return facts ? facts->items[which] : err_pending() ? NULL : other;
}

static Value get_code(Value self)
{
    Value text = fact(self, FACT_code, (Value)str_empty());

    if (text && eval_hooks)
        eval_hooks->note_code(code_of(self), text);
    return text;
}

static Value get_lnotab(Value self)
{
    return fact(self, FACT_lnotab, (Value)str_empty());
}

static Value get_names(Value self)
{
    return fact(self, FACT_names, (Value)code_of(self)->names);
}

static Value get_consts(Value self)
{
    return fact(self, FACT_consts, (Value)code_of(self)->consts);
}

static Value get_stacksize(Value self)
{
    return fact(self, FACT_stacksize, tag_int(1));
}

/* Ours, for inspect: CPython's reads the bytecode. */
static Value get_params(Value self)
{
    PyTuple *t = code_of(self)->params;

    return t ? (Value)t : NONE;
}

static const GetSetDef code_getsets[] = {
    {"co_argcount", get_argcount, NULL, NULL, true},
    {"co_nlocals", get_nlocals, NULL, NULL, true},
    {"co_stacksize", get_stacksize, NULL, NULL, true},
    {"co_flags", get_flags, NULL, NULL, true},
    {"co_code", get_code, NULL, NULL, true},
    {"co_consts", get_consts, NULL, NULL, true},
    {"co_names", get_names, NULL, NULL, true},
    {"co_varnames", get_varnames, NULL, NULL, true},
    {"co_freevars", get_freevars, NULL, NULL, true},
    {"co_cellvars", get_cellvars, NULL, NULL, true},
    {"co_filename", get_filename, NULL, NULL, true},
    {"co_name", get_name, NULL, NULL, true},
    {"co_firstlineno", get_firstlineno, NULL, NULL, true},
    {"co_lnotab", get_lnotab, NULL, NULL, true},
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
    return eval_hooks ? eval_hooks->make_code(args, nargs)
                      : err_format(&exc_NotImplementedError,
                                   "code objects cannot be made from bytecode "
                                   "in a compiled program");
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
