/* classmethod and staticmethod: hold a callable, bind it to the class or to
 * nothing. */
#include "type.h"

static Value holder_new(PyType *t, const Value *args, Py_ssize nargs,
                        PyTuple *kwnames)
{
    return instance_new(t);
}

static int holder_init(Value self, const Value *args, Py_ssize nargs,
                       PyTuple *kwnames, const char *name)
{
    if (nargs != 1) {
        err_format(&exc_TypeError, "%s expected 1 arguments, got %zd", name,
                   (ssize_t)nargs);
        return -1;
    }
    if (kwnames && tuple_length(kwnames) > 0) {
        err_format(&exc_TypeError, "%s does not take keyword arguments", name);
        return -1;
    }
    ((PyMethodHolder *)self)->callable = args[0];
    return 0;
}

static int classmethod_init(Value self, const Value *args, Py_ssize nargs,
                            PyTuple *kwnames)
{
    return holder_init(self, args, nargs, kwnames, "classmethod");
}

static int staticmethod_init(Value self, const Value *args, Py_ssize nargs,
                             PyTuple *kwnames)
{
    return holder_init(self, args, nargs, kwnames, "staticmethod");
}

static Value classmethod_get(Value self, Value obj, PyType *type)
{
    Value callable = ((PyMethodHolder *)self)->callable;

    if (!callable)
        return err_format(&exc_RuntimeError,
                          "uninitialized classmethod object");
    if (!type)
        type = type_visible(type_of(obj));
    return instance_method_new(callable, (Value)type,
                               (Value)type_of((Value)type));
}

static Value staticmethod_get(Value self, Value obj, PyType *type)
{
    Value callable = ((PyMethodHolder *)self)->callable;

    if (!callable)
        return err_format(&exc_RuntimeError,
                          "uninitialized staticmethod object");
    return callable;
}

static Value holder_function(Value self)
{
    Value v = ((PyMethodHolder *)self)->callable;

    return v ? v : NONE;
}

static const GetSetDef holder_getsets[] = {
    {"__func__", holder_function, NULL, NULL, true}, {0}};

PyType classmethod_type = {
    .head.type = &type_type,
    .name = "classmethod",
    .flags = TYPE_BASETYPE,
    .basic_size = sizeof(PyMethodHolder),
    .getsets = holder_getsets,
    .new_instance = holder_new,
    .init = classmethod_init,
    .descr_get = classmethod_get,
    .doc =
        "classmethod(function) -> method\n\n"
        "The function gets the class as its first argument, not an instance.",
};

PyType staticmethod_type = {
    .head.type = &type_type,
    .name = "staticmethod",
    .flags = TYPE_BASETYPE,
    .basic_size = sizeof(PyMethodHolder),
    .getsets = holder_getsets,
    .new_instance = holder_new,
    .init = staticmethod_init,
    .descr_get = staticmethod_get,
    .doc = "staticmethod(function) -> method\n\n"
           "The function gets the arguments of the call and no other.",
};

static Value holder_of(PyType *t, Value callable)
{
    PyMethodHolder *h = gc_new(t, sizeof *h);

    h->callable = callable;
    return (Value)h;
}

Value classmethod_new(Value callable)
{
    return holder_of(&classmethod_type, callable);
}

Value staticmethod_new(Value callable)
{
    return holder_of(&staticmethod_type, callable);
}
