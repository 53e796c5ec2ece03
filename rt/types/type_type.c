/* The type `type`: calling a class, attributes of classes. */
#include "type.h"

#include "attrname.h"
#include "dict.h"
#include "long.h"

#include "methods_declare.h"
#include "type.def"
#include "methods_end.h"

/* --- calling
 * -------------------------------------------------------------------- */

static bool is_type_query(PyType *t, Py_ssize nargs, PyTuple *kwnames)
{
    return t == &type_type && nargs == 1 &&
           (!kwnames || tuple_length(kwnames) == 0);
}

Value type_call(Value self, const Value *args, Py_ssize nargs, PyTuple *kwnames)
{
    PyType *t = (PyType *)self, *made;
    Value v;

    if (!t->new_instance)
        return err_format(&exc_TypeError, "cannot create '%.100s' instances",
                          t->name);
    if (is_type_query(t, nargs, kwnames))
        return (Value)type_visible(type_of(args[0]));
    v = t->new_instance(t, args, nargs, kwnames);
    if (!v)
        return NULL;
    made = type_of(v);
    if (made != t && !type_is_subtype(made, t))
        return v;
    /* object's has nothing to say where the class has a __new__ of its own. */
    if (made->init &&
        (made->init != object_init || made->new_instance == object_new) &&
        made->init(v, args, nargs, kwnames) < 0)
        return NULL;
    return v;
}

/* The most derived metaclass of meta and the bases' types. */
static PyType *winning_metaclass(PyType *meta, PyTuple *bases)
{
    for (Py_ssize i = 0; i < bases->length; i++) {
        PyType *t = type_of(bases->items[i]);

        if (t == &classobj_type || type_is_subtype(meta, t))
            continue;
        if (type_is_subtype(t, meta)) {
            meta = t;
            continue;
        }
        return err_format(
            &exc_TypeError,
            "metaclass conflict: the metaclass of a derived class must be a "
            "(non-strict) subclass of the metaclasses of all its bases");
    }
    return meta;
}

static bool check_kind(Value v, uint32_t flag, int position, const char *want)
{
    if (has_type_flag(v, flag))
        return true;
    err_format(&exc_TypeError, "type() argument %d must be %s, not %s",
               position, want, v == NONE ? "None" : type_name_of(v));
    return false;
}

static Value type_new(PyType *meta, const Value *args, Py_ssize nargs,
                      PyTuple *kwnames)
{
    static const char *const names[] = {"name", "bases", "dict", NULL};
    Py_ssize total = nargs + (kwnames ? tuple_length(kwnames) : 0);
    PyType *winner;
    Value v[3];

    /* Also for metaclasses: the result is then no instance of them. */
    if (nargs == 1 && total == 1 && meta->head.type == &type_type)
        return (Value)type_visible(type_of(args[0]));
    if (total != 3)
        return err_format(&exc_TypeError, "type() takes 1 or 3 arguments");
    if (args_parse("type", args, nargs, kwnames, names, 3, 3, v) < 0)
        return NULL;
    if (!check_kind(v[0], TYPE_STR, 1, "string") ||
        !check_kind(v[1], TYPE_TUPLE, 2, "tuple") ||
        !check_kind(v[2], TYPE_DICT, 3, "dict"))
        return NULL;
    if (strlen(str_data((PyStr *)v[0])) != (size_t)str_length((PyStr *)v[0]))
        return err_format(&exc_ValueError,
                          "type name must not contain null characters");
    winner = winning_metaclass(meta, (PyTuple *)v[1]);
    if (!winner)
        return NULL;
    if (winner != meta && winner->new_instance != type_new)
        return winner->new_instance(winner, args, nargs, kwnames);
    return type_new_class(winner, (PyStr *)v[0], (PyTuple *)v[1],
                          (PyDict *)v[2], class_take_names((PyDict *)v[2]));
}

static int type_init(Value self, const Value *args, Py_ssize nargs,
                     PyTuple *kwnames)
{
    if (kwnames && tuple_length(kwnames) > 0) {
        err_format(&exc_TypeError,
                   "type.__init__() takes no keyword arguments");
        return -1;
    }
    if (nargs != 1 && nargs != 3) {
        err_format(&exc_TypeError, "type.__init__() takes 1 or 3 arguments");
        return -1;
    }
    return 0;
}

/* --- attributes
 * --------------------------------------------------------------------- */

Value type_getattr(Value self, PyStr *name)
{
    PyType *t = (PyType *)self, *meta = type_of(self), *dt = NULL;
    Value descr, v;

    name = name_interned(name);
    descr = type_lookup_or_null(meta, name);
    if (descr) {
        dt = type_of(descr);
        if (dt->descr_get && dt->descr_set)
            return dt->descr_get(descr, self, meta);
    }
    v = type_lookup_or_null(t, name);
    if (v)
        return type_of(v)->descr_get ? type_of(v)->descr_get(v, NULL, t) : v;
    if (descr)
        return dt->descr_get ? dt->descr_get(descr, self, meta) : descr;
    return err_format(&exc_AttributeError,
                      "type object '%.50s' has no attribute '%.400s'", t->name,
                      str_data(name));
}

int type_setattr(Value self, PyStr *name, Value v)
{
    PyType *t = (PyType *)self;
    Value descr, old;
    int changed = 1;

    if (!(t->flags & TYPE_HEAP)) {
        err_format(&exc_TypeError,
                   "can't set attributes of built-in/extension type '%s'",
                   t->name);
        return -1;
    }
    name = name_interned(name);
    descr = type_lookup_or_null(type_of(self), name);
    if (descr && type_of(descr)->descr_set)
        return type_of(descr)->descr_set(descr, self, v);
    if (v) {
        lock_acquire(&t->head.lock);
        changed = class_dict_assign(t->dict, &t->cells, name, v);
        lock_release(&t->head.lock);
        if (changed < 0)
            return -1;
    } else if (dict_take(t->dict, (Value)name, &old) != 1) {
        if (!err_pending())
            err_set(&exc_AttributeError, (Value)name);
        return -1;
    }
    if (changed)
        type_name_changed(t, name);
    return 0;
}

static const char *after_dot(const char *name)
{
    const char *dot = strrchr(name, '.');

    return dot ? dot + 1 : name;
}

static Value get_name(Value self)
{
    PyType *t = (PyType *)self;

    return t->flags & TYPE_HEAP ? t->heap_name
                                : (Value)str_intern(after_dot(t->name));
}

/* Refuses changes of static types and deletions. */
static bool may_set_special(PyType *t, Value v, const char *name)
{
    if (!(t->flags & TYPE_HEAP)) {
        err_format(&exc_TypeError, "can't set %s.%s", t->name, name);
        return false;
    }
    if (!v) {
        err_format(&exc_TypeError, "can't delete %s.%s", t->name, name);
        return false;
    }
    return true;
}

static int set_name(Value self, Value v)
{
    PyType *t = (PyType *)self;

    if (!may_set_special(t, v, "__name__"))
        return -1;
    if (!is_str_value(v)) {
        err_format(&exc_TypeError,
                   "can only assign string to %s.__name__, not '%s'", t->name,
                   type_name_of(v));
        return -1;
    }
    if (strlen(str_data((PyStr *)v)) != (size_t)str_length((PyStr *)v)) {
        err_format(&exc_ValueError,
                   "type name must not contain null characters");
        return -1;
    }
    t->heap_name = v;
    t->name = str_data((PyStr *)v);
    return 0;
}

Value type_module(PyType *t)
{
    const char *dot;
    Value v;

    if (t->flags & TYPE_HEAP) {
        v = dict_get_str_or_null(t->dict, NAME(dunder_module));
        return v ? v : err_set(&exc_AttributeError, (Value)NAME(dunder_module));
    }
    dot = strrchr(t->name, '.');
    return dot ? (Value)str_from(t->name, dot - t->name)
               : (Value)str_intern("__builtin__");
}

static Value get_module(Value self)
{
    return type_module((PyType *)self);
}

static int set_in_dict(PyType *t, PyStr *name, Value v)
{
    if (dict_set_str(t->dict, name, v) < 0)
        return -1;
    type_touch(t);
    return 0;
}

static int set_module(Value self, Value v)
{
    PyType *t = (PyType *)self;

    if (!may_set_special(t, v, "__module__"))
        return -1;
    return set_in_dict(t, NAME(dunder_module), v);
}

static Value get_doc(Value self)
{
    PyType *t = (PyType *)self;
    Value v;

    if (!(t->flags & TYPE_HEAP) && t->doc)
        return (Value)str_from_c(t->doc);
    v = dict_get_str_or_null(t->dict, NAME(dunder_doc));
    if (!v)
        return NONE;
    return type_of(v)->descr_get ? type_of(v)->descr_get(v, NULL, t) : v;
}

static Value get_bases(Value self)
{
    return (Value)((PyType *)self)->bases;
}

static int set_bases(Value self, Value v)
{
    return type_set_bases((PyType *)self, v);
}

static Value get_abstract_methods(Value self)
{
    PyType *t = (PyType *)self;
    Value v = NULL;

    /* type itself shows this descriptor, it has no such attribute */
    if (t != &type_type)
        v = dict_get_str_or_null(t->dict, NAME(dunder_abstractmethods));
    return v ? v
             : err_set(&exc_AttributeError,
                       (Value)NAME(dunder_abstractmethods));
}

static int set_abstract_methods(Value self, Value v)
{
    PyType *t = (PyType *)self;
    int abstract = 0;
    Value old;

    if (v) {
        abstract = op_is_true(v);
        if (abstract < 0 || set_in_dict(t, NAME(dunder_abstractmethods), v) < 0)
            return -1;
    } else if (dict_take(t->dict, (Value)NAME(dunder_abstractmethods), &old) !=
               1) {
        if (!err_pending())
            err_set(&exc_AttributeError, (Value)NAME(dunder_abstractmethods));
        return -1;
    }
    if (abstract)
        __atomic_fetch_or(&t->flags, TYPE_ABSTRACT, __ATOMIC_RELAXED);
    else
        __atomic_fetch_and(&t->flags, ~(uint32_t)TYPE_ABSTRACT,
                           __ATOMIC_RELAXED);
    type_touch(t);
    return 0;
}

static Value get_dict(Value self)
{
    return dict_proxy_new((Value)((PyType *)self)->dict);
}

static Value get_base(Value self)
{
    PyType *base = ((PyType *)self)->base;

    return base ? (Value)base : NONE;
}

static Value get_mro(Value self)
{
    PyTuple *mro = ((PyType *)self)->mro;

    return mro ? (Value)mro : NONE;
}

static Value get_basic_size(Value self)
{
    return value_from_int(((PyType *)self)->basic_size);
}

static Value get_item_size(Value self)
{
    return value_from_int(((PyType *)self)->item_size);
}

static Value get_dict_offset(Value self)
{
    uint32_t offset = ((PyType *)self)->dict_offset;

    return value_from_int(offset == DICT_AT_END ? -8 : (int64_t)offset);
}

static Value get_weakref_offset(Value self)
{
    PyType *t = (PyType *)self;

    return value_from_int(t->flags & TYPE_NO_WEAKREF ? 0
                                                     : (int64_t)t->basic_size);
}

/* CPython's Py_TPFLAGS bits, as far as Python code looks at them. */
static Value get_flags(Value self)
{
    static const struct {
        uint32_t ours;
        int theirs;
    } bits[] = {{TYPE_HEAP, 9},      {TYPE_BASETYPE, 10}, {TYPE_READY, 12},
                {TYPE_ABSTRACT, 20}, {TYPE_INT, 23},      {TYPE_LONG, 24},
                {TYPE_LIST, 25},     {TYPE_TUPLE, 26},    {TYPE_STR, 27},
                {TYPE_UNICODE, 28},  {TYPE_DICT, 29},     {TYPE_EXCEPTION, 30},
                {TYPE_TYPE, 31}};
    enum { ALWAYS = 0x201eb }; /* what every type of CPython 2.7 has */
    PyType *t = (PyType *)self;
    int64_t flags = ALWAYS;

    for (size_t i = 0; i < sizeof bits / sizeof *bits; i++)
        if (t->flags & bits[i].ours)
            flags |= (int64_t)1 << bits[i].theirs;
    return long_from_int128(flags);
}

/* --- methods
 * ----------------------------------------------------------------------------
 */

static Value type_mro(Value self, const Value *args, Py_ssize nargs)
{
    PyTuple *mro = mro_c3((PyType *)self);

    return mro ? (Value)op_list((Value)mro) : NULL;
}

static Value type_subclasses(Value self, const Value *args, Py_ssize nargs)
{
    PyList *all = class_list_items(((PyType *)self)->subclasses);
    PyList *out = list_new(0);

    for (Py_ssize i = 0, n = list_length(all); i < n; i++) {
        PyType *t = (PyType *)list_item_or_null(all, i);

        if (!(t->flags & TYPE_TWIN) && list_append(out, (Value)t) < 0)
            return NULL;
    }
    return (Value)out;
}

static Value type_instancecheck(Value self, const Value *args, Py_ssize nargs)
{
    int r = real_isinstance(args[0], self);

    return r < 0 ? NULL : value_from_bool(r);
}

static Value type_subclasscheck(Value self, const Value *args, Py_ssize nargs)
{
    int r = real_issubclass(args[0], self);

    return r < 0 ? NULL : value_from_bool(r);
}

static Value type_repr(Value self)
{
    PyType *t = (PyType *)self;
    const char *kind = t->flags & TYPE_HEAP ? "class" : "type";
    const char *name = str_data((PyStr *)get_name(self));
    Value module = type_module(t);

    if (!module)
        err_clear();
    if (module && is_str_value(module) &&
        strcmp(str_data((PyStr *)module), "__builtin__"))
        return (Value)str_format_c("<%s '%s.%s'>", kind,
                                   str_data((PyStr *)module), name);
    return (Value)str_format_c("<%s '%s'>", kind, name);
}

/* Two types compare by address unless a metaclass has a __cmp__. */
static Value type_rich_compare(Value a, Value b, CompareOp op)
{
    uintptr_t x = (uintptr_t)a, y = (uintptr_t)b;

    if (!is_type(a) || !is_type(b) || type_of(a)->compare ||
        type_of(b)->compare)
        return NOT_IMPLEMENTED;
    switch (op) {
    case CMP_lt:
        return value_from_bool(x < y);
    case CMP_le:
        return value_from_bool(x <= y);
    case CMP_eq:
        return value_from_bool(x == y);
    case CMP_ne:
        return value_from_bool(x != y);
    case CMP_gt:
        return value_from_bool(x > y);
    default:
        return value_from_bool(x >= y);
    }
}

static int64_t type_hash(Value self)
{
    return (int64_t)((uintptr_t)self >> 4);
}

static const NativeDef type_methods[] = {
#include "methods_table.h"
#include "type.def"
#include "methods_end.h"
    {0}};

static const GetSetDef type_getsets[] = {
    {"__name__", get_name, set_name, NULL, false},
    {"__bases__", get_bases, set_bases, NULL, false},
    {"__module__", get_module, set_module, NULL, false},
    {"__abstractmethods__", get_abstract_methods, set_abstract_methods, NULL,
     false},
    {"__dict__", get_dict, NULL, NULL, false},
    {"__doc__", get_doc, NULL, NULL, false},
    {"__basicsize__", get_basic_size, NULL, NULL, true},
    {"__itemsize__", get_item_size, NULL, NULL, true},
    {"__flags__", get_flags, NULL, NULL, true},
    {"__weakrefoffset__", get_weakref_offset, NULL, NULL, true},
    {"__base__", get_base, NULL, NULL, true},
    {"__dictoffset__", get_dict_offset, NULL, NULL, true},
    {"__mro__", get_mro, NULL, NULL, true},
    {0}};

PyType type_type = {
    .head.type = &type_type,
    .name = "type",
    .flags = TYPE_BASETYPE | TYPE_TYPE,
    .basic_size = sizeof(PyType),
    .dict_offset = offsetof(PyType, dict),
    .repr = type_repr,
    .hash = type_hash,
    .rich_compare = type_rich_compare,
    .call = type_call,
    .getattr = type_getattr,
    .setattr = type_setattr,
    .methods = type_methods,
    .getsets = type_getsets,
    .new_instance = type_new,
    .init = type_init,
    .doc =
        "type(object) -> class of the object\n"
        "type(name, bases, dict) -> new class, as a class statement makes it",
};
