/* operator: Python's operators as functions, and the callables attrgetter,
 * itemgetter and methodcaller. */
#include "attrcache.h"
#include "instance.h"
#include "module.h"
#include "names.h"
#include "number_fast.h"
#include "unicode.h"

/* .def files list a function under several names. */
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wredundant-decls"
#include "methods_declare.h"
#include "operator.def"
#include "methods_end.h"
#pragma clang diagnostic pop

static bool check_count(const char *name, Py_ssize nargs, int want)
{
    if (nargs == want)
        return true;
    err_format(&exc_TypeError, "%s expected %d arguments, got %d", name, want,
               (int)nargs);
    return false;
}

/* --- operators ------------------------------------------------------------ */

#define BINARY(name, inner, result)                                            \
    static Value operator_##name(Value self, const Value *args,                \
                                 Py_ssize nargs)                               \
    {                                                                          \
        return check_count(inner, nargs, 2) ? result : NULL;                   \
    }
BINARY(add, "op_add", num_add(args[0], args[1]))
BINARY(sub, "op_sub", num_sub(args[0], args[1]))
BINARY(mul, "op_mul", num_mul(args[0], args[1]))
BINARY(div, "op_div", num_div(args[0], args[1]))
BINARY(floordiv, "op_floordiv", num_floordiv(args[0], args[1]))
BINARY(truediv, "op_truediv", num_truediv(args[0], args[1]))
BINARY(mod, "op_mod", num_mod(args[0], args[1]))
BINARY(lshift, "op_lshift", num_lshift(args[0], args[1]))
BINARY(rshift, "op_rshift", num_rshift(args[0], args[1]))
BINARY(and, "op_and_", num_and(args[0], args[1]))
BINARY(xor, "op_xor", num_xor(args[0], args[1]))
BINARY(or, "op_or_", num_or(args[0], args[1]))
BINARY(pow, "pow", num_power(args[0], args[1]))
BINARY(iadd, "op_iadd", op_inplace(BIN_add, args[0], args[1]))
BINARY(isub, "op_isub", op_inplace(BIN_sub, args[0], args[1]))
BINARY(imul, "op_imul", op_inplace(BIN_mul, args[0], args[1]))
BINARY(idiv, "op_idiv", op_inplace(BIN_div, args[0], args[1]))
BINARY(ifloordiv, "op_ifloordiv", op_inplace(BIN_floordiv, args[0], args[1]))
BINARY(itruediv, "op_itruediv", op_inplace(BIN_truediv, args[0], args[1]))
BINARY(imod, "op_imod", op_inplace(BIN_mod, args[0], args[1]))
BINARY(ilshift, "op_ilshift", op_inplace(BIN_lshift, args[0], args[1]))
BINARY(irshift, "op_irshift", op_inplace(BIN_rshift, args[0], args[1]))
BINARY(iand, "op_iand", op_inplace(BIN_and, args[0], args[1]))
BINARY(ixor, "op_ixor", op_inplace(BIN_xor, args[0], args[1]))
BINARY(ior, "op_ior", op_inplace(BIN_or, args[0], args[1]))
BINARY(ipow, "ipow", op_inplace_power(args[0], args[1]))
BINARY(lt, "op_lt", num_lt(args[0], args[1]))
BINARY(le, "op_le", num_le(args[0], args[1]))
BINARY(eq, "op_eq", num_eq(args[0], args[1]))
BINARY(ne, "op_ne", num_ne(args[0], args[1]))
BINARY(gt, "op_gt", num_gt(args[0], args[1]))
BINARY(ge, "op_ge", num_ge(args[0], args[1]))
BINARY(getitem, "op_getitem", op_getitem(args[0], args[1]))
#undef BINARY

#define UNARY(name, result)                                                    \
    static Value operator_##name(Value self, const Value *args,                \
                                 Py_ssize nargs)                               \
    {                                                                          \
        return result;                                                         \
    }
UNARY(neg, num_neg(args[0]))
UNARY(pos, op_unary(UN_pos, args[0]))
UNARY(abs, op_unary(UN_abs, args[0]))
UNARY(inv, op_unary(UN_invert, args[0]))
UNARY(invert, op_unary(UN_invert, args[0]))
UNARY(index, num_index(args[0]))
UNARY(is, value_from_bool(args[0] == args[1]))
UNARY(is_not, value_from_bool(args[0] != args[1]))
UNARY(is_number, value_from_bool(value_is_number(args[0])))
#undef UNARY

/* A result of 0, 1 or -1 with the exception pending. */
static Value truth_value(int truth)
{
    return truth < 0 ? NULL : value_from_bool(truth);
}

static Value operator_truth(Value self, const Value *args, Py_ssize nargs)
{
    return truth_value(op_is_true(args[0]));
}

static Value operator_not(Value self, const Value *args, Py_ssize nargs)
{
    int truth = op_is_true(args[0]);

    return truth < 0 ? NULL : value_from_bool(!truth);
}

/* --- containers ----------------------------------------------------------- */

static bool has_attribute(Value v, PyStr *name)
{
    bool found = op_getattr_or_null(v, name) != NULL;

    if (!found)
        err_clear();
    return found;
}

static bool is_sequence(Value v)
{
    PyType *t = type_of(v);

    if (t == &instance_type)
        return has_attribute(v, NAME(dunder_getitem));
    if (t->flags & TYPE_DICT)
        return false;
    return t->seq_item || ((t->flags & TYPE_HEAP) && t->getitem);
}

static bool is_mapping(Value v)
{
    PyType *t = type_of(v);

    if (t == &instance_type)
        return has_attribute(v, NAME(dunder_getitem));
    return t->getitem && !t->getslice;
}

static bool is_callable(Value v)
{
    if (type_of(v) == &instance_type)
        return has_attribute(v, NAME(dunder_call));
    return type_of(v)->call != NULL;
}

#define PREDICATE(name)                                                        \
    static Value operator_##name(Value self, const Value *args,                \
                                 Py_ssize nargs)                               \
    {                                                                          \
        return value_from_bool(name(args[0]));                                 \
    }
PREDICATE(is_sequence)
PREDICATE(is_mapping)
PREDICATE(is_callable)
#undef PREDICATE

static Value concat(Value a, Value b, bool in_place)
{
    PyType *t = type_of(a);

    if (in_place && t->inplace_concat)
        return t->inplace_concat(a, b);
    if (t->concat)
        return t->concat(a, b);
    if (is_sequence(a) && is_sequence(b)) {
        Value sum =
            in_place ? op_inplace(BIN_add, a, b) : op_binary(BIN_add, a, b);
        if (sum || !err_matches(&exc_TypeError))
            return sum;
        err_clear();
    }
    return err_format(&exc_TypeError, "'%.200s' object can't be concatenated",
                      type_name_of(a));
}

static Value operator_concat(Value self, const Value *args, Py_ssize nargs)
{
    return check_count("op_concat", nargs, 2) ? concat(args[0], args[1], false)
                                              : NULL;
}

static Value operator_iconcat(Value self, const Value *args, Py_ssize nargs)
{
    return check_count("op_iconcat", nargs, 2) ? concat(args[0], args[1], true)
                                               : NULL;
}

static Value repeat(const char *name, const Value *args, Py_ssize nargs,
                    bool in_place)
{
    if (nargs != 2)
        return err_format(&exc_TypeError,
                          "%s() takes exactly 2 arguments (%d given)", name,
                          (int)nargs);
    int64_t n = value_as_int64(args[1]);
    if (n == -1 && err_pending())
        return NULL;
    PyType *t = type_of(args[0]);
    if (in_place && t->inplace_repeat)
        return t->inplace_repeat(args[0], n);
    if (t->repeat)
        return t->repeat(args[0], n);
    if (is_sequence(args[0]))
        return (in_place ? op_inplace : op_binary)(BIN_mul, args[0],
                                                   value_from_int(n));
    return err_format(&exc_TypeError, "'%.200s' object can't be repeated",
                      type_name_of(args[0]));
}

static Value operator_repeat(Value self, const Value *args, Py_ssize nargs)
{
    return repeat("op_repeat", args, nargs, false);
}

static Value operator_irepeat(Value self, const Value *args, Py_ssize nargs)
{
    return repeat("op_irepeat", args, nargs, true);
}

static Value operator_contains(Value self, const Value *args, Py_ssize nargs)
{
    if (!check_count("op_contains", nargs, 2))
        return NULL;
    return truth_value(op_contains(args[0], args[1]));
}

static Value operator_sequence_includes(Value self, const Value *args,
                                        Py_ssize nargs)
{
    return truth_value(op_contains(args[0], args[1]));
}

typedef struct Search {
    Value wanted;
    int64_t seen, equal;
    bool first; /* stop at the first */
} Search;

static int search_item(Value item, void *arg)
{
    Search *s = arg;
    int same = op_compare_bool(CMP_eq, s->wanted, item);

    if (same < 0)
        return -1;
    s->equal += same;
    if (same && s->first)
        return 1;
    s->seen++;
    return 0;
}

/* False with the exception pending. */
static bool search(const Value *args, Search *s)
{
    Value iterator = op_iter(args[0]);

    if (!iterator) {
        err_format(&exc_TypeError, "argument of type '%.200s' is not iterable",
                   type_name_of(args[0]));
        return false;
    }
    s->wanted = args[1];
    return op_iterate_rest(iterator, search_item, s) >= 0;
}

static Value operator_count_of(Value self, const Value *args, Py_ssize nargs)
{
    Search s = {0};

    return search(args, &s) ? value_from_int(s.equal) : NULL;
}

static Value operator_index_of(Value self, const Value *args, Py_ssize nargs)
{
    Search s = {.first = true};

    if (!search(args, &s))
        return NULL;
    if (!s.equal)
        return err_format(&exc_ValueError,
                          "sequence.index(x): x not in sequence");
    return value_from_int(s.seen);
}

static Value operator_setitem(Value self, const Value *args, Py_ssize nargs)
{
    if (!check_count("op_setitem", nargs, 3) ||
        op_setitem(args[0], args[1], args[2]) < 0)
        return NULL;
    return NONE;
}

static Value operator_delitem(Value self, const Value *args, Py_ssize nargs)
{
    if (!check_count("op_delitem", nargs, 2) ||
        op_setitem(args[0], args[1], NULL) < 0)
        return NULL;
    return NONE;
}

/* The bounds of a slice function are C integers. */
static bool slice_arguments(const Value *args, Value *i, Value *j)
{
    int64_t low = op_index(args[1], &exc_OverflowError);

    if (low == -1 && err_pending())
        return false;
    int64_t high = op_index(args[2], &exc_OverflowError);
    if (high == -1 && err_pending())
        return false;
    *i = value_from_int(low);
    *j = value_from_int(high);
    return true;
}

static Value operator_getslice(Value self, const Value *args, Py_ssize nargs)
{
    Value i, j;

    return slice_arguments(args, &i, &j) ? op_getslice(args[0], i, j) : NULL;
}

static Value operator_setslice(Value self, const Value *args, Py_ssize nargs)
{
    Value i, j;

    if (!slice_arguments(args, &i, &j) ||
        op_setslice(args[0], i, j, args[3]) < 0)
        return NULL;
    return NONE;
}

static Value operator_delslice(Value self, const Value *args, Py_ssize nargs)
{
    Value i, j;

    if (!slice_arguments(args, &i, &j) || op_setslice(args[0], i, j, NULL) < 0)
        return NULL;
    return NONE;
}

/* --- comparison in constant time ------------------------------------------ */

/* Takes as long as b is, wherever the difference lies. */
static bool equal_bytes(Span a, Span b)
{
    volatile unsigned char difference = a.length != b.length;
    const char *p = a.length == b.length ? a.data : b.data;

    for (int64_t i = 0; i < b.length; i++)
        difference |= (unsigned char)(p[i] ^ b.data[i]);
    return difference == 0;
}

static Value operator_compare_digest(Value self, const Value *args,
                                     Py_ssize nargs)
{
    Span span[2];

    if (nargs != 2)
        return err_format(&exc_TypeError,
                          "compare_digest() takes exactly 2 arguments (%d "
                          "given)",
                          (int)nargs);
    if (is_unicode(args[0]) && is_unicode(args[1])) {
        PyUnicode *a = (PyUnicode *)args[0], *b = (PyUnicode *)args[1];
        return value_from_bool(
            equal_bytes((Span){a->data, a->length * a->kind},
                        (Span){b->data, b->length * b->kind}) &&
            a->kind == b->kind);
    }
    for (int i = 0; i < 2; i++)
        if (is_unicode(args[i]) || !value_bytes_or_null(args[i], &span[i]))
            return err_format(&exc_TypeError,
                              "'%.100s' does not have the buffer interface",
                              type_name_of(args[i]));
    return value_from_bool(equal_bytes(span[0], span[1]));
}

/* --- itemgetter, attrgetter, methodcaller --------------------------------- */

/* All three: what to get, and for methodcaller the call's arguments. */
typedef struct PyGetter {
    PyObject head;
    PyTuple *keys; /* items, attribute names, or arguments of the call */
    Value name;    /* methodcaller */
    PyTuple *kwnames;
} PyGetter;

static PyType itemgetter_type, attrgetter_type, methodcaller_type;

/* The one argument of the call, or NULL with TypeError. */
static Value only_argument(const char *name, const Value *args, Py_ssize nargs,
                           PyTuple *kwnames)
{
    if (kwnames && tuple_length(kwnames)) {
        err_format(&exc_TypeError, "%s does not take keyword arguments", name);
        return NULL;
    }
    return check_count(name, nargs, 1) ? args[0] : NULL;
}

static PyGetter *getter_new(PyType *type, const Value *args, Py_ssize nargs)
{
    PyGetter *g = gc_new(type, sizeof *g);

    g->keys = tuple_new(nargs);
    if (!g->keys)
        return NULL;
    for (Py_ssize i = 0; i < nargs; i++)
        tuple_init_item(g->keys, i, args[i]);
    return g;
}

static Value new_getter(PyType *type, const char *name, const Value *args,
                        Py_ssize nargs, PyTuple *kwnames)
{
    if (kwnames && tuple_length(kwnames))
        return err_format(&exc_TypeError,
                          "%s() does not take keyword arguments", name);
    if (nargs < 1)
        return err_format(&exc_TypeError, "%s expected 1 arguments, got 0",
                          name);
    return (Value)getter_new(type, args, nargs);
}

static Value itemgetter_new(PyType *type, const Value *args, Py_ssize nargs,
                            PyTuple *kwnames)
{
    return new_getter(type, "itemgetter", args, nargs, kwnames);
}

static Value attrgetter_new(PyType *type, const Value *args, Py_ssize nargs,
                            PyTuple *kwnames)
{
    return new_getter(type, "attrgetter", args, nargs, kwnames);
}

/* One value, or the tuple of several. */
static Value get_each(PyGetter *g, Value v, Value (*get)(Value v, Value key))
{
    Py_ssize n = tuple_length(g->keys);

    if (n == 1)
        return get(v, tuple_get(g->keys, 0));
    PyTuple *result = tuple_new(n);
    if (!result)
        return NULL;
    for (Py_ssize i = 0; i < n; i++) {
        Value item = get(v, tuple_get(g->keys, i));
        if (!item)
            return NULL;
        tuple_init_item(result, i, item);
    }
    return (Value)result;
}

static Value itemgetter_call(Value callee, const Value *args, Py_ssize nargs,
                             PyTuple *kwnames)
{
    Value v = only_argument("itemgetter", args, nargs, kwnames);

    return v ? get_each((PyGetter *)callee, v, op_getitem) : NULL;
}

static Value itemgetter_key(Value v)
{
    PyTuple *keys;

    if (type_of(v) != &itemgetter_type)
        return NULL;
    keys = ((PyGetter *)v)->keys;
    return tuple_length(keys) == 1 ? tuple_get(keys, 0) : NULL;
}

/* Follows the attributes of a dotted name. */
static Value get_dotted(Value v, Value name)
{
    if (is_unicode(name))
        name = (Value)unicode_as_str((PyUnicode *)name);
    else if (!is_str(name))
        return err_format(&exc_TypeError, "attribute name must be a string");
    if (!name)
        return NULL;
    const char *p = str_data((PyStr *)name), *dot;
    if (!strchr(p, '.'))
        return op_getattr(v, str_intern_value((PyStr *)name));
    while (v && (dot = strchr(p, '.'))) {
        v = op_getattr(v, str_intern_value(str_from(p, dot - p)));
        p = dot + 1;
    }
    return v ? op_getattr(v, str_intern(p)) : NULL;
}

static Value attrgetter_call(Value callee, const Value *args, Py_ssize nargs,
                             PyTuple *kwnames)
{
    Value v = only_argument("attrgetter", args, nargs, kwnames);

    return v ? get_each((PyGetter *)callee, v, get_dotted) : NULL;
}

static Value methodcaller_new(PyType *type, const Value *args, Py_ssize nargs,
                              PyTuple *kwnames)
{
    if (nargs < 1)
        return err_format(&exc_TypeError, "methodcaller needs at least one "
                                          "argument, the method name");
    Py_ssize nkw = kwnames ? tuple_length(kwnames) : 0;
    PyGetter *g = getter_new(type, args + 1, nargs - 1 + nkw);
    g->name = args[0];
    g->kwnames = kwnames;
    return (Value)g;
}

static Value methodcaller_call(Value callee, const Value *args, Py_ssize nargs,
                               PyTuple *kwnames)
{
    PyGetter *g = (PyGetter *)callee;
    Value v = only_argument("methodcaller", args, nargs, kwnames);

    if (!v)
        return NULL;
    Value name = g->name;
    if (is_unicode(name))
        name = (Value)unicode_as_str((PyUnicode *)name);
    else if (!is_str(name))
        return err_format(&exc_TypeError,
                          "attribute name must be string, not '%.200s'",
                          type_name_of(name));
    Value method = name ? op_getattr(v, str_intern_value((PyStr *)name)) : NULL;
    if (!method)
        return NULL;
    Py_ssize nkw = g->kwnames ? tuple_length(g->kwnames) : 0;
    return op_call(method, g->keys->items, tuple_length(g->keys) - nkw,
                   g->kwnames);
}

#define GETTER(word)                                                           \
    static PyType word##_type = {                                              \
        .head.type = &type_type,                                               \
        .name = "operator." #word,                                             \
        .base = &object_type,                                                  \
        .basic_size = sizeof(PyGetter),                                        \
        .new_instance = word##_new,                                            \
        .call = word##_call,                                                   \
    };
GETTER(itemgetter)
GETTER(attrgetter)
GETTER(methodcaller)
#undef GETTER

static const NativeDef operator_functions[] = {
#include "methods_table.h"
#include "operator.def"
#include "methods_end.h"
    {0}};

static int operator_init(PyModule *m)
{
    if (type_ready(&itemgetter_type) < 0 || type_ready(&attrgetter_type) < 0 ||
        type_ready(&methodcaller_type) < 0 ||
        module_add(m, "itemgetter", (Value)&itemgetter_type) < 0 ||
        module_add(m, "attrgetter", (Value)&attrgetter_type) < 0)
        return -1;
    attr_itemgetter_key = itemgetter_key;
    return module_add(m, "methodcaller", (Value)&methodcaller_type);
}

const NativeModule native_module_operator = {
    .name = "operator",
    .doc = "The operators of Python as functions.",
    .functions = operator_functions,
    .init = operator_init,
};
