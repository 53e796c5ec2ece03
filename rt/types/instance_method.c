/* Bound and unbound methods of Python functions (and other callables). */
#include "type.h"

#include "attrname.h"

Value instance_method_new(Value function, Value self_or_null, Value cls)
{
    PyInstanceMethod *m = gc_new(&instance_method_type, sizeof *m);

    m->function = function;
    m->self = self_or_null;
    m->im_class = cls;
    return (Value)m;
}

static Value or_none(Value v)
{
    return v ? v : NONE;
}

/* --- names in messages
 * ----------------------------------------------------------- */

static const char *name_of(Value v, const char *fallback)
{
    Value name = v ? op_getattr_or_null(v, NAME(dunder_name)) : NULL;

    if (!name)
        err_clear();
    return name && is_str_value(name) ? str_data((PyStr *)name) : fallback;
}

/* What follows the name of a callable: "f()", "C constructor". */
static const char *callable_kind(Value v)
{
    if (type_of(v) == &instance_method_type || type_of(v) == &function_type ||
        type_of(v) == &native_function_type)
        return "()";
    if (is_classobj(v))
        return " constructor";
    return is_instance(v) ? " instance" : " object";
}

static const char *callable_name(Value v)
{
    if (type_of(v) == &instance_method_type)
        return callable_name(((PyInstanceMethod *)v)->function);
    if (type_of(v) == &function_type)
        return str_data((PyStr *)((PyFunction *)v)->name);
    if (type_of(v) == &native_function_type)
        return ((PyNativeFunction *)v)->def->name;
    if (is_classobj(v))
        return str_data(((PyClassObj *)v)->name);
    if (is_instance(v))
        return str_data(((PyInstance *)v)->cls->visible->name);
    return type_name_of(v);
}

static const char *class_name_of_instance(Value v)
{
    Value cls = op_getattr_or_null(v, NAME(dunder_class));

    err_clear();
    return name_of(cls ? cls : (Value)type_of(v), "?");
}

static void *wrong_first(PyInstanceMethod *m, Value first)
{
    return err_format(&exc_TypeError,
                      "unbound method %s%s must be called with %s instance as "
                      "first argument (got %s%s instead)",
                      callable_name(m->function), callable_kind(m->function),
                      name_of(m->im_class, "?"),
                      first ? class_name_of_instance(first) : "nothing",
                      first ? " instance" : "");
}

/* --- slots
 * -------------------------------------------------------------------------- */

static Value method_call(Value self, const Value *args, Py_ssize nargs,
                         PyTuple *kwnames)
{
    PyInstanceMethod *m = (PyInstanceMethod *)self;
    int ok = 0;

    if (m->self)
        return call_with_first(op_call, m->function, m->self, args, nargs,
                               kwnames);
    if (nargs > 0) {
        ok = m->im_class ? op_isinstance(args[0], m->im_class) : 1;
        if (ok < 0)
            return NULL;
    }
    if (!ok)
        return wrong_first(m, nargs > 0 ? args[0] : NULL);
    return call_through_dict(m->function, args, nargs, kwnames);
}

static Value method_getattr(Value self, PyStr *name)
{
    PyInstanceMethod *m = (PyInstanceMethod *)self;
    Value descr;

    name = name_interned(name);
    descr = type_lookup_or_null(&instance_method_type, name);
    if (descr)
        return type_of(descr)->descr_get
                   ? type_of(descr)->descr_get(descr, self, type_of(self))
                   : descr;
    return op_getattr(m->function, name);
}

static Value method_descr_get(Value self, Value obj, PyType *cls)
{
    PyInstanceMethod *m = (PyInstanceMethod *)self;

    /* A method that is bound, or of an unrelated class, stays as it is. */
    if (m->self)
        return self;
    if (m->im_class && cls) {
        int ok = op_issubclass((Value)cls, m->im_class);

        if (ok < 0)
            return NULL;
        if (!ok)
            return self;
    }
    return instance_method_new(m->function, obj == NONE ? NULL : obj,
                               (Value)cls);
}

static Value method_repr(Value self)
{
    PyInstanceMethod *m = (PyInstanceMethod *)self;
    const char *fn = name_of(m->function, "?");
    const char *cls = name_of(m->im_class, "?");
    Value text;

    if (!m->self)
        return (Value)str_format_c("<unbound method %s.%s>", cls, fn);
    text = op_repr(m->self);
    if (!text)
        return NULL;
    return (Value)str_format_c("<bound method %s.%s of %s>", cls, fn,
                               str_data((PyStr *)text));
}

static int method_compare(Value a, Value b)
{
    PyInstanceMethod *m = (PyInstanceMethod *)a, *n = (PyInstanceMethod *)b;
    int r;

    if (op_cmp(m->function, n->function, &r) < 0)
        return -2;
    if (r != 0 || m->self == n->self)
        return r;
    if (!m->self || !n->self)
        return m->self ? 1 : -1;
    return op_cmp(m->self, n->self, &r) < 0 ? -2 : r;
}

static int64_t method_hash(Value self)
{
    PyInstanceMethod *m = (PyInstanceMethod *)self;
    int64_t h = op_hash(m->self ? m->self : NONE), f;

    if (h == -1)
        return -1;
    f = op_hash(m->function);
    if (f == -1)
        return -1;
    h ^= f;
    return h == -1 ? -2 : h;
}

static Value method_new(PyType *t, const Value *args, Py_ssize nargs,
                        PyTuple *kwnames)
{
    Value self;

    if (kwnames && tuple_length(kwnames) > 0)
        return err_format(&exc_TypeError,
                          "instancemethod does not take keyword arguments");
    if (nargs < 2 || nargs > 3)
        return err_format(&exc_TypeError,
                          "instancemethod expected at %s %d arguments, got %zd",
                          nargs < 2 ? "least" : "most", nargs < 2 ? 2 : 3,
                          (ssize_t)nargs);
    if (!type_of(args[0])->call)
        return err_format(&exc_TypeError, "first argument must be callable");
    self = args[1] == NONE ? NULL : args[1];
    if (!self && nargs < 3)
        return err_format(&exc_TypeError,
                          "unbound methods must have non-NULL im_class");
    return instance_method_new(args[0], self, nargs == 3 ? args[2] : NULL);
}

static Value get_function(Value self)
{
    return ((PyInstanceMethod *)self)->function;
}

static Value get_self(Value self)
{
    return or_none(((PyInstanceMethod *)self)->self);
}

static Value get_class(Value self)
{
    return or_none(((PyInstanceMethod *)self)->im_class);
}

static Value get_doc(Value self)
{
    return op_getattr(((PyInstanceMethod *)self)->function, NAME(dunder_doc));
}

static const GetSetDef method_getsets[] = {
    {"im_class", get_class, NULL, "the class that asked for this method", true},
    {"im_func", get_function, NULL, "what the method calls", true},
    {"__func__", get_function, NULL, "what the method calls", true},
    {"im_self", get_self, NULL,
     "what is passed as first argument; None if that is up to the caller",
     true},
    {"__self__", get_self, NULL,
     "what is passed as first argument; None if that is up to the caller",
     true},
    {"__doc__", get_doc, NULL, NULL, false},
    {0}};

PyType instance_method_type = {
    .head.type = &type_type,
    .name = "instancemethod",
    .basic_size = sizeof(PyInstanceMethod),
    .repr = method_repr,
    .hash = method_hash,
    .compare = method_compare,
    .call = method_call,
    .getattr = method_getattr,
    .descr_get = method_descr_get,
    .getsets = method_getsets,
    .new_instance = method_new,
    .doc = "instancemethod(function, instance, class)\n\n"
           "A function that gets the instance as its first argument.",
};
