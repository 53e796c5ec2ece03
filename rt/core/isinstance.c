/* isinstance() and issubclass(): classes of both kinds, tuples of them,
 * metaclasses' hooks, and objects that merely have __bases__. */
#include "type.h"

#include "thread.h"

bool classobj_is_subclass(Value cls, Value base)
{
    PyTuple *bases;

    if (cls == base)
        return true;
    if (!is_classobj(cls))
        return false;
    bases = ((PyClassObj *)cls)->bases;
    for (Py_ssize i = 0; i < bases->length; i++)
        if (classobj_is_subclass(bases->items[i], base))
            return true;
    return false;
}

/* v.__bases__ if that is a tuple; NULL, maybe with exception. */
static PyTuple *abstract_bases(Value v)
{
    Value bases = op_getattr_or_null(v, NAME(dunder_bases));

    return bases && has_type_flag(bases, TYPE_TUPLE) ? (PyTuple *)bases : NULL;
}

static int abstract_issubclass(Value derived, Value cls)
{
    PyTuple *bases;
    int r = 0;

    if (derived == cls)
        return 1;
    bases = abstract_bases(derived);
    if (!bases)
        return err_pending() ? -1 : 0;
    if (recursion_enter(" in __subclasscheck__") < 0)
        return -1;
    for (Py_ssize i = 0; i < bases->length && r == 0; i++)
        r = abstract_issubclass(bases->items[i], cls);
    recursion_leave();
    return r;
}

static bool check_class(Value v, const char *text)
{
    if (abstract_bases(v))
        return true;
    if (!err_pending())
        err_format(&exc_TypeError, "%s", text);
    return false;
}

static int instance_of_type(Value v, PyType *cls)
{
    PyType *t = type_of(v);
    Value c;

    if (type_is_subtype(t, cls))
        return 1;
    if (t->getattr == object_getattr &&
        (!(t->flags & TYPE_HEAP) ||
         type_lookup_or_null(t, NAME(dunder_class)) ==
             type_lookup_or_null(&object_type, NAME(dunder_class))))
        return 0; /* v.__class__ is t */
    c = op_getattr_or_null(v, NAME(dunder_class));
    if (!c) {
        err_clear(); /* whatever it is */
        return 0;
    }
    return c != (Value)type_of(v) && is_type(c) &&
           type_is_subtype((PyType *)c, cls);
}

int real_isinstance(Value v, Value cls)
{
    Value c;

    if (is_classobj(cls) && is_instance(v))
        return classobj_is_subclass((Value)((PyInstance *)v)->cls->visible,
                                    cls);
    if (is_type(cls))
        return instance_of_type(v, (PyType *)cls);
    if (!check_class(cls, "isinstance() arg 2 must be a class, type, or tuple "
                          "of classes and types"))
        return -1;
    c = op_getattr_or_null(v, NAME(dunder_class));
    err_clear();
    return c ? abstract_issubclass(c, cls) : 0;
}

int real_issubclass(Value derived, Value cls)
{
    if (is_type(cls) && is_type(derived))
        return type_is_subtype((PyType *)derived, (PyType *)cls);
    if (is_classobj(derived) && is_classobj(cls))
        return classobj_is_subclass(derived, cls);
    if (!check_class(derived, "issubclass() arg 1 must be a class") ||
        !check_class(cls, "issubclass() arg 2 must be a class or tuple of "
                          "classes"))
        return -1;
    return abstract_issubclass(derived, cls);
}

/* Asks each item of a tuple of classes. */
static int any_of(Value v, PyTuple *classes, int (*ask)(Value, Value),
                  const char *where)
{
    int r = 0;

    if (recursion_enter(where) < 0)
        return -1;
    for (Py_ssize i = 0; i < classes->length && r == 0; i++)
        r = ask(v, classes->items[i]);
    recursion_leave();
    return r;
}

/* Runs the metaclass's hook; *missing when there is none. */
static int ask_hook(Value cls, PyStr *name, Value v, const char *where,
                    bool *missing)
{
    Value r;

    *missing = false;
    if (recursion_enter(where) < 0)
        return -1;
    r = special_call(cls, name, &v, 1, missing);
    recursion_leave();
    if (*missing)
        return 0;
    return r ? op_is_true(r) : -1;
}

int op_isinstance(Value v, Value cls)
{
    bool missing;
    int r;

    if (type_of(v) == (PyType *)cls)
        return 1;
    if (type_of(cls) == &type_type)
        return instance_of_type(v, (PyType *)cls);
    if (has_type_flag(cls, TYPE_TUPLE))
        return any_of(v, (PyTuple *)cls, op_isinstance,
                      " in __instancecheck__");
    if (is_classobj(cls) || is_instance(cls))
        return real_isinstance(v, cls);
    r = ask_hook(cls, NAME(dunder_instancecheck), v, " in __instancecheck__",
                 &missing);
    return missing ? real_isinstance(v, cls) : r;
}

int op_issubclass(Value derived, Value cls)
{
    bool missing;
    int r;

    if (type_of(cls) == &type_type && is_type(derived))
        return type_is_subtype((PyType *)derived, (PyType *)cls);
    if (has_type_flag(cls, TYPE_TUPLE))
        return any_of(derived, (PyTuple *)cls, op_issubclass,
                      " in __subclasscheck__");
    if (is_classobj(cls) || is_instance(cls))
        return real_issubclass(derived, cls);
    r = ask_hook(cls, NAME(dunder_subclasscheck), derived,
                 " in __subclasscheck__", &missing);
    return missing ? real_issubclass(derived, cls) : r;
}
