/* object: the root of new-style classes. */
#include "type.h"

#include "attrname.h"
#include "dict.h"

#include "methods_declare.h"
#include "object.def"
#include "methods_end.h"

/* --- creation
 * ----------------------------------------------------------------- */

static bool has_arguments(Py_ssize nargs, PyTuple *kwnames)
{
    return nargs > 0 || (kwnames && tuple_length(kwnames) > 0);
}

/* The abstract methods' names, sorted and joined with ", ". */
static void *refuse_abstract(PyType *t)
{
    Value names = op_getattr((Value)t, NAME(dunder_abstractmethods));
    PyList *list = names ? op_list(names) : NULL;
    Value separator = (Value)str_from_c(", "), text;

    if (!list || !op_call_method((Value)list, NAME(sort), NULL, 0))
        return NULL;
    text = op_call_method(separator, NAME(join), (Value *)&list, 1);
    if (!text)
        return NULL;
    if (!is_str_value(text) && !(text = op_str(text)))
        return NULL;
    return err_format(&exc_TypeError,
                      "Can't instantiate abstract class %s with abstract "
                      "methods %s",
                      t->name, str_data((PyStr *)text));
}

/* Arguments are an error unless the class overrides exactly the other one of
 * __new__ and __init__; with both overridden it is only a warning. */
static bool accept_arguments(bool overrides_this, bool overrides_other,
                             const char *text)
{
    if (overrides_this && overrides_other)
        return err_warn(&exc_DeprecationWarning, text, 1) >= 0;
    if (overrides_this || !overrides_other) {
        err_format(&exc_TypeError, "%s", text);
        return false;
    }
    return true;
}

Value object_new(PyType *t, const Value *args, Py_ssize nargs, PyTuple *kwnames)
{
    if (has_arguments(nargs, kwnames) &&
        !accept_arguments(t->new_instance != object_new, t->init != object_init,
                          "object() takes no parameters"))
        return NULL;
    if (t->flags & TYPE_ABSTRACT)
        return refuse_abstract(t);
    return instance_new(t);
}

int object_init(Value self, const Value *args, Py_ssize nargs, PyTuple *kwnames)
{
    PyType *t = type_of(self);

    if (has_arguments(nargs, kwnames) &&
        !accept_arguments(t->init != object_init, t->new_instance != object_new,
                          "object.__init__() takes no parameters"))
        return -1;
    return 0;
}

/* --- repr, str, hash
 * ------------------------------------------------------------ */

static Value object_repr(Value self)
{
    PyType *t = type_of(self);
    Value module = type_module(t);
    Value name = op_getattr((Value)type_visible(t), NAME(dunder_name));

    if (!module)
        err_clear();
    if (!name)
        return NULL;
    if (module && is_str_value(module) &&
        strcmp(str_data((PyStr *)module), "__builtin__"))
        return (Value)str_format_c("<%s.%s object at %p>",
                                   str_data((PyStr *)module),
                                   str_data((PyStr *)name), (void *)self);
    return (Value)str_format_c("<%s object at %p>", t->name, (void *)self);
}

static Value object_str(Value self)
{
    Value (*repr)(Value) = type_of(self)->repr;

    return repr ? repr(self) : object_repr(self);
}

static int64_t object_hash(Value self)
{
    uint64_t u = (uintptr_t)self;
    int64_t h = (int64_t)(u >> 4 | u << 60);

    return h == -1 ? -2 : h;
}

/* --- __class__
 * -------------------------------------------------------------------- */

static Value get_class(Value self)
{
    return (Value)type_visible(type_of(self));
}

static int set_class(Value self, Value v)
{
    PyType *from = type_of(self), *to = (PyType *)v;

    if (!v) {
        err_format(&exc_TypeError, "can't delete __class__ attribute");
        return -1;
    }
    if (!is_type(v)) {
        err_format(&exc_TypeError,
                   "__class__ must be set to new-style class, not '%s' object",
                   type_name_of(v));
        return -1;
    }
    if (!(from->flags & TYPE_HEAP) || !(to->flags & TYPE_HEAP)) {
        err_format(&exc_TypeError, "__class__ assignment: only for heap types");
        return -1;
    }
    /* CPython names the two in this order here, the other way round for
     * __bases__. */
    if (!type_compatible(to, type_visible(from), "__class__"))
        return -1;
    return instance_change_type(self, to);
}

/* --- methods
 * ------------------------------------------------------------------------ */

static Value object_subclasshook(Value self, const Value *args, Py_ssize nargs)
{
    return NOT_IMPLEMENTED;
}

static Value object_sizeof(Value self, const Value *args, Py_ssize nargs)
{
    PyType *t = type_of(self);
    int64_t size = t->basic_size;

    if (t->item_size) {
        Py_ssize n = op_length(self);

        if (n < 0)
            err_clear();
        else
            size += n * t->item_size;
    }
    return value_from_int(size);
}

static Value object_format(Value self, const Value *args, Py_ssize nargs)
{
    Value text;

    if (nargs != 1)
        return err_format(&exc_TypeError,
                          "__format__() takes exactly 1 argument (%d given)",
                          (int)nargs);
    if (has_type_flag(args[0], TYPE_UNICODE))
        text = op_unicode(self);
    else if (has_type_flag(args[0], TYPE_STR))
        text = op_str(self);
    else
        return err_format(&exc_TypeError,
                          "argument to __format__ must be unicode or str");
    if (!text)
        return NULL;
    if (op_length(args[0]) > 0 &&
        err_warn(&exc_PendingDeprecationWarning,
                 "object.__format__ with a non-empty format string is "
                 "deprecated",
                 1) < 0)
        return NULL;
    return op_format(text, args[0]);
}

/* The optional int argument of __reduce__ and __reduce_ex__. */
static bool protocol_arg(const char *name, const Value *args, Py_ssize nargs,
                         int *protocol)
{
    int64_t n = 0;

    if (nargs > 1) {
        err_format(&exc_TypeError, "%s() takes at most 1 argument (%d given)",
                   name, (int)nargs);
        return false;
    }
    if (nargs == 1) {
        n = value_as_int64(args[0]);
        if (n == -1 && err_pending())
            return false;
    }
    *protocol = n > 2 ? 2 : (int)n;
    return true;
}

static Value object_reduce_method(Value self, const Value *args, Py_ssize nargs)
{
    int protocol;

    if (!protocol_arg("__reduce__", args, nargs, &protocol))
        return NULL;
    return object_reduce(self, protocol);
}

/* Calls the class's own __reduce__ if it has one. */
static Value object_reduce_ex(Value self, const Value *args, Py_ssize nargs)
{
    Value own, base;
    int protocol;

    if (!protocol_arg("__reduce_ex__", args, nargs, &protocol))
        return NULL;
    own = type_lookup_or_null(type_of(self), NAME(dunder_reduce));
    base = type_lookup_or_null(&object_type, NAME(dunder_reduce));
    if (own && own != base) {
        own = op_getattr(self, NAME(dunder_reduce));
        return own ? op_call(own, NULL, 0, NULL) : NULL;
    }
    return object_reduce(self, protocol);
}

static const NativeDef object_methods[] = {
#include "methods_table.h"
#include "object.def"
#include "methods_end.h"
    {0}};

static const GetSetDef object_getsets[] = {
    {"__class__", get_class, set_class, "the object's class", false}, {0}};

PyType object_type = {
    .head.type = &type_type,
    .name = "object",
    .flags = TYPE_BASETYPE | TYPE_NO_WEAKREF,
    .basic_size = sizeof(PyObject),
    .repr = object_repr,
    .str = object_str,
    .hash = object_hash,
    .getattr = object_getattr,
    .setattr = object_setattr,
    .methods = object_methods,
    .getsets = object_getsets,
    .new_instance = object_new,
    .init = object_init,
    .doc = "The class that all others derive from.",
};
