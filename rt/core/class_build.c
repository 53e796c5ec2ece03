/* The class statement: finds the metaclass and calls it.
 *
 * The compiler knows which attributes the methods of a class store; their
 * names travel past the metaclass, whose signature is Python's, to the
 * type.__new__ or classobj call that it makes. */
#include "type.h"

/* The class that makes the class; NULL with exception. */
static Value find_metaclass(PyTuple *bases, PyDict *body, PyDict *globals)
{
    Value meta = dict_get_str_or_null(body, NAME(dunder_metaclass));

    if (meta)
        return meta;
    if (bases->length > 0) {
        meta = op_getattr_or_null(bases->items[0], NAME(dunder_class));
        if (meta)
            return meta;
        if (err_pending())
            return NULL;
        return (Value)type_visible(type_of(bases->items[0]));
    }
    meta =
        globals ? dict_get_str_or_null(globals, NAME(dunder_metaclass)) : NULL;
    return meta ? meta : (Value)&classobj_type;
}

/* The attribute names of the class statement that is being run in this
 * thread, for the type.__new__ or classobj call that its metaclass makes; the
 * code's constants keep them alive. */
static __thread PyTuple *pending_names;
static __thread PyDict *pending_body;

PyTuple *class_take_names(PyDict *body)
{
    PyTuple *names = pending_body == body ? pending_names : NULL;

    pending_body = NULL;
    return names;
}

/* CPython adds what went wrong to a failing metaclass's TypeError. */
static void explain_metaclass_error(void)
{
    Value type, value, tb;

    if (!err_matches(&exc_TypeError))
        return;
    err_fetch(&type, &value, &tb);
    if (type == (Value)&exc_TypeError && value && is_str_value(value)) {
        PyStr *text =
            str_format_c("Error when calling the metaclass bases\n    %s",
                         str_data((PyStr *)value));

        value = (Value)text;
    }
    err_restore(type, value, tb);
}

Value class_build(PyStr *name, PyTuple *bases, PyDict *body, PyDict *globals,
                  PyTuple *attr_names)
{
    Value meta = find_metaclass(bases, body, globals), cls;
    Value args[3] = {(Value)name, (Value)bases, (Value)body};

    if (!meta)
        return NULL;
    if (meta == (Value)&classobj_type && bases->length == 0)
        return classobj_build(name, bases, body, attr_names);
    pending_names = attr_names;
    pending_body = body;
    cls = op_call(meta, args, 3, NULL);
    pending_body = NULL;
    if (!cls)
        explain_metaclass_error();
    return cls;
}
