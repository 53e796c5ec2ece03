/* Type slots written in C as Python methods: the functions that
 * `slot wrapper` objects (int.__add__, list.__len__) run.
 *
 * Each wrap_ function checks its argument count in CPython's words, converts,
 * calls the slot and converts the result. */
#include "type.h"

#include "attrname.h"

static bool want_args(Py_ssize nargs, Py_ssize n)
{
    if (nargs == n)
        return true;
    err_format(&exc_TypeError, "expected %d arguments, got %zd", (int)n,
               (ssize_t)nargs);
    return false;
}

/* PyArg_UnpackTuple with an empty function name. */
static bool unpack_args(Py_ssize nargs, Py_ssize min, Py_ssize max)
{
    const char *bound = min == max    ? ""
                        : nargs < min ? "at least "
                                      : "at most ";

    if (nargs >= min && nargs <= max)
        return true;
    err_format(&exc_TypeError, " expected %s%zd arguments, got %zd", bound,
               (ssize_t)(nargs < min ? min : max), (ssize_t)nargs);
    return false;
}

static Value none_or_null(int status)
{
    return status < 0 ? NULL : NONE;
}

#define WRAP(name)                                                             \
    Value wrap_##name(Value self, const Value *args, Py_ssize nargs,           \
                      PyTuple *kwnames, void *fn, const SlotDef *def);         \
    Value wrap_##name(Value self, const Value *args, Py_ssize nargs,           \
                      PyTuple *kwnames, void *fn, const SlotDef *def)

WRAP(length)
{
    Py_ssize n;

    if (!want_args(nargs, 0))
        return NULL;
    n = ((Py_ssize(*)(Value))fn)(self);
    return n < 0 ? NULL : value_from_int(n);
}

WRAP(unary)
{
    return want_args(nargs, 0) ? ((Value(*)(Value))fn)(self) : NULL;
}

WRAP(binary)
{
    if (!want_args(nargs, 1))
        return NULL;
    return ((Value(*)(Value, Value))fn)(self, args[0]);
}

/* Number slots of types that cannot work with other types. */
static bool pass_operand(Value self, Value other)
{
    return (type_of(self)->flags & TYPE_OLD_NUMBER) &&
           !type_is_subtype(type_of(other), type_of(self));
}

WRAP(binary_l)
{
    if (!want_args(nargs, 1))
        return NULL;
    if (pass_operand(self, args[0]))
        return NOT_IMPLEMENTED;
    return ((Value(*)(Value, Value))fn)(self, args[0]);
}

WRAP(binary_r)
{
    if (!want_args(nargs, 1))
        return NULL;
    if (pass_operand(self, args[0]))
        return NOT_IMPLEMENTED;
    return ((Value(*)(Value, Value))fn)(args[0], self);
}

WRAP(power_l)
{
    if (!unpack_args(nargs, 1, 2))
        return NULL;
    return ((Value(*)(Value, Value, Value))fn)(self, args[0],
                                               nargs == 2 ? args[1] : NONE);
}

WRAP(power_r)
{
    if (!unpack_args(nargs, 1, 2))
        return NULL;
    return ((Value(*)(Value, Value, Value))fn)(args[0], self,
                                               nargs == 2 ? args[1] : NONE);
}

WRAP(ssize)
{
    Py_ssize n;

    if (!unpack_args(nargs, 1, 1))
        return NULL;
    n = op_index(args[0], &exc_OverflowError);
    if (n == -1 && err_pending())
        return NULL;
    return ((Value(*)(Value, Py_ssize))fn)(self, n);
}

WRAP(seq_item)
{
    Py_ssize i, n;

    if (!want_args(nargs, 1))
        return NULL;
    i = op_index(args[0], &exc_OverflowError);
    if (i == -1 && err_pending())
        return NULL;
    if (i < 0 && type_of(self)->length) {
        n = type_of(self)->length(self);
        if (n < 0)
            return NULL;
        i += n;
    }
    return ((Value(*)(Value, Py_ssize))fn)(self, i);
}

/* The two int arguments of the __getslice__ family ("l" formats). */
static bool slice_args(const Value *args, Py_ssize nargs, Py_ssize want,
                       Py_ssize *i, Py_ssize *j)
{
    if (nargs != want) {
        err_format(&exc_TypeError,
                   "function takes exactly %d arguments (%d given)", (int)want,
                   (int)nargs);
        return false;
    }
    *i = value_as_int64(args[0]);
    if (*i == -1 && err_pending())
        return false;
    *j = value_as_int64(args[1]);
    return *j != -1 || !err_pending();
}

WRAP(getslice)
{
    Py_ssize i, j;

    if (!slice_args(args, nargs, 2, &i, &j))
        return NULL;
    return ((Value(*)(Value, Py_ssize, Py_ssize))fn)(self, i, j);
}

typedef int SetSliceFn(Value self, Py_ssize i, Py_ssize j, Value v);
typedef int SetItemFn(Value self, Value key, Value v);

WRAP(setslice)
{
    Py_ssize i, j;

    if (!slice_args(args, nargs, 3, &i, &j))
        return NULL;
    return none_or_null(((SetSliceFn *)fn)(self, i, j, args[2]));
}

WRAP(delslice)
{
    Py_ssize i, j;

    if (!slice_args(args, nargs, 2, &i, &j))
        return NULL;
    return none_or_null(((SetSliceFn *)fn)(self, i, j, NULL));
}

WRAP(setitem)
{
    if (!unpack_args(nargs, 2, 2))
        return NULL;
    return none_or_null(((SetItemFn *)fn)(self, args[0], args[1]));
}

WRAP(delitem)
{
    if (!want_args(nargs, 1))
        return NULL;
    return none_or_null(((SetItemFn *)fn)(self, args[0], NULL));
}

WRAP(contains)
{
    int r;

    if (!want_args(nargs, 1))
        return NULL;
    r = ((int (*)(Value, Value))fn)(self, args[0]);
    return r < 0 ? NULL : value_from_bool(r);
}

WRAP(bool)
{
    int r;

    if (!want_args(nargs, 0))
        return NULL;
    r = ((int (*)(Value))fn)(self);
    return r < 0 ? NULL : value_from_bool(r);
}

WRAP(coerce)
{
    Value a = self, b;
    int r;

    if (!want_args(nargs, 1))
        return NULL;
    b = args[0];
    r = ((int (*)(Value *, Value *))fn)(&a, &b);
    if (r < 0)
        return NULL;
    return r > 0 ? NOT_IMPLEMENTED : (Value)tuple_pack(2, a, b);
}

WRAP(compare)
{
    int r;

    if (!want_args(nargs, 1))
        return NULL;
    if ((void *)type_of(args[0])->compare != fn &&
        !type_is_subtype(type_of(args[0]), type_of(self)))
        return err_format(&exc_TypeError,
                          "%s.__cmp__(x,y) requires y to be a '%s', not a '%s'",
                          type_of(self)->name, type_of(self)->name,
                          type_of(args[0])->name);
    r = ((int (*)(Value, Value))fn)(self, args[0]);
    return r == -2 || err_pending() ? NULL : value_from_int(r);
}

WRAP(hash)
{
    int64_t h;

    if (!want_args(nargs, 0))
        return NULL;
    h = ((int64_t (*)(Value))fn)(self);
    return h == -1 && err_pending() ? NULL : value_from_int(h);
}

WRAP(call)
{
    return ((CallFn *)fn)(self, args, nargs, kwnames);
}

/* Refuses object.__setattr__(SomeType, ...) and the like: the method of a
 * base must not bypass that of a builtin type between. */
static bool may_set_attributes(Value self, void *fn, const char *what)
{
    PyType *t = type_of(self);

    while (t && t->flags & TYPE_HEAP)
        t = t->base;
    if (!t || (void *)t->setattr == fn)
        return true;
    err_format(&exc_TypeError, "can't apply this %s to %s object", what,
               t->name);
    return false;
}

WRAP(getattr)
{
    PyStr *name;

    if (!want_args(nargs, 1))
        return NULL;
    name = attribute_name(args[0]);
    return name ? ((Value(*)(Value, PyStr *))fn)(self, name) : NULL;
}

WRAP(setattr)
{
    PyStr *name;

    if (!unpack_args(nargs, 2, 2))
        return NULL;
    if (!may_set_attributes(self, fn, "__setattr__"))
        return NULL;
    name = attribute_name(args[0]);
    if (!name)
        return NULL;
    return none_or_null(
        ((int (*)(Value, PyStr *, Value))fn)(self, name, args[1]));
}

WRAP(delattr)
{
    PyStr *name;

    if (!want_args(nargs, 1))
        return NULL;
    if (!may_set_attributes(self, fn, "__delattr__"))
        return NULL;
    name = attribute_name(args[0]);
    if (!name)
        return NULL;
    return none_or_null(((int (*)(Value, PyStr *, Value))fn)(self, name, NULL));
}

#define WRAP_COMPARE(name)                                                     \
    WRAP(name)                                                                 \
    {                                                                          \
        if (!want_args(nargs, 1))                                              \
            return NULL;                                                       \
        return ((Value(*)(Value, Value, CompareOp))fn)(self, args[0],          \
                                                       CMP_##name);            \
    }
WRAP_COMPARE(lt)
WRAP_COMPARE(le)
WRAP_COMPARE(eq)
WRAP_COMPARE(ne)
WRAP_COMPARE(gt)
WRAP_COMPARE(ge)

WRAP(next)
{
    Value v;

    if (!want_args(nargs, 0))
        return NULL;
    v = ((Value(*)(Value))fn)(self);
    if (!v && !err_pending())
        err_set(&exc_StopIteration, NULL);
    return v;
}

WRAP(descr_get)
{
    Value obj, type;

    if (!unpack_args(nargs, 1, 2))
        return NULL;
    obj = args[0] == NONE ? NULL : args[0];
    type = nargs < 2 || args[1] == NONE ? NULL : args[1];
    if (!obj && !type)
        return err_format(&exc_TypeError, "__get__(None, None) is invalid");
    return ((Value(*)(Value, Value, PyType *))fn)(self, obj, (PyType *)type);
}

WRAP(descr_set)
{
    if (!unpack_args(nargs, 2, 2))
        return NULL;
    return none_or_null(((SetItemFn *)fn)(self, args[0], args[1]));
}

WRAP(descr_delete)
{
    if (!want_args(nargs, 1))
        return NULL;
    return none_or_null(((SetItemFn *)fn)(self, args[0], NULL));
}

typedef int InitFn(Value self, const Value *args, Py_ssize nargs,
                   PyTuple *kwnames);

WRAP(init)
{
    return none_or_null(((InitFn *)fn)(self, args, nargs, kwnames));
}

/* --- the descriptors ----------------------------------------------------- */

Value wrapper_descriptor_new(PyType *owner, const SlotDef *def, void *fn)
{
    PyWrapperDescriptor *d = gc_new(&wrapper_descriptor_type, sizeof *d);

    d->def = def;
    d->owner = owner;
    d->fn = fn;
    return (Value)d;
}

/* __new__ of a static type. */
static Value new_method(Value self, const Value *args, Py_ssize nargs,
                        PyTuple *kwnames);
const NativeDef new_method_def = {
    "__new__",
    new_method,
    0,
    -1,
    ARITY_kw,
    NATIVE_method,
    "T.__new__(S, ...) -> a new object with type S, a subtype of T"};

/* The nearest static type: what object layout self really has. */
static PyType *static_base(PyType *t)
{
    while (t && t->flags & TYPE_HEAP)
        t = t->base;
    return t;
}

static Value new_method(Value self, const Value *args, Py_ssize nargs,
                        PyTuple *kwnames)
{
    PyType *t = (PyType *)self, *sub, *base;

    if (nargs < 1)
        return err_format(&exc_TypeError, "%s.__new__(): not enough arguments",
                          t->name);
    if (!is_type(args[0]))
        return err_format(&exc_TypeError,
                          "%s.__new__(X): X is not a type object (%s)", t->name,
                          type_name_of(args[0]));
    sub = (PyType *)args[0];
    if (!type_is_subtype(sub, t))
        return err_format(&exc_TypeError,
                          "%s.__new__(%s): %s is not a subtype of %s", t->name,
                          sub->name, sub->name, t->name);
    base = static_base(sub);
    if (base && base->new_instance != t->new_instance)
        return err_format(&exc_TypeError,
                          "%s.__new__(%s) is not safe, use %s.__new__()",
                          t->name, sub->name, base->name);
    return t->new_instance(sub, args + 1, nargs - 1, kwnames);
}

static int add_new_method(PyType *t)
{
    PyNativeFunction *f = gc_new(&native_function_type, sizeof *f);

    f->def = &new_method_def;
    f->self = (Value)t;
    return dict_set_str(t->dict, NAME(dunder_new), (Value)f);
}

/* Tables of related types repeat their base's functions; only attribute
 * access counts as a type's own in that case, as in CPython. */
static bool is_repeated(PyType *t, uint32_t offset)
{
    return t->base && offset != offsetof(PyType, getattr) &&
           offset != offsetof(PyType, setattr) &&
           *type_slot(t, offset) == *type_slot(t->base, offset);
}

int type_add_wrappers(PyType *t)
{
    for (const SlotDef *d = slot_defs; d->text; d++) {
        void *fn = *type_slot(t, d->offset);
        Value v;

        if (!fn || !d->wrap || is_repeated(t, d->offset) ||
            dict_get_str_or_null(t->dict, d->name))
            continue;
        v = fn == (void *)hash_not_implemented
                ? NONE
                : wrapper_descriptor_new(t, d, fn);
        if (dict_set_str(t->dict, d->name, v) < 0)
            return -1;
    }
    if (t->new_instance)
        return add_new_method(t);
    return 0;
}

int64_t hash_not_implemented(Value self)
{
    err_format(&exc_TypeError, "unhashable type: '%s'", type_name_of(self));
    return -1;
}
