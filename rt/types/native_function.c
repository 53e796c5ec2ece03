/* builtin_function_or_method: a C function, or a C method with its object. */
#include "function.h"
#include "str.h"
#include "type.h"

static PyNativeFunction *fn_of(Value v)
{
    return (PyNativeFunction *)v;
}

Value native_function_new(const NativeDef *def, Value self, Value module)
{
    PyNativeFunction *f = gc_new(&native_function_type, sizeof *f);

    f->def = def;
    f->self = self;
    f->module = module;
    return (Value)f;
}

static Value native_function_call(Value callee, const Value *args,
                                  Py_ssize nargs, PyTuple *kwnames)
{
    PyNativeFunction *f = fn_of(callee);

    return native_call(f->def, f->self, args, nargs, kwnames);
}

static Value get_doc(Value self)
{
    PyNativeFunction *f = fn_of(self);
    Value module = f->module;

    if (f->self)
        return doc_of_method(
            is_type(f->self) ? (PyType *)f->self : type_of(f->self), f->def);
    if (module && has_type_flag(module, TYPE_STR) &&
        !strcmp(str_data((PyStr *)module), "__builtin__"))
        return doc_of_builtin(f->def);
    return f->def->doc ? (Value)str_from_c(f->def->doc) : NONE;
}

static Value get_name(Value self)
{
    return (Value)str_intern(fn_of(self)->def->name);
}

static Value get_self(Value self)
{
    Value v = fn_of(self)->self;

    return v ? v : NONE;
}

static Value get_module(Value self)
{
    Value v = fn_of(self)->module;

    return v ? v : NONE;
}

static int set_module(Value self, Value v)
{
    fn_of(self)->module = v;
    return 0;
}

static const GetSetDef native_function_getsets[] = {
    {"__doc__", get_doc, NULL, NULL},
    {"__name__", get_name, NULL, NULL},
    {"__self__", get_self, NULL, NULL},
    {"__module__", get_module, set_module, NULL, true},
    {0}};

static Value native_function_repr(Value self)
{
    PyNativeFunction *f = fn_of(self);

    if (!f->self)
        return (Value)str_format_c("<built-in function %s>", f->def->name);
    return (Value)str_format_c("<built-in method %s of %s object at %p>",
                               f->def->name, type_name_of(f->self),
                               (void *)f->self);
}

static Value native_function_compare(Value a, Value b, CompareOp op)
{
    PyNativeFunction *x = fn_of(a), *y = fn_of(b);
    bool same;

    if ((op != CMP_eq && op != CMP_ne) || type_of(a) != &native_function_type ||
        type_of(b) != &native_function_type)
        return NOT_IMPLEMENTED;
    same = x->self == y->self && x->def->fn == y->def->fn;
    return value_from_bool(same == (op == CMP_eq));
}

static int64_t native_function_hash(Value self)
{
    PyNativeFunction *f = fn_of(self);
    uintptr_t p = (uintptr_t)f->def;
    int64_t h = f->self ? op_hash(f->self) : 0;

    if (h == -1)
        return -1;
    h ^= (int64_t)(p >> 4 | p << 60);
    return h == -1 ? -2 : h;
}

PyType native_function_type = {.head.type = &type_type,
                               .name = "builtin_function_or_method",
                               .base = &object_type,
                               .basic_size = sizeof(PyNativeFunction),
                               .getsets = native_function_getsets,
                               .repr = native_function_repr,
                               .hash = native_function_hash,
                               .rich_compare = native_function_compare,
                               .call = native_function_call};
