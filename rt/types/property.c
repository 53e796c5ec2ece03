/* property: attribute access through functions. */
#include "type.h"

#include "methods_declare.h"
#include "property.def"
#include "methods_end.h"

static Value property_new(PyType *t, const Value *args, Py_ssize nargs,
                          PyTuple *kwnames)
{
    return instance_new(t);
}

static Value given(Value v)
{
    return v == NONE ? NULL : v;
}

/* The docstring that a property takes over from its getter. */
static int take_getter_doc(PyProperty *p)
{
    Value doc = op_getattr_or_null(p->get, NAME(dunder_doc));

    if (!doc)
        return err_pending() ? -1 : 0;
    p->getter_doc = true;
    if (p->head.type == &property_type) {
        p->doc = doc;
        return 0;
    }
    /* A subclass's own __doc__ would hide the field of the base. */
    return op_setattr((Value)p, NAME(dunder_doc), doc);
}

static int property_init(Value self, const Value *args, Py_ssize nargs,
                         PyTuple *kwnames)
{
    static const char *const names[] = {"fget", "fset", "fdel", "doc", NULL};
    PyProperty *p = (PyProperty *)self;
    Value v[4];

    if (args_parse("property", args, nargs, kwnames, names, 0, 4, v) < 0)
        return -1;
    p->get = given(v[0]);
    p->set = given(v[1]);
    p->del = given(v[2]);
    p->doc = v[3];
    p->getter_doc = false;
    if ((!v[3] || v[3] == NONE) && p->get)
        return take_getter_doc(p);
    return 0;
}

static Value property_get(Value self, Value obj, PyType *type)
{
    PyProperty *p = (PyProperty *)self;

    if (!obj || obj == NONE)
        return self;
    if (!p->get)
        return err_format(&exc_AttributeError, "unreadable attribute");
    return op_call(p->get, &obj, 1, NULL);
}

static int property_set(Value self, Value obj, Value v)
{
    PyProperty *p = (PyProperty *)self;
    Value fn = v ? p->set : p->del;
    Value args[2] = {obj, v};

    if (!fn) {
        err_format(&exc_AttributeError,
                   v ? "can't set attribute" : "can't delete attribute");
        return -1;
    }
    return op_call(fn, args, v ? 2 : 1, NULL) ? 0 : -1;
}

static Value or_none(Value v)
{
    return v ? v : NONE;
}

/* The same property with some functions replaced (NULL keeps). */
static Value copy_with(Value self, Value get, Value set, Value del)
{
    PyProperty *p = (PyProperty *)self;
    Value doc = or_none(p->doc);
    Value args[4];

    get = get && get != NONE ? get : or_none(p->get);
    set = set && set != NONE ? set : or_none(p->set);
    del = del && del != NONE ? del : or_none(p->del);
    if (p->getter_doc && get != NONE)
        doc = NONE;
    args[0] = get;
    args[1] = set;
    args[2] = del;
    args[3] = doc;
    return op_call((Value)type_visible(p->head.type), args, 4, NULL);
}

static Value property_getter(Value self, const Value *args, Py_ssize nargs)
{
    return copy_with(self, args[0], NULL, NULL);
}

static Value property_setter(Value self, const Value *args, Py_ssize nargs)
{
    return copy_with(self, NULL, args[0], NULL);
}

static Value property_deleter(Value self, const Value *args, Py_ssize nargs)
{
    return copy_with(self, NULL, NULL, args[0]);
}

static Value property_fget(Value self)
{
    return or_none(((PyProperty *)self)->get);
}

static Value property_fset(Value self)
{
    return or_none(((PyProperty *)self)->set);
}

static Value property_fdel(Value self)
{
    return or_none(((PyProperty *)self)->del);
}

static Value property_doc(Value self)
{
    return or_none(((PyProperty *)self)->doc);
}

static const GetSetDef property_getsets[] = {
    {"fget", property_fget, NULL, NULL, true},
    {"fset", property_fset, NULL, NULL, true},
    {"fdel", property_fdel, NULL, NULL, true},
    {"__doc__", property_doc, NULL, NULL, true},
    {0}};

static const NativeDef property_methods[] = {
#include "methods_table.h"
#include "property.def"
#include "methods_end.h"
    {0}};

PyType property_type = {
    .head.type = &type_type,
    .name = "property",
    .flags = TYPE_BASETYPE,
    .basic_size = sizeof(PyProperty),
    .getattr = object_getattr,
    .methods = property_methods,
    .getsets = property_getsets,
    .new_instance = property_new,
    .init = property_init,
    .descr_get = property_get,
    .descr_set = property_set,
    .doc = "property(fget=None, fset=None, fdel=None, doc=None) -> property\n\n"
           "An attribute that these functions read, set and delete.",
};
