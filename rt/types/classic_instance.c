/* Instances of old-style classes: every operation looks the special method up
 * as an ordinary attribute of the instance, __getattr__ included. */
#include "number.h"
#include "type.h"

#include "attrname.h"
#include "dict.h"
#include "thread.h"

static PyClassObj *class_of(Value v)
{
    return ((PyInstance *)v)->cls->visible;
}

/* --- attributes
 * ----------------------------------------------------------------- */

Value instance_find(PyInstance *self, PyStr *name)
{
    Value v = instance_get_or_null((Value)self, name);
    PyType *t;

    if (v)
        return v;
    v = classobj_lookup(self->cls->visible, name);
    if (!v)
        return NULL;
    t = type_of(v);
    return t->descr_get
               ? t->descr_get(v, (Value)self, (PyType *)self->cls->visible)
               : v;
}

static void *no_attribute(Value self, PyStr *name)
{
    return err_format(&exc_AttributeError,
                      "%.50s instance has no attribute '%.400s'",
                      str_data(class_of(self)->name), str_data(name));
}

/* self.name with __getattr__; NULL without exception: missing. */
static Value find(Value self, PyStr *name)
{
    Value v = instance_find((PyInstance *)self, name), hook;
    Value args[2] = {self, (Value)name};

    if (v || (err_pending() && !err_matches(&exc_AttributeError)))
        return v;
    hook = class_of(self)->getattr_hook;
    err_clear();
    if (!hook)
        return NULL;
    v = op_call(hook, args, 2, NULL);
    if (!v && err_matches(&exc_AttributeError))
        err_clear();
    return v;
}

static Value instance_getattr(Value self, PyStr *name)
{
    Value v, hook;
    Value args[2];

    name = name_interned(name);
    if (name == NAME(dunder_dict))
        return (Value)instance_dict(self);
    if (name == NAME(dunder_class))
        return (Value)class_of(self);
    v = instance_find((PyInstance *)self, name);
    if (v)
        return v;
    hook = class_of(self)->getattr_hook;
    if (!hook)
        return err_pending() ? NULL : no_attribute(self, name);
    if (err_pending()) {
        if (!err_matches(&exc_AttributeError))
            return NULL;
        err_clear();
    }
    args[0] = self;
    args[1] = (Value)name;
    return op_call(hook, args, 2, NULL);
}

static int status_of(Value result)
{
    return result ? 0 : -1;
}

static int set_class(Value self, Value v)
{
    if (v && is_classobj(v))
        return instance_change_class((PyInstance *)self, (PyClassObj *)v);
    err_format(&exc_TypeError, "__class__ must be set to a class");
    return -1;
}

static int set_dict(Value self, Value v)
{
    if (v && has_type_flag(v, TYPE_DICT))
        return instance_set_dict(self, (PyDict *)v);
    err_format(&exc_TypeError, "__dict__ must be set to a dictionary");
    return -1;
}

static int instance_setattr(Value self, PyStr *name, Value v)
{
    PyClassObj *cls = class_of(self);
    Value hook = v ? cls->setattr_hook : cls->delattr_hook;
    Value args[3] = {self, NULL, v};
    int r;

    name = name_interned(name);
    if (name == NAME(dunder_dict))
        return set_dict(self, v);
    if (name == NAME(dunder_class))
        return set_class(self, v);
    args[1] = (Value)name;
    if (hook)
        return status_of(op_call(hook, args, v ? 3 : 2, NULL));
    r = v ? instance_set(self, name, v) : instance_delete(self, name);
    if (r > 0)
        no_attribute(self, name);
    return r ? -1 : 0;
}

/* --- calling special methods
 * ------------------------------------------------------- */

/* self.name(args); AttributeError when missing. */
static Value call(Value self, PyStr *name, const Value *args, Py_ssize nargs)
{
    Value fn = instance_getattr(self, name);

    return fn ? op_call(fn, args, nargs, NULL) : NULL;
}

/* The same; *missing instead of AttributeError. */
static Value call_if(Value self, PyStr *name, const Value *args, Py_ssize nargs,
                     bool *missing)
{
    Value fn = find(self, name);

    *missing = !fn && !err_pending();
    return fn ? op_call(fn, args, nargs, NULL) : NULL;
}

static const char *module_name(PyClassObj *cls)
{
    Value m = dict_get_str_or_null(cls->dict, NAME(dunder_module));

    return m && is_str_value(m) ? str_data((PyStr *)m) : "?";
}

static Value instance_repr(Value self)
{
    bool missing;
    Value r = call_if(self, NAME(dunder_repr), NULL, 0, &missing);

    if (!missing)
        return r;
    return (Value)str_format_c("<%s.%s instance at %p>",
                               module_name(class_of(self)),
                               str_data(class_of(self)->name), (void *)self);
}

static Value instance_str(Value self)
{
    bool missing;
    Value r = call_if(self, NAME(dunder_str), NULL, 0, &missing);

    return missing ? instance_repr(self) : r;
}

static int64_t hash_result(Value r)
{
    int64_t h;

    if (has_type_flag(r, TYPE_LONG))
        return op_hash(r);
    if (!has_type_flag(r, TYPE_INT)) {
        err_format(&exc_TypeError, "__hash__() should return an int");
        return -1;
    }
    h = value_as_int64(r);
    return h == -1 ? -2 : h;
}

static int64_t instance_hash(Value self)
{
    bool missing;
    Value r = call_if(self, NAME(dunder_hash), NULL, 0, &missing);

    if (!missing)
        return r ? hash_result(r) : -1;
    if (find(self, NAME(dunder_eq)) ||
        (!err_pending() && find(self, NAME(dunder_cmp)))) {
        err_format(&exc_TypeError, "unhashable instance");
        return -1;
    }
    return err_pending() ? -1 : object_type.hash(self);
}

static Value instance_call(Value self, const Value *args, Py_ssize nargs,
                           PyTuple *kwnames)
{
    Value fn = find(self, NAME(dunder_call)), r;

    if (!fn)
        return err_pending()
                   ? NULL
                   : err_format(&exc_AttributeError,
                                "%.200s instance has no __call__ method",
                                str_data(class_of(self)->name));
    if (recursion_enter(" in __call__") < 0)
        return NULL;
    r = call_through_dict(fn, args, nargs, kwnames);
    recursion_leave();
    return r;
}

static int instance_nonzero(Value self)
{
    bool missing;
    Value r = call_if(self, NAME(dunder_nonzero), NULL, 0, &missing);
    int64_t n;

    if (missing)
        r = call_if(self, NAME(dunder_len), NULL, 0, &missing);
    if (missing)
        return 1;
    if (!r)
        return -1;
    if (!has_type_flag(r, TYPE_INT)) {
        err_format(&exc_TypeError, "__nonzero__ should return an int");
        return -1;
    }
    n = value_as_int64(r);
    if (n < 0) {
        err_format(&exc_ValueError, "__nonzero__ should return >= 0");
        return -1;
    }
    return n > 0;
}

/* --- containers
 * ------------------------------------------------------------------------ */

static Py_ssize instance_length(Value self)
{
    Value r = call(self, NAME(dunder_len), NULL, 0);
    int64_t n;

    if (!r)
        return -1;
    if (!has_type_flag(r, TYPE_INT)) {
        err_format(&exc_TypeError, "__len__() should return an int");
        return -1;
    }
    n = value_as_int64(r);
    if (n < 0)
        err_format(&exc_ValueError, "__len__() should return >= 0");
    return n < 0 ? -1 : n;
}

static Value instance_getitem(Value self, Value key)
{
    return call(self, NAME(dunder_getitem), &key, 1);
}

static Value instance_seq_item(Value self, Py_ssize i)
{
    return instance_getitem(self, value_from_int(i));
}

static int instance_setitem(Value self, Value key, Value v)
{
    Value args[2] = {key, v};

    if (!v)
        return status_of(call(self, NAME(dunder_delitem), args, 1));
    return status_of(call(self, NAME(dunder_setitem), args, 2));
}

static Value slice_of(Py_ssize i, Py_ssize j)
{
    PySlice *s = gc_new(&slice_type, sizeof *s);

    s->start = value_from_int(i);
    s->stop = value_from_int(j);
    s->step = NONE;
    return (Value)s;
}

static Value instance_getslice(Value self, Py_ssize i, Py_ssize j)
{
    Value args[2] = {value_from_int(i), value_from_int(j)};
    bool missing;
    Value r = call_if(self, NAME(dunder_getslice), args, 2, &missing);

    return missing ? instance_getitem(self, slice_of(i, j)) : r;
}

static int instance_setslice(Value self, Py_ssize i, Py_ssize j, Value v)
{
    Value args[3] = {value_from_int(i), value_from_int(j), v};
    PyStr *name = v ? NAME(dunder_setslice) : NAME(dunder_delslice);
    bool missing;
    Value r = call_if(self, name, args, v ? 3 : 2, &missing);

    return missing ? instance_setitem(self, slice_of(i, j), v) : status_of(r);
}

static int is_equal_item(Value item, void *wanted)
{
    return op_compare_bool(CMP_eq, (Value)wanted, item);
}

static int instance_contains(Value self, Value item)
{
    bool missing;
    Value r = call_if(self, NAME(dunder_contains), &item, 1, &missing);

    if (!missing)
        return r ? op_is_true(r) : -1;
    r = op_iter(self);
    if (r)
        return op_iterate_rest(r, is_equal_item, item);
    err_format(&exc_TypeError, "argument of type 'instance' is not iterable");
    return -1;
}

Value seq_iterator_new(Value sequence);

static Value instance_iter(Value self)
{
    bool missing;
    Value r = call_if(self, NAME(dunder_iter), NULL, 0, &missing);

    if (r && !type_of(r)->next)
        return err_format(&exc_TypeError,
                          "__iter__ returned non-iterator of type '%.100s'",
                          type_name_of(r));
    if (!missing)
        return r;
    if (find(self, NAME(dunder_getitem)))
        return seq_iterator_new(self);
    return err_pending()
               ? NULL
               : err_format(&exc_TypeError, "iteration over non-sequence");
}

static Value instance_next(Value self)
{
    bool missing;
    Value r = call_if(self, NAME(next), NULL, 0, &missing);

    if (missing)
        return err_format(&exc_TypeError, "instance has no next() method");
    if (!r && err_matches(&exc_StopIteration))
        err_clear();
    return r;
}

/* --- numbers
 * --------------------------------------------------------------------------------
 */

static Value call_operator(Value self, PyStr *name, Value other)
{
    bool missing;
    Value r = call_if(self, name, &other, 1, &missing);

    return missing ? NOT_IMPLEMENTED : r;
}

/* self.__coerce__(other): 0 and the pair, 1 not possible, -1 error. */
static int coerce_pair(Value self, Value other, Value *a, Value *b)
{
    bool missing;
    Value r = call_if(self, NAME(dunder_coerce), &other, 1, &missing);

    if (missing || r == NONE || r == NOT_IMPLEMENTED)
        return 1;
    if (!r)
        return -1;
    if (!has_type_flag(r, TYPE_TUPLE) || tuple_length((PyTuple *)r) != 2) {
        err_format(&exc_TypeError, "coercion should return None or 2-tuple");
        return -1;
    }
    *a = tuple_get((PyTuple *)r, 0);
    *b = tuple_get((PyTuple *)r, 1);
    return 0;
}

static int instance_coerce(Value *a, Value *b)
{
    Value v = *a, w = *b;

    if (is_instance(v))
        return coerce_pair(v, w, a, b);
    return is_instance(w) ? coerce_pair(w, v, b, a) : 1;
}

/* The operator on what __coerce__ gave. */
static Value again(BinaryOp op, Value a, Value b, bool inplace)
{
    Value r;

    if (recursion_enter(" after coercion") < 0)
        return NULL;
    r = inplace ? op_inplace(op, a, b) : op_binary(op, a, b);
    recursion_leave();
    return r;
}

/* One operand's say; it is the right one if swapped. */
static Value half_operator(BinaryOp op, Value self, Value other, PyStr *name,
                           bool swapped, bool inplace)
{
    Value a, b;

    if (!is_instance(self))
        return NOT_IMPLEMENTED;
    switch (coerce_pair(self, other, &a, &b)) {
    case 1:
        return call_operator(self, name, other);
    case 0:
        break;
    default:
        return NULL;
    }
    if (is_instance(a)) /* __coerce__ may return self: no endless recursion */
        return call_operator(a, name, b);
    return swapped ? again(op, b, a, inplace) : again(op, a, b, inplace);
}

static Value both_halves(BinaryOp op, Value a, Value b, PyStr *name,
                         PyStr *reflected)
{
    Value r = half_operator(op, a, b, name, false, false);

    if (r == NOT_IMPLEMENTED)
        r = half_operator(op, b, a, reflected, true, false);
    return r;
}

#define OPERATOR(op, sign)                                                     \
    static Value instance_##op(Value a, Value b)                               \
    {                                                                          \
        return both_halves(BIN_##op, a, b, NAME(dunder_##op),                  \
                           NAME(dunder_r##op));                                \
    }
BINARY_OPS(OPERATOR)

#define INPLACE_OPS(X)                                                         \
    X(add)                                                                     \
    X(sub)                                                                     \
    X(mul)                                                                     \
    X(div) X(floordiv) X(truediv) X(mod) X(lshift) X(rshift) X(and) X(xor) X(or)
#define INPLACE(op)                                                            \
    static Value instance_i##op(Value a, Value b)                              \
    {                                                                          \
        Value r =                                                              \
            half_operator(BIN_##op, a, b, NAME(dunder_i##op), false, true);    \
                                                                               \
        return r == NOT_IMPLEMENTED ? instance_##op(a, b) : r;                 \
    }
INPLACE_OPS(INPLACE)

/* Power is no BinaryOp: its half spelled out. */
static Value half_power(Value self, Value other, PyStr *name, bool swapped,
                        bool inplace)
{
    Value a, b;
    int r;

    if (!is_instance(self))
        return NOT_IMPLEMENTED;
    r = coerce_pair(self, other, &a, &b);
    if (r == 1)
        return call_operator(self, name, other);
    if (r < 0)
        return NULL;
    if (is_instance(a))
        return call_operator(a, name, b);
    if (inplace)
        return op_inplace_power(a, b);
    return swapped ? op_power(b, a, NONE) : op_power(a, b, NONE);
}

static Value instance_power(Value a, Value b, Value mod)
{
    Value args[2] = {b, mod}, r;

    if (mod != NONE)
        return is_instance(a) ? call(a, NAME(dunder_pow), args, 2)
                              : NOT_IMPLEMENTED;
    r = half_power(a, b, NAME(dunder_pow), false, false);
    if (r == NOT_IMPLEMENTED)
        r = half_power(b, a, NAME(dunder_rpow), true, false);
    return r;
}

static Value instance_ipower(Value a, Value b)
{
    Value r = half_power(a, b, NAME(dunder_ipow), false, true);

    return r == NOT_IMPLEMENTED ? instance_power(a, b, NONE) : r;
}

#define UNARY(fn, name)                                                        \
    static Value fn(Value self)                                                \
    {                                                                          \
        return call(self, NAME(dunder_##name), NULL, 0);                       \
    }
UNARY(instance_neg, neg)
UNARY(instance_pos, pos)
UNARY(instance_abs, abs)
UNARY(instance_invert, invert)
UNARY(instance_float, float)
UNARY(instance_oct, oct)
UNARY(instance_hex, hex)

static Value instance_to_int(Value self)
{
    bool missing;
    Value r = call_if(self, NAME(dunder_int), NULL, 0, &missing);

    if (!missing)
        return r;
    r = call(self, NAME(dunder_trunc), NULL, 0);
    return r ? num_integral(r) : NULL;
}

static Value instance_to_long(Value self)
{
    bool missing;
    Value r = call_if(self, NAME(dunder_long), NULL, 0, &missing);

    return missing ? instance_to_int(self) : r;
}

static Value instance_index(Value self)
{
    bool missing;
    Value r = call_if(self, NAME(dunder_index), NULL, 0, &missing);

    if (missing)
        return err_format(&exc_TypeError,
                          "object cannot be interpreted as an index");
    return r;
}

/* --- comparison
 * ------------------------------------------------------------------------------
 */

/* COMPARE_UNDEFINED when __cmp__ gives no answer. */
static int half_compare(Value self, Value other)
{
    bool missing;
    Value r = call_if(self, NAME(dunder_cmp), &other, 1, &missing);
    int64_t n;

    if (missing || r == NOT_IMPLEMENTED)
        return COMPARE_UNDEFINED;
    if (!r)
        return -2;
    n = special_as_c_int(r);
    if (n == -1 && err_pending()) {
        err_format(&exc_TypeError, "comparison did not return an int");
        return -2;
    }
    return n < 0 ? -1 : n > 0;
}

static int instance_compare(Value a, Value b)
{
    int c = op_coerce(&a, &b), r;

    if (c < 0)
        return -2;
    if (c == 0 && !is_instance(a) && !is_instance(b))
        return op_cmp(a, b, &r) < 0 ? -2 : r;
    if (is_instance(a)) {
        c = half_compare(a, b);
        if (c <= 1)
            return c;
    }
    if (is_instance(b)) {
        c = half_compare(b, a);
        if (c <= 1)
            return c >= -1 ? -c : c;
    }
    return COMPARE_UNDEFINED;
}

static PyStr *compare_name(CompareOp op)
{
    PyStr *const names[] = {NAME(dunder_lt), NAME(dunder_le), NAME(dunder_eq),
                            NAME(dunder_ne), NAME(dunder_gt), NAME(dunder_ge)};

    return names[op];
}

static Value instance_rich_compare(Value a, Value b, CompareOp op)
{
    static const CompareOp swapped[] = {CMP_gt, CMP_ge, CMP_eq,
                                        CMP_ne, CMP_lt, CMP_le};
    Value r;

    if (is_instance(a)) {
        r = call_operator(a, compare_name(op), b);
        if (r != NOT_IMPLEMENTED)
            return r;
    }
    return is_instance(b) ? call_operator(b, compare_name(swapped[op]), a)
                          : NOT_IMPLEMENTED;
}

/* --- the type
 * ------------------------------------------------------------------------------------
 */

static Value instance_type_new(PyType *t, const Value *args, Py_ssize nargs,
                               PyTuple *kwnames)
{
    PyInstance *self;

    if (kwnames && tuple_length(kwnames) > 0)
        return err_format(&exc_TypeError,
                          "instance does not take keyword arguments");
    if (nargs < 1 || nargs > 2)
        return err_format(&exc_TypeError,
                          "instance() takes at %s %d argument%s (%d given)",
                          nargs < 1 ? "least" : "most", nargs < 1 ? 1 : 2,
                          nargs < 1 ? "" : "s", (int)nargs);
    if (!is_classobj(args[0]))
        return err_format(&exc_TypeError,
                          "instance() argument 1 must be classobj, not %s",
                          args[0] == NONE ? "None" : type_name_of(args[0]));
    if (nargs == 2 && args[1] != NONE && !has_type_flag(args[1], TYPE_DICT))
        return err_format(&exc_TypeError,
                          "instance() second arg must be dictionary or None");
    self = classobj_instance_new((PyClassObj *)args[0]);
    if (nargs == 2 && args[1] != NONE &&
        instance_set_dict((Value)self, (PyDict *)args[1]) < 0)
        return NULL;
    return (Value)self;
}

PyType instance_type = {
    .head.type = &type_type,
    .name = "instance",
    .basic_size = sizeof(PyInstance),
    .repr = instance_repr,
    .str = instance_str,
    .hash = instance_hash,
    .call = instance_call,
    .getattr = instance_getattr,
    .setattr = instance_setattr,
    .compare = instance_compare,
    .rich_compare = instance_rich_compare,
    .iter = instance_iter,
    .next = instance_next,
    .new_instance = instance_type_new,
#define X(op, sign) [BIN_##op] = instance_##op,
    .binary = {BINARY_OPS(X)},
#undef X
#define X(op) [BIN_##op] = instance_i##op,
    .inplace = {INPLACE_OPS(X)},
#undef X
    .power = instance_power,
    .inplace_power = instance_ipower,
    .unary = {[UN_neg] = instance_neg,
              [UN_pos] = instance_pos,
              [UN_invert] = instance_invert,
              [UN_abs] = instance_abs},
    .nonzero = instance_nonzero,
    .to_int = instance_to_int,
    .to_long = instance_to_long,
    .to_float = instance_float,
    .to_oct = instance_oct,
    .to_hex = instance_hex,
    .index = instance_index,
    .coerce = instance_coerce,
    .length = instance_length,
    .getitem = instance_getitem,
    .setitem = instance_setitem,
    .contains = instance_contains,
    .seq_item = instance_seq_item,
    .getslice = instance_getslice,
    .setslice = instance_setslice,
    .doc = "instance(class[, dict])\n\n"
           "An object of an old-style class with these attributes; __init__() "
           "is not\n"
           "called.",
};
