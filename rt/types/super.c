/* super: attribute lookup that starts behind a class in an object's MRO. */
#include "type.h"

#include "attrname.h"

static Value super_repr(Value self)
{
    PySuper *s = (PySuper *)self;
    const char *name = s->type ? s->type->name : "NULL";

    if (s->object_type)
        return (Value)str_format_c("<super: <class '%s'>, <%s object>>", name,
                                   s->object_type->name);
    return (Value)str_format_c("<super: <class '%s'>, NULL>", name);
}

Value type_lookup_behind(PyType *t, PyType *cls, PyStr *name)
{
    PyTuple *mro = t->mro;
    Py_ssize i = 0;

    while (i < mro->length && mro->items[i] != (Value)cls)
        i++;
    for (i++; i < mro->length; i++) {
        Value c = mro->items[i], v;

        v = dict_get_str_or_null(
            is_type(c) ? ((PyType *)c)->dict : ((PyClassObj *)c)->dict, name);
        if (v)
            return v;
    }
    return NULL;
}

static Value super_getattr(Value self, PyStr *name)
{
    PySuper *s = (PySuper *)self;
    PyType *start = s->object_type;
    Value v;

    name = name_interned(name);
    /* __class__ is super's own. */
    if (!start || name == NAME(dunder_class))
        return object_getattr(self, name);
    v = type_lookup_behind(start, s->type, name);
    if (!v)
        return object_getattr(self, name);
    if (!type_of(v)->descr_get)
        return v;
    /* Only pass an object that is no class itself: see super(type, type2). */
    return type_of(v)->descr_get(
        v, s->object == (Value)start ? NULL : s->object, start);
}

/* The class whose MRO is searched: obj itself if a subclass of type, else
 * its class; NULL with TypeError. */
static PyType *super_check(PyType *type, Value obj)
{
    Value cls;

    if (is_type(obj) && type_is_subtype((PyType *)obj, type))
        return (PyType *)obj;
    if (type_is_subtype(type_of(obj), type))
        return type_visible(type_of(obj));
    cls = op_getattr_or_null(obj, NAME(dunder_class));
    if (!cls && err_pending())
        return NULL;
    if (cls && is_type(cls) && cls != (Value)type_of(obj) &&
        type_is_subtype((PyType *)cls, type))
        return (PyType *)cls;
    return err_format(
        &exc_TypeError,
        "super(type, obj): obj must be an instance or subtype of type");
}

static int super_init(Value self, const Value *args, Py_ssize nargs,
                      PyTuple *kwnames)
{
    PySuper *s = (PySuper *)self;
    PyType *object_type = NULL;
    Value obj = NULL;

    if (kwnames && tuple_length(kwnames) > 0) {
        err_format(&exc_TypeError, "super does not take keyword arguments");
        return -1;
    }
    if (nargs < 1 || nargs > 2) {
        err_format(&exc_TypeError,
                   "super() takes at %s %d argument%s (%d given)",
                   nargs < 1 ? "least" : "most", nargs < 1 ? 1 : 2,
                   nargs < 1 ? "" : "s", (int)nargs);
        return -1;
    }
    if (!is_type(args[0])) {
        err_format(&exc_TypeError, "super() argument 1 must be type, not %s",
                   args[0] == NONE ? "None" : type_name_of(args[0]));
        return -1;
    }
    if (nargs == 2 && args[1] != NONE) {
        obj = args[1];
        object_type = super_check((PyType *)args[0], obj);
        if (!object_type)
            return -1;
    }
    s->type = (PyType *)args[0];
    s->object = obj;
    s->object_type = object_type;
    return 0;
}

static Value super_new(PyType *t, const Value *args, Py_ssize nargs,
                       PyTuple *kwnames)
{
    return instance_new(t);
}

static Value super_descr_get(Value self, Value obj, PyType *type)
{
    PySuper *s = (PySuper *)self, *bound;
    PyType *object_type;

    if (!obj || obj == NONE || s->object)
        return self;
    if (s->head.type != &super_type) {
        Value args[2] = {(Value)s->type, obj};

        return op_call((Value)type_visible(s->head.type), args, 2, NULL);
    }
    object_type = super_check(s->type, obj);
    if (!object_type)
        return NULL;
    bound = instance_new(&super_type);
    bound->type = s->type;
    bound->object = obj;
    bound->object_type = object_type;
    return (Value)bound;
}

static Value super_this_class(Value self)
{
    PyType *t = ((PySuper *)self)->type;

    return t ? (Value)t : NONE;
}

static Value super_self(Value self)
{
    Value v = ((PySuper *)self)->object;

    return v ? v : NONE;
}

static Value super_self_class(Value self)
{
    PyType *t = ((PySuper *)self)->object_type;

    return t ? (Value)t : NONE;
}

static const GetSetDef super_getsets[] = {
    {"__thisclass__", super_this_class, NULL,
     "the class whose successors are searched", true},
    {"__self__", super_self, NULL,
     "the object that methods are bound to, or None", true},
    {"__self_class__", super_self_class, NULL,
     "the class whose method order is followed, or None", true},
    {0}};

PyType super_type = {
    .head.type = &type_type,
    .name = "super",
    .flags = TYPE_BASETYPE,
    .basic_size = sizeof(PySuper),
    .repr = super_repr,
    .getattr = super_getattr,
    .getsets = super_getsets,
    .descr_get = super_descr_get,
    .new_instance = super_new,
    .init = super_init,
    .doc = "super(type[, object or subtype]) -> super object\n\n"
           "Its attributes are those of the classes behind type in the method "
           "order of the\n"
           "object's class.",
};
