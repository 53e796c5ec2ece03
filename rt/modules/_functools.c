/* _functools: partial and reduce. */
#include "builtin_iter.h"
#include "dict.h"
#include "iterators.h"
#include "module.h"
#include "module_support.h"
#include "tuple.h"
#include "type.h"

#include "methods_declare.h"
#include "_functools.def"
#include "_functools_partial.def"
#include "methods_end.h"

typedef struct PyPartial {
    PyObject head;
    PyDict *dict;
    Value function;
    PyTuple *args;
    PyDict *keywords;
} PyPartial;

static inline PyPartial *as_partial(Value v)
{
    return (PyPartial *)v;
}

static Value functools_reduce(Value self, const Value *args, Py_ssize nargs)
{
    return iter_reduce(args[0], args[1], nargs > 2 ? args[2] : NULL);
}

static Value partial_make(PyType *type, const Value *args, Py_ssize nargs,
                          PyTuple *kwnames)
{
    PyPartial *p;

    if (nargs < 1)
        return err_format(&exc_TypeError,
                          "type 'partial' takes at least one argument");
    if (!value_is_callable(args[0]))
        return err_format(&exc_TypeError,
                          "the first argument must be callable");
    p = instance_new(type);
    p->function = args[0];
    p->args = tuple_from_array(args + 1, nargs - 1);
    if (!p->args)
        return NULL;
    p->keywords = dict_new();
    if (kwnames) {
        PyDict *d = keywords_dict(args + nargs, kwnames);

        p->keywords = d ? dict_copy(d) : NULL;
    }
    return p->keywords ? (Value)p : NULL;
}

/* The keywords of a call over those of the partial. */
static PyDict *merged_keywords(PyPartial *p, const Value *values,
                               PyTuple *kwnames)
{
    PyDict *given, *d;

    if (!kwnames || kwnames->length == 0)
        return p->keywords;
    given = keywords_dict(values, kwnames);
    d = given ? dict_copy(p->keywords) : NULL;
    return d && dict_merge(d, (Value)given, true) == 0 ? d : NULL;
}

static Value partial_call(Value self, const Value *args, Py_ssize nargs,
                          PyTuple *kwnames)
{
    PyPartial *p = as_partial(self);
    PyDict *keywords = merged_keywords(p, args + nargs, kwnames);
    int64_t bound = p->args->length, n = bound + nargs, nkw;
    Value *all;
    PyTuple *names;

    if (!keywords)
        return NULL;
    nkw = dict_length(keywords);
    all = gc_array((size_t)(n + nkw + 1));
    if (!all)
        return NULL;
    memcpy(all, p->args->items, (size_t)bound * sizeof(Value));
    memcpy(all + bound, args, (size_t)nargs * sizeof(Value));
    names = keywords_spread(keywords, all + n, nkw);
    return names ? op_call(p->function, all, n, names) : NULL;
}

static Value partial_reduce(Value self, const Value *args, Py_ssize nargs)
{
    PyPartial *p = as_partial(self);

    return (Value)tuple_pack(
        3, (Value)type_of(self), (Value)tuple_pack(1, p->function),
        (Value)tuple_pack(4, p->function, (Value)p->args, (Value)p->keywords,
                          p->dict ? (Value)p->dict : NONE));
}

static Value partial_setstate(Value self, const Value *args, Py_ssize nargs)
{
    PyPartial *p = as_partial(self);
    PyTuple *state = (PyTuple *)args[0];

    if (!has_type_flag(args[0], TYPE_TUPLE) || state->length != 4 ||
        !value_is_callable(state->items[0]) ||
        !has_type_flag(state->items[1], TYPE_TUPLE) ||
        (state->items[2] != NONE && !has_type_flag(state->items[2], TYPE_DICT)))
        return err_format(&exc_TypeError, "invalid partial state");
    p->function = state->items[0];
    p->args = (PyTuple *)state->items[1];
    if (!is_exact_tuple(state->items[1]))
        p->args = tuple_from_array(p->args->items, p->args->length);
    p->keywords = state->items[2] == NONE ? dict_new()
                  : is_exact_dict(state->items[2])
                      ? (PyDict *)state->items[2]
                      : dict_copy((PyDict *)state->items[2]);
    if (!p->args || !p->keywords)
        return NULL;
    p->dict = has_type_flag(state->items[3], TYPE_DICT)
                  ? (PyDict *)state->items[3]
                  : NULL;
    return NONE;
}

static Value partial_get_func(Value self)
{
    return as_partial(self)->function;
}

static Value partial_get_args(Value self)
{
    return (Value)as_partial(self)->args;
}

static Value partial_get_keywords(Value self)
{
    return (Value)as_partial(self)->keywords;
}

static int set_readonly(Value self, Value v)
{
    err_format(&exc_TypeError, "readonly attribute");
    return -1;
}

static Value partial_get_dict(Value self)
{
    return (Value)instance_dict(self);
}

static int partial_set_dict(Value self, Value v)
{
    if (!v || !has_type_flag(v, TYPE_DICT)) {
        err_format(&exc_TypeError,
                   v ? "setting partial object's dictionary to a non-dict"
                     : "a partial object's dictionary may not be deleted");
        return -1;
    }
    return instance_set_dict(self, (PyDict *)v);
}

static const GetSetDef partial_getsets[] = {
    {"__dict__", partial_get_dict, partial_set_dict, NULL},
    {"func", partial_get_func, set_readonly, "what a call ends up calling",
     true},
    {"args", partial_get_args, set_readonly,
     "positional arguments that go before those of a call", true},
    {"keywords", partial_get_keywords, set_readonly,
     "keyword arguments of each call, unless it gives its own", true},
    {0}};

static const NativeDef partial_methods[] = {
#include "methods_table.h"
#include "_functools_partial.def"
#include "methods_end.h"
    {0}};

PyType partial_type = {
    .head.type = &type_type,
    .name = "functools.partial",
    .base = &object_type,
    .flags = TYPE_BASETYPE | TYPE_HAS_DICT,
    .basic_size = sizeof(PyPartial),
    .dict_offset = offsetof(PyPartial, dict),
    .doc =
        "partial(func, *args, **keywords) -> callable\n\n"
        "Calls func with these arguments, and those of the call behind them.\n",
    .methods = partial_methods,
    .getsets = partial_getsets,
    .call = partial_call,
    .new_instance = partial_make,
};

static int functools_init(PyModule *m)
{
    return module_add_type(m, &partial_type);
}

static const NativeDef functools_functions[] = {
#include "methods_table.h"
#include "_functools.def"
#include "methods_end.h"
    {0}};

const NativeModule native_module__functools = {
    .name = "_functools",
    .doc = "partial() and reduce().",
    .functions = functools_functions,
    .init = functools_init,
};
