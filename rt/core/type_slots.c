/* Special methods written in Python as type slots.
 *
 * A class whose MRO defines __add__ in Python gets slot_add in its `binary`
 * slot: it looks the method up on the operand's type, calls it and converts
 * the result.  type_update_slots decides for each slot between such a
 * function and the C slot that the class inherits. */
#include "type.h"

#include "attrname.h"
#include "entry.h"
#include "function.h"
#include "thread.h"

/* Does a call of attr through an instance just put the instance first? */
static bool takes_self_first(Value attr)
{
    PyType *t = type_of(attr);

    return t == &function_type || t == &method_descriptor_type ||
           t == &wrapper_descriptor_type;
}

/* Calls in C that CPython makes on the way to a method, which count. */
enum { METHOD_CALLS = 2, FEW_ARGS = 3 };

/* call_as_method() of a function that takes just these few arguments. */
static Value call_few(PyFunction *f, Value self, const Value *args,
                      Py_ssize nargs)
{
    Value all[FEW_ARGS + 1], r;

    all[0] = self;
    for (Py_ssize i = 0; i < nargs; i++)
        all[i + 1] = args[i];
    if (pyrt_enter_nested(METHOD_CALLS) < 0)
        return NULL;
    r = f->code->entry(f, all);
    pyrt_leave_nested(METHOD_CALLS);
    return r;
}

/* Calls attr, found on self's type, as a method of self. */
static Value call_found(Value attr, Value self, const Value *args,
                        Py_ssize nargs, PyTuple *kwnames)
{
    if (type_of(attr) == &function_type && !kwnames && nargs <= FEW_ARGS &&
        takes_exactly(((PyFunction *)attr)->code, nargs + 1))
        return call_few((PyFunction *)attr, self, args, nargs);
    if (takes_self_first(attr))
        return call_as_method(attr, self, args, nargs, kwnames);
    if (type_of(attr)->descr_get) {
        attr = type_of(attr)->descr_get(attr, self, type_of(self));
        if (!attr)
            return NULL;
    }
    return call_through_dict(attr, args, nargs, kwnames);
}

Value special_call(Value self, PyStr *name, const Value *args, Py_ssize nargs,
                   bool *missing)
{
    Value attr = type_lookup_or_null(type_of(self), name);

    *missing = !attr;
    return attr ? call_found(attr, self, args, nargs, NULL) : NULL;
}

/* Calls a method that must exist; AttributeError otherwise. */
static Value call_special(Value self, PyStr *name, const Value *args,
                          Py_ssize nargs)
{
    bool missing;
    Value r = special_call(self, name, args, nargs, &missing);

    if (missing)
        err_set(&exc_AttributeError, (Value)name);
    return r;
}

/* The same, NotImplemented when missing. */
static Value call_maybe(Value self, PyStr *name, Value arg)
{
    bool missing;
    Value r = special_call(self, name, &arg, 1, &missing);

    return missing ? NOT_IMPLEMENTED : r;
}

static int status_of(Value result)
{
    return result ? 0 : -1;
}

int64_t special_as_c_int(Value v)
{
    if (has_type_flag(v, TYPE_INT))
        return int_value(v);
    if (!type_of(v)->to_int) {
        err_format(&exc_TypeError, "an integer is required");
        return -1;
    }
    v = type_of(v)->to_int(v);
    if (!v)
        return -1;
    if (has_type_flag(v, TYPE_INT | TYPE_LONG))
        return value_as_int64(v);
    err_format(&exc_TypeError, "__int__ method should return an integer");
    return -1;
}

Value op_special_or_null(Value v, PyStr *name)
{
    Value attr = type_lookup_or_null(type_of(v), name);

    if (attr && type_of(attr)->descr_get)
        attr = type_of(attr)->descr_get(attr, v, type_of(v));
    return attr;
}

/* --- binary operators ------------------------------------------------------
 */

/* Does other's class define `name` differently from self's? */
static bool is_overloaded(Value self, Value other, PyStr *name)
{
    Value a = op_getattr_or_null((Value)type_of(other), name), b;

    if (!a)
        return false;
    b = op_getattr_or_null((Value)type_of(self), name);
    return !b || op_compare_bool(CMP_ne, a, b) != 0;
}

typedef struct OperatorNames {
    PyStr *left, *right;
} OperatorNames;

/* self OP other where `fn` is the slot function of the operator: the right
 * operand first if it is of a subclass that overrides the reflected method. */
static Value binary_dispatch(Value self, Value other, bool self_has,
                             bool other_has, OperatorNames n)
{
    bool do_other = type_of(self) != type_of(other) && other_has;
    Value r;

    if (self_has) {
        if (do_other && type_is_subtype(type_of(other), type_of(self)) &&
            is_overloaded(self, other, n.right)) {
            r = call_maybe(other, n.right, self);
            if (r != NOT_IMPLEMENTED)
                return r;
            do_other = false;
        }
        r = call_maybe(self, n.left, other);
        if (r != NOT_IMPLEMENTED || type_of(self) == type_of(other))
            return r;
    }
    return do_other ? call_maybe(other, n.right, self) : NOT_IMPLEMENTED;
}

#define SLOT_BINARY(op, sign)                                                  \
    static Value slot_##op(Value self, Value other)                            \
    {                                                                          \
        return binary_dispatch(                                                \
            self, other, type_of(self)->binary[BIN_##op] == slot_##op,         \
            type_of(other)->binary[BIN_##op] == slot_##op,                     \
            (OperatorNames){NAME(dunder_##op), NAME(dunder_r##op)});           \
    }
BINARY_OPS(SLOT_BINARY)

#define SLOT_INPLACE(op)                                                       \
    static Value slot_i##op(Value self, Value other)                           \
    {                                                                          \
        return call_special(self, NAME(dunder_i##op), &other, 1);              \
    }
SLOT_INPLACE(add)
SLOT_INPLACE(sub)
SLOT_INPLACE(mul)
SLOT_INPLACE(div)
SLOT_INPLACE(mod)
SLOT_INPLACE(lshift)
SLOT_INPLACE(rshift)
SLOT_INPLACE(and)
SLOT_INPLACE(xor)
SLOT_INPLACE(or)
SLOT_INPLACE(floordiv)
SLOT_INPLACE(truediv)
#define slot_ipow slot_inplace_pow
static Value slot_inplace_pow(Value self, Value other)
{
    return call_special(self, NAME(dunder_ipow), &other, 1);
}

static Value slot_power(Value self, Value other, Value mod)
{
    if (mod == NONE)
        return binary_dispatch(
            self, other, type_of(self)->power == slot_power,
            type_of(other)->power == slot_power,
            (OperatorNames){NAME(dunder_pow), NAME(dunder_rpow)});
    /* Three-argument pow() asks only its first argument. */
    if (type_of(self)->power == slot_power) {
        Value args[2] = {other, mod};

        return call_special(self, NAME(dunder_pow), args, 2);
    }
    return NOT_IMPLEMENTED;
}

#define SLOT_UNARY(fn, name)                                                   \
    static Value fn(Value self)                                                \
    {                                                                          \
        return call_special(self, NAME(dunder_##name), NULL, 0);               \
    }
SLOT_UNARY(slot_neg, neg)
SLOT_UNARY(slot_pos, pos)
SLOT_UNARY(slot_abs, abs)
SLOT_UNARY(slot_invert, invert)
SLOT_UNARY(slot_to_int, int)
SLOT_UNARY(slot_to_long, long)
SLOT_UNARY(slot_to_float, float)
SLOT_UNARY(slot_to_oct, oct)
SLOT_UNARY(slot_to_hex, hex)
SLOT_UNARY(slot_index, index)
SLOT_UNARY(slot_str, str)
SLOT_UNARY(slot_repr, repr)
SLOT_UNARY(slot_iter, iter)

static int slot_nonzero(Value self)
{
    const char *name = "__nonzero__";
    bool missing;
    Value r = special_call(self, NAME(dunder_nonzero), NULL, 0, &missing);

    if (missing) {
        name = "__len__";
        r = special_call(self, NAME(dunder_len), NULL, 0, &missing);
        if (missing)
            return 1;
    }
    if (!r)
        return -1;
    /* An instance of a subclass of int would ask itself again. */
    if (type_of(r) == &int_type || type_of(r) == &bool_type)
        return op_is_true(r);
    err_format(&exc_TypeError, "%s should return bool or int, returned %s",
               name, type_name_of(r));
    return -1;
}

/* 1 not possible.  `swapped`: the result pair is other's view. */
static int coerce_through(Value self, Value other, Value *mine, Value *its)
{
    Value r = call_maybe(self, NAME(dunder_coerce), other);

    if (!r)
        return -1;
    if (r == NOT_IMPLEMENTED)
        return 1;
    if (!has_type_flag(r, TYPE_TUPLE) || tuple_length((PyTuple *)r) != 2) {
        err_format(&exc_TypeError, "__coerce__ didn't return a 2-tuple");
        return -1;
    }
    *mine = tuple_get((PyTuple *)r, 0);
    *its = tuple_get((PyTuple *)r, 1);
    return 0;
}

static int slot_coerce(Value *a, Value *b)
{
    Value self = *a, other = *b;
    int r = 1;

    if (type_of(self)->coerce == slot_coerce)
        r = coerce_through(self, other, a, b);
    if (r == 1 && type_of(other)->coerce == slot_coerce)
        r = coerce_through(other, self, b, a);
    return r;
}

/* --- containers -------------------------------------------------------------
 */

static Py_ssize slot_length(Value self)
{
    Value r = call_special(self, NAME(dunder_len), NULL, 0);
    Py_ssize n;

    if (!r)
        return -1;
    n = special_as_c_int(r);
    if (n < 0) {
        if (err_pending() && has_type_flag(r, TYPE_LONG))
            err_format(&exc_OverflowError,
                       "long int too large to convert to int");
        if (!err_pending())
            err_format(&exc_ValueError, "__len__() should return >= 0");
        return -1;
    }
    return n;
}

static Value slot_getitem(Value self, Value key)
{
    return call_special(self, NAME(dunder_getitem), &key, 1);
}

static Value slot_seq_item(Value self, Py_ssize i)
{
    Value key = value_from_int(i);

    return call_special(self, NAME(dunder_getitem), &key, 1);
}

static int slot_setitem(Value self, Value key, Value v)
{
    Value args[2] = {key, v};

    if (!v)
        return status_of(call_special(self, NAME(dunder_delitem), args, 1));
    return status_of(call_special(self, NAME(dunder_setitem), args, 2));
}

static Value slot_getslice(Value self, Py_ssize i, Py_ssize j)
{
    Value args[2] = {value_from_int(i), value_from_int(j)};

    return call_special(self, NAME(dunder_getslice), args, 2);
}

static int slot_setslice(Value self, Py_ssize i, Py_ssize j, Value v)
{
    Value args[3] = {value_from_int(i), value_from_int(j), v};

    if (!v)
        return status_of(call_special(self, NAME(dunder_delslice), args, 2));
    return status_of(call_special(self, NAME(dunder_setslice), args, 3));
}

static int slot_contains(Value self, Value item)
{
    Value r = call_special(self, NAME(dunder_contains), &item, 1);

    return r ? op_is_true(r) : -1;
}

/* --- hash, comparison, calls
 * -------------------------------------------------- */

static int64_t address_hash(Value v)
{
    uint64_t u = (uintptr_t)v;

    return (int64_t)(u >> 4 | u << 60);
}

static int64_t slot_hash(Value self)
{
    bool missing;
    Value attr = type_lookup_or_null(type_of(self), NAME(dunder_hash)), r;
    int64_t h;

    if (attr == NONE)
        return hash_not_implemented(self);
    r = special_call(self, NAME(dunder_hash), NULL, 0, &missing);
    if (missing)
        return address_hash(self);
    if (!r)
        return -1;
    if (has_type_flag(r, TYPE_LONG))
        h = long_type.hash(r);
    else
        h = special_as_c_int(r);
    if (h != -1)
        return h;
    return err_pending() ? -1 : -2;
}

/* 2: __cmp__ gives no answer; -2: error. */
static int half_compare(Value self, Value other)
{
    bool missing;
    Value r = special_call(self, NAME(dunder_cmp), &other, 1, &missing);
    int64_t c;

    if (missing || r == NOT_IMPLEMENTED)
        return 2;
    if (!r)
        return -2;
    c = special_as_c_int(r);
    if (c == -1 && err_pending())
        return -2;
    return c < 0 ? -1 : c > 0;
}

int type_slot_compare(Value self, Value other)
{
    uintptr_t a = (uintptr_t)self, b = (uintptr_t)other;
    int c;

    if (type_of(self)->compare == type_slot_compare) {
        c = half_compare(self, other);
        if (c <= 1)
            return c;
    }
    if (type_of(other)->compare == type_slot_compare) {
        c = half_compare(other, self);
        if (c == -2)
            return -2;
        if (c <= 1)
            return -c;
    }
    return a < b ? -1 : a > b;
}

static PyStr *compare_name(CompareOp op)
{
    switch (op) {
    case CMP_lt:
        return NAME(dunder_lt);
    case CMP_le:
        return NAME(dunder_le);
    case CMP_eq:
        return NAME(dunder_eq);
    case CMP_ne:
        return NAME(dunder_ne);
    case CMP_gt:
        return NAME(dunder_gt);
    default:
        return NAME(dunder_ge);
    }
}

static Value slot_rich_compare(Value self, Value other, CompareOp op)
{
    static const CompareOp swapped[] = {CMP_gt, CMP_ge, CMP_eq,
                                        CMP_ne, CMP_lt, CMP_le};
    Value r;

    if (type_of(self)->rich_compare == slot_rich_compare) {
        r = call_maybe(self, compare_name(op), other);
        if (r != NOT_IMPLEMENTED)
            return r;
    }
    if (type_of(other)->rich_compare == slot_rich_compare)
        return call_maybe(other, compare_name(swapped[op]), self);
    return NOT_IMPLEMENTED;
}

static Value slot_call(Value self, const Value *args, Py_ssize nargs,
                       PyTuple *kwnames)
{
    Value attr = type_lookup_or_null(type_of(self), NAME(dunder_call));

    if (!attr)
        return err_set(&exc_AttributeError, (Value)NAME(dunder_call));
    return call_found(attr, self, args, nargs, kwnames);
}

/* A StopIteration stays pending: next() shows its arguments. */
static Value slot_next(Value self)
{
    return call_special(self, NAME(next), NULL, 0);
}

/* --- attributes
 * ---------------------------------------------------------------- */

/* __getattribute__ of self's class, run without a call when it is the C one. */
static Value call_getattribute(Value self, PyStr *name)
{
    Value attr = type_lookup_or_null(type_of(self), NAME(dunder_getattribute));

    if (!attr)
        return object_getattr(self, name);
    if (type_of(attr) == &wrapper_descriptor_type) {
        Value (*fn)(Value, PyStr *) =
            (Value(*)(Value, PyStr *))((PyWrapperDescriptor *)attr)->fn;

        return fn(self, name);
    }
    return call_found(attr, self, (Value *)&name, 1, NULL);
}

Value slot_getattr_hook(Value self, PyStr *name)
{
    Value hook, r;

    hook = type_lookup_or_null(type_of(self), NAME(dunder_getattr));
    r = call_getattribute(self, name);
    if (r || !hook || !err_matches(&exc_AttributeError))
        return r;
    err_clear();
    return call_found(hook, self, (Value *)&name, 1, NULL);
}

static int slot_setattr(Value self, PyStr *name, Value v)
{
    Value args[2] = {(Value)name, v};

    if (!v)
        return status_of(call_special(self, NAME(dunder_delattr), args, 1));
    return status_of(call_special(self, NAME(dunder_setattr), args, 2));
}

static Value slot_descr_get(Value self, Value obj, PyType *type)
{
    Value get = type_lookup_or_null(type_of(self), NAME(dunder_get));
    Value args[3] = {self, obj ? obj : NONE, type ? (Value)type : NONE};

    /* Not bound: what is no function gets self too. */
    return get ? op_call(get, args, 3, NULL) : self;
}

static int slot_descr_set(Value self, Value obj, Value v)
{
    Value args[2] = {obj, v};

    if (!v)
        return status_of(call_special(self, NAME(dunder_delete), args, 1));
    return status_of(call_special(self, NAME(dunder_set), args, 2));
}

static int slot_init(Value self, const Value *args, Py_ssize nargs,
                     PyTuple *kwnames)
{
    Value attr = type_lookup_or_null(type_of(self), NAME(dunder_init)), r;

    if (!attr) {
        err_set(&exc_AttributeError, (Value)NAME(dunder_init));
        return -1;
    }
    r = call_found(attr, self, args, nargs, kwnames);
    if (r && r != NONE)
        r = err_format(&exc_TypeError,
                       "__init__() should return None, not '%.200s'",
                       type_name_of(r));
    return status_of(r);
}

static Value slot_new(PyType *type, const Value *args, Py_ssize nargs,
                      PyTuple *kwnames)
{
    Value fn = op_getattr((Value)type, NAME(dunder_new));

    return fn ? call_with_first(call_through_dict, fn, (Value)type, args, nargs,
                                kwnames)
              : NULL;
}

/* --- the table
 * ------------------------------------------------------------------ */

#define wrap_none NULL
#define DECLARE(name) extern WrapFn wrap_##name;
DECLARE(length)
DECLARE(unary)
DECLARE(binary)
DECLARE(binary_l)
DECLARE(binary_r)
DECLARE(power_l)
DECLARE(power_r)
DECLARE(ssize)
DECLARE(seq_item)
DECLARE(getslice)
DECLARE(setslice)
DECLARE(delslice)
DECLARE(setitem)
DECLARE(delitem)
DECLARE(contains)
DECLARE(bool)
DECLARE(coerce)
DECLARE(compare)
DECLARE(hash)
DECLARE(call)
DECLARE(getattr)
DECLARE(setattr)
DECLARE(delattr)
DECLARE(lt)
DECLARE(le)
DECLARE(eq)
DECLARE(ne)
DECLARE(gt)
DECLARE(ge)
DECLARE(next)
DECLARE(descr_get)
DECLARE(descr_set)
DECLARE(descr_delete)
DECLARE(init)

SlotDef slot_defs[] = {
#define SLOT(field, text, wrap, generic, doc)                                  \
    {text, NULL, offsetof(PyType, field), wrap_##wrap, generic, false, doc},
#define SLOT_KW(field, text, wrap, generic, doc)                               \
    {text, NULL, offsetof(PyType, field), wrap_##wrap, generic, true, doc},
#include "slots.def"
    {0}};

void slots_init(void)
{
    for (SlotDef *d = slot_defs; d->text; d++)
        d->name = str_intern(d->text);
}

bool is_slot_name(PyStr *name)
{
    for (const SlotDef *d = slot_defs; d->text; d++)
        if (d->name == name)
            return true;
    return false;
}

/* --- choosing
 * --------------------------------------------------------------------- */

/* The C slot that attr, found under d->name in t's MRO, stands for; NULL when
 * it is something else. */
static void *native_slot(PyType *t, const SlotDef *d, Value attr)
{
    PyType *kind = type_of(attr);

    if (kind == &wrapper_descriptor_type) {
        PyWrapperDescriptor *w = (PyWrapperDescriptor *)attr;

        /* By the way it is called, not by its slot: list.__iadd__, which is
         * inplace_concat, fills a subclass's inplace[BIN_add] too. */
        if (w->def->name == d->name && w->def->wrap == d->wrap &&
            type_is_subtype(t, w->owner))
            return w->fn;
    } else if (kind == &method_descriptor_type) {
        PyType *owner = ((PyMethodDescriptor *)attr)->owner;

        if (type_is_subtype(t, owner))
            return *type_slot(owner, d->offset);
    } else if (kind == &native_function_type &&
               d->offset == offsetof(PyType, new_instance)) {
        PyNativeFunction *f = (PyNativeFunction *)attr;

        if (f->def == &new_method_def)
            return (void *)((PyType *)f->self)->new_instance;
    } else if (attr == NONE && d->offset == offsetof(PyType, hash)) {
        return (void *)hash_not_implemented;
    }
    return NULL;
}

/* A wrapper for another slot of the same name (list.__add__ is the concat
 * slot's) leaves this slot empty. */
static bool is_other_slots_wrapper(PyType *t, const SlotDef *d, Value attr)
{
    PyWrapperDescriptor *w = (PyWrapperDescriptor *)attr;

    if (type_of(attr) == &method_descriptor_type) {
        PyType *owner = ((PyMethodDescriptor *)attr)->owner;

        return type_is_subtype(t, owner) && !*type_slot(owner, d->offset);
    }
    return type_of(attr) == &wrapper_descriptor_type &&
           w->def->name == d->name && w->def->offset != d->offset &&
           type_is_subtype(t, w->owner);
}

/* Decides one slot; d is its first row.  Returns the row after its last. */
static const SlotDef *update_slot(PyType *t, const SlotDef *d)
{
    uint32_t offset = d->offset;
    void *specific = NULL, *generic = NULL;
    bool use_generic = false;

    for (; d->text && d->offset == offset; d++) {
        Value attr = type_lookup_uncached(t, d->name);
        void *fn;

        if (!attr)
            continue;
        fn = native_slot(t, d, attr);
        if (!fn && is_other_slots_wrapper(t, d, attr))
            continue;
        generic = d->generic;
        if (!fn || (specific && specific != fn))
            use_generic = true;
        else
            specific = fn;
    }
    *type_slot(t, offset) = specific && !use_generic ? specific : generic;
    return d;
}

void type_update_slots(PyType *t)
{
    const SlotDef *d = slot_defs;

    while (d->text)
        d = update_slot(t, d);
    if (type_lookup_uncached(t, NAME(dunder_del)))
        __atomic_fetch_or(&t->flags, TYPE_HAS_DEL, __ATOMIC_RELAXED);
}
