/* Attribute access by name: the generic rules of objects, and op_ functions.
 *
 * obj.name is, in this order: a data descriptor of the class, what the object
 * holds itself, a non-data descriptor or plain value of the class. */
#include "type.h"

#include "attrname.h"
#include "errors.h"
#include "str.h"

PyStr *name_interned(PyStr *name)
{
    if (name->head.flags & OBJ_INTERNED)
        return name;
    if (name->head.type != &str_type)
        name = str_from(name->data, name->length);
    return str_intern_value(name);
}

PyStr *attribute_name(Value v)
{
    if (has_type_flag(v, TYPE_UNICODE)) {
        v = op_str(v);
        if (!v)
            return NULL;
    }
    if (!is_str_value(v))
        return err_format(&exc_TypeError,
                          "attribute name must be string, not '%.200s'",
                          type_name_of(v));
    return name_interned((PyStr *)v);
}

/* about: the class, or the name it had then; the attribute. */
static PyStr *attribute_message(const Value about[2])
{
    const char *cls = is_str_value(about[0]) ? str_data((PyStr *)about[0])
                                             : ((PyType *)about[0])->name;

    return str_format_c("'%.50s' object has no attribute '%.400s'", cls,
                        str_data((PyStr *)about[1]));
}

static void *no_attribute(Value self, PyStr *name)
{
    PyType *t = type_of(self);

    return err_later(&exc_AttributeError, attribute_message,
                     t->heap_name ? t->heap_name : (Value)t, (Value)name);
}

static bool may_have_own(Value self)
{
    return is_pointer(self) && type_of(self)->dict_offset != 0;
}

/* What object_getattr finds, with nothing raised when it is missing: *found
 * false and NULL. */
static Value generic_get(Value self, PyStr *name, bool *found)
{
    PyType *t = type_of(self), *dt = NULL;
    Value descr = type_lookup_or_null(t, name), v;

    *found = true;
    if (descr) {
        dt = type_of(descr);
        if (dt->descr_get && dt->descr_set)
            return dt->descr_get(descr, self, type_visible(t));
    }
    if (may_have_own(self)) {
        v = instance_get_or_null(self, name);
        if (v)
            return v;
    }
    if (descr)
        return dt->descr_get ? dt->descr_get(descr, self, type_visible(t))
                             : descr;
    *found = false;
    return NULL;
}

Value object_getattr(Value self, PyStr *name)
{
    bool found;
    Value v;

    name = name_interned(name);
    v = generic_get(self, name, &found);
    return found ? v : no_attribute(self, name);
}

static int set_missing(Value self, PyStr *name, Value descr)
{
    if (!descr)
        no_attribute(self, name);
    else
        err_format(&exc_AttributeError,
                   "'%.50s' object attribute '%.400s' is read-only",
                   type_of(self)->name, str_data(name));
    return -1;
}

/* Types compare by identity of their instances' dicts: see type_setattr. */
int object_setattr(Value self, PyStr *name, Value v)
{
    Value descr;
    int r;

    name = name_interned(name);
    descr = type_lookup_or_null(type_of(self), name);
    if (descr && type_of(descr)->descr_set)
        return type_of(descr)->descr_set(descr, self, v);
    if (!may_have_own(self))
        return set_missing(self, name, descr);
    r = v ? instance_set(self, name, v) : instance_delete(self, name);
    if (r <= 0)
        return r;
    if (v || instance_is_bare(self))
        return set_missing(self, name, descr);
    err_set(&exc_AttributeError, (Value)name);
    return -1;
}

Value op_getattr(Value v, PyStr *name)
{
    PyType *t = type_of(v);

    return t->getattr ? t->getattr(v, name) : no_attribute(v, name);
}

Value op_getattr_or_null(Value v, PyStr *name)
{
    PyType *t = type_of(v);
    bool found;
    Value r;

    if (t->getattr == object_getattr) {
        r = generic_get(v, name_interned(name), &found);
        if (!found)
            return NULL;
    } else {
        r = op_getattr(v, name);
    }
    if (!r && err_matches(&exc_AttributeError))
        err_clear();
    return r;
}

int op_setattr(Value v, PyStr *name, Value value_or_null)
{
    PyType *t = type_of(v);

    name = name_interned(name);
    if (t->setattr)
        return t->setattr(v, name, value_or_null);
    err_format(&exc_TypeError, "'%.100s' object has %s attributes (%s .%.100s)",
               t->name, t->getattr ? "only read-only" : "no",
               value_or_null ? "assign to" : "del", str_data(name));
    return -1;
}
