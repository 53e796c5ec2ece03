/* The descriptors through which types show what is written in C: methods,
 * class methods, slots, computed attributes, __slots__ members. */
#include "type.h"

#include "attrname.h"

static const char *owner_name(PyType *t)
{
    return t->name;
}

/* May descriptor `name` of `owner` be used on obj? */
static bool check_object(const char *name, PyType *owner, Value obj)
{
    if (type_is_subtype(type_of(obj), owner))
        return true;
    err_format(&exc_TypeError,
               "descriptor '%s' for '%s' objects doesn't apply to '%s' object",
               name, owner_name(owner), type_name_of(obj));
    return false;
}

/* The first argument of a call of the unbound descriptor. */
static bool check_first(const char *name, PyType *owner, const Value *args,
                        Py_ssize nargs)
{
    if (nargs < 1) {
        err_format(&exc_TypeError,
                   "descriptor '%.300s' of '%.100s' object needs an argument",
                   name, owner_name(owner));
        return false;
    }
    if (!type_is_subtype(type_of(args[0]), owner)) {
        err_format(&exc_TypeError,
                   "descriptor '%.200s' requires a '%.100s' object but "
                   "received a '%.100s'",
                   name, owner_name(owner), type_name_of(args[0]));
        return false;
    }
    return true;
}

static Value doc_or_none(const char *doc)
{
    return doc ? (Value)str_from_c(doc) : NONE;
}

static Value bound_native(const NativeDef *def, Value self)
{
    PyNativeFunction *f = gc_new(&native_function_type, sizeof *f);

    f->def = def;
    f->self = self;
    return (Value)f;
}

/* --- methods -----------------------------------------------------------------
 */

static Value method_repr(Value self)
{
    PyMethodDescriptor *d = (PyMethodDescriptor *)self;

    return (Value)str_format_c("<method '%s' of '%s' objects>", d->def->name,
                               owner_name(d->owner));
}

static Value method_get(Value self, Value obj, PyType *type)
{
    PyMethodDescriptor *d = (PyMethodDescriptor *)self;

    if (!obj)
        return self;
    if (!check_object(d->def->name, d->owner, obj))
        return NULL;
    return bound_native(d->def, obj);
}

static Value method_call(Value self, const Value *args, Py_ssize nargs,
                         PyTuple *kwnames)
{
    PyMethodDescriptor *d = (PyMethodDescriptor *)self;

    if (!check_first(d->def->name, d->owner, args, nargs))
        return NULL;
    return native_call(d->def, args[0], args + 1, nargs - 1, kwnames);
}

static Value method_name(Value self)
{
    return (Value)str_intern(((PyMethodDescriptor *)self)->def->name);
}

static Value method_owner(Value self)
{
    return (Value)((PyMethodDescriptor *)self)->owner;
}

static Value method_doc(Value self)
{
    PyMethodDescriptor *d = (PyMethodDescriptor *)self;

    return doc_of_method(d->owner, d->def);
}

static const GetSetDef method_getsets[] = {
    {"__doc__", method_doc, NULL, NULL, false},
    {"__name__", method_name, NULL, NULL, true},
    {"__objclass__", method_owner, NULL, NULL, true},
    {0}};

PyType method_descriptor_type = {
    .head.type = &type_type,
    .name = "method_descriptor",
    .basic_size = sizeof(PyMethodDescriptor),
    .repr = method_repr,
    .call = method_call,
    .getattr = object_getattr,
    .descr_get = method_get,
    .getsets = method_getsets,
};

/* --- class methods
 * -------------------------------------------------------------- */

static Value class_method_get(Value self, Value obj, PyType *type)
{
    PyMethodDescriptor *d = (PyMethodDescriptor *)self;

    if (!type) {
        if (!obj)
            return err_format(&exc_TypeError,
                              "descriptor '%s' for type '%s' needs either an "
                              "object or a type",
                              d->def->name, owner_name(d->owner));
        type = type_visible(type_of(obj));
    }
    if (!is_type((Value)type))
        return err_format(&exc_TypeError,
                          "descriptor '%s' for type '%s' needs a type, not a "
                          "'%s' as arg 2",
                          d->def->name, owner_name(d->owner),
                          type_name_of((Value)type));
    if (!type_is_subtype(type, d->owner))
        return err_format(&exc_TypeError,
                          "descriptor '%s' for type '%s' doesn't apply to "
                          "type '%s'",
                          d->def->name, owner_name(d->owner), type->name);
    return bound_native(d->def, (Value)type);
}

static Value class_method_call(Value self, const Value *args, Py_ssize nargs,
                               PyTuple *kwnames)
{
    PyMethodDescriptor *d = (PyMethodDescriptor *)self;

    if (nargs < 1)
        return err_format(
            &exc_TypeError,
            "descriptor '%s' of '%.100s' object needs an argument",
            d->def->name, owner_name(d->owner));
    if (!is_type(args[0]))
        return err_format(&exc_TypeError,
                          "descriptor '%s' requires a type but received a "
                          "'%.100s'",
                          d->def->name, type_name_of(args[0]));
    if (!type_is_subtype((PyType *)args[0], d->owner))
        return err_format(&exc_TypeError,
                          "descriptor '%s' requires a subtype of '%.100s' but "
                          "received '%.100s",
                          d->def->name, owner_name(d->owner),
                          type_name_of(args[0])); /* of the class, as CPython */
    return native_call(d->def, args[0], args + 1, nargs - 1, kwnames);
}

PyType classmethod_descriptor_type = {
    .head.type = &type_type,
    .name = "classmethod_descriptor",
    .basic_size = sizeof(PyMethodDescriptor),
    .repr = method_repr,
    .call = class_method_call,
    .getattr = object_getattr,
    .descr_get = class_method_get,
    .getsets = method_getsets,
};

static Value method_descriptor_new(PyType *owner, const NativeDef *def)
{
    bool of_class = def->kind == NATIVE_classmethod;
    PyMethodDescriptor *d = gc_new(of_class ? &classmethod_descriptor_type
                                            : &method_descriptor_type,
                                   sizeof *d);

    d->def = def;
    d->owner = owner;
    return (Value)d;
}

int type_add_methods(PyType *t)
{
    for (const NativeDef *def = t->methods; def && def->name; def++) {
        Value v = def->kind == NATIVE_staticmethod
                      ? staticmethod_new(bound_native(def, NULL))
                      : method_descriptor_new(t, def);

        if (dict_set_str(t->dict, str_intern(def->name), v) < 0)
            return -1;
    }
    return 0;
}

/* --- slot wrappers
 * ----------------------------------------------------------------- */

static Value wrapper_repr(Value self)
{
    PyWrapperDescriptor *d = (PyWrapperDescriptor *)self;

    return (Value)str_format_c("<slot wrapper '%s' of '%s' objects>",
                               d->def->text, owner_name(d->owner));
}

static Value run_wrapper(PyWrapperDescriptor *d, Value self, const Value *args,
                         Py_ssize nargs, PyTuple *kwnames)
{
    if (kwnames && tuple_length(kwnames) > 0 && !d->def->keywords)
        return err_format(&exc_TypeError,
                          "wrapper %s doesn't take keyword arguments",
                          d->def->text);
    return d->def->wrap(self, args, nargs, kwnames, d->fn, d->def);
}

static Value wrapper_call(Value self, const Value *args, Py_ssize nargs,
                          PyTuple *kwnames)
{
    PyWrapperDescriptor *d = (PyWrapperDescriptor *)self;

    if (!check_first(d->def->text, d->owner, args, nargs))
        return NULL;
    return run_wrapper(d, args[0], args + 1, nargs - 1, kwnames);
}

static Value wrapper_get(Value self, Value obj, PyType *type)
{
    PyWrapperDescriptor *d = (PyWrapperDescriptor *)self;
    PyMethodWrapper *w;

    if (!obj)
        return self;
    if (!check_object(d->def->text, d->owner, obj))
        return NULL;
    w = gc_new(&method_wrapper_type, sizeof *w);
    w->descriptor = d;
    w->self = obj;
    return (Value)w;
}

static Value wrapper_name(Value self)
{
    return (Value)((PyWrapperDescriptor *)self)->def->name;
}

static Value wrapper_owner(Value self)
{
    return (Value)((PyWrapperDescriptor *)self)->owner;
}

static Value wrapper_doc(Value self)
{
    return doc_or_none(((PyWrapperDescriptor *)self)->def->doc);
}

static const GetSetDef wrapper_getsets[] = {
    {"__doc__", wrapper_doc, NULL, NULL, false},
    {"__name__", wrapper_name, NULL, NULL, true},
    {"__objclass__", wrapper_owner, NULL, NULL, true},
    {0}};

PyType wrapper_descriptor_type = {
    .head.type = &type_type,
    .name = "wrapper_descriptor",
    .basic_size = sizeof(PyWrapperDescriptor),
    .repr = wrapper_repr,
    .call = wrapper_call,
    .getattr = object_getattr,
    .descr_get = wrapper_get,
    .getsets = wrapper_getsets,
};

static Value bound_wrapper_repr(Value self)
{
    PyMethodWrapper *w = (PyMethodWrapper *)self;

    return (Value)str_format_c("<method-wrapper '%s' of %s object at %p>",
                               w->descriptor->def->text, type_name_of(w->self),
                               (void *)w->self);
}

static Value bound_wrapper_call(Value self, const Value *args, Py_ssize nargs,
                                PyTuple *kwnames)
{
    PyMethodWrapper *w = (PyMethodWrapper *)self;

    return run_wrapper(w->descriptor, w->self, args, nargs, kwnames);
}

static int64_t bound_wrapper_hash(Value self)
{
    PyMethodWrapper *w = (PyMethodWrapper *)self;
    int64_t h = op_hash(w->self);

    if (h == -1)
        return -1;
    h ^= (int64_t)(uintptr_t)w->descriptor >> 4;
    return h == -1 ? -2 : h;
}

static int bound_wrapper_compare(Value a, Value b)
{
    PyMethodWrapper *v = (PyMethodWrapper *)a, *w = (PyMethodWrapper *)b;
    int r;

    if (type_of(b) != &method_wrapper_type)
        return a < b ? -1 : 1;
    if (v->descriptor != w->descriptor)
        return v->descriptor < w->descriptor ? -1 : 1;
    return op_cmp(v->self, w->self, &r) < 0 ? -2 : r;
}

static Value bound_wrapper_self(Value self)
{
    return ((PyMethodWrapper *)self)->self;
}

static Value bound_wrapper_owner(Value self)
{
    return (Value)((PyMethodWrapper *)self)->descriptor->owner;
}

static Value bound_wrapper_name(Value self)
{
    return (Value)((PyMethodWrapper *)self)->descriptor->def->name;
}

static Value bound_wrapper_doc(Value self)
{
    return doc_or_none(((PyMethodWrapper *)self)->descriptor->def->doc);
}

static const GetSetDef bound_wrapper_getsets[] = {
    {"__self__", bound_wrapper_self, NULL, NULL, true},
    {"__objclass__", bound_wrapper_owner, NULL, NULL, false},
    {"__name__", bound_wrapper_name, NULL, NULL, false},
    {"__doc__", bound_wrapper_doc, NULL, NULL, false},
    {0}};

PyType method_wrapper_type = {
    .head.type = &type_type,
    .name = "method-wrapper",
    .basic_size = sizeof(PyMethodWrapper),
    .repr = bound_wrapper_repr,
    .call = bound_wrapper_call,
    .hash = bound_wrapper_hash,
    .compare = bound_wrapper_compare,
    .getattr = object_getattr,
    .getsets = bound_wrapper_getsets,
};

/* --- computed attributes and __slots__ members
 * -------------------------------------- */

static Value *member_place(PyGetSetDescriptor *d, Value obj)
{
    if (d->offset & SLOT_AT_END)
        return instance_tail(obj, d->offset - SLOT_AT_END);
    return (Value *)((char *)obj + d->offset);
}

static Value getset_get(Value self, Value obj, PyType *type)
{
    PyGetSetDescriptor *d = (PyGetSetDescriptor *)self;
    Value v;

    if (!obj)
        return self;
    if (!check_object(str_data(d->name), d->owner, obj))
        return NULL;
    if (!d->def) {
        v = __atomic_load_n(member_place(d, obj), __ATOMIC_ACQUIRE);
        return v ? v : err_set(&exc_AttributeError, (Value)d->name);
    }
    if (d->def->get)
        return d->def->get(obj);
    return err_format(&exc_AttributeError,
                      "attribute '%.300s' of '%.100s' objects is not readable",
                      d->def->name, owner_name(d->owner));
}

static int set_member(PyGetSetDescriptor *d, Value obj, Value v)
{
    Value old = __atomic_exchange_n(member_place(d, obj), v, __ATOMIC_ACQ_REL);

    if (v || old)
        return 0;
    err_set(&exc_AttributeError, (Value)d->name);
    return -1;
}

static int getset_set(Value self, Value obj, Value v)
{
    PyGetSetDescriptor *d = (PyGetSetDescriptor *)self;

    if (!check_object(str_data(d->name), d->owner, obj))
        return -1;
    if (!d->def)
        return set_member(d, obj, v);
    if (d->def->set)
        return d->def->set(obj, v);
    if (d->def->is_member)
        err_format(&exc_TypeError, "readonly attribute");
    else
        err_format(&exc_AttributeError,
                   "attribute '%.300s' of '%.100s' objects is not writable",
                   d->def->name, owner_name(d->owner));
    return -1;
}

static Value getset_repr(Value self)
{
    PyGetSetDescriptor *d = (PyGetSetDescriptor *)self;
    bool member = self && as_object(self)->type == &member_descriptor_type;

    return (Value)str_format_c("<%s '%s' of '%s' objects>",
                               member ? "member" : "attribute",
                               str_data(d->name), owner_name(d->owner));
}

static Value getset_name(Value self)
{
    return (Value)((PyGetSetDescriptor *)self)->name;
}

static Value getset_owner(Value self)
{
    return (Value)((PyGetSetDescriptor *)self)->owner;
}

static Value getset_doc(Value self)
{
    const GetSetDef *def = ((PyGetSetDescriptor *)self)->def;

    return doc_or_none(def ? def->doc : NULL);
}

static const GetSetDef getset_getsets[] = {
    {"__doc__", getset_doc, NULL, NULL, false},
    {"__name__", getset_name, NULL, NULL, true},
    {"__objclass__", getset_owner, NULL, NULL, true},
    {0}};

#define DESCRIPTOR_TYPE(id, text)                                              \
    PyType id = {                                                              \
        .head.type = &type_type,                                               \
        .name = text,                                                          \
        .basic_size = sizeof(PyGetSetDescriptor),                              \
        .repr = getset_repr,                                                   \
        .getattr = object_getattr,                                             \
        .descr_get = getset_get,                                               \
        .descr_set = getset_set,                                               \
        .getsets = getset_getsets,                                             \
    }
DESCRIPTOR_TYPE(getset_descriptor_type, "getset_descriptor");
DESCRIPTOR_TYPE(member_descriptor_type, "member_descriptor");

Value getset_descriptor_new(PyType *owner, const GetSetDef *def)
{
    PyGetSetDescriptor *d = gc_new(def->is_member ? &member_descriptor_type
                                                  : &getset_descriptor_type,
                                   sizeof *d);

    d->def = def;
    d->owner = owner;
    d->name = str_intern(def->name);
    return (Value)d;
}

Value slot_descriptor_new(PyType *owner, PyStr *name, uint32_t offset)
{
    PyGetSetDescriptor *d = gc_new(&member_descriptor_type, sizeof *d);

    d->owner = owner;
    d->name = name;
    d->offset = offset;
    return (Value)d;
}

int type_add_getsets(PyType *t)
{
    for (const GetSetDef *def = t->getsets; def && def->name; def++)
        if (dict_set_str(t->dict, str_intern(def->name),
                         getset_descriptor_new(t, def)) < 0)
            return -1;
    return 0;
}
